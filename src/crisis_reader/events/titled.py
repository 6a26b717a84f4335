"""Titles that hold a dispute: who is called interim, acting or provisional, and by which voice.

A plain "President X" says little of a succession; "interim president X" under a photograph says on
whose word X holds the office. One event a title, person and voice: the first mention of each.
"""

from crisis_reader.events.evidence import Evidence, title_office
from crisis_reader.events.lexicon import Lexicon
from crisis_reader.events.lines import Line
from crisis_reader.events.mentions import Form, Mention
from crisis_reader.events.people import People, how_named
from crisis_reader.events.records import Event, Kind, Manner, Modality, Voice
from crisis_reader.text.folding import fold_word

_RULE = "titled"
# An event of these kinds that covers the name has said already what the person is called.
_SAID = frozenset({Kind.ENTRY, Kind.CLAIM, Kind.RECOGNITION, Kind.DENIAL, Kind.EXIT})

_Key = tuple[int, str, Voice, str | None]


class Titled:
    """Collects the titles of one article, line by line in text order."""

    def __init__(self, lexicon: Lexicon, people: People, evidence: Evidence) -> None:
        self.lexicon = lexicon
        self.people = people
        self.evidence = evidence
        self.given: set[_Key] = set()

    def read(self, line: Line, told: list[Event]) -> list[tuple[Event, int | None]]:
        """Title events of a sentence, beside the events it has told otherwise."""
        if line.words.isdisjoint(self.lexicon.stand_ins):
            return []
        found = [self._titled(line, m, told) for m in line.mentions if m.form is not Form.PRONOUN]
        return [one for one in found if one is not None]

    def _titled(
        self, line: Line, mention: Mention, told: list[Event]
    ) -> tuple[Event, int | None] | None:
        office = self._office(mention)
        if office is None or mention.former or mention.plural or mention.indefinite:
            return None
        person = self.people.who(mention, line)
        if person is None or not self._certain(line, mention, person):
            return None
        end = mention.core_end if self._names(mention.title) else mention.end
        while end > mention.core_end and not line.tokens.form[end - 1][:1].isalnum():
            end -= 1
        span = line.tokens.hull(mention.first, end)
        voice, speaker = self.evidence.voice(line, span)
        key = (person, fold_word(office), voice, speaker)
        name = self.people.persons[person].name
        covered = any(e.kind in _SAID and e.person == name and e.span.touches(span) for e in told)
        if key in self.given or covered:
            return None
        self.given.add(key)
        event = Event(
            kind=Kind.TITLE,
            manner=Manner.TITLED,
            modality=Modality.ACTUAL,
            person=name,
            how_named=how_named(mention, self.people.persons[person]),
            surface=line.tokens.words(mention.first, mention.core_end),
            office=office,
            voice=voice,
            asserted_by=speaker,
            article_id=self.evidence.article.id,
            span=span,
            rule=_RULE,
        )
        return event, person

    def _certain(self, line: Line, mention: Mention, person: int) -> bool:
        """Whether a title without a name can be no one else's: "the interim president"."""
        if mention.form is Form.NAME:
            return True
        if line.tokens.at(mention.first - 1) == "," and line.mention_at(mention.first - 2):
            return False  # behind a comma it is said of the name before
        definite = line.tokens.form[mention.first] in ("the", "el", "la")
        held = any(self._names(title) for title in self.people.persons[person].titles)
        return definite and (held or person in self.people.claimed)

    def _names(self, title: str) -> bool:
        return not self.lexicon.stand_ins.isdisjoint(map(fold_word, title.split()))

    def _office(self, mention: Mention) -> str | None:
        """The office of a title that says *interim* or the like, None for any other."""
        for title in (mention.title, mention.apposition):
            if self._names(title):
                office = title_office(title, self.lexicon)
                if office is not None and self._names(office):
                    return office
        return None
