"""Start and list keys beside newsboat on the same articles, in turn; skipped where it is missing.

    python benchmarks/newsboat.py [--articles 1000] [--runs 9] [--count 60] [--size 120x40]

Articles of invented words become a feed in a file for newsboat, which has read it before, and a
``.jsonl`` file for us, likewise in the library. Start is from the start of the process to the first
title on the screen (newsboat's list of feeds: it has no list of all articles); a key is the arrow
down in the list of articles, timed from the write to the end of its frame. Both run in
pseudo-terminals of their own; no address is asked.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import UTC, date, datetime
from email.utils import format_datetime
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from library import READER, Press
from terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable

_FEED = "A feed of invented words"


def written(folder: Path, articles: int) -> None:
    """The same articles as a feed and as lines."""
    items = []
    with (folder / "articles.jsonl").open("w", encoding="utf-8") as lines:
        for row in Press(articles).rows():
            lines.write(json.dumps(row) + "\n")
            day = datetime.combine(date.fromisoformat(row["published"]), datetime.min.time(), UTC)
            items.append(
                f"<item><title>{escape(row['title'])}</title><link>{escape(row['url'])}</link>"
                f"<guid>{escape(row['url'])}</guid><pubDate>{format_datetime(day)}</pubDate>"
                f"<description>{escape(row['text'])}</description></item>"
            )
    (folder / "feed.xml").write_text(
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>{_FEED}</title>'
        f"<link>https://x.example/</link><description/>{''.join(items)}</channel></rss>",
        "utf-8",
    )
    (folder / "urls").write_text(f"file://{folder}/feed.xml\n")
    (folder / "config").write_text("")


def main() -> None:
    """Time both in turn and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--size", default="120x40")
    given = parser.parse_args()
    program = shutil.which("newsboat")
    if program is None:
        print("newsboat is not installed: nothing to compare with")
        return
    columns, rows = (int(part) for part in given.size.split("x"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        written(folder, given.articles)
        theirs = [
            program,
            "-u",
            f"{folder}/urls",
            "-c",
            f"{folder}/cache",
            "-C",
            f"{folder}/config",
        ]
        ours = [sys.executable, "-c", READER, "--data-dir", str(folder / "data")]
        subprocess.run([*theirs, "-x", "reload"], check=True, capture_output=True)
        added = [*ours[:3], "add", str(folder / "articles.jsonl"), *ours[3:]]
        subprocess.run(added, check=True, capture_output=True)
        compared(theirs, ours, given.runs, given.count, (columns, rows))


def compared(
    theirs: list[str], ours: list[str], runs: int, count: int, size: tuple[int, int]
) -> None:
    """Starts in turn, then keys in turn."""
    programs: dict[str, Callable[[], Terminal]] = {
        "newsboat": lambda: Terminal(theirs, size),
        "crisis-reader": lambda: Terminal(ours, size),
    }
    words = {"newsboat": _FEED, "crisis-reader": "Articles"}
    starts: dict[str, list[float]] = {name: [] for name in programs}
    worked: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(runs):
        for name, start in programs.items():
            began = time.perf_counter()
            program = start()
            program.wait(words[name], quiet=0.005)
            starts[name].append((time.perf_counter() - began) * 1000)
            worked[name].append(program.processor())
            program.close()
    running = {name: start() for name, start in programs.items()}
    for name, program in running.items():
        program.wait(words[name])
        program.drain(3)
    running["newsboat"].key(b"\r")
    keys: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(count):
        for name, program in running.items():
            keys[name].append(program.key(b"\x1b[B")[0])
    for what, times in (("start", starts), ("start, processor", worked), ("arrow key", keys)):
        for name, own in times.items():
            late = sorted(own)[min(len(own) - 1, int(len(own) * 0.95))]
            print(f"{what:17} {name:14} median {median(own):7.1f} ms  p95 {late:7.1f} ms")
        ratio = median(times["crisis-reader"]) / median(times["newsboat"])
        print(f"{what:17} ratio of medians {ratio:.2f}")
    for name, program in running.items():
        print(f"resident          {name:14} {program.memory():.1f} MiB")
        program.close()


if __name__ == "__main__":
    main()
