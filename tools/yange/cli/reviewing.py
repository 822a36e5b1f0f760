"""``yange review``: what a pull request changes, what it breaks, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import click

from yange.archive.ledger import LEDGER, read_ledger, rewritten
from yange.characters import printable
from yange.cli.comparison_text import print_comparison
from yange.cli.output import emit_json, print_problems, say, style
from yange.cli.project import CommandProject
from yange.git import ProjectHistory, WorkingTree
from yange.problems import Problem, YangeError, error
from yange.review import PartTree, PolicyChange, ProjectSnapshot, Review, VersionChange, blocks, left_out, read_state
from yange.review import review as review_states
from yange.review.outputs import review_output
from yange.review.pull_request_comment import markdown, place_of
from yange.storage.snapshots import at_one_moment
from yange.trees import UnreadableError

__all__ = ["COMMANDS", "commit_state"]

_DAYS = 12


@click.command("review")
@click.argument("base")
@click.argument("head", required=False)
@click.option("--working-tree", is_flag=True, help="Review the files in the folder instead of a HEAD.")
@click.option("--json", "as_json", is_flag=True, help="Print machine output.")
@click.option("--markdown", "as_markdown", is_flag=True, help="Print a comment for a pull request.")
@click.pass_obj
def review(
    project: CommandProject, base: str, head: str | None, working_tree: bool, as_json: bool, as_markdown: bool
) -> None:
    """Review what HEAD changes in the texts since it branched off BASE. Nothing is checked out.

    BASE and HEAD are branches, tags or ids; the default of HEAD is the commit checked out. BASE...HEAD is accepted too;
    BASE..HEAD compares the two directly. Exit 1 if a promise is broken or an error is new.
    """
    if as_json and as_markdown:
        raise YangeError("--json and --markdown exclude each other; give one of them")
    found = _review(project, base, head, working_tree)
    if as_json:
        emit_json(review_output(found))
    elif as_markdown:
        say(markdown(found), end="")
    else:
        _print(found)
    raise SystemExit(0 if found.ok else 1)


def _names(base: str, head: str | None) -> tuple[str, str, bool]:
    """Return the two names and whether they are compared directly, without their merge base."""
    for dots in ("...", ".."):
        if dots in base:
            if head is not None:
                raise YangeError(f"{base} already names both ends; leave {head} out")
            one, _, other = base.partition(dots)
            return one or "HEAD", other or "HEAD", dots == ".."
    return base, head or "HEAD", False


def _review(project: CommandProject, base: str, head: str | None, working_tree: bool) -> Review:
    history = ProjectHistory(project.root)
    base, head, direct = _names(base, head)
    tip = history.resolve(base)
    last = history.resolve(head)
    parted = tip if direct else history.merge_base(tip, last)
    if parted is None:
        raise YangeError(f"{base} and {head} have no commit in common; compare them directly with {base}..{head}")
    without = frozenset() if working_tree else _left_out(project, history, parted, last, tip)
    new = _folder_state(project, history) if working_tree else commit_state(history, last, without)
    went_on = None if parted == tip else commit_state(history, tip, without)
    remarks = () if went_on is None else (f"{base} went on since the two parted at {parted[:12]}.",)
    editions, found = _editions(history, parted, last)
    return review_states(
        commit_state(history, parted, without),
        new,
        tip=went_on,
        editions=editions,
        found=found,
        remarks=remarks,
        asked=project.settings.asked_pairs,
    )


def _left_out(project: CommandProject, history: ProjectHistory, *commits: str) -> frozenset[str]:
    """Return the folders of policies that this review need not read."""
    with ExitStack() as stack:
        return left_out(project.root, *(stack.enter_context(history.tree(commit)) for commit in commits))


def commit_state(history: ProjectHistory, commit_id: str, without: frozenset[str] = frozenset()) -> ProjectSnapshot:
    """Read the state that a commit records; proposed entries get the date and author of the commit."""
    commit = history.commit(commit_id)
    with history.tree(commit_id) as tree:
        return read_state(PartTree(tree, without), day=commit.day, author=printable(commit.author))


def _folder_state(project: CommandProject, history: ProjectHistory) -> ProjectSnapshot:
    """Read the working folder; what git's settings did to files since the checkout is not a change."""
    project.remark_broken_write()
    with history.tree(history.resolve("HEAD")) as tree:
        return at_one_moment(
            project.root,
            lambda folder: read_state(
                WorkingTree(folder, tree), day=project.today(), hash_originals=True, tracked=history.tracked()
            ),
        )


