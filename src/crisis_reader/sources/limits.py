"""How far fetching goes: numbers that a reader may set, each with its default. Data only."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one fetch may cost, and where it may go."""

    allow_private: bool = False
    """Whether addresses of this machine and of the reader's own network may be asked."""
    redirects: int = 5
    """How often one answer after another may lead elsewhere."""
    megabytes: float = 10
    """Millions of bytes of one answer, as sent and as unpacked."""
    seconds: float = 20
    """For one fetch in all: looking up the name, connecting, every redirect, every byte."""
    pause: float = 1
    """Seconds between two questions to one host."""
    contact: str = ""
    """An address or a page that the user agent names, for who runs a site; empty for none."""

    @property
    def largest(self) -> int:
        """Bytes of one answer."""
        return int(self.megabytes * 1_000_000)
