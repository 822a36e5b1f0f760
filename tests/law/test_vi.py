"""Vietnamese texts: their numbers and layout in every encoding."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yange.law import law_named
from yange.law.conformance import broken_promises
from yange.law.numbers import numbers_of
from yange.law.vi import VIETNAMESE
from yange.law.vi.numerals import cardinal
from yange.law.vi.spelling import composed
from yange.parse import parse

LAW = law_named("vi")
HALF = str.maketrans({letter: shape + tone for shape in "âêôăơưÂÊÔĂƠƯ" for tone in "\u0300\u0301\u0303\u0309\u0323"
                      if len(letter := unicodedata.normalize("NFC", shape + tone)) == 1})  # fmt: skip
ENCODINGS: dict[str, Callable[[str], str]] = {
    "composed": lambda text: text,
    "marks apart": lambda text: unicodedata.normalize("NFD", text),
    "tones apart": lambda text: text.translate(HALF),
    "Icelandic Ð": lambda text: text.replace("Đ", "Ð"),
}
NUMBERS = [
    ("Điều 1. Phạm vi điều chỉnh", "vi-điều", (1,)),
    ("Điều 12a. Phí", "vi-điều", (12, 1)),
    ("Điều 12đ. Phí", "vi-điều", (12, 5)),
    ("Điều 3: Phà", "vi-điều", (3,)),
    ("ĐIỀU 7", "vi-điều", (7,)),
    ("Điều 5.- Phà", "vi-điều", (5,)),
    ("Điều thứ 4", "vi-điều", (4,)),
    ("Điều thứ hai", "vi-điều", (2,)),
    ("Phần thứ nhất", "vi-phần", (1,)),
    ("Phần thứ tư QUY ĐỊNH KHÁC", "vi-phần", (4,)),
    ("PHẦN II", "vi-phần", (2,)),
    ("Chương I NHỮNG QUY ĐỊNH CHUNG", "vi-chương", (1,)),
    ("Chương 10", "vi-chương", (10,)),
    ("Chương IIa. BẾN PHÀ", "vi-chương", (2, 1)),
    ("Mục 2. GIẤY PHÉP", "vi-mục", (2,)),
    ("Tiểu mục 1. PHÍ", "vi-tiểu-mục", (1,)),
    ("TIỂU MỤC 3", "vi-tiểu-mục", (3,)),
    ("1. Bến phà", "arabic-stop", (1,)),
    ("3a. Bến phà", "arabic-stop", (3, 1)),
    ("a) bến phà", "vi-điểm", (1,)),
    ("đ) bến phà", "vi-điểm", (5,)),
    ("g) bến phà", "vi-điểm", (7,)),
    ("k) bến phà", "vi-điểm", (10,)),
    ("a1) bến phà", "vi-điểm", (1, 1)),
    ("a.1) bến phà", "vi-tiết", (1,)),
    ("(i) bến phà", "roman-bracket", (1,)),
    ("II. BẾN PHÀ", "vi-roman", (2,)),
    ("A. BẾN PHÀ", "vi-capital", (1,)),
]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(("text", "style", "value"), NUMBERS, ids=[text for text, _, _ in NUMBERS])
def test_a_number(text: str, style: str, value: tuple[int, ...], encoding: str) -> None:
    written = ENCODINGS[encoding](text)
    assert (style, value) in [(str(one.style), one.value) for one in numbers_of(LAW).all(written)]


@pytest.mark.parametrize(
    "text", ["điều 5", "Điều kiện 5", "Phần mềm", "Mục đích", "Chương trình", "Điều lệ", "1.5 km", "5 ngày", "f1"]
)
def test_no_number(text: str) -> None:
    assert numbers_of(LAW).all(text) == ()


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(
    ("text", "refers"),
    [
        ("Điều 5 của Luật này", True),
        ("Điều 5 Luật Bến phà", True),
        ("Điều 5 và Điều 6", True),
        ("Điều 5, Điều 6", True),
        ("Điều 5. Phạm vi", False),
        ("Điều 5. Quyết định cấp phép", False),
        ("Điều 5 Phạm vi", False),
        ("Điều 5", False),
        ("Chương V của Luật này", True),
        ("Mục 3 Chương này", True),
        ("Mục 3 Chương V", True),
        ("Chương V QUY ĐỊNH KHÁC", False),
        ("Chương V Bến phà", False),
    ],
)
def test_what_shows_a_reference(text: str, encoding: str, *, refers: bool) -> None:
    reader, written = numbers_of(LAW), ENCODINGS[encoding](text)
    number = reader.one(written)
    assert number is not None
    assert reader.refers(written, number) is refers


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("một", 1), ("mười", 10), ("mười lăm", 15), ("hai mươi", 20), ("hai mươi mốt", 21), ("ba mươi tư", 34),
        ("Chín mươi chín", 99), ("một trăm", 100), ("bẩy", 7), ("phà", None),
    ],
)  # fmt: skip
def test_a_cardinal(word: str, value: int | None) -> None:
    assert cardinal(word) == value
    assert cardinal(unicodedata.normalize("NFD", word)) == value


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ngày 01 tháng 7 năm 2024", date(2024, 7, 1)),
        ("ngày 1 tháng Giêng năm 2024", date(2024, 1, 1)),
        ("ngày 2 tháng mười hai năm 2024", date(2024, 12, 2)),
        ("ngày 01/7/2024", date(2024, 7, 1)),
        ("1-7-2024", date(2024, 7, 1)),
        ("ngày 31 tháng 4 năm 2024", None),
    ],
)
def test_a_day(text: str, day: date | None) -> None:
    assert VIETNAMESE.days.read(text) == day
    assert VIETNAMESE.days.read(unicodedata.normalize("NFD", text)) == day


def test_the_pack_keeps_its_promises() -> None:
    assert broken_promises(VIETNAMESE, ("Điều 1.", "Điều 2.", "Điều 2a.", "Điều 2b.", "Điều 3")) == ()


def test_an_encoding_is_composed() -> None:
    assert {composed(encode("Điều này được thông qua")) for encode in ENCODINGS.values()} == {"Điều này được thông qua"}


FERRY = """Luật Bến phà

