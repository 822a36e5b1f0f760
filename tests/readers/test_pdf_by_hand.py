"""PDF files that no program should write: what they hide, what they lack, and what they ask for."""

from __future__ import annotations

import hashlib
import zlib

import pytest
from pdf_printing import by_hand, lines, whole

from yange.importers import plan
from yange.model import Condition, Library
from yange.readers.pdf import PdfReader
from yange.readers.pdf_pages import page_count, page_image
from yange.readers.source_text import DocumentReading, LeftOutReason

TEXT = [f"{at}. The harbour master keeps book number {at} at the quay." for at in range(1, 9)]


def read(data: bytes) -> DocumentReading:
    return PdfReader().read("a.pdf", data)


def words(data: bytes) -> str:
    (text,) = read(data).texts
    return text.text


def codes(data: bytes) -> list[str]:
    return [problem.code for problem in read(data).problems]


def left_out(data: bytes) -> dict[LeftOutReason, str]:
    (text,) = read(data).texts
    return {one.reason: one.text for one in text.left_out}


def test_lines_of_a_plain_file() -> None:
    assert words(by_hand(lines(TEXT))).split("\n\n") == TEXT


def test_the_content_says_what_it_is_not_the_name() -> None:
    assert PdfReader().recognises("letter.docx", by_hand(lines(TEXT)))
    assert not PdfReader().recognises("letter.pdf", b"%!PS-Adobe-3.0")


def test_words_split_by_kerning_are_whole() -> None:
    assert words(by_hand("BT /F1 12 Tf 72 700 Td [(Ha) 40 (rb) -30 (our d) 20 (ues)] TJ ET")) == "Harbour dues"


def test_a_gap_is_a_blank_where_the_file_has_none() -> None:
    assert words(by_hand("BT /F1 12 Tf 72 700 Td [(Harbour) -300 (dues) -300 (act)] TJ ET")) == "Harbour dues act"


def test_raised_figures_are_raised() -> None:
    shown = "BT /F1 12 Tf 72 700 Td (A yard of 20 m) Tj 5 Ts /F1 7 Tf (2) Tj 0 Ts /F1 12 Tf ( is let.) Tj ET"
    assert words(by_hand(shown)) == "A yard of 20 m² is let."


def test_a_paragraph_over_two_pages_names_both() -> None:
    line = "The ferry opens each day at six and the master keeps a list of all who go on"
    (text,) = read(by_hand([lines([line] * 4), lines([line, "board, which ends here."])])).texts
    assert [(block.place.page, block.place.last_page) for block in text.blocks] == [(1, 2)]
    (text,) = read(by_hand([lines([*[line] * 3, "board here."]), lines([line, "board there."])])).texts
    assert [(block.place.page, block.place.last_page) for block in text.blocks] == [(1, None), (2, None)]


def test_a_turned_page_is_read_as_it_is_shown() -> None:
    assert words(by_hand(lines(TEXT), page="/Rotate 90")) == "\n\n".join(TEXT)
    sideways = "q 0 1 -1 0 595 0 cm " + lines(TEXT, y=500) + " Q"
    assert words(by_hand(sideways)) == "\n\n".join(TEXT)


def test_a_watermark_is_left_out_and_said() -> None:
    data = by_hand(lines(TEXT) + " BT /F1 40 Tf 0.7 0.7 -0.7 0.7 150 300 Tm (DRAFT) Tj ET")
    assert words(data).split("\n\n") == TEXT
    assert left_out(data) == {LeftOutReason.WATERMARK: "DRAFT"}
    assert codes(data) == ["pdf-left-out"]


def test_hidden_words_are_left_out_and_said() -> None:
    data = by_hand(lines(TEXT) + " BT /F1 12 Tf 3 Tr 72 100 Td (secret) Tj ET")
    assert "secret" not in words(data)
    assert left_out(data) == {LeftOutReason.HIDDEN: "secret"}


def test_words_off_the_page_are_left_out() -> None:
    data = by_hand(lines(TEXT) + " BT /F1 12 Tf 72 -50 Td (outside) Tj ET")
    assert left_out(data) == {LeftOutReason.HIDDEN: "outside"}


def test_words_under_a_scan_are_its_text() -> None:
    picture = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q "
    reading = read(by_hand(picture + lines(TEXT, before="3 Tr")))
    (text,) = reading.texts
    assert text.text.split("\n\n") == TEXT
    assert text.scanned
    assert "pdf-scanned" in [problem.code for problem in reading.problems]


