"""The XML of Japan's e-Gov (法令標準XMLスキーマ, version 3): laws and orders as in force on a day.

A file is a bare ``Law`` or an answer of the law API, which wraps it (version 1 in ``DataRoot``, version 2 in
``law_data_response``). What the site prints from attributes is printed here too: the law that added supplementary
provisions, and the numbers of paragraphs of old laws, which the official text does not print.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from yange.model import ClauseKind
from yange.problems import Problem, error
from yange.readers.source_text import GivenFacts, LeftOutReason, SourceBlockKind
from yange.readers.xml.facts import day, first, named
from yange.readers.xml.pieces import Paths, Piece, one_line
from yange.readers.xml.texts import PrintedText
from yange.readers.xml.walker import Walker
from yange.readers.xml_tree import XmlElement, local_name

__all__ = ["NAME", "SHOWN", "matches", "read", "supplement_heading"]

NAME = "egov"
SHOWN = "Japan's e-Gov (Law, DataRoot, law_data_response)"

_ROOTS = frozenset({"Law", "DataRoot", "law_data_response"})
_ERAS = {"Meiji": 1868, "Taisho": 1912, "Showa": 1926, "Heisei": 1989, "Reiwa": 2019}
"""The first years of the eras."""
_DIVISIONS = {
    "Part": ClauseKind.PART,
    "Chapter": ClauseKind.CHAPTER,
    "Section": ClauseKind.SECTION,
    "Subsection": ClauseKind.SECTION,
    "Division": ClauseKind.SECTION,
}
_DEEPEST_ITEM = 10
_SUBITEMS = tuple(f"Subitem{nth}" for nth in range(1, _DEEPEST_ITEM + 1))
_APPENDICES = tuple(
    f"{before}Appdx{kind}"
    for before in ("", "SupplProvision")
    for kind in ("Table", "Note", "Style", "", "Fig", "Format")
)
_LABEL = re.compile(r"第[^\s\u3000]+")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")

_INLINE = (
    "Sentence Column Ruby Sup Sub Line QuoteStruct ArithFormula ParagraphSentence ItemSentence ListSentence"
    " TableColumn ArticleRange ArticleTitle ArticleCaption RelatedArticleNum ClassTitle ClassSentence"
    " AmendProvisionSentence ArithFormulaNum"
)
_TITLES = frozenset(
    f"{name}{part}" for name in (*_SUBITEMS, "Sublist1", "Sublist2", "Sublist3") for part in ("Sentence", "Title")
)
_LEFT = {"Rt": LeftOutReason.READING}


def matches(root: XmlElement) -> bool:
    """Return whether a root element is a law of e-Gov, or an answer of its API that holds one."""
    name = local_name(root)
    return name in _ROOTS and (name != "Law" or first(root, "LawBody") is not None)


def read(name: str, root: XmlElement) -> tuple[list[PrintedText], list[Problem]]:
    """Read the laws of a file."""
    laws = named(root, "Law")
    laws = [law for law in laws if first(law, "LawBody") is not None]
    if not laws:
        message = "the answer of the law API holds no law"
        hint = "ask for the full text (law_full_text_format=xml), and import the answer"
        return [], [error("source-not-law", name, message, hint=hint, line=root.sourceline)]
    paths = Paths()
    texts = [_read(name, paths, root, law) for law in laws]
    return texts, []


def _read(name: str, paths: Paths, root: XmlElement, law: XmlElement) -> PrintedText:
    walker = EgovWalker(name, paths, law.get("Lang") or "ja")
    walker.children(law)
    walker.print_notes()
    _leave_out_wrapper(walker, root, law)
    return PrintedText(walker.pieces, walker.left, walker.problems, _facts(root, law, walker))


def _leave_out_wrapper(walker: EgovWalker, root: XmlElement, law: XmlElement) -> None:
    around = {law, *law.iterancestors()}
    for element in around - {law}:
        for child in element:
            if child not in around:
                walker.leave_out(child)


def supplement_heading(label: str, law: str, extract: bool) -> str:
    """Return the heading of supplementary provisions with the number of the law that added them."""
    return f"{label}{f'（{law}）' if law else ''}{'　抄' if extract else ''}"


class EgovWalker(Walker):
    """Print a law."""

    INLINE = frozenset(_INLINE.split()) | _TITLES
    LEFT = _LEFT

    def __init__(self, name: str, paths: Paths, language: str) -> None:
        """Begin the text of a law."""
        super().__init__(name, paths, language)
        self.figures = 0
        self.handlers = {
            **dict.fromkeys(_DIVISIONS, self._division),
            **dict.fromkeys(_APPENDICES, self._appendix),
            **dict.fromkeys(("Item", *_SUBITEMS), self._item),
            "LawBody": self.children,
            "LawNum": self._number,
            "LawTitle": self._title,
            "TOC": self._contents,
            "Article": self._article,
            "Paragraph": self._paragraph,
            "SupplProvision": self._supplement,
            "Table": self.table,
            "AmendProvision": self._amendment,
            "Fig": self._figure,
            "Class": self._class,
        }

    def inline(self, element: XmlElement) -> str:
        """Return the words of a part of a line; columns stand apart."""
        if local_name(element) == "Column" and element.getprevious() is not None:
            return f"\u3000{super().inline(element).strip(' ')}"
        if local_name(element) == "Column":
            return super().inline(element).strip(" ")
        return super().inline(element)

    def _title(self, element: XmlElement) -> None:
        words = self.words(element)
        if words and not self.quoted:
            self.put(Piece(words, SourceBlockKind.TITLE, place=self.place(element)))
        else:
            self.line(words, element)

    def _number(self, element: XmlElement) -> None:
        self.put(Piece(self.words(element), SourceBlockKind.NUMBER, place=self.place(element)))

    def _contents(self, element: XmlElement) -> None:
        """Print the table of contents, which is a part of the law: one line an entry."""
        for child in element:
            deeper = [one for one in child if local_name(one).startswith("TOC")]
            own = "".join(self.inline(one).strip(" ") for one in child if one not in deeper)
            self.line((child.text or "") + own, child)
            if deeper:
                self._contents_in(deeper)

    def _contents_in(self, entries: list[XmlElement]) -> None:
        waiting = list(reversed(entries))
        while waiting:
            entry = waiting.pop()
            deeper = [one for one in entry if local_name(one).startswith("TOC")]
            own = "".join(self.inline(one).strip(" ") for one in entry if one not in deeper)
            self.line((entry.text or "") + own, entry)
            waiting.extend(reversed(deeper))

    def _division(self, element: XmlElement) -> None:
        name = local_name(element)
        title = self._words_of(element, f"{name}Title")
        label = _LABEL.match(title)
        unit = _DIVISIONS[name] if label else None
        self.settle()
        if title and self.quoted:
            self.put(Piece(title, place=self.place(element)))
        elif title:
            shown = label[0] if label else ""
            place = self.place(element)
            self.put(Piece(title, SourceBlockKind.HEADING, self.depth + 1, shown, unit=unit, place=place))
        with self.division():
            self.children(element, without=frozenset({f"{name}Title"}))

    def _article(self, element: XmlElement) -> None:
        self._caption(element, "ArticleCaption")
        self.open(element, self._words_of(element, "ArticleTitle"), ClauseKind.ARTICLE)
        with self.unit():
            self.children(element, without=frozenset({"ArticleCaption", "ArticleTitle"}))

    def _paragraph(self, element: XmlElement) -> None:
        self._caption(element, "ParagraphCaption")
        label = self._words_of(element, "ParagraphNum")
        computed = "" if label else self._old_number(element)
        if label or computed:
            self.open(element, label or computed, ClauseKind.PARAGRAPH, computed=bool(computed))
        with self.unit():
            self.children(element, without=frozenset({"ParagraphCaption", "ParagraphNum"}))

    @staticmethod
    def _old_number(element: XmlElement) -> str:
        """Return the number of a paragraph of an old law, which its text does not print: from the second on."""
        number = element.get("Num") or ""
        return number.translate(_WIDE) if number.isascii() and number.isdigit() and int(number) > 1 else ""

    def _item(self, element: XmlElement) -> None:
        title = f"{local_name(element)}Title"
        with self.item() as kind:
            label = self._words_of(element, title)
            if label:
                self.open(element, label, kind)
            self.children(element, without=frozenset({title}))

    def _class(self, element: XmlElement) -> None:
        self.flow(element)

    def _caption(self, element: XmlElement, name: str) -> None:
        """Print a caption above the number of its article or paragraph."""
        words = self._words_of(element, name)
        if words:
            self.settle()
            caption = next(one for one in element if local_name(one) == name)
            self.put(Piece(words, place=self.place(caption)))

    def _supplement(self, element: XmlElement) -> None:
        label = self._words_of(element, "SupplProvisionLabel")
        law, extract = one_line(element.get("AmendLawNum") or ""), element.get("Extract") == "true"
        heading = supplement_heading(label, law, extract)
        self.heading(element, "", heading, ClauseKind.ANNEX, SourceBlockKind.ANNEX)
        depth, self.depth = self.depth, 0
        self.children(element, without=frozenset({"SupplProvisionLabel"}))
        self.settle()
        self.depth = depth

    def _appendix(self, element: XmlElement) -> None:
        name = local_name(element)
        title = self._words_of(element, f"{name}Title") + self._words_of(element, "RelatedArticleNum")
        self.heading(element, "", title, ClauseKind.ANNEX, SourceBlockKind.ANNEX)
        with self.unit():
            self.children(element, without=frozenset({f"{name}Title", "RelatedArticleNum"}))

    def _amendment(self, element: XmlElement) -> None:
        self.settle()
        with self.quotation():
            self.children(element)

    def _figure(self, element: XmlElement) -> None:
        self.figures += 1
        if self.figures == 1:
            message = "figures of the law are files of their own and are not in the text"
            self.warn("figures-left-out", element, message, "add their words, or say in note what they show")
        self.flow(element)

    def _words_of(self, element: XmlElement, name: str) -> str:
        return "".join(self.words(one) for one in element if local_name(one) == name)


def _facts(root: XmlElement, law: XmlElement, walker: EgovWalker) -> GivenFacts:
    titles = [piece.words for piece in walker.pieces if piece.kind is SourceBlockKind.TITLE]
    numbers = [piece.words for piece in walker.pieces if piece.kind is SourceBlockKind.NUMBER]
    effective = day(_said(root, "amendment_enforcement_date"))
    gone = day(_said(root, "repeal_date"))
    return GivenFacts(
        title=next(iter(titles), None),
        number=next(iter(numbers), None),
        place="jp",
        language=law.get("Lang") or "ja",
        published=_promulgated(law),
        effective=effective,
        expires=gone - timedelta(days=1) if gone else None,
        identifier=_said(root, "law_revision_id") or _said(root, "law_id") or _said(root, "LawId"),
        register="e-Gov" if effective or gone else None,
    )


def _said(root: XmlElement, name: str) -> str | None:
    found = named(root, name) if local_name(root) != "Law" else []
    return one_line("".join(found[0].itertext())) or None if found else None


def _promulgated(law: XmlElement) -> date | None:
    """Return the day of promulgation from the year of the era, month and day."""
    parts = [law.get("Year"), law.get("PromulgateMonth"), law.get("PromulgateDay")]
    era = _ERAS.get(law.get("Era") or "")
    if era is None or not all(part and part.isascii() and part.isdigit() for part in parts):
        return None
    year, month, nth = (int(part or 0) for part in parts)
    try:
        return date(era + year - 1, month, nth)
    except ValueError:
        return None
