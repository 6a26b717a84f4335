"""The library at a hundred thousand articles: import, search, the list, stories, the screen.

Articles are made from invented words with known stories and known copies, so that what grouping
finds can be held against what was put in. Each step runs in a process of its own; processor time
and peak memory are those of that process, as the system tells them. SQLite's bare insert of the
same texts into a full-text table, in the same run, is the peer of the import.

    python benchmarks/library.py                       # 100,000 articles of 200 words, some minutes
    python benchmarks/library.py --articles 10000 --keep FOLDER
"""

import argparse
import json
import os
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from terminal import Terminal

SEED = 20191110
WORDS = 200
COUNTRIES = 40
DAYS = 120
FIRST_DAY = date(2031, 1, 1)
IDLE = """
the of to in and a that on for was with by at from as after before is were had has said it its his
her they who which but not this would will have been their over against under between government
president minister parliament police court vote party protest election law army leader office state
people country capital news week month statement meeting
"""
ONSETS = "b br c ch d dr f fl g gr h j k l m n p pr qu r s st t tr v w z"
VOWELS = "a e i o u ai ei ou"
CODAS = ["", "", "n", "r", "s", "l", "m", "nt", "rd"]


# -- articles with known stories -------------------------------------------------------------------


def invented(chance: random.Random, count: int, syllables: int) -> list[str]:
    """So many different words that no language has."""
    onsets, vowels = ONSETS.split(), VOWELS.split()
    words: set[str] = set()
    while len(words) < count:
        parts = (
            chance.choice(onsets) + chance.choice(vowels) + chance.choice(CODAS)
            for _ in range(syllables)
        )
        words.add("".join(parts))
    return sorted(words)


class Press:
    """Outlets that tell of invented events, in words of their own or of an agency."""

    def __init__(self, articles: int, seed: int = SEED) -> None:
        self.chance = random.Random(seed)
        self.articles = articles
        self.idle = IDLE.split()
        self.words = invented(self.chance, 12_000, 3)
        self.weights = [1 / (rank + 20) for rank in range(len(self.words))]
        names = [word.capitalize() for word in invented(self.chance, 40_000, 2)]
        self.people = [names[n * 50 : n * 50 + 50] for n in range(COUNTRIES)]
        """Those that reports of a country name again and again."""
        self.names = names[COUNTRIES * 50 :]
        self.outlets = [f"The {word.capitalize()}" for word in invented(self.chance, 400, 2)]

    def rows(self) -> Iterator[dict[str, str]]:
        """The articles, in no order of days."""
        made = 0
        story = 0
        while made < self.articles:
            story += 1
            # Most events are told once or twice, a few by hundreds.
            size = min(400, int(self.chance.paretovariate(0.95)))
            for row in self.story(story, size):
                if made < self.articles:
                    made += 1
                    yield row

    def story(self, number: int, size: int) -> Iterator[dict[str, str]]:
        """One event in so many articles."""
        chance = self.chance
        country = chance.randrange(COUNTRIES)
        people = chance.sample(self.people[country], 4)
        own = chance.sample(self.names, 6)
        topic = chance.sample(self.words, 40)
        begins = chance.randrange(DAYS)
        made = account = 0
        while made < size:
            account += 1
            text = self.account(people, own, topic)
            day = begins + min(12, int(chance.expovariate(0.6)))
            copies = min(size - made, 1 + (int(chance.paretovariate(1.2)) if size > 2 else 0))
            for copy in range(copies):
                made += 1
                yield {
                    "text": self.printed(text, copy),
                    "title": " ".join([*chance.sample(own, 2), *chance.sample(topic, 4)]),
                    "outlet": chance.choice(self.outlets),
                    "published": (FIRST_DAY + timedelta(days=day + (copy > 3))).isoformat(),
                    "language": "en",
                    "url": f"https://x.example/{number}/{account}/{copy}/{chance.randrange(10**9)}",
                }

    def account(self, people: Sequence[str], own: Sequence[str], topic: Sequence[str]) -> str:
        """One reporter's text: what all say, what this one knows besides, words of any report."""
        chance = self.chance
        # Whoever the event is about, everybody names.
        named = [
            people[0],
            *own[:2],
            chance.choice(people[1:]),
            *chance.sample(own[2:], 2),
        ]
        known = [*named, *chance.sample(self.names, 2)]
        told = chance.sample(topic, 15)
        common = chance.choices(self.words, self.weights, k=40)
        sentences: list[str] = []
        left = WORDS
        while left > 0:
            length = min(left, chance.randint(12, 25))
            left -= length
            words = [
                chance.choice(self.idle)
                if (draw := chance.random()) < 0.6
                else chance.choice(known)
                if draw < 0.72
                else chance.choice(told)
                if draw < 0.86
                else chance.choice(common)
                for _ in range(length)
            ]
            words[0] = words[0].capitalize()
            sentences.append(" ".join(words) + ".")
        return " ".join(sentences)

    def printed(self, text: str, copy: int) -> str:
        """A text as an outlet prints it: whole, cut at the end, or with words exchanged."""
        chance = self.chance
        how = chance.random() if copy else 0.0
        if how < 0.5:
            return text
        sentences = text.split(". ")
        if how < 0.8:
            return ". ".join(sentences[: max(3, int(len(sentences) * chance.uniform(0.4, 0.9)))])
        words = text.split()
        for _ in range(len(words) // 30):
            words[chance.randrange(len(words))] = chance.choice(self.words)
        return " ".join(words)


# -- steps, each in a process of its own -----------------------------------------------------------


def step_make(folder: Path) -> dict[str, float]:
    """The corpus, in no order."""
    press = Press(int((folder / "articles").read_text()))
    rows = list(press.rows())
    press.chance.shuffle(rows)
    with (folder / "corpus.jsonl").open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in rows)
    stories: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        story, account, _ = row["url"].rsplit("/", 4)[-4:-1]
        stories[story].add(account)
    accounts = sum(map(len, stories.values()))
    return {"articles": len(rows), "stories": len(stories), "accounts": accounts}


