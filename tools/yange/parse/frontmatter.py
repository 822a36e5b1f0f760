"""Front matter: the facts of a policy or a version as YAML above the body, read by schema and written back.

PyYAML composes nodes with their lines; scalars are taken as text and read by the schema here, never by YAML 1.1's
guesses (in which ``on`` and ``no`` are booleans and 2020-03-01 is a date only sometimes). Writing uses the same
schema, so that what was written by Yange reads back and prints the same, byte for byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

import yaml

from yange.dates import next_day, parse_day, previous_day
from yange.model import (
    Amendment,
    Basis,
    Checked,
    ClausePeriod,
    Condition,
    Correction,
    Effect,
    ExpiryBasis,
    Holding,
    Policy,
    Source,
    Units,
    Version,
)
from yange.problems import Problem, error

__all__ = [
    "read_policy",
    "read_version",
    "split",
    "version_facts",
    "write_facts",
    "write_policy",
    "write_version",
]

E = TypeVar("E", bound=StrEnum)
_FENCE = re.compile(r"---[ \t]*(?:\n|$)")
_NULLS = {"", "null", "~"}


def split(text: str) -> tuple[str, str, int] | None:
    """Cut a file into ``(front matter, body, line of the body)``; ``None`` where no front matter stands at the top."""
    first = _FENCE.match(text)
    if first is None:
        return None
    last = re.search(r"^---[ \t]*$\n?", text[first.end() :], re.M)
    if last is None:
        return None
    front = text[first.end() : first.end() + last.start()]
    body = text[first.end() + last.end() :]
    return front, body, front.count("\n") + 3


@dataclass
class _Reader:
    """Reads nodes by schema and collects what is wrong with them."""

    path: str
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, node: yaml.Node, message: str, hint: str, code: str = "front-matter") -> None:
        mark = node.start_mark
        self.problems.append(error(code, self.path, message, hint=hint, line=mark.line + 2, column=mark.column))

    def mapping(self, node: yaml.Node, known: Iterable[str], what: str) -> dict[str, yaml.Node]:
        """Return the values of a mapping by key; unknown and repeated keys are problems."""
        if not isinstance(node, yaml.MappingNode):
            self.wrong(node, f"{what} must be a mapping of names to values", "write it as name: value")
            return {}
        found: dict[str, yaml.Node] = {}
        names = tuple(known)
        for key, value in node.value:
            if key.value not in names:
                self.wrong(key, f"unknown field {key.value!r} in {what}", f"known fields: {', '.join(names)}")
            elif key.value in found:
                self.wrong(key, f"field {key.value!r} stands twice in {what}", "keep one of them")
            else:
                found[key.value] = value
        return found

    def text(self, node: yaml.Node | None) -> str | None:
        if node is None:
            return None
        if not isinstance(node, yaml.ScalarNode):
            self.wrong(node, "expected a single value here", "write one value, or null")
            return None
        plain = node.style in (None, "")
        return None if plain and node.value in _NULLS else str(node.value)

    def day(self, node: yaml.Node | None) -> date | None:
        value = self.text(node)
        if value is None or node is None:
            return None
        try:
            return parse_day(value)
        except ValueError:
            self.wrong(
                node,
                f"{value!r} is not a day",
                "write it as YYYY-MM-DD, or null if it is not known",
                "bad-day",
            )
            return None

    def flag(self, node: yaml.Node | None) -> bool:
        value = self.text(node)
        if value not in (None, "true", "false") and node is not None:
            self.wrong(node, f"{value!r} is neither true nor false", "write true or false")
        return value == "true"

    def integer(self, node: yaml.Node | None) -> int | None:
        value = self.text(node)
        if value is None or node is None:
            return None
        if not value.isascii() or not value.isdigit():
            self.wrong(node, f"{value!r} is not a whole number", "write a whole number")
            return None
        return int(value)

    def choice(self, node: yaml.Node | None, kind: type[E], default: E | None) -> E | None:
        value = self.text(node)
        if value is None or node is None:
            return default
        try:
            return kind(value)
        except ValueError:
            self.wrong(node, f"{value!r} is not one of {', '.join(kind)}", "use one of them")
            return default

    def items(self, node: yaml.Node | None) -> Sequence[yaml.Node]:
        if node is None or (isinstance(node, yaml.ScalarNode) and self.text(node) is None):
            return ()
        if isinstance(node, yaml.SequenceNode):
            return list(node.value)
        return [node]

    def texts(self, node: yaml.Node | None) -> tuple[str, ...]:
        return tuple(value for value in map(self.text, self.items(node)) if value is not None)

    def records(self, node: yaml.Node | None, known: Iterable[str], what: str) -> list[dict[str, yaml.Node]]:
        return [self.mapping(item, known, what) for item in self.items(node)]


def _compose(front: str, path: str) -> tuple[yaml.Node | None, tuple[Problem, ...]]:
    try:
        return yaml.compose(front, Loader=yaml.CSafeLoader), ()
    except yaml.MarkedYAMLError as failure:
        mark = failure.problem_mark
        where = (mark.line + 2, mark.column) if mark else (1, 0)
        what = " ".join(str(part) for part in (failure.context, failure.problem) if part)
        hint = "mend the YAML; a value with a colon or a leading bracket needs quotes"
        return None, (
            error(
                "yaml",
                path,
                f"the front matter is not YAML: {what}",
                hint=hint,
                line=where[0],
                column=where[1],
            ),
        )
    except yaml.YAMLError as failure:
        return None, (
            error("yaml", path, f"the front matter is not YAML: {failure}", hint="remove the character", line=1),
        )


def _open(text: str, path: str) -> tuple[yaml.Node | None, str, int, tuple[Problem, ...]]:
    parts = split(text)
    if parts is None:
        hint = "begin the file with a line ---, then the facts, then a line ---"
        return (
            None,
            "",
            1,
            (error("no-front-matter", path, "the file has no front matter", hint=hint, line=1),),
        )
    front, body, line = parts
    node, problems = _compose(front, path)
    if node is None and not problems:
        problems = (error("no-front-matter", path, "the front matter is empty", hint="give at least a title", line=1),)
    return node, body, line, problems


def _lines(node: yaml.Node) -> dict[str, int]:
    if not isinstance(node, yaml.MappingNode):
        return {}
    return {str(key.value): key.start_mark.line + 2 for key, _ in node.value}


# --- a version -----------------------------------------------------------------------------------------------------

_EFFECTS = ("repeals", "extends", "suspends", "revives", "declares_lapsed")
_VERSION_FIELDS = (
    "title", "cover_title", "number", "issuer", "signed", "published", "effective", "effective_basis", "commenced",
    "amended_by", "expires", "expires_basis", "clause_periods", "repeals", "extends", "suspends", "revives",
    "declares_lapsed", "savings", "prevails_over", "text", "condition", "units", "sources", "checked", "corrections",
    "review", "language", "note",
)  # fmt: skip
_EFFECT_FIELDS = ("policy", "number", "title", "extent", "on", "until")
_SOURCE_FIELDS = ("name", "url", "page_date", "retrieved", "sha256", "media", "lines", "variants")
_CORRECTION_FIELDS = ("date", "field", "clause", "was", "now", "evidence", "by")


def read_version(text: str, path: str, policy_id: str) -> tuple[Version | None, tuple[Problem, ...]]:
    """Read one version's file.

    Args:
        text: the whole file.
        path: the file's path relative to the project, for messages; its stem becomes ``key``.
        policy_id: the policy the version belongs to.

    Returns:
        The version (``None`` where nothing can be read) and every problem of its front matter, with lines.

    """
    node, body, body_line, problems = _open(text, path)
    if node is None:
        return None, problems
    read = _Reader(path, list(problems))
    f = read.mapping(node, _VERSION_FIELDS, "the front matter")
    title = read.text(f.get("title"))
    if title is None:
        read.wrong(node, "the version has no title", "add title: as printed on this version", "no-title")
    version = Version(
        policy=policy_id,
        key=path.rsplit("/", 1)[-1].removesuffix(".md"),
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
        text=read.choice(f.get("text"), Holding, Holding.HELD) or Holding.HELD,
        condition=read.choice(f.get("condition"), Condition, Condition.COMPLETE) or Condition.COMPLETE,
        units=_units(read, f.get("units")),
        sources=_sources(read, f.get("sources")),
        checked=_checked(read, f.get("checked")),
        corrections=_corrections(read, f.get("corrections")),
        review=read.texts(f.get("review")),
        language=read.text(f.get("language")) or "zh",
        note=read.text(f.get("note")),
        body=body.removeprefix("\n"),
        lines=_lines(node),
        body_line=body_line + body.startswith("\n"),
        **{name: _effects(read, f.get(name)) for name in _EFFECTS},
    )
    return version, tuple(read.problems)


def _amendments(read: _Reader, node: yaml.Node | None) -> tuple[Amendment, ...]:
    records = read.records(node, ("number", "date", "kind"), "amended_by")
    return tuple(
        Amendment(
            number=read.text(r.get("number")),
            date=read.day(r.get("date")),
            kind=read.text(r.get("kind")) or "修正",
        )
        for r in records
    )


def _clause_periods(read: _Reader, node: yaml.Node | None) -> tuple[ClausePeriod, ...]:
    records = read.records(node, ("clause", "from", "to"), "clause_periods")
    return tuple(
        ClausePeriod(clause=read.text(r.get("clause")) or "", first=read.day(r.get("from")), until=_day_after(read, r))
        for r in records
    )


def _day_after(read: _Reader, record: Mapping[str, yaml.Node]) -> date | None:
    """``to`` is the last day in force, as drafters and ``expires`` have it; the model's periods are half-open."""
    last = read.day(record.get("to"))
    return None if last is None else next_day(last)


