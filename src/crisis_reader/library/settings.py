"""Settings: the reader's ``config.toml``, found and parsed. What can't be used becomes a Problem.

Actions are called by the words that the help gives them.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from crisis_reader.errors import Problem

if TYPE_CHECKING:
    from crisis_reader.sources.limits import Limits

_AT_LINE = re.compile(r"line (\d+)")
_KEY = re.compile(r"(?:(?:ctrl|shift|alt)\+)*(?:[a-z_]+|[A-Z0-9]|f\d{1,2})")
_KNOWN = ("theme", "copy_command", "keys", "refresh_every", "network", "reading")
_LONGEST_CONTACT = 200
_CONTACT = re.compile(r"[\x20-\x7e]*")
"""What may stand in a header; its own brackets are put around it."""


class _Number(NamedTuple):
    """A setting of ``[network]`` or ``[reading]`` that is a number."""

    field: str
    """Of ``Limits``."""
    least: float
    most: float
    whole: bool = False


_NETWORK: dict[str, _Number] = {
    "max_redirects": _Number("redirects", 0, 20, whole=True),
    "max_megabytes": _Number("megabytes", 0.1, 100),
    "max_seconds": _Number("seconds", 1, 600),
    "pause": _Number("pause", 0, 60),
}
_READING: dict[str, _Number] = {
    "max_characters": _Number("characters", 10_000, 100_000_000, whole=True),
    "max_file_megabytes": _Number("file_megabytes", 0.1, 2_000),
}
_LONGEST_BETWEEN = 7 * 24 * 60
"""Minutes between two refreshes; longer ones are better asked for by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a reader set."""

    theme: str | None = None
    copy_command: tuple[str, ...] = ()
    """A program and its arguments, that gets a copy on its standard input; empty for none."""
    keys: tuple[tuple[str, str], ...] = ()
    """(action in the words of the help, keys with commas between)."""
    refresh_every: float = 0
    """Minutes between two refreshes while the app runs; 0 for none but those asked for."""
    network: "Limits | None" = None
    """How far fetching and reading go; None for the defaults."""
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
    every = table.get("refresh_every", 0)
    if not _is_number(every, 0, _LONGEST_BETWEEN):
        wrong.append(f"'refresh_every' has to be minutes, from 0 to {_LONGEST_BETWEEN}")
        every = 0
    network = _network(table["network"], wrong) if "network" in table else None
    if "reading" in table:
        network = _reading(table["reading"], network, wrong)
    problems = [Problem(source=source, message=words) for words in (*wrong, *faults)]
    return Settings(
        theme=texts.get("theme") or None,
        copy_command=tuple(command),
        keys=bound,
        refresh_every=every,
        network=network,
        source=source,
        problems=tuple(problems),
    )


def read_settings() -> Settings:
    """What the reader set; the defaults where there is no such file or it can't be read."""
    found = settings_file()
    return Settings() if found is None else parse_settings(found[1], found[0])


def settings_file() -> tuple[str, str] | None:
    """Path and text of the reader's config file, if there is one."""
    import os  # noqa: PLC0415 - no Path: it is read before the first frame, each millisecond counts

    from platformdirs import user_config_dir  # noqa: PLC0415 - the screen's library loads it anyway

    path = os.path.join(user_config_dir("crisis-reader"), "config.toml")  # noqa: PTH118 - the same
    try:
        with open(path, encoding="utf-8", errors="replace") as file:  # noqa: PTH123 - the same
            return path, file.read()
    except OSError:
        return None


def _network(table: object, wrong: list[str]) -> "Limits":
    """What the table ``[network]`` says, the defaults for what is wrong in it."""
    from crisis_reader.sources.limits import Limits  # noqa: PLC0415 - only where there is such a table

    numbers: dict[str, float] = {}
    allow_private, contact = False, ""
    if not isinstance(table, Mapping):
        wrong.append("'network' has to be a table: [network]")
        return Limits()
    for name, value in table.items():
        if name in _NETWORK:
            _take_number(name, value, _NETWORK[name], numbers, wrong)
        elif name == "allow_private" and isinstance(value, bool):
            allow_private = value
        elif name == "allow_private":
            wrong.append("'allow_private' has to be true or false")
        elif name == "contact" and _is_contact(value):
            contact = value
        elif name == "contact":
            wrong.append("'contact' has to be an address or a page, in plain letters")
        else:
            known = ", ".join([*_NETWORK, "allow_private", "contact"])
            wrong.append(f"'{name}' is no setting of [network]; use {known}")
    usual = Limits()
    return Limits(
        allow_private=allow_private,
        contact=contact,
        redirects=int(numbers.get("redirects", usual.redirects)),
        megabytes=numbers.get("megabytes", usual.megabytes),
        seconds=numbers.get("seconds", usual.seconds),
        pause=numbers.get("pause", usual.pause),
    )


def _reading(table: object, limits: "Limits | None", wrong: list[str]) -> "Limits":
    """The limits with what the table ``[reading]`` says."""
    from dataclasses import replace  # noqa: PLC0415 - only where there is such a table

    from crisis_reader.sources.limits import Limits  # noqa: PLC0415 - the same

    limits = limits or Limits()
    if not isinstance(table, Mapping):
        wrong.append("'reading' has to be a table: [reading]")
        return limits
    numbers: dict[str, float] = {}
    for name, value in table.items():
        if name in _READING:
            _take_number(name, value, _READING[name], numbers, wrong)
        else:
            wrong.append(f"'{name}' is no setting of [reading]; use {', '.join(_READING)}")
    return replace(
        limits,
        characters=int(numbers.get("characters", limits.characters)),
        file_megabytes=numbers.get("file_megabytes", limits.file_megabytes),
    )


def _take_number(
    name: str, value: object, kind: _Number, numbers: dict[str, float], wrong: list[str]
) -> None:
    """Keep a number under its field, or say what it has to be."""
    if isinstance(value, int | float) and _is_number(
        value, kind.least, kind.most, whole=kind.whole
    ):
        numbers[kind.field] = value
    else:
        what = "a whole number" if kind.whole else "a number"
        wrong.append(f"'{name}' has to be {what} from {kind.least:,g} to {kind.most:,g}")


def _is_number(value: object, least: float, most: float, *, whole: bool = False) -> bool:
    kinds = (int,) if whole else (int, float)
    return isinstance(value, kinds) and not isinstance(value, bool) and least <= value <= most


def _is_contact(value: object) -> bool:
    if not isinstance(value, str) or len(value) > _LONGEST_CONTACT:
        return False
    return bool(_CONTACT.fullmatch(value)) and not set(value) & set("()\\")


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
