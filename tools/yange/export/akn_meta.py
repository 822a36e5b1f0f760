"""What Akoma Ntoso says about a text as data: identification, lifecycle, modifications, corrections.

Addresses follow the Akoma Ntoso Naming Convention 1.0: ``/akn/COUNTRY/act/ID`` is the work, with ``/LANGUAGE@DAY`` the
expression. The country is that of the register from which a text came; ``zz``, which ISO 3166-1 leaves to users, says
that none is recorded. A day that is not known is not invented: where the schema demands one, it is the day of the
export, under the name ``generation``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from urllib.parse import quote
from xml.etree.ElementTree import Element

from yange.compare import Comparison, Operation
from yange.export.akn_words import element
from yange.model import Effect, EventKind, Policy, Version
from yange.publish.context import SiteContext

__all__ = [
    "SOURCE",
    "TEXTUAL",
    "active_modifications",
    "corrections",
    "country",
    "day_of",
    "expression",
    "identification",
    "lifecycle",
    "meta",
    "order_address",
    "order_of",
    "publication",
    "references",
    "work",
]

SOURCE = "#yange"
"""Who says what the metadata say."""
_COUNTRY = re.compile(r"legalize/([a-z]{2})/")
_ENDS = {EventKind.REPEAL, EventKind.EXPIRY, EventKind.DECLARED_LAPSED}
_BEGINS = {EventKind.COMMENCEMENT, EventKind.REPLACEMENT, EventKind.AMENDMENT, EventKind.REVIVAL}
_FORCE = {EventKind.EXTENSION: "prorogationOfForce", EventKind.REVIVAL: "reEnactment"}
TEXTUAL = {
    Operation.INSERTED: "insertion",
    Operation.REPEALED: "repeal",
    Operation.RENUMBERED: "renumbering",
    Operation.MOVED: "renumbering",
    Operation.SPLIT: "split",
    Operation.MERGED: "join",
    Operation.REPLACED: "replacement",
    Operation.AMENDED: "substitution",
    Operation.REORGANISED: "replacement",
}


def country(policy: Policy) -> str:
    """Return the two-letter code of the country of a policy's register, ``zz`` where none is recorded."""
    found = _COUNTRY.match(policy.identifier or "")
    return found[1] if found else "zz"


def work(policy: Policy) -> str:
    """Return the address of a policy as a work."""
    return f"/akn/{country(policy)}/act/{quote(policy.id)}"


def expression(policy: Policy, version: Version) -> str:
    """Return the address of a text as an expression; a second text of a day has its number behind the day."""
    day = version.effective.isoformat() if version.effective else ""
    nth = f"/{version.nth_on_day}" if version.nth_on_day > 1 else ""
    return f"{work(policy)}/{version.language}@{day}{nth}"


def meta(context: SiteContext, policy: Policy, version: Version, part: str = "main") -> Element:
    """Return the metadata of a text, or of an annex of it, which has its identification alone."""
    here, begins = expression(policy, version), version.effective
    in_force = element("FRBRdate", date=begins.isoformat(), name="inForce") if begins else None
    made = element("meta", identification(context, policy, version, part, here, in_force))
    if part != "main":
        return made
    made.extend(publication(version))
    events = list(_events(context, policy, version))
    if events:
        made.append(element("lifecycle", *events, source=SOURCE))
    made.extend(_analysis(context, policy, version))
    made.extend(_temporal(context, version))
    made.append(references(version.issuer))
    if version.corrections:
        made.append(element("notes", *corrections(version), source=SOURCE))
    return made


