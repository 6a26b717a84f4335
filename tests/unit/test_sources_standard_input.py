"""What comes in on standard input is read as what it looks like, and kept."""

import io
import json
import sys
from collections.abc import Callable, Iterator

import pytest

from crisis_reader.sources import Loaded, open_source
from crisis_reader.sources.standard_input import content

WORDS = "President Ana Roca of Ruritania resigned on Monday before the assembly."

Send = Callable[[str | bytes], Loaded]


@pytest.fixture
def send(monkeypatch: pytest.MonkeyPatch) -> Iterator[Send]:
    """Send something in and open it."""

    def sent(words: str | bytes) -> Loaded:
        raw = words.encode() if isinstance(words, str) else words
        content.cache_clear()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
        return open_source("-")

    yield sent
    content.cache_clear()


def test_a_text(send: Send) -> None:
    """As it stands, known by its words."""
    (article,) = send(f"{WORDS}\r\n").articles
    assert article.text == f"{WORDS}\r\n"
    assert article.id == f"text:{article.version}"
    assert article.origin.uri is None


def test_a_note(send: Send) -> None:
    """With front matter."""
    (article,) = send(f"---\ntitle: Fall\noutlet: Post\n---\n{WORDS}\n").articles
    assert (article.title, article.outlet) == ("Fall", "Post")


def test_a_page(send: Send) -> None:
    """Of HTML."""
    (article,) = send(f"<!DOCTYPE html><html><body><h1>Fall</h1><p>{WORDS}</p></body>").articles
    assert article.text == f"Fall\n\n{WORDS}"


@pytest.mark.parametrize(
    ("sent", "ids"),
    [
        (json.dumps({"text": WORDS, "url": "https://post.example/a"}), 1),
        (json.dumps({"text": WORDS}, indent=2), 1),
        (json.dumps([{"text": WORDS}, {"text": f"{WORDS} She left."}], indent=1), 2),
        ("\n".join(json.dumps({"text": f"{WORDS} {n}"}) for n in range(3)), 3),
        (json.dumps({"text": WORDS}) + "\n", 1),
    ],
    ids=["object", "indented", "list", "lines", "one line"],
)
def test_json(send: Send, sent: str, ids: int) -> None:
    """One object, a list, or one on each line."""
    loaded = send(sent)
    assert (len(loaded.articles), loaded.problems) == (ids, ())


def test_a_bad_line_costs_itself(send: Send) -> None:
    """It is told with its number."""
    good = json.dumps({"text": WORDS})
    other = good.replace("Ana", "Eva")
    loaded = send(f"{good}\n{{broken\n{other}\n")
    assert len(loaded.articles) == 2
    assert [(p.source, p.line) for p in loaded.problems] == [("standard input", 2)]


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        (b"", "is empty"),
        (b" \n ", "is empty"),
        (b"a\0b", "not a text file"),
        (b'[{"title": "x"}]', 'has no "text"'),
        (b"<html><nav>x</nav></html>", "no article text"),
    ],
)
def test_what_cannot_be_read_is_told(send: Send, sent: bytes, told: str) -> None:
    """With what to do."""
    loaded = send(sent)
    assert loaded.articles == ()
    assert told in loaded.problems[0].message


def test_an_assumed_encoding_is_told(send: Send) -> None:
    """As it is for files."""
    loaded = send("Áñez asumió".encode("cp1252"))
    assert loaded.articles[0].text == "Áñez asumió"
    assert "cp1252" in loaded.problems[0].message


def test_remarks_are_passed_on(send: Send) -> None:
    """On the day, and on front matter that is none."""
    assert "5/6/2019" in send(json.dumps({"text": WORDS, "date": "5/6/2019"})).problems[0].message
    assert "front matter" in send(f"---\ntitle: [\n---\n{WORDS}").problems[0].message


def test_it_is_kept(send: Send) -> None:
    """Whoever opens it again gets the same."""
    first = send(WORDS)
    assert open_source("-") == first
