"""A clause leads back to its page: by counting characters, and never to a wrong one."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from yange.importers.body import printed_words
from yange.parse import parse
from yange.parse.cells import row_of
from yange.provenance.clause_places import FoundPlaces, text_places
from yange.provenance.places_file import PlacedText, places_file, read_places
from yange.provenance.printed import TextSpan, body_lines, body_words, source_lines
from yange.readers.source_text import BlockWriter, SourceBlockKind, SourcePlace, SourceText

TITLE, TABLE, PARAGRAPH = SourceBlockKind.TITLE, SourceBlockKind.TABLE, SourceBlockKind.PARAGRAPH
BLOCKS = (
    ("望海市渡口条例", TITLE, 1),
    ("第一条 为了管好渡口，制定本条例。", PARAGRAPH, 1),
    ("第二条 渡口每日六时开放，二十时关闭。", PARAGRAPH, 2),
    ("| 渡口 | 费用 |\n| --- | --- |\n| 东\\|西 | 60*2元 |", TABLE, 2),
    ("第三条 渡船应当每年检验一次。", PARAGRAPH, 3),
    ("（删去）", PARAGRAPH, 3),
    ("第四条 渡船载客不得超过核定人数。", PARAGRAPH, 4),
    ("（删去）", PARAGRAPH, 4),
    ("第五条 本条例自2021年9月1日起施行。", PARAGRAPH, 5),
)
BODY = """# 望海市渡口条例

第一条 为了管好渡口，制定本条例。

第二条 渡口每日六时开放，二十时关闭。

| 渡口 | 费用 |
| --- | --- |
| 东\\|西 | 60\\*2元 |

第三条 渡船应当每年检验一次。

（删去）

第四条 渡船载客不得超过核定人数。

（删去）