_UNNAMED = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /Odd /Encoding /Identity-H /DescendantFonts [<< /Type /Font "
    "/Subtype /CIDFontType0 /BaseFont /Odd /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
    "/Supplement 0 >> /DW 1000 >>] >>"
)


def test_characters_without_a_value_are_an_error() -> None:
    data = by_hand(lines(TEXT) + " BT /F2 12 Tf 72 90 Td <00410042004300440045> Tj ET", fonts={"F2": _UNNAMED})
    problem = read(data).problems[0]
    assert (problem.code, problem.severity) == ("pdf-unmapped", "error")
    assert "page 1: 5 characters" in problem.message


def test_few_such_characters_are_filed_as_corrupted() -> None:
    many = [f"{at}. The harbour master keeps book number {at}." for at in range(1, 30)]
    data = by_hand(lines(many, y=800) + " BT /F2 12 Tf 400 100 Td <0041> Tj ET", fonts={"F2": _UNNAMED})
    assert [(one.code, one.severity) for one in read(data).problems] == [("pdf-unmapped", "warning")]
    (document,) = plan([("a.pdf", data)], Library()).documents
    assert document.condition is Condition.CORRUPTED


def test_lines_from_top_to_bottom_are_an_error() -> None:
    font = (
        "<< /Type /Font /Subtype /Type0 /BaseFont /Down /Encoding /UniGB-UCS2-V /DescendantFonts [<< /Type /Font "
        "/Subtype /CIDFontType0 /BaseFont /Down /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> "
        "/DW 1000 >>] >>"
    )
    data = by_hand("BT /F2 12 Tf 300 700 Td <7B2C4E006761> Tj ET", fonts={"F2": font})
    assert codes(data) == ["pdf-direction"]


def test_forms_and_notes_are_left_out_and_scripts_not_run() -> None:
    page = (
        "/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (see me) >> << /Type /Annot /Subtype "
        "/Widget /FT /Tx /T (name) /V (Li) /Rect [0 0 9 9] >>] /AA << /O << /S /JavaScript /JS (app.alert\\(1\\)) >> >>"
    )
    data = by_hand(lines(TEXT), page=page)
    assert left_out(data) == {LeftOutReason.COMMENT: "see me", LeftOutReason.FORM: "Li"}
    assert words(data).split("\n\n") == TEXT


# Encryption: the standard handler of PDF 1.1 with a key of 40 bits.

_PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def _rc4(key: bytes, data: bytes) -> bytes:
    box, j = list(range(256)), 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


def encrypted(content: str, password: bytes) -> bytes:
    user = (password + _PAD)[:32]
    owner = _rc4(hashlib.md5(user).digest()[:5], user)
    key = hashlib.md5(user + owner + b"\xff\xff\xff\xff" + b"0123456789abcdef").digest()[:5]
    data = _rc4(hashlib.md5(key + (4).to_bytes(3, "little") + b"\0\0").digest()[:10], content.encode("latin-1"))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"{_PAGE} /Resources << /Font << /F1 6 0 R >> >> >>".encode(),
        f"<< /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream",
        b"<< /Filter /Standard /V 1 /R 2 /P -1 /O <" + owner.hex().encode() + b"> /U <"
        + _rc4(key, _PAD).hex().encode() + b"> >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]  # fmt: skip
    name = b"0123456789abcdef".hex()
    return whole(objects, f"/Encrypt 5 0 R /ID [<{name}> <{name}>]")


def test_a_file_without_a_password_opens() -> None:
    assert words(encrypted(lines(TEXT), b"")).split("\n\n") == TEXT


def test_a_file_with_a_password_is_an_error() -> None:
    (problem,) = read(encrypted(lines(TEXT), b"secret")).problems
    assert problem.code == "pdf-locked"
    assert "password" in problem.hint


# Work without end.


def _forms(depth: int, times: int) -> bytes:
    """Return a file whose forms draw each other: ``times`` to the power of ``depth`` lines."""
    font = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"{_PAGE} /Resources << /XObject << /X 5 0 R >> {font} >> >>".encode(),
        b"<< /Length 5 >>\nstream\n/X Do\nendstream",
    ]
    for level in range(depth):
        body = ("/X Do " * times if level < depth - 1 else lines(["x"])).encode()
        inner = f"/XObject << /X {6 + level} 0 R >> {font}"
        objects.append(
            f"<< /Subtype /Form /BBox [0 0 595 842] /Resources << {inner} >> /Length {len(body)} >>\nstream\n".encode()
            + body + b"\nendstream"
        )  # fmt: skip
    return whole(objects)


