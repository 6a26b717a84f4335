"""Days beside words: on which side of "his resignation" or "he would go" a day stands.

Reads only the words between the two; whose event it is and which day of the calendar others decide.
"""

import re

from crisis_reader.text.spans import Span

# "His ouster by the court on Wednesday": who did it or where stands between the noun and its day.
_DONE = re.compile(
    r"\s+(?:by|at|in|from|as|por|como|en|de|del|a manos de)\s+(?P<who>[^,;.:–—()\"“”]{1,70}?)"
    r"\s+(?:(?:late|early)\s+)?(?:on|this|last|el|este|esta|el pasado|la pasada)\s*",
    re.IGNORECASE,
)
# A verb among those words has a day of its own: "the ouster of X by the court led on Monday to".
_VERBAL = re.compile(
    r"\b(?:\w+(?:ed|ó|aron|ieron|aba|aban)|that|which|who|que|said|says|will|would|was|were|is|are"
    r"|has|have|had|to|led|came|brought|took|left|set|put|drew|sent|made|gave|fue|es|será|ha|han)\b",
    re.IGNORECASE,
)
# "It came to a head on Monday, with the impeachment of X": the noun is what happened then.
_PEAK = re.compile(
    r"\b(?:reach|culminat|climax|peak|ended|came to|come to|began|llegó a|culmin|alcanz|terminó"
    r"|acabó|empezó)",
    re.IGNORECASE,
)
_WITH = re.compile(r",?\s+(?:with|in|con|en)\s+", re.IGNORECASE)

# "Said on Monday (12 August) he would resign": without its *that* too the day is the saying's.
_SAID = re.compile(
    r"\b(?:said|says|announced|declared|confirmed|tweeted|wrote|told)\b[^.;:]{0,40}$", re.IGNORECASE
)
_HE = re.compile(r"(?:\s|,|\)|\([^)]*\))*(?:he|she|they)\b", re.IGNORECASE)


def said_on(text: str, sentence: Span, day: Span, deed: Span) -> bool:
    """Whether a day stands between a verb of saying and the pronoun its words begin with."""
    if day.end > deed.start or not _HE.match(text, day.end, deed.end):
        return False
    return _SAID.search(text, sentence.start, day.start) is not None


def day_behind(between: str) -> bool:
    """Whether the words between a noun and a day behind it only say who did it or where."""
    done = _DONE.fullmatch(between)
    return done is not None and _VERBAL.search(done["who"]) is None


def day_before(text: str, sentence: Span, day: Span, noun: Span) -> bool:
    """Whether a day in front of a noun is told as the day of what it names."""
    if day.end > noun.start or not _WITH.fullmatch(text, day.end, noun.start):
        return False
    return _PEAK.search(text, sentence.start, day.start) is not None
