"""CorrectScreen: a statement, how it was read, and what a reader can set right about it.

Comes back with a correction; writing it is the app's.
"""

from collections.abc import Iterable
from datetime import date
from enum import Enum

from crisis_reader.article import Article
from crisis_reader.events import Correction, Event
from crisis_reader.events.corrections import Apart, Fix, Place, Reject, SamePerson
from crisis_reader.succession import Evidence
from crisis_reader.succession.wording import based, said
from crisis_reader.tui.lines.styled import Line, line
from crisis_reader.tui.panes.key_bar import KeyBar
from crisis_reader.tui.panes.text_pane import TextPane
from crisis_reader.tui.screens.choice_screen import ChoiceScreen

_AROUND = 32
"""Characters kept on either side of a quotation, so that it is found again."""


class Change(Enum):
    """What can be set right: (what the line says, what the prompt asks)."""

    REJECT = ("this did not happen: reject it", "why (may stay empty): ")
    DAY = ("it was another day", "the day, as 2019-11-10: ")
    PERSON = ("it was another person, or one not named here", "the person's full name: ")
    SAME = ("two names are one person's", "the other name of {person}: ")
    APART = ("two names are not one person's", "who is not {person}: ")


class WrongEntryError(ValueError):
    """What was typed can't be used; the message says what to type."""


def place_of(article: Article, event: Event) -> Place:
    """The words of an event, kept to be found again."""
    start, end = event.span
    return Place(
        article=article.id,
        quote=article.text[start:end],
        before=article.text[max(0, start - _AROUND) : start],
        after=article.text[end : end + _AROUND],
    )


def correction_of(change: Change, evidence: Evidence, typed: str) -> Correction:
    """The correction that a reader asks for.

    Raises:
        WrongEntryError: If what was typed is no day, or a name is missing.
    """
    words = " ".join(typed.split())
    place = place_of(evidence.article, evidence.event)
    if change is Change.REJECT:
        return Reject(place=place, why=words)
    if change is Change.DAY:
        return Fix(place=place, values=(("date", _day(words)),))
    if not words:
        raise WrongEntryError("type a name, or Esc to leave it as it is")
    if change is Change.PERSON:
        return Fix(place=place, values=(("person", words),))
    names = (evidence.event.person or evidence.event.surface, words)
    return SamePerson(names=names) if change is Change.SAME else Apart(names=names)


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise WrongEntryError(f"'{words}' is no day: write it as 2019-11-10") from None


def choices(evidence: Evidence) -> list[Line]:
    """The statement, how it was read, and what can be set right."""
    event = evidence.event
    who = event.person or (f"“{event.surface}”" if event.surface else "somebody not named")
    rows = [
        line((f"“{' '.join(evidence.article.quote(event.span).split())}”", "bold"), indent=1),
        line(("read as: ", "dim"), f"{who}: {said(event)} · {based(event.date)}", indent=1, hang=9),
    ]
    if event.corrected:
        rows.append(line((f"corrected already: {event.corrected}", "quote"), indent=1, hang=2))
    rows.append(line())
    named = bool(event.person or event.surface)
    rows += [
        line(change.value[0], indent=2, target=change)
        for change in Change
        if named or change not in (Change.SAME, Change.APART)
    ]
    kept = "kept in corrections.toml beside the article; nothing is deleted, the line marks it"
    return [*rows, line(), line((kept, "dim"), indent=1)]


class CorrectScreen(ChoiceScreen):
    """What to set right about one statement."""

    def __init__(self, evidence: Evidence, people: Iterable[str] = ()) -> None:
        super().__init__("Correct this statement", choices(evidence))
        self.evidence = evidence
        self.people = tuple(people)
        """Names to suggest."""

    async def chosen(self, target: object) -> None:
        """Ask for what is still needed."""
        from crisis_reader.tui.panes.prompt import Prompt  # noqa: PLC0415 - an input is costly to import

        if not isinstance(target, Change) or self.query(Prompt):
            return
        event, typed = self.evidence.event, ""
        person = event.person or event.surface

        def changed(text: str) -> None:
            nonlocal typed
            typed = text

        def done(kept: bool) -> None:  # noqa: FBT001 - as a prompt calls it
            self.query_one(TextPane).focus()
            if kept:
                self._take(target, typed)

        named = target in (Change.PERSON, Change.SAME, Change.APART)
        # A name that was read into another word is what is most often to be kept apart.
        begin = event.surface if target is Change.APART and event.surface != person else ""
        typed = begin
        label = target.value[1].replace("{person}", person)
        suggested = self.people if named else ()
        await self.mount(Prompt(label, begin, changed, done, suggested=suggested))

    def _take(self, change: Change, typed: str) -> None:
        try:
            self.dismiss(correction_of(change, self.evidence, typed))
        except WrongEntryError as error:
            self.query_one(KeyBar).say(str(error))
