"""Points in time as they are stored: UTC, ISO 8601. Reads no clock; order never rests on them."""

from datetime import UTC, datetime

from crisis_reader.errors import UsageError


def moment_of(now: datetime) -> str:
    """A time as it is stored.

    Raises:
        UsageError: If it has no time zone.
    """
    if now.tzinfo is None:
        raise UsageError("a time without a zone was given; use datetime.now(UTC)")
    return now.astimezone(UTC).isoformat()


def read_moment(stored: str) -> datetime:
    """A time as it was given, in UTC."""
    return datetime.fromisoformat(stored)


def read_moment_or_none(stored: str | None) -> datetime | None:
    """A time, where there is one."""
    return None if stored is None else read_moment(stored)
