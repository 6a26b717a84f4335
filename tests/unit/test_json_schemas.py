"""What commands print holds to its JSON Schema, and no key is told of in one place only."""

import json
import re
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from docs.schemas import DOCUMENTS, schema_of
from jsonschema import Draft202012Validator

from crisis_reader.cli import main
from crisis_reader.cli.options import COMMANDS

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "docs" / "reference"
SILENT = {"samples", "add", "remove", "refresh", "serve", "export"}
"""Commands that print no data."""

TEXT = "The president of Ruritania, Ana Paz, resigned on Sunday. Crowds cheered in the streets."
REJECT = '[[reject]]\narticle = "fall.txt"\nquote = "resigned"\nwhy = "a rumour"\n'
ADDED = '[[event]]\nperson = "Leo Roa"\noffice = "President"\nkind = "claim"\ndate = 2031-05-06\n'

SAMPLES = [
    ["list"],
    ["show", "bolivia-wire-departure", "bolivia-sesion-12-noviembre"],
    ["compare", "bolivia-wire-departure", "bolivia-street-account", "argentina-2001-a"],
    ["compare", "argentina-2001-a", "argentina-2001-b", "argentina-2001-c"],
    ["succession"],
    ["succession", "argentina-2001-a", "--as-of", "2001-12-31", "--known-by", "2019-01-01"],
    ["chronicle"],
    ["search", "quorum"],
    ["search", "desk"],
    ["orders"],
    ["sources"],
    ["overview", "bolivia-wire-departure", "bolivia-chronicle-20-oct-15-nov"],
    ["notes"],
]
"""Command lines that reach every kind of document on the samples."""


def strict(schema: object) -> object:
    """The same schema, without room for keys that it does not name."""
    if isinstance(schema, list):
        return [strict(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    out: dict[str, object] = {key: strict(value) for key, value in schema.items()}
    if schema.get("type") == "object" and "properties" in schema:
        out["additionalProperties"] = False
    return out


def faults(command: str, document: object) -> list[str]:
    """What a document has that its schema does not allow, or lacks."""
    schema = strict(schema_of(command))
    assert isinstance(schema, dict)
    checker = Draft202012Validator(schema)
    return [f"{error.json_path}: {error.message[:200]}" for error in checker.iter_errors(document)]


def printed(argv: list[str], capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """The document that a command prints."""
    assert main([*argv, "--format", "json"]) in (0, 1)
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    return document


def keys_of(schema: object) -> set[str]:
    """Every key that a schema names, however deep."""
    if isinstance(schema, list):
        return set().union(*map(keys_of, schema))
    if not isinstance(schema, dict):
        return set()
    own = set(schema.get("properties", ()))
    return own.union(*map(keys_of, schema.values()))


def words_of(schema: object) -> set[str]:
    """Every word that a schema lets a key hold."""
    if isinstance(schema, list):
        return set().union(*map(words_of, schema))
    if not isinstance(schema, dict):
        return set()
    return set(schema.get("enum", ())).union(*map(words_of, schema.values()))


@pytest.mark.parametrize("argv", SAMPLES, ids=" ".join)
def test_what_is_printed_of_the_samples(
    argv: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """It has every key of its schema, none besides, each of its kind."""
    assert faults(argv[0], printed(argv, capsys)) == []


def test_what_is_printed_of_own_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Rejected and added events, problems with lines, a library with a source."""
    news = tmp_path / "news"
    news.mkdir()
    (news / "fall.txt").write_text(TEXT, encoding="utf-8")
    (news / "empty.txt").write_text("", encoding="utf-8")
    (news / "corrections.toml").write_text(REJECT + ADDED + '[[fix]]\nquote = "x"\n', "utf-8")
    line = printed(["succession", str(news)], capsys)
    assert line["rejected"]
    assert line["problems"]
    assert faults("succession", line) == []
    assert faults("chronicle", printed(["chronicle", str(news)], capsys)) == []
    kept = ["--data-dir", str(tmp_path / "data")]
    assert main(["add", str(news), *kept]) in (0, 1)
    capsys.readouterr()
    sources = printed(["sources", *kept], capsys)
    assert len(sources["sources"]) == 1
    assert faults("sources", sources) == []


def test_a_document_that_differs_is_noticed(capsys: pytest.CaptureFixture[str]) -> None:
    """A key too few, a key too many, a word that is none of the enumeration."""
    line = printed(["succession"], capsys)
    for spoil in ("heading", "new", "word"):
        spoilt = deepcopy(line)
        if spoil == "heading":
            del spoilt["heading"]
        elif spoil == "new":
            spoilt["rungs"][0]["new"] = 1
        else:
            spoilt["rungs"][0]["statuses"][0]["word"] = "winner"
        assert len(faults("succession", spoilt)) == 1


def test_every_command_that_prints_has_a_schema() -> None:
    """And no schema is of nothing."""
    assert set(DOCUMENTS) == set(COMMANDS) - SILENT
    assert {argv[0] for argv in SAMPLES} == set(DOCUMENTS)
    assert {p.stem for p in (REFERENCE / "schemas").glob("*.json")} == set(DOCUMENTS)


@pytest.mark.parametrize("command", DOCUMENTS)
def test_a_schema_is_one(command: str) -> None:
    """It is valid by the rules for schemas."""
    Draft202012Validator.check_schema(schema_of(command))


def test_the_page_and_the_schemas_name_the_same() -> None:
    """Every key of a schema stands in the page; every word in the page's code marks is one."""
    page = (REFERENCE / "json.md").read_text("utf-8")
    named = set(re.findall(r"`([a-z][a-z_]*)`", page))
    schemas = [schema_of(command) for command in DOCUMENTS]
    keys = set().union(*map(keys_of, schemas))
    assert sorted(keys - named) == []
    said = {"given"}  # of published_from, which may be any words
    assert sorted(named - keys - set().union(*map(words_of, schemas)) - said) == []


@pytest.mark.parametrize("command", DOCUMENTS)
def test_each_section_names_its_own_keys(command: str) -> None:
    """What a document has at its top is told under its own heading, or for all of them."""
    page = (REFERENCE / "json.md").read_text("utf-8")
    section = page.split(f"## crisis-reader.{command}/1\n")[1].split("\n## ")[0]
    assert sorted(k for k in DOCUMENTS[command][1] if f"`{k}`" not in section) == []
