"""What a list says of a story: its first headline, its accounts, its outlets. Made when it changes.

Accounts are texts that do not repeat each other. Which article repeats which follows from the
story's articles alone, whatever order they came in; the fullest text stands for what is cut from
it.
"""

import sqlite3
from collections import Counter
from collections.abc import Sequence

from crisis_reader.library.stories.likeness import COPIED, repeats
from crisis_reader.library.stories.sketch import unpack_sketch
from crisis_reader.library.stories.store import StoryStore

_AT_ONCE = 50
"""Stories summarised in one transaction."""
_HEADS = 5
"""Accounts that a text is held against: those it shares most sampled runs with."""


def summarise(store: StoryStore) -> None:
    """Make the summaries of all stories that have changed."""
    stale = store.stale()
    for start in range(0, len(stale), _AT_ONCE):
        some = stale[start : start + _AT_ONCE]
        found = [(story, store.members(story)) for story in some]
        accounts = {story: accounts_of(rows) for story, rows in found}
        with store.writing():
            for story, rows in found:
                if rows:
                    _write(store, story, rows, accounts[story])
                else:
                    store.drop_story(story)


def _write(
    store: StoryStore, story: int, rows: Sequence[sqlite3.Row], accounts: dict[int, int]
) -> None:
    days = sorted(row["day"] for row in rows if row["day"])
    # The first article's headline; one that has none only where no other of that day has one.
    first = min(rows, key=lambda r: (r["day"] is None, r["day"], r["title_is_made"], r["lead"]))
    agencies = Counter(row["agency"] for row in rows if row["agency"])
    agency = min(agencies, key=lambda name: (-agencies[name], name)) if agencies else None
    heads = set(accounts.values())
    store.write_summary(
        story,
        (
            *(first["number"], days[0] if days else None, days[-1] if days else None),
            *(len(rows), len(heads)),
            len({row["outlet_folded"] for row in rows if row["outlet_folded"]}),
            *(len(rows) - len(heads), agency),
        ),
        {
            row["number"]: accounts[row["number"]]
            for row in rows
            if accounts[row["number"]] != row["account"]
        },
    )


def accounts_of(rows: Sequence[sqlite3.Row]) -> dict[int, int]:
    """For each article of a story the one whose text it repeats, itself if none."""
    sketches = {row["number"]: unpack_sketch(b"", row["shingles"], None) for row in rows}
    ranked = sorted(rows, key=lambda r: (-r["words"], r["day"] is None, r["day"] or "", r["lead"]))
    heads: dict[int, list[int]] = {}
    accounts: dict[int, int] = {}
    for row in ranked:
        number = row["number"]
        own = sketches[number]
        shared = Counter(head for run in own.shingles for head in heads.get(run, ()))
        likely = sorted(shared, key=lambda head: (-shared[head], head))[:_HEADS]
        copied = (head for head in likely if repeats(own, sketches[head]) >= COPIED)
        accounts[number] = next(copied, number)
        if accounts[number] == number:
            for run in own.shingles:
                heads.setdefault(run, []).append(number)
    return accounts
