"""What commands without a screen cost over bare Python: started in turn, the fastest counts.

python benchmarks/commands.py [--runs 20]
"""

import argparse
import platform
import subprocess
import sys
import time

BARE = [sys.executable, "-c", "pass"]
PROGRAM = [sys.executable, "-m", "crisis_reader"]
PAIR = ["argentina-2001-a", "argentina-2001-b"]
CASES = {
    "import crisis_reader": [sys.executable, "-c", "import crisis_reader"],
    "--version": [*PROGRAM, "--version"],
    "--help": [*PROGRAM, "--help"],
    "list (10 articles)": [*PROGRAM, "list"],
    "compare (2 articles)": [*PROGRAM, "compare", *PAIR],
    "succession (2 articles)": [*PROGRAM, "succession", *PAIR],
}


def milliseconds(command: list[str]) -> float:
    """From the start of the process to its end."""
    begun = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - begun) * 1000


def main() -> None:
    """Print a row for each command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=20)
    runs = parser.parse_args().runs
    best = {name: float("inf") for name in ("bare", *CASES)}
    for _ in range(runs):
        for name, command in {"bare": BARE, **CASES}.items():
            best[name] = min(best[name], milliseconds(command))
    print(
        f"Python {platform.python_version()}; fastest of {runs}; bare Python {best['bare']:.0f} ms"
    )
    for name in CASES:
        print(f"{name:25} {best[name] - best['bare']:6.0f} ms more")


if __name__ == "__main__":
    main()
