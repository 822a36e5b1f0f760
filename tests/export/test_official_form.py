"""A text as a Word file in the form of GB/T 9704: its words, its paper, its fonts."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx import Document
from docx.oxml.ns import qn

from yange.cli.app import group
from yange.model import Library
from yange.parse import plain_text

ROOT = Path(__file__).resolve().parents[2]
FERRY = "wanghai/dukou-guanli-banfa"
CARE = "wanghai/jujia-yanglao-fuwu-butie-shishi-xize"
NIGHT = "wanghai/cujin-yejian-jingji-fanrong-fazhan-ruogan-cuoshi"


def show(text: str, target: Path, *more: str) -> Result:
    words = ["--project", str(ROOT), "show", text, "--on", "2026-12-01", "--output", str(target), *more]
    return CliRunner().invoke(group, words)


def read(text: str, folder: Path) -> Document:
    result = show(text, folder / "text.docx")
    assert result.exit_code == 0, result.output
    return Document(str(folder / "text.docx"))


def words_of(document: Document) -> list[str]:
    """Return the paragraphs of the body, those of tables included, in order."""
    paragraphs = document.element.body.iter(qn("w:p"))
    return ["".join(piece.text or "" for piece in paragraph.iter(qn("w:t"))) for paragraph in paragraphs]


def test_the_words_are_those_of_the_text_below_a_note(tmp_path: Path, library: Library) -> None:
    policy = library.policy(FERRY)
    assert policy is not None
    version = policy.versions[-1]
    first, *words = words_of(read(f"{FERRY}@{version.key}", tmp_path))
    assert first.startswith("示例文本")
    assert words == plain_text(version.body).split("\n")


def test_paper_fonts_and_page_numbers_are_those_of_the_standard(tmp_path: Path) -> None:
    document = read(f"{FERRY}@v2021-03-26", tmp_path)
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(margin.mm) for margin in margins] == [37, 35, 28, 26]
    title = next(one for one in document.paragraphs if one.text == "望海市渡口管理办法")
    assert title.runs[0].font.size.pt == 22
    article = next(one for one in document.paragraphs if one.text.startswith("第一条"))
    fonts = [run._r.rPr.rFonts.get(qn("w:eastAsia")) for run in article.runs]
    assert fonts == ["黑体", "仿宋"]
    assert article.runs[1].font.size.pt == 16
    assert document.settings.odd_and_even_pages_header_footer
    assert "PAGE" in section.even_page_footer.paragraphs[0]._p.xml
    assert "非官方文本" in section.header.paragraphs[0].text
    assert "截至" in section.header.paragraphs[0].text.split("\n")[1]


def test_a_notice_is_set_as_one_and_an_annex_begins_a_page(tmp_path: Path) -> None:
    document = read(f"{CARE}@v2023-01-01", tmp_path)
    texts = {one.text: one for one in document.paragraphs}
    assert "通知" not in texts
    assert "正文" not in texts
    assert 'w:val="right"' in texts["2022年12月5日"]._p.xml
    annexes = [one for one in document.paragraphs if one.text.startswith("附件1")]
    assert any("pageBreakBefore" in one._p.xml for one in annexes)
    assert len(document.tables) == 1


def test_clauses_out_of_force_are_marked(tmp_path: Path) -> None:
    words = CliRunner().invoke(
        group,
        [
            "--project",
            str(ROOT),
            "show",
            f"{NIGHT}@2024-10-01",
            "--on",
            "2024-10-01",
            "--output",
            str(tmp_path / "a.docx"),
        ],
    )
    assert words.exit_code == 0, words.output
    assert any("暂停执行" in line for line in words_of(Document(str(tmp_path / "a.docx"))))


def test_the_same_text_gives_the_same_bytes(tmp_path: Path) -> None:
    show(f"{FERRY}@v2021-03-26", tmp_path / "a.docx")
    show(f"{FERRY}@v2021-03-26", tmp_path / "b.docx")
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


@pytest.mark.parametrize(
    ("name", "more", "said"),
    [
        ("a.odt", (), "end the name in .docx or .pdf"),
        ("a.docx", ("--clause", "第三条"), "a whole text"),
        ("a.docx", ("--json",), "whole"),
    ],
)
def test_what_cannot_be_written_is_refused(name: str, more: tuple[str, ...], said: str, tmp_path: Path) -> None:
    result = show(f"{FERRY}@v2021-03-26", tmp_path / name, *more)
    assert result.exit_code == 2
    assert said in result.output
    assert not (tmp_path / name).exists()
