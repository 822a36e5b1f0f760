"""Make the report of a review from two states of the project."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from yange.compare import Operation
from yange.model import Policy, Version, key_at
from yange.problems import Problem, Severity, error, in_order
from yange.review.field_changes import policy_values
from yange.review.odd_characters import misleading, widths_changed
from yange.review.others import other_files
from yange.review.outcome import archive_days, pages
from yange.review.policy_pairs import PolicyPair, VersionPair, pair_policies, pair_versions, words
from yange.review.report import PolicyChange, Review, ReviewKind, VersionChange
from yange.review.states import SOURCES, ProjectSnapshot
from yange.review.text_changes import added_text, changed_text, comparison_of

__all__ = ["review"]

_AROUND = 12
"""Characters shown of two versions of a clause before their first difference; three times as many are shown after
it."""
_TOLD_HERE = frozenset({"correction-evidence"})
"""Problems of ``check`` that a review reports in its own words."""


def review(
    base: ProjectSnapshot,
    head: ProjectSnapshot,
    *,
    tip: ProjectSnapshot | None = None,
    editions: Sequence[tuple[int, bool]] = (),
    found: Sequence[Problem] = (),
    remarks: Sequence[str] = (),
    asked: Sequence[tuple[str, str]] = (),
) -> Review:
    """Report what ``head`` changes of ``base``.

    Args:
        base: the merge base.
        head: what is proposed.
        tip: the present state of the other branch, if it has new commits; conflicting changes are reported.
        editions: published editions, and whether their ids stay valid.
        found: promises that the caller found broken.
        remarks: the caller's remarks about the two states.
        asked: pairs of ``id@key`` that have a page of comparison by the settings.

    """
    broken: list[Problem] = list(found)
    policies = []
    doubts: list[Problem] = []
    for pair in pair_policies(base.library, head.library):
        change, wrong = _policy(pair, base, head)
        broken.extend(wrong)
        policies.extend([change] if change else [])
        doubts.extend(_widths(pair))
    policies.extend(_unreadable(base, head, {policy.id for policy in policies}))
    broken.extend(_originals(base, head))
    if tip is not None:
        broken.extend(_both(base, head, tip))
    new, mended = _problems(base, head, policies)
    fresh = sorted((*new, *doubts), key=_first_to_read)
    days, more = archive_days(base, head)
    return Review(
        base=base.name,
        head=head.name,
        policies=tuple(sorted(policies, key=lambda policy: policy.id)),
        broken=in_order(broken),
        problems=tuple(fresh),
        mended=mended,
        archive=days,
        pages=pages(policies, head, asked),
        others=other_files(base.files or {}, head.files or {}) if None not in (base.files, head.files) else (),
        remarks=(*remarks, *more, *_uncounted(base, head)),
        editions=tuple(editions),
    )


def _uncounted(*states: ProjectSnapshot) -> Iterator[str]:
    for state in states:
        if state.files is None:
            yield f"{state.name[:12]} has more files than can be listed: look at the files other than texts yourself."


def _widths(pair: PolicyPair) -> Iterator[Problem]:
    for texts in pair_versions(pair.old, pair.new) if pair.new else ():
        if texts.old and texts.new:
            yield from widths_changed(texts.old, texts.new)


def _policy(
    pair: PolicyPair, base: ProjectSnapshot, head: ProjectSnapshot
) -> tuple[PolicyChange | None, tuple[Problem, ...]]:
    old, new = pair.old, pair.new
    if new is None:
        assert old is not None  # noqa: S101 - a pair has a side
        return _gone(old, head)
    broken = list(_identity(old, new)) if old else []
    versions = []
    for texts in pair_versions(old, new):
        told = _text(texts, old, new, base, head)
        if told is not None:
            versions.append(told[0])
            broken.extend(told[1])
    values = policy_values(old, new) if old else ()
    if old is not None and not values and not versions and old.introduction == new.introduction:
        return None, ()
    kinds = [kind for version in versions for kind in version.kinds if old is None or kind is not ReviewKind.MOVE]
    kinds += [] if old else [ReviewKind.NEW_POLICY]
    kinds += [ReviewKind.MOVE] if old and (old.id != new.id or old.path != new.path) else []
    kinds += [ReviewKind.MOVE] if any(v.was and ReviewKind.MOVE in v.kinds for v in versions) else []
    kinds += [ReviewKind.METADATA] if old and ([v for v in values if v.name not in ("id", "was")] or not kinds) else []
    return (
        PolicyChange(
            id=new.id,
            title=new.title,
            was=old.id if old and old.id != new.id else None,
            kinds=tuple(kind for kind in ReviewKind if kind in kinds),
            values=values,
            versions=tuple(versions),
        ),
        tuple(broken),
    )


def _text(
    pair: VersionPair, old: Policy | None, new: Policy, base: ProjectSnapshot, head: ProjectSnapshot
) -> tuple[VersionChange, tuple[Problem, ...]] | None:
    if pair.old is None and pair.new is not None:
        return added_text(pair.new, new, head, fresh=old is None)
    if pair.new is None and pair.old is not None:
        return _text_gone(pair.old, head)
    return changed_text(pair, base, head)


def _gone(old: Policy, head: ProjectSnapshot) -> tuple[PolicyChange, tuple[Problem, ...]]:
    if old.path in head.texts:
        return PolicyChange(id=old.id, title=old.title, kinds=(ReviewKind.UNREADABLE,)), ()
    problem = error(
        "policy-deleted",
        old.path,
        f"{old.id} was deleted, with {len(old.versions)} texts that people may have cited.",
        hint="Put it back. If its id changed, write the old id under `was` in the new policy.md.",
    )
    return PolicyChange(id=old.id, title=old.title, kinds=(ReviewKind.DELETION,)), (problem,)


def _text_gone(old: Version, head: ProjectSnapshot) -> tuple[VersionChange, tuple[Problem, ...]]:
    if old.path in head.texts:
        return VersionChange(version=old.key, path=old.path, kinds=(ReviewKind.UNREADABLE,)), ()
    elsewhere = next((v for v in head.library.versions() if words(v) and words(v) == words(old)), None)
    where = f"; {elsewhere.path} now has the same words" if elsewhere else ""
    problem = error(
        "version-deleted",
        old.path,
        f"The text {old.key} of {old.policy} was deleted{where}.",
        hint="Put it back: published texts stay, also when they are no longer in force.",
    )
    return VersionChange(version=old.key, path=old.path, kinds=(ReviewKind.DELETION,)), (problem,)


def _identity(old: Policy, new: Policy) -> Iterator[Problem]:
    """Report a lost id: ids are permanent, and a policy with a new id keeps the old one as a former id."""
    for former in (old.id, *old.was):
        if former != new.id and former not in new.was:
            yield error(
                "id-lost",
                new.path,
                f"The id {former} no longer leads to a policy.",
                hint=f"Write `was: [{', '.join(dict.fromkeys((*new.was, old.id, *old.was)))}]`.",
                line=new.lines.get("was", new.lines.get("id", 1)),
            )


def _unreadable(base: ProjectSnapshot, head: ProjectSnapshot, told: set[str]) -> Iterator[PolicyChange]:
    """Report files that are new in ``head`` and cannot be read there."""
    read = {v.path for v in head.library.versions()} | {p.path for p in head.library.policies}
    known = {v.path for v in base.library.versions()} | {p.path for p in base.library.policies}
    folders: dict[str, list[str]] = {}
    for path in sorted(head.texts - read - known - base.texts):
        folders.setdefault(path.removeprefix("policies/").rpartition("/")[0], []).append(path)
    for policy, paths in folders.items():
        if policy in told:
            continue
        changes = (VersionChange(version=_key(path), path=path, kinds=(ReviewKind.UNREADABLE,)) for path in paths)
        yield PolicyChange(id=policy, title=policy, kinds=(ReviewKind.UNREADABLE,), versions=tuple(changes))


def _key(path: str) -> str:
    return key_at(path)


def _originals(base: ProjectSnapshot, head: ProjectSnapshot) -> Iterator[Problem]:
    """Report originals that were deleted or changed: they are named by their hash and must stay."""
    for name, mark in sorted(base.sources.items()):
        if head.sources.get(name) == mark or name in head.sound:
            continue
        what = "no longer matches its hash" if name in head.sources else "is gone"
        hint = "The source of a text must stay unchanged: put it back."
        yield error("evidence-missing", f"{SOURCES}/{name}", f"The original {what}.", hint=hint)


def _problems(
    base: ProjectSnapshot, head: ProjectSnapshot, policies: Sequence[PolicyChange]
) -> tuple[tuple[Problem, ...], int]:
    """Return the new problems, and how many old ones are fixed; a moved file keeps its problems."""
    moved = {v.was: v.path for policy in policies for v in policy.versions if v.was}
    before = Counter((moved.get(p.path, p.path), p.code, p.message) for p in base.problems)
    new = []
    for problem in head.problems:
        key = (problem.path, problem.code, problem.message)
        if before[key]:
            before[key] -= 1
        elif problem.code not in _TOLD_HERE:
            new.append(problem)
    return tuple(new), before.total()


def _first_to_read(problem: Problem) -> tuple[bool, bool]:
    return problem.severity is not Severity.ERROR, not misleading(problem)


def _both(base: ProjectSnapshot, head: ProjectSnapshot, tip: ProjectSnapshot) -> Iterator[Problem]:
    """Report texts and clauses that both branches changed differently."""
    ours, theirs = (_texts(state) for state in (head, tip))
    before = _texts(base)
    for path in sorted(ours.keys() & theirs.keys()):
        one, other, old = ours[path], theirs[path], before.get(path)
        if one == other or (old is not None and old in (one, other)):
            continue
        if old is None:
            yield error(
                "both-added",
                path,
                "The other branch has meanwhile added a different text of this name.",
                hint="Compare the two; a second text of one day is named by the day and .2.",
            )
            continue
        mine, yours = _changed(old, one, head), _changed(old, other, tip)
        clashing = [clause for clause in mine if clause in yours and mine[clause] != yours[clause]]
        if clashing:
            told = "; ".join(
                f"{_label(old, base, clause)} reads “{_apart(mine[clause], yours[clause])}” here and "
                f"“{_apart(yours[clause], mine[clause])}” there"
                for clause in clashing
            )
            yield error(
                "both-changed",
                path,
                f"The other branch has meanwhile changed the same words differently: {told}.",
                hint="Only one of the two can be right: merge the other branch and decide on the evidence.",
            )


def _apart(one: str, other: str) -> str:
    """Return the part in which one version differs from another, with some context."""
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return f"{'…' if start > _AROUND else ''}{one[max(0, start - _AROUND) : start + 3 * _AROUND]}"


def _texts(state: ProjectSnapshot) -> Mapping[str, Version]:
    return {version.path: version for version in state.library.versions()}


def _changed(old: Version, new: Version, state: ProjectSnapshot) -> Mapping[str, str]:
    """Return the new words of each changed clause, by its old path."""
    comparison = comparison_of(old, new, state) if words(old) != words(new) else None
    return {
        path: "".join("".join(change.new_texts).split())
        for change in (comparison.changes if comparison else ())
        if change.operation is not Operation.UNCHANGED
        for path in change.old_paths
    }


def _label(version: Version, state: ProjectSnapshot, path: str) -> str:
    clause = state.provisions(version).at(path)
    return clause.label if clause and clause.label else path
