"""The program of the process that groups articles into stories; see ``process``.

What it says, how far it is or what is wrong, is one line of JSON at the beginning of its standard
output, written anew each time. It ends once its standard input does.
"""

import json
import os
import select
import sys
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from crisis_reader.errors import is_fault, told
from crisis_reader.library.file.database import Database
from crisis_reader.library.file.faults import LibraryError
from crisis_reader.library.stories.records import GroupingReport
from crisis_reader.library.stories.stories import Stories

_LESS = 10
"""How much it yields to other processes: the reader's keys come first."""


def say(told: dict[str, object]) -> None:
    """Write over what was said before."""
    line = json.dumps(told).encode() + b"\n"
    os.lseek(1, 0, os.SEEK_SET)
    os.write(1, line)


def is_over() -> bool:
    """Whether who started this closed its end, or is gone."""
    return bool(select.select([0], [], [], 0)[0])


def main(path: str) -> None:
    """Group all that is to be grouped."""

    def tell(report: GroupingReport) -> None:
        say(asdict(report))

    try:
        with closing(Database.open(Path(path))) as database:
            tell(Stories(database).group(progress=tell, cancelled=is_over))
    except LibraryError as error:
        say({"problem": str(error)})
    except BaseException as error:
        if not is_fault(error):
            raise
        # Told by who started it: what is written to standard error would stand on the screen.
        say({"problem": f"something broke inside, please report it: {told(error)}"})


if __name__ == "__main__":
    os.nice(_LESS)
    main(sys.argv[1])
