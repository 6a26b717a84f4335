"""Pages and feeds read by libraries, in a process of its own with limited time and memory.

What strangers wrote can make a parser slow, hungry or crash: then that process ends and this one
goes on. Nothing but JSON comes back.
"""

import json
import os
import selectors
import subprocess
import sys
import threading
import time

from crisis_reader.sources.journal import note
from crisis_reader.sources.metadata import Value

_PROGRAM = "crisis_reader.sources.parsing_process"
_SECONDS = 20.0
"""For one document; a long one takes a second, starting the process and its libraries another."""
_LARGEST_ANSWER = 64 * 2**20
"""Bytes; a feed of 10 MB comes back as at most three times that, escaped."""
_PIECE = 262_144


class ParsingError(Exception):
    """The process ended, or took too long, over this document."""


class Parser:
    """Asks the process, which is started when first needed; several threads may share it."""

    def __init__(self, *, seconds: float = _SECONDS) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def close(self) -> None:
        """End the process, if there is one."""
        with self._lock:
            self._end()

    def content(self, markup: str) -> str | None:
        """The words of the article in a page, a paragraph a line; None where none was found."""
        try:
            answer = self._ask({"job": "content", "text": markup})
        except ParsingError:  # a page is read without, too
            return None
        return answer if isinstance(answer, str) else None

    def feed(self, text: str, address: str) -> dict[str, Value] | None:
        """An RSS or Atom feed as plain values; None where it is none.

        Raises:
            ParsingError: If the process did not survive it.
        """
        answer = self._ask({"job": "feed", "text": text, "address": address})
        return answer if isinstance(answer, dict) else None

    def subscriptions(self, text: str) -> list[tuple[str, str | None]] | None:
        """Addresses and titles of the feeds in an OPML; None where it is none.

        Raises:
            ParsingError: If the process did not survive it.
        """
        answer = self._ask({"job": "opml", "text": text})
        if not isinstance(answer, list):
            return None
        rows = [row for row in answer if isinstance(row, list)]
        return [(str(address), str(title) if title else None) for address, title in rows if address]

    def _ask(self, question: dict[str, str]) -> Value:
        """The answer.

        Raises:
            ParsingError: If there is none.
        """
        packed = json.dumps(question).encode() + b"\n"
        with self._lock:
            is_used = self._process is not None
            line = self._exchanged(packed)
            if line is None and is_used:
                # Somebody ended it, or an earlier document did: this one gets a process of its own.
                line = self._exchanged(packed)
        if not line:
            note("refused", said="a document: the process that reads ended over it")
            raise ParsingError("the process that reads it ended, or took too long")
        answer: Value = json.loads(line)
        return answer

    def _exchanged(self, question: bytes) -> bytes | None:
        """The answer; empty if it takes too long or is too long, None if the process ended."""
        process = self._started()
        try:
            line = _exchange(process, question, self._seconds)
        except OSError:
            line = None
        if not line:
            self._end()
        return line

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._process = subprocess.Popen(  # noqa: S603 - this very interpreter, no shell
                # -P: nothing that lies in the folder the reader happens to be in is imported.
                [sys.executable, "-P", "-m", _PROGRAM],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=0,
            )
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            # Also closes the pipes and waits for the end.
            process.__exit__(None, None, None)


def _exchange(process: subprocess.Popen[bytes], question: bytes, seconds: float) -> bytes | None:
    """Send a line, get a line; empty where its time is up, None where the process ended."""
    assert process.stdin is not None
    assert process.stdout is not None
    end = time.monotonic() + seconds
    waiting, answer = memoryview(question), bytearray()
    os.set_blocking(process.stdin.fileno(), False)
    with selectors.DefaultSelector() as ready:
        ready.register(process.stdin, selectors.EVENT_WRITE)
        ready.register(process.stdout, selectors.EVENT_READ)
        while not answer.endswith(b"\n") and len(answer) < _LARGEST_ANSWER:
            left = end - time.monotonic()
            if left <= 0:
                break
            for key, _ in ready.select(left):
                if key.fileobj is process.stdin:
                    waiting = waiting[os.write(key.fd, waiting[:_PIECE]) :]
                    if not waiting:
                        ready.unregister(process.stdin)
                elif piece := os.read(key.fd, _PIECE):
                    answer += piece
                else:
                    return None
    return bytes(answer) if answer.endswith(b"\n") else b""
