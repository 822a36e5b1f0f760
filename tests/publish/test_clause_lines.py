"""Lines of clauses through texts, their names in citations, the links between texts, and standings from day to day."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from publishing import DAY, ROOT, all_pages, read

from yange.compare import compare
from yange.model import Basis, Library, Policy, Version
from yange.parse import parse
from yange.publish.context import SiteContext
from yange.publish.facts.clause_names import Called, names_of
from yange.publish.facts.clause_threads import Threads, thread
from yange.publish.files.clause_scripts import clauses_script
from yange.publish.pages.clause_histories import history_page
from yange.publish.parts.citation_forms import forms
from yange.publish.parts.status_changes import turns
from yange.settings import Settings
from yange.shipped import folders
from yange.timeline import build_timeline
from yange.timeline.line import first_made

END = ");\n"
FUND = "wanghai/haiyang-chanye-fazhan-zhuanxiang-zijin-guanli-banfa"
NIGHT = "wanghai/cujin-yejian-jingji-fanrong-fazhan-ruogan-cuoshi"
FERRY = "wanghai/dukou-guanli-banfa"


@pytest.fixture(scope="module")
def context(library: Library) -> SiteContext:
    timeline = build_timeline(library)
    return SiteContext(library, timeline, Settings(), DAY, folders(Path(ROOT), "templates"))


def text(context: SiteContext, policy: str, key: str) -> Version:
    version = context.policies[policy].version(key)
    assert version is not None
    return version


def lines_of(*bodies: str) -> Threads:
    texts = [
        Version(policy="a/b", key=f"v20{n:02}-01-01", path="", title="t", body=body) for n, body in enumerate(bodies)
    ]
    return thread(texts, lambda old, new: compare(parse(old), parse(new)))


FIRST = """# 试验办法

第一条　为了规范渡口的秩序，保障乘客的安全，制定本办法。

第二条　渡口的经营者应当每年检查渡船两次，并把检查的结果报送区海事处备案。

第三条　违反本办法规定的，由区海事处责令改正，处五百元以上二千元以下的罚款。
"""
SECOND = """# 试验办法

第一条　为了规范渡口的秩序，保障乘客的安全，制定本办法。

第二条　乘客应当听从渡工的指挥，不得在渡船离岸以后跳上跳下。

第三条　渡口的经营者应当每年检查渡船四次，并把检查的结果报送区海事处备案。
"""


def test_a_line_goes_on_under_its_new_number_and_an_ended_one_says_so() -> None:
    found = lines_of(FIRST, SECOND)
    check = found.at["v2001-01-01", "art_3"]
    assert [(stage.version.key, stage.label) for stage in check.stages] == [
        ("v2000-01-01", "第二条"),
        ("v2001-01-01", "第三条"),
    ]
    assert found.at["v2000-01-01", "art_2"] is check
    new = found.at["v2001-01-01", "art_2"]
    assert len(new.stages) == 1
    fine = found.at["v2000-01-01", "art_3"]
    assert fine.ended is not None
    assert fine.ended[0].key == "v2001-01-01"
    assert [line.stages[-1].label for line in found.lines if line.ended is None][1:] == [
        "第一条",
        "第二条",
        "第三条",
    ]


def test_every_clause_of_every_text_stands_in_exactly_one_line(context: SiteContext, library: Library) -> None:
    seen = 0
    for policy in library.policies:
        found = context.threads(policy.id)
        stages = Counter((s.version.key, s.path) for line in found.lines for s in line.stages)
        assert set(stages) == set(found.at)
        assert set(stages.values()) <= {1}
        for old, new in zip(found.texts, found.texts[1:], strict=False):
            report = context.compared(old.body, new.body)
            assert {(new.key, path) for change in report.changes for path in change.new_paths} <= set(stages)
            seen += 1
    assert seen >= 8


def test_lines_keep_their_places_when_a_text_is_added(context: SiteContext) -> None:
    texts = context.texts(context.policies[FUND])
    before, after = thread(texts[:2], context.compared), thread(texts, context.compared)
    for place, line in before.at.items():
        later = after.at[place]
        assert [(s.version.key, s.path) for s in line.stages] == [
            (s.version.key, s.path) for s in later.stages if s.version in texts[:2]
        ]


def long_policy() -> Policy:
    """Two texts of a hundred long articles; the newer one has each tenth changed and one less."""
    words = "渡口的经营者应当检查渡船，并把检查的结果报送海事处备案。"
    old = [f"第{n}条　第{n}号{words * 12}" for n in range(1, 101)]
    new = [line.replace("备案", "备查") if n % 10 == 0 else line for n, line in enumerate(old)][:-1]
    bodies = {2001: old, 2002: new}
    texts = tuple(
        Version(
            policy="a/b",
            key=f"v{year}-01-01",
            path=f"policies/a/b/{year}-01-01.md",
            title="t",
            effective=date(year, 1, 1),
            effective_basis=Basis.STATED,
            body="# t\n\n" + "\n\n".join(lines) + "\n",
        )
        for year, lines in bodies.items()
    )
    return Policy(id="a/b", title="t", place="a", versions=texts)


def test_long_histories_stand_on_several_pages_and_every_link_finds_its_own() -> None:
    pages = {page.address: page.html() for page in all_pages(Library((long_policy(),))) if page.language == "zh"}
    histories = [address for address in pages if "history" in address]
    assert histories == ["a/b/history/", "a/b/history/2/"]
    sizes = [len(pages[address].encode()) for address in histories]
    assert max(sizes) < 300_000
    assert min(sizes) * 2 > max(sizes)
    ids = {address: set(read(html).ids) for address, html in pages.items()}
    seen = Counter[str]()
    for address in ("a/b/v2002-01-01/", "a/b/v2001-01-01/", *histories):
        for link in read(pages[address]).links:
            target = urlsplit(urljoin(f"https://site.test/{address}", link))
            path = target.path.removeprefix("/")
            if path in histories and target.fragment:
                assert unquote(target.fragment) in ids[path], (address, link)
                seen[path] += 1
    assert seen["a/b/history/"] > 100
    assert seen["a/b/history/2/"] > 90
    assert 'data-next="2/"' in pages["a/b/history/"]
    assert "data-next" not in pages["a/b/history/2/"]


def test_the_table_of_changes_tells_what_each_text_did(context: SiteContext) -> None:
    page = history_page(context, context.policies[FERRY], 1, "zh")
    table = page.html().partition('<div class="y-table y-grid"')[2].partition("</table>")[0]
    rows = [
        re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", row)).strip() for row in re.findall(r"<tr>(.*?)</tr>", table, re.S)
    ]
    assert rows[0] == "条款 2004-01-01 2015-09-08 2021-03-26"
    assert "第三条 第三条 第三条 修改 第三条 修改" in rows
    assert "第十五条 第十四条之一 新增 第十五条 修改" in rows
    assert any(row.endswith("删去") for row in rows)
    assert not any(row.startswith("第一条 ") for row in rows), "it never changed"


NAMED = """# 试验办法

