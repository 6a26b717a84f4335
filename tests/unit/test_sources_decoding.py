"""Bytes become characters, and nothing is translated on the way."""

import codecs

import pytest

from crisis_reader.sources.decoding import NotTextError, decode


def test_utf8_needs_no_remark() -> None:
    """UTF-8 is what is expected."""
    decoded = decode("Áñez — “sí”\r\n".encode())
    assert (decoded.text, decoded.encoding, decoded.remark) == ("Áñez — “sí”\r\n", "utf-8", None)


def test_line_ends_and_marks_stay() -> None:
    """Spans index the file as it is: no line end is translated, no byte order mark removed."""
    assert decode(codecs.BOM_UTF8 + b"a\r\nb\rc\n").text == "\ufeffa\r\nb\rc\n"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_with_a_mark(encoding: str) -> None:
    """UTF-16 is read by its mark, and the mark stays in the text."""
    decoded = decode("\ufeffLa Paz, año".encode(encoding))
    assert decoded.text == "\ufeffLa Paz, año"
    assert decoded.encoding == encoding


def test_cp1252_is_assumed_and_said() -> None:
    """Where UTF-8 does not fit and nothing is declared, the reader is told what was assumed."""
    decoded = decode("el año “malo”".encode("cp1252"))
    assert decoded.text == "el año “malo”"
    assert decoded.assumed
    assert "cp1252" in (decoded.remark or "")


def test_a_declared_encoding_wins() -> None:
    """What a page declares is used without a remark."""
    page = '<meta charset="windows-1251"><p>Москва'.encode("cp1251")
    decoded = decode(page, markup=True)
    assert decoded.text.endswith("Москва")
    assert not decoded.assumed


def test_an_xml_declaration_counts() -> None:
    """XHTML may say it in its first line."""
    page = "<?xml version='1.0' encoding='iso-8859-15'?><p>5 €".encode("iso-8859-15")
    assert decode(page, markup=True).text.endswith("5 €")


def test_latin1_means_windows() -> None:
    """Pages that say ISO 8859-1 use the quotation marks of Windows-1252, as browsers know."""
    page = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">“'.encode(
        "cp1252"
    )
    assert decode(page, markup=True).text.endswith("“")


@pytest.mark.parametrize("label", ["punycode", "unicode_escape", "hex", "no-such-thing", "x\u00fc"])
def test_strange_declarations_are_not_obeyed(label: str) -> None:
    """Python knows codecs that are no encodings of pages; they are passed over."""
    page = f'<meta charset="{label}"><p>año \\u0041'.encode()
    assert decode(page, markup=True).text == page.decode()


def test_a_false_declaration_is_said() -> None:
    """A page that declares UTF-8 and is not gets Windows-1252 and a remark."""
    decoded = decode(b'<meta charset="utf-8"><p>a\xf1o', markup=True)
    assert decoded.text.endswith("año")
    assert "utf-8" in (decoded.remark or "")


@pytest.mark.parametrize("raw", [b"PK\x03\x04\0\0", b"caf\x81\xe9", codecs.BOM_UTF16_LE + b"a"])
def test_what_is_no_text_is_refused(raw: bytes) -> None:
    """Binary files, bytes that fit nothing and broken UTF-16 are refused with advice."""
    with pytest.raises(NotTextError, match=r"UTF-8"):
        decode(raw)


@pytest.mark.parametrize("label", ["iso-8859-1", "windows-1252", "koi8-r"])
def test_what_is_utf_8_is_read_as_such(label: str) -> None:
    """An encoding in which any bytes are some text proves nothing; a remark tells."""
    decoded = decode("Muñoz".encode(), declared=label)
    assert (decoded.text, decoded.encoding) == ("Muñoz", "utf-8")
    assert decoded.remark == f"declares the encoding {label}, but is UTF-8; read as UTF-8"
    assert decode("Muñoz".encode("latin-1"), declared="iso-8859-1").text == "Muñoz"
    assert decode(b"Munoz", declared=label).remark is None
