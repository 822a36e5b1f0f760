"""How a text is named on the command line: by a day (the law of that day), a key (one text) or a 文号 (its text)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gitting import policy, version
from yange.cli.app import group

pytestmark = pytest.mark.xdist_group("naming texts")

D = "policies/wanghai/dukou"
EXTENDING = "policies/wanghai/yanchang"
ORDER = "amended_by:\n  - {{number: 望府令〔2015〕{n}号, date: 2015-0{n}-01, kind: 修正}}\n"


def text(day: str, years: str, *, number: str = "望府令〔2010〕1号", facts: str = "") -> str:
    return version(day, f"许可期限为{years}年。", "本办法自{day}起施行。", number=number, facts=facts)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("naming")
    one, two = ORDER.format(n=2), ORDER.format(n=2) + ORDER.format(n=3).partition("\n")[2]
    extending = "望海市关于延长渡口办法有效期的通知"
    facts = "extends:\n  - {policy: wanghai/dukou, number: null, title: 望海市渡口办法, until: 2030-06-30}\n"
    limited = text("2020-01-01", "六", number="望府令〔2019〕8号")
    files = {
        f"{D}/policy.md": policy(),
        f"{D}/2010-05-01.md": text("2010-05-01", "三"),
        f"{D}/2015-07-01.md": text("2015-07-01", "四", facts=one),
        f"{D}/2015-07-01.2.md": text("2015-07-01", "五", facts=two),
        f"{D}/2020-01-01.md": limited.replace("expires: null", "expires: 2024-12-31\nexpires_basis: stated"),
        f"{EXTENDING}/policy.md": policy("wanghai/yanchang", extending),
        f"{EXTENDING}/2024-06-01.md": version(
            "2024-06-01", "延长。", title=extending, number="望府〔2024〕7号", facts=facts
        ),
    }
    for name, content in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    return root


def run(project: Path, *words: str) -> Result:
    return CliRunner().invoke(group, ["--project", str(project), *words])


def shown(project: Path, *words: str) -> dict[str, object]:
    done = run(project, "show", *words, "--json")
    assert done.exit_code == 0, done.output
    found: dict[str, object] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(
    ("words", "key"),
    [
        (("dukou@2010-05-01",), "v2010-05-01"),
        (("dukou@2015-06-30",), "v2010-05-01"),  # the last day of the first text
        (("dukou@2015-07-01",), "v2015-07-01.2"),  # of two texts of one day the last is the law
        (("dukou", "--on", "2015-07-01"), "v2015-07-01.2"),
        (("dukou@v2015-07-01",), "v2015-07-01"),  # the other one has a name of its own
        (("dukou@2015-07-01.2",), "v2015-07-01.2"),  # a file's name that is no day
        (("望府令〔2010〕1号",), "v2015-07-01.2"),  # several bear it, none in force: the last
        (("望府令（2019）8号",), "v2020-01-01"),  # brackets of another kind
        (("望府令〔2015〕3号",), "v2015-07-01.2"),  # the amending order: the text that it made
        (("望府令〔2015〕2号",), "v2015-07-01"),
        (("望府令〔2010〕1号@2012-01-01",), "v2010-05-01"),
    ],
)
def test_the_text_that_is_meant(project: Path, words: tuple[str, ...], key: str) -> None:
    assert shown(project, *words)["version"] == key


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("dukou@2010-04-30",), "no text in force on 2010-04-30"),
        (("dukou@2015-07-02", "--on", "2016-01-01"), "two days"),
        (("dukou@soon",), "@v2015-07-01.2"),
    ],
)
def test_what_names_no_text_is_refused(project: Path, words: tuple[str, ...], said: str) -> None:
    done = run(project, "show", *words)
    assert (done.exit_code, said in done.stderr) == (2, True), done.stderr


def test_there_is_one_answer_about_the_end(project: Path) -> None:
    """The timeline's: the extension counts in every output; what the text itself prints stands beside it."""
    said = shown(project, "dukou@2024-07-01")
    assert said["expires"] == "2030-06-30"
    assert said["periods"] == [{"first_day": "2020-01-01", "last_day": "2030-06-30"}]
    assert said["facts"]["expires"] == "2024-12-31"  # type: ignore[index]
    listed = json.loads(run(project, "list", "--on", "2024-07-01", "--json").stdout)["policies"][0]
    assert (listed["expires"], listed["status_last_day"]) == ("2030-06-30", "2030-06-30")
    table = run(project, "list", "--on", "2024-07-01").stdout.splitlines()[1].split()
    assert table[2:4] == ["2020-01-01", "2030-06-30"]
    versions = json.loads(run(project, "timeline", "dukou", "--json").stdout)["versions"]
    assert [one["periods"] for one in versions if one["version"] == "v2015-07-01"] == [[]], "it never was law"
    assert "2030-06-30 (extended; 2024-12-31 according to the text)" in run(project, "show", "dukou@2024-07-01").stdout


def test_a_comparison_names_the_orders_that_made_the_new_text(project: Path) -> None:
    pair = ("compare", "dukou@2012-01-01", "dukou@2015-07-01")
    document = json.loads(run(project, *pair, "--json").stdout)
    assert [order["number"] for order in document["amended_by"]] == ["望府令〔2015〕2号", "望府令〔2015〕3号"]
    assert "经望府令〔2015〕2号、望府令〔2015〕3号修正" in run(project, *pair, "--format", "markdown").stdout
    assert "amended by 望府令〔2015〕2号、望府令〔2015〕3号" in run(project, *pair).stdout
    later = ("compare", "dukou@v2015-07-01", "dukou@v2015-07-01.2", "--json")
    assert [order["number"] for order in json.loads(run(project, *later).stdout)["amended_by"]] == ["望府令〔2015〕3号"]


def test_a_clause_of_another_day_is_found_and_said(project: Path) -> None:
    found = run(project, "history", "dukou", "第二条")
    assert found.exit_code == 0
    missing = run(project, "history", "dukou@2012-01-01", "第三条")
    assert "has no clause '第三条'" in missing.stderr
