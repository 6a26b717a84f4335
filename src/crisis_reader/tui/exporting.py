"""Exporting: what is on the screen as a file, in a form the reader chooses.

The forms are those of the commands; the screen knows them by their endings alone. Files go to a
folder of their own, never beside the articles, where they would be read as articles; none is ever
overwritten.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from crisis_reader.tui.styled import Line, line

if TYPE_CHECKING:
    from crisis_reader.alignment import Alignment, Grade
    from crisis_reader.article import Article
    from crisis_reader.succession import Line as PowerLine
    from crisis_reader.tui.power import PowerJobs

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


def offer(app: "PowerJobs", name: str, makers: Mapping[str, Maker]) -> None:
    """Let the reader choose a form, then write the file and say where it is.

    Args:
        app: Runs the work and tells of it.
        name: The file's name without day and ending.
        makers: What makes each form; a picture of the screen is always there.
    """
    from crisis_reader.tui.choice_screen import ChoiceScreen  # noqa: PLC0415 - only for an export
    from crisis_reader.tui.picture import screenshot  # noqa: PLC0415 - the same

    def chosen(form: object) -> None:
        if form == PICTURE:
            # Not before the screen that was chosen from is gone.
            app.call_after_refresh(lambda: write(PICTURE, screenshot(app)))
        elif isinstance(form, str):
            app.run_job(lambda: app.call_from_thread(write, form, makers[form]()), "export")

    def write(form: str, text: str) -> None:
        app.say(write_out(name, form, text, datetime.now().astimezone().date()))

    app.push_screen(ChoiceScreen("Export as", form_lines([*makers, PICTURE])), chosen)
