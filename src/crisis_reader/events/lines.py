"""Lines: the sentences of an article with their tokens and mentions, before anybody is linked."""

from dataclasses import dataclass, field

from crisis_reader.article.records import Sentence
from crisis_reader.events.descriptions import read_mentions
from crisis_reader.events.lexicon import Lexicon
from crisis_reader.events.mentions import Mention
from crisis_reader.events.offices import Office
from crisis_reader.events.tokens import Tokens, read_tokens


@dataclass(slots=True)
class Line:
    """One sentence of an article with its mentions."""

    number: int
    sentence: Sentence
    tokens: Tokens
    mentions: list[Mention]
    cover: list[int]
    """For each token the index of the mention that covers it, -1 for none."""
    words: frozenset[str]
    """All folded tokens: what is not among them need not be looked for."""
    edges: list[bool | None]
    """Where a complement cannot go on, found on demand by the matching."""
    offices: dict[int, Office | None] = field(default_factory=dict)
    """The office that begins at a token, found on demand by the matching."""

    def mention_at(self, i: int) -> Mention | None:
        """The mention that covers token ``i``."""
        if not 0 <= i < len(self.cover):
            return None
        k = self.cover[i]
        return None if k < 0 else self.mentions[k]


def read_line(number: int, sentence: Sentence, text: str, lexicon: Lexicon) -> Line:
    """Tokens and mentions of one sentence; nothing is linked yet."""
    tokens = read_tokens(text, sentence.span)
    mentions = read_mentions(tokens, lexicon)
    cover = [-1] * len(tokens)
    for k, mention in enumerate(mentions):
        for i in range(mention.first, min(mention.end, len(tokens))):
            if cover[i] < 0 or mention.core <= i < mention.core_end:
                cover[i] = k
    words = frozenset(tokens.form)
    if lexicon.language == "es":  # patterns ask for "a", the text has "al"
        words |= {_PARTS[word] for word in _PARTS.keys() & words}
    return Line(number, sentence, tokens, mentions, cover, words, [None] * len(tokens))


_PARTS = {"al": "a", "del": "de"}
# Whoever follows these is spoken to.
_TOLD = frozenset({"told", "tells", "telling"})


def is_subject(line: Line, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a mention stands where a clause begins, so that it can be the subject of its verb."""
    tokens = line.tokens
    if tokens.at(mention.end) == "'s":
        return False
    i = mention.first - 1
    if i > 0 and tokens.form[i] == "'s":  # "Nepal's prime minister X" begins at Nepal
        i -= 1
        while i >= 0 and (tokens.capital[i] or tokens.form[i] in lexicon["determiners"]):
            i -= 1
    while i >= 0 and (
        tokens.form[i] in lexicon["adverbs"]
        or tokens.form[i] in lexicon["weekdays"]
        or tokens.form[i] in ("both", "tanto")
    ):
        i -= 1
    if i < 0:
        return True
    f = tokens.form[i]
    if not f[0].isalnum():
        return f != "'s"
    if f.isdigit() and tokens.at(i - 1) in lexicon["months"]:
        return True  # "MALE, Feb 7 President X" behind a dateline
    return (
        f in lexicon["conjunctions"]
        or f in lexicon["subordinators"]
        or f in lexicon["temporal"]
        or (tokens.lower[i] in lexicon["say"] and tokens.lower[i] not in _TOLD)
    )
