"""Recorded and missing corrections: which changed words an entry records, and which entries are missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from yange.citations import find_label
from yange.compare import Comparison, Operation
from yange.messages import LANGUAGES, messages
from yange.model import Correction, Provisions, Version
from yange.parse import full_text, plain_text
from yange.review.accounting import Replacement, accounted, composed, replacement
from yange.review.changed_words import ChangedWords, squeezed
from yange.review.field_changes import entry_text, needs_entry
from yange.review.paragraph_changes import paragraph_changes
from yange.review.report import FieldChange, ProposedEntry, Twin
from yange.review.states import ProjectSnapshot

__all__ = ["evidence_given", "proposals", "propose", "twins", "unaccounted", "uncovered_values"]

_LONGEST_LINE = 3_000
"""Most characters of a paragraph that is compared; see :mod:`yange.review.text_changes`."""

_NO_EVIDENCE = frozenset({"", "null", "none", "todo", "tbd", "n/a"})
"""Signs that mean no evidence in any language; each catalogue adds its own words."""


def evidence_given(entry: Correction) -> bool:
    """Return whether an entry names evidence; people judge whether it is good."""
    words = squeezed(entry.evidence).strip(".…。-–—?？").casefold()
    return words not in _NO_EVIDENCE and words not in _no_evidence()


@cache
def _no_evidence() -> frozenset[str]:
    """Return the words of all interface languages that mean that there is no evidence yet."""
    listed = (messages(language)["review.no-evidence"] for language in LANGUAGES)
    return frozenset(squeezed(word).casefold() for words in listed for word in words.split("|"))


def unaccounted(
    found: Iterable[ChangedWords], entries: Sequence[Correction], old: Provisions, new: Provisions
) -> tuple[ChangedWords, ...]:
    """Return the changes of words that no entry records; empty only if every changed character is recorded.

    An entry records the words that it quotes, in the clause that it names (anywhere, if it names none), with the quoted
    context on both sides of the change.
    """
    before, after = squeezed(plain_text(old.text)), squeezed(plain_text(new.text))
    texts = [entry for entry in entries if entry.field == "text"]
    made = composed([one for nth, entry in enumerate(texts) for one in _readings(entry, nth, old, new)])
    if accounted(before, after, made) is not None:
        return ()
    for told in (tuple(found), paragraph_changes(old, new)):
        supposed = [one for n, hunk in enumerate(told) for one in _readings(_as_entry(hunk), n, old, new, cost=1)]
        used = accounted(before, after, [*made, *supposed])
        if used is not None:
            return tuple(hunk for n, hunk in enumerate(told) if any(one.cost and one.nth == n for one in used))
    return paragraph_changes(old, new)


def _as_entry(hunk: ChangedWords) -> Correction:
    return Correction(date=None, field="text", clause=hunk.clause, was=hunk.was, now=hunk.now)


def _readings(entry: Correction, nth: int, old: Provisions, new: Provisions, *, cost: int = 0) -> Iterator[Replacement]:
    """Yield the possible meanings of an entry: its words; for a whole clause, also with its label."""
    was, now = squeezed(entry.was), squeezed(entry.now)
    places = find_label(new, entry.clause) if entry.clause else (new.root,)
    for clause in places:
        if entry.clause is None:
            within = (0, len(new.text))
        else:
            within = _count(new.text[: clause.start]), _count(new.text[: clause.end])
        yield replacement(was, now, within, nth, cost)
    for words, provisions in ((was, old), (now, new)):
        for label in _labels(words, provisions) if words and not (was and now) else ():
            yield replacement(label + was if was else "", label + now if now else "", (0, len(new.text)), nth, cost)


def _count(text: str) -> int:
    """Return the number of characters of a text, without white space and without punctuation at its end."""
    return len(squeezed(plain_text(text.rstrip("# \t\u3000"))))


def _labels(words: str, provisions: Provisions) -> tuple[str, ...]:
    """Return the labels of the clauses that consist of these words."""
    found = (clause for clause in provisions.walk() if clause.number is not None)
    return tuple(squeezed(clause.label) for clause in found if squeezed(full_text(provisions, clause)) == words)


def proposals(found: Iterable[ChangedWords], version: Version, state: ProjectSnapshot) -> tuple[ProposedEntry, ...]:
    """Return the entries that would record changes of words, with everything but the evidence."""
    entries = dict.fromkeys(
        Correction(
            date=state.day, field="text", clause=hunk.clause, was=hunk.was, now=hunk.now, by=state.author or None
        )
        for hunk in found
    )
    return tuple(propose(version, entry) for entry in entries)


def propose(version: Version, entry: Correction) -> ProposedEntry:
    """Return where in a version's file an entry goes, with the line to paste."""
    line = version.lines.get("corrections") if version.corrections else None
    return ProposedEntry(version.path, line, entry, entry_text(entry))


