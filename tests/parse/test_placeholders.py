"""Placeholders for repealed provisions, and provisions that only look like them."""

from __future__ import annotations

import pytest

from yange.law import law_named
from yange.parse import parse
from yange.parse.placeholders import is_placeholder
from yange.parse.rules import rules_of

RULES = rules_of(law_named("zh-Hans"))

GONE = [
    "（删去）", "(删去)。", "（已废止）", "已删除", "删去。", "（2015年5月1日删去）",
    "〔本条已删除〕", "【收费】（删去）",
    "[Repealed]", "[Repealed by Order 5 of 2010]", "Repealed.",
    "Repealed, on 1 May 2020, by section 3.", "(spent)", "[Reserved]",
    "omitted", "Fees. [Repealed]", "(Fees). [Repealed]", "This section is repealed.",
    "[Intentionally omitted]", "(aufgehoben)", "削除",
]  # fmt: skip
PROVISIONS = [
    "", "（略）", "本条例废止", "《办法》同时废止。", "删除个人信息的，应当告知。", "不得删除",
    "（删除前款规定的除外）",
    "Reserved matters are listed.", "Repealed Acts are listed.", "Permits. The permit is void [repealed].",
    "（删去）\n第二款",
]  # fmt: skip


@pytest.mark.parametrize("words", GONE)
def test_a_placeholder(words: str) -> None:
    assert is_placeholder(words, RULES)


@pytest.mark.parametrize("words", PROVISIONS)
def test_a_provision(words: str) -> None:
    assert not is_placeholder(words, RULES)


def test_placeholders_are_marked_and_not_counted() -> None:
    provisions = parse(
        "第一条　系泊应当登记。\n\n第二条至第九条　（删去）\n\n第十条　（已废止）\n\n第十一条　期限为十日。\n"
    )
    assert [clause.placeholder for clause in provisions.primary] == [False, True, True, False]
    assert [clause.label for clause in provisions.counted] == ["第一条", "第十一条"]


def test_a_placeholder_with_words_below_it_is_a_provision() -> None:
    provisions = parse("第一条　（删去）\n\n船舶除外。\n\n第二条　期限为十日。\n")
    assert not any(clause.placeholder for clause in provisions.walk())
