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


def can_match(row: Row, words: frozenset[str]) -> bool:
    """Whether a sentence has the words that some phrase of a row asks for."""
    if not row.then_words:
        return True
    for asked in row.then_words:  # noqa: SIM110 - a generator costs more than all its words
        if asked <= words:
            return True
    return False


def match(line: Line, trigger: Trigger, at: int, lexicon: Lexicon) -> Hit | None:
    """The trigger with its particles and complement at token ``at``, None without them."""
    row = trigger.row
    if trigger.rest and not line.words.issuperset(trigger.rest):
        return None
    end = _rest(line, trigger, at + 1, lexicon)
    if end is None:
        return None
    if row.not_then and _barred(line, row, end, lexicon):
        return None
    if not row.then or trigger.sort == "adjective":
        return Hit(trigger, at, end)
    found = _complement(line, row, end, lexicon, noun=trigger.sort == "noun")
    if found is None and row.then_in_front and trigger.sort == "verb" and _in_front(line, row, at):
        return Hit(trigger, at, end)
    return Hit(trigger, at, found[0], found[1]) if found else None


def _barred(line: Line, row: Row, end: int, lexicon: Lexicon) -> bool:
    """Whether a phrase that the row does not allow follows."""
    word = line.tokens.at(end)
    for begins in (word, _CONTRACTED.get(word, ""), "@"):
        for phrase in row.not_by_word.get(begins, ()):
            if _phrase(line, phrase, end, lexicon) is not None:
                return True
    return False


def _in_front(line: Line, row: Row, at: int) -> bool:
    """Whether a complement opens the clause: "In his place the junta installed X"."""
    form = line.tokens.form
    start = max((i for i in range(at) if form[i] in _CLAUSE_MARKS), default=-1) + 1
    start += form[start] in ("and", "y")
    head = tuple(form[start : start + _GAP])
    return any(head[: len(phrase)] == phrase for phrase in row.then_in_front)


def _rest(line: Line, trigger: Trigger, start: int, lexicon: Lexicon) -> int | None:
    """Where the particles of a trigger end; they may stand after an object."""
    form, words = line.tokens.form, trigger.rest
    size = len(words)
    if not size or tuple(form[start : start + size]) == words:
        return start + size
    if size == 1 and start < len(form) and _CONTRACTED.get(form[start]) == words[0]:
        return start + 1  # "prescindió del ministro"
    if trigger.sort != "verb":
        return None
    if size > 1:  # an adverb may come between: "is now in exile"
        k = start
        while k < len(form) and (form[k] in lexicon["adverbs"] or form[k] in _REPORTED):
            k += 1
        return k + size if tuple(form[k : k + size]) == words else None
    for k in range(start, min(start + _GAP, len(form))):
        if form[k] == words[0]:
            return k + 1
        if _breaks(line, k, lexicon) or (form[k] in lexicon["prepositions"] and form[k] != "of"):
            break
    return None


_REPORTED = frozenset({"reported", "said", "believed", "thought", "rumoured"})


def _breaks(line: Line, k: int, lexicon: Lexicon) -> bool:
    known = line.edges.get(k)
    if known is None:
        known = line.edges[k] = _edge(line, k, lexicon)
    return known


def _edge(line: Line, k: int, lexicon: Lexicon) -> bool:
    tokens = line.tokens
    if tokens.raw[k] in _CLAUSE_MARKS:
        mention = line.mention_at(k)
        return mention is None or not mention.first < k < mention.end - 1
    return tokens.form[k] in lexicon.clause_joints or tokens.lower[k] in lexicon.be


def _complement(
    line: Line, row: Row, start: int, lexicon: Lexicon, *, noun: bool
) -> tuple[int, Office | None] | None:
    """Where a complement ends, after at most an object or some adjectives."""
    by_word = row.then_by_word
    always = by_word.get("@", ())
    way = line.ways.get((start, noun))
    if way is None:
        way = line.ways[start, noun] = _way(line, start, lexicon, noun=noun)
    for k, word, past_preposition in way:
        if word not in by_word and not always:
            continue
        for phrase in (*by_word.get(word, ()), *always):
            if past_preposition and phrase[0] not in lexicon["prepositions"]:
                continue
            found = _phrase(line, phrase, k, lexicon)
            if found is not None:
                return found
    return None


