"""Commands: Textual's palette of commands, safe to page through before its list is laid out.

Textual 8.2.8 fails with a KeyError on PageUp or PageDown while the list is empty or new.
"""

from contextlib import suppress

from textual.command import CommandPalette


class Commands(CommandPalette):
    """The palette of every action that has a key."""

    def _action_command_list(self, action: str) -> None:
        with suppress(KeyError):  # of the line of an option that has none yet
            super()._action_command_list(action)
