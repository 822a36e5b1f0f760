"""Amending sentences in traditional characters.

The forms of the mainland are read in these characters, and so are those of Taiwan and Hong Kong::

    第五條條文修正如下：「……」      增訂第五條之一條文：「……」      刪除第七條
    廢除第5條，代以：「……」        廢除第7條
    在第5條中，廢除「甲」，代以「乙」   在第5條中，在「甲」之後加入「乙」
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yange.law.aspects.amending import AmendingOperation, Examples, Instruction
from yange.law.aspects.citations import Level
from yange.law.zh_hans.amending import ChineseAmending, Quotes
from yange.law.zh_hant.script import as_written

__all__ = ["AMENDING", "TraditionalAmending"]

_QUOTES = Quotes("“「", "”」")
_ARTICLE = r"第[〇零一二三四五六七八九十百千0-9]{1,8}條(?:之[一二三四五六七八九十0-9]{1,3})?"
_REF = r"第[^“”「」，。：；\n]{1,60}?"
_BLOCK = _QUOTES.block("now")
_IN = rf"在?(?P<ref>{_REF})中?，?"
_REWRITE = re.compile(
    rf"(?P<ref>{_REF})(?:之?條文)?(?:修正|修訂|修改)(?:如下|為)：?{_BLOCK}|廢除(?P<ref2>{_REF})，?代以：?(?P<new>.*)",
    re.S,
)
_INSERT = re.compile(rf"(?:增訂|增加)(?P<label>{_ARTICLE})(?:之?條文)?(?:，?(?:條文)?如下)?：?{_BLOCK}", re.S)
_REMOVE = re.compile(rf"廢除(?P<refs>{_REF}(?:[、及和]{_REF})*)")
_REPLACE = re.compile(rf"{_IN}廢除{_QUOTES.quoted('was')}，?代以{_QUOTES.quoted('now')}")
_BESIDE = re.compile(rf"{_IN}在?{_QUOTES.quoted('was')}之(?P<side>[前後])，?加入{_QUOTES.quoted('now')}")
_WHOLE_BLOCK = re.compile(_BLOCK, re.S)


class TraditionalAmending(ChineseAmending):
    """The amending sentences of texts in traditional characters."""

    examples = Examples(
        replace="將第三條中的「甲」修改為「乙」。",
        every="均",
        item="第五條第一項第二款",
        relabel="第六條改為第七條",
        renumber="條文序號作相應調整",
        behind="在第三條後增加一條",
        place="在第三條後",
        numbered="增訂第三條之一條文",
        number="第三條之一",
        item_number="作為第（四）項",
        insert_item="第五條增加一項，作為第（四）項：「……」",
        inserted="之一",
    )

    def read(self, sentence: str, line: int) -> Iterator[Instruction]:
        """Yield the instructions of a sentence, in the forms of Taiwan and Hong Kong or of the mainland."""
        own = tuple(self._own(sentence, line))
        yield from own or super().read(sentence, line)

    def _own(self, sentence: str, line: int) -> Iterator[Instruction]:
        if match := _REPLACE.fullmatch(sentence):
            was, now = match["was"], match["now"]
            yield Instruction(operation=AmendingOperation.REPLACE, line=line, clause=match["ref"], was=was, now=now)
        elif match := _BESIDE.fullmatch(sentence):
            was, new = match["was"], match["now"]
            now = was + new if match["side"] == "後" else new + was
            yield Instruction(operation=AmendingOperation.REPLACE, line=line, clause=match["ref"], was=was, now=now)
        elif match := _REWRITE.fullmatch(sentence):
            block = match["now"] if match["ref"] else _inner(match["new"])
            if block is not None:
                clause = match["ref"] or match["ref2"]
                yield Instruction(operation=AmendingOperation.REWRITE, line=line, clause=clause, now=block)
        elif match := _INSERT.fullmatch(sentence):
            yield Instruction(
                operation=AmendingOperation.INSERT,
                line=line,
                now=match["now"],
                label=match["label"],
                unit=Level.ARTICLE,
            )
        elif match := _REMOVE.fullmatch(sentence):
            for ref in re.split("[、及和]", match["refs"]):
                yield Instruction(operation=AmendingOperation.REMOVE, line=line, clause=ref)


def _inner(quoted: str) -> str | None:
    match = _WHOLE_BLOCK.fullmatch(quoted)
    return match["now"] if match else None


AMENDING = TraditionalAmending(as_written, _QUOTES)
