"""Amending sentences of Japanese acts, applied to a text: each row is an order and the lines it makes."""

from __future__ import annotations

from datetime import date

import pytest

from yange.amending import amend, read_instructions
from yange.law.ja.captions import CAPTIONS
from yange.model import Amendment

TEXT = """渡船条例

（目的）
第一条　この条例は、渡船の利用について定める。

（料金）
第二条　渡船の料金は、百円とする。
２　市長は、次の各号のいずれかに該当するときは、料金を減額することができる。
一　利用者が児童であるとき。
二　利用者が団体であるとき。

（運航）
第三条　渡船は、毎日運航する。ただし、荒天の日は、この限りでない。

第四条　船長は、乗客の安全を守り、船を清潔に保たなければならない。

（委任）
第五条　この条例の施行に関し必要な事項は、市長が定める。
"""


def amended(order: str) -> str | None:
    instructions, problems = read_instructions(order, "order.txt")
    return None if problems else amend(TEXT, instructions, "order.txt", "ja").body


@pytest.mark.parametrize(
    ("order", "gone", "new"),
    [
        ("第二条第一項中「百円」を「二百円」に改める。", "、百円とする", "、二百円とする"),
        ("第四条中「守り」を「図り」に、「清潔」を「安全」に改める。", "守り", "船を安全に"),
        ("第四条中「、船を清潔に保た」を削る。", "清潔", "乗客の安全を守りなければ"),
        ("第二条第二項第一号中「児童」の下に「又は生徒」を加える。", "児童である", "児童又は生徒である"),
        ("第三条ただし書中「荒天」を「暴風」に改める。", "荒天", "暴風の日"),
        (
            "第二条第一項中「百円」を「二百円」に改め、同条第二項中「減額する」を「免除する」に改める。",
            "減額",
            "料金を免除する",
        ),
        (
            "第二条第二項中「減額する」を「免除する」に改め、同項第二号中「団体」を「市民」に改める。",
            "団体",
            "市民である",
        ),
        (
            "第三条を次のように改める。\n第三条　渡船は、平日に運航する。",
            "毎日",
            "（運航）\n第三条　渡船は、平日に運航する。",
        ),
        (
            "第三条を次のように改める。\n（運休）\n第三条　渡船は、平日に運航する。",
            "（運航）",
            "第三条　渡船は、平日に運航する。",
        ),
        ("第四条を削る。", "第四条", ""),
        ("１　第四条を削る。", "第四条", ""),
        ("（１）　第四条を削る。", "第四条", ""),
        ("第三条及び第四条を削る。", "船長", ""),
        ("第三条から第五条までを削る。", "必要な事項", ""),
        ("第二条に次の一項を加える。\n３　料金は、前納とする。", "", "３　料金は、前納とする。\n\n（運航）"),
        ("第一条に次の一項を加える。\n２　渡船は、市が運営する。", "", "２　渡船は、市が運営する。\n\n（料金）"),
        ("第二条第二項に次の一号を加える。\n三　災害があったとき。", "", "三　災害があったとき。\n\n（運航）"),
        (
            "第三条の次に次の一条を加える。\n（休航）\n第三条の二　市長は、休航を命ずる。",
            "",
            "第三条の二　市長は、休航を命ずる。\n\n第四条",
        ),
        (
            "第五条を第六条とし、第四条の次に次の一条を加える。\n第五条　船は、毎年検査を受ける。",
            "",
            "第六条　この条例",
        ),
        ("第二条第二項を同条第三項とする。", "２　市長", "３　市長"),
        ("第二条第二項第二号を同項第三号とする。", "二　利用者が団体", "三　利用者が団体"),
    ],
)
def test_an_order_is_applied(order: str, gone: str, new: str) -> None:
    body = amended(order)
    assert body is not None
    assert not gone or gone not in body
    assert new in body
    assert "この条例は、渡船の利用について定める。" in body, "what no order names stays"


@pytest.mark.parametrize(
    "order",
    [
        "第三条から第五条までを一条ずつ繰り下げる。",
        "本則中「渡船」を「連絡船」に改める。",
        "題名を次のように改める。\n連絡船条例",
        "第三条を次のように改める。",  # nothing below it
        "第四条を削る。\n第四条　船長は、泳げなければならない。",  # nothing was announced
        "第三条の次に次の二条を加える。\n第三条の二　甲\n第三条の三　乙",
        "同条中「甲」を「乙」に改める。",
        "第二条中「百円」を「二百円」とする。",
    ],
)
def test_what_is_not_read_is_reported(order: str) -> None:
    assert [one.code for one in read_instructions(order, "order.txt")[1]][:1] == ["amend-form"]


def test_words_that_do_not_fit_once_change_nothing() -> None:
    instructions, _ = read_instructions("第二条中「利用者」を「客」に改める。", "order.txt")
    found = amend(TEXT, instructions, "order.txt", "ja")
    assert found.body is None
    assert "2 times" in found.problems[0].message


def test_sentences_of_new_text_are_no_instructions() -> None:
    order = (
        "第三条を次のように改める。\n第三条　市長が定める額とする。\n２　前項の額は、変更することができる。\n"
        "第四条を削る。\n"
    )
    instructions, problems = read_instructions(order, "order.txt")
    assert [one.operation for one in instructions] == ["rewrite", "remove"]
    assert not problems


@pytest.mark.parametrize(
    ("text", "amendments"),
    [
        ("（平成十年三月三十一日条例第五号）\n", ()),
        (
            "（平成十年三月三十一日条例第五号）\n最終改正：令和三年五月十九日条例第三十七号\n",
            (Amendment(number="令和三年五月十九日条例第三十七号", date=date(2021, 5, 19), kind="改正"),),
        ),
        (
            "（平成十年条例第五号）\n改正　平成十二年条例第一号　平成十四年条例第二号\n",
            (
                Amendment(number="平成十二年条例第一号", date=None, kind="改正"),
                Amendment(number="平成十四年条例第二号", date=None, kind="改正"),
            ),
        ),
        ("（平成十年条例第五号）\n改正の経過は、別に告示する。\n", ()),
    ],
)
def test_captions_list_amendments(text: str, amendments: tuple[Amendment, ...]) -> None:
    caption = CAPTIONS.read(text)
    assert caption is not None
    assert caption.amendments == amendments
