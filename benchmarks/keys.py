"""Time from a key to its frame in a comparison, beside a bare Textual app, and the memory of both.

    python benchmarks/keys.py [--words 5000] [--count 60] [--size 120x40] [SOURCE SOURCE]

Two generated articles of so many words each, a fifth of their sentences shared in part, some in
another order (or the sources named), stand side by side in a pseudo-terminal. Keys n, p, PageDown,
], m are sent in turn; a key is timed from the write to the end of the last block of output before
60 ms of silence; the reader keeps its library in a folder that passes. A Textual app that shows one
line and changes a digit in it on each key is timed in turn with it, key by key, so that a busy
machine slows both. Prints medians, the 95th percentile, bytes a key, the ratio of the medians and
resident memory.
"""

import argparse
import os
import random
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from terminal import Terminal

BARE = """
from textual.app import App
from textual.widgets import Static

class Bare(App):
    count = 0
    def compose(self):
        yield Static("bare app ready 0")
    def on_key(self):
        self.count += 1
        self.query_one(Static).update(f"bare app ready {self.count}")

Bare().run()
"""
READER = "import sys; from crisis_reader.cli import main; sys.exit(main(sys.argv[1:]))"
KEYS = {"n": b"n", "p": b"p", "PageDown": b"\x1b[6~", "]": b"]", "m": b"m"}


def generated(words: int, seed: int) -> tuple[str, str]:
    """Two texts of about so many words that share a fifth of their sentences, reworded a little."""
    chance = random.Random(seed)
    syllables = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "or")]
    lexicon = ["".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(9000)]
    weights = [1 / (rank + 3) for rank in range(len(lexicon))]

    def sentence() -> list[str]:
        return chance.choices(lexicon, weights, k=chance.randint(9, 28))

    shared = [sentence() for _ in range(words // 18 // 5)]

    def text(order: list[list[str]]) -> str:
        lines: list[list[str]] = [sentence() for _ in range(words // 18 - len(order))]
        for number, one in enumerate(order):
            lines.insert(number * len(lines) // max(1, len(order)), one)
        told = [f"{' '.join(one).capitalize()}." for one in lines]
        return "\n\n".join(" ".join(told[n : n + 5]) for n in range(0, len(told), 5))

    def reworded(one: list[str]) -> list[str]:
        kept = [word for word in one if chance.random() > 0.15]
        return [*kept, chance.choice(lexicon)]

    moved = [reworded(one) for one in shared]
    for _ in range(len(moved) // 10):
        moved.insert(chance.randrange(len(moved)), moved.pop(chance.randrange(len(moved))))
    return text(shared), text(moved)


def _spread(times: Sequence[float]) -> str:
    late = sorted(times)[min(len(times) - 1, int(len(times) * 0.95))]
    return (
        f"median {statistics.median(times):6.1f} ms  p95 {late:6.1f} ms  max {max(times):6.1f} ms"
    )


def timed(sources: Sequence[str], data: str, count: int, size: tuple[int, int]) -> None:
    """Send keys to both in turn and print what came out."""
    bare = Terminal([sys.executable, "-c", BARE], size)
    ours = Terminal([sys.executable, "-c", READER, "--data-dir", data, *sources], size)
    try:
        bare.wait("bare app ready")
        ours.wait("match")
        print(f"resident with the first screen {ours.memory():6.1f} MiB, bare {bare.memory():.1f}")
        os.write(ours.fd, b"c")
        ours.wait("next match")
        ours.wait("match 1/")
        keys: dict[str, list[float]] = {name: [] for name in KEYS}
        times: list[float] = []
        plain: list[float] = []
        sizes: list[int] = []
        for number in range(count):
            name = list(KEYS)[number % len(KEYS)]
            took, written = ours.key(KEYS[name])
            keys[name].append(took)
            times.append(took)
            sizes.append(written)
            plain.append(bare.key(b"x")[0])
        print(f"comparison      {_spread(times)}  {statistics.median(sizes):.0f} bytes a key")
        print(f"bare Textual    {_spread(plain)}")
        print(f"ratio of medians {statistics.median(times) / statistics.median(plain):.2f}")
        for name, own in keys.items():
            print(f"  {name:10}    {_spread(own)}")
        print(f"resident at the end {ours.memory():6.1f} MiB")
    finally:
        bare.close()
        ours.close()


def main() -> None:
    """Make the texts and time the keys."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("sources", nargs="*")
    parser.add_argument("--words", type=int, default=5000)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--size", default="120x40")
    given = parser.parse_args()
    columns, rows = (int(part) for part in given.size.split("x"))
    with tempfile.TemporaryDirectory() as folder:
        sources = given.sources
        if not sources:
            for name, text in zip("ab", generated(given.words, 7), strict=True):
                Path(folder, f"{name}.txt").write_text(text, "utf-8")
            sources = [folder]
        with tempfile.TemporaryDirectory() as data:
            timed(sources, data, given.count, (columns, rows))


if __name__ == "__main__":
    main()
