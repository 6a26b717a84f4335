"""Which function runs which command; its module is loaded when the command is given."""

from collections.abc import Callable
from importlib import import_module

from crisis_reader.cli.options import Options

_HOME = {
    None: "reading:read",
    "list": "commands:list_articles",
    "show": "commands:show",
    "compare": "commands:compare",
    "overview": "commands:overview",
    "succession": "commands:succession",
    "chronicle": "commands:chronicle",
    "search": "searching:search",
    "orders": "commands:list_orders",
    "add": "gathering:add",
    "remove": "gathering:remove",
    "sources": "gathering:list_sources",
    "refresh": "gathering:refresh_sources",
    "notes": "gathering:list_notes",
    "export": "json_lines:export",
    "samples": "reading:read_samples",
    "serve": "serving:serve",
}


def run_of(name: str | None) -> Callable[[Options], int]:
    """What runs a command, which gives its exit code; without a name the screen."""
    module, _, function = _HOME[name].partition(":")
    run: Callable[[Options], int] = getattr(import_module(f"crisis_reader.cli.{module}"), function)
    return run
