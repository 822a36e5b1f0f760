"""Documents of Taiwan, Hong Kong and Macau, invented: title, number, issuer, days and effects as they give them."""

from __future__ import annotations

from datetime import date

from invented_pages import imported, page

from yange.model import Basis, Version

TAIWAN = page(
    "渡船管理辦法",
    "中華民國113年4月2日交通部交航字第1130001234號令訂定發布全文五條；並自發布日施行",
    "第一條　為管理渡船，維護航行安全，特訂定本辦法。",
    "第二條　渡船應於每年三月三十一日前受檢。",
    "第二條之一　渡船經檢查不合格者，主管機關得廢止其許可。",
    "第三條　「渡船檢查規則」同時廢止。",
    "第四條　本辦法自中華民國一百十三年五月一日施行。",
)
HONG_KONG = page(
    "渡輪服務規例",
    "2024年第12號法律公告",
    "1.　生效日期",
    "本規例自2024年5月1日起實施。",
    "2.　釋義",
    "在本規例中，渡輪指載客的船隻。",
    "3.　廢除",
    "《渡輪服務（收費）規例》（第104章，附屬法例A）現予廢除。",
    "運輸及物流局局長　林甲",
    "2024年4月2日",
)
MACAU = page(
    "澳門特別行政區",
    "第7/2024號法律",
    "渡輪法",
    "立法會根據《澳門特別行政區基本法》第七十一條（一）項，制定本法律。",
    "第一條\n標的",
    "本法律規範渡輪服務。",
    "第二條\n廢止",
    "廢止第3/2003號法律。",
    "第三條\n生效",
    "本法律自公佈翌日起生效。",
    "二零二四年四月二日通過。",
    "立法會主席　林甲",
    "二零二四年四月五日簽署。",
    "命令公佈。",
    "行政長官　林乙",
)


def read(text: str) -> tuple[Version, set[str]]:
    """Return the one record of a page, and the codes of its warnings."""
    plan = imported(text)
    assert plan.problems == ()
    (filed,) = plan.filed
    return filed.entry.version, {one.code for one in plan.warnings}


def repeals(version: Version) -> list[tuple[str | None, str | None]]:
    return [(one.title, one.number) for one in version.repeals]


def test_regulations_of_taiwan() -> None:
    version, remarks = read(TAIWAN)
    assert (version.title, version.number) == ("渡船管理辦法", "交通部交航字第1130001234號令")
    assert version.issuer == ("交通部",)
    assert (version.published, version.signed) == (date(2024, 4, 2), None)
    assert (version.effective, version.effective_basis) == (date(2024, 5, 1), Basis.STATED)
    assert version.units is not None
    assert (version.units.kind, version.units.count) == ("article", 5)
    assert repeals(version) == [("渡船檢查規則", None)]
    assert remarks == set()


def test_subsidiary_legislation_of_hong_kong() -> None:
    version, remarks = read(HONG_KONG)
    assert (version.title, version.number) == ("渡輪服務規例", "2024年第12號法律公告")
    assert version.issuer == ("運輸及物流局局長",)
    assert (version.signed, version.effective, version.effective_basis) == (
        date(2024, 4, 2),
        date(2024, 5, 1),
        Basis.STATED,
    )
    assert repeals(version) == [("渡輪服務（收費）規例", "第104章，附屬法例A")]
    assert remarks == set()


def test_a_law_of_macau_without_its_day_of_publication() -> None:
    version, remarks = read(MACAU)
    assert (version.title, version.number, version.issuer) == ("渡輪法", "第7/2024號法律", ("立法會",))
    assert (version.signed, version.published) == (date(2024, 4, 5), None)
    assert (version.effective, version.effective_basis) == (None, Basis.UNKNOWN)
    assert repeals(version) == [(None, "第3/2003號法律")]
    assert remarks == {"effective-unknown"}
    assert version.body.startswith("第7/2024號法律\n\n# 渡輪法\n")


def test_a_short_law_in_traditional_characters() -> None:
    version, remarks = read(page("渡船法", "第一條　為管理渡船，制定本法。", "第二條　本法自公布日施行。"))
    assert (version.title, version.effective, version.effective_basis) == ("渡船法", None, Basis.UNKNOWN)
    assert version.units is not None
    assert version.units.count == 2
    assert remarks == {"effective-unknown"}


def test_administrative_regulations_and_orders_name_their_issuer_by_their_number() -> None:
    made = page("第10/2024號行政法規", "渡輪規章", *MACAU.split("\n\n")[4:10], "二零二四年五月六日制定。")
    assert read(made)[0].issuer == ("行政長官",)
    yuan = TAIWAN.replace("交通部交航字第1130001234號令訂定", "總統華總一義字第11300012345號令制定")
    assert read(yuan)[0].issuer == ("總統",)
    assert read(yuan)[0].number == "華總一義字第11300012345號令"


def test_rules_of_a_city_of_taiwan_have_that_place() -> None:
    text = TAIWAN.replace("渡船管理辦法\n", "臺北市渡船管理自治條例\n", 1).replace("本辦法", "本自治條例")
    plan = imported(text)
    (filed,) = plan.filed
    assert (filed.shelf.policy.place, filed.entry.version.title) == ("臺北市", "臺北市渡船管理自治條例")
    assert filed.entry.version.effective == date(2024, 5, 1)
