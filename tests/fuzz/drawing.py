"""What inputs are made of: values and texts drawn from a fuzzer's bytes."""

import random
from typing import Protocol

from crisis_reader.text import Span

PIECES = (
    *("President ", "the president ", "Vice President ", "Ana Paz ", "Leo Roa ", "Paz ", "he "),
    *("she ", "who ", "resigned ", "was ousted ", "stepped down ", "fled to ", "was sworn in "),
    *("declared herself ", "as interim president ", "recognised ", "refused to ", "would ", "if "),
    *("demanded the resignation of ", "the coup ", "on Monday ", "a day after ", "2019-11-10 "),
    *(
        "in May 1999 ",
        ", ",
        ". ",
        "; ",
        "and ",
        "“",
        "” ",
        "‘",
        "’s ",
        "\n\n",
        "\n",
        "— ",
        "(",
        ") ",
    ),
    *("renunció ", "el presidente ", "asumió ", "se proclamó ", "la presidenta Eva Gil ", "juró "),
    *("el lunes ", "de la República ", "at least 12 ", "$3.5bn ", "two hundred ", "Senate ", "A. "),
    *("Photo: ", "© AFP ", "By Ann Oak", "LIMA (Wire) - ", "pic.twitter.com/x ", "#tag ", "@name "),
    *("\u00a0", "\u202e", "\u200b", "\x1b[31m", "\ud800", "\ufeff", "e\u0301", "ß", "İ", "\x00"),
    *(
        "---\n",
        "title: x\n",
        "- ",
        ": ",
        "&a ",
        "*a ",
        "[",
        "]",
        "{",
        "}",
        "<p>",
        "</p>",
        "<",
        "&#",
    ),
    *(
        "<script>",
        "<title>",
        "<meta ",
        "content=",
        '"',
        "'",
        "http://x.y/",
        "\\u0000",
        "null",
        "1e9",
    ),
)
"""Pieces of news, markup and trouble: bytes alone would seldom make a sentence."""

LONGEST = 6_000
"""Characters; longer inputs find nothing that shorter ones do not, and slow the search."""


class Bytes(Protocol):
    """Values drawn from the fuzzer's bytes; the methods of ``atheris.FuzzedDataProvider``."""

    def ConsumeBytes(self, count: int) -> bytes:  # noqa: D102, N802 - atheris named it
        ...

    def ConsumeUnicode(self, count: int) -> str:  # noqa: D102, N802 - the same
        ...

    def ConsumeIntInRange(self, low: int, high: int) -> int:  # noqa: D102, N802 - the same
        ...

    def remaining_bytes(self) -> int:  # noqa: D102
        ...


def drawn_text(feed: Bytes) -> str:
    """Anything at all, or pieces of news strung together, or both."""
    kind = feed.ConsumeIntInRange(0, 3)
    if kind == 0:
        return feed.ConsumeUnicode(LONGEST)
    told = [PIECES[byte % len(PIECES)] for byte in feed.ConsumeBytes(400)]
    if kind == 1:
        random.Random(len(told)).shuffle(told)
    return "".join(told) + (feed.ConsumeUnicode(200) if kind == 2 else "")


def is_inside(span: Span, text: str) -> bool:
    """Whether a span lies in a text."""
    return 0 <= span.start <= span.end <= len(text)
