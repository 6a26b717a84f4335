"""The overview as styled lines: passages by accounts, who has, who differs, who lacks; pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from crisis_reader.article import Article
from crisis_reader.text.spans import Span
from crisis_reader.tui.lines.list_words import outlet_of
from crisis_reader.tui.lines.styled import Line, Part, line
from crisis_reader.tui.lines.words import counted, day_text

if TYPE_CHECKING:
    from crisis_reader.alignment import Overview, Passage

SIGNS = {"has": ("●", "verbatim"), "differs": ("▲", "difference"), "lacks": ("·", "dim")}
_UNKNOWN = ("?", "dim")
_SHARE = 0.45
"""Part of a row that the columns of letters may take."""
_FEW = 6
"""Accounts up to which the legend stands above the passages."""
LEGEND = "● tells it · ▲ differs · · leaves it out · ? only a summary was read"


@dataclass(frozen=True, slots=True)
class Row:
    """What ``Enter`` on a passage opens: the two that tell it best, at its place."""

    letters: tuple[str, str]
    spans: tuple[Span, Span]


Meet = Callable[[Row], bool]
"""Whether two accounts share a match at these places: a passage of three may join two of them only
by way of the third."""


def _all_meet(_: Row) -> bool:
    return True


def _tellers(passage: "Passage") -> list[int]:
    return [n for n, stance in enumerate(passage.stances) if stance.span is not None]


def _place(passage: "Passage") -> tuple[int, int]:
    first = _tellers(passage)[0]
    span = passage.stances[first].span
    return (first, span.start if span else 0)


def _disputed(passage: "Passage") -> int:
    return -sum(stance.stand.value == "differs" for stance in passage.stances)


ORDERS: tuple[tuple[str, Callable[["Passage"], object] | None], ...] = (
    ("most widely told first", None),
    ("most disputed first", _disputed),
    ("in the order of the first account", _place),
)
"""What ``s`` steps through."""


def overview_lines(
    overview: "Overview",
    letters: Mapping[str, str],
    articles: Mapping[str, Article],
    *,
    order: int = 0,
    width: int = 80,
    meet: Meet = _all_meet,
) -> list[Line]:
    """The legend of letters and a line for each passage; many letters stand below, few above.

    What the first account tells at one place is one line, though others tell it at several.

    Args:
        overview: Passages by accounts.
        letters: Letter of each article by its id.
        articles: The articles by letter.
        order: Index into ``ORDERS``.
        width: Cells of a row; letters stand closer together where there are many.
        meet: Whether two have a match at their places, so that ``Enter`` leads to it.
    """
    own = [letters[account.articles[0].id] for account in overview.accounts]
    legend = [_account(letter, articles[letter]) for letter in own]
    for account, letter in zip(overview.accounts, own, strict=True):
        if len(account.articles) > 1:
            copies = ", ".join(letters[one.id] for one in account.articles[1:])
            told = f"{copies}: the text of {letter}, counted once"
            legend.append(line((told, "dim"), indent=3))
    if not overview.passages:
        return [*legend, line(), line(("no passage is told by two of these", "dim"))]
    step = _step(own, width)
    key = ORDERS[order][1]
    passages = sorted(overview.passages, key=key) if key else overview.passages  # type: ignore[arg-type] # the keys of the table compare
    rows = [_passage(group, own, articles, step, meet) for group in _joined(passages)]
    signs = line((LEGEND, "dim"))
    if len(own) <= _FEW:
        return [*legend, signs, line(), *rows]
    return [signs, line(), *rows, line(), *legend]


def header_lines(
    overview: "Overview", letters: Mapping[str, str], *, width: int = 80
) -> list[Line]:
    """The letters over their columns, the second letter of AA below the first.

    Arguments are those of ``overview_lines``.
    """
    own = [letters[account.articles[0].id] for account in overview.accounts]
    if not overview.passages:
        return []
    step = _step(own, width)
    return [
        line(
            ("".join((one[n] if n < len(one) else "·").ljust(step) for one in own), "bold"),
            indent=2,
        )
        for n in range(max(map(len, own)))
    ]


def _step(own: list[str], width: int) -> int:
    """Cells from one column of letters to the next; fewer where there are many."""
    return max(1, min(3, int(width * _SHARE) // len(own)))


def _joined(passages: Iterable["Passage"]) -> list[list["Passage"]]:
    """Passages that the same accounts tell and that begin at one place of the first, together."""
    groups: dict[tuple[int, ...], list[Passage]] = {}
    for passage in passages:
        groups.setdefault((*_place(passage), *_tellers(passage)), []).append(passage)
    return list(groups.values())


def _account(letter: str, article: Article) -> Line:
    told = f"{outlet_of(article)} · {day_text(article.published)} · "
    return line((f"{letter:<3}", "bold"), told, (article.title, "dim"), hang=3)


def _passage(
    group: Sequence["Passage"],
    own: list[str],
    articles: Mapping[str, Article],
    step: int,
    meet: Meet,
) -> Line:
    """A line; an account that differs in one of the group differs, and ``Enter`` opens that."""
    passage = min(group, key=_disputed)
    parts: list[str | Part] = []
    for stances in zip(*(one.stances for one in group), strict=True):
        stance = next((one for one in stances if one.stand.value == "differs"), stances[0])
        sign, style = SIGNS.get(stance.stand.value, _UNKNOWN)
        parts.append((sign.ljust(step), style))
    parts.append(" ")
    tellers = _tellers(passage)
    first = tellers[0]
    span = passage.stances[first].span
    assert span is not None
    words = " ".join(articles[own[first]].quote(span).split())
    parts.append(f"{words} ")
    places = f", {len(group)} places" if len(group) > 1 else ""
    parts.append((f"({counted(len(tellers), 'account')}{places})", "dim"))
    return line(*parts, indent=2, hang=step * len(own) + 1, target=_row(passage, own, meet))


def _row(passage: "Passage", own: list[str], meet: Meet) -> Row:
    """One that differs beside the first that tells it, else the first two that share a match."""
    told = [(n, stance) for n, stance in enumerate(passage.stances) if stance.span is not None]
    (first, _), *others = told
    differing = [(first, n) for n, stance in others if stance.stand.value == "differs"]
    pairs = dict.fromkeys((*differing, *combinations((n for n, _ in told), 2)))
    spans = {n: stance.span for n, stance in told if stance.span is not None}
    rows = [Row((own[one], own[other]), (spans[one], spans[other])) for one, other in pairs]
    return rows[0] if len(rows) == 1 else next(filter(meet, rows), rows[0])


def passages_shown(lines: Iterable[Line]) -> int:
    """How many lines of an overview are passages."""
    return sum(one.target is not None for one in lines)
