"""Put one fault at a time into a copy of the tree and see that a test notices it."""

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("src", "tests", "articles", "docs", "benchmarks", "pyproject.toml", "README.md")

_LONGEST = 900.0
"""Seconds for the tests of one fault."""


def copied(into: Path) -> None:
    """Copy what the tests need."""
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, into / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, into / part)


def survives(tree: Path, mutant: dict[str, str | list[str]]) -> bool | None:
    """Whether the tests pass with the fault; None where the code to replace is not there once."""
    path = tree / "src" / "crisis_reader" / str(mutant["file"])
    whole = path.read_text("utf-8")
    if whole.count(str(mutant["old"])) != 1:
        return None
    path.write_text(whole.replace(str(mutant["old"]), str(mutant["new"])), "utf-8")
    tests = [name for name in mutant["tests"] if (tree / name).exists()]
    chosen = ["-k", str(mutant["match"])] if "match" in mutant else []
    try:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests, *chosen],
            cwd=tree,
            env=os.environ | {"PYTHONPATH": str(tree / "src"), "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            check=False,
            timeout=_LONGEST,
        )
    except subprocess.TimeoutExpired:  # a fault that makes it wait for ever is noticed, too
        return False
    finally:
        path.write_text(whole, "utf-8")
    return done.returncode == 0


def main() -> int:
    """Try the mutants whose file matches the argument; 1 if any survives or no longer applies."""
    tables = sorted(Path(__file__).parent.glob("*.toml"))
    rows = [row for one in tables for row in tomllib.loads(one.read_text("utf-8"))["mutant"]]
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    words = {True: "SURVIVED", False: "killed", None: "no longer applies"}
    bad = 0
    sound: set[str] = set()
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder)
        copied(tree)
        for mutant in rows:
            if wanted in mutant["file"]:
                # A test that fails without the fault would seem to notice it.
                tests = str((mutant["tests"], mutant.get("match")))
                if tests not in sound:
                    assert survives(tree, mutant | {"new": mutant["old"]}), f"{tests} fail as it is"
                    sound.add(tests)
                outcome = survives(tree, mutant)
                bad += outcome is not False
                print(f"{words[outcome]}: {mutant['file']}: {mutant['new']!r}", flush=True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
