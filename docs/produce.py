"""Writes into the documents what is produced, not typed: outputs, the list of keys, schemas.

``python docs/produce.py`` rewrites every block that begins ``$ crisis-reader`` in the README, the
tutorial, the how-to pages, the reference and the explanations, docs/reference/keys.md and the JSON
Schemas in docs/reference/schemas. ``--check`` names the files that are stale instead.
"""

import json
import os
import re
import shlex
import shutil
import sys
from contextlib import chdir, redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

ROOT = Path(__file__).resolve().parents[1]

TUTORIAL = ROOT / "docs" / "tutorial.md"
PAGES = (
    ROOT / "README.md",
    *(p for p in sorted((ROOT / "docs").glob("*/*.md")) if p.parent.name != "decisions"),
)

_BLOCK = re.compile(
    r"^```console\n\$ crisis-reader(?P<args>[^\n|]*)(?:\| head -n (?P<lines>\d+))?\n.*?^```$",
    re.DOTALL | re.MULTILINE,
)


def printed(args: str, lines: str | None, folder: Path = ROOT) -> str:
    """What the command prints in a folder, the repository's or another, or its first lines."""
    from crisis_reader.cli import main

    # No library or settings of whoever runs this.
    empty = TemporaryDirectory()
    own = patch.dict(os.environ, {"XDG_DATA_HOME": empty.name, "XDG_CONFIG_HOME": empty.name})
    with empty, own, chdir(folder), redirect_stdout(StringIO()) as out:
        code = main(shlex.split(args))
    if code:
        raise SystemExit(f"crisis-reader{args} ended with {code}")
    kept = out.getvalue().splitlines()[: int(lines) if lines else None]
    return "\n".join(line.rstrip() for line in kept)


def with_outputs(page: str, folder: Path = ROOT) -> str:
    """The page, each block holding what its command prints."""

    def block(found: re.Match[str]) -> str:
        cut = f"| head -n {found['lines']}" if found["lines"] else ""
        command = f"$ crisis-reader{found['args']}{cut}"
        return f"```console\n{command}\n{printed(found['args'], found['lines'], folder)}\n```"

    return _BLOCK.sub(block, page)


def tutorial() -> str:
    """The tutorial, its commands given in a folder that was made as it says."""
    page = TUTORIAL.read_text("utf-8")
    with TemporaryDirectory() as folder:
        crisis = Path(folder) / "crisis"
        crisis.mkdir()
        for sample in (ROOT / "articles").glob("bolivia-*.md"):
            shutil.copy(sample, crisis)
        own = page.split("```text\n", 1)[1].split("```", 1)[0]
        (crisis / "plaza.md").write_text(own, encoding="utf-8")
        return with_outputs(page, Path(folder))


def keys_page() -> str:
    """Every key, as the help of the reader lists them."""
    from crisis_reader.tui.app.help_text import help_lines

    lines = (" " * one.indent + "".join(words for words, _ in one.parts) for one in help_lines())
    listed = "\n".join(line.rstrip() for line in lines).strip()
    return (
        "# Keys\n\nWritten by `docs/produce.py` from the reader's own help (`?`).\n\n"
        f"```text\n{listed}\n```\n"
    )


def schemas() -> dict[Path, str]:
    """The JSON Schema of each document that a command prints."""
    sys.path.insert(0, str(ROOT))  # run as a script, docs is all that is looked into
    from docs.schemas import DOCUMENTS, schema_of

    folder = ROOT / "docs" / "reference" / "schemas"
    return {
        folder / f"{name}.json": json.dumps(schema_of(name), indent=2) + "\n" for name in DOCUMENTS
    }


def produced() -> dict[Path, str]:
    """Path of each document -> what should stand in it."""
    pages = {path: with_outputs(path.read_text("utf-8")) for path in PAGES}
    keys = ROOT / "docs" / "reference" / "keys.md"
    return {**pages, TUTORIAL: tutorial(), keys: keys_page(), **schemas()}


def stale() -> dict[Path, str]:
    """The documents that do not say what is true, with what they should say."""
    return {
        path: wanted
        for path, wanted in produced().items()
        if not path.exists() or path.read_text("utf-8") != wanted
    }


def main(argv: list[str]) -> int:
    """Rewrite what is stale, or with ``--check`` only name it."""
    found = stale()
    for path, wanted in found.items():
        print(path.relative_to(ROOT))
        if "--check" not in argv:
            path.parent.mkdir(exist_ok=True)
            path.write_text(wanted, encoding="utf-8")
    return 1 if found and "--check" in argv else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
