"""Generality: whether a law, a habit or any holder is told of, and nobody in particular."""

from crisis_reader.article.records import RegionKind
from crisis_reader.events.arguments import Argument, Arguments
from crisis_reader.events.conjugation import FIRST_PERSON
from crisis_reader.events.groups import Group
from crisis_reader.events.guards import ORDINALS
from crisis_reader.events.lexicon import Lexicon
from crisis_reader.events.lines import Line
from crisis_reader.events.matching import Hit
from crisis_reader.events.mentions import Form
from crisis_reader.events.offices import Office
from crisis_reader.events.patterns import Row
from crisis_reader.events.records import Kind
from crisis_reader.events.requirements import Requirements

_DUTIES = frozenset({"should", "must", "shall", "would", "debe", "deberá", "debía"})
# "would be sworn in as interim president on Friday": how near a day stands.
_DAY = 9
# "became the third king to flee": so far stands what he was counted for.
_COUNTED = 10


class Generality:
    """Tells what is said of anybody from what is said of one, in one language."""

    def __init__(self, lexicon: Lexicon, arguments: Arguments, needs: Requirements) -> None:
        self.lexicon = lexicon
        self.arguments = arguments
        self.needs = needs

    def rule(self, line: Line, row: Row, group: Group, argument: Argument) -> bool:
        """Whether a law or a habit is told: "the charter hands power to", "a president resigns"."""
        if row.kind not in (Kind.EXIT, Kind.ENTRY) or group.perfect:
            return False
        state = line.tokens.lower[group.first] in ("está", "queda", "están", "quedan")
        present = group.time == "present" and not state
        doer = argument if row.who == "subject" else None
        if present and doer is None and not group.passive:
            doer = self.arguments.subject(line, group)
        if doer is not None and not doer.mentions:
            words = line.tokens.form[doer.first : doer.end]
            said = ", which" in " ".join(line.tokens.form[: group.first])  # of the deed before it
            if any(word in self.lexicon.laws for word in words) and not said:
                return True
        one = argument.mentions[0] if len(argument.mentions) == 1 else None
        if not present or one is None or one.form is not Form.NOMINAL or one.plural:
            return False
        told = line.sentence.kind in (RegionKind.HEADLINE, RegionKind.CAPTION)
        if one.indefinite:
            return not (told and one.title.lower().startswith("new "))
        return not told and not group.progressive and self.needs.people.who(one, line) is None

    def by_law(self, line: Line, group: Group, argument: Argument) -> bool:
        """Whether a law makes somebody named the next: "under the charter X must take over"."""
        named = any(mention.form is Form.NAME for mention in argument.mentions)
        law = not self.lexicon.laws.isdisjoint(line.words)
        near = line.tokens.form[group.verb + 1 : group.verb + _DAY]
        dated = any(f in self.lexicon["weekdays"] or f in self.lexicon["days"] for f in near)
        return named and law and not dated and not group.negated and group.modal in _DUTIES

    def whoever(self, line: Line, hit: Hit, group: Group, argument: Argument) -> bool:
        """Whether nobody is told yet who it will be: "the winner will become premier"."""
        own = hit.trigger.tag in FIRST_PERSON or line.tokens.at(group.first - 1) in ("i", "yo")
        if group.time != "future" or own or argument.regime:
            return False
        return not any(
            mention.form is not Form.NOMINAL or self.needs.people.who(mention, line) is not None
            for mention in argument.mentions
        )

    def as_other(self, line: Line, hit: Hit, argument: Argument, office: Office | None) -> bool:
        """Whether somebody is chosen as something that is no office: "as the best actress"."""
        asked = hit.end > argument.end > hit.at  # "as his successor" is what the row asks for
        return office is None and not asked and line.tokens.at(argument.end) in ("as", "como")

    def generic(self, argument: Argument, group: Group, *, headline: bool) -> bool:
        """Whether no one is meant: "to elect a president", "the premier is elected by members"."""
        if not argument.mentions or argument.mentions[0].form is not Form.NOMINAL:
            return False
        habit = group.passive and group.time == "present" and not group.perfect
        bare = argument.mentions[0].title.lower().startswith(("new ", "nuevo ", "nueva "))
        told = group.time == "past" or (group.time == "present" and (headline or bare))
        return habit or (argument.mentions[0].indefinite and not told)

    def any_holder(self, line: Line, hit: Hit, group: Group, argument: Argument) -> bool:
        """Whether a bare participle tells of any holder: "when a premier appointed under" a law."""
        one = argument.mentions[0] if len(argument.mentions) == 1 else None
        if one is None or not one.indefinite or group.passive or group.first != hit.at:
            return False
        before = one.end == hit.at and line.tokens.form[one.first] in ("a", "an", "un", "una")
        return before and hit.trigger.tag in ("past", "part")

    def only_counted(self, line: Line, hit: Hit, office: Office | None) -> bool:
        """Whether the office is only what counts the holders: "became the third king to flee"."""
        form = line.tokens.form
        end = max(hit.end, office.end if office else 0)
        if not ORDINALS & set(form[hit.at + 1 : end]):
            return False
        for i in range(end, min(end + _COUNTED, len(form))):
            if line.tokens.raw[i] in ",;.":
                return False
            if form[i] == "to" and line.mention_at(i + 1) is None:
                after = line.tokens.at(i + 1)  # "first president from 1963 to 1966" counts years
                return after not in self.lexicon["determiners"] and not after[:1].isdigit()
        return False