第一条　为了规范，制定本办法。

第二条　渡口应当检查。

渡口应当具备下列条件：

（一）有船；

（二）有人。

第二条之一　甲乙丙丁。

第三条　戊己庚辛。

附件1

渡口名录
"""
OUTLINE = """# 若干措施

一、支持渡口

（一）有船；

1．小船；

2．大船。

（二）有人。

二、附则

（三）施行。
"""
NAMES = [
    (NAMED, "第二条", "art. 2"),
    (NAMED, "第二条第一款", "art. 2, para. 1"),
    (NAMED, "第二条第二款", "art. 2, para. 2"),
    (NAMED, "第二条第二款第（一）项", "art. 2, para. 2, item 1"),
    (NAMED, "第二条之一", "art. 2-1"),
    (NAMED, "附件一", "annex 1"),
    (OUTLINE, "一、（一）", "point 1, point 1"),
    (OUTLINE, "一、（一）2", "point 1, point 1, point 2"),
]


@pytest.mark.parametrize(("body", "chinese", "english"), NAMES)
def test_clauses_are_called_as_citations_call_them(body: str, chinese: str, english: str) -> None:
    assert (chinese, english) in {(called.own, called.english) for called in names_of(parse(body)).values()}


def test_texts_are_cited_in_three_forms(context: SiteContext) -> None:
    plain = forms(text(context, FUND, "v2017-07-01"), context.english)
    assert plain.clause(None) == "《望海市海洋产业发展专项资金管理办法》（望府规〔2017〕9号）"
    assert plain.gbt.text == "望海市人民政府. 望海市海洋产业发展专项资金管理办法: 望府规〔2017〕9号[A/OL]. (2017-06-08)"
    amended = forms(text(context, FERRY, "v2021-03-26"), context.english)
    assert amended.clause(None) == "《望海市渡口管理办法》（望海市人民政府令第34号，2021年3月26日修正文本）"
    english = forms(text(context, "wanghai/rules-on-small-craft-berths", "v2024-09-01"), context.english)
    assert (
        english.clause(None)
        == "Wanghai International Harbour Zone Rules on Small Craft Berths (WIHZ Rules No. 7 of 2024)"
    )


@pytest.mark.parametrize(
    ("policy", "key", "legal", "gbt"),
    [
        (
            FUND,
            "v2017-07-01",
            "望府规〔2017〕9号，2017年7月1日起施行的文本）第三条",
            "办法（2017年7月1日起施行的文本）: ",
        ),
        (FERRY, "v2021-03-26", "令第34号，2021年3月26日修正文本）第三条", "办法（2021年3月26日修正文本）: "),
        (FERRY, "v2004-01-01", "令第34号，2004年1月1日起施行的文本）第三条", "办法（2004年1月1日起施行的文本）: "),
    ],
)
def test_a_clause_that_another_text_has_too_is_cited_with_the_day_of_its_text(
    context: SiteContext, policy: str, key: str, legal: str, gbt: str
) -> None:
    version = text(context, policy, key)
    shared = forms(version, context.english, frozenset({"第三条"}))
    assert shared.clause(Called("第三条", "art. 3")).endswith(legal)
    assert gbt in shared.dated[1].text
    alone = forms(version, context.english, frozenset({"第四条"}))
    assert "起施行的文本" not in alone.clause(Called("第三条", "art. 3"))
    assert alone.clause(None) == shared.clause(None)


def cited(context: SiteContext, policy: str) -> set[tuple[str, str, str, str]]:
    return {
        (
            link.citing.policy.split("/")[1][:8],
            link.called.own if link.called else "",
            link.version.key,
            link.path,
        )
        for link in context.references.cited_by(policy)
        if link.version is not None
    }


def test_a_clause_knows_who_cites_it(context: SiteContext) -> None:
    assert ("huwai-zh", "第十八条第二款", "v2022-01-01.2", "l1_3__l2_8") in cited(context, NIGHT)
    assert context.references.cited_by("wanghai/no-such") == []


def test_citations_within_a_text_lead_to_its_clauses(context: SiteContext) -> None:
    links = context.links(text(context, FUND, "v2017-07-01"))
    assert ("chp_4__art_15", "本办法第十条", "chp_3__art_10") in {(link.at, link.text, link.path) for link in links}


def test_the_turns_of_a_standing_are_its_standings(context: SiteContext, library: Library) -> None:
    for policy in library.policies:
        view = context.view("zh", "")
        found = turns(view, policy)
        assert [turn.first for turn in found[1:]] == sorted(turn.first for turn in found[1:] if turn.first)
        for day in (
            date(1960, 1, 1),
            date(2012, 5, 5),
            date(2019, 6, 1),
            date(2024, 10, 1),
            date(2031, 1, 1),
        ):
            turn = [t for t in found if t.first is None or t.first <= day][-1:] if found else []
            made = first_made(policy)
            if turn and turn[0].first is None and made is not None and day < made:
                assert (turn[0].sentence, turn[0].version) == ("那一天还没有制定", None), (policy.id, day)
                continue
            standing = context.timeline.standing(policy.id, day)
            assert not turn or turn[0].sentence == view.wording.sentence(policy, standing), (policy.id, day)


def texts_of(count: int) -> Policy:
    versions = tuple(
        Version(
            policy="a/b",
            key=f"v{2000 + n}-01-01",
            path="",
            title="t",
            effective=date(2000 + n, 1, 1),
            body=FIRST,
        )
        for n in range(count)
    )
    return Policy(id="a/b", title="t", place="a", versions=versions)


@pytest.mark.parametrize(("count", "pairs"), [(1, 0), (2, 1), (6, 15), (7, 21), (20, 15 + 14 + 18)])
def test_pages_of_pairs_grow_linearly(count: int, pairs: int) -> None:
    library = Library((texts_of(count),))
    templates = folders(Path(ROOT), "templates")
    found = [
        {
            (old.key, new.key)
            for old, new in SiteContext(library, build_timeline(library), Settings(), day, templates).pairs.of("a/b")
        }
        for day in (date(1990, 1, 1), date(2004, 1, 1), date(2100, 1, 1))
    ]
    assert len(found[0]) == pairs
    assert found[0] == found[1] == found[2], "no address moves with the day"


def test_the_clauses_for_the_browser_carry_their_lines(context: SiteContext) -> None:
    """A clause has one number in all texts; a text that was never law has none."""
    law = context.timeline
    numbers: dict[str, dict[str, int | None]] = {}
    for policy in context.library.policies:
        if context.has_history(policy):
            for version in filter(lambda one: one.held, policy.versions):
                script = clauses_script(context, policy, version).content.decode()
                key, clauses, _ = json.loads(f"[{script.removeprefix('yangeText(').removesuffix(END)}]")
                lines = [line for _, _, _, line in clauses]
                period = law.period(version)
                assert (lines == [None] * len(lines)) is (period is None or period.empty), (policy.id, key)
                numbers[f"{policy.id}@{key}"] = {path: line for path, _, _, line in clauses}
                assert "".join(text for _, _, text, _ in clauses)
    for policy in context.library.policies:
        for (key, path), line in context.threads(policy.id).at.items():
            for stage in line.stages:
                other = numbers[f"{policy.id}@{stage.version.key}"][stage.path]
                assert other is not None
                assert other == numbers[f"{policy.id}@{key}"][path]
    assert any(None in lines.values() for lines in numbers.values())


ENGLISH = """# Rules on Berths

Article 1 A berth is free.

Article 2 A holder must:

(a) pay;

(b) leave.

The harbour master may wait.
"""


@pytest.mark.parametrize(
    ("path", "own"),
    [
        ("art_1", "Article 1"),
        ("art_2__para_1__item_2", "Article 2, para. 1(b)"),
        ("art_2__para_2", "Article 2, para. 2"),
    ],
)
def test_a_clause_is_called_in_the_language_of_its_text(path: str, own: str) -> None:
    called = names_of(parse(ENGLISH))[path]
    assert (called.own, called.english) == (own, own)
