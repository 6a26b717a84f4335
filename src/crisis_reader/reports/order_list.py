"""The known orders of succession as a list: which law, since when, which offices in which order."""

from collections.abc import Sequence

from crisis_reader.reports.article_json import Document, Json, head
from crisis_reader.reports.wording import day
from crisis_reader.succession import Order
from crisis_reader.text.cleaning import printed


def orders_text(orders: Sequence[Order]) -> str:
    """A line for each order: its id, country, law, time in force, offices by rank."""
    return "\n".join(map(_line, orders))


def _line(order: Order) -> str:
    offices = ", then ".join(printed(office.name) for office in order.offices)
    since = f"in force from {day(order.in_force_from)}" if order.in_force_from else "in force"
    until = f" to {day(order.in_force_to)}" if order.in_force_to else ""
    unchecked = "" if order.verified else "; unverified"
    return (
        f"{order.id}: {printed(order.country_names[0])}, {printed(order.citation)}, "
        f"{since}{until}: {offices}{unchecked}."
    )


def orders_json(orders: Sequence[Order]) -> Document:
    """The same as a document of schema ``crisis-reader.orders/1``."""
    return {**head("crisis-reader.orders/1"), "orders": [_order(order) for order in orders]}


def _order(order: Order) -> Json:
    return {
        "id": order.id,
        "country": order.country,
        "country_names": order.country_names,
        "citation": order.citation,
        "quote": order.quote,
        "verified": order.verified,
        "in_force_from": order.in_force_from.isoformat() if order.in_force_from else None,
        "in_force_to": order.in_force_to.isoformat() if order.in_force_to else None,
        "note": order.note,
        "offices": [
            {"id": o.id, "rank": o.rank, "name": o.name, "effect": o.effect} for o in order.offices
        ],
        "asserted_offices": [
            {"id": o.id, "name": o.name, "asserted_by": o.asserted_by}
            for o in order.asserted_offices
        ],
        "rival_readings": [
            {"asserted_by": r.asserted_by, "adds": r.adds} for r in order.rival_readings
        ],
    }
