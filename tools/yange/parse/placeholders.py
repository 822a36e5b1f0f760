"""Placeholders: a number that is kept though its provision is gone, （删去）, [Repealed], [Reserved]."""

from __future__ import annotations

import re

from yange.numbering import BLANKS
from yange.parse.markdown import EDGES

__all__ = ["is_placeholder", "may_be_placeholder"]

_GONE = (
    "删去|删除|刪去|刪除|废止|廢止|失效|撤销|撤銷|取消|空缺|保留"
    "|削除|삭제|aufgehoben|weggefallen|abrogée?s?|abrogato|abrogati|derogad[oa]s?|suprimid[oa]s?|revogad[oa]s?"
)
_GONE_ENGLISH = r"repealed|omitted|spent|reserved|deleted|revoked|removed|lapsed|rescinded|not used"
_ENGLISH = (
    rf"(?:this |the |these |those )?(?:articles?|sections?|rules?|regulations?|paragraphs?|chapters?|parts?)?[ ]?"
    rf"(?:is |are |was |were |has been |have been )?(?:intentionally )?(?:{_GONE_ENGLISH})"
)
_BARE = re.compile(
    rf"(?:(?:本|该|此)?[章节条款项])?(?:已经|已被|已|被)?(?:{_GONE})[。.]?"
    rf"|{_ENGLISH}(?:[ ,]*(?:by|on|with effect|w\.e\.f|from|under|and)\b[^;:]{{0,80}})?\.?",
    re.I,
)
_OPENING, _CLOSING = "（([【〔［<〈", "）)]】〕］>〉"
_BRACKETED = re.compile(
    rf"[{re.escape(_OPENING)}][^{re.escape(_OPENING + _CLOSING)}。；;]{{0,60}}?(?:{_GONE}|\b(?:{_GONE_ENGLISH}))"
    r"(?![^）)]*除外)"
    rf"[^{re.escape(_OPENING + _CLOSING)}。；;]{{0,80}}[{re.escape(_CLOSING)}][。.]?",
    re.I,
)
_HEADING = re.compile(rf"[（(【\[〔][^（）()【】\[\]〔〕。；]{{1,40}}[）)】\]〕][.:：{BLANKS}]*")
_HEADING_ENGLISH = re.compile(r"[A-Z][^.;:\[\]()]{1,60}[. ]+(?=\[)")
_LONGEST = 200
_LAST = frozenset(_CLOSING + "去除止效銷销消缺留제")
"""How a placeholder ends, but for those in languages with an alphabet."""


def may_be_placeholder(words: str) -> bool:
    """Tell from its length and its last character whether a text may be a placeholder: most are ruled out at once."""
    if len(words) > _LONGEST:
        return False
    end = words.rstrip(EDGES + "\n。.")
    return end[-1:] in _LAST or (end[-1:].isascii() and bool(end))


def is_placeholder(words: str) -> bool:
    """Tell whether the words behind a label say only that the clause is gone or was never used.

    A heading may stand before them (第五条　【收费】（删去）, 5. Fees. [Repealed]); any other word makes it a
    provision.
    """
    plain = words.strip(EDGES + "\n")
    if not plain or "\n" in plain or not may_be_placeholder(plain):
        return False
    heading = _HEADING.match(plain) or _HEADING_ENGLISH.match(plain)
    rest = plain[heading.end() :] if heading and heading.end() < len(plain) else plain
    return any(pattern.fullmatch(each) for pattern in (_BARE, _BRACKETED) for each in (plain, rest))
