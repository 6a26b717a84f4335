"""The pattern table: rows of data files that say which words tell of which event, and of whom.

A row has one of ``verbs`` (infinitives, with particles: ``step down``), ``nouns``, ``adjectives``
or ``phrases``; ``who`` names the argument that is the person:

- ``subject``: of the verb in the active; ``holder``: the object, or the subject in the passive, or
  what an adjective stands before; ``object``: the same, never without an office;
- ``possessor``: of the noun (X's, of X, his); ``agent``: after *by*; ``with``: after *with*;
- ``to``: after *to* (*a*, *en*); ``from``, ``in``, ``against``: after these; ``behind``: after
  *behind*, *with*; ``loyal``, ``stood``: after *to*, *for*, *with*, *by*; ``named-subject``: the
  subject, a name; ``next``: the name behind; ``before``: the name that opens the sentence, before a
  comma; ``called``: the object, or nobody;
- ``passive``: the subject, only in the passive; ``subject-office``: whose office or act it is;
- ``regime``: the head of the government that is the subject; ``none``: nobody.

``then`` are phrases of which one must follow (``@office``, ``@seat``, ``@person``, ``@place``,
``@organisation``, ``@day`` stand for what they say, ``@stop`` for the end of the clause),
``not_then`` phrases of which none may. ``needs`` asks for a named person (``person``), one titled
as in office (``sitting``), or by the article so (``incumbent``), one the article links to an office
(``known``, ``office-holder``), a body or a person (``government``), a Spanish *se* (``reflexive``)
or *lo* (``clitic``), a speaker who speaks of himself (``self``), a verb in the present
(``present``), to come (``coming``), not in the imperfect (``done``) or not in the present
(``past``), an office before it (``post``), one the article tells to have claimed or entered an
office (``contender``), to have come in or to be about to (``chosen``), to have left (``gone``), a
verb that is no passive (``active``), a name where the text has told of somebody chosen without one
(``awaited``), a death on which somebody came in (``succeeded``), a court in the sentence
(``ruled``); several words ask for all. ``office = "required"`` asks for the name of an office.
``polarity``: ``negated`` rows are events of refusal, ``future`` rows fire on what is to come.
``spoken = "claim"``: what somebody says of himself ("said he was taking over") is a claim.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from crisis_reader.events.conjugation import FIRST_PERSON, conjugate
from crisis_reader.events.lexicon import Lexicon, read_lexicon
from crisis_reader.events.records import Kind, Manner
from crisis_reader.text.folding import fold_word

FILES = {
    "en": (
        *("en_exit.toml", "en_entry.toml", "en_other.toml"),
        *("en_contests.toml", "en_handovers.toml"),
    ),
    "es": (
        *("es_exit.toml", "es_entry.toml", "es_other.toml"),
        *("es_contests.toml", "es_handovers.toml"),
    ),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table, see the module's docstring."""

    id: str
    language: str
    kind: Kind
    manner: Manner
    who: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    then: tuple[tuple[str, ...], ...] = ()
    then_by_word: dict[str, tuple[tuple[str, ...], ...]] = field(
        default_factory=dict, compare=False
    )
    """The phrases of ``then`` by their first word, placeholders under ``@``."""
    then_words: tuple[frozenset[str], ...] = field(default=(), compare=False)
    """For each phrase of ``then`` the words that a sentence must have, placeholders left out;
    none where a phrase is made of placeholders alone."""
    then_in_front: tuple[tuple[str, ...], ...] = field(default=(), compare=False)
    """Those that can stand in front of the clause: "in his place"."""
    not_then: tuple[tuple[str, ...], ...] = ()
    not_by_word: dict[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict, compare=False)
    """The same for the phrases of ``not_then``."""
    needs: str = ""
    office: str = ""
    polarity: str = ""
    spoken: str = ""
    example: str = ""
    expect: str = ""

    @property
    def reflexive(self) -> bool:
        """Whether a verb of the row has its *se*: "convertirse"."""
        return "reflexive" in self.needs or any(v.split()[0].endswith("se") for v in self.verbs)

    @property
    def asks_person(self) -> bool:
        """Whether a person has to stand in what follows."""
        return any("@person" in phrase for phrase in self.then)


