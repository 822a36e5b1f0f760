"""What must hold of every comparison, whatever the texts (compare.md, invariants)."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
from itertools import accumulate, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Indel
from statutes import revise, statute

from yange.coding import encoded
from yange.compare import Comparison, Edge, Grade, Operation, apply_delta, compare
from yange.compare.text.keys import make_key
from yange.compare.text.units import units_of
from yange.model import Library, Provisions
from yange.parse import parse

SENTENCES = (
    "市商务局负责本办法的组织实施。",
    "申请人应当在15个工作日内提交材料。",
    "每户补贴最高不超过3万元，同一年度只能申领一次。",
    "渔船进出港口，应当向码头管理机构报告船名、航线和人数；遇有大雾的，暂停进出。",
    "违反第三条规定的，由市行政执法部门责令改正，处500元以上2000元以下罚款。",
    "海堤、护岸和排水闸的养护，由产权人承担。",
    "The applicant shall file the form within 10 days.",
    "本办法所称“小微船”，是指长度不足12米的机动船舶。",
    "公众可以通过市政务服务平台查询名录。",
    "有下列情形之一的，不予登记：（一）材料不实的；（二）逾期未补正的。",
)


@st.composite
def texts(draw: st.DrawFn, once: bool = False) -> str:
    """Draw a text; ``once``: no sentence stands in two places, where nothing would tell which of them became what."""
    if once:
        words = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, unique=True))
        cuts = draw(st.lists(st.integers(1, 3), min_size=len(words), max_size=len(words)))
        starts = [0, *(end for end in accumulate(cuts) if end < len(words))]
        clauses = [words[start:end] for start, end in pairwise([*starts, len(words)])][:7]
    else:
        clauses = draw(st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3), min_size=1, max_size=7))
    numbers = "一二三四五六七"
    body = [f"第{number}条　{''.join(words)}" for number, words in zip(numbers, clauses, strict=False)]
    if draw(st.booleans()):
        body.insert(0, "## 第一章　总则")
        body.insert(1 + len(body) // 2, "## 第二章　附则")
    return "# 望海市小微船管理办法\n\n" + "\n\n".join(body) + "\n"


def sides(edge: Edge) -> tuple[str, str]:
    old = "".join(edit.text for edit in edge.edits if edit.op != "insert")
    new = "".join(edit.text for edit in edge.edits if edit.op != "delete")
    return old, new


def check_whole(old: Provisions, new: Provisions, result: Comparison) -> None:
    """Every unit once, every edge rebuilt, every delta fitting."""
    units_old, units_new = units_of(old), units_of(new)
    assert sorted(p for c in result.changes for p in c.old_paths) == sorted(u.path for u in units_old)
    assert sorted(p for c in result.changes for p in c.new_paths) == sorted(u.path for u in units_new)
    texts_old = {unit.path: unit.text for unit in units_old}
    texts_new = {unit.path: unit.text for unit in units_new}
    for change in result.changes:
        assert change.old_texts == tuple(texts_old[path] for path in change.old_paths)
        for edge in change.edges:
            assert sides(edge) == (texts_old[edge.old_path], texts_new[edge.new_path])
            assert apply_delta(texts_old[edge.old_path], edge.delta) == texts_new[edge.new_path]
            assert all((edit.grade is None) == (edit.op == "equal") for edit in edge.edits)
            assert 0.0 <= edge.share <= 1.0


@given(texts(), texts())
def test_every_unit_and_every_character_is_accounted_for(one: str, other: str) -> None:
    old, new = parse(one), parse(other)
    check_whole(old, new, compare(old, new))


@given(texts())
def test_a_text_against_itself_is_unchanged(text: str) -> None:
    result = compare(parse(text), parse(text))
    assert {change.operation for change in result.changes} == {Operation.UNCHANGED}
    assert {change.grade for change in result.changes} == {None}


@given(texts())
def test_units_tile_the_text(text: str) -> None:
    tile(text)


def tile(text: str) -> None:
    units = units_of(parse(text))
    assert units[0].start == 0
    assert units[-1].end == len(text)
    assert all(one.end == other.start for one, other in pairwise(units))


WIDE = {ord(a): ord(b) for a, b in zip("，：；（）“”", ',:;()""', strict=True)}


@given(texts(), st.randoms(use_true_random=False))
def test_typing_a_text_anew_gives_only_editorial_edits(text: str, dice: random.Random) -> None:
    narrow = "\n".join(line if line.startswith("#") else line.translate(WIDE) for line in text.split("\n"))
    spaced = "".join(sign + (" " if sign in "，。；,;" and dice.random() < 0.4 else "") for sign in narrow)
    result = compare(parse(text), parse(spaced))
    assert {change.operation for change in result.changes} == {Operation.UNCHANGED}
    assert {change.grade for change in result.changes} <= {None, Grade.EDITORIAL}


@given(texts(once=True), texts(once=True))
def test_the_mirror_says_the_same_the_other_way_round(one: str, other: str) -> None:
    there = compare(parse(one), parse(other))
    back = compare(parse(other), parse(one))
    assert {(e.old_path, e.new_path) for c in there.changes for e in c.edges} == {
        (e.new_path, e.old_path) for c in back.changes for e in c.edges
    }


@given(texts(), texts())
def test_nothing_depends_on_what_was_compared_before(one: str, other: str) -> None:
    first = encoded(compare(parse(one), parse(other)))
    compare(parse(other), parse(other))
    assert encoded(compare(parse(one), parse(other))) == first


@pytest.mark.parametrize("text", ["", "\n", "第一条", "没有条号的一段话。"])
def test_scant_texts(text: str) -> None:
    old, new = parse(text), parse("# 办法\n\n第一条　一个条文。\n")
    check_whole(old, new, compare(old, new))
    check_whole(new, old, compare(new, old))
    check_whole(old, old, compare(old, old))


def test_units_tile_every_shipped_text(library: Library) -> None:
    for version in library.versions():
        if version.body.strip():
            tile(version.body)


def test_every_neighbouring_pair_of_shipped_texts_holds(library: Library) -> None:
    for policy in library.policies:
        held = [version for version in policy.versions if version.body.strip()]
        for one, other in pairwise(held):
            old, new = parse(one.body), parse(other.body)
            check_whole(old, new, compare(old, new))


def test_nothing_depends_on_the_order_of_sets_and_dicts() -> None:
    told = set()
    for seed in ("1", "2"):
        done = subprocess.run(  # our own interpreter, our own arguments
            [sys.executable, "-c", PROGRAM, str(Path(__file__).parent)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        )
        told.add(done.stdout)
    assert len(told) == 1
    assert told != {b""}


@given(texts(), texts())
def test_the_strict_view_shows_the_fewest_signs_and_aligns_the_same(one: str, other: str) -> None:
    old, new = parse(one), parse(other)
    words, strict = compare(old, new), compare(old, new, chars=True)
    check_whole(old, new, strict)
    assert [(c.old_paths, c.new_paths) for c in words.changes] == [(c.old_paths, c.new_paths) for c in strict.changes]
    for change in strict.changes:
        for edge in change.edges if len(change.edges) == 1 else ():
            changed = sum(len(make_key(edit.text)) for edit in edge.edits if edit.op != "equal")
            keys = [make_key(side).text for side in sides(edge)]
            if not any(edit.grade is Grade.EDITORIAL for edit in edge.edits) and not _LABELS.search(keys[0] + keys[1]):
                assert changed <= Indel.distance(*keys) + 2  # a blank beside a change goes with it


_LABELS = re.compile(r"[(][一二三四五六七八九十]")


@pytest.mark.parametrize("seed", [3, 8])
def test_a_revision_read_backwards_says_the_same_the_other_way_round(seed: int) -> None:
    revision = revise(statute(70, seed), seed, 0.25)
    old, new = parse(revision.old.print()), parse(revision.new.print())
    there, back = compare(old, new), compare(new, old)
    assert {(e.old_path, e.new_path) for c in there.changes for e in c.edges} == {
        (e.new_path, e.old_path) for c in back.changes for e in c.edges
    }
    assert {c.old_paths[0] for c in there.changes if c.flags.moved} == {
        c.new_paths[0] for c in back.changes if c.flags.moved
    }


@pytest.mark.parametrize("seed", [1, 2])
def test_pages_contents_and_lost_breaks_are_typography(seed: int) -> None:
    revision = revise(statute(40, seed), seed, 0.2)
    old = parse(revision.old.print())
    printed = [parse(revision.new.print(layout)) for layout in ("markdown", "plain", "run-on")]
    told = []
    for new in printed:
        check_whole(old, new, compare(old, new))
        articles = [c for c in compare(old, new).changes if any("条" in label for label in c.old + c.new)]
        told.append([(c.operation, c.old, c.new, c.grade in {None, Grade.EDITORIAL}) for c in articles])
    assert told[0] == told[1] == told[2]


PROGRAM = """
import random, sys
sys.path.insert(0, sys.argv[1])
from mutations import law, rewrite
from yange.coding import encoded
from yange.compare import compare
from yange.parse import parse
pair = rewrite(law(30, 4), random.Random(2))
print(encoded(compare(parse(pair.old.print()), parse(pair.new.print()))))
"""
