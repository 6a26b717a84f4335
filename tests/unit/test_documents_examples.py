"""What the documents tell a reader to type exists: commands, options, keys, settings, snippets."""

import json
import os
import re
import shlex
import shutil
import sys
import tomllib
from pathlib import Path

import pytest

from crisis_reader.alignment import Grade, align, prepare
from crisis_reader.article import Article
from crisis_reader.cli.arguments import command_parser, program_parser
from crisis_reader.cli.options import COMMANDS
from crisis_reader.library.settings import parse_settings
from crisis_reader.succession import Order, parse_order
from crisis_reader.text.concepts import concepts
from crisis_reader.tui.app.help_text import help_lines

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(
    p.relative_to(ROOT) for p in [ROOT / "README.md", *DOCS.glob("*.md"), *DOCS.glob("*/*.md")]
)
TAUGHT = [p for p in PAGES if p.parent.name in ("", "how-to") or p.name == "tutorial.md"]
"""Pages that tell a reader which key to press."""

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_TYPED = re.compile(r"^(?: {4}|\$ )(crisis-reader(?: [^#|>\n]*)?)", re.MULTILINE)
_PLACEHOLDERS = {"SOURCE", "[SOURCE", "...]", "...", "COMMAND", "QUERY", "FILE-OR-FOLDER", "…"}

_MARKS = {"●", "▲", "·", "…", "␛", "�", "-", "="}
"""Single characters in code marks that are shown or written, not pressed."""


def read(page: Path) -> str:
    """The text of a page."""
    return (ROOT / page).read_text("utf-8")


def blocks(page: Path, language: str) -> list[str]:
    """The fenced blocks of a page in one language."""
    return [body for found, body in _BLOCK.findall(read(page)) if found == language]


def known_keys() -> set[str]:
    """Every key that the help lists, and the words it puts between them."""
    lines = (" " * one.indent + "".join(words for words, _ in one.parts) for one in help_lines())
    keys: set[str] = set()
    for line in lines:
        keys.update(re.split(r" {2,}", line.strip())[0].split())
    return keys


def fault(line: str) -> str | None:
    """What is wrong with a command line that a page gives; None where it can be given."""
    words = shlex.split(re.split(r" {2,}", line)[0])[1:]
    if not words or _PLACEHOLDERS & set(words):
        return None
    name = words[0] if words[0] in COMMANDS else None
    parser = command_parser(name) if name else program_parser()
    try:
        parser.parse_args(words[1:] if name else words)
    except SystemExit as ended:  # code 0 after --version and --help
        return line if ended.code else None
    return None


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_commands_can_be_given(page: Path) -> None:
    """Each is taken by the grammar: its name, its options, what they may be."""
    assert [told for line in _TYPED.findall(read(page)) if (told := fault(line))] == []


def test_a_command_that_does_not_exist_is_noticed() -> None:
    """An option of another command, a form that there is not."""
    assert fault("crisis-reader list --as-of 2019-11-15") is not None
    assert fault("crisis-reader compare a b --format pdf") is not None
    assert fault("crisis-reader compare a b --format html") is None


@pytest.mark.parametrize("page", TAUGHT, ids=str)
def test_keys_exist(page: Path) -> None:
    """Every single character or named key in code marks is one that the help lists."""
    prose = _BLOCK.sub("", read(page))
    named = set(re.findall(r"`(\S|Enter|Esc|Space|Tab|Backspace|Ctrl\+[A-Z])`", prose)) - _MARKS
    assert sorted(named - known_keys()) == []


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_anchors_lead_somewhere(page: Path) -> None:
    """A link to a heading has that heading in the page that it leads to."""
    missing = []
    for target, anchor in re.findall(r"\]\((?!https?:)([^)#\s]*)#([^)\s]+)\)", read(page)):
        path = (ROOT / page).parent / target if target else ROOT / page
        headings = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
        slugs = {re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in headings}
        if anchor not in slugs:
            missing.append(f"{target}#{anchor}")
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_blocks_of_data_parse(page: Path) -> None:
    """TOML is TOML, JSON is JSON, Python is Python."""
    for body in blocks(page, "toml"):
        tomllib.loads(body)
    for body in blocks(page, "json"):
        json.loads(body)
    for body in blocks(page, "python"):
        compile(body, str(page), "exec")


def test_settings_in_the_documents_are_settings() -> None:
    """Those of the reference and of the page on feeds are taken without a fault."""
    for name in ("reference/configuration.md", "how-to/follow-feeds.md"):
        found = blocks(DOCS.relative_to(ROOT) / name, "toml")
        assert found
        assert [parse_settings(body).problems for body in found] == [()] * len(found)


