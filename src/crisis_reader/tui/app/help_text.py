"""The help, made from the bindings themselves, and the legend of the marks."""

from collections.abc import Iterable, Mapping

from textual.binding import Binding, BindingType

from crisis_reader.alignment.wording import KINDS, RIGHT
from crisis_reader.tui.lines.list_words import MADE
from crisis_reader.tui.lines.styled import Line, line
from crisis_reader.tui.panes.article_list import ArticleList
from crisis_reader.tui.panes.article_pane import ArticlePane
from crisis_reader.tui.panes.bindings import EVERYWHERE
from crisis_reader.tui.panes.comparison import Comparison
from crisis_reader.tui.panes.key_bar import key_name
from crisis_reader.tui.panes.row_pane import RowPane
from crisis_reader.tui.panes.succession_pane import SuccessionPane
from crisis_reader.tui.screens.compare_screen import CompareScreen
from crisis_reader.tui.screens.find import Find
from crisis_reader.tui.screens.home import Home
from crisis_reader.tui.screens.line_screen import LineScreen
from crisis_reader.tui.screens.notes_screen import NotesScreen
from crisis_reader.tui.screens.overview_screen import OverviewScreen
from crisis_reader.tui.screens.read_screen import ReadScreen
from crisis_reader.tui.screens.sources_screen import SourcesScreen
from crisis_reader.tui.screens.stories_screen import StoriesScreen

_SECTIONS: tuple[tuple[str, tuple[Iterable[BindingType], ...]], ...] = (
    ("List", (ArticleList.BINDINGS, Home.BINDINGS)),
    ("Comparison", (Comparison.BINDINGS, CompareScreen.BINDINGS)),
    ("Overview", (OverviewScreen.BINDINGS,)),
    ("Reading", (ReadScreen.BINDINGS, Find.BINDINGS, ArticlePane.BINDINGS)),
    ("Line of succession", (SuccessionPane.BINDINGS, LineScreen.BINDINGS)),
    ("Stories", (StoriesScreen.BINDINGS,)),
    ("Notes", (NotesScreen.BINDINGS,)),
    ("Sources", (SourcesScreen.BINDINGS,)),
    ("Everywhere", (EVERYWHERE, RowPane.BINDINGS)),
)
_KEYS_WIDTH = 16


def help_lines(own: Mapping[str, str] | None = None) -> list[Line]:
    """Every key by place, then what the marks mean.

    Args:
        own: Keys that the reader set, by the words of their actions.
    """
    own = own or {}
    lines: list[Line] = []
    for name, groups in _SECTIONS:
        lines.append(line((name, "title")))
        seen: set[str] = set()
        for binding in (one for group in groups for one in Binding.make_bindings(group)):
            if binding.description and binding.description not in seen:
                seen.add(binding.description)
                changed = own.get(binding.description, "").split(",")
                keys = " ".join(map(key_name, changed)) or _keys(groups, binding.description)
                gap = " " * max(1, _KEYS_WIDTH - len(keys))
                lines.append(line((keys, "bold"), gap, binding.description, indent=2))
        lines.append(line())
    return lines + _legend()


def action_names() -> set[str]:
    """What the actions are called, as ``[keys]`` of the config file may name them."""
    groups = [group for _, several in _SECTIONS for group in several]
    return {one.id for group in groups for one in Binding.make_bindings(group) if one.id}


def _keys(groups: Iterable[Iterable[BindingType]], description: str) -> str:
    names: list[str] = []
    for binding in (one for group in groups for one in Binding.make_bindings(group)):
        if binding.description == description:
            name = binding.key_display or key_name(binding.key)
            if name not in names:
                names.append(name)
    return " ".join(names)


def _legend() -> list[Line]:
    samples = [line((f"③ {words}", kind), indent=2) for kind, words in KINDS.items()]
    return [
        line(("Marks", "title")),
        *samples,
        line(("③–⑤ ", "bold"), "several that begin here; above ⑳ in brackets: (21)", indent=2),
        line(("③? ", "bold"), f"a weak match: {RIGHT['weak']}", indent=2),
        line(
            ("▲ ", "difference"), "here the accounts differ; the line below says in what", indent=2
        ),
        line(("┆ ", "dim"), "set apart: a caption, a credit, an embedded post", indent=2),
        line((MADE, "bold"), " a title made from the first sentence", indent=2),
        line(
            ("┃ • ▲ ◆ ", "bold"),
            "the map: seen now, a match, a difference, the current match",
            indent=2,
        ),
    ]
