"""Which articles of a large story come first."""

from datetime import date, timedelta

from crisis_reader.library import StoryMember
from crisis_reader.library.stories.foremost import foremost


def member(number: int, *, account: int | None = None, copy_of: str | None = None) -> StoryMember:
    """An article of the day of its number."""
    return StoryMember(
        id=f"a{number}",
        number=number,
        published=date(2031, 3, 1) + timedelta(days=number),
        title=f"Report {number}",
        title_is_made=False,
        outlet=None,
        agency=None,
        account=number if account is None else account,
        copy_of=copy_of,
    )


MANY = [member(number) for number in range(20)]


def ids(*numbers: int) -> list[str]:
    """The ids of these articles."""
    return [f"a{number}" for number in numbers]


def test_a_small_story_is_given_whole() -> None:
    """In its own order."""
    assert foremost(MANY, most=20, near="a3", close=ids(7)) == tuple(MANY)


def test_the_closest_and_the_newest_by_turns() -> None:
    """With the one asked about, told by day."""
    found = foremost(MANY, most=6, near="a3", close=ids(2, 5, 4, 1))
    assert [m.id for m in found] == ids(2, 3, 4, 5, 18, 19)


def test_without_one_asked_about_the_newest() -> None:
    """They tell how it stands."""
    assert [m.id for m in foremost(MANY, most=3, near=None, close=())] == ids(17, 18, 19)


def test_a_copy_comes_last() -> None:
    """It tells nothing more; also what copies the very article asked about, or is copied by it."""
    copies = [member(20 + n, account=3, copy_of="a3") for n in range(9)]
    members = [*MANY, *copies]
    found = foremost(members, most=20, near="a3", close=ids(25))
    assert [m.id for m in found] == ids(*range(20))
    found = foremost(members, most=20, near="a22", close=())
    assert [m.id for m in found] == ids(0, 1, 2, *range(4, 20), 22)


def test_more_of_them_hold_the_fewer() -> None:
    """A line that is drawn from more articles loses none."""
    some = foremost(MANY, most=6, near="a3", close=ids(2, 5, 4, 1))
    assert set(some) <= set(foremost(MANY, most=12, near="a3", close=ids(2, 5, 4, 1)))


def test_an_undated_article_is_no_newest() -> None:
    """Nothing says that it is."""
    undated = StoryMember(
        id="u", number=99, published=None, title="", title_is_made=False, outlet=None,
        agency=None, account=99, copy_of=None,
    )  # fmt: skip
    assert [m.id for m in foremost([*MANY, undated], most=1, near=None, close=())] == ["a19"]
