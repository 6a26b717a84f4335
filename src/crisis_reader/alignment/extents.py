"""How far it went: part of a thing or all of it, on a condition or without one.

"The court struck down parts of the Press Act" is not "the court struck down the Press Act", nor is
"voted to expel Fiji if it jails him" "voted to expel Fiji". The words for a part are rows of
``contrast_words.txt``.
"""

from crisis_reader.alignment.contrast_words import contrast_words
from crisis_reader.alignment.highlights import WordPairs
from crisis_reader.alignment.preparing import Prepared
from crisis_reader.alignment.records import Difference, Dimension
from crisis_reader.text.language import function_words
from crisis_reader.text.spans import Span

# A thing known to both texts has so many words, or is a name.
_WORDS = 2
# Who does what to whom has so many.
_ACT = 3


def extent_contrasts(left: Prepared, right: Prepared, words: WordPairs) -> list[Difference]:
    """Where one account says part of a thing and the other says the thing.

    Args:
        left: The left article.
        right: The right article.
        words: Runs of words that agree inside the two passages.
    """
    out: list[Difference] = []
    for one, other in words:
        if not _a_thing(left, one):
            continue
        (own, own_part), (its, its_part) = _taken(left, one), _taken(right, other)
        if own is not None and its is not None and own_part != its_part:
            out.append(Difference(dimension=Dimension.OUTCOME, left=own, right=its))
    return out[:1]


def condition_contrasts(
    left: Prepared, right: Prepared, one: Span, other: Span, words: WordPairs
) -> list[Difference]:
    """Where one account makes what both say hang on a condition, and the other knows of none.

    Args:
        left: The left article.
        right: The right article.
        one: The left sentence.
        other: The right sentence.
        words: Runs of words that agree inside the two.
    """
    ours, theirs = (_hangs(a, s) for a, s in ((left, one), (right, other)))
    if ours == theirs:
        return []
    for a, b in words:
        after = left.words.within(a).stop if ours else right.words.within(b).stop
        article, run = (left, a) if ours else (right, b)
        if _telling(article, run) < _ACT or after >= len(article.words):
            continue
        if article.words.folded[after] in contrast_words("if", article.language):
            whole = one if ours else other
            clause = next(
                (
                    c
                    for c in article.reading.clauses(article.reading.sentence_at(run.start))
                    if c.start >= run.end - 1
                ),
                whole,
            )
            longer = Span(run.start, max(run.end, min(clause.end, whole.end)))
            pair = (longer, b) if ours else (a, longer)
            return [Difference(dimension=Dimension.OUTCOME, left=pair[0], right=pair[1])]
    return []


def _hangs(article: Prepared, sentence: Span) -> bool:
    """Whether a sentence has a word that makes something hang on something else."""
    language = article.language
    hanging = contrast_words("if", language) | contrast_words("may", language)
    inside = article.words.within(sentence)
    return not hanging.isdisjoint(article.words.folded[inside.start : inside.stop])


def _a_thing(article: Prepared, run: Span) -> bool:
    """Whether a run is a thing of its own: two words that tell something, or a name."""
    named = any(article.words.folded[k] in article.reading.names for k in article.words.within(run))
    return named or _telling(article, run) >= _WORDS


def _telling(article: Prepared, run: Span) -> int:
    """How many words of a run tell something."""
    return sum(bool(article.marks[k]) for k in article.words.within(run))


def _taken(article: Prepared, thing: Span) -> tuple[Span | None, bool]:
    """From the verb right before a thing, or before a part of it, to its end; whether a part."""
    folded, language = article.words.folded, article.language
    inside = article.words.within(thing)
    first = article.ranges[article.reading.sentence_of[inside.start]][0] if inside else 0
    k = _skipped(article, inside.start - 1, first)
    part = False
    if k > first and folded[k] in contrast_words("of", language):
        if folded[k - 1] not in contrast_words("part", language):
            return None, False
        part = True
        k = _skipped(article, k - 2, first)
    if k > first and folded[k] in contrast_words("particle", language):
        k -= 1
    if k < first or folded[k] in function_words(language) or folded[k] in article.reading.names:
        return None, part
    return article.words.span(k, inside.stop - 1), part


def _skipped(article: Prepared, k: int, first: int) -> int:
    """The first word before ``k``, or ``k``, that is neither an article nor a figure."""
    folded, idle = article.words.folded, contrast_words("article", article.language)
    while k >= first and (folded[k] in idle or folded[k].isdigit()):
        k -= 1
    return k
