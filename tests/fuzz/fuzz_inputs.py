# ruff: noqa: E501 (tokens read best in few lines)
"""Inputs for the fuzzer: real texts changed at random, and tokens of the grammar repeated.

The texts are those of ``policies/`` and, where it stands beside the repository, of the corpus. An input is a pure
function of its kind and number, so that any of them can be made again: ``make(kind, 17)``.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from yange.parse.frontmatter import split

__all__ = ["KINDS", "TOKENS", "make", "mutated", "repeated"]

ROOT = Path(__file__).resolve().parent.parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"
LONGEST = 9_000

TOKENS: tuple[str, ...] = (
    "第一条　", "第二条", "第十二条之一　", "第三条第一款第（二）项", "第一条至第九条", "第九千九百九十九条", "第零条",
    "（一）", "（二）", "(1)", "①", "⑴", "㈠", "一、", "1．", "1.", "1.1.1.", "(a)", "(iv)", "a.", "I.", "１、",
    "附件", "附件：", "附件1", "附表1", "附录", "附：", "目录", "## 第一章　总则\n", "第一章　甲", "第一节", "# ", "### ",
    "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n", "|", "\n\n", "\n", "\r\n", "\r", "\u2028", "\x0b", "\x0c", "\x1c", "\x85",
    "\ufeff", "\u200b", "\u202e", "\u3000", "\xa0", "\t", " ", "\0", "\x1b[31m", "\ud7ff", "\U0001f600", "\U000e0041",
    "e\u0301", "\U00020bb7", "\ue000", "\uffff", "\\", "\\\\", "`", "***", "__", "~~", "> ", "- ", "1) ", "<b>", "<!--",
    "-->", "&lt;", "&#x3c;", "{{ x }}", "{% raw %}", "[x](", "[x](javascript:x)", "![](x)", "[", "]", "《", "》", "《甲办法》",
    "“", "”", "‘", "’", '"', "'", "（", "）", "(", ")", "〔2021〕3号", "甲府规〔2021〕3号", "甲政府令第3号", "2021年5月1日",
    "二〇二一年五月一日", "九九九九年十三月三十二日", "2015.5.1", "9999-12-31", "0000-00-00", "年月日", "自公布之日起施行",
    "自2021年5月1日起施行", "有效期5年", "有效期99999999年", "有效期至2025年1月1日", "同时废止", "《甲办法》同时废止",
    "同时废止《甲办法》", "停止执行", "（2020年1月1日甲通过）", "第二条自2021年5月1日起施行", "本办法", "以下简称甲", "前款",
    "五万元", "5万元", "1,000,000元", "百分之五十", "50%", "3%—5%", "10个工作日", "一二三四五六七八九十百千万亿", "1234567890",
    "不得", "应当", "可以", "。", "，", "；", "：", "、", "——", "……", "甲", "a", "电话1391234", "13912345678",
    "尊敬的甲代表：", "联系人：甲乙", "http://a.example/", "Article 5 (Fees).", "Article 2 or Article 3", "Section 1. ",
    "Section 1(a) ", "Schedule 1", "Chapter I", "Annex II", "The Act is repealed. ", "come into force on 1 May 2021",
    "not later than ten days", "EUR 5", "제1조", "第1条の2", "Artículo 1. ", "§ 5 ", "Art. L. 121-1 ", "第一條　",
    "将第三条中的“甲”修改为“乙”。", "删除第五条第（二）项。", "增加一条，作为第三条之一：“第三条之一　甲。”", "第六条改为第七条。",
    "条文序号作相应调整。", 'In article 3, for "X" substitute "Y".', "Article 5 is repealed.", "null", "~", "---\n", "...\n",
    "- {a: b}\n", "key: value\n", "{a: b, c: [", "]}", "*x", "&x a", "!!python/name:os.system", "!x", "<<: *x", "? a\n: b\n",
    "|\n  x\n", ">-\n", "#c", "@", "%TAG", "0x1F", "1e309", "-1", "1_000", "12:30:45", "2020-02-30", "on", "No", "=",
)  # fmt: skip
"""Tokens of the grammar of texts and of their front matter, and characters that such grammars trip over."""

_LETTERS = "第一二三十百千零〇条款项目章节（）()、。，；：“”《》\n 0123456789.%元年月日abcXYZ#|-\\*_[]{}'\"&!?:,\t"
_ANSWERS = """- old: 2019-01-06
  new: 2020-03-01
  together: [[第三条, 第五条]]
  apart: [[第四条, 第四条]]
  renamings: [[市金融办, 市地方金融监管局]]
