"""What can go wrong, as records and exceptions.

Bad input becomes a :class:`Problem` in a result and the rest is read on; a mistake in a call raises
a subclass of :class:`CrisisReaderError`. This module imports nothing of the project.
"""

from dataclasses import dataclass


class CrisisReaderError(Exception):
    """Base of every exception this project raises on purpose."""


class UsageError(CrisisReaderError):
    """A call or a command asks for something that does not exist; the message says what to do."""


def is_fault(error: BaseException) -> bool:
    """Whether something broke inside, and nobody asked to stop: a panic of a library included.

    Libraries written in Rust panic with what is no ``Exception``.
    """
    return isinstance(error, Exception) or type(error).__name__ == "PanicException"


def told(error: BaseException) -> str:
    """What broke and where, for who mends it, in one line."""
    at = error.__traceback__
    while at is not None and at.tb_next is not None:
        at = at.tb_next
    where = "" if at is None else f", {at.tb_frame.f_globals.get('__name__')}:{at.tb_lineno}"
    return f"{type(error).__name__}: {error}{where}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something in the input that could not be used as it stands; reading went on without it."""

    source: str
    """Path or address as the reader gave it."""
    message: str
    """What is wrong and what to do about it, one sentence or two."""
    line: int | None = None
    """1-based line in the source, None where a line makes no sense."""
    lost: bool = True
    """False where nothing was left out (an assumed encoding, say): a notice, not a failure."""

    def __str__(self) -> str:
        where = self.source if self.line is None else f"{self.source}:{self.line}"
        return f"{where}: {self.message}"
