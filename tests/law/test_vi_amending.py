"""The amending sentences of Vietnamese laws and decrees, applied to a text."""

from __future__ import annotations

import unicodedata

import pytest

from yange.amending import amend, read_instructions

TEXT = """# Luật Bến phà

Điều 1. Phạm vi điều chỉnh

Luật này quy định về bến phà.

Điều 2. Giá vé

1. Giá vé là 5.000 đồng.

2. Giá vé được miễn cho:

a) trẻ em;

b) người già.

Điều 3. Vận hành

Phà chạy hằng ngày, trừ ngày có bão lớn.

Điều 4. An toàn

Người lái phà giữ an toàn cho khách và giữ sạch phà.
"""


def amended(order: str) -> str | None:
    instructions, problems = read_instructions(order, "order.txt")
    body = None if problems else amend(TEXT, instructions, "order.txt", "vi").body
    return body and body.replace("\\", "")  # the source of the page has 1\\. for a khoản


ORDERS = [
    ("Thay thế cụm từ “5.000 đồng” bằng cụm từ “6.000 đồng” tại khoản 1 Điều 2.", "5.000", "6.000 đồng"),
    ("Thay thế từ “giữ” bằng từ “bảo đảm” tại Điều 4.", "giữ", "bảo đảm sạch"),
    ("Bỏ cụm từ “và giữ sạch phà” tại Điều 4.", "giữ sạch", "cho khách."),
    ("Bổ sung cụm từ “và xe” vào sau cụm từ “khách” tại Điều 4.", "", "khách và xe và"),
    ("Bổ sung cụm từ “mọi” vào trước cụm từ “khách” tại Điều 4.", "", "cho mọi khách"),
    ("Sửa đổi khoản 1 Điều 2 như sau:\n“1. Giá vé do thành phố quy định.”.", "5.000", "1. Giá vé do thành phố"),
    ("1. Sửa đổi, bổ sung Điều 3 như sau:\n“Điều 3. Lịch chạy\nPhà chạy ban ngày.”.", "bão", "Điều 3. Lịch chạy"),
    ("Bổ sung khoản 3 vào sau khoản 2 Điều 2 như sau: “3. Vé bán tại bến.”", "", "3. Vé bán tại bến.\n\nĐiều 3"),
    ("Bổ sung điểm c vào sau điểm b khoản 2 Điều 2 như sau: “c) học sinh.”", "", "c) học sinh.\n\nĐiều 3"),
    ("Bổ sung điểm c vào khoản 2 Điều 2 như sau: “c) học sinh.”", "", "c) học sinh.\n\nĐiều 3"),
    ("Bổ sung Điều 3a vào sau Điều 3 như sau:\n“Điều 3a. Nghỉ\nPhà nghỉ khi có bão.”", "", "Điều 3a. Nghỉ"),
    ("Bãi bỏ Điều 3.", "Vận hành", ""),
    ("Bãi bỏ các điều 3 và 4.", "khách", ""),
    ("Bãi bỏ các khoản 1 và 2 Điều 2.", "trẻ em", ""),
    ("Bãi bỏ các điểm a, b khoản 2 Điều 2.", "trẻ em", "được miễn"),
    ("Thay từ “giữ” bằng từ “bảo đảm” tại Điều 4.", "giữ", "bảo đảm sạch"),
    ("Điều 3 được sửa đổi, bổ sung như sau: “Điều 3. Lịch chạy\nPhà chạy ban ngày.”", "bão", "Điều 3. Lịch chạy"),
    ("Sửa đổi, bổ sung các khoản 1 và 2 Điều 2 như sau: “1. Vé.\n2. Tem.”", "trẻ em", "2. Tem."),
    ("Sửa đổi, bổ sung Điều 2 như sau:\n\na) Bãi bỏ khoản 1;\n\nb) Bãi bỏ điểm a khoản 2.", "5.000", "b) người già"),
    ("Bãi bỏ điểm b khoản 2 Điều 2 và Điều 4.", "người già", ""),
    ("Bãi bỏ khoản 1, khoản 2 Điều 2.", "trẻ em", ""),
    ("Sửa đổi, bổ sung tên Điều 3 như sau: “Lịch chạy”", "Vận hành", "Lịch chạy"),
    (
        (
            "Điều 1. Sửa đổi, bổ sung một số điều của Luật Bến phà\n\n"
            "1. Sửa đổi, bổ sung một số khoản của Điều 2 như sau:\n\n"
            "a) Sửa đổi, bổ sung khoản 1 như sau:\n“1. Giá vé do thành phố quy định.”;\n\nb) Bãi bỏ khoản 2.\n\n"
            "2. Bãi bỏ Điều 4."
        ),
        "trẻ em",
        "1. Giá vé do thành phố quy định.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("order", "gone", "new"), ORDERS, ids=[order[:40] for order, _, _ in ORDERS])
def test_an_order_is_applied(order: str, gone: str, new: str) -> None:
    body = amended(order)
    assert body is not None
    assert not gone or gone not in body
    assert new in body


def test_an_order_in_another_encoding_is_read() -> None:
    order = "Bãi bỏ điểm b khoản 2 Điều 2."
    assert amended(unicodedata.normalize("NFD", order)) == amended(order) is not None


@pytest.mark.parametrize(
    "order",
    [
        "Bổ sung khoản 4 vào sau khoản 2 Điều 2 như sau: “3. Vé bán tại bến.”",  # another number than the one named
        "Bãi bỏ khoản 2.",  # of which article?
        "Bãi bỏ các quy định về giá vé.",
        "Sửa đổi, bổ sung khoản 1 Điều 2.",
        "Thay thế Phụ lục I bằng Phụ lục I ban hành kèm theo Nghị định này.",
    ],
)
def test_what_is_not_read_is_reported(order: str) -> None:
    assert [one.code for one in read_instructions(order, "order.txt")[1]][:1] == ["amend-form"]


def test_an_order_for_two_instruments_is_refused() -> None:
    order = (
        "Điều 1. Sửa đổi, bổ sung một số điều của Luật Bến phà\n\n1. Bãi bỏ Điều 3.\n\n"
        "Điều 2. Sửa đổi, bổ sung một số điều của Luật Đường sông\n\n1. Bãi bỏ Điều 4.\n"
    )
    assert "amend-other" in [one.code for one in read_instructions(order, "order.txt")[1]]


def test_a_long_list_that_ends_in_no_known_way_is_left_at_once() -> None:
    """A list of lists has one reading only: each reading more would double the time for each entry."""
    order = f"Sửa đổi, bổ sung {'các điểm a, b và c khoản 1 Điều 2 và ' * 80}như sau: “x”"
    assert read_instructions(order, "order.txt")[0] == ()
