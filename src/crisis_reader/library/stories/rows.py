"""Stories as a list shows them: rows of the database made into records. Pure."""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date

from crisis_reader.library.file.database import unpacked
from crisis_reader.library.stories.records import Story, StoryAccount, StoryRows


def rows_of(stories: Sequence[Story], articles: Iterable[sqlite3.Row]) -> tuple[StoryRows, ...]:
    """The stories in their order, each with its accounts; ``articles`` by day within a story."""
    of_story: dict[int, list[sqlite3.Row]] = {story.number: [] for story in stories}
    for row in articles:
        of_story[row["story"]].append(row)
    return tuple(
        StoryRows(story=story, accounts=_accounts(of_story[story.number])) for story in stories
    )


def heads_of(rows: Sequence[sqlite3.Row]) -> dict[int, int]:
    """For each article the one that stands for its account.

    Where that one was taken off the shelf, or has gone to another story, the first that repeats it.
    """
    here = {row["number"] for row in rows}
    heads: dict[int, int] = {}
    for row in rows:
        head = row["account"]
        heads.setdefault(head, head if head in here else row["number"])
    return {row["number"]: heads[row["account"]] for row in rows}


def _accounts(rows: Sequence[sqlite3.Row]) -> tuple[StoryAccount, ...]:
    heads = heads_of(rows)
    grouped: dict[int, list[sqlite3.Row]] = {}
    for row in rows:
        grouped.setdefault(heads[row["number"]], []).append(row)
    return tuple(_account(head, several) for head, several in grouped.items())


def _account(head: int, rows: Sequence[sqlite3.Row]) -> StoryAccount:
    own = next(row for row in rows if row["number"] == head)
    agencies = [row["agency"] for row in (own, *rows) if row["agency"]]
    return StoryAccount(
        id=unpacked(own["id"]),
        title=unpacked(own["title"]),
        title_is_made=bool(own["title_is_made"]),
        outlet=text_of(own["outlet"]),
        agency=text_of(agencies[0]) if agencies else None,
        first=day_of(rows[0]["day"]),
        outlets=len({row["outlet_folded"] for row in rows if row["outlet_folded"]}),
        others=tuple(unpacked(row["id"]) for row in rows if row is not own),
    )


def day_of(stored: str | None) -> date | None:
    """A day as it is stored."""
    return date.fromisoformat(stored) if stored else None


def text_of(value: bytes | str | None) -> str | None:
    """A text that may be missing."""
    return None if value is None else unpacked(value)
