"""How sentences of news become events: people, groups, spans, voices, languages."""

import pytest

from crisis_reader import Article, Event, extract_events
from crisis_reader.events import HowNamed, Kind, Manner, Modality, Voice, reads

_LONGEST_SPAN = 160


def _events(text: str, language: str = "en", published: str | None = None) -> tuple[Event, ...]:
    return extract_events(Article.from_text(text, language=language, published=published))


def _one(text: str, language: str = "en") -> Event:
    (event,) = _events(text, language)
    return event


def test_counted_group_names_those_it_names() -> None:
    """Of three officials who resign one is named: the other two are counted, not invented."""
    event = _one("Three officials, including Deputy President Cyrus Nkosi, all resigned on Sunday.")
    assert (event.person, event.unnamed) == ("Cyrus Nkosi", 2)


def test_counted_group_without_a_name_has_no_person() -> None:
    """Two ministers who resign stay two unnamed ministers."""
    event = _one("Two ministers resigned on Friday.")
    assert (event.person, event.unnamed) == (None, 2)


def test_both_subjects_of_a_verb_leave() -> None:
    """Two people joined by *and* before their verb give two events."""
    events = _events("President Omar Sadiq and Vice President Lina Haddad resigned.")
    assert [e.person for e in events] == ["Omar Sadiq", "Lina Haddad"]


def test_passive_turns_the_roles() -> None:
    """Who was ousted by whom is told apart."""
    assert _one("President Omar Sadiq was ousted by General Karim Nasri.").person == "Omar Sadiq"


def test_object_of_an_active_verb_is_the_person() -> None:
    """Who ousted whom is told apart."""
    assert _one("General Karim Nasri ousted President Omar Sadiq.").person == "Omar Sadiq"


def test_relative_clause_speaks_of_the_name_before_it() -> None:
    """*who* stands for the name that it follows, not for the head of a longer phrase."""
    event = _one("Crowds cheered the arrest of Omar Sadiq, who was toppled in March.")
    assert event.person == "Omar Sadiq"


def test_fronted_possessive_takes_the_subject_that_follows() -> None:
    """``Following his resignation, X left``: his is X's."""
    event = _events("Following his resignation, President Omar Sadiq went home.")[0]
    assert (event.person, event.how_named) == ("Omar Sadiq", HowNamed.PRONOUN)


def test_reflexive_claim_is_its_subject() -> None:
    """Who declares herself president claims it, and nobody is recognised."""
    event = _one("Opposition leader Lina Haddad declared herself interim president.")
    assert (event.kind, event.person, event.office) == (
        Kind.CLAIM,
        "Lina Haddad",
        "interim president",
    )


def test_being_willing_is_no_entry() -> None:
    """Readiness for an office is a stage of its own, never done."""
    event = _one("Lina Haddad said she is willing to become president of the senate.")
    assert (event.kind, event.manner, event.modality) == (
        Kind.CLAIM,
        Manner.WILLING,
        Modality.UNCERTAIN,
    )


def test_recognition_keeps_who_recognises() -> None:
    """The court that recognises stands as the one who says so, in the text's words."""
    text = (
        "Lina Haddad took the oath. "
        "The country's highest court recognised her as interim president."
    )
    event = _events(text)[-1]
    assert (event.person, event.asserted_by) == ("Lina Haddad", "The country's highest court")


def test_indefinite_office_is_nobody() -> None:
    """Lawmakers who elected *a new president* elected somebody whom the text does not name."""
    event = _one("Lawmakers elected a new president.")
    assert (event.kind, event.person) == (Kind.ENTRY, None)


def test_a_president_to_be_elected_is_no_event() -> None:
    """What is still to be done to nobody known is no event."""
    assert _events("Lawmakers will elect a new president.") == ()


def test_former_title_is_no_event() -> None:
    """To call somebody a former president tells of no new departure."""
    assert _events("Former president Omar Sadiq spoke to reporters.") == ()


def test_self_proclaimed_is_a_claim_with_its_colour() -> None:
    """The reporter's own *self-proclaimed* is a claim that carries the word."""
    event = _one("They marched against the self-proclaimed president, Lina Haddad.")
    assert (event.kind, event.stance, event.person) == (
        Kind.CLAIM,
        ("self-proclaimed",),
        "Lina Haddad",
    )


