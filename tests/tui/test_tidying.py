"""Tidying: what is let go while the reader rests, and when that may take long."""

import gc
import weakref

import pytest
from tests.tui.driving import settle

from crisis_reader.tui.app.reader import CrisisReader
from crisis_reader.tui.jobs import tidying
from crisis_reader.tui.jobs.tidying import tidy
from crisis_reader.tui.start import make_app


class Screenful:
    """Something that holds itself, as widgets that were taken away do."""

    def __init__(self) -> None:
        self.own = self


def test_what_holds_itself_is_let_go() -> None:
    """Also what lived through a look at what is new."""
    lost = Screenful()
    gone = weakref.ref(lost)
    tidy(fully=False)
    del lost
    tidy()
    assert gone() is None


async def test_all_is_looked_at_after_a_long_rest_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """A little at the first rest; fully, and for good where the list is alone, at the third."""
    asked: list[tuple[bool, bool]] = []

    def counted(*, fully: bool = True, stays: bool = False) -> None:
        asked.append((fully, stays))

    async with make_app((), samples=True).run_test() as pilot:
        await settle(pilot)
        app = pilot.app
        assert isinstance(app, CrisisReader)
        monkeypatch.setattr(tidying, "tidy", counted)
        worth = iter([True, False, False, False, False])
        monkeypatch.setattr(tidying, "is_worth_it", lambda: next(worth))
        app._rests = 0
        app._keys_before = app.keys_taken
        for _ in range(4):
            app._tidy()
        gc.unfreeze()
    assert asked == [(False, False), (True, True)]
