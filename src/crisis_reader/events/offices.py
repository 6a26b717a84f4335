"""Offices in a text's own words: read at a place in a sentence, singular, without the country."""

from dataclasses import dataclass

from crisis_reader.events.lexicon import Lexicon
from crisis_reader.events.tokens import Tokens

_MAX_WORDS = 7
_OF = frozenset({"of", "de", "del"})
_ARTICLES = frozenset({"the", "la", "el", "los", "las"})
# What may follow "head of", "secretary of", … and belongs to the office though it is no body.
_OF_WORDS = frozenset(
    {
        "state",
        "government",
        "staff",
        "estado",
        "gobierno",
        "gabinete",
        "parliament",
        "opposition",
        "justice",
        "defence",
    }
    | {
        "defense",
        "finance",
        "junta",
        "house",
        "cabinet",
        "armed",
        "treasury",
        "interior",
        "hacienda",
        "defensa",
    }
)


_SPELLED = {"pm": "prime minister"}
_CHARGED = frozenset({"encargado", "encargada"})
_ORDINALS = frozenset({"first", "second", "third"})
# Bodies by their letters, spans of time in fact: "the minister of the day".
_TIMES = frozenset({"day", "week", "month", "year", "spring", "war"})


@dataclass(frozen=True, slots=True)
class Office:
    """An office met in a sentence."""

    name: str
    first: int
    end: int
    minor: bool = False
    """A post that no succession is about (member of parliament, spokesman)."""
    plain: bool = False
    """``office``, ``power``: an office without saying which."""


def read_office(tokens: Tokens, start: int, lexicon: Lexicon) -> Office | None:
    """The office whose noun phrase begins at token ``start``, None where none does."""
    form, n = tokens.form, len(tokens.form)
    i, posts, compounds = start, lexicon.posts, lexicon.compounds
    words: list[str] = []
    while i < n and i - start < _MAX_WORDS:
        f = form[i]
        charged = f in _CHARGED and tokens.at(i + 1) in _OF  # "encargado de la cartera"
        if charged or f in posts or f[:3] == "ex-":
            joined = _joined(f, tokens.at(i + 1), lexicon) or _second_to(tokens, i, lexicon)
            if joined and f not in lexicon.seats:
                words.append(tokens.lower[i])
                i += 1
                continue
            return _finish(tokens, start, i, words, lexicon)
        if i > start and form[i - 1] in compounds and _compound(tokens, i - 1, lexicon):
            return _finish(tokens, start, i, words, lexicon)
        if f in lexicon.plain and f not in lexicon.modifiers:
            return Office("", start, i + 1, plain=True)
        if f in lexicon.modifiers or (f in compounds and _compound(tokens, i, lexicon)):
            words.append(tokens.lower[i])
        elif f == "'s":
            words.clear()
        elif not _may_precede(tokens, i, lexicon):
            owner = _owner_ahead(tokens, i)
            if owner is None:
                return None
            i = owner
        i += 1
    return None


def _joined(word: str, following: str, lexicon: Lexicon) -> bool:
    """Whether the noun behind belongs to one office with it: "attorney general"."""
    modifiers = word in lexicon.modifiers and following in lexicon.modifiers
    return following in lexicon.heads or modifiers or following in lexicon.compounds.get(word, ())


