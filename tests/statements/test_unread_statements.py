"""Unread does not mean absent: tables of wordings with their results, and sentences that were not read."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yange import statements

D = date

BEGINS = [
    # wording, day, only of these clauses, exact
    ("本办法自2015年5月1日零时起施行。", D(2015, 5, 1), (), True),
    ("本办法2015年5月1日起施行。", D(2015, 5, 1), (), True),
    ("本办法于2015年5月1日正式实施。", D(2015, 5, 1), (), True),
    ("本办法施行日期为2015年5月1日。", D(2015, 5, 1), (), True),
    ("实施时间：2015年5月1日", D(2015, 5, 1), (), True),
    ("本办法自 2 0 1 5 年 5 月 1 日起施行。", D(2015, 5, 1), (), True),
    ("本办法自2015.5.1起施行。", D(2015, 5, 1), (), True),
    ("本办法自2015-5-1起施行。", D(2015, 5, 1), (), True),
    ("本办法自2015/5/1起施行。", D(2015, 5, 1), (), True),
    ("本办法自２０１５年５月１日起施行。", D(2015, 5, 1), (), True),
    ("本辦法自2015年5月1日起實施。", D(2015, 5, 1), (), True),
    ("本办法自2014年1月1日起追溯执行。", D(2014, 1, 1), (), True),
    ("本办法自2015年5月1日起在全省施行。", D(2015, 5, 1), (), True),
    ("本办法自2015年5月起施行。", D(2015, 5, 1), (), False),
    ("本办法自2016年起施行。", D(2016, 1, 1), (), False),
    ("本办法自2015年5月1日至2018年4月30日施行。", D(2015, 5, 1), (), True),
    ("本办法自2015年5月1日起生效实施。", D(2015, 5, 1), (), True),
    ("本办法有效期为2015年5月1日至2018年4月30日。", D(2015, 5, 1), (), True),
    (
        "本办法第三条、第五条至第七条自2016年1月1日起施行。",
        D(2016, 1, 1),
        ("第三条", "第五条", "第六条", "第七条"),
        True,
    ),
    ("本办法自2015年5月1日（星期五）起施行。", D(2015, 5, 1), (), True),
    ("本办法自2015年5月1日（含当日）起施行。", D(2015, 5, 1), (), True),
    ("十二、本规定自2015年5月1日起施行。", D(2015, 5, 1), (), True),
    ("This Act comes into force on the first day of January 2020.", D(2020, 1, 1), (), True),
    ("This Act shall come into force on 1st January, 2020.", D(2020, 1, 1), (), True),
    ("5. This Act comes into operation on 1 May 2020.", D(2020, 5, 1), (), True),
    ("These rules shall come into force on 1 May 2015.", D(2015, 5, 1), (), True),
    ("Article 3 (Commencement). The rules come into force on 1 May 2015.", D(2015, 5, 1), (), True),
    ("This Act has effect from May 1, 2020.", D(2020, 5, 1), (), True),
    ("These Rules come into force on 2015-05-01.", D(2015, 5, 1), (), True),
    ("These Rules come into force on Friday, 1 May 2015.", D(2015, 5, 1), (), True),
    ("These Rules come into force at midnight on 1 May 2015.", D(2015, 5, 1), (), True),
    ("These Rules may be cited as the Ferry Rules 2015 and come into force on 1 May 2015.", D(2015, 5, 1), (), True),
    ("These Rules are deemed to have come into force on 1 May 2015.", D(2015, 5, 1), (), True),
    ("Section 5 of this Act comes into force on 1 March 2021.", D(2021, 3, 1), ("Section 5",), True),
]

COUNTED = [
    # wording, basis, days, months from that day
    ("本办法自印发之日起一个月后施行。", "signed", 0, 1),
    ("本办法自公布之日起满30日施行。", "published", 30, 0),
    ("本办法自公布之日起第三十日起施行。", "published", 30, 0),
    ("本办法自公布后六十日起施行。", "published", 60, 0),
    ("本办法自发布之日的次日起施行。", "published", 1, 0),
    ("本办法自发布之次日起施行。", "published", 1, 0),
    ("本办法自发布之日起立即生效。", "published", 0, 0),
    ("本办法自公布之日起一年零六个月后施行。", "published", 0, 18),
    ("本办法自公布之日起半年后施行。", "published", 0, 6),
    ("本通知自即日起执行。", "signed", 0, 0),
    ("本条例自通过之日起施行。", "unknown", 0, 0),
    ("This Act comes into force on the day after publication.", "published", 1, 0),
    ("This Act takes effect three months after its publication.", "published", 0, 3),
    ("This Act takes effect upon publication.", "published", 0, 0),
]

FROM = D(2015, 5, 1)
ENDS = [
    # wording, last day where the text begins on 1 May 2015, exact
    ("本办法自2015年5月1日起试行一年。", D(2016, 4, 30), True),
    ("本办法自2015年5月1日起试行，试行期一年。", D(2016, 4, 30), True),
    ("本办法自2015年5月1日起施行，暂定三年。", D(2018, 4, 30), True),
    ("本办法自2015年5月1日起施行，暂行2年。", D(2017, 4, 30), True),
    ("本办法自2015年5月1日起施行，有效期90天。", D(2015, 7, 29), True),
    ("本办法自2015年5月1日起施行，有效期一年半。", D(2016, 10, 31), True),
    ("本办法自2015年5月1日起施行，有效期2年6个月。", D(2017, 10, 31), True),
    ("本办法自2015年5月1日起施行，有效期为5年零3个月。", D(2020, 7, 31), True),
    ("本办法自2015年5月1日起施行，由市交通局负责解释，有效期5年。", D(2020, 4, 30), True),
    ("本办法自2015年5月1日起施行，此件有效期5年。", D(2020, 4, 30), True),
    ("本办法自2015年5月1日起施行，自2018年5月1日起废止。", D(2018, 4, 30), True),
    ("本办法自2015年5月1日起施行，2018年5月1日起失效。", D(2018, 4, 30), True),
    ("本办法自2015年5月1日起施行，2018年4月30日止。", D(2018, 4, 30), True),
    ("本办法自2015年5月1日起施行，有效期至2017年底。", D(2017, 12, 31), True),
    ("本办法自2015年5月1日起施行，有效期至2017年6月。", D(2017, 6, 30), False),
    ("本办法有效期自2015年5月1日至2018年4月30日。", D(2018, 4, 30), True),
    ("本办法于2018年5月1日失效。", D(2018, 4, 30), False),
    ("This Act ceases to have effect on 1 January 2026.", D(2025, 12, 31), False),
    ("This Act comes into force on 1 May 2015 and is valid for five years.", D(2020, 4, 30), True),
    (
        "This Act comes into force on 1 May 2015 and remains in force for five years and six months.",
        D(2020, 10, 31),
        True,
    ),
    ("This Act comes into force on 1 May 2015 and remains in force until 30 April 2020.", D(2020, 4, 30), True),
    (
        "This Act comes into force on 1 May 2015 and shall cease to be in force at the end of 30 April 2020.",
        D(2020, 4, 30),
        True,
    ),
    ("This Act is in force from 1 May 2015 to 30 April 2020.", D(2020, 4, 30), True),
    ("This Act applies from 1 May 2015 until 30 April 2020.", D(2020, 4, 30), True),
]

EFFECTS = [
    # wording, reader, [(title, number, clauses)], on, until
    ("《甲办法》、《乙规定》及望府〔2010〕1号文同时废止。", "repeals",
     [("甲办法", None, ()), ("乙规定", None, ()), (None, "望府〔2010〕1号", ())], None, None),
    ("废止《甲办法》。", "repeals", [("甲办法", None, ())], None, None),
    ("一、废止《甲办法》（1992年9月19日望岚市人民代表大会通过）", "repeals", [("甲办法", None, ())], None, None),
    ("《甲办法》不再适用。", "repeals", [("甲办法", None, ())], None, None),
    ("《甲办法》（1999年8月18日起施行）同时废止。", "repeals", [("甲办法", None, ())], None, None),
    ("1987年4月1日市政府发布、1997年1月2日修订的《甲》，1990年5月2日市政府发布的《乙》同时废止。", "repeals",
     [("甲", None, ()), ("乙", None, ())], None, None),
    ("市政府令第12号发布的《甲规则》停止执行。", "repeals", [("甲规则", None, ())], None, None),
    ("自2016年1月1日起，《甲办法》废止。", "repeals", [("甲办法", None, ())], D(2016, 1, 1), None),
    ("自2016年3月1日起至2016年9月30日止，暂停执行《甲办法》第二条。", "suspensions",
     [("甲办法", None, ("第二条",))], D(2016, 3, 1), D(2016, 9, 30)),
    ("《甲办法》第二条自2016年3月1日至2016年9月30日暂停执行。", "suspensions",
     [("甲办法", None, ("第二条",))], D(2016, 3, 1), D(2016, 9, 30)),
    ("《甲办法》第二条暂停执行至2016年9月30日。", "suspensions",
     [("甲办法", None, ("第二条",))], None, D(2016, 9, 30)),
    ("恢复执行《甲办法》第二条。", "revivals", [("甲办法", None, ("第二条",))], None, None),
    ("延长《甲办法》有效期至2022年4月30日。", "extensions", [("甲办法", None, ())], None, D(2022, 4, 30)),
    ("《甲办法》的有效期延至2022年4月30日。", "extensions", [("甲办法", None, ())], None, D(2022, 4, 30)),
    ("The Harbour Dues Act 1990 and the Pilotage Act 1987 are repealed.", "repeals",
     [("Harbour Dues Act 1990", None, ()), ("Pilotage Act 1987", None, ())], None, None),
    ("Section 3 of the Harbour Dues Act 1990 is repealed.", "repeals",
     [("Harbour Dues Act 1990", None, ("Section 3",))], None, None),
    ("The Harbour Dues Act 1990 stands repealed.", "repeals", [("Harbour Dues Act 1990", None, ())], None, None),
    ("The Harbour Dues Act 1990, as last amended by the Harbour Act 2001, is repealed.", "repeals",
     [("Harbour Dues Act 1990", None, ())], None, None),
    ("Regulation (EC) No 12/2001 of 3 May 2001 on the dues of harbours is hereby repealed.", "repeals",
     [("Regulation (EC) No 12/2001 of 3 May 2001 on the dues of harbours", None, ())], None, None),
    ("With effect from 1 May 2021, the Harbour Dues Act 1990 is repealed.", "repeals",
     [("Harbour Dues Act 1990", None, ())], D(2021, 5, 1), None),
    ("The Harbour Dues Act 1990 is suspended from 1 March 2016 to 30 September 2016.", "suspensions",
     [("Harbour Dues Act 1990", None, ())], D(2016, 3, 1), D(2016, 9, 30)),
    ("The Harbour Dues Act 1990 is repealed with effect from 1 May 2021.", "repeals",
     [("Harbour Dues Act 1990", None, ())], D(2021, 5, 1), None),
]  # fmt: skip

NOT_EFFECTS = [
    "《甲办法》除第三条外同时废止。",
    "《甲办法》同时废止，但第三条继续执行。",
    "待新办法施行后，《甲办法》废止。",
    "已经废止的《甲办法》施行期间的证书继续有效。",
    "第五十条修改为：“《甲办法》同时废止。”",
    "《甲办法》停止执行一年。",
    "《甲办法》暂停实施六个月。",
    "《甲办法》停止执行至新码头启用。",
    "The Harbour Dues Act 1990 is not repealed.",
    "The Harbour Dues Act 1990, except section 4, is repealed.",
    "If the Council so resolves, the Harbour Dues Act 1990 is repealed.",
    "Any by-law inconsistent with this Act is repealed.",
    "The Harbour Dues Act 1990 is repealed in part.",
    "The Harbour Dues Act 1990 is repealed, apart from section 4.",
    "The Harbour Dues Act 1990 is repealed without prejudice to section 4.",
    "Part of the Harbour Dues Act 1990 is repealed.",
    "The Schedule to the Harbour Dues Act 1990 is repealed.",
    "The Harbour Dues Act 1990 and all amendments to it are repealed.",
    "On the day the bridge opens, the Harbour Dues Act 1990 is repealed.",
    "None of the Harbour Dues Act 1990 is repealed.",
    "Neither the Harbour Dues Act 1990 nor the Pilotage Act 1987 is repealed.",
    "The Rules listed in the Schedule are repealed.",
    "The Act is repealed.",
    "The Harbour Dues Act 1990 is suspended for six months.",
]

UNREAD = [
    # wording, fields in doubt
    ("本办法自通车之日起施行。", {"effective"}),
    ("本办法施行日期由市人民政府另行公布。", {"effective"}),
    ("本办法的施行时间另行通知。", {"effective"}),
    ("本办法随《条例》同步实施。", {"effective"}),
    ("本办法待省政府批准后施行。", {"effective"}),
    ("本办法从明年一月一日起实行。", {"effective"}),
    ("本办法自2015年国庆节起施行。", {"effective"}),
    ("本办法自2015年2月30日起施行。", {"effective"}),
    ("本办法即刻生效。", {"effective"}),
    ("本办法在甲区自2015年5月1日起施行。", {"effective"}),
    ("本办法自2015年5月1日起在甲市施行，自2015年10月1日起在全省施行。", {"effective"}),
    ("除第三条外，本办法自2015年5月1日起施行。", {"effective"}),
    ("本办法自2015年5月1日起施行，其中收费标准自2016年1月1日起执行。", {"effective"}),
    ("本办法自2015年5月1日起施行，新建渡口除外。", {"effective"}),
    ("本办法自公布之日起施行，并追溯至2015年1月1日。", {"effective"}),
    ("本办法拟于2015年5月1日起施行。", {"effective"}),
    ("本办法预计2015年5月1日起施行。", {"effective"}),
    ("本办法不自2015年5月1日起施行。", {"effective"}),
    ("本办法暂定于2015年5月1日起施行。", {"effective"}),
    ("本办法暂不施行。", {"effective"}),
    ("本办法暂缓施行。", {"effective"}),
    ("本办法经市人民代表大会通过后施行。", {"effective"}),
    ("本办法报省人大常委会批准后施行。", {"effective"}),
    ("本办法施行之日，由市人民政府公布。", {"effective"}),
    ("本办法自2015年5月1日起施行，第三条有效期2年。", {"expires"}),
    ("本办法自2015年5月1日起施行，第三条于2016年1月1日失效。", {"expires"}),
    ("本办法自2015年5月1日起施行，收费标准有效期2年。", {"expires"}),
    ("本办法自2015年5月1日起施行，有效期5年左右。", {"expires"}),
    ("本办法自2015年5月1日起施行，疫情结束后自动终止。", {"expires"}),
    ("废止经市政府令第3号修改的《甲办法》。", {"repeals"}),
    ("甲办法、《乙办法》同时废止。", {"repeals"}),
    ("本办法替代原《甲办法》。", {"repeals"}),
    ("《甲办法》停止执行一年。", {"repeals"}),
    ("《甲办法》暂停实施一年。", {"suspends"}),
    ("《甲办法》自2016年3月1日起重新生效。", {"revives"}),
    ("《甲办法》续期五年。", {"extends"}),
    ("《甲办法》有效期缩短至2022年4月30日。", {"extends"}),
    ("将《甲办法》有效期由2020年4月30日延长至2022年4月30日。", {"extends"}),
    ("本办法自2015年5月1日起施行，到国家新规定出台为止。", {"expires"}),
    ("本办法自2015年5月1日起施行，有效期视情况确定。", {"expires", "effective"}),
    ("本办法执行满两年自动废止。", {"expires"}),
    ("本办法在新规定出台前有效。", {"expires"}),
    ("本办法自2015年5月1日起施行，施行后五年内有效。", {"expires"}),
    ("2018年5月1日后不再有效。", {"expires"}),
    ("原有规定同时废止。", {"repeals"}),
    ("甲办法同时废止。", {"repeals"}),
    ("《甲办法》有关收费的规定同时废止。", {"repeals"}),
    ("《甲办法》及其补充规定同时废止。", {"repeals"}),
    ("《甲办法》除第三条外同时废止。", {"repeals"}),
    ("《甲办法》同时废止，但第三条继续执行。", {"repeals"}),
    ("《甲办法》由本办法代替。", {"repeals"}),
    ("望岚市以前的渡口规定作废。", {"repeals"}),
    ("第三条暂缓施行。", {"suspends"}),
    ("暂停《甲办法》第二条的执行。", {"suspends"}),
    ("《甲办法》不再作为行政管理的依据。", {"repeals"}),
    ("《甲办法》继续执行。", {"extends"}),
    ("《甲办法》延期。", {"extends"}),
    ("This Act comes into force on such day as the Minister may appoint.", {"effective"}),
    ("This Act is expected to come into force on 1 May 2015.", {"effective"}),
    ("This Act should come into force on 1 May 2015.", {"effective"}),
    ("This Act comes into force on 1 May 2015 in Larkmouth and on 1 October 2015 elsewhere.", {"effective"}),
    ("This Act comes into force on 1 May 2015 for new ferries.", {"effective"}),
    ("This Act comes into force on 1 May 2015 or on the day of its publication.", {"effective"}),
    ("This Act comes into force on 1 May 2015 and Article 3 on 1 May 2016.", {"effective"}),
    ("The effective date of this Act is 1 May 2015.", {"effective"}),
    ("This Act starts to apply on 1 May 2015.", {"effective"}),
    ("This Act, made under section 5 of the Ferries Act 1990, comes into force on 1 May 2015.", {"effective"}),
    ("Section 5 of the Ferries Act 1990 comes into force on 1 May 2015.", {"effective"}),
    ("The Minister may by order bring this Act into force.", {"effective"}),
    ("This Act shall lapse when the bridge opens.", {"expires"}),
    ("This Act comes into force on 1 May 2015 and remains in force until revoked.", {"expires"}),
    ("The term of this Act is five years.", {"expires"}),
    ("A permit under this Act expires on 30 April 2016.", {"expires"}),
    ("The Harbour Dues Act 1990 is repealed in part.", {"repeals"}),
    ("The Harbour Dues Act 1990 will be repealed when the bridge opens.", {"repeals"}),
    ("The Harbour Dues Act 1990 is superseded.", {"repeals"}),
    ("This Act replaces the Harbour Dues Act 1990.", {"repeals"}),
    ("The Harbour Dues Act 1990 no longer applies.", {"repeals"}),
    ("The Harbour Permits Act 1990 ceases to have effect.", {"expires"}),
    ("The suspension of the Harbour Dues Act 1990 is lifted.", {"suspends", "revives"}),
    ("The Harbour Dues Act 1990 is renewed for five years.", {"extends"}),
    ("The Harbour Dues Act 1990, except section 4, is repealed.", {"repeals"}),
    ("All previous by-laws are hereby repealed.", {"repeals"}),
    ("The Pilotage Act 1987 is extended for two years.", {"extends"}),
]

ORDINARY = [
    "4. 生效日期",
    "第九条　施行日期",
    "本办法由市交通局组织实施。",
    "市交通局负责本办法的实施和监督。",
    "各区参照本办法执行。",
    "违反本办法的，依照《港口条例》执行。",
    "本办法施行前已取得许可的，继续有效。",
    "市交通局可以制定实施细则，报市政府批准后实施。",
    "渡口许可证有效期三年，期满失效。",
    "渡口经营人暂停营业的，应当恢复原状。",
    "制定、修改和废止规范性文件，适用本办法。",
    "逾期不履行的，申请人民法院强制执行。",
    "采取有效措施，贯彻执行安全规定。",
    "A licence is revoked if the holder dies.",
    "本办法自2015年5月1日起施行，长期有效。",
    "The Council shall give effect to this Act.",
    "The law in force at the time applies.",
    "The Harbour Dues Act 1990 is not repealed.",
    "The Minister may repeal the Harbour Dues Act 1990.",
    "References to the repealed Regulation shall be construed as references to this Regulation.",
    "Nothing in this Act affects the operation of the Interpretation Act.",
]


@pytest.mark.parametrize(("text", "day", "clauses", "exact"), BEGINS)
def test_first_day(text: str, day: date, clauses: tuple[str, ...], exact: bool) -> None:
    (one,) = statements.commencements(text)
    assert (one.day, one.clauses, one.exact) == (day, clauses, exact)
    assert text[one.start : one.end] == one.phrase
    assert statements.unread([text]) == ()


@pytest.mark.parametrize(("text", "basis", "days", "months"), COUNTED)
def test_first_day_counted_from_the_issue(text: str, basis: str, days: int, months: int) -> None:
    (one,) = statements.commencements(text)
    assert (one.basis.value, one.day, one.delay, one.months) == (basis, None, days, months)
    assert statements.unread([text]) == ()


@pytest.mark.parametrize("out", ["外", "以外", "之外"])
def test_clauses_excepted_with_a_day_of_their_own(out: str) -> None:
    text = f"除第三条自2016年1月1日起施行{out}，本办法自2015年5月1日起施行。"
    found = [(one.day, one.clauses) for one in statements.commencements(text)]
    assert found == [(D(2016, 1, 1), ("第三条",)), (D(2015, 5, 1), ())]
    assert statements.unread([text]) == ()


def test_a_delay_is_counted_without_the_day_it_counts_from() -> None:
    def first(text: str, day: date) -> date | None:
        return statements.commencements(text)[0].first_day(signed=day, published=day)

    assert first("本办法自公布之日起30日后施行。", D(2020, 1, 1)) == D(2020, 1, 31)
    assert first("本办法自印发之日起一个月后施行。", D(2015, 4, 1)) == D(2015, 5, 1)
    assert first("本办法自印发之日起一个月后施行。", D(2015, 1, 31)) == D(2015, 2, 28)
    assert first("本条例自通过之日起施行。", D(2015, 1, 31)) is None


@pytest.mark.parametrize(("text", "day", "exact"), ENDS)
def test_last_day(text: str, day: date, exact: bool) -> None:
    (one,) = statements.expiries(text)
    assert (one.last_day(FROM), one.exact) == (day, exact)
    assert text[one.start : one.end] == one.phrase
    assert statements.unread([text]) == ()


@pytest.mark.parametrize(("text", "reader", "expected", "on", "until"), EFFECTS)
def test_effects(
    text: str,
    reader: str,
    expected: list[tuple[str | None, str | None, tuple[str, ...]]],
    on: date | None,
    until: date | None,
) -> None:
    found = getattr(statements, reader)(text)
    assert sorted(((one.title, one.number, one.extent) for one in found), key=str) == sorted(expected, key=str)
    assert {(one.day, one.until) for one in found} == {(on, until)}
    assert statements.unread([text]) == ()


@pytest.mark.parametrize("text", NOT_EFFECTS)
def test_no_effect(text: str) -> None:
    readers = ("repeals", "lapses", "extensions", "suspensions", "revivals")
    assert [one for reader in readers for one in getattr(statements, reader)(text)] == []


@pytest.mark.parametrize(("text", "fields"), UNREAD)
def test_unread_words_are_reported(text: str, fields: set[str]) -> None:
    found = statements.unread([text])
    assert {one.field for one in found} <= fields
    assert found
    for one in found:
        assert text[one.start : one.end] == one.phrase


@pytest.mark.parametrize("text", ORDINARY)
def test_words_in_their_ordinary_sense_are_not(text: str) -> None:
    assert statements.unread([text]) == ()


@pytest.mark.parametrize(
    "words",
    [
        "新建渡口自2015年5月1日起执行本办法。",
        "自2015年5月1日起，渡口管理按照本办法执行。",
        "2015年5月1日以后的渡运，适用本办法。",
        "本办法有效期3年，自2015年5月1日起计算。",
    ],
)
def test_a_day_of_application_counts_only_if_the_text_states_no_first_day(words: str) -> None:
    (one,) = [one for one in statements.unread(["第一条　渡口应当登记。", words]) if one.field == "effective"]
    assert one.phrase == words
    begun = ["第一条　渡口应当登记。", words, "第三条　本办法自2014年1月1日起施行。"]
    assert [one for one in statements.unread(begun) if one.field == "effective"] == []


@pytest.mark.parametrize(
    "text",
    [
        "下列文件同时废止：《甲办法》；《乙办法》。",
        "下列文件同时废止：（一）《甲办法》；（二）《乙办法》。",
        "《甲办法》（望府〔2010〕1号）；《乙办法》同时废止。",
    ],
)
def test_a_list_of_instruments_cut_by_a_semicolon_is_reported(text: str) -> None:
    assert {one.field for one in statements.unread(["第一条　渡口应当登记。", text])} == {"repeals"}


def test_a_lapse_is_declared_once() -> None:
    assert len(statements.lapses("宣布《甲办法》失效。")) == 1


ARTICLES = [f"第{number}条　渡口经营人应当遵守第{number}项要求。" for number in "一二三四五六七八"]
READ = ["第九条　本办法由市交通局负责解释。", "第十条　本办法自2015年5月1日起施行，有效期五年。《甲办法》同时废止。"]


@settings(max_examples=60)
@given(st.sampled_from([text for text, _ in UNREAD]), st.sampled_from(["own line", "same line"]), st.integers(0, 2))
def test_every_unread_wording_in_the_last_provisions_is_reported(wording: str, place: str, at: int) -> None:
    """Try every wording before, between and after read sentences, in its own paragraph or with others."""
    last = list(READ)
    if place == "own line":
        last.insert(at, wording)
    else:
        line = min(at, 1)
        gap = " " if wording.isascii() else ""
        last[line] = f"{last[line]}{gap}{wording}"
    assert any(wording.rstrip("。.") in one.phrase for one in statements.unread([*ARTICLES, *last]))


def test_in_the_body_of_a_long_text_only_the_text_itself_is_looked_for() -> None:
    body = [*ARTICLES[:3], "第四条　收费标准自2016年1月1日起执行。", *ARTICLES[4:], *READ]
    assert statements.unread(body) == ()
    body[3] = "第四条　本办法自通车之日起施行。"
    (one,) = statements.unread(body)
    assert (one.paragraph, one.field, one.own) == (3, "effective", True)


@settings(max_examples=150)
@given(
    st.text(
        alphabet="本办法自2015年5月1日起零时施行有效期五至底止废暂停执恢复延长除第三条外但。《》，、（）〔〕号 ",
        max_size=60,
    )
)
def test_spans_hold_their_phrases(text: str) -> None:
    readers = ("repeals", "lapses", "extensions", "suspensions", "revivals", "commencements", "expiries")
    for reader in readers:
        for one in getattr(statements, reader)(text):
            assert text[one.start : one.end] == one.phrase
    for left in statements.unread([text]):
        assert text[left.start : left.end] == left.phrase
