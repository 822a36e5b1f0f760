"""Captions (题注) as lists of events, each with its own day."""

from __future__ import annotations

from datetime import date

import pytest

from yange.model import Amendment
from yange.statements import caption

FIRST = "1999年3月1日第九届全国人民代表大会常务委员会第三次会议通过"


def amended(text: str) -> list[tuple[str, str | None, str]]:
    found = caption(text)
    return [] if found is None else [(str(one.date), one.number, one.kind) for one in found.amendments]


def test_adoption_is_not_publication() -> None:
    found = caption(f"（{FIRST}　1999年3月5日中华人民共和国主席令第五号公布　自1999年7月1日起施行）")
    assert found is not None
    assert (found.adopted, found.issued, found.number) == (date(1999, 3, 1), date(1999, 3, 5), "主席令第五号")
    assert (found.commenced, found.begins, found.amendments) == (date(1999, 7, 1), None, ())


@pytest.mark.parametrize("words", ["国务院批准", "望海市第一届人民代表大会第二次会议通过"])
def test_adoption_alone_leaves_publication_unknown(words: str) -> None:
    found = caption(f"（1999年3月1日{words}）")
    assert found is not None
    assert (found.adopted, found.issued) == (date(1999, 3, 1), None)


@pytest.mark.parametrize(
    ("words", "kind", "number"),
    [
        ("第十三届全国人民代表大会常务委员会第六次会议《关于修改〈中华人民共和国渡口法〉的决定》修正", "修正", None),
        ("全国人民代表大会常务委员会《关于修改<渡口法>等五部法律的决定》第二次修正", "修正", None),
        ("中华人民共和国国务院令第709号修订", "修订", "国务院令第709号"),
        ("《国务院关于修改部分行政法规的决定》修订", "修订", None),
        ("第十三届全国人民代表大会常务委员会第六次会议修订通过", "修订", None),
        ("望海市第三届人民代表大会常务委员会第六次会议通过的《关于修改渡口条例的决定》修正", "修正", None),
        ("望海市人民政府令第326号修改", "修正", "望海市人民政府令第326号"),
    ],
)
def test_an_amending_order_has_its_own_day_kind_and_number(words: str, kind: str, number: str | None) -> None:
    assert amended(f"（{FIRST}　根据2018年10月26日{words}）") == [("2018-10-26", number, kind)]


def test_the_promulgation_of_a_revision_is_the_day_of_its_order() -> None:
    text = (
        "（2009年7月20日国务院令第557号公布　2016年2月6日《国务院关于修改部分行政法规的决定》修订　"
        "2019年3月26日国务院第42次常务会议修订通过　2019年10月11日国务院令第721号公布　2019年12月1日施行）"
    )
    found = caption(text)
    assert found is not None
    assert (found.number, found.issued, found.begins) == ("国务院令第557号", date(2009, 7, 20), date(2019, 12, 1))
    assert amended(text) == [("2016-02-06", None, "修订"), ("2019-10-11", "国务院令第721号", "修订")]


def test_a_first_day_before_the_amendment_is_that_of_the_first_text() -> None:
    found = caption(
        "（2014年12月1日望海市人民政府令第2号发布　2020年3月7日望海市人民政府令第9号修正　自2015年1月1日起施行）"
    )
    assert found is not None
    assert (found.commenced, found.begins) == (date(2015, 1, 1), None)
    assert found.amendments == (Amendment(number="望海市人民政府令第9号", date=date(2020, 3, 7), kind="修正"),)


def test_approval_of_an_amendment_is_its_day() -> None:
    text = f"（{FIRST}　2018年9月1日望海市人民代表大会常务委员会修正　2018年11月2日望山省人民代表大会常务委员会批准）"
    assert amended(text) == [("2018-11-02", None, "修正")]


def test_events_in_lines_without_a_bracket() -> None:
    text = f"{FIRST}\n\n2018年10月26日全国人民代表大会常务委员会第六次会议修正\n\n第一条　为了规范渡口，制定本法。"
    found = caption(text)
    assert found is not None
    assert text[found.end :].startswith("\n\n第一条")
    assert amended(text) == [("2018-10-26", None, "修正")]


def test_a_bracket_over_several_lines() -> None:
    assert amended(f"（{FIRST}\n2018年10月26日全国人民代表大会常务委员会修正）") == [("2018-10-26", None, "修正")]


def test_what_was_not_read_is_named() -> None:
    found = caption(f"（{FIRST}　2018年10月26日全国人民代表大会常务委员会核定）")
    assert found is not None
    assert found.unread == ("2018年10月26日全国人民代表大会常务委员会核定",)


@pytest.mark.parametrize("text", ["（2019—2023年）", "2020年3月1日市政府发布通告，要求各渡口停航。", "（试行）", ""])
def test_no_caption(text: str) -> None:
    assert caption(text) is None


@pytest.mark.parametrize(
    "words",
    [
        "2018年9月1日望海市人民代表大会常务委员会通过并经2018年11月2日望山省人民代表大会常务委员会批准的决定修正",
        "2018年11月2日望山省人民代表大会常务委员会批准的2018年9月1日望海市人民代表大会常务委员会《决定》修正",
    ],
)
def test_approval_and_amendment_are_one_event_of_the_later_day(words: str) -> None:
    found = caption(f"（{FIRST}　{words}）")
    assert found is not None
    assert (found.unread, found.adopted) == ((), date(1999, 3, 1))
    assert amended(f"（{FIRST}　{words}）") == [("2018-11-02", None, "修正")]


def test_two_bodies_pass_one_text() -> None:
    found = caption("（2020年8月31日甲审判委员会第1811次会议、2020年8月21日乙检察委员会第四十八次会议通过）")
    assert found is not None
    assert (found.adopted, found.unread) == (date(2020, 8, 31), ())


def test_a_text_passed_again_without_a_word_of_amendment_is_not_read() -> None:
    found = caption(f"（{FIRST}　2018年10月26日全国人民代表大会常务委员会第六次会议通过）")
    assert found is not None
    assert found.unread == ("2018年10月26日全国人民代表大会常务委员会第六次会议通过",)


@pytest.mark.parametrize(
    ("words", "number"),
    [("中华人民共和国国务院令第692号", "国务院令第692号"), ("望海市人民代表大会主席团公告", None)],
)
def test_an_order_without_a_verb_is_its_publication(words: str, number: str | None) -> None:
    found = caption(f"（2017年11月22日{words}）")
    assert found is not None
    assert (found.issued, found.number) == (date(2017, 11, 22), number)
