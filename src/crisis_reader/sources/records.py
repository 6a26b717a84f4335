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
