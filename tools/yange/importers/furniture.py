"""Page furniture: what a web page prints around a document, and the facts that its metadata rows give."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from yange.characters import BLANK
from yange.dates import DAY_IN_FIGURES as PLAIN_DAY
from yange.law.zh_hans.days import DAY as HAN_DAY
from yange.statements import find_number, read_day

_SOURCE_KEYS = "信息来源|稿件来源|文章来源|来源"
_DAY_KEYS = (
    "信息提供日期|发布日期|发布时间|发文日期|公开日期|公布日期|印发日期|成文日期|签发日期|实施日期|生效日期|日期|时间"
)
_OTHER_KEYS = "|".join(
    (
        "索引号|分类|主题分类|发布机构|发布机关|发文机关|制发机关|名称|标题|文号|发文字号|主题词|文件状态|有效性",
        "公开属性|浏览次数|浏览量|点击数|阅读次数|访问量|字号|字体|视力保护色|人工智能朗读|语音播报|责任编辑|作者",
        "分享到|分享|打印|体裁分类|组配分类|服务对象",
    )
)
_SPREAD = {key: rf"{BLANK}*".join(key) for key in f"{_SOURCE_KEYS}|{_DAY_KEYS}|{_OTHER_KEYS}".split("|")}
_KEY = "|".join(_SPREAD[key] for key in sorted(_SPREAD, key=lambda key: -len(key)))
_ROW = re.compile(rf"^【?(?:{_KEY}){BLANK}*[：:\t]")
_ANY_KEY = re.compile(rf"(?P<key>{_KEY}){BLANK}*(?:[：:]|\t)")
_BUTTONS = (
    "菜单|首页|导航|搜索|登录|注册|返回顶部|返回首页|返回|无障碍(?:浏览|阅读)?|长者模式|繁體|简体|English",
    "打印本页|关闭窗口|打印|关闭|收藏|分享|分享到[:：]?|人工智能朗读[:：]?|A-?\\s*A\\+?",
    "政策咨询|政策解读|政策问答|相关政策解读|相关政策文件|相关政策|相关文件|相关解读|相关链接|相关附件|附件下载|下载附件",
    "扫一扫.{0,20}|扫码.{0,12}|微信|微博|微信客服|在线客服.?|QQ在线客服|点击这里.{0,20}",
    "上一篇.{0,80}|下一篇.{0,80}|字号[:：]?[\\[【].{0,12}[\\]】]|网站地图|联系我们|关于我们|XML 地图.*|Sitemap.*",
    "Copyright.*|温馨提示[:：].*|免责声明.*|[\\[【（(]?编辑[:：].{1,10}|编者按|[（(]?以上内容以.{0,30}为准[）)]?",
)
_CHROME = re.compile(rf"^(?:{'|'.join(_BUTTONS)})$", re.I)
_BOXED = re.compile(
    r"^(?:[【\[](?:打印本页|关闭窗口|打印|关闭|返回|收藏|字体[:：].{0,16}|大|中|小|我要纠错|分享)[】\]]\s*)+$"
)
_CRUMB = re.compile(
    r"(?:当前|现在)的?位置|^[^。]{0,80}[^ ]{1,20} ?> ?[^ ]{1,20} ?>[^。]*$|^[^。>]{1,60} > [^。>]{1,40}$"
)
_SITE = re.compile(r"版权所有|ICP\s*备|公网安备|网站标识码|主办单位[:：]|承办单位[:：]|技术支持[:：]|客服")
_IMAGE = re.compile(r"(?:[\w\-。.]*?\.(?:png|jpe?g|gif|bmp|webp|svg))", re.I)
_IMAGES = re.compile(rf"^(?:{_IMAGE.pattern}\s*)+$", re.I | re.A)
_HEADER = re.compile(r"^(?:菜单|首页|导航|搜索|登录)$|(?:当前|现在)的?位置")
_LETTERHEAD = re.compile(r"^[一-鿿]{2,40}(?:政府|委员会|办公厅|办公室|局|厅|部|院|署|会|府)文件$")
_PAGE_NUMBER = re.compile(
    r"^(?:[—–－-]+\s*[0-9]{1,4}\s*[—–－-]+|[0-9]{1,4}\s*/\s*[0-9]{1,4}|第\s*[0-9]{1,4}\s*页"
    r"(?:\s*[,，/]?\s*共\s*[0-9]{1,4}\s*页)?|(?i:page)\s+[0-9]{1,4}(?:\s+of\s+[0-9]{1,4})?|[·•]\s*[0-9]{1,4}\s*[·•])$"
)
_COUNT = "[0-9〇零一二三四五六七八九十]"
_GAZETTE = re.compile(
    rf"^(?:[0-9]{{1,4}}{BLANK}*)?[一-鿿]{{2,40}}(?:公报|政报){BLANK}*[（(]?{_COUNT}{{4}}{BLANK}*年?{BLANK}*[·.．]?"
    rf"{BLANK}*第?{BLANK}*{_COUNT}{{1,4}}{BLANK}*[期号][^。；，]{{0,30}}$"
    rf"|^{_COUNT}{{4}}{BLANK}*年?{BLANK}*第{BLANK}*{_COUNT}{{1,4}}{BLANK}*期{BLANK}*[一-鿿]{{2,30}}(?:公报|政报){BLANK}*[0-9]{{0,4}}$"
)
_NOTE_MARK = re.compile(r"[ \u3000]*\[\d{1,2}\]$")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the rows of a page say of a document; days by key in the order they stand."""

    number: str | None = None
    issuer: str | None = None
    title: str | None = None
    signed: date | None = None
    page_date: date | None = None
    commenced: date | None = None


