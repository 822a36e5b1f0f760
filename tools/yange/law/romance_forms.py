"""Cited article numbers and forms of citation, as Italian and Portuguese have them, from the words of each language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from yange.law.aspects.citations import Owner
from yange.law.aspects.cited_numbers import CitedNumber, CitedPlace
from yange.model import ClauseKind

__all__ = ["CommaCitations", "ListedNumbers"]


@dataclass(frozen=True)
class ListedNumbers:
    """The cited article numbers of a language; see :class:`yange.law.aspects.cited_numbers.CitedNumbers`.

    ``head`` matches the word for one article or several (group ``several``) in a match key, ``number`` a number with
    what belongs to it, ``inside`` the parts behind it, ``joint`` what is between two of a list. ``foreign`` is matched
    behind the last: the name of another instrument, whose articles are left out.
    """

    head: re.Pattern[str]
    number: re.Pattern[str]
    inside: re.Pattern[str]
    joint: re.Pattern[str]
    foreign: re.Pattern[str]
    ranges: re.Pattern[str]
    label: str
    read: Callable[[str], tuple[int, ...] | None]
    write: Callable[[str, tuple[int, ...]], str]

    def cited(self, key: str) -> Iterator[CitedNumber]:
        """Yield the cited articles of the text itself; a list of articles gives each of them."""
        for head in self.head.finditer(key):
            found: list[CitedNumber] = []
            at = end = head.end()
            while (match := self.number.match(key, at)) is not None:
                value = self.read(match[0])
                if value is None:
                    break
                found.append(CitedNumber(match.start(), match.end(), value, f"{self.label} {match[0]}"))
                inside = self.inside.match(key, match.end())
                end = inside.end() if inside else match.end()
                joint = self.joint.match(key, end) if head["several"] else None
                if joint is None:
                    break
                at = joint.end()
            if found and not self.foreign.match(key, end):
                yield from found

    def owner(self, key: str, start: int) -> Owner:
        """Return nothing certain: the owner follows the number, and :meth:`cited` reads it."""
        return Owner.UNSAID

    def is_range(self, between: str) -> bool:
        """Return whether a word for *to* is between two numbers."""
        return self.ranges.fullmatch(between) is not None

    def written(self, printed: str, value: tuple[int, ...]) -> str:
        """Return a number in the form of another one."""
        return self.write(printed, value)

    def place(self, printed: str) -> CitedPlace | None:
        """Return nothing: the parts of articles are not taken apart."""
        return None

    def cites_items(self, key: str) -> bool:
        """Return false: no cited item is followed."""
        return False

    def lists_items(self, key: str) -> bool:
        """Return false: no cited item is followed."""
        return False

    def item_number(self, label: str) -> int | None:
        """Return nothing: no cited item is followed."""
        return None


@dataclass(frozen=True)
class CommaCitations:
    """Citations with commas; see :class:`yange.law.aspects.citing.CitationForms`.

    ``words`` is the word before the figure of each kind of clause, ``version`` how a text is named by its last
    amendment, ``since`` by its first day, ``unknown`` without one, ``same_day`` the ``nth`` of one day.
    """

    words: Mapping[ClauseKind, str]
    version: str
    since: str
    unknown: str
    same_day: str
    paragraph_form: str
    comma: str = ", "
    before_clause: str = ", "

    def of_text(self, text: str) -> CommaCitations:
        """Return itself: all texts count alike."""
        return self

    def title(self, title: str) -> str:
        """Return the title as it is."""
        return title

    def bracketed(self, words: str) -> str:
        """Return the words in brackets behind a blank."""
        return f" ({words})"

    def amended(self, day: date, kind: str) -> str:
        """Return by which day's amendment the text is known."""
        return self.version.format(day=day)

    def in_force_from(self, first: date | None, nth: int) -> str:
        """Return from which day the text is in force."""
        if first is None:
            return self.unknown
        return self.since.format(day=first) + (self.same_day.format(nth=nth) if nth > 1 else "")

    def paragraph(self, nth: int) -> str:
        """Return the name of an unnumbered paragraph."""
        return self.paragraph_form.format(nth=nth)

    def part(self, kind: ClauseKind, label: str, value: str, *, in_outline: bool) -> str:
        """Return the word of the kind and the figure; any other label stays as it is printed."""
        bare = label.strip("().-–— ")
        return f"{self.words[kind]} {bare}" if kind in self.words and bare.isdigit() else label

    def joined(self, steps: Sequence[str]) -> str:
        """Join the steps with commas."""
        return ", ".join(steps)
