"""What a newsroom's furniture looks like: patterns for what stands around the prose of an article.

A table: each row names what it finds and an example of it; ``reading`` walks the rows in order.
"""

import re
import sys
from functools import cache, cached_property

_MONTHS_EN = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_MONTHS_ES = (
    "ene(?:ro)?|feb(?:rero)?|mar(?:zo)?|abr(?:il)?|mayo?|jun(?:io)?|jul(?:io)?|ago(?:sto)?"
    "|sep(?:t(?:iembre)?)?|oct(?:ubre)?|nov(?:iembre)?|dic(?:iembre)?"
)
_DAY = (
    rf"(?:\d{{4}}-\d{{2}}-\d{{2}}|(?:{_MONTHS_EN})\.?\s+\d{{1,2}}(?:,?\s+\d{{4}})?"
    rf"|\d{{1,2}}\s+(?:de\s+)?(?:{_MONTHS_ES}|{_MONTHS_EN})\.?(?:,?\s+(?:de\s+|del\s+)?\d{{4}})?)"
)
_WEEKDAY = (
    "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|lunes|martes|mi[eé]rcoles|jueves"
    "|viernes|s[aá]bado|domingo"
)
_UPPER = r"[A-ZÀ-ÖØ-Þ]"
# A place in capitals ("MEXICO CITY") or capitalised ("La Paz"), a second part after a comma.
_CAPS_PLACE = rf"{_UPPER}[A-ZÀ-ÖØ-Þ'’.\-/ ]+{_UPPER}(?:,\s+{_UPPER}[\w.'’ ]{{1,25}}?)?"
_PLACE = (
    rf"{_UPPER}[\w.'’\-]+(?:\s+(?:de|del|la|el|of|{_UPPER}[\w.'’\-]+)){{0,3}}"
    rf"(?:,\s+{_UPPER}[\w.'’ ]{{1,25}}?)?"
)
_DASH = r"\s*(?:\.\s?[-–—―]+|[-–—―]{1,2}|:)\s+"
_AGENCY = rf"\((?P<agency>{_UPPER}[\w.&\-]*(?:[ /]{_UPPER}[\w.&\-]*){{0,3}})\)"


