"""Which words are marked, what is folded, what is counted and what is said: the same for every printer."""

from __future__ import annotations

import pytest
from reporting import COMPARISON, alone, change, edge, report

from yange.compare import VALUE_KINDS, CitationFate, Comparison, Grade, Operation, ValueChange, compare
from yange.messages import messages
from yange.parse import parse
from yange.reports.change_notes import Notes
from yange.reports.rows import ChangeRow, Fold, Passage, WordMark, noise, rows, values_of
from yange.reports.words import LANGUAGES, ReportWords


def drawn(passage: Passage) -> str:
    marks = {WordMark.KEPT: "{}", WordMark.GONE: "[-{}-]", WordMark.COME: "{{+{}+}}"}
    return "".join(marks[span.mark].format(span.text) for span in passage.spans)


def row_of(operation: Operation) -> ChangeRow:
    return next(row for row in rows(COMPARISON) if isinstance(row, ChangeRow) and row.change.operation is operation)


def test_words_that_went_to_another_clause_are_not_marked_as_gone() -> None:
    split = row_of(Operation.SPLIT)
    assert [drawn(p) for p in split.old] == ["申请人提交申请书。县交通局[-十日-]内答复。"]
    assert [drawn(p) for p in split.new] == ["申请人提交申请书。", "县交通局{+七日+}内答复。"]
    merged = row_of(Operation.MERGED)
    assert [drawn(p) for p in merged.old] == ["渡工应当持证。", "酒后不得驾驶。"]
    assert [drawn(p) for p in merged.new] == ["渡工应当持证。酒后不得驾驶。"]


def test_words_that_no_clause_holds_are_marked_though_their_edge_says_they_stand_elsewhere() -> None:
    merged = change(
        Operation.MERGED,
        edge("第一条", "第一条", "甲事。{+乙局七日内办。@第二条+}"),
        edge("第二条", "第一条", "{+甲事。@第一条+}[-丙局-]{+乙局+}七日内办。"),
    )
    (row,) = rows(Comparison((merged,)))
    assert isinstance(row, ChangeRow)
    assert [drawn(p) for p in row.new] == ["甲事。{+乙局+}七日内办。"]
    assert [drawn(p) for p in row.old] == ["甲事。", "[-丙局-]七日内办。"]


def test_typography_is_counted_and_not_marked_unless_asked_for() -> None:
    assert noise(COMPARISON) == 2
    amended = next(row for row in rows(COMPARISON) if isinstance(row, ChangeRow) and "第三条" in row.change.old)
    assert (amended.noise, drawn(amended.new[0])) == (1, "建造渡船的，给予{+8万元+}补助，依照{+第五条+}申请。")
    loud = next(
        row for row in rows(COMPARISON, editorial=True) if isinstance(row, ChangeRow) and "第三条" in row.change.old
    )
    assert (loud.noise, drawn(loud.new[0])) == (0, "建造渡船的，给予{+8万元+}补助{+，+}依照{+第五条+}申请。")


def test_the_same_clause_in_one_text_shows_what_went_and_came() -> None:
    amended = next(row for row in rows(COMPARISON) if isinstance(row, ChangeRow) and "第三条" in row.change.old)
    assert (
        drawn(Passage("", "", True, amended.woven))
        == "建造渡船的，给予[-5万元-]{+8万元+}补助，依照[-第四条-]{+第五条+}申请。"
    )


def test_unchanged_and_renumbered_clauses_are_folded_by_runs() -> None:
    folds = [row for row in rows(COMPARISON) if isinstance(row, Fold)]
    assert [(fold.operation, len(fold.rows), fold.noise) for fold in folds] == [
        (Operation.UNCHANGED, 3, 1),
        (Operation.RENUMBERED, 2, 0),
    ]
    shown = [row for row in rows(COMPARISON, editorial=True) if isinstance(row, ChangeRow)]
    assert ("第二条",) in [row.change.old for row in shown], "a clause with typography to show is not folded"


def test_a_heading_at_the_end_of_a_run_opens_what_follows() -> None:
    comparison = Comparison(
        (
            change(Operation.UNCHANGED, edge("第一章", "第一章", "总则")),
            alone(Operation.INSERTED, "第一条", "新。"),
        )
    )
    first, second = rows(comparison)
    assert isinstance(first, ChangeRow)
    assert first.heading
    assert isinstance(second, ChangeRow)
    assert Notes(comparison, ReportWords("zh")).of(first) == ()


