"""The words of Word files: runs, fields, changes, tables, boxes, notes, and what is left out with its reason."""

from __future__ import annotations

import pytest
from word_files import (
    codes,
    level,
    lost_and_added,
    numbering,
    p,
    reading,
    run,
    source,
    style,
    tbl,
    tc,
    texts,
    word_file,
)

from yange.readers.docx import DocxReader
from yange.readers.source_text import DocumentReading, SourceBlockKind


def left_out(found: DocumentReading) -> list[tuple[str, str, str | None]]:
    return [(one.text, one.reason.value, one.place.path) for one in source(found).left_out]


def sym(font: str, char: str) -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>'


def field(code: str, *result: str) -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{marks[0]}<w:r><w:instrText>{code}</w:instrText></w:r>{marks[1]}{''.join(result)}{marks[2]}"


def change(kind: str, text: str) -> str:
    words = run(text).replace("w:t", "w:delText") if kind == "del" else run(text)
    return f'<w:{kind} w:id="1" w:author="甲" w:date="2024-01-01T00:00:00Z">{words}</w:{kind}>'


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ((run("甲") + run("乙"),), "甲乙"),
        ((run("第一条") + "<w:r><w:tab/></w:r>" + run("甲"),), "第一条\t甲"),
        ((run("甲") + "<w:r><w:br/></w:r>" + run("乙"),), "甲\n乙"),
        ((run("甲") + '<w:r><w:br w:type="page"/></w:r>' + run("乙"),), "甲\n乙"),
        (("a" + "\u00ad" + "b",), "ab"),
        ((run("re") + "<w:r><w:softHyphen/></w:r>" + run("port"),), "report"),
        ((run("12") + "<w:r><w:noBreakHyphen/></w:r>" + run("3"),), "12-3"),
        ((run("气温") + sym("Symbol", "F0B3") + run("30"),), "气温≥30"),
        ((sym("Wingdings", "F0FE") + run("是"),), "☑是"),
        ((sym("Wingdings 2", "00A3") + run("否"),), "□否"),
        ((run("\uf0b0", '<w:rFonts w:ascii="Symbol"/>') + run("C"),), "°C"),
        ((f'<w:hyperlink r:id="rId9">{run("官网")}</w:hyperlink>',), "官网"),
        ((f"<w:sdt><w:sdtPr/><w:sdtContent>{run('甲')}</w:sdtContent></w:sdt>",), "甲"),
        ((f'<w:smartTag w:element="date">{run("2020年")}</w:smartTag>',), "2020年"),
        ((f'<w:bdo w:val="ltr">{run("甲")}</w:bdo>',), "甲"),
        ((field("DATE", run("2020年5月1日")),), "2020年5月1日"),
        ((f'<w:fldSimple w:instr="REF a">{run("第三条")}</w:fldSimple>',), "第三条"),
        ((field(f"IF {'</w:instrText></w:r>'}{field('X', run('隐'))}<w:r><w:instrText>", run("显")),), "显"),
        (("见" + "",), "见"),
        ((run("前") + field("eq \\o\\ac(○,12)") + run("后"),), "前⑫后"),
        ((f"<m:oMath><m:r><m:t>a</m:t></m:r></m:oMath>{run('，')}",), "a，"),
        ((run("甲", "<w:b/><w:i/>"),), "甲"),
    ],
)
def test_pieces_of_a_paragraph(inner: tuple[str, ...], text: str) -> None:
    assert texts(reading(p(*inner))) == [text]


def test_ruby_is_left_out() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{run('かん')}</w:rt><w:rubyBase>{run('漢')}</w:rubyBase></w:ruby></w:r>"
    found = reading(p(ruby, "字"))
    assert texts(found) == ["漢字"]
    assert left_out(found) == [("かん", "reading", "p[1]")]