def uncovered_values(
    changed: Sequence[FieldChange], old: Version, entries: Sequence[Correction]
) -> tuple[FieldChange, ...]:
    """Return the changed facts that need an entry and have none."""
    return tuple(
        change
        for change in changed
        if needs_entry(change, old, tuple(changed))
        and not any(entry.field == change.name and _says(entry, change) for entry in entries)
    )


def _says(entry: Correction, change: FieldChange) -> bool:
    """Return whether an entry records a change of a fact: the whole value, or the changed part of a list."""
    if squeezed(entry.was) == squeezed(change.was) and squeezed(entry.now or "null") == squeezed(change.now):
        return True
    if not change.was.startswith("["):
        return False
    was, now, part, by = (_bare(words) for words in (change.was, change.now, entry.was, entry.now))
    return was.replace(part, by, 1) == now if part else bool(by) and now.replace(by, "", 1) == was


def _bare(words: str | None) -> str:
    """Return words without white space and the marks of a list."""
    return squeezed(words).translate(str.maketrans("", "", "[]{}\"',"))


def twins(version: Version, found: Sequence[ChangedWords], state: ProjectSnapshot, old: Provisions) -> tuple[Twin, ...]:
    """Find other texts of the same succession that have the same wrong words in the corrected clause.

    These are the other texts of its policy, those that it replaced, and those that replaced it.
    """
    wrong = [hunk for hunk in found if hunk.old_path and len(squeezed(hunk.was)) > 1 and hunk.now]
    if not wrong:
        return ()
    relatives = [other for other in _line(version, state) if other.held and other.path != version.path]
    return tuple(twin for other in relatives for twin in _in_other(other, wrong, state, old))


def _line(version: Version, state: ProjectSnapshot) -> list[Version]:
    """Return every text that succession connects to this one, in order of the library."""
    pairs = [*state.timeline.superseding_pairs()]
    for policy in state.library.policies:
        pairs.extend(zip(policy.versions, policy.versions[1:], strict=False))
    reached = {version.path}
    grown = True
    while grown:
        near = {one.path for pair in pairs for one in pair if {pair[0].path, pair[1].path} & reached}
        grown = not near <= reached
        reached |= near
    return [other for other in state.library.versions() if other.path in reached]


def _in_other(other: Version, wrong: Sequence[ChangedWords], state: ProjectSnapshot, old: Provisions) -> Iterator[Twin]:
    if not any(squeezed(hunk.was) in squeezed(other.body) or hunk.bare_was in other.body for hunk in wrong):
        return
    provisions = state.provisions(other)
    if max(map(len, f"{old.text}\n{other.body}".split("\n"))) > _LONGEST_LINE:
        return
    comparison = state.compare(old, provisions)
    for hunk in wrong:
        for path in _same_clause(comparison, hunk.old_path or ""):
            twin = _twin(other, provisions, path, hunk, state)
            if twin is not None:
                yield twin


def _same_clause(comparison: Comparison, old_path: str) -> tuple[str, ...]:
    kept = (change for change in comparison.changes if change.operation is not Operation.REPLACED)
    edges = (edge for change in kept for edge in change.edges)
    return tuple(dict.fromkeys(edge.new_path for edge in edges if edge.old_path == old_path))


def _twin(other: Version, provisions: Provisions, path: str, hunk: ChangedWords, state: ProjectSnapshot) -> Twin | None:
    clause = provisions.at(path)
    if clause is None or hunk.was is None or hunk.now is None:
        return None
    at = provisions.text.find(hunk.was, clause.start, clause.end)
    if at < 0:
        return None
    label = clause.label if clause.label and len(find_label(provisions, clause.label)) == 1 else path
    line = other.body_line + provisions.text.count("\n", 0, at)
    entry = Correction(date=state.day, field="text", clause=label, was=hunk.was, now=hunk.now, by=state.author or None)
    return Twin(other.policy, other.key, other.path, line, label, hunk.was, propose(other, entry))
