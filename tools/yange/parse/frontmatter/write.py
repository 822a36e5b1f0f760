"""Write the file of a policy or a version, so that reading and writing it again gives the same bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from yange.dates import previous_day
from yange.model import ClausePeriod, Correction, Effect, Extract, Policy, Source, Version
from yange.parse.frontmatter.schema import ALWAYS, EFFECTS
from yange.parse.frontmatter.yaml_text import flow_text

__all__ = ["field_lines", "version_facts", "write_facts", "write_policy", "write_version"]


def write_facts(facts: Mapping[str, Any]) -> str:
    """Return front matter between its two fences, with a line for each scalar and for each record of a list."""
    lines = ["---"]
    for name, value in facts.items():
        lines.extend(field_lines(name, value))
    lines.append("---")
    return "\n".join(lines) + "\n"


def field_lines(name: str, value: Any) -> list[str]:
    """Return the lines of one field."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [f"{name}:", *(f"  - {flow_text(item)}" for item in value)]
    return [f"{name}: {flow_text(value)}"]


def _slim(record: Mapping[str, Any], always: Sequence[str] = ()) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name in always or value not in (None, [], "")}


def _effect(effect: Effect) -> dict[str, Any]:
    record = {
        "policy": effect.policy,
        "number": effect.number,
        "title": effect.title,
        "extent": list(effect.extent) or "whole",
        "until": effect.until,
        "on": effect.on,
    }
    return _slim(record, ("policy", "number", "title"))


def version_facts(version: Version) -> dict[str, Any]:
    """Return a version's front matter as plain values, in the order of its schema, without empty fields."""
    facts: dict[str, Any] = {
        "title": version.title,
        "cover_title": version.cover_title,
        "number": version.number,
        "issuer": list(version.issuer),
        "signed": version.signed,
        "published": version.published,
        "effective": version.effective,
        "effective_basis": version.effective_basis.value,
        "commenced": version.commenced,
        "amended_by": [{"number": a.number, "date": a.date, "kind": a.kind} for a in version.amended_by],
        "expires": version.expires,
        "expires_basis": version.expires_basis.value if version.expires_basis else None,
        "clause_periods": [_clause_period(period) for period in version.clause_periods],
        **{name: [_effect(effect) for effect in getattr(version, name)] for name in EFFECTS},
        "savings": [{"clause": label} for label in version.savings],
        "prevails_over": [{"clause": label} for label in version.prevails_over],
        "draft": version.draft or None,
        "text": version.text.value,
        "condition": version.condition.value,
        "units": {"kind": version.units.kind, "count": version.units.count} if version.units else None,
        "sources": [_source(source) for source in version.sources],
        "checked": {"date": version.checked.date, "source": version.checked.source} if version.checked else None,
        "corrections": [_correction(correction) for correction in version.corrections],
        "review": list(version.review),
        "settled": list(version.settled),
        "language": version.language if version.language != "zh" else None,
        "note": version.note,
    }
    return {name: value for name, value in facts.items() if name in ALWAYS or value not in (None, [])}


def _clause_period(period: ClausePeriod) -> dict[str, Any]:
    last = previous_day(period.until) if period.until else None
    return _slim({"clause": period.clause, "from": period.first, "to": last})


def _source(source: Source) -> dict[str, Any]:
    record: dict[str, Any] = {
        "name": source.name,
        "url": source.url,
        "page_date": source.page_date,
        "retrieved": source.retrieved,
        "sha256": source.sha256,
        "media": source.media,
        "lines": list(source.lines) if source.lines else None,
        "variants": list(source.variants),
        "register": source.register,
        "identifier": source.identifier,
        "extract": _extract(source.extract) if source.extract else None,
        "commit": source.commit,
        "blob": source.blob,
    }
    return _slim(record, ("name", "url", "page_date", "retrieved", "sha256", "media"))


def _extract(extract: Extract) -> dict[str, Any]:
    return _slim({"reader": extract.reader, "library": extract.library, "sha256": extract.sha256})


def _correction(correction: Correction) -> dict[str, Any]:
    return _slim(
        {
            "date": correction.date,
            "field": correction.field,
            "clause": correction.clause,
            "was": correction.was,
            "now": correction.now,
            "evidence": correction.evidence,
            "by": correction.by,
        }
    )


def write_version(version: Version) -> str:
    """Return the file of a version: front matter, a blank line, the unchanged body."""
    return write_facts(version_facts(version)) + "\n" + version.body


def write_policy(policy: Policy) -> str:
    """Return a ``policy.md``: front matter, a blank line, the unchanged introduction."""
    facts: dict[str, Any] = {
        "id": policy.id,
        "title": policy.title,
        "place": policy.place,
        "kind": policy.kind,
        "rank": policy.rank,
        "identifier": policy.identifier,
        "was": list(policy.was),
        "sample": policy.sample or None,
        "note": policy.note,
    }
    kept = {name: value for name, value in facts.items() if value not in (None, []) or name in {"kind", "rank"}}
    return write_facts(kept) + (f"\n{policy.introduction}" if policy.introduction else "")
