"""What robots.txt allows, and how long it wants to be left alone."""

import pytest

from crisis_reader.sources.robots import Robots

RULES = b"""User-agent: crisis-reader
Disallow: /private/
Allow: /private/open
Crawl-delay: 3

User-agent: *
Disallow: /
"""


@pytest.mark.parametrize(
    ("path", "allowed"), [("/news", True), ("/private/a", False), ("/private/open", True)]
)
def test_the_rules_for_this_program_count(path: str, *, allowed: bool) -> None:
    """Its own group wins over that for all; the longer rule wins."""
    assert Robots.read(RULES).allows(f"https://example.org{path}") is allowed


def test_the_delay_is_what_the_site_says() -> None:
    """In seconds, at most ten; none where it says nothing."""
    assert Robots.read(RULES).delay == 3
    assert Robots.read(b"User-agent: *\nCrawl-delay: 900").delay == 10
    assert Robots.read(b"").delay == 0


@pytest.mark.parametrize("allowed", [True, False])
def test_a_site_without_rules(*, allowed: bool) -> None:
    """What is allowed then depends on why there are none."""
    rules = Robots.without(allowed=allowed)
    assert rules.allows("https://example.org/") is allowed
    assert rules.delay == 0


def test_bytes_that_are_no_text_do_no_harm() -> None:
    """They are rules that nobody understands."""
    assert Robots.read(b"\xff\xfe\0User-agent\x80: *").allows("https://example.org/")