def test_every_clause_stands_in_exactly_one_row_with_all_its_words() -> None:
    old = parse("某办法\n第一条　甲。\n第二条　给予5万元。\n第三条　丙丙丙丙丙丙丙丙。\n第四条　丁丁丁丁丁丁。\n")
    new = parse("某办法\n第一条　甲。\n第二条　给予8万元。\n第三条　丁丁丁丁丁丁。\n第四条　戊戊戊戊戊戊戊戊戊。\n")
    comparison = compare(old, new)
    flat = [r for row in rows(comparison) for r in (row.rows if isinstance(row, Fold) else (row,))]
    for passages, paths, texts in (
        ([p for r in flat for p in r.old], [p for c in comparison.changes for p in c.old_paths], "old_texts"),
        ([p for r in flat for p in r.new], [p for c in comparison.changes for p in c.new_paths], "new_texts"),
    ):
        assert [p.path for p in passages] == paths
        assert [p.text for p in passages] == [t for c in comparison.changes for t in getattr(c, texts)]


@pytest.mark.parametrize(
    ("clause", "said"),
    [
        ("标题", ("修改",)),
        (
            "第三条",
            ("修改", "条号由第三条改为第四条", "5万元改为8万元", "引用的第四条随条号改为第五条", "排印差异1处，未标注"),
        ),
        (
            "第四条",
            (
                "第四条拆分为第五条、第六条",
                "第四条与第五条相同50%",
                "第四条与第六条相同40%（对应关系很可能成立）",
                "十日改为七日",
            ),
        ),
        ("第五条", ("第五条、第六条合并为第七条", "第五条与第七条相同50%", "第六条与第七条相同50%")),
        ("第七条", ("删去",)),
        ("第十条", ("第十条移至第二十条，内容未修改", "所属章节改变")),
        ("第十一条", ("重写", "条号由第十一条改为第十二条", "对应关系请核对")),
    ],
)
def test_what_is_said_of_a_change(clause: str, said: tuple[str, ...]) -> None:
    row = next(row for row in rows(COMPARISON) if isinstance(row, ChangeRow) and clause in row.change.old)
    assert Notes(COMPARISON, ReportWords("zh")).of(row) == said


def test_what_is_said_of_folded_clauses() -> None:
    folds = [row for row in rows(COMPARISON) if isinstance(row, Fold)]
    assert [Notes(COMPARISON, ReportWords("zh")).fold(fold) for fold in folds] == [
        "第一条至第二条（2个条款）：未修改；排印差异1处，未标注",
        "第八条至第九条 → 第八条之一至第九条之一（2个条款）：仅条号变化，内容未修改",
    ]


def test_the_separator_behind_a_number_stays_out_of_sentences() -> None:
    outline = Comparison((change(Operation.UNCHANGED, edge("四、", "四、", "完善服务。")),))
    (fold,) = rows(outline)
    assert isinstance(fold, Fold)
    assert Notes(outline, ReportWords("zh")).fold(fold) == "四：未修改"
    assert ReportWords("zh").series(["三、", "（五）", "2．"]) == "三、（五）、2"
    assert fold.rows[0].new[0].label == "四、", "beside its words it stands as printed"


@pytest.mark.parametrize("grade", [Grade.STYLE, Grade.CONSEQUENTIAL, Grade.EDITORIAL])
def test_a_light_change_says_how_light_it_is(grade: Grade) -> None:
    light = change(Operation.AMENDED, edge("第一条", "第一条", "[-应-]{+应当+}办理。"), grade=grade)
    (row,) = rows(Comparison((light,)))
    assert isinstance(row, ChangeRow)
    assert ReportWords("zh")(f"note.{grade.value}") in Notes(Comparison((light,)), ReportWords("zh")).of(row)


def test_the_catalogue_has_words_for_everything_a_comparison_says() -> None:
    wanted = {f"operation.{o.value}" for o in Operation} | {f"note.{o.value}" for o in Operation}
    wanted |= {f"note.{g.value}" for g in Grade if g is not Grade.SUBSTANTIVE}
    wanted |= {f"cite.{fate.value}" for fate in CitationFate} | {f"kind.{kind}" for kind in VALUE_KINDS}
    for language in LANGUAGES:
        assert {key for key in wanted if f"report.{key}" not in messages(language)} == set()


def test_a_language_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="reports are written in zh, en"):
        ReportWords("pl")
    assert report("en").facts(report("en").old) == "青府〔2001〕3号, in force from 1 May 2001"


def test_a_body_renamed_in_several_clauses_stands_in_one_row_and_amounts_in_their_own() -> None:
    given = [
        ("body", "市渔业局", "市海洋局", "第一条", "第二条"),
        ("amount", "一万元", "五万元", "第一条", "第二条"),
        ("amount", "一万元", "五万元", "第三条", "第四条"),
        ("body", "市渔业局", "市海洋局", "第三条", "第四条"),
    ]
    found = values_of(Comparison((), tuple(ValueChange(*row) for row in given)))
    assert [(row.kind, row.at_old, row.at_new) for row in found] == [
        ("body", ("第一条", "第三条"), ("第二条", "第四条")),
        ("amount", ("第一条",), ("第二条",)),
        ("amount", ("第三条",), ("第四条",)),
    ]
    assert ReportWords("zh").places(found[0].at_new) == "第二条、第四条"
    assert ReportWords("zh").places(("四、",)) == "四、"
