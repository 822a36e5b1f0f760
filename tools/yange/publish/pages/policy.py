"""The page of a policy: its status, its texts, its events, what it came from and what it did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from yange.compare import Operation
from yange.model import EFFECT_FIELDS, Effect, EventKind, Policy, Status, Version
from yange.publish.addresses import policy_address
from yange.publish.context import SiteContext, SiteView
from yange.publish.facts.timeline_chart import Drawing, Lane, draw
from yange.publish.page import Heading, Page
from yange.publish.pages.choose_two import choosing_link
from yange.publish.parts.change_rows import counts
from yange.publish.parts.citation_graph import cited_by, cites, made_under, made_under_it
from yange.publish.parts.correction_links import ways
from yange.publish.parts.downloads import policy_offers
from yange.publish.parts.event_rows import EventRow, acts, gathered
from yange.publish.parts.related_graph import graph
from yange.publish.parts.status_changes import Turn, ahead, turns
from yange.publish.view import language_of
from yange.timeline import Standing
from yange.timeline.line import age

__all__ = ["policy_page"]

_STATES = {Status.NOT_YET_IN_FORCE: "future", Status.IN_FORCE: "now", Status.SUSPENDED: "now"}
_ACTS = {
    EventKind.PARTIAL_REPEAL,
    EventKind.EXTENSION,
    EventKind.SUSPENSION,
    EventKind.REVIVAL,
    EventKind.DECLARED_LAPSED,
    EventKind.REPEAL,
}


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A text as the list of texts shows it; ``dated`` where it was ever in force.

    ``changed`` and ``current`` are links to comparisons.
    """

    version: Version
    standing: Standing
    interval: str
    dated: bool
    before: Version | None
    changed: str | None
    current: str | None
    counts: list[tuple[str, int]]
    ahead: list[Turn]


@dataclass(frozen=True, slots=True)
class Done:
    """What a text does to another instrument; ``happened`` is false where the text never took effect."""

    verb: str
    effect: Effect
    target: Policy | None
    version: Version
    day: date | None
    happened: bool


@dataclass(frozen=True, slots=True)
class SuccessionLink:
    """A link of the line of succession: another policy, the day, whether it went before, the comparison with it."""

    policy: Policy
    day: date
    before: bool
    compared: str | None


def policy_page(context: SiteContext, policy: Policy, language: str) -> Page:
    """Return the page of a policy."""
    address = policy_address(policy.id)
    view = context.view(language, address)
    words = view.words
    standing = context.timeline.standing(policy.id, context.on)
    headings = (
        "versions",
        "timeline",
        "events",
        "partial",
        "effects",
        "graph",
        "cites",
        "cited-by",
        "sources",
        "corrections",
        "offers",
    )
    shown = {
        "partial": bool(_partial(view, policy)),
        "effects": bool(_done(context, policy)),
        "corrections": any(v.corrections for v in policy.versions),
        "graph": graph(view, policy) is not None,
        "cites": bool(context.references.cites(policy.id)),
        "cited-by": bool(context.references.cited_by(policy.id)),
    }
    return Page(
        address=view.origin,
        language=language,
        title=policy.title,
        description=words.sentence([policy.title, view.wording.sentence(policy, standing)]),
        html=lambda: _html(view, policy, standing),
        contents=tuple(Heading(words(f"policy.{name}"), name) for name in headings if shown.get(name, True)),
        alternates=context.addresses.alternates(language, address),
        indexed=not policy.sample,
        scripts=("page.js", "compare.js"),
    )


def _html(view: SiteView, policy: Policy, standing: Standing) -> str:
    context, wording = view.context, view.wording
    rows = list(_rows(view, policy, standing))
    events = gathered(view, context.timeline.events(policy.id))
    drawing = _drawing(view, policy)
    return view.render(
        "policy.html",
        policy=policy,
        standing=standing,
        status=wording.status_key(policy, standing),
        sentence=wording.sentence(policy, standing),
        rows=rows,
        drawing=drawing,
        row_of={row.version.key: row for row in rows},
        events_on=_told(view, events, drawing),
        turns=turns(view, policy),
        ahead=ahead(view, policy),
        history=context.has_history(policy),
        graph=graph(view, policy),
        made_under=made_under(view, policy),
        made_under_it=made_under_it(view, policy),
        cites=cites(view, policy),
        cited_by=cited_by(view, policy),
        events=events,
        line=_line(view, policy),
        done=_done(context, policy),
        choosing=choosing_link(view, policy),
        pairs=[(old, new) for old, new in context.pairs.of(policy.id) if old.policy == policy.id],
        language=language_of(policy),
        partial=_partial(view, policy),
        offers=policy_offers(view, policy),
        correcting=ways(view, policy.path),
    )


