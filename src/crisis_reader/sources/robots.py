"""What a site's robots.txt says of an address, and how long to wait between two questions.

Source: RFC 9309. A site without one (4xx) allows everything; one that can't be asked (5xx, no
answer) allows nothing for now; of a long one the first 500 KiB count.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from protego import Protego

NAME = "crisis-reader"
"""What robots.txt may call this program."""

ROBOTS_BYTES = 500 * 1024
"""What counts of a robots.txt."""
_LONGEST_DELAY = 10.0
"""Seconds; a site that wants more gets this: a person is waiting."""


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one site."""

    _rules: "Protego | None"
    _allows_without: bool = True

    @classmethod
    def read(cls, body: bytes) -> "Robots":
        """The rules of a robots.txt."""
        from protego import Protego  # noqa: PLC0415 - only for fetching

        return cls(Protego.parse(body.decode("utf-8", "replace")))

    @classmethod
    def without(cls, *, allowed: bool) -> "Robots":
        """A site whose robots.txt can't be had."""
        return cls(None, _allows_without=allowed)

    def allows(self, address: str) -> bool:
        """Whether this address may be fetched."""
        if self._rules is None:
            return self._allows_without
        return bool(self._rules.can_fetch(address, NAME))

    @property
    def delay(self) -> float:
        """Seconds between two questions, as the site wants it; 0 where it says nothing."""
        said = self._rules.crawl_delay(NAME) if self._rules else None
        return min(max(0.0, float(said or 0)), _LONGEST_DELAY)
