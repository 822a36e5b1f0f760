"""Numbers that Word works out: formats, levels, restarts, styles. Each table says what Word prints."""

from __future__ import annotations

import pytest
from word_files import codes, labels, level, numbering, p, reading, source, style, texts

from yange.readers.docx_numerals import numeral
from yange.readers.source_text import SourceBlockKind

ARTICLES = numbering({1: level(0, "chineseCountingThousand", "第%1条")})


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("decimal", "1 2 10 11 20 21 101"),
        ("decimalZero", "01 02 10 11 20 21 101"),
        ("decimalFullWidth", "１ ２ １０ １１ ２０ ２１ １０１"),
        ("upperRoman", "I II X XI XX XXI CI"),
        ("lowerRoman", "i ii x xi xx xxi ci"),
        ("upperLetter", "A B J K T U WWWW"),
        ("lowerLetter", "a b j k t u wwww"),
        ("ordinal", "1st 2nd 10th 11th 20th 21st 101st"),
        ("decimalEnclosedCircle", "① ② ⑩ ⑪ ⑳ 21 101"),
        ("decimalEnclosedParen", "⑴ ⑵ ⑽ ⑾ ⒇ 21 101"),
        ("decimalEnclosedFullstop", "⒈ ⒉ ⒑ ⒒ ⒛ 21 101"),
        ("ideographEnclosedCircle", "㈠ ㈡ ㈩ 11 20 21 101"),
        ("ideographTraditional", "甲 乙 癸 11 20 21 101"),
        ("ideographZodiac", "子 丑 酉 戌 20 21 101"),
        ("ideographZodiacTraditional", "甲子 乙丑 癸酉 甲戌 癸未 甲申 甲辰"),
        ("chineseCounting", "一 二 十 十一 二十 二十一 一○一"),
        ("chineseCountingThousand", "一 二 十 十一 二十 二十一 一百零一"),
        ("taiwaneseCountingThousand", "一 二 十 十一 二十 二十一 一百零一"),
        ("taiwaneseDigital", "一 二 一○ 一一 二○ 二一 一○一"),
        ("ideographDigital", "一 二 一〇 一一 二〇 二一 一〇一"),
        ("japaneseCounting", "一 二 十 十一 二十 二十一 百一"),
        ("chineseLegalSimplified", "壹 贰 壹拾 壹拾壹 贰拾 贰拾壹 壹佰零壹"),
        ("ideographLegalTraditional", "壹 貳 壹拾 壹拾壹 貳拾 貳拾壹 壹佰零壹"),
        ("koreanDigital", "일 이 일영 일일 이영 이일 일영일"),
        ("koreanCounting", "일 이 십 십일 이십 이십일 백일"),
        ("ganada", "가 나 차 카 바 사 다"),
        ("chosung", "ㄱ ㄴ ㅊ ㅋ ㅂ ㅅ ㄷ"),
        ("aiueoFullWidth", "ア イ コ サ ト ナ ケ"),
        ("irohaFullWidth", "イ ロ ヌ ル ネ ナ ホ"),
        ("numberInDash", "- 1 - - 2 - - 10 - - 11 - - 20 - - 21 - - 101 -"),
        ("hex", "1 2 A B 14 15 65"),
    ],
)
def test_formats(name: str, printed: str) -> None:
    assert " ".join(numeral(value, name) for value in (1, 2, 10, 11, 20, 21, 101)) == printed


@pytest.mark.parametrize(
    ("value", "name", "printed"),
    [
        (0, "decimal", "0"), (0, "chineseCounting", "0"), (5, "none", ""), (27, "upperLetter", "AA"),
        (53, "upperLetter", "AAA"), (780, "lowerLetter", "z" * 30), (781, "lowerLetter", "a"),
        (110, "chineseCountingThousand", "一百一十"), (1010, "chineseCountingThousand", "一千零一十"),
        (20_000, "chineseCountingThousand", "20000"), (1_944, "upperRoman", "MCMXLIV"), (15, "ganada", "가"),
        (100, "chineseCounting", "一○○"), (7, "of another planet", "7"),
    ],
)  # fmt: skip
def test_borders_of_formats(value: int, name: str, printed: str) -> None:
    assert numeral(value, name) == printed


