"""The screens of the reader: the only room that knows textual and rich.

Public: :func:`run`, :func:`picture`. Everything else is imported when it is first needed, so that
the list is on the screen before any work is done. Imports point down: `picture`, `start`, then the
folders `app`, `screens`, `panes`, `jobs`, `lines`, `session`; each says what belongs in it.
"""

import gc
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crisis_reader.tui.jobs.exporting import Reports

__all__ = ["picture", "run"]


def run(
    sources: Sequence[str] = (),
    *,
    samples: bool = False,
    data_dir: str | None = None,
    theme: str | None = None,
    settings: tuple[str, str] | None = None,
    reports: "Reports | None" = None,
) -> int:
    """Open the reader on these sources and stay until the reader quits.

    Args:
        sources: Files, folders or addresses; none for the reader's library.
        samples: Whether the bundled articles are asked for.
        data_dir: Folder of the reader's library; None for the user's data folder.
        theme: Name of a theme; None for the dark one.
        settings: Path and text of the config file; None where there is none.
        reports: The forms in which things can be exported.

    Returns:
        0, or the code the app left with.
    """
    # Nothing made until the first frame is garbage: collecting it would only delay that frame.
    gc.disable()
    _load_without_tls()
    from crisis_reader.tui.start import start  # noqa: PLC0415 - textual is loaded here

    return start(
        sources,
        samples=samples,
        data_dir=data_dir,
        theme=theme,
        settings=settings,
        reports=reports,
    )


def _load_without_tls() -> None:
    """Load asyncio and hashlib as in a Python that has no OpenSSL.

    Both ask for it though a screen makes no connection: 4 MiB and some milliseconds before the
    first frame. Whoever connects (``sources.web``) imports ``ssl`` for itself, as ever.
    See docs/decisions/0062.
    """
    absent = [name for name in ("ssl", "_hashlib") if name not in sys.modules]
    sys.modules |= dict.fromkeys(absent)  # type: ignore[arg-type] # None says: not to be had
    try:
        import asyncio  # noqa: F401, PLC0415 - loaded for what it leaves out
        import hashlib  # noqa: F401, PLC0415 - the same
    finally:
        for name in absent:
            del sys.modules[name]


def picture(
    sources: Sequence[str],
    path: str,
    *,
    size: tuple[int, int] = (120, 36),
    keys: Sequence[str] = (),
    theme: str | None = None,
) -> None:
    """Write an SVG picture of the reader as it looks after these keys; see ``tui.picture``."""
    from crisis_reader.tui.picture import take_picture  # noqa: PLC0415 - textual is loaded here

    take_picture(sources, path, size=size, keys=keys, theme=theme)
