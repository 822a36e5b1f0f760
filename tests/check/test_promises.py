# ruff: noqa: E501 (files of a project and changes to them read best on one line)
"""Every promise of ``yange check``: a project that keeps them all, and one change at a time that breaks one.

Each case names the file, what is changed into what, and the codes that must come of it: these and no others.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from yange.check import PROMISES, Subject, check, clauses, unread_numbering
from yange.check.clauses import texts_read_back
from yange.law import law_named
from yange.law.empty import EmptyGrammar
from yange.library import load
from yange.model import Library
from yange.parse import parse
from yange.problems import Problem, Severity
from yange.timeline import build_timeline

RULES = "policies/linhe/shichang-banfa"
ORDER = "policies/linhe/tanwei-guiding"
LETTER = "policies/linhe/zixun-fuhan"
SOURCE = "sources:\n  - {name: 公报, url: null, page_date: null, retrieved: null, sha256: null, media: text/plain}\nchecked: null"

FILES = {
    f"{RULES}/policy.md": "---\nid: linhe/shichang-banfa\ntitle: 临河市集市管理办法\nplace: 临河市\nkind: 办法\nrank: 规范性文件\n---\n",
    f"{RULES}/2015-03-01.md": f"""---
title: 临河市集市管理办法
number: 临府〔2015〕2号
issuer: [临河市人民政府]
signed: 2015-02-10
published: 2015-02-12
effective: 2015-03-01
effective_basis: stated
expires: 2020-02-29
expires_basis: computed
text: held
condition: complete
units: {{kind: article, count: 6}}
{SOURCE}
---

# 临河市集市管理办法

第一条　为管好集市，制定本办法。

第二条　集市由市场所开办。

市场所按照本办法第三条收取费用。

第三条　摊位费按日收取：

（一）大摊每日十元；

（二）小摊每日五元。

第四条　违反本办法第三条第（二）项、第二条第二款的，退还多收的费用。

第五条　前条规定也适用于早市。

第六条　本办法自2015年3月1日起施行，有效期5年。
""",
    f"{RULES}/2019-06-01.md": f"""---
title: 临河市集市管理办法
number: 临府〔2019〕7号
issuer: [临河市人民政府]
signed: 2019-05-06
published: null
effective: 2019-06-01
effective_basis: stated
commenced: 2019-06-01
expires: null
clause_periods:
  - {{clause: 第三条, from: 2019-09-01}}
repeals:
  - {{policy: linhe/shichang-banfa, number: 临府〔2015〕2号, title: 临河市集市管理办法, extent: whole, on: 2019-06-01}}
savings:
  - {{clause: 第四条}}
text: held
condition: complete
units: {{kind: article, count: 5}}
{SOURCE}
corrections:
  - {{date: 2021-01-05, field: text, clause: 第二条, was: 二十日, now: 十二日, evidence: 公报原件, by: 编者}}
  - {{date: 2021-01-06, field: signed, was: "2019-05-16", now: "2019-05-06", evidence: 公报原件, by: 编者}}
review: [issuer]
---

# 临河市集市管理办法

第一条　为管好集市，制定本办法。

第二条　集市由市场所开办，提前十二日公告。

第三条　摊位费按月收取。

第四条　本办法施行前订立的摊位合同，按照原办法履行。

第五条　本办法自2019年6月1日起施行，其中第三条自2019年9月1日起施行。《临河市集市管理办法》（临府〔2015〕2号）同时废止。
""",
    f"{ORDER}/policy.md": "---\nid: linhe/tanwei-guiding\ntitle: 临河市摊位规定\nplace: 临河市\nkind: 规定\nrank: 规范性文件\n---\n",
    f"{ORDER}/2021-04-02.md": f"""---
title: 临河市摊位规定
number: 临府〔2021〕9号
issuer: [临河市人民政府]
signed: 2021-04-02
published: null
effective: 2021-04-02
effective_basis: signed
expires: null
repeals:
  - {{policy: linhe/shichang-banfa, number: 临府〔2019〕7号, title: 临河市集市管理办法, extent: [第二条], on: 2021-04-02}}
