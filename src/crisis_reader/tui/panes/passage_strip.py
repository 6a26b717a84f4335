"""PassageStrip: on a small screen, one passage in the wordings of all who tell it."""

from crisis_reader.text.cleaning import visible
from crisis_reader.tui.lines.detail import match_line, nothing_words, parting_line, quoted
from crisis_reader.tui.lines.list_words import outlet_of
from crisis_reader.tui.lines.styled import Line, line
from crisis_reader.tui.panes.text_pane import TextPane
from crisis_reader.tui.session.comparing import Comparing


def strip_lines(comparing: Comparing) -> list[Line]:
    """Which match, both wordings, where they part; why there is none."""
    passage, letters, articles = comparing.current, comparing.letters, comparing.shelf.articles
    if passage is None:
        return [line((nothing_words(comparing), "dim"))]
    lines: list[Line] = []
    for letter, span in zip(letters, passage.told, strict=True):
        if span is not None:
            lines.append(line((f"{letter} ", "bold"), quoted(articles[letter], span, 240), hang=2))
    lines += [parting_line(parting, letters, articles) for parting in passage.partings]
    lines.append(match_line(comparing.shared, comparing.at, letters))
    return lines


class PassageStrip(TextPane):
    """The current passage of the closest pair."""

    def show(self, comparing: Comparing) -> None:
        """Show the current passage, or say why there is none."""
        passage, articles = comparing.current, comparing.shelf.articles
        letters = comparing.letters
        named = " and ".join(f"{own} ({outlet_of(articles[own])})" for own in letters[:2])
        note = ""
        if passage is not None and passage.is_match:
            note = f"match {passage.number}/{len(comparing.shared.matches)}"
        title = f"Shared by {visible(named)}" if letters else "Shared passages"
        self.tell(strip_lines(comparing), title=title, note=note)
