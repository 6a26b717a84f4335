"""Copying: a passage with all that a citation needs, to the terminal's clipboard and to a file.

What is copied is clean text of the article, never a mark of ours; what is not known is spelled out.
"""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from crisis_reader.article import Article
from crisis_reader.text.cleaning import visible
from crisis_reader.text.spans import Span
from crisis_reader.tui.lines.words import day_text

if TYPE_CHECKING:
    from textual.app import App

_PATIENCE = 2.0
"""Seconds that tmux gets to take a copy."""


def citation(article: Article, span: Span, read_on: date) -> str:
    """A quotation and its source, one fact a line.

    Args:
        article: Where it stands.
        span: The passage.
        read_on: The day it was read.
    """
    words = " ".join(visible(article.quote(span)).split())
    lines = [f"“{words}”", visible(article.title)]
    if article.title_is_made:
        lines[-1] += " (title made from the first sentence)"
    lines.append(visible(article.outlet) if article.outlet else "no outlet")
    if article.agency and article.agency != article.outlet:
        lines.append(f"agency: {visible(article.agency)}")
    lines.append(day_text(article.published, "no date"))
    where = article.url or article.origin.uri
    if where:
        lines.append(visible(where))
    lines.append(f"read {day_text(read_on)}")
    if article.note:
        lines.append(visible(article.note))
    return "\n".join(lines)


def passage_text(
    told: Sequence[Span | None],
    letters: Sequence[str],
    articles: Mapping[str, Article],
    read_on: date,
) -> str:
    """Every wording of a passage with its source."""
    parts = [
        citation(articles[letter], span, read_on)
        for letter, span in zip(letters, told, strict=True)
        if span is not None
    ]
    return "\n\n".join(parts) + "\n"


def copy_out(
    app: "App[None]", text: str, folder: Path | None = None, command: Sequence[str] = ()
) -> str:
    """Copy a text; in what words to tell where it went.

    Inside tmux through tmux's own buffer, since tmux drops what a program asks of the terminal;
    elsewhere by OSC 52; by the reader's own ``command`` if there is one. The last copy
    is also kept in a file, for terminals that do neither.
    """
    kept = _keep(text, folder)
    if command:
        return f"{_given_to(command, text)}; {kept}"
    if os.environ.get("TMUX") and (tmux := shutil.which("tmux")):
        try:
            subprocess.run(  # noqa: S603 - a fixed command; the text goes to its standard input
                [tmux, "load-buffer", "-w", "-"],
                input=text.encode("utf-8", "replace"),
                timeout=_PATIENCE,
                check=True,
                capture_output=True,
            )
        except (OSError, subprocess.SubprocessError):
            return f"tmux did not take the copy; {kept}"
        return f"copied to tmux's buffer (prefix ]); {kept}"
    app.copy_to_clipboard(text)
    return f"copied to the terminal's clipboard; {kept}"


def _given_to(command: Sequence[str], text: str) -> str:
    """Give a copy to the reader's own program; in what words to tell whether it took it."""
    try:
        subprocess.run(  # noqa: S603 - the reader's own command, no shell; the text is its input
            list(command),
            input=text.encode("utf-8", "replace"),
            timeout=_PATIENCE,
            check=True,
            capture_output=True,
        )
    except (OSError, subprocess.SubprocessError):
        return f"'{command[0]}' (copy_command) did not take the copy"
    return f"copied with {command[0]}"


def _keep(text: str, folder: Path | None) -> str:
    from platformdirs import user_state_path  # noqa: PLC0415 - when first needed

    path = (folder or user_state_path("crisis-reader")) / "last-copy.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", errors="replace")
    except OSError as error:
        return f"could not be kept in {path}: {error.strerror}"
    shown = str(path)
    home = str(Path.home())
    return f"also in {'~' + shown[len(home) :] if shown.startswith(home + os.sep) else shown}"
