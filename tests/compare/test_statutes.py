"""Ordinary revisions of made-up laws, 15 to 300 articles, in several layouts: edges, inserted, repealed and moved."""

from __future__ import annotations

import re

import pytest
from statutes import Revision, revise, statute

from yange.compare import Comparison, Grade, Operation, compare
from yange.parse import parse

CASES = [
    (15, 1, 0.2, "anew", "markdown"),
    (40, 2, 0.1, "inserted", "plain"),
    (70, 3, 0.1, "anew", "plain"),
    (70, 4, 0.3, "anew", "run-on"),
    (150, 5, 0.1, "inserted", "run-on"),
    (150, 6, 0.1, "anew", "markdown"),
    (300, 7, 0.15, "anew", "plain"),
]


def revised(count: int, seed: int, strength: float, numbering: str, layout: str) -> tuple[Revision, Comparison]:
    revision = revise(statute(count, seed, 4 if count >= 300 else 0), seed + 1, strength, numbering)
    return revision, compare(parse(revision.old.print()), parse(revision.new.print(layout)))


def is_article(label: str) -> bool:
    return re.search("第.*条", label) is not None


@pytest.mark.parametrize("case", CASES, ids=lambda case: "-".join(map(str, case)))
def test_ordinary_revisions(case: tuple[int, int, float, str, str]) -> None:
    revision, result = revised(*case)
    edges = [
        edge for change in result.changes for edge in change.edges if is_article(edge.old) and is_article(edge.new)
    ]
    found, wanted = {(edge.old, edge.new) for edge in edges}, revision.edges()
    assert found - wanted == set()
    assert 2 * len(found & wanted) / (len(found) + len(wanted)) >= 0.99
    assert moved(result) == {revision.old.labels()[one] for one in revision.moved}
    if found == wanted:
        labels_old, labels_new = set(revision.old.labels().values()), set(revision.new.labels().values())
        assert gone(result) == labels_old - {a for a, _ in wanted}
        assert come(result) == labels_new - {b for _, b in wanted}


def moved(result: Comparison) -> set[str]:
    return {change.old[0] for change in result.changes if change.flags.moved and is_article(change.old[0])}


def gone(result: Comparison) -> set[str]:
    return {c.old[0] for c in result.changes if c.operation is Operation.REPEALED and is_article(c.old[0])}


def come(result: Comparison) -> set[str]:
    return {c.new[0] for c in result.changes if c.operation is Operation.INSERTED and is_article(c.new[0])}


def test_a_printed_law_is_the_same_law_in_every_layout() -> None:
    law = statute(70, 9)
    for layout in ("plain", "run-on"):
        result = compare(parse(law.print()), parse(law.print(layout)))
        articles = [change for change in result.changes if change.old and is_article(change.old[0])]
        assert {change.operation for change in articles} == {Operation.UNCHANGED}
        assert {change.grade for change in articles} <= {None, Grade.EDITORIAL}


def test_two_texts_that_share_only_formulas_share_nothing_but_what_is_equal() -> None:
    old = """第一条　为了规范渡口秩序，保障乘客安全，制定本办法。

第二条　渡工应当年满十八周岁，身体健康，熟悉水性，持证上岗。

第三条　渡船应当悬挂船名牌和载客定额牌，夜间开启示位灯。

第四条　遇有大雾或者六级以上大风的，渡口应当停航并公告。

第五条　违反本办法规定，构成犯罪的，依法追究刑事责任。

第六条　本办法由市交通运输局负责解释。

第七条　本办法自2015年3月1日起施行。
"""
    new = """第一条　为了推广冷链仓储标准，减少食品损耗，制定本办法。

第二条　仓储企业按月报送库温记录，校准证书保存三年。

第三条　预冷间与分拣线之间设置缓冲区，地面采用防滑材料。

第四条　首次申领补贴的企业提交发票存根、设备清单和检验报告。

第五条　违反本办法规定，构成犯罪的，依法追究刑事责任。

第六条　本办法由市商务局负责解释。

第七条　本办法自2021年9月1日起施行。
"""
    result = compare(parse(old), parse(new))
    assert [(edge.old, edge.new) for change in result.changes for edge in change.edges] == [("第五条", "第五条")]
