"""Lines of clauses over several texts: what they were, what became of them, and when their substance last changed."""

from __future__ import annotations

from itertools import pairwise

import pytest

from yange.coding import plain
from yange.compare import Operation, compare
from yange.compare.history.blame import ClauseLine, lineage
from yange.compare.history.clause_history import History, HistoryStep, trace
from yange.compare.history.crosscheck import composed, crosscheck
from yange.compare.text.units import units_of
from yange.model import Provisions, Version
from yange.outputs.comparing import steps_output
from yange.outputs.tracing import history_output
from yange.parse import parse

BERTH = "渡船停靠码头应当服从港航管理人员的指挥，按照划定的泊位依次停靠，不得占用救护船艇的专用泊位。"
LIFE = "渡船应当按照核定的载客数量配备救生衣，救生衣应当放置在乘客易于取用的位置并每年检验一次。"
FEE = "渡口经营人可以收取渡运费，收费标准由县价格主管部门核定，每人每次不得超过二元。"
FEE_LATER = FEE.replace("二元", "三元")
NIGHT = "夜间和大雾天气禁止渡运，因抢险救灾确需渡运的，应当经乡人民政府批准并配备照明和通信设备。"
LOG = "渡口经营人应当建立渡运日志，如实记载每航次的时间、载客人数和天气情况，保存期限不少于一年。"
END = "本办法自发布之日起施行，由县交通主管部门负责解释。"


def text(*articles: str) -> Provisions:
    numbers = "一二三四五六七八九"
    return parse("渡口管理办法\n" + "".join(f"第{numbers[at]}条　{words}\n" for at, words in enumerate(articles)))


# 1: merged with a changed neighbour; 2: split off again; the fee rises in the first step
ONE = text(BERTH, LIFE, FEE, END)
TWO = text(BERTH, NIGHT, f"{LIFE}\n{FEE_LATER}", END)
THREE = text(NIGHT, LIFE, FEE_LATER, END)
TEXTS = {("p", "1"): ONE, ("p", "2"): TWO, ("q", "1"): THREE}
PAIRS = ((("p", "1"), ("p", "2")), (("p", "2"), ("q", "1")))


