"""Report numbering and statements that the packs of a text do not read."""

from __future__ import annotations

from collections.abc import Iterator

from yange.check.subject import Subject
from yange.law import law_named
from yange.law.empty import NoEffects
from yange.model import Version
from yange.parse.label_remarks import label_remarks
from yange.problems import Problem, warning

__all__ = ["effects_remark", "labels_are_read"]


def effects_remark(language: str) -> str:
    """Return the message ``effects-unread`` for texts of a language, or nothing if their statements are read."""
    law = law_named(language)
    unread = law and isinstance(law[0].effects, NoEffects)
    return f"Statements of first days, last days and repeals in {language} are not read yet." if unread else ""


def _effects(version: Version) -> Iterator[Problem]:
    if message := effects_remark(version.language):
        hint = "Compare `effective`, `expires` and `repeals` with the text; check cannot."
        yield warning("effects-unread", version.path, message, hint=hint, line=version.lines.get("language", 1))


def _language(version: Version, read_as: str) -> Iterator[Problem]:
    if not law_named(version.language):
        message = f"Texts in {version.language} are not read yet; this one was read as {read_as}."
        hint = "Check whether its clauses are right, and correct `language` if the text is in another one."
        yield warning("language-unread", version.path, message, hint=hint, line=version.lines.get("language", 1))


def labels_are_read(subject: Subject) -> Iterator[Problem]:
    """Report what a text's packs do not read: lines that begin like a number, whole texts, and statements of effect."""
    for _, version in subject.held():
        yield from _effects(version)
        yield from _language(version, subject.provisions(version).language)
        above = version.body_line - 1
        for remark in label_remarks(subject.provisions(version), version.title):
            line = above + (remark.lines[0] if remark.lines else 1)
            yield warning(remark.code, version.path, remark.message(above), hint=remark.hint, line=line)
