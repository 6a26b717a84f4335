"""Leaving when asked from outside, also where the terminal takes nothing any more."""

import os
from threading import Event
from typing import TYPE_CHECKING, cast

import pytest

from crisis_reader.tui.app import leaving

if TYPE_CHECKING:
    from textual.app import App


class Stuck:
    """An app that never ends: its terminal does not take what restores it."""

    def exit(self, *, return_code: int) -> None:
        """Begin to end."""
        self.code = return_code


def test_a_terminal_that_takes_nothing_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is asked to end in order; after a while it ends all the same, with the same code."""
    gone = Event()
    codes: list[int] = []

    def end(code: int) -> None:
        codes.append(code)
        gone.set()

    monkeypatch.setattr(os, "_exit", end)
    monkeypatch.setattr(leaving, "_PATIENCE", 0.01)
    app = Stuck()
    leaving._exit(cast("App[None]", app), 15)
    assert app.code == 143
    assert gone.wait(20)
    assert codes == [143]
