"""A change as drafters write it: the sentence names the clause and quotes words that occur once in it."""

from __future__ import annotations

import pytest

from yange.compare import compare
from yange.compare.text.vocabulary import law_of_both
from yange.parse import parse
from yange.reports.drafting import NEW_WORDS, drafted
from yange.reports.words import ReportWords

KEEPS = "第一条　为了管理渡口，制定本办法。\n\n第三条　渡船应当按照核定的人数载客，并在船身标明。\n"


def sentences(old: str, new: str, language: str) -> list[str]:
    before, after = parse(old), parse(new)
    law = law_of_both(before, after)
    found = (
        drafted(change, change.old, change.new, ReportWords(language), law) for change in compare(before, after).changes
    )
    return [sentence.replace(NEW_WORDS, "…") for sentence in found if sentence]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "渡工应当年满十八周岁，身体健康。",
            "渡工应当年满二十周岁，身体健康。",
            "将第二条中的“十八周岁”修改为“二十周岁”",
        ),
        ("渡工应当持证上岗并且服从调度。", "渡工应当持证上岗。", "删去第二条中的“并且服从调度”"),
        ("渡工应当持证上岗。", "渡工应当持证上岗并且服从调度。", "在第二条中的“上岗”后增加“并且服从调度”"),
        # the same amount is there twice: the words around it tell which one is meant
        (
            "无证载客的，处200元罚款；超员载客的，处200元罚款。",
            "无证载客的，处200元罚款；超员载客的，处500元罚款。",
            "将第二条中的“超员载客的，处200元”修改为“超员载客的，处500元”",
        ),
        ("渡工应当遵守“先下后上”的规矩，不得抢渡。", "渡工应当遵守“先下后上”的规矩，不得超载。", None),
    ],
)
def test_words_of_an_article(old: str, new: str, sentence: str | None) -> None:
    (found,) = sentences(
        KEEPS.replace("第三条", f"第二条　{old}\n\n第三条"), KEEPS.replace("第三条", f"第二条　{new}\n\n第三条"), "zh"
    )
    if sentence is None:
        assert "“抢渡”修改为“超载”" in found
    else:
        assert found == sentence


def test_whole_articles() -> None:
    more = KEEPS + "\n第四条　本办法自2024年1月1日起施行。\n"
    assert sentences(KEEPS, more, "zh") == ["增加一条，作为第四条：“…”"]
    assert sentences(more, KEEPS, "zh") == ["删去第四条"]
    assert sentences(more, KEEPS, "en") == ["Omit 第四条"]
    moved = KEEPS.replace("第三条", "第二条")
    assert sentences(KEEPS, moved, "zh") == ["将第三条改为第二条"]
    lists = KEEPS + "\n第四条　渡口应当：\n\n（一）设置灯火；\n\n（二）配备救生衣。\n"
    longer = lists.replace("（二）配备救生衣。", "（二）配备救生衣；\n\n（三）张贴告示。")
    assert sentences(lists, longer, "zh") == ["将第四条修改为：“…”"]


def test_english() -> None:
    old = "Article 1\nThe master shall moor the craft within four hours of arrival.\n\nArticle 2\nThe fee is RMB 60.\n"
    new = old.replace("four hours", "three hours").replace("RMB 60", "RMB 75")
    assert sentences(old, new, "en") == [
        "In Article 1, for “four hours” substitute “three hours”",
        "In Article 2, for “RMB 60” substitute “RMB 75”",
    ]


def test_the_heading_of_a_chapter_is_not_the_chapter() -> None:
    old = "## 第一章 总则\n\n第一条　为了便民，制定本办法。\n\n## 第二章 设置的条件\n\n第二条　渡口有路。\n"
    new = old.replace("设置的条件", "设置和撤销的条件")
    assert sentences(old, new, "zh") == ["在第二章的标题中的“设置”后增加“和撤销”"]
