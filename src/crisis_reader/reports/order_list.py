"""The known orders of succession as a list: which law, since when, which offices in which order."""

from collections.abc import Sequence
from itertools import groupby

from crisis_reader.errors import Problem
from crisis_reader.reports.json_parts import Document, Json, head, problems_json
from crisis_reader.reports.wording import day
from crisis_reader.succession import Order
from crisis_reader.text.cleaning import printed


def orders_text(orders: Sequence[Order]) -> str:
    """The countries by name; below each its orders: law and time in force, then the offices."""
    shown = sorted(orders, key=lambda order: (printed(order.country_names[0]), order.id))
    blocks = [
        "\n".join([country, *map(_lines, of_country)])
        for country, of_country in groupby(shown, key=lambda o: printed(o.country_names[0]))
    ]
    return "\n".join(blocks)


def _lines(order: Order) -> str:
    offices = ", then ".join(printed(office.name) for office in order.offices)
    unchecked = "" if order.verified else "; unverified"
    return f"  {order.id}: {printed(order.citation)}{_time(order)}{unchecked}\n    {offices}"


def _time(order: Order) -> str:
    if order.in_force_to is None:
        return f"; since {day(order.in_force_from)}" if order.in_force_from else ""
    since = f"from {day(order.in_force_from)} " if order.in_force_from else ""
    return f"; {since}to {day(order.in_force_to)}"


def orders_json(orders: Sequence[Order], problems: Sequence[Problem] = ()) -> Document:
    """The same as a document of schema ``crisis-reader.orders/1``."""
    return {
        **head("crisis-reader.orders/1"),
        "orders": [_order(order) for order in orders],
        "problems": problems_json(problems),
    }


def _order(order: Order) -> Json:
    return {
        "id": order.id,
        "country": order.country,
        "country_names": order.country_names,
        **law_json(order),
        "offices": [
            {"id": o.id, "rank": o.rank, "name": o.name, "effect": o.effect} for o in order.offices
        ],
        "asserted_offices": [
            {"id": o.id, "name": o.name, "asserted_by": o.asserted_by}
            for o in order.asserted_offices
        ],
        "rival_readings": readings_json(order),
    }


def law_json(order: Order) -> Document:
    """What an order rests on, and since when."""
    return {
        "citation": order.citation,
        "quote": order.quote,
        "verified": order.verified,
        "checked": order.checked,
        "in_force_from": order.in_force_from.isoformat() if order.in_force_from else None,
        "in_force_to": order.in_force_to.isoformat() if order.in_force_to else None,
        "note": order.note,
    }


def readings_json(order: Order) -> list[Json]:
    """Who reads the law otherwise, and whom they add."""
    return [{"asserted_by": r.asserted_by, "adds": r.adds} for r in order.rival_readings]
