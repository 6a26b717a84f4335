"""How sources and pages are named: a path, an address, ``-``; and one name for each page. Pure."""

import re

STANDARD_INPUT = "-"
"""What stands for standard input among sources."""

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_CAME_BY = ("utm_", "fbclid=", "gclid=", "mc_cid=", "mc_eid=")
"""Beginnings of parts of a query that campaigns add to links: two of them lead to one page."""


def is_address(source: str) -> bool:
    """Whether a source is an address and no path: it begins with a scheme, such as ``https://``."""
    return bool(_ADDRESS.match(source))


def canonical(url: str | None) -> str | None:
    """An address as it identifies a page.

    Scheme and host in lower case, no fragment, and without what tells only by which link a reader
    came (``utm_source`` and its like).
    """
    if url is None:
        return None
    scheme, _, rest = url.partition("#")[0].partition("://")
    host, slash, path = rest.partition("/")
    place, mark, query = path.partition("?")
    if mark:
        kept = [part for part in query.split("&") if not part.lower().startswith(_CAME_BY)]
        path = f"{place}?{'&'.join(kept)}" if kept else place
    return f"{scheme.lower()}://{host.lower()}{slash}{path}"
