"""An article as a row and back: every field but the text as JSON, the text as bytes.

What is read back is equal to what was put in, field for field, regions included: rules of reading
that change later do not change what was read before.
"""

import json
from datetime import date

from crisis_reader.article import Article, Origin, Region, RegionKind, TextIs
from crisis_reader.library.file.database import unpacked
from crisis_reader.text.spans import Span


def pack_article(article: Article) -> str:
    """The article but its id, version and text."""
    origin = article.origin
    record = {
        "title": article.title,
        "title_is_made": article.title_is_made,
        "outlet": article.outlet,
        "agency": article.agency,
        "published": article.published.isoformat() if article.published else None,
        "published_from": article.published_from,
        "language": article.language,
        "url": article.url,
        "tags": article.tags,
        "note": article.note,
        "summary_only": article.summary_only,
        "origin": [
            *(origin.uri, origin.member, origin.encoding),
            *(origin.encoding_assumed, origin.text_is.value),
        ],
        "regions": [[r.kind.value, *r.span] for r in article.regions],
    }
    # Escaped to ASCII, so that half a character survives too.
    return json.dumps(record, separators=(",", ":"))


def unpack_article(record: str, *, id: str, version: str, text: bytes | str) -> Article:  # noqa: A002 - the field's own name
    """The article as it was packed."""
    known = json.loads(record)
    uri, member, encoding, assumed, text_is = known["origin"]
    published = known["published"]
    return Article(
        id=id,
        version=version,
        text=unpacked(text),
        title=known["title"],
        title_is_made=known["title_is_made"],
        outlet=known["outlet"],
        agency=known["agency"],
        published=date.fromisoformat(published) if published else None,
        published_from=known["published_from"],
        language=known["language"],
        url=known["url"],
        tags=tuple(known["tags"]),
        note=known["note"],
        summary_only=known["summary_only"],
        origin=Origin(
            uri=uri,
            member=member,
            encoding=encoding,
            encoding_assumed=assumed,
            text_is=TextIs(text_is),
        ),
        regions=tuple(
            Region(kind=RegionKind(kind), span=Span(start, end))
            for kind, start, end in known["regions"]
        ),
    )
