"""The Word file: its table as Word's own model has it, its bytes, and its pages as LibreOffice draws them."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.table import _Cell
from reporting import COMPARISON, HOSTILE, report

from yange.reports.docx import docx_file

FILE = docx_file(report())


def document() -> Document:
    return Document(io.BytesIO(FILE))


def drawn(cell: _Cell) -> str:
    """Return the words of a cell with struck and underlined ones marked."""
    lines = []
    for paragraph in cell.paragraphs:
        line = ""
        for run in paragraph.runs:
            line += f"[-{run.text}-]" if run.font.strike else f"{{+{run.text}+}}" if run.font.underline else run.text
        lines.append(line)
    return "\n".join(lines)


def rows() -> list[tuple[str, ...]]:
    """Return the rows of the table; a row of one merged cell is one text."""
    found = []
    for row in document().tables[0].rows:
        cells = list(row.cells)
        found.append((drawn(cells[0]),) if cells[0]._tc is cells[2]._tc else tuple(map(drawn, cells)))
    return found


def test_the_table_has_three_columns_and_a_head_that_is_repeated() -> None:
    assert rows()[0] == ("原条文", "现条文", "说明")
    assert "<w:tblHeader" in document().tables[0].rows[0]._tr.xml


def test_changes_are_struck_and_underlined_and_explained() -> None:
    table = {row[0].split("　")[0]: row for row in rows() if len(row) == 3}
    assert table["第三条"] == (
        "第三条　建造渡船的，给予[-5万元-]补助,依照[-第四条-]申请。",
        "第四条　建造渡船的，给予{+8万元+}补助，依照{+第五条+}申请。",
        "修改\n条号由第三条改为第四条\n5万元改为8万元\n引用的第四条随条号改为第五条\n排印差异1处，未标注",
    )
    assert table["第四条"][0] == "第四条　申请人提交申请书。县交通局[-十日-]内答复。"
    assert table["第四条"][1] == "第五条　申请人提交申请书。\n第六条　县交通局{+七日+}内答复。"
    assert table["第四条"][2].startswith("第四条拆分为第五条、第六条\n")
    assert table["第七条"] == ("第七条　[-渡船不得夜航。-]", "", "删去")
    assert table["[标题]"][1] == "[标题]　青屿县渡船管理办法"


def test_unchanged_clauses_stand_in_one_row() -> None:
    assert [row for row in rows() if len(row) == 1] == [
        ("第一条至第二条（2个条款）：未修改；排印差异1处，未标注",),
        ("第八条至第九条 → 第八条之一至第九条之一（2个条款）：仅条号变化，内容未修改",),
    ]


def test_an_inserted_clause_keeps_its_paragraphs() -> None:
    assert ("", "第三条　{+渡船应当配备救生衣。+}\n{+救生衣每年检验一次。+}", "新增") in rows()


def test_the_page_is_a4_across_with_both_titles_and_page_numbers() -> None:
    section = document().sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    header = section.header.paragraphs[0].text
    assert header == (
        "原文本：青屿县渡船管理办法（试行）（青府〔2001〕3号，2001年5月1日起施行）\n"
        "现文本：青屿县渡船管理办法（2008年1月1日起施行）"
    )
    assert re.findall(r"instrText[^>]*> (\w+) <", section.footer._element.xml) == ["PAGE", "NUMPAGES"]


def test_a_sample_is_called_so_on_every_page_at_its_front_and_in_its_name() -> None:
    made = report()
    sample = replace(made, new=replace(made.new, sample=True))
    document = Document(io.BytesIO(docx_file(sample)))
    said = "青屿县渡船管理办法（示例文本，内容虚构，2008年1月1日起施行）"
    assert said in document.sections[0].header.paragraphs[0].text
    assert sum(said in paragraph.text for paragraph in document.paragraphs) == 1
    assert document.core_properties.title == "修订对照表（示例文本，内容虚构）：青屿县渡船管理办法"
    assert "示例" not in "".join(paragraph.text for paragraph in Document(io.BytesIO(FILE)).paragraphs)


def test_short_rows_do_not_break_over_pages_and_chinese_is_drawn_as_chinese() -> None:
    kept = ["<w:cantSplit" in row._tr.xml for row in document().tables[0].rows]
    assert kept == [len(row) == 3 and row[2] != "说明" for row in rows()]
    assert {language.get(qn("w:eastAsia")) for language in document().styles.element.iter(qn("w:lang"))} == {"zh-CN"}


def test_the_front_says_what_was_counted_and_what_is_not_marked() -> None:
    front = "\n".join(paragraph.text for paragraph in document().paragraphs)
    assert front.startswith("修订对照表\n")
    assert "改动一览：拆分 1，合并 1" in front
    assert "排印差异2处，未作标注" in front
    assert "通篇替换：“县交通局”改为“县港航局”（3处）：第五条、第六条、第七条" in front


def test_the_values_stand_in_a_table_of_their_own() -> None:
    second = document().tables[1]
    assert [cell.text for cell in second.rows[1].cells] == ["金额", "5万元", "8万元", "第三条", "第四条"]


def test_the_same_report_gives_the_same_bytes_and_tells_no_time() -> None:
    assert docx_file(report()) == FILE
    with zipfile.ZipFile(io.BytesIO(FILE)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.namelist()[0] == "[Content_Types].xml"
        assert not [name for name in package.namelist() if "thumbnail" in name]
    core = document().core_properties
    assert core.created == core.modified
    assert core.created is not None
    assert core.created.replace(tzinfo=None) == datetime(1980, 1, 1)
    assert (core.author, core.title) == ("Yange", "修订对照表：青屿县渡船管理办法")


def test_every_part_is_well_formed_and_every_relation_leads_somewhere() -> None:
    with zipfile.ZipFile(io.BytesIO(FILE)) as package:
        names = set(package.namelist())
        for name in names:
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(package.read(name))
        types = ElementTree.fromstring(package.read("[Content_Types].xml"))
        overrides = {part.attrib["PartName"].lstrip("/") for part in types if "PartName" in part.attrib}
        assert overrides <= names
        root = ElementTree.fromstring(package.read("_rels/.rels"))
        assert {relation.attrib["Target"].lstrip("/") for relation in root} <= names


def test_what_xml_cannot_hold_is_replaced() -> None:
    words = "\n".join(cell for row in rows() for cell in row)
    assert "\x07" not in words
    assert "<script>alert(1)</script>" in words
    assert HOSTILE.count("\n") == drawn(document().tables[0].rows[-1].cells[1]).count("\n")


def test_every_word_of_both_texts_is_in_the_table() -> None:
    words = re.sub(r"[\[{][-+]|[-+][\]}]", "", "\n".join(cell for row in rows() for cell in row))
    for change in COMPARISON.changes:
        if change.operation not in {"unchanged", "renumbered"}:
            for text in (*change.old_texts, *change.new_texts):
                if text != HOSTILE:
                    assert text in words


@pytest.mark.xdist_group("libreoffice")
def test_libreoffice_draws_the_pages(libreoffice: Path, pdftotext: Path, tmp_path: Path) -> None:
    (tmp_path / "table.docx").write_bytes(FILE)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(libreoffice), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "table.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=300)
    done = subprocess.run([str(pdftotext), "-layout", "table.pdf", "-"], cwd=tmp_path, check=True, capture_output=True)
    pages = done.stdout.decode("utf-8").split("\f")[:-1]
    assert len(pages) == 2
    for number, page in enumerate(pages, 1):
        plain = re.sub(r"\s+", "", page)
        assert f"第{number}页，共{len(pages)}页" in plain
        assert "原文本：青屿县渡船管理办法（试行）（青府〔2001〕3号，2001年5月1日起施行）" in plain
    assert "第一条至第二条（2个条款）：未修改" in re.sub(r"\s+", "", pages[0])
    assert re.search(r"原条文\s+现条文\s+说明", pages[0])
