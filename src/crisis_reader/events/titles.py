"""Titles: the words before and behind a name that say what the person is."""

from crisis_reader.events.lexicon import Lexicon
from crisis_reader.events.mentions import Mention, is_capital
from crisis_reader.events.tokens import Tokens
from crisis_reader.text.folding import fold_word

# An apposition longer than this is a parenthesis of its own.
_APPOSITION = 26

_HEAD_WITHIN = 9

FORMER = frozenset(
    {"former", "ex", "late", "then", "onetime", "one-time", "entonces", "antiguo", "antigua"}
)

# What may follow the noun of an apposition besides a preposition or its closing mark.
_AFTER_HEAD = frozenset(
    {
        "who",
        "whose",
        "and",
        "since",
        "que",
        "quien",
        "y",
        "turned",
        "then",
        "also",
        "general",
        "elect",
    }
)
_LINKS = frozenset({"of", "and", "for", "the", "de", "del", "la", "y", "los", "las", "&"})


def is_title(form: str, lexicon: Lexicon) -> bool:
    """Whether a word can be part of a title by itself."""
    if form in lexicon.titles:
        return True
    return form[:2] == "ex" and (form[2:3] == "-" or form[2:] in lexicon.heads)


def in_title(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Whether token ``i`` can be part of a title before a name."""
    f = tokens.form[i]
    if f in lexicon.participles and i > 0 and _noun_like(tokens, i - 1, lexicon):
        return False  # "the army ousted President X" is a verb
    if is_title(f, lexicon) or f in lexicon.places or f in lexicon.organisations:
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


def title_words(title: str) -> list[str]:
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


def gender_of(words: set[str], lexicon: Lexicon) -> str | None:
    male, female = bool(words & lexicon.male), bool(words & lexicon.female)
    return None if male == female else "m" if male else "f"


def title_before(tokens: Tokens, core: int, lexicon: Lexicon) -> tuple[int, frozenset[str], str]:
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
        if in_title(tokens, t, lexicon) or (comma and tokens.capital[t] and is_capital(tokens, t)):
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
            and (in_title(tokens, t - 1, lexicon) or tokens.form[t - 1] in _LINKS)
        ) or (f == "'s" and t > 0 and first < core and in_title(tokens, t - 1, lexicon)):
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


def _opens_noun_phrase(tokens: Tokens, t: int, first: int, lexicon: Lexicon) -> bool:
    """Whether what stands before "the president, X" begins there: an article, 's or a clause edge."""
    if t < 0 or tokens.form[first - 1] == "'s":
        return True
    f = tokens.form[t]
    return f in lexicon["determiners"] or f in ("'s", "del", "al") or tokens.raw[t] in ',“"«(—–'


def read_apposition(
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
            or in_title(tokens, i, lexicon)
            or tokens.capital[i]
        )
        if not plausible and (i > begin + 4 or not f[0].isalpha() or closes_phrase(f, lexicon)):
            return
        i += 1
    if head is None:
        return
    if after is not None and after.first <= head:
        return  # the words are the title of the name that follows
    following = tokens.lower[head + 1] if head + 1 < n else "."
    if following[0].isalnum() and not (
        following in lexicon["prepositions"] or following in _AFTER_HEAD
    ):
        return  # "Abroad, senators protested" is no apposition
    close = _close(tokens, head + 1, opener)
    if mention.title and after is not None and after.core == close + 1 and tokens.raw[close] == ",":
        return  # a list of titles and names, each title before its name
    mention.apposition = tokens.words(begin, min(close, head + 6))
    words = set(title_words(tokens.words(begin, head + 1)))
    mention.former = mention.former or bool(words & FORMER)
    mention.heads = mention.heads | frozenset(w for w in words if w in lexicon.people)
    mention.gender = mention.gender or gender_of(words, lexicon)
    mention.end = min(close + 1, n) if close < n and tokens.raw[close] in ",-–—)" else close


def closes_phrase(form: str, lexicon: Lexicon) -> bool:
    """Whether a word cannot stand inside the noun phrase of an apposition."""
    return form in lexicon.closed


def _close(tokens: Tokens, i: int, opener: str) -> int:
    """Index of the mark that closes an apposition, or of the end of what it covers."""
    wanted = ")" if opener == "(" else ",;" if opener == "," else opener
    for j in range(i, min(i + _APPOSITION, len(tokens))):
        if tokens.raw[j] in wanted or tokens.raw[j] in '.;"”':
            return j
    return i
