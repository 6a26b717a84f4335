"""Sentences: spans that tile a stretch of text, cut by sentencex and mended for news.

The library is given a same-length copy of one paragraph at a time: it panics on a capital before a
no-break space and a point, and its time is quadratic in an unclosed quotation. No sentence is
longer than ``LONGEST`` characters, so that what looks at each word beside each other one of its
sentence stays quick whatever a file holds.
"""

import itertools
import re
from collections.abc import Iterator
from functools import cache

from crisis_reader.errors import is_fault
from crisis_reader.text.folding import fold_word
from crisis_reader.text.language import function_words
from crisis_reader.text.spans import Span, trimmed
from crisis_reader.text.tables import read_table

# A blank line, of whatever white space, ends a paragraph.
_PARAGRAPH = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
# A line's end is one too where lines are not wrapped: most of the text stands in lines longer than
# any editor or printer breaks them at.
_LINE_END = re.compile(r"(?<![,;:\-])\n\s*(?=[\"“«‘(¿¡—–-]*[A-ZÀ-ÖØ-Þ])")
_WRAPPED = 140
# Longer than any paragraph of prose; keeps the library's quadratic case below 50 ms.
_CHUNK = 20_000
LONGEST = 2_000
"""Characters; the longest sentences of newspapers and laws have half of that. A longer one is a
list or no prose, and is cut after a mark, else at white space."""
# Where it is cut, best first; only in its second half, so that the pieces stay few.
_CUTS = tuple(map(re.compile, (r"\n\s*", r"[.;:!?…]\s+", r",\s+", r"\s+")))
# What the library is not given: white space but the plain space and the line end, and surrogates.
# Spelt out, for ten times the speed of a class of characters.
_SPACES = "\t\x0b\x0c\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_ODD = re.compile(f"[{_SPACES}\ud800-\udfff]")
# A quotation that holds several sentences is cut inside: the library keeps it whole. A sentence
# begins with a capital, a figure or an opening mark after the end mark and a space.
_INSIDE = re.compile(r"[.!?…][\"'”’»)]*\s+(?=[\"'“‘«(¿¡]*[A-ZÀ-ÖØ-Þ0-9])")
# Before the first letter of a word.
_OPENING = re.compile(r"[(\[“\"'«]")
# Letters with points ("U.S.", "p.m."): the sentence goes on unless a function word follows.
_SHORT_FORM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
# One capital, also as the first half of a state after a party: "J.", "(R-N." before "C.)".
_INITIAL = re.compile(r"(?:[A-Z]-)?[A-ZÀ-ÖØ-Þ]")
_FIRST_WORD = re.compile(r"\W*(\w+)")


# An opening mark alone, no space after it.
_OPENERS = re.compile(r"[\"'“‘«(¿¡]+")
# A quotation that ends with a question, and a name right after it.
_ASKED = re.compile(r"[?!…][\"'”’»]+\s*$")
_ATTRIBUTION = re.compile(r"(?:[A-ZÀ-ÖØ-Þ][\w.'’-]*\s+){1,4}[^\W\d_]+")
_INITIAL_NEXT = re.compile(r"[A-ZÀ-ÖØ-Þ]\.\s")
# Function words that are surnames too: "George F. Will".
_ALSO_NAMES = frozenset({"will", "may", "can", "do", "al", "del", "la", "las", "los"})
_FIGURE_OR_ROMAN = re.compile(r"[\W_]*(?:\d|[IVXLC]+\b)")
_CAPITALISED = re.compile(r"[A-ZÀ-ÖØ-Þ]\w*\s+I\.\s*$")
# Enough for the longest abbreviation and the word before it.
_TAIL = 60


@cache
def _cue_words() -> dict[str, frozenset[str]]:
    """Short forms by what their point can mean, and words of attribution: the rows by name."""
    return {name: frozenset(row.split()) for name, row in read_table("sentence_cues.toml").items()}


def read_paragraphs(text: str, within: Span | None = None) -> tuple[Span, ...]:
    """The paragraphs of a stretch of text, white space at their ends left out, empty ones too."""
    return _between(text, _PARAGRAPH, Span(*(within or (0, len(text)))))


def _between(text: str, gaps: re.Pattern[str], within: Span) -> tuple[Span, ...]:
    """What stands between the gaps, trimmed."""
    cuts = [within.start]
    for gap in gaps.finditer(text, within.start, within.end):
        cuts += (gap.start(), gap.end())
    cuts.append(within.end)
    spans = (trimmed(text, Span(a, b)) for a, b in zip(cuts[::2], cuts[1::2], strict=True))
    return tuple(s for s in spans if s.length)


def _is_wrapped(text: str) -> bool:
    """Whether the ends of lines may stand inside sentences."""
    if "\n" not in text:
        return True
    long = sum(len(line) for line in text.split("\n") if len(line) > _WRAPPED)
    return 2 * long <= len(text)


def read_sentences(text: str, language: str = "en", within: Span | None = None) -> tuple[Span, ...]:
    """Cut a stretch of text into sentences that tile it: each ends where the next begins.

    White space belongs to the sentence before it. Never crosses a blank line, nor any line's end
    where the text's lines are not wrapped.
    """
    whole = within or Span(0, len(text))
    starts: list[int] = [whole.start]
    gaps = _PARAGRAPH if _is_wrapped(whole.of(text)) else _LINE_END
    for paragraph in _between(text, gaps, whole):
        starts += (
            s.start
            for chunk in _chunks(text, paragraph)
            for s in _bounded(text, _mended(text, _cut(text, chunk, language), language))
        )
    starts = sorted(set(starts))
    if len(starts) > 1 and not text[starts[0] : starts[1]].strip():
        del starts[1]  # white space before the first sentence goes with it
    return tuple(Span(a, b) for a, b in zip(starts, [*starts[1:], whole.end], strict=True) if a < b)


