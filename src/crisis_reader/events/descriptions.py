"""Descriptions and pronouns: other words than names that stand for people."""

from crisis_reader.events.lexicon import Lexicon
from crisis_reader.events.mentions import AGED, Form, Mention
from crisis_reader.events.titles import (
    FORMER,
    closes_phrase,
    gender_of,
    in_title,
    is_title,
    noun_follows,
    role_noun,
    title_words,
)
from crisis_reader.events.tokens import Tokens


def with_descriptions(tokens: Tokens, names: list[Mention], lexicon: Lexicon) -> list[Mention]:
    """All mentions of a sentence in order of position; names have claimed their tokens first."""
    taken = bytearray(len(tokens))
    for mention in names:
        for i in range(mention.first, min(mention.end, len(tokens))):
            taken[i] = 1
    out = names + read_descriptions(tokens, lexicon, taken)
    out.sort(key=lambda m: m.first)
    return out


def read_descriptions(tokens: Tokens, lexicon: Lexicon, taken: bytearray) -> list[Mention]:
    """Pronouns and nouns of office or role outside the tokens that names have taken."""
    out: list[Mention] = []
    pronouns, people = lexicon["pronouns"], lexicon.people
    likely = [
        i
        for i, (f, lower, name) in enumerate(zip(tokens.form, tokens.lower, taken, strict=True))
        if (f in people or lower in pronouns or f[:2] == "ex" or f[-4:] == "-old") and not name
    ]
    for i in likely:
        f = tokens.form[i]
        if lexicon.language == "es" and _adjective(tokens, i, lexicon):
            continue
        if tokens.lower[i] in pronouns:
            out.append(_pronoun(tokens, i, lexicon))
        elif f in people or (f[:2] == "ex" and is_title(f, lexicon)):
            inner = tokens.at(i + 1) in people or noun_follows(tokens, i, lexicon)
            if not inner:  # of "army chief general" only the last noun is one
                out.append(_description(tokens, i, lexicon))
        elif f.endswith("-year-old") and _stands_alone(tokens, i, lexicon):
            first = i - (tokens.at(i - 1) in lexicon["determiners"])
            age = f.split("-", 1)[0]
            out.append(
                Mention(Form.NOMINAL, first, i + 1, i, i + 1, heads=frozenset({AGED}), age=age)
            )
    return out


def _adjective(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Whether a word that may stand for a person goes with the noun before it."""
    f, before = tokens.form[i], tokens.at(i - 1)
    if f == "politica":
        return before not in ("una", "esta")  # "la política" is politics
    return f in _ADJECTIVAL and before not in lexicon.determiners and not is_title(before, lexicon)


def _stands_alone(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Whether no noun follows an age: "the 94-year-old resigned", not "the 94-year-old king"."""
    if i + 1 >= len(tokens) or not tokens.raw[i + 1][0].isalnum():
        return True
    if tokens.capital[i + 1]:
        return False
    after = tokens.form[i + 1]
    ends = after.endswith(("ed", "s")) or after in lexicon.closed or after in lexicon["adverbs"]
    return ends and not is_title(after, lexicon)


def _pronoun(tokens: Tokens, i: int, lexicon: Lexicon) -> Mention:
    word = tokens.lower[i]
    male, female = word in lexicon["male_pronouns"], word in lexicon["female_pronouns"]
    gender = "m" if male else "f" if female else None
    plural = word in lexicon["plural_pronouns"]
    return Mention(Form.PRONOUN, i, i + 1, i, i + 1, gender=gender, plural=plural)


def _description(tokens: Tokens, head: int, lexicon: Lexicon) -> Mention:
    first = head
    t = head - 1
    while t >= 0 and (
        in_title(tokens, t, lexicon)
        or (
            t > 0
            and tokens.form[t - 1] in lexicon["determiners"]
            and tokens.form[t].isalpha()
            and not closes_phrase(tokens.form[t], lexicon)
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
    end = _with_body(tokens, head + 1, lexicon)
    base = role_noun(tokens.form[head], lexicon) or tokens.form[head]
    f = tokens.form[head]
    last = head + 1
    while lexicon.language == "es" and tokens.at(last) in lexicon.stand_ins | _BEHIND:
        last += 1  # "el presidente interino", "el rector electo"
    end = max(end, last)
    words = set(title_words(tokens.words(first, last)))
    age = next((w.split("-", 1)[0] for w in words if w.endswith("-year-old")), "")
    return Mention(
        Form.NOMINAL,
        first,
        end,
        core,
        head + 1,
        title=tokens.words(core, last),
        age=age,
        heads=frozenset({base}),
        former=bool(words & FORMER),
        gender=gender_of(words, lexicon),
        plural=f.endswith("s") and f != "boss",
        indefinite=_indefinite(tokens, first, words),
    )


def _indefinite(tokens: Tokens, first: int, words: set[str]) -> bool:
    """Whether somebody not yet known is meant: "a president", "the next one", "new leaders"."""
    if tokens.at(first - 1) in ("whichever", "whatever") or tokens.form[first] in _ANY:
        return True
    known = tokens.form[first] in ("the", "el", "la") or tokens.at(first - 1) in ("al", "del")
    return bool(words & _TO_COME) or (not known and bool(words & _NEW))


def _with_body(tokens: Tokens, end: int, lexicon: Lexicon) -> int:
    """Where "of the Senate" behind a description ends; ``end`` itself where none follows."""
    if tokens.at(end) not in ("of", "de", "del"):
        return end
    k = last = end + 1
    while k < len(tokens):
        f = tokens.form[k]
        body = tokens.named[k] or f in lexicon.organisations or f in _BODIES
        if not body and f not in _ARTICLES:
            break
        k += 1
        last = k if body else last
    return last if last > end + 1 else end


_BEHIND = frozenset({"electo", "electa", "saliente", "entrante", "anterior"})
# Nouns that are adjectives more often: "el juicio político", "el mando militar".
_ADJECTIVAL = frozenset({"politico", "militar", "oficial", "rebelde", "golpista", "cientifico"})
_ADJECTIVAL |= {"cientifica", "medico", "medica", "academico", "academica", "economista"}
_ANY = frozenset({"a", "an", "un", "una", "any", "no", "another", "some"})
_NEW = frozenset({"new", "nuevo", "nueva"})
_TO_COME = frozenset({"next", "proximo", "proxima", "future", "futuro", "futura"})
_ARTICLES = frozenset({"the", "la", "el", "los", "las"})
_BODIES = frozenset({"state", "estado", "parliament", "staff", "house"})
