"""Where clauses come from: the history of one clause through all texts, and the origin of every clause of a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from yange.api.changes import ClauseChange
from yange.api.rows import Rows
from yange.api.texts import Text, TextClause, held_text
from yange.compare.history.blame import ClauseLine, lineage
from yange.compare.history.clause_history import History, HistoryStep, Ref, trace
from yange.compare.text.units import Unit, units_of
from yange.model import Policy, Provisions, Version
from yange.outputs.document import document
from yange.outputs.tracing import BlameOutput, HistoryOutput, blame_output, history_output, stations
from yange.parse import parse_version
from yange.problems import YangeError
from yange.project import Project
from yange.timeline.line import ref
from yange.timeline.succession import held_pairs

__all__ = ["ClauseHistory", "ClauseStation", "ClauseStep", "HeldTexts", "Missing", "TextBlame", "blamed", "traced"]

Missing = Mapping[tuple[Ref, Ref], Sequence[Version]]


class HeldTexts(dict[Ref, Provisions]):
    """Held texts by policy id and key, parsed on first use."""

    def __init__(self, versions: Mapping[Ref, Version]) -> None:
        super().__init__()
        self.versions = dict(versions)

    def __missing__(self, address: Ref) -> Provisions:
        """Parse a text."""
        self[address] = parse_version(self.versions[address])
        return self[address]

    def units(self, address: Ref) -> tuple[Unit, ...]:
        """Return the units of a text, through which histories go."""
        return units_of(self[address])


@dataclass(frozen=True, slots=True, repr=False)
class ClauseStation:
    """One text in the history of a clause, and its clauses in that history."""

    name: str
    """The text: ``policy@key``."""
    version: Version
    labels: tuple[str, ...]
    """The clauses in the history, as the text numbers them."""
    words: str
    """Their words, one paragraph a line."""

    def __str__(self) -> str:
        return f"{self.name}  {'、'.join(self.labels)}"

    def __repr__(self) -> str:
        return f"<ClauseStation {self}>"


@dataclass(frozen=True, slots=True, repr=False)
class ClauseStep:
    """What happened to the clause between one text and the next.

    ``step`` says which clauses are in the history; ``not_held`` are the texts between that are not held.
    """

    step: HistoryStep
    not_held: tuple[Version, ...] = ()

    @property
    def old(self) -> str:
        """The older text: ``policy@key``."""
        return "@".join(self.step.old)

    @property
    def new(self) -> str:
        """The newer text: ``policy@key``."""
        return "@".join(self.step.new)

    @property
    def change(self) -> ClauseChange:
        """The whole change, including clauses that are not in the history."""
        return ClauseChange(self.step.change)

    @property
    def begins(self) -> bool:
        """Whether the clause, or the words followed, begin here."""
        return not self.step.old_line

    @property
    def ends(self) -> bool:
        """Whether the clause, or the words followed, end here."""
        return not self.step.new_line

    def __str__(self) -> str:
        return f"{self.new}  {self.change}"

    def __repr__(self) -> str:
        return f"<ClauseStep {self}>"


@dataclass(frozen=True, eq=False, repr=False)
class ClauseHistory:
    """The history of a clause, oldest text first, through renumbering, splits, merges and replaced policies."""

    text: Text
    """The text that was asked about."""
    clause: TextClause
    """The clause that was asked about."""
    found: History
    """The history as ``yange.compare.history`` returns it."""
    texts: HeldTexts
    """The texts through which it may go."""
    missing: Missing
    """Texts between two of them that are not held."""

    @cached_property
    def steps(self) -> Rows[ClauseStep]:
        """What happened between neighbouring texts, oldest first."""
        return Rows(
            (ClauseStep(step, tuple(self.missing.get((step.old, step.new), ()))) for step in self.found.steps),
            {
                "old": lambda s: s.old,
                "new": lambda s: s.new,
                "operation": lambda s: s.change.operation,
                "from": lambda s: s.change.old,
                "to": lambda s: s.change.new,
                "grade": lambda s: s.change.grade,
                "summary": lambda s: s.change.summary,
            },
            {"old_text": lambda s: s.change.old_text, "new_text": lambda s: s.change.new_text},
        )

    @cached_property
    def stations(self) -> Rows[ClauseStation]:
        """The texts of the history, oldest first, with the words of the clause."""
        return Rows(
            self._stations(),
            {
                "text": lambda s: s.name,
                "effective": lambda s: s.version.effective,
                "clauses": lambda s: s.labels,
                "words": lambda s: s.words,
            },
        )

    def _stations(self) -> Iterator[ClauseStation]:
        for address, paths in stations(self.found):
            units = {unit.path: unit for unit in self.texts.units(address)}
            words = "\n".join(units[path].text for path in paths)
            labels = tuple(units[path].label for path in paths)
            yield ClauseStation("@".join(address), self.texts.versions[address], labels, words)

    def output(self) -> HistoryOutput:
        """Return the machine output as a value: every field of ``yange.history/1`` by name."""
        return history_output(self.found, self.clause.label, self.texts.versions, self.texts.units, self.missing)

    def to_json(self) -> bytes:
        """Return the machine output ``yange.history/1`` as ``yange history --json`` prints it, in UTF-8."""
        return document(self.output()).encode()

    def to_frame(self) -> object:
        """Return ``stations`` as a pandas ``DataFrame``; see ``yange.Rows.to_frame``."""
        return self.stations.to_frame()

    def __str__(self) -> str:
        steps: dict[str, list[str]] = {}
        for step in self.steps:
            steps.setdefault(step.new, []).append(f"  {step.change}")
        lines = [line for station in self.stations for line in (str(station), *steps.pop(station.name, ()))]
        return "\n".join([*lines, *(line for name, ended in steps.items() for line in (name, *ended))])

    def __repr__(self) -> str:
        return f"<ClauseHistory of {self.clause.label} of {self.text.name}: {len(self.stations)} texts>"

    def _repr_html_(self) -> str:
        return self.stations._repr_html_() + "\n" + self.steps._repr_html_()


def traced(project: Project, text: Text, name: str) -> ClauseHistory:
    """Trace the clause called ``name`` through all texts that the text replaced or that replaced it.

    Raises:
        YangeError: when the text is not held or not in an archive, and when no clause or more than one has that name.

    """
    version = held_text(text, "its clauses cannot be traced").version
    if version is None or text.policy is None:
        raise YangeError(f"{text.name} is not a text of the archive; name one as policy@day")
    pairs = held_pairs(project.timeline, (version,))
    versions = {ref(one): one for pair in pairs for one in (pair.old, pair.new)} | {ref(version): version}
    texts = HeldTexts(versions)
    texts[ref(version)] = text.provisions
    clause = text[name]
    steps = [(ref(pair.old), ref(pair.new)) for pair in pairs]
    found = trace(texts, steps, ref(version), clause.path, project.compare_whole)
    missing = {(ref(pair.old), ref(pair.new)): pair.missing for pair in pairs if pair.missing}
    return ClauseHistory(text, clause, found, texts, missing)


@dataclass(frozen=True, eq=False, repr=False)
class TextBlame:
    """For every clause of a text, the version that last changed it and the one that first had it."""

    text: Text
    policy: Policy
    version: Version
    found: tuple[ClauseLine, ...]
    not_held: tuple[Version, ...] = ()
    """Earlier texts of the policy that are not held: what they changed is shown at the next held text."""

    @property
    def lines(self) -> Rows[ClauseLine]:
        """One row for each clause, in order of the text; versions are named by their keys."""
        return Rows(
            self.found,
            {
                "changed": lambda line: line.changed,
                "first": lambda line: line.first,
                "label": lambda line: line.label,
                "first_label": lambda line: line.first_label,
                "begins": lambda line: line.begins,
            },
            {"path": lambda line: line.path},
        )

    def output(self) -> BlameOutput:
        """Return the machine output as a value: every field of ``yange.blame/1`` by name."""
        return blame_output(self.policy, self.version, self.found, [version.key for version in self.not_held])

    def to_json(self) -> bytes:
        """Return the machine output ``yange.blame/1`` as ``yange blame --json`` prints it, in UTF-8."""
        return document(self.output()).encode()

    def to_frame(self) -> object:
        """Return ``lines`` as a pandas ``DataFrame``; see ``yange.Rows.to_frame``."""
        return self.lines.to_frame()

    def __iter__(self) -> Iterator[ClauseLine]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)

    def __repr__(self) -> str:
        return repr(self.lines)

    def _repr_html_(self) -> str:
        return self.lines._repr_html_()


def blamed(project: Project, text: Text) -> TextBlame:
    """Return the origin of every clause of a text, over the texts of its policy up to this one.

    Raises:
        YangeError: when the text is not held or not in an archive.

    """
    version = held_text(text, "its clauses cannot be traced").version
    if version is None or text.policy is None:
        raise YangeError(f"{text.name} is not a text of the archive; name one as policy@day")

    def parsed(one: Version) -> Provisions:
        return text.provisions if one is version else parse_version(one)

    before = [one for one in text.policy.versions if _not_after(one, version)]
    line = [one for one in before if one.held and _took_effect(project, one)]
    rows = lineage([(one.key, parsed(one)) for one in line], project.compare_whole)
    return TextBlame(text, text.policy, version, rows, tuple(one for one in before if not one.held))


def _took_effect(project: Project, version: Version) -> bool:
    period = project.timeline.period(version)
    return period is not None and not period.empty


def _not_after(version: Version, other: Version) -> bool:
    return version.effective is not None and other.effective is not None and version.effective <= other.effective
