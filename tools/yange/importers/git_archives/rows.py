"""What people and machines are shown of each state of a law."""

from __future__ import annotations

from yange.importers.documents import Document
from yange.importers.git_archives.reading import LawState, TextRead
from yange.importers.outputs import DocumentOutput, DoubtOutput, FilePlace, RepealOutput
from yange.importers.plan import PlanRow
from yange.model import Basis, Policy, Version

__all__ = ["output_of", "row_of"]

_PLAIN = (Basis.STATED, Basis.UNKNOWN)


def row_of(state: LawState, version: Version, document: Document | None, note: str) -> PlanRow:
    """Return the line of the table for a state."""
    basis = "" if version.effective_basis in _PLAIN else f" ({version.effective_basis.value})"
    return PlanRow(
        source=state.name,
        lines=document.lines if document else (1, 1),
        reader="git",
        title=version.title,
        number=version.number or "",
        effective=f"{version.effective or ''}{basis}",
        expires=str(version.expires or ""),
        clauses=version.units.count if version.units else 0,
        read_as=version.language,
        path=version.path,
        note=note,
        warnings=len(document.facts.warnings) if document else 0,
    )


def output_of(state: LawState, version: Version, read: TextRead, policy: Policy) -> DocumentOutput:
    """Return a new state as machine output; places are those of the text without its front matter."""
    document, lines = read.document, read.document.source.text.count("\n") + 1 if read.document else 1
    return DocumentOutput(
        source=state.name,
        start=FilePlace(line=1, column=0),
        end=FilePlace(line=lines, column=0),
        policy=policy.id,
        path=version.path,
        title=version.title,
        cover_title=version.cover_title,
        number=version.number,
        issuer=version.issuer,
        place=policy.place or None,
        kind=policy.kind,
        signed=version.signed,
        published=version.published,
        effective=version.effective,
        effective_basis=version.effective_basis,
        commenced=version.commenced,
        expires=version.expires,
        expires_basis=version.expires_basis,
        repeals=tuple(
            RepealOutput(title=effect.title, number=effect.number, extent=effect.extent or "whole")
            for effect in version.repeals
        ),
        read_as=document.provisions.language if document else version.language,
        clauses=tuple(document.clauses) if document else (),
        duplicate_of=None,
        condition=version.condition,
        review=version.review,
        warnings=tuple(
            DoubtOutput(code=problem.code, line=problem.line, message=problem.message) for problem in read.problems
        ),
        page_date=None,
        inferred_title=None,
    )
