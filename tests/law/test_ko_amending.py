"""Amending sentences of Korean acts, applied to a text: each row is an order and the lines it makes."""

from __future__ import annotations

from datetime import date

import pytest

from yange.amending import amend, read_instructions
from yange.law.aspects.captions import Caption
from yange.law.ko.captions import CAPTIONS
from yange.model import Amendment

TEXT = """나루터 관리 조례

제1조(목적) 이 조례는 나루터의 관리에 필요한 사항을 규정함을 목적으로 한다.

제2조(요금) ① 나룻배의 요금은 천원으로 한다.
② 시장은 다음 각 호의 어느 하나에 해당하는 경우에는 요금을 감면할 수 있다.
1. 어린이
2. 단체

제3조(운항) 나룻배는 매일 운항한다. 다만, 폭풍이 부는 날은 제외한다.

제4조(안전) 선장은 승객의 안전을 지키고 배를 깨끗이 하여야 한다.

제5조(시행규칙) 이 조례의 시행에 필요한 사항은 규칙으로 정한다.
"""


def amended(order: str) -> str | None:
    instructions, problems = read_instructions(order, "order.txt")
    return None if problems else amend(TEXT, instructions, "order.txt", "ko").body


@pytest.mark.parametrize(
    ("order", "gone", "new"),
    [
        ("제2조제1항 중 “천원”을 “2천원”으로 한다.", "요금은 천원", "요금은 2천원"),
        ("제2조 제1항 중 “천원”을 “2천원”으로 한다.", "요금은 천원", "요금은 2천원"),
        ("제4조 중 “지키고”를 “살피고”로, “배를”을 “갑판을”로 한다.", "지키고", "살피고 갑판을"),
        ("제4조 중 “안전을 지키고”를 삭제한다.", "안전을 지키고", "승객의 배를"),
        ("제3조 단서 중 “폭풍”을 “큰바람”으로 한다.", "폭풍", "큰바람이 부는"),
        ("제2조제2항 각 호 외의 부분 중 “감면할”을 “면제할”로 한다.", "감면할", "면제할"),
        ("제2조제1항 중 “천원”을 “2천원”으로 하고, 같은 조 제2항제2호 중 “단체”를 “노인”으로 한다.", "단체", "2. 노인"),
        ("제2조제2항제1호 중 “어린이”를 “학생”으로 하며, 같은 항 제2호를 삭제한다.", "단체", "1. 학생"),
        ("제3조를 다음과 같이 한다.\n제3조(운항) 나룻배는 평일에 운항한다.", "매일", "제3조(운항) 나룻배는 평일에"),
        ("제2조제1항을 다음과 같이 한다.\n① 요금은 규칙으로 정한다.", "천원", "① 요금은 규칙으로 정한다."),
        ("제4조를 삭제한다.", "선장", ""),
        ("1. 제4조를 삭제한다.", "선장", ""),
        ("① 제4조를 삭제한다.", "선장", ""),
        ("가. 제4조를 삭제한다.", "선장", ""),
        ("제3조 및 제4조를 각각 삭제한다.", "나룻배는 매일", ""),
        ("제3조부터 제5조까지를 각각 삭제한다.", "규칙으로", ""),
        ("제3조의2를 다음과 같이 신설한다.\n제3조의2(휴항) 시장은 휴항을 명한다.", "", "명한다.\n\n제4조(안전)"),
        ("제2조에 제3항을 다음과 같이 신설한다.\n③ 요금은 먼저 낸다.", "", "③ 요금은 먼저 낸다.\n\n제3조"),
        ("제2조제3항을 다음과 같이 신설한다.\n③ 요금은 먼저 낸다.", "", "③ 요금은 먼저 낸다.\n\n제3조"),
        (
            "제5조를 제6조로 하고, 제5조를 다음과 같이 신설한다.\n제5조(검사) 배는 검사를 받는다.",
            "제5조(시행규칙)",
            "제6조(시행규칙)",
        ),
        ("제2조제2항을 제2조제3항으로 한다.", "② 시장", "③ 시장"),
        ("제1조의 제목 “목적”을 “취지”로 한다.", "(목적)", "제1조(취지) 이"),
    ],
)
def test_an_order_is_applied(order: str, gone: str, new: str) -> None:
    body = amended(order)
    assert body is not None
    assert not gone or gone not in body
    assert new in body


@pytest.mark.parametrize(
    "order",
    [
        "제3조부터 제5조까지를 각각 제4조부터 제6조까지로 한다.",
        "같은 조 중 “갑”을 “을”로 한다.",
        "제3조를 다음과 같이 한다.",  # nothing below it
        "제4조를 삭제한다.\n제4조(안전) 선장은 헤엄칠 수 있어야 한다.",  # nothing was announced
        "제2조에 제3항 및 제4항을 각각 다음과 같이 신설한다.\n③ 갑\n④ 을",
        "제2조에 제3항을 다음과 같이 신설한다.\n④ 요금은 먼저 낸다.",  # another number than the one named
        "별표 1을 별지와 같이 한다.",
        "제2조에 제0항을 다음과 같이 신설한다.\n① 갑",
        "제2조에 제51항을 다음과 같이 신설한다.\n㊿ 갑",  # circled numbers end at 50
        "제2조제2항을 제2조제999항으로 한다.",
    ],
)
def test_what_is_not_read_is_reported(order: str) -> None:
    assert [one.code for one in read_instructions(order, "order.txt")[1]][:1] == ["amend-form"]


def test_all_places_are_changed_only_where_the_order_says_so() -> None:
    for order, changed in (
        ("제2조 중 “요금”을 “삯”으로 한다.", False),
        ("제2조 중 “요금”을 각각 “삯”으로 한다.", True),
    ):
        instructions, _ = read_instructions(order, "order.txt")
        assert (amend(TEXT, instructions, "order.txt", "ko").body is not None) is changed


def test_sentences_of_new_text_are_no_instructions() -> None:
    order = (
        "제3조를 다음과 같이 한다.\n제3조(운항) ① 시장이 정하는 바에 따라 운항한다.\n② 제1항을 공고하여야 한다.\n"
        "제4조를 삭제한다.\n"
    )
    instructions, problems = read_instructions(order, "order.txt")
    assert [one.operation for one in instructions] == ["rewrite", "remove"]
    assert not problems


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        (
            "[시행 2024. 1. 1.] [법률 제19234호, 2023. 3. 14., 일부개정]",
            Caption(
                0,
                49,
                amendments=(Amendment(number="법률 제19234호", date=date(2023, 3, 14), kind="일부개정"),),
                begins=date(2024, 1, 1),
            ),
        ),
        (
            "[시행 2024. 1. 1.] [가람시조례 제12호, 2023. 3. 14., 제정]",
            Caption(0, 47, issued=date(2023, 3, 14), number="가람시조례 제12호", commenced=date(2024, 1, 1)),
        ),
        ("[시행 2024. 13. 1.]", None),
        ("제1조(목적) 이 법은 나루터에 관한 것이다.", None),
    ],
)
def test_captions_name_what_made_the_text(text: str, caption: Caption | None) -> None:
    assert CAPTIONS.read(text) == caption


def test_the_last_circled_number_is_read() -> None:
    (found,), problems = read_instructions("제2조제2항을 제2조제50항으로 한다.", "order.txt")
    assert (found.label, problems) == ("㊿", ())