def identification(
    context: SiteContext, policy: Policy, version: Version, part: str, here: str, in_force: Element | None
) -> Element:
    """Return the identification of a document at the address ``here``, with the facts of a text.

    The day of the expression is that of the export where ``in_force`` is ``None``.
    """
    generated = day_of(context.on, "generation")
    days = (("signed", version.signed), ("published", version.published))
    signed = [day_of(day, name) for name, day in days if day is not None]
    authors = [element("FRBRauthor", href=f"#issuer_{nth}") for nth, _ in enumerate(version.issuer, 1)]
    editor, there = element("FRBRauthor", href=SOURCE), work(policy)
    named = element("FRBRalias", value=version.title, name="title")
    numbers = [element("FRBRnumber", value=version.number)] if version.number else []
    return element(
        "identification",
        element(
            "FRBRWork",
            *(element("FRBRthis", value=f"{there}/!{part}"), element("FRBRuri", value=there), named),
            *(signed or [generated]),
            *(authors or [element("FRBRauthor", href="#unknown")]),
            *(element("FRBRcountry", value=country(policy)), *numbers),
        ),
        element(
            "FRBRExpression",
            *(element("FRBRthis", value=f"{here}/!{part}"), element("FRBRuri", value=here)),
            *(in_force if in_force is not None else generated, editor),
            element("FRBRlanguage", language=version.language),
        ),
        element(
            "FRBRManifestation",
            element("FRBRthis", value=f"{here}/!{part}.xml"),
            element("FRBRuri", value=f"{here}.xml"),
            *(day_of(context.on, "generation"), editor),
            element("FRBRformat", value="application/akn+xml"),
        ),
        source=SOURCE,
    )


def day_of(day: date, name: str) -> Element:
    """Return a day under a name."""
    return element("FRBRdate", date=day.isoformat(), name=name)


def publication(version: Version) -> Iterator[Element]:
    """Yield the official publication of a text, where its day is known."""
    if version.published is not None:
        number = {"number": version.number} if version.number else {}
        day = version.published.isoformat()
        yield element("publication", date=day, name="official", showAs="official", **number)


def _event_id(nth: int) -> str:
    return f"eventRef_{nth}"


def lifecycle(context: SiteContext, policy: Policy, version: Version) -> Iterator[tuple[date, str, str]]:
    """Yield day, type and kind of what happens to a text: its beginning, changes of its clauses, its end."""
    for event in context.timeline.events(policy.id):
        if event.version != version.key or context.timeline.is_moot(event):
            continue
        whole = not event.clauses
        if event.kind in _ENDS and whole:
            yield event.day, "repeal", event.kind.value
        elif event.kind in _BEGINS and whole:
            yield event.day, "generation", event.kind.value
        elif event.kind not in {EventKind.SIGNED, EventKind.PUBLISHED}:
            yield event.day, "amendment", event.kind.value


def _events(context: SiteContext, policy: Policy, version: Version) -> Iterator[Element]:
    days = list(_days(context, version))
    for nth, day in enumerate(days, 1):
        kinds = [(kind, name) for at, kind, name in lifecycle(context, policy, version) if at == day]
        kind, name = kinds[0] if kinds else ("amendment", "period")
        yield element(
            "eventRef", date=day.isoformat(), source=SOURCE, type=kind, eId=_event_id(nth), refersTo=f"#{name}"
        )


def _days(context: SiteContext, version: Version) -> Iterable[date]:
    policy = context.policies[version.policy]
    found = {day for day, _, _ in lifecycle(context, policy, version)}
    found |= {day for one in context.timeline.periods(version) for day in (one.start, one.end) if day is not None}
    return sorted(found)


def _temporal(context: SiteContext, version: Version) -> Iterator[Element]:
    """Yield the days in force, as intervals between events; none where no day is known: the schema allows no empty one.

    The end of an interval is the first day that is not in it (Akoma Ntoso 1.0, part 1, 5.8.2 leaves this open; the
    reader of Yange and Indigo take it so).
    """
    periods = context.timeline.periods(version)
    if not periods:
        return
    ids = {day: f"#{_event_id(nth)}" for nth, day in enumerate(_days(context, version), 1)}
    spans = [
        element("timeInterval", start=ids[one.start], end=ids[one.end] if one.end else None, refersTo="#in-force")
        for one in periods
    ]
    yield element("temporalData", element("temporalGroup", *spans, eId="period_in-force"), source=SOURCE)


