"""Fuzz one target with atheris: ``python -m tests.fuzz.run TARGET [libFuzzer options]``.

Wants ``pip install '.[fuzz]'``. Twenty minutes: ``-max_total_time=1200``. What it finds is written
to a file that, given as the last argument, repeats it; the mended case becomes a test.
"""

import sys

import atheris

# Before the import of what is fuzzed: the bytecode is rewritten to tell which branches were taken.
with atheris.instrument_imports(include=["crisis_reader"]):
    from tests.fuzz.targets import TARGETS


def main() -> None:
    """Run the target that the first argument names."""
    name = sys.argv.pop(1) if len(sys.argv) > 1 else ""
    if name not in TARGETS:
        sys.exit(f"usage: run TARGET [options]; targets: {', '.join(TARGETS)}")
    target = TARGETS[name]

    def once(data: bytes) -> None:
        target(atheris.FuzzedDataProvider(data))

    atheris.Setup(sys.argv, once)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
