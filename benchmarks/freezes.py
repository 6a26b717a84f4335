"""Stretches in which the screen stands still: where the event loop is held, for how long, by what.

    python benchmarks/freezes.py [--limit 50] [--size 160x45] [--log FILE] [SCENE ...]
    python benchmarks/freezes.py -- SOURCE ...

Starts crisis-reader in a pseudo-terminal, goes through its views with real keys, and looks inside
it whether a callback that is due every five milliseconds is late by more than the limit. What ran
then is told by a thread that looks at the stacks of all others as soon as it gets its turn: that
of the screen's first. ``held`` is what the reader waits; ``screen`` is processor time of the
screen's own thread and ``all`` that of all threads, which a busy machine does not lengthen. Only
stretches are told in which ``all`` is over the limit: in the others the machine was busy elsewhere.

Scenes: ``samples``, ``short`` and ``long`` (two generated articles of 5,000 and of 100,000 words),
``one`` (a single article of 100,000 words), ``story`` (thirty reports of one event), ``many`` (a
library of 5,000 articles). After ``--`` stand sources of your own.
"""

import argparse
import asyncio
import json
import os
import re
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from types import FrameType
from typing import Any

BEAT = 0.005
"""Seconds between two beats of the callback that must not be late."""

Step = tuple[str, bytes, float]
"""(what the reader does, keys, seconds to look on)."""

_VIEWS: tuple[Step, ...] = (
    ("down", b"jjj", 1.0),
    ("up", b"kkk", 1.0),
    ("read", b"\r", 1.0),
    ("page through", b"\x1b[6~\x1b[6~G", 0.6),
    ("find", b"/the", 0.8),
    ("end of finding", b"\r\x1b", 0.3),
    ("back", b"\x1b", 0.5),
    ("compare", b"c", 2.0),
    ("matches", b"nnnp", 0.8),
    ("differences", b"ddD", 0.8),
    ("more", b"]", 0.6),
    ("fewer", b"[", 0.6),
    ("only here", b"o", 2.0),
    ("all again", b"o", 0.5),
    ("swap", b"x", 1.0),
    ("everything about it", b"\r", 0.5),
    ("close", b"\x1b", 0.3),
    ("overview", b"v", 3.0),
    ("close overview", b"\x1b", 0.3),
    ("close comparison", b"\x1b", 0.5),
    ("line", b"l", 3.0),
    ("days", b"\x1b[D\x1b[D\x1b[C", 1.5),
    ("chronicle", b"t", 1.0),
    ("close chronicle", b"\x1b", 0.3),
    ("orders", b"h", 2.0),
    ("close orders", b"\x1b", 0.3),
    ("close line", b"\x1b", 0.5),
    ("filter", b"/pres", 1.0),
    ("end of filter", b"\x1b", 0.5),
    ("sort", b"ssssss", 1.0),
    ("stories", b"S", 1.0),
    ("close stories", b"\x1b", 0.3),
    ("mark three", b"   ", 2.0),
    ("compare three", b"c", 2.0),
    ("overview of three", b"v", 2.0),
    ("close both", b"\x1b\x1b\x1b", 0.5),
    ("overview of all", b"Mv", 4.0),
    ("close it", b"\x1b", 0.3),
    ("help", b"?", 0.5),
    ("close help", b"\x1b", 0.3),
    ("palette", b":", 0.8),
    ("theme", b"theme\r", 1.0),
    ("another theme", b"\x1b[B\x1b[B\r", 1.0),
    ("narrower", b"", 1.0),
    ("wider", b"", 1.0),
)
_SIZES = {"narrower": 0.6, "wider": 1.0}


# -- inside the reader -----------------------------------------------------------------------------


class Watch:
    """A beat in the event loop that writes down how late it was and what ran meanwhile."""

    def __init__(self, log: str, limit: float) -> None:
        self._log = Path(log).open("w", encoding="utf-8")  # noqa: SIM115 - to the end of the program
        self._limit = limit
        self._last = self._now()
        self._stacks: list[list[str]] = []
        self._looked = False

    def _now(self) -> tuple[float, float, float]:
        return time.perf_counter(), time.thread_time(), time.process_time()

    def begin(self, loop: asyncio.AbstractEventLoop) -> None:
        """Beat from now on."""
        self._loop = loop
        self._main = threading.get_ident()
        loop.call_soon(self._start)

    def _start(self) -> None:
        self._last = self._now()
        threading.Thread(target=self._look, daemon=True).start()
        self._beat()

    def _look(self) -> None:
        own = threading.get_ident()
        while True:
            late = self._last[0] + self._limit * 0.8 - time.perf_counter()
            if late > 0:
                time.sleep(late)
            elif self._looked:
                time.sleep(BEAT)
            else:
                frames = sys._current_frames()  # noqa: SLF001 - what it is there for
                order = sorted(frames, key=lambda one: one != self._main)
                self._stacks = [_places(frames[one]) for one in order if one != own]
                self._looked = True

    def _beat(self) -> None:
        now = self._now()
        held, own, whole = (b - a for a, b in zip(self._last, now, strict=True))
        if held - BEAT > self._limit:
            told = {
                "from": self._last[0],
                "held": held - BEAT,
                "screen": own,
                "all": whole,
                "stacks": self._stacks if self._looked else [],
            }
            self._log.write(json.dumps(told) + "\n")
            self._log.flush()
        self._stacks, self._looked = [], False
        # Taken anew: writing it down is not part of what is looked at.
        self._last = self._now()
        self._loop.call_later(BEAT, self._beat)


