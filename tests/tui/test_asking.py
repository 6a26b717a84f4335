"""What screens ask of the app, and that there is an app that can do it."""

from collections.abc import Callable

from crisis_reader.tui.app.reader import CrisisReader
from crisis_reader.tui.screens.asking import Asked


def test_the_app_does_all_that_its_screens_ask(reader: Callable[[], CrisisReader]) -> None:
    """In these shapes, as the type checker sees from the first line."""
    app: Asked = reader()
    asked = [name for name in vars(Asked) if not name.startswith("_")]
    assert len(asked) > 10
    assert all(callable(getattr(app, name)) for name in asked)
