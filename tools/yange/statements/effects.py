"""Read a text's statements on its first and last day and its effects on others, with the packs of its law.

Every pack of the law reads the text; of two statements at one place, that of the earlier pack counts. Of two packs of
one language, which differ in their script, only the first reads: the other does not see what it left unread on purpose.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, lru_cache, partial
from typing import Protocol, TypeVar

from yange.law import Law, law_of
from yange.law.aspects.effects import Commencement, EffectForms, EffectStatement, Expiry
from yange.model import EventKind

__all__ = ["acts", "commencements", "expiries", "extensions", "lapses", "readers", "repeals", "revivals", "suspensions"]


class _Placed(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


_Statement = TypeVar("_Statement", bound=_Placed)


@cache
def readers(law: Law) -> tuple[EffectForms, ...]:
    """Return the effect forms of a law, of each language those of its first pack."""
    first = {grammar.tag.partition("-")[0]: grammar.effects for grammar in reversed(law)}
    return tuple(first[language] for language in dict.fromkeys(grammar.tag.partition("-")[0] for grammar in law))


def joined(law: Law, read: Callable[[EffectForms], Iterable[_Statement]]) -> tuple[_Statement, ...]:
    """Return the statements that the packs of a law read, each once, in order of the text."""
    found: list[_Statement] = []
    for forms in readers(law):
        of_pack = tuple(dict.fromkeys(read(forms)))
        earlier = tuple(found) if of_pack else ()
        for one in of_pack:
            if not any(one.start < other.end and other.start < one.end for other in earlier):
                found.append(one)
    return tuple(sorted(found, key=lambda one: (one.start, one.end))) if found else ()


def commencements(text: str, law: Law | None = None) -> tuple[Commencement, ...]:
    """Return the statements of ``text`` on its own first day, in order; without ``law`` its characters decide."""
    return _commencements(text, law or law_of(text))


def expiries(text: str, law: Law | None = None) -> tuple[Expiry, ...]:
    """Return the statements of ``text`` on its own last day, in order."""
    return _expiries(text, law or law_of(text))


def acts(text: str, law: Law | None = None) -> tuple[EffectStatement, ...]:
    """Return the effects of ``text`` on other instruments: repeals, lapses, extensions, suspensions, revivals."""
    return _all_acts(text, law or law_of(text))


def repeals(text: str, law: Law | None = None) -> tuple[EffectStatement, ...]:
    """Return the instruments that ``text`` repeals, one statement for each, in order."""
    return _acts(text, EventKind.REPEAL, law)


def lapses(text: str, law: Law | None = None) -> tuple[EffectStatement, ...]:
    """Return the instruments that ``text`` declares lapsed."""
    return _acts(text, EventKind.DECLARED_LAPSED, law)


def extensions(text: str, law: Law | None = None) -> tuple[EffectStatement, ...]:
    """Return the instruments that ``text`` extends, with the new last day or the years added."""
    return _acts(text, EventKind.EXTENSION, law)


def suspensions(text: str, law: Law | None = None) -> tuple[EffectStatement, ...]:
    """Return the instruments that ``text`` suspends."""
    return _acts(text, EventKind.SUSPENSION, law)


def revivals(text: str, law: Law | None = None) -> tuple[EffectStatement, ...]:
    """Return the instruments that ``text`` revives."""
    return _acts(text, EventKind.REVIVAL, law)


def _acts(text: str, kind: EventKind, law: Law | None) -> tuple[EffectStatement, ...]:
    return _kept_acts(text, kind, law or law_of(text))


# The states of a law share most of their paragraphs, and are read one after the other.


@lru_cache(maxsize=8192)
def _commencements(text: str, law: Law) -> tuple[Commencement, ...]:
    return joined(law, lambda forms: forms.commencements(text))


@lru_cache(maxsize=8192)
def _expiries(text: str, law: Law) -> tuple[Expiry, ...]:
    return joined(law, lambda forms: forms.expiries(text))


@lru_cache(maxsize=32768)
def _kept_acts(text: str, kind: EventKind, law: Law) -> tuple[EffectStatement, ...]:
    return joined(law, lambda forms: forms.acts(text, kind))


_KINDS = (
    EventKind.REPEAL,
    EventKind.DECLARED_LAPSED,
    EventKind.EXTENSION,
    EventKind.SUSPENSION,
    EventKind.REVIVAL,
)


@lru_cache(maxsize=32768)
def _all_acts(text: str, law: Law) -> tuple[EffectStatement, ...]:
    return tuple(one for kind in _KINDS for one in joined(law, partial(_acts_of_pack, text, kind)))


def _acts_of_pack(text: str, kind: EventKind, forms: EffectForms) -> Iterable[EffectStatement]:
    return forms.acts(text, kind)
