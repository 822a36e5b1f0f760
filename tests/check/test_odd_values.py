"""Odd values in every field: an error at the file, or everything that is made of the texts can be made.

What passes `check` and cannot be listed, shown, archived, published or reviewed is a defect of `check`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import zip_longest
from pathlib import Path

import pytest
from click.testing import CliRunner

from yange import archive
from yange.check import check
from yange.cli.app import group
from yange.coding import encoded
from yange.library import load
from yange.problems import Problem, Severity
from yange.publish import assets, pages
from yange.review import read_state, review
from yange.review.outputs import review_output
from yange.review.pull_request_comment import markdown
from yange.settings import Settings
from yange.shipped import folders
from yange.timeline import build_timeline
from yange.trees import FolderTree

pytestmark = pytest.mark.xdist_group("odd values")

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 11, 23)
SITE = Settings(address="https://example.org/", authority="example.org,2026", languages=("zh",))
RULES, OTHERS = "policies/wanghai/dukou", "policies/wanghai/chuanbo"
POLICY = {"id": "wanghai/dukou", "title": "望海市渡口办法", "place": "望海市", "kind": "办法", "rank": "规章",
          "was": "[]", "sample": "true", "note": "一"}  # fmt: skip
SOURCE = '[{name: 公报, url: "https://example.org/a", page_date: 2020-02-15, retrieved: 2026-01-01, sha256: null}]'
VERSION = {
    "title": "望海市渡口办法", "cover_title": "null", "number": "望府规〔2020〕1号", "issuer": "[望海市人民政府]",
    "signed": "2020-02-14", "published": "2020-02-14", "effective": "2020-03-01", "effective_basis": "stated",
    "commenced": "2020-03-01", "amended_by": "[]", "expires": "null", "expires_basis": "null", "clause_periods": "[]",
    "repeals": "[]", "extends": "[]", "suspends": "[]", "revives": "[]", "declares_lapsed": "[]", "savings": "[]",
    "prevails_over": "[]", "text": "held", "condition": "complete", "units": "{kind: article, count: 3}",
    "sources": SOURCE, "checked": "null", "corrections": "[]", "review": "[issuer]", "language": "zh", "note": "记",
}  # fmt: skip
REPEAL = "[{policy: wanghai/dukou, number: 望府规〔2020〕1号, title: 望海市渡口办法, extent: whole, on: 2023-01-01}]"
SECOND = {**VERSION, "number": "望府规〔2022〕9号", "signed": "2022-12-01", "published": "2022-12-01",
          "effective": "2023-01-01", "commenced": "2023-01-01", "repeals": REPEAL}  # fmt: skip
OTHER = {"title": "望海市船舶规定", "number": "望府规〔2019〕2号", "signed": "2019-01-02", "effective": "2019-02-01",
         "effective_basis": "stated", "commenced": "2019-02-01", "sources": SOURCE}  # fmt: skip
BODY = """
# 望海市{0}

第一条　为了保护{1}，制定本办法。

第二条　市渔业局每日收{2}元。

