"""The layout of Chinese texts in simplified characters."""

from __future__ import annotations

from yange.law.aspects.divisions import (
    Annexes,
    ClosingLines,
    Contents,
    Divisions,
    FrontLines,
    GoneWords,
    Headings,
)
from yange.law.zh_hans.numbers import ARTICLE

__all__ = ["DIVISIONS"]

_DIGITS = "一二三四五六七八九十"
_GAP = r"[ \t\u3000]*"
_DIVISION = r"第[^第。；，、]{1,10}(?:编|章|节)"
_NTH = rf"(?:[{_DIGITS}]{{1,3}}|\d{{0,3}})(?:(?:之|[-－—](?=\d))[{_DIGITS}\d]{{1,2}})?"
_HAN_DAY = rf"[〇零○{_DIGITS}]{{4}}年[{_DIGITS}]{{1,2}}月[{_DIGITS}]{{1,3}}日"
_DAY = rf"(?:\d{{4}}\s*年\s*\d{{1,2}}\s*月\s*\d{{1,2}}\s*日|{_HAN_DAY})"
_TITLES = (
    "办法|规定|措施|政策措施|若干措施|文件|方案|通知|细则|条例|意见|计划|规则|公告|实施意见|行动计划|决定|政策|规程|准则"
    "|操作规程|实施细则|实施办法|指引|章程|规划|通告|工作方案|实施方案|若干意见"
)
_GONE = "删去|删除|废止|失效|撤销|取消|空缺|保留"

DIVISIONS = Divisions(
    front=FrontLines(
        covers=frozenset({"通知"}),
        bodies=frozenset({"正文"}),
        no_title=r"目\s*[录次]",
        days=rf"\d{{4}}\s*年|[〇零○{_DIGITS}]{{4}}年|〔[一二三四五六七八九\d]{{2,4}}〕",
        acts="通过|批准|公布|发布|修正|修订|修改|令|印发|施行|颁布|制定",
        whole_days=rf"年\s*[\d{_DIGITS}]{{1,3}}\s*月\s*[\d{_DIGITS}]{{1,3}}\s*日",
    ),
    contents=Contents(
        names=r"(?:本[法条例办规定细则]{1,3}|条文|章节)?目\s*[录次]",
        first_entries="第",
        next_entries=_DIVISION,
        never="条",
    ),
    headings=Headings(
        bold_labels=f"第|[{_DIGITS}]",
        inner_divisions=_DIVISION,
        citing=r"按照?|依照?|依据|根据|遵照|参照|比照|适用|执行|符合|违反|本(?:法|条例|规定|办法|细则)|[》，、]",
        run_on_articles="第[^第。；，]{1,10}条",
        unnumbered=r"附[\s\u3000]*则|总[\s\u3000]*则|序[\s\u3000]*言",
        inner_items=rf"[（(][〇零{_DIGITS}]{{1,4}}[）)]",
        announcements=(
            r"(?:增加|修改|改为|作为|替换)[^。.]{0,60}[：:]$"
            r"|(?:内容|条文|全文|修改|规定)如下[：:]$"
        ),
        restarting=frozenset({ARTICLE}),
        page_numbers=r"[-—–－―\s\u3000]*(?:第\s*)?\d{1,4}(?:\s*页)?[-—–－―\s\u3000]*",
        printed_pages=rf"第{_GAP}\d{{1,4}}{_GAP}页(?:[ \t\u3000,，/]*共{_GAP}\d{{1,4}}{_GAP}页)?",
    ),
    annexes=Annexes(
        headings=(
            rf"[【（(]?附\s*[件录表]\s*(?P<n>{_NTH}|[A-Z])\s*[】）)]?\s*(?:$|[：:．.、—\-\s　].*$)",
            r"附\s*[：:]\s*(?:\S.*)?$(?P<n>)",
        ),
        own_numbers=(
            rf"\s*附[件录]\s*(?:[0-9０-９]{{1,3}}|[{_DIGITS}百]{{1,4}})"
            rf"(?:\s*之\s*[0-9{_DIGITS}]{{1,3}})?\s*[：:、．.]?\s*"
        ),
        branches="之",
        lists=r"附\s*[件表录]\s*[：:]\s*\S|附\s*[件表录]?\s*[：:]?\s*[1１一][．.、]",
        announced=r"附\s*[件表录]?\s*[：:]$",
    ),
    closing=ClosingLines(
        signatures=(
            rf"[（(]?\s*{_DAY}(?:印发)?\s*[）)]?$"
            rf"|[^。；：，]{{2,40}}[\s\u3000]+{_DAY}(?:印发)?$"
            r"|[（(](?:联系|此件|公开)[^（）()]{0,80}[）)]$"
        ),
        farewells="特此|此复|此函|专此|感谢您|感谢你|谢谢",
        last_words=(
            rf"(?:本(?:{_TITLES})|上述|以上|各项|同一|此前|原|其他有关).{{0,120}}?"
            r"(?:施行|实施|执行|有效期|解释|废止|为准|失效|同时享受|重复享受|不重复)"
        ),
    ),
    gone=GoneWords(
        words=_GONE,
        sentences=rf"(?:(?:本|该|此)?[章节条款项])?(?:已经|已被|已|被)?(?:{_GONE})",
        exceptions="除外",
        last="去除止效销消缺留",
    ),
    note_words="注",
)
"""The layout of Chinese texts in simplified characters."""
