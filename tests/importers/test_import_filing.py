"""Filing of documents: policies, versions, copies, records by name, and the effect of a second import."""

from __future__ import annotations

from pathlib import Path

import pytest
from invented_pages import ADDRESS, ARTICLES, BARE, COVERED, HEAD, ISSUER, NOTICE, NUMBER, SIGNED, TITLE, imported, page

from yange.coding import plain
from yange.importers import ImportPlan
from yange.library import load
from yange.model import Holding, Library
from yange.storage.writing import write_files

SECOND = (
    HEAD.replace("（试行）", ""),
    "望府办规〔2024〕9号",
    ADDRESS,
    NOTICE.replace("（试行）", ""),
    ISSUER,
    "2024年2月1日",
    TITLE.replace("（试行）", ""),
    ARTICLES[0],
    "　　第二条　门牌由区民政局编号，市民政局每年核对两次。",
    "　　第三条　本办法自2024年3月1日起施行。《望海市门牌管理办法（试行）》（望府办规〔2021〕3号）同时废止。",
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "policies").mkdir()
    return tmp_path


def library(root: Path) -> Library:
    found, problems = load(root)
    assert problems == ()
    return found


def bring_in(root: Path, *texts: str, catalogue_only: bool = False) -> tuple[ImportPlan, tuple[str, ...]]:
    made = imported(*texts, library=library(root), catalogue_only=catalogue_only)
    files = made.files(lambda path: (root / path).read_text(encoding="utf-8"))
    return made, write_files(root, files, made.removed())


def test_a_second_source_leaves_peoples_comments(root: Path) -> None:
    bring_in(root, page(*COVERED))
    (file,) = (path for path in (root / "policies").rglob("2021-*.md"))
    text = file.read_text(encoding="utf-8").replace("\neffective: ", "  # seen on paper\neffective: ", 1)
    file.write_text(text.replace("---\n", "---\n# checked by two\n", 1), encoding="utf-8")
    before = file.read_text(encoding="utf-8").split("\n")
    bring_in(root, page(*COVERED, "另一处转载"))
    after = file.read_text(encoding="utf-8").split("\n")
    (version,) = (version for version in library(root).versions() if version.key == "v2021-04-01")
    assert (len(version.sources), len(after)) == (2, len(before) + 1)
    assert [line for line in before if line not in after] == []


def test_versions_of_one_policy_are_joined_by_the_repeal(root: Path) -> None:
    bring_in(root, page(*COVERED), page(*SECOND))
    found = library(root)
    policy = found.policy("wanghai/menpai-guanli-banfa")
    assert policy is not None
    assert [version.key for version in policy.versions] == ["v2021-04-01", "v2024-03-01"]
    (effect,) = policy.versions[1].repeals
    assert (effect.policy, effect.whole, str(effect.on)) == (policy.id, True, "2024-03-01")


def test_versions_may_come_one_after_the_other(root: Path) -> None:
    bring_in(root, page(*SECOND))
    made, _ = bring_in(root, page(*COVERED))
    policy = library(root).policy("wanghai/menpai-guanli-banfa")
    assert policy is not None
    assert [(version.key, version.held) for version in policy.versions] == [
        ("v2021-04-01", True),
        ("v2024-03-01", True),
    ]
    assert made.removed() == ("policies/wanghai/menpai-guanli-banfa/undated.md",)


def test_same_titles_without_a_repeal_are_two_policies(root: Path) -> None:
    other = [line.replace("2021-04-01", "") for line in SECOND[:-1]]
    bring_in(root, page(*COVERED), page(*other, "　　第三条　本办法自2024年3月1日起施行。"))
    ids = [policy.id for policy in library(root).policies]
    assert {"wanghai/menpai-guanli-banfa", "wanghai/menpai-guanli-banfa-2"} <= set(ids)


def test_an_instrument_known_only_from_a_repeal_is_catalogued(root: Path) -> None:
    bring_in(root, page(*COVERED))
    policy = library(root).policy("wanghai/lou-pai-guanli-guiding")
    assert policy is not None
    (version,) = policy.versions
    assert (version.key, version.text, version.number) == ("undated", Holding.CATALOGUE_ONLY, "望府〔2009〕12号")
    assert version.body == ""
    assert version.effective is None


