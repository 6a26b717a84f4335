"""Commands: Textual's palette of commands, safe to page through before its list is laid out.

Textual 8.2.8 fails with a KeyError on PageUp or PageDown while the list is empty or new.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress

from textual.app import App, SystemCommand
from textual.command import CommandPalette
from textual.screen import Screen

from crisis_reader.tui.panes.key_bar import key_name


class Commands(CommandPalette):
    """The palette of every action that has a key."""

    def _action_command_list(self, action: str) -> None:
        with suppress(KeyError):  # of the line of an option that has none yet
            super()._action_command_list(action)


def bound_actions(app: App[None], screen: Screen[object]) -> Iterable[SystemCommand]:
    """Every action that has a key on this screen, by its words and its key."""
    seen: set[str] = set()
    for active in screen.active_bindings.values():
        binding = active.binding
        if not binding.description or not active.enabled or binding.system:
            continue
        if binding.action not in seen:
            seen.add(binding.action)
            run: Callable[[], object] = _runner(app, binding.action, active.node)
            title = f"{binding.description} ({binding.key_display or key_name(binding.key)})"
            yield SystemCommand(title, binding.tooltip or "", run)


def _runner(app: App[None], action: str, node: object) -> Callable[[], object]:
    async def run() -> None:
        await app.run_action(action, node)  # type: ignore[arg-type] # a DOM node

    return run
