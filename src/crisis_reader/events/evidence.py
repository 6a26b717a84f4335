"""Evidence: the words that say an event, whose they are, the office and the colour they give."""

from dataclasses import replace
from functools import lru_cache

from crisis_reader.article.records import Article
from crisis_reader.events.arguments import Arguments
from crisis_reader.events.groups import Group, read_group
from crisis_reader.events.insertions import SAYING
from crisis_reader.events.lexicon import Lexicon, read_lexicon
from crisis_reader.events.lines import Line
from crisis_reader.events.mentions import Form, Mention
from crisis_reader.events.offices import read_office
from crisis_reader.events.people import People
from crisis_reader.events.records import Event, Kind, Manner, Voice
from crisis_reader.events.requirements import Found
from crisis_reader.events.tokens import read_tokens
from crisis_reader.events.voices import read_voices
from crisis_reader.text.spans import Span, trimmed

# Longer words are no evidence at a glance.
_LONGEST = 150
# So many sentences back the one may stand that says who speaks.
_TURN = 4
_OWNED = frozenset({"to", "of", "de", "del"})
_ABOUT = frozenset({"of", "about", "de", "sobre"})
_COUPS = ("coup", "coups", "putsch", "golpe")


class Evidence:
    """Gives events their span, voice, office and stance, for one article."""

    def __init__(self, article: Article, lexicon: Lexicon, people: People) -> None:
        self.article = article
        self.lexicon = lexicon
        self.people = people
        self.voices = read_voices(article)
        self.arguments = Arguments(lexicon)

    def span(self, line: Line, one: Found, mention: Mention | None = None) -> Span:
        """The words that say it: from the person to the office, seen at a glance."""
        tokens = line.tokens
        first, end = one.first, min(max(one.end, one.hit.end), len(tokens))
        if mention is not None and mention in one.argument.mentions[1:]:
            end = max(end, mention.core_end)  # the second of "removed X, in 2016, and Y"
        end -= tokens.at(end - 1) == "until"  # what comes after is not yet
        while tokens.hull(first, end).length > _LONGEST and end > one.hit.end:
            end -= 1
        if tokens.hull(first, end).length > _LONGEST:
            first = max(first, one.hit.at - 5)
        return trimmed(self.article.text, tokens.hull(first, end))

    # -- voices --------------------------------------------------------------------------------

    def voice(self, line: Line, span: Span) -> tuple[Voice, str | None]:
        """Whose words they are and, in a quotation, a caption or a post, the name behind them."""
        voice = self.voices.of(span, line.sentence.kind)
        if voice is Voice.CAPTION:
            return voice, self.voices.credit_near(span)
        if voice is Voice.QUOTE:
            who = self.speaker(line)
            return voice, self.people.persons[who].name if who is not None else None
        return voice, None

    def speaker(self, line: Line) -> int | None:
        """Who speaks a quotation: the subject of a verb of saying in or near the sentence."""
        paragraph = [
            x for x in self.people.lines if x.sentence.paragraph == line.sentence.paragraph
        ]
        near = sorted(paragraph, key=lambda x: (abs(x.number - line.number), x.number))
        if line.number + 1 < len(self.people.lines):
            near = [*near[:4], self.people.lines[line.number + 1]]  # “…,” | X said
        found = next((who for other in near[:5] if (who := self.says(other)) is not None), None)
        return found if found is not None else self._spoke_before(line)

    def _spoke_before(self, line: Line) -> int | None:
        """Who spoke in the paragraph before, where a quotation goes on in the next."""
        lines = self.people.lines
        own = line.sentence.paragraph
        begun = next((x for x in lines if x.sentence.paragraph == own), line)
        if not self.voices.quoted(begun.tokens.starts[0]):
            return None
        before = lines[max(0, begun.number - _TURN) : begun.number]
        before = [x for x in before if x.sentence.paragraph == own - 1]
        if not any(self.voices.quoted(start) for x in before for start in x.tokens.starts[:1]):
            return None
        return next((who for x in reversed(before) if (who := self.says(x)) is not None), None)

    def says(self, line: Line) -> int | None:
        """The subject of a verb of saying in a sentence, outside its quotations."""
        tokens = line.tokens
        unnamed = False
        for i, word in enumerate(tokens.lower):
            if not self._verb_of_saying(line, i, word) or self.voices.quoted(tokens.starts[i]):
                continue
            behind = tokens.at(i - 1) == "," or tokens.raw[max(0, i - 2)] in ',”»"'
            unnamed = unnamed or (behind and tokens.at(i + 1) in ("", "."))
            near = [line.mention_at(i - 1), line.mention_at(i + 1), line.mention_at(i - 2)]
            if tokens.at(i - 1) == ",":  # "Otto Kranz, the council's clerk, told"
                told = self.arguments.subject(
                    line, Group(i, i, "past", passive=False, negated=False)
                )
                near += told.mentions if told else []
            for mention in near:
                if mention is not None and not self.voices.quoted(tokens.starts[mention.core]):
                    person = self.people.who(mention, line)
                    if person is not None:
                        return person
        if unnamed and self.lexicon.language == "es" and line.number:
            at = Mention(Form.PRONOUN, 0, 1, 0, 1)
            return self.people.topic(line.number - 1, None, at)  # "«Me voy», ha dicho."
        return None

    def _verb_of_saying(self, line: Line, i: int, word: str) -> bool:
        """Whether token ``i`` says something: *dijo*, or *asegurado* behind *ha*."""
        if word in self.lexicon["say"]:
            return True
        had = i > 0 and line.tokens.lower[i - 1] in ("ha", "había")
        return had and line.tokens.form[i].startswith(SAYING)

    def spoken_of(self, line: Line) -> int | None:
        """Whom a quotation is about: "“He is gone,” Y said of X"."""
        tokens = line.tokens
        for i, word in enumerate(tokens.lower):
            if word in self.lexicon["say"] and tokens.at(i + 1) in _ABOUT:
                mention = line.mention_at(i + 2)
                if mention is not None and not self.voices.quoted(tokens.starts[i]):
                    return self.people.who(mention, line)
        return None

    def recogniser(self, line: Line, one: Found, arguments: Arguments) -> str | None:
        """Who recognises or refuses: the subject in the text's words."""
        if one.hit.trigger.sort != "verb" or line.tokens.lower[one.hit.at] in self.lexicon["be"]:
            return None
        group = read_group(line.tokens, one.hit.at, one.hit.trigger.tag, self.lexicon)
        subject = (
            arguments.agent(line, one.hit.end) if group.passive else arguments.subject(line, group)
        )
        if subject is None and group.passive:
            return None
        if subject is None or (subject.first >= one.hit.at and not group.passive):
            return None
        if subject.mentions:
            person = self.people.who(subject.mentions[0], line)
            if person is not None:
                return self.people.persons[person].name
        tokens = line.tokens
        if tokens.at(subject.first) == "it":  # "Moscow said it did not recognise"
            told = next((i for i in range(subject.first) if self._told(line, i)), None)
            main = Group(told, told, "past", passive=False, negated=False) if told else None
            subject = (arguments.subject(line, main) if main else None) or subject
        first = subject.first
        while first >= 2 and tokens.form[first - 1] == "'s":  # noqa: PLR2004 - an owner and its 's
            first -= 2
        if first > 0 and tokens.form[first - 1] in self.lexicon["determiners"]:
            first -= 1
        return tokens.words(first, subject.end) or None

    def _told(self, line: Line, i: int) -> bool:
        return line.tokens.lower[i] in self.lexicon["say"]

    # -- office and stance ---------------------------------------------------------------------

    def office(self, one: Found, mention: Mention | None, person: int | None) -> str | None:
        """The office in the text's own words: beside the verb, else the person's title."""
        if one.office is not None and one.office.name and not one.office.minor:
            return one.office.name
        if one.kind in (Kind.ENTRY, Kind.DEPARTURE, Kind.NEXT) or one.manner is Manner.WILLING:
            return None  # whoever hopes to govern may have held another office
        titles: list[str] = []
        if mention is not None and mention.heads & self.lexicon.heads:
            titles += [mention.title, mention.apposition]
        entered = one.kind is Kind.EXIT and person is not None and person in self.people.entered
        if entered and not titles and person is not None:
            return self.people.entered[person]  # who was elected leaves that, not an older post
        if person is not None:
            titles += self.people.persons[person].titles
        names = (title_office(title, self.lexicon) for title in titles if title)
        return next((name for name in names if name), None)

    def stance(self, line: Line, one: Found) -> tuple[str, ...]:
        """Words that colour it: ``self-proclaimed``, ``coup``."""
        out: list[str] = []
        if one.manner is Manner.SELF_PROCLAIMED:
            out.append(line.tokens.form[one.hit.at])
        if one.kind in (Kind.EXIT, Kind.ENTRY, Kind.CLAIM):
            out += [word for word in _COUPS if word in line.words][:1]
        return tuple(out)

    def shared_claims(
        self, events: list[tuple[Event, int | None]]
    ) -> list[tuple[Event, int | None]]:
        """A missing quorum is held against whoever claims or enters an office beside it."""
        claimants = [(e, p) for e, p in events if e.kind in (Kind.CLAIM, Kind.ENTRY) and e.person]
        if not claimants:
            return events
        claim, person = claimants[0]
        return [
            (replace(e, person=claim.person, office=claim.office), person)
            if e.manner is Manner.NO_QUORUM and e.person is None
            else (e, p)
            for e, p in events
        ]


def title_office(title: str, lexicon: Lexicon) -> str | None:
    """The office in a title: ``Bolivia's interim president`` gives ``interim president``."""
    return _title_office(title, lexicon.language)


@lru_cache(maxsize=2048)
def _title_office(title: str, language: str) -> str | None:
    lexicon = read_lexicon(language)
    if lexicon is None:
        return None
    tokens = read_tokens(title, Span(0, len(title)))
    for i in range(len(tokens)):
        form = tokens.form[i]
        noun = (form in lexicon.nouns or form in lexicon.minor) and form not in lexicon.heads
        if noun and tokens.at(i + 1) in _OWNED:
            return None  # "an ally of the president" holds no office
        found = read_office(tokens, i, lexicon)
        if found is not None and not found.minor and not found.plain:
            return found.name or None
    return None
