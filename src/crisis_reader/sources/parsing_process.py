"""The program of the process in which libraries read what strangers wrote; see ``parsing``.

One question a line and one answer a line, both JSON; null for what a library can't read. What is
worse ends the process: who started it starts another.
"""

import io
import json
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

_MEMORY = 2 * 2**30
"""Bytes of address space; a page of 10 MB needs half of it as a tree."""


def content(question: dict[str, str]) -> str | None:
    """The words of the article in a page; None where none is found."""
    import trafilatura  # noqa: PLC0415 - only for pages

    found: str | None = trafilatura.extract(
        question["text"], output_format="txt", include_comments=False, include_tables=True
    )
    return found


def feed(question: dict[str, str]) -> dict[str, Any]:
    """An RSS or Atom feed as plain values, its links made absolute, its markup made harmless."""
    import feedparser  # noqa: PLC0415 - only for feeds

    # As bytes: a string would be taken for an address or a file's name.
    read = feedparser.parse(
        io.BytesIO(question["text"].encode("utf-8", "replace")),
        response_headers={
            "content-type": "application/xml; charset=utf-8",
            "content-location": question["address"],
        },
    )
    about = read.feed
    return {
        "is_feed": bool(read.version),
        "title": about.get("title"),
        "language": about.get("language"),
        "entries": [_entry(entry) for entry in read.entries],
    }


def _entry(entry: Any) -> dict[str, Any]:  # noqa: ANN401 - the library ships no types
    contents = [(c.get("type"), c.get("value") or "") for c in entry.get("content", ())]
    made = entry.get("published_parsed") or entry.get("updated_parsed")
    return {
        "id": entry.get("id"),
        "link": entry.get("link"),
        "title": entry.get("title"),
        "published": entry.get("published") or entry.get("updated"),
        "day": list(made[:3]) if made else None,
        "language": contents and entry.content[0].get("language"),
        "outlet": entry.get("source", {}).get("title"),
        "content": max((value for _, value in contents), key=len, default=""),
        "summary": entry.get("summary") or "",
        "tags": [tag.get("term") for tag in entry.get("tags", ())],
    }


def opml(question: dict[str, str]) -> list[list[str | None]]:
    """The feeds of a list of subscriptions: address and title."""
    import listparser  # noqa: PLC0415 - only for lists

    # As bytes: a string would be taken for an address.
    read = listparser.parse(question["text"].encode("utf-8", "replace"))
    return [[one.get("url"), one.get("title")] for one in read.feeds]


_JOBS: dict[str, Callable[[dict[str, str]], object]] = {
    "content": content,
    "feed": feed,
    "opml": opml,
}


def main() -> None:
    """Answer questions until there are no more."""
    with suppress(ImportError, ValueError, OSError):  # not every system knows such a limit
        import resource  # noqa: PLC0415 - the same

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    for line in sys.stdin.buffer:
        question = json.loads(line)
        try:
            answer = json.dumps(_JOBS[question["job"]](question))
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - libraries; what they can't read is told by who asked
            answer = "null"
        sys.stdout.buffer.write(answer.encode() + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
