"""Articles to rows of terminal cells, pure: cleaning, wrapping, pages, layers of marks.

Knows no screen: the rows and runs it gives are drawn by whoever has one.
"""

from crisis_reader.layout.layers import Layers, flatten
from crisis_reader.layout.page import APART, INDENT, Page, PageMaker, Row, Rows
from crisis_reader.layout.wrapping import cells, char_width, fitted, wrap
from crisis_reader.text.cleaning import HIDDEN, clean, visible

__all__ = [
    "APART",
    "HIDDEN",
    "INDENT",
    "Layers",
    "Page",
    "PageMaker",
    "Row",
    "Rows",
    "cells",
    "char_width",
    "clean",
    "fitted",
    "flatten",
    "visible",
    "wrap",
]