def _second_to(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Whether *deputy* only colours the office: "deputy Liberal leader"."""
    between = tokens.at(i + 1)
    capital = i + 1 < len(tokens) and tokens.capital[i + 1]
    party = capital and (between in lexicon.organisations or between in lexicon.title_words)
    return party and tokens.form[i] in lexicon.modifiers and tokens.at(i + 2) in lexicon.heads


def _compound(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Whether an office of two words begins at token ``i``."""
    return tokens.at(i + 1) in lexicon.compounds.get(tokens.form[i], ())


def _may_precede(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Whether token ``i`` may stand before the noun of an office without being part of it."""
    f = tokens.form[i]
    if f in lexicon.before_posts or tokens.capital[i] or f in _FILLERS:
        return True
    return f[0].isdigit() and f.endswith(("st", "nd", "rd", "th"))


def _owner_ahead(tokens: Tokens, i: int) -> int | None:
    """Where the ``'s`` of an owner stands ("the crisis-hit country's acting president")."""
    if "'s" not in tokens.form[i + 1 : i + 4]:
        return None
    for k in range(i + 1, min(i + 4, len(tokens))):
        if tokens.form[k] == "'s":
            return k
        if not tokens.form[k][:1].isalnum():
            return None
    return None


_FILLERS = frozenset(
    {
        "country",
        "nation",
        "coup",
        "unelected",
        "youngest",
        "oldest",
        "only",
        "female",
        "black",
        "woman",
        "transition",
        "unity",
        "full-time",
        "permanent",
        "rightful",
        "legitimate",
        "lawful",
        "wartime",
        "next",
        "rival",
        "parallel",
        "pais",
        "tercer",
        "tercera",
        "cuarto",
        "cuarta",
        "quinto",
        "quinta",
        "sexto",
        "sexta",
        "septimo",
        "octavo",
        "noveno",
        "decimo",
        "primera",
        "unica",
        "unico",
        "legitimo",
        "legitima",
        "its",
    }
)


def _finish(tokens: Tokens, start: int, head: int, words: list[str], lexicon: Lexicon) -> Office:
    f = tokens.form[head]
    minor = f in lexicon.minor and f not in lexicon.heads
    noun = lexicon.seats.get(f) or _SPELLED.get(f) or tokens.lower[head].removeprefix("ex-")
    owned = any(tokens.form[x] in _ARTICLES or tokens.form[x] == "'s" for x in range(start, head))
    counted = bool(words) and words[0] in _ORDINALS and words[1:] in ([], ["prime"], ["interim"])
    before = tokens.at(start - 1)
    if counted and (owned or before in _ARTICLES or before in lexicon["reflexives"]):
        words = words[1:]  # "the second president" held the same office as the first
    end = head + 1
    tail = ""
    if tokens.at(end) in _OF and f not in lexicon.seats:
        k = _body_end(tokens, end, lexicon)
        if k > end:
            body = [tokens.raw[x] for x in range(end, k) if _kept(tokens.form[x], lexicon)]
            named = [word for word in body if word.lower() not in _ARTICLES | _OF]
            tail = " ".join(body) if named else ""
            end = k
    if lexicon.language == "es":
        while end < len(tokens) and tokens.form[end] in lexicon.modifiers:
            tail += " " + tokens.lower[end]
            end += 1
    name = " ".join([*words, noun, tail.strip()]).strip()
    return Office(name, start, end, minor=minor)


def _body_end(tokens: Tokens, of: int, lexicon: Lexicon) -> int:
    """Where the body or country behind the *of* at token ``of`` ends; ``of`` where none stands.

    ``of the Chamber of Deputies``, ``of the central bank``, ``of the Awami League``: a second *of*
    and unknown capitals after an article go with it, a name without an article does not.
    """
    last = of
    k = of + 1
    while tokens.at(k) in _ARTICLES:
        k += 1
    article = k > of + 1
    known = False
    while k < len(tokens):
        f = tokens.form[k]
        owns = tokens.at(k + 1) == "'s" and tokens.capital[k]  # "leader of the U.K.'s ruling party"
        place = f"{f} {tokens.at(k + 1)}" in lexicon.places
        if owns or place or (f in _TIMES and not tokens.capital[k]):
            break
        if f in lexicon.organisations or f in _OF_WORDS:
            known, last = True, k + 1
        elif tokens.capital[k] and (f in lexicon.places or (known and f in lexicon.people)):
            last = k + 1
        elif f in lexicon.modifiers:
            last = k + 1 if tokens.capital[k] else last
        elif f in _OF and last == k and known:
            k += 1
            while tokens.at(k) in _ARTICLES:
                k += 1
            continue
        elif tokens.capital[k] and article and not known:
            last = k + 1
        else:
            break
        k += 1
    return last


def _kept(form: str, lexicon: Lexicon) -> bool:
    """Whether a word behind *of* belongs to the office: a body does, a country does not."""
    return form not in lexicon.places or form in lexicon.organisations
