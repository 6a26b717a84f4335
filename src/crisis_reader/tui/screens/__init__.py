"""Screens: what fills the whole terminal, made of panes; each asks the app for what it can't do."""