def _clauses(read: _Reader, node: yaml.Node | None) -> tuple[str, ...]:
    records = read.records(node, ("clause",), "this list")
    return tuple(label for label in (read.text(r.get("clause")) for r in records) if label is not None)


def _effects(read: _Reader, node: yaml.Node | None) -> tuple[Effect, ...]:
    found = []
    for item in read.items(node):
        r = read.mapping(item, _EFFECT_FIELDS, "an effect on another instrument")
        extent = read.texts(r.get("extent"))
        found.append(
            Effect(
                policy=read.text(r.get("policy")),
                number=read.text(r.get("number")),
                title=read.text(r.get("title")),
                extent=() if extent == ("whole",) else extent,
                on=read.day(r.get("on")),
                until=read.day(r.get("until")),
                line=item.start_mark.line + 2,
            )
        )
    return tuple(found)


def _units(read: _Reader, node: yaml.Node | None) -> Units | None:
    if node is None or not read.items(node):
        return None
    r = read.mapping(node, ("kind", "count"), "units")
    count = read.integer(r.get("count"))
    return None if count is None else Units(kind=read.text(r.get("kind")) or "item", count=count)


def _sources(read: _Reader, node: yaml.Node | None) -> tuple[Source, ...]:
    found = []
    for r in read.records(node, _SOURCE_FIELDS, "a source"):
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
            )
        )
    return tuple(found)


