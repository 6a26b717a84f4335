"""The search index is made where it can be, and made anew where it has fallen behind."""

from datetime import UTC, datetime
from pathlib import Path

from crisis_reader.article import Article
from crisis_reader.library import Library, SourceKind
from crisis_reader.library.file.database import Database

NOW = datetime(2020, 2, 3, tzinfo=UTC)


def opened(path: Path, *, full_text: bool | None = None) -> Library:
    """The library, on an SQLite with or without FTS5."""
    return Library(Database.open(path), full_text=full_text)


def add(library: Library, name: str, text: str) -> None:
    """Put an article on the shelf."""
    source = library.sources.add("/news", SourceKind.FOLDER, now=NOW)
    library.import_articles([Article.from_text(text, id=name, url=name)], source, now=NOW)


def sound(library: Library) -> bool:
    """Whether FTS5 finds its own index sound."""
    with library._database.writing():
        library._database.run("INSERT INTO search (search) VALUES ('integrity-check')")
    return True


def test_articles_put_in_without_it_are_found_with_it(tmp_path: Path) -> None:
    """A Python with FTS5 comes after one without: the index is made anew."""
    with opened(tmp_path / "l") as library:
        add(library, "a", "A quorum was there.")
    with opened(tmp_path / "l", full_text=False) as library:
        add(library, "b", "No quorum at all.")
        add(library, "a", "Nobody was there.")
    with opened(tmp_path / "l") as library:
        assert [hit.article.id for hit in library.search("quorum")] == ["b"]
        assert sound(library)
        assert library.notices == ()


def test_a_stale_index_is_not_asked_where_nothing_can_be_written(tmp_path: Path) -> None:
    """Texts are read through instead, so that nothing is missing."""
    with opened(tmp_path / "l") as library:
        add(library, "a", "A quorum was there.")
    with opened(tmp_path / "l", full_text=False) as library:
        add(library, "b", "No quorum at all.")
    with Library.open(tmp_path / "l", read_only=True) as library:
        assert {hit.article.id for hit in library.search("quorum")} == {"a", "b"}


def test_making_it_anew_forgets_what_was_taken_off(tmp_path: Path) -> None:
    """Texts still to be cleared away are in no index, and are not taken out of one."""
    with opened(tmp_path / "l") as library:
        add(library, "a", "A quorum was there.")
        add(library, "b", "No quorum at all.")
        with library._database.writing():
            library._database.run("INSERT INTO leftover SELECT number FROM article WHERE id = 'a'")
            library._database.run("DELETE FROM article WHERE id = 'a'")
        library._index.rebuild()
        library.sources.clear_leftovers()
        assert [hit.article.id for hit in library.search("quorum")] == ["b"]
        assert sound(library)


def test_changing_and_removing_keep_it_sound(tmp_path: Path) -> None:
    """What was put in is taken out, word for word."""
    with opened(tmp_path / "l") as library:
        for text in (
            "Áñez juró en 2019…",
            "Ñandú \ud83d uno\u00addos",
            "x\x00y",
            "Áñez juró en 2019…",
        ):
            add(library, "a", text)
            assert sound(library)
        library.sources.remove(library.sources.source("/news"))
        library.sources.clear_leftovers()
        assert sound(library)
        assert library._database.rows("SELECT rowid FROM search WHERE search MATCH 'juro'") == []
