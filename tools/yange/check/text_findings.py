"""What a text says of other instruments: the part of a check that is compared with the rest of the library."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from yange.citations import Citation, CitationKind
from yange.law import Law
from yange.model import Version
from yange.statements import EffectStatement, extensions, lapses, repeals, revivals, suspensions

__all__ = ["EFFECT_READERS", "NamedElsewhere", "SaidEffect", "TextFindings", "text_findings"]

EFFECT_READERS: tuple[tuple[str, str, Callable[[str, Law], tuple[EffectStatement, ...]]], ...] = (
    ("repeals", "repeals", repeals),
    ("extends", "extends", extensions),
    ("suspends", "suspends", suspensions),
    ("revives", "revives", revivals),
    ("declares_lapsed", "declares lapsed", lapses),
)
"""The field of the front matter for each effect, its verb, and what reads it."""


@dataclass(frozen=True, slots=True)
class SaidEffect:
    """An effect on another instrument that a text states; ``does`` is its verb, ``field`` that of the front matter."""

    field: str
    does: str
    said: EffectStatement


@dataclass(frozen=True, slots=True)
class NamedElsewhere:
    """A citation of another instrument by title, at ``start`` in the body; ``clause``: of a clause of it."""

    start: int
    text: str
    title: str
    number: str | None
    clause: bool


@dataclass(frozen=True, slots=True)
class TextFindings:
    """The instruments that a text cites by title, and its effects on others; no text that is not held has any."""

    cited: tuple[NamedElsewhere, ...] = ()
    effects: tuple[SaidEffect, ...] = ()


def text_findings(version: Version, cited: Sequence[Citation], law: Law) -> TextFindings:
    """Return what a held text says of other instruments.

    Amended texts repeat the effects of their first issue, and drafts have none.
    """
    named = tuple(
        NamedElsewhere(one.start, one.text, one.title, one.number, one.kind is CitationKind.FOREIGN)
        for one in cited
        if one.title is not None and _is_sure(one)
    )
    return TextFindings(named, () if version.draft or version.amended_by else _effects(version, cited, law))


def _is_sure(one: Citation) -> bool:
    if one.kind is CitationKind.INSTRUMENT:
        return one.number is not None
    return one.kind is CitationKind.FOREIGN and one.sure


def _effects(version: Version, cited: Sequence[Citation], law: Law) -> tuple[SaidEffect, ...]:
    every = [(field, does, said) for field, does, read in EFFECT_READERS for said in read(version.body, law)]
    named = {one.start: one for one in reversed(cited) if one.kind is CitationKind.INSTRUMENT} if every else {}
    return tuple(SaidEffect(field, does, _in_full(named, said)) for field, does, said in every)


def _in_full(named: Mapping[int, Citation], said: EffectStatement) -> EffectStatement:
    """Return the statement with the full name if the text uses a short title (以下简称《办法》)."""
    cited = named.get(said.start) if said.number is None else None
    return said if cited is None else replace(said, title=cited.title, number=cited.number)
