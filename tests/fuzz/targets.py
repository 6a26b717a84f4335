"""What is fuzzed: one function a target, each asserts what must hold whatever the bytes are.

A target takes a ``Feed`` (values drawn from the fuzzer's bytes) and returns nothing; a broken
promise is an ``AssertionError``, any other exception is a fault by itself.
"""

import itertools
import os
import random
import re
import tempfile
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from crisis_reader.alignment import Profile, align
from crisis_reader.article import Article
from crisis_reader.errors import Problem
from crisis_reader.events import extract_events, parse_corrections
from crisis_reader.library import parse_query
from crisis_reader.reports.succession_json import succession_json
from crisis_reader.sources import open_source
from crisis_reader.succession import line_of_succession, parse_order
from crisis_reader.text import (
    Span,
    fold,
    guess_language,
    read_clauses,
    read_days,
    read_numbers,
    read_sentences,
    read_words,
)
from crisis_reader.text.cleaning import clean, printed, visible

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

ENDINGS = (".txt", ".md", ".html", ".json", ".jsonl")


class Feed(Protocol):
    """Values drawn from the fuzzer's bytes; the methods of ``atheris.FuzzedDataProvider``."""

    def ConsumeBytes(self, count: int) -> bytes:  # noqa: D102, N802 - atheris named it
        ...

    def ConsumeUnicode(self, count: int) -> str:  # noqa: D102, N802 - the same
        ...

    def ConsumeIntInRange(self, low: int, high: int) -> int:  # noqa: D102, N802 - the same
        ...

    def remaining_bytes(self) -> int:  # noqa: D102
        ...


def drawn_text(feed: Feed) -> str:
    """Anything at all, or pieces of news strung together, or both."""
    kind = feed.ConsumeIntInRange(0, 3)
    if kind == 0:
        return feed.ConsumeUnicode(LONGEST)
    told = [PIECES[byte % len(PIECES)] for byte in feed.ConsumeBytes(400)]
    if kind == 1:
        random.Random(len(told)).shuffle(told)
    return "".join(told) + (feed.ConsumeUnicode(200) if kind == 2 else "")


def _inside(span: Span, text: str) -> bool:
    return 0 <= span.start <= span.end <= len(text)


def text_room(feed: Feed) -> None:
    """Folding, sentences, clauses, words and mentions keep their offsets."""
    text = drawn_text(feed)
    language = guess_language(text) or "en"
    folded = fold(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert all(a <= b for a, b in itertools.pairwise(folded.offsets))
    sentences = read_sentences(text, language)
    assert "".join(s.of(text) for s in sentences) == text
    for sentence in sentences:
        assert all(sentence.covers(c) for c in read_clauses(text, sentence, language))
    words = read_words(text, language, Span(0, len(text)))
    assert all(a < b <= len(text) for a, b in zip(words.starts, words.ends, strict=True))
    assert all(_inside(n.span, text) for n in read_numbers(text, language=language))
    assert all(_inside(d.span, text) for d in read_days(text, language=language))


def cleaning(feed: Feed) -> None:
    """Nothing that comes out can be a command, and what is drawn keeps its length."""
    text = drawn_text(feed)
    assert len(clean(text)) == len(text)
    for shown in (visible(text), printed(text)):
        assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", shown)


def article(feed: Feed) -> None:
    """Regions lie in the text; a copy of the text has the same version."""
    text = drawn_text(feed)
    read = Article.from_text(text)
    assert read.text == text
    assert all(_inside(region.span, text) for region in read.regions)
    assert Article.from_text(text) == read


def events(feed: Feed) -> None:
    """Every event's words are in the text, and nothing depends on what ran before."""
    read = Article.from_text(drawn_text(feed), published="2019-11-15")
    found = extract_events(read)
    assert found == extract_events(read)
    assert all(_inside(e.span, read.text) and e.span.length for e in found)
    assert all(e.surface in " ".join(read.text.split()) or e.surface in read.text for e in found)


def succession(feed: Feed) -> None:
    """A line of anything can be told as JSON, and every piece of evidence quotes its text."""
    texts = drawn_text(feed), drawn_text(feed)
    line = line_of_succession([Article.from_text(text, published="2019-11-15") for text in texts])
    succession_json(line)
    for rung in (*line.rungs, *line.asserted):
        for status in rung.statuses:
            assert all(_inside(e.span, e.article.text) for e in status.evidence)


def alignment(feed: Feed) -> None:
    """Matches lie in both texts and mirror when the sides change."""
    profile = (Profile.NEWS, Profile.REUSE)[feed.ConsumeIntInRange(0, 1)]
    left, right = Article.from_text(drawn_text(feed)), Article.from_text(drawn_text(feed))
    found, mirrored = align(left, right, profile=profile), align(right, left, profile=profile)
    for match in found.matches:
        assert _inside(match.left, left.text)
        assert _inside(match.right, right.text)
        assert 0 <= match.score <= 1
    sides = sorted((m.left, m.right, m.score) for m in found.matches)
    assert sides == sorted((m.right, m.left, m.score) for m in mirrored.matches)
    blocks = found.blocks()
    for tiles, side in (
        ([b.left for b in blocks], left),
        ([b.right for b in blocks], right),
    ):
        # A passage that moved stands beside its other half, not in its own text's order.
        ordered = sorted(tile for tile in tiles if tile)
        assert "".join(tile.of(side.text) for tile in ordered) == side.text


def files(feed: Feed) -> None:
    """A file of anything gives articles and problems, never an exception."""
    ending = ENDINGS[feed.ConsumeIntInRange(0, len(ENDINGS) - 1)]
    if feed.ConsumeIntInRange(0, 1):
        raw = feed.ConsumeBytes(LONGEST)
    else:
        raw = drawn_text(feed).encode("utf-8", "surrogatepass")
    path = Path(tempfile.gettempdir()) / f"fuzzed-{os.getpid()}{ending}"
    path.write_bytes(raw)
    loaded = open_source(path)
    assert loaded.articles or loaded.problems
    for read in loaded.articles:
        assert all(_inside(region.span, read.text) for region in read.regions)
        extract_events(read)
    for problem in loaded.problems:
        assert problem.source
        assert problem.message


def _has_tables(text: str) -> bool:
    """Whether a file of TOML holds anything but remarks and the name of its schema."""
    try:
        return bool(tomllib.loads(text).keys() - {"schema"})
    except tomllib.TOMLDecodeError:
        return False


def side_files(feed: Feed) -> None:
    """Corrections, orders and queries that nobody can read are told, not raised."""
    text = drawn_text(feed)
    corrections, problems = parse_corrections(text, "corrections.toml")
    assert corrections or problems or not _has_tables(text)
    assert isinstance(parse_order(text, "x.order.toml"), Problem) or "[order]" in text
    parse_query(text[:300])


TARGETS: dict[str, Callable[[Feed], None]] = {
    "text": text_room,
    "cleaning": cleaning,
    "article": article,
    "events": events,
    "succession": succession,
    "alignment": alignment,
    "files": files,
    "side_files": side_files,
}
