"""What a command line can say and what comes back: commands, their options, exit codes."""

from dataclasses import dataclass, field
from datetime import date

FINE, INCOMPLETE, WRONG_USAGE = 0, 1, 2
"""Exit codes."""

COMMANDS = {
    "list": "list articles with the short ids that the other commands take",
    "show": "print articles whole",
    "compare": "what two or more articles share and where they part",
    "overview": "what several articles tell, who differs and who leaves it out",
    "succession": "who holds power, who says so, and who is next in line",
    "chronicle": "what happened, by day, and who tells it",
    "search": "find articles by words, phrases, outlet and day",
    "orders": "the orders of succession that are known",
    "add": "add files, folders, pages or feeds to your library",
    "remove": "take sources off your library; notes on their articles are kept",
    "sources": "the sources of your library",
    "refresh": "read the sources of your library again",
    "notes": "your notes and bookmarks",
    "export": "articles with their texts, as JSON Lines that can be read again",
    "samples": "open the screen on the sample articles",
    "serve": "open the screen in a browser, on this machine",
}
"""Every command with what it does, in the order of the help."""


@dataclass(slots=True, kw_only=True)
class Options:
    """A parsed command line, whichever command it is for; argparse fills it in."""

    names: list[str] = field(default_factory=list)
    """Paths or ids."""
    pool: list[str] = field(default_factory=list)
    """Sources in which ids are looked up; the samples where empty."""
    form: str = "text"
    """``text``, ``json``, ``md``, ``wiki`` or ``html``."""
    all_grades: bool = False
    only: bool = False
    as_of: date | None = None
    known_by: date | None = None
    order: str | None = None
    outlet: str | None = None
    corrections: list[str] = field(default_factory=list)
    """Files of corrections beside those that lie with the articles."""
    query: list[str] = field(default_factory=list)
    """Words to search for."""
    limit: int = 20
    """How many hits."""
    full: bool = False
    """Whether pages of summaries are fetched."""
    as_page: bool = False
    """Whether a front page is taken as a page and not for its feed."""
    host: str = "127.0.0.1"
    """Name or address on which the screen is served."""
    port: int = 8000
    log: str | None = None
    """File of the log; None for none."""
    data_dir: str | None = None
    """Folder of the reader's library; None for the user's data folder."""
