"""Attribution: one quotation that two accounts put into two people's mouths.

Only where the same run of quoted words stands in both, and a name, or a paper that speaks for
whoever wrote it, stands next to a verb of saying.
"""

from typing import NamedTuple

from crisis_reader.alignment.contrast_words import contrast_words
from crisis_reader.alignment.preparing import Prepared
from crisis_reader.alignment.records import Difference, Dimension
from crisis_reader.events import HowNamed, read_people, same_person
from crisis_reader.text.spans import Span

# A shorter run of words may be anybody's.
_RUN = 5
_NAMED = frozenset({HowNamed.FULL, HowNamed.SURNAME})
_MARKS = '"“”«»'


class _Speaker(NamedTuple):
    """Who says something: a person by name, or a paper."""

    span: Span
    name: str


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
    if ours is None or theirs is None or same_person(ours.name, theirs.name):
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
    return _Speaker(article.words.span(found[0] - 1, found[0]), folded[found[0]])


def _quoted(article: Prepared, sentence: Span, run: Span) -> bool:
    """Whether a run stands between two quotation marks of its sentence."""
    text = article.article.text
    before = sum(text.count(m, sentence.start, run.start + 1) for m in _MARKS)
    return before % 2 == 1 and any(m in text[run.end - 1 : sentence.end] for m in _MARKS)


def _speaker(article: Prepared, sentence: Span) -> _Speaker | None:
    """The one person, or failing that the one paper, next to a verb of saying in a sentence."""
    words = article.words
    saying = contrast_words("say", article.language)
    hearing = contrast_words("tell", article.language)
    found = []
    for mention in read_people(article.article):
        if mention.how_named in _NAMED and sentence.covers(mention.span):
            inside = words.within(mention.span)
            before = words.folded[inside.start - 1] if inside.start else ""
            after = words.folded[inside.stop] if inside.stop < len(words) else ""
            if after in saying or before in saying - hearing:
                found.append(_Speaker(mention.span, mention.name))
    if not found:
        return _written(article, sentence)
    return found[0] if len(found) == 1 else None
