"""Lists of policies by place, kind, issuer, year and status, a hundred on a page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from yange.model import Policy, Version
from yange.provenance.freshness import freshness
from yange.publish.addresses import UNPLACED, list_address, place_entry
from yange.publish.context import SiteContext, SiteView
from yange.publish.page import Heading, Page
from yange.publish.parts.downloads import Offer, named_offers, place_offers
from yange.publish.parts.status_changes import Turn, ahead
from yange.publish.search.search_documents import year_of

__all__ = ["WAYS", "PolicyRow", "Way", "list_pages", "row", "ways"]

WAYS = ("place", "kind", "issuer", "year", "status")
_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class PolicyRow:
    """A policy as lists show it, as of the day of the build and in the days after.

    ``version`` is the text that the status is about, ``first`` its first day, ``last`` its last where known; ``until``
    is what is said where none is.
    """

    policy: Policy
    version: Version | None
    status: str
    number: str | None
    held: bool
    first: date | None
    last: date | None
    until: str
    ahead: list[Turn]


@dataclass(frozen=True, slots=True)
class Way:
    """One entry of a way in: its name, what it is called in the page's language, its address and how many it lists."""

    name: str
    shown: str
    address: str
    policies: Sequence[Policy]


def row(view: SiteView, policy: Policy) -> PolicyRow:
    """Return a policy as lists show it."""
    timeline = view.context.timeline
    standing = timeline.standing(policy.id, view.context.on)
    version = standing.version
    period = timeline.period(version) if version is not None else None
    return PolicyRow(
        policy,
        version,
        view.wording.status_key(policy, standing),
        version.number if version is not None else None,
        version is None or version.held,
        period.start if period is not None and not period.empty else None,
        timeline.last_day(version) if version is not None else None,
        view.wording.until(standing) if standing.in_force else "",
        ahead(view, policy),
    )


def ways(view: SiteView, way: str) -> list[Way]:
    """Return the entries of a way in, largest first; years from the last one on, statuses as the statuses go."""
    found = grouped(view.context)[way]
    return [Way(name, _shown(view, way, name), list_address(way, name), policies) for name, policies in found.items()]


def _shown(view: SiteView, way: str, name: str) -> str:
    if way == "status":
        return view.words(f"status.{name}")
    return view.words("place.unknown") if (way, name) == ("place", UNPLACED) else name


def grouped(context: SiteContext) -> Mapping[str, Mapping[str, list[Policy]]]:
    """Return the policies by way and name; worked out once for a site."""
    return context.once("lists", partial(_grouped, context))


def _grouped(context: SiteContext) -> Mapping[str, Mapping[str, list[Policy]]]:
    found: dict[str, dict[str, list[Policy]]] = {way: defaultdict(list) for way in WAYS}
    addresses: dict[str, str] = {}
    for policy in context.library.policies:
        for way, name in _names(context, policy):
            # two names that make one address share its list, under the first of them
            place = found[way][addresses.setdefault(list_address(way, name), name)]
            if not place or place[-1] is not policy:
                place.append(policy)
    return {way: dict(sorted(entries.items(), key=partial(_order, way))) for way, entries in found.items()}


def _order(way: str, entry: tuple[str, list[Policy]]) -> tuple[int, str]:
    name, policies = entry
    return (-int(name), "") if way == "year" else (-len(policies), name)


def _names(context: SiteContext, policy: Policy) -> Iterator[tuple[str, str]]:
    standing = context.timeline.standing(policy.id, context.on)
    yield "place", place_entry(policy.place)
    if policy.kind:
        yield "kind", policy.kind
    for issuer in dict.fromkeys(issuer for version in policy.versions for issuer in version.issuer):
        yield "issuer", issuer
    for year in dict.fromkeys(map(year_of, policy.versions)):
        if year is not None:
            yield "year", str(year)
    yield "status", context.english.status_key(policy, standing)


