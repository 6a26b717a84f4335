import pytest

from crisis_reader.events import same_person


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Álvaro García Linera", "Alvaro Garcia Linera"),
        ("Gustavo Noboa", "Gustavo Noboa Bejarano"),
        ("García Linera", "Alvaro Garcia Linera"),
        ("Robert Mugabe", "Robert Gabriel Mugabe"),
        ("President Jacob Zuma", "Zuma"),
        ("Mohamed Morsi", "Mohamed Mursi"),
        ("G. W. Weah", "George Weah"),
        ("Fernando de la Rúa", "De la Rúa"),
    ],
)
def test_one_person_under_two_names(left: str, right: str) -> None:
    """Accents, second surnames, middle names, titles and spelling do not make two people."""
    assert same_person(left, right)
    assert same_person(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Gotabaya Rajapaksa", "Mahinda Rajapaksa"),
        ("Robert Mugabe", "Grace Mugabe"),
        ("Kim Jong-il", "Kim Jong-un"),
        ("Evo", "Evo Morales"),
        ("Benazir Bhutto", "Zulfikar Ali Bhutto"),
        ("Carlos Mesa", "Carlos Menem"),
        ("K. Zuma", "Jacob Zuma"),
        ("", "Jacob Zuma"),
    ],
)
def test_two_people_stay_apart(left: str, right: str) -> None:
    """Families, namesakes and bare given names are not joined."""
    assert not same_person(left, right)
    assert not same_person(right, left)
