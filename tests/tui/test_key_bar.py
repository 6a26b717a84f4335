"""The bar of keys: what it says goes once it was read; what goes on stays."""

from collections.abc import Callable

import pytest
from tests.tui.driving import press, seen, settle

from crisis_reader.tui.app.reader import CrisisReader
from crisis_reader.tui.panes.key_bar import KeyBar

Make = Callable[[], CrisisReader]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that the test sets, in seconds."""
    now = [100.0]
    monkeypatch.setattr("crisis_reader.tui.panes.key_bar.monotonic", lambda: now[0])
    return now


async def test_a_key_takes_a_message_away_once_it_was_read(
    reader: Make, clock: list[float]
) -> None:
    """Not before two seconds have gone; then the keys are seen again."""
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        told = "kept in a file whose name takes almost all of the room there is for the keys"
        app.say(told)
        await press(pilot, "j")
        assert told in seen(app)
        assert "Space mark" not in seen(app)
        clock[0] += 3
        await settle(pilot)
        assert told in seen(app)
        await press(pilot, "k")
        assert told not in seen(app)
        assert "Space mark" in seen(app)


async def test_what_a_key_says_is_seen_though_a_message_went_with_it(
    reader: Make, clock: list[float]
) -> None:
    """The old one goes before the key has its effect."""
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.say("something from before")
        clock[0] += 3
        await press(pilot, "O")
        assert "something from before" not in seen(app)
        assert "this article has no address" in seen(app)


async def test_a_message_of_what_goes_on_stays_until_that_is_over(
    reader: Make, clock: list[float]
) -> None:
    """No key takes it away, however long it takes."""
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.say_meanwhile("reading ", "4 of 9")
        clock[0] += 60
        await press(pilot, "j")
        assert "reading 4 of 9" in seen(app)
        app.unsay("reading ")
        await press(pilot, "k")
        assert "reading 4 of 9" not in seen(app)


def test_a_message_told_again_is_a_new_one(clock: list[float]) -> None:
    """Its time begins anew."""
    bar = KeyBar(list)
    bar.say("nothing to compare")
    clock[0] += 3
    bar.say("nothing to compare")
    bar.let_go()
    assert bar.message == "nothing to compare"
    clock[0] += 3
    bar.let_go()
    assert bar.message == ""
