"""Verb forms: whether a form is that verb here, and done: not had done, not only wished."""

from crisis_reader.events.conjugation import FIRST_PERSON
from crisis_reader.events.groups import Group, is_adverb, read_group
from crisis_reader.events.lexicon import Lexicon
from crisis_reader.events.lines import Line
from crisis_reader.events.matching import Hit
from crisis_reader.events.mentions import Form
from crisis_reader.events.patterns import read_noun_triggers
from crisis_reader.events.records import Kind
from crisis_reader.events.stages import Stages

# "that forced him out", "both resigned" begin no noun phrase.
_RELATIVE_TOO = frozenset({"that", "all", "both", "each", "some", "todos", "todas", "ambos"})
# Before a participle that is an adjective: "the democratically elected president".
_BEFORE_ADJECTIVE = frozenset(
    {
        "of",
        "by",
        "with",
        "for",
        "including",
        "newly",
        "democratically",
        "freely",
        "duly",
        "popularly",
    }
    | {
        "directly",
        "from",
        "del",
        "al",
        "recien",
        "legitimamente",
        "democraticamente",
        "constitutionally",
    }
)
_OF_RIGHT = frozenset(
    {"lawfully", "validly", "legally", "rightfully", "legitimately", "internationally", "widely"}
)
_CLITIC = frozenset({"lo", "los", "le", "les"})
_COUNTING = frozenset({"first", "second", "third", "last", "only", "new"})
_POWERS = frozenset({"cargo", "puesto", "ejecutivo", "competencias", "funciones", "mando", "poder"})
_POWERS |= {"cartera", "gobierno", "responsabilidad", "titularidad", "ministerio", "secretaria"}
# "the ministry of mines, transport and trade passed to X"
_FAR = 22
_SELF = frozenset({"se", "me", "nos"})
# "se verá obligado a retirar": so far may *se* stand before its infinitive.
_SE = 4
_WANT = frozenset({"want", "wants", "wanted", "wanting", "see", "demand", "demands", "demanded"})
_HAVE_DONE = {"have": "base", "having": "ing", "get": "base", "getting": "ing", "got": "past"}


