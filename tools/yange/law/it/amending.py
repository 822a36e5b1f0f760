"""Read the amending sentences of Italian decisions.

The forms are those of the circular on drafting of 20 April 2001, no. 9 (*novelle*)::

    All'articolo 5, comma 2, le parole: «X» sono sostituite dalle seguenti: «Y».
    All'articolo 5, dopo le parole: «X» sono inserite le seguenti: «Y».   All'articolo 5, le parole: «X» sono soppresse.
    L'articolo 5 è sostituito dal seguente: «Art. 5 …»                    L'articolo 7 è abrogato.
    Dopo l'articolo 3 è inserito il seguente: «Art. 3-bis …»              Il comma 3 dell'articolo 5 è soppresso.
    Dopo il comma 2 dell'articolo 5 è aggiunto il seguente: «2-bis. …»    All'articolo 5 è aggiunto, in fine, …
    All'articolo 5 sono apportate le seguenti modificazioni: a) al comma 1, …; b) il comma 2 è abrogato.
"""

from __future__ import annotations

import re

from yange.law.aspects.amending import Examples
from yange.law.aspects.citations import Level
from yange.law.common import ARABIC_BRACKET, ARABIC_STOP, LATIN_BRACKET
from yange.law.it.citations import ARTICLE_NUMBER, CITATIONS, INSTRUMENT
from yange.law.it.citing import CITED_NUMBERS
from yange.law.it.numbers import LATIN, NUMERO
from yange.law.nested_amending import SpacedAmending
from yange.law.quoting import Quotations
from yange.law.romance_amending import AmendingWords, romance_forms

__all__ = ["AMENDING"]

_BE = r"(?:è|e'|sono|viene|vengono)"
_SO = r"dal(?:la|le|l')? ?(?:i )?(?:seguent[ei])?|dai seguenti|con (?:la|le|il|i) seguent[ei]|come segue"
_NOUN = r"(?:parol[ae]|cifr[ae]|espression[ei]|riferiment[oi]|period[oi]|import[oi]|numer[oi]|dat[ae]|termin[ei])"

WORDS = AmendingWords(
    tag="it",
    citations=CITATIONS,
    article=lambda value: f"articolo {CITED_NUMBERS.written('5-bis', value)}",
    styles={
        Level.SUBSECTION: frozenset({ARABIC_STOP}),
        Level.LETTER: frozenset({LATIN_BRACKET}),
        Level.ITEM: frozenset({ARABIC_BRACKET, NUMERO}),
    },
    lead=(
        r"(?:nel|nella|nello|negli|nelle|nei|al|alla|allo|agli|alle|ai|il|lo|la|i|gli|le|del|della|dello|dei|delle) "
        r"|(?:nell|all|l|dell)'"
    ),
    tail=re.compile(
        rf",? (?:del(?:la|lo)? |dell'|dei )(?P<name>(?:presente |citat[ao] |medesim[ao] |stess[ao] |predett[ao] )?"
        rf"{INSTRUMENT}\b.*)$",
        re.I,
    ),
    act=re.compile(
        rf"(?:presente |citat[ao] |medesim[ao] |stess[ao] |predett[ao] )?{INSTRUMENT}\b[^:]{{3,200}}", re.I
    ),
    determiner="il |i |la |le |lo |un |una |l'",
    elided=re.compile(r"\[ ?(?:\.{3}|…) ?\]|\( ?(?:\.{3}|…) ?\)|\.{5}|\bomissis\b", re.I),
    same=re.compile(rf"(?:presente|citat[ao]|medesim[ao]|stess[ao]|predett[ao]) {INSTRUMENT}", re.I),
    whole=re.compile(r"(?:intero )?(?:testo|articolato)|(?:presente )?(?:legge|decreto|regolamento)", re.I),
    heading=re.compile(r"(?:rubrica|titolo) del(?:l'|la |lo )?", re.I),
    words=rf"(?:(?:la|le|il|i|l'|lo|gli|ovunque ricorrano,? le|delle|dalle) ?)?(?:{_NOUN})?(?: seguent[ei])? ?:? ?",
    every=r"(?:ovunque|ovunque ricorran?o?|dovunque|in ogni parte(?: in cui ricorrono)?|ogni volta che ricorr\w+)",
    replaced=rf"{_BE} (?:rispettivamente )?sostituit[oaie]",
    by=rf"(?:dal(?:la|le|l')?|dai|con (?:la|le|il|i)|da) ?(?:{_NOUN} )?(?:seguent[ei])? ?:? ?",
    gone=rf"{_BE} (?:abrogat|soppress|eliminat)[oaie]",
    gone_first=rf"{_BE} (?:abrogat|soppress|eliminat)[oaie]",
    added=rf"{_BE} (?:aggiunt|inserit)[oaie](?:,? in fine,?)?",
    inserted=rf"{_BE} (?:inserit|aggiunt|introdott)[oaie]",
    rewritten=(rf"{_BE} (?:sostituit|modificat|riformulat)[oaie] (?:{_SO})", r"(?:è|sono) così sostituit[oaie]"),
    modified=(
        rf"{_BE} (?:apportat[oaie] le seguenti (?:modificazioni|modifiche)|così modificat[oaie]|modificat[oaie]"
        r" come segue)"
    ),
    becomes=r"(?:diventa|diventano|è rinumerato|assume la numerazione di)(?: come| in)?",
    after="dopo",
    before="prima (?:del(?:la|l'|le)?|di)|prima",
    end=r"(?:in fine )?(?:al(?:la|l'|lo)?|agli|alle|ai|nel(?:la|l'|lo)?) ?",
    new_article=re.compile(
        rf"(?:il|i|un) (?:seguent[ei]|articolo(?: {ARTICLE_NUMBER})?(?: seguente)?)|i seguenti articoli"
        rf"|(?:il seguente|l') ?articolo(?: {ARTICLE_NUMBER})?",
        re.I,
    ),
    new_part=re.compile(r"(?:il|la|i|le|un|una|lo) (?:seguent[ei] )?(?:comm[ai]|letter[ae]|numer[oi]|alinea|punt[oi])"
                        rf"(?: [0-9a-z]+(?:-{LATIN})?\)?)?(?: seguent[ei])?|(?:il|la|i|le) seguent[ei]", re.I),
    new_sentence=re.compile(r"(?:il|i|un) (?:seguent[ei] )?period[oi](?: seguent[ei])?", re.I),
)  # fmt: skip


