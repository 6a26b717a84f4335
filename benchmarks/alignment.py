"""Quality and speed of the alignment beside what is in common use, in one run.

    python benchmarks/alignment.py [--annotated DIR ...] [--words N ...] > benchmarks/alignment.md

Beside the project: word-level ``difflib``, all pairs of sentences by rapidfuzz ``token_set_ratio``
from 60, plain tf-isf cosine of sentences from 0.2, and ``text-matcher`` where it is installed.
Quality is measured on planted pairs: sentences of the bundled articles hidden in one of another
country, a third of their words dropped and the rest shuffled by clauses. With ``--annotated`` and
folders (article pairs as JSON, see ``fit_alignment.py``) also on real pairs. Both with a paired
bootstrap over article pairs. Speed is measured on the bundled articles and on generated long texts,
in time of the process. Nothing here is random from run to run but the clock.
"""

import argparse
import difflib
import io
import json
import math
import random
import re
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import redirect_stdout
from functools import cache
from itertools import combinations
from pathlib import Path

from fit_alignment import text_and_spans
from rapidfuzz import fuzz, process

from crisis_reader import Article, align, open_source
from crisis_reader.alignment import Grade, prepare
from crisis_reader.alignment.preparing import Prepared
from crisis_reader.alignment.similarity import compare_sentences

Span = tuple[int, int]
Found = list[tuple[Span, Span, float, bool]]
"""Left span, right span, score, whether it is shown by default."""
Pair = tuple[int, int]
Annotated = tuple[str, list[Span], str, list[Span], dict[Pair, str]]
ARTICLES = Path(__file__).resolve().parent.parent / "articles"
RESAMPLES = 2000


# -- the systems -----------------------------------------------------------------------------


def project(left: str, right: str) -> Found:
    found = align(Article.from_text(left), Article.from_text(right))
    shown = {Grade.STRONG, Grade.LIKELY}
    return [(tuple(m.left), tuple(m.right), m.score, m.grade in shown) for m in found.matches]


def project_reuse(left: str, right: str) -> Found:
    found = align(Article.from_text(left), Article.from_text(right), profile="reuse")
    return [(tuple(m.left), tuple(m.right), m.score, True) for m in found.matches]


def difflib_words(left: str, right: str) -> Found:
    """Runs of at least three equal words in one order, as difflib finds them."""
    own = [(m.group().lower(), m.span()) for m in re.finditer(r"\w+", left)]
    its = [(m.group().lower(), m.span()) for m in re.finditer(r"\w+", right)]
    matcher = difflib.SequenceMatcher(
        None, [w for w, _ in own], [w for w, _ in its], autojunk=False
    )
    return [
        (
            (own[b.a][1][0], own[b.a + b.size - 1][1][1]),
            (its[b.b][1][0], its[b.b + b.size - 1][1][1]),
            b.size / 100,
            True,
        )
        for b in matcher.get_matching_blocks()
        if b.size >= 3
    ]


def rapidfuzz_pairs(left: str, right: str) -> Found:
    """Every sentence against every sentence."""
    one, other = Article.from_text(left).sentences, Article.from_text(right).sentences
    texts = [s.span.of(right).lower() for s in other]
    out: Found = []
    for sentence in one:
        query = sentence.span.of(left).lower()
        for _, score, j in process.extract(
            query, texts, scorer=fuzz.token_set_ratio, score_cutoff=60, limit=None
        ):
            out.append((tuple(sentence.span), tuple(other[j].span), score / 100, True))
    return out


def plain_cosine(left: str, right: str) -> Found:
    """tf-isf cosine of sentences and nothing else."""
    one, other = prepare(Article.from_text(left)), prepare(Article.from_text(right))
    likeness = compare_sentences(one, other, floor=0.0)
    out: Found = []
    for i, j in likeness.dots:
        score = likeness.cosine(i, j)
        spans = tuple(one.sentences[i].span), tuple(other.sentences[j].span)
        out.append((*spans, score, score >= 0.2))
    return out


