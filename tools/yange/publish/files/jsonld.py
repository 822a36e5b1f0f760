"""What a page says of itself to machines, in its head: links to its kin, schema.org as JSON-LD, metadata for Zotero.

Samples carry no JSON-LD: nobody is to take an invented text for law.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markupsafe import escape

from yange.bibliography import embedded
from yange.dates import previous_day
from yange.model import EventKind, Policy, Status, Version
from yange.publish.addresses import policy_address, timemap_address, version_address
from yange.publish.assets import script_json
from yange.publish.context import SiteContext, SiteView
from yange.publish.facts.calendar_days import told_days
from yange.publish.facts.permanent_ids import link
from yange.publish.facts.signing_days import day_of_number
from yange.publish.facts.words import html_language
from yange.publish.files.calendar import NAME as CALENDAR
from yange.publish.files.timemap import MEDIA, mementos
from yange.publish.parts.text_records import reference
from yange.timeline import Standing
from yange.timeline.line import age

__all__ = ["comparison_head", "legislation", "policy_head", "version_head"]

Json = Mapping[str, object]
Link = tuple[str, str | None, Mapping[str, str]]
"""What a page links to in its head: ``rel``, the address, ``None`` where there is none, and further attributes."""
# Not "alternate" alone: Material would fetch a sitemap for each such link.
_DATA, _FEED = "alternate describedby", "alternate feed"
_FEEDS = {
    "changes.atom": "application/atom+xml",
    "changes.json": "application/feed+json",
    CALENDAR: "text/calendar",
}
_SCHEMA = "https://schema.org/"
_REPEALS, _CHANGES = "legislationRepeals", "legislationChanges"
_RELATIONS = {
    EventKind.REPEAL: _REPEALS,
    EventKind.PARTIAL_REPEAL: _CHANGES,
    EventKind.AMENDMENT: "legislationAmends",
    EventKind.EXTENSION: _CHANGES,
    EventKind.SUSPENSION: _CHANGES,
    EventKind.REVIVAL: _CHANGES,
    EventKind.DECLARED_LAPSED: _REPEALS,
}


def policy_head(view: SiteView, policy: Policy) -> str:
    """Return the further head of a policy's page; its feeds are made in the first language alone."""
    home = policy_address(policy.id)
    links: list[Link] = [
        ("latest-version", _latest(view, policy), {}),
        (_DATA, view.to_file(f"{home}index.json"), {"type": "application/json"}),
        *_memento(view, policy),
    ]
    told = {"hreflang": html_language(view.other_language)} if view.other_language else {}
    for name, kind in _FEEDS.items():
        if name == CALENDAR and not any(told_days(view.context.timeline, policy)):
            continue
        links.append((_FEED, view.to_file(f"{home}{name}"), {"type": kind, **told}))
    head = _head(links, None if policy.sample else legislation(view, policy, None))
    shown = _shown(view, policy)
    return head if shown is None else "\n  ".join((*_embedded(view, policy, shown), head))


def _shown(view: SiteView, policy: Policy) -> Version | None:
    """Return the text that stands for a policy: that of the day, else the last one."""
    context = view.context
    return context.timeline.standing(policy.id, context.on).version or max(policy.versions, key=age, default=None)


def version_head(view: SiteView, policy: Policy, version: Version) -> str:
    """Return the further head of a text's page."""
    succession = view.context.succession
    before, after = succession.before(policy, version), succession.after(version)
    links: list[Link] = [
        ("latest-version", _latest(view, policy), {}),
        ("predecessor-version", view.to_version(before) if before else None, {}),
        ("successor-version", view.to_version(after) if after else None, {}),
        ("version-history", view.to_policy(policy), {}),
        (_DATA, view.to_file(f"{version_address(version)}index.json"), {"type": "application/json"}),
        ("original", view.to_policy(policy), {}),
        *_memento(view, policy),
    ]
    head = _head(links, None if policy.sample else legislation(view, policy, version))
    return "\n  ".join((*_embedded(view, policy, version), head))


def _embedded(view: SiteView, policy: Policy, version: Version) -> Iterator[str]:
    """Yield what Zotero reads; it says of samples that they are invented, and so does the record that is made of it."""
    for name, content in embedded(reference(view.context, policy, version)):
        yield f'<meta name="{name}" content="{escape(content)}">'


def _memento(view: SiteView, policy: Policy) -> list[Link]:
    """Return the link to the TimeMap (RFC 7089, 2.2.2), where there is one."""
    if not mementos(policy):
        return []
    return [("timemap", view.to_file(timemap_address(policy.id)), {"type": MEDIA})]


def _latest(view: SiteView, policy: Policy) -> str | None:
    """Return the link to the text in force on the day."""
    standing = view.context.timeline.standing(policy.id, view.context.on)
    return view.to_version(standing.version) if standing.in_force and standing.version else None


