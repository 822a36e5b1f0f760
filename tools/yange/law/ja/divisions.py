"""How Japanese texts are laid out: captions above articles, 目次, 附則, 別表."""

from __future__ import annotations

from yange.law.aspects.divisions import Annexes, ClosingLines, Contents, Divisions, FrontLines, GoneWords, Headings
from yange.law.ja.days import YEAR
from yange.law.ja.numbers import BRANCHES, NUMERAL

__all__ = ["DIVISIONS"]

_B = r"[ \t\u3000]*"
_TH = rf"第{_B}{NUMERAL}{_B}(?:号(?:様式|書式)?|表)?(?:{BRANCHES}){{0,3}}"
_DIVISION = rf"第{_B}{NUMERAL}{_B}(?:編|章|節)(?:{BRANCHES})?"
_SMALL = "[0-9０-９一二三四五六七八九十]{1,3}"
_DAY = rf"{YEAR}{_B}{_SMALL}{_B}月{_B}{_SMALL}{_B}日"
_ENDS = r"\s*(?:$|[（(].*$|[ \t\u3000][^。]*$)"
_PAPERS = "別紙|別添|別記|別図|付録|附録|付表|附表|別記様式|様式"

DIVISIONS = Divisions(
    front=FrontLines(
        no_title=rf"目{_B}次",
        days=YEAR,
        acts="(?:法律|政令|勅令|[府省]令|規則|条例|告示|訓令|要綱)第|公布|制定|改正|施行",
        whole_days=rf"年{_B}{_SMALL}{_B}月{_B}{_SMALL}{_B}日",
    ),
    contents=Contents(names=rf"目{_B}次", first_entries="第", next_entries=_DIVISION),
    headings=Headings(
        bold_labels="第|[一二三四五六七八九十]",
        inner_divisions=_DIVISION,
        run_on_articles="第[^第。；，]{1,10}条",
        above=r"[（(](?!.{0,12}年.{0,40}第.{1,8}号[）)]$)[^。]{1,80}[）)]",
        unnumbered=rf"前{_B}文",
        announcements=r"次の(?:ように|とおり)[^。]{0,20}(?:改める|改正する)。?$|次の[^。]{1,12}を加える。?$",
        page_numbers=rf"[-—–－―\s\u3000]*\d{{1,4}}(?:{_B}(?:ページ|頁))?[-—–－―\s\u3000]*",
        printed_pages=rf"\d{{1,4}}{_B}(?:ページ|頁)",
    ),
    annexes=Annexes(
        headings=(
            rf"(?P<name>[附付]{_B}則)(?P<n>)\s*(?:[（(].*|抄.*)?$",
            rf"(?:附則)?(?P<name>別{_B}表(?:第{_B}(?P<n>{NUMERAL}(?:{BRANCHES}){{0,3}})(?:号|表)?)?){_ENDS}",
            rf"(?P<name>(?:{_PAPERS})(?:{_TH})?)(?P<n>){_ENDS}",
            rf"(?P<name>第{NUMERAL}号(?:様式|書式)(?:{BRANCHES}){{0,3}})(?P<n>){_ENDS}",
        ),
        supplements="[附付]則",
        own_numbers=rf"\s*(?:附則)?別{_B}表(?:第{NUMERAL}(?:{BRANCHES}){{0,3}})?\s*",
        branches="の",
    ),
    closing=ClosingLines(signatures=rf"[（(]?{_DAY}[）)]?$"),
    gone=GoneWords(words="削除", sentences="削除", last="除", exceptions="除く"),
)
"""The layout of Japanese texts."""
