"""Read the states of one law: its texts as documents, with what the register says of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from yange.characters import printable
from yange.dates import next_day
from yange.importers import records
from yange.importers.documents import Document, read_documents
from yange.importers.gaps import gaps, gaps_in_file
from yange.importers.git_archives.archive import PeerArchive, PeerLaw
from yange.importers.git_archives.states import Doubt, PlacedState, StateRole, StateSaid
from yange.importers.git_archives.words import source_text
from yange.importers.given import tidy
from yange.importers.places import Gazetteer
from yange.model import EFFECT_FIELDS, Basis, ClausePeriod, Condition, Effect, ExpiryBasis, Holding, Source, Version
from yange.problems import Problem, warning
from yange.statements import EffectStatement

__all__ = ["LawState", "TextRead", "read_states", "read_text_of"]

_ABOUT_FIRST_DAY = frozenset({"effective-inferred", "effective-unknown", "effective-amended", "effective-disagrees"})
_BREAKS_OFF = "text-truncated"
_ALL_GAPS = "`yange check` lists all gaps of the text; compare it with the official one"


@dataclass(slots=True)
class LawState:
    """A state of a law, in the order of the register. ``blobs`` are all files in which its text was found."""

    place: PlacedState
    said: StateSaid
    digest: str
    blobs: set[str]

    @property
    def name(self) -> str:
        """The file and its commit."""
        return self.place.name

    @property
    def day(self) -> date | None:
        """The first day that the register gives."""
        return self.said.first


@dataclass(frozen=True, slots=True)
class TextRead:
    """The version of a state, the document it was read from (``None`` without a text), and what is doubtful."""

    version: Version
    document: Document | None
    problems: tuple[Problem, ...]


def read_states(archive: PeerArchive, law: PeerLaw) -> tuple[list[LawState], StateSaid | None, list[Problem]]:
    """Read what the register says of a law.

    Returns:
        Its states, the end of the law if a file was removed for good or a status ends it, and problems.

    """
    found: list[LawState] = []
    problems: list[Problem] = []
    removed: tuple[PlacedState, StateSaid] | None = None
    for placed in law.states:
        commit = archive.peer.commit(placed.commit)
        if placed.blob is None:
            removed = placed, archive.format.ending(placed, commit)
            continue
        data = archive.peer.blob(placed.blob)
        if data is None:
            problems.append(_unreadable(archive, placed))
            continue
        said = archive.format.said(data, placed, commit, first=not found)
        if said is None:
            continue
        if said.role is StateRole.ENDED:
            removed = placed, said
            continue
        removed = None
        _add(found, LawState(placed, said, sha256(data).hexdigest(), {placed.blob}))
    for state in found:
        problems.extend(_doubts(state.name, state.said.doubts))
    if removed is not None:
        problems.extend(_doubts(removed[0].name, removed[1].doubts))
    return found, removed[1] if removed else None, problems


def _add(found: list[LawState], state: LawState) -> None:
    """Add a state, or put it in the place of the one whose text it corrects or whose facts it completes."""
    last = found[-1] if found else None
    if last is not None and last.said.markdown == state.said.markdown and _same_day(last, state):
        last.blobs |= state.blobs
        last.said = replace(state.said, role=last.said.role, entry=last.said.entry or state.said.entry)
    elif last is not None and state.said.role is StateRole.CORRECTED and _same_day(last, state):
        found[-1] = replace_state(last, state)
    else:
        found.append(state)


def _same_day(last: LawState, state: LawState) -> bool:
    return state.day in (None, last.day)


def replace_state(last: LawState, state: LawState) -> LawState:
    """Return a corrected state: its own words and facts, and the key and the role of the one that it corrects."""
    said = replace(state.said, role=last.said.role, entry=last.said.entry, first=last.said.first)
    return LawState(state.place, said, state.digest, state.blobs)


def _unreadable(archive: PeerArchive, placed: PlacedState) -> Problem:
    size = archive.peer.size(placed.blob or "")
    message = f"the file has {size:,} bytes, or git does not have it as it is named"
    return warning("peer-unreadable", placed.name, message, hint="it was left out; run git fsck there")


def _doubts(name: str, doubts: Sequence[Doubt]) -> list[Problem]:
    return [warning(doubt.code, name, printable(doubt.message), hint=doubt.hint) for doubt in doubts]


def read_text_of(
    state: LawState, following: LawState | None, archive: PeerArchive, gazetteer: Gazetteer, place: str, *, first: bool
) -> TextRead | None:
    """Return the version of a state, without its address; ``None`` for a file without any words of a law.

    Args:
        state: the state.
        following: the next state with another day, ``None`` for the last one.
        archive: the archive, which is named as the register.
        gazetteer: the names of places.
        place: the place of the archive, empty where each text names its own.
        first: whether it is the first state of the law.

    """
    given = replace(state.said.given, register=archive.register, identifier=state.said.entry, place=place, kind=None)
    given = tidy(given)
    text = replace(source_text(state.name, state.said.markdown, state.said.caption), sha256=state.digest, given=given)
    documents, _, problems = read_documents(text, gazetteer)
    if not documents or any(problem.code == "words-changed" for problem in problems):
        return TextRead(_unheld(state), None, tuple(problems)) if documents else None
    document = documents[0]
    version = records.version_of(document, catalogue_only=False)
    version = _with_effects(replace(version, sources=(_source(version.sources[0], state),)), document)
    version = _with_days(version, state, following, first=first)
    if state.said.role is StateRole.AMENDED_UNSEEN:
        version = _without_words(version)
    elif not _has_words(version):
        version = _without_words(version)
        problems.append(_title_alone(state))
    if version.condition is Condition.TRUNCATED:  # the archive gives whole texts: a last line without a stop is a name
        version = replace(version, condition=Condition.COMPLETE)
    left = _ABOUT_FIRST_DAY | {_BREAKS_OFF} if state.day else {_BREAKS_OFF}
    kept = [problem for problem in document.facts.warnings if problem.code not in left]
    version, found = _with_gaps(version, document)
    return TextRead(version, document, (*problems, *kept, *found))


def _has_words(version: Version) -> bool:
    return any(line.strip() and not line.startswith("# ") for line in version.body.split("\n"))


def _title_alone(state: LawState) -> Problem:
    message = "the file has the title of the text and no words: they may be in an annex that the archive does not give"
    return warning("peer-unreadable", state.name, message, hint="the state was filed without its text")


def _with_gaps(version: Version, document: Document) -> tuple[Version, tuple[Problem, ...]]:
    """Return a version whose ``condition`` is doubted if its numbers have gaps or its references lead nowhere.

    Archives leave out what was repealed, and lose raised figures. Of each kind only the first is reported here.
    """
    if not version.held:
        return version, ()
    found = gaps(replace(version, policy="a/b", key="undated"), document.provisions)
    if not found:
        return version, ()
    first = {problem.code: problem for problem in reversed(found)}
    told = [replace(problem, hint=_ALL_GAPS) for problem in first.values()]
    version = replace(version, review=(*version.review, "condition"))
    return version, tuple(gaps_in_file(document, version, told))


def _source(source: Source, state: LawState) -> Source:
    return replace(source, commit=state.place.commit, blob=state.place.blob)


def _with_effects(version: Version, document: Document) -> Version:
    """Return a version with what the text does to other instruments, named as it names them."""
    facts = document.facts
    version = replace(
        version,
        repeals=tuple(map(_effect, facts.repeals)),
        suspends=tuple(map(_effect, facts.suspends)),
        revives=tuple(map(_effect, facts.revives)),
        declares_lapsed=tuple(map(_effect, facts.lapses)),
        extends=tuple(_effect(one) for one in facts.extends if one.until is not None),
    )
    fields = [EFFECT_FIELDS[kind] for kind, _ in version.acts]  # which policies they are, a person has to find
    return replace(version, review=tuple(dict.fromkeys((*version.review, *fields))))


def _effect(statement: EffectStatement) -> Effect:
    return Effect(
        policy=None,
        number=statement.number,
        title=statement.title,
        extent=statement.extent,
        on=statement.day,
        until=statement.until,
    )


def _with_days(version: Version, state: LawState, following: LawState | None, *, first: bool) -> Version:
    """Return a version with the days of the register, which order the states.

    A consolidated text prints the first day of its original and those of amendments. The first state may begin on the
    later day that it prints, if the register only gives the day of its publication.
    """
    codes = {doubt.code for doubt in state.said.doubts}
    printed = version.effective if version.effective_basis is Basis.STATED else None
    later = first and "peer-day-published" in codes and printed is not None and state.day and printed > state.day
    if state.day is not None and not later:
        review = tuple(name for name in version.review if name != "effective")
        doubtful = bool(codes & {"peer-day-published", "peer-days"})
        version = replace(
            version,
            effective=state.day,
            effective_basis=Basis.REGISTER,
            review=(*review, "effective") if doubtful else review,
        )
    elif "peer-undated" in codes:
        version = replace(version, effective=None, effective_basis=Basis.UNKNOWN)
    elif _before(version.effective, state.said.fallback_day):  # the words are not older than their last event
        review = (*(name for name in version.review if name != "effective"), "effective")
        day, basis = state.said.fallback_day, Basis.REGISTER
        version = replace(version, effective=day, effective_basis=basis, review=review)
    version = replace(version, clause_periods=_periods_within(version))
    return _with_last_day(version, state.said.last, following)


def _periods_within(version: Version) -> tuple[ClausePeriod, ...]:
    """Return the days of single clauses that are not past on the first day of the state.

    A consolidated text keeps the days on which clauses of its original began.
    """
    first = version.effective
    if first is None:
        return version.clause_periods
    return tuple(one for one in version.clause_periods if all(day >= first for day in (one.first, one.until) if day))


def _before(day: date | None, event: date | None) -> bool:
    """Return whether a first day is missing, or before the event that gave the text its words."""
    return event is not None and (day is None or day < event)


def _with_last_day(version: Version, last: date | None, following: LawState | None) -> Version:
    """Return a version with the last day of the register, unless the next state begins on the day after it anyway."""
    if following is not None and (last is None or (following.day and following.day <= next_day(last))):
        return replace(version, expires=None, expires_basis=None)
    return version if last is None else replace(version, expires=last, expires_basis=ExpiryBasis.REGISTER)


def _without_words(version: Version) -> Version:
    return replace(version, text=Holding.CATALOGUE_ONLY, body="", units=None, repeals=(), review=())


def _unheld(state: LawState) -> Version:
    given = state.said.given
    source = Source(name=state.name, url=given.url, sha256=state.digest, media="text/markdown")
    version = Version(policy="", key="", path="", title=given.title or state.name, number=given.number)
    return replace(
        version,
        effective=state.day,
        effective_basis=Basis.REGISTER if state.day else Basis.UNKNOWN,
        text=Holding.CATALOGUE_ONLY,
        sources=(replace(source, commit=state.place.commit, blob=state.place.blob),),
    )
