"""The aspect of importing in Italian: titles, articles, divisions, the day of signing, heads of gazette pages."""

from __future__ import annotations

import re

from yange.law.it.captions import CAPTIONS
from yange.law.it.days import DAY
from yange.law.it.numerals import ORDINAL
from yange.law.it.titles import TITLES
from yange.law.romance_importing import ImportWords, RomanceImporting

__all__ = ["IMPORTING"]

IMPORTING = RomanceImporting(
    ImportWords(
        titles=TITLES,
        captions=CAPTIONS,
        article=re.compile(r"(?:Art\.|Articolo|ART\.|ARTICOLO) ?(?P<n>\d{1,4})(?:[- ][a-z]+)?\.?(?=$|\s*[(A-ZÀ-Ú–—-])"),
        clause=re.compile(
            r"(?:Art\.|Articolo|ART\.|ARTICOLO) ?\d{1,4}(?:-[a-z]+)?\.?|\d{1,2}(?:-[a-z]+)?[.)](?= )|[a-z]{1,2}\)"
        ),
        division=re.compile(
            rf"(?P<unit>LIBRO|Libro|TITOLO|Titolo|CAPO|Capo|SEZIONE|Sezione|PARTE|Parte) (?:[IVXLC]{{1,7}}|\d{{1,2}}"
            rf"|{ORDINAL})(?!\w)[^.;]{{0,120}}$"
        ),
        divisions={"parte": 0, "libro": 0, "titolo": 0, "capo": 0, "sezione": 1},
        annex=re.compile(r"(?:ALLEGATO|Allegato)(?: (?:[IVX]{1,5}|[A-Z]|\d{1,2}))?"),
        date=re.compile(DAY),
        signed=re.compile(rf"(?:Dat[oa]|Fatt[oa]) (?:a|in) [^,.;]{{2,40}},? (?:addì |il |lì )?(?P<day>{DAY})\.?"),
        running=re.compile(
            r"Pag(?:ina|\.) ?\d{1,4}(?: (?:di|/) \d{1,4})?|.{0,40}GAZZETTA UFFICIALE DELLA REPUBBLICA ITALIANA.{0,60}"
            r"|.{0,40}Gazzetta ufficiale dell['’]Unione europea.{0,40}|(?:Serie generale|Supplemento ordinario).{0,80}"
        ),
        furniture=re.compile(
            r"(?:Stampa|Esporta|Torna (?:su|all['’]indice)|Vai al(?:la ricerca|l['’]indice)|Atto completo"
            r"|Lavori preparatori|Aggiornamenti all['’]atto|Approfondimenti)"
        ),
    )
)
"""The import forms of Italian."""
