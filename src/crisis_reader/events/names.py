"""Names: stretches of capitals in a sentence that can be a person's name, titles taken off."""

import re

from crisis_reader.events.lexicon import Lexicon, read_genders
from crisis_reader.events.mentions import Form, Mention
from crisis_reader.events.titles import (
    FORMER,
    gender_of,
    is_title,
    own_words,
    read_apposition,
    title_before,
    title_words,
)
from crisis_reader.events.tokens import Tokens
from crisis_reader.text.language import function_words

# A given name and one surname.
_GIVEN = 2
_MAX_NAME = 6

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

_PARTY = re.compile(r"[A-Z]-[A-Z][a-z]{1,4}")  # "Sen. X, R-Ky.,"
_INITIALS = re.compile(r"[A-Z]{2}")
_FIELDS = ("tion", "tions", "ment", "ture", "ology", "nance", "ity", "irs", "port", "ing")
_OF_OR_AND = frozenset({"de", "del", "la", "of", "y", "e"})
_OF_A = frozenset({"de", "del"})
# Bodies and places that are surnames too: "Clara Soto de la Iglesia".
_SURNAMES = frozenset(
    {"iglesia", "rio", "monte", "mar", "isla", "islas", "valle", "calle", "plaza", "palacio"}
    | {"guerra", "campo", "santo", "santa", "corte", "camara", "rey", "pueblo", "oriente"}
)
_ABSTRACT = ("cion", "sion", "dad", "miento", "ismo")
# Given names and surnames that end like these.
_VIRTUES = frozenset(
    {"concepcion", "asuncion", "encarnacion", "ascension", "purificacion", "consolacion", "piedad"}
    | {"trinidad", "soledad", "caridad", "natividad", "felicidad", "sarmiento", "anunciacion"}
    | {"visitacion", "presentacion", "libertad", "bondad", "nacimiento", "sacramento"}
)
_REGNAL = re.compile(r"[IVX]{1,5}")
_BEFORE_MONTHS = frozenset(
    {"in", "last", "next", "since", "until", "late", "early", "mid", "this", "of", "by", "every"}
)


def read_names(tokens: Tokens, lexicon: Lexicon) -> list[Mention]:
    """The names of a sentence with their titles and appositions, in order."""
    out: list[Mention] = []
    for start, end in _runs(tokens, lexicon):
        core = _strip(tokens, start, end, lexicon)
        if core is None:
            continue
        core = _past_body(tokens, core, end, lexicon)
        core = _after_title(tokens, core, end, lexicon)
        if _headline_verb(tokens, core, lexicon):
            continue
        core -= _joined_initials(tokens, core, lexicon)
        mention = _name_at(tokens, core, _cut(tokens, core, end, lexicon), lexicon)
        if mention is not None:
            out.append(mention)
    for k, mention in enumerate(out):
        read_apposition(tokens, mention, out[k + 1] if k + 1 < len(out) else None, lexicon)
    return out


