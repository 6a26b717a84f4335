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
