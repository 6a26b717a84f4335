"""Descriptions and pronouns: other words than names that stand for people."""

from crisis_reader.events.lexicon import Lexicon
from crisis_reader.events.mentions import Form, Mention, is_capital
from crisis_reader.events.names import read_names
from crisis_reader.events.titles import FORMER, closes_phrase, gender_of, in_title, title_words
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
        plural=f.endswith("s") and f not in ("boss",),
        indefinite=tokens.form[first] in ("a", "an", "un", "una", "any", "no", "another", "some")
        or bool(words & {"new", "next", "nuevo", "nueva", "proximo", "future", "futuro"}),
    )
