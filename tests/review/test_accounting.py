"""Every character that changed stands in a correction, or the promise is broken."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yange.compare import compare
from yange.model import Correction
from yange.parse import parse, plain_text
from yange.review.accounting import accounted, composed, replacement
from yange.review.changed_words import hunks
from yange.review.entries import unaccounted

OLD = (
    "第一条　为了保护常识产权和常识城，制定本办法。\n\n第二条　市渔业局负责渡口的管理。\n\n"
    "第三条　本办法自公布之日起施行。\n"
)
FIRST = ("第一条", "常识产权", "知识产权")

TOLD = (
    ("the one change", (("常识产权", "知识产权"),), (FIRST,)),
    ("two changes, two entries", (("常识产权", "知识产权"), ("渔业局", "海事局")), (FIRST, ("第二条", "渔业", "海事"))),
    ("one entry for both places", (("常识", "知识"),), (("第一条", "常识", "知识"),)),
    ("an entry that names no clause", (("渔业局", "海事局"),), ((None, "渔业局", "海事局"),)),
    ("a correction that was corrected", (("常识产权", "智慧产权"),), (FIRST, ("第一条", "知识产权", "智慧产权"))),
    ("words that were left out", (("渡口的管理", "渡口的日常管理"),), (("第二条", None, "日常"),)),
    ("words too many", (("渡口的管理", "渡口管理"),), (("第二条", "口的管", "口管"),)),
    ("a clause left out", (("第三条　", "第三条　市民可以监督。\n\n第四条　"),), (
        ("第三条", None, "市民可以监督。"), (None, "第三条　本办法", "第四条　本办法"))),
    ("white space", (("，制定", "，\n制 定"),), ()),
    ("escaped marks", (("常识产权", "\\*知识产权"),), (("第一条", "常识产权", "*知识产权"),)),
)  # fmt: skip
UNTOLD = (
    ("a second character in the same clause", (("常识产权", "知识产权"), ("制定", "定")), (FIRST,)),
    ("a character of the entry, elsewhere", (("常识产权", "知识产权"), ("和常识", "和识")), (FIRST,)),
    ("the words of the entry, in another clause", (("常识产权", "知识产权"), ("负责", "知识产权负责")), (FIRST,)),
    ("the entry turned round", (("常识产权", "知识产权"),), (("第一条", "知识产权", "常识产权"),)),
    ("an entry of another clause", (("常识产权", "知识产权"),), (("第二条", "常识产权", "知识产权"),)),
    ("one entry, words put in twice", (("办法。", "办法法。"), ("管理", "管理法")), ((None, None, "法"),)),
    ("clauses in another order", (("第二条　市渔业局负责渡口的管理。\n\n第三条　本办法自公布之日起施行。",
                                "第二条　本办法自公布之日起施行。\n\n第三条　市渔业局负责渡口的管理。"),), (FIRST,)),
    ("a number", (("第三条", "第四条"),), ()),
    ("a number of thousands", (("公布之日", "1公布之日"),), (("第一条", None, "1"),)),
)  # fmt: skip


def _left(changes: tuple[tuple[str, str], ...], told: tuple[tuple[str | None, str | None, str | None], ...]) -> int:
    text = OLD
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    entries = [Correction(date=None, field="text", clause=c, was=w, now=n) for c, w, n in told]
    old_text, new_text = parse(OLD), parse(text)
    found = hunks(compare(old_text, new_text), new_text)
    return len(unaccounted(found, entries, old_text, new_text))


@pytest.mark.parametrize(("name", "changes", "told"), TOLD, ids=[name for name, *_ in TOLD])
def test_entries_that_tell_all(name: str, changes: tuple[tuple[str, str], ...], told: tuple) -> None:
    assert _left(changes, told) == 0


@pytest.mark.parametrize(("name", "changes", "told"), UNTOLD, ids=[name for name, *_ in UNTOLD])
def test_entries_that_leave_something_untold(name: str, changes: tuple[tuple[str, str], ...], told: tuple) -> None:
    assert _left(changes, told) > 0


TEXT = "".join(chr(0x4E00 + n) for n in range(60))
FRESH = "".join(chr(0x5E00 + n) for n in range(60))


@given(st.sets(st.integers(0, 59), min_size=1, max_size=12), st.data())
def test_whatever_no_entry_tells_stays_open(changed: set[int], data: st.DataObject) -> None:
    """In a text without repetitions nothing can be told by chance: the entries must be those of all changes."""
    new = "".join(FRESH[n] if n in changed else char for n, char in enumerate(TEXT))
    told = data.draw(st.sets(st.sampled_from(sorted(changed))))
    around = data.draw(st.integers(0, 3))
    spans = [(max(0, n - around), n + 1 + around) for n in sorted(told)]
    made = [replacement(TEXT[a:b], new[a:b], (0, len(new)), nth) for nth, (a, b) in enumerate(spans)]
    covered = {n for a, b in spans for n in changed & set(range(a, b))}
    assert (accounted(TEXT, new, composed(made)) is not None) is (covered == changed)


def test_the_cheapest_way_supposes_the_least() -> None:
    known = replacement("甲", "乙", (0, 9), 0)
    supposed = [replacement("甲", "乙", (0, 9), 7, 1), replacement("丙", "丁", (0, 9), 8, 1)]
    used = accounted("甲一丙", "乙一丁", [known, *supposed])
    assert used is not None
    assert [one.nth for one in used] == [0, 8]


def test_hostile_entries_are_bounded() -> None:
    old, new = "甲乙" * 100_000, "乙甲" * 100_000
    made = [replacement(a, b, (0, len(new)), n) for n, (a, b) in enumerate([("甲", ""), ("", "甲"), ("乙", "甲")] * 30)]
    assert accounted(old, new, composed(made)) is None


SAMPLES = [
    path.read_text(encoding="utf-8").split("---\n", 2)[2].lstrip("\n")
    for path in sorted((Path(__file__).resolve().parents[2] / "policies/wanghai").rglob("[0-9]*.md"))
]


@given(st.sampled_from(SAMPLES), st.data())
def test_what_is_proposed_tells_all_whatever_was_edited(text: str, data: st.DataObject) -> None:
    """Signs put in, taken out and exchanged, numbers of clauses and whole paragraphs among them."""
    made = text
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(made) - 1))
        end = made.find("\n", at)
        sign = data.draw(st.sampled_from("甲一的（"))
        made = {
            "change": made[:at] + sign + made[at + 1 :],
            "insert": made[:at] + sign + made[at:],
            "delete": made[:at] + made[at + 1 :],
            "paragraph": made[: made.rfind("\n", 0, at) + 1] + (made[end:] if end >= 0 else ""),
        }[data.draw(st.sampled_from(["change", "insert", "delete", "paragraph"]))]
        made = made or text
    old, new = parse(text), parse(made)
    found = hunks(compare(old, new), new)
    proposed = unaccounted(found, [], old, new)
    words = ["".join(plain_text(one).split()) for one in (text, made)]
    assert bool(proposed) is (words[0] != words[1])
    entries = [Correction(date=None, field="text", clause=h.clause, was=h.was, now=h.now) for h in proposed]
    assert unaccounted(found, entries, old, new) == ()
    if entries:
        assert unaccounted(found, entries[:-1], old, new) != () or entries[-1] in entries[:-1]
