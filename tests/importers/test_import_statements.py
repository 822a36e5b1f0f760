"""What a document says of its beginning, end and effects, from wording to facts: the day or a remark, never silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from invented_pages import imported

from yange.check import check
from yange.coding import plain
from yange.importers import ImportPlan
from yange.library import load
from yange.storage.writing import write_files
from yange.timeline import build_timeline
from yange.titles import is_draft_title

pytestmark = pytest.mark.xdist_group("import statements")

PAGE = """望岚市{name}渡口管理办法{draft}

望府规〔2015〕{number}号

第一条　为加强渡口管理，制定本办法。

第二条　渡口经营人应当取得许可。

第三条　渡口应当使用电子系统。

第四条　{last}

望岚市人民政府
2015年4月1日
"""
SIGNED = "2015-04-01"

Row = tuple[str, str | None, str, str | None, list[str], set[str]]
ROWS: list[Row] = [
    # last provision, first day, basis, last day, review, remarks
    ("本办法自2015年5月1日零时起施行。", "2015-05-01", "stated", None, [], set()),
    ("本办法自 2 0 1 5 年 5 月 1 日起施行，有效期 5 年。", "2015-05-01", "stated", "2020-04-30", [], set()),
    ("本办法自2014年1月1日起追溯执行。", "2014-01-01", "stated", None, [], set()),
    ("本办法自2015年5月起施行。", "2015-05-01", "stated", None, ["effective"], {"effective-inferred"}),
    ("本办法自印发之日起一个月后施行。", "2015-05-01", "signed", None, ["effective"], {"effective-inferred"}),
    ("本办法自印发之日起施行。", SIGNED, "signed", None, ["effective"], {"effective-inferred"}),
    ("本办法由市交通局负责解释。", SIGNED, "signed", None, ["effective"], {"effective-inferred"}),
    ("本办法自通过之日起施行。", None, "unknown", None, ["effective"], {"effective-unknown"}),
    ("本办法自通车之日起施行。", None, "unknown", None, ["effective"], {"unread-statement"}),
    ("本办法经市人民代表大会通过后施行。", None, "unknown", None, ["effective"], {"unread-statement"}),
    ("自2015年5月1日起，渡口管理按照本办法执行。", None, "unknown", None, ["effective"], {"unread-statement"}),
    ("本办法暂不施行。", None, "unknown", None, ["effective"], {"unread-statement"}),
    ("本办法施行日期由市人民政府另行公布。", None, "unknown", None, ["effective"], {"unread-statement"}),
    ("第三条自2016年1月1日起施行。", None, "unknown", None, ["effective"], {"effective-unknown"}),
    ("本办法自2015年5月1日起在甲区施行，自2015年10月1日起在全市施行。", None, "unknown", None, ["effective"],
     {"unread-statement"}),
    ("本办法自2015年5月1日起施行，新建渡口除外。", "2015-05-01", "stated", None, ["effective"], {"unread-statement"}),
    ("本办法自2015年5月1日起试行一年。", "2015-05-01", "stated", "2016-04-30", [], set()),
    ("本办法自2016年2月29日起施行，有效期1年。", "2016-02-29", "stated", "2017-02-28", ["expires"],
     {"expires-inferred"}),
    ("本办法自2016年2月28日起施行，有效期1年。", "2016-02-28", "stated", "2017-02-27", [], set()),
    ("本办法自2015年5月1日起施行，有效期至2017年6月。", "2015-05-01", "stated", "2017-06-30", ["expires"],
     {"expires-inferred"}),
    ("本办法自2015年5月1日起施行，有效期三年。本办法有效期五年。", "2015-05-01", "stated", "2020-04-30", ["expires"],
     {"expires-several"}),
    ("本办法自2015年5月1日起施行，在国家新规定出台前有效。", "2015-05-01", "stated", None, ["expires"],
     {"unread-statement"}),
    ("本办法自2015年5月1日起施行，原有规定一律废止。", "2015-05-01", "stated", None, ["repeals"], {"unread-statement"}),
]  # fmt: skip


def page(last: str, *, draft: str = "", name: str = "", number: int = 20) -> str:
    return PAGE.format(last=last, draft=draft, name=name, number=number)


@pytest.fixture(scope="module")
def made() -> ImportPlan:
    """All rows in one import: a text each, of a policy of its own."""
    names = "东南西北中上下前后内外高低远近新旧大小长短宽窄深浅"
    return imported(*(page(row[0], name=names[k], number=k + 1) for k, row in enumerate(ROWS)))


def test_days(made: ImportPlan) -> None:
    assert made.problems == ()
    documents = plain(made.output())["documents"]
    assert len(documents) == len(ROWS)
    for found, (last, first_day, basis, last_day, review, remarks) in zip(documents, ROWS, strict=True):
        days = (last, found["effective"], found["effective_basis"], found["expires"])
        assert days == (last, first_day, basis, last_day)
        assert (last, found["review"]) == (last, review)
        assert (last, {warning["code"] for warning in found["warnings"]}) == (last, remarks)


def test_an_unread_sentence_is_reported_with_its_line_and_words(made: ImportPlan) -> None:
    rows = zip(plain(made.output())["documents"], ROWS, strict=True)
    (remark,) = next(document for document, row in rows if "通车" in row[0])["warnings"]
    assert remark["line"] == 11
    assert "本办法自通车之日起施行" in remark["message"]


def test_check_reports_the_same_as_import(made: ImportPlan, tmp_path: Path) -> None:
    """Check a filed text: it passes, and unread sentences are reported until somebody settles them."""
    write_files(tmp_path, made.files())
    library, problems = load(tmp_path)
    assert problems == ()
    found = check(library, build_timeline(library))
    assert {problem.code for problem in found} == {"unread-statement"}
    rows = zip(plain(made.output())["documents"], ROWS, strict=True)
    unread = [document["path"] for document, row in rows if "unread-statement" in row[5]]
    assert sorted(problem.path for problem in found) == sorted(unread)


@pytest.mark.parametrize("draft", ["（征求意见稿）", "（修订草案送审稿）"])
def test_a_draft_is_filed_apart_and_does_nothing(tmp_path: Path, draft: str) -> None:
    last = "本办法自2015年5月1日起施行，有效期5年。《望岚市渡口管理办法》（望府规〔2010〕20号）同时废止。"
    made = imported(page(last, draft=draft), page("本办法自2010年5月1日起施行。").replace("2015", "2010"))
    one, law = plain(made.output())["documents"]
    assert (one["effective"], one["expires"], one["repeals"]) == (None, None, [])
    assert {warning["code"] for warning in one["warnings"]} == {"draft"}
    assert one["policy"] != law["policy"]
    write_files(tmp_path, made.files())
    library, problems = load(tmp_path)
    timeline = build_timeline(library)
    assert (problems, check(library, timeline)) == ((), ())
    day = timeline.change_days(law["policy"])[-1]
    assert timeline.standing(one["policy"], day).status.value == "draft"
    assert timeline.standing(law["policy"], day).status.value == "in-force"
    assert timeline.events(one["policy"]) == ()
    assert [standing.policy for standing in timeline.in_force(day)] == [law["policy"]]
    assert all(timeline.periods(version) == () for version in library.versions() if version.draft)


DRAFTS = [
    "望岚市渡口管理办法（征求意见稿）",
    "望岚市渡口管理办法（草案）",
    "望岚市渡口管理办法（草案二次审议稿）",
    "望岚市渡口管理办法（修订草案）",
    "望岚市渡口管理办法（送审稿）",
    "望岚市渡口管理办法(讨论稿)",
    "关于公开征求《望岚市渡口管理办法（征求意见稿）》意见的公告",
    "Harbour Bill 2020",
    "Draft Harbour Regulations",
    "Harbour Regulations (exposure draft)",
]
NO_DRAFTS = [
    "望岚市渡口管理办法",
    "望岚市渡口管理办法（试行）",
    "望岚市渡口管理办法（2020年修订）",
    "关于《望岚市渡口管理办法（草案）》的说明",
    "关于批准2020年预算草案的决议",
    "望岚市规章草案起草规定",
    "Bill of Rights Act 1990",
    "Billboards Regulation 2001",
    "Drafting Instructions Order",
]


@pytest.mark.parametrize(("titles", "expected"), [(DRAFTS, True), (NO_DRAFTS, False)])
def test_which_titles_are_those_of_drafts(titles: list[str], expected: bool) -> None:
    assert [title for title in titles if is_draft_title(title) is not expected] == []