def _way(
    line: Line, start: int, lexicon: Lexicon, *, noun: bool
) -> tuple[tuple[int, str, bool], ...]:
    """Where a complement can begin, whatever it is: up to the edge of the clause, a few words on.

    Each place with its word, ``@`` behind the last one of the sentence, and whether a preposition
    stands before it.
    """
    form, n = line.tokens.form, len(line.tokens.form)
    prepositions, conjunctions = lexicon["prepositions"], lexicon["conjunctions"]
    out: list[tuple[int, str, bool]] = []
    past_preposition = False
    k, last = start - 1, min(start + _GAP, n + 1)
    while (k := k + 1) < last:
        word = form[k] if k < n else "@"
        if word == "," and (past := _past_aside(line, k, lexicon)):
            k, last = past, min(past + _GAP, n + 1)
            continue
        if (k == start and word in ("that", "que")) or _apposed(line, k, start):
            continue  # "insists that he is still president"
        out.append((k, word, past_preposition))
        role = noun or lexicon.language == "es"
        joined = role and word in _ROLE  # "the appointment of X as premier was annulled"
        if k >= n or (_breaks(line, k, lexicon) and not joined) or word in conjunctions:
            break
        if word in prepositions and not noun and word not in _OPEN_PREPOSITIONS:
            past_preposition = past_preposition or not _adverbial(line, k, lexicon)
    return tuple(out)


def _past_aside(line: Line, comma: int, lexicon: Lexicon) -> int | None:
    """The comma behind an adverb in commas: "asumió, momentáneamente, el cargo"; else None.

    One comma alone may close what stands before it: "asumió de manera temporal, el cargo".
    """
    if lexicon.language != "es":
        return None
    form = line.tokens.form
    if form[comma - 1] in _MANNERS or form[comma - 2] in _MANNERS:
        return comma
    for k in range(comma + 1, min(comma + _ASIDE, len(form))):
        if form[k] == ",":
            return k
        if (
            not form[k].isalpha()
            or line.mention_at(k) is not None
            or form[k] in lexicon.clause_joints
        ):
            return None
        if k == comma + 1 and not (form[k].endswith("mente") or form[k] in _ASIDES):
            return None
    return None


_MANNERS = frozenset({"forma", "manera", "modo"})
_ASIDES = frozenset({"ademas", "tambien", "asi", "de", "por", "sin", "en", "con"})
# An adverb in commas has at most so many words.
_ASIDE = 6


def _adverbial(line: Line, k: int, lexicon: Lexicon) -> bool:
    """Whether a preposition only says when or how: "I assume from today", "dejó por sorpresa"."""
    tokens = line.tokens
    word = tokens.at(k + 1)
    if word in lexicon["days"] or word in lexicon["weekdays"] or word in _THIS:
        return True
    if lexicon.language != "es" or not word.isalpha() or tokens.capital[k + 1]:
        return False
    bare = word not in lexicon.determiners and word not in lexicon["possessives"]
    return bare and line.mention_at(k + 1) is None


def _apposed(line: Line, k: int, start: int) -> bool:
    """Whether token ``k`` is put behind a name: "named X, then a judge, as his successor"."""
    mention = line.mention_at(k)
    behind = mention is not None and bool(mention.apposition) and mention.core_end <= k
    return behind and mention is not None and start <= mention.first and k < mention.end


_ROLE = frozenset({"as", "como"})
_THIS = frozenset({"this", "este"})
# Inside an object, or before one in Spanish.
_OPEN_PREPOSITIONS = frozenset({"of", "de", "del", "a", "al"})


def _phrase(
    line: Line, phrase: tuple[str, ...], start: int, lexicon: Lexicon
) -> tuple[int, Office | None] | None:
    """Where a phrase that begins at ``start`` ends; articles before its words are passed."""
    form = line.tokens.form
    n = len(form)
    first = phrase[0]
    if first[0] == "@":
        if len(phrase) == 1:
            return _STANDS_FOR[first](line, start, lexicon)
    else:
        met = form[start] if start < n else ""
        if met != first and _CONTRACTED.get(met) != first:
            return None
        if len(phrase) == 1:
            return start + 1, None
    determiners = lexicon.determiners
    k = start
    office: Office | None = None
    for index, word in enumerate(phrase):
        if word[0] == "@":
            k += k < n and form[k] in _MARKS_OF_WORDS  # "el cargo de «presidenta»"
            # "as interim @office": the word before belongs to the office
            owned = index > 0 and phrase[index - 1] in lexicon.stand_ins
            found = _STANDS_FOR[word](line, k - owned, lexicon)
            if found is None:
                return None
            k, office = found if found[1] else (found[0], office)
            continue
        if index:
            k = _passed(line, k, word, phrase[index - 1], determiners)
        met = form[k] if k < n else ""
        if met != word and _CONTRACTED.get(met) != word:
            return None
        k += 1
    return k, office


