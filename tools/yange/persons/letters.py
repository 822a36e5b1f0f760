"""Withhold private persons from the letters of a library, in every field and not only in the body."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from yange.model import Effect, Library, Policy, Source, Version
from yange.persons.mentions import Mention, is_answer, known_names, mentions, named_in_titles
from yange.persons.withheld_marks import marked, without
from yange.timeline.line import is_letter

__all__ = ["found_in", "leaves_out", "names_askers", "withheld"]

_NOT_WORDS: Mapping[type, frozenset[str]] = {
    Policy: frozenset(("id", "was", "path", "lines", "alignment")),
    Version: frozenset(("policy", "key", "path", "lines", "body_line", "language")),
    Source: frozenset(("url", "sha256", "media")),
    Effect: frozenset(("policy",)),
}
"""Fields for machines: ids, paths, hashes, addresses. People choose an id, and it never changes."""
_KINDS = re.compile(
    r"\w{0,4}(?:函|信|信件|答复|答复书|回复|答复意见|办理意见|处理意见|告知书)|(?i:letter|reply|answer)"
)
"""Kinds of texts that answer or ask somebody. Those in :data:`yange.timeline.line.LETTERS` also have no period."""
_QUOTES = re.compile("[复函书见]》")

_Value = TypeVar("_Value")
_Rewrite = Callable[[str], str]


def names_askers(policy: Policy) -> bool:
    """Return whether a policy is of a kind that names private persons: a letter, or an answer to somebody."""
    kinds = (policy.kind or "", policy.rank or "")
    titles = (policy.title, *(one.title for one in policy.versions))
    return is_letter(policy) or any(map(_KINDS.fullmatch, kinds)) or any(map(is_answer, titles))


def leaves_out(policy: Policy) -> bool:
    """Return whether private persons were withheld from a policy of :func:`withheld`, if it had any."""
    return is_letter(policy) or (names_askers(policy) and any(marked(one.body) for one in policy.versions))


def withheld(library: Library) -> Library:
    """Return the library with marks in place of the names and contact data of private persons in letters.

    A name found anywhere in a letter is withheld in all of its fields and texts. In other texts, only the quoted
    titles of letters are changed. A policy without any mention is the same object as before, and so is a library
    without any.
    """
    return library if library.bare else Library(tuple(map(_of_policy, library.policies)), bare=True)


def found_in(policy: Policy) -> Iterator[tuple[Version | None, str, Mention]]:
    """Yield the mentions in a letter, with their text (``None``: the policy itself) and field."""
    own = replace(policy, versions=())
    known = known_names(text for _, text in _texts(policy))
    for holder, value in ((None, own), *((version, version) for version in policy.versions)):
        for field, text in _texts(value):
            yield from ((holder, field, mention) for mention in mentions(text, known))


def _of_policy(policy: Policy) -> Policy:
    if not names_askers(policy):
        return _rewritten(policy, _without_titles, _effect) if any(map(_may_quote, policy.versions)) else policy
    known = known_names(text for _, text in _texts(policy))

    def of(language: str) -> _Rewrite:
        return lambda text: without(text, mentions(text, known), language)

    versions = tuple(_rewritten(version, of(version.language)) for version in policy.versions)
    language = policy.versions[0].language if policy.versions else "zh"
    bare = _rewritten(replace(policy, versions=()), of(language))
    if all(one is version for one, version in zip(versions, policy.versions, strict=True)):
        versions = policy.versions
    made = replace(bare, versions=versions)
    return policy if made == policy else made


def _may_quote(version: Version) -> bool:
    """Return whether a text may quote the title of a letter; a fast test, as it runs on every text."""
    said = version.note or version.cover_title or version.corrections or version.acts
    return bool(said) or _QUOTES.search(version.body) is not None


def _without_titles(text: str) -> str:
    found = named_in_titles(text) if "《" in text else ()
    return without(text, found, "zh") if found else text


def _effect(effect: Effect) -> Effect:
    """Return an effect on a letter with persons withheld from its title, which is not in quotation marks there."""
    title = _without_titles(f"《{effect.title}》")[1:-1] if effect.title else effect.title
    return effect if title == effect.title else replace(effect, title=title)


def _texts(value: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield the strings in a value, each with its outermost field."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one, name)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            if field.name not in _NOT_WORDS.get(type(value), ()):
                yield from _texts(getattr(value, field.name), name or field.name)


def _rewritten(value: _Value, rewrite: _Rewrite, effect: Callable[[Effect], Effect] | None = None) -> _Value:
    """Return a value with its words rewritten; the same object if no word changes."""
    made: Any = value
    if isinstance(value, str):
        made = value if isinstance(value, Enum) else rewrite(value)
    elif isinstance(value, tuple):
        parts = [_rewritten(one, rewrite, effect) for one in value]
        made = value if all(new is old for new, old in zip(parts, value, strict=True)) else tuple(parts)
    elif effect is not None and isinstance(value, Effect):
        made = effect(value)
    elif is_dataclass(value) and not isinstance(value, type):
        machine = _NOT_WORDS.get(type(value), frozenset())
        old = {field.name: getattr(value, field.name) for field in fields(value) if field.name not in machine}
        new = {name: _rewritten(one, rewrite, effect) for name, one in old.items()}
        changes = {name: one for name, one in new.items() if one is not old[name]}
        made = replace(value, **changes) if changes else value
    return value if made == value else made
