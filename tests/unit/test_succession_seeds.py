"""The line of the two real articles; skipped where they are not at hand."""

import os
from pathlib import Path

import pytest

from crisis_reader.events import Manner
from crisis_reader.sources import open_source
from crisis_reader.succession import Line, Rung, Status, StatusWord, line_of_succession

SHARED = os.environ.get("CRISIS_READER_SHARED")

pytestmark = pytest.mark.skipif(
    not SHARED, reason="CRISIS_READER_SHARED does not name the folder with the two articles"
)


@pytest.fixture(scope="module")
def line() -> Line:
    """A is undated and without outlet, B is Sputnik's of 15 November 2019."""
    return line_of_succession(open_source(str(Path(SHARED or "") / "seeds")).articles)


def rung(line: Line, office: str) -> Rung:
    """The rung of an office."""
    return next(r for r in line.rungs if r.office.id == office)


def status(line: Line, office: str, word: StatusWord) -> Status:
    """The one status of that word on that rung."""
    (found,) = (s for s in rung(line, office).statuses if s.word is word)
    return found


def manners(found: Status, letter: str, line: Line) -> set[Manner]:
    """What one article says below a status."""
    return {e.event.manner for e in found.evidence if line.letter(e.article.id) == letter}


def test_the_order_is_bolivias_and_mexico_is_not_mixed_in(line: Line) -> None:
    """Mexico is named more often than anybody's office."""
    assert line.order is not None
    assert line.order.id == "BO-2009"
    assert "art. 169" in line.heading


def test_morales_is_out_with_every_manner_below(line: Line) -> None:
    """Resigned in both, forced out and removed in A's own words, on 10 November, not disputed."""
    out = status(line, "president", StatusWord.OUT)
    assert out.person is not None
    assert out.person.endswith("Morales")
    assert Manner.RESIGNED in manners(out, "B", line)
    assert {Manner.RESIGNED, Manner.FORCED_OUT, Manner.REMOVED} <= manners(out, "A", line)
    assert not out.disputed
    assert out.date is not None
    assert str(out.date.day) == "2019-11-10"


def test_morales_left_on_the_eleventh(line: Line) -> None:
    """What took place on Monday is the flight, not the resignation."""
    away = status(line, "president", StatusWord.AWAY)
    assert away.date is not None
    assert str(away.date.day) == "2019-11-11"


def test_anez_is_disputed_with_both_sides_named_and_undated(line: Line) -> None:
    """Self-proclaimed in B's own voice; recognised by the court; no day is invented."""
    claim = status(line, "president", StatusWord.CLAIMS)
    assert claim.disputed
    assert claim.date is None
    (dispute,) = rung(line, "president").disputes
    assert {"self-proclaimed", "recognised"} <= {said for said, _ in dispute.sides}


def test_one_vice_president_and_two_unnamed(line: Line) -> None:
    """Three resigned, one is named; B says nothing."""
    vice = status(line, "vice_president", StatusWord.OUT)
    assert (vice.person, vice.unnamed) == ("Alvaro Garcia Linera", 2)
    silent = [line.letter(article) for article, _ in rung(line, "vice_president").silent]
    assert silent == ["B"]


def test_nobody_took_the_other_offices(line: Line) -> None:
    """Willing, next in line, but in no chamber's chair."""
    for office in ("vice_president", "senate_president", "deputies_president"):
        assert not [s for s in rung(line, office).statuses if s.word is StatusWord.IN]


def test_mesa_is_not_morales(line: Line) -> None:
    """The other former president holds no rung."""
    on_rungs = {s.person for r in line.rungs for s in r.statuses if s.person}
    assert not any("Mesa" in person for person in on_rungs)
