"""Who holds which office when, and who says so: orders as data, the line of succession."""

from crisis_reader.succession.line import draw_line, line_of_succession
from crisis_reader.succession.orders import known_orders, load_orders, next_office, parse_order
from crisis_reader.succession.records import (
    Dispute,
    Evidence,
    Line,
    Office,
    Order,
    Reading,
    RivalReading,
    Rung,
    Silence,
    Status,
    StatusWord,
)

__all__ = [
    "Dispute",
    "Evidence",
    "Line",
    "Office",
    "Order",
    "Reading",
    "RivalReading",
    "Rung",
    "Silence",
    "Status",
    "StatusWord",
    "draw_line",
    "known_orders",
    "line_of_succession",
    "load_orders",
    "next_office",
    "parse_order",
]