def step_import(folder: Path) -> dict[str, float]:
    from crisis_reader.library import Library, SourceKind  # noqa: PLC0415 - in that process
    from crisis_reader.sources import read_source  # noqa: PLC0415

    now = datetime.now(UTC)
    slowest = 0.0
    last = time.perf_counter()

    def progress(_report: object) -> None:
        nonlocal slowest, last
        slowest, last = max(slowest, time.perf_counter() - last), time.perf_counter()

    with Library.open(folder / "library.sqlite3") as library:
        corpus = str(folder / "corpus.jsonl")
        source = library.sources.add(corpus, SourceKind.FILE, now=now)
        report = library.import_articles(read_source(corpus), source, now=now, progress=progress)
    return {
        "articles": report.new,
        "copies": report.copies,
        "slowest batch, s": slowest,
    }


def step_peer(folder: Path) -> dict[str, float]:
    """SQLite alone: the same texts into a full-text table."""
    connection = sqlite3.connect(folder / "peer.sqlite3", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5 (title, outlet, text)")
    count = 0
    connection.execute("BEGIN")
    for line in (folder / "corpus.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        connection.execute(
            "INSERT INTO t VALUES (?, ?, ?)", (row["title"], row["outlet"], row["text"])
        )
        count += 1
        if count % 500 == 0:
            connection.execute("COMMIT")
            connection.execute("BEGIN")
    connection.execute("COMMIT")
    return {"articles": count}


def step_group(folder: Path) -> dict[str, float]:
    from crisis_reader.library import Library  # noqa: PLC0415

    slowest = 0.0
    last = time.perf_counter()

    def progress(_report: object) -> None:
        nonlocal slowest, last
        slowest, last = max(slowest, time.perf_counter() - last), time.perf_counter()

    with Library.open(folder / "library.sqlite3") as library:
        report = library.stories.group(progress=progress)
    return {
        "articles": report.done,
        "opened": report.opened,
        "merged": report.merged,
        "slowest step, s": slowest,
    }


def step_judge(folder: Path) -> dict[str, float]:
    """What was found against what was put in."""
    connection = sqlite3.connect(folder / "library.sqlite3")
    found = connection.execute(
        "SELECT a.key, s.story, s.account FROM sketch s JOIN article a ON a.number = s.article"
    ).fetchall()
    stories = [(key.split("/")[3], story) for key, story, _ in found]
    accounts = [("/".join(key.split("/")[3:5]), account) for key, _, account in found]
    told = {f"story {name}": value for name, value in judged(stories).items()}
    return told | {f"account {name}": value for name, value in judged(accounts).items()}


def judged(pairs: Sequence[tuple[object, object]]) -> dict[str, float]:
    """Pairwise precision and recall, and both B-cubed."""
    both = Counter(pairs)
    true = Counter(one for one, _ in pairs)
    found = Counter(other for _, other in pairs)
    together = sum(n * (n - 1) for n in both.values())
    return {
        "P": together / max(1, sum(n * (n - 1) for n in found.values())),
        "R": together / max(1, sum(n * (n - 1) for n in true.values())),
        "B3 P": sum(n * n / found[f] for (_, f), n in both.items()) / len(pairs),
        "B3 R": sum(n * n / true[t] for (t, _), n in both.items()) / len(pairs),
    }


def step_more(folder: Path) -> dict[str, float]:
    """A hundred more articles come in, one at a time; what each costs, and asking."""
    from crisis_reader.article import Article  # noqa: PLC0415
    from crisis_reader.library import Library, SourceKind  # noqa: PLC0415

    now = datetime.now(UTC)
    press = Press(100, seed=7)
    with Library.open(folder / "library.sqlite3") as library:
        source = library.sources.add("/more.jsonl", SourceKind.FILE, now=now)
        grouped: list[float] = []
        for row in press.rows():
            library.import_articles([Article.from_text(row.pop("text"), **row)], source, now=now)
            began = time.process_time()
            library.stories.group()
            grouped.append(time.process_time() - began)
        ids = [row.id for row in library.list.page(0, 200)]
        asked: dict[str, Callable[[str], object]] = {
            "story of an article": library.stories.of,
            "closest to an article": library.stories.closest,
        }
        told = {"one more article, ms": median(grouped) * 1e3}
        for name, ask in asked.items():
            times = []
            for id_ in ids:
                began = time.process_time()
                ask(id_)
                times.append(time.process_time() - began)
            told |= {
                f"{name}, median ms": median(times) * 1e3,
                "  slowest ms": max(times) * 1e3,
            }
        began = time.process_time()
        library.stories.page(0, 50)
        told["first fifty stories, ms"] = (time.process_time() - began) * 1e3
    return told


def step_search(folder: Path) -> dict[str, float]:
    from crisis_reader.library import Library  # noqa: PLC0415

    press = Press(0)
    typed = "president " + press.people[0][0].lower()
    told: dict[str, float] = {}
    with Library.open(folder / "library.sqlite3") as library:
        times = []
        for end in range(1, len(typed) + 1):
            began = time.process_time()
            library.list.count(typed[:end])
            library.list.page(0, 50, filter=typed[:end])
            times.append(time.process_time() - began)
        told |= {
            "filter key, median ms": median(times) * 1e3,
            "slowest ms": max(times) * 1e3,
        }
        times = []
        for name in press.people[1][:40]:
            began = time.process_time()
            library.search(f"{name} president")
            times.append(time.process_time() - began)
        told |= {
            "search, median ms": median(times) * 1e3,
            "search, slowest ms": max(times) * 1e3,
        }
    return told


SCREEN = (120, 40)
READER = "import sys; from crisis_reader.cli import main; sys.exit(main(sys.argv[1:]))"
STARTS, ARROWS = 7, 60
TYPED = ("president k", "minister v", "herald")


def started(folder: Path) -> tuple["Terminal", float]:
    """A reader of the library in a folder, and milliseconds until its list is there."""
    from terminal import Terminal  # noqa: PLC0415 - not on every system

    begin = time.perf_counter()
    reader = Terminal([sys.executable, "-c", READER, "--data-dir", str(folder)], SCREEN)
    reader.wait("Articles", quiet=0.01)
    return reader, (time.perf_counter() - begin) * 1000


def spread(times: Sequence[float], name: str) -> dict[str, float]:
    """Median and 95th percentile."""
    ranked = sorted(times)
    late = ranked[min(len(ranked) - 1, int(len(ranked) * 0.95))]
    return {f"{name}, median ms": median(ranked), f"{name}, p95 ms": late}


Times = dict[str, dict[str, list[float]]]
"""For each thing measured the times with all articles and with ten."""


def timed_starts(folders: dict[str, Path]) -> Times:
    """Starts in turn: until the list is there, and the processor time that took."""
    times: Times = {what: {name: [] for name in folders} for what in ("start", "start, processor")}
    for _ in range(STARTS):
        for name, where in folders.items():
            reader, took = started(where)
            times["start"][name].append(took)
            times["start, processor"][name].append(reader.processor())
            reader.close()
    return times


def timed_arrows(readers: "dict[str, Terminal]") -> Times:
    """Arrow keys in turn."""
    times: Times = {what: {name: [] for name in readers} for what in ("arrow", "arrow, processor")}
    for number in range(ARROWS):
        for name, reader in readers.items():
            before = reader.processor()
            key = b"\x1b[B" if number % 10 < 5 else b"\x1b[A"
            times["arrow"][name].append(reader.key(key)[0])
            times["arrow, processor"][name].append(reader.processor() - before)
    return times


def timed_letters(readers: "dict[str, Terminal]") -> Times:
    """Letters of a filter: until the list shows what is found."""
    times: Times = {
        what: {name: [] for name in readers} for what in ("filter", "filter, processor")
    }
    for typed in TYPED:
        for name, reader in readers.items():
            reader.drain(0.5)
            reader.shown(b"/", 6)
            for letter in typed:
                before = reader.processor()
                # A list that stays as it is was looked through as well, but shows nothing to time.
                if took := reader.shown(letter.encode(), 6):
                    times["filter"][name].append(took)
                times["filter, processor"][name].append(reader.processor() - before)
            reader.shown(b"\x1b", 6)
    return times


def step_screen(folder: Path) -> dict[str, float]:
    """Start, arrow and filter keys in a terminal, in turn with a library of ten articles."""
    from crisis_reader.library import Library, SourceKind  # noqa: PLC0415
    from crisis_reader.sources import read_source  # noqa: PLC0415

    few = folder / "ten"
    few.mkdir(exist_ok=True)
    with (folder / "corpus.jsonl").open(encoding="utf-8") as corpus:
        (few / "ten.jsonl").write_text("".join(next(corpus) for _ in range(10)), "utf-8")
    now = datetime.now(UTC)
    with Library.open(few / "library.sqlite3") as library:
        source = library.sources.add(str(few / "ten.jsonl"), SourceKind.FILE, now=now)
        library.import_articles(read_source(str(few / "ten.jsonl")), source, now=now)
    folders = {"all": folder, "ten": few}
    times = timed_starts(folders)
    readers = {name: started(where)[0] for name, where in folders.items()}
    for reader in readers.values():
        reader.drain(4)
    times |= timed_arrows(readers) | timed_letters(readers)
    told = {}
    for what, of in times.items():
        for name, own in of.items():
            told |= spread(own, f"{what} of {name}") if own else {}
        if all(of.values()):
            told[f"  {what}, ratio of medians"] = median(of["all"]) / median(of["ten"])
    for name, reader in readers.items():
        told[f"resident, {name}, MiB"] = reader.memory()
        reader.close()
    return told


def peak_memory() -> float:
    """MiB; of this process alone where the system tells, else with what it was forked from."""
    try:
        told = Path("/proc/self/status").read_text()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return float(told.partition("VmHWM:")[2].split()[0]) / 1024


STEPS: dict[str, Callable[[Path], dict[str, float]]] = {
    "make": step_make,
    "peer": step_peer,
    "import": step_import,
    "search": step_search,
    "group": step_group,
    "judge": step_judge,
    "more": step_more,
    "screen": step_screen,
}


def run(step: str, folder: Path) -> dict[str, float]:
    """A step in a process of its own: what it says, and what it took."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, __file__, "--step", step, str(folder)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    said = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{step} failed")
    told: dict[str, float] = json.loads(said.splitlines()[-1])
    return {
        "wall, s": time.perf_counter() - began,
        "processor, s": used.ru_utime + used.ru_stime,
        **told,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--keep", type=Path, help="folder for the files, kept")
    parser.add_argument("--only", nargs="*", default=list(STEPS)[1:], choices=list(STEPS))
    parser.add_argument("--step", nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.step:
        told = STEPS[asked.step[0]](Path(asked.step[1]))
        print(json.dumps({"peak memory, MiB": peak_memory()} | told))
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = asked.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        steps = list(asked.only)
        if not (folder / "corpus.jsonl").exists():
            (folder / "articles").write_text(str(asked.articles))
            steps.insert(0, "make")
        for step in steps:
            print(f"\n{step}", flush=True)
            for name, value in run(step, folder).items():
                print(f"  {name:28} {value:12,.3f}", flush=True)
        size = sum(f.stat().st_size for f in folder.glob("library.sqlite3*"))
        print(f"\nlibrary: {size / 1e6:,.0f} MB")


if __name__ == "__main__":
    main()
