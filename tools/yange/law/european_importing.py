"""What imports of the laws of continental Europe and Latin America share: a table of the forms of lines.

A pack gives the patterns of its language in a :class:`LinePatterns`; :class:`PatternImporting` makes the aspect of
importing of it. All patterns match from the beginning of a line.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from yange.law.aspects.importing import HeadForms, ImportParts, LineForms, PageForms
from yange.law.common import roman

__all__ = ["LinePatterns", "PatternImporting"]

_LONGEST_TITLE = 500
_LONGEST_LINE = 240
_ENDS_SENTENCE = (".", ";", ":", ",")


@dataclass(frozen=True, slots=True, kw_only=True)
class LinePatterns:
    """The forms of the lines of a language.

    ``label`` is a number of any unit, ``article`` that of an article, with its number as the group ``n``; ``part`` and
    ``chapter`` head divisions. ``title`` is the beginning of a title, ``no_title`` of a line that only looks like one,
    ``closed_title`` that of titles that may end with a full stop. ``number_line`` is a line that is a number, the group
    ``number``; ``signed`` one that states the day of signing, the group ``day``. ``office`` is a body or an office that
    signs, the group ``body``; ``person`` a line of another kind in a signature. ``opening`` begins the words above the
    first article.
    """

    label: re.Pattern[str]
    article: re.Pattern[str]
    part: re.Pattern[str]
    chapter: re.Pattern[str]
    title: re.Pattern[str]
    no_title: re.Pattern[str]
    number_line: re.Pattern[str]
    day: re.Pattern[str]
    signed: re.Pattern[str]
    office: re.Pattern[str]
    person: re.Pattern[str]
    opening: re.Pattern[str]
    annex: re.Pattern[str]
    caption: re.Pattern[str]
    furniture: re.Pattern[str]
    page_number: re.Pattern[str]
    number: Callable[[str], int | None] = roman
    closed_title: re.Pattern[str] = re.compile("(?!)")


class PatternLines(LineForms):
    """The forms of lines; see :class:`yange.law.aspects.importing.LineForms`."""

    def __init__(self, patterns: LinePatterns) -> None:
        """Keep the patterns."""
        self._of = patterns

    def label(self, line: str) -> str | None:
        """Return the number with which a line begins, or ``None``."""
        match = self._of.label.match(line)
        return match[0] if match else None

    def is_title(self, line: str) -> bool:
        """Return whether a line has the form of a title."""
        if self._of.closed_title.match(line):
            line = line.rstrip(".")
        short = 4 <= len(line) <= _LONGEST_TITLE and not line.endswith(_ENDS_SENTENCE)
        return short and self._of.title.match(line) is not None and not self._is_other(line)

    def _is_other(self, line: str) -> bool:
        others = (self._of.label, self._of.no_title, self._of.caption, self._of.number_line, self._of.signed)
        return any(form.match(line) for form in others)

    def number_line(self, line: str) -> str | None:
        """Return the number of which a line consists, or ``None``."""
        match = self._of.number_line.fullmatch(line)
        return match["number"] if match else None

    def is_date(self, line: str) -> bool:
        """Return whether a line is nothing but a day."""
        return self._of.day.fullmatch(line.rstrip(".")) is not None

    def signing_day(self, line: str) -> str | None:
        """Return the day of a line that only states the day of signing."""
        match = self._of.signed.fullmatch(line)
        return match["day"] if match else None

    def is_signature(self, line: str) -> bool:
        """Return whether a line is the name of a body, of an office or of a person that signs."""
        if len(line) > _LONGEST_LINE:
            return False
        office, _, person = line.partition(", ")
        both = self._of.office.fullmatch(office) and self._of.person.fullmatch(person)
        return bool(both) or any(form.fullmatch(line) for form in (self._of.office, self._of.person))

    def signatory(self, line: str) -> str | None:
        """Return the body or office that signs in a line; a person's name is left out."""
        office, _, person = line.partition(", ")
        named = office if self._of.person.fullmatch(person) else line
        match = self._of.office.fullmatch(named) if len(line) <= _LONGEST_LINE else None
        return match["body"].strip(" ,.:") if match else None

    def is_caption(self, line: str) -> bool:
        """Return whether a line is part of a caption: the state of the text, or its history."""
        return len(line) <= _LONGEST_LINE and self._of.caption.match(line) is not None

    def may_be_caption(self, line: str) -> bool:
        """Return whether a caption may begin with this line."""
        return self.is_caption(line)

    def is_opening(self, line: str) -> bool:
        """Return whether a line begins the words above the first article."""
        return self._of.opening.match(line) is not None

    def is_annex(self, line: str) -> bool:
        """Return whether a line is the heading of an annex."""
        return len(line) <= _LONGEST_LINE and self._of.annex.match(line) is not None

    def is_first_unit(self, line: str) -> bool:
        """Return whether a line begins with the first number of a series of articles or divisions."""
        return self.article(line) == 1 or (re.match(r"\S+ (?:1|I|Ier|1er|PRIMERO|premier)\b", line) is not None and (
            self.heading(line) is not None
        ))  # fmt: skip

    def is_clause(self, line: str) -> bool:
        """Return whether a line begins with the number of a clause."""
        return self._of.label.match(line) is not None

    def article(self, line: str) -> int:
        """Return the number of the article that a line begins, 0 where it begins none."""
        match = self._of.article.match(line)
        if match is None:
            return 0
        return int(match["n"]) if match["n"].isdigit() else self._of.number(match["n"]) or 0

    def heading(self, line: str) -> tuple[int, int] | None:
        """Return rank and heading level of a part or chapter."""
        if self._of.part.match(line):
            return 0, 2
        return (1, 3) if self._of.chapter.match(line) else None

    def is_article(self, line: str) -> bool:
        """Return whether a line begins with the number of an article."""
        return self.article(line) > 0


class PatternPages(PageForms):
    """The forms of pages; see :class:`yange.law.aspects.importing.PageForms`."""

    def __init__(self, patterns: LinePatterns) -> None:
        """Keep the patterns."""
        self._of = patterns

    def is_furniture(self, line: str) -> bool:
        """Return whether a line is navigation or the letterhead of a gazette."""
        return self._of.furniture.fullmatch(line) is not None

    def is_running(self, line: str) -> bool:
        """Return whether a line is a page number."""
        return self._of.page_number.fullmatch(line) is not None


class PatternHeads(HeadForms):
    """The forms of heads; see :class:`yange.law.aspects.importing.HeadForms`."""

    def __init__(self, find_number: Callable[[str], str | None]) -> None:
        """Keep the reader of numbers."""
        self._find_number = find_number

    def order_number(self, head: str) -> str | None:
        """Return the number that a title has."""
        return self._find_number(head)

    def made_up_title(self, issuer: str, words: str) -> str:
        """Return a title for a text that prints none: its first words."""
        return words.split(". ", 1)[0].rstrip(".")[:120] or issuer


class PatternImporting(ImportParts):
    """The forms of a language for imports. Places and covering notices are not read."""

    def __init__(self, patterns: LinePatterns, find_number: Callable[[str], str | None]) -> None:
        """Make the forms of the patterns."""
        super().__init__(PatternLines(patterns), PatternPages(patterns), heads=PatternHeads(find_number))
