"""Which articles of a large story come first, where not all are taken at once. Pure."""

from collections.abc import Iterable, Sequence
from datetime import date

from crisis_reader.library.stories.records import StoryMember


def foremost(
    members: Sequence[StoryMember], *, most: int, near: str | None, close: Sequence[str]
) -> tuple[StoryMember, ...]:
    """At most so many articles of a story, in the story's own order.

    First the one asked about; then one of each account, by turns the closest to it and the newest;
    copies of their texts, which tell nothing more, only where there is room.

    Args:
        members: All articles of the story, by day.
        most: How many are wanted.
        near: Id of the article asked about; None for none.
        close: Ids of the articles closest to it, best first.
    """
    if len(members) <= most:
        return tuple(members)
    own = next((m.account for m in members if m.id == near), None)
    place = {id_: number for number, id_ in enumerate(close)}
    newest = sorted(members, key=lambda m: m.published or date.min, reverse=True)
    accounts = [m for m in newest if m.copy_of is None and m.account != own]
    by_likeness = sorted(
        (m for m in accounts if m.id in place), key=lambda member: place[member.id]
    )
    ranked = [
        *(m for m in members if m.id == near),
        *_by_turns(by_likeness, accounts),
        *(m for m in newest if m.copy_of is not None or m.account == own),
    ]
    taken = {m.id for m in list({m.id: m for m in ranked}.values())[:most]}
    return tuple(m for m in members if m.id in taken)


def _by_turns(ones: Sequence[StoryMember], others: Sequence[StoryMember]) -> Iterable[StoryMember]:
    """One of the first, one of the second, and so on; an article may come twice."""
    for number in range(max(len(ones), len(others))):
        yield from ones[number : number + 1]
        yield from others[number : number + 1]
