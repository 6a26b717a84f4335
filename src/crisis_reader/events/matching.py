"""Whether the words that a pattern asks for stand where it asks for them."""

from dataclasses import dataclass

from crisis_reader.events.lexicon import Lexicon
from crisis_reader.events.lines import Line
from crisis_reader.events.mentions import Form
from crisis_reader.events.offices import Office, read_office
from crisis_reader.events.patterns import Row, Trigger

# How far a particle ("forced the old president out") or a complement may stand from its verb.
_GAP = 9
_CLAUSE_MARKS = frozenset(',;:.()—–"“”«»?!')


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger met in a sentence."""

    trigger: Trigger
    at: int
    """Token of the verb, noun, adjective or first word."""
    end: int
    """Token after the last word the pattern asked for."""
    office: Office | None = None


def match(line: Line, trigger: Trigger, at: int, lexicon: Lexicon) -> Hit | None:
    """The trigger with its particles and complement at token ``at``, None without them."""
    end = _rest(line, trigger, at + 1, lexicon)
    if end is None:
        return None
    row = trigger.row
    if any(_phrase(line, phrase, end, lexicon) is not None for phrase in row.not_then):
        return None
    if not row.then or trigger.sort == "adjective":
        return Hit(trigger, at, end)
    found = _complement(line, row, end, lexicon, noun=trigger.sort == "noun")
    return Hit(trigger, at, found[0], found[1]) if found else None


def _rest(line: Line, trigger: Trigger, start: int, lexicon: Lexicon) -> int | None:
    """Where the particles of a trigger end; they may stand after an object."""
    if not trigger.rest:
        return start
    form = line.tokens.form
    n = len(form)
    words = trigger.rest
    if tuple(form[start : start + len(words)]) == words:
        return start + len(words)
    if trigger.sort != "verb" or len(words) > 1:
        if trigger.sort == "verb":  # an adverb may come between: "is now in exile"
            k = start
            while k < n and (
                form[k] in lexicon["adverbs"]
                or form[k] in ("reported", "said", "believed", "thought")
            ):
                k += 1
            if tuple(form[k : k + len(words)]) == words:
                return k + len(words)
        return None
    for k in range(start, min(start + _GAP, n)):
        if form[k] == words[0]:
            return k + 1
        if _breaks(line, k, lexicon) or (form[k] in lexicon["prepositions"] and form[k] != "of"):
            return None
    return None


def _breaks(line: Line, k: int, lexicon: Lexicon) -> bool:
    form = line.tokens.form[k]
    if line.tokens.raw[k] in _CLAUSE_MARKS:
        mention = line.mention_at(k)
        return mention is None or not mention.first < k < mention.end - 1
    return (
        form in lexicon["subordinators"]
        or form in lexicon["relatives"]
        or line.tokens.lower[k] in lexicon["be"]
    )


def _complement(
    line: Line, row: Row, start: int, lexicon: Lexicon, *, noun: bool
) -> tuple[int, Office | None] | None:
    """Where a complement ends, after at most an object or some adjectives."""
    form = line.tokens.form
    past_preposition = False
    for k in range(start, min(start + _GAP, len(form))):
        word = form[k]
        for phrase in (*row.then_by_word.get(word, ()), *row.then_by_word.get("@", ())):
            if past_preposition and phrase[0] not in lexicon["prepositions"]:
                continue
            found = _phrase(line, phrase, k, lexicon)
            if found is not None:
                return found
        if _breaks(line, k, lexicon) or word in lexicon["conjunctions"]:
            return None
        if word in lexicon["prepositions"] and not noun and word not in _OPEN_PREPOSITIONS:
            past_preposition = True
    return None


# Inside an object, or before one in Spanish.
_OPEN_PREPOSITIONS = frozenset({"of", "de", "del", "a", "al"})


def _phrase(
    line: Line, phrase: tuple[str, ...], start: int, lexicon: Lexicon
) -> tuple[int, Office | None] | None:
    """Where a phrase that begins at ``start`` ends; articles before its words are passed."""
    tokens = line.tokens
    k = start
    office: Office | None = None
    for index, word in enumerate(phrase):
        if (
            index
            and word[0] != "@"
            and tokens.at(k) in lexicon["determiners"]
            and tokens.at(k) != word
        ):
            k += 1
        if word == "@office":
            office = read_office(tokens, k, lexicon)
            if office is None or office.plain or office.minor:
                return None
            k = office.end
        elif word == "@seat":
            office = read_office(tokens, k, lexicon)
            if office is None or office.plain or tokens.form[office.end - 1] not in lexicon.seats:
                return None
            k = office.end
        elif word == "@person":
            while tokens.at(k) in lexicon["determiners"] and line.mention_at(k) is None:
                k += 1
            mention = line.mention_at(k)
            if mention is None or (mention.first < k and mention.core < k):
                return None
            k = mention.core_end
        elif word == "@place":
            if tokens.at(k) in lexicon["determiners"]:
                k += 1
            if not (
                k < len(tokens)
                and (
                    tokens.form[k] in lexicon.places
                    or ((tokens.capital[k] and line.mention_at(k) is None) or _placeish(line, k))
                )
            ):
                return None
            k += 1
        elif word == "@organisation":
            if not (
                k < len(tokens)
                and (tokens.form[k] in lexicon.organisations or tokens.raw[k].isupper())
            ):
                return None
            k += 1
        elif tokens.at(k) == word:
            k += 1
        else:
            return None
    return k, office


def _placeish(line: Line, k: int) -> bool:
    mention = line.mention_at(k)
    return mention is not None and mention.form is Form.NAME and mention.person is None