def text_matcher(left: str, right: str) -> Found:
    """The text-matcher package, where it is installed."""
    from text_matcher.matcher import Matcher, Text  # noqa: PLC0415 - optional

    with redirect_stdout(io.StringIO()):  # it prints what it finds
        one, other = (
            Text(t, name, removeStopwords=False) for t, name in ((left, "a"), (right, "b"))
        )
        matcher = Matcher(one, other, removeStopwords=False)
        try:
            matcher.match()
        except IndexError:  # how it says that there is no match
            return []
    lefts, rights = matcher.locationsA, matcher.locationsB
    return [(tuple(a), tuple(b), 0.5, True) for a, b in zip(lefts, rights, strict=True)]


@cache
def systems() -> dict[str, Callable[[str, str], Found]]:
    """What is compared, by name; the first one is the project's own for news."""
    out = {
        "crisis-reader news": project,
        "tf-isf cosine": plain_cosine,
        "rapidfuzz token_set >= 60": rapidfuzz_pairs,
        "difflib, words": difflib_words,
    }
    try:
        text_matcher("salt wool ferry island letter", "salt wool ferry island letter")
    except Exception as error:  # noqa: BLE001 - an optional package may fail in any way
        print(f"text-matcher is left out: {error}", file=sys.stderr)
    else:
        out["text-matcher"] = text_matcher
    return out


# -- quality ---------------------------------------------------------------------------------


def annotated(folder: Path) -> list[Annotated]:
    out = []
    for path in sorted(folder.glob("*.json")):
        data = json.loads(path.read_text("utf-8"))
        one, own = text_and_spans(data["a"]["paras"])
        other, its = text_and_spans(data["b"]["paras"])
        links = {(k["a"], k["b"]): k["grade"] for k in data["links"]}
        out.append((one, own, other, its, links))
    return out


def planted(pairs: int = 12) -> list[Annotated]:
    """Sentences of the bundled articles, reworded and hidden among those of another one."""
    chance = random.Random(169)
    texts = [a for a in open_source(str(ARTICLES)).articles if a.language == "en"]
    out = []
    for _ in range(pairs):
        source = chance.choice(texts)
        # A host of another country: what it has in common with the source is only what is planted.
        host = chance.choice([t for t in texts if t.tags[:1] != source.tags[:1]])
        own = [a for a in _sentences(source) if len(a.split()) >= 8]
        its = _sentences(host)
        links: dict[Pair, str] = {}
        for i in chance.sample(range(len(own)), 6):
            place = chance.randrange(len(its) + 1)
            links = {(a, b + (b >= place)): grade for (a, b), grade in links.items()}
            its.insert(place, _reworded(own[i], chance))
            links[i, place] = "same"
        left, lefts = text_and_spans([[s] for s in own])
        right, rights = text_and_spans([[s] for s in its])
        out.append((left, lefts, right, rights, links))
    return out


def _sentences(article: Article) -> list[str]:
    return [" ".join(s.span.of(article.text).split()) for s in article.sentences]


def _reworded(sentence: str, chance: random.Random) -> str:
    """A third of the words dropped, the parts between commas shuffled."""
    parts = [p.split() for p in sentence.rstrip(".").split(",")]
    chance.shuffle(parts)
    words = [w for part in parts for w in part if chance.random() > 1 / 3]
    return " ".join(words).capitalize() + "."


def judged(pair: Annotated, found: Found) -> tuple[list[tuple[float, bool]], int, int, int]:
    """Score and truth of each linked pair; right, wrong and wanted ones among those shown."""
    _, own, _, its, links = pair
    score: dict[Pair, float] = {}
    visible: set[Pair] = set()
    for left, right, value, shown in found:
        for i in _touched(left, own):
            for j in _touched(right, its):
                score[i, j] = max(score.get((i, j), 0.0), value)
                if shown:
                    visible.add((i, j))
    same = {p for p, grade in links.items() if grade == "same"}
    ranked = [(s, p in same) for p, s in score.items() if links.get(p) != "partial"]
    wrong = len([p for p in visible if p not in links])
    return ranked, len(same & visible), wrong, len(same)