def test_every_setting_is_in_the_reference() -> None:
    """What the program says it knows, where something unknown is set, stands in the page."""
    page = (DOCS / "reference" / "configuration.md").read_text("utf-8")
    (outer,) = parse_settings("nonsense = 1").problems
    (network,) = parse_settings("[network]\nnonsense = 1").problems
    (reading,) = parse_settings("[reading]\nnonsense = 1").problems
    names = [
        name.strip()
        for problem in (outer, network, reading)
        for name in problem.message.split(" use ")[1].split(",")
    ]
    assert len(names) > 8
    assert [n for n in names if not re.search(rf"^\[?{n}\]?\b", page, re.MULTILINE)] == []


def test_the_bounds_of_settings_are_those_told() -> None:
    """The most that the page gives is taken, one more is not; for each number with bounds."""
    page = (DOCS / "reference" / "configuration.md").read_text("utf-8")
    table, tried = "", 0
    for line in page.splitlines():
        if found := re.match(r"\[(network|reading)\]", line):
            table = found[1]
        told = re.match(r"(\w+) = .*?[ ;]([\d.,]+) to ([\d.,]+)$", line)
        if table and told:
            least, most = (float(figure.replace(",", "")) for figure in told.groups()[1:])
            whole = "characters" in told[1] or "redirects" in told[1]
            least, most = (int(least), int(most)) if whole else (least, most)
            for value, taken in (
                (least, True),
                (most, True),
                (least - 1, False),
                (most + 1, False),
            ):
                problems = parse_settings(f"[{table}]\n{told[1]} = {value}").problems
                assert (problems == ()) is taken, f"{told[1]} = {value}"
            tried += 1
    assert tried == 6


def test_snippets_of_the_page_on_scripts_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One after the other, in a folder with articles, as a reader would type them."""
    news = tmp_path / "news"
    news.mkdir()
    for name in ("bolivia-wire-departure.md", "bolivia-chronicle-20-oct-15-nov.md"):
        shutil.copy(ROOT / "articles" / name, news)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    told: dict[str, object] = {}
    snippets = blocks(Path("docs/how-to/script-the-json.md"), "python")
    for snippet in snippets:
        exec(compile(snippet, "script-the-json.md", "exec"), told)
    assert len(snippets) >= 4
    assert "President of Bolivia | Evo Morales | out | " in capsys.readouterr().out
    text, span = told["text"], told["span"]
    assert isinstance(text, str)
    assert isinstance(span, dict)
    texts = {p.name: p.read_bytes().decode() for p in news.iterdir()}
    assert texts[span["article"]][span["start"] : span["end"]] == span["quote"]


def test_the_concept_of_the_page_lifts_a_match() -> None:
    """Its two reports are tied weakly without the row, strongly with it, as the page says."""
    page = Path("docs/how-to/add-a-concept.md")
    left, right = (Article.from_text(body) for body in blocks(page, "text"))
    (row,) = blocks(page, "toml")
    own = concepts().extended(row)
    assert own.problems == ()
    (without,) = align(left, right).matches
    (found,) = align(prepare(left, concepts=own), prepare(right, concepts=own)).matches
    assert (without.grade, found.grade) == (Grade.WEAK, Grade.STRONG)
    assert "goat walk" in left.quote(found.left)


def test_the_order_of_the_page_is_one() -> None:
    """The whole file that the page gives is read without a fault."""
    (body,) = blocks(Path("docs/how-to/add-an-order.md"), "toml")
    order = parse_order(body, "ruritania.order.toml")
    assert isinstance(order, Order)
    assert [office.id for office in order.offices] == ["president", "vice_president", "speaker"]


@pytest.mark.parametrize("page", sorted((DOCS / "how-to").glob("*.md")), ids=lambda p: p.name)
def test_a_how_to_page_is_short_and_listed(page: Path) -> None:
    """A hundred lines at most, and the index leads to it."""
    assert len(page.read_text("utf-8").splitlines()) <= 100
    assert f"(how-to/{page.name})" in (DOCS / "README.md").read_text("utf-8")


def test_every_folder_says_what_it_is_for() -> None:
    """The page on architecture names each room, each folder of tests and of data."""
    page = (DOCS / "architecture.md").read_text("utf-8")
    package = ROOT / "src" / "crisis_reader"
    folders = {
        path.parent
        for top in (package, ROOT / "tests", ROOT / "benchmarks", ROOT / "articles")
        for path in top.rglob("*")
        if path.is_file() and not {"__pycache__", "__snapshots__", "data"} & set(path.parts)
    }
    named = {f.name for f in folders if not f.name.startswith("__")} - {"tests", "crisis_reader"}
    assert {"alignment", "patterns", "orders", "golden", "benchmarks"} <= named
    assert sorted(n for n in named if not re.search(rf"\b{n}\b", page)) == []
