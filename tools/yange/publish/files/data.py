"""The machine side of the pages: JSON beside every policy, text and comparison, and the whole library to download."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import groupby

from yange.characters import formula_free
from yange.coding import plain
from yange.dates import previous_day
from yange.model import Event, Library, Policy, Status, Version
from yange.outputs.common import ClauseOutput, periods_of
from yange.parse.frontmatter import version_facts
from yange.publish.addresses import compare_address, policy_address, version_address
from yange.publish.assets import Asset, json_asset, json_text
from yange.publish.context import SiteContext
from yange.publish.facts.blocks import ClauseBlock
from yange.publish.files.records import (
    ComparisonRecord,
    DataRecord,
    EventRecord,
    OutRecord,
    PairRecord,
    PlaceRecord,
    PolicyFacts,
    PolicyRecord,
    TextRecord,
    VersionFacts,
    VersionRecord,
)
from yange.timeline import Out
from yange.timeline.line import orders_between
from yange.withdrawn import Withdrawn, last_out, state

__all__ = [
    "comparison_data",
    "lines",
    "policy_data",
    "policy_record",
    "tables",
    "version_data",
    "version_record",
]

NAME = "index.json"
FOLDER = "data/"
_LINES = "versions.jsonl"
_COLUMNS = (
    *(
        "policy",
        "version",
        "place",
        "kind",
        "rank",
        "sample",
        "title",
        "number",
        "issuer",
        "signed",
        "published",
    ),
    *(
        "effective",
        "effective_basis",
        "expires",
        "expires_basis",
        "first_day",
        "last_day",
        "status",
        "text",
        "address",
    ),
)
_EVENT_COLUMNS = ("day", "kind", "policy", "version", "by_policy", "by_version", "number", "clauses", "moot", "sample")


def policy_data(context: SiteContext, policy: Policy) -> Asset:
    """Return the JSON of a policy, for a file beside its page."""
    return json_asset(f"{policy_address(policy.id)}{NAME}", policy_record(context, policy))


def version_data(context: SiteContext, policy: Policy, version: Version) -> Asset:
    """Return the JSON of a text, for a file beside its page."""
    return json_asset(f"{version_address(version)}{NAME}", version_record(context, policy, version))


def comparison_data(context: SiteContext, old: Version, new: Version) -> Asset:
    """Return the JSON of a comparison, for a file beside its page."""
    shown = context.compared(old.body, new.body).rounded()
    record = ComparisonRecord(
        old=_side(context, old),
        new=_side(context, new),
        amended_by=orders_between(old, new),
        changes=shown.changes,
        values=shown.values,
        terms=shown.terms,
        suggestions=shown.suggestions,
        citations=shown.citations,
        stats=shown.stats,
    )
    return json_asset(f"{compare_address(old, new)}{NAME}", record)


def policy_record(context: SiteContext, policy: Policy) -> PolicyRecord:
    """Return what the JSON file of a policy holds."""
    context = _since(context, policy)
    standing = context.timeline.standing(policy.id, context.on)
    return PolicyRecord(
        on=context.on,
        next_change=context.days.next(policy.id),
        id=policy.id,
        title=policy.title,
        place=policy.place,
        kind=policy.kind,
        rank=policy.rank,
        sample=policy.sample,
        was=policy.was,
        note=policy.note,
        status=standing.status,
        partial=standing.partial,
        not_in_force=standing.not_in_force,
        version=standing.version.key if standing.version else None,
        status_first_day=standing.since,
        status_last_day=standing.last_day,
        versions=tuple(_version_facts(context, version) for version in policy.versions),
        events=tuple(_event(context, event) for event in context.timeline.events(policy.id)),
        acts=tuple(_event(context, event) for event in context.acts_of(policy.id)),
        comparisons=tuple(
            PairRecord(old=_side(context, old), new=_side(context, new)) for old, new in context.pairs.of(policy.id)
        ),
    )


def version_record(context: SiteContext, policy: Policy, version: Version) -> VersionRecord:
    """Return what the JSON file of a text holds: facts, days, and the words clause by clause."""
    context = _since(context, policy)
    withheld = context.withholds(policy)
    withdrawn = context.withdrawn(version) if version.held else None
    facts = _version_facts(context, version)
    return VersionRecord(
        on=context.on,
        next_change=context.days.next(policy.id),
        policy=_policy_facts(policy),
        key=facts.key,
        address=facts.address,
        title=facts.title,
        number=facts.number,
        status=facts.status,
        periods=facts.periods,
        expires=facts.expires,
        text=facts.text,
        facts=version_facts(version),
        clauses=tuple(_clause(context, version, withdrawn, block) for block in context.blocks_of(version)),
        outs=tuple(_out(out) for out in context.timeline.outs(version)),
        markdown=version.body if version.held and not withheld else None,
    )


def _line(context: SiteContext, policy: Policy, version: Version) -> bytes:
    """Return the JSON of a text on one line: the same bytes as in the file beside its page."""
    page = version_address(version)
    return context.recall(page, f"{page}{NAME}") or version_data(context, policy, version).content


def tables(context: SiteContext) -> Iterator[Asset]:
    """Yield the files to download that hold facts: of all texts, events and policies, and what else there is."""
    library = context.library
    rows = [_row(context, policy, version) for policy in library.policies for version in policy.versions]
    yield _table("versions.csv", _COLUMNS, rows)
    events = [plain(_event(context, event)) for event in context.timeline.events()]
    yield _table("events.csv", _EVENT_COLUMNS, events)
    policies = (json_text(policy_record(context, policy)) for policy in library.policies)
    yield Asset(f"{FOLDER}policies.jsonl", "".join(f"{line}\n" for line in policies).encode())
    places = tuple(
        PlaceRecord(
            place=place,
            versions=len(found),
            samples=sum(policy.sample for policy, _ in found),
            file=f"{place}/{_LINES}",
        )
        for place, found in _by_place(library)
    )
    whole = ("versions.csv", "events.csv", "policies.jsonl")
    yield json_asset(f"{FOLDER}{NAME}", DataRecord(on=context.on, files=whole, places=places))


def lines(context: SiteContext) -> Iterator[Asset]:
    """Yield per place the file to download that holds every text with its words."""
    for place, found in _by_place(context.library):
        yield Asset(f"{FOLDER}{place}/{_LINES}", b"".join(_line(context, *pair) for pair in found))


def _by_place(library: Library) -> Iterator[tuple[str, list[tuple[Policy, Version]]]]:
    for place, members in groupby(library.policies, key=lambda policy: policy.id.split("/")[0]):
        yield place, [(policy, version) for policy in members for version in policy.versions]


def _since(context: SiteContext, policy: Policy) -> SiteContext:
    """Return the context as of the day since when nothing has changed of the policy, on pages that say that."""
    return context.since(context.days.first((policy.id,))) if context.settled else context


def _policy_facts(policy: Policy) -> PolicyFacts:
    return PolicyFacts(
        id=policy.id,
        title=policy.title,
        place=policy.place,
        kind=policy.kind,
        rank=policy.rank,
        sample=policy.sample,
    )


def _version_facts(context: SiteContext, version: Version) -> VersionFacts:
    return VersionFacts(
        key=version.key,
        address=version_address(version),
        title=version.title,
        number=version.number,
        status=context.timeline.version_standing(version, context.on).status,
        periods=periods_of(context.timeline, version),
        expires=context.timeline.expires(version),
        text=version.text,
    )


def _side(context: SiteContext, version: Version) -> TextRecord:
    return TextRecord(
        policy=version.policy,
        version=version.key,
        title=version.title,
        number=version.number,
        effective=version.effective,
        amended_by=version.amended_by,
        sample=context.policies[version.policy].sample,
    )


def _event(context: SiteContext, event: Event) -> EventRecord:
    return EventRecord(
        day=event.day,
        kind=event.kind,
        policy=event.policy,
        version=event.version,
        by_policy=event.by_policy,
        by_version=event.by_version,
        number=event.number,
        clauses=event.clauses,
        moot=context.timeline.is_moot(event),
        sample=context.policies[event.policy].sample,
    )


def _in_force(context: SiteContext, version: Version, withdrawn: Withdrawn | None, block: ClauseBlock) -> bool | None:
    """Return whether a clause is law on the day: its text is, and it is not out; ``None`` where that is not known."""
    standing = context.timeline.version_standing(version, context.on)
    if standing.status is Status.UNKNOWN:
        return None
    if not standing.in_force or withdrawn is None or last_out(withdrawn.covering(block.paths), context.on) is not None:
        return False
    return None if withdrawn.in_doubt(block.paths, context.on) else True


def _out(out: Out) -> OutRecord:
    return OutRecord(
        clause=out.label,
        status=state(out),
        first_day=out.first,
        last_day=previous_day(out.until) if out.until is not None else None,
        by_policy=out.by.policy if out.by is not None else None,
        by_version=out.by.key if out.by is not None else None,
        number=out.by.number if out.by is not None else None,
    )


def _clause(context: SiteContext, version: Version, withdrawn: Withdrawn | None, block: ClauseBlock) -> ClauseOutput:
    lines = [text for _, text in block.paragraphs] + ["\t".join(row) for row in block.rows]
    return ClauseOutput(
        path=block.path,
        kind=block.kind,
        label=block.name,
        text="\n".join(lines),
        in_force=_in_force(context, version, withdrawn, block),
    )


def _row(context: SiteContext, policy: Policy, version: Version) -> dict[str, object]:
    found = context.timeline.periods(version)
    facts = {**version_facts(version), **plain(_policy_facts(policy)), **plain(_version_facts(context, version))}
    own = {
        "policy": policy.id,
        "version": version.key,
        "title": version.title,
        "first_day": found[0].start if found else None,
        "last_day": context.timeline.last_day(version),
    }
    return {name: {**facts, **own}.get(name) for name in _COLUMNS}


def _table(name: str, columns: Sequence[str], rows: Sequence[dict[str, object]]) -> Asset:
    """Return a CSV file with a byte order mark, without which spreadsheets take Chinese for another encoding."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(row[name]) for name in columns] for row in rows)
    return Asset(f"{FOLDER}{name}", b"\xef\xbb\xbf" + out.getvalue().encode())


def _cell(value: object) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    text = "" if value is None else "、".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
    return formula_free(text)