def _touched(side: Span, spans: list[Span]) -> list[int]:
    return [
        k
        for k, (start, end) in enumerate(spans)
        if 2 * (min(end, side[1]) - max(start, side[0])) >= min(end - start, side[1] - side[0]) > 0
    ]


Judged = list[tuple[list[tuple[float, bool]], int, int, int]]


def f1(rows: Judged) -> tuple[float, float, float]:
    right, wrong, wanted = (sum(row[k] for row in rows) for k in (1, 2, 3))
    precision, recall = right / max(right + wrong, 1), right / max(wanted, 1)
    return 2 * precision * recall / max(precision + recall, 1e-9), precision, recall


def average_precision(rows: Judged) -> float:
    ranked = sorted((x for row in rows for x in row[0]), key=lambda x: -x[0])
    hits, area = 0, 0.0
    for k, (_, good) in enumerate(ranked, 1):
        if good:
            hits += 1
            area += hits / k
    return area / max(sum(row[3] for row in rows), 1)


def bootstrap(ours: Judged, theirs: Judged) -> tuple[float, float, float]:
    """Difference of F1 over resampled article pairs: its 2.5 % and 97.5 % points, share below 0."""
    chance = random.Random(2019)
    drawn = []
    for _ in range(RESAMPLES):
        picks = [chance.randrange(len(ours)) for _ in ours]
        drawn.append(f1([ours[k] for k in picks])[0] - f1([theirs[k] for k in picks])[0])
    drawn.sort()
    at = lambda share: drawn[int(share * (RESAMPLES - 1))]  # noqa: E731 - a name for an index
    return at(0.025), at(0.975), sum(d <= 0 for d in drawn) / RESAMPLES


def quality(name: str, pairs: list[Annotated]) -> None:
    print(f"### Quality: {name}, {len(pairs)} article pairs\n")
    print("| system | F1 | precision | recall | AP | F1 of news less its own, 95 % | p |")
    print("|---|---|---|---|---|---|---|")
    ours: Judged = []
    for system, run in systems().items():
        rows = [judged(pair, run(pair[0], pair[2])) for pair in pairs]
        ours = ours or rows
        value, precision, recall = f1(rows)
        line = f"| {system} | {value:.3f} | {precision:.3f} | {recall:.3f} | "
        line += f"{average_precision(rows):.3f} | "
        if rows is not ours:
            low, high, chance = bootstrap(ours, rows)
            line += f"{low:+.3f} to {high:+.3f} | {chance:.4f} |"
        else:
            line += "| |"
        print(line, flush=True)
    print()


# -- speed -----------------------------------------------------------------------------------


def timed(run: Callable[[], object], least: float = 0.3) -> float:
    """The best of several runs, in seconds of this process: others may use the machine."""
    best, spent = math.inf, 0.0
    while spent < least or best is math.inf:
        start = time.process_time()
        run()
        took = time.process_time() - start
        best, spent = min(best, took), spent + took
    return best


def thousand(articles: Iterable[Article]) -> str:
    words = " \n\n".join(a.text[a.sentences[0].span.start :] for a in articles).split(" ")
    return " ".join(words[:1000])


def generated(words: int, seed: int) -> str:
    """Sentences over a long-tailed vocabulary, a tenth of them from a pool both texts share."""
    chance, common = random.Random(seed), random.Random(0)
    vocabulary = [_word(common) for _ in range(20_000)]
    weights = [1 / (k + 1) for k in range(len(vocabulary))]
    out: list[str] = []
    count = 0
    while count < words:
        source = common if chance.random() < 0.1 else chance
        drawn = source.choices(vocabulary, weights, k=source.randint(8, 30))
        out.append(" ".join(drawn).capitalize() + ("." if chance.random() < 0.8 else ".\n\n"))
        count += len(drawn)
    return " ".join(out)