def test_tracked_changes_are_read_as_accepted() -> None:
    body = p("补贴", change("del", "200万元"), change("ins", "300万元"), "。") + p(
        change("moveFrom", "甲。"), "乙。"
    ) + p(change("moveTo", "甲。"))  # fmt: skip
    found = reading(body)
    assert texts(found) == ["补贴300万元。", "乙。", "甲。"]
    assert left_out(found) == [("200万元", "deleted", "p[1]"), ("甲。", "deleted", "p[2]")]
    (problem,) = found.problems
    assert problem.message == "3 tracked changes are read as accepted (1 inserted, 1 deleted, 1 moved)"
    assert lost_and_added(found) == ({}, {})


def test_paragraphs_joined_by_a_tracked_change() -> None:
    gone = '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>'
    lists = numbering({1: level(0, "decimal", "%1.", suffix="space")})
    body = p("甲", number=(1, 0)) + p("乙", number=(1, 0), properties=gone) + p("丙。", number=(1, 0))
    assert texts(reading(body, numbering=lists)) == ["1. 甲", "2. 乙丙。"]


def test_a_style_separator_and_a_drop_cap_join_paragraphs() -> None:
    hidden = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    drop = '<w:framePr w:dropCap="drop" w:lines="3"/>'
    body = p("1. Fees.", properties=hidden) + p(" A fee is due.") + p("本", properties=drop) + p("办法适用于渡口。")
    assert texts(reading(body)) == ["1. Fees. A fee is due.", "本办法适用于渡口。"]


@pytest.mark.parametrize("where", ["run", "character style", "paragraph style"])
def test_hidden_words_are_left_out_and_said(where: str) -> None:
    styles = (
        style("h", "Hidden", "<w:rPr><w:vanish/></w:rPr>", kind="character")
        + style("hp", "Hidden Paragraph", "<w:rPr><w:vanish/></w:rPr>")
    )  # fmt: skip
    inner = {
        "run": p("甲", run("乙", "<w:vanish/>")),
        "character style": p("甲", run("乙", '<w:rStyle w:val="h"/>')),
        "paragraph style": p(run("甲", '<w:vanish w:val="0"/>'), run("乙"), style="hp"),
    }[where]
    found = reading(inner + p("丙"), styles=styles)
    assert "".join(texts(found)) == "甲丙"
    assert left_out(found) == [("乙", "hidden", "p[1]")]
    assert codes(found) == ["source-hidden-words"]


CHOICES = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>'
    "<wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
    "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox>"
    "</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p(CHOICES.format(p("题"))) + p("甲"), ["题", "甲"]),
        (p(CHOICES.format(p("题")), "甲"), ["题", "甲"]),
        (p("甲", CHOICES.format(p("旁注") + p("二")), "乙"), ["甲乙", "旁注", "二"]),
        (p(CHOICES.format(p("外", CHOICES.format(p("内"))))) + p("甲"), ["外", "内", "甲"]),
        (tbl([tc(p(CHOICES.format(p("框")))), tc("乙")]), ["| 框 | 乙 |\n| --- | --- |"]),
        (p('<w:r><w:pict><v:shape><v:textpath string="望海市文件"/></v:shape></w:pict></w:r>'), ["望海市文件"]),
    ],
)  # fmt: skip
def test_text_boxes_are_read_once_and_in_order(body: str, expected: list[str]) -> None:
    found = reading(body)
    assert texts(found) == expected
    assert lost_and_added(found) == ({}, {})


def wrapped(table: str) -> str:
    """Return a table whose rows and cells are in content controls."""
    for name in ("tr", "tc"):
        table = table.replace(f"<w:{name}>", f"<w:sdt><w:sdtContent><w:{name}>")
        table = table.replace(f"</w:{name}>", f"</w:{name}></w:sdtContent></w:sdt>")
    return table


