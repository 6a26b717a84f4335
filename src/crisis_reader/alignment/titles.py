"""Titles: where two accounts call one person by another office.

Only of people whom an account has on the way to an office: there the title used is the dispute.
What somebody was before, and ranks and other epithets, are left aside.
"""

from collections.abc import Sequence
from typing import NamedTuple

from crisis_reader.alignment.claims import Claim
from crisis_reader.alignment.preparing import Prepared
from crisis_reader.alignment.records import Difference, Dimension
from crisis_reader.events import HowNamed, PersonMention, read_people, same_person
from crisis_reader.text.concepts import ConceptTable
from crisis_reader.text.folding import fold_word
from crisis_reader.text.spans import Span
from crisis_reader.text.words import read_words

# A title after the name stands within this many characters of it.
_AFTER = 120
_NAMED = frozenset({HowNamed.FULL, HowNamed.SURNAME})
# Words that any office may be called by; they tell none from another.
_VAGUE = frozenset(
    {"leader", "leadership", "head_of", "official", "office_post", "ruler", "candidate"}
)


class _Title(NamedTuple):
    span: Span
    offices: frozenset[str]


def title_contrasts(
    left: Prepared, right: Prepared, lefts: Sequence[Claim], rights: Sequence[Claim]
) -> list[Difference]:
    """The people on the way to an office whom the two accounts give offices with none in common."""
    # Reading who is named how costs time, so that it is done only where both name a contender.
    people = [p for p in _contenders(lefts, rights) if _names(left, p) and _names(right, p)]
    if not people:
        return []
    out: list[Difference] = []
    own, its = read_people(left.article), read_people(right.article)
    for person in people:
        ours, theirs = _titles(left, own, person), _titles(right, its, person)
        offices = [set().union(*(t.offices for t in titles)) for titles in (ours, theirs)]
        if ours and theirs and offices[0].isdisjoint(offices[1]):
            out.append(
                Difference(dimension=Dimension.TITLE, left=ours[0].span, right=theirs[0].span)
            )
    return out


def _contenders(lefts: Sequence[Claim], rights: Sequence[Claim]) -> list[str]:
    """Who either account says is on the way to an office or holds it, each once, by name."""
    out: list[str] = []
    for name in sorted({c.event.person or "" for c in (*lefts, *rights) if c.stage}):
        if name and not any(same_person(name, known) for known in out):
            out.append(name)
    return out


def _names(article: Prepared, person: str) -> bool:
    """Whether an article has a word of a name, the given name aside, among its names."""
    words = fold_word(person).split()
    return not article.reading.names.isdisjoint(words[1:] or words)


def _titles(article: Prepared, mentions: Sequence[PersonMention], person: str) -> list[_Title]:
    """The titles that name an office, where they stand together with the person's name."""
    out: list[_Title] = []
    for mention in mentions:
        if mention.how_named not in _NAMED or not same_person(mention.name, person):
            continue
        for title in mention.titles:
            offices = _offices(title, article.reading.table, article.language)
            if offices and (span := _place(article.article.text, mention.span, title)):
                out.append(_Title(span, offices))
    return out


def _offices(title: str, table: ConceptTable, language: str) -> frozenset[str]:
    """The offices that a title names, by concept; none for what somebody no longer is."""
    found = {hit.concept for hit in table.find(read_words(title, language))}
    if any(concept.startswith("former") for concept in found):
        return frozenset()
    return frozenset(c for c in found if table.topic(c) == "offices") - _VAGUE


def _place(text: str, name: Span, title: str) -> Span | None:
    """The name with its title, which stands before it or, within a sentence, after it."""
    at = text.find(title, name.start, name.end + _AFTER)
    return None if at < 0 else name.hull(Span(at, at + len(title)))
