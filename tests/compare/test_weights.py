"""Every tuned number of the comparison has a pair of texts whose report differs when the number is neutralised."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from functools import cache

import pytest
from mutations import pairs
from statutes import revise, statute
from test_cases import cases
from test_history import PAIRS, TEXTS
from test_real_pairs import PERMITS, lines
from test_shared_phrases import TEXTS as PHRASES
from test_shared_phrases import numbered

from outside_things import require
from yange.compare import Comparison, compare
from yange.compare.history.clause_history import History, trace
from yange.compare.history.crosscheck import ClauseLink, composed
from yange.compare.weights import WEIGHTS
from yange.model import Provisions
from yange.parse import parse

NONE, ALL = 0, 1_000_000
"""A count that is none at all, and one that no text reaches."""
REWRITE = "the rewrite of the corpus"
"""A municipal rule and what replaced it (it needs ../shared/corpus)."""
ROWS: tuple[tuple[str, object, str], ...] = (
    # the number, what neutralises it, the case: a title of cases.txt, or made-up texts (see `texts`)
    ("likeness.common", NONE, "一条拆成两条"),
    ("likeness.candidates", NONE, "一条拆成两条"),
    ("likeness.candidates", 5, "statute 40 anew 0.3 markdown 5"),
    ("likeness.private", 1, "夹在两条不变的条文之间的，改得再多也是同一条"),
    ("likeness.private", ALL, "mutation rewrite 1"),
    ("pairs.in_order", 0.0, "全不相干的条文是一废一立"),
    ("pairs.in_order", 1.01, "期限改动只动期限本身"),
    ("pairs.moved", 1.01, "两条对调位置，各认各的，不按次序硬配"),
    ("pairs.plain", 0.0, "statute 40 anew 0.5 plain 24"),
    ("pairs.plain", 1.01, "statute 40 inserted 0.5 plain 21"),
    ("pairs.own", ALL, REWRITE),
    ("pairs.small_gap", NONE, "mutation rewrite 1"),
    ("pairs.alone", 0.0, "全不相干的条文是一废一立"),
    ("pairs.alone_own", 0.0, "statute 40 inserted 0.3 run-on 5"),
    ("pairs.alone_own", 1.01, "statute 40 anew 0.3 markdown 1"),
    ("pairs.alone_grams", NONE, "statute 40 inserted 0.3 run-on 3"),
    ("pairs.alone_grams", ALL, "statute 40 anew 0.3 markdown 1"),
    ("pairs.in_place", 1.01, "a list lost"),
    ("pairs.among", 0.0, "mutation paraphrase 1"),
    ("pairs.among", 1.01, "mutation rewrite 1"),
    ("pairs.elsewhere", 0.0, "mutation rewrite 1"),
    ("pairs.elsewhere", 170.0, "statute 40 anew 0.5 plain 2"),
    ("pairs.catch_all", 0.0, "概括的刑事责任条款不是每一条罚则的去处"),
    ("pairs.family", 0.0, "statute 90 anew 0.3 plain 2"),
    ("pairs.family_size", NONE, "两条对调位置，各认各的，不按次序硬配"),
    ("pairs.bare", 0.0, "罚则的套话相同，不是同一条"),
    ("pairs.bare", 1.01, "条文顺延了，引用没有跟上"),
    ("pairs.margin", 0.0, "两条对调位置，各认各的，不按次序硬配"),
    ("splits.length", 11, "statute 40 anew 0.5 plain 1"),
    ("splits.length", ALL, "一条拆成两条"),
    ("splits.short", ALL, "附件的标题丢失：附件没有并入末条"),
    ("splits.mutual", 0.0, "mutation rewrite 1"),
    ("splits.mutual", 1.01, "mutation paraphrase 1"),
    ("splits.one_sided", 0.0, "mutation rewrite 1"),
    ("splits.contained", 0.0, "mutation rewrite 1"),
    ("splits.share", 0.0, "mutation paraphrase 1"),
    ("splits.share", 1.01, "一条拆成两条"),
    ("splits.near", 1.01, "mutation rewrite 3"),
    ("splits.crowd", 4, "mutation rewrite 3"),
    ("splits.distinct", NONE, "mutation rewrite 1"),
    ("splits.distinct", 6, "mutation rewrite 2"),
    ("splits.whole", ALL, "statute 40 inserted 0.5 plain 6"),
    ("splits.seldom", NONE, "mutation rewrite 7"),
    ("splits.sentences", 0.0, "mutation paraphrase 3"),
    ("splits.sentences", 1.01, "附件的标题丢失：附件没有并入末条"),
    ("splits.orphan", 1.01, "mutation rewrite 3"),
    ("splits.settled", 0.0, "mutation rewrite 3"),
    ("splits.rival", 1.01, "statute 40 anew 0.3 markdown 5"),
    ("second_look.base", 0.0, "mutation rewrite 1"),
    ("second_look.base", -1058.0, "通篇改写的条文，凭独有的词组、邻条和所在章认出"),
    ("second_look.enough", 0.0, "mutation rewrite 5"),
    ("second_look.enough", 1.01, "通篇改写的条文，凭独有的词组、邻条和所在章认出"),
    ("second_look.likelier", 0.0, "mutation rewrite 1"),
    ("second_look.likelier", 1.01, "mutation rewrite 1"),
    ("second_look.odds", 2000.0, "mutation rewrite 4"),
    ("second_look.rival_floor", 1.01, "通篇改写的条文，凭独有的词组、邻条和所在章认出"),
    ("second_look.look", 1.01, "通篇改写的条文，凭独有的词组、邻条和所在章认出"),
    ("second_look.sure", 1.01, "mutation rewrite 4"),
    ("second_look.scraps", ALL, "mutation rewrite 1"),
    ("second_look.length", 11, "statute 40 anew 0.5 plain 6"),
    ("second_look.length", ALL, "mutation rewrite 1"),
    ("second_look.traced", 0.0, "two phrases, joined"),
    ("second_look.explains", 0.0, "two phrases, in one place"),
    ("second_look.explains", 1.01, "two phrases, near"),
    ("second_look.explains_far", 0.0, "two phrases, far apart"),
    ("second_look.far", NONE, "two phrases, near"),
    ("second_look.far", ALL, "two phrases, far apart"),
    ("letters.base", 0.0, "two phrases, near"),
    ("letters.settled", 1.01, "explained before"),
    ("letters.enough", 0.0, "two phrases, common"),
    ("letters.enough", 1.01, "two phrases, near"),
    ("letters.likely", 0.0, "three phrases"),
    ("letters.likely", 1.01, "four phrases"),
    ("letters.likelier", 0.0, "two phrases, common"),
    ("alignment.rounds", 1, "逐条列举改为“至”，没有改引"),
    ("alignment.heading", 1.01, "条文移到别的章"),
    ("alignment.related_alike", 1.01, "序言和尾段也是单元"),
    ("alignment.related_part", 1.01, "序言和尾段也是单元"),
    ("alignment.related_few", NONE, "日期整体替换"),
    ("alignment.same", 1.01, "两部不相干的规定，只有几乎相同的一条是同一条"),
    ("alignment.placed", 0.0, "删去的条文留下条号：废止一次，不是修改，也没有新增"),
    ("alignment.offered", 0.0, "全不相干的条文是一废一立"),
    ("alignment.offered", 1.01, "罚则的套话相同，不是同一条"),
    ("alignment.offered_widest", NONE, "罚则的套话相同，不是同一条"),
    ("runs.run", ALL, "一条拆成两条"),
    ("runs.stretch", ALL, "一条拆成两条"),
    ("runs.island", NONE, REWRITE),
    ("runs.often", 4, "旧词在少数条款还在，仍是通篇替换"),
    ("runs.cohesion", 1.01, "旧词在少数条款还在，仍是通篇替换"),
    ("lost_labels.several", ALL, "条号在转换时丢失：不是合并"),
    ("lost_labels.mostly", 1.01, "附件的标题丢失：附件没有并入末条"),
    ("bands.sure", 0.0, "机构名称整体替换，不切碎"),
    ("bands.sure", 1.01, "期限改动只动期限本身"),
    ("bands.sure_moved", 0.0, "通篇改写的条文，凭独有的词组、邻条和所在章认出"),
    ("bands.sure_moved", 1.01, "条文移到别的章"),
    ("bands.likely", 0.0, "English: a renamed body and a shorter time limit"),
    ("bands.likely", 1.01, "机构名称整体替换，不切碎"),
    ("bands.likely_part", 0.0, "附件的标题丢失：附件没有并入末条"),
    ("bands.likely_part", 1.01, "一条拆成两条"),
    ("bands.replaced", 0.0, "夹在两条不变的条文之间的，改得再多也是同一条"),
    ("bands.replaced", 1.01, "期限改动只动期限本身"),
    ("reading.scrap", 2, "夹在两条不变的条文之间的，改得再多也是同一条"),
    ("reading.scrap", ALL, "加重处罚的新幅度不顶替原幅度，各归其主"),
    ("reading.phrase", NONE, "标点之变不牵连后面没有改的话"),
    ("reading.phrase", ALL, "两个整句都换了，夹着的逗号不算留下"),
    ("reading.strong", NONE, "通篇改写的条文，凭独有的词组、邻条和所在章认出"),
    ("reading.soup", 0.0, "通篇改写的条文，凭独有的词组、邻条和所在章认出"),
    ("reading.long", ALL, "通篇改写的条文，凭独有的词组、邻条和所在章认出"),
    ("reading.alike", ALL, "前面添的一句与原句开头相同"),
    ("reading.scrap_words", NONE, "English: a clause that came between long ones does not make them one change"),
    ("reading.scrap_words", ALL, "English: a verb and its object stay between two phrases that were replaced"),
    ("reading.joining", 0.0, "English: two items of a list that share one word are two items"),
    ("reading.joining", 1.0, "English: a rewritten sentence is an old and a new phrase, no salad of words"),
    ("reading.scrap_beside_long", 0.0, "English: two words between two long phrases that were replaced are no phrase"),
    ("reading.scrap_beside_long", ALL, "English: a whole predicate stays between two long phrases that were replaced"),
    ("reading.counterpart_words", NONE, "French: a phrase between two commas went, and the words behind it changed"),
    ("reading.counterpart_words", ALL, "English: two long phrases in place of a short one are no phrase in commas"),
    ("reading.soup_words", 0.0, "English: a phrase that two sentences share by chance is no reason to mix them"),
    ("reading.soup_words", 1.01, "English: a long phrase that stayed between two changes stays"),
    ("reading.long_words", 1, "English: a phrase that two sentences share by chance is no reason to mix them"),
    ("reading.long_words", ALL, "English: a long list that came leaves the words before it as they are"),
    ("reading.item", 0.0, "English: an item that is mostly another one goes before two that are a little alike"),
    ("reading.unlike", 0.0, "English: items of other things are old and new blocks, not pairs by their labels"),
    ("reading.unlike", 1.01, "English: an item written anew among others is one item amended"),
    ("reading.block", 0.0, "通篇改写的条文，凭独有的词组、邻条和所在章认出"),
    ("reading.block", 1.01, "期限改动只动期限本身"),
    ("values.reach", NONE, "加重处罚的新幅度不顶替原幅度，各归其主"),
    ("values.body", 400.0, "机构名称整体替换，不切碎"),
    ("values.modality", 300.0, "可以改为应当，是实质改动"),
    ("values.figure", 300.0, "期限改动只动期限本身"),
    ("values.verb", ALL, "Before one verb two words of duty say what one rule demands"),
    ("values.verb", 0.0, "A duty that is denied in other words is no discretion gone"),
    ("values.subject", ALL, "After one subject two words of duty are of one rule, if half of the sentence stayed"),
    ("values.phrase", 1.01, "After one subject two words of duty are of one rule, if half of the sentence stayed"),
    ("values.whole_phrase", 1.01, "Where nearly the whole sentence stayed, two words of duty are of one rule"),
    ("values.rewritten", 0.0, "A value in a sentence written anew did not take the place of another"),
    ("values.beside", 0.0, "A value in a sentence written anew did not take the place of another"),
    ("values.beside", ALL, "The same words beside two values show their place in a sentence written anew"),
    ("values.same_key", 200.0, "两个数额互换是改动"),
    ("values.other_kind", -200.0, "罚款的数额改为倍数，仍是同一罚款"),
    ("values.anew", 1.01, "每处罚款都以同样的字结尾，不凭这些字认定是哪一处"),
    ("values.anew_more", 0.0, "整条重写，两三个相同的字不说明是同一期限"),
    ("values.fine", NONE, "每处罚款都以同样的字结尾，不凭这些字认定是哪一处"),
    ("values.fine", ALL, "每处罚款都以同样的字结尾，不凭这些字认定是哪一处"),
    ("values.same_place", 0.0, "罚款的数额改为倍数，仍是同一罚款"),
    ("values.together", 0.0, "两条对调位置，各认各的，不按次序硬配"),
    ("values.throughout", ALL, "全文换了主管部门，合并报告一次"),
)
SIGNS = (
    "通篇改写的条文，凭独有的词组、邻条和所在章认出",
    "mutation rewrite 4",
    "mutation rewrite 1",
    "mutation rewrite 1",
    REWRITE,
    REWRITE,
)
"""A case for the weight of each sign of the second look."""
FEATURES = (
    "four phrases",
    "two phrases, near",
    "three phrases",
    "three phrases",
    "two phrases, near",
    "three phrases",
)
"""A case for the weight of each feature of clauses in letters."""


@contextmanager
def weighed(name: str, value: object) -> Iterator[None]:
    """Compare with another number meanwhile; what was kept with the old one is forgotten before and after."""
    group, _, field = name.partition(".")
    before = getattr(WEIGHTS, group)
    try:
        object.__setattr__(WEIGHTS, group, replace(before, **{field: value}))
        forget()
        yield
    finally:
        object.__setattr__(WEIGHTS, group, before)
        forget()


def forget() -> None:
    modules = [module for name, module in sys.modules.items() if name.startswith("yange.compare")]
    for function in {id(one): one for module in modules for one in vars(module).values()}.values():
        if hasattr(function, "cache_clear"):
            function.cache_clear()


@cache
def texts(case: str) -> tuple[Provisions, Provisions]:
    """Return a case by its title, ``mutation KIND SEED``, or ``statute COUNT NUMBERS PART LAYOUT SEED``."""
    word, *rest = case.split()
    if word == "mutation":
        kind, seed = rest
        pair = next(one for one in pairs(30, int(seed)) if one.kind == kind)
        return parse(pair.old.print()), parse(pair.new.print())
    if word == "statute":
        count, numbering, part, layout, seed = rest
        revision = revise(statute(int(count), int(seed), 3), int(seed) + 1, float(part), numbering)
        return parse(revision.old.print()), parse(revision.new.print(layout))
    if case in PHRASES:
        old, new = (parse(numbered(side)) for side in PHRASES[case])
        return old, new
    if case == REWRITE:
        old, new = (parse(lines(require("corpus"), *where)) for where in PERMITS)
        return old, new
    found = next(one for one in cases() if one.title == case)
    return parse(found.old), parse(found.new)


@cache
def as_weighed(case: str) -> Comparison:
    return compare(*texts(case))


@pytest.mark.parametrize(("name", "neutral", "case"), ROWS)
def test_a_number_decides_something(name: str, neutral: object, case: str) -> None:
    usual = as_weighed(case)
    with weighed(name, neutral):
        assert compare(*texts(case)) != usual


@pytest.mark.parametrize("sign", range(len(SIGNS)))
def test_each_sign_of_the_second_look_decides_something(sign: int) -> None:
    usual = as_weighed(SIGNS[sign])
    weights = tuple(0.0 if at == sign else weight for at, weight in enumerate(WEIGHTS.second_look.signs))
    with weighed("second_look.signs", weights):
        assert compare(*texts(SIGNS[sign])) != usual


@pytest.mark.parametrize("feature", range(len(FEATURES)))
def test_each_feature_of_clauses_in_letters_decides_something(feature: int) -> None:
    usual = as_weighed(FEATURES[feature])
    weights = tuple(0.0 if at == feature else weight for at, weight in enumerate(WEIGHTS.letters.signs))
    with weighed("letters.signs", weights):
        assert compare(*texts(FEATURES[feature])) != usual


def followed() -> tuple[History, tuple[ClauseLink, ...]]:
    """Follow a clause through three texts, and compose the comparisons of neighbours."""
    steps = [compare(TEXTS[old], TEXTS[new]) for old, new in PAIRS]
    return trace(TEXTS, PAIRS, ("p", "1"), "art_2"), composed(steps)


@pytest.mark.parametrize(("name", "at"), [("lines.clause", 0), ("lines.check", 1)])
def test_a_number_decides_which_clauses_make_a_line(name: str, at: int) -> None:
    usual = followed()[at]
    with weighed(name, 1.01):
        assert followed()[at] != usual


def test_every_number_has_a_case() -> None:
    every = {f"{group.name}.{one.name}" for group in fields(WEIGHTS) for one in fields(getattr(WEIGHTS, group.name))}
    known = {name for name, _, _ in ROWS} | {"second_look.signs", "letters.signs", "lines.clause", "lines.check"}
    assert known == every
    assert len(FEATURES) == len(WEIGHTS.letters.signs)
    assert len(SIGNS) == len(WEIGHTS.second_look.signs)