class VerbForms:
    """Judges the form of verbs in one language."""

    def __init__(self, lexicon: Lexicon, stages: Stages) -> None:
        self.lexicon = lexicon
        self.stages = stages
        self.english = lexicon.language == "en"
        self.nouns = read_noun_triggers(lexicon.language)
        """Words that are nouns of the table too: ``renuncia`` is both."""

    def adjectival(self, line: Line, i: int, tag: str) -> bool:
        """Whether a form only looks like a verb: "the elected president", "two names"."""
        if i == 0:
            opening = line.mention_at(0)
            named = line.mention_at(1)
            titled = opening is not None and opening.first < opening.core
            bare = named is not None and named.form is Form.NAME
            titled = titled or (self.english and bare)
            return titled if tag in ("past", "part") else tag in ("base", "s") and self.english
        noun = tag == "yo" or (tag in ("pres", "subj") and line.tokens.lower[i] in self.nouns)
        lexicon = self.lexicon
        before = line.tokens.form[i - 1]
        led = tag == "yo" and before in lexicon["prepositions"]  # "nombró como reemplazo a"
        if led or (noun and line.tokens.at(i + 1) in ("de", "del")):
            return True  # "el abandono de sus funciones"
        owner = before in lexicon["possessives"] or before == "'s"
        determined = owner or (before in lexicon["determiners"] and before not in _RELATIVE_TOO)
        if tag in ("past", "part"):
            mention = line.mention_at(i)
            if (
                mention is not None
                and mention.first <= i < mention.core
                and mention.form is not Form.PRONOUN
            ):
                return True
            counted = before in _COUNTING and (
                line.tokens.at(i - 2) in lexicon["determiners"] or line.tokens.at(i - 2) in "'s"
            )  # "the first elected president", but "at first backed X"
            counted = counted or (
                before in _OF_RIGHT and line.tokens.at(i - 2) in lexicon["determiners"]
            )  # "the lawfully elected governor", but "has legally resigned"
            pronoun = before in ("lo", "la", "los", "las")  # "la huida" is a noun
            clitic = not self.english and pronoun and tag == "past"
            return (
                (determined or counted or before in _BEFORE_ADJECTIVE)
                and before not in ("her", "su")
                and not clitic
            )
        if tag in ("base", "s", "pres", "subj", "ing"):
            object_ = not self.english and before in _CLITIC and not noun  # "lo reemplaza Y"
            her = before in ("la", "las") and tag == "pres" and not self.english and not noun
            object_ = object_ or (her and line.tokens.at(i + 1) not in ("de", "del"))
            return (determined and not object_) or (before in ("of", "de") and tag != "ing")
        return False

    def right_form(self, line: Line, hit: Hit, group: Group) -> bool:
        """Whether the form can be the verb of the row here."""
        tag, row = hit.trigger.tag, hit.trigger.row
        alone = not self.english and tag == "part" and group.first == hit.at
        if (alone and row.kind is Kind.CLAIM) or self._auxiliary(line, hit):
            return False  # "presidenta autoproclamada" is an adjective
        if "self" in row.needs and not self.stages.of_self(line, hit, group):
            return False
        present = group.time == "present"
        wrong_time = ("present" in row.needs and not present) or ("past" in row.needs and present)
        if wrong_time or ("active" in row.needs and group.passive):
            return False
        wrong_time = ("coming" in row.needs and group.time != "future") or (
            "done" in row.needs and tag == "impf"
        )
        if wrong_time:
            return False
        if not self.english and self._lacks(line, hit, group):
            return False
        return not (tag == "base" and group.time == "bare" and hit.trigger.also_past)

    def _lacks(self, line: Line, hit: Hit, group: Group) -> bool:
        """Whether a Spanish verb has not the *se*, *lo* or office before it that it asks for."""
        needs, form = hit.trigger.row.needs, line.tokens.form
        before = set(form[group.first : group.verb])
        if hit.trigger.reflexive and hit.trigger.tag not in ("part", *FIRST_PERSON):
            near = form[max(0, group.verb - _SE) : group.verb]
            if before.isdisjoint(_SELF) and "se" not in near:
                return True  # "retiró del cargo a X"
        if "reflexive" in needs and "se" not in before:
            return not form[group.verb].endswith("se")
        if "clitic" in needs and not {"lo", "la", "le", "les"} & before:
            return True
        if "post" not in needs or self._of_post(line, group.first):
            return False
        between = form[hit.at + 1 : hit.end]  # "dejó la cartera en manos de"
        return not any(f in self.lexicon.seats or f in _POWERS for f in between)

    def _of_post(self, line: Line, first: int) -> bool:
        """Whether an office or its powers stand before a verb: "the ministry passed to X"."""
        tokens, seats = line.tokens, self.lexicon.seats
        for i in range(first - 1, max(-1, first - _FAR), -1):
            if tokens.raw[i] in ".;:":
                return False
            if tokens.form[i] in seats or tokens.form[i] in _POWERS:
                return True
        return False

    def _auxiliary(self, line: Line, hit: Hit) -> bool:
        """Whether a form of *be* only helps the verb behind it: "I am quitting the post"."""
        if line.tokens.lower[hit.at] not in self.lexicon["be"]:
            return False
        k = hit.at + 1
        while k < len(line.tokens) and is_adverb(line.tokens.lower[k], self.lexicon):
            k += 1
        return line.tokens.at(k).endswith(("ing", "ed", "sworn", "chosen"))

    def caused(self, line: Line, hit: Hit, group: Group) -> Group | None:
        """The verb that has it done: "trying to have X removed", "got X elected"."""
        if not self.english or group.first != hit.at or hit.trigger.tag not in ("past", "part"):
            return None
        object_ = line.mention_at(hit.at - 1)
        if object_ is None or object_.end != hit.at:
            return None
        word = line.tokens.at(object_.first - 1)
        if word not in _HAVE_DONE:
            return None
        return read_group(line.tokens, object_.first - 1, _HAVE_DONE[word], self.lexicon)

    def wished(self, line: Line, hit: Hit, group: Group) -> bool:
        """Whether it is only wanted: "wants X sacked", "would like to see X removed"."""
        object_ = line.mention_at(hit.at - 1)
        if object_ is None or object_.end != hit.at or group.first != hit.at:
            return False
        return line.tokens.at(object_.first - 1) in _WANT and hit.trigger.tag != "s"