def _checked(read: _Reader, node: yaml.Node | None) -> Checked | None:
    if node is None or not read.items(node):
        return None
    r = read.mapping(node, ("date", "source"), "checked")
    day = read.day(r.get("date"))
    return None if day is None else Checked(date=day, source=read.text(r.get("source")) or "")


def _corrections(read: _Reader, node: yaml.Node | None) -> tuple[Correction, ...]:
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
        for r in read.records(node, _CORRECTION_FIELDS, "a correction")
    )


# --- a policy ------------------------------------------------------------------------------------------------------

_POLICY_FIELDS = ("id", "title", "place", "kind", "rank", "was", "sample", "note")


def read_policy(text: str, path: str) -> tuple[Policy | None, tuple[Problem, ...]]:
    """Read a ``policy.md``: the policy without its versions (``None`` where nothing can be read), and its problems."""
    node, _, _, problems = _open(text, path)
    if node is None:
        return None, problems
    read = _Reader(path, list(problems))
    f = read.mapping(node, _POLICY_FIELDS, "the front matter")
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
        was=read.texts(f.get("was")),
        sample=read.flag(f.get("sample")),
        note=read.text(f.get("note")),
        path=path,
        lines=_lines(node),
    )
    return policy, tuple(read.problems)


# --- writing -------------------------------------------------------------------------------------------------------


