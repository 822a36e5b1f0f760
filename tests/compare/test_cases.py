"""Cases as a lawyer writes them: a title, the old text, the new text, and what must be said of them.

The cases stand in ``data/cases.txt``. An expectation names an operation, old and new labels, and may go on with a
piece of the marked-up text ([-gone-]{+come+}) and a grade (or ``chapter`` for a clause that changed its chapter,
``label-lost`` for one that a conversion left without its number).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from yange.compare import Answers, Change, Comparison, Edge, Grade, Operation, compare
from yange.parse import parse

CASES = Path(__file__).parent / "data" / "cases.txt"


@dataclass(frozen=True)
class Case:
    title: str
    old: str
    new: str
    expect: tuple[str, ...]


def cases() -> list[Case]:
    found = []
    for block in re.split(r"^#{8} ", CASES.read_text(encoding="utf-8"), flags=re.M)[1:]:
        title, rest = block.split("\n", 1)
        old, new, expect = re.split(r"^==== \w+\n", rest, flags=re.M)[1:]
        found.append(Case(title, old, new, tuple(line for line in expect.split("\n") if line.strip())))
    return found


def marked(edge: Edge) -> str:
    """Return the text with its changes marked; editorial ones show as the new text has them."""
    out = []
    for edit in edge.edits:
        if edit.op == "equal" or (edit.grade is Grade.EDITORIAL and edit.op == "insert"):
            out.append(edit.text)
        elif edit.grade is not Grade.EDITORIAL:
            out.append(f"[-{edit.text}-]" if edit.op == "delete" else f"{{+{edit.text}+}}")
    return "".join(out)


def held(result: Comparison, line: str) -> bool:
    """Tell whether one expectation holds."""
    word, _, rest = line.partition(" ")
    pair = re.match(r"\s*(.*?)\s*→\s*(.*)", rest)
    if word == "value" and pair:
        kind, _, old = pair[1].partition(" ")
        return any((value.kind, value.old, value.new) == (kind, old, pair[2]) for value in result.values)
    if word in {"citation", "no-citation"} and pair:
        fate, _, old = pair[1].partition(" ")
        found = any((c.fate, c.old, c.new) == (fate, old, pair[2]) for c in result.citations)
        return found is (word == "citation")
    if word == "no-value" and pair:
        return all(value.old != pair[1] for value in result.values)
    if word == "term" and pair:
        return any((term.old, term.new) == (pair[1], pair[2]) for term in result.terms)
    if word == "no-term" and pair:
        return all((term.old, term.new) != (pair[1], pair[2]) for term in result.terms)
    if line == "no-values":
        return result.values == ()
    return any(said(change, line) for change in result.changes)


def said(change: Change, line: str) -> bool:
    head, *more = [part.strip() for part in line.split("|")]
    word, _, labels = head.partition(" ")
    old, _, new = (part.strip() for part in labels.partition("→"))
    if change.operation is not Operation(word) or ("+".join(change.old), "+".join(change.new)) != (old, new):
        return False
    fragment, grade = (*more, "", "")[:2] if len(more) != 1 or more[0] not in set(Grade) else ("", more[0])
    text = "\n".join(marked(edge) for edge in change.edges)
    if fragment and fragment not in text:
        return False
    if grade == "label-lost":
        return change.flags.label_lost
    return change.flags.chapter_changed if grade == "chapter" else not grade or change.grade == grade


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.title)
def test_case(case: Case) -> None:
    result = compare(parse(case.old), parse(case.new))
    told = [(c.operation, c.old, c.new, c.grade, [marked(e) for e in c.edges]) for c in result.changes]
    assert [line for line in case.expect if not held(result, line)] == [], told


def test_every_operation_has_a_case() -> None:
    said = {line.partition(" ")[0] for case in cases() for line in case.expect}
    assert {str(operation) for operation in Operation} <= said


def test_a_persons_answers_go_first() -> None:
    old = parse("第一条　渡工应当年满十八周岁，身体健康，熟悉水性。\n\n第二条　公众可以查询渡口名录和航线。\n")
    new = parse("第一条　仓储企业应当按月报送冷链温度记录。\n\n第二条　公众可以查询渡口名录和航线。\n")
    answers = Answers(together=(("第一条", "第一条"),), apart=(("第二条", "第二条"),))
    operations = {(c.old, c.new): c.operation for c in compare(old, new, answers).changes}
    assert operations[("第一条",), ("第一条",)] is Operation.REPLACED
    assert operations[("第二条",), ()] is Operation.REPEALED


def test_a_listed_renaming_is_consequential() -> None:
    old, new = parse("第一条　由市海洋渔业局负责。\n"), parse("第一条　由市海洋发展局负责。\n")
    answers = Answers(renamings=(("市海洋渔业局", "市海洋发展局"),))
    assert [c.grade for c in compare(old, new, answers).changes] == [Grade.CONSEQUENTIAL]
