"""The line that says on a small screen who holds power."""

from textual.app import App, ComposeResult

from crisis_reader.tui.panes.power_bar import PowerBar


class Alone(App[None]):
    """Nothing but the line."""

    def compose(self) -> ComposeResult:
        """It."""
        yield PowerBar()


async def test_what_has_no_room_is_one_ellipsis() -> None:
    """Of three parts the second is cut; the third is not hinted at by a sign of its own."""
    app = Alone()
    async with app.run_test(size=(30, 3)) as pilot:
        bar = app.query_one(PowerBar)
        bar.tell(
            [
                ("Regent of Marovia: ", "bold"),
                ("Leo Roa Bentley out", "plain"),
                (" · Ada Voss in", "plain"),
            ]
        )
        await pilot.pause()
        shown = bar.render_line(0).text
        assert shown.rstrip().endswith("…")
        assert shown.count("…") == 1
