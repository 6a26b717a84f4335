"""StoriesScreen: the articles grouped by event; copies of one text are one account."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from crisis_reader.text.cleaning import visible
from crisis_reader.tui.lines.list_words import MADE
from crisis_reader.tui.lines.styled import Line, line
from crisis_reader.tui.lines.words import counted, day_text
from crisis_reader.tui.panes.bindings import bound
from crisis_reader.tui.panes.key_bar import KeyBar
from crisis_reader.tui.panes.text_pane import TextPane
from crisis_reader.tui.screens.asking import app_of
from crisis_reader.tui.screens.text_screen import LinesScreen

if TYPE_CHECKING:
    from concurrent.futures import Future

    from crisis_reader.library import Library, Stories, Story, StoryAccount
    from crisis_reader.tui.session.shelf import Shelf

_MOST = 200
"""Stories shown at first, the newest ones, and how many more each time that more are asked for."""
_ACCOUNTS = 12
"""Accounts of a story shown until its others are asked for."""
_TOGETHER = 40
"""Accounts marked at once."""

Told = tuple[int, int, list[Line]]
"""How many stories there are, how many articles are in none yet, and the lines of what is shown."""

Target = tuple[int, str]
"""Number of a story, and the id of the article on the line; empty on the story's own line."""


@dataclass(frozen=True, slots=True)
class More:
    """What a line stands for that Enter shows: the other accounts of a story, or older stories."""

    story: int | None = None
    """None for older stories."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How much is shown."""

    stories: int = _MOST
    whole: frozenset[int] = frozenset()
    """Numbers of stories whose accounts are all shown."""

    def more(self, asked: More) -> "Reach":
        """With what was asked for."""
        if asked.story is None:
            return replace(self, stories=self.stories + _MOST)
        return replace(self, whole=self.whole | {asked.story})


def story_facts(story: "Story") -> str:
    """``5 articles, 3 accounts · 10 Nov 2019 to 15 Nov 2019``."""
    accounts = f"{counted(story.articles, 'article')}, {counted(story.accounts, 'account')}"
    days = list(dict.fromkeys(day_text(day) for day in (story.first, story.newest)))
    return f"{accounts} · {' to '.join(days)}"


def account_words(account: "StoryAccount", letter: str) -> str:
    """One text of a story: its letter if it has one, outlet, day, title, how often printed."""
    outlet = visible(account.outlet or account.agency or "no outlet")
    made = MADE if account.title_is_made else ""
    title = f"{visible(account.title)}{made}"
    told = f"{letter or '·':<3}{outlet} · {day_text(account.first)} · {title}"
    if not account.others:
        return told
    text = "agency text" if account.agency else "same text"
    several = account.outlets > 1
    printed = f"in {account.outlets} outlets" if several else f"{1 + len(account.others)} times"
    return f"{told} · {text}, {printed}"


def story_lines(
    stories: "Stories", letters: Mapping[str, str], reach: Reach | None = None
) -> list[Line]:
    """The newest stories with their accounts, one a line; no text is loaded.

    Args:
        stories: All of them.
        letters: Of articles that were taken up, by id.
        reach: How much is shown.
    """
    lines: list[Line] = []
    reach = reach or Reach()
    for rows in stories.shown(0, reach.stories):
        story = rows.story
        here: Target = (story.number, "")
        made = MADE if story.title_is_made else ""
        lines.append(line(" ", (f"{visible(story.title)}{made}", "bold"), hang=3, target=here))
        lines.append(line((story_facts(story), "dim"), indent=3))
        most = None if story.number in reach.whole else _ACCOUNTS
        for account in rows.accounts[:most]:
            words = account_words(account, letters.get(account.id, ""))
            lines.append(line(words, indent=5, hang=3, target=(story.number, account.id)))
        if most is not None and len(rows.accounts) > most:
            told = f"and {len(rows.accounts) - most} more: Enter shows them"
            lines.append(line((told, "dim"), indent=5, target=More(story.number)))
        lines.append(line())
    left = stories.count() - reach.stories
    if left > 0:
        told = f"{left:,} older stories are not shown: Enter shows {min(left, _MOST)} of them"
        lines.append(line((told, "dim"), target=More()))
    if any(words.endswith(MADE) for one in lines for words, _ in one.parts):
        lines.append(line((f"{MADE} made from the first sentence", "dim")))
    return lines