def _places(frame: FrameType | None) -> list[str]:
    """Where a thread is, innermost first."""
    places = []
    while frame is not None:
        name = "/".join(frame.f_code.co_filename.split("/")[-2:])
        places.append(f"{name}:{frame.f_lineno} {frame.f_code.co_name}")
        frame = frame.f_back
    return places


def inside(log: str, limit: float, argv: Sequence[str]) -> None:
    """Run the reader under watch."""
    from crisis_reader.cli import main  # noqa: PLC0415 - only in the watched process

    watch = Watch(log, limit)

    class Policy(asyncio.DefaultEventLoopPolicy):
        def new_event_loop(self) -> asyncio.AbstractEventLoop:
            loop = super().new_event_loop()
            watch.begin(loop)
            return loop

    asyncio.set_event_loop_policy(Policy())
    sys.exit(main(list(argv)))


# -- outside ---------------------------------------------------------------------------------------


def sources_of(scene: str, folder: str) -> list[str]:
    """What a scene opens."""
    from keys import generated  # noqa: PLC0415 - only outside
    from library import Press  # noqa: PLC0415 - the same

    if scene == "samples":
        return []
    if scene in ("short", "long", "one"):
        texts = generated(5_000 if scene == "short" else 100_000, 7)
        for name, text in zip("ab", texts[: 1 if scene == "one" else 2], strict=False):
            Path(folder, f"{name}.txt").write_text(text, "utf-8")
        return [folder]
    press = Press(30 if scene == "story" else 5_000)
    rows = press.story(1, 30) if scene == "story" else press.rows()
    for number, row in enumerate(rows):
        head = "\n".join(f"{key}: {row[key]}" for key in ("title", "outlet", "published"))
        text = row["text"]
        if number % 3 == 0:
            day = date.fromisoformat(row["published"]) - timedelta(days=1)
            text = f"President Ana Ruiz of Bolivia resigned on {day:%d %B %Y}. {text}"
        Path(folder, f"{number:05}.md").write_text(f"---\n{head}\n---\n\n{text}\n", "utf-8")
    return [folder]


def watched(
    sources: Sequence[str], limit: float, size: tuple[int, int], log: str
) -> list[dict[str, Any]]:
    """Go through the views; every stretch in which the screen stood still, with its step."""
    from terminal import Terminal  # noqa: PLC0415 - only outside

    began: list[tuple[float, str]] = [(time.perf_counter(), "start")]
    with tempfile.TemporaryDirectory() as data:
        argv = [__file__, "--inside", log, "--limit", str(limit)]
        # The reader reads nothing from the folder it stands in, as an installed program would not.
        reader = Terminal([sys.executable, *argv, "--", "--data-dir", data, *sources], size)
        try:
            reader.wait("Articles")
            reader.drain(12.0 if "one" in log or "long" in log or "many" in log else 6.0)
            for name, keys, seconds in _VIEWS:
                began.append((time.perf_counter(), name))
                if name in _SIZES:
                    reader.resize(int(size[0] * _SIZES[name]), size[1])
                for key in re.findall(rb"\x1b\[[0-9]*[A-Z~]|.", keys, re.DOTALL):
                    os.write(reader.fd, key)
                    reader.drain(0.12)
                reader.drain(seconds)
        finally:
            reader.close()
    found = [json.loads(line) for line in Path(log).read_text("utf-8").splitlines()]
    for one in found:
        one["step"] = next(name for at, name in reversed(began) if at <= one["from"] + one["held"])
    return found


_IDLE = ("threading.py", "thread.py", "selectors.py", "linux_driver.py", "watch", "queue.py")
"""Where threads are that wait for something."""


def told(one: dict[str, Any], deep: int) -> str:
    """A stretch in a few lines: figures, then where the screen's thread was, then the others."""
    held, screen, whole = (one[name] * 1000 for name in ("held", "screen", "all"))
    lines = [f"{held:6.0f} ms held · screen {screen:.0f} · all {whole:.0f} · {one['step']}"]
    for number, places in enumerate(one["stacks"]):
        if number and any(name in places[0] for name in _IDLE):
            continue
        own = [place for place in places if not place.startswith("<frozen")]
        lines += [f"        {'   ' if n else 'in '}{p}" for n, p in enumerate(own[:deep])]
        deep = max(1, deep // 2)
    return "\n".join(lines)


def main() -> None:
    """Look at every scene and print what was found, longest first."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("scenes", nargs="*", help="scenes, or after -- sources")
    parser.add_argument("--limit", type=float, default=50, help="milliseconds")
    parser.add_argument("--size", default="160x45")
    parser.add_argument("--log", help="where the stacks are written; else a folder that passes")
    parser.add_argument("--deep", type=int, default=8, help="how much of a stack is printed")
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    argv = sys.argv[1:]
    own = argv.index("--") if "--" in argv else len(argv)
    given = parser.parse_args(argv[:own])
    sources = argv[own + 1 :]
    if given.inside:
        inside(given.inside, given.limit, sources)
    size = tuple(int(part) for part in given.size.split("x"))
    scenes = given.scenes or (["sources"] if sources else list(SCENES))
    for scene in scenes:
        with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as logs:
            opened = sources or sources_of(scene, folder)
            log = given.log or str(Path(logs, f"{scene}.log"))
            found = watched(opened, given.limit / 1000, (size[0], size[1]), log)
        ours = [one for one in found if one["all"] * 1000 > given.limit]
        limit = f"{given.limit:.0f} ms"
        print(f"== {scene}: {len(found)} over {limit}, {len(ours)} by processor time", flush=True)
        for one in sorted(ours, key=lambda one: -one["all"]):
            print(told(one, given.deep), flush=True)


SCENES = ("samples", "short", "long", "one", "story", "many")


if __name__ == "__main__":
    main()
