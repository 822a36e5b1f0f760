"""Amending instructions as the sentences of a decision (修改决定), one to a paragraph.

The forms follow the drafting technique of the National People's Congress (立法技术规范（试行）(一) and (二)) and its
use in municipal decisions::

    将第三条中的“甲”修改为“乙”，“丙”修改为“丁”       第三条中的“甲”均改为“乙”      将全文中的“甲”均修改为“乙”
    将第三条第二款修改为：“……”                        第六条改为第七条，修改为：“……”
    删除第三条中的“甲”                                删除第五条第（二）项            删去第六条、第七条
    增加一条，作为第三条之一：“……”                    在第三条后增加一条：“……”
    第五条增加一项，作为第（四）项：“……”               第三条增加一款，作为第二款：“……”
    第六条改为第七条                                  条文序号作相应调整

All numbers are those of the text that is amended. Numbering before a sentence (一、 （一） 1.) and lines that begin
with ``#`` are set aside; a quotation may run over several lines. English sentences: :mod:`yange.amending.english`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yange.amending.english import is_english, read_english
from yange.amending.instructions import AmendingOperation, Instruction
from yange.law.common import ARABIC_BRACKET, ARABIC_STOP, LATIN_BRACKET
from yange.law.numbers import read_number
from yange.law.zh_hans.numbers import HAN_BRACKET, HAN_COMMA
from yange.problems import Problem, error

__all__ = ["read_instructions"]


_LIST_STYLES = frozenset({HAN_COMMA, HAN_BRACKET, ARABIC_STOP})
_ENGLISH_LIST_STYLES = frozenset({ARABIC_STOP, ARABIC_BRACKET, LATIN_BRACKET})
_REF = r"第[^“”，。：；\n]{1,60}?"
_WORDS = r"“(?P<{}>[^“”]*)”"
_CHANGED = r"(?:修改为|改为|替换为)"
_PAIR = re.compile(rf"{_WORDS.format('was')}(?P<every>均|全部|一律)?{_CHANGED}{_WORDS.format('now')}")
_REPLACE = re.compile(
    rf"(?:将|把)?(?P<ref>{_REF}|全文|本办法)?中?的?(?P<pairs>“[^“”]*”(?:均|全部|一律)?{_CHANGED}“[^“”]*”"
    rf"(?:[，、；]“[^“”]*”(?:均|全部|一律)?{_CHANGED}“[^“”]*”)*)"
)
_REWRITE = re.compile(
    rf"(?:将|把)?(?P<ref>{_REF})(?:改为(?P<label>{_REF})，(?:并)?)?(?:修改为|改为)：?“(?P<now>.*)”", re.S
)
_REMOVE_WORDS = re.compile(
    rf"(?:(?:删除|删去)(?P<ref>{_REF}|全文)?中?的?(?P<every>全部|所有)?{_WORDS.format('was')}"
    rf"|(?:将|把)?(?P<ref2>{_REF}|全文)?中?的?“(?P<was2>[^“”]*)”(?:均|全部)?(?:删除|删去))"
)
_REMOVE = re.compile(rf"(?:(?:删除|删去)(?P<ref>{_REF})|(?:将|把)?(?P<ref2>{_REF})(?:删除|删去))")
_INSERT = re.compile(
    rf"(?:在?(?P<after>{_REF})(?:之)?后，?|(?P<parent>{_REF}))?增加一(?P<unit>条|款|项|目)"
    rf"(?:，?作为(?P<label>{_REF}))?：?“(?P<now>.*)”",
    re.S,
)
_RELABEL = re.compile(rf"(?:将|把)?(?P<ref>{_REF})改为(?P<label>{_REF})")
_RENUMBER = re.compile(r"(?:并)?对?(?:条文|条款)?的?(?:序号|顺序|次序)(?:依次)?作?(?:相应)?调整|(?:条文|条款)?重新编号")


def read_instructions(text: str, path: str) -> tuple[tuple[Instruction, ...], tuple[Problem, ...]]:
    """Read the instructions of a file; a sentence of no known form is a problem, and nothing is guessed."""
    found: list[Instruction] = []
    problems: list[Problem] = []
    for line, sentence in _sentences(text):
        instructions = tuple(_read(_bare(sentence), line))
        found.extend(instructions)
        if not instructions:
            hint = "Write it as one of the forms that `yange amend --help` lists, each quotation in “ and ”."
            message = f"This is no instruction that can be applied: {sentence[:60]}"
            problems.append(error("amend-form", path, message, hint=hint, line=line))
    if not found and not problems:
        hint = "Write one instruction to a paragraph, such as 将第三条中的“甲”修改为“乙”。"
        problems.append(error("amend-empty", path, "The file holds no instruction.", hint=hint, line=1))
    return tuple(found), tuple(problems)


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield each sentence with its line: a paragraph, with all the lines of a quotation that begins in it."""
    gathered: list[str] = []
    first = open_quotes = straight = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if not gathered and (not line.strip() or line.lstrip().startswith("#")):
            continue
        if not gathered:
            first, straight = number, 0
        gathered.append(line)
        open_quotes = max(0, open_quotes + line.count("“") - line.count("”"))
        straight += line.count('"')
        if is_english(gathered[0]) and "“" not in gathered[0] and straight % 2:
            continue
        if not open_quotes:
            yield first, "\n".join(gathered).strip()
            gathered = []
    if gathered:
        yield first, "\n".join(gathered).strip()


