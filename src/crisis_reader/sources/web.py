"""What an address holds: a page with an article, or a feed with many.

The one place where fetching, decoding and the readers of pages and feeds meet. Nothing here raises
for what a site does: it comes back as a problem.
"""

import time
from collections.abc import Iterator, MutableMapping
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from crisis_reader.article import Article
from crisis_reader.errors import Problem, is_fault, told
from crisis_reader.sources.addresses import host_of, joined
from crisis_reader.sources.contents import Holder, read_page
from crisis_reader.sources.decoding import Decoded, NotTextError, decode
from crisis_reader.sources.faults import FetchError
from crisis_reader.sources.feed import Feed, NoFeedError, articles_of, is_feed, read_feed
from crisis_reader.sources.fetching import Fetched, Fetcher
from crisis_reader.sources.journal import counts, note
from crisis_reader.sources.limits import Limits
from crisis_reader.sources.naming import canonical
from crisis_reader.sources.pages import Pages
from crisis_reader.sources.web_page import WebPage, read_web_page

_ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, text/html, "
    "application/xhtml+xml, application/xml;q=0.9, text/plain;q=0.8, */*;q=0.5"
)
_TEXT = ("text/", "application/xml", "application/xhtml", "application/json", "application/feed")
_TEXT_ENDINGS = ("+xml", "+json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What an address holds now."""

    address: str
    """Of what was found: of the feed where a page led to one."""
    items: tuple[Article | Problem, ...] = ()
    is_feed: bool = False
    title: str | None = None
    """The feed's; None for a page."""
    failed: bool = False
    """Whether it could not be fetched or read; the items say why."""
    unchanged: bool = False
    """Whether the site said that nothing changed since it was fetched last."""


class Web:
    """Fetches and reads addresses."""

    def __init__(
        self,
        limits: Limits,
        *,
        cache: Path | None = None,
        not_before: MutableMapping[str, float] | None = None,
    ) -> None:
        """Open nothing yet; the arguments are those of ``Fetcher``."""
        self._fetcher = Fetcher(limits, cache=cache, not_before=not_before)
        self._pages = Pages()
        self._limits = limits

    def close(self) -> None:
        """Close every connection, and end the process that reads."""
        self._fetcher.close()
        self._pages.close()

    def stop(self) -> None:
        """Give up what is under way in any thread, and ask nothing more."""
        self._fetcher.stop()

    def look(self, address: str, *, for_feeds: bool = True) -> Found:
        """What there is at an address.

        Args:
            address: Of a page or a feed.
            for_feeds: Whether the front page of a site stands for the feed that it names.
        """
        try:
            return self._found(address, for_feeds=for_feeds)
        except BaseException as error:
            if not is_fault(error):
                raise
            message = f"could not be read, something broke inside: {told(error)}"
            problem = Problem(source=address, message=message)
            return Found(address=address, items=(problem,), failed=True)

    def _found(self, address: str, *, for_feeds: bool) -> Found:
        try:
            fetched = self._fetcher.fetch(address, accept=_ACCEPT)
        except FetchError as error:
            problem = Problem(source=address, message=str(error))
            return Found(address=address, items=(problem,), failed=True)
        begun = time.perf_counter()
        try:
            decoded = _decoded(fetched)
            if is_feed(decoded.text):
                return _told(self._feed(fetched, decoded), begun)
            page = self._page(fetched, decoded)
        except (NotTextError, NoFeedError) as error:
            note("refused", address, str(error), since=begun)
            problem = Problem(source=address, message=str(error))
            return Found(address=address, items=(problem,), failed=True)
        if for_feeds and page.feeds and _is_front(page, fetched.address):
            base = joined(fetched.address, page.base or "") or fetched.address
            feed = joined(base, page.feeds[0])
            led = self.look(feed, for_feeds=False) if feed else None
            if led is not None and led.is_feed:
                return led
        items = (
            *_remarks(fetched, decoded),
            *_articles(page, fetched, decoded, self._limits),
        )
        found = Found(
            address=address,
            items=items,
            failed=not any(isinstance(item, Article) for item in items),
            unchanged=fetched.unchanged,
        )
        return _told(found, begun)

    def full(self, address: str, summary: Article | None = None) -> Article | Problem:
        """The article on the page at an address, under that very address.

        Args:
            address: Of the page.
            summary: What a feed told of it, which fills in what the page does not say of itself.
        """
        for item in (found := self.look(address, for_feeds=False)).items:
            if isinstance(item, Article) and not found.is_feed:
                return _known_as(_filled(item, summary) if summary else item, address)
        problems = [item for item in found.items if isinstance(item, Problem)]
        message = "is a feed, no page with an article"
        return problems[0] if problems else Problem(source=address, message=message)

    def _feed(self, fetched: Fetched, decoded: Decoded) -> Found:
        feed: Feed = read_feed(decoded.text, fetched.address, self._pages.parser)
        return Found(
            address=fetched.address,
            items=(
                *_remarks(fetched, decoded),
                *articles_of(feed, fetched.address, self._limits.characters),
            ),
            is_feed=True,
            title=feed.title,
            unchanged=fetched.unchanged,
        )

    def _page(self, fetched: Fetched, decoded: Decoded) -> WebPage:
        if fetched.media_type == "text/plain":
            return WebPage(text=decoded.text, metadata=read_web_page("").metadata)
        return self._pages.read(decoded.text)


def read_address(address: str, limits: Limits) -> Iterator[Article | Problem]:
    """The articles and problems at one address."""
    with closing(Web(limits)) as web:
        yield from web.look(address).items


def _told(found: Found, begun: float) -> Found:
    """The same, put into the journal."""
    articles = sum(isinstance(item, Article) for item in found.items)
    said = f"{'a feed' if found.is_feed else 'a page'}, "
    said += counts(articles, len(found.items) - articles)
    note("read", found.address, said, since=begun)
    return found


def _decoded(fetched: Fetched) -> Decoded:
    """The characters of an answer.

    Raises:
        NotTextError: If it is no text.
    """
    kind = fetched.media_type
    if kind and not (kind.startswith(_TEXT) or kind.endswith(_TEXT_ENDINGS)):
        raise NotTextError(f"is no page and no feed but {kind}; save its text as .txt and open it")
    return decode(fetched.body, markup=True, declared=fetched.charset)


def _remarks(fetched: Fetched, decoded: Decoded) -> Iterator[Problem]:
    if decoded.remark:
        message = decoded.remark.partition("; if letters")[0]
        yield Problem(source=fetched.address, message=message, lost=False)


def _articles(
    page: WebPage, fetched: Fetched, decoded: Decoded, limits: Limits
) -> Iterator[Article | Problem]:
    own = _own_address(page.metadata.url, fetched.address)
    page = replace(page, metadata=replace(page.metadata, url=own))
    holder = Holder(name=fetched.address, uri=fetched.address)
    yield from read_page(holder, page, decoded, limits)


def _is_front(page: WebPage, address: str) -> bool:
    """Whether it is the front page of a site, as far as page and address tell."""
    at_root = urlsplit(address).path in ("", "/")
    return page.is_article is False or (page.is_article is None and at_root)


def _own_address(said: str | None, address: str) -> str:
    """The address that a page gives as its own, if that can be one.

    A page may speak for its own site only; some sites give their front page on every page.
    """
    if said is None:
        return address
    if _site(said) != _site(address):
        return address
    own, here = urlsplit(said), urlsplit(address)
    is_front = own.path in ("", "/") and not own.query
    return address if is_front and here.path not in ("", "/") else said


def _site(address: str) -> str:
    return host_of(address).removeprefix("www.")


def _filled(page: Article, summary: Article) -> Article:
    """The page with the outlet, day, language, title and tags that only its feed tells."""
    if page.published is None and summary.published is not None:
        day = summary.published, summary.published_from
        page = replace(page, published=day[0], published_from=day[1])
    if page.title_is_made and not summary.title_is_made:
        page = replace(page, title=summary.title, title_is_made=False)
    return replace(
        page,
        outlet=page.outlet or summary.outlet,
        language=page.language or summary.language,
        tags=page.tags or summary.tags,
    )


def _known_as(article: Article, address: str) -> Article:
    return replace(article, id=canonical(address) or article.id, url=address)
