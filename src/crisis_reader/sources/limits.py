"""How far reading and fetching go: numbers a reader may set, each with its default. Data only."""

from dataclasses import dataclass

from crisis_reader.article.records import READ_AT_MOST


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one file and one fetch may cost, and where it may go."""

    characters: int = READ_AT_MOST
    """Characters of one article that are read for matching and events; all are kept and shown."""
    file_megabytes: float = 64
    """Millions of bytes of one file, or of one line of JSON Lines."""
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

    @property
    def largest_file(self) -> int:
        """Bytes of one file."""
        return int(self.file_megabytes * 1_000_000)
