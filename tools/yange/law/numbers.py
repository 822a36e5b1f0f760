"""Read numbers of clauses at a place in a text, with the packs of a law.

:mod:`yange.parse` decides whether a number begins a clause or is a cross-reference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from yange.law.aspects.numbers import FollowedBy, NumberForm, Numbers
from yange.law.common import ARABIC, PLAIN, branches, read_digits
from yange.law.packs import Law, law_named
from yange.numbering import BLANKS, ClauseNumber, NumberStyle

__all__ = ["NumberReader", "either", "numbers_of", "read_number"]

_NEVER = r"(?!)"
_MOST_NAMED = 60
_DASHES = "—|－|–|-|~|～"
_ABOUT = f"[{BLANKS}]"
_PLAIN = re.compile(
    rf"(?P<n>[{ARABIC}]{{1,3}}(?:[.．][{ARABIC}]{{1,3}}){{0,7}})(?P<of>(?<=[0-9])[A-Z]{{1,3}})?"
    rf"(?:(?<=[.．][{ARABIC}])[.．]|(?<=[.．][{ARABIC}]{{2}})[.．])?(?=[{BLANKS}]|$)"
)
_MEASURED = r"[\d０-９%％‰°℃＋+\-–×÷=<>≤≥/|~～$€£¥.,，、。；:：;)）]"


def either(sources: Sequence[str]) -> str:
    """Return one source of a pattern that matches any of ``sources``; without any, one that never matches."""
    return "|".join(filter(None, sources)) or _NEVER


@cache
def numbers_of(law: Law) -> NumberReader:
    """Return the reader of clause numbers in texts of a law."""
    return NumberReader([pack.numbers for pack in law])


def read_number(text: str, at: int = 0, law: Law | None = None) -> ClauseNumber | None:
    """Return the number at ``at`` in its most usual reading, or ``None``; without a law, the Chinese pack reads it."""
    return numbers_of(law or law_named("zh-Hans")).one(text, at)


class NumberReader:
    """The forms of numbers of all packs of a law, joined once."""

    def __init__(self, parts: Sequence[Numbers]) -> None:
        forms = tuple(dict.fromkeys(form for part in parts for form in part.forms))
        beginnings = {char for form in forms for char in form.begins}
        self._forms = {char: tuple(form for form in forms if char in form.begins) for char in beginnings}
        self.articles = tuple(dict.fromkeys(style for part in parts for style in part.articles))
        """The styles that may number articles, the most usual first."""
        self.over = next((part.over for part in parts if part.over), None)
        """The style of articles that may divide a text of other articles."""
        self.skipped_letters = frozenset(
            ord(letter) - ord("a") + 1 for part in parts for letter in part.skipped_letters
        )
        """The values of letters that lists and inserted articles may leave out."""
        within = dict.fromkeys(style for part in parts for style in part.within)
        self.within = {style: re.compile(either([part.within.get(style, "") for part in parts])) for style in within}
        """The places inside a line where an article may begin, by style."""
        self._own = _followed([each for part in parts for each in part.own])
        self._references = _followed([each for part in parts for each in part.references])
        self._perhaps = _followed([each for part in parts for each in part.perhaps])
        self._measures = re.compile(rf"{_ABOUT}*(?:{either([_MEASURED, *(part.measures for part in parts)])})")
        self._ranges = _Ranges(self, parts)
        self._numerals = [part.read for part in parts if part.read]
        self._sections = tuple(dict.fromkeys(form for part in parts for form in part.sections))
        self.section_style = next((part.section_style for part in parts if part.section_style), None)
        """The style of the numbers that :meth:`sections` reads; ``None`` without any."""
        self.enacted = re.compile(either([part.enacted for part in parts]))
        """Words near the beginning of a text that numbers its articles as :meth:`sections` reads them."""
        self.leaps = frozenset(style for part in parts for style in part.leaps)
        """The styles whose numbers go on with 101, 201 or 1101 where another division begins."""

    def follows(self, number: ClauseNumber, other: ClauseNumber | None) -> bool:
        """Return whether a number is the next one after another; letters may be left out between them."""
        if number.follows(other):
            return True
        last = number.value[-1] - 1
        if other is None or last not in self.skipped_letters or not number.bare.rstrip(").")[-1:].isalpha():
            return False
        return replace(number, value=(*number.value[:-1], last)).follows(other)

    def all(self, text: str, at: int = 0) -> tuple[ClauseNumber, ...]:
        """Return every reading of the number at ``at``: ``(i)`` has two, most places have none."""
        return tuple(self._read(self._forms.get(text[at : at + 1], ()), text, at))

    def _read(self, forms: Sequence[NumberForm], text: str, at: int) -> Iterator[ClauseNumber]:
        for form in forms:
            match = form.pattern.match(text, at)
            for style, value in form.read(match) if match else ():
                if value is not None and value[0] > 0:
                    yield ClauseNumber(style, value, match[0] if match else "")

    def one(self, text: str, at: int = 0) -> ClauseNumber | None:
        """Return the number at ``at`` in its most usual reading, or ``None``."""
        return next(iter(self.all(text, at)), None)

    def plain(self, text: str, at: int = 0) -> tuple[ClauseNumber, ...]:
        """Return every reading of a number that only a space follows: 2.1.1, 2, 2A.

        Days, amounts and page numbers look the same, so :meth:`all` leaves such numbers out.
        """
        match = _PLAIN.match(text, at)
        if match is None:
            return ()
        values = tuple(read_digits(digits) or 0 for digits in match["n"].replace("．", ".").split("."))
        return tuple(ClauseNumber(PLAIN, (*values, *branch), match[0]) for branch in branches(match["of"]))

    def sections(self, text: str, at: int = 0) -> tuple[ClauseNumber, ...]:
        """Return every reading of the number at ``at`` as an article's that has no word before it: 1, 12A., 2.—(1).

        Entries of lists and amounts look the same, so :meth:`all` leaves such numbers out.
        """
        return tuple(self._read(self._sections, text, at))

    def several(self, text: str, at: int = 0) -> ClauseNumber | None:
        """Return the label at ``at`` that names several clauses in a row, or ``None``.

        Examples: 第十条至第四十五条, 第二条、第三条, （三）至（五）, 3.–5., Articles 2 and 3.
        :mod:`yange.parse` decides whether it is a label or a reference.
        """
        return self._ranges.read(text, at)

    def numeral(self, text: str) -> int | None:
        """Return the value of a numeral in digits or in words, or ``None`` if no pack reads it."""
        values = (read(text) for read in (read_digits, *self._numerals))
        return next((value for value in values if value is not None), None)

    def measured(self, text: str, at: int) -> bool:
        """Return whether the words after a plain number show that it is an amount, a day or a table cell."""
        return self._measures.match(text, at) is not None

    def refers(self, text: str, number: ClauseNumber, at: int = 0) -> bool:
        """Return whether the words after the number at ``at`` show a reference, an enumeration or an image."""
        pattern = self._references.get(number.style)
        return pattern is not None and pattern.match(text, at + len(number.raw)) is not None

    def is_own(self, text: str, number: ClauseNumber, at: int = 0) -> bool:
        """Return whether the characters after the number at ``at`` show that it is a clause's own."""
        pattern = self._own.get(number.style)
        return pattern is not None and pattern.match(text, at + len(number.raw)) is not None

    def refers_perhaps(self, text: str, number: ClauseNumber, at: int = 0) -> bool:
        """Return whether the words after a number are more usual after a reference (第三条、… 第三条关于…)."""
        pattern = self._perhaps.get(number.style)
        return pattern is not None and pattern.match(text, at + len(number.raw)) is not None