def _bomb() -> bytes:
    packed = zlib.compress(b"0 " * (40 << 20), 9)
    return whole([
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>",
        f"<< /Filter /FlateDecode /Length {len(packed)} >>\nstream\n".encode() + packed + b"\nendstream",
    ])  # fmt: skip


def _font(widths: str, mapping: str = "") -> bytes:
    stream = mapping.encode()
    return whole([
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"{_PAGE} /Resources << /Font << /F1 5 0 R >> >> >>".encode(),
        b"<< /Length 43 >>\nstream\nBT /F1 12 Tf 72 700 Td <00410042> Tj ET     \nendstream",
        (f"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /ToUnicode 6 0 R /DescendantFonts [<< "
         f"/Type /Font /Subtype /CIDFontType2 /BaseFont /A /W [{widths}] >>] >>").encode(),
        f"<< /Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream",
    ])  # fmt: skip


def _stream(content: str, facts: str = "") -> bytes:
    return f"<< {facts} /Length {len(content)} >>\nstream\n{content}\nendstream".encode()


def _drawn(resources: str, content: str, *objects: bytes) -> bytes:
    """Return a file with one page; ``objects`` have the numbers from 6."""
    return whole([
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"{_PAGE} /Resources << /Font << /F1 5 0 R /F2 6 0 R >> {resources} >> >>".encode(),
        _stream(f"{lines(['Ferry'])} {content}"), b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", *objects,
    ])  # fmt: skip


_FORM = "/Subtype /Form /BBox [0 0 9 9]"
_TILE = "/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9"


def _form_in_itself() -> bytes:
    facts = f"{_FORM} /Resources << /XObject << /X 6 0 R >> >>"
    return _drawn("/XObject << /X 6 0 R >>", "/X Do", _stream("/X Do /X Do", facts))


def _glyph(times: int, depth: int) -> bytes:
    """Return a file with a glyph that draws a form, which draws others: ``times`` to the power of ``depth``."""
    font = (
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [0.1 0 0 0.1 0 0] /FirstChar 97 /LastChar 97"
        " /Widths [5] /Encoding << /Differences [97 /a] >> /CharProcs << /a 7 0 R >>"
        " /Resources << /XObject << /X 8 0 R >> >> >>"
    )
    forms = [
        _stream("/X Do " * times, f"{_FORM} /Resources << /XObject << /X {9 + nth} 0 R >> >>") for nth in range(depth)
    ]
    last = _stream("0 0 9 9 re f", _FORM)
    return _drawn("", "BT /F2 9 Tf (a) Tj ET", font.encode(), _stream("5 0 d0 /X Do"), *forms, last)


def _tiles(inner: str) -> bytes:
    tile = _stream("/Pattern cs /P scn 0 0 9 9 re f /X Do", f"{_TILE} /Resources << {inner} >>")
    last = _stream("0 0 9 9 re f", f"{_FORM} {_TILE}")
    return _drawn("/Pattern << /P 7 0 R >>", "/Pattern cs /P scn 0 0 9 9 re f", b"<< >>", tile, last)


_RANGE = "1 beginbfrange <00000000> <ffffffff> <0000> endbfrange"
_PAIRS = f"200 beginbfchar {' '.join(f'<{nth:04x}> <{0x6E00 + nth:04x}>' for nth in range(1, 201))} endbfchar"
"""Characters one by one: each pair looks like the ends of a range of 28,000."""


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(_forms(30, 1), "forms nested", id="forms in forms"),
        pytest.param(_forms(9, 10), "forms on a page", id="a billion forms"),
        pytest.param(_bomb(), "a stream of more than 64 MB", id="a bomb"),
        pytest.param(_font("0 4294967295 500"), "fonts with more than", id="a table of widths"),
        pytest.param(_font("1 [500]", _RANGE), "fonts with more than", id="a table of characters"),
        pytest.param(by_hand("(x) " * 10 + "[" * 20_000), "", id="nested lists"),
        pytest.param(_form_in_itself(), "a form that draws itself", id="a form in itself"),
        pytest.param(_glyph(8, 4), "a glyph or a pattern of more than", id="a glyph of 4,096 forms"),
        pytest.param(_glyph(1, 13), "nested too deeply", id="a deep glyph"),
        pytest.param(_tiles("/Pattern << /P 8 0 R >>"), "a pattern within", id="patterns in patterns"),
    ],
)  # fmt: skip
def test_work_without_end_is_refused(data: bytes, said: str) -> None:
    problems = read(data).problems
    assert len(problems) == 1
    assert problems[0].code == ("pdf-bounds" if said else "source-empty") or not said
    assert said in problems[0].message


