"""Orders of succession as a list."""

import json
from dataclasses import replace

from crisis_reader.reports.json_parts import dumped
from crisis_reader.reports.order_list import orders_json, orders_text
from crisis_reader.succession import load_orders


def test_orders_stand_below_their_country() -> None:
    """The country once, then each version of its law with its offices by rank."""
    lines = orders_text(load_orders()).splitlines()
    at = lines.index("Argentina")
    assert [line[:10] for line in lines[at + 1 : at + 5 : 2]] == ["  AR-1975:", "  AR-2003:"]
    assert "; from 21 July 1975 to 7 January 2003" in lines[at + 1]
    assert lines[at + 3].endswith("; since 8 January 2003")
    offices = lines[lines.index("Bolivia") + 2]
    assert offices.startswith(
        "    President of Bolivia, then Vice President, then President of the"
    )


def test_countries_stand_in_order_of_their_names() -> None:
    """By what a reader looks for, not by code."""
    countries = [line for line in orders_text(load_orders()).splitlines() if line[0] != " "]
    assert countries == sorted({order.country_names[0] for order in load_orders()})


def test_what_was_not_checked_says_so() -> None:
    """An order whose source was not seen is never shown as certain."""
    lines = orders_text(load_orders()).splitlines()
    for order in load_orders():
        (line,) = [line for line in lines if line.startswith(f"  {order.id}: ")]
        assert ("unverified" in line) is not order.verified


def test_a_time_in_force_may_be_open_on_either_side() -> None:
    """An order of one's own needs no days."""
    (order,) = [order for order in load_orders() if order.id == "AR-1975"]
    ended = orders_text([replace(order, in_force_from=None)])
    assert "; to 7 January 2003" in ended
    always = orders_text([replace(order, in_force_from=None, in_force_to=None)])
    assert always.splitlines()[1].endswith("(1975)")


def test_orders_as_json() -> None:
    """Offices in rank, days as ISO dates."""
    document = json.loads(dumped(orders_json(load_orders())))
    assert [o["id"] for o in document["orders"]] == [o.id for o in load_orders()]
    for order in document["orders"]:
        assert order["verified"] is (order["checked"] is not None)
        assert [o["rank"] for o in order["offices"]] == list(range(len(order["offices"])))
