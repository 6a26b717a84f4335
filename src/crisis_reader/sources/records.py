"""What opening a source gives: articles, and a problem for everything that could not be read."""

from dataclasses import dataclass

from crisis_reader.article import Article
from crisis_reader.errors import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """The result of opening one or more sources; nothing that was found is silently left out."""

    articles: tuple[Article, ...] = ()
    """In order of path, then of position within a file."""
    problems: tuple[Problem, ...] = ()


def unread_remark(article: Article) -> str | None:
    """What the reader should be told of an article that is too long to be read whole."""
    if article.read_to == len(article.text):
        return None
    return (
        f"only the first {article.read_to:,} of {len(article.text):,} characters were read for "
        "matching and events; split it, or raise max_characters under [reading] in config.toml"
    )
