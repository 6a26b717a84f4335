"""Who holds which office when, and who says so: orders as data, the line of succession."""

from crisis_reader.succession.records import (
    Dispute,
    Evidence,
    Line,
    Office,
    Order,
    RivalReading,
    Rung,
    Silence,
    Status,
    StatusWord,
)

__all__ = ["Dispute", "Evidence", "Line", "Office", "Order", "RivalReading", "Rung", "Silence", "Status", "StatusWord"]
