"""References, cited numbers, titles and amending sentences in traditional characters: Taiwan, Hong Kong, Macau."""

from __future__ import annotations

import pytest

from yange.amending import amend, read_instructions
from yange.citations import CitationKind, citations, find_label
from yange.citations.scan import references
from yange.compare.match.renumbering import follow, own_citations
from yange.law import law_of
from yange.law.aspects.citations import Owner
from yange.law.aspects.titles import Bearer
from yange.law.zh_hant.script import as_written
from yange.parse import parse
from yange.publish.facts.clause_names import names_of
from yange.titles import amends_others, is_draft_title, kind_of, rank_of

TAIWAN = """# 望海市渡口自治條例

第一條　為管理渡口，特制定本自治條例。

第二條　渡口分下列二類：

一、客渡。

二、車渡。

前項渡口由交通局公告。

第三條　違反第二條第一項第二款規定者，依第二條第二項規定公告之。

第三條之一　{words}

第四條　本自治條例自公布日施行。
"""
MACAU = """# 渡口規章

第一條　本規章訂定渡口的制度。

第二條　渡口的使用者須：

（一）繳費；

（二）離開。

違反上款（一）項的規定者，科處罰款。

第三條　第二條第一款（二）項的規定適用於車輛。
"""


def read(text: str, words: str) -> list[tuple[str, str, str]]:
    readers = [grammar.citations.of_text(text) for grammar in law_of(text)]
    return [
        (
            one.text,
            " / ".join("+".join(f"{step.level}{step.value}" for step in target) for target in one.targets),
            one.owner,
        )
        for one in references(readers, words)
    ]


@pytest.mark.parametrize(
    ("words", "text", "steps"),
    [
        ("依第三條第一項第二款規定", "第三條第一項第二款", "article(3,)+paragraph(1,)+item(2,)"),
        ("依第三條第一項第二款第一目", "第三條第一項第二款第一目", "article(3,)+paragraph(1,)+item(2,)+subitem(1,)"),
        ("前項規定", "前項", "paragraph(1,)"),
        ("依前條第二項規定", "前條第二項", "article(1,)+paragraph(2,)"),
        ("第三章、第五節", "第三章", "chapter(3,)"),
        ("依本法第五條之一規定", "本法第五條之一", "article(5, 1)"),
        ("第三條至第五條", "第三條", "article(3,)"),
        ("依附表1第2部", "附表1第2部", "annex(1,)+part(2,)"),
        ("見附件一", "附件一", "annex(1,)"),
        ("根據第5(1)條", "第5(1)條", "article(5,)+item(1,)"),
    ],
)
def test_references(words: str, text: str, steps: str) -> None:
    assert read(TAIWAN, words)[0][:2] == (text, steps)


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("第7/2003號法律第三條", Owner.OTHER),
        ("第10/2020號行政法規第三條", Owner.OTHER),
        ("該條例第三條", Owner.OTHER),
        ("依海商事件法第三條", Owner.OTHER),
        ("本條例第三條", Owner.OWN),
        ("第三條", Owner.UNSAID),
    ],
)
def test_whose_clause_is_meant(words: str, owner: Owner) -> None:
    assert read(TAIWAN, words)[-1][2] == owner


def test_the_chapter_number_of_an_ordinance_is_no_chapter() -> None:
    words = "依《證券條例》（第571章）第三條辦理。"
    found = [one for one in citations(parse(TAIWAN.format(words=words))) if one.start > TAIWAN.index("{words}") - 1]
    assert [(one.text, one.kind, one.title) for one in found][:2] == [
        ("《證券條例》（第571章）", CitationKind.INSTRUMENT, "證券條例"),
        ("第三條", CitationKind.FOREIGN, "證券條例"),
    ]


@pytest.mark.parametrize("words", ["第三條款外", "第三條例", "第一項目", "第二章程"])
def test_what_only_looks_like_a_reference(words: str) -> None:
    assert read(TAIWAN, words) == []


def test_references_lead_to_their_clauses_in_the_order_of_taiwan() -> None:
    found = {one.text: one for one in citations(parse(TAIWAN.format(words="依前條規定辦理。")))}
    assert found["第二條第一項第二款"].paths == ("art_2__para_1__item_2",)
    assert found["第二條第二項"].paths == ("art_2__para_2",)
    assert found["前條"].paths == ("art_3",)
    assert found["前條"].kind is CitationKind.RELATIVE
    assert all(not one.missing for one in found.values() if one.kind is not CitationKind.INSTRUMENT)