def _word(chance: random.Random) -> str:
    return "".join(
        chance.choice("bcdfglmnprstv") + chance.choice("aeiou") for _ in range(chance.randint(1, 4))
    )


def without_events(text: str) -> Prepared:
    """A prepared text of which no events are asked: they are another room's time."""
    made = prepare(Article.from_text(text, language="en"))
    made.reading.__dict__["events"] = ()
    return made


def speed_of_pairs(pairs: list[Annotated]) -> float:
    """Milliseconds for two prepared texts of 1,000 words each, on average over real pairs."""
    rates = []
    for left, _, right, _, _ in pairs:
        one, other = (prepare(Article.from_text(text)) for text in (left, right))
        align(one, other)
        took = timed(lambda one=one, other=other: align(one, other), 0.05)
        rates.append(2_000_000 * took / (len(one.words) + len(other.words)))
    return sum(rates) / len(rates)


def speed(lengths: list[int], pairs: list[Annotated]) -> None:
    articles = [a for a in open_source(str(ARTICLES)).articles if a.language == "en"]
    left, right = thousand(articles[:3]), thousand(articles[3:6])
    print("### Speed: two texts of 1,000 words, from raw text\n")
    print("| system | ms |")
    print("|---|---|")
    for system, run in {**systems(), "crisis-reader reuse": project_reuse}.items():
        # Another line end each time: nothing of an earlier run may be remembered.
        fresh = (text + "\n" * k for k in range(1, 10_000) for text in (left, right))
        took = timed(lambda run=run, fresh=fresh: run(next(fresh), next(fresh)))
        print(f"| {system} | {1000 * took:.1f} |", flush=True)
    one, other = (prepare(Article.from_text(t)) for t in (left, right))
    for profile in ("news", "reuse"):
        align(one, other, profile=profile)
        took = timed(lambda profile=profile: align(one, other, profile=profile))
        print(f"| crisis-reader {profile}, prepared | {1000 * took:.1f} |")
    ours = timed(lambda: align(without_events(left), without_events(right)))
    print(f"| crisis-reader news, events apart | {1000 * ours:.1f} |")
    if pairs:
        rate = speed_of_pairs(pairs)
        print(f"| crisis-reader news, prepared, {len(pairs)} real pairs | {rate:.1f} |")
    print("\n### Speed: generated texts, from raw text, events apart\n")
    print("| words each | news s | reuse s | growth of news |")
    print("|---|---|---|---|")
    before: tuple[int, float] | None = None
    for words in lengths:
        texts = generated(words, 1), generated(words, 2)
        spent = []
        for profile in ("news", "reuse"):
            start = time.process_time()
            align(without_events(texts[0]), without_events(texts[1]), profile=profile)
            spent.append(time.process_time() - start)
        growth = ""
        if before:
            growth = f"{math.log(spent[0] / before[1]) / math.log(words / before[0]):.2f}"
        before = before or (words, spent[0])
        print(f"| {words:,} | {spent[0]:.2f} | {spent[1]:.2f} | {growth} |", flush=True)
    print()


def bundled() -> None:
    """How many passages the bundled articles share, for the record."""
    articles = [a for a in open_source(str(ARTICLES)).articles if a.language == "en"]
    counts = [len(align(a, b).shown()) for a, b in combinations(articles, 2)]
    print(f"Bundled articles: {sum(counts)} passages shown over {len(counts)} pairs.\n")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--annotated", type=Path, nargs="*", default=[], help="folders of annotated article pairs"
    )
    parser.add_argument("--words", type=int, nargs="*", default=[10_000, 30_000, 100_000])
    args = parser.parse_args()
    print("## Alignment\n")
    print("Made by `python benchmarks/alignment.py`, all in one run.\n")
    pairs = {folder: annotated(folder) for folder in args.annotated}
    for folder in args.annotated:
        quality(folder.name, pairs[folder])
    quality("planted in the bundled articles", planted())
    bundled()
    speed(args.words, [pair for folder in args.annotated for pair in pairs[folder]])


if __name__ == "__main__":
    main()
