"""Articles of one number in two series, the text's own and a supplement's or an annex's: citations follow their own."""

from __future__ import annotations

import pytest

from yange.compare import compare
from yange.compare.match.renumbering import own_citations
from yange.compare.result import CitationFate, Grade
from yange.law import law_named
from yange.parse import parse

JAPANESE = """# 港法

第一条　港は国が管理し、灯台を設ける。

{inserted}第{n}条　船長は第{cited}条の規定により港の名を届け出る。

附則

第一条　この法律は公布の日から施行する。

{later}第{m}条　旧免許は附則第{first}条の日から一年で効力を失う。
"""
KOREAN = """항만법

제1조 항만은 국가가 관리하고 등대를 둔다.

{inserted}제{n}조 선장은 제{cited}조에 따라 항만의 이름을 신고한다.

부칙

제1조 이 법은 공포한 날부터 시행한다.

{later}제{m}조 종전의 면허는 부칙 제{first}조의 날부터 일년이 지나면 효력을 잃는다.
"""
ANNEX = """渡口管理办法

第一条　渡口应当设置标志，并配备救生设备。

{inserted}第{n}条　渡船依照第一条的规定检验，检验合格的方可载客。

附件1

渡口示范章程

第一条　章程适用于本县的各个渡口和渡船。

{later}第{m}条　依照第{first}条设立的渡口，应当公布票价和航班。
"""


def grades(old: str, new: str) -> dict[str, set[Grade | None]]:
    report = compare(parse(old), parse(new))
    return {
        edge.new: {edit.grade for edit in edge.edits if edit.grade}
        for change in report.changes
        for edge in change.edges
        if edge.edits
    }


def test_the_citation_of_a_supplement_does_not_follow_the_articles_of_the_text() -> None:
    old = JAPANESE.format(inserted="", n="二", cited="一", later="", m="二", first="一")
    # an article is put before the first one of the text: 第一条 is 第二条 now, and 附則第一条 stays
    new = old.replace("第一条　港は", "第一条　この法律は港の安全を図る。\n\n第二条　港は").replace(
        "第二条　船長は第一条", "第三条　船長は第二条"
    )
    found = compare(parse(old), parse(new))
    assert {(change.fate, change.at_new) for change in found.citations} == {(CitationFate.FOLLOWS, "第三条")}
    marks = grades(old, new)
    assert marks["第三条"] == {Grade.CONSEQUENTIAL}
    assert marks["附則 第二条"] == set()


@pytest.mark.parametrize(
    ("text", "old_numbers", "new_numbers", "word", "label"),
    [
        (JAPANESE, {"m": "二", "first": "一"}, {"m": "三", "first": "二"}, "第一条　この法律は公布", "附則 第三条"),
        (KOREAN, {"m": "2", "first": "1"}, {"m": "3", "first": "2"}, "제1조 이 법은 공포", "부칙 제3조"),
    ],
)
def test_the_citation_of_a_supplement_follows_its_articles(
    text: str, old_numbers: dict[str, str], new_numbers: dict[str, str], word: str, label: str
) -> None:
    n, cited = ("二", "一") if text is JAPANESE else ("2", "1")
    old = text.format(inserted="", n=n, cited=cited, later="", **old_numbers)
    put = "第一条　料金は省令で定める。\n\n第二条　この法律は公布"
    if text is KOREAN:
        put = "제1조 요금은 부령으로 정한다.\n\n제2조 이 법은 공포"
    new = text.format(inserted="", n=n, cited=cited, later="", **new_numbers).replace(word, put)
    found = compare(parse(old), parse(new))
    assert {(change.fate, change.at_new) for change in found.citations} == {(CitationFate.FOLLOWS, label)}
    assert grades(old, new)[label] == {Grade.CONSEQUENTIAL}


def test_a_number_cited_in_an_annex_with_articles_is_that_of_the_annex() -> None:
    old = ANNEX.format(inserted="", n="二", later="", m="二", first="一")
    moved = old.replace("第一条　渡口应当", "第一条　为了保障安全，制定本办法。\n\n第二条　渡口应当").replace(
        "第二条　渡船依照第一条", "第三条　渡船依照第二条"
    )
    marks = grades(old, moved)
    assert marks["第三条"] == {Grade.CONSEQUENTIAL}
    assert marks["附件一 第二条"] == set()
    inner = ANNEX.format(inserted="", n="二", later="", m="三", first="二").replace(
        "第一条　章程适用", "第一条　章程由村民会议通过。\n\n第二条　章程适用"
    )
    report = compare(parse(old), parse(inner))
    assert grades(old, inner)["附件一 第三条"] == {Grade.CONSEQUENTIAL}
    assert report.citations == ()
    assert grades(old, inner)["第二条"] == set()


@pytest.mark.parametrize(
    ("words", "cited"),
    [
        ("附則第二条の日", [("第二条", (-1, 2))]),
        ("附則第二条及び第三条の日", [("第二条", (-1, 2)), ("第三条", (-1, 3))]),
        ("第二条及び附則第三条の日", [("第二条", (2,)), ("第三条", (-1, 3))]),
        ("民法附則第二条の日", []),
    ],
)
def test_which_series_a_citation_names(words: str, cited: list[tuple[str, tuple[int, ...]]]) -> None:
    assert list(own_citations(words, law_named("ja"))) == cited
