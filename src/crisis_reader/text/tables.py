"""The data files of this room: rows of items between semicolons, and patterns made from them."""

import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files
from typing import Any


def read_table(name: str) -> dict[str, Any]:
    """A TOML file of this room, as it stands."""
    return tomllib.loads((files("crisis_reader.text") / name).read_text("utf-8"))


def items(row: str) -> tuple[str, ...]:
    """The items of a row, between semicolons or on lines of their own; empty ones left out."""
    return tuple(item.strip() for item in row.replace("\n", ";").split(";") if item.strip())


def either(phrases: Iterable[str]) -> str:
    """A pattern that takes any of these, the longest first; any space where a phrase has one."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered)
