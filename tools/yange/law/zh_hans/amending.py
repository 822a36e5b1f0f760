"""Read the amending sentences of Chinese decisions (修改决定).

The forms follow the drafting technique of the National People's Congress (立法技术规范（试行）(一) and (二)) and its
use in municipal decisions::

    将第三条中的“甲”修改为“乙”，“丙”修改为“丁”       第三条中的“甲”均改为“乙”      将全文中的“甲”均修改为“乙”
    将第三条第二款修改为：“……”                        第六条改为第七条，修改为：“……”
    删除第三条中的“甲”                                删除第五条第（二）项            删去第六条、第七条
    增加一条，作为第三条之一：“……”                    在第三条后增加一条：“……”
    第五条增加一项，作为第（四）项：“……”               第三条增加一款，作为第二款：“……”
    第六条改为第七条                                  条文序号作相应调整
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from yange.law.aspects.amending import AmendingOperation, Examples, InsertionPlace, Instruction
from yange.law.aspects.citations import Level
from yange.law.common import ARABIC_STOP
from yange.law.zh_hans.citations import UNITS
from yange.law.zh_hans.numbers import ARTICLE, HAN_BRACKET, HAN_COMMA
from yange.law.zh_hans.numerals import chinese_numeral, read_chinese_numeral
from yange.law.zh_hans.script import as_written
from yange.numbering import ClauseNumber, NumberStyle

__all__ = ["AMENDING", "ChineseAmending", "Quotes"]


@dataclass(frozen=True, slots=True)
class Quotes:
    """The quotation marks, each as a character class."""

    opening: str = "“"
    closing: str = "”"

    @property
    def inner(self) -> str:
        """The pattern of the words of a quotation."""
        return f"[^{self.opening}{self.closing}]*"

    def quoted(self, name: str = "") -> str:
        """Return the pattern of a quotation, its words as the group ``name``."""
        words = f"(?P<{name}>{self.inner})" if name else self.inner
        return f"[{self.opening}]{words}[{self.closing}]"

    def block(self, name: str) -> str:
        """Return the pattern of a quotation that may contain others."""
        return f"[{self.opening}](?P<{name}>.*)[{self.closing}]"


EXAMPLES = Examples(
    replace="将第三条中的“甲”修改为“乙”。",
    every="均",
    item="第五条第（二）项",
    relabel="第六条改为第七条",
    renumber="条文序号作相应调整",
    behind="在第三条后增加一条",
    place="在第三条后",
    numbered="作为第三条之一",
    number="第三条之一",
    item_number="作为第（四）项",
    insert_item="第五条增加一项，作为第（四）项：“……”",
    inserted="之一",
)

_UNITS = "条款项目"
_TAKING = "(?:将|把)?"
_INTO = "中?的?"
_EVERY = "均|全部|一律"
_DELETE = "(?:删除|删去)"
_CHANGED = "(?:修改为|改为|替换为)"
_WHOLE = ("全文", "本办法")
_NUMERALS = "〇零一二三四五六七八九十百千两0-9０-９"
_ARTICLE = rf"第[{_NUMERALS}]+条(?:之[一二三四五六七八九十0-9]+)?"
_ARTICLE_LIST = rf"第[{_NUMERALS}]+(?:[、，,和及与至到—~～－-][{_NUMERALS}]+)+条"
_RENUMBER = r"(?:并)?对?(?:条文|条款)?的?(?:序号|顺序|次序)(?:依次)?作?(?:相应)?调整|(?:条文|条款)?重新编号"
_PRINTED = r"第?(（[^（）]+）)项?$"
_PARAGRAPH = r"第(.+)款$"


def _forms(quotes: Quotes) -> Mapping[str, str]:
    """Return the pattern of each form of sentence; a clause is named by the words between 第 and a quotation mark."""
    ref = rf"第[^{quotes.opening}{quotes.closing}，。：；\n]{{1,60}}?"
    pair = rf"{quotes.quoted()}(?:{_EVERY})?{_CHANGED}{quotes.quoted()}"
    return {
        "pair": rf"{quotes.quoted('was')}(?P<every>{_EVERY})?{_CHANGED}{quotes.quoted('now')}",
        "replace": rf"{_TAKING}(?P<ref>{ref}|{'|'.join(_WHOLE)})?{_INTO}(?P<pairs>{pair}(?:[，、；]{pair})*)",
        "rewrite": (
            rf"{_TAKING}(?P<ref>{ref})(?:改为(?P<label>{ref})，(?:并)?)?(?:修改为|改为)：?{quotes.block('now')}"
        ),
        "remove_words": (
            rf"(?:{_DELETE}(?P<ref>{ref}|全文)?{_INTO}(?P<every>全部|所有)?{quotes.quoted('was')}"
            rf"|{_TAKING}(?P<ref2>{ref}|全文)?{_INTO}{quotes.quoted('was2')}(?:均|全部)?{_DELETE})"
        ),
        "remove": rf"(?:{_DELETE}(?P<ref>{ref})|{_TAKING}(?P<ref2>{ref}){_DELETE})",
        "insert": (
            rf"(?:在?(?P<after>{ref})(?:之)?后，?|(?P<parent>{ref}))?增加一(?P<unit>[{_UNITS}])"
            rf"(?:，?作为(?P<label>{ref}))?：?{quotes.block('now')}"
        ),
        "relabel": rf"{_TAKING}(?P<ref>{ref})改为(?P<label>{ref})",
    }


class ChineseAmending:
    """The amending sentences of Chinese decisions; see :class:`yange.law.aspects.amending.Amending`."""

    examples = EXAMPLES
    list_styles: Set[NumberStyle] = frozenset({HAN_COMMA, HAN_BRACKET, ARABIC_STOP})

    def __init__(
        self,
        script: Callable[[str], str] = as_written,
        quotes: Quotes = Quotes(),
        units: Mapping[str, Level] = UNITS,
    ) -> None:
        """Compile the patterns in the characters and with the quotation marks of a script."""
        forms = _forms(quotes)
        self._units = {script(unit): level for unit, level in units.items()}
        self._whole = tuple(map(script, _WHOLE))
        self._quotes = quotes
        self._form = {name: re.compile(script(pattern), re.S) for name, pattern in forms.items()}
        self._renumber = re.compile(script(_RENUMBER))
        self._printed = re.compile(script(_PRINTED))
        self._paragraph = re.compile(script(_PARAGRAPH))
        self._article_label = script("第{}条")
        self.article = re.compile(script(_ARTICLE))
        self.article_list = re.compile(script(_ARTICLE_LIST))

    def open_after(self, first: str, line: str, before: int) -> int:
        """Return the number of open quotations after a line; a closing mark without an opening one does not count."""
        opened, closed = (sum(map(line.count, marks)) for marks in (self._quotes.opening, self._quotes.closing))
        return max(0, before + opened - closed)

    def read(self, sentence: str, line: int) -> Iterator[Instruction]:
        """Yield the instructions of a sentence."""
        forms = self._form
        if self._renumber.fullmatch(sentence):
            yield Instruction(operation=AmendingOperation.RENUMBER, line=line)
        elif match := forms["replace"].fullmatch(sentence):
            yield from self._replacements(match["pairs"], self._clause(match["ref"]), line)
        elif match := forms["insert"].fullmatch(sentence):
            yield self._insertion(match, line)
        elif match := forms["rewrite"].fullmatch(sentence):
            label = match["label"] or ""
            yield Instruction(
                operation=AmendingOperation.REWRITE, line=line, clause=match["ref"], now=match["now"], label=label
            )
        elif match := forms["remove_words"].fullmatch(sentence):
            clause, was = self._clause(match["ref"] or match["ref2"]), match["was"] or match["was2"] or ""
            every = bool(match["every"])
            yield Instruction(operation=AmendingOperation.REMOVE, line=line, clause=clause, was=was, every=every)
        elif match := forms["remove"].fullmatch(sentence):
            yield from self._removals(match["ref"] or match["ref2"], line)
        elif match := forms["relabel"].fullmatch(sentence):
            clause, label = match["ref"], match["label"]
            yield Instruction(operation=AmendingOperation.RELABEL, line=line, clause=clause, label=label)

    def printed(self, label: str) -> str | None:
        """Return （四） of 第五条第（四）项."""
        match = self._printed.search(label)
        return match[1] if match else None

    def paragraph(self, label: str) -> int | None:
        """Return the number of 第二款."""
        match = self._paragraph.search(label)
        return read_chinese_numeral(match[1]) if match else None

    def inserted(self, before: ClauseNumber, nth: int) -> str | None:
        """Return 第三条之一 for the first article after 第三条: a temporary number until a renumbering."""
        if before.style != ARTICLE:
            return None
        return f"{self._article_label.format(chinese_numeral(before.value[0]))}之{chinese_numeral(nth)}"

    def renumbered(self, label: str, nth: int) -> str | None:
        """Return 第三条 for the third article."""
        return self._article_label.format(chinese_numeral(nth)) if self.article.match(label) else None

    def _replacements(self, pairs: str, clause: str, line: int) -> Iterable[Instruction]:
        for pair in self._form["pair"].finditer(pairs):
            yield Instruction(
                operation=AmendingOperation.REPLACE,
                line=line,
                clause=clause,
                was=pair["was"],
                now=pair["now"],
                every=bool(pair["every"]),
            )

    def _insertion(self, match: re.Match[str], line: int) -> Instruction:
        return Instruction(
            operation=AmendingOperation.INSERT,
            line=line,
            clause=match["after"] or match["parent"] or "",
            now=match["now"],
            label=match["label"] or "",
            unit=self._units[match["unit"]],
            place=InsertionPlace.AFTER if match["after"] else InsertionPlace.BY_NUMBER,
        )

    def _removals(self, refs: str, line: int) -> Iterable[Instruction]:
        for ref in re.split(r"[、和]", refs):
            yield Instruction(operation=AmendingOperation.REMOVE, line=line, clause=ref)

    def _clause(self, ref: str | None) -> str:
        return "" if ref is None or ref in self._whole else ref


AMENDING = ChineseAmending()
