"""Texts of many pages and texts of one phrase: both sides can still be rebuilt, and each comparison ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from two_texts import LAW

from hanging import ends
from yange.compare import Comparison, Operation, compare
from yange.compare.diff import word_diff as diff
from yange.compare.diff.word_diff import apply_delta
from yange.compare.match.renumbering import covered_articles
from yange.compare.text import spans
from yange.compare.text.numerals import plain_figure
from yange.law import law_named
from yange.parse import parse


def compared(old: str, new: str) -> Comparison:
    """Compare two texts; both sides can be rebuilt from what comes back."""
    with ends():
        found = compare(parse(old), parse(new))
    for change in found.changes:
        for edge in change.edges:
            was = "".join(edit.text for edit in edge.edits if edit.op != "insert")
            now = "".join(edit.text for edit in edge.edits if edit.op != "delete")
            assert apply_delta(was, edge.delta) == now
            assert (was in change.old_texts, now in change.new_texts) == (True, True)
    return found


def every_third(words: list[str], other: str, step: int = 97) -> list[str]:
    return [other if at % step == 0 else word for at, word in enumerate(words)]


HAN = [chr(0x4E00 + (at * at * 7 + at * 13) % 1900) for at in range(34_500)]
LATIN = [f"{'bcdfgh'[at % 6]}{'aeiou'[at * at % 5]}{'lmnrst'[at * 7 % 6]}{at * at % 97}x" for at in range(12_000)]
REPEATED = ["甲方应当支付；"] * 8_000
LONG = {
    "a phrase repeated on 64,000 characters": (REPEATED, every_third(REPEATED, "乙方可以收取五元；")),
    "a phrase without a stop": (["甲方应当支付五元"] * 3_000, every_third(["甲方应当支付五元"] * 3_000, "变")),
    "Chinese prose of many pages": (HAN[:20_000], every_third(HAN[:20_000], "变")),
    "numbers in a row": ([f"{at}元甲" for at in range(3_000)], [f"{3 * at}元甲" for at in range(3_000)]),
    "numerals in a row": (["一二三四五六七八九十百千万亿"] * 1_000, ["一二三四五六七八九十百千亿万"] * 1_000),
    "thousands in a row": ([",000"] * 5_000, [",001"] * 5_000),
}


@pytest.mark.parametrize("name", LONG)
def test_a_very_long_clause(name: str) -> None:
    old, new = ("第一条　总则。\n\n第二条　" + "".join(side) + "。" for side in LONG[name])
    assert next(change.operation for change in compared(old, new).changes) is Operation.UNCHANGED


def test_english_prose_of_many_pages() -> None:
    old, new = ("Article 1 " + " ".join(side) for side in (LATIN, every_third(LATIN, "may")))
    (change,) = compared(old, new).changes
    assert change.edges[0].share > 0.9


def test_two_long_clauses_that_share_nothing() -> None:
    old, new = ("第一条　" + "".join(HAN[start : start + 17_000]) for start in (0, 17_500))
    assert compared(old, new).changes


def test_very_many_headings_keep_their_partners() -> None:
    names = [f"# 第{at}号渡口" for at in range(1, 2_000)]
    found = compared("\n\n".join(names), "\n\n".join(["# 新渡口", *names]))
    told = [change.operation for change in found.changes]
    assert (told.count(Operation.INSERTED), told.count(Operation.REPEALED)) == (1, 0)


def test_a_table_of_very_many_rows() -> None:
    head = "第一条　收费如下：\n\n| 渡口 | 额（元） |\n|---|---|\n"
    old, new = (head + "".join(f"| 渡口{at} | {at * by} |\n" for at in range(1, 800)) for by in (1, 2))
    rows = {row.cell: (row.old, row.new) for row in compared(old, new).values}
    assert rows["渡口700 / 额"] == ("700元", "1400元")


def limited(old: str, new: str) -> int:
    return compare(parse(old), parse(new)).stats.get("limited", 0)


@pytest.mark.parametrize(("count", "told"), [(100, 0), (101, 1)])
def test_a_phrase_of_too_many_values_is_counted(count: int, told: int) -> None:
    old, new = ("".join(f"渡口管理单位支付{at % 3 + by}元" for at in range(count)) for by in (10, 20))
    assert limited(f"第一条　甲。\n\n第二条　{old}", f"第一条　甲。\n\n第二条　{new}") == told


@pytest.mark.parametrize(("length", "told"), [(20, 0), (21, 1)])
def test_a_pair_too_long_to_align_at_once_is_counted(monkeypatch: pytest.MonkeyPatch, length: int, told: int) -> None:
    monkeypatch.setattr(spans, "_CELLS", 400)  # 20 characters on either side
    spans.equal_runs.cache_clear()
    old = "渡口管理单位应当每日检查渡船并记录在册备查存档留底。"[: length - 1] + "。"
    new = old.replace("每日", "每周")
    assert limited(f"第一条　甲。\n\n第二条　{old}", f"第一条　甲。\n\n第二条　{new}") == told
    spans.equal_runs.cache_clear()


def test_an_english_sentence_without_a_stop_is_compared_whole() -> None:
    words = [f"{'bcdfg'[at % 5]}{'aeiou'[at * at % 5]}rn{at % 211}x" for at in range(5_000)]
    others = ["may" if at % 7 in {0, 2, 3} else word for at, word in enumerate(words)]
    (change,) = compared("Article 1 " + " ".join(words), "Article 1 " + " ".join(others)).changes
    assert change.operation in {Operation.AMENDED, Operation.REPLACED}


@pytest.mark.parametrize(("count", "told"), [(199, 0), (200, 401)])
def test_too_many_headings_are_counted(count: int, told: int) -> None:
    old = "\n\n".join(f"## 第{at}章　渡口{at}\n\n第{at}条　甲{at}。" for at in range(1, count + 1))
    new = f"{old}\n\n## 第{count + 1}章　新渡口\n\n第{count + 1}条　乙。"
    assert limited(old, new) == told


@pytest.mark.parametrize(
    ("key", "plain"),
    [("9" * 40 + "元", "9" * 40 + "元"), ("0" * 5_000, "0" * 5_000), ("一" + "万" * 40, "一" + "万" * 40)],
)
def test_a_number_too_long_to_be_one_stays_as_printed(key: str, plain: str) -> None:
    assert plain_figure(key, LAW) == plain


def test_a_range_of_articles_is_told_one_by_one_up_to_a_bound() -> None:
    assert len(covered_articles("第1条至第501条", law_named("zh-Hans"))) == 501
    assert (
        len(covered_articles("第1条至第502条", law_named("zh-Hans"))) == 502
    )  # five hundred and one of them, and the last
    assert len(covered_articles("第1条至第999999条", law_named("zh-Hans"))) == 502


WORDS = st.text(alphabet="甲乙丙丁戊，。", max_size=60)


@given(WORDS, WORDS)
def test_texts_that_are_aligned_in_parts_align_all_the_same(one: str, other: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spans, "_CELLS", 64)
        patch.setattr(spans, "_PHRASE", 2)
        runs = spans.equal_runs(one, other)
        assert [(c, d, a, b) for a, b, c, d in runs] == spans.equal_runs(other, one)
    at = there = 0
    for a, b, c, d in runs:
        assert at <= a < b
        assert there <= c < d
        assert one[a:b] == other[c:d]
        at, there = b, d


@given(WORDS, WORDS)
def test_few_edits_and_many_give_differences_of_one_size(one: str, other: str) -> None:
    few = diff._runs.__wrapped__(one, other)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(diff, "_MOST_EDITS", -1)
        many = diff._runs.__wrapped__(one, other)
    assert sum(size for op, size in few if op == 0) == sum(size for op, size in many if op == 0)
    for runs in (few, many):
        assert sum(size for op, size in runs if op <= 0) == len(one)
        assert sum(size for op, size in runs if op >= 0) == len(other)
