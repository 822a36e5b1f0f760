"""What happened to one text, and which promises about it are broken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yange.compare import Comparison
from yange.model import Correction, Policy, Provisions, Source, Version
from yange.problems import Problem, error
from yange.review.changed_words import ChangedWords, hunks
from yange.review.entries import evidence_given, proposals, propose, twins, unaccounted, uncovered_values
from yange.review.field_changes import EFFECTS, LEADS, new_entries, recorded, values
from yange.review.policy_pairs import VersionPair, words
from yange.review.report import FieldChange, ProposedEntry, ReviewKind, VersionChange
from yange.review.states import ProjectSnapshot

__all__ = ["added_text", "changed_text", "comparison_of"]

_LONGEST = 300_000
"""Most characters of a text that is compared clause by clause; the longest code has 200,000."""

_WHICH = (
    "If the record was wrong, paste the entry below; if the law changed, add a new text and leave this one unchanged."
)
_EVIDENCE = "Write the evidence under `evidence`: the gazette's issue and page, or the issuer's own page."

_LONGEST_LINE = 3_000
"""Most characters of a paragraph: its comparison is quadratic in its differences, and strangers write them."""

Found = tuple[VersionChange, tuple[Problem, ...]]


def comparison_of(old: Version, new: Version, state: ProjectSnapshot) -> Comparison | None:
    """Compare two texts; ``None`` where one is not held or too long to be a policy's text."""
    if not (old.held and new.held) or any(_too_long(version.body) for version in (old, new)):
        return None
    return state.compare(state.provisions(old), state.provisions(new))


def _too_long(body: str) -> bool:
    return len(body) > _LONGEST or max(map(len, body.split("\n")), default=0) > _LONGEST_LINE


def added_text(version: Version, policy: Policy, state: ProjectSnapshot, *, fresh: bool) -> Found:
    """Report a new text, compared with the one before it. ``fresh``: the policy is new, too."""
    before = [other for other in policy.versions[: policy.versions.index(version)] if other.held]
    against = before[-1] if before and version.held else None
    kinds = [ReviewKind.NEW_POLICY if fresh else ReviewKind.AMENDMENT]
    kinds += [ReviewKind.EVENT] if version.acts else []
    change = VersionChange(
        version=version.key,
        path=version.path,
        kinds=tuple(kinds),
        values=recorded(version),
        comparison=comparison_of(against, version, state) if against else None,
        against=against.key if against else None,
        entries=version.corrections,
    )
    return change, tuple(_evidence(version, version.corrections))


def changed_text(pair: VersionPair, old_state: ProjectSnapshot, new_state: ProjectSnapshot) -> Found | None:
    """Report the changes of a text that is in both states; ``None`` if there are none."""
    old, new = pair.old, pair.new
    if old is None or new is None or (old == new and old.path == new.path):
        return None
    changed = values(old, new)
    entries = new_entries(old, new)
    comparison = comparison_of(old, new, new_state) if old.body != new.body else None
    texts = old_state.provisions(old), new_state.provisions(new)
    found = hunks(comparison, texts[1]) if comparison else ()
    open_hunks = unaccounted(found, entries, *texts) if comparison and words(old) != words(new) else ()
    open_values = uncovered_values(changed, old, entries)
    change = VersionChange(
        version=new.key,
        path=new.path,
        was=old.path if old.path != new.path else None,
        kinds=_kinds(old, new, changed, open_values, entries),
        values=changed,
        comparison=comparison,
        entries=entries,
        proposed=(*proposals(open_hunks, new, new_state), *_proposed_values(open_values, new, new_state)),
        twins=twins(new, found, new_state, texts[0]),
    )
    return change, tuple(_broken(old, new, open_hunks, open_values, entries, texts[1], compared=comparison is not None))


def _kinds(
    old: Version,
    new: Version,
    changed: Sequence[FieldChange],
    open_values: Sequence[FieldChange],
    entries: Sequence[Correction],
) -> tuple[ReviewKind, ...]:
    names = {change.name for change in changed}
    corrected = {entry.field for entry in entries} & (names | {"text"}) | {change.name for change in open_values}
    kinds: list[ReviewKind] = []
    corrected |= {name for name, lead in LEADS.items() if lead in corrected}
    filled = old.body.strip() == "" or not old.held
    if (words(old) != words(new) and not filled) or corrected:
        kinds.append(ReviewKind.CORRECTION)
    if any(name in names and name not in corrected for name in EFFECTS):
        kinds.append(ReviewKind.EVENT)
    if names - corrected - set(EFFECTS) or (entries and not corrected) or (filled and old.body != new.body):
        kinds.append(ReviewKind.METADATA)
    if old.body != new.body and words(old) == words(new):
        kinds.append(ReviewKind.TYPOGRAPHY)
    if old.path != new.path:
        kinds.append(ReviewKind.MOVE)
    return tuple(kinds) or (ReviewKind.METADATA,)


