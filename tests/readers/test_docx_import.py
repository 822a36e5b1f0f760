"""From a Word file to a draft: what the importer makes of numbers, boxes, changes, notes and tables of Word."""

from __future__ import annotations

from word_files import level, notes_part, numbering, p, run, style, tbl, word_file

from yange.coding import plain
from yange.importers import plan
from yange.model import Library

LISTS = numbering(
    {
        1: level(0, "chineseCounting", "第%1章", '<w:pStyle w:val="chapter"/>', suffix="space")
        + level(1, "chineseCountingThousand", "第%2条", '<w:lvlRestart w:val="0"/>', suffix="tab"),
        2: level(0, "chineseCounting", "（%1）"),
    }
)
STYLES = style("title", "Title") + style(
    "chapter", "heading 1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>'
)
NOTE = '<w:r><w:footnoteReference w:id="7"/></w:r>'
BODY = (
    p("望海市渡口收费办法", style="title")
    + p("总则", style="chapter")
    + p("为了规范渡口收费，制定本办法。", number=(1, 1))
    + p("费用包括引航费", NOTE, "和系泊费，按照下列规定收取：", number=(1, 1))
    + p("引航费每次", '<w:del w:id="1"><w:r><w:delText>300</w:delText></w:r></w:del>',
        f'<w:ins w:id="2">{run("360")}</w:ins>', "元；", number=(2, 0))
    + p("系泊费每日60元。", number=(2, 0))
    + p("具体标准如下：", number=(1, 1))
    + tbl(["项目", "金额"], ["引航费", "360元"])
    + p("附则", style="chapter")
    + p("本办法自2021年9月1日起施行。", number=(1, 1))
)  # fmt: skip


def test_a_text_that_word_numbers() -> None:
    data = word_file(BODY, numbering=LISTS, styles=STYLES, footnotes=notes_part({7: " 引航费指引水员的费用。"}))
    made = plan([("a.docx", data)], Library())
    (document,) = plain(made.output())["documents"]
    assert document["title"] == "望海市渡口收费办法"
    assert document["clauses"] == ["第一条", "第二条", "第三条", "第四条"]
    assert (document["effective"], document["condition"]) == ("2021-09-01", "complete")
    assert document["warnings"] == []
    assert [problem.code for problem in made.remarks] == ["source-tracked-changes"]
    (filed,) = made.filed
    body = filed.entry.version.body
    assert (
        "第二条　费用包括引航费[1]和系泊费，按照下列规定收取：\n\n（一）引航费每次360元；\n\n（二）系泊费每日60元。"
        in body
    )
    assert "## 第二章 附则" in body
    assert "| 引航费 | 360元 |" in body
    assert "[1] 引航费指引水员的费用。" in body
