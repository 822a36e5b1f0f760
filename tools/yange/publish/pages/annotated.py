"""The annotated text (编注版) of a policy: the text in force, and under each clause what it said before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from yange.dates import previous_day
from yange.model import Policy, Version
from yange.publish.addresses import annotated_address
from yange.publish.context import SiteContext, SiteView
from yange.publish.facts.annotations import ClauseNote, FormerWords, clause_notes
from yange.publish.facts.blocks import ClauseBlock, contents
from yange.publish.page import Heading, Page
from yange.publish.parts.citation_forms import forms
from yange.publish.parts.clause_html import ClauseHtml, clauses
from yange.publish.parts.out_of_force import OutMarks
from yange.publish.view import language_of

__all__ = ["annotated_page", "annotated_text"]


@dataclass(frozen=True, slots=True)
class AnnotatedClause:
    """A printed clause, and what is said below it where it is the last piece of one."""

    clause: ClauseHtml
    note: ClauseNote | None


def annotated_text(context: SiteContext, policy: Policy) -> Version | None:
    """Return the text that is annotated: the one in force, else the last; ``None`` where no text was before it."""
    texts = context.texts(policy)
    if len(texts) < 2:
        return None
    standing = context.timeline.standing(policy.id, context.on)
    return standing.version if standing.in_force and standing.version in texts else texts[-1]


def annotated_page(context: SiteContext, policy: Policy, text: Version, language: str) -> Page:
    """Return the page."""
    address = annotated_address(policy.id)
    view = context.view(language, address)
    words = view.words
    return Page(
        address=view.origin,
        language=language,
        title=f"{text.title}：{words('annotated')}",
        description=words.sentence([text.title, words("annotated.words")]),
        html=lambda: _html(view, policy, text),
        contents=lambda: tuple(Heading(one.title, one.anchor) for one in contents(context.blocks_of(text))),
        alternates=context.addresses.alternates(language, address),
        indexed=not policy.sample,
        scripts=("page.js",),
    )


def _html(view: SiteView, policy: Policy, text: Version) -> str:
    context, wording = view.context, view.wording
    standing = context.timeline.version_standing(text, context.on)
    before = context.succession.replaced_by(text)
    notes = clause_notes(context.threads(policy.id), text)
    return view.render(
        "annotated.html",
        policy=policy,
        version=text,
        language=language_of(policy),
        status=wording.status_key(policy, standing),
        sentence=wording.sentence(policy, standing),
        first=notes.get(""),
        printed=list(_annotated(view, text, notes)),
        out_marks=OutMarks(view).of,
        days=lambda former: _days(view, former),
        compared=view.to_comparison(before, text) if before is not None else None,
    )


def _annotated(view: SiteView, text: Version, notes: Mapping[str, ClauseNote]) -> Iterator[AnnotatedClause]:
    context = view.context
    names, withdrawn = context.called(text.body), context.withdrawn(text)
    groups = clauses(context.blocks_of(text), names, forms(text, context.english), withdrawn, context.on)
    found = [clause for _, members in groups for clause in members]
    units = [_unit(clause.block, notes) for clause in found]
    for clause, unit, after in zip(found, units, [*units[1:], None], strict=True):
        yield AnnotatedClause(clause, notes[unit] if unit is not None and unit != after else None)


def _unit(block: ClauseBlock, notes: Mapping[str, ClauseNote]) -> str | None:
    """Return the clause with a note that a block belongs to: itself or the nearest one that it is in."""
    path = block.path
    while path and path not in notes:
        path = path.rpartition("__")[0]
    return path or None


def _days(view: SiteView, former: FormerWords) -> str:
    """Return from which day to which day the words were those of the clause."""
    end = former.until.effective
    first = view.wording.version_day(former.first)
    return view.words("interval", first=first, last=previous_day(end)) if end is not None else first
