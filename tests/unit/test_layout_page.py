"""Page: an article as rows, its regions set apart, its labels in their place."""

from crisis_reader.article import Article
from crisis_reader.article.records import RegionKind
from crisis_reader.layout.page import Page, PageMaker
from crisis_reader.text.spans import Span

TEXT = (
    "Regent leaves palace\n\nHARBOUR TOWN (Courier) - The regent left the palace on Monday.\n\n"
    "© Courier / ANNA LIND\n\nNo one has taken the seal."
)


def _article() -> Article:
    return Article.from_text(TEXT)


def _drawn(page: Page) -> list[str]:
    out = []
    for row in page.rows:
        cuts = page.labels_between(row.start, row.end)
        text, at = "", row.start
        for cut in cuts:
            text += page.text[at:cut] + page.labels[cut]
            at = cut
        out.append(text + page.text[at : row.end])
    return out


def test_paragraphs_are_kept_apart_by_an_empty_row() -> None:
    """Headline, body and credit each stand for themselves."""
    rows = _drawn(PageMaker(_article()).page(80))
    assert rows[0] == "Regent leaves palace"
    assert rows[1] == ""
    assert rows[2].startswith("HARBOUR TOWN (Courier) - The regent left")


def test_a_credit_says_what_it_is() -> None:
    """Regions that are set apart carry a word for it, so that no colour is needed."""
    page = PageMaker(_article()).page(80)
    found = [row for row in page.rows if row.kind is RegionKind.CREDIT]
    assert page.labels[found[-1].start] == "photo: "


def test_a_number_is_drawn_before_its_match_and_is_no_text() -> None:
    """The label stands in the row; the row's characters are the article's alone."""
    start = TEXT.index("The regent")
    page = PageMaker(_article()).page(80, {start: "①"})
    row = page.rows[page.row_at(start)]
    assert "①The regent left" in _drawn(page)[page.row_at(start)]
    assert "①" not in page.text[row.start : row.end]


def test_a_place_is_found_in_its_row() -> None:
    """Every row that holds characters is the row of each of them."""
    page = PageMaker(_article()).page(20)
    for number, row in enumerate(page.rows):
        if row.start < row.end:
            assert page.row_at(row.start) == page.row_at(row.end - 1) == number


def test_an_excerpt_shows_only_what_was_asked_for() -> None:
    """What stands in one article only, each piece cut out of its paragraph and marked as cut."""
    start = TEXT.index("palace on")
    page = PageMaker(_article()).page(80, only=[Span(start, start + 16)])
    assert _drawn(page) == ["… palace on Monday"]
