import time

import pytest

from crisis_reader.text import Span, read_paragraphs, read_sentences
from crisis_reader.text.sentences import LONGEST


def cut(text: str, language: str = "en") -> list[str]:
    """The sentences of a text, trimmed."""
    return [span.of(text).strip() for span in read_sentences(text, language)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sen. Roy Blunt (D-Mo.) spoke first.",
        "Gen. J. B. Holder, No. 5 on the list, resigned.",
        "Mr. K. Sata of St. Mary's left at 5 p.m. on Monday.",
        "She met Dr. Amina in Washington, D.C. on Nov. 3.",
        "He cited Art. 90 of the U.S. Constitution.",
        "He waited ... and then left.",
        "The vote (Jan. 5) was lost.",
    ],
)
def test_an_abbreviation_ends_no_sentence(sentence: str) -> None:
    """Ranks, initials, months and shortened states are followed by the rest of the sentence."""
    assert cut(sentence + " Then it rained.") == [sentence, "Then it rained."]


@pytest.mark.parametrize(
    "sentence",
    [
        "El Cnel. Luis Rojas y el Gral. Díaz llegaron.",
        "La Sra. M. Paz citó el art. 12 de la ley.",
        "El Dr. Ruiz vive en EE.UU. desde 2001.",
        "La OEA (núm. 3) lo confirmó.",
    ],
)
def test_a_spanish_abbreviation_ends_no_sentence(sentence: str) -> None:
    """The same for Spanish ranks and titles."""
    assert cut(sentence + " Luego llovió.", "es") == [sentence, "Luego llovió."]


def test_sentences_inside_a_quotation_are_cut() -> None:
    """Speech of several sentences is several sentences."""
    text = "“We will not go. They fear us. Let them come,” said the prince."
    assert len(cut(text)) == 3


def test_a_missing_space_after_the_point_is_seen() -> None:
    """Two sentences glued together are two, a name with a point in it is one."""
    assert cut("He left Suva.They cheered, all of them.") == [
        "He left Suva.",
        "They cheered, all of them.",
    ]
    assert cut("The site example.com was down.") == ["The site example.com was down."]


def test_opening_marks_of_spanish_begin_a_sentence() -> None:
    """¿ and ¡ belong to what they open."""
    assert cut("Se fue. ¿Quién gobierna? ¡Nadie!", "es") == [
        "Se fue.",
        "¿Quién gobierna?",
        "¡Nadie!",
    ]


def test_a_blank_line_ends_a_sentence() -> None:
    """A headline without a point does not run into the text."""
    assert cut("King flees\n\nThe king fled on Monday.") == [
        "King flees",
        "The king fled on Monday.",
    ]


def test_paragraphs_are_trimmed_and_never_empty() -> None:
    """Blank lines of whatever white space part them."""
    text = "\n\n a \n \t\n\nb\u00a0\n"
    assert [span.of(text) for span in read_paragraphs(text)] == ["a", "b"]


def test_a_part_of_a_text_is_cut_with_offsets_of_the_whole() -> None:
    """`within` limits the cutting and changes no offset."""
    text = "One. Two went. Three went."
    assert read_sentences(text, within=Span(5, 26)) == (Span(5, 15), Span(15, 26))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\ud800", "A\u00a0.", "\x00", '"' * 50, "¿¡.!?"])
def test_odd_texts_are_tiled(text: str) -> None:
    """Blank, broken and mark-only texts come back whole."""
    assert "".join(span.of(text) for span in read_sentences(text)) == text


def test_an_unclosed_quotation_of_200000_characters_is_cut_in_time() -> None:
    """One paragraph without an end mark stays far from quadratic."""
    text = "“" + "he said that they would go on and on, " * 5_300
    before = time.process_time()
    spans = read_sentences(text)
    assert time.process_time() - before < 5
    assert spans[-1].end == len(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Plan B failed. No. We stay.", ["Plan B failed.", "No.", "We stay."]),
        ("He was ill. She was not.", ["He was ill.", "She was not."]),
        ("It was plan B. He knew.", ["It was plan B.", "He knew."]),
        ("Rep. C. A. Dutch spoke.", ["Rep. C. A. Dutch spoke."]),
        ("The vote in Jackson, Miss. It was lost.", ["The vote in Jackson, Miss.", "It was lost."]),
    ],
)
def test_a_short_form_ends_a_sentence_where_it_must(text: str, wanted: list[str]) -> None:
    """Labels need a figure after them, initials a name, states no function word."""
    assert cut(text) == wanted


def test_an_opening_mark_stays_with_what_it_opens() -> None:
    """A straight quotation mark before a sentence is not left at the end of the one before."""
    assert cut('"We go," she said. "They stay."') == ['"We go," she said.', '"They stay."']


def test_who_asked_belongs_to_the_question() -> None:
    """A name and a verb of saying after a quoted question are no sentence."""
    assert cut('"Who rules?" Rabuka asked. He left.') == ['"Who rules?" Rabuka asked.', "He left."]


@pytest.mark.parametrize("unit", ["A. B. ", "“a b c ”", "he said and, ", "etc. ", "... "])
def test_long_odd_paragraphs_are_cut_in_time(unit: str) -> None:
    """Runs of initials, quotations and points grow no faster than their length."""
    text = unit * (200_000 // len(unit))
    before = time.process_time()
    assert read_sentences(text)[-1].end == len(text)
    assert time.process_time() - before < 5


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("and then they left " * 400, " "),
        ("and then, they left " * 400, ", "),
        ("and then they left; " * 400, "; "),
        ("and then they left\n" * 400, "\n"),
        ("x" * 7000, "x"),
    ],
    ids=["words", "commas", "semicolons", "lines", "one word"],
)
def test_what_has_no_end_is_cut(text: str, mark: str) -> None:
    """No sentence is longer than the limit; it is cut after the best mark there is."""
    spans = read_sentences(text)
    assert max(span.length for span in spans) <= LONGEST
    assert "".join(span.of(text) for span in spans) == text
    assert all(span.of(text).endswith(mark) for span in spans[:-1])


def test_line_ends_are_sentence_ends_where_lines_are_not_wrapped() -> None:
    """Headings without a full stop stand on lines of their own above long lines of prose."""
    prose = (
        "The speaker of the assembly told reporters on Friday that " + "the vote " * 20 + "stood."
    )
    text = f"President resigns at last\nHe had taken office in May\n{prose}\n{prose}"
    heads = [span.of(text).strip() for span in read_sentences(text)][:2]
    assert heads == ["President resigns at last", "He had taken office in May"]


def test_line_ends_are_none_where_lines_are_wrapped() -> None:
    """A line that an editor broke goes on in the next, with a name as well."""
    text = "The army said that\nPresident Soto had left the capital\nby night.\n"
    assert len(read_sentences(text)) == 1
