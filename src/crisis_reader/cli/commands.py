"""What each command does: select articles, make the report, print it, return the exit code."""

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from crisis_reader.article import Article
from crisis_reader.cli.options import FINE, INCOMPLETE, WRONG_USAGE, Options
from crisis_reader.cli.output import complain, put, tell
from crisis_reader.cli.pool import Selection
from crisis_reader.cli.selection import select
from crisis_reader.errors import Problem, UsageError
from crisis_reader.reports.json_parts import Document, dumped

if TYPE_CHECKING:
    from crisis_reader.succession import Line

_MOST_IN_AN_OVERVIEW = 100
"""Articles; each is compared with each: 4,950 pairs take a minute."""

_MOST_FOR_A_LINE = 1_000
"""Articles; they take half a minute."""


def list_articles(options: Options) -> int:
    """List articles with the short ids that other commands take."""
    from crisis_reader.reports.listing import list_json, list_text  # noqa: PLC0415

    chosen = select(options, accounts=True)
    return _report(
        options,
        chosen,
        text=lambda: list_text(chosen.articles, chosen.accounts),
        json=lambda: list_json(chosen.articles, chosen.problems, chosen.accounts),
    )


def show(options: Options) -> int:
    """Print articles whole."""
    from crisis_reader.reports.article_text import article_text, show_json  # noqa: PLC0415

    chosen = select(options)
    return _report(
        options,
        chosen,
        text=lambda: "\n\n".join(map(article_text, chosen.articles)),
        json=lambda: show_json(chosen.articles, chosen.problems),
    )


def compare(options: Options) -> int:
    """Tell what two or more articles share and where they part, pair by pair."""
    from crisis_reader.alignment import Grade, align, prepare  # noqa: PLC0415
    from crisis_reader.library.own_files import read_own_files  # noqa: PLC0415
    from crisis_reader.reports.comparison_html import comparison_html  # noqa: PLC0415
    from crisis_reader.reports.comparison_json import comparison_json  # noqa: PLC0415
    from crisis_reader.reports.comparison_markdown import comparison_markdown  # noqa: PLC0415
    from crisis_reader.reports.comparison_text import comparison_text  # noqa: PLC0415

    chosen = select(options, pair=True)
    if len(chosen.articles) < 2:  # noqa: PLR2004 - a comparison takes two
        tell(chosen.problems)
        complain(f"comparing takes two articles or more, {len(chosen.articles)} could be read")
        return INCOMPLETE if any(p.lost for p in chosen.problems) else WRONG_USAGE
    own = read_own_files(chosen.places, chosen.articles, named=options.corrections)
    chosen = replace(chosen, problems=(*chosen.problems, *own.problems))
    prepared = [
        prepare(article, corrections=own.corrections, concepts=own.concepts)
        for article in chosen.articles
    ]
    alignments = [align(left, right) for left, right in itertools.combinations(prepared, 2)]
    told = {"text": comparison_text, "md": comparison_markdown, "html": comparison_html}
    return _report(
        options,
        chosen,
        text=lambda: told[options.form](
            chosen.articles,
            alignments,
            at_least=Grade.WEAK if options.all_grades else None,
            with_only=options.only,
        ),
        json=lambda: comparison_json(chosen.articles, alignments, chosen.problems),
    )


def overview(options: Options) -> int:
    """Tell what several articles tell, who differs and who leaves it out."""
    from crisis_reader.alignment import align_all, prepare  # noqa: PLC0415
    from crisis_reader.library.own_files import read_own_files  # noqa: PLC0415
    from crisis_reader.reports.overview import (  # noqa: PLC0415
        overview_html,
        overview_json,
        overview_markdown,
        overview_text,
    )

    chosen = select(options)
    if len(chosen.articles) > _MOST_IN_AN_OVERVIEW:
        raise UsageError(
            f"{len(chosen.articles):,} articles are more than one overview holds "
            f"({_MOST_IN_AN_OVERVIEW}); name those meant: 'crisis-reader search' finds their ids"
        )
    own = read_own_files(chosen.places, chosen.articles, named=options.corrections)
    chosen = replace(chosen, problems=(*chosen.problems, *own.problems))
    found = align_all(
        prepare(article, corrections=own.corrections, concepts=own.concepts)
        for article in chosen.articles
    )
    told = {"text": overview_text, "md": overview_markdown, "html": overview_html}
    return _report(
        options,
        chosen,
        text=lambda: told[options.form](chosen.articles, found),
        json=lambda: overview_json(chosen.articles, found, chosen.problems),
    )


