"""Whatever bytes a file holds: articles or problems, never an exception; a text is its file."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_reader.article import TextIs
from crisis_reader.sources import open_source

PIECES = st.sampled_from(
    [
        *(
            b"---\n",
            b"title: ",
            b"tags: [",
            b"]",
            b"\n",
            b"\r\n",
            b'"',
            b"{",
            b"}",
            b": ",
            b"&a *a",
        ),
        *(b'{"text": "', b'", "date": "2019', b"<p>", b"</p>", b"<!--", b"-->", b"<script>", b"<"),
        *(b'<meta charset="', b'<time datetime="2', b"&#x0;", b"\xef\xbb\xbf", b"\xff\xfe", b"\0"),
        *("Áñez dijo. ".encode(), b"Morales resigned on Sunday. ", b"\xe9", b"\x1b[31m", b"[["),
    ]
)
BYTES = st.one_of(st.binary(max_size=200), st.lists(PIECES, max_size=30).map(b"".join))


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".json", ".jsonl"])
@given(raw=BYTES)
def test_any_bytes_give_articles_or_problems(suffix: str, raw: bytes) -> None:
    """Nothing is silently lost, every text that is a file equals the file as decoded."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{suffix}"
        path.write_bytes(raw)
        loaded = open_source(path)
    assert loaded.articles or loaded.problems
    for article in loaded.articles:
        assert all(0 <= r.span.start <= r.span.end <= len(article.text) for r in article.regions)
        if article.origin.text_is is TextIs.FILE:
            assert article.text == raw.decode(article.origin.encoding or "")
