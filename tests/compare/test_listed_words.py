"""The lists of words that decide what is style and what is modality stand on the page on formats, in full."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from two_texts import LAW, PLAIN

from yange.compare.findings.values_in_text import MODALITY, StretchSide, values_in
from yange.compare.text.keys import make_key
from yange.compare.text.style import same_but_style
from yange.compare.text.vocabulary import Vocabulary
from yange.law import law_named

PAGES = Path(__file__).parents[2] / "site" / "pages"
EXCHANGED = tuple(pair for grammar in LAW for pair in grammar.style.exchanged)
STYLE = [("formats.md", "只算文字"), ("en/formats.md", "What counts as style")]
TRADITIONAL = [("formats.md", "繁体文本另认"), ("en/formats.md", "Texts in traditional characters")]
DUTY = [("formats.md", "情态、界限"), ("en/formats.md", "What counts as modality")]


def listed(page: str, name: str) -> set[str]:
    """Return the words set as code in the paragraph that begins with a bold name."""
    paragraphs = (PAGES / page).read_text(encoding="utf-8").split("\n\n")
    (paragraph,) = (one for one in paragraphs if one.startswith(f"**{name}**"))
    return set(re.findall(r"`([^`]+)`", paragraph)) - {"style", "modality", "可以并处", "并处", "、"}


@pytest.mark.parametrize(("page", "name"), STYLE)
def test_the_page_lists_every_word_of_style_and_no_other(page: str, name: str) -> None:
    assert listed(page, name) == {word for pair in EXCHANGED for word in pair if word}


@pytest.mark.parametrize("pair", EXCHANGED)
def test_each_pair_is_style(pair: tuple[str, str]) -> None:
    assert same_but_style(*pair, LAW)


@pytest.mark.parametrize(("page", "name"), DUTY)
def test_every_word_listed_as_modality_is_found(page: str, name: str) -> None:
    words = listed(page, name) - {"不", "不得", "not"}
    assert len(words) > 25
    texts = {word: f"they {word} go" if word.isascii() else f"甲{word}乙" for word in words}
    assert [
        word for word in words if MODALITY not in {v.kind for v in values_in(StretchSide(texts[word]), PLAIN)}
    ] == []


@pytest.mark.parametrize(("page", "name"), TRADITIONAL)
def test_the_page_lists_the_words_of_traditional_texts_and_no_other(page: str, name: str) -> None:
    law = law_named("zh-Hant")
    style = law[0].style
    words = listed(page, name)
    exchanged = {word for pair in style.exchanged for word in pair if word}
    modal = {word for word in words if any(form.fullmatch(word) for _, form in style.modality)}
    assert exchanged | modal == words
    texts = {word: make_key(f"某{word}某").text for word in modal}
    kinds = {word: {v.kind for v in values_in(StretchSide(text), Vocabulary(law))} for word, text in texts.items()}
    assert [word for word in sorted(modal) if MODALITY not in kinds[word]] == []
