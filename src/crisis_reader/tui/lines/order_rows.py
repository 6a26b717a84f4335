"""The orders of succession to choose from, as styled lines; pure."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from crisis_reader.succession.line import NO_ORDER
from crisis_reader.tui.lines.styled import Line, line
from crisis_reader.tui.lines.words import counted, day_text

if TYPE_CHECKING:
    from crisis_reader.succession import Order


def order_lines(orders: Sequence[tuple["Order", int]], now: str | None) -> list[Line]:
    """Letting the articles decide, every order that fits, none; then those that place nobody.

    Args:
        orders: Each order with how many people of these articles it gives a place.
        now: Id of the one followed now, or ``none``; None where the articles decide.
    """
    fitting = [order for order, placed in orders if placed]
    rows = [
        _line("let the articles decide", "", "", here=now is None, target=""),
        *(
            _order(order, f"places {counted(placed, 'statement')}", now)
            for order, placed in orders
            if placed
        ),
        _line("none", "offices as the texts name them", "", here=now == NO_ORDER, target=NO_ORDER),
    ]
    others = [order for order, _ in orders if order not in fitting]
    if others:
        rows += [line(), line(("these place nobody of these articles", "dim"), indent=2)]
        rows += [_order(order, "", now) for order in others]
    return rows


def _order(order: "Order", placed: str, now: str | None) -> Line:
    start, end = order.in_force_from, order.in_force_to
    since = f"in force from {day_text(start)}" if start else ""
    until = f" to {day_text(end)}" if end else ""
    words = f"{order.citation}{', ' if since or until else ''}{since}{until}"
    return _line(order.country_names[0], words, placed, here=now == order.id, target=order.id)


def _line(name: str, words: str, placed: str, *, here: bool, target: str) -> Line:
    return line(
        ("● " if here else "  "),
        (name, "bold"),
        (f" · {words}" if words else ""),
        (f" · {placed}" if placed else "", "dim"),
        indent=2,
        hang=4,
        target=target,
    )
