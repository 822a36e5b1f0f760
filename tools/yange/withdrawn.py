"""Find the clauses of a text that are out of force, when, and by which instrument, for pages, copies and commands.

A recorded label (第三条, （八）, 第五条第二款, 第十条至第十二条) means a clause with all clauses in it. A label of
several clauses of the text, or of none, marks no clause: it is listed as not found and reported with the text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from yange.citations import find_label
from yange.dates import previous_day
from yange.messages import messages, nearest
from yange.model import Clause, EventKind, Provisions, Status, Version
from yange.timeline import Out, Standing, Timeline

__all__ = [
    "Withdrawn",
    "bracketed",
    "clause_in_force",
    "clause_marks",
    "last_out",
    "lost_marks",
    "mark",
    "marked",
    "marks_of",
    "state",
    "status",
    "when",
]

_STATES = {
    EventKind.PARTIAL_REPEAL: "repealed",
    EventKind.SUSPENSION: "suspended",
    EventKind.CLAUSE_BEGINS: "not-begun",
}


class Withdrawn:
    """The clauses of one text that are out of force, for a time or permanently. The text must be held."""

    def __init__(self, timeline: Timeline, version: Version, provisions: Provisions) -> None:
        """Find the clauses of the timeline's labels."""
        self.provisions = provisions
        self.roots: dict[str, list[Out]] = defaultdict(list)
        self.lost: list[Out] = []
        self._doubtful: set[str] = set()
        for out in timeline.outs(version):
            found = find_label(provisions, out.label)
            if not found or _same_label(found):
                self.lost.append(out)
                self._doubtful |= {clause.path for one in found for clause in one.walk()}
            else:
                for clause in found:
                    self.roots[clause.path].append(out)

    def __bool__(self) -> bool:
        """Return whether any clause is ever out of force."""
        return bool(self.roots or self.lost)

    @cached_property
    def covered(self) -> Mapping[str, Sequence[Out]]:
        """The outs of each clause by path: its own, and those of the clauses that contain it."""
        return dict(_covered(self.provisions.root, (), self.roots))

    def covering(self, paths: Iterable[str]) -> tuple[Out, ...]:
        """Return the outs of the words at these paths: a clause's own, and those of its first paragraph."""
        return tuple(out for path in paths for out in self.covered.get(path, ()))

    def naming(self, paths: Sequence[str]) -> tuple[tuple[str, Out], ...]:
        """Return the outs of clauses that are printed together, with the label if an out is only for a part."""
        named = ((path, out) for path in paths for out in self.roots.get(path, ()))
        return tuple(("" if path == paths[0] else out.label, out) for path, out in named)

    def reaching(self, path: str) -> tuple[tuple[str, Out], ...]:
        """Return the outs of a clause with all that it contains.

        Each has the label of the clause that is out where that is another one, which contains this one or is a part.
        """
        above = (root for root in self.roots if path.startswith(f"{root}__"))
        below = (root for root in self.roots if root.startswith(f"{path}__"))
        named = [(out.label, out) for root in above for out in self.roots[root]]
        return (*named, *self.naming((path, *below)))

    def in_doubt(self, paths: Iterable[str], day: date) -> bool:
        """Return whether an out of that day is for one of several clauses, and these are among them."""
        return not self._doubtful.isdisjoint(paths) and any(out.on(day) for out in self.lost)


def lost_marks(withdrawn: Withdrawn, day: date, language: str) -> str:
    """Return the words about outs for which no clause can be marked; empty if there are none."""
    told = marks_of(withdrawn.lost, day, language)
    return messages(nearest(language))["out.lost"].format(marks=told) if told else ""


def last_out(outs: Sequence[Out], day: date) -> Out | None:
    """Return the out on a day that began last."""
    return max((out for out in outs if out.on(day)), key=lambda out: out.first or date.min, default=None)


def clause_in_force(standing: Standing, withdrawn: Withdrawn, clause: Clause, day: date) -> bool | None:
    """Return whether a clause is in force on a day: its text is, and it is not out; ``None`` if that is not known.

    ``standing`` is the status of the text on the same day.
    """
    if standing.status is Status.UNKNOWN:
        return None
    if not standing.in_force or last_out(withdrawn.covering([clause.path]), day) is not None:
        return False
    return None if withdrawn.in_doubt([clause.path], day) else True


