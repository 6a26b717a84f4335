"""Sentences that tell of an event, each with the kind and the person that a reader takes from it.

``told/`` holds them, one a line and a file a language: ``kind:person`` pairs, a tab, the sentence.
``-`` is a kind without a person, ``?`` one that the sentence leaves open.
"""

from pathlib import Path

import pytest

from crisis_reader import Article, extract_events
from crisis_reader.events import same_person
from crisis_reader.events.records import Modality

_LIVE = {Modality.ACTUAL, Modality.ANNOUNCED}
_TOLD = [
    (path.stem, *line.split("\t"))
    for path in sorted((Path(__file__).parent / "told").glob("*.txt"))
    for line in path.read_text("utf-8").splitlines()
]


@pytest.mark.parametrize(("language", "wanted", "sentence"), _TOLD)
def test_a_reader_finds_who_and_what(language: str, wanted: str, sentence: str) -> None:
    """The kind is told of the wanted person, and of nobody else."""
    told = [
        (event.kind.value, event.person)
        for event in extract_events(Article.from_text(sentence, language=language))
        if event.modality in _LIVE
    ]
    pairs = [pair.split(":") for pair in wanted.split(";")]
    for kind, name in pairs:
        people = [person for told_kind, person in told if told_kind == kind]
        assert people, kind
        if name == "?":
            assert people == [None] * len(people)
        elif name != "-":
            named = [person for person in people if person]
            allowed = [other for same_kind, other in pairs if same_kind == kind]
            assert any(same_person(person, name) for person in named)
            assert all(any(same_person(p, other) for other in allowed) for p in named)
