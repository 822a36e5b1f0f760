"""Titles: the kind and rank of an instrument, and the words that a comparison of titles ignores."""

from __future__ import annotations

import pytest

from yange.law.aspects.titles import Bearer
from yange.titles import amends_others, is_draft_title, kind_of, rank_of, title_key


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("望海市渡口管理条例", "条例"),
        ("望海市渡口管理办法", "办法"),
        ("望海市渡口管理暂行办法", "办法"),
        ("望海市渡口管理条例实施细则", "细则"),
        ("望海市渡口管理办法（试行）", "办法"),
        ("渡口法", "法"),
        ("渡口法典", "法"),
        ("渡口行政执法", None),
        ("渡口开放时间安排", None),
        ("关于渡口开放的安排", "安排"),
        ("渡口名词解释", None),
        ("Harbour Act 2020", "Act"),
        ("Harbour Act, 2020", "Act"),
        ("Ferry Regulations", "Regulations"),
        ("Interim Measures for Ferries", None),
        ("Ferries (Interim Measures)", None),
        ("Ferry Interim Measures", "Measures"),
        ("Harbour Bylaws", "By-laws"),
        ("A History of the Pact", None),
        ("", None),
    ],
)
def test_the_kind_of_an_instrument(title: str, kind: str | None) -> None:
    assert kind_of(title) == kind


@pytest.mark.parametrize(
    ("kind", "number", "issuers", "local", "rank"),
    [
        ("法", "主席令第7号", (), False, "法律"),
        ("办法", "主席令第7号", (), False, "法律"),
        ("办法", "国务院令第7号", ("国务院",), False, "行政法规"),
        ("条例", "", ("国务院",), False, "行政法规"),
        ("条例", "", ("国务院", "中央军事委员会"), False, "行政法规"),
        ("条例", "", ("望海市人民代表大会常务委员会",), True, "地方性法规"),
        ("条例", "", (), False, None),
        ("办法", "望海市人民政府令第7号", ("望海市人民政府",), True, "规章"),
        ("办法", "望府规〔2020〕7号", ("望海市人民政府",), True, "规范性文件"),
        ("办法", "望府发〔2020〕7号", ("望海市人民政府",), True, None),
        ("Act", "", (), False, "statute"),
        ("Regulations", "", (), False, None),
    ],
)
def test_the_rank_of_an_instrument(
    kind: str, number: str, issuers: tuple[str, ...], *, local: bool, rank: str | None
) -> None:
    assert rank_of(Bearer(kind, number, issuers, local)) == rank


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("望海市渡口办法（试行）", "望海市渡口办法", True),
        ("望海市渡口暂行办法", "望海市渡口办法", True),
        ("望海市渡口办法（2020年修订）", "《望海市渡口办法》", True),
        ("2020年渡口计划", "2021年渡口计划", True),
        ("Harbour Act 2020", "HARBOUR ACT 2021", True),
        ("望海市渡口办法", "望海市渡船办法", False),
    ],
)
def test_titles_of_one_policy(one: str, other: str, *, same: bool) -> None:
    assert (title_key(one) == title_key(other)) is same


def test_a_place_in_front_is_set_aside_where_it_is_given() -> None:
    assert title_key("望海市渡口办法", "望海市") == title_key("渡口办法")
    assert title_key("望海市渡口办法") != title_key("渡口办法")


@pytest.mark.parametrize(
    ("title", "amends"),
    [
        ("关于修改《渡口办法》的决定", True),
        ("Harbour (Amendment) Act", True),
        ("渡口办法", False),
        ("Harbour Act", False),
    ],
)
def test_titles_of_amending_texts(title: str, *, amends: bool) -> None:
    assert amends_others(title) is amends


def test_an_act_that_cites_a_bill_is_no_draft() -> None:
    assert is_draft_title("Harbour Bill 2020")
    assert not is_draft_title("Act on the Harbour Bill of 2020 and its Costs")
