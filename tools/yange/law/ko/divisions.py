"""How Korean texts are laid out: 편, 장, 절, 관, 조, then 부칙 and 별표."""

from __future__ import annotations

from yange.law.aspects.divisions import Annexes, ClosingLines, Contents, Divisions, FrontLines, GoneWords, Headings
from yange.law.ko.numbers import ARTICLE, PARAGRAPH

__all__ = ["DIVISIONS"]

_B = r"[ \t\u3000]*"
_DIVISION = r"제\d{1,3}(?:편|장|절)(?:의\d{1,2})?"
_DAY = r"\d{4}(?:\.|년)\s*\d{1,2}(?:\.|월)\s*\d{1,2}(?:\.|일)?"
_NOTED = r"(?:[<〈＜][^<>〈〉＜＞]{0,200}[>〉＞])"
_ENDS = rf"\s*[\]］]?{_B}(?:$|[<〈＜(（\[].*$|[ \t](?!(?:제\d|중{_B}|및|각{_B}호)|.{{0,300}}다\.\s*$).*$)"

DIVISIONS = Divisions(
    front=FrontLines(
        no_title=f"목{_B}차|차{_B}례",
        days=r"\d{4}[.년]",
        acts="법률|대통령령|총리령|부령|조례|규칙|고시|훈령|예규|제정|개정|공포|시행",
        whole_days=_DAY,
    ),
    contents=Contents(names=f"목{_B}차|차{_B}례", first_entries="제", next_entries=_DIVISION),
    headings=Headings(
        bold_labels="제|[①-⑳]",
        inner_divisions=_DIVISION,
        run_on_articles=r"제\d{1,4}조(?:의\d{1,2})?\(",
        unnumbered=f"전{_B}문",
        opening=frozenset({(ARTICLE, PARAGRAPH)}),
        announcements=r"다음과 같이 (?:한다|개정한다|신설한다)[.:]?$",
        page_numbers=r"[-—–－―\s\u3000]*\d{1,4}(?:\s*쪽)?[-—–－―\s\u3000]*",
        printed_pages=r"\d{1,4}\s*쪽",
    ),
    annexes=Annexes(
        headings=(
            rf"(?P<name>부{_B}칙)(?P<n>)\s*(?:[<〈＜(（\[].*)?$",
            rf"(?:■[^\[]{{0,40}})?[\[［]?(?P<name>별{_B}표{_B}(?P<n>\d{{1,3}}(?:의\d{{1,2}})?)?){_ENDS}",
            rf"(?:■[^\[]{{0,40}})?[\[［]?(?P<name>(?:별지|서식|별첨|별도|양식)(?:{_B}제?\d{{1,3}}호?(?:의\d{{1,2}})?{_B}(?:서식)?)?)(?P<n>){_ENDS}",
        ),
        supplements="부칙",
        own_numbers=rf"\s*[\[［]?별{_B}표{_B}(?:\d{{1,3}}(?:의\d{{1,2}})?)?[\]］]?\s*",
        branches="의",
    ),
    closing=ClosingLines(signatures=rf"[（(]?{_DAY}[）)]?$"),
    gone=GoneWords(words="삭제", sentences=rf"(?:삭제|생략)\s*{_NOTED}?", last="제략>〉＞", exceptions="제외"),
)
"""The layout of Korean texts."""
