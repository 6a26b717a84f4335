"""Control: whose an infinitive or a gerund is, through the word that governs it.

"X was forced to resign", "X's decision to step down", "After resigning, X": the subject stands with
another verb. Reads no pattern and decides nothing about modality.
"""

from crisis_reader.events.arguments import Argument, Arguments
from crisis_reader.events.groups import Group, read_group
from crisis_reader.events.guards import ORDINALS, Guards, Verdict
from crisis_reader.events.lexicon import Lexicon
from crisis_reader.events.lines import Line
from crisis_reader.events.mentions import Form, Mention

# "After resigning", "Shortly after resigning".
_FRONTED = 2
_MADE = (
    "oblig",
    "forz",
    "llev",
    "pid",
    "inst",
    "hizo",
    "hic",
    "hech",
    "hac",
    "empuj",
    "exig",
    "orden",
)
_AFTER_WHICH = frozenset({"tras", "al", "despues", "luego", "antes", "hasta"})
# Nouns that govern an infinitive: their owner is its subject.
_RESOLVES = frozenset(
    {
        "decision",
        "intention",
        "promise",
        "pledge",
        "refusal",
        "failure",
        "plan",
        "attempt",
        "vow",
        "plans",
        "intentions",
    }
    | {"decision", "intencion", "promesa", "negativa", "voluntad", "compromiso", "proposito"}
    | {"offer", "bid", "willingness", "reluctance", "readiness", "agreement", "ability"}
)
_BEFORE_GERUNDS = frozenset({"after", "before", "since", "upon"})
_HELPED = ("help", "assist", "aid", "support", "back")
_FOR = frozenset({"for", "into", "from"})
_BECAME = frozenset({"became", "becomes"})
# A subject this many tokens before its verb still begins the words that say it.
_FAR = 4