class StoriesScreen(LinesScreen[None]):
    """Stories."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("c", "compare", "compare its accounts"),
        bound("l", "line", "who is in power"),
        bound("M", "mark", "mark the story", show=False),
        bound("escape", "dismiss", "back"),
        bound("q,S", "dismiss", "close", show=False),
    ]

    def __init__(self, stories: "Stories", shelf: "Shelf", note: str) -> None:
        self.stories = stories
        self.shelf = shelf
        self.reach = Reach()
        self.note = note
        super().__init__("Stories", [line(("reading the stories …", "dim"))])

    def on_mount(self) -> None:
        """Ask for them."""
        super().on_mount()
        self.show(self.note)

    def show(self, note: str) -> None:
        """Show them as they are grouped now; ``note`` says how far that is.

        They are read in a thread: a slow disk must not hold up the keys.
        """
        self.note = note
        finder, reach = self.shelf.finder, self.reach
        if finder is None:
            return
        letters = {
            article.id: letter
            for letter, article in self.shelf.articles.items()
            if self.shelf.letter(article) == letter
        }

        def told(library: "Library") -> Told:
            stories = library.stories
            return stories.count(), stories.waiting(), story_lines(stories, letters, reach)

        self.run_worker(self._draw(finder.ask(told)), group="stories", exclusive=True)

    async def _draw(self, asked: "Future[Told]") -> None:
        """Draw them when they are read, if nothing else was asked for since."""
        answer = asyncio.wrap_future(asked)
        await asyncio.wait([answer])
        if answer.cancelled():
            return
        number, waiting, lines = self.shelf.safely(answer.result, (0, 0, []))
        title = counted(number, "story", "stories")
        # Where nothing can be written, or the disk is full, they stay so.
        left = f"{counted(waiting, 'article')} not grouped yet" if waiting else ""
        note = self.note or left
        why = note or "no two articles here tell of the same event"
        self.query_one(TextPane).tell(
            lines or [line(why), line(("Esc goes back", "dim"))],
            title=f"{title} · {note}" if note else title,
            keep=True,
            stay=True,
        )

    @property
    def chosen(self) -> Target:
        """The story and article under the cursor; story 0 where there is none."""
        pane = self.query_one(TextPane)
        target = None if pane.at is None else pane.lines[pane.at].target
        return target if isinstance(target, tuple) else (0, "")

    def on_text_pane_followed(self, message: TextPane.Followed) -> None:
        """Read the article; on a story's own line its first one."""
        message.stop()
        if isinstance(message.target, More):
            self.reach = self.reach.more(message.target)
            self.show(self.note)
            return
        _, id_ = self.chosen
        ids = [id_] if id_ else list(self._accounts())[:1]
        for letter in app_of(self).take_up_ids(ids):
            app_of(self).read_article(letter)

    def _accounts(self) -> Sequence[str]:
        """Ids of the articles of the story under the cursor, one of each account."""
        story, near = self.chosen
        members = self.shelf.safely(
            lambda: self.stories.foremost(story, most=_TOGETHER, near=near or None), ()
        )
        return [member.id for member in members if member.copy_of is None]

    def action_mark(self) -> None:
        """Mark its accounts, and nothing else; of very many the closest to this and the newest."""
        accounts = self._accounts()
        app_of(self).mark_only(accounts)
        story = self.shelf.safely(lambda: self.stories.story(self.chosen[0]), None)
        told = counted(len(accounts), "account")
        if story is not None and story.accounts > len(accounts):
            told = f"{len(accounts)} of {counted(story.accounts, 'account')}, closest and newest,"
        self.query_one(KeyBar).say(f"{told} marked")

    def action_compare(self) -> None:
        """Compare its accounts; five or more in an overview."""
        if len(self._accounts()) > 1:
            self.action_mark()
            app_of(self).action_compare()
        else:
            self.query_one(KeyBar).say("one account alone: there is nothing to compare it with")

    def action_line(self) -> None:
        """The line of succession of its accounts."""
        if self._accounts():
            self.action_mark()
            app_of(self).action_line()
