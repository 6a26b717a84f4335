"""Descriptions find whom they can only mean, before, behind or by what was told."""

import pytest

from crisis_reader import Article, extract_events
from crisis_reader.events.records import Kind


def _who(text: str, language: str = "en", kind: Kind = Kind.EXIT) -> list[str | None]:
    events = extract_events(Article.from_text(text, language=language))
    return [e.person for e in events if e.kind is kind]


def test_a_headline_speaks_of_whom_the_next_sentence_names() -> None:
    """*President quits* over an article is the president it then names."""
    text = "Tarvian president quits\n\nTarvian President Omar Sadiq resigned on Friday."
    assert _who(text) == ["Omar Sadiq", "Omar Sadiq"]


def test_a_headline_takes_no_president_of_another_country() -> None:
    """The president of Peru is not Brazil's, named first."""
    text = "President of Peru quits\n\nBrazilian President Omar Sadiq spoke of a sad day for Lima."
    assert _who(text) == [None]


def test_a_headline_without_a_title_takes_its_person_from_the_deed() -> None:
    """Where nobody bears the title, the exit that follows names the one who left."""
    text = "President ousted by army\n\nSoldiers ousted Omar Sadiq on Sunday. Crowds cheered."
    assert _who(text) == ["Omar Sadiq", "Omar Sadiq"]


def test_the_acting_president_is_who_acts() -> None:
    """A president impeached before is not the acting one."""
    text = (
        "President Omar Sadiq was impeached in June. Lina Haddad serves as acting president. "
        "In July parliament impeached the acting president as well."
    )
    assert _who(text)[-1] == "Lina Haddad"


def test_the_former_president_is_who_has_gone() -> None:
    """Not the president of a neighbour who comments on it."""
    text = (
        "The bloc condemned the overthrow of Keitan. French President Emile Macon denounced it. "
        "The former president was elected in 2013."
    )
    assert _who(text, kind=Kind.ENTRY) == ["Keitan"]


@pytest.mark.parametrize(
    "text",
    [
        "Omar Sadiq, 94, met the king. The 94-year-old resigned as prime minister.",
        "Prime Minister Omar Sadiq met the king. The 94-year-old resigned at noon.",
    ],
)
def test_an_age_stands_for_its_bearer(text: str) -> None:
    """An age names who bears it, or who was spoken of last."""
    assert _who(text) == ["Omar Sadiq"]


def test_the_first_president_to_be_ousted_is_the_one_it_is_said_of() -> None:
    """*X became the third president to be toppled* tells X's exit and no entry."""
    text = "President Omar Sadiq became the third president since 2005 to be toppled in a revolt."
    assert _who(text) == ["Omar Sadiq"]
    assert _who(text, kind=Kind.ENTRY) == []


def test_the_resignation_takes_up_the_last_exit() -> None:
    """*The resignation* without an owner is of whom the text told last."""
    text = "Prime Minister Omar Sadiq resigned on Friday. The resignation surprised his party."
    assert _who(text) == ["Omar Sadiq", "Omar Sadiq"]


def test_the_resignation_of_nobody_told_is_no_event() -> None:
    """Nothing is taken up where nothing was told."""
    assert _who("The resignation surprised the party.") == []


def test_a_pronoun_in_front_is_the_subject_behind() -> None:
    """*As he announced his resignation, X* is X, not whom the sentence before was about."""
    text = (
        "President Sergio Matti asked for calm. "
        "As he announced his resignation in the chamber, Giulio Cantini blamed his allies."
    )
    assert _who(text) == ["Giulio Cantini"]


def test_he_who_is_told_is_not_who_tells() -> None:
    """*X told Y that he was resigning* is X's exit."""
    text = "Richard Naxon told Gerald Furd on Thursday that he was resigning as president."
    assert _who(text) == ["Richard Naxon"]


def test_an_announcement_is_of_whom_it_belongs_to() -> None:
    """*Y's announcement that he would take over* is Y's claim, whoever rejects it."""
    text = (
        "Colonel Isak Zidan said he rejected General Honor Tarore's announcement "
        "that he would take over as president."
    )
    assert "Honor Tarore" in _who(text, kind=Kind.CLAIM)


def test_spanish_carries_its_subject_in_the_verb() -> None:
    """A verb without a subject is of whom the sentence before was about."""
    text = "El presidente Omar Sadik habló por televisión. Horas después renunció."
    assert _who(text, "es") == ["Omar Sadik"]


def test_spanish_speaks_in_the_first_person() -> None:
    """*Presento mi renuncia* is of the speaker."""
    text = "“Presento mi renuncia irrevocable”, dijo el presidente Omar Sadik."
    assert _who(text, "es") == ["Omar Sadik"]


def test_two_owners_of_one_fall() -> None:
    """A plural title with two names, a year behind each, is of both."""
    text = "Las protestas forzaron la caída de los presidentes Omar Sadik, en 2018, y Ana Prado."
    assert _who(text, "es") == ["Omar Sadik", "Ana Prado"]


def test_both_claim_it() -> None:
    """*Both X and Y claimed victory* is a claim of each."""
    text = "Robert Nkala and Morgan Tsvan met. Both Nkala and Tsvan claimed victory in the vote."
    assert _who(text, kind=Kind.CLAIM) == ["Robert Nkala", "Morgan Tsvan"]


def test_a_longer_form_of_a_name_is_nobody_new() -> None:
    """The shorter forms of a name that the text gives in full later are one person's."""
    text = (
        "Manuel Marino dimitió el domingo. La renuncia de Marino de Lamas fue aceptada. "
        "Manuel Marino de Lamas renunció al mediodía."
    )
    assert set(_who(text, "es")) == {"Manuel Marino de Lamas"}


def test_a_sentence_may_begin_with_its_verb() -> None:
    """*Asumió X* names X, not a person called Asumió."""
    assert _who("Asumió Valentín Panagua, el nuevo presidente.", "es", Kind.ENTRY) == [
        "Valentín Panagua"
    ]


def test_the_president_is_not_that_of_the_senate() -> None:
    """Where a text knows only a president of a chamber, *the president* is somebody else."""
    text = "The president of the Senate, Omar Sadiq, spoke. The president resigned at noon."
    assert _who(text) == [None]


def test_the_leader_leads_no_opposition() -> None:
    """*The leader* of a country is not the leader of its opposition."""
    text = "Opposition leader Morgan Tsvan spoke. The party sacked the leader on Monday."
    assert _who(text) == [None]


def test_a_deed_with_an_owner_further_on_is_his() -> None:
    """*La renuncia en octubre del vicepresidente* takes up nobody told before."""
    text = (
        "El presidente Omar Sadik dimitió ayer. "
        "Hubo fiestas por la dimisión en octubre de su segundo, Ali Bako."
    )
    assert _who(text, "es").count("Omar Sadik") == 1


def test_whose_resignation_is_of_whom_the_clause_is_about() -> None:
    """*X, whose resignation started it* is X's exit."""
    text = "Rishi Sonak, whose resignation as finance minister began it, was among the runners."
    assert _who(text) == ["Rishi Sonak"]
