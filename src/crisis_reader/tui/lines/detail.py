"""What is said of a match or a difference, in lines of everyday words; pure.

Nothing here is a verdict: kind, grade and reason of a match, the words of both sides.
"""

from collections.abc import Mapping, Sequence

from crisis_reader.alignment.wording import DIMENSIONS, KINDS, graded
from crisis_reader.article import Article
from crisis_reader.layout.wrapping import cells
from crisis_reader.text.cleaning import visible
from crisis_reader.text.spans import Span
from crisis_reader.tui.lines.styled import Line, Part, line
from crisis_reader.tui.lines.words import counted, day_text
from crisis_reader.tui.session.comparing import Comparing
from crisis_reader.tui.session.passages import Parting, Passage, Shared

_LONG = 160
"""Longest quotation of the detail line, in characters; ``Enter`` shows all of it."""


def quoted(article: Article, span: Span, most: int | None = _LONG) -> str:
    """The words of a span in one line, in quotation marks, cut at the end if very long."""
    words = " ".join(visible(article.quote(span)).split())
    if most and len(words) > most:
        words = words[:most].rsplit(" ", 1)[0] + " …"
    return f"“{words}”"


def hidden(shared: Shared, *, brief: bool = False) -> str:
    """``6 weaker hidden: press ]``, where there is little room ``6 weaker: ]``; empty for none."""
    if not shared.hidden:
        return ""
    return f"{shared.hidden} weaker: ]" if brief else f"{shared.hidden} weaker hidden: press ]"


def match_line(
    shared: Shared,
    at: int | None,
    letters: Sequence[str],
    remark: str = "",
    *,
    brief: bool = False,
) -> Line:
    """``match 3/17 · other words · likely (…) · not in C``, and a remark."""
    matches = len(shared.matches)
    if at is None:
        return line((f"{counted(matches, 'match', 'matches')}", "bold"), " · n goes to the first")
    passage = shared.passages[at]
    if not passage.is_match:
        rest = f" · {remark}" if remark else ""
        return line(("difference", "difference"), f" · no shared passage here{rest}")
    parts: list[str | Part] = [
        (f"match {passage.number}/{matches}", "bold"),
        " · ",
        (KINDS.get(passage.kind, passage.kind), passage.kind),
        f" · {graded(passage.grade, brief=brief)}",
    ]
    absent = [letters[n] for n, span in enumerate(passage.told) if span is None]
    if absent:
        parts.append(f" · not in {', '.join(absent)}")
    if remark:
        parts.append((f" · {remark}", "bold"))
    return line(*parts)


def parting_line(
    parting: Parting, letters: Sequence[str], articles: Mapping[str, Article], most: int | None = 70
) -> Line:
    """``▲ what happened: A “forced out” · B “resignation”``; of days also what they stand for."""
    days = dict(parting.days)
    parts: list[str | Part] = [
        ("▲ ", "difference"),
        (f"{DIMENSIONS.get(parting.dimension, parting.dimension)}: ", "difference"),
    ]
    for n, (column, span) in enumerate(parting.sides):
        letter = letters[column]
        parts += [" · " if n else "", (f"{letter} ", "bold"), quoted(articles[letter], span, most)]
        if column in days:
            parts.append(f" ({day_text(days[column])})")
    for column, span in parting.also:
        letter = letters[column]
        parts.append((f" · {letter} also says {quoted(articles[letter], span, most)}", "dim"))
    return line(*parts, hang=2)


def detail_lines(comparing: Comparing, remark: str = "", *, width: int = 0) -> list[Line]:
    """The lines below the columns: which match, where the sides part, and why it is one.

    Args:
        comparing: What is compared, and the current passage.
        remark: What the last key did; empty for how many weaker matches are hidden.
        width: Cells of a row: the first line is told in fewer words where it is too long for one,
            so that rows are left for both wordings. 0 for all the words.

    Returns:
        The lines; where there is no passage, why there is none.
    """
    shared, at, letters = comparing.shared, comparing.at, comparing.letters
    if not shared.passages:
        return [line((nothing_words(comparing), "dim"))]
    first = match_line(shared, at, letters, remark or hidden(shared))
    if width and cells("".join(text for text, _ in first.parts)) > width:
        short = remark or hidden(shared, brief=True)
        first = match_line(shared, at, letters, short, brief=True)
    lines = [first]
    if at is not None:
        passage = shared.passages[at]
        articles = comparing.shelf.articles
        lines += [parting_line(parting, letters, articles) for parting in passage.partings]
        if passage.because:
            lines.append(line(("why: ", "dim"), passage.because, hang=5))
    return lines


def nothing_words(comparing: Comparing) -> str:
    """Why there is no match to show, and what to do next."""
    shelf, letters = comparing.shelf, comparing.letters
    if not shelf.articles:
        return "no articles: i adds a file or folder"
    if comparing.waiting or (not letters and shelf.busy):
        stopped = "not looked at yet: q goes back, c compares them"
        return "looking for what they share …" if shelf.busy else stopped
    if not letters:
        return "no two articles here share a passage yet; Enter reads the one under the cursor"
    if len(letters) == 1:
        return "one article alone: mark two or more with Space, then c compares them"
    if comparing.shared.hidden:
        return f"no match of this grade; {hidden(comparing.shared)}"
    return "no shared passage: these tell of different events · q goes back to choose others"


def floor_words(comparing: Comparing, step: int, *, has_moved: bool) -> str:
    """What showing fewer (step 1) or more (-1) matches came to."""
    shared, floor = comparing.shared, comparing.floor
    if not has_moved and step > 0:
        told = "these are the surest"
    else:
        sure = round(floor * 10) if floor and has_moved else 0
        told = f"right at least {sure} times in 10" if sure else "all are shown"
    told = f"{told}: {counted(len(shared.matches), 'match', 'matches')}"
    return f"{told}, {hidden(shared)}" if shared.hidden else told


def everything(
    passage: Passage, letters: Sequence[str], articles: Mapping[str, Article]
) -> list[Line]:
    """All there is to say of one passage, for a screen of its own."""
    lines: list[Line] = []
    if passage.is_match:
        kind = KINDS.get(passage.kind, passage.kind)
        lines.append(line((kind, passage.kind), f" · {graded(passage.grade)}"))
        if passage.because:
            lines.append(line(("why: ", "dim"), passage.because, hang=5))
        lines.append(line())
    for column, span in enumerate(passage.told):
        letter = letters[column]
        if span is None:
            lines += [line((letter, "bold"), "  does not say it"), line()]
            continue
        lines.append(line((letter, "bold"), "  ", (visible(articles[letter].title), "dim"), hang=3))
        lines.append(line(quoted(articles[letter], span, None), indent=3, target=(letter, span)))
        lines.append(line())
    for parting in passage.partings:
        lines.append(parting_line(parting, letters, articles, None))
        for column, span in (*parting.sides, *parting.also):
            if span == passage.told[column]:
                continue
            letter = letters[column]
            text = (f"{letter} ", "bold"), quoted(articles[letter], span, None)
            lines.append(line(*text, indent=3, target=(letter, span)))
    return lines
