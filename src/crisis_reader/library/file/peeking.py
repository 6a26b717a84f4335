"""Whether a library has sources, asked without loading what opens one.

A reader who never added any is shown the samples; loading the library only to find that out would
put off the first frame by 20 ms.
"""

import sqlite3
from contextlib import closing
from pathlib import Path


def has_sources(path: Path) -> bool | None:
    """Whether a library has any source; None where that can't be told at once.

    Args:
        path: Its file, which is there. It is only read.
    """
    try:
        address = f"{path.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=0)) as library:
            return library.execute("SELECT 1 FROM source LIMIT 1").fetchone() is not None
    except sqlite3.Error:  # held, damaged, older or newer: opening it tells which
        return None
