"""Days that head a paragraph: ``10 November. Police mutiny.`` in an account told day by day."""

import re
from collections.abc import Sequence

from crisis_reader.article.records import Article
from crisis_reader.text.day_forms import DayKind
from crisis_reader.text.days import Day

# "10 November." and "Sunday, 10 November:"; "10 November, when" heads nothing.
_AFTER = re.compile(r"\s*(?:[.:–—]|-\s)")
# One alone may be a dateline or a fragment; two make a form.
_FORM = 2


def headed_days(article: Article, days: Sequence[Day]) -> dict[int, Day]:
    """The day at the head of each paragraph that has one, by number of the paragraph.

    Empty where fewer than two paragraphs are headed so: the account is not told day by day.
    """
    starts: dict[int, int] = {}
    for sentence in article.sentences:
        starts.setdefault(sentence.paragraph, sentence.span.start)
    heads = {
        day.span.start: day
        for day in days
        if day.kind is DayKind.DATE
        and day.month
        and day.day
        and _AFTER.match(article.text, day.span.end)
    }
    found = {paragraph: heads[start] for paragraph, start in starts.items() if start in heads}
    return found if len(found) >= _FORM else {}