def _told(view: SiteView, events: Sequence[EventRow], drawing: Drawing | None) -> Mapping[date, tuple[int, str]]:
    """Return for each day marked in the drawing the place of its first event in the list, from 1, and the words."""
    marked = {day for _, _, day in drawing.marks} if drawing is not None else set()
    found: dict[date, tuple[int, list[str]]] = {day: (1, []) for day in marked}
    for place, event in enumerate(events, 1):
        if event.day in marked:
            first, words = found[event.day]
            found[event.day] = (first if words else place, [*words, event.words])
    return {day: (first, view.words.series(words)) for day, (first, words) in found.items()}


def _rows(view: SiteView, policy: Policy, standing: Standing) -> Iterator[VersionRow]:
    timeline, on = view.context.timeline, view.context.on
    current = standing.version if standing.in_force else None
    for version in sorted(policy.versions, key=age, reverse=True):
        before = view.context.succession.replaced_by(version)
        yield VersionRow(
            version=version,
            standing=timeline.version_standing(version, on),
            interval=view.wording.interval(policy, version),
            dated=bool(timeline.periods(version)),
            before=before,
            changed=view.to_comparison(before, version) if before is not None else None,
            current=_to_current(view, version, current),
            counts=_counts(view, before, version),
            ahead=ahead(view, policy, version),
        )


def _counts(view: SiteView, before: Version | None, version: Version) -> list[tuple[str, int]]:
    """Return what a text changed in numbers, where it can be compared with the one before."""
    context = view.context
    if before is None or not context.pairs.has(before, version):
        return []
    found = counts(context.compared(before.body, version.body))
    return [(name, count) for name, count in found if name != Operation.UNCHANGED.value]


def _to_current(view: SiteView, version: Version, current: Version | None) -> str | None:
    if current is None or current.key == version.key:
        return None
    return view.compare_any(version, current)


def _drawing(view: SiteView, policy: Policy) -> Drawing | None:
    timeline, on = view.context.timeline, view.context.on
    lanes = []
    for version in policy.versions:
        period = timeline.period(version)
        if period is None:
            continue
        status = timeline.version_standing(version, on).status
        marks = (e.day for e in timeline.events(policy.id) if e.version == version.key and e.kind in _ACTS)
        lanes.append(
            Lane(
                name=view.wording.version_day(version),
                state="never" if period.empty else _STATES.get(status, "past"),
                pieces=timeline.periods(version) or (period,),
                marks=tuple(dict.fromkeys(marks)),
                key=version.key,
            )
        )
    return draw(lanes, on) if lanes else None


def _line(view: SiteView, policy: Policy) -> list[SuccessionLink]:
    """Return the policies that this one ended as a whole, then those that ended it."""
    context = view.context
    compared = {other.id: link for version in policy.versions for other, link in view.across(version)}
    before = [e for e in context.acts_of(policy.id) if e.kind is EventKind.REPEAL]
    after = [e for e in context.timeline.events(policy.id) if e.kind is EventKind.REPEAL and e.by_policy != policy.id]
    found: dict[tuple[str, bool], SuccessionLink] = {}
    for event, other, earlier in (
        *((e, e.policy, True) for e in before),
        *((e, e.by_policy or "", False) for e in after),
    ):
        target = context.policies.get(other)
        if target is not None:
            found.setdefault((target.id, earlier), SuccessionLink(target, event.day, earlier, compared.get(target.id)))
    return list(found.values())


def _done(context: SiteContext, policy: Policy) -> list[Done]:
    """Return what the policy's texts do to other instruments, each once, by the first text that does it."""
    found: dict[tuple[object, ...], Done] = {}
    for version in policy.versions:
        period = context.timeline.period(version)
        for kind, effect in version.acts:
            name = EFFECT_FIELDS[kind]
            target = context.policies.get(effect.policy) if effect.policy else None
            if target is not None and target.id == policy.id:
                continue
            key = (name, effect.policy or effect.number or effect.title, effect.extent, effect.until)
            happened = period is None or not period.empty
            done = Done(name, effect, target, version, effect.on or version.effective, happened)
            if key not in found or (happened and not found[key].happened):
                found[key] = done
    return list(found.values())


def _partial(view: SiteView, policy: Policy) -> list[EventRow]:
    kinds = {EventKind.CLAUSE_BEGINS, EventKind.CLAUSE_ENDS}
    events = view.context.timeline.events(policy.id)
    return acts(view, (e for e in events if e.clauses or e.kind in kinds))