@dataclass(frozen=True, slots=True)
class Trigger:
    """One form under which a row can be met."""

    row: Row
    sort: str
    """``verb``, ``noun``, ``adjective`` or ``phrase``."""
    tag: str
    """Tag of the verb form, empty for other sorts."""
    rest: tuple[str, ...]
    """Words that must follow the first one (particles may stand after an object)."""
    also_past: bool = False
    """Whether the form is the past as well (``quit``)."""
    also_part: bool = False
    """Whether a past is the participle as well (``ousted``, but not ``flew``)."""
    reflexive: bool = False
    """Whether the verb is one with *se* (``retirarse``), which its form has not in it."""
    one_of: frozenset[str] = field(init=False, compare=False)
    """Words of which a sentence has at least one if the trigger is met; empty where it need not."""

    def __post_init__(self) -> None:
        rarest = frozenset(max(words, key=len) for words in self.row.then_words)
        object.__setattr__(self, "one_of", _one(frozenset(self.rest[-1:]) or rarest))


@cache
def _one(words: frozenset[str]) -> frozenset[str]:
    """One set for all that are equal: rows share their words, and each set takes 216 bytes."""
    return words


@cache
def _phrase(item: str) -> tuple[str, ...]:
    return tuple(map(fold_word, item.split()))


def _phrases(items: object) -> tuple[tuple[str, ...], ...]:
    return tuple(_phrase(str(item)) for item in items) if isinstance(items, list) else ()


def _asked(phrases: tuple[tuple[str, ...], ...]) -> tuple[frozenset[str], ...]:
    words = {_one(frozenset(w for w in phrase if w[0] != "@")): None for phrase in phrases}
    return () if frozenset() in words else tuple(words)


