"""Where the library is. Opens nothing."""

import os
from pathlib import Path

_FILE = "library.sqlite3"


def library_path(data_dir: str | os.PathLike[str] | None = None) -> Path:
    """Where the library is: in ``data_dir``, else in the user's data folder."""
    if data_dir is not None:
        return Path(data_dir).expanduser() / _FILE
    from platformdirs import user_data_path  # noqa: PLC0415 - a folder that was named needs none

    return user_data_path("crisis-reader", appauthor=False) / _FILE
