"""What is searched: every text once, best first, with its clauses, its days and what it is filtered by."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from yange.dates import previous_day
from yange.model import Policy, Version
from yange.publish.addresses import version_address
from yange.publish.context import SiteContext
from yange.publish.facts.blocks import ClauseBlock
from yange.timeline import Standing

__all__ = ["SearchDocument", "SearchEntry", "SearchStanding", "documents", "entries", "line", "standings_of", "year_of"]

Turns = tuple[tuple[date, str], ...]

_TIERS = {"in-force": 0, "not-yet-in-force": 1, "suspended": 1, "letter": 2, "unknown": 2, "draft": 2}
OLD = 3
CELLS = " · "
"""Separates the cells of a table row that is shown as one line; the browser does not mark across it."""
_UNNAMED = {"cover": "通知", "preamble": "序言", "caption": "题注"}
_OUTSIDE = {"part", "chapter", "section", "document", "cover"}
_ANNEX = re.compile(
    r"(?:附\s*[件录表]\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})?"
    r"|(?:annex|appendix|schedule|attachment)\b\s*(?:\d{1,3}\b|[a-z]\b|[ivx]{1,5}\b)?)[:：.．、\s]*",
    re.I,
)
"""How an annex calls itself in its heading."""
_COUNTED = re.compile(r"[\d一二三四五六七八九十]|\s[a-z]+$", re.I)
_EDGES = ":：.．、 \u3000\t"


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """One clause as it is found.

    ``above`` is what stands before its own label where it is named: the numbered clauses that hold it, its annex, or
    the name of a clause that has no number. ``label`` is the label as printed, with the blank or point after it.
    ``heading`` is set for what stands above other clauses: of a chapter, a section, an annex.
    """

    anchor: str
    above: str
    label: str
    text: str
    heading: bool = False


def line(above: str, label: str, text: str) -> str:
    """Return a clause as one is looked for: phrases run from a printed label into the words, and into no other name."""
    return f"{above}{label}{text}" if label else f"{above}\n{text}"


@dataclass(frozen=True, slots=True)
class SearchStanding:
    """The status of a policy, the later ones with their first days, and whether the text it is about was checked."""

    status: str
    turns: Turns
    sure: bool


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One text of a policy. ``tier`` is 0 in force, 1 to come or suspended, 2 without a period, 3 ended."""

    policy: Policy
    version: Version
    status: str
    tier: int
    days: tuple[tuple[date, date | None], ...]
    """The days on which it was in force, both ends in; the last end is ``None`` where none is known."""
    turns: Turns
    """The statuses that it has later, each with its first day."""

    @property
    def address(self) -> str:
        """The address of its page, without language."""
        return version_address(self.version)

    @property
    def heads(self) -> tuple[str, ...]:
        """The words above the clauses: titles, number, issuers."""
        v = self.version
        policy = self.policy.title if self.policy.title != v.title else None
        return tuple(filter(None, (v.title, policy, v.cover_title, v.number, *v.issuer)))


def year_of(version: Version) -> int | None:
    """Return the year of a text: in which it was made, else in which it takes effect."""
    day = version.signed or version.published or version.effective
    return day.year if day else None


def documents(context: SiteContext) -> list[SearchDocument]:
    """Return every text, those in force first and the newer before the older: the place in this list is its number."""
    found = [_document(context, policy, version) for policy in context.library.policies for version in policy.versions]
    newest_first = sorted(found, key=_newest, reverse=True)
    return sorted(newest_first, key=lambda document: document.tier)


def standings_of(context: SiteContext) -> dict[str, SearchStanding]:
    """Return the status of every policy on the day and after it, by its id."""
    wording, timeline = context.english, context.timeline
    found = {}
    for policy in context.library.policies:
        standing = timeline.standing(policy.id, context.on)
        turns = _turns(context, policy, partial(timeline.standing, policy.id))
        sure = wording.evidence(standing.version) == "sure"
        found[policy.id] = SearchStanding(wording.status_key(policy, standing), turns, sure)
    return found


def _turns(context: SiteContext, policy: Policy, at: Callable[[date], Standing]) -> Turns:
    """Return the statuses after the day of the build; none where the publisher has fixed the day."""
    if context.settings.on is not None:
        return ()
    last = context.english.status_key(policy, at(context.on))
    found = []
    for day in context.timeline.change_days(policy.id):
        status = context.english.status_key(policy, at(day)) if day > context.on else last
        if status != last:
            found.append((day, status))
            last = status
    return tuple(found)


def _newest(document: SearchDocument) -> tuple[date, str, str]:
    version = document.version
    return version.effective or version.signed or version.published or date.min, version.policy, version.key


def _document(context: SiteContext, policy: Policy, version: Version) -> SearchDocument:
    standing = context.timeline.version_standing(version, context.on)
    wording = context.wordings[context.settings.languages[0]]
    status = wording.status_key(policy, standing)
    periods = context.timeline.periods(version)
    days = tuple((p.start, previous_day(p.end) if p.end else None) for p in periods)
    turns = _turns(context, policy, partial(context.timeline.version_standing, version))
    return SearchDocument(policy, version, status, _TIERS.get(status, OLD), days, turns)


def entries(context: SiteContext, policy: Policy, version: Version) -> Iterator[SearchEntry]:
    """Yield the clauses of a text as its page prints them."""
    if not version.held:
        return
    printed = context.printed(version.body)
    names = _Names(printed)
    for block in printed:
        lines = [text for _, text in block.paragraphs] + [CELLS.join(row) for row in block.rows]
        if lines and block.kind not in {"title", "heading"}:
            label = names.label(block)
            text = "\n".join(lines)
            words = text if block.label else text.removeprefix(label)
            yield SearchEntry(block.path, names.above(block), label, words, heading=block.level > 0)


class _Names:
    """What the clauses of a text are called: ``第三条`` and its （一）, ``附件1`` and a table in it."""

    def __init__(self, printed: Sequence[ClauseBlock]) -> None:
        self._blocks = {block.path: block for block in printed}
        self._alone = sum(block.kind == "annex" for block in printed) == 1

    def label(self, block: ClauseBlock) -> str:
        """Return the label as printed; an annex has it in its heading, unless others have the same label."""
        if block.kind != "annex" or block.label or not block.paragraphs:
            return block.label
        found = _ANNEX.match(block.paragraphs[0][1])
        return found[0] if found and (self._alone or _COUNTED.search(found[0].strip(_EDGES))) else ""

    def above(self, block: ClauseBlock) -> str:
        """Return the words before a clause's own label in its full name."""
        steps = block.path.split("__")
        holders = (self._blocks.get("__".join(steps[:end])) for end in range(1, len(steps)))
        parts = [self._called(holder) for holder in holders if holder is not None]
        if self.label(block):
            return "".join(parts)
        found = "".join(dict.fromkeys([*parts, block.name])).rstrip()
        return found or _UNNAMED.get(steps[0].rstrip("_0123456789"), "")

    def _called(self, holder: ClauseBlock) -> str:
        if holder.kind == "annex":
            return f"{self.label(holder).strip(_EDGES) or holder.name} "
        return holder.name if holder.label and holder.kind not in _OUTSIDE else ""
