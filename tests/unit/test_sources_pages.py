"""Pages, saved or fetched: the same text, furniture left out, the title kept."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.serving import Site, serving

from crisis_reader.sources import Limits, open_source, open_sources, pages
from crisis_reader.sources.pages import Pages

HERE = Limits(allow_private=True, pause=0, seconds=10)
FIRST = (
    "The Supreme Court of Ruritania on Tuesday suspended the vote by which the assembly had named "
    "Leo Roa interim president, and gave the deputies five days to answer."
)
SECOND = (
    "Judge Paula Rey said the session lacked a quorum, a charge which the speaker of the assembly, "
    "Ana Paz, rejected within the hour before reporters at the gate."
)
SHORT = "Nobody was hurt."
MENU = "".join(f"<li><a href='/{n}'>Section number {n}</a></li>" for n in range(20))
SAVED = (
    "<html><head><title>Court suspends vote - The Post</title></head><body><h1>The Post</h1>"
    f"<div class='m'><ul>{MENU}</ul></div><div class='post'><h1>Court suspends vote</h1>"
    f"<p>{FIRST}</p><p>{SECOND}</p><p>{SHORT}</p></div>"
    "<div class='s'><h3>Most read</h3><ol><li><a href='/1'>Storm closes harbour</a></li></ol></div>"
    "</body></html>"
)
TEXT = f"Court suspends vote\n\n{FIRST}\n\n{SECOND}\n\n{SHORT}"


@pytest.fixture
def site() -> Iterator[Site]:
    """A site without anything yet."""
    with serving() as served:
        yield served


def test_a_page_is_the_same_saved_and_fetched(tmp_path: Path, site: Site) -> None:
    """Menus and sidebars are left out of both, the article's heading is in both."""
    (tmp_path / "a.html").write_text(SAVED)
    (saved,) = open_source(tmp_path / "a.html").articles
    (fetched,) = open_source(site.put("/2031/a", SAVED), limits=HERE).articles
    assert saved.text == fetched.text
    assert saved.text.endswith(TEXT)
    assert "Section number" not in saved.text
    assert "Most read" not in saved.text


def test_a_site_s_name_is_not_the_heading() -> None:
    """Of two headings of the first rank the one counts that gives the title."""
    headed = '<meta property="og:title" content="Court suspends vote"><title>'
    with closing(Pages()) as opened:
        page = opened.read(SAVED.replace("<title>", headed))
    assert page.text == TEXT


def test_a_few_words_start_no_process() -> None:
    """There is no furniture among them."""
    with closing(Pages()) as opened:
        assert opened.read("<h1>Court meets</h1><p>It met.").text == "Court meets\n\nIt met."
        assert opened._parser is None


def test_a_huge_page_is_read_by_ours_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extractor would take too long over it."""
    monkeypatch.setattr(pages, "_MOST_ASKED", len(SAVED) - 1)
    with closing(Pages()) as opened:
        assert "Section number 3" in opened.read(SAVED).text
        assert opened._parser is None


def test_one_process_reads_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many sources are named."""
    started: list[int] = []
    end = Pages.close

    def close(self: Pages) -> None:
        assert self._parser is not None
        assert self._parser._process is not None
        started.append(self._parser._process.pid)
        end(self)

    monkeypatch.setattr(Pages, "close", close)
    names = ("a", "b", "c")
    for name in names:
        (tmp_path / f"{name}.html").write_text(SAVED)
    loaded = open_sources(tmp_path / f"{name}.html" for name in names)
    assert len(loaded.articles) == 3
    assert len(started) == 1
