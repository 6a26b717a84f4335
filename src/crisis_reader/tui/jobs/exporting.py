"""Exporting: what is on the screen as a file, in a form the reader chooses.

The forms are those of the commands; the screen knows them by their endings alone. Files go to a
folder of their own, never beside the articles, where they would be read as articles; none is ever
overwritten.
"""

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from crisis_reader.tui.lines.styled import Line, line

if TYPE_CHECKING:
    from textual.app import App

    from crisis_reader.alignment import Alignment, Grade, Overview
    from crisis_reader.article import Article
    from crisis_reader.succession import Line as PowerLine

PICTURE = "svg"
_FORMS = {
    "md": ("Markdown", "headings and lists, for a brief or a talk page"),
    "wiki": ("wikitext", "the same for a wiki's talk page"),
    "html": ("HTML", "one page for the browser or for paper"),
    "json": ("JSON", "everything, for another program"),
    PICTURE: ("SVG", "a picture of this screen"),
}

Maker = Callable[[], str]
"""Makes the text of a file."""


def form_lines(forms: Sequence[str]) -> list[Line]:
    """The forms to choose from."""
    return [
        line((_FORMS[form][0], "bold"), f" · {_FORMS[form][1]}", indent=2, hang=2, target=form)
        for form in forms
    ]


class Reports(Protocol):
    """The forms of what can be exported; given by whoever starts the screen."""

    def comparison(
        self,
        articles: Sequence["Article"],
        alignments: Sequence["Alignment"],
        *,
        letters: Sequence[str],
        at_least: "Grade | None",
    ) -> Mapping[str, Maker]:
        """What makes each form of a comparison, by its ending.

        Args:
            articles: In the order of their letters.
            alignments: One for each pair that is known.
            letters: The articles' letters in this session.
            at_least: The lowest grade that is told; None for each alignment's own.
        """
        ...

    def overview(
        self, articles: Sequence["Article"], overview: "Overview", *, letters: Sequence[str]
    ) -> Mapping[str, Maker]:
        """What makes each form of an overview, by its ending; articles in order of letters."""
        ...

    def line(self, power: "PowerLine") -> Mapping[str, Maker]:
        """What makes each form of a line of succession, by its ending."""
        ...


def write_out(name: str, form: str, text: str, today: date, folder: Path | None = None) -> str:
    """Write a file; in what words to tell where it is, or why there is none."""
    from platformdirs import user_documents_path  # noqa: PLC0415 - only for an export

    where = folder or user_documents_path() / "crisis-reader"
    try:
        where.mkdir(parents=True, exist_ok=True)
        for path in _free(where, f"{name}-{today.isoformat()}", form):
            try:
                with path.open("x", encoding="utf-8", errors="replace") as file:
                    file.write(text)
            except FileExistsError:
                continue
            return f"written to {_shown(path)}"
    except OSError as error:
        return f"nothing was written to {_shown(where)}: {error.strerror}"
    return ""


def _free(folder: Path, name: str, form: str) -> Iterator[Path]:
    yield folder / f"{name}.{form}"
    number = 2
    while True:
        yield folder / f"{name}-{number}.{form}"
        number += 1


def _shown(path: Path) -> str:
    shown, home = str(path), str(Path.home())
    return f"~{shown[len(home) :]}" if shown.startswith(home + os.sep) else shown


def screenshot(app: "App[None]") -> str:
    """The screen as SVG, without the font that it would fetch: it shall ask no server."""
    svg = app.export_screenshot(title="crisis-reader")
    return re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)