@pytest.mark.parametrize(
    ("day", "keys"),
    [
        ("2022年3月31日", ["v2022-03-31"]),
        ("2022年4月1日", ["v2022-04-01", "undated"]),  # it began on the day of the repeal: an earlier text is meant
        ("2022年4月2日", ["v2022-04-02", "undated"]),
    ],
)
def test_a_repeal_means_a_text_that_began_before_it(root: Path, day: str, keys: list[str]) -> None:
    street = page("望海市街道命名规定", ARTICLES[0], f"　　第二条　本规定自{day}起施行。")
    ending = "　　第二条　本规定自2022年4月1日起施行。《望海市街道命名规定》同时废止。"
    bring_in(root, street, page("望海市地名规定", ARTICLES[0], ending))
    policy = library(root).policy("wanghai/jiedao-mingming-guiding")
    assert policy is not None
    assert [version.key for version in policy.versions] == keys


def test_the_day_of_issue_is_kept_where_the_repeal_names_it(root: Path) -> None:
    ending = "　　第三条　本规则自2021年4月1日起施行。2009年7月13日市政府印发的《望海市会议规则》停止执行。"
    bring_in(root, page("望海市会议规则", ARTICLES[0], ARTICLES[1], ending))
    policy = library(root).policy("wanghai/huiyi-guize")
    assert policy is not None
    assert [(version.key, str(version.signed)) for version in policy.versions] == [
        ("v2021-04-01", "None"),
        ("undated", "2009-07-13"),
    ]


def test_a_partial_repeal_names_its_clauses(root: Path) -> None:
    ending = (
        "　　第三条　本规定自2022年4月1日起施行。"
        "《望海市门牌管理办法（试行）》（望府办规〔2021〕3号）中的第一条、第二条不再执行。"
    )
    bring_in(root, page(*COVERED), page("望海市街道命名规定", ARTICLES[0], ARTICLES[1], ending))
    policy = library(root).policy("wanghai/jiedao-mingming-guiding")
    assert policy is not None
    (effect,) = policy.versions[0].repeals
    assert (effect.policy, effect.extent) == ("wanghai/menpai-guanli-banfa", ("第一条", "第二条"))


def test_a_copy_is_a_second_source_with_its_variants(root: Path) -> None:
    copy = page(*COVERED).replace("统一编号", "统一编码").replace(NUMBER, "")
    made, _ = bring_in(root, page(*COVERED), copy)
    assert [document["duplicate_of"] for document in plain(made.output())["documents"]] == [None, 0]
    policy = library(root).policy("wanghai/menpai-guanli-banfa")
    assert policy is not None
    (version,) = policy.versions
    assert [source.name for source in version.sources] == ["a.txt", "b.txt"]
    assert version.sources[1].variants == ("号 → 码",)


def test_a_copy_of_a_held_text_is_recognised_later(root: Path) -> None:
    bring_in(root, page(*COVERED))
    bring_in(root, page("来源：另一处", *COVERED))
    policy = library(root).policy("wanghai/menpai-guanli-banfa")
    assert policy is not None
    assert [len(version.sources) for version in policy.versions] == [2]


@pytest.mark.parametrize("catalogue_only", [False, True])
def test_a_second_import_changes_nothing(root: Path, catalogue_only: bool) -> None:
    texts = (page(*COVERED), page(*SECOND) + "\n".join(BARE), page(*COVERED))
    first, written = bring_in(root, *texts, catalogue_only=catalogue_only)
    assert written
    second, again = bring_in(root, *texts, catalogue_only=catalogue_only)
    assert again == ()
    assert plain(second.output()) == plain(first.output())


def test_catalogue_only_keeps_neither_words_nor_originals(root: Path) -> None:
    _, written = bring_in(root, page(*COVERED), catalogue_only=True)
    assert all(path.startswith("policies/") for path in written)
    everything = "".join((root / path).read_text(encoding="utf-8") for path in written)
    assert "门牌由市民政局" not in everything
    (version,) = [one for one in library(root).versions() if one.units]
    assert (version.text, version.units.count if version.units else 0) == (Holding.CATALOGUE_ONLY, 3)
    assert version.sources[0].sha256