Mục lục

Chương I NHỮNG QUY ĐỊNH CHUNG

Điều 1. Phạm vi điều chỉnh

Điều 2. Giải thích từ ngữ

Chương II KHAI THÁC

Chương I NHỮNG QUY ĐỊNH CHUNG

Điều 1. Phạm vi điều chỉnh

Luật này quy định về bến phà trên sông. Việc quản lý bến phà được thực hiện theo quy định tại
Điều 9 của Luật này và quy định khác của pháp luật.

Điều 2. Giải thích từ ngữ

Trong Luật này, các từ ngữ dưới đây được hiểu như sau:

1. Phà là phương tiện chở người qua sông.

2. Bến là nơi phà đón khách, bao gồm:

a) Bến nổi;

b) Bến cố định;

c) Bến tạm;

d) Bến dự phòng;

đ) Bến khác.

Điều 2a. Quyền ưu tiên

Phà được ưu tiên trên sông.

Chương II KHAI THÁC

Mục 1. GIẤY PHÉP

Điều 3. Giấy phép

1. Người khai thác phà phải có giấy phép theo quy định tại
Mục 2 Chương này.

2. Cơ quan cấp phép trả lời trong thời hạn 15 ngày.

Điều 4. Giá vé

Giá vé không quá 5.000 đồng.

Điều 5 và Điều 6. (được bãi bỏ)

Mục 2. NGƯỜI LÁI PHÀ

Điều 7. Người lái phà

Người lái phà phải đủ 21 tuổi.

Điều 8. Trách nhiệm

Người lái phà chịu trách nhiệm về an toàn theo khoản 2 Điều 3 của Luật này.

Chương III ĐIỀU KHOẢN THI HÀNH

Điều 9. Quản lý nhà nước

Ủy ban nhân dân thành phố quản lý bến phà.

Điều 10. Hiệu lực thi hành

Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2024.

Luật này được Hội đồng thành phố thông qua ngày 20 tháng 3 năm 2024.

CHỦ TỊCH

Phụ lục I. DANH MỤC BẾN PHÀ

1. Bến phía bắc.
"""
LABELS = [
    "Điều 1.", "Điều 2.", "Điều 2a.", "Điều 3.", "Điều 4.", "Điều 5 và Điều 6.", "Điều 7.", "Điều 8.", "Điều 9.",
    "Điều 10.",
]  # fmt: skip


def labels(text: str) -> list[str]:
    return [composed(clause.label.strip()) for clause in parse(text).primary]


def wrapped(text: str, width: int) -> str:
    """Break every paragraph into lines of so many characters, and leave out the blank lines."""
    lines: list[str] = []
    for printed in text.replace("\n\n", "\n").split("\n"):
        line = ""
        for word in printed.split(" "):
            if line and len(line) + len(word) > width:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}".strip()
        lines.append(line)
    return "\n".join(lines)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_articles_of_a_law(encoding: str) -> None:
    text = ENCODINGS[encoding](FERRY)
    provisions = parse(text)
    assert provisions.language == "vi"
    assert labels(text) == LABELS
    second = provisions.primary[1]
    assert [clause.label for clause in second.walk() if clause.number][1:] == ["1.", "2.", "a)", "b)", "c)", "d)", "đ)"]
    assert sum(clause.kind.value == "annex" for clause in provisions.walk()) == 1
    assert sum(clause.kind.value == "chapter" for clause in provisions.walk()) == 3
    assert [clause.placeholder for clause in provisions.primary].count(True) == 1


@settings(max_examples=8, deadline=None)
@given(st.integers(50, 130), st.sampled_from(sorted(ENCODINGS)))
def test_broken_lines_give_the_same_articles(width: int, encoding: str) -> None:
    assert labels(wrapped(ENCODINGS[encoding](FERRY), width)) == LABELS


def test_a_word_that_ends_in_a_small_letter_is_no_abbreviation() -> None:
    """The ạ before the last letter is beyond the Latin letters of most languages."""
    text = "Luật Bến phà\nĐiều 1. Bến\n1. Bến nhận hồ sơ khiếu nại.\nĐiều 2. Phà\n1. Phà qua lại.\nĐiều 3. Vé\n1. Vé.\n"
    assert labels(text) == ["Điều 1.", "Điều 2.", "Điều 3."]


def test_a_reference_to_an_annex_at_the_start_of_a_line_is_no_annex() -> None:
    text = FERRY.replace("không quá 5.000 đồng.", "được quy định tại\nPhụ lục I ban hành kèm theo Luật này.")
    assert labels(text) == LABELS
    assert sum(clause.kind.value == "annex" for clause in parse(text).walk()) == 1


def test_a_circular_without_articles() -> None:
    lines = (
        "Thông tư về bến phà",
        "I. QUY ĐỊNH CHUNG",
        "1. Bến của thành phố.",
        "2. Phà.",
        "II. GIÁ VÉ",
        "1. Vé.",
        "2. Tem.",
    )
    text = "\n\n".join(lines) + "\n"
    found = parse(text, "vi")
    assert [clause.label for clause in found.walk() if clause.number] == ["I.", "1.", "2.", "II.", "1.", "2."]
