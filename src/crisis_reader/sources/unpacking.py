"""The bytes of an answer, unpacked a piece at a time and cut where they become too many.

A few kilobytes can unpack to gigabytes, so no piece is ever unpacked further than what is still
allowed. Only gzip and deflate are asked for; whoever sends something else is told so.
"""

import zlib
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress

from crisis_reader.sources.faults import FetchError, TooLargeError

ACCEPTED = "gzip, deflate"

_GZIP = 16 + zlib.MAX_WBITS
_MAGIC = b"\x1f\x8b"
_PIECE = 65_536
"""Bytes unpacked at a time."""


def unpacked(pieces: Iterable[bytes], coding: str, largest: int, *, cut: bool = False) -> bytes:
    """The whole body.

    Args:
        pieces: As they were sent.
        coding: The answer's ``Content-Encoding``.
        largest: Bytes that may be sent, and that they may unpack to.
        cut: Whether what is longer is cut there instead.

    Raises:
        TooLargeError: If there are more; no more than that was read or unpacked.
        FetchError: If they are packed in a way that is not read, or broken.
    """
    names = [name for part in coding.lower().split(",") if (name := part.strip()) != "identity"]
    match [name for name in names if name]:
        case []:
            return _joined(pieces, largest, "sends", cut=cut)
        case ["gzip" | "x-gzip"]:
            window: int | None = _GZIP
        case ["deflate"]:
            window = None
        case _:
            raise FetchError(
                f"is packed as '{coding[:40]}', which is not read; save it and open the file"
            )
    return _joined(_inflated(_limited(pieces, largest), window), largest, "unpacks to", cut=cut)


def too_large(does: str, largest: int) -> TooLargeError:
    """The error for an answer that ``sends`` or ``unpacks to`` too much."""
    return TooLargeError(
        f"{does} more than {largest:,} bytes, which is as much as is read; to read more, set "
        "max_megabytes under [network] in config.toml"
    )


def _joined(pieces: Iterable[bytes], largest: int, does: str, *, cut: bool) -> bytes:
    body = bytearray()
    for piece in pieces:
        body += piece
        if len(body) > largest:
            if not cut:
                raise too_large(does, largest)
            return bytes(body[:largest])
    return bytes(body)


def _limited(pieces: Iterable[bytes], largest: int) -> Iterator[bytes]:
    """The pieces as long as they are not too many."""
    total = 0
    for piece in pieces:
        total += len(piece)
        if total > largest:
            raise too_large("sends", largest)
        yield piece


def _inflated(pieces: Iterable[bytes], window: int | None) -> Iterator[bytes]:
    """What the pieces unpack to; the two forms of deflate are told apart by the first byte."""
    unpacker = None
    for piece in pieces:
        waiting = piece
        while waiting:
            if unpacker is None:
                zlib_header = waiting[0] & 0x0F == zlib.DEFLATED
                bits = window or (zlib.MAX_WBITS if zlib_header else -zlib.MAX_WBITS)
                unpacker = zlib.decompressobj(bits)
            yield _step(unpacker, waiting)
            waiting = unpacker.unconsumed_tail
            if unpacker.eof:
                # A gzip file may have several members; anything else after its end is no part.
                waiting = unpacker.unused_data
                if not (window and waiting.startswith(_MAGIC)):
                    # Nothing of it counts, but an answer is kept only once it was read to its end.
                    with suppress(TooLargeError):
                        deque(pieces, maxlen=0)
                    return
                unpacker = None
    while unpacker is not None and not unpacker.eof:
        rest = _step(unpacker, b"")
        if not rest:
            raise FetchError("arrived broken: its end is missing; try again later")
        yield rest


def _step(unpacker: "zlib._Decompress", packed: bytes) -> bytes:
    try:
        return unpacker.decompress(packed, _PIECE)
    except zlib.error as error:
        raise FetchError("arrived broken; try again later") from error
