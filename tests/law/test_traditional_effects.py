"""What texts of Taiwan, Hong Kong and Macau say of their beginning and end, and do to others: sentence and meaning."""

from __future__ import annotations

from datetime import date

import pytest

from yange.law.aspects.effects import EffectStatement, ReadStatements
from yange.law.zh_hant.captions import CAPTIONS
from yange.law.zh_hant.effects import EFFECTS
from yange.law.zh_hant.instruments import INSTRUMENTS
from yange.model import Amendment, Basis, EventKind

STATED, PUBLISHED, SIGNED = Basis.STATED, Basis.PUBLISHED, Basis.SIGNED
BEGINNINGS = [
    # Taiwan
    ("第三十條　本法自公布日施行。", (PUBLISHED, None, 0, 0, ())),
    ("本辦法自發布日施行。", (PUBLISHED, None, 0, 0, ())),
    ("本法自公布後六個月施行。", (PUBLISHED, None, 0, 6, ())),
    ("本法自公布六個月後施行。", (PUBLISHED, None, 0, 6, ())),
    ("本法自中華民國一百十三年一月一日施行。", (STATED, date(2024, 1, 1), 0, 0, ())),
    ("本辦法自民國113年4月2日起施行。", (STATED, date(2024, 4, 2), 0, 0, ())),
    ("本要點自113.04.02實施。", (STATED, date(2024, 4, 2), 0, 0, ())),
    ("第五條之一自公布後一年施行。", (PUBLISHED, None, 0, 12, ("第五條之一",))),
    # Hong Kong
    ("本條例自2024年1月1日起實施。", (STATED, date(2024, 1, 1), 0, 0, ())),
    ("本規例於2024年1月1日起實施。", (STATED, date(2024, 1, 1), 0, 0, ())),
    ("本規例自憲報刊登當日起實施。", (PUBLISHED, None, 0, 0, ())),
    ("本條例自其於憲報刊登當日起實施。", (PUBLISHED, None, 0, 0, ())),
    ("第3條自2024年6月1日起實施。", (STATED, date(2024, 6, 1), 0, 0, ("第3條",))),
    # Macau
    ("本法律自公佈翌日起生效。", (PUBLISHED, None, 1, 0, ())),
    ("本行政法規自公佈後滿三十日起生效。", (PUBLISHED, None, 30, 0, ())),
    ("本行政長官批示自公佈日起生效。", (PUBLISHED, None, 0, 0, ())),
    ("本行政法規自二零二四年一月一日起生效。", (STATED, date(2024, 1, 1), 0, 0, ())),
]


@pytest.mark.parametrize(("text", "expected"), BEGINNINGS)
def test_a_first_day(text: str, expected: tuple[Basis, date | None, int, int, tuple[str, ...]]) -> None:
    (one,) = EFFECTS.commencements(text)
    assert (one.basis, one.day, one.delay, one.months, one.clauses) == expected
    assert text[one.start : one.end] == one.phrase


def test_an_exception_is_named_as_it_is_printed() -> None:
    text = "本法除第三條自公布後六個月施行外，自公布日施行。"
    part, whole = EFFECTS.commencements(text)
    assert (part.clauses, part.months) == (("第三條",), 6)
    assert (whole.clauses, whole.excepted, whole.basis) == ((), ("第三條",), PUBLISHED)
    assert left(text) == []


def acts(text: str) -> list[EffectStatement]:
    return [one for kind in EventKind for one in EFFECTS.acts(text, kind)]


def left(text: str) -> list[str]:
    starts, ends = tuple(EFFECTS.commencements(text)), tuple(EFFECTS.expiries(text))
    read = ReadStatements(starts, ends, tuple(acts(text)))
    return [one.field for one in EFFECTS.left(text, read)]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("本法施行日期，由行政院定之。", ["effective"]),
        ("本法施行日期由行政院以命令定之。", ["effective"]),
        ("本法第五條第二項之施行日期，由行政院定之。", ["effective"]),
        ("本辦法除另定施行日期者外，自發布日施行。", ["effective"]),
        ("本法中華民國一百十三年四月二日修正之條文，自公布後三個月施行。", ["effective"]),
        ("本條例自運輸及物流局局長以憲報公告指定的日期起實施。", ["effective"]),
        ("現指定2024年3月1日為《2023年渡輪條例》開始實施的日期。", ["effective"]),
        ("本行政法規自公佈日起生效，並追溯至二零二四年一月一日。", ["effective"]),
        ("第7/2003號法律及有關規定停止適用。", ["repeals"]),
        ("本法自公布日施行。", []),
        ("主管機關應廢止其許可。", []),
        ("本法施行細則，由主管機關定之。", []),
    ],
)
def test_what_is_left(text: str, fields: list[str]) -> None:
    assert left(text) == fields


