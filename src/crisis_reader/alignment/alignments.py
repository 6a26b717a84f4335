"""An alignment as a whole: its records, and what can be asked of them."""

from dataclasses import dataclass, field

from crisis_reader.alignment.blocks import alone, tiled
from crisis_reader.alignment.records import Block, Difference, Grade, LookAlike, Match, Profile
from crisis_reader.article import Article
from crisis_reader.text.spans import Span


@dataclass(frozen=True, kw_only=True)
class Alignment:
    """What two articles share and where they part."""

    left: Article
    right: Article
    profile: Profile
    matches: tuple[Match, ...] = ()
    """In order of the left text, then of the right."""
    look_alikes: tuple[LookAlike, ...] = ()
    differences: tuple[Difference, ...] = ()
    """All differences, those inside matches and those without one."""
    default: Grade = field(default=Grade.LIKELY)
    """The lowest grade that is shown unless the reader asks for more (weak across languages)."""

    def shown(self, at_least: Grade | None = None) -> tuple[Match, ...]:
        """The matches of this grade or better; the default grade where none is given."""
        floor = (at_least or self.default).rank
        return tuple(m for m in self.matches if m.grade.rank >= floor)

    def only(self, side: str, at_least: Grade | None = None) -> tuple[Span, ...]:
        """What stands in one article only: its body text that no shown match covers.

        Args:
            side: ``left`` or ``right``.
            at_least: The lowest grade that counts as a match; the default grade if none is given.

        Raises:
            ValueError: If ``side`` is neither.
        """
        if side not in ("left", "right"):
            raise ValueError(f"side is {side!r}; it must be 'left' or 'right'")
        shown = self.shown(at_least)
        if side == "left":
            return alone(self.left, self.right, [m.left for m in shown])
        return alone(self.right, self.left, [m.right for m in shown])

    def blocks(self, at_least: Grade | None = None) -> tuple[Block, ...]:
        """Segments that tile both texts, the matched ones paired; in order of the left text."""
        floor = (at_least or self.default).rank
        chosen = [(k, m) for k, m in enumerate(self.matches) if m.grade.rank >= floor]
        return tiled(len(self.left.text), len(self.right.text), chosen)
