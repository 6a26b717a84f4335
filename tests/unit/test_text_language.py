import pytest

from crisis_reader.text import function_words, guess_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The king left the palace and was not seen in the city again.", "en"),
        ("El rey salió del palacio y no se le volvió a ver en la ciudad.", "es"),
        ("O rei deixou o palácio e não foi mais visto na cidade pelos seus.", "pt"),
        ("Le roi a quitté le palais et on ne l'a plus revu dans la ville.", "fr"),
        ("Der König verließ den Palast und wurde in der Stadt nicht mehr gesehen.", "de"),
        ("Il re ha lasciato il palazzo e non è stato più visto nella città.", "it"),
    ],
)
def test_a_sentence_tells_its_language(text: str, language: str) -> None:
    """One sentence with function words is enough."""
    assert guess_language(text) == language


@pytest.mark.parametrize(
    "text", ["", "Suva", "Kingdom Palace Parliament Army Council", "你好 世界 再见 朋友"]
)
def test_too_little_to_tell_gives_none(text: str) -> None:
    """Names alone, or a language without a list, are not guessed."""
    assert guess_language(text) is None


def test_function_words_are_folded() -> None:
    """A list is compared with folded words, so it must be folded itself."""
    assert "segun" in function_words("es")
    assert function_words("fi") == frozenset()