第五条 本条例自2021年9月1日起施行。
"""


def placed(blocks: Sequence[tuple[str, SourceBlockKind, int]] = BLOCKS) -> PlacedText:
    writer = BlockWriter()
    for words, kind, page in blocks:
        writer.add(words, kind, place=SourcePlace(page=page, box=(1.04, 2.0, 3.0, 4.0), path=f"p[{page}]"))
    source = SourceText(name="a.pdf", sha256="0" * 64, text=writer.text, blocks=writer.blocks, reader="pdf")
    found = read_places(places_file(source.sha256, [source]), source.sha256)
    assert found is not None
    return found.texts[0]


def pages(body: str, words: str, text: PlacedText | None = None) -> tuple[list[int | None], bool]:
    start = body.index(words)
    found: FoundPlaces = text_places(body, text or placed()).find(start, start + len(words))
    return [block.page for block in found.blocks], found.whole


@pytest.mark.parametrize(
    ("words", "page"),
    [("渡口条例", [1]), ("二十时关闭", [2]), ("60\\*2元", [2]), ("第三条 渡船应当每年检验一次。\n\n（删去）", [3, 3]),
     ("关闭。\n\n| 渡口 | 费用 |\n| --- | --- |\n| 东\\|西 | 60\\*2元 |\n\n第三条", [2, 2, 3])],
)  # fmt: skip
def test_the_words_of_an_unchanged_body_have_their_pages(words: str, page: list[int]) -> None:
    assert pages(BODY, words) == (page, True)


def test_each_of_two_equal_lines_has_its_own_page() -> None:
    text = placed()
    places = text_places(BODY, text)
    first = BODY.index("（删去）")
    second = BODY.index("（删去）", first + 1)
    assert [places.find(at, at + 4).blocks[0].page for at in (first, second)] == [3, 4]


def test_a_corrected_word_has_no_place_and_moves_no_other() -> None:
    body = BODY.replace("二十时关闭", "二十一时半关闭")
    assert pages(body, "一时半") == ([], False)
    assert pages(body, "一") == ([1], True)  # that of 第一条
    assert pages(body, "二十一时半关闭") == ([2], False)
    for words, page in (("为了管好渡口", 1), ("每年检验一次", 3), ("载客不得超过", 4), ("2021年9月1日", 5)):
        assert pages(body, words) == ([page], True)


def test_an_inserted_paragraph_has_no_place() -> None:
    body = BODY.replace("第三条 渡船", "第二条之一 渡口每日六时开放，冬季除外。\n\n第三条 渡船")
    assert pages(body, "第二条之一 渡口每日六时开放，冬季除外。") == ([], False)
    assert pages(body, "第三条 渡船应当每年检验一次。") == ([3], True)


def test_a_rewritten_paragraph_has_no_place() -> None:
    body = BODY.replace("渡船应当每年检验一次。", "船舶检验的办法由市人民政府另行制定并公布。")
    assert pages(body, "第三条 船舶检验的办法由市人民政府另行制定并公布。") == ([], False)


def test_paragraphs_that_changed_their_order_have_no_wrong_page() -> None:
    three, four = "第三条 渡船应当每年检验一次。", "第四条 渡船载客不得超过核定人数。"
    body = BODY.replace(three, "X").replace(four, three).replace("X", four)
    found = {words: pages(body, words)[0] for words in (three, four)}
    assert found[three] in ([], [3])
    assert found[four] in ([], [4])


@pytest.mark.parametrize("seed", range(30))
def test_no_change_gives_a_wrong_page(seed: int) -> None:
    """Every character of a changed body that has a place is the character at that place."""
    chance = random.Random(seed)
    body = BODY
    for _ in range(chance.randrange(1, 6)):
        at, length = chance.randrange(len(body)), chance.randrange(0, 12)
        body = body[:at] + chance.choice(["", "甲", "第三条", "（删去）\n\n", "\n\n"]) + body[at + length :]
    text = placed()
    places = text_places(body, text)
    for at, sign in enumerate(body):
        for block in places.find(at, at + 1).blocks:
            assert sign in text.text[block.start : block.end]
    for article in ("第三条 渡船应当每年检验一次。", "第四条 渡船载客不得超过核定人数。"):
        at = body.find(article)
        if at >= 0:
            own = 3 if article.startswith("第三") else 4
            assert {block.page for block in places.find(at, at + len(article)).blocks} <= {own}


def test_the_lines_of_one_document_of_a_file_bound_its_places() -> None:
    twice = placed((*BLOCKS, ("望海市桥梁条例", TITLE, 9), ("第一条 为了管好渡口，制定本条例。", PARAGRAPH, 9)))
    lines = twice.text.split("\n")
    first = lines.index("望海市桥梁条例") + 1
    body = "# 望海市桥梁条例\n\n第一条 为了管好渡口，制定本条例。\n"
    at = body.index("为了")
    for bounds, page in (((first, len(lines)), [9]), ((1, first - 1), [1])):
        found = text_places(body, twice, bounds).find(at, at + 4)
        assert [block.page for block in found.blocks] == page


def test_the_notice_is_above_the_title_in_the_source() -> None:
    body = "# 渡口办法\n\n## 通知\n\n现将办法印发给你们，请遵照执行。\n\n## 正文\n\n第一条 渡口每日开放。\n"
    source = (
        ("现将办法印发给你们，请遵照执行。", PARAGRAPH, 1),
        ("渡口\n办法", TITLE, 2),
        ("第一条 渡口每日开放。", PARAGRAPH, 2),
    )
    text = placed(source)
    assert "".join(line.words for line in body_lines(body)) == printed_words(body)
    assert pages(body, "渡口办法", text) == ([2], True)
    assert pages(body, "请遵照执行", text) == ([1], True)


def test_the_clauses_of_a_parsed_body_have_places() -> None:
    places = text_places(BODY, placed())
    found = {clause.label: places.find(clause.start, clause.end) for clause in parse(BODY).primary}
    assert {label: sorted({block.page for block in one.blocks if block.page}) for label, one in found.items()} == {
        "第一条": [1], "第二条": [2], "第三条": [3], "第四条": [4], "第五条": [5],
    }  # fmt: skip
    assert all(one.whole for one in found.values())


@pytest.mark.parametrize("words", ["a\\b", "\\|", "x|y", "**", "| a |", "~~", "&amp;", "[x]: y", "1. a", "a\\\\|b"])
def test_escaped_characters_are_counted_once(words: str) -> None:
    from yange.parse import escape

    body = f"{escape(words)}\n"
    text = placed(((words, PARAGRAPH, 7),))
    assert "".join(line.words for line in body_lines(body)) == "".join(words.split())
    assert pages(body, body.rstrip("\n"), text) == ([7], True)


def test_a_file_of_places_that_was_changed_is_not_read() -> None:
    source = SourceText(name="a", sha256="1" * 64, text="甲", reader="pdf")
    data = places_file(source.sha256, [source])
    assert read_places(data, source.sha256) is not None
    assert read_places(data, "2" * 64) is None
    for broken in (b"", b"[]", data[:-9], data.replace(b'"start"', b'"begin"'), data.replace(b",", b", ", 1)):
        assert read_places(broken, source.sha256) is None or broken == data
    assert data == places_file(source.sha256, [source])


def test_rows_and_titles_are_one_line_of_words() -> None:
    text = "甲\n乙"
    assert [line.words for line in source_lines(text, [TextSpan(0, 3, TITLE)])] == ["甲乙"]
    assert [line.words for line in source_lines(text, [TextSpan(0, 3)])] == ["甲", "乙"]
    assert row_of("| a \\| b | c |") == ["a | b", "c"]


@pytest.mark.parametrize(
    ("line", "words", "places"),
    [
        ("1\\. 渡口", "1.渡口", [0, 2, 4, 5]),
        ("a\\b\\\\c", "a\\b\\c", [0, 1, 2, 4, 5]),
        ("## \u200b渡 口\u3000", "渡口", [4, 6]),
        ("| 东\\|西 | 60\\*2 |", "东|西60*2", [2, 4, 5, 9, 10, 12, 13]),
        ("| --- | --- |", "", None),
        ("#渡口", "#渡口", [0, 1, 2]),
    ],
)
def test_the_words_of_a_line_are_at_their_places(line: str, words: str, places: list[int] | None) -> None:
    found = body_lines(line)
    assert [(one.words, list(one.at)) for one in found] == ([] if places is None else [(words, places)])
    assert body_words(line) == [one.words for one in found]


def test_the_words_alone_are_those_with_places() -> None:
    assert body_words(BODY) == [line.words for line in body_lines(BODY)]
