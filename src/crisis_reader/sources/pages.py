"""Pages, saved or fetched: the one way in which both become text.

What is article and what is furniture an extractor says, in the process for what strangers wrote;
how it reads is ours (``web_page``). Where the extractor fails our reader alone decides.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crisis_reader.sources.parsing import Parser
    from crisis_reader.sources.web_page import WebPage

_MOST_ASKED = 2_000_000
"""Characters; the extractor takes some seconds for them, and no page with one article has more."""


class Pages:
    """Reads pages; the process is started by the first one, and ended with this."""

    def __init__(self) -> None:
        self._parser: Parser | None = None

    @property
    def parser(self) -> "Parser":
        """What asks the process; it reads feeds, too."""
        if self._parser is None:
            from crisis_reader.sources.parsing import Parser  # noqa: PLC0415 - only for pages

            self._parser = Parser()
        return self._parser

    def close(self) -> None:
        """End the process, if there is one."""
        if self._parser is not None:
            self._parser.close()

    def read(self, markup: str) -> "WebPage":
        """The article in a page of HTML; its text is empty where the page shows none."""
        from crisis_reader.sources.web_page import read_web_page  # noqa: PLC0415 - the same

        return read_web_page(markup, self._extract if len(markup) <= _MOST_ASKED else None)

    def _extract(self, markup: str) -> str | None:
        return self.parser.content(markup)
