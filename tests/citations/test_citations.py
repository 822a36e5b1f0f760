# ruff: noqa: E501 (tables of texts read best on one line)
"""References: texts, and the references found in them."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yange.citations import Citation, CitationKind, PolicyIndex, citations, find_label
from yange.model import Library, Policy, Version
from yange.parse import parse

TEXT = """# 临河市集市管理办法

## 第一章　总则

第一条　为管好集市，制定本办法。

第二条　集市由市场所开办。

市场所应当公告。

早市另行规定。

## 第二章　收费

第三条　摊位费按日收取：

（一）大摊十元；

（二）小摊五元；

（三）流动摊二元。

第三条之一　早市减半。

第四条　{words}

第五条　本办法自2015年3月1日起施行。

## 附件1　收费表

一、大摊

二、小摊
"""

ENGLISH = """# Rules on Market Stalls

Article 1 These Rules govern stalls.

Article 2 A stall holder must:

(a) keep the stall clean;

(b) pay the fee.

Article 3 {words}

Article 4 These Rules come into force on 1 March 2015.
"""

ART3 = "chp_2__art_3"
# words of 第四条 → (text of the reference, paths without chp_…__ where unambiguous, number missing)
OWN = [
    ("按照第三条办理。", [("第三条", [ART3], 0)]),
    ("按照本办法第三条第（二）项办理。", [("本办法第三条第（二）项", [f"{ART3}__item_2"], 0)]),
    ("按照本办法第二条第二款办理。", [("本办法第二条第二款", ["chp_1__art_2__para_2"], 0)]),
    ("按照第二条第一、三款办理。", [("第二条第一、三款", ["chp_1__art_2__para_1", "chp_1__art_2__para_3"], 0)]),
    ("第三条、第五条同时适用。", [("第三条", [ART3], 0), ("第五条", ["chp_2__art_5"], 0)]),
    ("依照第一、二条。", [("第一、二条", ["chp_1__art_1", "chp_1__art_2"], 0)]),
    ("依照第一条至第三条。", [("第一条", ["chp_1__art_1"], 0), ("第三条", ["chp_1__art_2", ART3], 0)]),
    ("依照第一至三条。", [("第一至三条", ["chp_1__art_1", "chp_1__art_2", ART3], 0)]),
    ("依照第三条第（一）项、第（三）项和第二条。", [("第三条第（一）项", [f"{ART3}__item_1"], 0), ("第（三）项", [f"{ART3}__item_3"], 0), ("第二条", ["chp_1__art_2"], 0)]),
    ("依照第三条第（一）至（三）项。", [("第三条第（一）至（三）项", [f"{ART3}__item_1", f"{ART3}__item_2", f"{ART3}__item_3"], 0)]),
    ("依照第三条第一项。", [("第三条第一项", [f"{ART3}__item_1"], 0)]),
    ("依照第三条之一。", [("第三条之一", ["chp_2__art_3-1"], 0)]),
    ("依照第3条。", [("第3条", [ART3], 0)]),
    ("依照本办法第二章。", [("本办法第二章", ["chp_2"], 0)]),
    ("费用见附件1。", [("附件1", ["annex_1"], 0)]),
    ("按照本办法第十三条办理。", [("本办法第十三条", [], 1)]),
    ("按照第三条第（四）项办理。", [("第三条第（四）项", [], 1)]),
    ("按照第二条第四款办理。", [("第二条第四款", [], 1)]),
    ("按照第二条第〇款、附件0办理。", [("第二条第〇款", [], 1), ("附件0", [], 1)]),
    ("按照第四至六条办理。", [("第四至六条", ["chp_2__art_4", "chp_2__art_5"], 1)]),
    ("经第三方评估，第一时间报第三条款外第二条例。", []),
    ("第十三届第三次会议，第一章程，第二项目。", []),
]  # fmt: skip


def of_kind(found: Iterable[Citation], *kinds: CitationKind) -> list[Citation]:
    return [citation for citation in found if citation.kind in kinds]


@pytest.mark.parametrize(("words", "expected"), OWN, ids=[words for words, _ in OWN])
def test_own_clauses(words: str, expected: list[tuple[str, list[str], int]]) -> None:
    provisions = parse(TEXT.format(words=words))
    found = of_kind(citations(provisions), CitationKind.CLAUSE, CitationKind.RELATIVE)
    assert [(one.text, list(one.paths), one.missing) for one in found] == expected
    for one in found:
        assert provisions.text[one.start : one.end] == one.text
        assert one.at == "chp_2__art_4"


RELATIVE = [
    ("前条规定适用。", "前条", ["chp_2__art_3-1"]),
    ("前两条规定适用。", "前两条", ["chp_2__art_3"]),
    ("本条规定适用。", "本条", ["chp_2__art_4"]),
    ("本条例、本条件、前条件另行规定。", None, []),
]


@pytest.mark.parametrize(("words", "text", "paths"), RELATIVE)
def test_relative(words: str, text: str | None, paths: list[str]) -> None:
    found = of_kind(citations(parse(TEXT.format(words=words))), CitationKind.RELATIVE)
    assert [(one.text, list(one.paths)) for one in found] == ([] if text is None else [(text, paths)])


def test_the_paragraph_before() -> None:
    provisions = parse(TEXT.format(words="一般情形。\n\n前款规定和本条第一款适用。"))
    found = of_kind(citations(provisions), CitationKind.RELATIVE)
    assert [(one.text, one.paths) for one in found] == [
        ("前款", ("chp_2__art_4__para_1",)),
        ("本条第一款", ("chp_2__art_4__para_1",)),
    ]


FOREIGN = [
    ("按照《早市规定》第七条办理。", [("第七条", "早市规定", None)]),
    ("按照《早市规定》（临府〔2019〕7号）第七条第二款、第九条办理。", [("第七条第二款", "早市规定", "临府〔2019〕7号"), ("第九条", "早市规定", "临府〔2019〕7号")]),
    ("按照该规定第七条办理。", [("第七条", None, None)]),
    ("按照行政许可法第七条办理。", [("第七条", None, None)]),
    ("《早市规定》第七条作废，第九条照旧。", [("第七条", "早市规定", None), ("第九条", "早市规定", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), FOREIGN, ids=[words for words, _ in FOREIGN])
def test_clauses_of_other_instruments(words: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    found = citations(parse(TEXT.format(words=words)))
    assert [(one.text, one.title, one.number) for one in of_kind(found, CitationKind.FOREIGN)] == expected
    assert [one for one in of_kind(found, CitationKind.CLAUSE) if one.missing] == []


def test_own_clause_beside_another_instrument() -> None:
    found = citations(parse(TEXT.format(words="不适用《早市规定》第七条的，按照本办法第三条办理。")))
    assert [(one.kind.value, one.text) for one in found] == [
        ("instrument", "《早市规定》"),
        ("foreign", "第七条"),
        ("clause", "本办法第三条"),
    ]


def test_short_titles_mean_the_full_ones() -> None:
    words = "见《临河市早市规定》（临府〔2019〕7号，以下简称《规定》）。《规定》继续有效。"
    found = of_kind(citations(parse(TEXT.format(words=words))), CitationKind.INSTRUMENT)
    assert {(one.title, one.number) for one in found if one.text == "《规定》"} == {
        ("临河市早市规定", "临府〔2019〕7号")
    }


ENGLISH_CASES = [
    ("Article 2 applies.", [("Article 2", ["art_2"], 0)]),
    ("Article 2(b) applies.", [("Article 2(b)", ["art_2__item_2"], 0)]),
    ("Articles 1 and 2(a) apply.", [("Articles 1 and 2(a)", ["art_1", "art_2__item_1"], 0)]),
    ("Articles 1 to 3 apply.", [("Articles 1 to 3", ["art_1", "art_2", "art_3"], 0)]),
    ("Article 9 applies.", [("Article 9", [], 1)]),
    ("Article 2(c) applies.", [("Article 2(c)", [], 1)]),
    ("Article 9 of the Port Rules applies.", []),
    ("It names an article about it.", []),
]


@pytest.mark.parametrize(("words", "expected"), ENGLISH_CASES, ids=[words for words, _ in ENGLISH_CASES])
def test_english(words: str, expected: list[tuple[str, list[str], int]]) -> None:
    found = of_kind(citations(parse(ENGLISH.format(words=words))), CitationKind.CLAUSE)
    assert [(one.text, list(one.paths), one.missing) for one in found] == expected


def test_outline_texts_are_cited_by_item_and_part() -> None:
    text = "# 若干措施\n\n## 一、奖励\n\n（一）开业奖。\n\n（二）纳税奖。\n\n## 二、保障\n\n（三）人才房。\n\n（四）第（一）项至第（三）项由市场所办理。\n"
    found = of_kind(citations(parse(text)), CitationKind.CLAUSE)
    assert [path for one in found for path in one.paths] == ["l1_1__l2_1", "l1_1__l2_2", "l1_2__l2_3"]


LABELS = [
    ("第三条", [ART3]),
    ("第三条之一", ["chp_2__art_3-1"]),
    ("第二条第二款", ["chp_1__art_2__para_2"]),
    ("第三条第（二）项", [f"{ART3}__item_2"]),
    ("（二）", [f"{ART3}__item_2"]),
    ("(二)", [f"{ART3}__item_2"]),
    ("第二章", ["chp_2"]),
    ("附件1", ["annex_1"]),
    (ART3, [ART3]),
    ("第九条", []),
    ("", []),
]


@pytest.mark.parametrize(("label", "paths"), LABELS)
def test_labels_of_the_front_matter(label: str, paths: list[str]) -> None:
    provisions = parse(TEXT.format(words="适用。"))
    assert [clause.path for clause in find_label(provisions, label)] == paths


def policy(slug: str, title: str, numbers: list[str | None], place: str = "临河市", cover: str | None = None) -> Policy:
    versions = tuple(
        Version(policy=slug, key=f"200{k}-01-01", path=f"{slug}/{k}", title=title, number=number, cover_title=cover)
        for k, number in enumerate(numbers)
    )
    return Policy(id=slug, title=title, place=place, versions=versions)


INDEX = PolicyIndex(
    Library(
        (
            policy("a", "临河市集市管理办法", ["临府〔2015〕2号", "临府〔2019〕7号"]),
            policy("b", "临河市摊位规定（试行）", [None]),
            policy("c", "临海市集市管理办法", ["海府〔2016〕1号"], "临海市"),
            policy("d", "甲实施细则", ["临府〔2020〕1号"], cover="关于印发甲、乙实施细则的通知"),
            policy("e", "乙实施细则", ["临府〔2020〕1号"], cover="关于印发甲、乙实施细则的通知"),
        )
    )
)

NAMES = [
    ("临河市集市管理办法", None, "a", None, True),
    ("集市管理办法", None, "a", None, True),
    ("集市管理办法", "临府[2019]７号", "a", "2001-01-01", True),
    ("临河市集市管理办法", "临府〔2016〕9号", "a", None, False),
    ("临河市摊位规定", "临府〔2016〕9号", "b", None, True),
    ("临海市集市管理办法", None, "c", None, True),
    ("早市办法", "临府〔2015〕2号", "a", "2000-01-01", False),
    (None, "临府〔2015〕2号", "a", "2000-01-01", True),
    ("甲实施细则", "临府〔2020〕1号", "d", "2000-01-01", True),
    ("乙实施细则", "临府〔2020〕1号", "e", "2000-01-01", True),
    (None, "临府〔2020〕1号", None, None, True),
    ("临江市集市管理办法", None, None, None, True),
    ("夜市办法", None, None, None, True),
]


@pytest.mark.parametrize(("title", "number", "slug", "key", "agrees"), NAMES)
def test_which_policy_is_meant(
    title: str | None, number: str | None, slug: str | None, key: str | None, agrees: bool
) -> None:
    meant = INDEX.find(title, number, "临河市")
    if slug is None:
        assert meant is None
        return
    assert meant is not None
    assert meant.policy.id == slug
    assert (meant.version.key if meant.version else None) == key
    assert meant.agrees == agrees


PIECES = [
    "第三条",
    "第二款",
    "第（一）项",
    "、",
    "和",
    "至",
    "本办法",
    "前款",
    "《甲》",
    "（临府〔2019〕7号）",
    "附件1",
    "。",
    "\n\n",
    "第",
    "条",
    "Article 2(a)",
    " ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_any_text_is_read_and_spans_lie_in_their_clause(pieces: list[str]) -> None:
    provisions = parse(TEXT.format(words="".join(pieces)))
    for one in citations(provisions):
        assert provisions.text[one.start : one.end] == one.text
        assert provisions.at(one.at) is not None or one.at == ""
        for path in one.paths:
            assert provisions.at(path) is not None


def test_a_short_title_where_it_is_introduced_is_a_reference() -> None:
    words = "《早市规定》（临府办〔2013〕7号，以下简称《规定》）废止，《规定》的文本存档。"
    found = of_kind(citations(parse(TEXT.format(words=words))), CitationKind.INSTRUMENT)
    assert [(one.text, one.title) for one in found][1:] == [("《规定》", "早市规定")] * 2
