"""Following words through an edge, forwards and backwards."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yange.compare import Band, Edge, Edit, Grade
from yange.compare.history.carry import carried, size


def edge(*edits: tuple[str, str] | tuple[str, str, str]) -> Edge:
    made = tuple(Edit(edit[0], edit[1], Grade.SUBSTANTIVE, edit[2] if len(edit) > 2 else "") for edit in edits)
    return Edge("第一条", "第一条", "art_1", "art_1", 1.0, Band.SURE, made)


AMOUNT = edge(("equal", "给予"), ("delete", "5万元"), ("insert", "10万元"), ("equal", "补助。"))
CUT = edge(("equal", "甲。"), ("delete", "乙。"), ("equal", "丙。"))
AWAY = edge(("delete", "甲。", "第二条"), ("equal", "乙。"), ("insert", "丙。", "第三条"))


@pytest.mark.parametrize(
    ("case", "spans", "forward"),
    [
        (AMOUNT, ((0, 2),), ((0, 2),)),
        (AMOUNT, ((0, 3),), ((0, 6),)),  # a part of what was replaced goes to the whole of what replaced it
        (AMOUNT, ((5, 7),), ((6, 8),)),
        (AMOUNT, ((0, 8),), ((0, 9),)),
        (CUT, ((2, 4),), ()),
        (CUT, ((0, 6),), ((0, 4),)),
        (AWAY, ((0, 2),), ()),
        (AWAY, ((0, 4),), ((0, 2),)),
        (AMOUNT, (), ()),
    ],
)
def test_words_are_followed_forwards(case: Edge, spans: tuple[tuple[int, int], ...], forward: object) -> None:
    assert carried(case, spans) == forward


def test_words_are_followed_backwards() -> None:
    assert carried(AMOUNT, ((2, 3),), backward=True) == ((2, 5),)
    assert carried(CUT, ((0, 4),), backward=True) == ((0, 2), (4, 6))
    assert carried(AWAY, ((2, 4),), backward=True) == ()


EDITS = st.lists(
    st.tuples(st.sampled_from(["equal", "delete", "insert"]), st.text("甲乙丙丁", min_size=1, max_size=4)), max_size=8
)


@given(EDITS)
def test_what_stayed_comes_back_to_where_it_was(edits: list[tuple[str, str]]) -> None:
    case = edge(*edits)
    old = sum(len(text) for op, text in edits if op != "insert")
    new = sum(len(text) for op, text in edits if op != "delete")
    there = carried(case, ((0, old),))
    assert size(there) >= sum(len(text) for op, text in edits if op == "equal")
    assert all(0 <= start < end <= new for start, end in there)
    back = carried(case, there, backward=True)
    assert all(any(a <= start and end <= b for a, b in ((0, old),)) for start, end in back)
    assert size(back) >= sum(len(text) for op, text in edits if op == "equal")
