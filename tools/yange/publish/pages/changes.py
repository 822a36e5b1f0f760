"""The pages of changes: the last week, month and year and what is next, and every year by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby

from yange.model import Event
from yange.publish.addresses import BETWEEN, CHANGES, changes_address
from yange.publish.context import SiteContext
from yange.publish.page import Heading, Page
from yange.publish.parts.happenings import ahead_bands, by_year, past_bands, rows

__all__ = ["changes_page", "year_pages"]

_MOST = 150
_AT_ONCE = 200


def year_pages(context: SiteContext, language: str) -> Iterator[tuple[SiteContext, Page]]:
    """Yield for each year with changes its pages, each after what it is made from.

    A page with an event to come counts the days until then: it is made anew every day.
    """
    for year, events in by_year(context).items():
        count = -(-len(events) // _AT_ONCE)
        for number in range(1, count + 1):
            some = events[(number - 1) * _AT_ONCE : number * _AT_ONCE]
            days = [event.day for event in some]
            as_of = context if max(days) > context.on else context.since(context.days.first((), days))
            yield as_of, _year(as_of, language, year, some, (number, count))


def changes_page(context: SiteContext, language: str) -> Page:
    """Return the page of the last and the next changes."""
    view = context.view(language, CHANGES)

    def html() -> str:
        years = [(year, len(found), view.to(changes_address(year))) for year, found in by_year(context).items()]
        ahead = list(ahead_bands(view, _MOST))
        return view.render(
            "changes.html",
            past=past_bands(view, _MOST),
            ahead=ahead,
            years=years,
            rows=partial(rows, view),
            to_between=view.to(BETWEEN),
        )

    return _page(context, language, CHANGES, view.words("changes.title"), html)


def _year(context: SiteContext, language: str, year: int, events: Sequence[Event], place: tuple[int, int]) -> Page:
    number, count = place
    address = changes_address(year, number)
    view = context.view(language, address)

    def html() -> str:
        months = [(f"{year}-{month:02}", list(found)) for month, found in groupby(events, key=lambda e: e.day.month)]
        pages = [view.to(changes_address(year, n)) for n in range(1, count + 1)]
        to_all = view.to(CHANGES)
        return view.render(
            "changes_year.html",
            year=year, months=months, pages=pages, number=number, to_all=to_all, rows=partial(rows, view),
        )  # fmt: skip

    return _page(context, language, address, view.words("changes.of", year=year), html)


def _page(context: SiteContext, language: str, address: str, title: str, html: Callable[[], str]) -> Page:
    return Page(
        address=context.addresses.of(language, address),
        language=language,
        title=title,
        description=title,
        html=html,
        contents=(Heading(title, "top"),),
        alternates=context.addresses.alternates(language, address),
        indexed=any(not policy.sample for policy in context.library.policies),
        scripts=("page.js", "bands.js"),
    )
