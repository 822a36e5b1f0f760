"""List the packs, and choose the packs that read a text.

A law is the packs that read one text, in order: first that of its language, then those whose forms also appear in
such texts. Other packages provide packs through the entry point ``yange.grammars``, each a
:class:`~yange.law.grammar.Grammar`; of two packs with the same tag, the built-in one is used.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import cast

from yange.law.grammar import Grammar
from yange.law.shares import SAMPLE

__all__ = ["GROUP", "Law", "law_named", "law_of", "pack", "packs"]

GROUP = "yange.grammars"
"""The entry point group of packs."""

Law = tuple[Grammar, ...]
"""The packs that read one text, in order."""

_OURS = {
    "zh-Hans": ("zh_hans", "SIMPLIFIED_CHINESE"),
    "zh-Hant": ("zh_hant", "TRADITIONAL_CHINESE"),
    "en": ("en", "ENGLISH"),
    "ja": ("ja", "JAPANESE"),
    "es": ("es", "SPANISH"),
    "pt": ("pt", "PORTUGUESE"),
    "it": ("it", "ITALIAN"),
    "de": ("de", "GERMAN"),
    "nl": ("nl", "DUTCH"),
    "fr": ("fr", "FRENCH"),
    "ko": ("ko", "KOREAN"),
    "vi": ("vi", "VIETNAMESE"),
    "et": ("et", "ESTONIAN"),
    "hu": ("hu", "HUNGARIAN"),
}
"""Module and name of each built-in pack by its tag, in order. A pack is loaded when a text of its language is read: all
of them take a third of a CPU second, more than most answers."""


@cache
def packs() -> Law:
    """Return all packs: the built-in ones, then those of other packages in order of their names."""
    return tuple(_pack(tag) for tag in _tags())


@cache
def _foreign() -> dict[str, Grammar]:
    """Return the packs of other packages by their tags, except those that are built in."""
    found: dict[str, Grammar] = {}
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: (entry.name, entry.value)):
        grammar = cast(Grammar, entry.load())
        found.setdefault(grammar.tag, grammar)
    return {tag: grammar for tag, grammar in found.items() if tag not in _OURS}


def _tags() -> tuple[str, ...]:
    return (*_OURS, *_foreign())


def _pack(tag: str) -> Grammar:
    if tag not in _OURS:
        return _foreign()[tag]
    module, name = _OURS[tag]
    return cast(Grammar, getattr(import_module(f"yange.law.{module}"), name))


def pack(tag: str) -> Grammar | None:
    """Return the pack of a language tag, or ``None``."""
    return _pack(tag) if tag in _tags() else None


@cache
def law_named(language: str) -> Law:
    """Return the packs that read texts of a language (``zh``, ``zh-Hans``, ``en``); empty if there is none.

    A tag without a script, such as ``zh``, names every pack of that language, in the order of :func:`packs`.
    """
    named = tuple(_pack(tag) for tag in _tags() if _has_language(tag, language))
    others = tuple(other for grammar in named for tag in grammar.also if (other := pack(tag)) is not None)
    return tuple(dict.fromkeys((*named, *others)))


def law_of(text: str, language: str | None = None, place: str = "") -> Law:
    """Return the packs that read a text.

    If a language has several packs (``zh``: simplified and traditional characters), the one with the largest share of
    the text is used, and of equal shares one that names the place. Without a language, or without a pack for it, all
    packs are candidates.
    """
    return law_named(_tag(text[:SAMPLE], language, place))


def _tag(sample: str, language: str | None, place: str) -> str:
    most = _most_like(sample, language)
    return max(most, key=lambda grammar: place in grammar.places).tag


@lru_cache(maxsize=256)
def _most_like(sample: str, language: str | None) -> Law:
    """Return the packs of a language, or of any, that have the largest share of a text, in order."""
    named = [_pack(tag) for tag in _tags() if language and _has_language(tag, language)]
    shares = [(grammar.share(sample), grammar) for grammar in named or packs()]
    largest = max(share for share, _ in shares)
    return tuple(grammar for share, grammar in shares if share == largest)


def _has_language(tag: str, language: str) -> bool:
    return tag == language or tag.startswith(f"{language}-")
