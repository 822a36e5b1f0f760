"""An archive, a day, a text and a clause as a researcher asks for them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import yange
from gitting import POLICY, Repo, version

FERRIES = "wanghai/dukou-guanli-banfa"


@pytest.fixture(scope="module")
def archive(project_root: Path) -> yange.Archive:
    return yange.open(project_root / "policies")


@pytest.mark.parametrize("name", ["", "policies"])
def test_a_project_and_its_folder_of_texts_are_one_archive(name: str, project_root: Path) -> None:
    assert len(yange.open(project_root / name).policies) > 50


def test_a_folder_without_policies_is_refused(tmp_path: Path) -> None:
    with pytest.raises(yange.YangeError, match="has no folder policies"):
        yange.open(tmp_path)
    with pytest.raises(yange.YangeError, match="nowhere: no such folder"):
        yange.open(tmp_path / "nowhere")


def test_what_is_in_force_on_a_day(archive: yange.Archive) -> None:
    view = archive.on("2020-06-01")
    found = view.in_force(place="望海市")
    assert [standing.policy for standing in found if "dukou" in standing.policy] == [FERRIES]
    assert view.status("dukou-guanli-banfa") is yange.Status.IN_FORCE
    assert view.status("dukou-chuanzhi-anquan-guanli-zanxing-guize") is yange.Status.REPEALED
    assert view.text("dukou-guanli-banfa").name == f"{FERRIES}@v2015-09-08"
    assert view.standing("dukou-guanli-banfa").last_day == date(2021, 3, 25)
    assert {one.status for one in view.standings("repealed")} == {yange.Status.REPEALED}
    assert archive.on(date(2020, 6, 1)).in_force(place="望海市") == found
    assert str(view.standing("dukou-guanli-banfa")) == f"{FERRIES}  in-force since 2015-09-08, last day 2021-03-25"
    assert str(archive.policy("dukou-guanli")) == f"{FERRIES}  望海市渡口管理办法"
    assert str(archive.events("dukou-guanli")[-1]) == f"2021-03-26  amendment  {FERRIES}@v2021-03-26"


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda a: a.on("2020-6-1"), "'2020-6-1' is not a day"),
        (lambda a: a.on("2020-06-01").in_force(place="望海"), "no policy is of the place '望海'; the archive has"),
        (
            lambda a: a.on("2020-06-01").standings("in force"),
            "'in force' is not a status; give one of",
        ),
        (lambda a: a.text("dukou-guanli-banfa"), "which text\\? name a day"),
        (lambda a: a.text("dukou-guanli-banfa@1999-01-01"), "no text in force on 1999-01-01"),
        (lambda a: a.text("nothing@2020-01-01"), "no policy is called 'nothing'"),
        (lambda a: a.text("dukou-guanli-banfa@2016-01-01", on="2017-01-01"), "name two days"),
        (lambda a: a.text("dukou-guanli-banfa@2016-01-01")["第九十条"], "has no clause '第九十条'; it has 第一条"),
        (lambda a: a.text("dukou-guanli-banfa@2016-01-01")["（一）"], "has 4 clauses '（一）'; name one by its path"),
        (lambda a: a.blame(yange.Text.of("第一条　甲。\n\n第二条　乙。")), "text is not a text of the archive"),
    ],
)
def test_what_cannot_be_meant_is_said(archive: yange.Archive, ask: object, said: str) -> None:
    with pytest.raises(yange.YangeError, match=said):
        ask(archive)  # type: ignore[operator]


def test_a_text_and_its_clauses(archive: yange.Archive) -> None:
    text = archive.text("dukou-guanli-banfa@2016-01-01")
    assert (text.number, text.effective, text.day) == ("望海市人民政府令第34号", date(2015, 9, 8), date(2016, 1, 1))
    assert text.status is yange.Status.IN_FORCE
    clause = text["第十四条之一"]
    assert clause.text.startswith("市气象部门发布大风、大雾或者暴雨预警信号的")
    assert text[clause.path].label == clause.label == "第十四条之一"
    assert text.body[clause.start : clause.end].startswith("第十四条之一")
    assert ("第十四条之一" in text, "第九十条" in text) == (True, False)
    assert [one.label for one in text][:2] == ["第一条", "第二条"]
    assert len(text) == len(text.clauses) == 25
    assert [child.label for child in text["第五条"].children][-2:] == ["（三）", "（四）"]
    assert text.facts["title"] == text.title == "望海市渡口管理办法"
    assert clause.in_force is True
    with pytest.raises(LookupError):
        text["第九十条"]


def test_a_clause_that_is_out_of_force(archive: yange.Archive) -> None:
    name = "cujin-yejian-jingji-fanrong-fazhan-ruogan-cuoshi"
    view = archive.on("2024-10-01")
    (label, *_) = view.standing(name).not_in_force
    text = view.text(name)
    assert text[label].in_force is False
    assert {clause.in_force for clause in text} == {True, False}
    assert yange.Text.of("第一条　甲。\n\n第二条　乙。")["第一条"].in_force is None


def test_every_text_of_a_policy(archive: yange.Archive) -> None:
    texts = archive.texts("dukou-guanli-banfa")
    assert [text.name.partition("@")[2] for text in texts] == ["v2004-01-01", "v2015-09-08", "v2021-03-26"]
    assert [event.day.year for event in archive.events("dukou-guanli-banfa")][-1] == 2021
    assert len(archive.events()) > len(archive.events("dukou-guanli-banfa"))


def test_the_history_of_a_clause(archive: yange.Archive) -> None:
    history = archive.history("dukou-guanli-banfa", "第十五条")
    assert history.text.name == f"{FERRIES}@v2021-03-26"
    assert [station.labels for station in history.stations] == [("第十四条之一",), ("第十五条",)]
    assert [str(step.change) for step in history.steps][
        1
    ] == "第十四条之一 → 第十五条  amended: 市港航管理处 → 市港航事务中心"
    assert [step.begins for step in history.steps] == [True, False]
    earlier = archive.history("dukou-guanli-banfa", "第十五条", on="2016-01-01")
    assert earlier.stations[0].labels == ("第十五条",)
    assert archive.history("dukou-guanli-banfa", "第十四条之一").text.name == f"{FERRIES}@v2015-09-08"
    assert archive.history(history.text, "第十五条").stations == history.stations
    with pytest.raises(yange.YangeError, match="it is in"):
        archive.history("dukou-guanli-banfa@2004-01-01", "第十四条之一")


def test_where_the_clauses_of_a_text_come_from(archive: yange.Archive) -> None:
    blame = archive.blame("dukou-guanli-banfa@2021-03-26")
    lines = {line.label: line for line in blame}
    assert (lines["第十五条"].first, lines["第十五条"].first_label) == ("v2015-09-08", "第十四条之一")
    assert archive.blame(blame.text).found == blame.found


def test_texts_with_mistakes_never_raise(tmp_path: Path) -> None:
    folder = tmp_path / "policies/wanghai/dukou"
    folder.mkdir(parents=True)
    (folder / "policy.md").write_text(POLICY.format(id="wanghai/dukou", title="望海市渡口办法"), "utf-8")
    (folder / "2020-03-01.md").write_text("---\ntitle: [\n---\n", "utf-8")
    (folder / "2021-13-01.md").write_bytes(b"\xff\xfe")
    (folder / "2022-03-01.md").write_text(str(version("2022-03-01")), "utf-8")
    archive = yange.open(tmp_path)
    assert {problem.path.rpartition("/")[2] for problem in archive.problems} == {"2020-03-01.md", "2021-13-01.md"}
    assert archive.text("dukou@2022-06-01").effective == date(2022, 3, 1)
    assert set(archive.problems) <= set(archive.check())
    assert str(archive.problems[0]).startswith("policies/wanghai/dukou/2020-03-01.md:")


def test_the_record_of_an_earlier_day(tmp_path: Path) -> None:
    repo = Repo.make(tmp_path / "mine")
    repo.edit("policies/wanghai/dukou/2020-03-01.md", ("常识产权", "知识产权"), day="2026-05-03")
    archive = yange.open(repo.folder)
    then = archive.as_recorded("2026-05-02")
    assert ("常识产权" in then.text("dukou@2025-01-01").body, archive.recorded) == (True, None)
    assert "知识产权" in archive.text("dukou@2025-01-01").body
    assert then.recorded is not None
    assert archive.as_recorded(then.recorded).recorded == then.recorded
    with pytest.raises(yange.YangeError, match="nothing was recorded by 2026-04-30"):
        archive.as_recorded(date(2026, 4, 30))
    (change,) = then.compare(then.text("dukou@2025-01-01"), archive.text("dukou@2025-01-01")).changes
    assert change.summary == "常识产权 → 知识产权"
