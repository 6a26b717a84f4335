"""Fit the weights of the ``news`` profile on annotated pairs and print them as its data table.

    python benchmarks/fit_alignment.py DIR ... > src/crisis_reader/alignment/news_weights.tsv

Each DIR holds article pairs as JSON: ``a.paras`` and ``b.paras`` (lists of lists of sentences) and
``links`` (``a``, ``b``, ``grade``: same or partial). No two pairs of the first DIR may tell of one
story: from them, as they are and crossed, is learned what tells one story from two. Both grades are
fitted as right: where two sentences share a clause, the match is narrowed to it. The figures on
stderr leave partial pairs out, as the scorer does, and are measured leaving out one article pair at
a time, so that no weight has seen the pair it is measured on.
"""

import argparse
import json
import math
import sys
from pathlib import Path

from crisis_reader import Article
from crisis_reader.alignment.evidence import FEATURES, gather
from crisis_reader.alignment.preparing import Prepared, prepare, retold
from crisis_reader.alignment.relatedness import Likeness, likeness
from crisis_reader.alignment.similarity import compare_sentences
from crisis_reader.alignment.verbatim import find_runs

# Ridge penalty: twelve article pairs do not bear free weights.
PENALTY = 40.0
# Lower for the two weights of one story or two, which are learned from all pairs of articles.
STORY_PENALTY = 1.0
STEPS = 8

_SHARED = FEATURES.index("shared")

Pair = tuple[int, int]
Rows = dict[Pair, tuple[float, ...]]


def text_and_spans(paragraphs: list[list[str]]) -> tuple[str, list[tuple[int, int]]]:
    """Join sentences with spaces and paragraphs with blank lines; the span of each sentence."""
    text, spans = "", []
    for number, paragraph in enumerate(paragraphs):
        text += "\n\n" if number else ""
        for place, sentence in enumerate(paragraph):
            text += " " if place else ""
            spans.append((len(text), len(text) + len(sentence)))
            text += sentence
    return text, spans


def linked(article: Prepared, spans: list[tuple[int, int]]) -> list[list[int]]:
    """For each sentence of the article the annotated sentences it is, as the scorer links them."""
    out = []
    for sentence in article.sentences:
        start, end = sentence.span
        sizes = [min(end, b) - max(start, a) for a, b in spans]
        out.append(
            [
                k
                for k, n in enumerate(sizes)
                if n > 0 and 2 * n >= min(end - start, spans[k][1] - spans[k][0])
            ]
        )
    return out


def evidence_of(data: dict) -> tuple[Rows, dict[Pair, str]]:
    """The features of each annotated sentence pair that is a candidate, and the annotation."""
    one, own = text_and_spans(data["a"]["paras"])
    other, its = text_and_spans(data["b"]["paras"])
    left, right = retold(prepare(Article.from_text(one)), prepare(Article.from_text(other)))
    candidates = gather(left, right, compare_sentences(left, right), find_runs(left, right))
    ours, theirs = linked(left, own), linked(right, its)
    rows: Rows = {}
    for c in candidates:
        for i in ours[c.left]:
            for j in theirs[c.right]:
                if (i, j) not in rows or rows[i, j][_SHARED] < c.features[_SHARED]:
                    rows[i, j] = c.features
    return rows, {(k["a"], k["b"]): k["grade"] for k in data["links"]}


def solved(matrix: list[list[float]], vector: list[float]) -> list[float]:
    """The solution of a linear system, by elimination with pivots."""
    size = len(vector)
    rows = [[*row, value] for row, value in zip(matrix, vector, strict=True)]
    for c in range(size):
        pivot = max(range(c, size), key=lambda r: abs(rows[r][c]))
        rows[c], rows[pivot] = rows[pivot], rows[c]
        for r in range(size):
            if r != c and rows[r][c]:
                factor = rows[r][c] / rows[c][c]
                rows[r] = [x - factor * y for x, y in zip(rows[r], rows[c], strict=True)]
    return [rows[k][size] / rows[k][k] for k in range(size)]


def fit(inputs: list[list[float]], wanted: list[int], penalty: float = PENALTY) -> list[float]:
    """Weights of a ridge logistic regression, by Newton's method; input 0 is constant."""
    size = len(inputs[0])
    weights = [0.0] * size
    for _ in range(STEPS):
        gradient = [-penalty * w if k else 0.0 for k, w in enumerate(weights)]
        hessian = [[penalty * (a == b and a > 0) for b in range(size)] for a in range(size)]
        for x, t in zip(inputs, wanted, strict=True):
            p = 1 / (1 + math.exp(-sum(a * b for a, b in zip(weights, x, strict=True))))
            for a in range(size):
                gradient[a] += (t - p) * x[a]
                for b in range(size):
                    hessian[a][b] += p * (1 - p) * x[a] * x[b]
        step = solved(hessian, gradient)
        weights = [w + s for w, s in zip(weights, step, strict=True)]
    return weights