@pytest.mark.parametrize(
    ("text", "day", "years"),
    [
        ("本條例自公布日施行；其施行期間至中華民國一百十五年十二月三十一日止。", date(2026, 12, 31), None),
        ("本條例施行至中華民國115年12月31日止。", date(2026, 12, 31), None),
        ("本條例施行期間為十年。", None, 10),
        ("本要點有效期間至中華民國116年6月30日止。", date(2027, 6, 30), None),
    ],
)
def test_a_last_day(text: str, day: date | None, years: int | None) -> None:
    (one,) = EFFECTS.expiries(text)
    assert (one.day, one.years) == (day, years)
    assert text[one.start : one.end] == one.phrase


@pytest.mark.parametrize(
    ("text", "title", "number", "extent", "day"),
    [
        ("「臺北市渡船管理規則」同時廢止。", "臺北市渡船管理規則", None, (), None),
        ("廢止「臺北市渡船管理規則」，並自即日生效。", "臺北市渡船管理規則", None, (), None),
        (
            "《渡船管理辦法》（台內營字第1130801234號）自中華民國一百十三年五月一日廢止。",
            "渡船管理辦法", "台內營字第1130801234號", (), date(2024, 5, 1),
        ),
        ("《渡輪服務規例》（第104章，附屬法例A）現予廢除。", "渡輪服務規例", "第104章，附屬法例A", (), None),
        ("《渡輪服務條例》（第104章）第3條現予廢除。", "渡輪服務條例", "第104章", ("第3條",), None),
        ("廢止第7/2003號法律。", None, "第7/2003號法律", (), None),
        ("廢止第52/94/M號法令。", None, "第52/94/M號法令", (), None),
        ("廢止經第3/2016號法律修改的第7/2003號法律。", None, "第7/2003號法律", (), None),
        ("廢止第7/2003號法律《渡輪法》第三條。", "渡輪法", "第7/2003號法律", ("第三條",), None),
        ("第7/2003號法律第三條不再適用。", None, "第7/2003號法律", ("第三條",), None),
    ],
)  # fmt: skip
def test_a_repeal(text: str, title: str | None, number: str | None, extent: tuple[str, ...], day: date | None) -> None:
    (one,) = acts(text)
    assert (one.kind, one.title, one.number, one.extent, one.day) == (EventKind.REPEAL, title, number, extent, day)
    assert text[one.start : one.end] == one.phrase


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("台內營字第1130801234號", "台內營字第1130801234號"),
        ("依府法濟字第1130012345號函辦理", "府法濟字第1130012345號函"),
        ("總統華總一義字第11300012345號令", "華總一義字第11300012345號令"),
        ("行政院院臺交字第1131000001號令", "院臺交字第1131000001號令"),
        ("2024年第12號法律公告", "2024年第12號法律公告"),
        ("第7/2003號法律", "第7/2003號法律"),
        ("第10/2020號行政法規", "第10/2020號行政法規"),
        ("望府規[2020] 3號", "望府規〔2020〕3號"),
        ("第12章", None),
        ("第3條第2款", None),
    ],
)
def test_numbers_of_instruments(text: str, number: str | None) -> None:
    assert INSTRUMENTS.find_number(text) == number


def test_titles_between_corner_brackets_and_chapters_behind_titles() -> None:
    text = "依「渡船管理辦法」及《渡輪條例》（第104章）辦理，所稱「渡船」如下"
    found = [(one.title, one.number) for one in INSTRUMENTS.quoted(text)]
    assert found == [("渡船管理辦法", None), ("渡輪條例", "第104章")]


def test_the_history_of_a_law_of_taiwan() -> None:
    text = (
        "中華民國八十八年一月二十日總統（88）華總一義字第8800010820號令制定公布全文三十條；並自公布日施行\n"
        "中華民國一百零二年五月八日總統華總一義字第10200083611號令修正公布第三條、第五條條文\n"
        "中華民國113年4月2日總統華總一義字第11300012345號令增訂公布第五條之一條文；並自113年6月1日施行\n"
        "第一條　為管理渡船，制定本法。"
    )
    found = CAPTIONS.read(text)
    assert found is not None
    assert text[found.end :].startswith("\n第一條")
    assert (found.issued, found.number) == (date(1999, 1, 20), "（88）華總一義字第8800010820號令")
    assert found.amendments == (
        Amendment(number="華總一義字第10200083611號令", date=date(2013, 5, 8), kind="修正"),
        Amendment(number="華總一義字第11300012345號令", date=date(2024, 4, 2), kind="修正"),
    )
    assert (found.begins, found.unread) == (date(2024, 6, 1), ())
    assert found.events[1].phrase in text


@pytest.mark.parametrize("text", ["第一條　為管理渡船，制定本法。", "中華民國113年4月2日", "（試行）", ""])
def test_no_caption(text: str) -> None:
    assert CAPTIONS.read(text) is None
