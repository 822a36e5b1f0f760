"""What a text says in words that no reader used up is remarked on until somebody has settled it; drafts are marked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yange.check.subject import Subject, in_body, line_of
from yange.law import Law
from yange.model import EFFECT_FIELDS, Basis, ClauseKind, Effect, Policy, Version
from yange.names import number_key
from yange.parse import is_supplement
from yange.problems import Problem, Severity, error, warning
from yange.statements import UnreadSentence, unread
from yange.timeline.line import is_letter
from yange.titles import is_draft_title, title_key

__all__ = ["drafts_are_marked", "statements_are_read"]

_KEY = re.compile(r"[\s\W_]+")


def statements_are_read(subject: Subject) -> Iterator[Problem]:
    """Report each sentence on commencement, expiry or effects that was not read and that nobody has settled.

    A sentence is settled if ``settled`` quotes it, if the day that it is about is recorded and not in ``review``, or
    if an effect is recorded for an instrument that the sentence names.
    """
    for policy, version in subject.held():
        if version.draft:
            continue
        starts, paragraphs = _paragraphs(subject, version)
        for one in unread(paragraphs, subject.law(version)):
            if not _concerns(policy, one) or _is_settled(version, one, subject.law(version)):
                continue
            message, hint = one.remark
            at = starts[one.paragraph] + one.start
            yield in_body(
                Severity.WARNING, "unread-statement", version, at, f"{message[0].upper()}{message[1:]}.", hint
            )


def _paragraphs(subject: Subject, version: Version) -> tuple[list[int], list[str]]:
    """Return the lines of a text without its title, tables and annexes (but with 附則), and where each begins."""
    provisions = subject.provisions(version)
    out = [
        (clause.start, clause.end)
        for clause in provisions.walk()
        if clause.kind in (ClauseKind.TITLE, ClauseKind.TABLE)
        or (clause.kind is ClauseKind.ANNEX and not is_supplement(provisions, clause))
    ]
    starts: list[int] = []
    lines: list[str] = []
    at = 0
    for line in version.body.split("\n"):
        if line.strip() and not line.startswith("# ") and not any(start <= at < end for start, end in out):
            starts.append(at)
            lines.append(line)
        at += len(line) + 1
    return starts, lines


def _concerns(policy: Policy, one: UnreadSentence) -> bool:
    """Return whether a sentence matters for this policy: a reply or letter has no period of its own."""
    return not (is_letter(policy) and one.field in ("effective", "expires"))


def _is_settled(version: Version, one: UnreadSentence, law: Law) -> bool:
    said = _KEY.sub("", one.phrase)
    if any(said in _KEY.sub("", sentence) for sentence in version.settled):
        return True
    if one.field in version.review:
        return False
    if one.field == "effective":
        return version.effective is not None and version.effective_basis in (Basis.STATED, Basis.AMENDMENT)
    if one.field == "expires":
        return version.expires is not None
    recorded: tuple[Effect, ...] = getattr(version, one.field)
    listed = bool(recorded) and any(grammar.effects.listed_elsewhere.search(one.phrase) for grammar in law)
    return listed or any(_names(one.phrase, effect) for effect in recorded)


def _names(phrase: str, effect: Effect) -> bool:
    """Return whether a sentence names the instrument of a recorded effect."""
    titled = effect.title is not None and title_key(effect.title) in title_key(phrase)
    return titled or (effect.number is not None and (number_key(effect.number) or "") in (number_key(phrase) or ""))


def drafts_are_marked(subject: Subject) -> Iterator[Problem]:
    """Report drafts that are not marked as drafts, and drafts with days in force or effects."""
    for _, version in subject.pairs():
        if version.draft:
            for name in ("effective", "commenced", "expires", *EFFECT_FIELDS.values()):
                if getattr(version, name):
                    yield error(
                        "draft-acts",
                        version.path,
                        f"This text is a draft, but `{name}` is recorded: a draft is never in force.",
                        hint=f"Remove `{name}`, or remove `draft: true` if the text was issued.",
                        line=line_of(version, name),
                    )
        elif is_draft_title(version.title, subject.law(version)) and version.title not in version.settled:
            yield warning(
                "draft-unmarked",
                version.path,
                f"The title {version.title} says that this is a draft, but the record does not.",
                hint="Write `draft: true` and remove its days and effects; if it was issued as law, copy the title to"
                " `settled`.",
                line=line_of(version, "title"),
            )