def stories(files: list[dict]) -> tuple[list[Likeness], list[int]]:
    """How alike articles of one pair are, and of two; which are of one."""
    lefts, rights = (
        [prepare(Article.from_text(text_and_spans(data[side]["paras"])[0])) for data in files]
        for side in "ab"
    )
    pairs = [(i, j) for i in range(len(lefts)) for j in range(len(rights))]
    return [likeness(*retold(lefts[i], rights[j])) for i, j in pairs], [
        int(i == j) for i, j in pairs
    ]


def moments(rows: list[tuple[float, ...]]) -> list[tuple[float, float]]:
    """Mean and standard deviation of each feature."""
    out = []
    for k in range(len(rows[0])):
        mean = sum(x[k] for x in rows) / len(rows)
        out.append((mean, math.sqrt(sum((x[k] - mean) ** 2 for x in rows) / len(rows)) or 1.0))
    return out


def standard(row: tuple[float, ...], scales: list[tuple[float, float]]) -> list[float]:
    return [1.0, *((x - m) / s for x, (m, s) in zip(row, scales, strict=True))]


def trained(
    pairs: list[tuple[Rows, dict[Pair, str]]], scales: list[tuple[float, float]]
) -> list[float]:
    inputs, wanted = [], []
    for rows, links in pairs:
        for pair, row in rows.items():
            inputs.append(standard(row, scales))
            wanted.append(int(pair in links))
    return fit(inputs, wanted)


def held_out(
    pairs: list[tuple[Rows, dict[Pair, str]]], scales: list[tuple[float, float]]
) -> list[tuple[float, bool]]:
    """Probability and truth of each candidate, by weights fitted without its article pair."""
    out = []
    for k, (rows, links) in enumerate(pairs):
        weights = trained(pairs[:k] + pairs[k + 1 :], scales)
        for pair, row in rows.items():
            if links.get(pair) != "partial":
                z = sum(a * b for a, b in zip(weights, standard(row, scales), strict=True))
                out.append((1 / (1 + math.exp(-z)), links.get(pair) == "same"))
    return sorted(out, reverse=True)


def report(ranked: list[tuple[float, bool]], total: int) -> None:
    """Average precision, best F1, and how often each band of scores is right, on stderr."""
    hits, area, best = 0, 0.0, (0.0, 0.0, 0.0, 0.0)
    for k, (score, good) in enumerate(ranked, 1):
        if good:
            hits += 1
            area += hits / k
        best = max(best, (2 * hits / (k + total), score, hits / k, hits / total))
    f1, score, precision, recall = best
    print(f"held out: AP {area / total:.3f}, best F1 {f1:.3f} at {score:.2f}", file=sys.stderr)
    print(f"  there precision {precision:.2f}, recall {recall:.2f}", file=sys.stderr)
    for low in range(90, -1, -10):
        band = [good for score, good in ranked if low <= 100 * score < low + 10]
        if band:
            print(f"  {low / 100:.1f}: {sum(band)} of {len(band)} right", file=sys.stderr)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", type=Path, nargs="+")
    paths = [p for folder in parser.parse_args().folders for p in sorted(folder.glob("*.json"))]
    files = [json.loads(path.read_text("utf-8")) for path in paths]
    pairs = [evidence_of(data) for data in files]
    scales = moments([x for features, _ in pairs for x in features.values()])
    total = sum(grade == "same" for _, links in pairs for grade in links.values())
    report(held_out(pairs, scales), total)
    weights = trained(pairs, scales)
    partial = sum(len(links) for _, links in pairs) - total
    print("# Evidence that two sentences say the same: mean and scale of each feature over the")
    print("# candidate pairs, and its weight in a ridge logistic regression. Made by")
    print(f"# benchmarks/fit_alignment.py on {len(pairs)} pairs of real reports of one event, in")
    print(f"# which readers linked {total} pairs of sentences as the same, {partial} in part.")
    print("# feature\tmean\tscale\tweight")
    show("intercept", FEATURES, weights, scales)
    first = [p for p in paths if p.parent == paths[0].parent]
    print(f"# How probable it is that two articles tell of one story: {len(first)} pairs against")
    print("# the same articles crossed.")
    alike, one = stories(files[: len(first)])
    spread = moments(alike)
    of_story = fit([standard(row, spread) for row in alike], one, STORY_PENALTY)
    show("story", tuple(f"story_{name}" for name in Likeness._fields), of_story, spread)


def show(
    constant: str, names: tuple[str, ...], weights: list[float], scales: list[tuple[float, float]]
) -> None:
    """Print the rows of one regression."""
    print(f"{constant}\t0\t1\t{weights[0]:.4f}")
    for name, (mean, scale), weight in zip(names, scales, weights[1:], strict=True):
        print(f"{name}\t{mean:.4f}\t{scale:.4f}\t{weight:.4f}")


if __name__ == "__main__":
    main()
