"""Chinese sentences are skipped that lack every word of a reader: each reader finds the same without skipping."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from yange.law.aspects.effects import Commencement, EffectStatement, Expiry, LeftWords, ReadStatements
from yange.law.zh_hans import acts, beginnings, endings
from yange.law.zh_hans.effects import EFFECTS
from yange.law.zh_hans.packed import Sentence
from yange.law.zh_hant.effects import EFFECTS as TRADITIONAL
from yange.model import EventKind

PIECES = (
    "本办法", "自", "于", "2020年1月1日", "二〇二〇年三月一日", "2020.1.1", "起", "施行", "实施", "執行", "生效",
    "公布", "印发之日", "即日", "有效期", "5年", "暂定", "两年", "至", "截止", "失效", "废止", "廢止", "同时",
    "停止执行", "《甲办法》", "（甲府〔2010〕1号）", "继续", "有效", "延长", "暂停", "恢复", "待", "除第三条外",
    "第五条", "依照", "执行", "，", "，", "。", "；", "。", "\n", "\n第四条　", "每年至少开展3次检查",
    "由市主管部门组织实施", " ", "通过", "批准后", "期满", "其", "宣布", "的", "计算",
    "自2020年1月1日起施行", "《甲办法》同时废止", "有效期5年", "有效期延长至2021年1月1日", "自公布之日起施行",
)  # fmt: skip
KINDS = (
    EventKind.REPEAL,
    EventKind.DECLARED_LAPSED,
    EventKind.EXTENSION,
    EventKind.SUSPENSION,
    EventKind.REVIVAL,
)
Found = tuple[
    tuple[Commencement, ...], tuple[Expiry, ...], tuple[tuple[EffectStatement, ...], ...], tuple[LeftWords, ...]
]


def texts() -> Iterator[str]:
    chance = random.Random(11)
    for _ in range(400):
        yield "".join(chance.choice(PIECES) for _ in range(chance.randint(2, 24)))


def read(text: str) -> Iterator[Found]:
    for module in (acts, beginnings, endings):
        module._in_line.cache_clear()
    for effects in (EFFECTS, TRADITIONAL):
        starts, ends = tuple(effects.commencements(text)), tuple(effects.expiries(text))
        of_kinds = tuple(tuple(effects.acts(text, kind)) for kind in KINDS)
        labels = frozenset(label for one in starts for label in one.clauses)
        begun = any(not one.clauses for one in starts)
        said = ReadStatements(starts, ends, sum(of_kinds, ()), labels, bool(ends), begun)
        yield starts, ends, of_kinds, tuple(effects.left(text, said))


def test_nothing_is_missed_in_a_skipped_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    skipping = [tuple(read(text)) for text in texts()]
    monkeypatch.setattr(Sentence, "has", lambda self, pattern: True)
    whole = [tuple(read(text)) for text in texts()]
    assert skipping == whole
    assert sum(bool(found[0] or found[1] or any(found[2])) for each in whole for found in each) > 60
    assert sum(bool(found[3]) for each in whole for found in each) > 60


@pytest.mark.parametrize("before", ["", "第一条　总则。\n", "\n\n"])
def test_a_statement_is_at_its_place_in_a_text_of_several_lines(before: str) -> None:
    line = "第二条　本办法自2020年1月1日起施行，有效期5年。《甲办法》同时废止。"
    text = f"{before}{line}\n第三条　略。"
    (start,), (end,) = EFFECTS.commencements(text), EFFECTS.expiries(text)
    (act,) = EFFECTS.acts(text, EventKind.REPEAL)
    for one in (start, end, act):
        assert text[one.start : one.end] == one.phrase
        assert one.start > len(before)


def test_a_term_follows_the_first_day_of_the_line_above() -> None:
    (end,) = EFFECTS.expiries("第一条　本办法自2020年1月1日起施行。\n有效期5年。")
    assert end.years == 5
    assert not tuple(EFFECTS.expiries("有效期5年。"))