第三条　本办法自{3}起施行。{4}
"""

STEP = 4
"""With 1, every odd value is tried in every field; this takes 20 seconds of CPU time."""
ODD = (
    "null", '""', "[]", "{}", "[[]]", "[null]", "[{}]", "{a: b}", "0", "-1", "1e999", ".nan", f'"{"9" * 5000}"',
    "0001-01-01", "0999-12-31", "1000-01-01", "9998-12-31", "9999-12-31", "10000-01-01", "2020-02-30", "2020-3-1",
    "２０２０-03-01", "true", '"a\\nb"', '"a\\0b"', '"\\e[31m"', '"\\u202e"', '"\\uD800"', '"\\u2028"', '"<script>"',
    "../x", '"A B"', "a/b/c", '"/"', '".."', '"{{ 7 * 7 }}"', '"|"', '"]]>"', '"a]\\\\"', "*a", "!x y",
    "javascript:alert(1)", '"http://[x"', "甲" * 3000, "[" * 40 + "]" * 40,
)  # fmt: skip
EFFECTS = tuple(
    f"[{{policy: wanghai/{policy}, extent: {extent}, on: {day}{more}}}]"
    for policy in ("chuanbo", "dukou", "nothing")
    for extent, day, more in (
        ("whole", "1000-01-01", ""),
        ("whole", "9998-12-31", ""),
        ("[第九条]", "2020-03-01", ""),
        ("[第一条]", "2020-03-01", ", until: 2019-01-01"),
        ("[第一条]", "2020-03-01", ", until: 9998-12-31"),
        ('[""]', "2020-03-01", ""),
    )
)
CORRECTION = "[{{date: {}, field: {}, clause: 第一条, was: {}, now: {}, evidence: 公报, by: 张三}}]"
OF = {
    "was": ("[../x]", "[wanghai/dukou]", "[wanghai/chuanbo]", "[wanghai/old, wanghai/old]", "[a/b/c]", "[search/x]",
            "[wanghai/dukou/2020-03-01]", "[.git/x]", '["wanghai/.."]', "[WANGHAI/OLD]", "[wanghai/旧]", "[old/x]"),
    "clause_periods": ("[{clause: 第二条, to: 9998-12-31}]", "[{clause: 第二条, from: 1000-01-01}]",
                       "[{clause: 第九条}]", "[{clause: 第二条, from: 9998-12-31}]",
                       "[{clause: 第二条, from: 2021-01-01, to: 2020-06-01}]"),
    "units": ("{kind: x, count: 3}", "{kind: article, count: 999999999}", "{count: ３}", '{kind: "|", count: 3}'),
    "sources": ("[{name: a, lines: [9, 1]}]", "[{name: a, lines: [999999999, 999999999]}]", "[{name: a, media: ../x}]",
                '[{name: a, url: "http://x:99999/"}]', '[{name: a, url: "http://\\u202e"}]', "[{name: a, sha256: zz}]",
                '[{name: "a\\nb"}]', "[{name: a, retrieved: 9998-12-31}]"),
    "checked": ("{date: 1000-01-01, source: a}", '{date: 9998-12-31, source: ""}', "{source: a}"),
    "corrections": tuple(
        CORRECTION.format(*one)
        for one in (
            ("1000-01-01", "effective", "0001-01-01", "2020-03-01"), ("2026-01-01", "effective", "../x", "2020-03-01"),
            ("9998-12-31", "effective", "undated", "2020-03-01"), ("2026-01-01", "title", "a", "望海市渡口办法"),
            ("2026-01-01", "effective", "2023-01-01", "2020-03-01"), ("2026-01-01", "nothing", "a", "b"),
        )
    ),
    "amended_by": ("[{date: 9998-12-31}]", "[{number: 1, date: 0001-01-01}]", '[{kind: ""}]', '[{number: "|"}]'),
    "language": ("en", "zh-Hant", "../x", '"<x>"', "a" * 50), "expires": ("9998-12-31", "2020-02-29", "1000-01-01"),
    "review": ("[nothing]", "[sources, sources]"), "savings": ("[{clause: 第九条}]", '[{clause: ""}]'),
    "text": ("catalogue-only",), "condition": ("corrupted",), "effective_basis": ("unknown", "amendment"),
    "repeals": EFFECTS, "extends": EFFECTS, "suspends": EFFECTS, "revives": EFFECTS, "declares_lapsed": EFFECTS,
}  # fmt: skip


def front(facts: Mapping[str, str]) -> str:
    return "---\n" + "".join(f"{name}: {value}\n" for name, value in facts.items()) + "---\n"


def project(root: Path, policy: Mapping[str, str] = POLICY, version: Mapping[str, str] = VERSION) -> Path:
    repeal = "《望海市渡口办法》（望府规〔2020〕1号）同时废止。"
    files = {
        f"{RULES}/policy.md": front(policy),
        f"{RULES}/2020-03-01.md": front(version) + BODY.format("渡口办法", "常识", 30, "2020年3月1日", ""),
        f"{RULES}/2023-01-01.md": front(SECOND) + BODY.format("渡口办法", "知识", 40, "2023年1月1日", repeal),
        f"{OTHERS}/policy.md": front({**POLICY, "id": "wanghai/chuanbo", "title": "望海市船舶规定"}),
        f"{OTHERS}/2019-02-01.md": front(OTHER) + BODY.format("船舶规定", "船舶", 10, "2019年2月1日", ""),
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def problems(root: Path) -> list[Problem]:
    library, found = load(root)
    return [*found, *check(library, build_timeline(library))]


def everything(root: Path, base: Path) -> None:
    """Make every output of the texts."""
    library, _ = load(root)
    timeline = build_timeline(library)
    for page in pages(library, timeline, SITE, DAY, folders(ROOT, "templates")):
        page.html()
        list(page.companions() if page.companions else ())
    for bundle in assets(library, timeline, SITE, DAY, folders(ROOT, "templates")):
        for asset in bundle.files():
            assert not asset.address.startswith(("/", "../"))
            assert "/../" not in asset.address
    archive.build(library, timeline, root / "archive/history.git", as_of=DAY)
    states = [read_state(FolderTree(folder), day=DAY) for folder in (base, root)]
    for found in (review(*states), review(*reversed(states))):
        markdown(found)
        encoded(review_output(found))
    for words in (("list", "--all"), ("list", "--json"), ("show", "wanghai/dukou"), ("timeline", "wanghai/dukou"),
                  ("blame", "wanghai/dukou", "--json"), ("check", "--github")):  # fmt: skip
        result = CliRunner().invoke(group, ["--project", str(root), *words])
        wrong_together = words[0] == "check" and result.exit_code == 1  # each value is right alone
        assert (result.exit_code == 0 or wrong_together, "unexpected" in result.stderr) == (True, False), result.stderr


def test_the_project_is_sound(tmp_path: Path) -> None:
    assert [p for p in problems(project(tmp_path)) if p.severity is Severity.ERROR] == []


@pytest.fixture(scope="module")
def accepted(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], list[str]]:
    """Return the odd values that `check` accepts, by kind of file and field."""
    root = tmp_path_factory.mktemp("odd")
    found: dict[tuple[str, str], list[str]] = {}
    for kind, name, value in odd_values():
        changed = {kind: {**(POLICY if kind == "policy" else VERSION), name: value}}
        reported = problems(project(root, **changed))
        errors = [problem for problem in reported if problem.severity is Severity.ERROR]
        for problem in errors:
            assert problem.path.startswith(("policies/", "policies/wanghai")), (name, value, problem)
            assert problem.hint, (name, value, problem)
        if not errors:
            found.setdefault((kind, name), []).append(value)
    return found


def odd_values() -> Iterator[tuple[str, str, str]]:
    """Yield every odd value for one field, and one in ``STEP`` of the generally odd values, others for each field."""
    names = [(kind, name) for kind, facts in (("policy", POLICY), ("version", VERSION)) for name in facts]
    for nth, (kind, name) in enumerate(names):
        yield from ((kind, name, value) for value in (*ODD[nth % STEP :: STEP], *OF.get(name, ())))


def test_what_is_accepted_can_be_published(accepted: dict[tuple[str, str], list[str]], tmp_path: Path) -> None:
    """Use one value of each field at a time, in as many projects as the field with most values needs."""
    base = project(tmp_path / "base")
    for nth, values in enumerate(zip_longest(*accepted.values())):
        reported = {place: value for place, value in zip(accepted, values, strict=True) if value is not None}
        facts = {kind: {name: reported[k, name] for k, name in reported if k == kind} for kind in ("policy", "version")}
        root = project(tmp_path / str(nth), {**POLICY, **facts["policy"]}, {**VERSION, **facts["version"]})
        everything(root, base)


REFUSED = [
    ("was", "[../x]"), ("was", "[wanghai/dukou]"), ("was", "[a/b/c]"), ("was", "[.git/x]"), ("was", "[search/x]"),
    ("was", "[WANGHAI/OLD]"), ("was", '[""]'), ("signed", "0999-12-31"), ("expires", "9999-12-31"),
    ("signed", "２０２０-03-01"), ("title", '"a\\nb"'), ("place", '"a\\u2028b"'), ("issuer", '["a\\nb"]'),
    ("sources", '[{name: "a\\nb"}]'), ("language", "../x"), ("language", '"<x>"'), ("units", "{count: ３}"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "value"), REFUSED)
def test_what_would_fail_later_is_an_error_at_its_line(tmp_path: Path, name: str, value: str) -> None:
    kind, facts, path = ("policy", POLICY, "policy.md") if name in POLICY and name != "title" else (
        "version", VERSION, "2020-03-01.md")  # fmt: skip
    reported = problems(project(tmp_path, **{kind: {**facts, name: value}}))
    line = list(facts).index(name) + 2
    assert (f"{RULES}/{path}", line) in [(p.path, p.line) for p in reported if p.severity is Severity.ERROR]


@pytest.mark.parametrize("was", ["0001-01-01", "x", "２０１９-01-01", "9999-12-31"])
def test_a_former_day_that_is_not_a_day_is_reported(tmp_path: Path, was: str) -> None:
    value = CORRECTION.format("2026-01-01", "effective", was, "2020-03-01")
    reported = problems(project(tmp_path, version={**VERSION, "corrections": value}))
    assert [p.code for p in reported if p.line == list(VERSION).index("corrections") + 2] == ["correction-was"]


@pytest.mark.parametrize("place", ["search", "assets", "data", "en", "zh", "by", "day", "feeds", "editions"])
def test_a_place_cannot_have_the_name_of_a_site_folder(tmp_path: Path, place: str) -> None:
    folder = tmp_path / f"policies/{place}/dukou"
    folder.mkdir(parents=True)
    (folder / "policy.md").write_text(front({**POLICY, "id": f"{place}/dukou"}), encoding="utf-8")
    assert "id-taken" in [problem.code for problem in problems(tmp_path)]