def told(history: History) -> list[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    def short(step: HistoryStep) -> tuple[str, str, tuple[str, ...], tuple[str, ...]]:
        return step.new[0] + step.new[1], step.change.operation.value, step.old_line, step.new_line

    return [short(step) for step in history.steps]


def test_a_line_goes_through_a_merge_and_a_split_and_into_another_policy() -> None:
    assert told(trace(TEXTS, PAIRS, ("p", "1"), "art_2")) == [
        ("p2", "merged", ("art_2",), ("art_3",)),
        ("q1", "split", ("art_3",), ("art_2",)),
    ]
    assert told(trace(TEXTS, PAIRS, ("p", "1"), "art_3")) == [
        ("p2", "merged", ("art_3",), ("art_3",)),
        ("q1", "split", ("art_3",), ("art_3",)),
    ]


def test_the_same_line_is_found_from_its_end_and_from_its_middle() -> None:
    from_start = told(trace(TEXTS, PAIRS, ("p", "1"), "art_2"))
    assert told(trace(TEXTS, PAIRS, ("q", "1"), "art_2")) == from_start
    middle = told(trace(TEXTS, PAIRS, ("p", "2"), "art_3"))
    assert middle == [
        ("p2", "merged", ("art_2", "art_3"), ("art_3",)),
        ("q1", "split", ("art_3",), ("art_2", "art_3")),
    ]


def test_a_line_begins_and_ends() -> None:
    begins = trace(TEXTS, PAIRS, ("q", "1"), "art_1")
    assert told(begins)[0] == ("p2", "inserted", (), ("art_2",))
    ends = trace(TEXTS, PAIRS, ("p", "1"), "art_1")
    assert told(ends)[-1] == ("q1", "repealed", ("art_1",), ())


def test_a_part_of_an_article_has_a_line_of_its_own() -> None:
    paragraphs = [clause.path for clause in TWO.walk() if clause.path.startswith("art_3__")]
    assert len(paragraphs) == 2
    first, second = (trace(TEXTS, PAIRS, ("p", "2"), path) for path in paragraphs)
    assert (first.unit, second.unit) == ("art_3", "art_3")
    assert first.steps[0].old_line == ("art_2",)
    assert [step.new_line for step in first.steps][-1] == ("art_2",)
    assert [step.new_line for step in second.steps][-1] == ("art_3",)


def test_a_clause_that_is_not_there_has_no_line() -> None:
    with pytest.raises(KeyError):
        trace(TEXTS, PAIRS, ("p", "1"), "art_9")


def test_a_text_alone_has_a_line_without_steps() -> None:
    assert trace({("p", "1"): ONE}, (), ("p", "1"), "art_2").steps == ()


def test_of_two_texts_replaced_by_one_the_clause_comes_from_the_one_that_had_it() -> None:
    texts = {("a", "1"): text(LIFE, LOG, END), ("b", "1"): text(BERTH, FEE, END), ("c", "1"): text(LIFE, BERTH, END)}
    pairs = ((("a", "1"), ("c", "1")), (("b", "1"), ("c", "1")))
    steps = trace(texts, pairs, ("c", "1"), "art_2").steps
    assert [(step.old, step.old_line, step.new_line) for step in steps] == [(("b", "1"), ("art_1",), ("art_2",))]


def line_of(label: str, *versions: Provisions) -> ClauseLine:
    lines = lineage([(str(at), version) for at, version in enumerate(versions, 1)])
    return next(line for line in lines if line.label == label)


def test_blame_names_the_version_that_last_changed_the_substance() -> None:
    fee = line_of("第三条", ONE, TWO, THREE)
    assert (fee.first, fee.first_label, fee.changed) == ("1", "第三条", "2")
    night = line_of("第一条", ONE, TWO, THREE)
    assert (night.first, night.first_label, night.changed) == ("2", "第二条", "2")


def test_what_was_merged_with_a_changed_clause_and_split_off_again_was_not_changed() -> None:
    life = line_of("第二条", ONE, TWO, THREE)
    assert (life.first, life.changed) == ("1", "1")


@pytest.mark.parametrize(
    ("later", "changed"),
    [
        (BERTH.replace("，", ","), "1"),
        (BERTH.replace("应当服从", "应服从"), "1"),
        (BERTH.replace("不得占用", "可以占用"), "2"),
        (BERTH.replace("，按照划定的泊位依次停靠", ""), "2"),
        (f"{BERTH}停靠时间不得超过三十分钟。", "2"),
    ],
)
def test_typography_and_style_change_no_substance(later: str, changed: str) -> None:
    assert line_of("第一条", text(BERTH, LIFE, END), text(later, LIFE, END)).changed == changed


def test_ten_versions_keep_their_order() -> None:
    """Keys are not put in order as words: version 10 is later than version 9."""
    fees = [text(FEE.replace("二元", f"{at + 2}元"), END) for at in range(10)]
    fee = line_of("第一条", *fees)
    assert (fee.first, fee.changed) == ("1", "10")


def test_no_versions_give_no_lines() -> None:
    assert lineage([]) == ()


def links(*texts: Provisions) -> set[tuple[str, str]]:
    steps = [compare(old, new) for old, new in pairwise(texts)]
    return {(link.old_path, link.new_path) for link in composed(steps) if "art" in link.old_path}


def test_mappings_are_composed_word_by_word() -> None:
    assert links(ONE, TWO, THREE) == {("art_2", "art_2"), ("art_3", "art_3"), ("art_4", "art_4")}


def test_one_step_composed_is_that_step() -> None:
    direct = compare(ONE, TWO)
    checked = crosscheck(direct, [direct])
    assert (checked.only_by_steps, checked.only_direct) == ((), ())
    assert checked.agreed == sum(len(change.edges) for change in direct.changes)
    assert crosscheck(direct, []).agreed == 0


def test_an_article_taken_out_and_put_in_again_is_found_only_directly() -> None:
    texts = (text(BERTH, LIFE, END), text(BERTH, END), text(BERTH, LIFE, END))
    checked = crosscheck(compare(texts[0], texts[2]), [compare(*texts[:2]), compare(*texts[1:])])
    assert [(link.old, link.new) for link in checked.only_direct] == [("第二条", "第二条")]
    assert checked.only_by_steps == ()
    assert [plain(link) for link in steps_output((), checked).only_direct] == [
        {"old": "第二条", "new": "第二条", "old_path": "art_2", "new_path": "art_2"}
    ]


def test_an_article_rewritten_in_two_steps_is_one_line_by_steps() -> None:
    first = "渡口经营人应当建立渡运日志，如实记载每航次的时间，保存期限不少于一年，接受检查。"
    second = "渡口经营人应当建立渡运日志，按月报送电子台账，汇总上报县交通主管部门备案。"
    third = "乡人民政府按月收取电子台账，汇总上报县交通主管部门备案。"
    texts = (text(BERTH, first, END), text(BERTH, second, END), text(BERTH, third, END))
    assert ("art_2", "art_2") in links(*texts)


def test_a_step_says_all_of_its_change_as_json() -> None:
    found = trace(TEXTS, PAIRS, ("p", "1"), "art_2")
    versions = {ref: Version(policy=ref[0], key=ref[1], path="", title="渡口管理办法") for ref in TEXTS}
    document = plain(history_output(found, "第二条", versions, lambda ref: units_of(TEXTS[ref]), {}))["steps"][0]
    assert document["from"] == {"policy": "p", "version": "1", "line": ["art_2"]}
    assert document["to"] == {"policy": "p", "version": "2", "line": ["art_3"]}
    assert document["operation"] == Operation.MERGED.value
    assert document["old"] == ["第二条", "第三条"]


def test_a_placeholder_ends_a_clause_once() -> None:
    gone = parse(ONE.text.replace(f"第三条　{FEE}", "第三条　（删去）"))
    dropped = parse(ONE.text.replace(f"第三条　{FEE}\n", ""))
    texts = {("p", "1"): ONE, ("p", "2"): gone, ("p", "3"): dropped}
    pairs = ((("p", "1"), ("p", "2")), (("p", "2"), ("p", "3")))
    assert told(trace(texts, pairs, ("p", "1"), "art_3")) == [
        ("p2", "repealed", ("art_3",), ("art_3",)),
        ("p3", "unchanged", ("art_3",), ()),
    ]
    line = next(one for one in lineage([("1", ONE), ("2", gone)]) if one.path == "art_3")
    assert (line.first, line.changed) == ("1", "2")
