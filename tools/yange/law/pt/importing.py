"""The aspect of importing in Portuguese: titles, articles, divisions, the day of signing, heads of gazette pages."""

from __future__ import annotations

import re

from yange.law.pt.captions import CAPTIONS
from yange.law.pt.days import DAY
from yange.law.pt.numerals import ORDINAL
from yange.law.pt.titles import TITLES
from yange.law.romance_importing import ImportWords, RomanceImporting

__all__ = ["IMPORTING"]

IMPORTING = RomanceImporting(
    ImportWords(
        titles=TITLES,
        captions=CAPTIONS,
        article=re.compile(
            r"(?:Artigo|ARTIGO|Art\.|ART\.) ?(?P<n>\d{1,2}\.\d{3}(?!\d)|\d{1,4})(?:\.?[ºo°])?(?:-[A-Z])?\.?"
            r"(?=$|\s*[A-ZÀ-Ú(–—-])"
        ),
        clause=re.compile(
            r"(?:Artigo|ARTIGO|Art\.) ?\d{1,4}(?:\.?[ºo°])?(?:-[A-Z])?\.?|§ ?\d{1,2}\.?º?|Parágrafo único\."
            r"|\d{1,2}(?: [-–—]|[.)])(?= )|[IVXLC]{1,7} [-–—](?= )|[a-z]\)"
        ),
        division=re.compile(
            rf"(?P<unit>PARTE|Parte|LIVRO|Livro|TÍTULO|Título|CAPÍTULO|Capítulo|SEC?ÇÃO|Sec?ção) (?:[IVXLC]{{1,7}}"
            rf"|\d{{1,2}}|{ORDINAL})(?!\w)[^.;]{{0,120}}$"
        ),
        divisions={"parte": 0, "livro": 0, "título": 0, "capítulo": 0, "secção": 1, "seção": 1},
        annex=re.compile(r"(?:ANEXO|Anexo)(?: (?:[IVX]{1,5}|[A-Z]|\d{1,2}|ÚNICO|único))?"),
        date=re.compile(DAY),
        signed=re.compile(
            rf"(?:Promulgad[oa] em|Brasília,(?: em)?|Lisboa,(?: em)?) (?P<day>{DAY})(?:[;.]|; ?\d{{1,3}}º da"
            r" Independência"
            r"[^.]{0,60}\.?)?"
        ),
        running=re.compile(
            r"(?:Página|Pág\.) ?\d{1,4}(?: (?:de|/) \d{1,4})?|(?:N\.º \d{1,3} )?.{0,40}Diário da República, \d\.ª"
            r" série.{0,60}"
            r"|.{0,40}Jornal Oficial da União Europeia.{0,40}|DIÁRIO OFICIAL DA UNIÃO.{0,60}"
        ),
        furniture=re.compile(
            r"Presidência da República|Casa Civil|(?:Secretaria Especial|Subchefia) para Assuntos Jurídicos|LEGISLAÇÃO"
            r" CONSOLIDADA|Imprimir|Partilhar|Texto compilado"
        ),
    )
)
"""The import forms of Portuguese."""
