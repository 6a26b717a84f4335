"""PowerJobs: what the app does for the line of succession: drawing it, orders, corrections."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from crisis_reader.errors import Problem
from crisis_reader.tui.app.giving import GiveJobs
from crisis_reader.tui.jobs.bench import Bench, StoppedError

if TYPE_CHECKING:
    from crisis_reader.article import Article
    from crisis_reader.events import Correction
    from crisis_reader.tui.jobs.drawing import Drawn, Question, Weighed
    from crisis_reader.tui.panes.succession_pane import SuccessionPane


_WEIGHING = "laying every order on these articles …"


class PowerJobs(GiveJobs):
    """The part of the app that screens with a line of succession talk to."""

    bench: Bench
    known_sources: tuple[str, ...]
    """Everything that was opened in this session."""

    def align_pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Align these pairs, also where that was done before."""
        raise NotImplementedError

    # Drawing a line

    def want_line(self, question: "Question") -> None:
        """Draw a line of succession."""
        from crisis_reader.tui.jobs.drawing import Drawn, drawn_line  # noqa: PLC0415 - after the first frame

        articles = [self.shelf.articles[letter] for letter in question.letters]
        named = {a.id: letter for letter, a in zip(question.letters, articles, strict=True)}

        def work() -> None:
            worker, own = get_current_worker(), self.bench.own_files()
            try:
                readings = self.bench.readings(articles, lambda: worker.is_cancelled)
            except StoppedError:
                return
            line = drawn_line(readings, named, question, own)
            self.post_message(Drawn(question, line, own.problems))

        self.run_job(work, "line")

    def on_succession_pane_wanted(self, message: "SuccessionPane.Wanted") -> None:
        """Draw a line."""
        self.want_line(message.question)

    def on_drawn(self, message: "Drawn") -> None:
        """A line was drawn: show it wherever it was asked for."""
        from crisis_reader.tui.lines.line_rows import power_sentence  # noqa: PLC0415 - after the first frame
        from crisis_reader.tui.panes.power_bar import PowerBar  # noqa: PLC0415 - the same

        question, line = message.question, message.line
        self.shelf.own_problems = tuple(message.problems)
        self.shelf.line_problems[question.letters] = line.problems
        for pane in self._line_panes():
            pane.take(question, line)
            if pane.letters == question.letters:
                for bar in pane.screen.query(PowerBar):
                    bar.tell(power_sentence(line))

    def _line_panes(self) -> list["SuccessionPane"]:
        from crisis_reader.tui.panes.succession_pane import SuccessionPane  # noqa: PLC0415 - after the first frame

        return [pane for screen in self.screen_stack for pane in screen.query(SuccessionPane)]

    def ask_lines_again(self) -> None:
        """Draw every line anew that is on some screen."""
        for pane in self._line_panes():
            pane.ask()

    # Choosing the order

    def on_succession_pane_choosing(self, message: "SuccessionPane.Choosing") -> None:
        """Lay every order on the articles, then let the reader choose."""
        from crisis_reader.tui.jobs.drawing import Weighed, weighed_orders  # noqa: PLC0415 - when first needed

        letters = message.pane.letters
        articles = [self.shelf.articles[letter] for letter in letters]

        def work() -> None:
            readings = self.bench.readings(articles)
            self.post_message(Weighed(letters, weighed_orders(readings, self.bench.own_files())))

        self.say(_WEIGHING, stays=True)
        self.run_job(work, "orders")

    def on_weighed(self, message: "Weighed") -> None:
        """Show the orders to choose from."""
        self.unsay(_WEIGHING)
        from crisis_reader.tui.lines.order_rows import order_lines  # noqa: PLC0415 - the same
        from crisis_reader.tui.screens.choice_screen import ChoiceScreen  # noqa: PLC0415 - when first needed

        panes = [pane for pane in self._line_panes() if pane.letters == message.letters]
        if panes:
            lines = order_lines(message.orders, panes[-1].order)
            screen = ChoiceScreen("Which order of succession", lines)
            self.push_screen(screen, partial(self._follow, message.letters))

    def _follow(self, letters: tuple[str, ...], chosen: object) -> None:
        for pane in self._line_panes():
            if pane.letters == letters and isinstance(chosen, str):
                pane.follow_order(chosen or None)

    # Correcting

    def on_succession_pane_doubted(self, message: "SuccessionPane.Doubted") -> None:
        """Ask what to set right about a statement."""
        from crisis_reader.library.own_files import corrections_path  # noqa: PLC0415 - the same
        from crisis_reader.tui.screens.correct_screen import CorrectScreen  # noqa: PLC0415 - when first needed

        # Of two equal articles the one that was opened here tells where the file belongs.
        article = self.shelf.articles.get(self.shelf.letter(message.evidence.article))
        if article is None:
            self.say("this is your own word: change it in corrections.toml")
            return
        path = corrections_path(article, self.known_sources)
        if isinstance(path, Problem):
            self.say(path.message)
            return
        screen = CorrectScreen(message.evidence, message.people)
        self.push_screen(screen, partial(self._keep, article, path))

    def _keep(self, article: "Article", path: str, correction: object) -> None:
        from crisis_reader.library.own_files import keep_correction  # noqa: PLC0415 - when first needed

        if correction is None:
            return
        kept: Correction = correction  # type: ignore[assignment] # a CorrectScreen comes back with it
        problem = keep_correction(path, kept)
        if problem is not None:
            self.shelf.problems.append(problem)
            self.say("the correction was not kept: ! tells why")
            return
        self.bench.forget()
        self.say(f"kept in {path}")
        self.ask_lines_again()
        letter = self.shelf.letter(article)
        self.align_pairs([pair for pair in self.shelf.known_pairs() if letter in pair])