def succession(options: Options) -> int:
    """Tell who holds power, who says so, and who is next in line."""
    from crisis_reader.reports.succession import (  # noqa: PLC0415
        succession_html,
        succession_markdown,
        succession_text,
        succession_wiki,
    )
    from crisis_reader.reports.succession_json import succession_json  # noqa: PLC0415

    forms = {
        "text": succession_text,
        "md": succession_markdown,
        "wiki": succession_wiki,
        "html": succession_html,
    }
    return _power(options, forms, succession_json)


def chronicle(options: Options) -> int:
    """Tell what happened, by day, and who says so."""
    from crisis_reader.reports.chronicle import (  # noqa: PLC0415
        chronicle_html,
        chronicle_json,
        chronicle_markdown,
        chronicle_text,
    )

    forms = {"text": chronicle_text, "md": chronicle_markdown, "html": chronicle_html}
    return _power(options, forms, chronicle_json)


def _power(
    options: Options,
    forms: Mapping[str, Callable[["Line"], str]],
    json: Callable[["Line", Sequence[Problem]], Document],
) -> int:
    """Draw the line that the options ask for and print it in their form."""
    from crisis_reader.library.own_files import read_own_files  # noqa: PLC0415
    from crisis_reader.succession import line_of_succession  # noqa: PLC0415

    chosen = select(options, newest_story=options.outlet is None)  # an outlet is a scope, too
    if not options.names and len(chosen.articles) > _MOST_FOR_A_LINE:
        raise UsageError(
            f"{len(chosen.articles):,} articles are more than one line is drawn from at once; name "
            "those meant: 'crisis-reader search' finds their ids"
        )
    own = read_own_files(chosen.places, chosen.articles, named=options.corrections)
    chosen = replace(chosen, problems=(*chosen.problems, *own.problems))
    line = line_of_succession(
        _of_outlet(chosen.articles, options.outlet),
        order=options.order,
        as_of=options.as_of,
        known_by=options.known_by,
        corrections=own.corrections,
        corrections_from=own.corrections_from,
        orders=own.orders,
        out_of=chosen.out_of,
    )
    told = replace(chosen, problems=(*chosen.problems, *line.problems, *_choose(line)))
    return _report(
        options,
        told,
        text=lambda: forms[options.form](line),
        json=lambda: json(line, chosen.problems),
    )


def _choose(line: "Line") -> tuple[Problem, ...]:
    """What to do where the texts do not tell which order it is."""
    if line.order is not None or not any(reading.events for reading in line.readings):
        return ()
    message = "none fits by itself; 'crisis-reader orders' lists those that '--order ID' takes"
    return (Problem(source="order of succession", message=message, lost=False),)


def list_orders(options: Options) -> int:
    """List the orders of succession that are known: bundled ones and those beside the sources."""
    from crisis_reader.library.own_files import parsed_orders  # noqa: PLC0415
    from crisis_reader.reports.order_list import orders_json, orders_text  # noqa: PLC0415
    from crisis_reader.sources import side_files  # noqa: PLC0415
    from crisis_reader.succession import known_orders  # noqa: PLC0415

    beside = side_files(options.names)
    own, faults = parsed_orders(beside)
    orders = known_orders(own)
    problems = (*beside.problems, *faults)
    put(dumped(orders_json(orders, problems)) if options.form == "json" else orders_text(orders))
    return INCOMPLETE if tell(problems) else FINE


def _report(
    options: Options,
    chosen: Selection,
    *,
    text: Callable[[], str],
    json: Callable[[], Document],
) -> int:
    """Print the form asked for, then what could not be read."""
    put(dumped(json()) if options.form == "json" else text())
    return INCOMPLETE if tell(chosen.problems) else FINE


def _of_outlet(articles: Sequence[Article], outlet: str | None) -> tuple[Article, ...]:
    """The articles of one outlet or agency, in any case; all where None.

    Raises:
        UsageError: If none is; the message names those there are.
    """
    if outlet is None:
        return tuple(articles)
    wanted = outlet.casefold()
    kept = tuple(
        a for a in articles if wanted in {(a.outlet or "").casefold(), (a.agency or "").casefold()}
    )
    if not kept:
        there = ", ".join(sorted({a.outlet for a in articles if a.outlet})) or "none"
        raise UsageError(f"no article is by '{outlet}'; the outlets are: {there}")
    return kept