def _spelling(words: str) -> str:
    return re.sub(r"\b([Ee])['’](?= )", lambda match: "è" if match[1] == "e" else "È", words.replace("’", "'"))


AMENDING = SpacedAmending(
    examples=Examples(
        replace="All'articolo 5, le parole: «X» sono sostituite dalle seguenti: «Y».",
        every="ovunque ricorrano",
        item="il comma 2 dell'articolo 5",
        relabel="L'articolo 6 diventa l'articolo 7.",
        renumber="L'articolo 6 diventa l'articolo 7.",
        behind="Dopo l'articolo 3 è inserito il seguente: «Art. 3-bis. …»",
        place="Dopo l'articolo 3",
        numbered="Dopo l'articolo 3 è inserito il seguente: «Art. 3-bis. …»",
        number="Art. 3-bis",
        item_number="Dopo il comma 2 dell'articolo 5 è inserito il seguente: «2-bis. …»",
        insert_item="All'articolo 5 è aggiunto, in fine, il seguente comma: «4. …»",
        inserted="3-bis",
    ),
    marks=Quotations({"«": "»", "“": "”", "„": "”“"}, repeats="«"),
    verbs=re.compile(
        r"\b(?:sostituit|abrogat|soppress|inserit|aggiunt|modificat|apportat|eliminat|introdott)[oaie]\b"
        r"|\bdiventan?o?\b",
        re.I,
    ),
    entries=re.compile(
        rf"\s*(?:((?:Art\.|Articolo) ?{ARTICLE_NUMBER}\.?(?: ?[-–—])? (?=[A-ZÀÈ]))|([0-9]{{1,2}}(?:-{LATIN})?\.\s+)"
        rf"|([a-z](?:-{LATIN})?\)\s*)|([0-9]{{1,2}}\)\s*)|([-–—]\s+))"
    ),
    breaks=re.compile(r"(?<=[:;.])[ \u00a0]+(?=(?:[0-9]{1,2}\)|[a-z]\))[ \u00a0])"),
    halves=re.compile(r"[,;]? e(?:d)? (?=(?:il |la |le |i |l'|dopo |al|è |sono ))|; |, (?=(?:il |la |le |l'|dopo ))"),
    forms=romance_forms(WORDS),
    article=re.compile(rf"[Aa]rticolo {ARTICLE_NUMBER}"),
    article_list=re.compile(r"[Aa]rticoli [0-9]"),
    ignored=re.compile(rf"(?:Art\.|Articolo) ?{ARTICLE_NUMBER}\.?(?: ?\([^()]{{1,80}}\))?"),
    spelling=_spelling,
)
"""The amending sentences of Italian decisions."""