def test_coup_colours_an_exit() -> None:
    """An exit told in a sentence that says *coup* carries the word."""
    assert _one("President Omar Sadiq was deposed in a coup.").stance == ("coup",)


def test_quotation_has_its_speaker() -> None:
    """What stands in quotation marks is somebody's word, and the somebody is kept."""
    text = '"The army intervened to remove President Omar Sadiq," Senator Ann Brody said.'
    event = _one(text)
    assert (event.voice, event.asserted_by) == (Voice.QUOTE, "Ann Brody")


def test_first_person_in_a_quotation_is_its_speaker() -> None:
    """*I* resign in the speaker's own person."""
    assert _one('"I resign as prime minister today," Omar Sadiq said.').person == "Omar Sadiq"


def test_scrap_in_quotation_marks_is_the_reporters() -> None:
    """Two words in marks do not make a sentence a quotation."""
    assert (
        _one('President Omar Sadiq resigned in what he called a "palace coup".').voice
        is Voice.REPORTER
    )


def test_one_clause_gives_one_event_of_a_kind() -> None:
    """A verb and its noun in one clause are told once."""
    assert len(_events("President Omar Sadiq submitted his resignation.")) == 1


def test_manner_is_as_the_text_says() -> None:
    """Resigned and forced out are kept apart."""
    events = _events("President Omar Sadiq resigned. He was forced out by the army.")
    assert [e.manner for e in events] == [Manner.RESIGNED, Manner.FORCED_OUT]


def test_spanish_subject_may_follow_its_verb() -> None:
    """``Renunció X`` is X's resignation."""
    assert _one("Renunció ayer el ministro Raúl Vega.", "es").person == "Raúl Vega"


def test_spanish_subjunctive_is_a_demand() -> None:
    """What is asked for in the subjunctive is not done."""
    event = _one("La oposición pidió que renuncie el presidente Raúl Vega.", "es")
    assert event.modality is Modality.DEMANDED


@pytest.mark.parametrize("language", ["de", "fr", "sw"])
def test_language_that_is_not_read_gives_no_events(language: str) -> None:
    """An unread language gives nothing and can be told by asking."""
    assert not reads(language)
    assert _events("President Omar Sadiq resigned.", language) == ()


def test_events_come_in_text_order() -> None:
    """Positions only grow."""
    text = "Lina Haddad was sworn in as president after the resignation of Omar Sadiq, who fled."
    spans = [e.span for e in _events(text)]
    assert spans == sorted(spans)


def test_span_is_short() -> None:
    """The words shown can be taken in at a glance, however long the sentence."""
    padding = ", who had, as several of those present at the long and stormy session remembered, "
    text = f"President Omar Sadiq{padding * 3}promised much, resigned."
    assert all(e.span.length <= _LONGEST_SPAN for e in _events(text))


def test_same_call_is_answered_from_memory() -> None:
    """Alignment and succession ask for the same article: it is read once."""
    article = Article.from_text("President Omar Sadiq resigned.")
    assert extract_events(article) is extract_events(article)


@pytest.mark.parametrize(
    ("text", "language", "person"),
    [
        ("President of Supreme Court Keller to become premier of the republic.", "en", "Keller"),
        (
            "Ivo Turan, líder del partido Oikos (Hogar), ha sido elegido presidente.",
            "es",
            "Ivo Turan",
        ),
        ("El jefe del Estado calló en octubre, cuando renunció Ciro Alba.", "es", "Ciro Alba"),
        ("El Parlamento tumbó al Gobierno de Iván Petrov.", "es", "Iván Petrov"),
        ("Fue removido de su cargo el ministro de Defensa, Iván Petrov.", "es", "Iván Petrov"),
        ("The army named Tito Okela, a general, as the new head of state.", "en", "Tito Okela"),
        ("The king dismissed the government headed by Ivo Turan.", "en", "Ivo Turan"),
        ("Ivo Turan dismissed from office on Friday Prime Minister Ana Prado.", "en", "Ana Prado"),
    ],
)
def test_the_person_is_never_a_body_or_another(text: str, language: str, person: str) -> None:
    """A body in the title, a party, a neighbour or an apposition does not hide who it is."""
    events = extract_events(Article.from_text(text, language=language))
    assert [e.person for e in events] == [person]


