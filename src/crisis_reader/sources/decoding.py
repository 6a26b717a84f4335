"""Bytes become characters: what the file declares, else UTF-8, else Windows-1252 and a remark.

Invariant: ``raw.decode(decoded.encoding) == decoded.text``. Nothing is translated: line ends and a
byte order mark stay, because spans index the file as it is.
"""

import codecs
import re
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*(?P<xml>[\w.:-]+)"""
    rb"""|<meta[^>]{0,500}?charset\s*=\s*["']?\s*(?P<meta>[\w.:-]+)""",
    re.IGNORECASE,
)

_DECLARED_WITHIN = 4096
"""Bytes; browsers look at 1,024, pages are often less tidy."""

_BINARY_WITHIN = 8192
"""Bytes that are searched for NUL, as git does."""

_TRUSTED = {
    *("utf-8", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1257", "koi8-r", "koi8-u"),
    *("iso8859-2", "iso8859-3", "iso8859-4", "iso8859-5", "iso8859-7", "iso8859-9", "iso8859-10"),
    *("iso8859-13", "iso8859-14", "iso8859-15", "iso8859-16", "mac-roman", "gb18030", "gbk"),
    *("gb2312", "big5", "euc_jp", "shift_jis", "iso2022_jp", "euc_kr", "cp949"),
}
"""Encodings a page may name; Python knows stranger ones (punycode) that never fit."""

_READ_AS = {"iso8859-1": "cp1252", "ascii": "cp1252", "utf-16": "utf-8", "utf-8-sig": "utf-8"}
"""What a label means in practice. Source: WHATWG Encoding Standard, labels of windows-1252 and
the rule for UTF-16 in a ``meta`` element."""


_ONE_BYTE = {name for name in _TRUSTED if name.startswith(("cp12", "koi8", "iso8859", "mac"))}
"""Encodings in which every sequence of bytes is some text: that it can be read proves nothing."""


class NotTextError(ValueError):
    """The bytes are no text in any encoding tried; the message says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The characters of a file, and how they were found."""

    text: str
    encoding: str
    assumed: bool = False
    """True where nothing declared the encoding and UTF-8 did not fit."""
    remark: str | None = None
    """What the reader should be told about the encoding; None where all is plain."""


def decode(raw: bytes, *, markup: bool = False, declared: str | None = None) -> Decoded:
    """The characters of ``raw``.

    Args:
        raw: A whole file.
        markup: Whether to look for an encoding declared in HTML or XML.
        declared: What who sent it says of its encoding; wins over what it says itself.

    Raises:
        NotTextError: If the bytes are binary, or fit no encoding tried.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _by_mark(raw, encoding)
    if b"\0" in raw[:_BINARY_WITHIN]:
        raise NotTextError(
            "this is not a text file (it holds NUL bytes); save the article as UTF-8 text"
        )
    remark = None
    if label := declared or (_declared(raw) if markup else None):
        known = _codec(label)
        if known in _ONE_BYTE and _is_utf8(raw):
            return _undeclared(raw, f"declares the encoding {label}, but is UTF-8; ")
        try:
            return Decoded(text=raw.decode(known or "ascii"), encoding=known or "ascii")
        except UnicodeDecodeError:
            remark = f"declares the encoding {label}, which does not fit; "
    return _undeclared(raw, remark)


def _is_utf8(raw: bytes) -> bool:
    """Whether it is UTF-8 and shows it: no other text looks so by chance."""
    if raw.isascii():
        return False
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _by_mark(raw: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(text=raw.decode(encoding), encoding=encoding)
    except UnicodeDecodeError as error:
        raise NotTextError(
            f"begins as {encoding} but is broken at byte {error.start}; save it again as UTF-8"
        ) from error


def _undeclared(raw: bytes, remark: str | None) -> Decoded:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return Decoded(text=text, encoding="utf-8", remark=remark and f"{remark}read as UTF-8")
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError as error:
        raise NotTextError(
            f"is neither UTF-8 nor Windows-1252 (byte {error.start}); save it again as UTF-8"
        ) from error
    said = f"{remark or 'is not UTF-8 and declares no encoding; '}Windows-1252 (cp1252) was assumed"
    return Decoded(
        text=text,
        encoding="cp1252",
        assumed=True,
        remark=f"{said}; if letters look wrong, save the file as UTF-8",
    )


def _declared(raw: bytes) -> str | None:
    found = _DECLARED.search(raw[:_DECLARED_WITHIN])
    return (found["xml"] or found["meta"]).decode("ascii", "replace") if found else None


def _codec(label: str) -> str | None:
    """Python's name for a declared label; None for one that is unknown or not trusted."""
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    name = _READ_AS.get(name, name)
    return name if name in _TRUSTED else None
