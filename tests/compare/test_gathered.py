"""Clauses that became part of a longer one, reservations taken out of clauses, and annexes written anew."""

from __future__ import annotations

import pytest

from yange.compare import compare
from yange.parse import parse

_NUMERALS = "一二三四五六七八九"
_FIRST = "为了规范渔港管理，保障渔船安全，制定本办法。"
_LAST = "渔港内的冷库、油库由经营者按照消防规范建设，并配备灭火器材。"
_BANS = (
    "渔船在港内不得排放含油污水。",
    "渔船在港内不得使用明火。",
    "渔船在港内不得抛弃渔网和垃圾。",
    "渔船在港内不得占用航道停泊。",
)
_LIST = "渔船在港内不得有下列行为：排放含油污水，使用明火，抛弃渔网和垃圾，占用航道停泊，以及其他行为。"
_PENALTIES = (
    "挪用渔港维护经费的，由财政部门责令限期归还",
    "损毁灯桩、护岸的，由渔港监督机构责令限期修复",
    "拒不回港避风的，由渔港监督机构强制其回港",
)
_CRIME = "构成犯罪的，依法追究刑事责任。"


def law(*articles: str) -> str:
    return "".join(f"第{n}条　{words}\n\n" for n, words in zip(_NUMERALS, articles, strict=False))


def edges(old: str, new: str) -> set[tuple[str, str]]:
    result = compare(parse(old), parse(new))
    return {(edge.old, edge.new) for change in result.changes for edge in change.edges}


def back(pairs: set[tuple[str, str]]) -> set[tuple[str, str]]:
    return {(b, a) for a, b in pairs}


def test_several_prohibitions_became_one_list() -> None:
    old, new = law(_FIRST, *_BANS, _LAST), law(_FIRST, _LIST, _LAST)
    found = edges(old, new)
    assert found == {
        ("第一条", "第一条"), ("第二条", "第二条"), ("第三条", "第二条"), ("第四条", "第二条"), ("第五条", "第二条"),
        ("第六条", "第三条"),
    }  # fmt: skip
    assert edges(new, old) == back(found)


def test_a_prohibition_that_the_list_does_not_have_was_repealed() -> None:
    shorter = _LIST.replace("占用航道停泊，", "")
    found = edges(law(_FIRST, *_BANS, _LAST), law(_FIRST, shorter, _LAST))
    assert [pair for pair in found if pair[0] == "第五条"] == []


@pytest.mark.parametrize(("lost", "found"), [(3, 3), (2, 2), (1, 0)])
def test_reservations_taken_out_of_clauses_became_one_clause(lost: int, found: int) -> None:
    """One clause that lost its reservation shows nothing: the new one may be about all of them."""
    reserving = [f"{words}；{_CRIME}" for words in _PENALTIES]
    kept = [f"{words}。" for words in _PENALTIES[:lost]] + reserving[lost:]
    old = law(_FIRST, *reserving, _LAST)
    new = law(_FIRST, *kept, f"违反本办法规定，{_CRIME}", _LAST)
    pairs = edges(old, new)
    assert len([pair for pair in pairs if pair[1] == "第五条"]) == found
    assert edges(new, old) == back(pairs)


def test_a_reservation_that_stayed_in_its_clauses_as_well_came_from_none_of_them() -> None:
    reserving = [f"{words}；{_CRIME}" for words in _PENALTIES]
    new = law(_FIRST, *reserving, f"违反本办法规定，{_CRIME}", _LAST)
    assert [pair for pair in edges(law(_FIRST, *reserving, _LAST), new) if pair[1] == "第五条"] == []


_FORM = "登记表应当载明苗圃的名称、位置、占地面积、负责人，由区农业部门统一印制，一式三份。"
_LIST_ANEW = "登记信息采集清单：主体名称，坐落，占地面积与权属证明，联系方式，拟种植的品种；在线填写，不用纸质材料。"
_OTHER = "收费标准：特等每年八百元，一等每年五百元，二等每年二百元。"


@pytest.mark.parametrize(("words", "paired"), [(_LIST_ANEW, True), (_OTHER, False)])
def test_an_annex_written_anew_is_the_annex_of_its_number_if_it_shares_words(words: str, paired: bool) -> None:
    rules = law("苗圃由区农业部门登记，内容见附件。", "登记不收费用，十日内办结。")
    found = edges(f"{rules}附件\n\n{_FORM}\n", f"{rules.replace('十日', '五日')}附件\n\n{words}\n")
    assert (("附件一", "附件一") in found) is paired


def test_items_of_an_annex_keep_their_numbers_when_they_are_rewritten() -> None:
    rules = law("苗圃由区农业部门登记，内容见附件。", "登记不收费用，十日内办结。")
    old = "附件\n\n苗圃登记的主要内容\n\n一、基本情况：苗圃名称，苗圃位置，占地面积，经营范围，负责人。\n\n"
    new = "附件\n\n苗圃登记内容要点\n\n一、主体信息：名称和信用代码，苗圃坐落，占地总面积，其中温室面积，代表人。\n\n"
    rest = (
        "二、生产条件：灌溉设施，温室面积，技术人员。\n",
        "二、生产信息：灌溉和排水设施，专业技术人员名单，品种。\n",
    )
    found = edges(f"{rules}{old}{rest[0]}", f"{rules}{new}{rest[1]}")
    assert {("附件一 一、", "附件一 一、"), ("附件一 二、", "附件一 二、")} <= found
