"""What texts say of themselves, as tables of sentence and meaning."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yange import statements
from yange.model import Amendment, Basis

STARTS = [
    ("本办法自2020年3月1日起施行。", Basis.STATED, date(2020, 3, 1), 0, ()),
    ("第四十九条 本规定自 2020 年7 月1 日起施行。", Basis.STATED, date(2020, 7, 1), 0, ()),
    ("本措施自二〇二〇年三月一日起正式施行。", Basis.STATED, date(2020, 3, 1), 0, ()),
    ("现予公布，自2018年8月1日起施行。", Basis.STATED, date(2018, 8, 1), 0, ()),
    ("此件自发布之日起施行。", Basis.PUBLISHED, None, 0, ()),
    ("本公告自印发之日起实施。", Basis.SIGNED, None, 0, ()),
    ("本办法自公布之日起30日后施行。", Basis.PUBLISHED, None, 30, ()),
    ("本办法第五条自2021年1月1日起施行。", Basis.STATED, date(2021, 1, 1), 0, ("第五条",)),
    ("This Act comes into force on 1 March 2020.", Basis.STATED, date(2020, 3, 1), 0, ()),
    ("Article 8 This Act comes into force on 1 March 2020.", Basis.STATED, date(2020, 3, 1), 0, ()),
    ("Article 8 — This Act comes into force on 1 March 2020.", Basis.STATED, date(2020, 3, 1), 0, ()),
    ("Section 8A These Rules come into force on 1 March 2020.", Basis.STATED, date(2020, 3, 1), 0, ()),
]

NOT_STARTS = [
    "从2020年1月1日起，在全市免费发放门牌。",
    "门牌收费标准自2021年1月1日起执行新的目录。",
    "企业自注册之日起三年内免缴费用。",
    "本市门牌费自2021年1月1日起执行。",
    "本办法自2020年2月30日起施行。",
]

ENDS = [
    ("本办法自2020年3月1日起施行，有效期5年。", 5, None),
    ("本办法自2020年3月1日起施行。有效期五年。", 5, None),
    ("本文件自2023年6月15日起施行，各项措施除另有规定以外，有效期3年。", 3, None),
    ("本办法自2020年3月1日起施行；其有效期五年。", 5, None),
    ("本行政法规有效期五年。", 5, None),
    ("本办法自发布之日起施行,有效期至2020年12月31日。", None, date(2020, 12, 31)),
    ("自2021年1月1日起施行，至2023年12月31日止。", None, date(2023, 12, 31)),
    ("本通知有效期两年。", 2, None),
    ("This Act is valid for five years.", 5, None),
]

NOT_ENDS = [
    "门牌许可有效期5年。",
    "为高管签发有效期2年的居留证件。",
    "本许可证有效期5年。",
    "缴费优惠执行期限至2024年9月30日。",
    "本办法试行。",
]

REPEALS = [
    ("《望海市门牌办法》（望府〔2010〕1号）同时废止。", [("望海市门牌办法", "望府〔2010〕1号", ())]),
    ("《望海市门牌办法》(望府[2010] 1号)同时废止。", [("望海市门牌办法", "望府〔2010〕1号", ())]),
    (
        "《甲办法》、《乙规定》（望海市人民政府令第 3 号）同时废止。",
        [("甲办法", None, ()), ("乙规定", "望海市人民政府令第3号", ())],
    ),
    (
        "2011年1月2日市政府印发的《甲规则》停止执行。",
        [("甲规则", None, ())],
    ),
    (
        "《甲措施》（望府规〔2021〕1号）中的（八）、（九）、（十）三条不再执行。",
        [("甲措施", "望府规〔2021〕1号", ("（八）", "（九）", "（十）"))],
    ),
    ("《甲办法》第三条至第五条同时废止。", [("甲办法", None, ("第三条", "第四条", "第五条"))]),
    (
        "《市甲局 市乙局印发〈门牌措施〉的通知》（望甲〔2018〕94号）同时废止。",
        [("市甲局 市乙局印发〈门牌措施〉的通知", "望甲〔2018〕94号", ())],
    ),
    ("同时废止《甲办法》（望府〔2010〕1号）。", [("甲办法", "望府〔2010〕1号", ())]),
    ("望府规〔2017〕2号文同时废止。", [(None, "望府规〔2017〕2号", ())]),
    ("The Harbour Dues Act 1990 is hereby repealed.", [("Harbour Dues Act 1990", None, ())]),
]

NOT_REPEALS = [
    "门牌补贴不再执行。",
    "《甲办法》废止后，按本办法执行。",
    "根据《甲办法》制定本办法。",
    "起草、修改、废止《甲办法》的程序另行规定。",
]


@pytest.mark.parametrize(("text", "basis", "day", "delay", "clauses"), STARTS)
def test_commencement(text: str, basis: Basis, day: date | None, delay: int, clauses: tuple[str, ...]) -> None:
    (one,) = statements.commencements(text)
    assert (one.basis, one.day, one.delay, one.clauses) == (basis, day, delay, clauses)
    assert text[one.start : one.end] == one.phrase


@pytest.mark.parametrize("text", NOT_STARTS)
def test_no_commencement(text: str) -> None:
    assert statements.commencements(text) == ()


def test_first_day_counts_the_delay() -> None:
    (one,) = statements.commencements("本办法自公布之日起30日后施行。")
    assert one.first_day(signed=None, published=date(2020, 1, 1)) == date(2020, 1, 31)
    assert one.first_day(signed=date(2020, 1, 1), published=None) is None


@pytest.mark.parametrize(("text", "years", "day"), ENDS)
def test_expiry(text: str, years: int | None, day: date | None) -> None:
    (one,) = statements.expiries(text)
    assert (one.years, one.day) == (years, day)


@pytest.mark.parametrize("text", NOT_ENDS)
def test_no_expiry(text: str) -> None:
    assert statements.expiries(text) == ()


@pytest.mark.parametrize(("text", "expected"), REPEALS)
def test_repeals(text: str, expected: list[tuple[str | None, str | None, tuple[str, ...]]]) -> None:
    assert [(one.title, one.number, one.extent) for one in statements.repeals(text)] == expected


@pytest.mark.parametrize("text", NOT_REPEALS)
def test_no_repeal(text: str) -> None:
    assert statements.repeals(text) == ()


def test_extension() -> None:
    (one,) = statements.extensions("《甲办法》（望府〔2010〕1号）有效期延长至2025年12月31日。")
    assert (one.title, one.number, one.until) == ("甲办法", "望府〔2010〕1号", date(2025, 12, 31))


def test_repeal_on_a_day_of_its_own() -> None:
    (one,) = statements.repeals("《甲办法》自2021年1月1日起停止执行。")
    assert one.day == date(2021, 1, 1)


def test_a_caption_names_the_amending_order() -> None:
    read = statements.caption(
        "（2014年12月1日望海市人民政府令第273号发布 2020年3月7日望海市人民政府令第326号修正 自2015年1月1日起施行）"
    )
    assert read is not None
    assert (read.issued, read.number, read.commenced) == (
        date(2014, 12, 1),
        "望海市人民政府令第273号",
        date(2015, 1, 1),
    )
    assert read.amendments == (Amendment(number="望海市人民政府令第326号", date=date(2020, 3, 7), kind="修正"),)


def test_no_caption_in_an_ordinary_bracket() -> None:
    assert statements.caption("（2019—2023年）") is None


@given(st.text(alphabet="本办法自2020年3月1日起施行有效期五年。《》（）〔〕同时废止号第条\n ", max_size=80))
def test_spans_hold_their_phrases(text: str) -> None:
    for one in (*statements.commencements(text), *statements.expiries(text), *statements.repeals(text)):
        assert text[one.start : one.end] == one.phrase
