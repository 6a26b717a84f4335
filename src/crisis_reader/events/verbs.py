"""Verbs: from a verb of the table to who it is about, how real it is and which office it names."""

from crisis_reader.article.records import RegionKind
from crisis_reader.events.arguments import Argument, Arguments
from crisis_reader.events.conjugation import FIRST_PERSON
from crisis_reader.events.extents import Extents, Words
from crisis_reader.events.generality import Generality
from crisis_reader.events.groups import Group, read_group
from crisis_reader.events.guards import Guards
from crisis_reader.events.lexicon import Lexicon
from crisis_reader.events.lines import Line
from crisis_reader.events.matching import Hit
from crisis_reader.events.mentions import Form
from crisis_reader.events.offices import Office
from crisis_reader.events.records import Kind, Manner, Modality
from crisis_reader.events.requirements import Found, Requirements
from crisis_reader.events.stages import Stages
from crisis_reader.events.verb_arguments import VerbArguments
from crisis_reader.events.verb_forms import VerbForms
from crisis_reader.events.verb_offices import VerbOffices

# "dejó el ministerio temporalmente en manos de": so far stands whom it is left to.
_HANDS = 5


class Verbs:
    """Reads verbs of the table in one language."""

    def __init__(
        self, lexicon: Lexicon, arguments: Arguments, guards: Guards, needs: Requirements
    ) -> None:
        self.lexicon = lexicon
        self.needs = needs
        self.guards = guards
        self.stages = Stages(lexicon)
        self.roles = VerbArguments(lexicon, arguments, guards)
        self.forms = VerbForms(lexicon, self.stages)
        self.offices = VerbOffices(lexicon)
        self.general = Generality(lexicon, arguments, needs)
        self.extents = Extents(lexicon)

    def read(self, line: Line, hit: Hit) -> Found | None:
        """What a verb of the table says; None where the row asks for more than there is."""
        row = hit.trigger.row
        if self.forms.adjectival(line, hit.at, hit.trigger.tag):
            return None
        group = read_group(line.tokens, hit.at, hit.trigger.tag, self.lexicon)
        right = self.forms.right_form(line, hit, group)
        if not right or self.forms.wished(line, hit, group):
            return None
        headline = line.sentence.kind is RegionKind.HEADLINE
        caused = self.forms.caused(line, hit, group)
        verdict = self.guards.judge_verb(line, caused or group, headline=headline)
        modality = self._polarised(row.polarity, verdict.modality)
        if row.polarity == "future" and (group.perfect or self._feared(line, group)):
            return None  # "would have been next", "it was feared that she would"
        argument = self.roles.role(line, hit, group, verdict) if modality else None
        if modality is None or argument is None or self.general.rule(line, row, group, argument):
            return None
        office = self.offices.office(line, hit, argument)
        if not self._fits(line, hit, group, argument, office):
            return None
        kind, manner, modality = self.stages.read(line, hit, group, verdict, modality)
        if kind is Kind.ENTRY and self.general.by_law(line, group, argument):
            kind, manner, modality = Kind.NEXT, Manner.WOULD_SUCCEED, Modality.ACTUAL
        if kind is Kind.ENTRY and modality is Modality.ANNOUNCED and self._to_be_chosen(argument):
            modality = Modality.UNCERTAIN
        if kind is Kind.EXIT and row.who == "subject" and len(argument.mentions) == 1:
            self.roles.arguments.accompany(line, argument, hit.end)
        words = Words(group, verdict, argument, office)
        first, end = self.extents.extent(line, hit, words)
        return Found(hit, kind, manner, modality, argument, first, end, office)

    def _handed_on(self, line: Line, hit: Hit) -> bool:
        """Whether only a ministry is left to somebody: "dejó la cartera en manos de X"."""
        form = line.tokens.form
        near = form[hit.end : hit.end + _HANDS]
        return "manos" in near and form[hit.end - 1] in ("ministerio", "cartera", "despacho")

    def _to_be_chosen(self, argument: Argument) -> bool:
        """Whether nobody is chosen yet: "se elegirá al nuevo gobernador"."""
        one = argument.mentions[0] if len(argument.mentions) == 1 else None
        if self.lexicon.language != "es" or one is None or one.form is not Form.NOMINAL:
            return False
        return bool({"nuevo", "nueva"} & set(one.title.lower().split()))

    def _fits(
        self, line: Line, hit: Hit, group: Group, argument: Argument, office: Office | None
    ) -> bool:
        """Whether office and person are what the row asks for."""
        row = hit.trigger.row
        named = office is not None and not office.plain and not office.minor
        if row.office == "required" and not (
            named
            or (row.manner in (Manner.RECOGNISED, Manner.REFUSED) and argument.regime)
            or self.roles.recognised_body(line, hit, office)
            or self.needs.claimant(
                line,
                row.kind,
                argument,
                None if group.passive else self.roles.arguments.subject(line, group),
            )
        ):
            return False
        held = row.kind in (Kind.ENTRY, Kind.EXIT, Kind.CLAIM)
        indefinite = bool(argument.mentions) and argument.mentions[0].indefinite
        rare = group.time == "gerund" and indefinite  # "a premier resigning in mid-term is rare"
        handed = row.kind is Kind.EXIT and row.who == "subject" and self._handed_on(line, hit)
        if held and (handed or rare or (office is not None and office.minor)):
            return False
        headline = line.sentence.kind is RegionKind.HEADLINE
        nobody = not argument.mentions and group.time == "gerund"
        any_one = self.general.any_holder(line, hit, group, argument)
        any_one = any_one or self.general.whoever(line, hit, group, argument)
        counted = self.general.only_counted(line, hit, office)
        if row.kind is Kind.ENTRY and (nobody or any_one or counted):
            return False  # "with the winner becoming president"
        if row.kind is Kind.ENTRY and row.who == "holder":
            if self.general.as_other(line, hit, argument, office) or self.general.generic(
                argument, group, headline=headline
            ):
                return False
            if argument.mentions and argument.mentions[0].indefinite:
                return row.needs in ("", "person", "government")  # "named a successor"
        return self.needs.enough(line, row.needs, argument) or self._spoken(line, hit, group)

    def _spoken(self, line: Line, hit: Hit, group: Group) -> bool:
        """Whether somebody says it of himself; who that is, the quotation tells later."""
        row = hit.trigger.row
        said = line.tokens.at(self.stages.ahead(line, group)) in ("i", "yo")
        plain = row.needs in ("person", "known", "office-holder") and row.who == "subject"
        reflexive = any(verb.endswith("se") for verb in row.verbs)  # "asilo" is a noun
        mine = not reflexive or "me" in line.tokens.form[group.first - 1 : group.verb]
        return plain and (said or (hit.trigger.tag in FIRST_PERSON and mine))

    def _feared(self, line: Line, group: Group) -> bool:
        """Whether the clause of what is to come hangs on a fear, a demand or a condition."""
        return self.guards.clause(line, group.first, "past") is not None

    def _polarised(self, polarity: str, modality: Modality) -> Modality | None:
        """A row of refusal fires on what is denied, a row of the future on what is to come."""
        if polarity == "negated":
            return Modality.ACTUAL if modality is Modality.DENIED else None
        if polarity == "future":
            coming = (Modality.ANNOUNCED, Modality.CONDITIONAL, Modality.UNCERTAIN)
            return Modality.ACTUAL if modality in coming else None
        return modality
