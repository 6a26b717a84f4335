"""Sentences in which nothing happened: a demand, an offer, a plan of others, a fear, a denial.

``undone/`` holds them, one a line and a file a language. An exit, an entry or a claim told as done
in any of them would be the worst an account of a crisis can say.
"""

from pathlib import Path

import pytest

from crisis_reader import Article, extract_events
from crisis_reader.events.records import Kind, Modality

_LIVE = {Modality.ACTUAL, Modality.ANNOUNCED}
_KINDS = {Kind.EXIT, Kind.ENTRY, Kind.CLAIM}
_SENTENCES = [
    (path.stem, sentence)
    for path in sorted((Path(__file__).parent / "undone").glob("*.txt"))
    for sentence in path.read_text("utf-8").splitlines()
]


@pytest.mark.parametrize(("language", "sentence"), _SENTENCES)
def test_nothing_is_told_as_done(language: str, sentence: str) -> None:
    """What was asked for, offered, feared, planned, nearly done or denied is no live event."""
    events = extract_events(Article.from_text(sentence, language=language))
    assert [e.rule for e in events if e.kind in _KINDS and e.modality in _LIVE] == []