def is_images(text: str) -> bool:
    """Tell whether a line holds nothing but names of image files."""
    return _IMAGES.match(text) is not None


def is_furniture(text: str) -> bool:
    """Tell whether a line is page furniture: a metadata row, navigation, buttons, image names, a site's footer."""
    if _CHROME.match(text) or _BOXED.match(text) or is_images(text) or _CRUMB.search(text):
        return True
    if is_letterhead(text):
        return True
    if _SITE.search(text) and not text.endswith("。"):
        return True
    return is_row(text)


def is_row(text: str) -> bool:
    """Tell whether a line is a metadata row: 信息来源：…发布日期：…; sentences are not."""
    return _ROW.match(text) is not None and not text.endswith("。") and len(text) < 600


def is_head_table(text: str) -> bool:
    """Tell whether a row is of a page's head table, which stands above the title of its document."""
    return re.match(r"(?:索\s*引\s*号|文\s*号|发文字号|名\s*称|标\s*题|发文机关|制发机关)", text) is not None


def is_letterhead(text: str) -> bool:
    """Tell whether a line is the letterhead of a document (GB/T 9704): 望海市人民政府文件."""
    return _LETTERHEAD.match(text) is not None


def is_running(text: str) -> bool:
    """Tell whether a line is a page number (— 3 —, 3/5, 第3页) or the running head of a gazette."""
    return _PAGE_NUMBER.match(text) is not None or _GAZETTE.match(text) is not None


def is_page_head(text: str) -> bool:
    """Tell whether a line belongs to the head of a page (menu, path, letterhead), so that another begins with it."""
    return _HEADER.search(text) is not None or is_letterhead(text)


def note_mark(text: str) -> re.Match[str] | None:
    """Return the mark of a footnote that an encyclopaedia page left at the end of a line: [1]."""
    return _NOTE_MARK.search(text, max(0, len(text) - 40)) if text.endswith("]") else None


def metadata(rows: list[str]) -> Metadata:
    """Read the rows of one document, squeezed into one line or not."""
    values: dict[str, str] = {}
    for row in rows:
        found = list(_ANY_KEY.finditer(row))
        for k, match in enumerate(found):
            end = found[k + 1].start() if k + 1 < len(found) else len(row)
            key = re.sub(r"\s", "", match["key"])
            values.setdefault(key, row[match.end() : end].strip())
    return Metadata(
        number=find_number(values.get("文号", "") or values.get("发文字号", "")),
        issuer=values.get("发布机关") or values.get("发文机关") or values.get("制发机关") or values.get("发布机构"),
        title=values.get("名称") or values.get("标题"),
        signed=_day(values.get("成文日期") or values.get("签发日期") or values.get("印发日期")),
        page_date=_first_day(
            values.get(key) for key in ("发布日期", "发布时间", "信息提供日期", "公开日期", "日期", "时间")
        ),
        commenced=_day(values.get("实施日期") or values.get("生效日期")),
    )


def _first_day(values: Iterable[str | None]) -> date | None:
    found = (_day(value) for value in values)
    return next((day for day in found if day is not None), None)


def _day(value: str | None) -> date | None:
    match = re.search(rf"{HAN_DAY}|{PLAIN_DAY}", value or "")
    return None if match is None else read_day(match[0])