def comparison_head(view: SiteView, address: str) -> str:
    """Return the further head of a comparison's page."""
    return _head([(_DATA, view.to_file(f"{address}index.json"), {"type": "application/json"})], None)


def legislation(view: SiteView, policy: Policy, version: Version | None) -> Json:
    """Return a policy, or one of its texts, as schema.org Legislation; what is not known is left out."""
    context = view.context
    shown = version or _shown(view, policy)
    facts: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "@id": _address(view, policy, version),
        "url": _address(view, policy, version),
        "name": version.title if version else policy.title,
        "legislationType": policy.kind,
    }
    if policy.place:
        facts["legislationJurisdiction"] = {"@type": "AdministrativeArea", "name": policy.place}
    if shown is not None:
        facts |= _facts(policy, shown)
    if version is None:
        facts["legislationLegalForce"] = _force(context.timeline.standing(policy.id, context.on))
        facts["workExample"] = [{"@id": _address(view, policy, text)} for text in policy.versions]
        facts |= _changes(view, policy)
        facts.pop("temporalCoverage", None)
    else:
        facts |= _expression(view, policy, version)
    return {name: value for name, value in facts.items() if value not in (None, [], "")}


def _facts(policy: Policy, version: Version) -> dict[str, object]:
    signed, published = (day_of_number(policy, version, field) for field in ("signed", "published"))
    issuers = [{"@type": "GovernmentOrganization", "name": name} for name in version.issuer]
    return {
        "legislationIdentifier": version.number,
        "legislationDate": signed.isoformat() if signed else None,
        "datePublished": published.isoformat() if published else None,
        "legislationPassedBy": issuers,
        "legislationResponsible": issuers,
        "inLanguage": html_language(version.language),
    }


def _expression(view: SiteView, policy: Policy, version: Version) -> dict[str, object]:
    context = view.context
    page = _address(view, policy, version)
    objects = {"@type": "LegislationObject", "legislationLegalValue": f"{_SCHEMA}UnofficialLegalValue"}
    data = link(context.settings, view.origin, version_address(version)) + "index.json"
    effective = version.effective.isoformat() if version.effective else None
    return {
        "legislationLegalForce": _force(context.timeline.version_standing(version, context.on)),
        "legislationDateVersion": effective,
        "legislationDateOfApplicability": effective,
        "temporalCoverage": list(_coverage(context, version)),
        "exampleOfWork": {"@type": "Legislation", "@id": _address(view, policy, None), "name": policy.title},
        "legislationConsolidates": [
            {"@type": "Legislation", "legislationIdentifier": amended.number}
            for amended in version.amended_by
            if amended.number
        ],
        "encoding": [
            {**objects, "encodingFormat": "text/html", "contentUrl": page},
            {**objects, "encodingFormat": "application/json", "contentUrl": data},
        ],
    }


def _changes(view: SiteView, policy: Policy) -> dict[str, list[Json]]:
    """Return what the policy did to others, by relation, each of them once."""
    context = view.context
    found: dict[str, dict[str, Json]] = {}
    for event in context.acts_of(policy.id):
        relation, target = _RELATIONS.get(event.kind), context.policies.get(event.policy)
        if relation == _REPEALS and event.clauses:
            relation = _CHANGES
        if relation is not None and target is not None and not context.timeline.is_moot(event):
            other = {"@type": "Legislation", "@id": _address(view, target, None), "name": target.title}
            found.setdefault(relation, {})[target.id] = other
    return {relation: list(others.values()) for relation, others in found.items()}


def _coverage(context: SiteContext, version: Version) -> Iterator[str]:
    """Yield the days on which a text is law as ISO 8601 intervals, both ends in; an open end is ``..``."""
    for period in context.timeline.periods(version):
        yield f"{period.start}/{previous_day(period.end) if period.end else '..'}"


def _force(standing: Standing) -> str | None:
    if standing.status is Status.UNKNOWN:
        return None
    if not standing.in_force:
        return f"{_SCHEMA}NotInForce"
    return f"{_SCHEMA}{'PartiallyInForce' if standing.partial else 'InForce'}"


def _address(view: SiteView, policy: Policy, version: Version | None) -> str:
    """Return the address of the page in the first language: one thing has one name."""
    address = version_address(version) if version is not None else policy_address(policy.id)
    return link(view.context.settings, view.origin, address)


def _head(links: list[Link], facts: Json | None) -> str:
    lines = []
    for rel, target, attributes in links:
        if target is not None:
            said = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
            lines.append(f'<link rel="{rel}"{said} href="{escape(target)}">')
    if facts is not None:
        # script_json has escaped what could end the element.
        lines.append(f'<script type="application/ld+json">{script_json(facts)}</script>')
    return "\n  ".join(lines)
