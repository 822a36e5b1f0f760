"""Whatever import writes passes check, and every page of the site can be made of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import cycle
from pathlib import Path

import pytest
from invented_pages import page

from yange.check import check
from yange.importers import ImportPlan, plan
from yange.library import load
from yange.model import Library
from yange.problems import Severity
from yange.publish import pages
from yange.settings import Settings
from yange.shipped import folders
from yange.storage.writing import write_files
from yange.timeline import build_timeline

ROOT = Path(__file__).resolve().parent.parent.parent
SHOWN = Settings(languages=("zh",))

KINDS = (
    *("法", "条例", "实施条例", "办法", "规定", "若干规定", "细则", "规则", "解释", "决定", "决议", "修正案", "意见"),
    *("通知", "公告", "通告", "方案", "措施", "批复", "令", "章程", "标准"),
)
HEADS = (
    "中华人民共和国{}",
    "望海市{}",
    "{}",
    "关于加强管理的{}",
    "最高人民法院关于{}",
    "上海市徐汇区{}（试行）",
    "{}（2020年修订）",
)
THINGS = ("渡口", "轮渡", "船闸", "码头", "航标", "趸船", "渔港", "水闸", "堤防", "浮桥")
PASSED = "1999年3月1日第九届全国人民代表大会常务委员会第三次会议通过"
CAPTIONS = (
    "",
    f"（{PASSED}）",
    f"（{PASSED}　1999年3月5日中华人民共和国主席令第五号公布　自1999年7月1日起施行）",
    f"（{PASSED}　2018年10月26日全国人民代表大会常务委员会《关于修改〈渡口法〉的决定》修正）",
    f"（{PASSED}　2018年10月26日国务院令第709号修订　自2019年1月1日起施行）",
    "（1985年2月8日国务院发布）",
    f"（{PASSED}　2018年13月40日修正）",
)
ENDS = (
    "本文自1999年7月1日起施行。",
    "本文自公布之日起施行。",
    "本文自印发之日起30日后施行，有效期五年。",
    "本文施行日期另行公布。",
    "",
    "本文自2030年1月1日起施行，有效期至2020年1月1日。",
    "本文自1999年7月1日起施行。《望海市旧渡口办法》（望府〔1990〕3号）同时废止。",
    "本文自1900年1月1日起施行，《旧趸船暂行规定》第三条同时废止。",
)
BODIES = (
    ("第一条　为了规范渡口，制定本文。", "第二条　渡口由交通部门管理。", "第三条　{}"),
    ("第一章　总则", "第一条　为了规范渡口，制定本文。", "第二章　附则", "第二条　{}"),
    (
        "一、总体要求",
        "渡口由交通部门管理，交通部门每年检查两次，检查的结果向社会公布，并抄送办公室。",
        "二、附则",
        "{}",
    ),
    ("渡口由交通部门管理，交通部门每年检查两次，检查的结果向社会公布。", "{}"),
    ("第一条　下列渡口由交通部门管理：", *(f"第{n}号渡口位于沿江一侧。" for n in range(1, 103)), "第二条　{}"),
    (
        "第一条　为了规范渡口，制定本文。",
        "第五条　渡口由交通部门管理。",
        "第三条之一　（删去）",
        "第六条　{}",
        "附件",
        "渡口名录",
    ),
)
COVERS = (
    (),
    ("中华人民共和国国务院令", "第783号", "现公布《{}》，自2024年8月1日起施行。", "总理　李某", "2024年6月6日"),
    (
        "望海市人民政府文件",
        "望府〔2023〕7号",
        "望海市人民政府关于印发《{}》的通知",
        "各区人民政府：",
        "现将《{}》印发给你们。",
    ),
    ("索引号：11440300 名称：{} 文号：望府规〔2020〕1号 发布日期：2020-02-01",),
    ("来源：市交通局 时间：2022-01-05",),
)


def _documents() -> Iterator[str]:
    """Yield documents; each list of parts turns at its own pace, so that all pairs of parts occur."""
    things, ends, bodies, covers = cycle(THINGS), cycle(ENDS), cycle(BODIES), cycle(COVERS)
    for caption in CAPTIONS:
        for head in HEADS:
            for kind in KINDS[len(caption) % 4 :: 4]:
                title = head.format(f"{next(things)}{kind}")
                end = next(ends)
                cover = [line.format(title) for line in next(covers)]
                body = [line.format(end or "渡口之外的水域不适用本文。") for line in next(bodies)]
                yield page(*cover, title, *filter(None, [caption]), *body)


def _filed(root: Path, sources: list[tuple[str, bytes]]) -> Library:
    """Import files that are read without an error, and return the library as it is read back."""
    return _written(root, plan(sources, Library()))


def _written(root: Path, made: ImportPlan) -> Library:
    (root / "policies").mkdir(parents=True)
    write_files(root, made.files(), made.removed())
    library, problems = load(root)
    assert problems == ()
    assert library.policies
    return library


def _passes(library: Library, shown: int) -> None:
    """Hold a library against check, and make every page of it, or one of each ``shown``."""
    timeline = build_timeline(library)
    errors = [problem for problem in check(library, timeline) if problem.severity is Severity.ERROR]
    assert errors == []
    made = list(pages(library, timeline, SHOWN, date(2026, 11, 23), folders(ROOT, "templates")))
    assert len({one.address for one in made}) == len(made)
    for one in made[::shown]:
        assert one.html()


@pytest.mark.parametrize("part", range(4))
def test_generated_documents_pass(part: int, tmp_path: Path) -> None:
    """Half of them: all take ten CPU seconds more, and the fuzzer makes a hundred thousand."""
    sources = [(f"{k:03}.txt", text.encode()) for k, text in enumerate(_documents()) if k % 8 == 2 * part]
    _passes(_filed(tmp_path, sources), shown=9)


def test_there_are_a_few_hundred_documents() -> None:
    assert len(set(_documents())) > 200


@pytest.mark.xdist_group("corpus-import")
def test_the_documents_of_the_corpus_pass(corpus_plan: ImportPlan, tmp_path: Path) -> None:
    _passes(_written(tmp_path, corpus_plan), shown=9)
