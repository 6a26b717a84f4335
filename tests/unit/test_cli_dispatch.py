"""Every command has a function that runs it."""

import pytest

from crisis_reader.cli.dispatch import run_of
from crisis_reader.cli.options import COMMANDS


@pytest.mark.parametrize("name", [None, *COMMANDS])
def test_every_command_has_what_runs_it(name: str | None) -> None:
    """Under its own name in the help, and the screen without one."""
    assert callable(run_of(name))


def test_a_command_that_there_is_not() -> None:
    """Whoever asks for it has not looked at the names."""
    with pytest.raises(KeyError):
        run_of("print")
