"""``compare``: a comparison of two texts as machine output."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from yange.coding import UNSET, Output, UnsetType
from yange.compare.history.crosscheck import ClauseLink, Crosscheck
from yange.compare.result import Change, CitationChange, Comparison, Edge, TermChange, ValueChange
from yange.model import Amendment, Provisions, Version
from yange.parse.label_remarks import RemarkOutput, label_remarks
from yange.problems import ProblemOutput

__all__ = [
    "CompareOutput",
    "ComparedText",
    "ReadingOutput",
    "StepsOutput",
    "compare_output",
    "compared_text",
    "steps_output",
]


class ReadingOutput(Output):
    """How a file was read that is no text of an archive."""

    reader: str
    """The name of the reader: ``text``, ``html``, ``docx``, ``pdf``."""
    library: str
    """What it reads with, and the version; empty for Python alone."""
    media: str
    """The media type of the content."""
    sha256: str
    """The hash of the file."""
    remarks: tuple[ProblemOutput, ...]
    """What the reader reports, and doubts about the words of the text."""


class ComparedText(Output, kw_only=True):
    """One of the two texts. What a plain file does not say is ``null``."""

    name: str | UnsetType = UNSET
    """How the caller named it; not in the files of a site."""
    title: str
    policy: str | None
    version: str | None
    number: str | None
    effective: date | None
    amended_by: tuple[Amendment, ...]
    sample: bool
    remarks: tuple[RemarkOutput, ...] | UnsetType = UNSET
    """What of the numbering was not read; not in the files of a site."""
    reading: ReadingOutput | UnsetType = UNSET
    """How the file was read; only for a document."""


class LinkOutput(Output):
    """A clause of the first text and one of the last that belong together: labels and paths."""

    old: str
    new: str
    old_path: str
    new_path: str


class StepsOutput(Output):
    """How a comparison through the texts between agrees with the direct one (``--steps``)."""

    through: tuple[str, ...]
    """The texts in order, first and last included."""
    agreed: int
    """How many pairs of clauses both ways found."""
    only_by_steps: tuple[LinkOutput, ...]
    only_direct: tuple[LinkOutput, ...]


class CompareOutput(Output, tag_field="schema", tag="yange.compare/1", kw_only=True):
    """A comparison of two texts, clause by clause. Every unit of both texts is in exactly one change."""

    as_recorded: str | UnsetType = UNSET
    """The commit that was asked, with ``--as-recorded``."""
    old: ComparedText
    new: ComparedText
    amended_by: tuple[Amendment, ...]
    """The orders that made the new text out of the old one: those that only the new text records."""
    changes: tuple[Change, ...]
    values: tuple[ValueChange, ...]
    terms: tuple[TermChange, ...]
    suggestions: tuple[Edge, ...]
    """Pairs that were not taken as certain; a person's answers are in ``alignment.yml``."""
    citations: tuple[CitationChange, ...]
    stats: dict[str, int]
    steps: StepsOutput | UnsetType = UNSET


def compare_output(
    comparison: Comparison,
    old: ComparedText,
    new: ComparedText,
    *,
    orders: Sequence[Amendment] = (),
    steps: StepsOutput | None = None,
    recorded: str | None = None,
) -> CompareOutput:
    """Return the output of ``compare``; shares are rounded to four places.

    ``orders`` are the amending orders between the texts, ``recorded`` is the commit whose record was read.
    """
    shown = comparison.rounded()
    return CompareOutput(
        as_recorded=recorded or UNSET,
        old=old,
        new=new,
        amended_by=tuple(orders),
        changes=shown.changes,
        values=shown.values,
        terms=shown.terms,
        suggestions=shown.suggestions,
        citations=shown.citations,
        stats=shown.stats,
        steps=steps or UNSET,
    )


def compared_text(
    name: str,
    title: str,
    provisions: Provisions,
    version: Version | None,
    *,
    sample: bool = False,
    reading: ReadingOutput | None = None,
) -> ComparedText:
    """Return a side of a comparison. ``version`` holds its facts; without one they are not known.

    A version without a policy is one that a file outside the library describes. ``reading`` says how a document was
    read.
    """
    return ComparedText(
        name=name,
        title=title,
        policy=(version.policy or None) if version else None,
        version=version.key if version and version.policy else None,
        number=version.number if version else None,
        effective=version.effective if version else None,
        amended_by=version.amended_by if version else (),
        sample=sample,
        remarks=tuple(remark.output() for remark in label_remarks(provisions, title)),
        reading=reading or UNSET,
    )


def steps_output(through: Sequence[str], checked: Crosscheck) -> StepsOutput:
    """Return what a comparison by steps found. ``through`` are the texts' names in order."""
    return StepsOutput(
        through=tuple(through),
        agreed=checked.agreed,
        only_by_steps=_links(checked.only_by_steps),
        only_direct=_links(checked.only_direct),
    )


def _links(links: Sequence[ClauseLink]) -> tuple[LinkOutput, ...]:
    return tuple(
        LinkOutput(old=link.old, new=link.new, old_path=link.old_path, new_path=link.new_path) for link in links
    )
