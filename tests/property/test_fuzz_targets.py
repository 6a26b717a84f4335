"""What the fuzzer looks for in twenty minutes is asked of a few inputs in every run."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fuzz.targets import TARGETS


class Drawn:
    """Values from bytes, as the fuzzer draws them."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def ConsumeBytes(self, count: int) -> bytes:  # noqa: N802 - the fuzzer's name
        """The next bytes, as many as there are."""
        taken, self._data = self._data[:count], self._data[count:]
        return taken

    def ConsumeUnicode(self, count: int) -> str:  # noqa: N802 - the same
        """The next characters, lone surrogates among them."""
        raw = self.ConsumeBytes(2 * count)
        return raw[: len(raw) // 2 * 2].decode("utf-16-le", "surrogatepass")[:count]

    def ConsumeIntInRange(self, low: int, high: int) -> int:  # noqa: N802 - the same
        """A number of the range."""
        return low + (self.ConsumeBytes(1) or b"\0")[0] % (high - low + 1)

    def remaining_bytes(self) -> int:
        """How many are left."""
        return len(self._data)


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=25)
@given(data=st.binary(max_size=700))
def test_a_target_holds(name: str, data: bytes) -> None:
    """Spans, tiles, mirrors, and no exception that is not ours."""
    TARGETS[name](Drawn(data))
