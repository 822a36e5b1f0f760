"""The XML of Korea's national law information centre (law.go.kr, lawService with ``target=law`` or ``eflaw``).

A file is one 법령: its facts (기본정보), provisions (조문), supplementary provisions (부칙), tables and forms (별표).
A 조문단위 is the heading of a division (조문여부 전문) or an article; 항, 호 and 목 are below it. Every number is there
twice: in an element of its own, and at the beginning of the words (…내용), which are what is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from yange.model import ClauseKind
from yange.problems import Problem
from yange.readers.source_text import GivenFacts, LeftOut, LeftOutReason, SourceBlockKind
from yange.readers.xml.facts import day, first, named
from yange.readers.xml.pieces import Paths, Piece, one_line
from yange.readers.xml.texts import PrintedText
from yange.readers.xml.walker import Walker
from yange.readers.xml_tree import XmlElement, local_name

__all__ = ["NAME", "PRINTED", "ROOT", "SHOWN", "matches", "read"]

NAME = "law-go-kr"
SHOWN = "law.go.kr of Korea (법령)"
ROOT = "법령"
PRINTED = frozenset({"법령명_한글", "조문내용", "항내용", "호내용", "목내용", "부칙내용", "별표제목", "별표내용"})
"""The elements whose words are printed; all others are data."""

_HEAD = "전문"
_DIVISION = re.compile(r"제\d{1,4}(?P<unit>[편장절관])(?:의\d{1,3})?(?=\s)")
_DIVISIONS = {"편": ClauseKind.PART, "장": ClauseKind.CHAPTER, "절": ClauseKind.SECTION, "관": ClauseKind.SECTION}
_ARTICLE = re.compile(r"제\d{1,4}조(?:의\d{1,3}){0,2}(?=[(\s]|$)")
_PARAGRAPH = re.compile(r"[①-⑳㉑-㉟㊱-㊿]")
_ITEM = re.compile(r"\d{1,3}(?:의\d{1,3}){0,2}\.")
_SUBITEM = re.compile(r"[가-하](?:의\d{1,3})?\.")
_LABELS = {
    "항": (_PARAGRAPH, ClauseKind.PARAGRAPH),
    "호": (_ITEM, ClauseKind.ITEM),
    "목": (_SUBITEM, ClauseKind.SUBITEM),
}
_IN_SUPPLEMENT = ((_ARTICLE, ClauseKind.ARTICLE), *_LABELS.values())
_PICTURE = re.compile(r"<img\b[^<>]{0,500}>(?:\s*</img>)?", re.IGNORECASE)
_LEFT = {
    "기본정보": LeftOutReason.METADATA,
    "조문참고자료": LeftOutReason.EDITORIAL,
    "개정문": LeftOutReason.EDITORIAL,
    "제개정이유": LeftOutReason.EDITORIAL,
}


def matches(root: XmlElement) -> bool:
    """Return whether a root element is a law of law.go.kr."""
    return local_name(root) == ROOT and first(root, "기본정보", "법령명_한글") is not None


def read(name: str, root: XmlElement) -> tuple[list[PrintedText], list[Problem]]:
    """Read the law of a file."""
    walker = LawGoKrWalker(name, Paths(), day(_said(root, "시행일자")))
    walker.find_levels(root)
    walker.head(root)
    walker.children(root)
    walker.print_notes()
    return [PrintedText(walker.pieces, walker.left, walker.problems, _facts(root))], []


class LawGoKrWalker(Walker):
    """Print a law, in force from ``begins`` on."""

    LEFT = _LEFT

    def __init__(self, name: str, paths: Paths, begins: date | None) -> None:
        """Begin the text of a file."""
        super().__init__(name, paths, "ko")
        self._begins = begins
        self._levels: dict[str, int] = {}
        self.handlers = {
            "조문": self.children,
            "부칙": self.children,
            "별표": self.children,
            "조문단위": self._provision,
            "부칙단위": self._supplement,
            "별표단위": self._appendix,
            **dict.fromkeys(_LABELS, self._unit),
        }

    def head(self, root: XmlElement) -> None:
        """Print the title; the other facts are left out where the walk comes to them."""
        title = first(root, "기본정보", "법령명_한글")
        if title is not None:
            self.put(Piece(self.words(title), SourceBlockKind.TITLE, place=self.place(title)))

    def find_levels(self, root: XmlElement) -> None:
        """Give each kind of division that the law has its level: 편 above 장, 장 above 절, 절 above 관."""
        words = [_said(unit, "조문내용") for unit in named(root, "조문단위") if _said(unit, "조문여부") == _HEAD]
        found = {match["unit"] for one in words if (match := _DIVISION.match(one))}
        self._levels = {unit: level for level, unit in enumerate(filter(found.__contains__, _DIVISIONS), 1)}

    def leave_out(self, element: XmlElement, reason: LeftOutReason = LeftOutReason.METADATA) -> None:
        """Leave an element out; of the facts, all but the title that is printed."""
        if local_name(element) != "기본정보":
            super().leave_out(element, reason)
            return
        for one in element.iter():
            if not len(one) and local_name(one) != "법령명_한글":
                super().leave_out(one, reason)

    def _provision(self, unit: XmlElement) -> None:
        begins = day(_said(unit, "조문시행일자"))
        content = first(unit, "조문내용")
        lines = list(self._lines(content))
        if self._begins and begins and begins > self._begins:
            label = _ARTICLE.match(lines[0]) if lines else None
            self.not_in_force(unit, label[0] if label else "", f"the file gives {begins} as its first day")
        heading = _said(unit, "조문여부") == _HEAD
        for child in unit:
            name = local_name(child)
            if child is content:
                for line in lines:
                    self._heading(child, line) if heading else self._labelled(child, line, (_IN_SUPPLEMENT[0],))
            elif name in self.handlers or name in self.LEFT:
                self.visit(child)
            else:
                self.leave_out(child)

    def _heading(self, element: XmlElement, words: str) -> None:
        """Print a line above articles: the heading of a division, or words that are none."""
        division = _DIVISION.match(words)
        place = self.place(element)
        if division is None:
            self.put(Piece(words, place=place))
            return
        unit = division["unit"]
        level = self._levels.get(unit, len(self._levels) + 1)
        self.put(Piece(words, SourceBlockKind.HEADING, level, division[0], unit=_DIVISIONS[unit], place=place))

    def _unit(self, unit: XmlElement) -> None:
        """Print 항, 호 or 목: its words (…내용), and what is below it."""
        name = local_name(unit)
        for child in unit:
            below = local_name(child)
            if below == f"{name}내용":
                for line in self._lines(child):
                    self._labelled(child, line, (_LABELS[name],))
            elif below in self.handlers:
                self.visit(child)
            else:
                self.leave_out(child, LeftOutReason.LABEL)

    def _supplement(self, unit: XmlElement) -> None:
        """Print supplementary provisions: a heading, and lines that may be articles, paragraphs or items."""
        for child in unit:
            if local_name(child) != "부칙내용":
                self.leave_out(child)
                continue
            heading, *lines = [*self._lines(child)] or [""]
            if heading:
                self.put(Piece(heading, SourceBlockKind.ANNEX, unit=ClauseKind.ANNEX, place=self.place(child)))
            for line in lines:
                self._labelled(child, line, _IN_SUPPLEMENT)

    def _appendix(self, unit: XmlElement) -> None:
        """Print a table or a form: its number is data, and boxes are drawn with characters in its lines."""
        number, title = first(unit, "별표번호"), first(unit, "별표제목")
        label = self._number_of(unit)
        if number is not None and label:
            self.styled(number, self.words(number), label)
        words = self.words(title)
        self.heading(unit, label, words, ClauseKind.ANNEX, SourceBlockKind.ANNEX, computed=bool(label))
        for child in unit:
            if local_name(child) == "별표내용":
                for line in self._lines(child):
                    self.put(Piece(line, place=self.place(child)))
            elif child is not title and (child is not number or not label):
                self.leave_out(child)

    @staticmethod
    def _number_of(unit: XmlElement) -> str:
        """Return 별표 1, 별표 1의2 or 서식 3 of the numbers that the file gives with leading zeros."""
        kind, number, branch = (_said(unit, name) for name in ("별표구분", "별표번호", "별표가지번호"))
        if not (number.isascii() and number.isdigit()) or not int(number):
            return ""
        sub = f"의{int(branch)}" if branch.isascii() and branch.isdigit() and int(branch) else ""
        return f"{kind or '별표'} {int(number)}{sub}"

    def _labelled(self, element: XmlElement, words: str, forms: tuple[tuple[re.Pattern[str], ClauseKind], ...]) -> None:
        """Print a line, as a clause if it begins with a number of one of these forms."""
        found = next(((label[0], unit) for form, unit in forms if (label := form.match(words))), None)
        if found is None:
            self.put(Piece(words, place=self.place(element)))
        else:
            self.put(Piece(words, label=found[0], unit=found[1], place=self.place(element)))

    def _lines(self, element: XmlElement | None) -> Iterator[str]:
        """Yield the lines of an element that have words; pictures, which are marks in its words, are left out."""
        if element is None:
            return
        words = "".join(element.itertext())
        pictures = [match[0] for match in _PICTURE.finditer(words)]
        if pictures:
            message = "figures are files of their own and are not in the text"
            self.warn("figures-left-out", element, message, "add their words, or say in note what they show")
        self.left += [LeftOut(one, LeftOutReason.METADATA, self.place(element)) for one in pictures]
        yield from filter(None, map(one_line, _PICTURE.sub("", words).split("\n")))


def _said(element: XmlElement, name: str) -> str:
    """Return the words of a fact: a child of this element, or of the facts of the law."""
    found = first(element, name)
    found = first(element, "기본정보", name) if found is None else found
    return "" if found is None else one_line("".join(found.itertext()))


def _facts(root: XmlElement) -> GivenFacts:
    kind, number = _said(root, "법종구분"), _said(root, "공포번호")
    plain = number.isascii() and number.isdigit()
    return GivenFacts(
        title=_said(root, "법령명_한글"),
        number=f"{kind} 제{int(number)}호" if kind and plain else None,
        place="kr",
        kind=kind or None,
        language="ko",
        published=day(_said(root, "공포일자")),
        effective=day(_said(root, "시행일자")),
        identifier=root.get("법령키") or _said(root, "법령ID") or None,
        register="law.go.kr (법제처)",
    )
