"""Terms that a text defines for itself, few or in their thousands: found in the same places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from two_texts import LAW

from yange.compare.text import vocabulary
from yange.compare.text.atoms import AtomKind, find_atoms
from yange.compare.text.vocabulary import Vocabulary, vocabulary_of

TERM = st.text(alphabet="甲乙丙丁", min_size=2, max_size=4)


@given(st.lists(TERM, min_size=1, max_size=12), st.text(alphabet="甲乙丙丁，", max_size=60))
def test_many_terms_are_found_where_few_are(terms: list[str], key: str) -> None:
    ordered = tuple(sorted(set(terms), key=lambda term: (-len(term), term)))
    few = list(Vocabulary(LAW, ordered).terms_in(key))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vocabulary, "_FEW_TERMS", 0)
        assert list(Vocabulary(LAW, ordered).terms_in(key)) == few


def test_a_text_may_define_thousands() -> None:
    terms = vocabulary_of(LAW, *(f"某设施(以下简称渡口{at}号)应当。" for at in range(3_000)))
    (found,) = (atom for atom in find_atoms("使用渡口2999号的，应当登记。", terms) if atom.kind is AtomKind.TERM)
    assert (found.start, found.end) == (2, 9)
