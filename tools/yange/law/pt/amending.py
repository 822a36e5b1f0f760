"""Read the amending sentences of Portuguese decisions.

The forms are those of the Regras de legística (Portugal, on alterações, aditamentos and revogações) and of Lei
Complementar 95/1998, art. 12 (Brazil)::

    O artigo 5.º da Lei n.º 7/2020, de 3 de março, passa a ter a seguinte redação: «Artigo 5.º …»
    É aditado à Lei n.º 7/2020 o artigo 5.º-A, com a seguinte redação: «Artigo 5.º-A …»
    É revogado o n.º 3 do artigo 5.º              São revogados os artigos 7.º e 8.º
    O art. 5º passa a vigorar com a seguinte redação: “Art. 5º …” (NR)    Fica revogado o § 2º do art. 5º
    No artigo 5.º, as palavras «X» são substituídas por «Y».              No artigo 5.º é eliminada a expressão «X».

New text that leaves out with [...] or a row of points what stays as it is is not put in the place of the old one.
"""

from __future__ import annotations

import re

from yange.law.aspects.amending import Examples
from yange.law.aspects.citations import Level
from yange.law.common import ARABIC_BRACKET, ARABIC_STOP, LATIN_BRACKET, ROMAN_BRACKET
from yange.law.nested_amending import SpacedAmending
from yange.law.pt.citations import ARTICLE_NUMBER, CITATIONS, INSTRUMENT
from yange.law.pt.cited_numbers import CITED_NUMBERS
from yange.law.pt.numbers import INCISO, ITEM, PARAGRAPH
from yange.law.quoting import Quotations
from yange.law.romance_amending import AmendingWords, romance_forms

__all__ = ["AMENDING"]

_BE = r"(?:é|são|fica|ficam)"
_NOUN = r"(?:palavras?|express(?:ão|ões)|termos?|refer[êe]ncias?|frases?|valor(?:es)?|montantes?|números?|datas?)"
_TEXT = r"(?:(?:com )?a seguinte reda[cç]?[çc]ão|como segue|o seguinte)"
_THIS = r"(?:presente |mesm[oa] |referid[oa] |citad[oa] )?"

WORDS = AmendingWords(
    tag="pt",
    citations=CITATIONS,
    article=lambda value: f"artigo {CITED_NUMBERS.written('5.º', value)}",
    styles={
        Level.PARAGRAPH: frozenset({PARAGRAPH}),
        Level.SUBSECTION: frozenset({ARABIC_STOP}),
        Level.LETTER: frozenset({LATIN_BRACKET}),
        Level.ITEM: frozenset({INCISO, ROMAN_BRACKET, ITEM, ARABIC_BRACKET}),
    },
    lead=r"(?:n[oa]s?|aos?|às?|os?|as?|d[oa]s?) ",
    tail=re.compile(rf",? (?:d[oa]s?) (?P<name>{_THIS}{INSTRUMENT}\b.*)$", re.I),
    act=re.compile(rf"{_THIS}{INSTRUMENT}\b[^:]{{3,200}}", re.I),
    same=re.compile(rf"(?:presente|mesm[oa]|referid[oa]|citad[oa]) {INSTRUMENT}", re.I),
    whole=re.compile(r"(?:presente )?(?:lei|decreto|regulamento|diploma)|texto", re.I),
    determiner="os? |as? |uma? ",
    elided=re.compile(r"\[ ?(?:\.{3}|…) ?\]|\( ?(?:\.{3}|…) ?\)|\.{5}|(?:\. ){4}"),
    heading=re.compile(r"epígrafe d[oa] ", re.I),
    words=rf"(?:(?:os?|as?) )?(?:{_NOUN} )?(?:seguintes? )?:? ?",
    every=(
        r"(?:sempre que (?:ocorra|ocorram|conste|constem|figurem?)|em todas as ocorrências"
        r"|onde quer que se encontrem?)"
    ),
    replaced=rf"(?:{_BE} )?substituíd[oa]s?",
    by=rf"(?:por|pel[oa]s?) ?(?:{_NOUN} )?:? ?",
    gone=rf"{_BE} (?:revogad|eliminad|suprimid)[oa]s?",
    gone_first=rf"(?:{_BE} (?:revogad|eliminad|suprimid)[oa]s?|revoga(?:m)?-se)",
    added=rf"{_BE} (?:aditad|acrescentad|acrescid|inserid)[oa]s?",
    inserted=rf"{_BE} (?:aditad|acrescentad|acrescid|inserid)[oa]s?",
    rewritten=(
        rf"(?:passa|passam) a (?:ter|vigorar com|vigorar) {_TEXT}",
        r"(?:passa|passam) a (?:ter|vigorar com) a redação seguinte",
        rf"{_BE} alterad[oa]s?,? (?:passando a ter|que passam? a ter) {_TEXT}",
        rf"{_BE} substituíd[oa]s? pel[oa] seguinte",
    ),
    modified=(
        rf"{_BE} alterad[oa]s? (?:como segue|nos termos seguintes|da seguinte forma)"
        r"|passa a vigorar com as seguintes alterações"
    ),
    becomes="(?:passa|passam) a ser|(?:passa|passam) a",
    after="(?:a seguir a|depois d|após)(?:[oa]s?)?",
    before="antes d[oa]s?",
    end=r"ao? |à |aos |às |n[oa]s? ",
    new_article=re.compile(
        rf"(?:os?|um) (?:seguintes? )?(?:artigos?|arts?\.)(?: {ARTICLE_NUMBER})?(?:,? com {_TEXT}|,? que passa a ter"
        rf" {_TEXT})?(?: seguintes?)?",
        re.I,
    ),
    new_part=re.compile(
        r"(?:os?|as?|uma?) (?:seguintes? )?(?:n\.(?:º|os)|números?|alíneas?|§§?|parágrafos?|incisos?|subalíneas?"
        r"|itens|item)"
        rf"(?: ?[0-9a-zIVX]+\.?[º°]?(?:-[A-Z])?\)?|único)?(?:,? com {_TEXT})?(?: seguintes?)?",
        re.I,
    ),
    new_sentence=re.compile(r"(?:a|uma) (?:seguinte )?frase(?: seguinte)?", re.I),
)


