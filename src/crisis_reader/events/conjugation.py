"""Forms of verbs, by rule and from the irregular ones in the lexicon, each with its tag.

Tags: English ``base s past part ing``; Spanish ``inf pres past impf fut cond subj ger part`` of the
third person, ``yo yo-past nos`` of the first.
"""

from crisis_reader.events.lexicon import Lexicon

FIRST_PERSON = frozenset({"yo", "yo-past"})
_VOWELS = "aeiou"


def conjugate(verb: str, lexicon: Lexicon) -> list[tuple[str, str]]:
    """All (form, tag) pairs of an infinitive; English without ``to``. Forms keep their accents."""
    return _english(verb, lexicon) if lexicon.language == "en" else _spanish(verb, lexicon)


def _english(verb: str, lexicon: Lexicon) -> list[tuple[str, str]]:
    known = lexicon.irregular.get(verb)
    ends_in_y = verb.endswith("y") and verb[-2] not in _VOWELS
    sibilant = verb.endswith(("s", "sh", "ch", "x", "z", "o"))
    third = verb[:-1] + "ies" if ends_in_y else verb + ("es" if sibilant else "s")
    if verb == "have":
        third = "has"
    if verb == "be":
        forms = [("is", "s"), ("are", "s"), ("am", "s"), ("was", "past"), ("were", "past")]
        return [*forms, ("be", "base"), ("been", "part"), ("being", "ing")]
    if isinstance(known, list):
        past, part, ing = (str(form) for form in known)
    else:
        stem = verb.removesuffix("e")
        past = part = verb[:-1] + "ied" if ends_in_y else stem + "ed"
        ing = (stem if not verb.endswith("ee") else verb) + "ing"
    return [(verb, "base"), (third, "s"), (past, "past"), (part, "part"), (ing, "ing")]


_AR = {
    "pres": "a an", "past": "ó aron", "impf": "aba aban", "fut": "ará arán", "cond": "aría arían",
    "subj": "e en ara aran ase asen", "ger": "ando", "part": "ado ada ados adas",
    "yo": "o", "yo-past": "é", "nos": "amos",
}  # fmt: skip
_ER = {
    "pres": "e en", "past": "ió ieron", "impf": "ía ían", "fut": "erá erán", "cond": "ería erían",
    "subj": "a an iera ieran iese iesen", "ger": "iendo", "part": "ido ida idos idas",
    "yo": "o", "yo-past": "í", "nos": "emos",
}  # fmt: skip


def _spanish(verb: str, lexicon: Lexicon) -> list[tuple[str, str]]:
    infinitive = verb.removesuffix("se") if verb.endswith(("arse", "erse", "irse")) else verb
    stem, ending = infinitive[:-2], infinitive[-2:]
    table = dict(_AR if ending == "ar" else _ER)
    if ending == "ir":
        table["fut"], table["cond"] = "irá irán", "iría irían"
    if ending == "ar":
        spelled = {"c": "qu", "g": "gu", "z": "c"}.get(stem[-1:])
        soft = stem[:-1] + spelled if spelled else stem
    else:
        soft = {"c": stem[:-1] + "z", "g": stem[:-1] + "j"}.get(stem[-1:], stem)
    own = lexicon.irregular.get(verb) or lexicon.irregular.get(infinitive) or {}
    forms = [(infinitive, "inf")]
    if verb != infinitive:
        forms.append((verb, "inf"))
    for tag, endings in table.items():
        if isinstance(own, dict) and tag in own:
            forms += [(form, tag) for form in str(own[tag]).split()]
            continue
        if own and tag in FIRST_PERSON:
            continue  # an irregular verb has an irregular first person, if any is told
        for end in endings.split():
            changed = tag == "subj" and end[0] in ("e" if ending == "ar" else "a") and len(end) <= 2  # noqa: PLR2004 - the present one
            forms.append(((soft if changed else stem) + end, tag))
    return forms
