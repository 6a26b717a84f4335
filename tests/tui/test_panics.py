"""A library in native code that panics, wherever the screen needs it: told, the rest goes on."""

import threading
from pathlib import Path

import pytest
from tests.panics import panic
from tests.tui.driving import press, seen, settle

from crisis_reader.text import words
from crisis_reader.tui.start import make_app

TEXTS = (
    "President Ana Paz of Bolivia resigned on Monday after strikes, Mr Kalinsky said.",
    "Ana Paz stepped down as president of Bolivia on Monday after strikes, Mr Kalinskyj said.",
)

PLACES = (
    "sentencex.segment",
    "Stemmer.Stemmer",
    "rapidfuzz.fuzz.ratio",
    "rapidfuzz.distance.LCSseq.similarity",
    "rapidfuzz.process.extract",
    "yaml.parse",
    "watchfiles.watch",
)


@pytest.mark.parametrize("place", PLACES)
async def test_every_screen_goes_on(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """List, filter with a slip of the pen, comparison, line, a text that changed under its note."""
    folder, library = tmp_path / "news", tmp_path / "library.sqlite3"
    folder.mkdir()
    for number, text in enumerate(TEXTS):
        (folder / f"{number}.txt").write_text(f"Report {number}\n\n{text}")
    app = make_app([str(folder)], library_path=library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "space", "j", "space", "c", "b", *"mine", "enter", "q", "ctrl+q")
    for number, text in enumerate(TEXTS):
        (folder / f"{number}.txt").write_text(f"Report {number}\n\nToday {text}")
    (folder / "2.md").write_text(f"---\ntitle: 'Report 2'\n---\n{TEXTS[1]}")
    monkeypatch.setattr(words, "_own", threading.local())
    words.stem.cache_clear()
    asked: list[object] = []

    def broken(*given: object, **more: object) -> None:
        asked.append(given)
        panic(*given, **more)

    monkeypatch.setattr(place, broken)
    again = make_app([str(folder)], library_path=library)
    again.watches = True
    async with again.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "slash", *"reprot", "escape")
        await press(pilot, "enter", "slash", *"paz", "enter", "q", "space", "j", "space", "c")
        await press(pilot, "n", "q", "l", "q", "S", "q", "B", "q", "exclamation_mark")
        told = [problem.message for problem in again.shelf.all_problems()]
        await press(pilot, "q")
        assert "Articles" in seen(again)
        await press(pilot, "ctrl+q")
    assert again.return_code == 0
    assert asked
    # Sentences are cut by our own marks then, which needs no word to the reader.
    assert any("PanicException" in one for one in told) == (place != "sentencex.segment")
