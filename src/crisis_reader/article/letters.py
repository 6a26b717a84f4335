"""The letters by which articles are told apart on the screen and in reports."""


def letter_at(index: int) -> str:
    """The letter of the article at this place, from 0: A to Z, then AA, AB, …, ZZ, AAA."""
    letters = ""
    rest = index + 1
    while rest:
        rest, place = divmod(rest - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters
