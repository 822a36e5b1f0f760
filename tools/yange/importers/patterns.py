"""What a line of a scraped page is, by its form alone; :mod:`yange.importers.segment` judges by what stands around."""

from __future__ import annotations

import re

from yange.characters import BLANK
from yange.law.zh_hans.days import DAY as HAN_DAY
from yange.law.zh_hans.instruments import NUMBER, ORDER
from yange.law.zh_hans.titles import KIND, KINDS
from yange.statements import caption

__all__ = [
    "BODY_NAME",
    "KIND",
    "KINDS",
    "OFFICE",
    "TITLE_TAIL",
    "is_addressee",
    "is_annex",
    "is_attachment",
    "is_caption",
    "is_closed",
    "is_closed_sentence",
    "is_date",
    "is_issued",
    "is_signature",
    "is_title",
    "label",
    "number_line",
]

_BRACKETED = rf"(?:[（(〔\[](?![^（）()]*{HAN_DAY})[^（）()。；]{{1,24}}[）)〕\]])"
TITLE_TAIL = rf"{KIND}{BLANK}*{_BRACKETED}?{BLANK}*{_BRACKETED}?"
OFFICE = r"人民政府(?:办公厅|办公室)?"
BODY_NAME = (
    rf"(?:{OFFICE}|人民代表大会(?:常务委员会)?|国务院"
    r"|[一-鿿]{2,16}?(?:法院|检察院|局|委员会|委|厅|部|办公厅|办公室|署|中心|管理局))"
)

_LABEL = re.compile(
    r"(?:第[ 　]?[一二三四五六七八九十百零〇0-9]{1,6}[ 　]?[编章节条款]"
    r"|[一二三四五六七八九十百]{1,5}、|[（(][一二三四五六七八九十百]{1,5}[）)]"
    r"|[0-9０-９]{1,3}[.．、](?![0-9])|[（(][0-9]{1,3}[）)]|[0-9]{1,2}[)）]|[①-⑳])"
)
_TITLE = re.compile(rf"^[^。；！？:：|]{{2,140}}?{TITLE_TAIL}{BLANK}*$")
_ORDER_TITLE = re.compile(rf"^{ORDER}[^。；]{{4,80}}{KIND}$")
_NUMBER_LINE = re.compile(
    rf"^[（(]?(?:文{BLANK}*号{BLANK}*[：:]?{BLANK}*)?({NUMBER}|{ORDER}"
    rf"|第{BLANK}*(?:[0-9]{{1,4}}|[一二三四五六七八九十百零〇]{{1,6}}){BLANK}*号)[）)]?$"
)
_ADDRESSED = re.compile(
    r"各?[^。；]{0,60}(?:人民政府|各区|各市|各县|各有关|有关单位|有关部门|直属|各单位|各部门|管委会|委、办、局|各委"
    r"|街道|各地|各镇)[^。；]{0,90}[：:]$"
)
_SPEAKS = re.compile(r"如下|以下|下列|现就|为了|根据|应当|可以|条件|包括|进行|任务|职责|^为|[：:].")
_DATE_LINE = re.compile(rf"^[（(]?(?:{HAN_DAY})[）)]?$")
_ISSUED = re.compile(rf"^[^。]{{0,40}}?{HAN_DAY}{BLANK}*印发$")
_BODIES = rf"[一-鿿]{{0,20}}{BODY_NAME}"
_SIGNATURE = re.compile(
    rf"^(?:{_BODIES}(?:{BLANK}+{_BODIES})*|市{OFFICE}|[市省区县]政府(?:办公厅|办公室)?"
    rf"|(?:市长|省长|区长|县长|主任|局长){BLANK}+[一-鿿{BLANK[1:-1]}]{{2,8}})$"
)
_ANNEX = re.compile(rf"^附{BLANK}*(?:件|录|表){BLANK}*[0-9一二三四五六七八九十]*{BLANK}*[：:]?$")
_ATTACHED = re.compile(rf"^附{BLANK}*件{BLANK}*[0-9一二三四五六七八九十]*{BLANK}*[：:.．]?{BLANK}*[^。]+$")
_TERMINAL = tuple("。；！？…”』」）)》:：")


def label(text: str) -> str | None:
    """Return the number a line begins with (第三条, 一、, （一）, 1．), or ``None``."""
    match = _LABEL.match(text)
    return None if match is None else match[0]


def is_title(text: str) -> bool:
    """Tell whether a line has the form of a title: short, no sentence, ending in a kind of instrument."""
    if len(text) > 140 or label(text) or text.startswith(("附件", "附：")):
        return False
    if _ORDER_TITLE.match(text):
        return True
    return "，" not in re.sub(r"《[^》]*》", "", text) and bool(_TITLE.match(text)) and not number_line(text)


def number_line(text: str) -> str | None:
    """Return the document number a line consists of, or ``None``."""
    match = _NUMBER_LINE.match(text)
    return None if match is None else match[1]


def is_addressee(text: str) -> bool:
    """Tell whether a line is the address of a notice: 各区人民政府，市政府直属各单位：."""
    return len(text) <= 160 and not label(text) and not _SPEAKS.search(text) and _ADDRESSED.match(text) is not None


def is_date(text: str) -> bool:
    """Tell whether a line is nothing but a day in Chinese writing."""
    return _DATE_LINE.match(text) is not None


def is_issued(text: str) -> bool:
    """Tell whether a line is the imprint of a printed document: …办公室 2018年11月25日印发."""
    return _ISSUED.match(text) is not None


def is_signature(text: str) -> bool:
    """Tell whether a line is the name of a body or of the official who signs."""
    return len(text) <= 60 and _SIGNATURE.match(text) is not None


def is_annex(text: str) -> bool:
    """Tell whether a line is the heading of an annex: 附件, 附件1, 附录."""
    return _ANNEX.match(text) is not None


def is_attachment(text: str) -> bool:
    """Tell whether a line names what is attached: 附件：名词解释."""
    return len(text) <= 120 and not is_annex(text) and _ATTACHED.match(text) is not None


def is_caption(text: str) -> bool:
    """Tell whether a line is a caption (题注): one bracket of dated events, or one dated event without a bracket."""
    if not re.search(r"[0-9０-９〇零一二三四五六七八九]{4}\s*年", text[:80]):
        return False
    found = caption(text)
    return found is not None and not text[found.end :].strip("　 )）")


def is_closed(text: str) -> bool:
    """Tell whether a line ends as a sentence, a heading in brackets or a list does."""
    return text.endswith(_TERMINAL) or re.search(r"[A-Za-z0-9)][.!?]$", text) is not None


def is_closed_sentence(text: str) -> bool:
    """Tell whether a line ends as a sentence does."""
    return text.endswith(("。", "；", "！", "？", ";"))
