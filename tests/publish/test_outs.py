"""Clauses repealed, suspended or not yet begun: marked wherever the text is read, copied, cited or taken along."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from datetime import date

import pytest
from docx import Document
from publishing import ROOT, read

from yange.compare import compare
from yange.model import ClausePeriod, Effect, EventKind, Library, Policy, Version
from yange.parse import parse
from yange.publish import pages
from yange.reports import Report, ReportSide
from yange.reports.docx import docx_file
from yange.reports.markdown import markdown
from yange.reports.words import ReportWords
from yange.settings import Settings
from yange.shipped import folders
from yange.timeline import build_timeline
from yange.withdrawn import Withdrawn, bracketed, clause_marks, last_out, lost_marks, marked, marks_of, state

BODY = """# 甲市渡口办法

第一条　为了管理渡口，制定本办法。

第二条　渡口应当：

（一）设置灯火；

（二）配备救生衣。

渡工应当持证。

第三条　夜间停航。

第四条　违反本办法的，处200元罚款。

## 附件 申请表

（一）用钢笔填写。
"""
RULES = Version(
    policy="jia/banfa",
    key="v2020-01-01",
    path="policies/jia/banfa/2020-01-01.md",
    title="甲市渡口办法",
    number="甲府〔2020〕1号",
    effective=date(2020, 1, 1),
    body=BODY,
)


def library(*, periods: tuple[ClausePeriod, ...] = (), **effects: tuple[Effect, ...]) -> Library:
    rules = Version(**{**{f: getattr(RULES, f) for f in RULES.__slots__}, "clause_periods": periods})
    other = Version(
        policy="jia/tonggao",
        key="v2022-03-01",
        path="policies/jia/tonggao/2022-03-01.md",
        title="甲市通告",
        number="甲府通〔2022〕2号",
        effective=date(2022, 3, 1),
        body="# 甲市通告\n\n自2022年3月1日起施行。\n",
        **effects,
    )
    texts = (("jia/banfa", "甲市渡口办法", rules), ("jia/tonggao", "甲市通告", other))
    return Library(tuple(Policy(id=name, title=title, place="甲市", versions=(v,)) for name, title, v in texts))


def repealed(*labels: str) -> Library:
    return library(repeals=(Effect(policy="jia/banfa", number=None, title=None, extent=labels),))


def suspended(label: str, until: date | None = None) -> Library:
    return library(suspends=(Effect(policy="jia/banfa", number=None, title=None, extent=(label,), until=until),))


def own_days(first: date | None, until: date | None) -> Library:
    return library(periods=(ClausePeriod(clause="第三条", first=first, until=until),))


def withdrawn(library: Library) -> Withdrawn:
    version = library.policies[0].versions[0]
    return Withdrawn(build_timeline(library), version, parse(version.body))


@pytest.mark.parametrize(
    ("label", "out", "in_force"),
    [
        ("第三条", ["art_3"], ["art_2", "art_4"]),
        ("第二条", ["art_2", "art_2__para_1", "art_2__para_1__item_1", "art_2__para_2"], ["art_1", "art_3"]),
        ("第二条第一款第（二）项", ["art_2__para_1__item_2"], ["art_2__para_1__item_1", "art_2__para_2", "art_2"]),
        ("第二条第二款", ["art_2__para_2"], ["art_2__para_1__item_1", "art_2"]),
        ("第三条至第四条", ["art_3", "art_4"], ["art_2"]),
        ("art_3", ["art_3"], ["art_4"]),
    ],
)
def test_a_label_means_a_clause_with_all_below_it(label: str, out: list[str], in_force: list[str]) -> None:
    found, day = withdrawn(repealed(label)), date(2022, 3, 1)
    assert [path for path in out if last_out(found.covering([path]), day) is None] == []
    assert [path for path in in_force if last_out(found.covering([path]), day) is not None] == []
    assert all(last_out(found.covering([path]), date(2022, 2, 28)) is None for path in out)
    assert not found.lost


@pytest.mark.parametrize("label", ["第九条", "（一）"])
def test_a_label_of_no_clause_or_of_several_marks_none_and_is_said(label: str) -> None:
    found, day = withdrawn(repealed(label)), date(2022, 3, 1)
    assert not found.roots
    assert marked(found, day, "zh") == BODY
    assert label in lost_marks(found, day, "zh")
    assert found.in_doubt(["art_2__para_1__item_1"], day) is (label == "（一）")
    assert not found.in_doubt(["art_3"], day)


@pytest.mark.parametrize(
    ("made", "day", "said"),
    [
        (repealed("第三条"), date(2022, 3, 1), "［已废止，自 2022-03-01 起，据《甲市通告》（甲府通〔2022〕2号）］"),
        (repealed("第三条"), date(2022, 2, 28), "［将废止，自 2022-03-01 起，据《甲市通告》（甲府通〔2022〕2号）］"),
        (suspended("第三条"), date(2022, 3, 1), "［暂停执行，自 2022-03-01 起，据《甲市通告》（甲府通〔2022〕2号）］"),
        (
            suspended("第三条", date(2022, 6, 30)),
            date(2022, 6, 30),
            "［暂停执行，2022-03-01 至 2022-06-30，据《甲市通告》（甲府通〔2022〕2号）］",
        ),
        (suspended("第三条", date(2022, 6, 30)), date(2022, 7, 1), ""),
        (
            own_days(date(2021, 1, 1), None),
            date(2020, 12, 31),
            "［尚未施行，自 2021-01-01 起施行］",
        ),
        (own_days(date(2021, 1, 1), None), date(2021, 1, 1), ""),
        (
            own_days(None, date(2023, 1, 1)),
            date(2023, 1, 1),
            "［已失效，自 2023-01-01 起］",
        ),
    ],
)
def test_the_mark_says_the_status_of_the_day_since_when_and_by_what(made: Library, day: date, said: str) -> None:
    found = withdrawn(made)
    assert bracketed(found.naming(["art_3"]), day, "zh") == said
    assert marked(found, day, "zh") == BODY.replace("第三条　", f"第三条　{said}")


def test_an_out_knows_what_made_it() -> None:
    (out,) = withdrawn(suspended("第三条")).roots["art_3"]
    assert (out.kind, out.by and out.by.policy, state(out)) == (EventKind.SUSPENSION, "jia/tonggao", "suspended")


def site(made: Library, day: date, language: str = "zh") -> tuple[str, dict[str, str]]:
    found = pages(made, build_timeline(made), Settings(), day, folders(ROOT, "templates"))
    shown = {page.address: page for page in found}
    prefix = "" if language == "zh" else "en/"
    page = shown[f"{prefix}jia/banfa/v2020-01-01/"]
    files = shown["jia/banfa/v2020-01-01/"].companions
    assert files is not None
    return page.html(), {file.address.rpartition("/")[2]: file.content.decode() for file in files() if file.address}


def test_the_page_the_files_and_the_data_of_a_text_mark_the_clause() -> None:
    html, files = site(repealed("第三条"), date(2023, 1, 1))
    mark = "［已废止，自 2022-03-01 起，据《甲市通告》（甲府通〔2022〕2号）］"
    text = re.sub(r"\s+", "", read(html).text)
    assert re.sub(r"\s", "", f"第三条{mark}夜间停航。") in text
    assert text.count("［") == 1
    assert re.search(r'class="[^"]*y-gone y-gone-repealed" id="art_3"', html)
    assert not re.search(r'class="[^"]*y-gone[^"]*" id="art_(2|4)"', html)
    cited = f"《甲市渡口办法》（甲府〔2020〕1号）第三条（{mark[1:-1]}）"
    assert cited.replace(" ", "") in text
    assert f"第三条　{mark}夜间停航。" in files["text.txt"]
    assert f"第三条　{mark}夜间停航。" in files["text.md"]
    data = json.loads(files["index.json"])
    law = {clause["path"]: clause["in_force"] for clause in data["clauses"]}
    assert (law["art_2"], law["art_3"], law["art_4"]) == (True, False, True)
    (out,) = data["outs"]
    assert (out["clause"], out["status"], out["first_day"], out["last_day"]) == (
        "第三条",
        "repealed",
        "2022-03-01",
        None,
    )
    assert (out["by_policy"], out["number"]) == ("jia/tonggao", "甲府通〔2022〕2号")


def test_a_first_paragraph_printed_with_its_article_is_marked_by_its_own_name() -> None:
    html, files = site(repealed("第二条第一款"), date(2023, 1, 1))
    text = re.sub(r"\s+", "", read(html).text)
    assert "第二条［第二条第一款：已废止" in text
    assert "第二条　［第二条第一款：已废止" in files["text.txt"]
    assert re.search(r'class="[^"]*y-gone[^"]*" id="art_2__para_1__item_1"', html)
    assert not re.search(r'class="[^"]*y-gone[^"]*" id="art_2__para_2"', html)


def test_what_cannot_be_placed_is_said_on_the_page_and_unknown_in_the_data() -> None:
    html, files = site(repealed("（一）"), date(2023, 1, 1))
    assert "无法确定是哪一条：（一）：已废止" in read(html).text
    assert "无法确定是哪一条：（一）：已废止" in files["text.txt"]
    law = {clause["path"]: clause["in_force"] for clause in json.loads(files["index.json"])["clauses"]}
    assert law["art_2__para_1__item_1"] is None
    assert law["art_3"] is True


def test_on_an_english_page_the_mark_is_in_english() -> None:
    html, _ = site(repealed("第三条"), date(2023, 1, 1), "en")
    assert "[repealed, from 2022-03-01, by 甲市通告 (甲府通〔2022〕2号)]" in read(html).text


@pytest.mark.parametrize(
    ("language", "said"), [("zh", "；第三条：已废止，自 2022-03-01 起，"), ("en", "repealed, from 2022-03-01")]
)
def test_a_table_names_the_clauses_out_of_force_above_it(language: str, said: str) -> None:
    made = repealed("第三条")
    (rules,) = made.policies[0].versions
    outs = marks_of(build_timeline(made).outs(rules), date(2023, 1, 1), language)
    side = ReportSide("jia/banfa@v2020-01-01", rules.title, rules.number, rules.effective, outs=outs)
    report = Report(side, side, compare(parse(BODY), parse(BODY)), ReportWords(language))
    assert said in markdown(report)
    assert said in "".join(one.text for one in Document(io.BytesIO(docx_file(report))).paragraphs)


def test_a_table_in_word_marks_the_clauses_out_of_force_and_not_its_header() -> None:
    made = repealed("第三条", "（一）")
    (rules,) = made.policies[0].versions
    new = parse(BODY.replace("夜间停航", "夜间和大雾时停航").replace("设置灯火", "设置灯光").replace("200元", "300元"))
    result, withdrawn = compare(parse(BODY), new), Withdrawn(build_timeline(made), rules, new)
    outs = marks_of([out for found in withdrawn.roots.values() for out in found], date(2023, 1, 1), "zh")
    paths = [path for change in result.changes for path in change.new_paths]
    marks = clause_marks(withdrawn, paths, date(2023, 1, 1), "zh")
    side = ReportSide("jia/banfa@v2020-01-01", rules.title, outs=outs, marks=marks)
    document = Document(io.BytesIO(docx_file(Report(replace(side, marks={}), side, result, ReportWords("zh")))))
    rows = {row.cells[1].text for table in document.tables for row in table.rows}
    assert any(row.startswith("第三条\u3000［已废止，自 2022-03-01 起，") for row in rows)
    assert any(row.startswith("第四条\u3000违反") for row in rows)
    assert not any("已废止" in row.cells[0].text for table in document.tables for row in table.rows)
    assert "已废止" not in document.sections[0].header.paragraphs[0].text


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("art_3", ["第三条"]),
        ("art_2", ["第二条第一款第（一）项"]),
        ("art_2__para_1__item_1", ["第二条第一款第（一）项"]),
        ("art_2__para_1__item_2", []),
        ("art_3__para_1", ["第三条"]),
        ("art_4", []),
    ],
)
def test_what_reaches_a_clause_is_its_own_out_or_that_of_what_contains_it_or_of_a_part(
    path: str, said: list[str]
) -> None:
    made = repealed("第三条", "第二条第一款第（一）项")
    (rules,) = made.policies[0].versions
    withdrawn = Withdrawn(build_timeline(made), rules, parse(BODY))
    assert [out.label for _, out in withdrawn.reaching(path)] == said
    if path in withdrawn.roots:
        assert [label for label, _ in withdrawn.reaching(path)] == [""]
