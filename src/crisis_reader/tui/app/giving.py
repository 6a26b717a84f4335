"""GiveJobs: what the app gives out of its hands: copies and files."""

from datetime import datetime
from typing import TYPE_CHECKING

from crisis_reader.library.settings import Settings
from crisis_reader.tui.app.part import Part
from crisis_reader.tui.panes.asking import CopyAsked, ExportAsked

if TYPE_CHECKING:
    from crisis_reader.tui.jobs.exporting import Reports


class GiveJobs(Part):
    """The part of the app that copies and exports."""

    settings: Settings
    reports: "Reports | None" = None
    """The forms in which things can be exported; without any a picture is all there is."""

    def on_copy_asked(self, message: CopyAsked) -> None:
        """Copy a passage in every wording, each with its source."""
        from crisis_reader.tui.jobs.copying import copy_out, passage_text  # noqa: PLC0415 - when first needed

        today = datetime.now().astimezone().date()
        text = passage_text(message.told, message.letters, self.shelf.articles, today)
        message.tell(copy_out(self, text, command=self.settings.copy_command))

    def on_export_asked(self, message: ExportAsked) -> None:
        """Let the reader choose a form, then write the file and say where it is."""
        from crisis_reader.tui.jobs.exporting import PICTURE, form_lines, screenshot, write_out  # noqa: PLC0415 - only for an export
        from crisis_reader.tui.screens.choice_screen import ChoiceScreen  # noqa: PLC0415 - the same

        makers = message.makers(self.reports) if self.reports else {}

        def chosen(form: object) -> None:
            if form == PICTURE:
                # Not before the screen that was chosen from is gone.
                self.call_after_refresh(lambda: write(PICTURE, screenshot(self)))
            elif isinstance(form, str):
                self.run_job(lambda: self.call_from_thread(write, form, makers[form]()), "export")

        def write(form: str, text: str) -> None:
            today = datetime.now().astimezone().date()
            self.say(write_out(message.name, form, text, today))

        self.push_screen(ChoiceScreen("Export as", form_lines([*makers, PICTURE])), chosen)