class Control:
    """Finds the subjects of verbs that have none of their own."""

    def __init__(self, lexicon: Lexicon, arguments: Arguments, guards: Guards) -> None:
        self.lexicon = lexicon
        self.english = lexicon.language == "en"
        self.arguments = arguments
        self.guards = guards

    def subject(self, line: Line, group: Group, verdict: Verdict) -> Argument | None:
        """The subject of a verb group, through what governs an infinitive."""
        if verdict.governor is None or verdict.to is None:
            loose = group.time == "gerund" or (group.perfect and group.time == "infinitive")
            return (
                self._gerund_subject(line, group) if loose else self.arguments.subject(line, group)
            )
        if line.tokens.form[verdict.governor] in _AFTER_WHICH:
            return self._gerund_subject(line, group)  # "tras asumir", the main clause's subject
        found = self._resolved(line, verdict.governor)
        if found is None and line.tokens.form[verdict.governor] in ORDINALS:
            return self._counted(line, verdict.governor)
        found = found or self._between(line, group, verdict.governor, verdict.to)
        if found is not None:
            return found
        outer = read_group(line.tokens, verdict.governor, "part", self.lexicon)
        if outer.time == "infinitive":
            inner = self.guards.judge_verb(line, outer, headline=False)
            if inner.governor is not None:
                return self.subject(line, outer, inner)
        return self.arguments.subject(line, outer)

    def _between(self, line: Line, group: Group, governor: int, to: int) -> Argument | None:
        """Who is made to do it: "urged X to resign", "obligó a dimitir al presidente X"."""
        between = [
            m
            for m in line.mentions
            if governor < m.first and m.end <= to and self._definite(line, m)
        ]
        if between:
            return Argument([between[-1]], between[-1].first, between[-1].end)
        if self.english or line.tokens.at(group.verb + 1) not in ("a", "al"):
            return None
        made = line.mention_at(group.verb + 2)
        if made is None or not line.tokens.form[governor].startswith(_MADE):
            return None
        return Argument([made], made.first, made.end)

    def _resolved(self, line: Line, governor: int) -> Argument | None:
        """The subject a noun that governs gives: "X's decision to go", "the third king to flee"."""
        form = line.tokens.form
        counted = line.mention_at(governor)
        if form[governor] in ORDINALS and counted is not None and counted.form is not Form.NAME:
            return Argument([counted], counted.first, counted.end)
        if form[governor] in _RESOLVES or line.tokens.at(governor - 1) == "'s":
            return self.arguments.possessor(line, governor, governor + 1)
        return None

    def _counted(self, line: Line, ordinal: int) -> Argument | None:
        """Who "is the second Baltic leader to resign": nobody of the name of Baltic."""
        is_ = ordinal - 1 - (line.tokens.at(ordinal - 1) in self.lexicon["determiners"])
        if line.tokens.at(is_) not in self.lexicon["be"] | _BECAME:
            return None
        return self.arguments.subject(line, read_group(line.tokens, is_, "past", self.lexicon))

    def _definite(self, line: Line, mention: Mention) -> bool:
        return (
            mention.form is not Form.NOMINAL
            or line.tokens.form[mention.first] in self.lexicon["determiners"]
        )

    def _gerund_subject(self, line: Line, group: Group) -> Argument | None:
        """``with X succeeding``: X; ``After resigning, X``: the main clause's; else what leads."""
        tokens = line.tokens
        near = line.mention_at(group.first - 1)
        if (
            near is not None
            and near.form is not Form.NOMINAL
            and tokens.raw[group.first - 1] != ","
        ):
            return Argument([near], near.first, near.end)
        blamed = line.mention_at(group.first - 2)
        if blamed is not None and blamed.form is not Form.NOMINAL:
            word, before = tokens.at(group.first - 1), tokens.at(blamed.first - 1)
            # "praised X for stepping down", "aided X in seizing power"
            if word in _FOR or (word == "in" and before.startswith(_HELPED)):
                return Argument([blamed], blamed.first, blamed.end)
        alone = not any(m.first < group.first for m in line.mentions)
        own = self.arguments.after_verb(line, group.verb + 1) if not self.english else None
        if own is not None and group.time == "infinitive":
            return own  # "al renunciar el presidente X"
        relative = self._relative(line, group) if self.english else None
        if relative is not None:
            return relative
        fronted = group.first <= _FRONTED or (alone and not self.english)
        found = (self.fronted(line, group) if fronted else None) or self.arguments.subject(
            line, group
        )
        if self.english and found is not None and not found.mentions and not found.regime:
            before = tokens.at(group.first - 1)
            if before not in self.lexicon["prepositions"] and not found.count:
                return self.arguments.leading(line, group.first - 1) or found
        return found  # "X took the oath declaring himself"

    def _relative(self, line: Line, group: Group) -> Argument | None:
        """Whom *who* stands for in one clause: "replaced by X - who left days after winning"."""
        tokens = line.tokens
        if tokens.at(group.first - 1) not in _BEFORE_GERUNDS:
            return None
        for k in range(group.first - 2, 1, -1):
            f = tokens.form[k]
            if not f[0].isalnum() or f in ("that", "and", "but") or line.mention_at(k) is not None:
                return None
            if f == "who":
                owner = line.mention_at(k - 1 - (tokens.raw[k - 1] in ",-–—"))
                named = owner is not None and owner.form is Form.NAME
                return Argument([owner], group.first, group.verb + 1) if named and owner else None
        return None

    def fronted(self, line: Line, group: Group) -> Argument | None:
        """The subject of the main clause behind the comma that ends a clause in front."""
        tokens = line.tokens
        comma = next(
            (i for i in range(group.verb + 1, len(tokens)) if tokens.raw[i] == ","), len(tokens)
        )
        following = next((m for m in line.mentions if m.first > comma), None)
        if following is None or following.first > comma + _FAR:
            return None
        return Argument([following], group.first, group.verb + 1)
