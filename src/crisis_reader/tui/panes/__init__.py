"""Panes: the widgets that draw a part of a screen, their keys and colours.

A pane knows no screen and not the app; what it wants of them it says in messages (`asking`).
"""
