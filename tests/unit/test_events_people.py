import pytest

from crisis_reader import Article, extract_events
from crisis_reader.events import HowNamed, Kind, read_people


def _named(text: str, language: str = "en") -> list[tuple[str, str]]:
    article = Article.from_text(text, language=language)
    return [(article.quote(m.span), m.name) for m in read_people(article)]


def test_title_before_the_name_is_part_of_the_mention() -> None:
    """A mention runs from the title to the end of the name."""
    assert _named("On Monday Prime Minister Raila Omondi spoke.") == [
        ("Prime Minister Raila Omondi", "Raila Omondi")
    ]


def test_title_behind_the_name_is_kept_as_what_it_calls_the_person() -> None:
    """An apposition is a title too."""
    article = Article.from_text("Baleka Mbuli, the speaker of parliament, took the chair.")
    assert any("speaker of parliament" in t for m in read_people(article) for t in m.titles)


def test_surname_takes_the_full_name() -> None:
    """A bare surname is its only bearer's."""
    names = _named("Kwame Asante met the press. Asante smiled.")
    assert [name for _, name in names] == ["Kwame Asante", "Kwame Asante"]


def test_family_stays_apart() -> None:
    """A surname that two people bear goes to neither when both were just named."""
    text = "Gotabaya Perera and Mahinda Perera met. Perera left early."
    assert ("Perera", "Gotabaya Perera") not in _named(text)


def test_accents_do_not_make_two_people() -> None:
    """One spelling with and one without accents is one person."""
    names = {name for _, name in _named("Martín Vizcarro spoke. Later Martin Vizcarro left.")}
    assert len(names) == 1


@pytest.mark.parametrize(
    "text", ["The African Union met.", "He flew to New York.", "On Monday it rained in La Paz."]
)
def test_bodies_and_places_are_no_people(text: str) -> None:
    """Capitals alone make no person."""
    assert _named(text) == []


def test_description_with_one_candidate_is_linked() -> None:
    """``The former president`` is the only former president named so far."""
    article = Article.from_text(
        "Former president Jamil Matar spoke. The former president then left."
    )
    assert [m.how_named for m in read_people(article)] == [HowNamed.FULL, HowNamed.TITLE]


def test_description_with_two_candidates_is_not_linked() -> None:
    """Two presidents in one text: ``the president`` is left open."""
    text = "President Jamil Matar met President Omar Sadiq. The president smiled."
    assert len(_named(text)) == 2


def test_spanish_titles_are_read() -> None:
    """A title in lower case before a comma belongs to the name."""
    assert _named("El primer ministro japonés, Yoshiro Mori, habló.", "es") == [
        ("El primer ministro japonés, Yoshiro Mori", "Yoshiro Mori")
    ]


def test_two_surnames_joined_by_y_are_two_people() -> None:
    """Spanish *y* joins people, not names."""
    names = {
        name
        for _, name in _named("Los ministros Francisco Tudel y Ricardo Marques hablaron.", "es")
    }
    assert names == {"Francisco Tudel", "Ricardo Marques"}


def test_language_without_lexicon_has_no_people() -> None:
    """What is not read gives nothing rather than guesses."""
    assert _named("Der Präsident Hans Gruber ist zurückgetreten.", "de") == []


def test_a_vice_president_is_not_who_came_into_the_presidency() -> None:
    """*His vice president* beside a president just sworn in is another, whom nobody names."""
    events = extract_events(
        Article.from_text(
            "Opposition senator Lina Haddad was sworn in as president. "
            "Omar Sadiq was forced out. His vice president left office as well.",
            language="en",
        )
    )
    assert [e.person for e in events if e.kind is Kind.EXIT] == ["Omar Sadiq", None]


def test_her_own_resignation_is_of_who_announces_it() -> None:
    """Not of the man who went in the clause before."""
    text = "Karl Rossi quit and Susana Duarte, the deputy speaker, announced her own resignation."
    first, second = extract_events(Article.from_text(text))
    assert (first.person, second.person) == ("Karl Rossi", "Susana Duarte")


def test_a_title_beside_a_name_is_of_another() -> None:
    """Of "X quit and the deputy resigned" there are two; the title that X has is his."""
    beside = "Victor Rossi quit the post and the vice president announced her resignation."
    assert [e.person for e in extract_events(Article.from_text(beside))] == ["Victor Rossi", None]
    same = "Premier Karl Rossi quit in May and the premier announced his departure on air."
    assert {e.person for e in extract_events(Article.from_text(same))} == {"Karl Rossi"}


def test_the_resignation_is_of_nobody_after_two_resigned() -> None:
    """Behind "X and Y resigned", "the resignation" names neither."""
    text = "Premier Ana Kolar and her deputy Petr Novak resigned. The resignation stunned Riga."
    events = extract_events(Article.from_text(text, language="en"))
    assert [e.person for e in events if e.kind is Kind.EXIT] == ["Ana Kolar", "Petr Novak", None]


def test_who_is_installed_is_not_removed() -> None:
    """A participle behind "and" is a verb there, no part of the title."""
    text = "The army removed President Emil Dahl and installed General Ola Ibe."
    events = extract_events(Article.from_text(text, language="en"))
    assert [e.person for e in events if e.kind is Kind.EXIT] == ["Emil Dahl"]
