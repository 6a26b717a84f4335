"""What reading events costs, beside cutting the same text into sentences and stems with libraries.

    python benchmarks/events.py [--runs 8] [SOURCE ...]

Of each article (the samples if none are named) a new copy is read each run, so that nothing is
remembered from the run before; processor time, the fastest run of each counts. The peer does what
any reading of a text begins with: sentencex for the sentences, PyStemmer for the stems. The
project's bound is 8 ms per 1,000 words.
"""

import argparse
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from sentencex import segment
from Stemmer import Stemmer

from crisis_reader.article import Article
from crisis_reader.events import extract_events
from crisis_reader.sources import bundled_articles, open_sources

BOUND = 8.0
WORD = re.compile(r"\w+")


def peer(article: Article) -> None:
    """Sentences and stems."""
    language = article.language or "en"
    stemmer = Stemmer({"es": "spanish"}.get(language, "english"))
    for sentence in segment(language, article.text):
        stemmer.stemWords([word.lower() for word in WORD.findall(sentence)])


def fastest(run: Callable[[Article], object], articles: Sequence[Article], runs: int) -> float:
    """Milliseconds of processor time for all of them."""
    best = float("inf")
    for number in range(runs):
        copies = [replace(a, id=f"{run.__name__}-{number}-{a.id}") for a in articles]
        begun = time.process_time()
        for article in copies:
            run(article)
        best = min(best, time.process_time() - begun)
    return best * 1000


def main() -> None:
    """Print both and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("sources", nargs="*")
    parser.add_argument("--runs", type=int, default=8)
    given = parser.parse_args()
    articles = open_sources(given.sources or [bundled_articles()]).articles
    thousands = sum(article.words for article in articles) / 1000
    ours = fastest(extract_events, articles, given.runs) / thousands
    theirs = fastest(peer, articles, given.runs) / thousands
    print(f"{len(articles)} articles, {thousands * 1000:,.0f} words; per 1,000 words:")
    print(f"events {ours:5.1f} ms (bound {BOUND:.0f})  sentences and stems {theirs:5.1f} ms")
    print(f"ratio {ours / theirs:.1f}")


if __name__ == "__main__":
    main()
