"""Check that every character of a text and of its record is visible and is what it looks like."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from yange.characters import code_and_name, printable
from yange.check.lookalikes import Reason, Suspect, UsualScripts, looks_like, suspects
from yange.check.subject import Subject, in_body, line_of
from yange.model import Correction, Policy, Version
from yange.problems import Problem, Severity, warning

__all__ = ["CODE", "characters_are_what_they_look_like"]

CODE = "character"
_AROUND = 5
_NOT_FACTS = frozenset({"policy", "key", "path", "id", "body", "lines", "line", "body_line", "versions"})
_NOT_FACTS |= {"versions", "alignment", "kept"}
_HINTS = {
    Reason.LOST: "Copy it from the source again.",
    Reason.WORDS: "Check whether the source prints these words this way; if it does, leave them.",
    Reason.SCRIPT: "Compare with the source and write the character that is printed there.",
}
_HINT = "Compare with the source and type the ordinary character, or remove it: it misleads readers and search."


def characters_are_what_they_look_like(subject: Subject) -> Iterator[Problem]:
    """Report each character that is invisible, of an unusual script, or looks like another one (UTS 39)."""
    for policy in subject.library.policies:
        for version in policy.versions:
            usual = UsualScripts(version.body if version.held else version.title)
            for first, message, hint in _each(version.body, usual):
                yield in_body(Severity.WARNING, CODE, version, first, message, hint)
            yield from _in_facts(version, version.path, version, usual)
        yield from _in_facts(policy, policy.path, None, UsualScripts(policy.title))


def _in_facts(record: Policy | Version, path: str, version: Version | None, usual: UsualScripts) -> Iterator[Problem]:
    for name in _facts(type(record)):
        for words in _texts(getattr(record, name)):
            for _, message, hint in _each(words, usual):
                line = line_of(version, name) if version else record.lines.get(name, 1)
                yield warning(CODE, path, f"`{name}`: {message}", hint=hint, line=line)


_FACTS: dict[type[Any], tuple[str, ...]] = {}
"""The names of the fields of a kind of record that are facts of it, once they were asked for."""


def _facts(record: type[Any]) -> tuple[str, ...]:
    if record not in _FACTS:
        _FACTS[record] = tuple(field.name for field in fields(record) if field.name not in _NOT_FACTS)
    return _FACTS[record]


def _texts(value: Any) -> Iterator[str]:
    """Yield the strings in a fact, except ``was`` of a correction, which quotes what was there before."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value):
        gone = {"was"} if isinstance(value, Correction) else frozenset()
        for name in _facts(type(value)):
            if name not in gone:
                yield from _texts(getattr(value, name))


def _around(text: str, at: int) -> str:
    """Return the words around a character on its line; a review identifies the place by them."""
    start = max(text.rfind("\n", 0, at) + 1, at - _AROUND)
    return printable(text[start : at + _AROUND + 1].partition("\n")[0])


def _each(text: str, usual: UsualScripts) -> Iterator[tuple[int, str, str]]:
    """Yield first offset, message and hint of each suspect character; words of one script are reported once."""
    groups: dict[tuple[Reason, str], list[Suspect]] = {}
    for one in suspects(text, usual):
        key = one.char if one.reason is not Reason.WORDS else ""
        groups.setdefault((one.reason, key), []).append(one)
    for (reason, _), found in groups.items():
        places = "" if len(found) == 1 else f", {len(found)} times"
        alike = looks_like(found[0].char) if reason in {Reason.SCRIPT, Reason.FORM, Reason.NUMBER} else ""
        like = f" and looks like {alike}" if alike else ""
        where = f"in “{_around(text, found[0].at)}”"
        message = f"{code_and_name(found[0].char)} {where} {reason.value}{like}{places}."
        yield found[0].at, message, _HINTS.get(reason, _HINT)