def indented(table: str) -> str:
    """Return a table whose last row begins one column further right."""
    first, last = table.rsplit("<w:tr>", 1)
    return f'{first}<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{last}'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (tbl(["甲", "乙"], ["1", "2"]), "| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |"),
        (tbl(["甲|乙", "丙"]), "| 甲\\|乙 | 丙 |\n| --- | --- |"),
        (tbl([tc("甲", "乙"), "丙"]), "| 甲 乙 | 丙 |\n| --- | --- |"),
        (
            tbl([tc("甲", properties='<w:gridSpan w:val="2"/>')], ["1", "2"]),
            "| 甲 |  |\n| --- | --- |\n| 1 | 2 |",
        ),
        (
            tbl(
                [tc("甲", properties='<w:vMerge w:val="restart"/>'), "1"],
                [tc("", properties="<w:vMerge/>"), "2"],
                [tc("乙", properties='<w:vMerge w:val="restart"/>'), "3"],
            ),
            "| 甲 | 1 |\n| --- | --- |\n|  | 2 |\n| 乙 | 3 |",
        ),
        (tbl(["甲", "乙"], ["1"]), "| 甲 | 乙 |\n| --- | --- |\n| 1 |  |"),
        (tbl(["甲", tc(tbl(["内", "里"], ["1", "2"]))]), "| 甲 | 内 里 1 2 |\n| --- | --- |"),
        (
            wrapped(tbl(["甲", "乙"])),
            "| 甲 | 乙 |\n| --- | --- |",
        ),
        (
            indented(tbl(["甲", "乙"], ["1", "2"])),
            "| 甲 | 乙 |  |\n| --- | --- | --- |\n|  | 1 | 2 |",
        ),
    ],
)  # fmt: skip
def test_tables(body: str, expected: str) -> None:
    found = reading(body)
    assert texts(found) == [expected]
    assert source(found).blocks[0].kind is SourceBlockKind.TABLE
    assert source(found).blocks[0].place.path == "tbl[1]"
    assert lost_and_added(found) == ({}, {})


def test_a_deleted_row_and_a_covered_cell_are_left_out() -> None:
    rows = tbl(
        [tc("甲", properties='<w:vMerge w:val="restart"/>'), "1"],
        [tc("遮", properties="<w:vMerge/>"), "2"],
        ["丙", "3"],
    )
    at = rows.rindex("<w:tr>") + len("<w:tr>")
    found = reading(f'{rows[:at]}<w:trPr><w:del w:id="1" w:author="x"/></w:trPr>{rows[at:]}')
    assert texts(found) == ["| 甲 | 1 |\n| --- | --- |\n|  | 2 |"]
    assert left_out(found) == [("遮", "hidden", "tbl[1]/tr[2]/tc[1]"), ("丙3", "deleted", "tbl[1]/tr[3]")]
    assert codes(found) == ["source-tracked-changes", "source-hidden-words"]


def test_a_table_of_one_cell_is_a_frame() -> None:
    found = reading(tbl([tc(p("第一条　甲。"), p("第二条　乙。"))]) + p("丙。"))
    assert texts(found) == ["第一条　甲。", "第二条　乙。", "丙。"]
    assert [block.place.path for block in source(found).blocks] == [
        "tbl[1]/tr[1]/tc[1]/p[1]",
        "tbl[1]/tr[1]/tc[1]/p[2]",
        "p[1]",
    ]


def notes(**words: str) -> str:
    return "".join(
        f'<w:footnote w:id="{key[1:]}">{p("<w:r><w:footnoteRef/></w:r>", said)}</w:footnote>'
        for key, said in words.items()
    )


NOTES = f'<w:footnote w:id="-1" w:type="separator">{p()}</w:footnote>' + notes(
    _7=" 引航费指甲。", _9=" 系泊费指乙。", _11=" 无人引用。"
)


def ref(key: int, kind: str = "footnote", inner: str = "") -> str:
    return f'<w:r><w:{kind}Reference w:id="{key}"{inner}/></w:r>'


