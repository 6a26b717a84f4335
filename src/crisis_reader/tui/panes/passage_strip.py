"""PassageStrip: on a small screen, one passage in the wordings of all who tell it."""

from collections.abc import Mapping, Sequence

from crisis_reader.article import Article
from crisis_reader.text.cleaning import visible
from crisis_reader.tui.lines.detail import match_line, parting_line, quoted
from crisis_reader.tui.lines.list_words import outlet_of
from crisis_reader.tui.lines.styled import Line, line
from crisis_reader.tui.panes.text_pane import TextPane
from crisis_reader.tui.session.passages import Shared


def strip_lines(
    shared: Shared, at: int | None, letters: Sequence[str], articles: Mapping[str, Article]
) -> list[Line]:
    """Which match, both wordings, where they part."""
    if at is None:
        return []
    passage = shared.passages[at]
    lines: list[Line] = []
    for letter, span in zip(letters, passage.told, strict=True):
        if span is not None:
            lines.append(line((f"{letter} ", "bold"), quoted(articles[letter], span, 240), hang=2))
    lines += [parting_line(parting, letters, articles) for parting in passage.partings]
    lines.append(match_line(shared, at, letters))
    return lines


class PassageStrip(TextPane):
    """The current passage of the closest pair."""

    def show(
        self,
        shared: Shared,
        at: int | None,
        letters: Sequence[str],
        articles: Mapping[str, Article],
        empty: str,
    ) -> None:
        """Show a passage, or say why there is none."""
        named = " and ".join(f"{own} ({outlet_of(articles[own])})" for own in letters[:2])
        note = ""
        if at is not None and shared.passages[at].is_match:
            note = f"match {shared.passages[at].number}/{len(shared.matches)}"
        lines = strip_lines(shared, at, letters, articles) or [line((empty, "dim"))]
        title = f"Shared by {visible(named)}" if letters else "Shared passages"
        self.tell(lines, title=title, note=note)
