"""Mentions: the names, the definite descriptions and the pronouns of a sentence that stand for people.

Reads one sentence at a time and links nothing: who a mention is, people.py decides over the article.
"""

import re
from dataclasses import dataclass, field
from enum import Enum

from crisis_reader.events.lexicon import Lexicon
from crisis_reader.events.tokens import Tokens
from crisis_reader.text.folding import fold_word
from crisis_reader.text.language import function_words

# "al-Assad", "el-Sissi", "d'Estaing": a small particle hung before the capital.
# "Washington-based", "Pro-Morales": an adjective with a name in it.
_ADJECTIVE = re.compile(
    r"(?:pro|anti|post|pre|non|mid)-|.*-(?:based|language|backed|led|born|style|era|held|controlled|wing|speaking|run|leaning|friendly|educated|trained|old|elect)$",
    re.IGNORECASE,
)
_HUNG = re.compile(r"(?:[a-z]{1,3}[-'’])[A-ZÀ-Þ]")
_ROMAN = re.compile(r"[IVX]{1,4}$")
_MAX_NAME = 6
# An apposition longer than this is a parenthesis of its own.
_APPOSITION = 26
_HEAD_WITHIN = 9
_DASHES = frozenset("-–—")


class Form(Enum):
    """What a mention is made of."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@dataclass(slots=True)
class Mention:
    """Tokens of one sentence that stand for a person, or may do so."""

    form: Form
    first: int
    """First token, title and determiner included."""
    end: int
    """Token after the last, an apposition included."""
    core: int
    """First token of the name, of the head noun, or the pronoun itself."""
    core_end: int
    name: str = ""
    """The name as written, without titles; empty for other forms."""
    title: str = ""
    """Words before the name that say what the person is, or the description itself."""
    apposition: str = ""
    heads: frozenset[str] = frozenset()
    """Nouns of office or role that the mention itself uses, folded."""
    former: bool = False
    gender: str | None = None
    """``m`` or ``f`` where the words tell."""
    plural: bool = False
    indefinite: bool = False
    """Somebody not yet known: ``a president``, ``a new leader``."""
    after_the: bool = False
    after_place_word: bool = False
    initial: bool = False
    """Whether the name begins the sentence, where a capital says nothing."""
    person: int | None = field(default=None, compare=False)


def is_capital(tokens: Tokens, i: int) -> bool:
    """Whether token ``i`` can be part of a name by its letters."""
    raw = tokens.raw[i]
    if not raw[0].isalpha() or ("-" in raw and _ADJECTIVE.match(raw)):
        return False
    if raw[0].isupper():
        return len(raw) == 1 or not raw.isupper() or bool(_ROMAN.match(raw)) or "." in raw
    return bool(_HUNG.match(raw))


def read_mentions(tokens: Tokens, lexicon: Lexicon) -> list[Mention]:
    """All mentions of a sentence in order of position; names first claim their tokens."""
    names = _names(tokens, lexicon)
    taken = bytearray(len(tokens))
    for mention in names:
        for i in range(mention.first, min(mention.end, len(tokens))):
            taken[i] = 1
    out = names + _others(tokens, lexicon, taken)
    out.sort(key=lambda m: m.first)
    return out


# -- names ---------------------------------------------------------------------------------------


def _runs(tokens: Tokens, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Stretches of capitalised tokens, particles and points after initials between them."""
    particles = lexicon["particles_of_names"]
    runs: list[tuple[int, int]] = []
    i, n = 0, len(tokens)
    while i < n:
        if not (tokens.capital[i] and is_capital(tokens, i)):
            i += 1
            continue
        j = i + 1
        while j < n:
            if is_capital(tokens, j):
                j += 1
                continue
            k = j
            if tokens.raw[j] == "." and _before_point(tokens, j - 1, lexicon):
                k = j + 1
            if tokens.form[j] in ("y", "e") and j - i >= 2 and _lone_surname(tokens, j + 1):  # noqa: PLR2004
                k = j + 1  # "José Ortega y Gasset", but "Tudela y Márquez" are two
            while k < n and k - j < 3 and tokens.form[k] in particles and not tokens.capital[k]:  # noqa: PLR2004
                k += 1
            if k > j and k < n and is_capital(tokens, k):
                j = k + 1
                continue
            break
        runs.append((i, j))
        i = j
    return runs


