"""Words that are reported with another clause have a grade of their own, and a mere split or merge is no substance."""

from __future__ import annotations

import pytest

from yange.compare import compare
from yange.compare.result import Grade, Operation
from yange.parse import parse

FIRST = "渡口经营者应当在开业前向海事局备案。"
SECOND = "渡船应当每年检验一次，检验不合格的不得载客。"
REST = ["码头由镇政府管理并定期维修护栏。", "夜间停航期间应当挂红灯示警。", "本办法自印发之日起施行。"]
OPENING = "The operator of a ferry shall notify the maritime office before opening the crossing."
SURVEY = "Every ferry shall be inspected once a year, and a ferry that fails may carry no passengers."
OTHERS = [
    "The quay is maintained by the town council and railings are repaired each spring.",
    "A red lamp is hung while crossings are suspended at night.",
    "This Regulation shall enter into force on 1 May 2020.",
]


def chinese(*articles: str) -> str:
    return "".join(f"第{'一二三四五'[at]}条　{words}\n\n" for at, words in enumerate(articles))


def english(*articles: str) -> str:
    return "".join(f"Article {number}\n\n{words}\n\n" for number, words in enumerate(articles, 1))


PURE = {
    # the second sentence begins with the first character of the first one
    "Chinese": (chinese(FIRST + SECOND, *REST), chinese(FIRST, SECOND, *REST)),
    "Chinese, the longer sentence first": (chinese(SECOND + FIRST, *REST), chinese(SECOND, FIRST, *REST)),
    "English": (english(f"{OPENING} {SURVEY}", *OTHERS), english(OPENING, SURVEY, *OTHERS)),
}


@pytest.mark.parametrize("language", PURE)
@pytest.mark.parametrize("merged", [False, True])
def test_a_pure_split_or_merge_is_no_substantive_change(language: str, merged: bool) -> None:
    whole, parts = PURE[language]
    report = compare(parse(parts), parse(whole)) if merged else compare(parse(whole), parse(parts))
    operation = Operation.MERGED if merged else Operation.SPLIT
    (change,) = [change for change in report.changes if change.operation is operation]
    assert change.grade is Grade.RELOCATED
    edits = [edit for edge in change.edges for edit in edge.edits if edit.op != "equal"]
    assert edits
    assert {edit.grade for edit in edits} == {Grade.RELOCATED}
    assert all(edit.elsewhere for edit in edits)


def test_a_word_changed_in_a_split_is_one_of_substance() -> None:
    report = compare(parse(PURE["Chinese"][0]), parse(PURE["Chinese"][1].replace("每年", "每两年")))
    (change,) = [change for change in report.changes if change.operation is Operation.SPLIT]
    assert change.grade is Grade.SUBSTANTIVE


def test_relocated_words_matter_more_than_wording_and_less_than_consequences() -> None:
    parts = english(f"1. {OPENING}", SURVEY, *OTHERS)
    report = compare(parse(english(f"1. {OPENING}\n\n2. {SURVEY}", *OTHERS)), parse(parts))
    (change,) = [change for change in report.changes if change.operation is Operation.SPLIT]
    assert change.grade is Grade.CONSEQUENTIAL  # the label of the second paragraph is gone
