"""Palette: what each mark looks like, as a style; weight and underline as well as colour.

Colours come from the theme's variables ``mark-…``, else from its named colours. Without any colour
the marks still tell apart: that is the rule for every entry here.
"""

from functools import lru_cache

from rich.style import Style
from textual.theme import Theme

# name -> (variable of ours, colour of the theme that stands in)
_COLOURS = {
    "verbatim": ("mark-same", "success"),
    "near": ("mark-near", "success"),
    "quote": ("mark-quote", "warning"),
    "paraphrase": ("mark-other", "secondary"),
    "same_claim": ("mark-claim", "accent"),
    "difference": ("mark-difference", "error"),
    "dim": ("mark-dim", "foreground"),
    "title": ("mark-title", "primary"),
}

# Attributes carry what colour carries: same words are bold, others underlined only.
_ATTRIBUTES = {
    "verbatim": Style(bold=True, underline=True),
    "near": Style(bold=True, underline=True),
    "quote": Style(bold=True, underline=True),
    "paraphrase": Style(underline=True),
    "same_claim": Style(underline=True, italic=True),
    "weak": Style(underline=False, bold=False, italic=True),
    "difference": Style(bold=True),
    "dim": Style(dim=True),
    "title": Style(bold=True),
    "headline": Style(bold=True),
    "apart": Style(italic=True),
    "words": Style(bold=True),
    "differs": Style(reverse=True),
    "hit": Style(reverse=True),
    "here": Style(reverse=True, bold=True),
    "bold": Style(bold=True),
    "plain": Style(),
    "selection": Style(reverse=True),
}


class Palette:
    """Styles by name for one theme."""

    def __init__(self, theme: Theme) -> None:
        self._styles = dict(_ATTRIBUTES)
        for name, (variable, fallback) in _COLOURS.items():
            colour = theme.variables.get(variable) or getattr(theme, fallback) or theme.primary
            if name == "dim" and variable not in theme.variables:
                continue
            attributes = Style() if name == "dim" else _ATTRIBUTES[name]
            if colour.startswith("#"):
                self._styles[name] = attributes + Style(color=colour)
        self._styles["apart"] = self._styles["apart"] + self._styles["dim"]
        for name, variable in (("now", "mark-now"), ("cursor", "mark-cursor"), ("bar", "mark-bar")):
            colour = theme.variables.get(variable) or theme.panel
            known = colour is not None and colour.startswith("#")
            self._styles[name] = Style(bgcolor=colour) if known else Style(reverse=name != "now")
        self.style = lru_cache(maxsize=512)(self._style)

    def colour(self, name: str) -> Style:
        """The colour of a mark without its weight and underline."""
        return Style(color=self._styles[name].color)

    def _style(self, *names: str) -> Style:
        return Style.combine([self._styles[name] for name in names])


OURS = (
    Theme(
        name="crisis-dark",
        primary="#8ab4f8",
        secondary="#8ab4f8",
        accent="#c9a6ff",
        success="#8fd48f",
        warning="#e6c35c",
        error="#ff9e64",
        foreground="#d7dce4",
        background="#14171c",
        surface="#14171c",
        panel="#262c36",
        dark=True,
        variables={
            "mark-same": "#8fd48f",
            "mark-near": "#6fcfcf",
            "mark-quote": "#e6c35c",
            "mark-other": "#8ab4f8",
            "mark-claim": "#c9a6ff",
            "mark-difference": "#ff9e64",
            "mark-dim": "#8b95a5",
            "mark-title": "#ffffff",
            "mark-now": "#2d3648",
            "mark-cursor": "#2f4a75",
            "mark-bar": "#222832",
        },
    ),
    Theme(
        name="crisis-light",
        primary="#1f4fa3",
        secondary="#1f4fa3",
        accent="#6a2fa0",
        success="#1d6b2a",
        warning="#7a5200",
        error="#a83a00",
        foreground="#1c2128",
        background="#fbfaf7",
        surface="#fbfaf7",
        panel="#e6e3da",
        dark=False,
        variables={
            "mark-same": "#1d6b2a",
            "mark-near": "#00626b",
            "mark-quote": "#7a5200",
            "mark-other": "#1f4fa3",
            "mark-claim": "#6a2fa0",
            "mark-difference": "#a83a00",
            "mark-dim": "#5d6570",
            "mark-title": "#000000",
            "mark-now": "#e8e2cc",
            "mark-cursor": "#c5d6f2",
            "mark-bar": "#ebe8df",
        },
    ),
    # The eight colours of Okabe and Ito (2008), which red-green-blind readers tell apart.
    Theme(
        name="crisis-blue-yellow",
        primary="#56b4e9",
        secondary="#56b4e9",
        accent="#cc79a7",
        success="#56b4e9",
        warning="#f0e442",
        error="#e69f00",
        foreground="#e4e4e4",
        background="#101418",
        surface="#101418",
        panel="#2a2f36",
        dark=True,
        variables={
            "mark-same": "#56b4e9",
            "mark-near": "#9fd3f2",
            "mark-quote": "#f0e442",
            "mark-other": "#cfd8dc",
            "mark-claim": "#cc79a7",
            "mark-difference": "#e69f00",
            "mark-dim": "#93a1ad",
            "mark-title": "#ffffff",
            "mark-now": "#2b3440",
            "mark-cursor": "#2a4a66",
            "mark-bar": "#20262d",
        },
    ),
)
"""A dark theme, a light one, and one for readers who do not tell red from green."""
