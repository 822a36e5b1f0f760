"""Texts of one policy as one tree: what other texts added is taken away, and each text is there word for word."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from hypothesis import given, settings
from hypothesis import strategies as st

from yange.export.akn_versions import MergedTexts
from yange.export.akn_words import element

_WORDS = st.sampled_from(["渡口", "渡船", "渡工"])
_NUMBERS = st.sampled_from(["第一条", "第二条", "第三条"])


def _plain(number: str, words: str) -> Element:
    return element("article", element("num", text=number), element("content", element("p", text=words)), eId=number)


def _listing(number: str, words: str, items: list[str]) -> Element:
    points = [element("point", element("content", element("p", text=one)), eId=f"{number}_{one}") for one in items]
    intro = [element("intro", element("p", text=words))] if words != "渡口" else []
    return element("article", element("num", text=number), *intro, *points, eId=number)


_ARTICLES = st.one_of(
    st.builds(_plain, _NUMBERS, _WORDS),
    st.builds(_listing, _NUMBERS, _WORDS, st.lists(_WORDS, min_size=1, unique=True)),
)
_TEXTS = st.lists(_ARTICLES, max_size=4, unique_by=lambda one: one.get("eId")).map(
    lambda articles: element("act", element("body", *articles))
)


def _said(one: Element, of: int | None, merged: MergedTexts | None = None) -> list[tuple[str, str]]:
    """The elements and words of a tree in order, as far as they are in a text; empty wrappers do not count."""
    if merged is not None and of is not None and one in merged.texts and of not in merged.texts[one]:
        return []
    inner = [said for child in one for said in _said(child, of, merged)]
    return [(one.tag, one.text or ""), *inner]


@settings(max_examples=150)
@given(st.lists(_TEXTS, min_size=1, max_size=4))
def test_each_text_is_what_stays_without_the_others(texts: list[Element]) -> None:
    before = [_said(one, None) for one in texts]
    merged = MergedTexts.of(texts)
    assert [_said(merged.root, nth, merged) for nth in range(len(texts))] == before
    for one in merged.root.iter():
        kinds = [child.tag.rpartition("}")[2] for child in one]
        first = [kind for kind in kinds if kind in ("num", "intro")]
        assert kinds[: len(first)] == first
        assert first in ([], ["num"], ["intro"], ["num", "intro"]), "the schema allows each once, before the others"


def test_wordings_of_a_clause_are_side_by_side_in_order_of_time() -> None:
    texts = [
        element("act", element("body", _plain("第一条", one), _plain("第二条", one)))
        for one in ("渡口", "渡船", "渡工")
    ]
    merged = MergedTexts.of(texts)
    (body,) = merged.root
    assert [(one.get("eId"), sorted(merged.texts[one])) for one in body] == [
        *(("第一条", [nth]) for nth in range(3)),
        *(("第二条", [nth]) for nth in range(3)),
    ]
