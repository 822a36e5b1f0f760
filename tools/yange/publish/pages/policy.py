"""The page of a policy: its status, its texts, its events, what it came from and what it did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from yange.model import EFFECT_FIELDS, Effect, EventKind, Policy, Version
from yange.publish.addresses import policy_address
from yange.publish.context import SiteContext, SiteView
from yange.publish.facts.blocks import contents
from yange.publish.page import Heading, Page
from yange.publish.pages.choose_two import choosing_link
from yange.publish.parts.citation_graph import cited_by, cites, made_under, made_under_it
from yange.publish.parts.correction_links import ways
from yange.publish.parts.downloads import policy_offers
from yange.publish.parts.event_rows import EventRow, acts, gathered
from yange.publish.parts.related_graph import graph
from yange.publish.parts.status_changes import Turn, ahead, turns
from yange.publish.parts.timeline_acts import change_counts, change_names, drawn, told
from yange.publish.view import language_of
from yange.timeline import Standing
from yange.timeline.line import age

__all__ = ["policy_page"]

_CHANGES = {kind.value for kind in EventKind} - {
    kind.value for kind in (EventKind.SIGNED, EventKind.PUBLISHED, EventKind.COMMENCEMENT, EventKind.AMENDING_ORDER)
}
"""What the page opens with: changes of the law, not the papers that announce them."""
_HEADINGS = (
    "timeline",
    "versions",
    "drafts",
    "events",
    "line",
    "partial",
    "effects",
    "graph",
    "cites",
    "cited-by",
    "corrections",
    "background",
)
_MOST_ARTICLES, _MOST_HEADINGS = 40, 14
"""So many fit beside the timeline on a screen of 1440 by 900."""


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
    after: Version | None = None
    """For a draft, the text that was made after it."""
    adopted: str | None = None
    """The link to the comparison of a draft with that text."""


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


@dataclass(frozen=True, slots=True)
class Newest:
    """The change that a reader is told of first: the event, the clauses changed, the text before, the comparison."""

    event: EventRow
    names: list[str]
    before: Version | None
    compared: str | None


@dataclass(frozen=True, slots=True)
class Outline:
    """The contents of a text; ``short`` where they are numbers of articles, ``more`` are left out."""

    version: Version
    headings: tuple[Heading, ...]
    short: bool
    more: int


def policy_page(context: SiteContext, policy: Policy, language: str) -> Page:
    """Return the page of a policy."""
    address = policy_address(policy.id)
    view = context.view(language, address)
    words = view.words
    standing = context.timeline.standing(policy.id, context.on)
    return Page(
        address=view.origin,
        language=language,
        title=policy.title,
        description=words.sentence([policy.title, view.wording.sentence(policy, standing)]),
        html=lambda: _html(view, policy, standing),
        contents=lambda: _contents(view, policy),
        alternates=context.addresses.alternates(language, address),
        indexed=not policy.sample,
        scripts=("page.js", "compare.js"),
    )


def _contents(view: SiteView, policy: Policy) -> tuple[Heading, ...]:
    context = view.context
    shown = {
        "timeline": any(context.timeline.period(version) for version in policy.versions),
        "drafts": bool(_drafts(policy)),
        "line": bool(_line(view, policy)),
        "partial": bool(_partial(view, policy)),
        "effects": bool(_done(context, policy)),
        "corrections": any(v.corrections for v in policy.versions),
        "graph": graph(view, policy) is not None,
        "cites": bool(context.references.cites(policy.id)),
        "cited-by": bool(context.references.cited_by(policy.id)),
    }
    return tuple(Heading(view.words(f"policy.{name}"), name) for name in _HEADINGS if shown.get(name, True))


def _html(view: SiteView, policy: Policy, standing: Standing) -> str:
    context, wording = view.context, view.wording
    every = list(_rows(view, policy, standing))
    apart = _drafts(policy)
    rows = [row for row in every if row.version not in apart]
    events = gathered(view, context.timeline.events(policy.id))
    drawing = drawn(view, policy)
    return view.render(
        "policy.html",
        policy=policy,
        standing=standing,
        status=wording.status_key(policy, standing),
        sentence=wording.sentence(policy, standing),
        rows=rows,
        drafts=[row for row in every if row.version in apart],
        drawing=drawing,
        row_of={row.version.key: row for row in every},
        events_on=told(view, policy, events, drawing),
        turns=turns(view, policy),
        ahead=ahead(view, policy),
        history=context.has_history(policy),
        graph=graph(view, policy),
        made_under=made_under(view, policy),
        made_under_it=made_under_it(view, policy),
        cites=cites(view, policy),
        cited_by=cited_by(view, policy),
        events=events,
        latest=_newest(view, policy, events, ahead=False),
        upcoming=_newest(view, policy, events, ahead=True),
        outline=_outline(view, policy, standing),
        line=_line(view, policy),
        done=_done(context, policy),
        choosing=choosing_link(view, policy),
        pairs=[(old, new) for old, new in context.pairs.of(policy.id) if old.policy == policy.id],
        language=language_of(policy),
        partial=_partial(view, policy),
        offers=policy_offers(view, policy),
        correcting=ways(view, policy.path),
    )


def _drafts(policy: Policy) -> list[Version]:
    """Return the drafts beside the texts of a policy; a policy that has nothing else lists them as its texts."""
    drafts = [version for version in policy.versions if version.draft]
    return drafts if len(drafts) < len(policy.versions) else []


def _after(policy: Policy, draft: Version) -> Version | None:
    """Return the first text of a policy that was made after a draft."""
    later = (one for one in sorted(policy.versions, key=age) if not one.draft and age(one) > age(draft))
    return next(later, None)


def _rows(view: SiteView, policy: Policy, standing: Standing) -> Iterator[VersionRow]:
    timeline, on = view.context.timeline, view.context.on
    current = standing.version if standing.in_force else None
    for version in sorted(policy.versions, key=age, reverse=True):
        before = view.context.succession.replaced_by(version)
        after = _after(policy, version) if version.draft else None
        yield VersionRow(
            version=version,
            standing=timeline.version_standing(version, on),
            interval=view.wording.interval(policy, version),
            dated=bool(timeline.periods(version)),
            before=before,
            changed=view.to_comparison(before, version) if before is not None else None,
            current=_to_current(view, version, current),
            counts=change_counts(view.context, before, version),
            ahead=ahead(view, policy, version),
            after=after,
            adopted=view.to_comparison(version, after) if after is not None else None,
        )


def _newest(view: SiteView, policy: Policy, events: Sequence[EventRow], *, ahead: bool) -> Newest | None:
    """Return the last change up to the day, or the first one after it; the first text is no change."""
    found = [row for row in events if row.future is ahead and not row.moot and row.kind in _CHANGES]
    if not found:
        return None
    row = found[0] if ahead else found[-1]
    begins = row.version is not None and row.version.effective == row.day
    before = view.context.succession.replaced_by(row.version) if begins and row.version is not None else None
    if row.version is None or before is None:
        return Newest(row, [], None, None)
    return Newest(row, change_names(view, before, row.version), before, view.to_comparison(before, row.version))


def _outline(view: SiteView, policy: Policy, standing: Standing) -> Outline | None:
    """Return the contents of the text in force; where none is, of the last text held."""
    own = standing.version if standing.in_force and standing.version in policy.versions else None
    held = [version for version in sorted(policy.versions, key=age) if version.held]
    version = own if own is not None and own.held else held[-1] if held else None
    if version is None:
        return None
    printed = view.context.blocks_of(version)
    headings = contents(printed)
    short = not any(block.level for block in printed)
    most = _MOST_ARTICLES if short else _MOST_HEADINGS
    return Outline(version, headings[:most], short, max(0, len(headings) - most)) if headings else None


def _to_current(view: SiteView, version: Version, current: Version | None) -> str | None:
    if current is None or current.key == version.key:
        return None
    return view.compare_any(version, current)


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