def references(issuers: Sequence[str], orders: Iterable[Element] = ()) -> Element:
    """Return what the metadata refer to: instruments, the issuers in their order, and kinds of events."""
    named = [
        element("TLCOrganization", eId=f"issuer_{nth}", href=f"/akn/ontology/organization/{quote(name)}", showAs=name)
        for nth, name in enumerate(issuers, 1)
    ]
    unknown = element("TLCOrganization", eId="unknown", href="/akn/ontology/organization/unknown", showAs="unknown")
    ours = element("TLCOrganization", eId="yange", href="/akn/ontology/organization/yange", showAs="Yange")
    force = element("TLCConcept", eId="in-force", href="/akn/ontology/concept/in-force", showAs="in force")
    kinds = [
        element("TLCEvent", eId=kind.value, href=f"/akn/ontology/event/{kind.value}", showAs=kind.value)
        for kind in EventKind
    ]
    period = element("TLCEvent", eId="period", href="/akn/ontology/event/period", showAs="period")
    return element("references", *orders, *(named or [unknown]), ours, force, *kinds, period, source=SOURCE)


def _analysis(context: SiteContext, policy: Policy, version: Version) -> Iterator[Element]:
    active = list(active_modifications(context, version, f"#{_first_path(context, version)}", "active"))
    passive = list(_passive(context, policy, version))
    parts = []
    if active:
        parts.append(element("activeModifications", *active))
    if passive:
        parts.append(element("passiveModifications", *passive))
    if parts:
        yield element("analysis", *parts, source=SOURCE)


def active_modifications(context: SiteContext, version: Version, source: str, name: str) -> Iterator[Element]:
    """Yield what a text does to others; ``source`` is the address of its first clause, ``name`` begins each ``eId``."""
    for nth, (kind, target) in enumerate(version.acts, 1):
        if kind in {EventKind.REPEAL, EventKind.DECLARED_LAPSED, *_FORCE}:
            yield _modification(context, kind, target, source, f"{name}_{nth}")


def _modification(context: SiteContext, kind: EventKind, target: Effect, source: str, eid: str) -> Element:
    policy = context.policies.get(target.policy or "")
    named = target.title or target.number or "unknown"
    address = work(policy) if policy is not None else f"/akn/zz/act/{quote(named)}"
    ends = element("source", href=source), element("destination", href=address)
    name = "forceMod" if kind in _FORCE else "textualMod"
    return element(name, *ends, type=_FORCE.get(kind, "repeal"), eId=eid)


def _first_path(context: SiteContext, version: Version) -> str:
    provisions = context.parsed(version.body)
    return provisions.primary[0].path if provisions.primary else "title"


def _passive(context: SiteContext, policy: Policy, version: Version) -> Iterator[Element]:
    """Yield what the text before this one was changed by: each clause of this text that is not as it was."""
    texts = context.texts(policy)
    at = next((nth for nth, one in enumerate(texts) if one is version), 0)
    if not at:
        return
    comparison: Comparison = context.compared(texts[at - 1].body, version.body)
    source = order_address(policy, version)
    nth = 0
    for change in comparison.changes:
        kind = TEXTUAL.get(change.operation)
        if kind is None:
            continue
        nth += 1
        before = [f"{expression(policy, texts[at - 1])}~{quote(path)}" for path in change.old_paths]
        after = [f"#{path}" for path in change.new_paths]
        goals = [element("destination", href=address) for address in (after or before)]
        made = element("textualMod", element("source", href=source), *goals, type=kind, eId=f"passive_{nth}")
        if after and before:
            made.append(element("previous", href=before[0]))
        yield made


def order_of(version: Version) -> str | None:
    """Return the number of the instrument that made a text: of the last amending order, else its own."""
    return version.amended_by[-1].number if version.amended_by and version.amended_by[-1].number else version.number


def order_address(policy: Policy, version: Version) -> str:
    """Return the address of the instrument that made a text; of the text itself where it has no number."""
    order = order_of(version)
    return f"/akn/{country(policy)}/act/{quote(order)}" if order else expression(policy, version)


def corrections(version: Version) -> Iterator[Element]:
    """Yield the corrections of a text as notes."""
    for nth, one in enumerate(version.corrections, 1):
        day = one.date.isoformat() if one.date else ""
        told = (("was", one.was), ("now", one.now), ("evidence", one.evidence), ("by", one.by))
        said = [day, f"{one.field} {one.clause or ''}".strip(), *(f"{name}: {words}" for name, words in told if words)]
        yield element("note", element("p", text="; ".join(filter(None, said))), eId=f"correction_{nth}")