def _lone_surname(tokens: Tokens, i: int) -> bool:
    """Whether exactly one capitalised word stands at ``i``."""
    if i >= len(tokens) or not is_capital(tokens, i):
        return False
    return i + 1 >= len(tokens) or not is_capital(tokens, i + 1)


def _before_point(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Whether a point after token ``i`` belongs to an initial or an abbreviated title."""
    return len(tokens.raw[i]) == 1 or tokens.form[i] in lexicon.honorifics


def _names(tokens: Tokens, lexicon: Lexicon) -> list[Mention]:
    out: list[Mention] = []
    for start, end in _runs(tokens, lexicon):
        core = _strip(tokens, start, end, lexicon)
        if core is None:
            continue
        core = _after_title(tokens, core, end, lexicon)
        mention = _name_at(tokens, start, core, end, lexicon)
        if mention is not None:
            out.append(mention)
    for k, mention in enumerate(out):
        _read_apposition(tokens, mention, out[k + 1] if k + 1 < len(out) else None, lexicon)
    return out


def _after_title(tokens: Tokens, core: int, end: int, lexicon: Lexicon) -> int:
    """Where the name begins in "Maldivian Majlis Speaker Mohamed Nasheed": behind the last title."""
    for i in range(end - 2, core - 1, -1):
        f = tokens.form[i]
        if f in lexicon.heads or f in _STRONG:
            k = i + 1
            while k < end and (
                tokens.raw[k] == "." or f in lexicon["particles_of_names"] and not tokens.capital[k]
            ):
                k += 1
            return k if k < end else core
    return core


_STRONG = frozenset(
    {
        "mr",
        "mrs",
        "ms",
        "dr",
        "gen",
        "general",
        "col",
        "sen",
        "rep",
        "senator",
        "sir",
        "colonel",
        "sr",
        "sra",
    }
)


def _strip(tokens: Tokens, start: int, end: int, lexicon: Lexicon) -> int | None:
    """First token of the name in a run, openers, places and titles before it left out."""
    i = start
    while i < end:
        f = tokens.form[i]
        pair = f"{f} {tokens.at(i + 1)}"
        if pair in lexicon.places and i + 1 < end:
            i += 2
        elif (
            tokens.raw[i] == "."
            or (f in lexicon["particles_of_names"] and not tokens.capital[i])
            or f in lexicon["determiners"]
            or (f in lexicon["prepositions"] and i == 0)
            or ((i == 0 or not tokens.raw[i - 1][0].isalnum()) and _opens(f, lexicon))
            or f in lexicon["weekdays"]
            or f in lexicon["months"]
            or f in lexicon["days"]
            or _is_title(f, lexicon)
            or (f in lexicon.places and _more(tokens, i + 1, end, lexicon))
        ):
            i += 1
        else:
            break
    return i if i < end else None


def _opens(form: str, lexicon: Lexicon) -> bool:
    """Whether a word with a capital at the head of a sentence or quotation is no name."""
    return (
        form in lexicon["openers"]
        or form in lexicon["adverbs"]
        or form in function_words(lexicon.language)
    )


def _is_date(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Whether a capitalised weekday or month is one and not a surname (Theresa May)."""
    f = tokens.form[i]
    if f in lexicon["weekdays"]:
        return True
    if f not in lexicon["months"]:
        return False
    after, before = tokens.at(i + 1), tokens.at(i - 1)
    near = after[:1].isdigit() or before[:1].isdigit() or before in _BEFORE_MONTHS
    return near or f not in ("may", "june", "april", "august", "march")


_BEFORE_MONTHS = frozenset(
    {"in", "last", "next", "since", "until", "late", "early", "mid", "this", "of", "by", "every"}
)


def _more(tokens: Tokens, i: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a name can follow a place in the same run ("Bolivia Evo Morales")."""
    rest = [tokens.form[k] for k in range(i, end)]
    return bool(rest) and (len(rest) > 1 or any(_is_title(f, lexicon) for f in rest))


def _is_title(form: str, lexicon: Lexicon) -> bool:
    return (
        form in lexicon.heads
        or form in lexicon.honorifics
        or form in lexicon.minor
        or form in lexicon.nouns
        or form in lexicon.modifiers
        or form in lexicon.title_words
        or form.startswith("ex-")
        or (form.startswith("ex") and form[2:] in lexicon.heads)
    )


def _name_at(tokens: Tokens, start: int, core: int, end: int, lexicon: Lexicon) -> Mention | None:
    forms = [tokens.form[i] for i in range(core, end) if tokens.raw[i] != "."]
    if not forms or len(forms) > _MAX_NAME:
        return None
    name = tokens.words(core, end)
    inside = lexicon["prepositions"] - lexicon["particles_of_names"]
    if any(
        f in lexicon.organisations or f in lexicon.things or f in inside for f in forms
    ) or _is_place(forms, lexicon):
        return None
    if len(forms) == 1 and (
        tokens.raw[core].isupper() or (tokens.form[core] in lexicon["openers"] and core == 0)
    ):
        return None
    first, heads, title = _title_before(tokens, core, lexicon)
    mention = Mention(Form.NAME, first, end, core, end, name=name, title=title, heads=heads)
    mention.initial = core == 0
    before = tokens.at(core - 1)
    mention.after_the = before == "the"
    mention.after_place_word = before in (
        "in",
        "at",
        "from",
        "near",
        "en",
        "outside",
        "to",
        "across",
    )
    words = set(_title_words(title))
    mention.former = bool(words & _FORMER)
    mention.gender = _gender(words, lexicon)
    return mention


_FORMER = frozenset(
    {"former", "ex", "late", "then", "onetime", "one-time", "entonces", "antiguo", "antigua"}
)


def _title_words(title: str) -> list[str]:
    out: list[str] = []
    for word in fold_word(title).replace(",", " ").split():
        if word.startswith("ex-"):
            out += ["ex", word[3:]]
        elif word.startswith("ex") and word[2:] in (
            "presidente",
            "presidenta",
            "ministro",
            "mandatario",
            "dictador",
        ):
            out += ["ex", word[2:]]
        else:
            out.append(word)
    return out


def _gender(words: set[str], lexicon: Lexicon) -> str | None:
    male, female = bool(words & lexicon.male), bool(words & lexicon.female)
    return None if male == female else "m" if male else "f"


def _is_place(forms: list[str], lexicon: Lexicon) -> bool:
    i = 0
    while i < len(forms):
        if i + 1 < len(forms) and f"{forms[i]} {forms[i + 1]}" in lexicon.places:
            i += 2
        elif forms[i] in lexicon.places or forms[i] in lexicon["particles_of_names"]:
            i += 1
        else:
            return False
    return True


def _titled(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Whether token ``i`` can be part of a title before a name."""
    f = tokens.form[i]
    if f in lexicon.participles and i > 0 and _noun_like(tokens, i - 1, lexicon):
        return False  # "the army ousted President X" is a verb
    if _is_title(f, lexicon) or f in lexicon.places or f in lexicon.organisations:
        return True
    return (
        "-" in f
        and len(f) > 1
        and not tokens.capital[i]
        and f.rsplit("-", 1)[-1] in ("old", "wing", "backed", "era", "born")
    )


def _noun_like(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Whether a verb can follow token ``i``: a noun, a name or a pronoun."""
    f = tokens.form[i]
    if (
        not f[0].isalnum()
        or f == "'s"
        or f in lexicon["determiners"]
        or f in lexicon["possessives"]
    ):
        return False
    closed = ("prepositions", "conjunctions", "subordinators", "adverbs", "temporal")
    return not any(f in lexicon[name] for name in closed) and f not in lexicon.title_words


def _title_before(tokens: Tokens, core: int, lexicon: Lexicon) -> tuple[int, frozenset[str], str]:
    """Where the words before a name begin that say what the person is, the role nouns, the words."""
    t = core - 1
    if t > 0 and tokens.raw[t] == ".":
        t -= 1
    comma = t > 0 and tokens.raw[t] == ","
    if comma:
        t -= 1
    last = t
    first = core
    heads: set[str] = set()
    kept: tuple[int, set[str], int] | None = None
    while t >= 0 and core - t <= 16:  # noqa: PLR2004 - no title is longer
        f = tokens.form[t]
        if _titled(tokens, t, lexicon) or (comma and tokens.capital[t] and is_capital(tokens, t)):
            first = t
            if (
                f in lexicon.people
                or f in lexicon.honorifics
                or f.startswith("ex-")
                or (f.startswith("ex") and f[2:] in lexicon.heads)
            ):
                heads.add(
                    f.removeprefix("ex-")
                    if f.startswith("ex-")
                    else f[2:]
                    if f.startswith("ex") and f[2:] in lexicon.heads
                    else f
                )
            t -= 1
        elif (
            f in _LINKS
            and t > 0
            and first < core
            and (_titled(tokens, t - 1, lexicon) or tokens.form[t - 1] in _LINKS)
        ) or (f == "'s" and t > 0 and first < core and _titled(tokens, t - 1, lexicon)):
            t -= 1
        elif tokens.raw[t] == "," and not comma and heads and heads <= lexicon.honorifics and t > 0:
            comma = True
            kept = first, set(heads), last
            t -= 1
        else:
            break
    t = first - 1
    if comma and heads and not _opens_noun_phrase(tokens, t, first, lexicon):
        if kept is None:
            return core, frozenset(), ""
        first, heads, last = kept
        return first, frozenset(heads), tokens.words(first, last + 1)
    if not heads:
        return core, frozenset(), ""
    title = tokens.words(first, last + 1)
    if t >= 0 and tokens.form[t] in lexicon["determiners"] and tokens.form[t] != "that":
        first = t
    return first, frozenset(heads), title


_LINKS = frozenset({"of", "and", "for", "the", "de", "del", "la", "y", "los", "las", "&"})


def _opens_noun_phrase(tokens: Tokens, t: int, first: int, lexicon: Lexicon) -> bool:
    """Whether what stands before "the president, X" begins there: an article, 's or a clause edge."""
    if t < 0 or tokens.form[first - 1] == "'s":
        return True
    f = tokens.form[t]
    return f in lexicon["determiners"] or f in ("'s", "del", "al") or tokens.raw[t] in ',“"«(—–'


def _read_apposition(
    tokens: Tokens, mention: Mention, after: Mention | None, lexicon: Lexicon
) -> None:
    """Extend a name by ", the speaker of parliament," and the like; keep what it calls the person."""
    e, n = mention.end, len(tokens)
    if e + 1 >= n or tokens.raw[e] not in ",-–—(":
        return
    opener = tokens.raw[e]
    head = None
    i = e + 1
    if i < n and tokens.raw[i][0].isdigit() and i + 1 < n and tokens.raw[i + 1] == ",":
        i += 2
    begin = i
    while i < n and i - begin < _HEAD_WITHIN:
        f = tokens.form[i]
        if (
            f in lexicon.people
            or f.startswith("ex-")
            or (f.startswith("ex") and f[2:] in lexicon.heads)
        ):
            head = i
            nxt = tokens.at(i + 1)
            if nxt in lexicon.people or nxt in ("of", "in"):
                i += 1
                if nxt in lexicon.people:
                    continue
            break
        plausible = (
            f in lexicon["determiners"]
            or f == "'s"
            or _titled(tokens, i, lexicon)
            or tokens.capital[i]
        )
        if not plausible and (i > begin + 4 or not f[0].isalpha() or _stops(f, lexicon)):
            return
        i += 1
    if head is None:
        return
    if after is not None and after.first <= head:
        return  # the words are the title of the name that follows
    following = tokens.lower[head + 1] if head + 1 < n else ""
    if following in lexicon["say"] or following in lexicon["have"] or following in lexicon["be"]:
        return
    close = _close(tokens, head + 1, opener)
    if mention.title and after is not None and after.core == close + 1 and tokens.raw[close] == ",":
        return  # a list of titles and names, each title before its name
    mention.apposition = tokens.words(begin, min(close, head + 6))
    words = set(_title_words(tokens.words(begin, head + 1)))
    mention.former = mention.former or bool(words & _FORMER)
    mention.heads = mention.heads | frozenset(w for w in words if w in lexicon.people)
    mention.gender = mention.gender or _gender(words, lexicon)
    mention.end = min(close + 1, n) if close < n and tokens.raw[close] in ",-–—)" else close


def _stops(form: str, lexicon: Lexicon) -> bool:
    """Whether a word cannot stand inside the noun phrase of an apposition."""
    return any(form in lexicon[name] for name in _CLOSED)


_CLOSED = (
    "relatives", "subordinators", "say", "verbs", "prepositions", "subject_pronouns", "be", "have", "modals",
)  # fmt: skip


def _close(tokens: Tokens, i: int, opener: str) -> int:
    """Index of the mark that closes an apposition, or of the end of what it covers."""
    wanted = ")" if opener == "(" else ",;" if opener == "," else opener
    for j in range(i, min(i + _APPOSITION, len(tokens))):
        if tokens.raw[j] in wanted or tokens.raw[j] in '.;"”':
            return j
    return i


# -- descriptions and pronouns ---------------------------------------------------------------------


def _others(tokens: Tokens, lexicon: Lexicon, taken: bytearray) -> list[Mention]:
    out: list[Mention] = []
    pronouns = lexicon["subject_pronouns"] | lexicon["object_pronouns"]
    spanish = lexicon.language == "es"
    for i, f in enumerate(tokens.form):
        if taken[i]:
            continue
        if f in pronouns and not (
            spanish
            and (
                (f == "el" and tokens.lower[i] != "él")
                or f in ("lo", "la", "los", "las", "le", "les", "se", "quien")
            )
        ):
            if f in ("it", "i", "we", "you", "who", "itself"):
                continue
            gender = (
                "m"
                if f in lexicon["male_pronouns"]
                else "f"
                if f in lexicon["female_pronouns"]
                else None
            )
            plural = f in ("they", "them", "themselves", "ellos", "ellas")
            out.append(Mention(Form.PRONOUN, i, i + 1, i, i + 1, gender=gender, plural=plural))
        elif (
            f in lexicon.heads
            or f in lexicon.minor
            or f in lexicon.nouns
            or f.startswith("ex-")
            or (f.startswith("ex") and f[2:] in lexicon.heads)
        ):
            nxt = tokens.at(i + 1)
            if nxt in lexicon.people:
                continue  # "army chief general": the last noun is the head
            out.append(_description(tokens, i, lexicon))
    return out


def _description(tokens: Tokens, head: int, lexicon: Lexicon) -> Mention:
    first = head
    t = head - 1
    while t >= 0 and (
        _titled(tokens, t, lexicon)
        or (
            t > 0
            and tokens.form[t - 1] in lexicon["determiners"]
            and tokens.form[t].isalpha()
            and not _stops(tokens.form[t], lexicon)
            and tokens.form[t] not in lexicon["determiners"]
        )
    ):
        first = t
        t -= 1
    core = first
    if t >= 0 and (
        tokens.form[t] in lexicon["determiners"] or tokens.form[t] in lexicon["numbers"]
    ):
        first = t
    end = head + 1
    if tokens.at(end) in ("of", "de", "del") and end + 1 < len(tokens):
        k = end + 1
        while k < len(tokens) and (
            tokens.form[k] in ("the", "la", "el", "los", "las")
            or is_capital(tokens, k)
            or tokens.form[k] in lexicon.organisations
            or tokens.form[k] in ("state", "estado", "parliament", "staff", "house")
        ):
            k += 1
        if k > end + 1:
            end = k
    f = tokens.form[head]
    base = (
        f[3:]
        if f.startswith("ex-")
        else f[2:]
        if f.startswith("ex") and f[2:] in lexicon.heads
        else f
    )
    words = set(_title_words(tokens.words(first, head + 1)))
    return Mention(
        Form.NOMINAL,
        first,
        end,
        core,
        head + 1,
        title=tokens.words(core, head + 1),
        heads=frozenset({base}),
        former=bool(words & _FORMER),
        gender=_gender(words, lexicon),
        plural=f.endswith("s") and f not in ("boss",),
        indefinite=tokens.form[first] in ("a", "an", "un", "una", "any", "no", "another", "some")
        or bool(words & {"new", "next", "nuevo", "nueva", "proximo", "future", "futuro"}),
    )
