"""What is searched: every text once, best first, with its clauses, its days and what it is filtered by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from yange.dates import previous_day
from yange.model import Policy, Version
from yange.publish.addresses import version_address
from yange.publish.context import Context
from yange.publish.text import Block, without_persons

__all__ = ["Document", "Entry", "documents", "year_of"]

_TIERS = {"in-force": 0, "not-yet-in-force": 1, "suspended": 1, "letter": 2, "unknown": 2}
OLD = 3
CELLS = " · "
"""What stands between the cells of a table where a row is shown as one line; the browser does not mark across it."""
_UNNAMED = {"cover": "通知", "preamble": "序言", "caption": "题注", "annex": "附件"}
_OUTSIDE = {"part", "chapter", "section", "document", "cover", "annex"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One clause as it is found: its anchor, what it is called, its words as printed."""

    anchor: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """One text of a policy. ``tier`` is 0 in force, 1 to come or suspended, 2 without a period, 3 ended."""

    policy: Policy
    version: Version
    status: str
    tier: int
    days: tuple[tuple[date, date | None], ...]
    """The days on which it was in force, both ends in; the last end is ``None`` where none is known."""

    @property
    def address(self) -> str:
        """The address of its page, without language."""
        return version_address(self.version)

    @property
    def heads(self) -> tuple[str, ...]:
        """What stands above the clauses: titles, number, who issued it."""
        v = self.version
        policy = self.policy.title if self.policy.title != v.title else None
        return tuple(filter(None, (v.title, policy, v.cover_title, v.number, *v.issuer)))


def year_of(version: Version) -> int | None:
    """Return the year of a text: in which it was made, else in which it takes effect."""
    day = version.signed or version.published or version.effective
    return day.year if day else None


def documents(context: Context) -> list[Document]:
    """Return every text, those in force first and the newer before the older: the place in this list is its number."""
    found = [_document(context, policy, version) for policy in context.library.policies for version in policy.versions]
    newest_first = sorted(found, key=_newest, reverse=True)
    return sorted(newest_first, key=lambda document: document.tier)


def _newest(document: Document) -> tuple[date, str, str]:
    version = document.version
    return version.effective or version.signed or version.published or date.min, version.policy, version.key


def _document(context: Context, policy: Policy, version: Version) -> Document:
    standing = context.timeline.version_standing(version, context.on)
    wording = context.wordings[context.settings.languages[0]]
    status = wording.status_key(policy, standing)
    periods = context.timeline.periods(version)
    days = tuple((p.start, previous_day(p.end) if p.end else None) for p in periods)
    return Document(policy, version, status, _TIERS.get(status, OLD), days)


def entries(context: Context, policy: Policy, version: Version) -> Iterator[Entry]:
    """Yield the clauses of a text as its page prints them: without private persons where they are withheld."""
    if not version.held:
        return
    printed = context.printed(version.body)
    if context.withholds(policy):
        words = context.wordings[context.settings.languages[0]].words
        printed = without_persons(printed, {kind: words(f"withheld.{kind}") for kind in ("name", "telephone")})
    names = {block.path: block for block in printed}
    for block in printed:
        lines = [text for _, text in block.paragraphs] + [CELLS.join(row) for row in block.rows]
        if lines and block.kind not in {"title", "heading"}:
            yield Entry(block.path, _label(block, names), "\n".join(lines))


def _label(block: Block, names: dict[str, Block]) -> str:
    """Return what a clause is called, the numbered clauses that hold it in front: ``第三条（一）``."""
    parts: list[str] = []
    steps: Sequence[str] = block.path.split("__")
    for end in range(1, len(steps) + 1):
        holder = names.get("__".join(steps[:end]))
        if holder is not None and (end == len(steps) or (holder.kind not in _OUTSIDE and holder.label)):
            parts.append(holder.name)
    return "".join(dict.fromkeys(parts)) or _UNNAMED.get(block.path.partition("__")[0].rstrip("_0123456789"), "")