class _Dumper(yaml.SafeDumper):
    """Writes plain scalars wherever our own reader, which guesses nothing, reads them back."""


_Dumper.yaml_implicit_resolvers = {
    letter: [
        (tag, pattern) for tag, pattern in resolvers if tag in {"tag:yaml.org,2002:null", "tag:yaml.org,2002:merge"}
    ]
    for letter, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}
_Dumper.add_representer(
    bool, lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:str", str(value).lower())
)
_Dumper.add_representer(int, lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:str", str(value)))
_Dumper.add_representer(date, lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:str", value.isoformat()))

_ALWAYS = {
    "number", "issuer", "signed", "published", "effective", "effective_basis", "expires", "text", "condition", "units",
    "sources", "checked",
}  # fmt: skip


def _flow(value: Any) -> str:
    dumped: str = yaml.dump(
        value, Dumper=_Dumper, allow_unicode=True, default_flow_style=True, sort_keys=False, width=10**9
    )
    return dumped.removesuffix("\n").removesuffix("\n...").removesuffix("\n")


def write_facts(facts: Mapping[str, Any]) -> str:
    """Write front matter between its two fences: a line for each scalar, a line for each record of a list."""
    lines = ["---"]
    for name, value in facts.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            lines.append(f"{name}:")
            lines.extend(f"  - {_flow(item)}" for item in value)
        else:
            lines.append(f"{name}: {_flow(value)}")
    lines.append("---")
    return "\n".join(lines) + "\n"


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
    """Return a version's front matter as plain values in the order of design §4, empty fields left out."""
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
        **{name: [_effect(effect) for effect in getattr(version, name)] for name in _EFFECTS},
        "savings": [{"clause": label} for label in version.savings],
        "prevails_over": [{"clause": label} for label in version.prevails_over],
        "text": version.text.value,
        "condition": version.condition.value,
        "units": {"kind": version.units.kind, "count": version.units.count} if version.units else None,
        "sources": [_source(source) for source in version.sources],
        "checked": {"date": version.checked.date, "source": version.checked.source} if version.checked else None,
        "corrections": [_correction(correction) for correction in version.corrections],
        "review": list(version.review),
        "language": version.language if version.language != "zh" else None,
        "note": version.note,
    }
    return {name: value for name, value in facts.items() if name in _ALWAYS or value not in (None, [])}


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
    }
    return _slim(record, ("name", "url", "page_date", "retrieved", "sha256", "media"))


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
    """Write one version's file: front matter, a blank line, the body as it is."""
    return write_facts(version_facts(version)) + "\n" + version.body


def write_policy(policy: Policy, introduction: str = "") -> str:
    """Write a ``policy.md``; ``introduction`` is the hand-written paragraph below the facts."""
    facts: dict[str, Any] = {
        "id": policy.id,
        "title": policy.title,
        "place": policy.place,
        "kind": policy.kind,
        "rank": policy.rank,
        "was": list(policy.was),
        "sample": policy.sample or None,
        "note": policy.note,
    }
    kept = {name: value for name, value in facts.items() if value not in (None, []) or name in {"kind", "rank"}}
    return write_facts(kept) + (f"\n{introduction}" if introduction else "")
