"""Reports as pages of HTML: well formed, escaped, alone on the page, nothing fetched."""

from html.parser import HTMLParser

import pytest

from crisis_reader.alignment import Alignment, Grade, Match, MatchKind, Profile
from crisis_reader.article import Article
from crisis_reader.reports.comparison_html import comparison_html
from crisis_reader.reports.comparison_markdown import comparison_markdown
from crisis_reader.reports.html_page import link, outline, outline_page
from crisis_reader.reports.items import Item
from crisis_reader.text import Span

HOSTILE = 'The mint closed. <script>alert("x")</script> & <b>so it</b> was said.'
LEFT = Article.from_text(HOSTILE, id="l", title="<i>Left</i>", outlet="A & B")
RIGHT = Article.from_text("They closed the mint. Nobody came.", id="r", title="Right")


class Checked(HTMLParser):
    """Every element closed in its place; what ids and inner links there are."""

    _EMPTY = frozenset({"meta"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.said: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        self.seen.add(tag)
        if tag not in self._EMPTY:
            self.open.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name == "href":
                self.links.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        """An element ends: the one that was opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Text."""
        if "style" not in self.open:
            self.said.append(data)

    @property
    def text(self) -> str:
        """All words of the page, on one line."""
        return " ".join("".join(self.said).split())


def match(left: str, right: str, *, score: float, grade: Grade = Grade.STRONG) -> Match:
    """A match of these words."""
    one, other = LEFT.text.index(left), RIGHT.text.index(right)
    return Match(
        left=Span(one, one + len(left)),
        right=Span(other, other + len(right)),
        score=score,
        grade=grade,
        kind=MatchKind.PARAPHRASE,
        group=0,
        because="mint",
    )


@pytest.fixture
def alignment() -> Alignment:
    """Two matches that end in the same words on the right, a weak one apart."""
    return Alignment(
        left=LEFT,
        right=RIGHT,
        profile=Profile.NEWS,
        matches=(
            match("The mint closed.", "They closed the mint.", score=0.9),
            match("so it", "Nobody came", score=0.2, grade=Grade.WEAK),
            match("was said", "closed the mint", score=0.8),
        ),
    )


def test_a_comparison_is_a_well_formed_page(alignment: Alignment) -> None:
    """No element is left open, no script and nothing from elsewhere is in it."""
    page = Checked(comparison_html((LEFT, RIGHT), (alignment,)))
    assert not page.open
    assert not page.seen & {"script", "img", "link", "iframe", "b", "i"}
    assert all(address.startswith("#") for address in page.links)


def test_every_shown_match_leads_to_the_other_side_and_back(alignment: Alignment) -> None:
    """Also one whose words there belong to a better match."""
    page = Checked(comparison_html((LEFT, RIGHT), (alignment,)))
    assert len(page.ids) == len(set(page.ids)) == 4
    assert {address[1:] for address in page.links} == set(page.ids)


def test_both_texts_stand_on_the_page_whole_and_as_text(alignment: Alignment) -> None:
    """What looks like markup in an article is shown, not obeyed; numbers aside all is there."""
    page = Checked(comparison_html((LEFT, RIGHT), (alignment,)))
    assert '<script>alert("x")</script> & <b>so it</b>' in page.text
    assert "Nobody came." in page.text


def test_weak_matches_come_when_asked_for(alignment: Alignment) -> None:
    """They carry a question mark."""
    assert "2?" not in comparison_html((LEFT, RIGHT), (alignment,))
    assert ">2?</a>" in comparison_html((LEFT, RIGHT), (alignment,), at_least=Grade.WEAK)


def test_the_letters_of_a_session_are_kept(alignment: Alignment) -> None:
    """An export speaks of the articles as the screen did."""
    told = comparison_markdown((LEFT, RIGHT), (alignment,), letters=("F", "C"))
    assert "## Comparison of F and C" in told
    assert "  - F: “The mint closed.”" in told


def test_what_stands_in_one_article_only_comes_when_asked_for(alignment: Alignment) -> None:
    """In Markdown as in HTML."""
    told = comparison_markdown((LEFT, RIGHT), (alignment,), with_only=True)
    assert "Only in B, not in A" in told
    page = comparison_html((LEFT, RIGHT), (alignment,), with_only=True)
    assert "Only in B, not in A" in page


def test_lists_nest_inside_their_item() -> None:
    """A statement's evidence belongs to the statement, for ears too."""
    items = [
        Item(depth=0, words="Report"),
        Item(depth=2, words="one"),
        Item(depth=3, words="its evidence", quote="<words>"),
        Item(depth=2, words="two"),
        Item(depth=1, words="Section"),
    ]
    assert outline(items).replace("\n", "") == (
        "<h1>Report</h1><ul><li>one<ul><li>its evidence: <q>&lt;words&gt;</q></li></ul></li>"
        "<li>two</li></ul><h2>Section</h2>"
    )
    assert not Checked(outline_page(items)).open


def test_only_web_addresses_become_links() -> None:
    """What a browser would run stays words."""
    assert link("javascript:alert(1)") == "javascript:alert(1)"
    assert link("https://example.org/?a=1&b").startswith('<a href="https://example.org/?a=1&amp;b"')
