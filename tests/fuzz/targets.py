"""What is fuzzed: one function a target, each asserts what must hold whatever the bytes are.

A target takes ``Bytes`` (values drawn from the fuzzer's bytes) and returns nothing; a broken
promise is an ``AssertionError``, any other exception is a fault by itself.
"""

import itertools
import os
import re
import tempfile
import tomllib
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

from tests.fuzz.drawing import LONGEST, Bytes, drawn_text, is_inside
from tests.fuzz.web_targets import WEB_TARGETS, Inside

from crisis_reader.alignment import Profile, align
from crisis_reader.article import Article
from crisis_reader.errors import Problem
from crisis_reader.events import extract_events, parse_corrections
from crisis_reader.library import parse_query
from crisis_reader.reports.succession_json import succession_json
from crisis_reader.sources import open_source
from crisis_reader.sources.pages import Pages
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

ENDINGS = (".txt", ".md", ".html", ".json", ".jsonl")


def text_room(feed: Bytes) -> None:
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
    assert all(is_inside(n.span, text) for n in read_numbers(text, language=language))
    assert all(is_inside(d.span, text) for d in read_days(text, language=language))


def cleaning(feed: Bytes) -> None:
    """Nothing that comes out can be a command, and what is drawn keeps its length."""
    text = drawn_text(feed)
    assert len(clean(text)) == len(text)
    for shown in (visible(text), printed(text)):
        assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", shown)


def article(feed: Bytes) -> None:
    """Regions lie in the text; a copy of the text has the same version."""
    text = drawn_text(feed)
    read = Article.from_text(text)
    assert read.text == text
    assert all(is_inside(region.span, text) for region in read.regions)
    assert Article.from_text(text) == read


def events(feed: Bytes) -> None:
    """Every event's words are in the text, and nothing depends on what ran before."""
    read = Article.from_text(drawn_text(feed), published="2019-11-15")
    found = extract_events(read)
    assert found == extract_events(read)
    assert all(is_inside(e.span, read.text) and e.span.length for e in found)
    assert all(e.surface in " ".join(read.text.split()) or e.surface in read.text for e in found)


def succession(feed: Bytes) -> None:
    """A line of anything can be told as JSON, and every piece of evidence quotes its text."""
    texts = drawn_text(feed), drawn_text(feed)
    line = line_of_succession([Article.from_text(text, published="2019-11-15") for text in texts])
    succession_json(line)
    for rung in (*line.rungs, *line.asserted):
        for status in rung.statuses:
            assert all(is_inside(e.span, e.article.text) for e in status.evidence)


def alignment(feed: Bytes) -> None:
    """Matches lie in both texts and mirror when the sides change."""
    profile = (Profile.NEWS, Profile.REUSE)[feed.ConsumeIntInRange(0, 1)]
    left, right = Article.from_text(drawn_text(feed)), Article.from_text(drawn_text(feed))
    found, mirrored = align(left, right, profile=profile), align(right, left, profile=profile)
    for match in found.matches:
        assert is_inside(match.left, left.text)
        assert is_inside(match.right, right.text)
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


def files(feed: Bytes) -> None:
    """A file of anything gives articles and problems, never an exception."""
    ending = ENDINGS[feed.ConsumeIntInRange(0, len(ENDINGS) - 1)]
    if feed.ConsumeIntInRange(0, 1):
        raw = feed.ConsumeBytes(LONGEST)
    else:
        raw = drawn_text(feed).encode("utf-8", "surrogatepass")
    path = Path(tempfile.gettempdir()) / f"fuzzed-{os.getpid()}{ending}"
    path.write_bytes(raw)
    with patch.object(Pages, "_extract", lambda _pages, markup: Inside().content(markup)):
        loaded = open_source(path)
    assert loaded.articles or loaded.problems
    for read in loaded.articles:
        assert all(is_inside(region.span, read.text) for region in read.regions)
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


def side_files(feed: Bytes) -> None:
    """Corrections, orders and queries that nobody can read are told, not raised."""
    text = drawn_text(feed)
    corrections, problems = parse_corrections(text, "corrections.toml")
    assert corrections or problems or not _has_tables(text)
    assert isinstance(parse_order(text, "x.order.toml"), Problem) or "[order]" in text
    parse_query(text[:300])


TARGETS: dict[str, Callable[[Bytes], None]] = {
    "text": text_room,
    "cleaning": cleaning,
    "article": article,
    "events": events,
    "succession": succession,
    "alignment": alignment,
    "files": files,
    "side_files": side_files,
    **WEB_TARGETS,
}
