"""WatchJobs: what the app does by itself: folders watched, sources read now and then."""

from collections.abc import Callable, Sequence
from threading import Event, Thread

from textual.message import Message

from crisis_reader.errors import Problem, is_fault, told
from crisis_reader.tui.app.gathering import GatherJobs


class PlacesChanged(Message):
    """Something was written in these places."""

    def __init__(self, places: Sequence[str]) -> None:
        super().__init__()
        self.places = places


class NotWatched(Message):
    """Places are looked after no longer, since something broke."""

    def __init__(self, places: Sequence[str], why: str) -> None:
        super().__init__()
        self.places = places
        self.why = why


class Watch:
    """Looks after files and folders in a thread of its own until it is ended."""

    def __init__(self, places: Sequence[str], post: Callable[[Message], object]) -> None:
        self._stop = Event()
        self._thread = Thread(
            target=_watch, args=(tuple(places), post, self._stop), daemon=True, name="watch"
        )
        self._thread.start()

    def end(self) -> None:
        """Look no longer; does not wait."""
        self._stop.set()


def _watch(places: Sequence[str], post: Callable[[Message], object], stop: Event) -> None:
    from crisis_reader.sources.watching import changed_places  # noqa: PLC0415 - after the first frame

    try:
        for changed in changed_places(places, stop):
            post(PlacesChanged(changed))
    except BaseException as error:  # the system may not want to watch more, or the library panics
        if not is_fault(error):
            raise
        post(NotWatched(places, told(error)))


class WatchJobs(GatherJobs):
    """The part of the app that looks for news by itself."""

    watches = False
    """Whether files and folders are watched; whoever starts the app says so."""
    _watch: Watch | None = None
    _changed: set[str]
    """Places that changed while sources were being read."""

    def begin_watching(self) -> None:
        """Look after the places that are listed now; those before are let go."""
        self.end_watching()
        shown = self.shown_library
        if not self.watches or shown is None:
            return
        kinds = ("file", "folder")
        places = [one.address for one in shown.sources.all() if one.kind.value in kinds]
        if places:
            self._watch = Watch(places, self.post_message)

    def end_watching(self) -> None:
        """Look after nothing any more."""
        if self._watch is not None:
            self._watch.end()
            self._watch = None

    def begin_refreshing(self) -> None:
        """Read all sources now and then, if the reader wants that."""
        if self.settings.refresh_every > 0:
            self.set_interval(self.settings.refresh_every * 60, self.refresh_by_itself)

    def refresh_by_itself(self) -> None:
        """Read all sources, unless they are being read."""
        if not self.is_reading and not self.is_leaving:
            self.gather()

    def on_places_changed(self, message: PlacesChanged) -> None:
        """Read what has changed, once nothing else is being read."""
        self._changed.update(message.places)
        self.read_changed()

    def on_not_watched(self, message: NotWatched) -> None:
        """Say that what changes there is not seen by itself."""
        said = f"is not watched any more ({message.why}); press r to read what has changed"
        for place in message.places:
            self.shelf.problems.append(Problem(source=place, message=said, lost=False))

    def read_changed(self) -> None:
        """Read the places that have changed since they were read."""
        shown = self.shown_library
        if self.is_reading or not self._changed or shown is None:
            return
        changed = [one for one in shown.sources.all() if one.address in self._changed]
        self._changed.clear()
        if changed:
            self.gather(changed)
