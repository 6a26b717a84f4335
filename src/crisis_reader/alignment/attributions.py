"""Attribution: one quotation that two accounts put into two people's mouths.

Only where the same run of quoted words stands in both, and a name, or a paper that speaks for
whoever wrote it, stands next to a verb of saying.
"""

from bisect import bisect_left
from typing import NamedTuple

from crisis_reader.alignment.contrast_words import contrast_words
from crisis_reader.alignment.preparing import Prepared
from crisis_reader.alignment.records import Difference, Dimension
from crisis_reader.alignment.signs import QUOTES
from crisis_reader.events import HowNamed, read_people, same_person
from crisis_reader.text.spans import Span

# A shorter run of words may be anybody's.
_RUN = 5
# So many of them stand in the quotation.
_QUOTED = 4
# Words of a title between "said" and a name: "said House Minority Leader Ana Roca".
_TITLE = 4
_NAMED = frozenset({HowNamed.FULL, HowNamed.SURNAME})


class _Speaker(NamedTuple):
    """Who says something: a person by name, or a paper."""

    span: Span
    name: str
    """Empty for a paper: the same one may be called by two words."""


def speaker_contrasts(
    left: Prepared,
    right: Prepared,
    one: Span,
    other: Span,
    words: tuple[tuple[Span, Span], ...],
) -> tuple[Difference, ...]:
    """The two speakers of a quotation that two sentences share; none where it is one, or unsaid.

    Args:
        left: The left article.
        right: The right article.
        one: The left sentence.
        other: The right sentence.
        words: Runs of words that agree inside the two.
    """
    runs = [(a, b) for a, b in words if len(left.words.within(a)) >= _RUN]
    if not any(_quoted(left, one, a) and _quoted(right, other, b) for a, b in runs):
        return ()
    ours, theirs = _speaker(left, one), _speaker(right, other)
    if ours is None or theirs is None:
        return ()
    if ours.name == theirs.name or same_person(ours.name, theirs.name):
        return ()
    return (Difference(dimension=Dimension.ATTRIBUTION, left=ours.span, right=theirs.span),)


def _written(article: Prepared, sentence: Span) -> _Speaker | None:
    """The one paper of a sentence that stands next to a verb of saying: "the lawsuit states"."""
    folded, language = article.words.folded, article.language
    papers, stating = contrast_words("paper", language), contrast_words("state", language)
    inside = article.words.within(sentence)
    found = [
        k
        for k in inside[1:-1]
        if folded[k] in papers
        and folded[k - 1] in contrast_words("article", language)
        and folded[k + 1] in stating
    ]
    if len(found) != 1:
        return None
    return _Speaker(article.words.span(found[0] - 1, found[0]), "")


def _quoted(article: Prepared, sentence: Span, run: Span) -> bool:
    """Whether enough words of a run stand between quotation marks of its sentence."""
    text, words = article.article.text, article.words
    marks = [k for k, char in enumerate(sentence.of(text), sentence.start) if char in QUOTES]
    starts = (words.starts[k] for k in words.within(run))
    return sum(bisect_left(marks, at) % 2 == 1 and at < marks[-1] for at in starts) >= _QUOTED


def _speaker(article: Prepared, sentence: Span) -> _Speaker | None:
    """The one person, or failing that the one paper, next to a verb of saying in a sentence."""
    words = article.words
    saying = contrast_words("say", article.language)
    hearing = contrast_words("tell", article.language)
    found = []
    for mention in read_people(article.article):
        if mention.how_named in _NAMED and sentence.covers(mention.span):
            inside = words.within(mention.span)
            before = _before_title(article, inside.start)
            after = words.folded[inside.stop] if inside.stop < len(words) else ""
            if after in saying or before in saying - hearing:
                found.append(_Speaker(mention.span, mention.name))
    if not found:
        return _written(article, sentence)
    return found[0] if len(found) == 1 else None


def _before_title(article: Prepared, index: int) -> str:
    """The folded word before a name and the capitalised title that may lead up to it."""
    words, text = article.words, article.article.text
    k = index - 1
    while k >= max(0, index - _TITLE) and text[words.starts[k]].isupper():
        k -= 1
    return words.folded[k] if k >= 0 else ""
