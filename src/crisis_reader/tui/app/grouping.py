"""GroupJobs: what the app does for stories: grouping in the background, and what it is good for.

A library on the disk is grouped in a process of its own; what is in memory is little and grouped in
a thread. Whatever is not grouped yet is in no story, and nothing waits for it.
"""

from asyncio import to_thread
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.message import Message
from textual.worker import get_current_worker

from crisis_reader.errors import Problem
from crisis_reader.tui.app.opening import OpenJobs

if TYPE_CHECKING:
    from textual.timer import Timer

    from crisis_reader.library import StoryProcess

_LOOK = 0.5
"""Seconds between two looks at how far grouping is."""

_ENOUGH = 3
"""Articles from which they are grouped before anybody asks: it takes 2 MiB of words to begin."""

MOST_TOGETHER = 40
"""Articles of a story that are marked, or a line is drawn from, at once."""

_CLOSE = 6
"""Articles of a long shelf that one is aligned with, as the closest to it."""


class Grouped(Message):
    """Everything that was in memory is grouped."""


class GroupJobs(OpenJobs):
    """The part of the app that knows stories."""

    _grouping: "StoryProcess | None" = None
    _looking: "Timer | None" = None

    def begin_grouping(self) -> None:
        """Group what is not grouped yet, in the background."""
        shown = self.shown_library
        if shown is None or shown.read_only or self._grouping is not None:
            return
        if shown.path is None:
            if len(shown.articles) >= _ENOUGH:
                self.run_job(self._group_here, "group")
            return
        if self.shelf.safely(shown.stories.waiting, 0):
            from crisis_reader.library import StoryProcess  # noqa: PLC0415 - when first needed

            self._grouping = StoryProcess(shown.path)
            self._looking = self.set_interval(_LOOK, self._look)

    async def _group_few(self) -> None:
        """Of two articles ask only once somebody does: they are compared anyway."""
        shown = self.shown_library
        if shown is not None and shown.path is None and len(shown.articles) < _ENOUGH:
            await to_thread(self.shelf.safely, shown.stories.group, None)

    def _group_here(self) -> None:
        worker = get_current_worker()
        if self.shown_library is not None:
            self.shown_library.stories.group(cancelled=lambda: worker.is_cancelled)
            self.post_message(Grouped())

    def on_grouped(self) -> None:
        """Screens with stories show them."""
        self._show_stories()

    def _look(self) -> None:
        process = self._grouping
        if process is None or process.running:
            return
        if (why := process.problem) is not None:
            self.shelf.problems.append(Problem(source="stories", message=why))
        self._end_grouping()
        self._show_stories()

    def _end_grouping(self) -> None:
        if self._looking is not None:
            self._looking.stop()
        if self._grouping is not None:
            self._grouping.close()
        self._grouping = self._looking = None

    def clear_away(self) -> None:
        """End grouping, then let go of what passes."""
        self._end_grouping()
        super().clear_away()

    # What stories are good for

    def story_letters(self, letter: str, most: int = MOST_TOGETHER) -> tuple[str, ...]:
        """The articles of this one's story by day, at most so many: closest to it, and newest.

        This one alone while it is not grouped.
        """
        if self.shown_library is None:
            return (letter,)
        stories, id_ = self.shown_library.stories, self.shelf.articles[letter].id
        ids = self.shelf.safely(lambda: stories.scope(id_, most=most), ())
        return self.take_up_ids(ids) or (letter,)

    def all_of_story(self, letters: Sequence[str]) -> int | None:
        """How many articles a story has that was cut to these; None where none was cut."""
        if self.shown_library is None or len(letters) < MOST_TOGETHER:
            return None
        stories, ids = self.shown_library.stories, [self.shelf.articles[x].id for x in letters]
        every = self.shelf.safely(lambda: stories.scope(ids[0]), ())
        return len(every) if len(every) > len(ids) and set(ids) <= set(every) else None

    def more_of_story(self, letters: Sequence[str], near: str | None) -> tuple[str, ...]:
        """The same articles and as many again of the story that was cut to them, by day."""
        if self.all_of_story(letters) is None:
            return tuple(letters)
        letter = near if near is not None and near in letters else letters[-1]
        return self.story_letters(letter, len(letters) + MOST_TOGETHER)

    def may_be_of(self, one: str, other: str) -> bool:
        """Whether an article may be of the story of another: it is not known to be of none."""
        if self.shown_library is None:
            return True
        stories = self.shown_library.stories
        pair = self.shelf.safely(lambda: (stories.of(one), stories.of(other)), (None, None))
        return None in pair or pair[0] == pair[1]

    def take_up_ids(self, ids: Sequence[str]) -> tuple[str, ...]:
        """The letters of these articles; those taken off meanwhile are left out."""
        return tuple(filter(None, map(self.letter_of_id, ids)))

    def close_ids(self, id_: str) -> list[str]:
        """The articles that most surely tell of the same, copies of its text left out."""
        if self.shown_library is None:
            return []
        stories = self.shown_library.stories
        found = self.shelf.safely(lambda: stories.closest(id_, limit=_CLOSE), ())
        return [close.id for close in found if not close.is_copy]

    def close_letters(self, letter: str) -> tuple[str, ...]:
        """Their letters."""
        return self.take_up_ids(self.close_ids(self.shelf.articles[letter].id))

    async def action_mark_story(self) -> None:
        """Mark the articles of the story under the cursor; if any are marked, none."""
        marked = self.shelf.marked
        chosen = self.home.list.chosen
        if marked:
            marked.clear()
        elif chosen is not None:
            await self._group_few()
            story = self.story_letters(chosen)
            if len(story) > 1:
                marked.extend(story)
            else:
                self.say("no other article here tells of the same event, as far as is known")
        self.home.list.refresh()
        self.home.list.post_message(self.home.list.Marked())

    # The screen that lists them

    async def action_stories(self) -> None:
        """The articles grouped by event."""
        from crisis_reader.tui.screens.stories_screen import StoriesScreen  # noqa: PLC0415 - when first needed

        if self.shown_library is not None:
            await self._group_few()
            self.push_screen(
                StoriesScreen(self.shown_library.stories, self.shelf, self.grouping_note)
            )

    @property
    def grouping_note(self) -> str:
        """How far grouping is; empty when it is done."""
        if self._grouping is None:
            return ""
        report = self._grouping.report()
        return f"grouping … {report.share:.0%}" if report.waiting else ""

    def _show_stories(self) -> None:
        from crisis_reader.tui.screens.stories_screen import StoriesScreen  # noqa: PLC0415 - when first needed

        for screen in self.screen_stack:
            if isinstance(screen, StoriesScreen):
                screen.show(self.grouping_note)

    def mark_only(self, ids: Sequence[str]) -> None:
        """Mark these articles and no others."""
        self.shelf.marked[:] = self.take_up_ids(ids)
        self.home.list.refresh()
