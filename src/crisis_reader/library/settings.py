"""Settings: the reader's ``config.toml``, parsed; pure. What can't be used becomes a Problem.

Reading the file is the caller's. Actions are called by the words that the help gives them.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from crisis_reader.errors import Problem

_AT_LINE = re.compile(r"line (\d+)")
_KEY = re.compile(r"(?:(?:ctrl|shift|alt)\+)*(?:[a-z_]+|[A-Z0-9]|f\d{1,2})")
_KNOWN = ("theme", "copy_command", "keys")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a reader set."""

    theme: str | None = None
    copy_command: tuple[str, ...] = ()
    """A program and its arguments, that gets a copy on its standard input; empty for none."""
    keys: tuple[tuple[str, str], ...] = ()
    """(action in the words of the help, keys with commas between)."""
    source: str = "config.toml"
    problems: tuple[Problem, ...] = ()


def parse_settings(text: str, source: str = "config.toml") -> Settings:
    """The settings of a file; what is wrong in it is left out and told.

    Args:
        text: The file, TOML.
        source: What problems name it.
    """
    import shlex  # noqa: PLC0415 - only where there is such a file
    import tomllib  # noqa: PLC0415 - the same

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _AT_LINE.search(str(error))
        message = f"is no TOML, nothing of it was used: {error}. Correct that place."
        problem = Problem(source=source, message=message, line=int(found[1]) if found else None)
        return Settings(source=source, problems=(problem,))
    wrong = [
        f"'{name}' is no setting; use {', '.join(_KNOWN)}" for name in table if name not in _KNOWN
    ]
    texts: dict[str, str] = {}
    for name in ("theme", "copy_command"):
        value = table.get(name, "")
        if isinstance(value, str):
            texts[name] = value
        else:
            wrong.append(f"'{name}' has to be text in quotation marks")
    keys = table.get("keys", {})
    if not isinstance(keys, Mapping):
        wrong.append("'keys' has to be a table: [keys]")
        keys = {}
    try:
        command = shlex.split(texts.get("copy_command", ""))
    except ValueError as error:  # a quotation mark that is never closed
        wrong.append(f"'copy_command' can't be read: {error}")
        command = []
    bound, faults = _keys(keys)
    problems = [Problem(source=source, message=words) for words in (*wrong, *faults)]
    return Settings(
        theme=texts.get("theme") or None,
        copy_command=tuple(command),
        keys=bound,
        source=source,
        problems=tuple(problems),
    )


def _keys(table: Mapping[str, object]) -> tuple[tuple[tuple[str, str], ...], list[str]]:
    bound: list[tuple[str, str]] = []
    faults: list[str] = []
    for action, value in table.items():
        several = [value] if isinstance(value, str) else value
        names = [str(one).strip() for one in several] if isinstance(several, list) else []
        bad = [name for name in names if not _KEY.fullmatch(name)]
        if bad or not names:
            told = f"'{bad[0]}' is no key" if bad else "no key is named"
            faults.append(f"keys for '{action}': {told}; write n, ctrl+n, f5, slash or space")
        else:
            bound.append((action, ",".join(names)))
    return tuple(bound), faults


def unusable(
    settings: Settings, actions: Collection[str], themes: Collection[str]
) -> list[Problem]:
    """Problems for actions and a theme that there are not; each says which there are."""
    faults = [
        f"'{action}' is no action; the help (?) names them all"
        for action, _ in settings.keys
        if action not in actions
    ]
    if settings.theme is not None and settings.theme not in themes:
        faults.append(
            f"no theme is called '{settings.theme}'; there are {', '.join(sorted(themes))}"
        )
    return [Problem(source=settings.source, message=words) for words in faults]