def _runs(tokens: Tokens, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Stretches of capitalised tokens, particles and points after initials between them."""
    particles = lexicon["particles_of_names"]
    runs: list[tuple[int, int]] = []
    named, n = tokens.named, len(tokens)
    i = 0
    while True in named[i:]:
        i = named.index(True, i)
        if not tokens.capital[i]:
            i += 1
            continue
        j = i + 1
        while j < n:
            if named[j]:
                j += 1
                continue
            k = j
            if tokens.raw[j] in "“\"'‘" and _nickname(tokens, j):
                j += 4
                continue
            if tokens.raw[j] == "." and _before_point(tokens, j - 1, lexicon):
                k = j + 1
            if tokens.form[j] in ("y", "e") and j - i >= 2 and _lone_surname(tokens, j + 1):  # noqa: PLR2004
                k = j + 1  # "José Ortega y Gasset", but "Tudela y Márquez" are two
            while k < n and k - j < 3 and tokens.form[k] in particles and not tokens.capital[k]:  # noqa: PLR2004
                k += 1
            if k > j and k < n and named[k]:
                j = k + 1
                continue
            break
        runs.append((i, j))
        i = j
    return runs


def _nickname(tokens: Tokens, i: int) -> bool:
    """Whether a nickname in marks stands at ``i`` and the name goes on: Juan “Chicho” Pérez."""
    if i + 3 >= len(tokens) or tokens.raw[i + 2] not in "”\"'’":
        return False
    return tokens.named[i + 1] and tokens.named[i + 3]


def _lone_surname(tokens: Tokens, i: int) -> bool:
    """Whether exactly one capitalised word stands at ``i``."""
    if i >= len(tokens) or not tokens.named[i]:
        return False
    return i + 1 >= len(tokens) or not tokens.named[i + 1]


def _before_point(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Whether a point after token ``i`` belongs to an initial or an abbreviated title."""
    return len(tokens.raw[i]) == 1 or tokens.form[i] in lexicon.honorifics


def _after_title(tokens: Tokens, core: int, end: int, lexicon: Lexicon) -> int:
    """Where the name begins in "National Assembly Speaker Omar Sadiq": behind the title."""
    for i in range(end - 2, core - 1, -1):
        f = tokens.form[i]
        if f in lexicon.heads or f in _STRONG:
            k = i + 1
            while k < end and (
                tokens.raw[k] == "."
                or tokens.form[k] in _BEHIND_HEADS
                or (tokens.form[k] in lexicon["particles_of_names"] and not tokens.capital[k])
                or (tokens.at(k - 1) in _OF and _body(tokens.form[k], lexicon))
            ):
                k += 1  # "el Presidente de la Nación X"
            return k if k < end else core
    return core


def _past_body(tokens: Tokens, core: int, end: int, lexicon: Lexicon) -> int:
    """Where the name begins in "Chief of Patrol John Reyes": at the given name behind the body."""
    if tokens.at(core - 1) not in _OF or tokens.at(core - 2) not in lexicon.heads:
        return core
    if tokens.form[core] in read_genders():  # "la renuncia al cargo de alcaldesa de Ana Inés Paz"
        return core
    given = (i for i in range(core + 1, end - 1) if tokens.form[i] in read_genders())
    return next(given, core)


def _headline_verb(tokens: Tokens, core: int, lexicon: Lexicon) -> bool:
    """Whether a verb in a capital follows a title in a headline: "County Governor Resigns"."""
    if tokens.form[core] not in lexicon.headline_verbs or tokens.at(core - 1) not in lexicon.people:
        return False
    return tokens.form[core] not in read_genders() and tokens.form[core] not in _NAMES_TOO


# Verbs of headlines that are names as well: "President Will Okafor".
_NAMES_TOO = frozenset({"will"})
# "Senate President Pro Tempore X", "Professor Emeritus X".
_BEHIND_HEADS = frozenset({"pro", "tempore", "tem", "emeritus", "emerita"})
_OF = frozenset({"de", "del", "la", "of"})
_STATES = frozenset({"nacion", "republica"})
_BEFORE_PLACES = frozenset({"in", "at", "from", "near", "en", "outside", "to", "across"})
# What stands behind these is the body's own name: "el partido Oikos".
_NAMED_BODIES = frozenset(
    {"partido", "movimiento", "coalicion", "alianza", "agencia", "diario", "periodico", "cadena"}
    | {"canal", "empresa", "plataforma"}
)


def _body(form: str, lexicon: Lexicon) -> bool:
    """Whether a capitalised word behind *of* is a state or a body, no name."""
    return form in _STATES or form in lexicon.organisations


def _field(form: str) -> bool:
    """Whether a word behind *and* is what a ministry is for: "of Trade and Communication X Y"."""
    return form.endswith(_FIELDS) and form not in read_genders()


def _of_office(tokens: Tokens, core: int, lexicon: Lexicon) -> bool:
    """Whether a word is one more thing an office is for: "Minister of Transport, Shipping and"."""
    listed = tokens.at(core - 1) == "," and tokens.at(core - 3) in _OF
    return listed and tokens.capital[core - 2] and tokens.at(core - 4) in lexicon.heads


def _joined_initials(tokens: Tokens, core: int, lexicon: Lexicon) -> bool:
    """Whether initials without points begin the name at ``core``: "Prime Minister KP Mahara"."""
    i = core - 1
    if i < 0 or len(tokens.raw[i]) != 2 or not _INITIALS.match(tokens.raw[i]):  # noqa: PLR2004
        return False
    if not tokens.named[core]:
        return False
    f = tokens.form[i]
    if f in lexicon.titles or f in lexicon.places or f in lexicon.organisations:
        return False
    before = tokens.at(i - 1)
    if before in lexicon.heads or before in _STRONG:
        return True
    owned = before in _OF or before in lexicon["determiners"] or before == "'s"  # "del PP Juan X"
    return not owned and core + 1 < len(tokens) and tokens.named[core + 1]


def _strip(tokens: Tokens, start: int, end: int, lexicon: Lexicon) -> int | None:
    """First token of the name in a run, openers, places and titles before it left out."""
    form, i = tokens.form, start
    led = tokens.at(start - 1) in _OF and tokens.at(start - 2) in lexicon.heads
    while i < end:
        f = form[i]
        if led and i < end - 1 and _body(f, lexicon):
            i += 1  # "President of Supreme Court Keller"
            if lexicon.language == "es" and i == end - 1:
                return None  # "el presidente del Concejo Comarcal"
            continue
        led = False
        if i == start and end - i > _GIVEN and tokens.at(i - 1) == "and" and _field(f):
            i += 1
            continue
        if not _may_lead(f, lexicon):
            break
        if i + 1 < end and f"{f} {form[i + 1]}" in lexicon.places:
            i += 2
        elif (
            tokens.raw[i] == "."
            or (f in lexicon["particles_of_names"] and not tokens.capital[i])
            or f in lexicon["determiners"]
            or (f in lexicon["prepositions"] and i == 0)
            or ((i == 0 or not tokens.raw[i - 1][0].isalnum()) and _opens(f, lexicon))
            or (lexicon.language == "en" and _is_date(tokens, i, lexicon))
            or f in lexicon["days"]
            or (i == 0 and lexicon.language == "es" and f in lexicon.headline_verbs)
            or is_title(f, lexicon)
            or (_place_first(f, lexicon) and _more(tokens, i + 1, end, lexicon))
            or (end - i > _GIVEN and tokens.at(i - 1) in _OF_OR_AND and _body(f, lexicon))
            or (tokens.at(i + 1) in _OF_A and _abstract(f, lexicon))
            or (i == start and f in lexicon.regimes and tokens.at(i + 1) in ("de", "del"))
        ):
            i += 1
        else:
            break
    return i if i < end else None


def _place_first(form: str, lexicon: Lexicon) -> bool:
    """Whether a word is a place or a people, and no given name: not *Christian*."""
    return form in lexicon.places and form not in read_genders()


def _may_lead(form: str, lexicon: Lexicon) -> bool:
    """Whether a word can be stripped off a run at all, wherever it stands."""
    return form in lexicon.leading or form == "." or form[:2] == "ex" or form in _STATES


def _cut(tokens: Tokens, core: int, end: int, lexicon: Lexicon) -> int:
    """Where the name ends: before a weekday, or the verb of a headline in capitals."""
    for i in range(core + 1, end):
        if tokens.form[i] in lexicon.after_names:
            return i
        if i >= core + _GIVEN and tokens.form[i] in _OF_A and _to_body(tokens, i, lexicon):
            return i
    return end


def _to_body(tokens: Tokens, of: int, lexicon: Lexicon) -> bool:
    """Whether a name ends before *de* and a body: "la salida de Juan Soto del Gobierno"."""
    k = of + 1 + (tokens.at(of + 1) in lexicon.determiners)
    f = tokens.at(k)
    return f in lexicon.regimes or f in lexicon.seats or f in lexicon.organisations - _SURNAMES


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


def _more(tokens: Tokens, i: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a name can follow a place in the same run ("Bolivia Evo Morales")."""
    rest = [tokens.form[k] for k in range(i, end)]
    return bool(rest) and (len(rest) > 1 or any(is_title(f, lexicon) for f in rest))


def _name_at(tokens: Tokens, core: int, end: int, lexicon: Lexicon) -> Mention | None:
    forms = [tokens.form[i] for i in range(core, end) if tokens.raw[i] != "."]
    if not forms or len(forms) > _MAX_NAME:
        return None
    name = tokens.words(core, end)
    # "Alfredo Palacio", "Marta Iglesia": a given name makes a surname of the word behind it.
    surname = lexicon.language == "es" and len(forms) == _GIVEN and forms[0] in read_genders()
    before = tokens.at(core - 1)
    if before in _NAMED_BODIES or (before == "(" and _gloss(tokens, core, end)):
        return None
    if _has_letters(tokens.raw[core:end], several=len(forms) > 1):
        return None
    barred = not lexicon.no_names.isdisjoint(forms) or _abstract(forms[0], lexicon)
    body = not surname and not lexicon.organisations.isdisjoint(forms)
    body = body and any(_of_body(f, forms, lexicon) for f in forms)
    if barred or body or _is_place(forms, lexicon):
        return None
    if len(forms) == 1 and (
        tokens.raw[core].isupper()
        or (core == 0 and forms[0] in lexicon["openers"])
        or _of_office(tokens, core, lexicon)
    ):
        return None
    first, heads, title = title_before(tokens, core, lexicon)
    mention = Mention(Form.NAME, first, end, core, end, name=name, title=title, heads=heads)
    mention.initial = core == 0
    mention.after_the = before == "the"
    mention.after_place_word = before in _BEFORE_PLACES
    if title:
        words = set(own_words(title_words(title), lexicon))
        mention.former = not words.isdisjoint(FORMER)
        mention.gender = gender_of(words | {tokens.at(first - 1)}, lexicon)
    return mention


def _of_body(form: str, forms: list[str], lexicon: Lexicon) -> bool:
    """Whether a word makes a name that of a body: not *Christian* in "Roch Christian Kaba"."""
    if form not in lexicon.organisations:
        return False
    given = form in read_genders() and len(forms) > 1 and form != forms[-1]
    return not given or any(f in lexicon.titles for f in forms)


def _abstract(form: str, lexicon: Lexicon) -> bool:
    """Whether a Spanish word is a deed or a quality and no name: "Selección Peruana"."""
    if lexicon.language != "es" or not form.endswith(_ABSTRACT):
        return False
    return form not in read_genders() and form not in _VIRTUES


def _has_letters(raw: list[str], *, several: bool) -> bool:
    """Whether letters of a party or a body stand in what looks like a name: "Zanu-PF", "D-Ohio"."""
    if not several and "-" in raw[0] and _PARTY.fullmatch(raw[0]):
        return True
    initials = several and len(raw[0]) == 2 and bool(_INITIALS.match(raw[0]))  # noqa: PLR2004
    numbered = several and raw[-1].isupper() and bool(_REGNAL.fullmatch(raw[-1]))
    parts = raw[initials : len(raw) - numbered]
    return any(not word[1:].islower() and _INITIALS.search(word) for word in parts)


def _gloss(tokens: Tokens, core: int, end: int) -> bool:
    """Whether a lone word in brackets says what a name before means: "Oikos (Hogar)"."""
    alone = end == core + 1 and tokens.at(end) == ")"
    return alone and core > 1 and tokens.capital[core - 2]


def _is_place(forms: list[str], lexicon: Lexicon) -> bool:
    if forms[0] not in lexicon.leading:
        return False
    i = 0
    while i < len(forms):
        if i + 1 < len(forms) and f"{forms[i]} {forms[i + 1]}" in lexicon.places:
            i += 2
        elif forms[i] in lexicon.places or forms[i] in lexicon["particles_of_names"]:
            i += 1
        else:
            return False
    return True