- {old: a/b@2019-01-06, new: 2020-03-01, note: x}
"""
_HASHES = {"commit": "a" * 40, "main": "a" * 40, "scheduled": "a" * 40, "manifest": "b" * 64}
_EDITION = ["edition: 1", "published: 2026-01-01", "format: 1", "as_of: 2026-01-01", "before: null"]
_LEDGER = "# Published\n- {" + ", ".join([*_EDITION, *(f"{name}: {value}" for name, value in _HASHES.items())]) + "}\n"
_AMENDING = """将第三条中的“管理费”修改为“服务费”，“300”修改为“360”。

将第四条修改为：“第四条　甲乙。”

删除第二条。

增加一条，作为第三条之一：“第三条之一　丙。”

条文序号作相应调整。

In article 3, for "X" substitute "Y".
"""


_MARKUP = (
    "<p>",
    "</p>",
    "<div class=nav>",
    "<div>",
    "</div>",
    "<b>",
    "</b>",
    "<br>",
    "<table>",
    "<tr>",
    "<td rowspan=9>",
    "<th>",
    "</table>",
    "<ol type=i start=-3>",
    "<ol reversed>",
    "<li>",
    "</ol>",
    "<dl>",
    "<dt>1.",
    "<dd>",
    "<h1>",
    "</h1>",
    "<sup>",
    "</sup>",
    "<ruby>",
    "<rt>",
    "<pre>",
    "</pre>",
    "<script>",
    "</script>",
    "<style>",
    "<template>",
    "<noscript>",
    "<svg>",
    "<math>",
    "<select>",
    "<frameset>",
    "<form>",
    "<a href=x>",
    "</a>",
    "<p style='display:none'>",
    "<meta charset=gbk>",
    "<title>",
    "<textarea>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "</",
    "<",
    "&#0;",
    "&#xD800;",
    "&nbsp",
    "<p a='",
    '<p a="',
    "<?xml ?>",
    "<main>",
    "<article id=zoom>",
    "<del>",
    "<q>",
    "<font a=1>",
    "\r\n",
)
"""Pieces of pages, whole and broken."""


@dataclass(frozen=True)
class _Real:
    """What is changed: whole version files, their bodies, policy files, documents as scraped."""

    files: Sequence[str]
    bodies: Sequence[str]
    policies: Sequence[str]
    documents: Sequence[str]


@cache
def _real() -> _Real:
    every = sorted((ROOT / "policies").rglob("*.md"))
    texts = [path.read_text(encoding="utf-8") for path in every if path.name != "policy.md"]
    files = [text for text in texts if len(text) < LONGEST]
    bodies = [parts[1] for text in files if (parts := split(text))]
    policies = [path.read_text(encoding="utf-8") for path in every if path.name == "policy.md"]
    scraped = sorted(CORPUS.glob("*.txt"))[:80] if CORPUS.is_dir() else []
    documents = [text[:LONGEST] for path in scraped if (text := path.read_text(encoding="utf-8", errors="replace"))]
    return _Real(files, [*bodies, *(text[:3_000] for text in documents)], policies, documents or bodies)


def mutated(chance: random.Random, text: str, times: int | None = None) -> str:
    """Return a text changed in a few places: tokens put in, runs taken out, copied, repeated, lines moved."""
    for _ in range(times or chance.choice((1, 1, 1, 2, 3, 5, 9))):
        text = chance.choice(_CHANGES)(chance, text) if text else chance.choice(TOKENS)
    return text


def repeated(chance: random.Random, most: int = 400) -> str:
    """Return a token, or a few, over and over, on one line or each on its own, and something that breaks the row."""
    row = "".join(chance.choice(TOKENS) for _ in range(chance.choice((1, 1, 2, 3)))) + chance.choice(
        ("", "", "\n", "\n\n")
    )
    return row * chance.randrange(2, most) + chance.choice(("", "变", "\n", "）"))


def _insert(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text))
    return text[:at] + chance.choice(TOKENS) + text[at:]


def _delete(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text))
    return text[:at] + text[at + chance.choice((1, 1, 2, 5, 20, 100)) :]


def _replace(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text))
    return text[:at] + chance.choice(_LETTERS) + text[at + 1 :]


def _any_character(chance: random.Random, text: str) -> str:
    rows = (0, 0x20), (0, 0x3000), (0x4E00, 0x9FFF), (0x1F000, 0x1FFFF), (0xE000, 0xFFFF)
    at = chance.randrange(len(text))
    return text[:at] + chr(chance.randrange(*chance.choice(rows))) + text[at:]


def _copy(chance: random.Random, text: str) -> str:
    at, start = chance.randrange(len(text)), chance.randrange(len(text))
    return text[:at] + text[start : start + chance.choice((1, 5, 30, 200))] + text[at:]


def _repeat(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text))
    return text[:at] + text[at : at + chance.choice((1, 2, 5))] * chance.choice((2, 5, 20)) + text[at:]


def _cut(chance: random.Random, text: str) -> str:
    return text[: chance.randrange(len(text))]


def _move_line(chance: random.Random, text: str) -> str:
    lines = text.split("\n")
    lines.insert(chance.randrange(len(lines)), lines.pop(chance.randrange(len(lines))))
    return "\n".join(lines)


def _splice(chance: random.Random, text: str) -> str:
    other = chance.choice(_real().bodies)
    at, start = chance.randrange(len(text)), chance.randrange(max(1, len(other)))
    return text[:at] + other[start : start + chance.choice((10, 60, 300))] + text[at:]


_CHANGES: tuple[Callable[[random.Random, str], str], ...] = (
    _insert, _insert, _insert, _delete, _delete, _replace, _replace, _any_character, _copy, _repeat, _cut, _move_line, _splice,
)  # fmt: skip


def _body(chance: random.Random) -> str:
    if chance.random() < 0.05:
        return repeated(chance)
    return mutated(chance, chance.choice(_real().bodies)[: chance.choice((250, 500, 500, 1500))])


def _file(chance: random.Random) -> str:
    return mutated(chance, chance.choice(_real().files)[: chance.choice((500, 900, 900, 1600))])


def _commented(chance: random.Random) -> str:
    text = chance.choice(_real().files)[: chance.choice((700, 1200))]
    return mutated(chance, text.replace("\n", "  # 注\n", 3) if chance.random() < 0.6 else text, 1)


def _pair(chance: random.Random) -> str:
    old = chance.choice(_real().bodies)[: chance.choice((300, 800, 2000))].replace("\0", "")
    new = repeated(chance, 60) if chance.random() < 0.05 else old if chance.random() < 0.1 else mutated(chance, old)
    return old + "\0\0" + new.replace("\0", "")


def _document(chance: random.Random) -> str:
    return mutated(chance, chance.choice(_real().documents)[: chance.choice((400, 1200, 3000))])


def _page(chance: random.Random) -> str:
    """Return a page: the lines of a text between tags, then changed."""
    lines = chance.choice(_real().bodies)[: chance.choice((200, 600, 1500))].split("\n")
    pieces = [piece for line in lines for piece in (chance.choice(_MARKUP), line, chance.choice(_MARKUP))]
    return mutated(chance, "<!doctype html>" * chance.randrange(2) + "".join(pieces), chance.choice((0, 1, 3)) or None)


def _marked(chance: random.Random) -> str:
    """Return Markdown: a version file, or its body with more marks."""
    text = chance.choice(_real().files if chance.random() < 0.5 else _real().bodies)[: chance.choice((300, 900))]
    marks = (
        "**",
        "__",
        "# ",
        "> ",
        "- ",
        "1. ",
        "    ",
        "`",
        "```\n",
        "| a |\n|---|\n",
        "[^1]",
        "\n[^1]: ",
        "<!-- ",
        " -->",
        "+++\n",
    )
    for _ in range(chance.randrange(12)):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice((*marks, *_MARKUP[:12])) + text[at:]
    return mutated(chance, text, 1)


KINDS: dict[str, tuple[int, Callable[[random.Random], str]]] = {
    "body": (46, _body),
    "front matter": (22, _file),
    "comments kept": (4, _commented),
    "policy": (9, lambda chance: mutated(chance, chance.choice(_real().policies))),
    "answers": (6, lambda chance: mutated(chance, _ANSWERS)),
    "ledger": (5, lambda chance: mutated(chance, _LEDGER)),
    "amending": (4, lambda chance: mutated(chance, _AMENDING)),
    "comparison": (2, _pair),
    "import": (1, _document),
    "check": (1, _file),
    "web page": (8, _page),
    "markdown": (6, _marked),
}
"""Each kind of input: how many of a hundred are of it, and how one is made."""

_ORDER = [kind for kind, (share, _) in KINDS.items() for _ in range(share)]


def make(number: int, kind: str | None = None) -> tuple[str, str]:
    """Return the kind and the text of an input by its number; the same on every machine that has the same texts."""
    chance = random.Random(f"yange {number}")
    kind = kind or chance.choice(_ORDER)
    return kind, KINDS[kind][1](chance)