class Cue:
    """One row: a pattern and what it looks like in print.

    The pattern is compiled when it is first tried: a day in words costs milliseconds, and the first
    frame of the reader waits for them. ``hint`` is a shorter one that finds whatever it finds.
    """

    def __init__(self, pattern: str, example: str, flags: int = 0, hint: str = "") -> None:
        self.example = example
        self._source, self._flags, self._hint = pattern, flags, hint

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What is to be found."""
        return re.compile(self._source, self._flags)

    def may_begin(self, text: str, start: int = 0, end: int = sys.maxsize) -> bool:
        """Whether the pattern is worth trying at a place."""
        return not self._hint or _compiled(self._hint).match(text, start, end) is not None

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The pattern at a place."""
        return self.pattern.match(text, start, end) if self.may_begin(text, start, end) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The pattern as the whole of a text."""
        return self.pattern.fullmatch(text) if self.may_begin(text) else None


@cache
def _compiled(hint: str) -> re.Pattern[str]:
    return re.compile(hint)


# A place, perhaps a second part after a comma, then a comma and a day.
_PLACE_AND_DAY = rf"\s*{_UPPER}[^,]*(?:,[^,]*)?,\s+(?:\d|[^\W\d_]{{3,10}}\.?\s+\d)"
# A few words, or words in capitals, before a bracket.
_BEFORE_BRACKET = rf"\s*{_UPPER}(?:[^(a-zß-ÿ]*|(?:[^\s(]+\s+){{0,16}}[^\s(]*)\({_UPPER}"
# A few words before the first digit.
_WORDS_AND_NUMBER = r"\W*(?:[^\W\d]+\W+){0,5}\d"


# The words before the prose of the first paragraph: place, day, agency, a dash. At least an agency
# or capitals must stand there, else "Lima - the capital" would be taken for one.
DATELINES = (
    Cue(
        rf"\s*(?:date:?\s+(?P<day>\d{{4}}-\d{{2}}-\d{{2}})\s+)(?:(?P<place>{_CAPS_PLACE})\s*)?(?:,?\s*{_AGENCY})?{_DASH}",
        "date 2018-03-21 LIMA (Andina) - ",
        hint=r"\s*date",
    ),
    Cue(
        rf"\s*(?P<place>{_CAPS_PLACE}|{_PLACE}),?\s*(?:(?i:(?P<day>{_DAY}))\s*)?,?\s*{_AGENCY}(?i:,?\s*(?P<day2>{_DAY}))?{_DASH}",
        "HARARE, Zimbabwe (AP) — ",
        hint=_BEFORE_BRACKET,
    ),
    Cue(
        rf"\s*(?P<place>{_CAPS_PLACE}),\s+(?i:(?P<day>{_DAY})){_DASH}",
        "COLOMBO, July 14, 2022 - ",
        hint=_PLACE_AND_DAY,
    ),
    Cue(
        rf"\s*(?P<place>{_PLACE}),\s+(?i:(?P<day>{_DAY})){_DASH}",
        "Quito, 21 ene 2000.- ",
        hint=_PLACE_AND_DAY,
    ),
    Cue(rf"\s*{_AGENCY}\s*(?:[-–—―]{{1,2}}|:)\s+", "(CNN) -- "),
    Cue(rf"\s*(?P<place>{_CAPS_PLACE})\s*[-–—―]{{1,2}}\s+", "BUENOS AIRES — "),
)

# A paragraph of its own that says the day: "Wednesday, July 24, 2019", "date 2019-11-15".
DATE_LINES = (
    Cue(
        rf"(?i:(?:date|published|updated|posted|fecha|publicado)(?:\s+(?:on|el))?:?\s+)?(?i:(?:{_WEEKDAY}),?\s+)?"
        rf"(?i:(?P<day>{_DAY}))(?:[,\s|·-]+\d{{1,2}}[:.h]\d{{2}}.{{0,20}})?\.?",
        "Tuesday, November 21, 2017",
        hint=_WORDS_AND_NUMBER,
    ),
)

BYLINES = (
    Cue(
        rf"(?i:by|por|texto(?:\s+de)?|written by|reporting by)[:\s]\s*{_UPPER}[\w.'’\-]+"
        rf"(?:\s+(?:(?:and|y|e|de|del|la|von|van)\s+)*{_UPPER}[\w.'’\-]+){{0,7}}(?:,\s*[^.]{{1,50}})?",
        "By Tendai Moyo and Ruth Dube, Harare",
    ),
    Cue(
        r"(?i:redacci[oó]n|staff (?:reporter|writer)s?|agencias?)(?:\s*[/|,-]\s*[^.]{1,40})?",
        "Redacción / Agencias",
    ),
)

# A photo credit before its caption; what follows it in the paragraph is the caption.
CREDITS_BEFORE = (
    Cue(
        r"©\s*[^/\n]{2,40}?\s*/\s*(?:[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.\-]+(?:\s+|$))+",
        "© AFP 2017 / JEKESAI NJIKIZANA ",
    ),
    Cue(
        rf"©\s*[^/\n]{{2,40}}?\s*/\s*{_UPPER}[\w'’.\-]+\s+{_UPPER}[\w'’.\-]+(?:\s+|$)",
        "© REUTERS / Philimon Bulawayo ",
    ),
    Cue(
        r"(?i:photo|foto|image|imagen|picture|cr[eé]dito?)s?(?:\s+(?:by|de))?:\s*[^.\n]{2,60}(?:\.\s+|$)",
        "Photo: Reuters. ",
    ),
    Cue(r"©\s*[^\n]{2,60}", "© Getty Images"),
)
CREDITS_AFTER = (
    Cue(
        r"[(\[](?:[^()\[\]\n]{0,40}(?i:photo|foto)[^()\[\]\n]{0,60}|©[^()\[\]\n]{2,60})[)\]]\.?\s*$",
        "(AP Photo/Themba Hadebe)",
    ),
    Cue(
        r"(?:\s|^)(?:REUTERS|AFP|EFE|AP)\s*/\s*[A-ZÀ-ÖØ-Þ][^\n/.]{2,40}$",
        "REUTERS/Dinuka Liyanawatte",
    ),
)

# The signature under an embedded post: a dash, a name, a handle in brackets, mostly a day.
POST_SIGNATURE = Cue(
    r"[—–-]\s*[^\n]{1,60}?\(@\w{1,20}\)(?:\s+[^\n]{4,40})?\s*$",
    "— Harare Watch (@hararewatch) November 15, 2017",
)
# What a post consists of beside prose.
POST_FURNITURE = Cue(
    r"(?:#\w+|@\w+|(?:https?://)?(?:pic\.twitter\.com|t\.co)/\w+|https?://\S+)",
    "#Zimbabwe pic.twitter.com/abc",
)
POST_LINK = Cue(r"(?:pic\.twitter\.com|(?<![\w.])t\.co)/\w+", "pic.twitter.com/abc")

MARKDOWN_HEADING = Cue(r"#{1,6}\s+(?P<title>[^\n]+?)(?:\s+#+)?\s*$", "# A President Resigns")
MARKDOWN_IMAGE = Cue(r"!\[(?P<caption>[^\]\n]*)\]\([^)\n]*\)\s*$", "![The square](square.jpg)")
END_MARK = Cue(r"[.!?…:;][\"'”’»)\]]*$", "He left.")