def test_notes_are_at_the_end_and_numbered_as_referred_to() -> None:
    found = reading(p("引航费", ref(9), "和系泊费", ref(7), "。") + p("第二条　乙。"), footnotes=NOTES)
    assert texts(found) == ["引航费[1]和系泊费[2]。", "第二条　乙。", "[1] 系泊费指乙。", "[2] 引航费指甲。"]
    notes = source(found).blocks[2:]
    assert [(one.kind, one.label, one.computed, one.place.path) for one in notes] == [
        (SourceBlockKind.NOTE, "[1]", True, "footnote[1]"),
        (SourceBlockKind.NOTE, "[2]", True, "footnote[2]"),
    ]
    assert left_out(found) == [(" 无人引用。", "hidden", "notes")]
    assert lost_and_added(found) == ({}, {})


def test_signs_of_notes_from_the_section() -> None:
    section = '<w:sectPr><w:footnotePr><w:numFmt w:val="decimalEnclosedCircleChinese"/><w:numRestart w:val="eachPage"/></w:footnotePr></w:sectPr>'  # noqa: E501
    endnotes = f'<w:endnote w:id="2">{p("尾注。")}</w:endnote>'
    body = p("甲", ref(7), "乙", ref(2, "endnote"), "丙", ref(9, inner=' w:customMarkFollows="1"'), run("*"), "。")
    found = reading(body + section, footnotes=NOTES, endnotes=endnotes)
    assert texts(found) == ["甲①乙[i]丙*。", "① 引航费指甲。", "② 系泊费指乙。", "[i] 尾注。"]
    assert codes(found) == ["source-number-doubtful"]


def test_heads_feet_and_comments_are_left_out() -> None:
    found = reading(
        p("望海市渡口办法") + p("甲。"),
        header=p("望海市渡口办法"),
        footer=p("— ", field("PAGE", run("3")), " —") + p("2"),
        comments=f'<w:comment w:id="1" w:author="x">{p("此处待定")}</w:comment>',
    )
    assert texts(found) == ["望海市渡口办法", "甲。"]
    assert left_out(found) == [
        ("望海市渡口办法", "running-head", "header[1]"),
        ("— 3 —", "page-number", "footer[1]"),
        ("2", "page-number", "footer[1]"),
        ("此处待定", "comment", "comment[1]"),
    ]
    assert codes(found) == []
    assert lost_and_added(found) == ({}, {})


def test_words_of_a_head_that_the_text_has_not_are_said() -> None:
    found = reading(p("甲。"), header=p("望海市人民政府文件") + p("望府〔2023〕7号"))
    (problem,) = found.problems
    assert problem.code == "source-running-head"
    assert "望海市人民政府文件; 望府〔2023〕7号" in problem.message