def _spelling(words: str) -> str:
    return re.sub(r"(?<=⟧) ?\(NR\)", "", words.replace("’", "'"))


AMENDING = SpacedAmending(
    examples=Examples(
        replace="No artigo 5.º, as palavras «X» são substituídas por «Y».",
        every="sempre que ocorram",
        item="a alínea a) do n.º 2 do artigo 5.º",
        relabel="O artigo 6.º passa a ser o artigo 7.º.",
        renumber="O artigo 6.º passa a ser o artigo 7.º.",
        behind="A seguir ao artigo 3.º é aditado o artigo 3.º-A, com a seguinte redação: «Artigo 3.º-A …»",
        place="A seguir ao artigo 3.º",
        numbered="É aditado o artigo 3.º-A, com a seguinte redação: «Artigo 3.º-A …»",
        number="Artigo 3.º-A",
        item_number="É aditado ao artigo 5.º o n.º 4, com a seguinte redação: «4 - …»",
        insert_item="É aditado ao artigo 5.º o n.º 4, com a seguinte redação: «4 - …»",
        inserted="3.º-A",
    ),
    marks=Quotations({"«": "»", "“": "”", "„": "”“"}, repeats="«"),
    verbs=re.compile(
        r"\b(?:substituíd|revogad|eliminad|suprimid|aditad|acrescentad|acrescid|inserid|alterad)[oa]s?\b|\bpassam? a\b"
        r"|\brevogam?-se\b",
        re.I,
    ),
    entries=re.compile(
        rf"\s*(?:((?:Art\.|Artigo) ?{ARTICLE_NUMBER}\.?(?: ?[-–—])? (?=[A-ZÉÀ]))|([0-9]{{1,2}}(?: ?[-–—]|\.)\s+)"
        r"|([IVX]{1,5} ?[-–—]\s+)|([a-z]\)\s*)|([-–—]\s+))"
    ),
    breaks=re.compile(r"(?<=[:;.])[ \u00a0]+(?=(?:[a-z]\)|[IVX]{1,5} ?[-–—])[ \u00a0])"),
    halves=re.compile(r"[,;]? e (?=(?:os? |as? |é |são |n[oa] ))|; |, (?=(?:os? |as? |é |são ))"),
    forms=romance_forms(WORDS),
    article=re.compile(rf"(?:[Aa]rtigo|[Aa]rt\.) {ARTICLE_NUMBER}"),
    article_list=re.compile(r"[Aa]rtigos [0-9]"),
    ignored=re.compile(rf"(?:Art\.|Artigo) ?{ARTICLE_NUMBER}\.?"),
    spelling=_spelling,
)
"""The amending sentences of Portuguese decisions."""