def test_catalogued_records_become_held_texts_and_keep_what_people_entered(root: Path) -> None:
    texts = (page(*COVERED), page(*SECOND))
    bring_in(root, *texts, catalogue_only=True)
    record = root / "policies/wanghai/menpai-guanli-banfa/2021-04-01.md"
    record.write_text(
        record.read_text(encoding="utf-8").replace("checked: null", "checked: null\nnote: 已与原件核对"),
        encoding="utf-8",
    )
    bring_in(root, *texts)
    versions = {version.key: version for version in library(root).versions()}
    assert versions["v2021-04-01"].held
    assert versions["v2021-04-01"].note == "已与原件核对"
    assert "门牌由市民政局统一编号" in versions["v2021-04-01"].body
    fresh = imported(*texts).files()
    path = "policies/wanghai/menpai-guanli-banfa/2024-03-01.md"
    assert (root / path).read_text(encoding="utf-8") == fresh[path]


def test_originals_are_kept_by_hash(root: Path) -> None:
    made, _ = bring_in(root, page(*COVERED))
    (name,) = [path for path in made.files() if path.startswith("archive/")]
    assert (root / name).read_bytes() == page(*COVERED).encode()
    assert made.documents[0].source.sha256 in name


def test_good_files_are_filed_where_one_is_in_error(root: Path) -> None:
    made, written = bring_in(root, page(*COVERED), "", "第一条")
    assert [problem.code for problem in made.problems] == ["source-empty", "no-document"]
    assert not made.ok
    assert (root / "policies/wanghai/menpai-guanli-banfa/2021-04-01.md").is_file()
    assert sum(path.startswith("archive/sources/") for path in written) == 1


def test_of_a_file_in_error_nothing_is_filed(root: Path) -> None:
    lost = ["第一条　渡口由交通部门管理，交通部门每年检查两次，检查的结果向社会公布，并且抄送市人民政府办公室。"] * 6
    made, written = bring_in(root, page(*lost, *COVERED))
    assert [problem.code for problem in made.problems] == ["words-outside"]
    assert made.problems[0].line == 1
    assert written == ()


def test_a_few_words_outside_documents_are_remarked_on(root: Path) -> None:
    article = "　　第{}条　门牌由市民政局统一编号，编号以后每年核对一次，核对的结果向社会公布。"
    numbers = "一二三四五六七八九十"
    articles = [article.format(f"{tens}{n}") for tens in ("", "十", "二十", "三十", "四十") for n in numbers[:9]]
    lost = (
        "渡口由交通部门管理，交通部门每年检查两次，检查的结果向社会公布，并且抄送市人民政府办公室，由办公室汇总存档。"
    )
    text = page(lost, "望海市门牌管理办法", *articles, "　　本办法自2021年4月1日起施行。")
    made, written = bring_in(root, text)
    assert [problem.code for problem in made.problems] == []
    assert [(problem.code, problem.line) for problem in made.remarks] == [("words-outside", 1)]
    assert made.remarks[0] in made.warnings
    assert written


def test_two_texts_of_one_day_are_in_order_of_signing(root: Path) -> None:
    later = [line.replace("2024年2月1日", SIGNED) for line in SECOND]
    early = [line.replace("2024年3月1日", "2021年4月1日") for line in later]
    bring_in(root, page(*early), page(*COVERED).replace(SIGNED, "2021年2月1日"))
    policy = library(root).policy("wanghai/menpai-guanli-banfa")
    assert policy is not None
    assert [(version.key, str(version.signed)) for version in policy.versions] == [
        ("v2021-04-01", "2021-02-01"),
        ("v2021-04-01.2", "2021-03-01"),
    ]


def test_rows_tell_what_would_be_filed() -> None:
    made = imported(page(*COVERED), page(*COVERED))
    assert [(row.number, row.effective, row.expires, row.clauses, row.note) for row in made.rows()] == [
        (NUMBER, "2021-04-01", "2024-03-31", 3, ""),
        (NUMBER, "2021-04-01", "2024-03-31", 3, "copy of document 1"),
    ]
    assert [row.title for row in made.rows()] == [TITLE, TITLE]