def _bare(sentence: str) -> str:
    """Take away the numbering before a sentence and what closes it."""
    number = read_number(sentence)
    styles = _ENGLISH_LIST_STYLES if is_english(sentence) else _LIST_STYLES
    if number is not None and number.style in styles:
        sentence = sentence[len(number.raw) :]
    return sentence.strip().rstrip("。；;.").strip()


def _read(sentence: str, line: int) -> Iterator[Instruction]:
    if is_english(sentence):
        yield from read_english(sentence, line)
    elif _RENUMBER.fullmatch(sentence):
        yield Instruction(operation=AmendingOperation.RENUMBER, line=line)
    elif match := _REPLACE.fullmatch(sentence):
        for pair in _PAIR.finditer(match["pairs"]):
            yield Instruction(
                operation=AmendingOperation.REPLACE,
                line=line,
                clause=_clause(match["ref"]),
                was=pair["was"],
                now=pair["now"],
                every=bool(pair["every"]),
            )
    elif match := _INSERT.fullmatch(sentence):
        clause = match["after"] or match["parent"] or ""
        after = "after" if match["after"] else ""
        yield Instruction(
            operation=AmendingOperation.INSERT,
            line=line,
            clause=clause,
            was=after,
            now=match["now"],
            label=match["label"] or "",
            unit=match["unit"],
        )
    elif match := _REWRITE.fullmatch(sentence):
        yield Instruction(
            operation=AmendingOperation.REWRITE,
            line=line,
            clause=match["ref"],
            now=match["now"],
            label=match["label"] or "",
        )
    elif match := _REMOVE_WORDS.fullmatch(sentence):
        clause, was = _clause(match["ref"] or match["ref2"]), match["was"] or match["was2"] or ""
        yield Instruction(
            operation=AmendingOperation.REMOVE, line=line, clause=clause, was=was, every=bool(match["every"])
        )
    elif match := _REMOVE.fullmatch(sentence):
        for ref in re.split(r"[、和]", match["ref"] or match["ref2"]):
            yield Instruction(operation=AmendingOperation.REMOVE, line=line, clause=ref)
    elif match := _RELABEL.fullmatch(sentence):
        yield Instruction(operation=AmendingOperation.RELABEL, line=line, clause=match["ref"], label=match["label"])


def _clause(ref: str | None) -> str:
    return "" if ref in (None, "全文", "本办法") else ref or ""
