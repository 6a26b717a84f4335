"""Every row of the table of cues finds its own example."""

import pytest

from crisis_reader.article import cues
from crisis_reader.article.cues import Cue

_AT_START = (*cues.DATELINES, *cues.DATE_LINES, *cues.BYLINES, *cues.CREDITS_BEFORE)
_ANYWHERE = (
    *cues.CREDITS_AFTER,
    cues.POST_SIGNATURE,
    cues.POST_FURNITURE,
    cues.POST_LINK,
    cues.MARKDOWN_HEADING,
    cues.MARKDOWN_IMAGE,
    cues.END_MARK,
)


@pytest.mark.parametrize("cue", _AT_START, ids=lambda cue: cue.example)
def test_row_matches_its_example_whole(cue: Cue) -> None:
    """A cue of the first words takes its example from the first character to the last."""
    found = cue.pattern.match(cue.example)
    assert found is not None
    assert found.group() == cue.example


@pytest.mark.parametrize("cue", _ANYWHERE, ids=lambda cue: cue.example)
def test_row_finds_its_example(cue: Cue) -> None:
    """A cue that may stand anywhere is found in its example."""
    assert cue.pattern.search(cue.example)


@pytest.mark.parametrize(
    "prose",
    [
        "Lima - the capital - was calm on Friday.",
        "Zuma (75) resigned - and nobody wept.",
        "By then the general had left for the coast.",
        "The parliament voted on 14 February 2018 to elect him.",
    ],
)
def test_prose_is_no_furniture(prose: str) -> None:
    """Sentences that only begin like furniture are left alone."""
    assert not any(cue.pattern.match(prose) for cue in cues.DATELINES)
    assert not any(cue.pattern.fullmatch(prose) for cue in (*cues.DATE_LINES, *cues.BYLINES))
