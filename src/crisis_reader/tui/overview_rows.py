"""The overview as styled lines: passages by accounts, who has, who differs, who lacks; pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crisis_reader.article import Article
from crisis_reader.text.spans import Span
from crisis_reader.tui.article_list import outlet_of
from crisis_reader.tui.styled import Line, Part, line
from crisis_reader.tui.words import counted, day_text

if TYPE_CHECKING:
    from crisis_reader.alignment import Overview, Passage

SIGNS = {"has": ("●", "verbatim"), "differs": ("▲", "difference"), "lacks": ("·", "dim")}
_UNKNOWN = ("?", "dim")
LEGEND = "● tells it · ▲ differs · · leaves it out · ? only a summary was read"


@dataclass(frozen=True, slots=True)
class Row:
    """What ``Enter`` on a passage opens: the two that tell it best, at its place."""

    letters: tuple[str, str]
    spans: tuple[Span, Span]


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
    overview: "Overview", letters: Mapping[str, str], articles: Mapping[str, Article], order: int
) -> list[Line]:
    """The legend of letters, then a line for each passage.

    Args:
        overview: Passages by accounts.
        letters: Letter of each article by its id.
        articles: The articles by letter.
        order: Index into ``ORDERS``.
    """
    own = [letters[account.articles[0].id] for account in overview.accounts]
    rows = [_account(letter, articles[letter]) for letter in own]
    for account, letter in zip(overview.accounts, own, strict=True):
        if len(account.articles) > 1:
            copies = ", ".join(letters[one.id] for one in account.articles[1:])
            rows.append(
                line((f"{copies} carry the text of {letter}: one account", "dim"), indent=2)
            )
    rows += [line((LEGEND, "dim")), line()]
    if not overview.passages:
        rows.append(line(("no passage is told by two of these", "dim")))
        return rows
    rows.append(line(("  ".join([*own]), "bold"), ("  passage", "bold"), indent=2))
    key = ORDERS[order][1]
    passages = sorted(overview.passages, key=key) if key else overview.passages  # type: ignore[arg-type] # the keys of the table compare
    return rows + [_passage(passage, own, articles) for passage in passages]


def _account(letter: str, article: Article) -> Line:
    told = f"{outlet_of(article)} · {day_text(article.published)} · "
    return line((f"{letter:<3}", "bold"), told, (article.title, "dim"), hang=3)


def _passage(passage: "Passage", own: list[str], articles: Mapping[str, Article]) -> Line:
    parts: list[str | Part] = []
    for letter, stance in zip(own, passage.stances, strict=True):
        sign, style = SIGNS.get(stance.stand.value, _UNKNOWN)
        parts += [(sign, style), " " * (len(letter) + 1)]
    tellers = _tellers(passage)
    first = tellers[0]
    span = passage.stances[first].span
    assert span is not None
    words = " ".join(articles[own[first]].quote(span).split())
    parts.append(f"{words} ")
    parts.append((f"({counted(len(tellers), 'account')})", "dim"))
    return line(*parts, indent=2, hang=3 * len(own), target=_row(passage, own))


def _row(passage: "Passage", own: list[str]) -> Row:
    """One that differs beside the first that tells it, else the first two."""
    tellers = _tellers(passage)
    differing = [n for n in tellers[1:] if passage.stances[n].stand.value == "differs"]
    one, other = tellers[0], (differing or tellers[1:])[0]
    spans = passage.stances[one].span, passage.stances[other].span
    assert spans[0] is not None and spans[1] is not None  # noqa: PT018 - both tell it
    return Row((own[one], own[other]), (spans[0], spans[1]))