_CONTRACTED = {"al": "a", "del": "de"}
_MARKS_OF_WORDS = frozenset('«“"')


def _passed(line: Line, k: int, word: str, before: str, determiners: frozenset[str]) -> int:
    """Where a word of a phrase is looked for: behind an article, or the place of an office."""
    if before == "@office" and word not in _OF:
        k = _past_place(line, k)  # "governor of Ogun State since"
    met = line.tokens.at(k)
    if met.endswith("mente"):  # "quedó provisionalmente a cargo"
        k += 1
        met = line.tokens.at(k)
    return k + (met in determiners and met != word)


def _past_place(line: Line, k: int) -> int:
    """Behind the country, state or town that an office is of; ``k`` where none stands there."""
    tokens = line.tokens
    if tokens.at(k) not in _OF:
        return k
    i = k + 1
    while i < len(tokens) and (tokens.capital[i] or tokens.form[i] in _IN_PLACES):
        i += 1
    return i if i > k + 1 and tokens.capital[i - 1] else k


_OF = frozenset({"of", "de", "del"})
_IN_PLACES = frozenset({"the", "la", "el", "los", "las", "of", "de", "del"})
_Met = tuple[int, Office | None] | None
"""Where a placeholder ends, and the office it is."""


def _office_at(line: Line, k: int, lexicon: Lexicon) -> _Met:
    if k not in line.offices:
        line.offices[k] = read_office(line.tokens, k, lexicon)
    office = line.offices[k]
    return None if office is None or office.plain or office.minor else (office.end, office)


def _seat_at(line: Line, k: int, lexicon: Lexicon) -> _Met:
    met = _office_at(line, k, lexicon)
    seated = met and not lexicon.seats.keys().isdisjoint(line.tokens.form[k : met[0]])
    return met if seated else None


def _person_at(line: Line, k: int, lexicon: Lexicon) -> _Met:
    while line.tokens.at(k) in lexicon["determiners"] and line.mention_at(k) is None:
        k += 1
    mention = line.mention_at(k)
    inside = mention is not None and mention.first < k and mention.core < k
    several = mention is not None and mention.plural and mention.form is Form.NOMINAL
    return None if mention is None or inside or several else (mention.core_end, None)


def _place_at(line: Line, k: int, lexicon: Lexicon) -> _Met:
    tokens = line.tokens
    if tokens.at(k) in lexicon["determiners"]:
        k += 1
    if k >= len(tokens):
        return None
    unknown = tokens.capital[k] and line.mention_at(k) is None
    known = tokens.form[k] in lexicon.places
    return (k + 1, None) if known or unknown or _placeish(line, k) else None


def _body_at(line: Line, k: int, lexicon: Lexicon) -> _Met:
    tokens = line.tokens
    office = tokens.at(k) in lexicon.plain and k < len(tokens) and not tokens.capital[k]
    body = (tokens.at(k) in lexicon.organisations and not office) or (
        k < len(tokens) and tokens.raw[k].isupper()
    )
    return (k + 1, None) if body else None


def _day_at(line: Line, k: int, lexicon: Lexicon) -> _Met:
    """A day, its article or preposition taken along: ``on Monday``, ``el 23 de diciembre``."""
    form = line.tokens.form
    start = k
    while k < len(form) and form[k] in ("el", "este", "on", "in", "en", "last", "the"):
        k += 1
    if k >= len(form):
        return None
    day = any(form[k] in lexicon[name] for name in ("weekdays", "days", "months"))
    return (k + 1, None) if day or (k > start and form[k].isdigit()) else None


def _stop_at(line: Line, k: int, lexicon: Lexicon) -> _Met:
    """The end of a clause; the lexicon has no say in it."""
    del lexicon
    stop = k >= len(line.tokens) or line.tokens.raw[k] in ".;!?"
    return (k, None) if stop else None


_STANDS_FOR = {
    "@day": _day_at,
    "@stop": _stop_at,
    "@office": _office_at,
    "@seat": _seat_at,
    "@person": _person_at,
    "@place": _place_at,
    "@organisation": _body_at,
}


def _placeish(line: Line, k: int) -> bool:
    mention = line.mention_at(k)
    return mention is not None and mention.form is Form.NAME and mention.person is None
