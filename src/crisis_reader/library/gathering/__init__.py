"""Bringing sources onto the shelf: added, looked at, read again."""
