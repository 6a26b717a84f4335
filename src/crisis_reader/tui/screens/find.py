"""Find: words looked for in an article, whatever their case and accents."""

import re
from typing import ClassVar

from textual.binding import BindingType
from textual.screen import Screen

from crisis_reader.text.folding import fold
from crisis_reader.text.spans import Span
from crisis_reader.tui.panes.article_pane import ArticlePane
from crisis_reader.tui.panes.bindings import bound
from crisis_reader.tui.panes.key_bar import KeyBar


def hits_in(text: str, wanted: str) -> list[Span]:
    """Where the wanted words stand in a text, case, accents and kinds of quotes aside."""
    needle = " ".join(fold(wanted).text.split())
    if not needle:
        return []
    folded = fold(text)
    hits = re.finditer(re.escape(needle), folded.text.replace("\n", " "))
    if isinstance(folded.offsets, range):
        # A letter stands in a book many ten thousand times: nothing is looked up for each.
        return [Span(*hit.span()) for hit in hits]
    return [folded.span(*hit.span()) for hit in hits]


class Find(Screen[None]):
    """The keys of find, for a screen with article panes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("slash", "find", "find", show=False),
        bound("n", "hit(1)", "next hit", show=False, priority=True),
        bound("N", "hit(-1)", "previous hit", show=False, priority=True),
    ]

    wanted = ""
    hit = 0

    def find_panes(self) -> list[ArticlePane]:
        """The panes in which to look."""
        return []

    @property
    def finding(self) -> bool:
        """Whether ``n`` walks hits now."""
        return bool(self.wanted)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """``n`` and ``N`` walk hits only while something is looked for."""
        if action == "hit":
            return self.finding and not self.query("Prompt")
        return super().check_action(action, parameters)

    async def action_find(self) -> None:
        """Ask what to look for."""
        from crisis_reader.tui.panes.prompt import Prompt  # noqa: PLC0415 - an input is costly to import

        panes = self.find_panes()
        if panes and not self.query("Prompt"):
            self.hit = 0
            await self.mount(Prompt("find: ", self.wanted, self._look, lambda _: panes[0].focus()))

    def _look(self, wanted: str) -> None:
        self.wanted, self.hit = wanted, 0
        if wanted:
            self.action_hit(0)
        else:
            self.stop_finding()

    def action_hit(self, step: int) -> None:
        """To the next or previous hit, round the end."""
        bar = self.query_one(KeyBar)
        for pane in self.find_panes():
            hits = hits_in(pane.article.text, self.wanted)
            if not hits:
                pane.lift(())
                bar.say(f"find '{self.wanted}': nothing · Esc")
                return
            self.hit = (self.hit + step) % len(hits)
            here = hits[self.hit]
            over = [(hit.start, hit.end, "differs" if hit is not here else "here") for hit in hits]
            pane.lift(over)
            pane.show_place(here.start)
            bar.say(f"find '{self.wanted}' {self.hit + 1}/{len(hits)}")

    def stop_finding(self) -> None:
        """Back to the marks as they were."""
        self.wanted = ""
        self.query_one(KeyBar).say("")
        for pane in self.find_panes():
            pane.lift(())
        self.refresh_bindings()