def _followed(rules: Sequence[FollowedBy]) -> Mapping[NumberStyle, re.Pattern[str]]:
    styles = dict.fromkeys(style for rule in rules for style in sorted(rule.styles))
    return {style: re.compile(either([rule.pattern for rule in rules if style in rule.styles])) for style in styles}


class _Ranges:
    """Labels that name several clauses in a row."""

    def __init__(self, numbers: NumberReader, parts: Sequence[Numbers]) -> None:
        self._numbers = numbers
        to, and_ = either([part.to for part in parts]), either([part.and_ for part in parts])
        self._to = re.compile(rf"{_ABOUT}*(?:{to}|{_DASHES}){_ABOUT}*")
        self._and = re.compile(rf"{_ABOUT}*(?:{and_}|,|，){_ABOUT}*(?:(?:{and_}){_ABOUT}*)?")
        self._plain = re.compile(
            rf"(?P<n>[0-9]{{1,3}}[A-Z]{{0,2}})(?:[–—-]|{_ABOUT}+(?:{to}|{and_}){_ABOUT}+)"
            rf"(?P<to>[0-9]{{1,3}}[A-Z]{{0,2}})(?:(?={_ABOUT})|\.(?={_ABOUT}[\[(]))"
        )
        self._run_on = [read for part in parts for read in part.ranges]
        self._plurals = [(p.plurals, p.plural_ends) for p in parts if p.plurals and p.plural_ends]

    def read(self, text: str, at: int) -> ClauseNumber | None:
        for read in self._run_on:
            found = read(text, at)
            if found is not None:
                return found
        plain = self._plain.match(text, at)
        if plain is not None:
            begins, ends = (self._numbers.plain(plain[group])[0].value for group in ("n", "to"))
            return ClauseNumber(PLAIN, begins, plain[0], ends) if begins < ends else None
        for plurals, ends_at in self._plurals:
            named = plurals.match(text, at)
            if named is not None:
                return self._row(text, at, named.end(), f"{named['unit'].capitalize()} ", ends_at)
        return self._row(text, at, at, "", None)

    def _row(self, text: str, at: int, end: int, unit: str, ends_at: re.Pattern[str] | None) -> ClauseNumber | None:
        """Return the number of a range or enumeration, in which each member follows the last or ends a range."""
        first = self._end(text, end, unit, ends_at, None)
        last, stretch = first, False
        for _ in range(_MOST_NAMED):
            if first is None or last is None:
                return None
            end += len(last.raw) - len(unit)
            to = self._to.match(text, end)
            joint = to or self._and.match(text, end)
            following = self._end(text, joint.end(), unit, ends_at, first) if joint else None
            if following is None or joint is None:
                break
            if stretch or not (following.value > last.value if to else following.follows(last)):
                return None
            last, end, stretch = following, joint.end(), to is not None
        if first is None or last is None or last.value == first.value:
            return None
        return ClauseNumber(first.style, first.value, text[at:end], last.value)

    def _end(
        self, text: str, at: int, unit: str, ends_at: re.Pattern[str] | None, like: ClauseNumber | None
    ) -> ClauseNumber | None:
        """Return one number of several; a plural unit is named once before all of them."""
        if ends_at is not None:
            written = ends_at.match(text, at)
            return self._numbers.one(unit + written[0]) if written else None
        return next((n for n in self._numbers.all(text, at) if like is None or n.style == like.style), None)
