"""All benchmarks in turn, with the machine and the versions they ran on: some twenty minutes.

    python benchmarks/run.py [NAME ...]

``NAME`` is a script's without its ending, such as ``start``. What one can't do here (newsboat that
is not installed, say) it says itself; the others go on.
"""

import argparse
import importlib.metadata
import os
import platform
import subprocess
import sys
from pathlib import Path

NAMES = ("start", "keys", "commands", "events", "alignment", "library", "newsboat")
VERSIONS = ("crisis-reader", "textual", "rich", "rapidfuzz", "sentencex", "PyStemmer")


def machine() -> str:
    """What the figures were taken on."""
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in VERSIONS)
    return (
        f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, "
        f"{platform.system()} {platform.release()}, Python {platform.python_version()}; {versions}"
    )


def main() -> None:
    """Run each as a program of its own."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(NAMES)}")
    chosen = parser.parse_args().names or NAMES
    unknown = [name for name in chosen if name not in NAMES]
    if unknown:
        parser.error(f"no benchmark '{unknown[0]}'; there are {', '.join(NAMES)}")
    print(machine(), flush=True)
    failed = []
    for name in chosen:
        print(f"\n== {name}", flush=True)
        script = Path(__file__).with_name(f"{name}.py")
        if subprocess.run([sys.executable, str(script)], check=False).returncode:
            failed.append(name)
    if failed:
        raise SystemExit(f"did not run to the end: {', '.join(failed)}")


if __name__ == "__main__":
    main()
