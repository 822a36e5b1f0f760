"""List the packs, and choose the packs that read a text.

A law is the packs that read one text, in order: first that of its language, then those whose forms also appear in
such texts. Other packages provide packs through the entry point ``yange.grammars``, each a
:class:`~yange.law.grammar.Grammar`; of two packs with the same tag, the built-in one is used.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.metadata import entry_points
from typing import cast

from yange.law.de import GERMAN
from yange.law.en import ENGLISH
from yange.law.es import SPANISH
from yange.law.et import ESTONIAN
from yange.law.fr import FRENCH
from yange.law.grammar import Grammar
from yange.law.hu import HUNGARIAN
from yange.law.it import ITALIAN
from yange.law.ja import JAPANESE
from yange.law.ko import KOREAN
from yange.law.nl import DUTCH
from yange.law.pt import PORTUGUESE
from yange.law.shares import SAMPLE
from yange.law.vi import VIETNAMESE
from yange.law.zh_hans import SIMPLIFIED_CHINESE
from yange.law.zh_hant import TRADITIONAL_CHINESE

__all__ = ["GROUP", "Law", "law_named", "law_of", "pack", "packs"]

GROUP = "yange.grammars"
"""The entry point group of packs."""

Law = tuple[Grammar, ...]
"""The packs that read one text, in order."""

_OURS: Law = (
    SIMPLIFIED_CHINESE,
    TRADITIONAL_CHINESE,
    ENGLISH,
    JAPANESE,
    SPANISH,
    PORTUGUESE,
    ITALIAN,
    GERMAN,
    DUTCH,
    FRENCH,
    KOREAN,
    VIETNAMESE,
    ESTONIAN,
    HUNGARIAN,
)


@cache
def packs() -> Law:
    """Return all packs: the built-in ones, then those of other packages in order of their names."""
    found = {grammar.tag: grammar for grammar in _OURS}
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: (entry.name, entry.value)):
        grammar = cast(Grammar, entry.load())
        found.setdefault(grammar.tag, grammar)
    return tuple(found.values())


def pack(tag: str) -> Grammar | None:
    """Return the pack of a language tag, or ``None``."""
    return next((grammar for grammar in packs() if grammar.tag == tag), None)


@cache
def law_named(language: str) -> Law:
    """Return the packs that read texts of a language (``zh``, ``zh-Hans``, ``en``); empty if there is none.

    A tag without a script, such as ``zh``, names every pack of that language, in the order of :func:`packs`.
    """
    named = tuple(grammar for grammar in packs() if _has_language(grammar, language))
    others = tuple(other for grammar in named for tag in grammar.also if (other := pack(tag)) is not None)
    return tuple(dict.fromkeys((*named, *others)))


def law_of(text: str, language: str | None = None, place: str = "") -> Law:
    """Return the packs that read a text.

    If a language has several packs (``zh``: simplified and traditional characters), the one with the largest share of
    the text is used, and of equal shares one that names the place. Without a language, or without a pack for it, all
    packs are candidates.
    """
    return law_named(_tag(text[:SAMPLE], language, place))


@lru_cache(maxsize=256)
def _tag(sample: str, language: str | None, place: str) -> str:
    named = [grammar for grammar in packs() if language and _has_language(grammar, language)]
    return max(named or packs(), key=lambda grammar: (grammar.share(sample), place in grammar.places)).tag


def _has_language(grammar: Grammar, language: str) -> bool:
    return grammar.tag == language or grammar.tag.startswith(f"{language}-")
