"""Keys, atoms, tokens and the difference over them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from two_texts import LAW, PLAIN

from yange.compare.diff.rebuild import rebuild
from yange.compare.diff.tidy import with_names
from yange.compare.diff.word_diff import apply_delta, delta_of, diff_tokens
from yange.compare.findings.grades import GradeRules
from yange.compare.text.atoms import AtomKind, find_atoms
from yange.compare.text.compounds import NO_COMPOUNDS
from yange.compare.text.keys import make_key
from yange.compare.text.numerals import plain_figure
from yange.compare.text.style import same_but_style
from yange.compare.text.tokens import cut
from yange.compare.text.vocabulary import vocabulary_of
from yange.law import law_named

ANY = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs"]) | st.sampled_from("，。（）“ 　\n5万元第三条市局𠮷")
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“望海之夜”（以下简称夜市），", '"望海之夜"(以下简称夜市),'),
        ("２０２０年３月", "2020 年 3 月"),
        ("3%—5%", "3%-5%"),
        ("——包括", "—包括"),
        ("望府〔2020〕3号", "望府[2020]3号"),
        ("the  small craft", "the\u00a0small\ncraft"),
        ("⼀般", "一般"),
    ],
)
def test_typography_has_no_part_in_a_key(one: str, other: str) -> None:
    assert make_key(one).text == make_key(other).text


@pytest.mark.parametrize(
    ("language", "page"),
    [("zh", "第 3 页 共 9 页"), ("de", "Seite 3 von 9"), ("ko", "3 쪽"), ("ja", "3 ページ"), ("en", "- 3 -")],
)
def test_page_numbers_are_in_no_key_of_the_language_that_prints_them(language: str, page: str) -> None:
    law = law_named(language)
    assert make_key(f"甲事\n{page}\n乙事", law).text == make_key("甲事\n乙事", law).text
    other = law_named("fr")
    assert (make_key(f"甲事\n{page}\n乙事", other).text == make_key("甲事\n乙事", other).text) is (language == "en")


@pytest.mark.parametrize(("one", "other"), [("①", "1"), ("10²", "102"), ("甲、乙", "甲，乙"), ("in to", "into")])
def test_other_words_keep_other_keys(one: str, other: str) -> None:
    assert make_key(one).text != make_key(other).text


@given(ANY)
def test_a_key_leads_back_to_the_text(raw: str) -> None:
    key = make_key(raw)
    assert len(key.starts) == len(key.ends) == len(key.text)
    borders = [at for pair in zip(key.starts, key.ends, strict=True) for at in pair]
    assert borders == sorted(borders)
    assert make_key(key.text).text == key.text


ATOMS = [
    ("自2020年3月1日起施行", "2020年3月1日", AtomKind.DATE),
    ("二〇二〇年三月一日", "二〇二〇年三月一日", AtomKind.DATE),
    ("于每年3月31日前", "3月31日", AtomKind.DATE),
    ("最高50万元奖励", "50万元", AtomKind.AMOUNT),
    ("按照5万元/人的标准", "5万元/人", AtomKind.AMOUNT),
    ("一千元以上", "一千元", AtomKind.AMOUNT),
    ("在10个工作日内", "10个工作日", AtomKind.DEADLINE),
    ("年满六十五周岁", "六十五周岁", AtomKind.COUNT),
    ("按照总投资的3%-5%安排", "3%-5%", AtomKind.PERCENTAGE),
    ("给予1:1补贴", "1:1", AtomKind.RATIO),
    ("达到三分之二", "三分之二", AtomKind.RATIO),
    ("(深府规[2018]28号)", "深府规[2018]28号", AtomKind.NUMBER),
    ("通知望府规[2017]9号", "望府规[2017]9号", AtomKind.NUMBER),
    ("违反第十二条之一第二款第(三)项的", "第十二条之一第二款第(三)项", AtomKind.CITED),
    ("依照《关于实施<计划>的意见》办理", "《关于实施<计划>的意见》", AtomKind.TITLE),
    ("由市金融办另行制定", "市金融办", AtomKind.BODY),
    ("由市规划和自然资源局负责", "市规划和自然资源局", AtomKind.BODY),
    ("经深圳市金融发展咨询委员会审议", "深圳市金融发展咨询委员会", AtomKind.BODY),
    ("报发展改革部门审批", "发展改革部门", AtomKind.BODY),
    ("由规划和自然资源主管部门核发", "规划和自然资源主管部门", AtomKind.BODY),
    ("向公安机关报告", "公安机关", AtomKind.BODY),
    ("特许金融分析师(CFA)考试", "CFA", AtomKind.WORD),
    ("以下情形:(一)甲", "(一)", AtomKind.LABEL),
    ("within 10 working days of", "10 working days", AtomKind.DEADLINE),
    ("under Article 12 of", "Article 12", AtomKind.CITED),
]


@pytest.mark.parametrize(("key", "atom", "kind"), ATOMS, ids=[atom for _, atom, _ in ATOMS])
def test_atoms(key: str, atom: str, kind: AtomKind) -> None:
    assert (atom, kind) in {(key[one.start : one.end], one.kind) for one in find_atoms(key, PLAIN)}


@pytest.mark.parametrize("key", ["市民可以办理", "区域发展格局", "市场委托办法", "不合格局面"])
def test_no_body_where_none_is(key: str) -> None:
    assert AtomKind.BODY not in {atom.kind for atom in find_atoms(key, PLAIN)}


def test_terms_a_text_defines_are_atoms() -> None:
    key = make_key("海洋产业专项资金（以下简称专项资金），由市财政局拨付。专项资金不得挪用。").text
    terms = vocabulary_of(LAW, key)
    assert terms.terms == ("专项资金",)
    assert sum(token.atom is AtomKind.TERM for token in cut(key, terms)) == 3


def test_terms_whose_meaning_a_text_states_are_atoms() -> None:
    key = make_key("本办法所称小微船舶，是指长度不足12米的船舶。小微船舶应当登记。").text
    assert vocabulary_of(LAW, key).terms == ("小微船舶",)


@given(ANY)
def test_tokens_tile_the_key(raw: str) -> None:
    key = make_key(raw).text
    tokens = cut(key, PLAIN)
    assert "".join(f" {token.text}" if token.blank else token.text for token in tokens) == key
    assert all(key[token.start : token.end] == token.text for token in tokens)


@given(ANY, ANY)
def test_a_difference_rebuilds_both_sides(old: str, new: str) -> None:
    first, second = make_key(old), make_key(new)
    hunks = diff_tokens(cut(first.text, PLAIN), cut(second.text, PLAIN), LAW)
    hunks = with_names(hunks, NO_COMPOUNDS, NO_COMPOUNDS, LAW)
    edits = rebuild(first, second, hunks, lambda hunk: GradeRules(LAW).grade(hunk, first.text))
    assert "".join(edit.text for edit in edits if edit.op != "insert") == old
    assert "".join(edit.text for edit in edits if edit.op != "delete") == new
    assert apply_delta(old, delta_of([(edit.op, edit.text) for edit in edits])) == new


WORDINGS = [("日内", "日以内"), ("“旅客”", "旅客"), ("为了保障", "为保障")]
OTHERS = [
    ("由市财政局负责", "由市财政局承担"),
    ("内", ""),
    ("不负责任", "不承担责任"),
    ("必须", "应当"),
    ("的", "、"),
    ("。", "的"),
]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("应", "应当"),
        ("或", "或者"),
        ("、", "和"),
        ("，", "、"),
        ("应予", "应当予以"),
        ("法律法规", "法律、法规"),
        *WORDINGS,
    ],
)
def test_style(old: str, new: str) -> None:
    assert same_but_style(make_key(old).text, make_key(new).text, LAW)
    assert same_but_style(make_key(new).text, make_key(old).text, LAW)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("可以", "应当"),
        ("或者", "并且"),
        ("以上", "超过"),
        ("", "不得"),
        ("免于", ""),
        ("", "及"),
        ("和", "或"),
        *OTHERS,
    ],
)
def test_no_mere_style(old: str, new: str) -> None:
    assert not same_but_style(old, new, LAW)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("三个月", "3个月"),
        ("五万元", "50,000元"),
        ("5万元", "五万元"),
        ("一百二十万元", "120万元"),
        ("百分之五", "5%"),
        ("百分之三点五", "3.5%"),
        ("三分之二", "3分之2"),
        ("两年", "二年"),
        ("1.5亿元", "15000万元"),
        ("二〇二〇年三月一日", "2020年3月1日"),
        ("五万元以上五十万元以下", "5万元以上50万元以下"),
    ],
)
def test_a_number_is_one_in_words_and_in_figures(one: str, other: str) -> None:
    assert plain_figure(one, LAW) == plain_figure(other, LAW)


@pytest.mark.parametrize(("one", "other"), [("三个月", "十三个月"), ("5万元", "5元"), ("5%", "5‰"), ("十五", "五十")])
def test_other_numbers_stay_other_numbers(one: str, other: str) -> None:
    assert plain_figure(one, LAW) != plain_figure(other, LAW)
