"""Descriptions and pronouns: other words than names that stand for people."""

from crisis_reader.events.lexicon import Lexicon
from crisis_reader.events.mentions import Form, Mention, is_capital
from crisis_reader.events.names import read_names
from crisis_reader.events.titles import (
    FORMER,
    closes_phrase,
    gender_of,
    in_title,
    is_title,
    title_words,
)
from crisis_reader.events.tokens import Tokens


def read_mentions(tokens: Tokens, lexicon: Lexicon) -> list[Mention]:
    """All mentions of a sentence in order of position; names first claim their tokens."""
    names = read_names(tokens, lexicon)
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
    for i, f in enumerate(tokens.form):
        if taken[i]:
            continue
        if tokens.lower[i] in pronouns:
            out.append(_pronoun(tokens, i, lexicon))
        elif (f in people or (f[:2] == "ex" and is_title(f, lexicon))) and tokens.at(
            i + 1
        ) not in people:
            out.append(_description(tokens, i, lexicon))  # of "army chief general" the last noun
    return out


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
    words = set(title_words(tokens.words(first, head + 1)))
    return Mention(
        Form.NOMINAL,
        first,
        end,
        core,
        head + 1,
        title=tokens.words(core, head + 1),
        heads=frozenset({base}),
        former=bool(words & FORMER),
        gender=gender_of(words, lexicon),
        plural=f.endswith("s") and f != "boss",
        indefinite=tokens.form[first] in ("a", "an", "un", "una", "any", "no", "another", "some")
        or bool(words & {"new", "next", "nuevo", "nueva", "proximo", "future", "futuro"}),
    )