def list_pages(context: SiteContext, language: str) -> Iterator[tuple[SiteContext, Page]]:
    """Yield the pages of all ways in: for each way one of its entries, for each entry its policies.

    Each is after what it is made from: it is as of the day since when nothing has changed of the policies it lists.
    """
    for way in WAYS:
        entries = ways(context.view(language, ""), way)
        yield _unchanging(context), _overview(context, way, entries, language)
        for entry in entries:
            as_of = context.since(context.days.first((one.id for one in entry.policies), _looks(context, way, entry)))
            count = -(-len(entry.policies) // _AT_ONCE)
            for number in range(1, count + 1):
                yield as_of, _list(as_of, way, entry, (number, count), language)


def _unchanging(context: SiteContext) -> SiteContext:
    """Return the context of a page that no day changes."""
    return context.since(context.days.first(()))


def _looks(context: SiteContext, way: str, entry: Way) -> Iterator[date]:
    """Yield the days that the list of a place shows beside those of its policies: on which its texts were made."""
    if way == "place":
        for policy in entry.policies:
            for version in policy.versions:
                yield from filter(None, (version.signed, version.published, version.effective))


def _page(
    context: SiteContext, language: str, address: str, title: str, html: Callable[[], str], indexed: bool, listed: str
) -> Page:
    return Page(
        address=context.addresses.of(language, address),
        language=language,
        title=title,
        description=title,
        html=html,
        contents=(Heading(title, "top"),),
        alternates=context.addresses.alternates(language, address),
        indexed=indexed,
        scripts=("page.js", "lists.js"),
        basis=listed,
    )


def _overview(context: SiteContext, way: str, entries: Sequence[Way], language: str) -> Page:
    address = list_address(way)
    view = context.view(language, address)
    title = view.words(f"by.{way}")

    def html() -> str:
        return view.render("ways.html", way=way, title=title, entries=entries)

    listed = repr([(entry.name, len(entry.policies)) for entry in entries])
    return _page(context, language, address, title, html, _published(context.library.policies), listed)


def _list(context: SiteContext, way: str, entry: Way, place: tuple[int, int], language: str) -> Page:
    number, count = place
    address = list_address(way, entry.name, number)
    view = context.view(language, address)
    title = view.words("by.title", way=view.words(f"by.{way}"), name=entry.shown)
    policies = entry.policies[(number - 1) * _AT_ONCE : number * _AT_ONCE]

    def html() -> str:
        return view.render(
            "list.html",
            way=way,
            entry=entry,
            title=title,
            rows=[row(view, policy) for policy in policies],
            number=number,
            pages=[view.to(list_address(way, entry.name, n)) for n in range(1, count + 1)],
            to_way=view.to(list_address(way)),
            statuses=_statuses(view, entry),
            fresh=freshness(entry.policies, context.on, context.settings.stale_days) if way == "place" else None,
            offers=_offers(view, way, entry),
        )

    listed = repr([policy.id for policy in entry.policies])
    return _page(context, language, address, title, html, _published(policies), listed)


def _statuses(view: SiteView, entry: Way) -> list[str]:
    """Return the statuses of the policies of a whole list, each once."""
    timeline, on = view.context.timeline, view.context.on
    found = (view.wording.status_key(policy, timeline.standing(policy.id, on)) for policy in entry.policies)
    return sorted(set(found))


def _offers(view: SiteView, way: str, entry: Way) -> list[Offer]:
    """Return the feeds and calendars of a place (those of each folder with policies of it), an issuer or a kind."""
    if way in {"issuer", "kind"}:
        return named_offers(view, way, entry.name)
    folders = dict.fromkeys(policy.id.split("/")[0] for policy in entry.policies) if way == "place" else ()
    return [offer for folder in folders for offer in place_offers(view, folder)]


def _published(policies: Iterable[Policy]) -> bool:
    """Return whether search engines may list a page: where one of its policies is no sample."""
    return any(not policy.sample for policy in policies)
