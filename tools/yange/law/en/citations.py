"""Read references in English: Article 5, Articles 5(a), 6 and 8 to 10, Annex B."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from yange.law.aspects.citations import Level, Owner, Reference, Step
from yange.law.chains import between

__all__ = ["CITATIONS", "EnglishCitations"]

_UNITS = {"article": Level.ARTICLE, "section": Level.SECTION, "chapter": Level.CHAPTER, "part": Level.PART}
_NUMERAL = r"(?:\d{1,3}|[IVXLC]{1,6}(?![a-zA-Z]))"
_LETTERS = r"(?:\([a-z]{1,3}\))*"
_JOIN = r", | and | or | to |–"
_CITED = re.compile(
    rf"\b(?P<unit>Article|Section|Chapter|Part)s? (?P<list>{_NUMERAL}{_LETTERS}(?:(?:{_JOIN}){_NUMERAL}{_LETTERS})*)"
)
_MEMBER = re.compile(rf"(?P<join>{_JOIN})?(?P<n>{_NUMERAL})(?P<letters>{_LETTERS})")
_RANGE = ("to", "–")
_ANNEX = re.compile(r"\bAnnex (?P<n>\d{1,2}|[A-Z])\b")
_OTHER = re.compile(r"\s+(?:of|to|in|under) (?:the|that|those) (?!Rules\b|present\b|same\b)")
"""The beginning of another instrument's name after a reference."""
_LINK = re.compile(r"[ \u3000]*(?:（[^（）]{0,60}）|\([^()]{0,60}\))?[ \u3000]*")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


class EnglishCitations:
    """The references of English texts; see :class:`yange.law.aspects.citations.Citations`."""

    def references(self, text: str, start: int, stop: int) -> Iterable[Reference]:
        """Return the references of ``text[start:stop]``; a list of articles is one reference with several targets."""
        yield from self._clauses(text, start, stop)
        yield from self._annexes(text, start, stop)

    def of_text(self, text: str) -> EnglishCitations:
        """Return itself: all English texts count in the same way."""
        return self

    def link(self, text: str, start: int, stop: int) -> bool:
        """Return whether only spaces and brackets are between a title and a number."""
        return _LINK.fullmatch(text, start, stop) is not None

    def short_name(self, text: str, start: int, stop: int) -> str | None:
        """Return ``None``: short titles of English instruments are not read."""
        return None

    def unquoted(self, text: str, start: int, stop: int) -> Iterable[tuple[int, int]]:
        """Return nothing: in English the instrument's name follows the number, and :meth:`references` reads it."""
        return ()

    def _clauses(self, text: str, start: int, stop: int) -> Iterator[Reference]:
        for match in _CITED.finditer(text, start, stop):
            owner = Owner.OTHER if _OTHER.match(text, match.end()) else Owner.UNSAID
            targets: list[tuple[Step, ...]] = []
            for member in _MEMBER.finditer(match["list"]):
                value = _value(member["n"])
                steps = (Step(_UNITS[match["unit"].lower()], (value,)), *_letters(member["letters"]))
                if targets and (member["join"] or "").strip() in _RANGE:
                    targets.extend(between(targets[-1], steps))
                targets.append(steps)
            if targets:
                yield Reference(match.start(), match.end(), match[0], tuple(targets), owner, match.start())

    def _annexes(self, text: str, start: int, stop: int) -> Iterator[Reference]:
        for match in _ANNEX.finditer(text, start, stop):
            number = match["n"]
            value = int(number) if number.isdigit() else ord(number) - ord("A") + 1
            step = Step(Level.ANNEX, (value,))
            yield Reference(match.start(), match.end(), match[0], ((step,),), Owner.UNSAID, match.start())


def _value(numeral: str) -> int:
    if numeral.isdigit():
        return int(numeral)
    sizes = [_ROMAN[letter] for letter in numeral]
    return sum(-size if size < max(sizes[k:]) else size for k, size in enumerate(sizes))


def _letters(letters: str) -> tuple[Step, ...]:
    """Return the steps of ``(a)(b)``, without Roman numerals such as ``(ii)``, which are not letters."""
    return tuple(
        Step(Level.LETTER, (ord(letter) - ord("a") + 1,))
        for letter in re.findall(r"\(([a-z]{1,3})\)", letters)
        if len(letter) == 1
    )


CITATIONS = EnglishCitations()
