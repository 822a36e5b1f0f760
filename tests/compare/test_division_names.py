"""The names of divisions in comparisons: a section is named with its chapter, and commands accept that name."""

from __future__ import annotations

import pytest

from yange.compare import compare
from yange.compare.answers import Answers
from yange.compare.text.units import Role, units_of
from yange.parse import parse
from yange.project import clauses_called

ENGLISH = """# Regulation on ferries

CHAPTER I
General

Section 1
Scope

Article 1
This Regulation applies to ferries that carry passengers for payment.

Section 2
Definitions

Article 2
A ferry is a vessel that crosses a river.

CHAPTER II
Licences

Section 1
Application

Article 3
The operator of a ferry shall apply for a licence.

CHAPTER III
Final provisions

Article 4
This Regulation shall enter into force on 1 May 2020.
"""

CASES = {
    "a section of every chapter": (
        ENGLISH,
        ["CHAPTER I", "CHAPTER I, Section 1", "CHAPTER I, Section 2", "CHAPTER II", "CHAPTER II, Section 1",
         "CHAPTER III"],
    ),
    "the only section of a text": (
        ENGLISH.replace("Section 1\nScope\n\n", "").replace("Section 2\nDefinitions\n\n", ""),
        ["CHAPTER I", "CHAPTER II", "CHAPTER II, Section 1", "CHAPTER III"],
    ),
    "French, with a subsection": (
        ("# Règlement relatif aux bacs\n\nCHAPITRE II\nLicences\n\nSection 1\nDemande\n\nSous-section 1\nForme\n\n"
        "Article 1\nLa demande est écrite.\n\nSous-section 2\nDélai\n\nArticle 2\nLa demande est présentée en mai.\n"),
        ["CHAPITRE II", "CHAPITRE II, Section 1", "CHAPITRE II, Section 1, Sous-section 1",
         "CHAPITRE II, Section 1, Sous-section 2"],
    ),
    "Chinese": (
        ("# 渡口管理办法\n\n## 第一章　总则\n\n第一条　渡口应当设置标志。\n\n## 第二章　经营\n\n### 第一节　许可\n\n"
        "第二条　经营渡口应当申请许可。\n\n### 第二节　收费\n\n第三条　渡口可以收取过渡费。\n\n## 第三章　管理\n\n"
        "### 第一节　检查\n\n第四条　海事局检查渡口。\n"),
        ["第一章", "第二章", "第二章第一节", "第二章第二节", "第三章", "第三章第一节"],
    ),
    "chapters counted anew in each part": (
        ("# 渡口管理办法\n\n## 第一编　总则\n\n### 第一章　范围\n\n第一条　渡口应当设置标志。\n\n## 第二编　经营\n\n"
        "### 第一章　许可\n\n第二条　经营渡口应当申请许可。\n"),
        ["第一编", "第一编第一章", "第二编", "第二编第一章"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_division_is_named_with_the_one_above(name: str) -> None:
    text, labels = CASES[name]
    assert [unit.label for unit in units_of(parse(text)) if unit.role is Role.HEADING] == labels


def test_no_two_divisions_of_a_report_have_one_name() -> None:
    report = compare(parse(ENGLISH), parse(ENGLISH.replace("Application", "Request")))
    names = [label for change in report.changes for label in change.old]
    assert len(set(names)) == len(names)
    assert "CHAPTER II, Section 1" in names


def test_commands_accept_the_name_that_comparisons_print() -> None:
    provisions = parse(ENGLISH)
    (named,) = clauses_called(provisions, "CHAPTER II, Section 1")
    assert named.path in {clause.path for clause in clauses_called(provisions, "Section 1")}
    assert len(clauses_called(provisions, "Section 1")) == 2
    assert clauses_called(provisions, "CHAPTER III, Section 1") == ()


def test_an_answer_may_name_a_section_as_printed() -> None:
    units = units_of(parse(ENGLISH))
    (section,) = (unit.index for unit in units if unit.label == "CHAPTER I, Section 2")
    for name in ("Section 2", "CHAPTER I, Section 2"):
        answers = Answers(together=((name, name),))
        assert answers.pairs(answers.together, units, units) == {(section, section)}
