"""The page of tricky cases is true: every input gives what the page says it gives."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from crisis_reader import Article, Event, extract_events

_PAGE = Path(__file__).parents[2] / "docs" / "tricky_cases.md"
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_FENCE = re.compile(r"^```(\w+)([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class _Case:
    heading: str
    given: dict[str, str]
    text: str
    wanted: str
    got: str


def _cases() -> list[_Case]:
    page = _PAGE.read_text("utf-8")
    marks = list(_HEADING.finditer(page))
    ends = [*(m.start() for m in marks[1:]), len(page)]
    cases: list[_Case] = []
    for mark, end in zip(marks, ends, strict=True):
        fences = {
            kind: (given, body) for kind, given, body in _FENCE.findall(page[mark.end() : end])
        }
        given = dict(item.split("=") for item in fences["input"][0].split())
        bodies = {kind: body.rstrip("\n") for kind, (_, body) in fences.items()}
        cases.append(_Case(mark.group(1), given, bodies["input"], bodies["wanted"], bodies["got"]))
    return cases


def _line(article: Article, event: Event) -> str:
    who = event.person or "?"
    unnamed = f" and {event.unnamed} unnamed" if event.unnamed else ""
    day = str(event.date.day) if event.date and event.date.day else "no day"
    speaker = f" ({event.asserted_by})" if event.asserted_by else ""
    words = " ".join(article.quote(event.span).split())
    what = f"{event.kind}, {event.manner}, {event.modality}"
    return f"{what} | {who}{unnamed} | {day} | {event.voice}{speaker} | {words}"


def _extracted(case: _Case) -> str:
    article = Article.from_text(
        case.text,
        published=case.given.get("published"),
        language=case.given.get("language", "en"),
    )
    return "\n".join(_line(article, e) for e in extract_events(article)) or "no event"


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case.heading)
def test_page_tells_what_is_got(case: _Case) -> None:
    """The *got* of a case is what the program gives."""
    assert _extracted(case) == case.got


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case.heading)
def test_wanted_and_got_differ_only_where_the_page_says_so(case: _Case) -> None:
    """A case that is not solved is marked open, a solved one is not."""
    assert (case.wanted != case.got) == ("(open)" in case.heading)


def test_page_names_every_trap() -> None:
    """Each trap that the articles of the design hold has its case."""
    page = _PAGE.read_text("utf-8").lower()
    traps = (
        "look-alike",
        "full stop",
        "inside one quotation",
        "no-break",
        "caption",
        "post inside",
        "credit",
    )
    assert [trap for trap in traps if trap not in page] == []
