"""Values, style words and boilerplate of texts in traditional characters: Taiwan, Hong Kong, Macau."""

from __future__ import annotations

import pytest

from yange.compare import Operation, compare
from yange.compare.match.boilerplate import StandingClause, is_formula, standing
from yange.compare.text.atoms import find_atoms
from yange.compare.text.keys import make_key
from yange.compare.text.numerals import plain_figure
from yange.compare.text.style import same_but_style
from yange.compare.text.tokens import cut
from yange.compare.text.vocabulary import Vocabulary, vocabulary_of
from yange.law import law_named
from yange.parse import parse

LAW = law_named("zh-Hant")
PLAIN = Vocabulary(LAW)

VALUES = [
    ("處新臺幣五萬元以上", ["新臺幣五萬元 amount"]),
    ("新臺幣一百二十萬元", ["新臺幣一百二十萬元 amount"]),
    ("澳門元5,000元罰款", ["澳門元5,000元 amount"]),
    ("可處第6級罰款及監禁6個月", ["第6級罰款 amount", "6個月 imprisonment"]),
    ("科三千銀元", ["三千銀元 amount"]),
    ("於三十日內", ["三十日 deadline"]),
    ("三個月內", ["三個月 deadline"]),
    ("二年以上五年以下", ["二年 deadline", "五年 deadline"]),
    ("年滿二十歲", ["二十歲 count"]),
    ("百分之三點五", ["百分之三點五 percentage"]),
    ("中華民國一百零九年三月一日", ["中華民國一百零九年三月一日 date"]),
    ("民國109年3月1日起", ["民國109年3月1日 date"]),
    ("2019年12月1日起", ["2019年12月1日 date"]),
    ("府法字第1090012345號令", ["府法字第1090012345號 document-number"]),
    ("依第7/2003號法律辦理", ["第7/2003號法律 document-number"]),
    ("《商船（本地船隻）條例》（第548章）", ["《商船(本地船隻)條例》 title", "第548章 document-number"]),
    ("依第五條之一第一項第二款第三目", ["第五條之一第一項第二款第三目 citation"]),
    ("第三條第二項", ["第三條第二項 citation"]),
    ("違反第5(1)(a)條", ["第5(1)(a)條 citation"]),
    ("第12A條", ["第12A條 citation"]),
    ("附表1第2部", ["附表1第2部 citation"]),
    ("由中央主管機關公告", ["中央主管機關 body"]),
    ("報直轄市、縣（市）政府", ["直轄市、縣(市)政府 body"]),
    ("報海事處處長", ["海事處處長 body"]),
]


@pytest.mark.parametrize(("text", "expected"), VALUES, ids=[text for text, _ in VALUES])
def test_values(text: str, expected: list[str]) -> None:
    key = make_key(text).text
    found = [f"{key[atom.start : atom.end]} {atom.kind.value}" for atom in find_atoms(key, PLAIN)]
    assert found == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [("三個月", "3個月"), ("五萬元", "50,000元"), ("兩年", "二年"), ("參萬元", "三萬元"), ("一億二千萬元", "1.2億元")],
)
def test_a_number_is_one_in_words_and_in_figures(one: str, other: str) -> None:
    assert plain_figure(one, LAW) == plain_figure(other, LAW)


@pytest.mark.parametrize(("one", "other"), [("三個月", "十三個月"), ("五萬元", "五億元")])
def test_other_numbers_stay_other_numbers(one: str, other: str) -> None:
    assert plain_figure(one, LAW) != plain_figure(other, LAW)


@pytest.mark.parametrize(
    ("old", "new"), [("應當", "應"), ("與", "及"), ("公佈", "公布"), ("台北", "臺北"), ("依據", "依")]
)
def test_style(old: str, new: str) -> None:
    assert same_but_style(old, new, LAW)


@pytest.mark.parametrize(("old", "new"), [("得", "應"), ("超過", "以上"), ("不得", "得"), ("或", "及")])
def test_no_mere_style(old: str, new: str) -> None:
    assert not same_but_style(old, new, LAW)


def test_words_are_those_of_the_dictionary_whatever_the_script() -> None:
    assert [token.text for token in cut("主管機關應將許可證發還", PLAIN)] == ["主管機關", "應", "將", "許可證", "發還"]
    assert vocabulary_of(LAW, make_key("港務基金（以下簡稱「本基金」），").text).terms == ("本基金",)


@pytest.mark.parametrize(
    ("key", "which"),
    [
        ("本法自公布日施行。", StandingClause.COMMENCEMENT),
        ("本條例施行日期,由行政院定之。", StandingClause.COMMENCEMENT),
        ("為管理渡口,保障航行安全,特制定本法。", StandingClause.PURPOSE),
        ("本細則依渡口法第二十條規定訂定之。", StandingClause.PURPOSE),
    ],
)
def test_clauses_that_each_text_has_once(key: str, which: StandingClause) -> None:
    assert standing(key, LAW) == {which}


def test_phrases_of_penalties_say_nothing_of_their_own() -> None:
    assert is_formula("違反第五條第一項規定者,處新臺幣三萬元以上十五萬元以下罰鍰。", LAW)
    assert is_formula("即屬犯罪,一經定罪,可處第6級罰款及監禁6個月。", LAW)
    assert not is_formula("違反第五條第一項規定者,應停止營業。", LAW)


OLD = """第一條　為管理渡口，保障航行安全，特制定本條例。

第二條　渡船經營者應於三十日內向主管機關申請許可。

第三條　違反前條規定者，處新臺幣三萬元以上十五萬元以下罰鍰；情節重大者，得廢止其許可。

第四條　本條例自公布日施行。
"""
NEW = (
    OLD.replace("三十日", "六十日")
    .replace("三萬元以上十五萬元", "五萬元以上二十五萬元")
    .replace("得廢止其許可", "應廢止其許可")
)


def test_a_comparison_reports_the_values_that_changed() -> None:
    result = compare(parse(OLD, "zh-Hant"), parse(NEW, "zh-Hant"))
    assert [change.operation for change in result.changes if change.operation is not Operation.UNCHANGED] == [
        Operation.AMENDED,
        Operation.AMENDED,
    ]
    assert [(value.kind, value.old, value.new) for value in result.values] == [
        ("deadline", "三十日", "六十日"),
        ("amount", "新臺幣三萬元以上十五萬元以下", "新臺幣五萬元以上二十五萬元以下"),
        ("modality", "得", "應"),
    ]
