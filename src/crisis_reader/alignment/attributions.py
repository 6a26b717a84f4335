"""Attribution: one quotation that two accounts put into two people's mouths.

Only where the same run of quoted words stands in both, and a name stands next to a verb of saying.
"""

from crisis_reader.alignment.preparing import Prepared
from crisis_reader.alignment.records import Difference, Dimension
from crisis_reader.events import HowNamed, PersonMention, read_people, same_person
from crisis_reader.text.spans import Span

# A shorter run of words may be anybody's.
_RUN = 5
_NAMED = frozenset({HowNamed.FULL, HowNamed.SURNAME})
_SAYING = frozenset(
    """said says told added wrote tweeted declared insisted warned dijo dice afirmo anadio agrego
    aseguro declaro escribio sostuvo advirtio""".split()  # noqa: SIM905 - a list of words
)
# Who is named after these hears it.
_TO = frozenset({"told", "warned"})
_MARKS = '"“”«»'


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


def _quoted(article: Prepared, sentence: Span, run: Span) -> bool:
    """Whether a run stands between two quotation marks of its sentence."""
    text = article.article.text
    before = sum(text.count(m, sentence.start, run.start + 1) for m in _MARKS)
    return before % 2 == 1 and any(m in text[run.end - 1 : sentence.end] for m in _MARKS)


def _speaker(article: Prepared, sentence: Span) -> PersonMention | None:
    """The one person of a sentence whose name stands next to a verb of saying."""
    words = article.words
    found = []
    for mention in read_people(article.article):
        if mention.how_named in _NAMED and sentence.covers(mention.span):
            inside = words.within(mention.span)
            before = words.folded[inside.start - 1] if inside.start else ""
            after = words.folded[inside.stop] if inside.stop < len(words) else ""
            if after in _SAYING or (before in _SAYING and before not in _TO):
                found.append(mention)
    return found[0] if len(found) == 1 else None
