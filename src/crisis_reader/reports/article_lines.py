"""Articles as JSON Lines, which ``add`` and the commands read back."""

import json

from crisis_reader.article import Article, RegionKind
from crisis_reader.reports.json_parts import article_json
from crisis_reader.text.cleaning import escaped


def article_line(article: Article) -> str:
    """One article as a JSON object on one line, no character in it that a terminal could obey.

    The keys of ``list``, then ``text``, without front matter: what that says stands in the other
    keys. ``text_start`` is where the text begins in the article's, to which all offsets count.
    """
    start = max(
        (r.span.end for r in article.regions if r.kind is RegionKind.FRONT_MATTER), default=0
    )
    document = {**article_json(article), "text_start": start, "text": article.text[start:]}
    return escaped(json.dumps(document, ensure_ascii=False))
