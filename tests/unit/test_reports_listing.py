"""Short ids, and the list in words and in JSON."""

from crisis_reader.article import Article
from crisis_reader.library.stories.records import StoryAccount
from crisis_reader.reports.listing import key_of_id, list_json, list_text, short_ids


def article(name: str) -> Article:
    """An article known by this id."""
    return Article.from_text(
        "The assembly met on Monday.", id=name, title="T", outlet="O", published="2019-11-05"
    )


def test_a_short_id_does_not_depend_on_the_list() -> None:
    """It is the beginning of a key of the article's own id."""
    one, other = article("a.txt"), article("b.txt")
    assert short_ids([one]) == (short_ids([other, one])[1],)
    assert key_of_id(one.id).startswith(short_ids([one])[0])


def test_short_ids_grow_until_they_differ() -> None:
    """Among many articles each id still names one."""
    many = [article(f"{n}.txt") for n in range(2_000)]
    ids = short_ids(many)
    assert len(set(ids)) == len(many)
    assert {len(i) for i in ids} > {5}
    keys = [key_of_id(a.id) for a in many]
    assert all(sum(k.startswith(i) for k in keys) == 1 for i in ids if len(i) > 5)


def test_a_line_for_each_article() -> None:
    """The id first, then what is known of the article."""
    (first, second) = list_text([article("a.txt"), article("b.txt")]).splitlines()
    assert first.split(":")[0] == short_ids([article("a.txt")])[0]
    assert second.endswith(': "T", O, 5 November 2019, 5 words, English.')


def test_one_text_printed_twice_without_outlets() -> None:
    """It is no agency's as far as is known, and articles are counted."""
    account = StoryAccount(
        id="a.txt",
        title="T",
        title_is_made=False,
        outlet=None,
        agency=None,
        first=None,
        outlets=0,
        others=("b.txt",),
    )
    first, second, third = list_text(
        [article(name) for name in ("a.txt", "b.txt", "c.txt")], [account]
    ).splitlines()
    assert first.endswith("English; the same text, 2 times.")
    assert second.endswith(f"; the same text, 2 times, as {short_ids([article('a.txt')])[0]}.")
    assert third.endswith("English.")


def test_the_list_as_json() -> None:
    """The same ids, and the keys that the documentation names."""
    document = list_json([article("a.txt")])
    assert document["schema"] == "crisis-reader.list/1"
    assert document["articles"][0]["short_id"] == short_ids([article("a.txt")])[0]  # type: ignore[index,call-overload]
