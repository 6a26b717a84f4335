"""Kill programs in the middle of importing, note-taking and refreshing, a hundred times each.

``python -m tests.kills.run [--times 100] [--seed 1] [import note refresh]``: for each kind one
library, on which every kill is followed by all the checks of ``checking``. Prints how many kills
met what, and what was found; ends with 1 if anything was. Takes some ten minutes; a few of each
run with the unit tests.
"""

import argparse
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.kills.checking import Said, killed_and_checked
from tests.kills.working import WORK

_LATEST = 0.25
"""Seconds after a line within which a kill falls."""


def killed(kind: str, times: int, chance: random.Random) -> list[str]:
    """Kill a kind of work so often on one library; what was found, and the counts printed."""
    found: list[str] = []
    said: list[Said] = []
    met: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.sqlite3"
        for run in range(1, times + 1):
            # One in ten while it opens what the last kill left, the others anywhere in its work.
            lines = 1 if run % 10 == 0 else 2 + chance.randrange(12)
            seconds = chance.uniform(0.0, _LATEST / (8 if lines == 1 else 1))
            try:
                one = killed_and_checked(kind, path, run, seconds=seconds, lines=lines, before=said)
            except Exception as error:  # noqa: BLE001 - what was found is told, the rest goes on
                found.append(f"{kind}, kill {run}: {type(error).__name__}: {error}")
                one = []
            said.append(one)
            met["nothing yet (opening)" if one == [] else one[-1][0]] += 1
    lines = sum(map(len, said))
    print(f"{kind}: {times} kills, {lines} lines acknowledged, {len(found)} findings")
    print("  last word before the kill: " + ", ".join(f"{w} {n}" for w, n in met.most_common()))
    return found


def main() -> int:
    """Kill, tell."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "kinds", nargs="*", metavar="kind", help=f"of {', '.join(WORK)}; all if none"
    )
    given = parser.parse_args()
    found: list[str] = []
    for kind in given.kinds or WORK:
        found += killed(kind, given.times, random.Random(f"{given.seed} {kind}"))
    print("\n".join(found) or "nothing was lost, nothing was half there")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
