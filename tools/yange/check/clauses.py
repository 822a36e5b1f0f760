"""Check the text itself: it round-trips, its title and numbering are right, and the clauses named exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from yange.check.subject import Subject, in_body, line_of, sure_whole, whole
from yange.citations import find_label
from yange.law import law_named
from yange.law.numbers import NumberReader, numbers_of
from yange.model import Clause, ClauseKind, Provisions, Version
from yange.numbering import ClauseNumber
from yange.parse import LONGEST_TEXT, format_provisions, own_text
from yange.problems import Problem, Severity, error, warning
from yange.titles import title_key

__all__ = [
    "clauses_named_exist",
    "headings_are_titles",
    "numbers_follow",
    "texts_are_divided",
    "texts_are_held_as_said",
    "texts_read_back",
    "units_are_counted",
]


def texts_read_back(subject: Subject) -> Iterator[Problem]:
    """Report each text that differs from its parsed tree written out again."""
    for _, version in subject.held():
        if format_provisions(subject.provisions(version)) != version.body:
            yield error(
                "round-trip",
                version.path,
                "The text changes when it is parsed and written out again.",
                hint="This is a bug in Yange: please report it with this file.",
                line=version.body_line,
            )


def texts_are_divided(subject: Subject) -> Iterator[Problem]:
    """Report each text that is too long to be divided into clauses."""
    for _, version in subject.held():
        if len(version.body) > LONGEST_TEXT:
            yield error(
                "text-too-long",
                version.path,
                f"The text has {len(version.body):,} characters; texts over {LONGEST_TEXT:,} are not divided into"
                " clauses.",
                hint="Check whether a document was pasted several times; file each document as a policy of its own.",
                line=version.body_line,
            )


def texts_are_held_as_said(subject: Subject) -> Iterator[Problem]:
    """Report each held text without words, and each catalogue-only record with words beyond its title."""
    for _, version in subject.pairs():
        words = [line for line in version.body.splitlines() if line.strip() and not line.startswith("# ")]
        if version.held and not words:
            yield error(
                "text-missing",
                version.path,
                "`text` is `held`, but the file has no words below the front matter.",
                hint="Add the text, or write `text: catalogue-only`.",
                line=line_of(version, "text"),
            )
        if not version.held and words:
            yield error(
                "catalogue-text",
                version.path,
                "`text` is `catalogue-only`, but the file has words below the front matter.",
                hint="Write `text: held` if the words may be published; otherwise remove them.",
                line=version.body_line,
            )


def headings_are_titles(subject: Subject) -> Iterator[Problem]:
    """Report a first heading that is not the recorded title, and a policy title that none of its texts has."""
    for _, version in subject.held():
        provisions = subject.provisions(version)
        title = next((clause for clause in provisions.walk() if clause.kind is ClauseKind.TITLE), None)
        if "title" in version.review:
            continue
        if title is None:
            yield warning(
                "no-heading",
                version.path,
                "The text does not begin with its title as a heading.",
                hint=f"Add `# {version.title}` as the first line of the text.",
                line=version.body_line,
            )
        elif _bare(own_text(provisions, title).split("\n")[0]) not in _titles(version):
            message = f"The heading is not the title of the front matter ({version.title})."
            hint = "Both must be the title of this version: correct the one that is wrong."
            yield in_body(Severity.ERROR, "title-heading", version, title.start, message, hint)
    for policy in subject.library.policies:
        keys = {title_key(version.title, policy.place) for version in policy.versions}
        doubtful = any("title" in version.review for version in policy.versions)
        if keys and not doubtful and title_key(policy.title, policy.place) not in keys:
            yield warning(
                "title-policy",
                policy.path,
                f"No text of the policy has the policy's title, {policy.title}.",
                hint="Use the title of the latest text, or move the texts to the right policy.",
                line=policy.lines.get("title", 1),
            )


def _titles(version: Version) -> set[str]:
    """Return the title and that of the covering notice: some sources print only the latter above the text."""
    return {_bare(title) for title in (version.title, version.cover_title) if title}


def _bare(title: str) -> str:
    return "".join(title.split())


def units_are_counted(subject: Subject) -> Iterator[Problem]:
    """Report each text whose number of primary units, without placeholders, is not the recorded one.

    A difference shows that a clause was lost or added unnoticed.
    """
    for _, version in subject.held():
        primary = subject.provisions(version).counted
        if version.units is None or version.units.count == len(primary):
            continue
        first, last = (primary[0].label, primary[-1].label) if primary else ("none", "none")
        yield error(
            "units",
            version.path,
            f"{version.units.count} units are recorded, but the text has {len(primary)} ({first} to {last}).",
            hint="Check for a lost or split clause; if the text is right, correct `units`.",
            line=line_of(version, "units"),
        )


def clauses_named_exist(subject: Subject) -> Iterator[Problem]:
    """Report each clause that the front matter names and the text does not contain."""
    for _, version in subject.held():
        if not whole(version):
            continue
        named = [
            ("clause_periods", [period.clause for period in version.clause_periods]),
            ("savings", list(version.savings)),
            ("prevails_over", list(version.prevails_over)),
            ("corrections", [one.clause for one in version.corrections if one.clause]),
        ]
        for field, labels in named:
            for label in labels:
                if not find_label(subject.provisions(version), label):
                    report = error if sure_whole(version) else warning
                    yield report(
                        "clause-unknown",
                        version.path,
                        f"`{field}` names {label or 'no clause'}, which the text does not have.",
                        hint="Write the label as the text prints it, for example 第十条 or （八）.",
                        line=line_of(version, field),
                    )


def numbers_follow(subject: Subject) -> Iterator[Problem]:
    """Report each gap and each repeated number in the numbering.

    A number may follow that of the clause before it under the same parent, or continue from the last heading.
    """
    for _, version in subject.held():
        provisions = subject.provisions(version)
        primary = {clause.path for clause in provisions.primary}
        for clause, before in _out_of_turn(provisions):
            explained = clause.number is None or clause.number.raw.strip() in (version.note or "")
            if not explained and (whole(version) or before is not None):
                yield _number_problem(version, clause, before, sure_whole(version) and clause.path in primary)


def _number_problem(version: Version, clause: Clause, before: ClauseNumber | None, grave: bool) -> Problem:
    number = clause.number.bare if clause.number else clause.label
    printed = clause.number.raw.strip() if clause.number else clause.label
    if before is None:
        code, message = "number-first", f"The numbering begins with {number}."
    elif clause.number is not None and clause.number.value == before.value:
        code, message = "number-repeated", f"{number} occurs twice."
    else:
        code, message = "number-gap", f"{number} follows {before.bare}."
    hint = f"Check for a lost or misread clause; if the text was issued this way, say so in `note`, naming {printed}."
    return in_body(Severity.ERROR if grave else Severity.WARNING, code, version, clause.start, message, hint)


def _out_of_turn(provisions: Provisions) -> Iterator[tuple[Clause, ClauseNumber | None]]:
    numbers = numbers_of(law_named(provisions.language))
    for scope in _scopes(provisions.root):
        yield from _in_scope(scope, numbers)


def _scopes(root: Clause) -> Iterator[list[tuple[Clause, Clause]]]:
    """Yield the body's and each annex's numbered clauses with their parents, in order of the text."""
    body: list[tuple[Clause, Clause]] = []
    _collect(root, body)
    yield body
    for annex in (clause for clause in root.walk() if clause.kind is ClauseKind.ANNEX):
        own: list[tuple[Clause, Clause]] = []
        _collect(annex, own)
        yield own


def _collect(clause: Clause, into: list[tuple[Clause, Clause]]) -> None:
    for child in clause.children:
        if child.kind in (ClauseKind.ANNEX, ClauseKind.COVER):
            continue
        if child.number is not None:
            into.append((child, clause))
        _collect(child, into)


def _in_scope(
    numbered: Iterable[tuple[Clause, Clause]], numbers: NumberReader
) -> Iterator[tuple[Clause, ClauseNumber | None]]:
    """Yield each clause whose number is out of order, with the number before it if there is one.

    In order is a number that follows the one before it under the same parent. The first number under a parent may
    also be 1, or continue the numbering of the text.
    """
    in_parent: dict[tuple[str, str, str], ClauseNumber] = {}
    in_text: dict[tuple[str, str], ClauseNumber] = {}
    for clause, parent in numbered:
        number = clause.number
        if number is None:
            continue
        form = (clause.kind.value, str(number.style))
        sibling = in_parent.get((parent.path, *form))
        running = in_text.get(form)
        if sibling is not None:
            fine = numbers.follows(number, sibling)
        else:
            begins = number.value == (1,) and (clause.kind is not ClauseKind.ARTICLE or running is None)
            fine = begins or (running is not None and numbers.follows(number, running))
        if not fine:
            yield clause, sibling or running
        in_parent[parent.path, *form] = number
        in_text[form] = number