def _editions(history: ProjectHistory, base: str, head: str) -> tuple[list[tuple[int, bool]], list[Problem]]:
    """Return for each edition in the head's ledger whether it can be rebuilt, and which promises the ledger breaks."""
    before, _ = read_ledger(_ledger_text(history, base))
    ledger, problems = read_ledger(_ledger_text(history, head))
    kept = [(edition.edition, history.reaches(head, edition.commit)) for edition in ledger]
    lost = [
        error("edition-lost", LEDGER, f"Edition {number} was made from a commit that is not in this history.",
              hint="Do not rewrite the history from which editions were published.", line=number + 1)
        for number, valid in kept
        if not valid and not history.shallow
    ]  # fmt: skip
    return kept, [*problems, *rewritten(before, ledger), *lost]


def _ledger_text(history: ProjectHistory, commit_id: str) -> str:
    with history.tree(commit_id) as tree:
        try:
            return tree.read(LEDGER).decode("utf-8", "replace")
        except UnreadableError:
            return ""


def _print(found: Review) -> None:
    for runs, title in (
        (True, "files that run as code: read each before merging"),
        (False, "files that are not texts"),
    ):
        files = [one for one in found.others if one.runs is runs]
        if files:
            say(style(f"\n{title}", bold=True))
        for one in files:
            say(f"  {printable(one.path)}  {one.what}")
    for policy in found.policies:
        _print_policy(policy)
    for title, problems in (("promises broken", found.broken), ("new problems", found.problems)):
        if problems:
            say(style(f"\n{title}", bold=True))
            print_problems(problems)
    proposed = [one for policy in found.policies for version in policy.versions for one in version.proposed]
    twins = [twin for policy in found.policies for version in policy.versions for twin in version.twins]
    if proposed:
        say(style("\nmissing entries: paste each, and write the evidence", bold=True))
    for path, below, text in blocks(proposed):
        say(f"{printable(path)}, {place_of(below)}:\n{text}")
    if twins:
        say(style("\nthe same words elsewhere, each with its own entry", bold=True))
    for twin in twins:
        say(f"{printable(twin.path)}:{twin.line}: {twin.clause}: {twin.words}\n{blocks([twin.proposed])[0][2]}")
    for line in _summary(found):
        say(line)


def _print_policy(policy: PolicyChange) -> None:
    kinds = ", ".join(kind.value for kind in policy.kinds)
    was = f" (was {policy.was})" if policy.was else ""
    say(style(f"\n{policy.id}{was}  {printable(policy.title)}", bold=True), f"  {kinds}")
    for value in policy.values:
        say(f"  {value.name}: {printable(value.was)} → {printable(value.now)}")
    for version in policy.versions:
        _print_version(version)


def _print_version(version: VersionChange) -> None:
    kinds = ", ".join(kind.value for kind in version.kinds)
    was = f" (was {printable(version.was)})" if version.was else ""
    against = f", against {version.against}" if version.against else ""
    say(f"\n  {printable(version.path)}{was}  {kinds}{against}")
    for value in version.values:
        say(f"  {value.name}: {printable(value.was)} → {printable(value.now)}")
    for entry in version.entries:
        place, evidence = entry.clause or entry.field, entry.evidence or "none named"
        words = f"{place}: {entry.was or '–'} → {entry.now or '–'} (evidence: {evidence})"
        say(f"  entered: {printable(words)}")
    if version.comparison:
        print_comparison(version.comparison, everything=False, editorial=False)


def _summary(found: Review) -> Iterator[str]:
    yield ""
    if found.archive:
        yield f"archive: files that differ: {len(found.archive)}; ids before {found.archive[0].day} stay the same"
        yield from (f"  {one.day} {one.policy} {one.what}" for one in found.archive[:_DAYS])
        if len(found.archive) > _DAYS:
            yield f"  and {len(found.archive) - _DAYS} more"
    else:
        yield "archive: no file differs; every id stays as it is"
    yield f"site: pages that may differ: {len(found.pages)}"
    for number, valid in found.editions:
        yield f"edition {number}: {'its ids stay valid' if valid else 'CAN NO LONGER BE REBUILT'}"
    if found.mended:
        yield f"{found.mended} earlier problems are fixed"
    yield from found.remarks
    if found.misleading:
        yield "INVISIBLE OR LOOK-ALIKE CHARACTERS WERE ADDED: see the new problems"
    broken = len(found.broken)
    yield f"promises broken: {broken}; new problems: {len(found.problems)}" if not found.ok else "no promise is broken"


COMMANDS = (review,)
