"""``import`` as machine output (``yange.import/1``)."""

from __future__ import annotations

from datetime import date
from typing import Literal

from yange.coding import Output
from yange.model import Basis, Condition, ExpiryBasis
from yange.problems import ProblemOutput

__all__ = ["DocumentOutput", "DoubtOutput", "FilePlace", "FurnitureOutput", "ImportOutput", "RepealOutput"]


class FilePlace(Output):
    """A place in a file."""

    line: int
    """From 1; lines end at line feeds only, a byte order mark does not count."""
    column: int
    """From 0, in characters."""


class RepealOutput(Output):
    """An instrument that the document repeals."""

    title: str | None
    number: str | None
    extent: tuple[str, ...] | Literal["whole"]
    """``whole``, or the labels of the clauses."""


class DoubtOutput(Output):
    """A doubt about a document."""

    code: str
    line: int | None
    message: str


class DocumentOutput(Output):
    """A document that was found. Facts that it does not state are ``null`` or empty."""

    source: str
    start: FilePlace
    end: FilePlace
    """Half-open: the character at the end is not part of the document."""
    policy: str
    path: str
    """Where it is filed."""
    title: str | None
    cover_title: str | None
    number: str | None
    issuer: tuple[str, ...]
    place: str | None
    kind: str | None
    signed: date | None
    published: date | None
    effective: date | None
    effective_basis: Basis
    commenced: date | None
    expires: date | None
    expires_basis: ExpiryBasis | None
    repeals: tuple[RepealOutput, ...]
    read_as: str
    """The tag of the pack that read it: ``zh-Hans``, ``fr``."""
    clauses: tuple[str, ...]
    """Labels of the primary citable units, in order."""
    duplicate_of: int | None
    """Index of the document that it is a copy of."""
    condition: Condition
    review: tuple[str, ...]
    """Fields for a person to confirm."""
    warnings: tuple[DoubtOutput, ...]
    page_date: date | None
    """Date of the web page: not a day of publication."""
    inferred_title: str | None
    """The title it is filed under, if it prints none."""


class FurnitureOutput(Output):
    """A stretch of a file that is in no document, or was left out of one."""

    source: str
    start: FilePlace
    end: FilePlace
    inside: int | None
    """Index of the document that it is in."""


class ImportOutput(Output, tag_field="schema", tag="yange.import/1"):
    """The documents found in files. With the furniture outside them they cover every file without a gap."""

    documents: tuple[DocumentOutput, ...]
    furniture: tuple[FurnitureOutput, ...]
    problems: tuple[ProblemOutput, ...]
    """Problems of the files; a file with an error is not filed."""
