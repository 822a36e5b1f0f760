"""A text and a comparison as PDF: the words, read back from the file; the same bytes; nothing fetched."""

from __future__ import annotations

import builtins
import re
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from click.testing import CliRunner, Result

from yange.cli.app import group
from yange.problems import YangeError
from yange.reports.pdf import pdf_of

ROOT = Path(__file__).resolve().parents[2]
FERRY = "wanghai/dukou-guanli-banfa"


def run(*words: str) -> Result:
    return CliRunner().invoke(group, ["--project", str(ROOT), *words])


def words_of(file: Path | bytes) -> str:
    """Return the words of a PDF file without white space: lines break anywhere."""
    document = pypdfium2.PdfDocument(file)
    text = "".join(document[nth].get_textpage().get_text_range() for nth in range(len(document)))
    return re.sub(r"\s", "", text)


def test_a_text_and_a_comparison_are_written(tmp_path: Path) -> None:
    text, again, table = tmp_path / "text.pdf", tmp_path / "again.pdf", tmp_path / "table.pdf"
    for target in (text, again):
        result = run("show", f"{FERRY}@v2021-03-26", "--on", "2026-12-01", "--output", str(target))
        assert result.exit_code == 0, result.output
    assert text.read_bytes() == again.read_bytes()
    read = words_of(text)
    assert "第三条市交通运输局主管全市的渡口工作，其所属的市港航事务中心负责渡运安全的日常监督。" in read
    assert read.count("非官方文本") == len(pypdfium2.PdfDocument(text))
    result = run("compare", f"{FERRY}@2016-01-01", f"{FERRY}@2022-01-01", "--output", str(table))
    assert result.exit_code == 0, result.output
    assert "市港航管理处市港航事务中心" in words_of(table) or "市港航事务中心" in words_of(table)
    first = pypdfium2.PdfDocument(table)[0]
    assert first.get_width() > first.get_height()


def test_nothing_is_fetched() -> None:
    words = words_of(pdf_of('<p>甲</p><img src="http://127.0.0.1:9/a.png"><img src="file:///etc/passwd">', "乙", "zh"))
    assert words.startswith("甲")


def test_without_the_extra_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *more: Any) -> Any:
        if name == "weasyprint":
            raise ImportError("No module named 'weasyprint'")
        return real(name, *more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(YangeError, match=r"pip install 'yange\[pdf\]'"):
        pdf_of("", "", "zh")


def test_a_pdf_file_is_not_printed_on_a_terminal() -> None:
    result = run("compare", f"{FERRY}@2016-01-01", f"{FERRY}@2022-01-01", "--format", "pdf")
    assert result.exit_code == 2
    assert "--output NAME.pdf" in result.output
