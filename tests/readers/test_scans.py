"""Scanned pages are recognised offline, and never taken as certain."""

from __future__ import annotations

import importlib.util
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from yange.importers import plan
from yange.model import Condition, Library
from yange.readers import scans
from yange.readers.pdf import PdfReader

pytestmark = pytest.mark.xdist_group("scans")

needs_ocr = pytest.mark.skipif(importlib.util.find_spec(scans.PACKAGE) is None, reason="the extra ocr is not installed")
FONTS = Path("/usr/share/fonts/opentype/noto")
LINES = (
    "望海市渡口管理办法",
    "第一条　港务局每月检查渡口。",
    "第五条　本办法自2031年7月1日起施行。",
)


@pytest.fixture(scope="module")
def scan() -> bytes:
    """Return a small page with three lines, as a picture in a PDF file."""
    fonts = sorted(FONTS.glob("NotoSerifCJK-Regular.ttc"))
    if not fonts:
        pytest.skip("missing: fonts-noto-cjk (install Debian's package fonts-noto-cjk)")
    image = Image.new("RGB", (1000, 360), "white")
    draw = ImageDraw.Draw(image)
    for at, line in enumerate(LINES):
        font = ImageFont.truetype(str(fonts[0]), 50 if at == 0 else 36, index=2)
        draw.text((270 if at == 0 else 120, 40 + 100 * at), line, "black", font)
    out = BytesIO()
    image.save(out, "PDF", resolution=200)
    return out.getvalue()


@needs_ocr
def test_words_are_recognised_and_never_complete(scan: bytes) -> None:
    reading = PdfReader().read("a.pdf", scan)
    (text,) = reading.texts
    assert text.scanned
    assert text.library.endswith(scans.library())
    assert "港务局每月检查渡口" in text.text
    assert "2031年7月1日" in text.text
    assert [block.place.page for block in text.blocks] == [1] * len(text.blocks)
    codes = {problem.code for problem in reading.problems}
    assert "pdf-scanned" in codes
    (document,) = plan([("a.pdf", scan)], Library()).documents
    assert document.condition is Condition.OCR


def test_without_the_extra_it_says_what_to_install(scan: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> object:
        raise ImportError("No module named 'rapidocr_onnxruntime'")

    monkeypatch.setattr(scans, "_engine", missing)
    reading = PdfReader().read("a.pdf", scan)
    assert not reading.texts
    (problem,) = reading.problems
    assert problem.code == "scan-no-reader"
    assert 'pip install "yange[ocr]"' in problem.hint


def test_a_missing_library_of_the_system_is_named(scan: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> object:
        raise ImportError("libGL.so.1: cannot open shared object file")

    monkeypatch.setattr(scans, "_engine", missing)
    (problem,) = PdfReader().read("a.pdf", scan).problems
    assert "libgl1" in problem.hint


@pytest.mark.parametrize(
    ("labels", "named"),
    [
        ("一二三四", []), ("一二四", ["第四条"]), ("一二二三", ["第二条"]), ("一三三四", ["第三条", "第三条"]),
    ],
)  # fmt: skip
def test_numbers_that_break_the_chain_are_named(labels: str, named: list[str]) -> None:
    text = "渡口管理办法\n\n" + "\n\n".join(f"第{label}条　渡船不得超载。" for label in labels)
    assert [problem.message.split(" ")[0] for problem in scans.breaks("a.pdf", text)] == named