def test_articles_and_items() -> None:
    lists = numbering(
        {1: level(0, "chineseCountingThousand", "第%1条", suffix="tab"), 2: level(0, "chineseCounting", "（%1）")},
        {1: (1, ""), 2: (2, ""), 3: (2, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')},
    )
    body = (
        p("望海市渡口办法")
        + p("甲：", number=(1, 0)) + p("乙；", number=(2, 0)) + p("丙。", number=(2, 0))
        + p("丁：", number=(1, 0)) + p("戊；", number=(3, 0)) + p("己。", number=(3, 0))
    )  # fmt: skip
    found = reading(body, numbering=lists)
    assert texts(found) == [
        "望海市渡口办法", "第一条　甲：", "（一）乙；", "（二）丙。", "第二条　丁：", "（一）戊；", "（二）己。",
    ]  # fmt: skip
    assert labels(found) == ["", "第一条", "（一）", "（二）", "第二条", "（一）", "（二）"]
    assert [block.computed for block in source(found).blocks] == [False, *[True] * 6]
    assert codes(found) == []


def numbers(lists: str, *given: tuple[int, int], **parts: str) -> list[str]:
    """Return the numbers of paragraphs, each given by its list and its level there."""
    return labels(reading("".join(p("甲", number=one) for one in given), numbering=lists, **parts))


OUTLINE = "".join(level(depth, "decimal", ".".join(f"%{nth + 1}" for nth in range(depth + 1))) for depth in range(9))


@pytest.mark.parametrize(
    ("levels", "given", "printed"),
    [
        (OUTLINE, "0 1 1 2 0 1", "1 1.1 1.2 1.2.1 2 2.1"),
        (OUTLINE, "0 1 2 1 2", "1 1.1 1.1.1 1.2 1.2.1"),
        (OUTLINE, "0 8", "1 1.1.1.1.1.1.1.1.1"),
        (level(0, "decimal", "%1", start=5), "0 0", "5 6"),
        (level(0, "decimal", "%1", start=0), "0 0", "0 1"),
        (level(0, "upperRoman", "%1") + level(1, "decimal", "%1.%2"), "0 1", "I I.1"),
        (level(0, "upperRoman", "%1") + level(1, "decimal", "%1.%2", "<w:isLgl/>"), "0 0 1", "I II 2.1"),
        (level(0, "decimal", "%1") + level(1, "decimal", "%2", '<w:lvlRestart w:val="0"/>'), "0 1 1 0 1", "1 1 2 2 3"),
        (
            OUTLINE.replace('w:lvlText w:val="%1.%2.%3"', 'w:lvlRestart w:val="1"/><w:lvlText w:val="%3"'),
            "0 1 2 2 1 2 0 1 2", "1 1.1 1 2 1.2 3 2 2.1 1",
        ),
        (level(0, "none", "附件"), "0 0", "附件 附件"),
        (level(0, "chineseCounting", "第%1章") + level(1, "none", ""), "0 1 0", "第一章  第二章"),
        (level(0, "bullet", "\uf0b7", '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>'), "0 0", "• •"),
        (level(0, "bullet", "\uf06c", '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>'), "0", "●"),
        (level(0, "bullet", "—"), "0", "—"),
        (
            ('<w:lvl w:ilvl="0"><w:start w:val="9"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt '
            'w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
            '</mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>'),
            "0 0", "009 010",
        ),
    ],
)  # fmt: skip
def test_levels(levels: str, given: str, printed: str) -> None:
    assert numbers(numbering({1: levels}), *((1, int(depth)) for depth in given.split())) == printed.split(" ")


def override(inner: str) -> str:
    return f'<w:lvlOverride w:ilvl="0">{inner}</w:lvlOverride>'


@pytest.mark.parametrize(
    ("instances", "given", "printed"),
    [
        ({1: "", 2: ""}, "1 1 2 1", "1 2 3 4"),
        ({1: "", 2: override('<w:startOverride w:val="1"/>')}, "1 1 2 2 1", "1 2 1 2 3"),
        ({1: "", 2: override('<w:startOverride w:val="7"/>')}, "1 2 1", "1 7 8"),
        ({1: "", 2: override(level(0, "upperLetter", "%1)"))}, "1 1 2", "1 2 C)"),
    ],
)
def test_instances_share_the_counters_of_their_list(instances: dict[int, str], given: str, printed: str) -> None:
    lists = numbering({9: level(0, "decimal", "%1")}, {key: (9, inner) for key, inner in instances.items()})
    assert numbers(lists, *((int(number), 0) for number in given.split())) == printed.split()


def test_the_start_of_an_instance_holds_again_below_a_new_number() -> None:
    inner = '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="3"/></w:lvlOverride>'
    lists = numbering({9: OUTLINE}, {1: (9, inner)})
    assert numbers(lists, (1, 0), (1, 1), (1, 0), (1, 1)) == ["1", "1.3", "2", "2.3"]


def test_a_start_of_a_level_that_is_not_reached_counts_nothing() -> None:
    inner = '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="4"/></w:lvlOverride>'
    lists = numbering({9: OUTLINE}, {1: (9, ""), 4: (9, inner)})
    assert numbers(lists, (1, 0), (4, 0), (1, 2), (4, 1)) == ["1", "2", "2.1.1", "2.4"]


def test_numbers_of_styles() -> None:
    lists = numbering(
        {
            1: level(0, "chineseCounting", "第%1章", '<w:pStyle w:val="chapter"/>', suffix="space")
            + level(1, "chineseCounting", "第%2条", '<w:pStyle w:val="article"/><w:lvlRestart w:val="0"/>')
        }
    )
    listed = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = (
        style("chapter", "章标题", f'{listed[:-8]}<w:outlineLvl w:val="0"/></w:pPr>')
        + style("article", "条", listed)
        + style("inner", "条之内", based_on="article")
        + style("plain", "无号", '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>', based_on="article")
    )
    body = (
        p("总则", style="chapter") + p("甲。", style="article") + p("乙。", style="inner") + p("丙。", style="plain")
        + p("附则", style="chapter") + p("丁。", style="article") + p("戊。", style="article", number=(0, 0))
    )  # fmt: skip
    found = reading(body, numbering=lists, styles=styles)
    assert texts(found) == ["第一章 总则", "第一条甲。", "第二条乙。", "丙。", "第二章 附则", "第三条丁。", "戊。"]
    assert [block.kind for block in source(found).blocks if block.level] == [SourceBlockKind.HEADING] * 2


def test_a_list_behind_a_numbering_style() -> None:
    lists = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="outline"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="outline"/>'
        f"{level(0, 'decimal', '§ %1')}</w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    )
    named = style("outline", "Outline", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>', kind="numbering")
    assert numbers(lists, (1, 0), (2, 0), (1, 0), styles=named) == ["§ 1", "§ 2", "§ 3"]


def test_an_empty_paragraph_has_a_number_and_a_deleted_one_has_none() -> None:
    gone = '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>'
    body = (
        p("甲。", number=(1, 0))
        + p(number=(1, 0))
        + p(
            '<w:del w:id="2" w:author="x"><w:r><w:delText>乙。</w:delText></w:r></w:del>',
            number=(1, 0),
            properties=gone,
        )
        + p("丙。", number=(1, 0))
    )
    assert texts(reading(body, numbering=ARTICLES)) == ["第一条甲。", "第二条", "第三条丙。"]


def test_numbers_are_counted_through_tables_and_boxes() -> None:
    box = (
        "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
        f"{p('乙。', number=(1, 0))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    cell = p("丙", number=(1, 0))
    body = p("甲。", number=(1, 0)) + p(box) + f"<w:tbl><w:tr><w:tc>{cell}</w:tc><w:tc>{p('丁')}</w:tc></w:tr></w:tbl>"
    found = reading(body + p("戊。", number=(1, 0)), numbering=ARTICLES)
    assert texts(found) == ["第一条甲。", "第二条乙。", "| 第三条丙 | 丁 |\n| --- | --- |", "第四条戊。"]


@pytest.mark.parametrize(
    ("levels", "given", "printed", "said"),
    [
        (level(0, "ordinalText", "%1"), [(1, 0)], ["1"], "the format ordinalText is printed as figures"),
        (OUTLINE, [(1, 1)], ["1.1"], "a level above it has no number yet"),
    ],
)
def test_numbers_that_are_not_sure_are_said(
    levels: str, given: list[tuple[int, int]], printed: list[str], said: str
) -> None:
    found = reading("".join(p("甲", number=one) for one in given), numbering=numbering({1: levels}))
    assert labels(found) == printed
    (problem,) = found.problems
    assert problem.code == "source-number-doubtful"
    assert said in problem.message


@pytest.mark.parametrize("given", [(5, 0), (1, 9), (-1, 0)])
def test_a_list_that_is_not_there(given: tuple[int, int]) -> None:
    assert texts(reading(p("甲", number=given), numbering=ARTICLES)) == ["甲"]
