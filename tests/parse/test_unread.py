"""Lines that begin like a number but open no clause: each is reported, and nothing else is."""

from __future__ import annotations

import pytest

from yange.parse import parse
from yange.parse.unread import lacks_clauses, unread_labels

REPORTED = [
    # a line below a sentence of an article, and the label that is reported
    ("第二条の二　船舶は登録を要する。", "第二条の二"),
    ("第三條　船舶應當登記。", "第三條"),
    ("제3조(시행) 이 법은 시행한다.", "제3조"),
    ("Artículo 2 bis. Exención.", "Artículo 2"),
    ("Article L. 121-1", "Article L. 121-1"),
    ("Article premier", "Article premier"),
    ("Art. 2º A taxa é anual.", "Art. 2º"),
    ("Điều 5. Phí", "Điều 5."),
    ("Статья 7. Сборы", "Статья 7."),
    ("Pasal 3 Biaya", "Pasal 3"),
    ("מאמר", None),
    ("（甲）客船。", "（甲）"),
    ("甲、客船。", "甲、"),
    ("（七）渔船。", "（七）"),
    ("47．渔船。", "47．"),
    ("A. Fees are due.", "A."),
    ("IV. Fees", "IV."),
    ("❷ 渔船。", "❷"),
    ("7.2 渔船", "7.2"),
    ("A.1.1 渔船", "A.1.1"),
    ("2 渔船", "2"),
    ("17A Fees", "17A"),
]
SILENT = [
    "第三条规定的船舶除外。", "第三条、第四条所列船舶除外。", "第二款所称船舶，是指渔船。",
    "2015年5月1日前登记的，不再登记。",
    "3.5米以上的船舶除外。", "20日内登记。", "20 日内登记。", "5 万元以上的，加倍。", "12", "— 12 —",
    "| 2 | 渔船 |", "“第三條　船舶應當登記。”",
    "Article 5 of the Harbour Act applies.", "Article 5(2) applies.", "§ 5 gilt entsprechend.",
    "3 May 2020", "3 days after that.",
]  # fmt: skip


def below(line: str) -> str:
    return f"第一条　船舶应当登记。\n\n{line}\n\n第二条　期限为十日。\n"


@pytest.mark.parametrize(("line", "label"), REPORTED)
def test_a_line_that_begins_like_a_number_is_reported(line: str, label: str | None) -> None:
    assert [unread.label for unread in unread_labels(parse(below(line)))] == ([label] if label else [])


@pytest.mark.parametrize("line", SILENT)
def test_a_reference_an_amount_or_a_day_is_not(line: str) -> None:
    assert unread_labels(parse(below(line))) == ()


def test_the_middle_of_a_broken_sentence_is_not() -> None:
    text = "第一条　船舶应当依照\n第三條　的例登记；未登记的，\n7.2 米以下的除外。\n第二条　期限为十日。\n"
    assert unread_labels(parse(text)) == ()


def test_what_is_set_apart_is_not() -> None:
    chapters = "第一章　总则\n\n第二章　附则\n\n"
    body = "第一章　总则\n\n第一条　甲。\n\n第二章　附则\n\n第二条　乙。\n\n"
    text = f"港口规定\n\n目录\n\n{chapters}{body}附件：1．图\n2．表\n"
    assert unread_labels(parse(text)) == ()


def test_the_place_is_that_of_the_line() -> None:
    text = below("第三條　船舶應當登記。")
    (unread,) = unread_labels(parse(text))
    assert text[unread.start :].startswith("第三條")
    assert unread.words.startswith("第三條　船舶")


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("港湾法\n\nPasal 1 Undang-undang ini mengatur pelabuhan.\n", True),
        ("望海市渡口管理规定\n\n本规定适用于渡口。\n\n渡口应当取得许可。\n", True),
        ("望海市渡口管理规定\n\n第一条　本规定适用于渡口。\n\n第二条　渡口应当取得许可。\n", False),
        ("关于渡口停航的通知\n\n各渡口：\n\n因大风，渡口停航一日。\n", False),
        ("", False),
    ],
)
def test_a_text_in_which_nothing_was_recognised(text: str, lacks: bool) -> None:
    assert lacks_clauses(parse(text)) is lacks


COUNTED = "Regularo pri la pramo\n\n" + "\n\n".join(
    f"Artikolo {nth}. La pramo apartenas al la urbo." for nth in (1, 2, 3)
)
LABELS = ["Artikolo 1.", "Artikolo 2.", "Artikolo 3."]


@pytest.mark.parametrize(
    ("text", "labels", "lacks"),
    [
        (COUNTED, LABELS, True),
        (f"{COUNTED}\n\n1. La norda pramo.\n\n2. La suda pramo.\n", LABELS, True),
        (f"{COUNTED}\n\n1. Unu.\n\n2. Du.\n\n3. Tri.\n", LABELS, False),
        (COUNTED.replace("Artikolo 3", "Listo 3"), [], False),
        (COUNTED.replace("Artikolo", "Table"), [], False),
        (f"{COUNTED}\n\nArticle 1. The berth.\n\nArticle 2. The fee.\n", LABELS, False),
    ],
)
def test_a_word_behind_which_numbers_count_is_what_articles_are_called(
    text: str, labels: list[str], *, lacks: bool
) -> None:
    provisions = parse(text)
    assert [one.label for one in unread_labels(provisions) if one.form == "unit"] == labels
    assert lacks_clauses(provisions) is lacks