def _by_word(phrases: tuple[tuple[str, ...], ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    out: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        out.setdefault("@" if phrase[0][0] == "@" else phrase[0], []).append(phrase)
    return {word: tuple(found) for word, found in out.items()}


@cache
def read_rows(language: str) -> tuple[Row, ...]:
    """All rows of a language in the order of their files; the first that fits a clause wins."""
    rows: list[Row] = []
    for name in FILES.get(language, ()):
        table = tomllib.loads(
            (files("crisis_reader.events") / "patterns" / name).read_text("utf-8")
        )
        for row in table["row"]:
            plain = {
                k: row[k]
                for k in ("needs", "office", "polarity", "spoken", "example", "expect")
                if k in row
            }
            rows.append(
                Row(
                    id=row["id"],
                    language=language,
                    kind=Kind(row["kind"]),
                    manner=Manner(row["manner"]),
                    who=row["who"],
                    verbs=tuple(row.get("verbs", ())),
                    nouns=tuple(row.get("nouns", ())),
                    adjectives=tuple(row.get("adjectives", ())),
                    phrases=tuple(row.get("phrases", ())),
                    then=(then := _phrases(row.get("then"))),
                    then_by_word=_by_word(then),
                    then_words=_asked(then),
                    then_in_front=tuple(p for p in then if len(p) > 1 and p[0] in ("in", "en")),
                    not_then=(barred := _phrases(row.get("not_then"))),
                    not_by_word=_by_word(barred),
                    **plain,
                )
            )
    return tuple(rows)


@cache
def read_triggers(language: str) -> dict[str, tuple[Trigger, ...]]:
    """By first word (lower case, accents kept): every form under which a row can be met."""
    lexicon = read_lexicon(language)
    index: dict[str, list[Trigger]] = {}
    if lexicon is None:
        return {}
    for row in read_rows(language):
        for word, trigger in _forms(row, lexicon):
            index.setdefault(word, []).append(trigger)
    _one.cache_clear()
    _phrase.cache_clear()
    return {word: tuple(triggers) for word, triggers in index.items()}


@dataclass(frozen=True, slots=True)
class Bucket:
    """The triggers that one word may be, in the order of the table."""

    triggers: tuple[Trigger, ...]
    always: frozenset[int]
    """Those that ask for no other word of the sentence."""
    unasked: tuple[Trigger, ...]
    """The same triggers themselves."""
    asked: frozenset[str]
    """The words that the others ask for."""
    asking: dict[str, tuple[int, ...]]
    """By a word the others ask for, any of which is enough."""

    def met(self, words: frozenset[str]) -> tuple[Trigger, ...]:
        """The triggers that a sentence of these words may hold, in order."""
        here = self.asked & words
        if not here:
            return self.unasked
        found = self.always.union(*[self.asking[word] for word in here])
        return tuple([self.triggers[i] for i in sorted(found)])


class Buckets(dict[str, Bucket]):
    """By first word (lower case, accents kept): the triggers, sorted by what they ask for.

    Sorted when a word is first asked for: of three thousand a report has some dozens.
    """

    def __init__(self, triggers: Mapping[str, tuple[Trigger, ...]]) -> None:
        super().__init__()
        self._triggers = triggers
        self.words = frozenset(triggers)
        """The words that may be a trigger."""

    def __missing__(self, word: str) -> Bucket:
        bucket = self[word] = _bucket(self._triggers[word])
        return bucket


@cache
def read_buckets(language: str) -> Buckets:
    """The triggers of a language."""
    return Buckets(read_triggers(language))


def _bucket(triggers: tuple[Trigger, ...]) -> Bucket:
    asking: dict[str, list[int]] = {}
    for i, trigger in enumerate(triggers):
        for word in trigger.one_of:
            asking.setdefault(word, []).append(i)
    always = [i for i, trigger in enumerate(triggers) if not trigger.one_of]
    return Bucket(
        triggers,
        frozenset(always),
        tuple([triggers[i] for i in always]),
        frozenset(asking),
        {word: tuple(found) for word, found in asking.items()},
    )


@cache
def read_noun_triggers(language: str) -> frozenset[str]:
    """First words of the nouns of the table: ``renuncia`` is one, and a verb too."""
    index = read_triggers(language)
    return frozenset(w for w, found in index.items() if any(t.sort == "noun" for t in found))


_REFLEXIVE = ("arse", "erse", "irse")


def _forms(row: Row, lexicon: Lexicon) -> list[tuple[str, Trigger]]:
    out: list[tuple[str, Trigger]] = []
    for verb in row.verbs:
        infinitive, *particles = verb.split()
        rest = tuple(map(fold_word, particles))
        forms = conjugate(infinitive, lexicon)
        past = {form for form, tag in forms if tag == "past"}
        parts = {form for form, tag in forms if tag == "part"}
        either = past | {form for form, tag in forms if tag == "base"}
        out += [
            (
                form,
                Trigger(
                    row,
                    "verb",
                    tag,
                    rest,
                    also_past=tag == "base" and form in past,
                    also_part=tag == "past" and form in parts,
                    reflexive=infinitive.endswith(_REFLEXIVE) and not form.endswith("se"),
                ),
            )
            for form, tag in forms
            if not (tag == "part" and form in either)  # read as a past or a base, which may be it
            and (tag not in FIRST_PERSON or row.who == "subject")
            and (tag != "nos" or row.who == "object")
        ]
        if lexicon.language == "es" and row.who == "holder" and not rest:
            out += [
                (infinitive + end, Trigger(row, "verb", "inf", ())) for end in ("lo", "la", "le")
            ]
    for sort, items in (
        ("noun", row.nouns),
        ("adjective", row.adjectives),
        ("phrase", row.phrases),
    ):
        for item in items:
            first, *others = item.split()
            out.append((first, Trigger(row, sort, "", tuple(map(fold_word, others)))))
    return out
