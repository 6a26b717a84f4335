"""Picture: the reader as it looks after some keys, drawn by the app itself as SVG."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from crisis_reader.tui.jobs.exporting import screenshot
from crisis_reader.tui.start import make_app

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from crisis_reader.tui.app.reader import CrisisReader

_ROUNDS = 5
_PAUSE = 0.1
"""Seconds in which the end of a job is shown and the next one begins."""


def take_picture(
    sources: Sequence[str],
    path: str,
    *,
    size: tuple[int, int] = (120, 36),
    keys: Sequence[str] = (),
    theme: str | None = None,
) -> None:
    """Open these sources without a terminal, press the keys, write the screen to ``path``.

    Args:
        sources: Files or folders; none for the bundled articles.
        size: Columns and rows.
        path: The file to write.
        keys: Names of keys, one after the other, each given time to show.
        theme: Name of a theme; None for the dark one.
    """

    async def take() -> str:
        app = make_app(sources, theme=theme)
        async with app.run_test(size=size) as pilot:
            await _settled(app, pilot)
            for key in keys:
                await pilot.press(key)
                await _settled(app, pilot)
            return screenshot(app)

    Path(path).write_text(asyncio.run(take()), "utf-8")


async def _settled(app: "CrisisReader", pilot: "Pilot[None]") -> None:
    """Until every job is done and what it found is shown: one job's end begins another."""
    for _ in range(_ROUNDS):
        await pilot.pause(_PAUSE)
        await app.workers.wait_for_complete()
    await pilot.pause()
