"""Long texts as they are pasted and scraped: whatever happens to blanks and lines, 第N条 must be exact.

The laws are made here from a few sentences, many of which cite other articles, the next one among them: the worst
place for a line to break.
"""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from yange.law.zh_hans.numerals import chinese_numeral
from yange.parse import format_provisions, parse

SENTENCES = (
    "港务部门应当依法履行职责",
    "任何单位和个人不得占用航道；确需占用的，应当经过批准",
    "违反本条例第{next}条规定的，由港务部门责令改正",
    "依照第{any}条、第{next}条的规定办理",
    "有前款规定情形之一的，依照第{next}条第二款处理",
    "中华人民共和国国籍船舶适用本条例",
    "以营利为目的的，应当自设立之日起三十日内备案",
)
HEADINGS = ("总则", "权利和义务", "监督管理", "法律责任", "设立、变更与终止", "附则")


class Law:
    """A text of ``count`` articles as a list of paragraphs, and the labels that must come out."""

    def __init__(self, seed: int, count: int) -> None:
        self._choice = random.Random(seed)
        self.labels: list[str] = []
        self.contents: list[str] = []
        self.body: list[tuple[str, list[str]]] = []
        for k in range(1, count + 1):
            if (k - 1) % max(1, count // 6) == 0 and len(self.contents) < 6:
                self._chapter()
            self._article(f"第{chinese_numeral(k)}条", k, count)
            if k % 47 == 0:
                self._article(f"第{chinese_numeral(k)}条之一", k, count)

    def _chapter(self) -> None:
        heading = f"第{chinese_numeral(len(self.contents) + 1)}章　{HEADINGS[len(self.contents)]}"
        self.contents.append(heading)
        self.body.append(("", [heading]))

    def _article(self, label: str, k: int, count: int) -> None:
        self.labels.append(label)
        paragraphs = [self._paragraph(k, count) for _ in range(self._choice.choice((1, 1, 2, 3)))]
        if k % 7 == 0:
            paragraphs += [
                "有下列情形之一的，予以处罚：",
                "（一）未报告的；",
                f"（二）违反第{chinese_numeral(k)}条的。",
            ]
        self.body.append((label, paragraphs))

    def _paragraph(self, k: int, count: int) -> str:
        names = {
            "next": chinese_numeral(min(count, k + 1)),
            "any": chinese_numeral(self._choice.randint(1, count)),
        }
        return "".join(self._choice.choice(SENTENCES).format(**names) + "。" for _ in range(self._choice.randint(1, 4)))

    def lines(self, separator: str, label: Callable[[str], str] = str) -> list[str]:
        """Return title, caption, contents and body, a line for each paragraph."""
        out = ["望海市港口条例", "（2001年2月3日望海市人民代表大会常务委员会通过　2010年10月28日第一次修正）"]
        out += ["目　　录", *self.contents]
        for name, (first, *rest) in self.body:
            out += [label(name) + separator + first if name else first, *rest]
        return out


def wrapped(lines: list[str], width: int) -> list[str]:
    return [line[at : at + width] for line in lines for at in range(0, len(line), width)]


MANNERS: dict[str, Callable[[Law], str]] = {
    "as printed": lambda law: "\n\n".join(law.lines("　")),
    "no blank lines": lambda law: "\n".join(law.lines("　")),
    "no blank behind the number": lambda law: "\n".join(law.lines("")),
    "wrapped as in a PDF file": lambda law: "\n".join(wrapped(law.lines("　"), 38)),
    "wrapped, no blank behind the number": lambda law: "\n".join(wrapped(law.lines(""), 35)),
    "wrapped, each line a paragraph": lambda law: "\n\n".join(wrapped(law.lines(""), 36)),
    "indented and wrapped": lambda law: "\n".join("　　" + line for line in wrapped(law.lines(" "), 30)),
    "all in one line": lambda law: "".join(law.lines("　")),
    "all in one line, no blanks": lambda law: "".join("".join(law.lines("")).split()),
    "paragraphs parted by blanks only": lambda law: " ".join(law.lines("　")),
    "blanks within the number": lambda law: "\n".join(law.lines("　", " ".join)),
    "Windows line ends": lambda law: "\r\n".join(law.lines("\u00a0\u00a0")),
    "half-width punctuation": lambda law: "\n".join(law.lines(" ")).replace("，", ",").replace("；", ";"),
    "colon behind the number": lambda law: "\n".join(law.lines("：")),
    "enumeration comma behind the number": lambda law: "\n".join(law.lines("、")),
    "heading of the article": lambda law: "\n".join(law.lines("【适用范围】")),
}


@pytest.mark.parametrize("count", [15, 110, 650])
@pytest.mark.parametrize("manner", MANNERS)
def test_every_article_is_found_and_no_other(manner: str, count: int) -> None:
    law = Law(count, count)
    text = MANNERS[manner](law)
    provisions = parse(text)
    assert ["".join(clause.label.split()) for clause in provisions.primary] == law.labels
    assert format_provisions(provisions) == text


def test_a_second_law_in_the_file_is_an_annex() -> None:
    first, second = Law(1, 20), Law(2, 30)
    provisions = parse("\n".join([*first.lines("　"), "望海市人民政府", "2001年3月1日", *second.lines("　")]))
    assert [clause.label for clause in provisions.primary] == first.labels
    annex = next(clause for clause in provisions.root.children if clause.kind == "annex")
    assert [clause.label for clause in annex.walk() if clause.kind == "article"] == second.labels


def test_chapters_in_the_contents_are_not_counted_twice() -> None:
    for manner in ("as printed", "all in one line, no blanks", "wrapped as in a PDF file"):
        chapters = [c.path for c in parse(MANNERS[manner](Law(3, 60))).walk() if c.kind == "chapter"]
        assert chapters == [f"chp_{n}" for n in range(1, 7)], manner