def test_references_lead_to_their_clauses_in_the_order_of_macau() -> None:
    provisions = parse(MACAU)
    found = {one.text: one for one in citations(provisions)}
    assert found["第二條第一款（二）項"].paths == ("art_2__para_1__item_2",)
    assert [clause.path for clause in find_label(provisions, "第二條第二款")] == ["art_2__para_2"]


def test_what_a_clause_is_called() -> None:
    taiwan = names_of(parse(TAIWAN.format(words="甲。")))
    assert taiwan["art_2__para_1__item_2"].own == "第二條第一項第二款"
    assert names_of(parse(MACAU))["art_2__para_1__item_2"].own == "第二條第一款第（二）項"


def test_citations_follow_a_renumbering() -> None:
    law = law_of(TAIWAN)
    assert follow("依第三條第一項、第四條之一規定", {(3,): (5,), (4, 1): (6,)}, law) == "依第五條第一項、第六條規定"
    assert own_citations("依本條例第三條規定，與商港法第四條", law) == [("第三條", (3,))]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("望海市渡口自治條例", "自治條例"),
        ("渡口管理條例", "條例"),
        ("渡口管理辦法", "辦法"),
        ("商港法", "法"),
        ("渡口違法", None),
        ("渡口作業注意事項", "注意事項"),
        ("渡口規例", "規例"),
    ],
)
def test_kinds(title: str, kind: str | None) -> None:
    assert kind_of(title) == kind


@pytest.mark.parametrize(
    ("kind", "number", "rank"),
    [
        ("法", "", "法律"),
        ("條例", "", None),
        ("條例", "華總一義字第11300012345號", "法律"),
        ("自治條例", "", "自治條例"),
        ("辦法", "交航字第1130001234號令", "法規命令"),
        ("辦法", "", None),
        ("規例", "2024年第12號法律公告", "附屬法例"),
        ("條例", "2023年第14號條例", "條例"),
        ("", "第7/2003號法律", "法律"),
        ("", "第10/2020號行政法規", "行政法規"),
    ],
)
def test_ranks(kind: str, number: str, rank: str | None) -> None:
    assert rank_of(Bearer(kind, number, (), False)) == rank


def test_drafts_and_amending_titles() -> None:
    assert is_draft_title("渡口管理條例（草案）")
    assert is_draft_title("渡口管理辦法（徵求意見稿）")
    assert amends_others("渡口管理條例部分條文修正案")
    assert not amends_others("渡口管理條例")


@pytest.mark.parametrize(
    ("sentence", "was", "now"),
    [
        ("第四條條文修正如下：「本自治條例自公布後六個月施行。」", "自公布日施行", "自公布後六個月施行"),
        ("一、第四條修正為：「本自治條例自公布後六個月施行。」", "自公布日施行", "自公布後六個月施行"),
        ("刪除第三條之一。", "第三條之一　甲。\n\n", ""),
        ("增訂第三條之二條文：「乙。」", "甲。\n", "甲。\n\n第三條之二　乙。\n"),
        ("將第四條中的「公布」修改為「發布」。", "自公布", "自發布"),
        ("廢除第4條，代以：「本自治條例自公布後六個月施行。」", "自公布日施行", "自公布後六個月施行"),
        ("廢除第三條之一。", "第三條之一　甲。\n\n", ""),
        ("在第四條中，廢除「公布日」，代以「發布日」。", "自公布日", "自發布日"),
        ("在第四條中，在「公布」之後加入「之」。", "自公布日", "自公布之日"),
        ("在第四條中，在「公布」之前加入「依法」。", "自公布日", "自依法公布日"),
    ],
)
def test_amending_sentences(sentence: str, was: str, now: str) -> None:
    text = TAIWAN.format(words="甲。")
    found, problems = read_instructions(sentence, "x.txt")
    assert problems == ()
    result = amend(text, found, "x.txt")
    assert [problem.message for problem in result.problems] == []
    assert result.body == text.replace(was, now) != text


def test_a_sentence_of_no_known_form_is_a_problem() -> None:
    _, problems = read_instructions("第四條條文應予檢討。", "x.txt")
    assert [problem.code for problem in problems] == ["amend-form"]


def test_the_script_is_that_of_the_pack() -> None:
    assert as_written("第三条之一第二项准则") == "第三條之一第二項準則"
