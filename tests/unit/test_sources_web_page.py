"""Saved web pages: the article's paragraphs and what the page says of itself."""

from datetime import date

import pytest

from crisis_reader.sources.web_page import read_web_page

PAGE = """<!DOCTYPE html><html lang="es-BO"><head><title>Ley aprobada | El Faro</title>
<meta property="og:site_name" content="El Faro"><meta property="og:title" content="Ley aprobada">
<meta property="article:published_time" content="2019-11-15T08:00:00-04:00">
<link rel="canonical" href="https://elfaro.example/ley"><style>p {color: red}</style></head>
<body><header><nav>Inicio Deportes</nav></header><main><article><h1>La ley,
 aprobada</h1><p>Primera  línea<br>segunda&nbsp;l&iacute;nea.</p><!-- <p>never</p> -->
<figure><img src="a.jpg"><figcaption>Una foto del acto</figcaption></figure>
<p>Dijo <b>ayer</b>: &lt;sí&gt;.<aside>Lea también</aside><script>var p = "<p>no</p>";</script>
</article></main><footer>Derechos reservados</footer></body></html>"""


def test_paragraphs_of_the_article() -> None:
    """Blank lines between paragraphs; navigation, asides, scripts and the footer are left out."""
    assert read_web_page(PAGE).text == (
        "La ley, aprobada\n\nPrimera línea\nsegunda línea.\n\nUna foto del acto\n\nDijo ayer: <sí>."
    )


def test_what_the_page_says_of_itself() -> None:
    """Meta elements give title, outlet, day, address and language."""
    said = read_web_page(PAGE).metadata
    assert (said.title, said.outlet, said.language) == ("Ley aprobada", "El Faro", "es")
    assert (said.published, said.url) == (date(2019, 11, 15), "https://elfaro.example/ley")


def test_linked_data_wins() -> None:
    """JSON-LD is what publishers keep most carefully."""
    linked = (
        '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "no"}, '
        '{"@type": ["NewsArticle"], "headline": "H &amp; I", "datePublished": "2019-11-16", '
        '"publisher": {"name": "P"}, "inLanguage": "en"}]}</script>'
    )
    said = read_web_page(PAGE.replace("<style>", linked + "<style>")).metadata
    assert (said.title, said.outlet, said.published) == ("H & I", "P", date(2019, 11, 16))


@pytest.mark.parametrize("broken", ["{oops", "[" * 50_000, "[1, null]", '{"@type": 3}'])
def test_broken_linked_data_says_nothing(broken: str) -> None:
    """The rest of the page still speaks."""
    page = PAGE.replace("<style>", f'<script type="application/ld+json">{broken}</script><style>')
    assert read_web_page(page).metadata.title == "Ley aprobada"


def test_the_window_title_without_the_outlet() -> None:
    """Where nothing better is said the window's title serves, without the site's name."""
    page = (
        '<title>Vote held - The Post</title><meta property="og:site_name" content="The Post">'
        "<p>Words of the article."
    )
    assert read_web_page(page).metadata.title == "Vote held"


def test_a_teaser_is_not_the_article() -> None:
    """The longest article element wins, and one of few words only if there is nothing else."""
    words = "word " * 60
    page = f"<article>Read more here</article><article><p>{words}</article><article>And</article>"
    assert read_web_page(page).text == words.strip()


def test_a_short_article_among_menus() -> None:
    """An article that is most of its page is the article, however short."""
    page = "<div><ul><li>Home<li>World</ul></div><article><p>It meets on Friday.</article>"
    assert read_web_page(page).text == "It meets on Friday."


def test_a_page_without_structure() -> None:
    """A page of bare paragraphs is read whole."""
    assert read_web_page("<p>One.<p>Two.").text == "One.\n\nTwo."


def test_hidden_parts_are_left_out() -> None:
    """What the page does not show is not told."""
    assert read_web_page("<p>Seen.</p><div hidden><div>No</div>no</div><p>Also.").text == (
        "Seen.\n\nAlso."
    )


def test_a_day_only_in_a_time_element() -> None:
    """The first machine-readable time on the page is the last place to look."""
    page = '<p>Words.</p><time datetime="2019-11-14T10:00Z">yesterday</time>'
    assert read_web_page(page).metadata.published == date(2019, 11, 14)


def test_deep_nesting_is_no_obstacle() -> None:
    """Two hundred thousand open elements are read like any other."""
    assert read_web_page("<div>" * 200_000 + "Deep.").text == "Deep."


def test_a_page_that_shows_nothing() -> None:
    """Scripts alone are no article."""
    assert not read_web_page("<html><script>app()</script><nav>Home</nav></html>").text