def _chunks(text: str, paragraph: Span) -> list[Span]:
    """The paragraph itself, or pieces of at most ``_CHUNK`` characters cut at white space."""
    pieces: list[Span] = []
    start = paragraph.start
    while paragraph.end - start > _CHUNK:
        cut = (
            max(text.rfind(" ", start, start + _CHUNK), text.rfind("\n", start, start + _CHUNK)) + 1
        )
        cut = cut if cut > start else start + _CHUNK
        pieces.append(Span(start, cut))
        start = cut
    pieces.append(Span(start, paragraph.end))
    return pieces


def _cut(text: str, chunk: Span, language: str) -> list[Span]:
    """Sentence spans of one chunk, as the library sees them, cut again inside long quotations."""
    import sentencex  # noqa: PLC0415 - needed first when a text is cut

    copy = _ODD.sub(_plain, chunk.of(text))
    cuts = {0, len(copy)}
    at = 0
    try:
        for piece in sentencex.segment(language, copy):
            cuts.add(at)
            at += len(piece)
    except BaseException as error:
        if not is_fault(error):
            raise
        # It panicked: the marks below cut this chunk alone.
    cuts.update(m.end() for m in _INSIDE.finditer(copy))
    ordered = sorted(cuts)
    return [Span(chunk.start + a, chunk.start + b) for a, b in itertools.pairwise(ordered)]


def _plain(odd: re.Match[str]) -> str:
    return " " if odd.group().isspace() else "\ufffd"


def _mended(text: str, pieces: list[Span], language: str) -> list[Span]:
    """Join what was cut after an initial, a rank or another abbreviation."""
    out: list[Span] = []
    for piece in _with_openers(text, pieces):
        if out and _continues(text, out[-1], piece, language):
            out[-1] = out[-1].hull(piece)
        else:
            out.append(piece)
    return out


def _bounded(text: str, pieces: list[Span]) -> Iterator[Span]:
    """The pieces, those that are too long for a sentence in parts."""
    for piece in pieces:
        start, end = piece
        if end - start <= LONGEST:
            yield piece
            continue
        while end - start > LONGEST:
            cut = _cut_within(text, start)
            yield Span(start, cut)
            start = cut
        yield Span(start, end)


def _cut_within(text: str, start: int) -> int:
    """Where to cut what begins here and is too long."""
    for mark in _CUTS:
        ends = [m.end() for m in mark.finditer(text, start + LONGEST // 2, start + LONGEST)]
        if ends:
            return ends[-1]
    return start + LONGEST


def _with_openers(text: str, pieces: list[Span]) -> Iterator[Span]:
    """The pieces, an opening mark that was cut off the sentence it opens put back to it."""
    start: int | None = None
    for piece in pieces:
        if _OPENERS.fullmatch(text, *piece):
            start = piece.start if start is None else start
        elif start is None:
            yield piece
        else:
            yield Span(start, piece.end)
            start = None
    if start is not None:
        yield Span(start, pieces[-1].end)


def _continues(text: str, before: Span, after: Span, language: str) -> bool:
    """Whether the cut between the two is none: an abbreviation, or a fragment without a letter."""
    following = after.of(text).lstrip()
    if not any(map(str.isalnum, following)):
        return True
    tail = text[max(before.start, before.end - _TAIL) : before.end].rstrip()
    if following[0].islower():
        return tail[-1:] in ".!?…”\"'’)"
    if tail[-1:] in "\"'”’»" and _ASKED.search(tail) and _ATTRIBUTION.match(following):
        words = following.split(maxsplit=5)[:5]
        return any(word.strip(",.") in _cue_words()["attribution"] for word in words[1:])
    word = _word_before_point(tail)
    return bool(word) and _point_goes_on(word, tail, following, language)


def _word_before_point(tail: str) -> str:
    """The last word of a text that ends with a point; empty where none stands right before it."""
    if tail[-1:] != "." or tail[-2:-1].isspace():
        return ""
    return _OPENING.split((tail[:-1].split() or [""])[-1])[-1]


def _point_goes_on(word: str, tail: str, following: str, language: str) -> bool:
    """Whether the point after ``word`` belongs to it, going by the word and by what follows."""
    known = _cue_words()
    if word in known["before_name"]:
        return True
    if word in known["before_figure"]:
        return bool(_FIGURE_OR_ROMAN.match(following))
    initial = bool(_INITIAL.fullmatch(word)) and (word != "I" or bool(_CAPITALISED.search(tail)))
    if not (initial or word in known["in_between"] or _SHORT_FORM.fullmatch(word)):
        return False
    if _INITIAL_NEXT.match(following):
        return True
    opening = _FIRST_WORD.match(following)
    return opening is None or not _opens_sentence(fold_word(opening.group(1)), language)


def _opens_sentence(word: str, language: str) -> bool:
    """Whether a capitalised word is rather the first of a sentence than part of a name."""
    known = function_words("en") | function_words(language)
    return word in known and word not in _ALSO_NAMES
