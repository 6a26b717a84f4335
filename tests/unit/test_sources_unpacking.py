"""Bodies are unpacked a piece at a time and never beyond what is allowed."""

import gzip
import random
import tracemalloc
import zlib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_reader.sources.faults import FetchError, TooLargeError
from crisis_reader.sources.unpacking import unpacked

WORDS = b"The court met in Quito on Friday. " * 500


def pieces(raw: bytes, size: int = 100) -> Iterator[bytes]:
    """The bytes as a network brings them."""
    return (raw[at : at + size] for at in range(0, len(raw), size))


def raw_deflate(body: bytes) -> bytes:
    """Deflate without its header, as some servers send it."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(body) + packer.flush()


@pytest.mark.parametrize(
    ("coding", "raw"),
    [
        ("", WORDS),
        ("identity", WORDS),
        ("gzip", gzip.compress(WORDS)),
        ("X-GZip", gzip.compress(WORDS)),
        ("gzip", gzip.compress(WORDS[:99]) + gzip.compress(WORDS[99:])),
        ("gzip", gzip.compress(WORDS) + b"\0\0 rest"),
        ("deflate", zlib.compress(WORDS)),
        ("deflate", raw_deflate(WORDS)),
        ("identity, gzip", gzip.compress(WORDS)),
    ],
)
def test_what_is_sent_is_unpacked(coding: str, raw: bytes) -> None:
    """Plain, gzip with one member or more, both forms of deflate."""
    assert unpacked(pieces(raw), coding, 100_000) == WORDS


@given(st.binary(max_size=3_000), st.integers(1, 400))
def test_any_bytes_come_back(body: bytes, size: int) -> None:
    """However the network cuts them."""
    assert unpacked(pieces(gzip.compress(body), size), "gzip", 5_000) == body


def test_a_bomb_is_cut_before_it_grows() -> None:
    """Fifty megabytes in fifty kilobytes take no more memory than what is allowed and a piece."""
    bomb = gzip.compress(b"\0" * 50_000_000, 1)
    tracemalloc.start()
    try:
        with pytest.raises(TooLargeError, match="unpacks to more than 1,000,000 bytes"):
            unpacked(pieces(bomb, 65_536), "gzip", 1_000_000)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 5_000_000


def test_too_much_is_sent() -> None:
    """Plain or packed, what is sent counts."""
    with pytest.raises(TooLargeError, match="sends more than 1,000 bytes"):
        unpacked(pieces(WORDS), "", 1_000)
    hard = random.Random(7).randbytes(1_000)
    with pytest.raises(TooLargeError, match="sends more than 300 bytes"):
        unpacked(pieces(raw_deflate(hard)), "deflate", 300)


@pytest.mark.parametrize("coding", ["", "gzip"])
def test_what_is_longer_may_be_cut_instead(coding: str) -> None:
    """For what counts up to a length only."""
    raw = gzip.compress(WORDS) if coding else WORDS
    assert unpacked(pieces(raw), coding, 1_000, cut=True) == WORDS[:1_000]


@pytest.mark.parametrize("coding", ["br", "gzip, gzip", "nonsense"])
def test_what_is_packed_otherwise_is_told(coding: str) -> None:
    """Only what was asked for is read, packed once."""
    with pytest.raises(FetchError, match="is not read"):
        unpacked(pieces(WORDS), coding, 100_000)


@pytest.mark.parametrize("raw", [b"not gzip at all", gzip.compress(WORDS)[:-20]])
def test_what_is_broken_is_told(raw: bytes) -> None:
    """Wrong from the start, or without its end."""
    with pytest.raises(FetchError, match="arrived broken"):
        unpacked(pieces(raw), "gzip", 100_000)
