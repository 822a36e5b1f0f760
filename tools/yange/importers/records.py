"""Make version records from documents: new and completed records, copies, and instruments known by name only."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from yange.importers.copies import variants
from yange.importers.documents import NO_LANGUAGE, Document
from yange.importers.naming import instrument
from yange.importers.tongue import language_of
from yange.law import law_named
from yange.model import Holding, Source, Version
from yange.statements import EffectStatement, read_day

_UNDETERMINED = "und"
"""A language that is not known: BCP 47, section 4.1."""
_DOUBTFUL = 0.75
"""A language with a smaller share is doubtful. Made-up laws in Polish, Danish, Swedish, Czech and Romanian reach .59
to .71 (as Portuguese or German). Of 561 collected laws in ten languages 5 % of the Vietnamese and 10 % of the Estonian
ones are below .75, of the others none."""
_FILLED = (
    "cover_title", "number", "issuer", "signed", "published", "commenced", "amended_by", "expires", "expires_basis",
    "clause_periods", "savings", "prevails_over", "repeals",
)  # fmt: skip


def version_of(document: Document, *, catalogue_only: bool) -> Version:
    """Return a new record of the document; its policy, key, path and effects are set when it is filed."""
    facts = document.facts
    return Version(
        policy="",
        key="",
        path="",
        title=facts.shown_title,
        cover_title=facts.cover_title,
        number=facts.number,
        issuer=facts.issuer,
        signed=facts.signed,
        published=facts.published,
        effective=facts.effective,
        effective_basis=facts.basis,
        commenced=facts.commenced,
        amended_by=facts.amended_by,
        expires=facts.expires,
        expires_basis=facts.expires_basis,
        clause_periods=facts.clause_periods,
        savings=document.savings,
        prevails_over=document.prevails,
        draft=facts.draft,
        text=Holding.CATALOGUE_ONLY if catalogue_only else Holding.HELD,
        condition=document.condition,
        units=document.units,
        sources=(document.witness(),),
        review=(*(name for name in facts.review if name != "place"), *_doubts(document)),
        language=_language(document),
        body="" if catalogue_only else document.body,
    )


def _language(document: Document) -> str:
    """Return the language of the pack that read a text, ``zh`` for both scripts; ``und`` if no pack knows its words.

    A language that the format gives is not doubted.
    """
    given, read = language_of(document.source), document.law[0]
    if given is not None and not law_named(given):
        return given
    if read.tag.startswith("zh-"):
        return "zh"
    if given is not None:
        return read.tag
    return read.tag if read.share(document.body) > NO_LANGUAGE else _UNDETERMINED


def _doubts(document: Document) -> tuple[str, ...]:
    """Return ``language`` for ``review`` if its words are so few that the text may be in a language without a pack."""
    read = document.law[0]
    if document.source.given.language:
        return ()
    return () if read.tag.startswith("zh-") or read.share(document.body) >= _DOUBTFUL else ("language",)


def completed(version: Version, document: Document, *, catalogue_only: bool) -> Version:
    """Return a record with the document's words and the facts that it lacks; recorded facts are not changed.

    A held text is returned unchanged, and so is a catalogue record of the same file with ``catalogue_only``.
    """
    named_only = not any(source.sha256 for source in version.sources)
    known_file = any(source.sha256 == document.source.sha256 for source in version.sources)
    if version.held or (catalogue_only and known_file):
        return version
    fresh = version_of(document, catalogue_only=catalogue_only)
    values: dict[str, Any] = {name: getattr(version, name) or getattr(fresh, name) for name in _FILLED}
    if version.effective is None:
        values["effective"], values["effective_basis"] = fresh.effective, fresh.effective_basis
    if named_only:
        values.update(title=fresh.title, note=None, review=fresh.review)
    return replace(
        version,
        **values,
        text=fresh.text,
        condition=fresh.condition,
        units=fresh.units,
        sources=version.sources if known_file else (*_witnesses(version), *fresh.sources),
        body=fresh.body,
    )


def _witnesses(version: Version) -> tuple[Source, ...]:
    """Return the documents that a record was taken from, without texts that only name the instrument."""
    return tuple(source for source in version.sources if source.sha256 or source.url)


def with_copy(version: Version, document: Document, held: str, *, catalogue_only: bool) -> Version:
    """Return a record with a copy as a further source, its differences from ``held``, and its additional facts."""
    facts = document.facts
    found = () if catalogue_only else variants(held, document.body)
    return replace(
        version,
        sources=(*version.sources, document.witness(found)),
        number=version.number or facts.number,
        signed=version.signed or facts.signed,
        issuer=version.issuer or facts.issuer,
    )


def with_variants(version: Version, document: Document, held: str) -> Version:
    """Return a record with the differences of a known copy from ``held``, in the source of that copy."""
    found = variants(held, document.body)
    sources = tuple(
        replace(source, variants=source.variants or found) if document.is_of(source) else source
        for source in version.sources
    )
    return version if sources == version.sources else replace(version, sources=sources)


def named_only(statement: EffectStatement, document: Document, acting: Version) -> Version:
    """Return the record, without words, of an instrument that is only known from the text that affects it."""
    issued = document.forms.issue_before(_text_before(document, statement))
    printed, was_signed = issued or ("", False)
    day = read_day(printed, document.law)
    title = instrument(statement.title) if statement.title else statement.number or ""
    by = document.forms.cited(acting.title, acting.number)
    return Version(
        policy="",
        key="",
        path="",
        title=title,
        cover_title=statement.title if statement.title != title else None,
        number=statement.number,
        signed=day if was_signed else None,
        published=None if was_signed else day,
        text=Holding.CATALOGUE_ONLY,
        sources=(Source(name=by),),
        review=("effective",),
        note=document.forms.only_named(by),
    )


def _text_before(document: Document, statement: EffectStatement) -> str:
    """Return the words before a statement, in which the instrument's day of issue may be."""
    text, draft = document.source.text, document.draft
    at = text.rfind(statement.phrase, draft.start, draft.end)
    return text[max(draft.start, at - 60) : at] if at >= 0 else ""
