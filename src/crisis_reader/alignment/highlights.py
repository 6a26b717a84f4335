"""The words inside a match that agree, its kind, and the words worth naming as its reason."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from crisis_reader.alignment.preparing import Prepared
from crisis_reader.alignment.records import MatchKind
from crisis_reader.alignment.terms import MEANING
from crisis_reader.text.spans import Span

# A reason names a few words, not all.
_NAMED = 4
# A common beginning shorter than this is not recognisable as a word ("resign…").
_STUMP = 4
# Words of a run that makes two quotations the same one.
_QUOTED_RUN = 4
# Share of agreeing words from which two passages are in nearly the same words.
_NEAR = 0.7
_MARKS = '"“”„«»‟'

WordPairs = tuple[tuple[Span, Span], ...]


def agreeing_words(left: Prepared, right: Prepared, one: Span, other: Span) -> WordPairs:
    """Pairs of words or runs of words that agree inside two passages, in left order.

    Each word is paired once; neighbours that agree on both sides make one run, function words
    between them included.
    """
    pairs = _pairs(left, right, left.words.within(one), right.words.within(other))
    return tuple(
        (left.words.span(first, last), right.words.span(first + shift, last + shift))
        for first, last, shift in _runs(left, right, pairs)
    )


def _pairs(left: Prepared, right: Prepared, own: range, its: range) -> dict[int, int]:
    """Left word to right word of the same term, the next free one after the last pair first."""
    ours, theirs = left.marks[own.start : own.stop], right.marks[its.start : its.stop]
    both = {term for term in set(ours).intersection(theirs) if term}
    free: dict[str, list[int]] = {term: [] for term in both}
    for k, term in enumerate(theirs, its.start):
        if term in both:
            free[term].append(k)
    pairs: dict[int, int] = {}
    last = -1
    for k, term in enumerate(ours, own.start):
        places = free.get(term)
        if places:
            at = bisect_right(places, last)
            last = places.pop(at if at < len(places) else 0)
            pairs[k] = last
    return pairs


def _runs(left: Prepared, right: Prepared, pairs: dict[int, int]) -> list[tuple[int, int, int]]:
    """Runs of pairs on one diagonal: first and last left word, and the shift to the right ones."""
    runs: list[tuple[int, int, int]] = []
    for k in sorted(pairs):
        shift = pairs[k] - k
        if runs and runs[-1][2] == shift and _joined(left, right, range(runs[-1][1] + 1, k), shift):
            runs[-1] = (runs[-1][0], k, shift)
        else:
            runs.append((k, k, shift))
    return runs


def _joined(left: Prepared, right: Prepared, between: range, shift: int) -> bool:
    """Whether all words between two pairs of a diagonal agree."""
    own, its = left.words.folded, right.words.folded
    return all(own[k] == its[k + shift] for k in between)


def kind_of(
    left: Prepared, right: Prepared, pair: tuple[Span, Span], words: WordPairs
) -> MatchKind:
    """In what way two passages agree in words; ``words`` are their agreeing ones."""
    own, its = left.words.within(pair[0]), right.words.within(pair[1])
    if left.words.folded[own.start : own.stop] == right.words.folded[its.start : its.stop]:
        return MatchKind.VERBATIM
    agreed = sum(len(left.words.within(a)) for a, _ in words)
    if agreed >= _NEAR * max(len(own), len(its)):
        return MatchKind.NEAR
    if any(_quoted(left, a) and _quoted(right, b) for a, b in words):
        return MatchKind.QUOTE
    return MatchKind.PARAPHRASE


def _quoted(article: Prepared, span: Span) -> bool:
    """Whether a run of at least ``_QUOTED_RUN`` words stands in a sentence with quotation marks."""
    words = article.words.within(span)
    if len(words) < _QUOTED_RUN or article.reading.sentence_of[words.start] < 0:
        return False
    sentence = article.sentences[article.reading.sentence_of[words.start]].span
    return any(c in _MARKS for c in sentence.of(article.article.text))


def reason(
    left: Prepared, right: Prepared, one: Span, other: Span, rarity: Mapping[str, float]
) -> str:
    """The rarest words that both passages have, rarest first, as the left one writes them.

    A word that stands in two forms is named by its common beginning and ``…``. Where no word is
    shared, across languages, the rarest meaning is named instead, after ``meaning:``.
    """
    named = _named(_forms(left, one), _forms(right, other), rarity)
    if named:
        return _written(named, left, one)
    meant = [t for t in left.terms_in(one) & right.terms_in(other) if t[0] == MEANING]
    meant.sort(key=lambda t: (-rarity.get(t, 0.0), t))
    return f"meaning: {meant[0][1:].replace('_', ' ')}" if meant else ""


def reason_of_sentences(
    left: Prepared, right: Prepared, i: int, j: int, rarity: Mapping[str, float]
) -> str:
    """The same of two whole sentences, whose words are known."""
    one, other = left.sentences[i].span, right.sentences[j].span
    named = _named(left.forms[i], right.forms[j], rarity)
    return _written(named, left, one) if named else reason(left, right, one, other, rarity)


def _named(
    own: Mapping[str, Sequence[str]], its: Mapping[str, Sequence[str]], rarity: Mapping[str, float]
) -> list[str]:
    """The rarest words of two passages, given the forms that each has of its terms."""
    named: dict[str, float] = {}
    for term in own.keys() & its.keys():
        forms = its[term]
        weight = rarity.get(term, 0.0)
        for word in own[term]:
            shown = word if word in forms else max((_stump(word, w) for w in forms), key=len) + "…"
            if shown == word or len(shown) > _STUMP:
                named[shown] = max(weight, named.get(shown, 0.0))
    return sorted(named, key=lambda w: (-named[w], w))[:_NAMED]


def _written(folded: Iterable[str], article: Prepared, span: Span) -> str:
    """Folded words, or beginnings of some, with the characters that a passage has for them."""
    words, text = article.words, article.article.text
    inside = article.words.within(span)
    told = words.folded[inside.start : inside.stop]
    shown: list[str] = []
    for word in folded:
        stump = word.removesuffix("…")
        if stump == word:
            at = told.index(word) if word in told else None
        else:
            at = next((k for k, other in enumerate(told) if other.startswith(stump)), None)
        own = ""
        if at is not None:
            k = inside.start + at
            own = text[words.starts[k] : words.ends[k]].lower()
            # A word that folding made longer or shorter has no beginning of so many characters.
            own = own if len(own) == len(words.folded[k]) else ""
        shown.append((own if stump == word else own[: len(stump)] + "…") if own else word)
    return ", ".join(shown)


def _forms(article: Prepared, span: Span) -> Mapping[str, Sequence[str]]:
    """For each term of a passage its folded words, in order; function words left out."""
    inside = article.words.within(span)
    words = article.words.folded[inside.start : inside.stop]
    out: dict[str, list[str]] = {}
    for term, word in zip(article.marks[inside.start : inside.stop], words, strict=True):
        if term:
            out.setdefault(term, []).append(word)
    return out


def _stump(one: str, other: str) -> str:
    length = 0
    while length < min(len(one), len(other)) and one[length] == other[length]:
        length += 1
    return one[:length]
