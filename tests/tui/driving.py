"""Driving the reader in a test: keys in, what the screen says out."""

from textual.pilot import Pilot

from crisis_reader.tui.app.reader import CrisisReader


async def settle(pilot: Pilot[None]) -> None:
    """Let jobs end and their messages be shown."""
    for _ in range(4):
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after the other, each shown before the next."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


def seen(app: CrisisReader) -> str:
    """What the screen says, row by row."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)
