"""Orders of succession as a list."""

import json

from crisis_reader.reports.article_json import dumped
from crisis_reader.reports.order_list import orders_json, orders_text
from crisis_reader.succession import load_orders


def test_a_line_for_each_order() -> None:
    """Its id first, then the law and the offices by rank."""
    lines = orders_text(load_orders()).splitlines()
    assert len(lines) == len(load_orders())
    (bolivia,) = [line for line in lines if line.startswith("BO-2009: ")]
    assert "art. 169" in bolivia
    assert "President of Bolivia, then Vice President, then President of the Senate" in bolivia


def test_what_was_not_checked_says_so() -> None:
    """An order whose source was not seen is never shown as certain."""
    for order, line in zip(load_orders(), orders_text(load_orders()).splitlines(), strict=True):
        assert ("unverified" in line) is not order.verified


def test_orders_as_json() -> None:
    """Offices in rank, days as ISO dates."""
    document = json.loads(dumped(orders_json(load_orders())))
    assert [o["id"] for o in document["orders"]] == [o.id for o in load_orders()]
    for order in document["orders"]:
        assert [o["rank"] for o in order["offices"]] == list(range(len(order["offices"])))
