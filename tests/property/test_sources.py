"""Whatever bytes a file holds: articles or problems, never an exception; a text is its file."""

import tempfile
from pathlib import Path

import pytest
import yaml
from hypothesis import event, given, settings
from hypothesis import strategies as st

from crisis_reader.article import TextIs
from crisis_reader.sources import open_source
from crisis_reader.sources.front_matter import _fields, _plain_fields

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
_SAID = st.lists(
    st.sampled_from(
        [
            *("Áñez", "2019-11-15", "https://x.example/a", "no", "it's", "a: b", "C# 1", "- ", "~"),
            *(
                "|",
                "*a",
                " ",
                " ",
                ",",
                "…",
                "\t",
                "a-",
                "_",
                "\u2028",
                "\xa0",
                "[",
                "}",
                "(x)",
                ":",
            ),
        ]
    ),
    min_size=1,
    max_size=4,
).map("".join)
_NOTE_LINE = st.one_of(
    st.builds(
        "{}: {}{}".format, st.sampled_from(["title", "k2"]), _SAID, st.sampled_from(["", " "])
    ),
    st.builds('outlet: "{}"'.format, _SAID),
    st.builds("tags: [{}, {}]".format, _SAID, _SAID),
    st.builds("{}- {}".format, st.sampled_from(["", "  ", "  "]), _SAID),
    st.sampled_from(["sources:", "", "\r", "# x", "a-b: c"]),
)
NOTES = st.lists(_NOTE_LINE, max_size=7).map("\n".join)
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


@settings(max_examples=500)
@given(NOTES)
def test_plain_front_matter_is_read_as_yaml_reads_it(block: str) -> None:
    """Whatever the short way reads at all, a reader of YAML reads the same."""
    plain = _plain_fields(block)
    event("plain" if plain else "not plain")
    if plain is not None:
        assert plain == _fields(yaml.parse(block, Loader=yaml.BaseLoader))
