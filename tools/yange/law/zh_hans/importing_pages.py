"""Recognise the words around a document on Chinese web pages and in gazettes, and read the rows of their tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from yange.characters import BLANK
from yange.dates import DAY_IN_FIGURES, read_day_in_figures
from yange.law.aspects.importing import PageRows
from yange.law.zh_hans.importing_script import ImportScript

__all__ = ["ChinesePages"]

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
_HEADER = re.compile(r"^(?:菜单|首页|导航|搜索|登录)$|(?:当前|现在)的?位置")
_LETTERHEAD = re.compile(r"^[一-鿿]{2,40}(?:政府|委员会|办公厅|办公室|局|厅|部|院|署|会|府)文件$")
_PAGE_NUMBER = re.compile(r"^第\s*[0-9]{1,4}\s*页(?:\s*[,，/]?\s*共\s*[0-9]{1,4}\s*页)?$")
_COUNT = "[0-9〇零一二三四五六七八九十]"
_GAZETTE = re.compile(
    rf"^(?:[0-9]{{1,4}}{BLANK}*)?[一-鿿]{{2,40}}(?:公报|政报){BLANK}*[（(]?{_COUNT}{{4}}{BLANK}*年?{BLANK}*[·.．]?"
    rf"{BLANK}*第?{BLANK}*{_COUNT}{{1,4}}{BLANK}*[期号][^。；，]{{0,30}}$"
    rf"|^{_COUNT}{{4}}{BLANK}*年?{BLANK}*第{BLANK}*{_COUNT}{{1,4}}{BLANK}*期{BLANK}*[一-鿿]{{2,30}}(?:公报|政报){BLANK}*[0-9]{{0,4}}$"
)
_HEAD_TABLE = re.compile(r"(?:索\s*引\s*号|文\s*号|发文字号|名\s*称|标\s*题|发文机关|制发机关)")
_LONGEST_ROW = 600
_REPLACED = {
    "常识产权": "知识产权",
    "常识城": "知识城",
    "常识经济": "知识经济",
    "习大大": "习近平",
    "工编辑": "工作者",
    "创新学问": "创新文化",
    "城市学问": "城市文化",
    "学问产业": "文化产业",
    "企业学问": "企业文化",
    "学问旅游": "文化旅游",
}


class ChinesePages:
    """The forms of pages; see :class:`yange.law.aspects.importing.PageForms`."""

    def __init__(self, script: ImportScript) -> None:
        """Keep the script: rows are read with its days and numbers."""
        self._script = script
        self._day = re.compile(rf"{script.day}|{DAY_IN_FIGURES}")

    @property
    def replaced_words(self) -> Mapping[str, str]:
        """Words that no policy prints, with the original words."""
        return {} if self._script.fold else _REPLACED

    def is_furniture(self, line: str) -> bool:
        """Return whether a line is navigation, a button, a site's footer or a letterhead."""
        plain = self._script.plain(line)
        if _CHROME.match(plain) or _BOXED.match(plain) or _CRUMB.search(plain) or _LETTERHEAD.match(plain):
            return True
        return _SITE.search(plain) is not None and not plain.endswith("。")

    def is_row(self, line: str) -> bool:
        """Return whether a line is a row of the page's table; sentences are not."""
        return _ROW.match(self._script.plain(line)) is not None and not line.endswith("。") and len(line) < _LONGEST_ROW

    def is_head_table(self, line: str) -> bool:
        """Return whether a row is of the table above the title of its document."""
        return _HEAD_TABLE.match(self._script.plain(line)) is not None

    def is_running(self, line: str) -> bool:
        """Return whether a line is a page number in words or the running head of a gazette."""
        plain = self._script.plain(line)
        return _PAGE_NUMBER.match(plain) is not None or _GAZETTE.match(plain) is not None

    def is_page_head(self, line: str) -> bool:
        """Return whether a line is part of the head of a page (menu, path, letterhead)."""
        plain = self._script.plain(line)
        return _HEADER.search(plain) is not None or _LETTERHEAD.match(plain) is not None

    def rows(self, lines: Sequence[str]) -> PageRows:
        """Read the rows of one document, squeezed into one line or not."""
        values: dict[str, str] = {}
        for row in lines:
            found = list(_ANY_KEY.finditer(self._script.plain(row)))
            for k, match in enumerate(found):
                end = found[k + 1].start() if k + 1 < len(found) else len(row)
                key = re.sub(r"\s", "", match["key"])
                values.setdefault(key, row[match.end() : end].strip())
        number = values.get("文号", "") or values.get("发文字号", "")
        return PageRows(
            number=self._script.instruments.find_number(number),
            issuer=values.get("发布机关") or values.get("发文机关") or values.get("制发机关") or values.get("发布机构"),
            title=values.get("名称") or values.get("标题"),
            signed=self._read(values.get("成文日期") or values.get("签发日期") or values.get("印发日期")),
            page_date=self._first(
                values.get(key) for key in ("发布日期", "发布时间", "信息提供日期", "公开日期", "日期", "时间")
            ),
            commenced=self._read(values.get("实施日期") or values.get("生效日期")),
        )

    def _first(self, values: Iterable[str | None]) -> date | None:
        found = (self._read(value) for value in values)
        return next((day for day in found if day is not None), None)

    def _read(self, value: str | None) -> date | None:
        match = self._day.search(self._script.plain(value or ""))
        if match is None or value is None:
            return None
        printed = value[match.start() : match.end()]
        return self._script.days.read(printed) or read_day_in_figures(printed)
