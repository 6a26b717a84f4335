"""Lines: the sentences of an article with their tokens and mentions, before anybody is linked."""

from dataclasses import dataclass, field
from operator import attrgetter

from crisis_reader.article.records import Sentence
from crisis_reader.events.descriptions import with_descriptions
from crisis_reader.events.lexicon import Lexicon
from crisis_reader.events.mentions import Mention
from crisis_reader.events.names import read_names
from crisis_reader.events.offices import Office
from crisis_reader.events.tokens import Tokens, read_tokens


@dataclass(slots=True)
class Line:
    """One sentence of an article with its mentions.

    Names are read at once, since the people of an article are made of them; what else stands for
    somebody only where it is asked for, which is in the sentences that tell of an event and those
    before.
    """

    number: int
    sentence: Sentence
    tokens: Tokens
    names: list[Mention]
    """In order of position."""
    words: frozenset[str]
    """All folded tokens: what is not among them need not be looked for."""
    lexicon: Lexicon
    edges: dict[int, bool] = field(default_factory=dict)
    """Whether a complement cannot go on at a token, found on demand by the matching."""
    ways: dict[tuple[int, bool], tuple[tuple[int, str, bool], ...]] = field(default_factory=dict)
    """Where the complement of a verb or noun can begin, found on demand by the matching."""
    offices: dict[int, Office | None] = field(default_factory=dict)
    """The office that begins at a token, found on demand by the matching."""
    _mentions: list[Mention] | None = field(default=None, init=False)
    _cover: list[Mention | None] | None = field(default=None, init=False)

    @property
    def mentions(self) -> list[Mention]:
        """All mentions in order of position."""
        if self._mentions is None:
            self._mentions = with_descriptions(self.tokens, self.names, self.lexicon)
        return self._mentions

    def mention_at(self, i: int) -> Mention | None:
        """The mention that covers token ``i``."""
        cover = self._cover
        if cover is None:
            cover = self._cover = self._covered()
        return cover[i] if 0 <= i < len(cover) else None

    def _covered(self) -> list[Mention | None]:
        """For each token the mention that covers it."""
        size = len(self.tokens)
        cover: list[Mention | None] = [None] * size
        for mention in self.mentions:
            for i in range(mention.first, min(mention.end, size)):
                if cover[i] is None or mention.core <= i < mention.core_end:
                    cover[i] = mention
        return cover


def read_line(number: int, sentence: Sentence, text: str, lexicon: Lexicon) -> Line:
    """Tokens and names of one sentence; nothing is linked yet."""
    tokens = read_tokens(text, sentence.span)
    words = frozenset(tokens.form)
    if lexicon.language == "es":  # patterns ask for "a", the text has "al"
        words |= {_PARTS[word] for word in _PARTS.keys() & words}
    names = read_names(tokens, lexicon)
    names.sort(key=attrgetter("first"))
    return Line(number, sentence, tokens, names, words, lexicon)


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
