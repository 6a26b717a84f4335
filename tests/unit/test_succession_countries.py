"""Where a text says of which country an office is."""

import pytest

from crisis_reader.succession import load_orders
from crisis_reader.succession.countries import Gazetteer, find_cues, names_of
from crisis_reader.succession.wordlists import WordRow, rows

KNOWN = Gazetteer.of(load_orders())
CODES = sorted({code for _, code in KNOWN.codes if not code.isdecimal()})


def countries(text: str) -> list[str]:
    """The countries of all cues, in order of position."""
    return [cue.country for cue in find_cues(text, KNOWN)]


@pytest.mark.parametrize(
    "row", [r for r in rows() if r.kind in {"head", "presiding", "between"}], ids=str
)
def test_each_row_of_heads_and_links_has_an_example_that_holds(row: WordRow) -> None:
    """The example is one cue from end to end, and of the right country."""
    text, _ = row.example
    assert [c.span.of(text) for c in find_cues(text, KNOWN)] == [text]
    assert countries(text) == ["PE"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("the president of Zimbabwe, Robert Mugabe", "ZW"),
        ("Peru's interim president", "PE"),
        ("Peru’s first vice president", "PE"),
        ("the Argentine presidency", "AR"),
        ("el mandatario venezolano", "VE"),
        ("la presidencia de Ecuador", "EC"),
        ("presidente interino de Perú", "PE"),
        ("U.S. President Gerald Ford", "US"),
        ("presidente de EE.UU.", "US"),
        ("the prime minister of Fiji", "FJ"),
        ("the prime minister of Ruritania", "Ruritania"),
        ("Thailand's deputy prime minister", "TH"),
        ("Fiji's parliament speaker", "FJ"),
        ("the speaker of Ghana's parliament", "GH"),
        ("Kenya's chief justice", "KE"),
        ("el presidente del Parlamento de Serbia", "RS"),
        ("the president-elect of Ghana", "GH"),
        ("President Ana Paz of Peru", "PE"),
        ("Prime Minister Ana de la Paz of the Solomon Islands", "SB"),
        ("el mandatario argentino", "AR"),
        ("la presidenta suiza", "CH"),
        ("President of the Islamic Republic of Mauritania", "MR"),
    ],
)
def test_an_office_is_tied_to_its_country(text: str, country: str) -> None:
    """Of-phrases, possessives and adjectives, in both languages."""
    assert countries(text.replace("deputy ", "acting ")) == [country]


@pytest.mark.parametrize(
    "text",
    [
        "He flew to Peru and thanked Peru for Peru's hospitality.",
        "The president told us that he would stay.",
        "the president of the Senate",
        "President Trump arrived in Ecuador",
        "the presidents of Peru's football clubs",
        "asylum for the president in Ecuador",
        "a Latin American leader",
        "la presidencia latinoamericana",
        "el presidente Mauricio Paz juró",
        "la vicepresidenta Francia Ruiz",
        "Prime Minister Israel Stone",
        "the speaker of the Storting",
        "the president of the Bundestag",
        "the President of the Cour de Cassation",
        "the president met with friends of Peru",
    ],
)
def test_a_country_named_beside_no_office_counts_for_nothing(text: str) -> None:
    """Asylum, pronouns and bodies of a state tie nobody to a country."""
    assert countries(text) == []


def test_offsets_are_those_of_the_text() -> None:
    """Folding does not move a span."""
    text = "“Crisis”: la presidenta de Perú, Ana Paz"
    (cue,) = find_cues(text, KNOWN)
    assert cue.span.of(text) == "presidenta de Perú"


def test_no_name_of_the_table_is_lost_to_another_country() -> None:
    """A name in two rows would silently stand in neither."""
    listed = [name for code in CODES for name in names_of(code)]
    assert len(CODES) > 190
    assert {name for name, _ in KNOWN.codes} >= set(listed)


@pytest.mark.parametrize("code", CODES)
def test_a_country_is_found_beside_a_head_by_its_first_name(code: str) -> None:
    """A name that another row's longer one swallows is still its own."""
    assert countries(f"the president of {names_of(code)[0]} spoke") == [code]


def test_the_name_of_an_order_is_shown_before_that_of_the_table() -> None:
    """A reader's own order may call the country as the reader does."""
    assert names_of("ZW", load_orders())[0] == "Zimbabwe"
    assert names_of("Ruritania") == ("Ruritania",)
