"""Nothing is lost where a comparison looks only at what changed: the narrow look finds what the whole one does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statutes import revise, statute
from two_texts import LAW

from yange.compare import compare
from yange.compare.match import gram_sets
from yange.compare.match.alignment import first_look
from yange.compare.match.gram_sets import GramIndex, grams_now
from yange.compare.match.nearness import Nearness
from yange.compare.match.second_look import Evidence, _odds
from yange.compare.match.similarity import Similarity
from yange.compare.text.keys import make_key
from yange.compare.text.units import units_of
from yange.compare.weights import WEIGHTS
from yange.parse import parse

CLAUSES = st.lists(st.text(alphabet="甲乙丙丁戊己庚辛", min_size=1, max_size=12), min_size=1, max_size=30)


def test_a_clause_that_stayed_makes_no_pair_count() -> None:
    # its partner is a rival of likeness 1, leaves nothing unexplained, and shares every phrase with it
    for ratio in range(101):
        for part in range(101):
            shorter, shared = ratio / 100, part / 100 * ratio / 100
            margin = 2 * shared / (1 + shorter) / (1 + WEIGHTS.second_look.rival_floor)
            assert _odds((margin, 1.0, 0.0, shared, 0.0, 1.0)) < WEIGHTS.second_look.counts


@given(CLAUSES, CLAUSES, st.data())
def test_what_is_near_some_places_is_what_is_near_them_among_all(
    old: list[str], new: list[str], data: st.DataObject
) -> None:
    few_old = data.draw(st.sets(st.sampled_from(range(len(old)))))
    few_new = data.draw(st.sets(st.sampled_from(range(len(new)))))
    likeness = Similarity(old, new)
    whole = likeness.candidates(old, new, 0.02)
    assert all(value == Similarity(old, new).dice(old[a], new[b]) for (a, b), value in whole.items())
    once = {(a, b): value for (a, b), value in whole.items() if old.count(old[a]) == new.count(new[b]) == 1}
    narrow, wide = (Nearness(Similarity(old, new), old, new, 0.02, whole=True) for _ in range(2))
    wide.look_at_all()
    for nearness in (narrow, wide):
        wanted = {(a, b): value for (a, b), value in once.items() if a in few_old and b in few_new}
        assert nearness.among(few_old, few_new) == wanted
        for a, b in wanted:
            beside = [value for (x, y), value in once.items() if (x == a) is not (y == b)]
            assert nearness.rival(a, b) == max(beside, default=0.0)


@given(CLAUSES, CLAUSES)
def test_parts_are_near_the_sentences_that_are_their_candidates(parts: list[str], sentences: list[str]) -> None:
    likeness = Similarity(sentences, parts)
    found = likeness.candidates(parts, sentences, 0.48)
    nearness = Nearness(likeness, parts, sentences, 0.48, whole=False)
    assert {(a, b): value for a in range(len(parts)) for b, value in nearness.near(a)} == found


@given(CLAUSES, CLAUSES)
def test_grams_of_their_own_are_told_by_their_weight(old: list[str], new: list[str]) -> None:
    likeness = Similarity(old, new)
    grams = likeness.grams.of
    every = [*map(grams, old), *map(grams, new)]
    for one in old:
        for other in new:
            own = {gram for gram in grams(one) & grams(other) if sum(gram in key for key in every) <= 2}
            assert likeness.distinct(one, other) == len(own)


@given(CLAUSES, CLAUSES)
def test_what_a_side_shares_is_the_same_at_once_and_one_by_one(old: list[str], new: list[str]) -> None:
    likeness = Similarity(old, new)
    places = likeness.grams.index(tuple(old)), likeness.grams.index(tuple(new))
    for key, met in zip(old, likeness.all_met(*places), strict=True):
        alone = likeness.met(key, places[1], places[1].common)
        assert (met.scores, dict(met.common), met.whole) == (alone.scores, dict(alone.common), alone.whole)


def test_numbering_grams_anew_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    law = statute(12, 3)
    texts = parse(law.print()), parse(revise(law, 4, 0.4).new.print())
    known = grams_now()
    once = compare(*texts)
    monkeypatch.setattr(gram_sets, "_MOST_GRAMS", 0)
    assert compare(*texts) == once
    assert grams_now() is not known


@given(st.lists(st.sets(st.integers(0, 9)), max_size=70))
def test_where_grams_stand_is_told_by_bits(texts: list[set[int]]) -> None:
    places = GramIndex([frozenset(text) for text in texts])
    for gram in range(10):
        assert list(places.of(places.get(gram, 0))) == [at for at, text in enumerate(texts) if gram in text]
    assert places.common == {gram for gram in range(10) if sum(gram in text for text in texts) > 20}


def test_what_does_not_come_near_is_neither_a_rival_nor_one_of_a_crowd() -> None:
    splits = WEIGHTS.splits
    assert min(splits.near, splits.rival * min(splits.orphan, splits.settled)) >= splits.comes_near


@pytest.mark.parametrize("seed", range(12))
def test_the_second_look_judges_what_a_look_at_every_pair_would(seed: int) -> None:
    law = statute(44, seed)
    revised = revise(law, seed, 0.1 if seed % 2 else 0.4).new
    old, new = units_of(parse(law.print())), units_of(parse(revised.print()))
    first = first_look(old, new, LAW)
    known = {(link.old, link.new) for link in first.links}
    evidence = Evidence(old, new, first.keys_old, first.keys_new, first.links, LAW)
    judged = evidence.judged(known)
    every = {pair: _odds(signs) for pair, signs in evidence.looked_at().items() if pair not in known}
    counts = WEIGHTS.second_look.counts
    assert judged.items() >= {pair: odds / (1 + odds) for pair, odds in every.items() if odds >= counts}.items()
    assert all(value == every[pair] / (1 + every[pair]) for pair, value in judged.items())


@given(st.text(alphabet="甲乙丙页第共0123，。、；：（）《》〔〕“”"))
def test_plain_text_has_the_key_it_has_beside_a_blank(raw: str) -> None:
    key, slow = make_key(raw), make_key(f"{raw}\n")
    assert (key.text, key.starts, key.ends) == (slow.text, slow.starts, slow.ends)


def test_a_clause_that_stayed_is_one_run_unless_a_citation_in_it_was_to_follow() -> None:
    old = "第一条　甲事依照乙法办理。\n\n第二条　丙丁应当登记，登记由戊局办理。\n\n"
    old += "第三条　不依照第二条登记的，予以公告。\n"
    new = old.replace("第三条　", "第四条　").replace("第二条　", "第三条　")
    new = new.replace("\n\n第三条　", "\n\n第二条　己庚可以查阅名册。\n\n第三条　", 1)
    changes = compare(parse(old), parse(new)).changes
    edits = {change.new[0]: change.edges[0].edits for change in changes if change.edges}
    assert [edit.op for edit in edits["第三条"]] == ["equal"]
    assert [edit.op for edit in edits["第四条"]] == ["equal", "delete", "insert", "equal"]