text: held
condition: complete
units: {{kind: article, count: 3}}
{SOURCE}
review: [effective]
---

# 临河市摊位规定

## 第一章　总则

第一条　摊位由各区划定。

## 第二章　附则

第二条　《临河市集市管理办法》（临府〔2019〕7号）第二条同时废止。

第三条　本规定自印发之日起施行。
""",
    f"{LETTER}/policy.md": "---\nid: linhe/zixun-fuhan\ntitle: 关于集市咨询的复函\nplace: 临河市\nkind: 复函\nrank: 函\n---\n",
    f"{LETTER}/undated.md": f"""---
title: 关于集市咨询的复函
number: null
issuer: [临河市市场所]
signed: 2021-05-06
published: null
effective: null
effective_basis: unknown
expires: null
text: held
condition: complete
units: null
{SOURCE}
---

# 关于集市咨询的复函

来信收悉。请查阅《临河市集市管理办法》（临府〔2019〕7号）第三条。
""",
}  # fmt: skip

OLD, NEW, PARTIAL, REPLY = (
    f"{RULES}/2015-03-01.md",
    f"{RULES}/2019-06-01.md",
    f"{ORDER}/2021-04-02.md",
    f"{LETTER}/undated.md",
)
EXTENDS = "extends:\n  - {policy: linhe/shichang-banfa, number: null, title: null, until: 2025-01-01, on: 2021-04-02}\n"

Case = tuple[str, str, str, str]
CASES: list[Case] = [
    ("former-id", f"{RULES}/policy.md", "rank: 规范性文件\n", "rank: 规范性文件\nwas: [../x]\n"),
    ("id-taken policy-id", f"{RULES}/policy.md", "id: linhe/", "id: search/"),
    ("fact-lines", OLD, "number: 临府〔2015〕2号", 'number: "临府〔2015〕2号\\n"'),
    ("language", OLD, "text: held", "language: ../x\ntext: held"),
    ("correction-was", f"{RULES}/2019-06-01.md", 'was: "2019-05-16"', "was: 去年"),
    # code(s), file, old text, new text
    ("policy-id", f"{ORDER}/policy.md", "id: linhe/tanwei-guiding", "id: linhe/tanwei"),
    ("duplicate-id", f"{ORDER}/policy.md", "kind: 规定", "kind: 规定\nwas: [linhe/shichang-banfa]"),
    ("file-day says-commencement", OLD, "effective: 2015-03-01", "effective: 2015-03-02"),
    ("number-twice", PARTIAL, "number: 临府〔2021〕9号", "number: 临府[2015]2号"),
    ("title-twice title-policy", f"{ORDER}/policy.md", "title: 临河市摊位规定", "title: 临河市集市管理办法（试行）"),
    ("sample-unmarked sample-acts", f"{ORDER}/policy.md", "kind: 规定", "kind: 规定\nsample: true"),
    ("basis-signed", PARTIAL, "signed: 2021-04-02", "signed: 2021-04-01"),
    ("basis-signed", PARTIAL, "signed: 2021-04-02", "signed: null"),
    ("basis-published", PARTIAL, "effective_basis: signed", "effective_basis: published"),
    ("commenced", NEW, "commenced: 2019-06-01", "commenced: 2019-05-01"),
    ("commenced", NEW, "commenced: 2019-06-01", "commenced: 2019-07-01"),
    ("basis-amendment", NEW, "effective_basis: stated", "effective_basis: amendment"),
    ("amended-basis", PARTIAL, "expires: null", "amended_by: [{number: 令1, date: 2021-04-02, kind: 修正}]\nexpires: null"),
    ("expires-missing", NEW, "expires: null", "expires: null\nexpires_basis: stated"),
    ("expires-early says-expiry", OLD, "expires: 2020-02-29", "expires: 2014-02-28"),
    ("expires-basis", OLD, "expires_basis: computed\n", ""),
    ("expiry-arithmetic says-expiry", OLD, "expires: 2020-02-29", "expires: 2020-03-01"),
    ("says-expiry", OLD, "expires: 2020-02-29\nexpires_basis: computed", "expires: null"),
    ("says-expiry", OLD, "有效期5年", "有效期3年"),
    ("says-expiry", OLD, "有效期5年", "有效期18个月"),
    ("says-no-expiry", OLD, "，有效期5年", ""),
    ("signed-after-published", OLD, "signed: 2015-02-10", "signed: 2015-02-13"),
    ("says-no-commencement", OLD, "自2015年3月1日起施行，有效期5年", "试行，有效期5年"),
    ("unread-statement", PARTIAL, "自印发之日起施行", "自集市开张之日起施行"),
    ("unread-statement", PARTIAL, "自印发之日起施行", "自印发之日起施行，原有关规定一律废止"),
    ("unread-statement", PARTIAL, "自印发之日起施行", "自印发之日起施行，新规定出台前有效"),
    ("unread-statement", PARTIAL, "自印发之日起施行", "自印发之日起施行，但南区自集市开张之日起施行"),
    ("draft-unmarked", f"{ORDER}/2021-04-02.md", "title: 临河市摊位规定", "title: 临河市摊位规定（征求意见稿）"),
    ("draft-acts", PARTIAL, "text: held", "draft: true\ntext: held"),
    ("clause-days", NEW, "from: 2019-09-01", "from: 2019-05-01"),
    ("clause-days", NEW, "{clause: 第三条, from: 2019-09-01}", "{clause: 第三条}"),
    ("clause-days", NEW, "from: 2019-09-01", "from: 2019-09-01, to: 2019-08-01"),
    ("clause-unknown", NEW, "{clause: 第三条, from", "{clause: 第九条, from"),
    ("clause-unknown", NEW, "  - {clause: 第四条}", "  - {clause: 第四十条}"),
    ("unread-label", OLD, "第四条　违反本办法", "第三條之一　摊位应当编号。\n\n第四条　违反本办法"),
    ("says-clause-period", NEW, "clause_periods:\n  - {clause: 第三条, from: 2019-09-01}\n", ""),
    ("signing-order", NEW, "signed: 2019-05-06", "signed: 2014-05-06"),
    ("effect-nameless says-repeals says-nothing-of-it", PARTIAL, "{policy: linhe/shichang-banfa, number: 临府〔2019〕7号, title: 临河市集市管理办法", "{policy: null, number: null, title: null"),
    ("unknown-policy", PARTIAL, "policy: linhe/shichang-banfa", "policy: linhe/shichang"),
    ("effect-untied", PARTIAL, "policy: linhe/shichang-banfa", "policy: null"),
    ("effect-number says-repeals", PARTIAL, "number: 临府〔2019〕7号, title", "number: 临府〔2019〕8号, title"),
    ("effect-title", PARTIAL, "title: 临河市集市管理办法, extent", "title: 临河市早市管理办法, extent"),
    ("extent", PARTIAL, "extent: [第二条]", "extent: [第二条, 第八条]"),
    ("says-extent", PARTIAL, "extent: [第二条]", "extent: whole"),
    ("effect-days", PARTIAL, "extent: [第二条], on: 2021-04-02", "extent: [第二条], on: 2021-04-02, until: 2020-01-01"),
    ("extension-day", PARTIAL, "text: held", EXTENDS.replace("until: 2025-01-01, ", "") + "text: held"),
    ("extension-part", PARTIAL, "text: held", EXTENDS.replace("until", "extent: [第一条], until") + "text: held"),
    ("extension-shorter", NEW, "expires: null", "expires: 2029-05-31\nexpires_basis: computed"),
    ("text-missing", NEW, None, ""),  # type: ignore[list-item]
    ("catalogue-text", REPLY, "text: held", "text: catalogue-only"),
    ("title-heading", OLD, "# 临河市集市管理办法", "# 临河市集市管理规定"),
    ("no-heading", OLD, "# 临河市集市管理办法\n\n", ""),
    ("title-policy", f"{RULES}/policy.md", "title: 临河市集市管理办法", "title: 临河市夜市管理办法"),
    ("units", OLD, "count: 6", "count: 7"),
    ("units number-gap", OLD, "第五条　前条规定也适用于早市。\n\n", ""),
    ("number-repeated", OLD, "第五条　前条规定也适用于早市。", "第四条　前条规定也适用于早市。"),
    ("number-first units", NEW, "第一条　为管好集市，制定本办法。\n\n", ""),
    ("number-gap", OLD, "（二）小摊每日五元。", "（三）小摊每日五元。"),
    ("says-commencement", OLD, "本办法自2015年3月1日起", "本办法自2015年4月1日起"),
    ("says-repeals", NEW, "同时废止。", "同时废止。《临河市摊位规定》（临府〔2021〕9号）同时废止。"),
    ("says-amended", OLD, "# 临河市集市管理办法\n", "# 临河市集市管理办法\n\n（2015年2月10日临河市人民政府令第2号发布　2018年3月4日临河市人民政府令第9号修正　自2015年3月1日起施行）\n"),
    ("citation-clause", OLD, "违反本办法第三条第（二）项", "违反本办法第三条第（五）项"),
    ("citation-clause", OLD, "、第二条第二款的", "、第二条第三款的"),
    ("citation-clause", OLD, "按照本办法第三条收取", "按照本办法第十三条收取"),
    ("citation-number", REPLY, "（临府〔2019〕7号）", "（临府〔2018〕7号）"),
    ("citation-foreign", REPLY, "第三条", "第三十条"),
    ("no-source", PARTIAL, SOURCE, "sources: []\nchecked: null"),
    ("source-name", PARTIAL, "name: 公报", 'name: " "'),
    ("sha256", PARTIAL, "sha256: null", "sha256: ABC"),
    ("source-url", PARTIAL, "url: null", "url: 'javascript:alert(1)'"),
    ("source-lines", PARTIAL, "media: text/plain", "media: text/plain, lines: [9, 3]"),
    ("review-field", NEW, "review: [issuer]", "review: [issuer, effectve]"),
    ("correction-field", NEW, "field: signed", "field: signd"),
    ("correction-evidence", NEW, "evidence: 公报原件, by: 编者}\nreview", "evidence: null, by: null}\nreview"),
    ("correction-not-made correction-left", NEW, "提前十二日", "提前二十日"),
    ("correction-not-made", NEW, 'now: "2019-05-06"', 'now: "2019-05-07"'),
    ("telephone", REPLY, "来信收悉。", "来信收悉，回电13912345678。"),
    ("merge-marks", REPLY, "来信收悉。", "<<<<<<< HEAD\n来信收悉。\n=======\n来函收悉。\n>>>>>>> fix"),
    ("personal-name", REPLY, "来信收悉。", "尊敬的钱某某代表：\n\n来信收悉。"),
    ("character", OLD, "大摊", "大\u200b摊"),
]  # fmt: skip


def project(tmp_path: Path, files: dict[str, str]) -> Library:
    for path, text in files.items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    library, problems = load(tmp_path)
    assert problems == ()
    return library


def problems_of(library: Library) -> tuple[Problem, ...]:
    return check(library, build_timeline(library))


def emptied(text: str) -> str:
    """Return the file with its front matter and no words."""
    return text[: text.index("\n---\n", 4) + 5]


def broken(path: str, there: str | None, becomes: str) -> dict[str, str]:
    text = FILES[path]
    if there is None:
        return {**FILES, path: emptied(text)}
    assert there in text
    return {**FILES, path: text.replace(there, becomes, 1)}


def test_the_project_that_keeps_every_promise(tmp_path: Path) -> None:
    assert problems_of(project(tmp_path, FILES)) == ()


@pytest.mark.parametrize(
    ("codes", "path", "there", "becomes"), CASES, ids=[f"{k}-{c[0].split()[0]}" for k, c in enumerate(CASES)]
)
def test_a_broken_promise(tmp_path: Path, codes: str, path: str, there: str | None, becomes: str) -> None:
    if codes == "extension-shorter":
        files = broken(path, there, becomes)
        files[PARTIAL] = files[PARTIAL].replace("text: held", EXTENDS + "text: held")
    else:
        files = broken(path, there, becomes)
    found = problems_of(project(tmp_path, files))
    assert {problem.code for problem in found} >= set(codes.split()), found
    for problem in found:
        assert problem.hint
        assert problem.path in FILES


def test_lines_point_at_the_place(tmp_path: Path) -> None:
    files = broken(OLD, "按照本办法第三条收取", "按照本办法第十三条收取")
    (found,) = problems_of(project(tmp_path, files))
    line = files[OLD].split("\n")[(found.line or 0) - 1]
    assert line[found.column or 0 :].startswith("本办法第十三条")


def test_fragments_may_have_gaps(tmp_path: Path) -> None:
    files = broken(OLD, "第五条　前条规定也适用于早市。\n\n", "")
    files[OLD] = files[OLD].replace("condition: complete", "condition: truncated").replace("count: 6", "count: 5")
    found = problems_of(project(tmp_path, files))
    assert [(problem.code, problem.severity) for problem in found] == [("number-gap", Severity.WARNING)]


def test_a_gap_quoted_in_the_note_is_accepted(tmp_path: Path) -> None:
    files = broken(OLD, "第五条　前条规定也适用于早市。\n\n", "")
    files[OLD] = (
        files[OLD]
        .replace("count: 6", "count: 5")
        .replace("text: held", "note: 印发时即无第五条，第六条接第四条\ntext: held")
    )
    assert problems_of(project(tmp_path, files)) == ()


def second_text(files: dict[str, str], name: str, signed: str, path: str = PARTIAL) -> dict[str, str]:
    text = (
        files[path]
        .replace("signed: 2021-04-02", f"signed: {signed}")
        .replace("number: 临府〔2021〕9号", "number: null")
    )
    text = text.replace("effective_basis: signed", "effective_basis: stated").replace(
        "自印发之日起", "自2021年4月2日起"
    )
    text = re.sub(r"repeals:\n.*\n", "", text).replace(
        "第二条　《临河市集市管理办法》（临府〔2019〕7号）第二条同时废止。", "第二条　摊位每年划定。"
    )
    return {**files, f"{ORDER}/{name}.md": text}


def test_texts_of_one_day_are_counted(tmp_path: Path) -> None:
    found = problems_of(project(tmp_path, second_text(FILES, "2021-04-02.3", "2021-04-02")))
    (problem,) = [problem for problem in found if problem.code == "second-on-day"]
    assert "there is no 2021-04-02.2.md" in problem.message


@pytest.mark.parametrize(("signed", "reported"), [("2021-03-01", True), ("2021-04-01", True), ("2021-04-02", False)])
def test_texts_of_one_day_are_in_order_of_signing(tmp_path: Path, signed: str, *, reported: bool) -> None:
    found = problems_of(project(tmp_path, second_text(FILES, "2021-04-02.2", signed)))
    assert ("order-on-day" in {problem.code for problem in found}) is reported


@pytest.mark.parametrize(
    ("there", "becomes", "severity"),
    [
        ("按照本办法第三条收取", "按照本办法第十三条收取", Severity.ERROR),
        ("按照本办法第三条收取", "按照第十三条收取", Severity.ERROR),
        ("为管好集市，制定本办法", "为管好集市，依照前条规定制定本办法", Severity.WARNING),
    ],
)
def test_how_grave_a_citation_of_no_clause_is(tmp_path: Path, there: str, becomes: str, severity: Severity) -> None:
    found = problems_of(project(tmp_path, broken(OLD, there, becomes)))
    assert [problem.severity for problem in found if problem.code == "citation-clause"] == [severity]


@pytest.mark.parametrize(
    ("there", "becomes"),
    [
        (
            "  - {date: 2021-01-06, field: signed",
            (
                '  - {date: 2021-01-05, field: signed, was: "2019-05-26", now: "2019-05-16", evidence: 公报, by: 编者}\n'
                "  - {date: 2021-01-06, field: signed"
            ),
        ),
        (
            "clause: 第二条, was: 二十日",
            (
                "clause: 第二条, was: 二十日, now: 十日, evidence: 公报, by: 编者}\n"
                "  - {date: 2021-01-05, field: text, clause: 第二条, was: 十日"
            ),
        ),
    ],
)
def test_what_was_corrected_again_need_not_be_there(tmp_path: Path, there: str, becomes: str) -> None:
    assert problems_of(project(tmp_path, broken(NEW, there, becomes))) == ()


@pytest.mark.parametrize(("review", "reported"), [("[issuer]", True), ("[title]", False)])
def test_a_title_under_review_may_differ_from_the_heading(tmp_path: Path, review: str, *, reported: bool) -> None:
    files = broken(OLD, "# 临河市集市管理办法", "# 临河市集市管理规定")
    files[OLD] = files[OLD].replace("text: held", f"review: {review}\ntext: held")
    assert ("title-heading" in {problem.code for problem in problems_of(project(tmp_path, files))}) is reported


def test_two_texts_in_force_on_one_day(tmp_path: Path) -> None:
    revives = "revives:\n  - {policy: linhe/shichang-banfa, number: 临府〔2015〕2号, title: null, on: 2021-04-02}\n"
    files = broken(PARTIAL, "text: held", revives + "text: held")
    files[OLD] = (
        files[OLD].replace("expires: 2020-02-29\nexpires_basis: computed", "expires: null").replace("，有效期5年", "")
    )
    assert "overlap" in {problem.code for problem in problems_of(project(tmp_path, files))}


def test_a_retroactive_text_prints_its_day(tmp_path: Path) -> None:
    back = broken(OLD, "signed: 2015-02-10\npublished: 2015-02-12", "signed: 2015-04-10\npublished: null")
    assert problems_of(project(tmp_path / "printed", back)) == ()
    back[OLD] = back[OLD].replace("自2015年3月1日起施行，有效期5年", "试行")
    found = problems_of(project(tmp_path / "silent", back))
    assert "retroactive" in {problem.code for problem in found}


def test_a_text_that_does_not_round_trip(tmp_path: Path) -> None:
    library = project(tmp_path, FILES)
    subject = Subject(library, build_timeline(library))
    subject.provisions = lambda version: parse(version.body + "。")  # type: ignore[method-assign]
    assert {problem.code for problem in texts_read_back(subject)} == {"round-trip"}


def test_a_policy_without_texts(tmp_path: Path) -> None:
    files = {path: text for path, text in FILES.items() if path != REPLY}
    assert {problem.code for problem in problems_of(project(tmp_path, files))} == {"no-version"}


def test_a_slug_too_long(tmp_path: Path) -> None:
    slug = "a" * 61
    files = {path.replace("zixun-fuhan", slug): text.replace("zixun-fuhan", slug) for path, text in FILES.items()}
    assert {problem.code for problem in problems_of(project(tmp_path, files))} == {"slug-long"}


def test_a_policy_under_two_names(tmp_path: Path) -> None:
    files = {
        path: text.replace("title: 临河市摊位规定", "title: 临河市集市管理办法（试行）").replace(
            "# 临河市摊位规定", "# 临河市集市管理办法（试行）"
        )
        for path, text in broken(PARTIAL, "extent: [第二条]", "extent: whole").items()
    }
    assert {"one-policy", "title-twice"} <= {problem.code for problem in problems_of(project(tmp_path, files))}


def test_problems_of_the_timeline_are_reported(tmp_path: Path) -> None:
    late = "on: 2018-04-02}\ntext"
    files = broken(PARTIAL, "on: 2021-04-02}\ntext", late)
    early = {**files, OLD: files[OLD].replace("2015-03-01", "2020-03-01")}
    del early[OLD]
    assert "effect-on-nothing" not in {problem.code for problem in problems_of(project(tmp_path, FILES))}
    undated = broken(PARTIAL, "effective: 2021-04-02", "effective: null")[PARTIAL].replace(", on: 2021-04-02}", "}")
    moved = {path: text for path, text in FILES.items() if path != PARTIAL} | {f"{ORDER}/undated.md": undated}
    assert "effect-without-day" in {problem.code for problem in problems_of(project(tmp_path / "two", moved))}


def test_unread_numbers_are_reported_once_for_each_kind(tmp_path: Path) -> None:
    files = broken(
        OLD, "第四条　违反本办法", "第三條之一　甲。\n\n第三條之二　乙。\n\n(㊀)　丙。\n\n❶　丁。\n\n第四条　违反本办法"
    )
    found = [problem for problem in problems_of(project(tmp_path, files)) if problem.code == "unread-label"]
    assert [problem.message.partition(":")[0] for problem in found] == [
        "2 lines begin like a number but open no clause",
        "1 line begins like a number but opens no clause",
    ]
    line = files[OLD].split("\n").index("第三條之一　甲。") + 1
    assert found[0].line == line
    assert f"第三條之一 (line {line})" in found[0].message


def test_a_text_of_articles_in_which_none_was_recognised_says_so(tmp_path: Path) -> None:
    body = FILES[OLD].partition("\n---\n\n")
    files = {**FILES, OLD: "".join(body[:2]) + "# 临河市集市管理办法\n\n集市由市场所开办。\n\n摊位费每日十元。\n"}
    found = [problem for problem in problems_of(project(tmp_path, files)) if problem.code == "no-clauses"]
    assert [(problem.path, problem.severity) for problem in found] == [(OLD, Severity.WARNING)]


def test_a_text_in_a_language_without_a_pack_says_how_it_was_read(tmp_path: Path) -> None:
    for language, found in (("pl", 1), ("zh", 0)):
        files = {**FILES, OLD: FILES[OLD].replace("\n---\n\n", f"\nlanguage: {language}\n---\n\n", 1)}
        problems = [one for one in problems_of(project(tmp_path, files)) if one.code == "language-unread"]
        assert [one.severity for one in problems] == [Severity.WARNING] * found


def test_a_language_whose_statements_of_effect_are_not_read_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = (EmptyGrammar("eo"),)
    monkeypatch.setattr(unread_numbering, "law_named", lambda tag: empty if tag == "eo" else law_named(tag))
    for language, found in (("eo", 1), ("nl", 0), ("pt", 0), ("zh", 0)):
        files = {**FILES, OLD: FILES[OLD].replace("\n---\n\n", f"\nlanguage: {language}\n---\n\n", 1)}
        problems = [one for one in problems_of(project(tmp_path, files)) if one.code == "effects-unread"]
        assert [one.severity for one in problems] == [Severity.WARNING] * found


def test_placeholders_are_not_counted_as_units(tmp_path: Path) -> None:
    files = {**FILES, OLD: re.sub(r"第二条　集市由市场所开办。\n\n市场所.*\n", "第二条　（删去）\n", FILES[OLD])}
    counted = [problem.message for problem in problems_of(project(tmp_path, files)) if problem.code == "units"]
    assert [message.partition(" (")[0] for message in counted] == ["6 units are recorded, but the text has 5"]


@pytest.mark.parametrize(
    ("file", "text", "settled"),
    [
        # a field that was doubted, entered and taken out of review
        (PARTIAL, "自集市开张之日起施行", "effective_basis: stated"),
        # nothing to enter: the sentence itself is settled
        (
            PARTIAL,
            "自印发之日起施行，原有关规定一律废止",
            "settled: [本规定自印发之日起施行，原有关规定一律废止]\nreview: [effective]",
        ),
        (PARTIAL, "自印发之日起施行，新规定出台前有效", "expires: 2030-01-01\nexpires_basis: stated"),
    ],
)
def test_unread_words_are_not_reported_once_settled(tmp_path: Path, file: str, text: str, settled: str) -> None:
    changed = FILES[file].replace("自印发之日起施行", text)
    assert "unread-statement" in {p.code for p in problems_of(project(tmp_path / "open", {**FILES, file: changed}))}
    name = settled.partition(":")[0]
    lines = [line for line in changed.split("\n") if not line.startswith((f"{name}:", "review:"))]
    at = lines.index("text: held")
    done = "\n".join([*lines[:at], settled, *lines[at:]])
    assert "unread-statement" not in {p.code for p in problems_of(project(tmp_path / "done", {**FILES, file: done}))}


def test_two_folders_of_one_id(tmp_path: Path) -> None:
    files = broken(f"{ORDER}/policy.md", "id: linhe/tanwei-guiding", "id: linhe/shichang-banfa")
    codes = {problem.code for problem in problems_of(project(tmp_path, files))}
    assert {"policy-id", "duplicate-id"} <= codes


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ("- {old: 2015-03-01, new: 2099-01-01, together: [[第一条, 第一条]]}\n", "answers-version"),
        ("together: [[第一条, 第一条]]\n", "answers-shape"),
    ],
)
def test_answers_about_alignments_name_held_versions(tmp_path: Path, answers: str, code: str) -> None:
    codes = {p.code for p in problems_of(project(tmp_path, {**FILES, f"{RULES}/alignment.yml": answers}))}
    assert codes == {code}


def test_a_text_too_long_to_be_divided_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = project(tmp_path, FILES)
    longest = max(len(version.body) for policy in library.policies for version in policy.versions)
    monkeypatch.setattr(clauses, "LONGEST_TEXT", longest)
    assert problems_of(library) == ()
    monkeypatch.setattr(clauses, "LONGEST_TEXT", longest - 1)
    assert {problem.code for problem in problems_of(library)} == {"text-too-long"}


def test_every_code_is_shown_by_some_case(project_root: Path) -> None:
    """Break every promise once: one that was never broken in a test may be unable to fail."""
    source = "".join(path.read_text("utf-8") for path in (project_root / "tools/yange/check").glob("*.py"))
    written = set(re.findall(r"(?:error|warning)\(\s*\"([a-z0-9-]+)\"", source))
    written |= set(re.findall(r"Severity\.[A-Z]+, \"([a-z0-9-]+)\"", source))
    tested = {code for case in CASES for code in case[0].split()}
    tested |= set(re.findall(r"\"([a-z0-9-]+)\"", Path(__file__).read_text("utf-8")))
    assert len(written) > 40
    assert written - tested == set()


def test_promises_are_listed_once_and_documented() -> None:
    assert len(set(PROMISES)) == len(PROMISES)
    for promise in PROMISES:
        assert promise.__doc__


def test_promises_do_not_depend_on_one_another(tmp_path: Path) -> None:
    """Run the promises in any order and twice: they report the same."""
    library = project(tmp_path, broken(OLD, "有效期5年", "有效期3年"))
    subject = Subject(library, build_timeline(library))
    once = [problem for promise in PROMISES for problem in promise(subject)]
    again = [problem for promise in reversed(PROMISES) for problem in promise(subject)]
    assert sorted(once) == sorted(again)


def test_the_sample_city_keeps_every_promise(library: Library) -> None:
    assert problems_of(library) == ()


def test_a_file_among_drafts_says_that_it_is_one(tmp_path: Path) -> None:
    law = next(name for name in FILES if name.startswith(RULES) and not name.endswith("policy.md"))
    found = problems_of(project(tmp_path, {**FILES, f"{RULES}/drafts/1999-01-01.md": FILES[law]}))
    assert {p.code for p in found if "/drafts/" in p.path} >= {"draft-form"}
