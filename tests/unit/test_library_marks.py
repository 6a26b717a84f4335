"""Notes, bookmarks and anchors stay with their passages, or come back as lost."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crisis_reader.article import Article, Origin
from crisis_reader.errors import UsageError
from crisis_reader.library import Library, SourceKind
from crisis_reader.text import Span

NOW = datetime(2020, 2, 3, 4, 5, 6, tzinfo=UTC)
TEXT = "The court met in Quito. The speaker resigned before noon. Crowds filled the square."


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library in a file."""
    with Library.open(tmp_path / "library.sqlite3") as opened:
        yield opened


def article(text: str = TEXT, name: str = "a.txt") -> Article:
    """An article that was read from a file."""
    return Article.from_text(text, id=name, origin=Origin(uri=f"/news/{name}"))


def span_of(text: str, words: str) -> Span:
    """Where these words first stand."""
    return Span(text.index(words), text.index(words) + len(words))


def test_a_note_is_read_back(library: Library) -> None:
    """Words, passage, place and time."""
    made = library.marks.add_note(article(), Span(24, 44), "Why?", now=NOW)
    (note,) = library.marks.notes(article())
    assert note == made
    assert (note.words, note.span, note.made) == ("Why?", Span(24, 44), NOW)
    assert note.passage.quote == TEXT[24:44]


def test_a_bookmark_has_no_words(library: Library) -> None:
    """It is a note without any."""
    library.marks.add_note(article(), Span(0, 3), None, now=NOW)
    assert library.marks.notes(article())[0].words is None


def test_a_note_needs_no_article_on_the_shelf(library: Library) -> None:
    """Articles that were opened, not added, keep theirs."""
    library.marks.add_note(article(), Span(0, 3), "x", now=NOW)
    assert len(library.articles) == 0
    assert library.marks.notes(article())


def test_a_note_follows_its_passage(library: Library) -> None:
    """In a changed text it stands where its words are now."""
    library.marks.add_note(article(), span_of(TEXT, "resigned before noon"), "x", now=NOW)
    changed = article("Updated. " + TEXT)
    (note,) = library.marks.notes(changed)
    assert note.span == span_of(changed.text, "resigned before noon")


def test_a_lost_note_is_shown_as_lost(library: Library) -> None:
    """It is not dropped, and it is there again when its text is."""
    library.marks.add_note(article(), span_of(TEXT, "resigned before noon"), "x", now=NOW)
    (note,) = library.marks.notes(article("Something else was printed here."))
    assert (note.span, note.words) == (None, "x")
    assert library.marks.notes(article())[0].span is not None


def test_a_note_on_words_said_twice(library: Library) -> None:
    """In the very text it was made in nothing has to be guessed."""
    twice = article("No. No. No. No.")
    library.marks.add_note(twice, Span(8, 11), "the third", now=NOW)
    assert library.marks.notes(twice)[0].span == Span(8, 11)


def test_notes_in_order_of_position(library: Library) -> None:
    """The lost ones last."""
    library.marks.add_note(article("Gone and away with it."), Span(0, 22), "lost", now=NOW)
    library.marks.add_note(article(), Span(24, 44), "second", now=NOW)
    library.marks.add_note(article(), Span(0, 9), "first", now=NOW)
    assert [n.words for n in library.marks.notes(article())] == ["first", "second", "lost"]


def test_all_notes_name_their_article(library: Library) -> None:
    """Also where the article is not at hand."""
    library.marks.add_note(article(name="a.txt"), Span(0, 9), "one", now=NOW)
    library.marks.add_note(article(name="b.txt"), Span(0, 9), "two", now=NOW)
    assert [(n.article_id, n.words) for n in library.marks.all_notes()] == [
        ("a.txt", "one"),
        ("b.txt", "two"),
    ]


def test_another_file_of_the_same_name_has_its_own(library: Library) -> None:
    """Two folders may both hold a.txt."""
    library.marks.add_note(article(), Span(0, 9), "x", now=NOW)
    other = Article.from_text(TEXT, id="a.txt", origin=Origin(uri="/elsewhere/a.txt"))
    assert library.marks.notes(other) == ()


