"""Letters: one for each article, however many there are."""

from crisis_reader.article.letters import letter_at


def test_letters_go_on_after_z() -> None:
    """Two of them, then three: none is given twice."""
    assert [letter_at(n) for n in (0, 25, 26, 27, 701, 702)] == ["A", "Z", "AA", "AB", "ZZ", "AAA"]
    assert len({letter_at(n) for n in range(5000)}) == 5000
