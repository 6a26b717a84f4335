"""The forms in which the screen exports what it shows: the reports of the commands.

The screen and the reports do not know each other; this hands the ones to the other.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crisis_reader.alignment import Alignment, Grade, Overview
    from crisis_reader.article import Article
    from crisis_reader.succession import Line

Maker = Callable[[], str]


class Exports:
    """The reports by the endings of their files; each is loaded when it is asked for."""

    def comparison(
        self,
        articles: "Sequence[Article]",
        alignments: "Sequence[Alignment]",
        *,
        letters: Sequence[str],
        at_least: "Grade | None",
    ) -> Mapping[str, Maker]:
        """A comparison as Markdown, HTML and JSON."""
        from crisis_reader.reports.comparison_html import comparison_html  # noqa: PLC0415
        from crisis_reader.reports.comparison_json import comparison_json  # noqa: PLC0415
        from crisis_reader.reports.comparison_markdown import comparison_markdown  # noqa: PLC0415
        from crisis_reader.reports.json_parts import dumped  # noqa: PLC0415

        def told(form: Callable[..., str]) -> Maker:
            return lambda: form(articles, alignments, letters=letters, at_least=at_least)

        return {
            "md": told(comparison_markdown),
            "html": told(comparison_html),
            "json": lambda: dumped(comparison_json(articles, alignments, letters=letters)),
        }

    def overview(
        self, articles: "Sequence[Article]", overview: "Overview", *, letters: Sequence[str]
    ) -> Mapping[str, Maker]:
        """An overview as Markdown, HTML and JSON."""
        from crisis_reader.reports.json_parts import dumped  # noqa: PLC0415
        from crisis_reader.reports.overview import (  # noqa: PLC0415
            overview_html,
            overview_json,
            overview_markdown,
        )

        return {
            "md": lambda: overview_markdown(articles, overview, letters=letters),
            "html": lambda: overview_html(articles, overview, letters=letters),
            "json": lambda: dumped(overview_json(articles, overview, letters=letters)),
        }

    def line(self, power: "Line") -> Mapping[str, Maker]:
        """A line of succession as Markdown, wikitext, HTML and JSON."""
        from crisis_reader.reports.json_parts import dumped  # noqa: PLC0415
        from crisis_reader.reports.succession import (  # noqa: PLC0415
            succession_html,
            succession_markdown,
            succession_wiki,
        )
        from crisis_reader.reports.succession_json import succession_json  # noqa: PLC0415

        return {
            "md": lambda: succession_markdown(power),
            "wiki": lambda: succession_wiki(power),
            "html": lambda: succession_html(power),
            "json": lambda: dumped(succession_json(power)),
        }