def _same_label(found: Sequence[Clause]) -> bool:
    return len(found) > 1 and len({clause.label for clause in found}) < len(found)


def _covered(
    clause: Clause, above: tuple[Out, ...], roots: Mapping[str, Sequence[Out]]
) -> Iterator[tuple[str, Sequence[Out]]]:
    here = (*above, *roots.get(clause.path, ()))
    if here:
        yield clause.path, here
    for child in clause.children:
        yield from _covered(child, here, roots)


def state(out: Out) -> str:
    """Return the state of a clause while it is out: ``repealed``, ``suspended``, ``lapsed`` or ``not-begun``."""
    return _STATES.get(out.kind, "lapsed")


def status(out: Out, day: date, language: str) -> str:
    """Return the status of a clause on a day in a word or two: 已废止, 将暂停执行, 曾暂停执行."""
    turn = "now" if out.on(day) else "ahead" if out.first is not None and day < out.first else "past"
    return messages(nearest(language))[f"out.{state(out)}.{turn}"]


def when(out: Out, language: str) -> str:
    """Return the first and last day, both included, of an out: 自 2023-08-01 起, 2024-09-12 至 2024-11-07."""
    words = messages(nearest(language))
    last = previous_day(out.until) if out.until is not None else None
    if out.first is None:
        return words["out.begins"].format(first=out.until)
    return words["out.from" if last is None else "out.between"].format(first=out.first, last=last)


def mark(out: Out, day: date, language: str) -> str:
    """Return the status of a clause as a phrase: 已废止，自 2023-08-01 起，据《…》（望府规〔2023〕5号）."""
    parts = [status(out, day, language), when(out, language)]
    if out.by is not None:
        parts.append(messages(nearest(language))["out.by"].format(by=_called(out.by, language)))
    return messages(nearest(language))["out.parts"].join(parts)


def _called(version: Version, language: str) -> str:
    key = "out.instrument" if version.number else "out.instrument.plain"
    return messages(nearest(language))[key].format(title=version.title, number=version.number)


def marked(withdrawn: Withdrawn, day: date, language: str, within: Clause | None = None) -> str:
    """Return the text, or the words of one clause, with the status of each clause that is or will be out.

    The status is inserted after the label. Nothing else in the text is changed.
    """
    body = withdrawn.provisions.text
    first, last = (within.words, within.end) if within is not None else (0, len(body))
    pieces, at = [], first
    for clause in withdrawn.provisions.walk():
        if clause.path in withdrawn.roots and first <= clause.words < last:
            place = _place(body, clause)
            pieces += [body[at:place], bracketed(withdrawn.naming((clause.path,)), day, language)]
            at = place
    return "".join([*pieces, body[at:last]])


def clause_marks(withdrawn: Withdrawn, paths: Iterable[str], day: date, language: str) -> dict[str, str]:
    """Return the marks of those of the clauses at these paths that are out of force, or of which a part is."""
    found = ((path, bracketed(withdrawn.reaching(path), day, language)) for path in paths)
    return {path: marks for path, marks in found if marks}


def bracketed(outs: Sequence[tuple[str, Out]], day: date, language: str) -> str:
    """Return the marks of a clause for its text, ［已废止，自…］, without those that are over.

    Each out has the label of the part that it is for, empty for the whole (:meth:`Withdrawn.naming`).
    """
    words = messages(nearest(language))
    told = [
        words["out.of"].format(label=label, mark=mark(out, day, language)) if label else mark(out, day, language)
        for label, out in outs
        if _not_over(out, day)
    ]
    return "".join(words["out.bracketed"].format(mark=one) for one in told)


def marks_of(outs: Sequence[Out], day: date, language: str) -> str:
    """Return outs as a phrase, each with its clause, without those that are over; empty if there are none."""
    words = messages(nearest(language))
    told = [
        words["out.of"].format(label=out.label, mark=mark(out, day, language)) for out in outs if _not_over(out, day)
    ]
    return words["out.series"].join(told)


def _not_over(out: Out, day: date) -> bool:
    return out.until is None or day < out.until


def _place(body: str, clause: Clause) -> int:
    """Return the offset of a clause's mark: after its label, or after the characters of a Markdown heading."""
    at = clause.words
    while at < clause.end and body[at] in " \t\n\u3000#":
        at += 1
    return at