def test_a_clause_with_which_tells_what_its_deed_makes_of_somebody() -> None:
    """*Which* behind a comma is the deed, not the law that is named beside it."""
    text = "Ivo Turan was elected speaker, which under the charter makes him acting head of state."
    events = extract_events(Article.from_text(text))
    assert [e.person for e in events] == ["Ivo Turan", "Ivo Turan"]


def test_whoever_goes_together_with_another_goes_too() -> None:
    """A second person behind *together with* has an event of his own."""
    events = extract_events(Article.from_text("Ivo Turan resigned, together with Ana Prado."))
    assert [e.person for e in events] == ["Ivo Turan", "Ana Prado"]


def test_a_pronoun_in_a_quotation_is_not_its_speaker() -> None:
    """*She* between marks is somebody else than the one who speaks."""
    text = "Judge Ana Keller smiled. “She will be named premier,” President Toma Behler said."
    assert "Toma Behler" not in [e.person for e in extract_events(Article.from_text(text))]


def test_a_death_of_the_holder_is_an_exit_without_the_title() -> None:
    """Who is president elsewhere in the article leaves office by dying."""
    text = "President Bingu Kalima spoke on Monday. Officials said Kalima had died."
    events = extract_events(Article.from_text(text))
    assert [(e.manner, e.person) for e in events] == [(Manner.DIED, "Bingu Kalima")]


def test_what_stands_behind_until_is_not_in_the_evidence() -> None:
    """The words that say it end before what is still to come."""
    article = Article.from_text("Ana Keller will serve as president until a new one is elected.")
    assert [article.quote(e.span) for e in extract_events(article)] == [
        "Ana Keller will serve as president"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The judge who freed President Omar Sadiq was sworn in as speaker.",
        "The general who arrested President Omar Sadiq in May stepped down.",
    ],
)
def test_the_object_of_a_relative_clause_is_not_the_subject(text: str) -> None:
    """Whoever ends a *who* clause is not whom the main verb is about."""
    assert "Omar Sadiq" not in [e.person for e in extract_events(Article.from_text(text))]


def test_what_is_said_of_somebody_in_a_relative_clause_is_of_him() -> None:
    """*Who said that X resigned* has a subject of its own."""
    text = "The spokesman who said President Omar Sadiq resigned was right."
    assert [e.person for e in extract_events(Article.from_text(text))] == ["Omar Sadiq"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The constitution says the speaker, Ana Prado, should take over as president.", "en"),
        ("Según la ley debe asumir la presidencia Ana Prado.", "es"),
    ],
)
def test_who_must_take_over_by_law_is_next(text: str, language: str) -> None:
    """A duty that a law lays on somebody named says who is next."""
    events = extract_events(Article.from_text(text, language=language))
    assert [(e.kind, e.person) for e in events] == [(Kind.NEXT, "Ana Prado")]


def test_spanish_subject_behind_the_complement() -> None:
    """The subject may stand behind the office it takes."""
    article = Article.from_text("Asumió la presidencia el juez Ivo Turan.", language="es")
    assert [e.person for e in extract_events(article)] == ["Ivo Turan"]


@pytest.mark.parametrize(
    ("sentence", "office"),
    [
        ("Prime Minister Bart Ulu submitted his resignation to the king.", "prime minister"),
        ("Premier Bart Ulu handed his resignation to President Ana Paz.", "premier"),
        ("El primer ministro Luis Soto presentó su renuncia al rey.", "primer ministro"),
        ("El presidente Luis Soto renunció al cargo de presidente.", "presidente"),
        ("Bart Ulu, an adviser to President Ana Paz, has resigned.", None),
        ("El asesor del presidente Luis Soto, Juan Paz, fue destituido.", None),
    ],
)
def test_an_office_beside_a_resignation_is_not_left(sentence: str, office: str | None) -> None:
    """Left is its holder's, not that of whoever is handed the letter or advised."""
    language = "es" if "Luis" in sentence else "en"
    events = extract_events(Article.from_text(sentence, language=language))
    assert [e.office for e in events if e.kind is Kind.EXIT] == [office]
