"""Bindings that a reader can change: each is called by its own words, as the help lists them."""

from textual.binding import Binding


def bound(
    key: str,
    action: str,
    description: str,
    *,
    show: bool = True,
    key_display: str | None = None,
    priority: bool = False,
) -> Binding:
    """A binding whose name in ``[keys]`` of the config file is its description."""
    return Binding(
        key,
        action,
        description,
        show=show,
        key_display=key_display,
        priority=priority,
        id=description,
    )


EVERYWHERE = (
    bound("question_mark", "help", "help"),
    bound("exclamation_mark", "problems", "problems", show=False),
    bound("colon,ctrl+p", "command_palette", "commands", show=False),
    bound("backspace", "before", "where I was before", show=False),
    bound("alt+right", "before(1)", "forward again", show=False),
    bound("ctrl+z", "suspend_process", "suspend", show=False, priority=True),
    bound("ctrl+q", "quit", "quit at once", show=False, priority=True),
)
"""The keys of the app, which work on every screen."""
