"""The reports of a line: readable goldens, and nothing of an article comes to life in them."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from crisis_reader.events import HowNamed, Manner, Modality
from crisis_reader.reports.chronicle import chronicle_json, chronicle_markdown, chronicle_text
from crisis_reader.reports.json_parts import dumped
from crisis_reader.reports.succession import succession_markdown, succession_text, succession_wiki
from crisis_reader.reports.succession_json import succession_json
from crisis_reader.succession import Line, Reading

Teller = Callable[..., Reading]
Drawer = Callable[..., Line]
GOLDEN = Path(__file__).parents[1] / "golden"

NASTY = (
    "Ruritania's president, Ana Paz \x1b[2J{{Delete}} [[File:X.png]] <script>alert(1)</script> "
    "'''quit''' `rm` \u202eback https://evil.example/ ~~~~ resigned."
)


@pytest.fixture
def line(account: Teller, draw: Drawer) -> Line:
    """Two accounts of a fall and of a disputed rise, one a sample with a note."""
    first = account(
        "Ruritania's president, Ana Paz, resigned on Sunday. Three in the line of succession, "
        "among them Vice President Eva Lux, gave up as well. Max Orb hopes to govern.",
        (
            "Ruritania's president, Ana Paz, resigned on Sunday",
            Manner.RESIGNED,
            "Ana Paz",
            {"office": "president", "day": "2031-05-04"},
        ),
        (
            "Three in the line of succession, among them Vice President Eva Lux, gave up",
            Manner.RESIGNED,
            "Eva Lux",
            {"office": "Vice President", "unnamed": 2},
        ),
        ("Max Orb hopes to govern", Manner.WILLING, "Max Orb", {"modality": Modality.CONDITIONAL}),
        id="first",
        note="written as a sample, not a news report",
        url="https://gazette.example/fall",
    )
    second = account(
        "Leo Roa declared himself president of Ruritania. The court recognised him. The "
        "self-proclaimed president slept. Crowds demand that he go.",
        ("Leo Roa declared himself president", Manner.DECLARED, "Leo Roa", {"office": "president"}),
        (
            "The court recognised him",
            Manner.RECOGNISED,
            "Leo Roa",
            {"how_named": HowNamed.PRONOUN, "surface": "him", "asserted_by": "the court"},
        ),
        (
            "The self-proclaimed president",
            Manner.SELF_PROCLAIMED,
            "Leo Roa",
            {"office": "president", "how_named": HowNamed.TITLE},
        ),
        (
            "Crowds demand that he go",
            Manner.RESIGNED,
            "Leo Roa",
            {"modality": Modality.DEMANDED, "how_named": HowNamed.PRONOUN},
        ),
        id="second",
        outlet="Courier",
        agency="Ruritanian Press",
        published="2031-05-08",
    )
    return draw(first, second, as_of="2031-05-08")


@pytest.fixture
def nasty(account: Teller, draw: Drawer) -> Line:
    """An account whose words are commands and markup."""
    event = (NASTY.rstrip("."), Manner.RESIGNED, "Ana Paz", {"office": "president"})
    return draw(account(NASTY, event, id="nasty", outlet="{{Outlet}} <b>"), order="RU-TEST")


@pytest.mark.parametrize(
    ("name", "report"),
    [
        ("succession.txt", succession_text),
        ("succession.md", succession_markdown),
        ("succession.wiki", succession_wiki),
        ("succession_chronicle.txt", chronicle_text),
        ("succession_chronicle.md", chronicle_markdown),
    ],
)
def test_a_report_reads_as_its_golden(name: str, report: Callable[[Line], str], line: Line) -> None:
    """One statement a line, words and not symbols."""
    if os.environ.get("CRISIS_READER_REGOLD"):
        (GOLDEN / name).write_text(report(line).rstrip("\n") + "\n", encoding="utf-8")
    assert report(line).rstrip("\n") == (GOLDEN / name).read_text("utf-8").rstrip("\n")


def test_every_quote_of_the_json_slices_back(line: Line) -> None:
    """Wherever a span stands in the document."""
    texts = {article.id: article.text for article in line.articles}
    spans: list[dict[str, object]] = []

    def collect(value: object) -> None:
        if isinstance(value, dict):
            if {"article", "start", "end", "quote"} <= set(value):
                spans.append(value)
            for inner in value.values():
                collect(inner)
        elif isinstance(value, list):
            for inner in value:
                collect(inner)

    collect(json.loads(dumped(succession_json(line))))
    collect(json.loads(dumped(chronicle_json(line))))
    assert len(spans) > 10
    for span in spans:
        text = texts[str(span["article"])]
        assert text[int(str(span["start"])) : int(str(span["end"]))] == span["quote"]


def test_the_json_has_the_keys_that_are_promised(line: Line) -> None:
    """Keys may be added, never changed."""
    document = json.loads(dumped(succession_json(line)))
    assert document["schema"] == "crisis-reader.succession/1"
    assert document["as_of"] == "2031-05-08"
    assert [a["letter"] for a in document["articles"]] == ["A", "B"]
    assert {
        "id",
        "version",
        "origin",
        "text_length",
        "title",
        "outlet",
        "agency",
        "published",
    } <= set(document["articles"][0])
    president = document["rungs"][0]
    assert president["office"]["id"] == "president"
    assert president["statuses"][0]["word"] == "out"
    assert president["disputes"][0]["sides"][0]["said"] == "self-proclaimed"


def test_no_command_reaches_the_terminal(nasty: Line) -> None:
    """Escapes and marks of writing direction are shown, not obeyed."""
    for report in (succession_text(nasty), chronicle_text(nasty), dumped(succession_json(nasty))):
        assert "\x1b" not in report
        assert "\u202e" not in report


def test_no_markup_of_an_article_comes_to_life_in_a_wiki(nasty: Line) -> None:
    """Everything of the article stands in nowiki, and cannot leave it."""
    quoted = next(ln for ln in succession_wiki(nasty).splitlines() if "{{Delete}}" in ln)
    before, _, after = quoted.partition("{{Delete}}")
    assert before.rindex("<nowiki>") > before.rfind("</nowiki>")
    assert "</nowiki>" in after
    assert "<script>" not in quoted


def test_no_markup_of_an_article_comes_to_life_in_markdown(nasty: Line) -> None:
    """No tag, no link, no code."""
    report = succession_markdown(nasty)
    assert "<script>" not in report
    assert "https://evil" not in report
    assert "\\`rm\\`" in report
    assert "\\[\\[File:X.png\\]\\]" in report


def test_a_closing_nowiki_in_an_article_closes_nothing(account: Teller, draw: Drawer) -> None:
    """The tag is shown as text."""
    text = "Ruritania's president, Ana Paz </nowiki>{{Delete}}, resigned."
    event = (text.rstrip("."), Manner.RESIGNED, "Ana Paz", {"office": "president"})
    report = succession_wiki(draw(account(text, event), order="RU-TEST"))
    assert "&lt;/nowiki&gt;{{Delete}}" in report
    assert report.count("<nowiki>") == report.count("</nowiki>")


def test_a_sample_says_so_in_every_export(line: Line) -> None:
    """The note goes with the article."""
    for report in (
        succession_text(line),
        succession_markdown(line),
        succession_wiki(line),
        dumped(succession_json(line)),
        chronicle_text(line),
    ):
        assert "written as a sample, not a news report" in report


def test_an_empty_line_says_why(account: Teller, draw: Drawer) -> None:
    """No event, no order, no silence about it."""
    empty = draw(account("It rained all week."))
    assert "no order for these texts here" in succession_text(empty)
    assert "No events were found" in chronicle_text(empty)


def test_both_sides_of_a_dispute_are_quoted(account: Teller, draw: Drawer) -> None:
    """A denial stands under no status; its words stand with the dispute."""
    text = "Ruritania's president, Ana Paz, resigned. She denies her resignation."
    told = draw(
        account(
            text,
            ("Ana Paz, resigned", Manner.RESIGNED, "Ana Paz", {"office": "president"}),
            (
                "She denies her resignation",
                Manner.RESIGNED,
                "Ana Paz",
                {"office": "president", "modality": Modality.DENIED},
            ),
        ),
        order="RU-TEST",
    )
    report = succession_text(told)
    assert 'denied: resigned, day not stated: "She denies her resignation"' in report


def test_a_day_before_every_article_says_so(account: Teller, draw: Drawer) -> None:
    """An empty report gives its reason."""
    told = account("In Ruritania Ana Paz resigned.", published="2031-05-06")
    report = succession_text(draw(told, known_by="2031-05-05"))
    assert "None of these articles was published by that day." in report
