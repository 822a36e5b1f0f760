"""A comparison written by hand, with every operation in it: what the printers do must not hang on the algorithm.

The words of an edge are written with marks: ``[-gone-]``, ``{+come+}``, ``[~one way|another~]`` for typography alone,
``[-gone@第五条-]`` and ``{+come@第五条+}`` for words that stand in another clause.
"""

from __future__ import annotations

import re
from datetime import date

from yange.compare import (
    Band,
    Change,
    CitationChange,
    CitationFate,
    Comparison,
    Edge,
    Edit,
    Flags,
    Grade,
    Operation,
    TermChange,
    ValueChange,
)
from yange.reports import Report, ReportSide
from yange.reports.words import ReportWords

HOSTILE = '<script>alert(1)</script>\n# [x](javascript:1) **b** `c` | @team #12 &lt; <img src=x>\n1. a\n- b\n\x07"=1+1'
_MARKS = re.compile(r"\[-(.*?)-\]|\{\+(.*?)\+\}|\[~(.*?)\|(.*?)~\]", re.DOTALL)


def edits_of(marked: str) -> tuple[Edit, ...]:
    found: list[Edit] = []
    at = 0

    def add(op: str, text: str, grade: Grade | None) -> None:
        words, _, elsewhere = text.partition("@")
        if words:
            found.append(Edit(op, words, grade, elsewhere))

    for mark in _MARKS.finditer(marked):
        add("equal", marked[at : mark.start()], None)
        gone, come, one, other = mark.groups()
        if one is not None:
            add("delete", one, Grade.EDITORIAL)
            add("insert", other, Grade.EDITORIAL)
        else:
            add("delete" if come is None else "insert", gone if come is None else come, Grade.SUBSTANTIVE)
        at = mark.end()
    add("equal", marked[at:], None)
    return tuple(found)


def edge(old: str, new: str, marked: str, share: float = 0.9, band: Band = Band.SURE) -> Edge:
    return Edge(old, new, path(old), path(new), share, band, edits_of(marked))


def path(label: str) -> str:
    """Return the path of a label: articles 1–3 and what replaced them stand in chapter 1."""
    return {"标题": "title", "序言": "preamble", "第一章": "chp_1"}.get(label, f"chp_1__{label}")


def side(edges: tuple[Edge, ...], label: str, op: str) -> str:
    at = "old_path" if op == "delete" else "new_path"
    found = next(e for e in edges if getattr(e, at) == path(label))
    return "".join(edit.text for edit in found.edits if edit.op in {"equal", op})


def change(operation: Operation, *edges: Edge, grade: Grade | None = None, **flags: bool) -> Change:
    old = tuple(dict.fromkeys(e.old for e in edges))
    new = tuple(dict.fromkeys(e.new for e in edges))
    return Change(
        operation, old, new, tuple(map(path, old)), tuple(map(path, new)), edges, Flags(**flags), grade,
        tuple(side(edges, label, "delete") for label in old), tuple(side(edges, label, "insert") for label in new),
    )  # fmt: skip


def alone(operation: Operation, label: str, text: str) -> Change:
    paths, labels, texts = (path(label),), (label,), (text,)
    if operation is Operation.INSERTED:
        return Change(operation, (), labels, (), paths, grade=Grade.SUBSTANTIVE, new_texts=texts)
    return Change(operation, labels, (), paths, (), grade=Grade.SUBSTANTIVE, old_texts=texts)


O = Operation  # noqa: E741

CHANGES = (
    change(O.AMENDED, edge("标题", "标题", "青屿县渡船管理办法[-（试行）-]"), grade=Grade.SUBSTANTIVE),
    change(O.UNCHANGED, edge("第一章", "第一章", "总则")),
    change(O.UNCHANGED, edge("第一条", "第一条", "为了管理渡船，制定本办法。")),
    change(O.UNCHANGED, edge("第二条", "第二条", "渡船应当登记[~;|；~]未登记的不得载客。")),
    alone(O.INSERTED, "第三条", "渡船应当配备救生衣。\n救生衣每年检验一次。"),
    change(
        O.AMENDED,
        edge("第三条", "第四条", "建造渡船的，给予[-5万元-]{+8万元+}补助[~,|，~]依照[-第四条-]{+第五条+}申请。"),
        grade=Grade.SUBSTANTIVE, renumbered=True,
    ),
    change(
        O.SPLIT,
        edge("第四条", "第五条", "申请人提交申请书。[-县交通局十日内答复。@第六条-]", 0.5),
        edge("第四条", "第六条", "[-申请人提交申请书。@第五条-]县交通局[-十日-]{+七日+}内答复。", 0.4, Band.LIKELY),
        grade=Grade.SUBSTANTIVE, renumbered=True,
    ),
    change(
        O.MERGED,
        edge("第五条", "第七条", "渡工应当持证。{+酒后不得驾驶。@第六条+}", 0.5),
        edge("第六条", "第七条", "{+渡工应当持证。@第五条+}酒后不得驾驶。", 0.5),
        grade=Grade.STYLE, renumbered=True,
    ),
    alone(O.REPEALED, "第七条", "渡船不得夜航。"),
    change(O.RENUMBERED, edge("第八条", "第八条之一", "违者处以罚款。"), grade=Grade.CONSEQUENTIAL, renumbered=True),
    change(O.RENUMBERED, edge("第九条", "第九条之一", "可以停航。"), grade=Grade.CONSEQUENTIAL, renumbered=True),
    change(
        O.MOVED, edge("第十条", "第二十条", "渡口由乡人民政府管理。"),
        grade=Grade.CONSEQUENTIAL, renumbered=True, moved=True, chapter_changed=True,
    ),
    change(
        O.REPLACED, edge("第十一条", "第十二条", "[-旧规定全文。-]{+新规定全文。+}", 0.1, Band.CHECK),
        grade=Grade.SUBSTANTIVE, renumbered=True,
    ),
    alone(O.INSERTED, "第十三条", HOSTILE),
)  # fmt: skip

COMPARISON = Comparison(
    CHANGES,
    (
        ValueChange("amount", "5万元", "8万元", "第三条", "第四条"),
        ValueChange("deadline", "十日", "七日", "第四条", "第六条"),
        ValueChange("body", "", "=县港航局", "", "第十三条"),
    ),
    (TermChange("县交通局", "县港航局", 3, ("第五条", "第六条", "第七条")),),
    (),
    (CitationChange(CitationFate.FOLLOWS, "第四条", "第五条", "第三条", "第四条"),),
    {},
)
OLD = ReportSide("old.md", "青屿县渡船管理办法（试行）", "青府〔2001〕3号", date(2001, 5, 1))
NEW = ReportSide("new.md", "青屿县渡船管理办法", None, date(2008, 1, 1))


def report(language: str = "zh", *, editorial: bool = False, comparison: Comparison = COMPARISON) -> Report:
    return Report(OLD, NEW, comparison, ReportWords(language), editorial)
