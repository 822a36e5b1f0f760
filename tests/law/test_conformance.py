"""Every pack keeps its promises, and a breach of each is found."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

import pytest

from yange.law import Grammar, pack, packs
from yange.law.aspects.divisions import Annexes, ClosingLines, Divisions
from yange.law.aspects.numbers import FollowedBy, NumberForm, Numbers
from yange.law.conformance import broken_promises
from yange.law.empty import EmptyGrammar
from yange.law.en import ENGLISH
from yange.law.nested_amending import SpacedAmending
from yange.numbering import NumberedUnit, NumberStyle

ARTICLES = {
    "zh-Hans": ("第一条", "第二条", "第二条之一", "第三条", "第4条"),
    "zh-Hant": ("第一條", "第二條", "第二條之一", "第2-2條", "第三條"),
    "ja": ("第一条", "第二条", "第二条の二", "第二条の三", "第三条", "第４条", "第5条", "第5条の2", "第六条"),
    "nl": ("Artikel 1", "Artikel 2", "Artikel 2a", "Artikel 3"),
    "it": ("Art. 1", "Art. 2.", "Art. 2-bis.", "Art. 2-ter", "Articolo 3", "Art. 3.1", "Art. 3-bis", "Art. 4"),
    "de": ("§ 1", "§ 2", "§ 2a", "§ 2b", "§ 3."),
    "vi": ("Điều 1.", "Điều 2", "Điều 2a.", "Điều 2b:", "Điều 3."),
    "et": ("§ 1.", "§ 2.", "§ 2¹.", "§ 2²", "§ 3."),
    "hu": ("1. §", "2. §", "2/A. §", "2/B. §", "3. §"),
    "ko": ("제1조", "제2조", "제2조의2", "제2조의3", "제3조"),
    "en": ("Article 1", "Article 2.", "Article 2A", "Article 2B", "Article 3"),
    "es": ("Artículo 1", "Artículo 2.", "Artículo 2 bis.-", "Artículo 2 ter", "Artículo tercero."),
    "pt": ("Artigo 1.º", "Art. 2º", "Art. 2º-A.", "Artigo 2.º-B", "Art. 3º"),
    "fr": ("Article premier", "Art. 2.", "Article 2 bis", "Article 2 ter", "Article 3", "Article 3-1", "Art. 4"),
}


@pytest.mark.parametrize("tag", [grammar.tag for grammar in packs()])
def test_every_pack_keeps_its_promises(tag: str) -> None:
    grammar = pack(tag)
    assert grammar is not None
    assert broken_promises(grammar, ARTICLES[tag]) == ()


@pytest.mark.parametrize("tag", [grammar.tag for grammar in packs()])
def test_each_number_before_an_amending_sentence_has_a_level(tag: str) -> None:
    grammar = pack(tag)
    assert grammar is not None
    if isinstance(grammar.amending, SpacedAmending):
        assert grammar.amending.entries.groups > 0


def test_an_empty_pack_keeps_them_too() -> None:
    grammar: Grammar = EmptyGrammar("eo")  # and the type checker holds it against the Protocol
    assert broken_promises(grammar) == ()


ITEM = NumberStyle("x", NumberedUnit.ITEM, depth=1)
ARTICLE = NumberStyle("x", NumberedUnit.ARTICLE)


@dataclass(frozen=True, eq=False)
class Broken(EmptyGrammar):
    """A pack with a fault in its numbers or its layout."""

    own_numbers: Numbers = field(default_factory=Numbers)
    own_divisions: Divisions = field(default_factory=Divisions)
    own_share: float = 0.0

    @property
    def numbers(self) -> Numbers:
        return self.own_numbers

    @property
    def divisions(self) -> Divisions:
        return self.own_divisions

    def share(self, text: str) -> float:
        return self.own_share


@pytest.mark.parametrize(
    ("grammar", "said"),
    [
        (Broken("English"), "is no BCP 47 tag"),
        (Broken("eo", also=("eo",)), "names the pack itself"),
        (Broken("eo", places=("Nova Urbo",)), "is no beginning of a policy's id"),
        (Broken("eo", own_share=2.0), "is not between 0 and 1"),
        (Broken("eo", own_share=1.0), "an empty text is in no language"),
        (Broken("eo", own_numbers=Numbers(articles=(ITEM,))), "numbers items"),
        (
            Broken("eo", own_numbers=Numbers(articles=(ARTICLE,), references=(FollowedBy(frozenset({ITEM}), "de"),))),
            "two styles are called x",
        ),
        (Broken("eo", own_numbers=Numbers(to="(")), "numbers.to"),
        (
            Broken("eo", own_numbers=Numbers(forms=(NumberForm("", re.compile("a"), lambda _: ()),))),
            "nothing begins",
        ),
        (
            Broken("eo", own_numbers=Numbers(forms=(NumberForm("a", re.compile("a*"), lambda _: ()),))),
            "matches nothing at all",
        ),
        (
            Broken("eo", own_divisions=Divisions(closing=ClosingLines(signatures="x?"))),
            "matches an empty text",
        ),
        (Broken("eo", own_divisions=Divisions(annexes=Annexes(headings=("Aldono",)))), "has no group n"),
    ],
)
def test_a_breach_is_found(grammar: Broken, said: str) -> None:
    assert [sentence for sentence in broken_promises(grammar) if said in sentence]


@pytest.mark.parametrize(
    ("articles", "said"),
    [
        (("Article 2",), "does not follow nothing"),
        (("Article 1", "Article 3"), "does not follow Article 1"),
        (("Article 1 of the Act",), "is not read whole"),
        (("Artikolo 1",), "is not read whole"),
    ],
)
def test_labels_must_be_read_in_order(articles: tuple[str, ...], said: str) -> None:
    assert any(said in sentence for sentence in broken_promises(replace(ENGLISH), articles))