def test_styles_give_titles_and_headings() -> None:
    styles = (
        style("T", "Title") + style("1", "heading 1") + style("2", "标题 2") + style("x", "章", based_on="1")
        + style("l", "Level", '<w:pPr><w:outlineLvl w:val="3"/></w:pPr>')
        + style("n", "Normal") + style("no", "Flat", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', based_on="1")
    )  # fmt: skip
    body = (
        p("望海市人民政府关于", style="T") + p("渡口的通知", style="T") + p("总则", style="1") + p("节", style="2")
        + p("附则", style="x") + p("四级", style="l") + p("正文", style="no")
        + p("直接", properties='<w:outlineLvl w:val="1"/>')
        + p("第三条　为了渡口，制定本办法。", style="2") + p("别的文件", style="T")
    )  # fmt: skip
    found = reading(body, styles=styles)
    kinds = [(block.kind.value, block.level) for block in source(found).blocks]
    assert texts(found)[0] == "望海市人民政府关于\n渡口的通知"
    assert kinds == [
        ("title", 0), ("heading", 1), ("heading", 2), ("heading", 1), ("heading", 4), ("paragraph", 0), ("heading", 2),
        ("paragraph", 0), ("title", 0),
    ]  # fmt: skip


def test_a_table_of_contents_is_kept_without_its_pages() -> None:
    styles = style("toc1", "toc 1") + style("1", "heading 1")
    begin = field("TOC \\o", "").split('<w:r><w:fldChar w:fldCharType="end"/>')[0]
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    tab = "<w:r><w:tab/></w:r>"
    body = (
        p("目录")
        + p(begin, "第一章　总则", tab, field("PAGEREF _a", run("1")), style="toc1")
        + p("第二章　附则", tab, "12", style="toc1")
        + p(end)
        + p("第一章　总则", style="1") + p("甲。") + p("第二章　附则", style="1") + p("乙。")
    )  # fmt: skip
    found = reading(body, styles=styles)
    assert texts(found)[:4] == ["目录", "第一章　总则", "第二章　附则", "第一章　总则"]
    assert [block.kind.value for block in source(found).blocks][:4] == ["paragraph"] * 3 + ["heading"]
    assert [(words, reason) for words, reason, _ in left_out(found)] == [("1", "page-number"), ("12", "page-number")]
    assert lost_and_added(found) == ({}, {})


def picture(width: int, height: int) -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="{width}" cy="{height}"/><a:graphic><a:graphicData><pic:pic/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


@pytest.mark.parametrize(
    ("body", "code", "said"),
    [
        (p(picture(5_000_000, 7_000_000)) + p("附图"), "source-pictures", "it may be a scan"),
        (p("甲" * 300) + p(picture(5_000_000, 7_000_000)), "source-pictures", "1 large pictures were not read"),
        (
            p('<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>', "甲"),
            "source-not-read",
            "objects",
        ),
        (p("甲") + '<w:altChunk r:id="rId3"/>', "source-not-read", "other documents"),
        (p("甲<w:x/>", "<m:oMath><m:r><m:t>a/b</m:t></m:r></m:oMath>"), "source-not-read", "equations"),
        (p("甲", field("LISTNUM")), "source-not-read", "fields"),
        (p("甲", sym("Wingdings 3", "F021")), "source-not-read", "symbols"),
        (p("甲", f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{run("乙")}'), "source-hidden-words", "1 pieces"),
    ],
)
def test_what_is_not_read_is_said(body: str, code: str, said: str) -> None:
    (problem,) = reading(body).problems
    assert problem.code == code
    assert said in problem.message


def test_a_seal_is_no_scan() -> None:
    assert codes(reading(p("甲。") + p(picture(1_512_000, 1_512_000)))) == []


def test_macros_are_said_and_not_run() -> None:
    found = DocxReader().read("a.docm", word_file(p("甲"), {"word/vbaProject.bin": b"x"}))
    assert codes(found) == ["source-macros"]
    assert texts(found) == ["甲"]


def test_a_file_without_words() -> None:
    found = reading(p(picture(5_000_000, 7_000_000)) + p())
    assert found.texts == ()
    assert codes(found) == ["source-pictures", "source-empty"]


def test_both_forms_of_the_standard() -> None:
    body = p("甲。", number=(1, 0)) + tbl(["乙", "丙"])
    lists = numbering({1: level(0, "chineseCounting", "第%1条")})
    strict = DocxReader().read("a.docx", word_file(body, strict=True, numbering=lists))
    assert texts(strict) == texts(reading(body, numbering=lists)) == ["第一条甲。", "| 乙 | 丙 |\n| --- | --- |"]
    assert lost_and_added(strict) == ({}, {})


def test_places_count_paragraphs_as_a_person_does() -> None:
    body = p("甲") + p() + f"<w:sdt><w:sdtContent>{p('乙')}</w:sdtContent></w:sdt>" + tbl(["1", "2"]) + p("丙")
    assert [block.place.path for block in source(reading(body)).blocks] == ["p[1]", "p[3]", "tbl[1]", "p[4]"]


def test_the_record_of_a_file() -> None:
    one = source(reading(p("甲")))
    assert (one.reader, one.media.rpartition(".")[2], one.whole, one.flat) == ("docx", "document", False, False)
    assert one.library.startswith("lxml ")