def _proposed_values(
    changes: Sequence[FieldChange], version: Version, state: ProjectSnapshot
) -> tuple[ProposedEntry, ...]:
    return tuple(
        propose(
            version,
            Correction(date=state.day, field=change.name, was=change.was, now=change.now, by=state.author or None),
        )
        for change in changes
    )


def _broken(
    old: Version,
    new: Version,
    open_hunks: Sequence[ChangedWords],
    open_values: Sequence[FieldChange],
    entries: Sequence[Correction],
    provisions: Provisions,
    *,
    compared: bool,
) -> Iterator[Problem]:
    yield from _open_texts(new, open_hunks, provisions)
    if not compared and old.held and words(old) and words(old) != words(new) and not _whole_text(entries):
        what = (
            "was deleted"
            if not (new.held and words(new))
            else "changed, and is too long to be compared clause by clause"
        )
        hint = "A recorded text must stay; record a correction of it under `corrections` with field: text."
        yield error("text-changed", new.path, f"The text of {new.key} {what}.", hint=hint, line=new.body_line)
    for change in open_values:
        code = "effective-changed" if change.name == "effective" else "fact-changed"
        yield error(
            code,
            new.path,
            f"`{change.name}` of this text was {change.was or 'empty'} and is now {change.now or 'empty'}, "
            "without a correction.",
            hint=_WHICH,
            line=new.lines.get(change.name, 1),
        )
    yield from _evidence(new, entries)
    yield from _withdrawn(old, new)
    yield from _sources(old, new)


def _whole_text(entries: Sequence[Correction]) -> bool:
    return any(entry.field == "text" and entry.clause is None for entry in entries)


def _open_texts(version: Version, found: Sequence[ChangedWords], provisions: Provisions) -> Iterator[Problem]:
    """Yield a problem for each clause whose words changed without an entry."""
    for path in dict.fromkeys(hunk.path or "" for hunk in found):
        of_clause = [hunk for hunk in found if (hunk.path or "") == path]
        first = of_clause[0]
        clause = provisions.at(path) if path else None
        start = clause.start if clause else 0
        at = max(version.body.find((first.now or "").split("\n")[0], start) if first.now else -1, start)
        told = "; ".join(f"“{hunk.was or ''}” → “{hunk.now or ''}”"[:160] for hunk in of_clause[:3])
        yield error(
            "text-changed",
            version.path,
            f"{first.clause or 'The text'} of {version.key} changed without a correction: {told}.",
            hint=_WHICH,
            line=version.body_line + version.body.count("\n", 0, at),
        )


def _evidence(version: Version, entries: Sequence[Correction]) -> Iterator[Problem]:
    for entry in entries:
        if not evidence_given(entry):
            where = entry.clause or entry.field
            yield error(
                "evidence-missing",
                version.path,
                f"The correction of {where} names no evidence.",
                hint=_EVIDENCE,
                line=version.lines.get("corrections", 1),
            )


def _withdrawn(old: Version, new: Version) -> Iterator[Problem]:
    known = {(entry.field, entry.clause, entry.was, entry.now) for entry in new.corrections}
    for entry in old.corrections:
        if (entry.field, entry.clause, entry.was, entry.now) not in known:
            yield error(
                "correction-withdrawn",
                new.path,
                f"The correction of {entry.clause or entry.field} ({entry.date}) was removed from the record.",
                hint="Recorded corrections must stay: put it back; if it was wrong, record a further correction.",
                line=new.lines.get("corrections", 1),
            )


def _sources(old: Version, new: Version) -> Iterator[Problem]:
    for source in old.sources:
        same = [other for other in new.sources if _same_source(source, other)]
        if not same:
            yield error(
                "source-removed",
                new.path,
                f"The source {source.name} was removed.",
                hint="The source of a text must stay on record; add further sources below it.",
                line=new.lines.get("sources", 1),
            )
        elif source.sha256 and all(other.sha256 != source.sha256 for other in same):
            yield error(
                "source-hash",
                new.path,
                f"The hash of the source {source.name} changed.",
                hint="A different document is a different source: add it separately and leave this one unchanged.",
                line=new.lines.get("sources", 1),
            )


def _same_source(one: Source, other: Source) -> bool:
    if one.sha256 is not None and one.sha256 == other.sha256:
        return True
    return one.name == other.name or (one.url is not None and one.url == other.url)