def test_characters_named_one_by_one_are_no_ranges() -> None:
    assert words(_font("1 [500]", _PAIRS)) == "\u6e41\u6e42"


@pytest.mark.parametrize("data", [_glyph(8, 3), _glyph(1, 11), _tiles("/XObject << /X 8 0 R >>")])
def test_glyphs_and_patterns_that_draw_forms_are_read(data: bytes) -> None:
    assert words(data).startswith("Ferry")


@pytest.mark.parametrize("cut", [20, 300, 600, 900, 1200])
def test_a_file_cut_off_is_no_exception(cut: int) -> None:
    reading = read(by_hand(lines(TEXT), compress=True)[:cut])
    assert reading.problems or reading.texts


def test_pages_that_contain_each_other_end() -> None:
    data = whole([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"])
    assert read(data).problems


def test_a_picture_of_a_page() -> None:
    data = by_hand([lines(TEXT), lines(TEXT)])
    assert page_count(data) == 2
    image = page_image(data, 2, 72)
    assert image.size == (595, 842)
    assert image.getextrema()[0] < 128


def test_an_enormous_page_is_drawn_small() -> None:
    data = by_hand(lines(TEXT)).replace(b"[0 0 595 842]", b"[0 0 14000 14000]")
    assert max(page_image(data, 1, 600).size) <= 6000


# Furniture, and what only looks like it.


def pages(heads: list[str], feet: list[str], texts: list[list[str]]) -> bytes:
    return by_hand([
        lines([head], y=800, size=9) + " " + lines(text, y=740) + " " + lines([foot], y=40, size=9)
        for head, foot, text in zip(heads, feet, texts, strict=True)
    ])  # fmt: skip


def test_running_heads_and_page_numbers_are_left_out() -> None:
    (text,) = read(pages(["Harbour Act"] * 3, ["- 1 -", "- 2 -", "- 3 -"], [TEXT[at:] for at in range(3)])).texts
    assert text.text.split("\n\n") == TEXT + TEXT[1:] + TEXT[2:]
    assert sorted((one.reason.value, one.text) for one in text.left_out) == [
        *(("page-number", f"- {at} -") for at in (1, 2, 3)),
        *[("running-head", "Harbour Act")] * 3,
    ]


def test_heads_of_left_and_right_pages_are_left_out() -> None:
    heads = ["Harbour Act", "Part 1"] * 3
    (text,) = read(pages(heads, [str(at) for at in range(11, 17)], [TEXT[at:] for at in range(6)])).texts
    assert text.text.split("\n\n") == [line for at in range(6) for line in TEXT[at:]]


def test_annexes_that_each_begin_a_page_are_no_heads() -> None:
    texts = [TEXT, *([f"Annex {at}", *TEXT] for at in range(1, 4))]
    data = by_hand([lines(text, y=790) for text in texts])
    assert [f"Annex {at}" in words(data) for at in range(1, 4)] == [True] * 3


def test_one_page_alone_has_no_running_head() -> None:
    assert "Harbour Act" in words(pages(["Harbour Act"], ["7"], [TEXT]))


def test_a_table_without_rules_is_said() -> None:
    rows = "".join(
        f"1 0 0 1 72 {700 - 18 * at} Tm (Quay {at}) Tj 1 0 0 1 240 {700 - 18 * at} Tm ({at} metres) Tj "
        f"1 0 0 1 400 {700 - 18 * at} Tm (open) Tj " for at in range(8)
    )  # fmt: skip
    assert "pdf-ranged" in codes(by_hand(f"BT /F1 12 Tf {rows} ET"))


def test_too_many_rules_are_said() -> None:
    rules = " ".join(f"0 {14 * at} m 595 {14 * at} l S {9 * at} 0 m {9 * at} 842 l S" for at in range(60))
    assert codes(by_hand(lines(TEXT) + " " + rules)) == ["pdf-crowded"]
