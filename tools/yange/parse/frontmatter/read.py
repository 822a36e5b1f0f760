"""Read the file of a policy or a version: front matter by schema, body unchanged."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from yange.dates import next_day
from yange.model import (
    Amendment,
    Basis,
    Checked,
    ClausePeriod,
    Condition,
    Correction,
    Effect,
    ExpiryBasis,
    Extract,
    Holding,
    Policy,
    Source,
    Units,
    Version,
    key_at,
)
from yange.parse.frontmatter.schema import (
    EFFECTS,
    AmendmentFields,
    CheckedFields,
    ClauseFields,
    ClausePeriodFields,
    CorrectionFields,
    EffectFields,
    ExtractFields,
    PolicyFields,
    SourceFields,
    UnitsFields,
    VersionFields,
)
from yange.parse.frontmatter.yaml_text import FieldReader, Node, compose, field_lines
from yange.problems import Problem, error

__all__ = ["read_policy", "read_version", "split"]

_FENCE = re.compile(r"---[ \t]*(?:\n|$)")
_CLOSING_FENCE = re.compile(r"^---[ \t]*(?:\n|\Z)", re.M)
_FIRST_LINE = 2


def split(text: str) -> tuple[str, str, int] | None:
    """Return ``(front matter, body, line of the body)``, or ``None`` if the file does not begin with front matter."""
    first = _FENCE.match(text)
    last = _CLOSING_FENCE.search(text, first.end()) if first else None
    if first is None or last is None:
        return None
    front = text[first.end() : last.start()]
    return front, text[last.end() :], front.count("\n") + 3


def _open(text: str, path: str) -> tuple[Node | None, str, int, tuple[Problem, ...]]:
    parts = split(text)
    if parts is None:
        hint = "begin the file with a line ---, then the facts, then a line ---"
        missing = error("no-front-matter", path, "the file has no front matter", hint=hint, line=1)
        return None, "", 1, (missing,)
    front, body, line = parts
    node, problems = compose(front, path, _FIRST_LINE)
    if node is None and not problems:
        problems = (error("no-front-matter", path, "the front matter is empty", hint="give at least a title", line=1),)
    return node, body, line, problems


def read_version(text: str, path: str, policy_id: str) -> tuple[Version | None, tuple[Problem, ...]]:
    """Read one version's file.

    Args:
        text: the whole file.
        path: the file's path relative to the project, for messages; its name gives the ``key``.
        policy_id: the policy of the version.

    Returns:
        The version (``None`` if it cannot be read), and every problem of its front matter, with lines.

    """
    node, body, body_line, problems = _open(text, path)
    if node is None:
        return None, problems
    read = FieldReader(path, _FIRST_LINE, list(problems))
    f = read.mapping(node, VersionFields, "the front matter")
    title = read.text(f.get("title"))
    if title is None:
        read.wrong(node, "the version has no title", "add title: as printed on this version", "no-title")
    version = Version(
        policy=policy_id,
        key=key_at(path),
        path=path,
        title=title or "",
        cover_title=read.text(f.get("cover_title")),
        number=read.text(f.get("number")),
        issuer=read.texts(f.get("issuer")),
        signed=read.day(f.get("signed")),
        published=read.day(f.get("published")),
        effective=read.day(f.get("effective")),
        effective_basis=read.choice(f.get("effective_basis"), Basis, Basis.UNKNOWN) or Basis.UNKNOWN,
        commenced=read.day(f.get("commenced")),
        amended_by=_amendments(read, f.get("amended_by")),
        expires=read.day(f.get("expires")),
        expires_basis=read.choice(f.get("expires_basis"), ExpiryBasis, None),
        clause_periods=_clause_periods(read, f.get("clause_periods")),
        savings=_clauses(read, f.get("savings")),
        prevails_over=_clauses(read, f.get("prevails_over")),
        draft=read.flag(f.get("draft")),
        text=read.choice(f.get("text"), Holding, Holding.HELD) or Holding.HELD,
        condition=read.choice(f.get("condition"), Condition, Condition.COMPLETE) or Condition.COMPLETE,
        units=_units(read, f.get("units")),
        sources=_sources(read, f.get("sources")),
        checked=_checked(read, f.get("checked")),
        corrections=_corrections(read, f.get("corrections")),
        review=read.texts(f.get("review")),
        settled=read.texts(f.get("settled")),
        language=read.text(f.get("language")) or "zh",
        note=read.text(f.get("note")),
        body=body.removeprefix("\n"),
        lines=field_lines(node, _FIRST_LINE),
        body_line=body_line + body.startswith("\n"),
        **{name: _effects(read, f.get(name)) for name in EFFECTS},
    )
    return version, tuple(read.problems)


def _amendments(read: FieldReader, node: Node | None) -> tuple[Amendment, ...]:
    records = read.records(node, AmendmentFields, "amended_by")
    return tuple(
        Amendment(
            number=read.text(r.get("number")),
            date=read.day(r.get("date")),
            kind=read.text(r.get("kind")) or "修正",
        )
        for r in records
    )


def _clause_periods(read: FieldReader, node: Node | None) -> tuple[ClausePeriod, ...]:
    records = read.records(node, ClausePeriodFields, "clause_periods")
    return tuple(
        ClausePeriod(clause=read.text(r.get("clause")) or "", first=read.day(r.get("from")), until=_day_after(read, r))
        for r in records
    )


def _day_after(read: FieldReader, record: Mapping[str, Node]) -> date | None:
    """Return the day after ``to``, the last day in force, like ``expires``; the model has half-open periods."""
    last = read.day(record.get("to"))
    return None if last is None else next_day(last)


def _clauses(read: FieldReader, node: Node | None) -> tuple[str, ...]:
    records = read.records(node, ClauseFields, "this list")
    return tuple(label for label in (read.text(r.get("clause")) for r in records) if label is not None)


def _effects(read: FieldReader, node: Node | None) -> tuple[Effect, ...]:
    found = []
    for item in read.items(node):
        r = read.mapping(item, EffectFields, "an effect on another instrument")
        extent = read.texts(r.get("extent"))
        found.append(
            Effect(
                policy=read.text(r.get("policy")),
                number=read.text(r.get("number")),
                title=read.text(r.get("title")),
                extent=() if extent == ("whole",) else extent,
                on=read.day(r.get("on")),
                until=read.day(r.get("until")),
                line=item.start_mark.line + _FIRST_LINE,
            )
        )
    return tuple(found)


def _units(read: FieldReader, node: Node | None) -> Units | None:
    if node is None or not read.items(node):
        return None
    r = read.mapping(node, UnitsFields, "units")
    count = read.integer(r.get("count"))
    return None if count is None else Units(kind=read.text(r.get("kind")) or "item", count=count)


def _sources(read: FieldReader, node: Node | None) -> tuple[Source, ...]:
    found = []
    for r in read.records(node, SourceFields, "a source"):
        spans = [read.integer(item) for item in read.items(r.get("lines"))]
        lines = (spans[0], spans[1]) if len(spans) == 2 and spans[0] is not None and spans[1] is not None else None
        found.append(
            Source(
                name=read.text(r.get("name")) or "",
                url=read.text(r.get("url")),
                page_date=read.day(r.get("page_date")),
                retrieved=read.day(r.get("retrieved")),
                sha256=read.text(r.get("sha256")),
                media=read.text(r.get("media")),
                lines=lines,
                variants=read.texts(r.get("variants")),
                register=read.text(r.get("register")),
                identifier=read.text(r.get("identifier")),
                extract=_extract(read, r.get("extract")),
                commit=read.text(r.get("commit")),
                blob=read.text(r.get("blob")),
            )
        )
    return tuple(found)


def _extract(read: FieldReader, node: Node | None) -> Extract | None:
    if node is None or not read.items(node):
        return None
    r = read.mapping(node, ExtractFields, "extract")
    reader, sha256 = read.text(r.get("reader")), read.text(r.get("sha256"))
    return Extract(reader=reader, library=read.text(r.get("library")), sha256=sha256) if reader and sha256 else None


def _checked(read: FieldReader, node: Node | None) -> Checked | None:
    if node is None or not read.items(node):
        return None
    r = read.mapping(node, CheckedFields, "checked")
    day = read.day(r.get("date"))
    return None if day is None else Checked(date=day, source=read.text(r.get("source")) or "")


def _corrections(read: FieldReader, node: Node | None) -> tuple[Correction, ...]:
    return tuple(
        Correction(
            date=read.day(r.get("date")),
            field=read.text(r.get("field")) or "",
            clause=read.text(r.get("clause")),
            was=read.text(r.get("was")),
            now=read.text(r.get("now")),
            evidence=read.text(r.get("evidence")),
            by=read.text(r.get("by")),
        )
        for r in read.records(node, CorrectionFields, "a correction")
    )


def read_policy(text: str, path: str) -> tuple[Policy | None, tuple[Problem, ...]]:
    """Read a ``policy.md``: the policy without its versions (``None`` if it cannot be read), and its problems."""
    node, body, _, problems = _open(text, path)
    if node is None:
        return None, problems
    read = FieldReader(path, _FIRST_LINE, list(problems))
    f = read.mapping(node, PolicyFields, "the front matter")
    values = {name: read.text(f.get(name)) for name in ("id", "title", "place")}
    for name, value in values.items():
        if value is None:
            read.wrong(node, f"the policy has no {name}", f"add {name}: to the front matter", f"no-{name}")
    policy = Policy(
        id=values["id"] or "",
        title=values["title"] or "",
        place=values["place"] or "",
        kind=read.text(f.get("kind")),
        rank=read.text(f.get("rank")),
        identifier=read.text(f.get("identifier")),
        was=read.texts(f.get("was")),
        sample=read.flag(f.get("sample")),
        note=read.text(f.get("note")),
        introduction=body.removeprefix("\n"),
        path=path,
        lines=field_lines(node, _FIRST_LINE),
    )
    return policy, tuple(read.problems)
