"""The way back and forward through the places visited."""

from crisis_reader.tui.session.history import History, Place

READ = Place(view="read", letters=("A",))
BOTH = Place(view="compare", letters=("A", "B"))


def test_it_begins_at_the_list() -> None:
    """There is nothing before it, nothing after."""
    history = History()
    assert history.here == Place()
    assert history.step(-1) is None
    assert history.step(1) is None


def test_back_and_forward() -> None:
    """The same places in the other direction."""
    history = History()
    history.visit(READ)
    history.visit(BOTH)
    assert [history.step(-1), history.step(-1)] == [READ, Place()]
    assert [history.step(1), history.step(1)] == [READ, BOTH]


def test_the_same_place_counts_once() -> None:
    """Whatever passage it was opened for."""
    history = History()
    history.visit(READ)
    history.visit(READ)
    assert history.step(-1) == Place()


def test_going_elsewhere_forgets_what_lay_ahead() -> None:
    """As in a browser."""
    history = History()
    history.visit(READ)
    history.step(-1)
    history.visit(BOTH)
    assert history.step(1) is None
    assert history.step(-1) == Place()
