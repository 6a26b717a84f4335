"""``python -m crisis_reader`` is the command ``crisis-reader``."""

import sys

from crisis_reader.cli import main

if __name__ == "__main__":
    sys.exit(main())
