"""Names: one office that two passages give to two people, each text knowing only its own."""

from crisis_reader.alignment.preparing import Prepared
from crisis_reader.alignment.records import Difference, Dimension
from crisis_reader.events import same_person
from crisis_reader.text.spans import Span


def name_contrasts(
    left: Prepared, right: Prepared, one: Span, other: Span
) -> tuple[Difference, ...]:
    """Names of two people by the same office, each text knowing only its own."""
    own, its = _holders(left, one), _holders(right, other)
    return tuple(
        Difference(dimension=Dimension.NAME, left=span, right=its[office])
        for office, span in own.items()
        if office in its and _two_people(left, right, span, its[office])
    )


def _holders(article: Prepared, passage: Span) -> dict[str, Span]:
    """The full name right after each office that a passage names once."""
    words, text = article.words, article.article.text
    out: dict[str, list[Span]] = {}
    inside = article.words.within(passage)
    for hit in article.reading.hits_in(inside):
        if article.reading.table.topic(hit.concept) != "offices":
            continue
        first = hit.last + 1
        last = first
        while last in inside and text[words.starts[last]].isupper() and _joined(article, last):
            last += 1
        if last - first > 1:
            out.setdefault(hit.concept, []).append(words.span(first, last - 1))
    return {office: spans[0] for office, spans in out.items() if len(spans) == 1}


def _joined(article: Prepared, index: int) -> bool:
    """Whether only a space stands before a word."""
    between = article.article.text[article.words.ends[index - 1] : article.words.starts[index]]
    return between.isspace()


def _two_people(left: Prepared, right: Prepared, one: Span, other: Span) -> bool:
    """Whether two names are two people's, and neither text knows the other's."""
    name, its = one.of(left.article.text), other.of(right.article.text)
    if same_person(name, its):
        return False
    own_words = {left.words.folded[k] for k in left.words.within(one)}
    its_words = {right.words.folded[k] for k in right.words.within(other)}
    return not (own_words & set(right.words.folded) or its_words & set(left.words.folded))