def test_a_note_changes(library: Library) -> None:
    """Its words and the time, not its passage."""
    made = library.marks.add_note(article(), Span(0, 9), "x", now=NOW)
    later = NOW.replace(year=2021)
    library.marks.change_note(made.number, "y", now=later)
    (note,) = library.marks.notes(article())
    assert (note.words, note.made, note.changed, note.span) == ("y", NOW, later, Span(0, 9))


def test_a_note_is_removed(library: Library) -> None:
    """That one and no other."""
    first = library.marks.add_note(article(), Span(0, 9), "x", now=NOW)
    library.marks.add_note(article(), Span(0, 9), "y", now=NOW)
    library.marks.remove_note(first.number)
    assert [n.words for n in library.marks.notes(article())] == ["y"]


@pytest.mark.parametrize("span", [Span(-1, 3), Span(5, 4), Span(0, 999)])
def test_a_passage_outside_the_text_is_refused(library: Library, span: Span) -> None:
    """A span must be of the text."""
    with pytest.raises(UsageError, match="outside"):
        library.marks.add_note(article(), span, "x", now=NOW)


def test_a_note_that_is_not_there(library: Library) -> None:
    """Another program may have taken it away."""
    with pytest.raises(UsageError, match="no note 7"):
        library.marks.remove_note(7)
    with pytest.raises(UsageError, match="no note 7"):
        library.marks.change_note(7, "x", now=NOW)


def test_an_anchor_that_is_not_there(library: Library) -> None:
    """The same."""
    with pytest.raises(UsageError, match="no anchor 7"):
        library.marks.remove_anchor(7)


def test_half_a_character_is_kept(library: Library) -> None:
    """A broken escape in a source leaves lone surrogates in texts."""
    odd = article("A \ud83d broken \udcff text, whole all the same.")
    library.marks.add_note(odd, Span(0, 12), "half \ud83d", now=NOW)
    (note,) = library.marks.notes(odd)
    assert (note.passage.quote, note.words, note.span) == (
        odd.text[:12],
        "half \ud83d",
        Span(0, 12),
    )


def test_an_anchor_is_read_back_from_either_side(library: Library) -> None:
    """Whichever article is left, its span is left."""
    other = article("Crowds were in the square, and the speaker stepped down.", "b.txt")
    spans = span_of(TEXT, "resigned"), span_of(other.text, "stepped down")
    made = library.marks.add_anchor(article(), other, spans, now=NOW)
    assert library.marks.anchors(article(), other) == (made,)
    assert made.spans == spans
    (turned,) = library.marks.anchors(other, article())
    assert turned.spans == spans[::-1]
    assert (turned.left, turned.right) == (made.right, made.left)


def test_an_anchor_with_a_lost_side_is_lost(library: Library) -> None:
    """Both quotes are still told."""
    other = article("Crowds were in the square, and the speaker stepped down.", "b.txt")
    spans = span_of(TEXT, "resigned"), span_of(other.text, "stepped down")
    library.marks.add_anchor(article(), other, spans, now=NOW)
    (lost,) = library.marks.anchors(article(), article("Nothing of it.", "b.txt"))
    assert (lost.spans, lost.right.quote) == (None, "stepped down")


def test_an_anchor_is_removed(library: Library) -> None:
    """And only between these two."""
    other = article(name="b.txt")
    made = library.marks.add_anchor(article(), other, (Span(0, 3), Span(0, 3)), now=NOW)
    library.marks.remove_anchor(made.number)
    assert library.marks.anchors(article(), other) == ()


def test_notes_stay_when_their_source_goes(library: Library) -> None:
    """Taking a source off the shelf takes no note with it."""
    source = library.sources.add("/news", SourceKind.FOLDER, now=NOW)
    library.import_articles([article()], source, now=NOW)
    library.marks.add_note(library.articles.article("a.txt"), Span(0, 9), "x", now=NOW)
    library.sources.remove(source)
    library.import_articles(
        [article()], library.sources.add("/news", SourceKind.FOLDER, now=NOW), now=NOW
    )
    assert [n.words for n in library.marks.notes(library.articles.article("a.txt"))] == ["x"]
