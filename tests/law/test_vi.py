"""Vietnamese texts: their numbers and layout in every encoding."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yange.citations import find_label
from yange.compare import compare
from yange.compare.text.atoms import find_atoms
from yange.compare.text.keys import make_key
from yange.compare.text.vocabulary import Vocabulary
from yange.law import law_named
from yange.law.aspects.effects import ReadStatements
from yange.law.aspects.titles import Bearer
from yange.law.aspects.values import AtomKind
from yange.law.conformance import broken_promises
from yange.law.numbers import numbers_of
from yange.law.vi import VIETNAMESE
from yange.law.vi.numerals import cardinal
from yange.law.vi.spelling import composed
from yange.model import ClauseKind, EventKind
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


CITED = [
    ("điểm a khoản 2 Điều 5", ["article(5,)+subsection(2,)+letter(1,)"], ""),
    ("điểm đ khoản 2 Điều 5 của Luật này", ["article(5,)+subsection(2,)+letter(5,)"], "own"),
    ("các khoản 1 và 2 Điều 7", ["article(7,)+subsection(1,) / article(7,)+subsection(2,)"], ""),
    ("các khoản 1, 2 và 3", ["subsection(1,) / subsection(2,) / subsection(3,)"], ""),
    ("Điều 5 đến Điều 7", ["article(5,)", "article(6,) / article(7,)"], ""),
    ("các điều 5, 6 và 7 của Luật Bến phà", ["article(5,) / article(6,) / article(7,)"], "other"),
    ("các điều từ 5 đến 7", [], ""),
    ("Điều 12a", ["article(12, 1)"], ""),
    ("khoản 1 và khoản 2 Điều 3", ["article(3,)+subsection(1,)", "article(3,)+subsection(2,)"], ""),
    (
        "điểm a khoản 1, điểm b khoản 2 và khoản 3 Điều 5",
        [
            "article(5,)+subsection(1,)+letter(1,)",
            "article(5,)+subsection(2,)+letter(2,)",
            "article(5,)+subsection(3,)",
        ],
        "",
    ),
    ("khoản 1 Điều 3 và Điều 4", ["article(3,)+subsection(1,)", "article(4,)"], ""),
    ("điểm a1 khoản 3", ["subsection(3,)+letter(1, 1)"], ""),
    ("khoản 1 Điều này", ["article(0,)this+subsection(1,)"], ""),
    ("Điều 5 Nghị định số 34/2016/NĐ-CP", ["article(5,)"], "other"),
    ("Mục 2 Chương III của Luật này", ["chapter(3,)+section(2,)"], "own"),
    ("Phụ lục I ban hành kèm theo Nghị định này", ["annex(1,)"], "own"),
    ("Điều 5 và 15 ngày", ["article(5,)"], ""),
    ("điều kiện 5", [], ""),
]  # fmt: skip


@pytest.mark.parametrize("encoding", ["composed", "marks apart"])
@pytest.mark.parametrize(("text", "targets", "owner"), CITED, ids=[text for text, _, _ in CITED])
def test_a_reference(text: str, targets: list[str], owner: str, encoding: str) -> None:
    written = ENCODINGS[encoding](text)
    found = list(VIETNAMESE.citations.references(written, 0, len(written)))
    shown = [
        " / ".join("+".join(f"{s.level}{s.value}{s.relative}" for s in target) for target in one.targets)
        for one in found
    ]
    assert shown == targets
    assert {str(one.owner) for one in found} <= {owner}


def test_references_find_their_clauses() -> None:
    provisions = parse(FERRY)
    (found,) = find_label(provisions, "điểm đ khoản 2 Điều 2")
    assert FERRY[found.start : found.end].startswith("đ) Bến khác")


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("theo khoản 1 Điều 3 của Luật này", "theo khoản 1 Điều 5 của Luật này"),
        ("các điều 3, 4 và 7", "các điều 5, 5đ và 7"),
        ("Điều 3 Luật Bến phà", "Điều 3 Luật Bến phà"),
    ],
)
def test_a_moved_citation_is_followed(was: str, now: str) -> None:
    moved = {(3,): (5,), (4,): (5, 5)}
    numbers, key = VIETNAMESE.cited_numbers, make_key(was).text
    written = key
    for one in reversed(list(numbers.cited(key))):
        new = moved.get(one.value, one.value)
        written = written[: one.start] + numbers.written(key[one.start : one.end], new) + written[one.end :]
    assert written == make_key(now).text


def effects(text: str) -> tuple[list[str], list[str], list[str], list[str]]:
    starts, ends = tuple(VIETNAMESE.effects.commencements(text)), tuple(VIETNAMESE.effects.expiries(text))
    acts = tuple(VIETNAMESE.effects.acts(text, EventKind.REPEAL))
    left = VIETNAMESE.effects.left(text, ReadStatements(starts, ends, acts))
    return (
        [f"{one.basis} {one.day} +{one.delay} {', '.join(one.clauses)}".strip() for one in starts],
        [f"{one.day or one.years}" for one in ends],
        [f"{one.title} {one.number}" for one in acts],
        [f"{one.field}{' own' * one.own}" for one in left],
    )


EFFECTS = [
    (
        "Điều 10. Hiệu lực thi hành\n1. Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2024.",
        (["stated 2024-07-01 +0"], [], [], []),
    ),
    ("Nghị định này có hiệu lực thi hành kể từ ngày ký ban hành.", (["signed None +0"], [], [], [])),
    ("Thông tư này có hiệu lực sau 45 ngày, kể từ ngày ký ban hành.", (["signed None +45"], [], [], [])),
    ("Lệnh này có hiệu lực sau 15 ngày kể từ ngày đăng Công báo.", (["published None +15"], [], [], [])),
    (
        "Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 18/2009/QĐ-UBND.",
        (["signed None +0"], [], ["None 18/2009/QĐ-UBND"], []),
    ),
    (
        "Luật này có hiệu lực thi hành từ ngày 01 tháng 8 năm 2024, trừ quy định tại khoản 2 Điều này.",
        ([], [], [], ["effective own"]),
    ),
    (
        "Điều 5 và khoản 2 Điều 7 của Luật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2025.",
        (["stated 2025-01-01 +0 Điều 5, khoản 2 Điều 7"], [], [], []),
    ),
    (
        "Nghị quyết này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2024 đến hết ngày 31 tháng 12 năm 2025.",
        (["stated 2024-01-01 +0"], ["2025-12-31"], [], []),
    ),
    ("Nghị quyết này hết hiệu lực kể từ ngày 01 tháng 3 năm 2027.", ([], ["2027-02-28"], [], [])),
    (
        "Luật Bến phà số 10/2001/QH10 hết hiệu lực kể từ ngày Luật này có hiệu lực thi hành.",
        ([], [], ["Luật Bến phà 10/2001/QH10"], []),
    ),
    (
        (
            "Luật Bến phà số 10/2001/QH10 đã được sửa đổi, bổ sung một số điều theo Luật số 40/2009/QH12 và Luật "
            "số 61/2010/QH12 hết hiệu lực kể từ ngày Luật này có hiệu lực."
        ),
        ([], [], ["Luật Bến phà 10/2001/QH10"], []),
    ),
    (
        (
            "Luật Bến phà số 10/2001/QH10 đã được sửa đổi theo Luật số 40/2009/QH12 sửa đổi các luật về sông và Luật "
            "số 61/2010/QH12 hết hiệu lực."
        ),
        ([], [], [], ["repeals"]),
    ),
    (
        (
            "Bãi bỏ Nghị định số 12/2010/NĐ-CP ngày 11 tháng 02 năm 2010 của Chính phủ về bến phà và Nghị định số "
            "13/2011/NĐ-CP."
        ),
        ([], [], ["None 12/2010/NĐ-CP", "None 13/2011/NĐ-CP"], []),
    ),
    ("Nghị định số 12/2010/NĐ-CP hết hiệu lực, trừ Điều 5.", ([], [], [], ["repeals"])),
    (
        "Nghị định số 12/2010/NĐ-CP quy định chi tiết thi hành Luật Bến phà số 10/2001/QH10 hết hiệu lực.",
        ([], [], [], ["repeals"]),
    ),
    ("Ngưng hiệu lực thi hành Nghị định số 12/2010/NĐ-CP đến ngày 01 tháng 7 năm 2025.", ([], [], [], ["suspends"])),
    ("Kéo dài thời hạn áp dụng Nghị quyết số 12/2010/QH12.", ([], [], [], ["extends"])),
    ("Hợp đồng có hiệu lực từ ngày ký.", ([], [], [], [])),
    ("Hồ sơ nộp trước ngày Luật này có hiệu lực thì áp dụng quy định cũ.", ([], [], [], [])),
]


@pytest.mark.parametrize("encoding", ["composed", "marks apart"])
@pytest.mark.parametrize(("text", "read"), EFFECTS, ids=[text[:40] for text, _ in EFFECTS])
def test_a_statement_of_effect(text: str, read: tuple[list[str], ...], encoding: str) -> None:
    found = effects(ENCODINGS[encoding](text))
    assert tuple([composed(word) for word in words] for words in found) == read


@pytest.mark.parametrize(
    ("text", "kind", "shown"),
    [
        ("ngày 01 tháng 7 năm 2024", AtomKind.DATE, "ngày 01 tháng 7 năm 2024"),
        ("trước 01/7/2024", AtomKind.DATE, "01/7/2024"),
        ("phạt 5.000.000 đồng", AtomKind.AMOUNT, "5.000.000 đồng"),
        ("phạt 2,5 tỷ đồng", AtomKind.AMOUNT, "2,5 tỷ đồng"),
        ("trong 05 ngày làm việc", AtomKind.DEADLINE, "05 ngày làm việc"),
        ("trong ba tháng", AtomKind.DEADLINE, "ba tháng"),
        ("trong 02 (hai) năm", AtomKind.DEADLINE, "02 (hai) năm"),
        ("giảm 12,5%", AtomKind.PERCENTAGE, "12,5%"),
        ("chở 12 người", AtomKind.COUNT, "12 người"),
        ("điểm a khoản 2 Điều 5", AtomKind.CITED, "điểm a khoản 2 Điều 5"),
        ("Nghị định số 34/2016/NĐ-CP", AtomKind.NUMBER, "34/2016/NĐ-CP"),
        ("Bộ Y tế cấp phép", AtomKind.BODY, "Bộ Y tế"),
        ("do Ủy ban nhân dân cấp tỉnh quyết định", AtomKind.BODY, "Ủy ban nhân dân cấp tỉnh"),
    ],
)
def test_a_value(text: str, kind: AtomKind, shown: str) -> None:
    key = make_key(text)
    found = [(atom.kind, key.raw_of(atom.start, atom.end)) for atom in find_atoms(key.text, Vocabulary(LAW))]
    assert (kind, shown) in found


@pytest.mark.parametrize(
    ("was", "now", "operation"),
    [
        ("Bến phà hoà bình có giấy phép.", "Bến phà hòa bình có giấy phép.", "amended style"),
        ("Uỷ ban nhân dân cấp phép.", "Ủy ban nhân dân cấp phép.", "amended style"),
        ("Bến phà qui định giá vé.", "Bến phà quy định giá vé.", "amended style"),
        ("Giá vé là 5.000 đồng.", "Giá vé là 6.000 đồng.", "amended substantive"),
        ("Người lái phà phải nộp phí.", "Người lái phà có thể nộp phí.", "amended substantive"),
    ],
)
def test_spellings_are_no_change_of_substance(was: str, now: str, operation: str) -> None:
    old, new = (f"Luật Bến phà\n\nĐiều 1. Bến\n\n{words}\n\nĐiều 2. Vé\n\nVé bán tại bến.\n" for words in (was, now))
    found = compare(parse(old, "vi"), parse(new, "vi")).changes
    changes = [f"{one.operation.value} {one.grade.value}" for one in found if one.operation.value != "unchanged"]
    assert changes == [operation]


@pytest.mark.parametrize("encoding", ["marks apart", "tones apart"])
def test_another_encoding_is_no_change(encoding: str) -> None:
    found = compare(parse(FERRY, "vi"), parse(ENCODINGS[encoding](FERRY), "vi"))
    assert {change.operation.value for change in found.changes} == {"unchanged"}


@pytest.mark.parametrize(
    ("title", "kind", "amends", "draft"),
    [
        ("Luật Bến phà", "Luật", False, False),
        ("BỘ LUẬT DÂN SỰ", "Bộ luật", False, False),
        ("Nghị định 34/2016/NĐ-CP quy định chi tiết", "Nghị định", False, False),
        ("Luật sửa đổi, bổ sung một số điều của Luật Bến phà", "Luật", True, False),
        ("Dự thảo Thông tư về bến phà", "Thông tư", False, True),
        ("Bến phà", None, False, False),
    ],
)
def test_a_title(title: str, kind: str | None, *, amends: bool, draft: bool) -> None:
    titles = VIETNAMESE.titles
    assert (titles.kind(title), titles.amends(title), titles.is_draft(title)) == (kind, amends, draft)


@pytest.mark.parametrize(
    ("kind", "number", "rank"),
    [
        ("Luật", "59/2020/QH14", "luật"),
        ("Nghị quyết", "12/2020/QH14", "nghị quyết của Quốc hội"),
        ("Nghị định", "34/2016/NĐ-CP", "nghị định"),
        ("Quyết định", "12/2020/QĐ-TTg", "quyết định của Thủ tướng Chính phủ"),
        ("Quyết định", "12/2020/QĐ-UBND", "quyết định của Ủy ban nhân dân"),
        ("Thông tư", "12/2020/TT-BTC", "thông tư"),
        ("Quyết định", "12/QĐ-BYT", None),
    ],
)
def test_a_rank(kind: str, number: str, rank: str | None) -> None:
    assert VIETNAMESE.titles.rank(Bearer(kind=kind, number=number, issuers=(), local=False)) == rank


@pytest.mark.parametrize(
    ("text", "title", "number"),
    [
        ("theo Luật Bến phà số 59/2020/QH14", "Luật Bến phà", "59/2020/QH14"),
        ("theo Nghị định số 34/2016/NĐ-CP", None, "34/2016/NĐ-CP"),
        ("Quyết định số: 12/QĐ-UBND", None, "12/QĐ-UBND"),
        ("Số: 12/2024/TT-BTC", None, "12/2024/TT-BTC"),
    ],
)
def test_a_named_instrument(text: str, title: str | None, number: str) -> None:
    (found,) = VIETNAMESE.instruments.named(text)
    assert (found.title, found.number) == (title, number)
    assert VIETNAMESE.instruments.find_number(text) == number


def test_no_fraction_or_day_is_a_number_of_an_instrument() -> None:
    assert VIETNAMESE.instruments.find_number("ngày 01/7/2024, tỷ lệ 1/2") is None


def test_a_citation() -> None:
    forms = VIETNAMESE.citing
    steps = [
        forms.part(ClauseKind.ARTICLE, "Điều 5", "5", in_outline=False),
        forms.part(ClauseKind.ITEM, "2", "2", in_outline=False),
        forms.part(ClauseKind.SUBITEM, "a)", "1", in_outline=False),
    ]
    assert forms.joined(steps) == "điểm a khoản 2 Điều 5"


def test_numbers_of_a_list_of_articles_are_no_values() -> None:
    key = make_key("theo các Điều 38, 39, 40 và 42 của Luật này")
    found = {atom.kind for atom in find_atoms(key.text, Vocabulary(LAW)) if key.text[atom.end - 1].isdigit()}
    assert found == {AtomKind.CITED}


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("05 ngày", "5 ngày"),
        ("ba tháng", "3 tháng"),
        ("02 (hai) năm", "2 năm"),
        ("ngày 01 tháng 07 năm 2024", "ngày 1 tháng 7 năm 2024"),
        ("5.000.000 đồng", "5000000 đồng"),
        ("2,05%", "2.05%"),
        ("0,5%", "0.5%"),
    ],
)
def test_a_value_in_plain_figures(printed: str, plain: str) -> None:
    assert VIETNAMESE.values.plain(make_key(printed).text) == make_key(plain).text
