"""Clause numbers that Portuguese texts cite, in match keys: artigo 12.º-A, arts. 5º e 6º, artigos 3.º a 5.º."""

from __future__ import annotations

import re

from yange.law.pt.citations import ARTICLE_NUMBER, OTHER_WORDS, read_article
from yange.law.romance_forms import ListedNumbers

__all__ = ["CITED_NUMBERS"]

_MARK = re.compile(r"(?<=\d)(?:\.?[ºª°]|\.?o(?!\w))")


_LAST_MARKED = 9
"""Articles up to the ninth are ordinals in Brazil (Lei Complementar 95/1998, art. 10, I)."""


def _write(printed: str, value: tuple[int, ...]) -> str:
    """Return 12.º-A for (12, 1), with the mark of the old number; Brazil marks the numbers up to 9 alone."""
    number, *inserted = value
    mark = _MARK.search(printed)
    brazil = "º" if number <= _LAST_MARKED else ""
    sign = mark[0] if mark and mark[0].startswith(".") else brazil
    thousands = f"{number:,}".replace(",", ".") if re.match(r"\d\.\d{3}", printed) else str(number)
    return thousands + sign + (f"-{''.join(chr(ord('A') + one - 1) for one in inserted)}" if inserted else "")


_PART = (
    r"(?:,? ?(?:n\.[ºo]s? ?\d+|§§? ?\d+\.?[º°o]?|(?:inciso )?[IVX]+(?!\w)|al[íi]neas? [\"']?[a-z][\"')]"
    r"|par[áa]grafo único|caput)"
    r"(?:(?:, ?| e )(?:\d+\.?º?(?=[, ]|$)(?! e? ?\d)|[a-z]\)))*+)*+"
)
CITED_NUMBERS = ListedNumbers(
    head=re.compile(r"\b(?:[Aa]rt(?:igo |\. ?)|(?P<several>[Aa]rt(?:igos |s\. ?)))(?=\d)"),
    number=re.compile(ARTICLE_NUMBER),
    inside=re.compile(_PART),
    joint=re.compile(r"(?:, ?(?:e ?)?| ?(?:e|ou|a) |-)(?=\d)"),
    foreign=re.compile(rf",? ?(?:d[oa]s?|ao?) (?!presente)(?!artigo|número){OTHER_WORDS}|,? ?(?:dess|daquel)[ea] "),
    ranges=re.compile(r" ?a ?|-"),
    label="Artigo",
    read=read_article,
    write=_write,
)
"""The cited article numbers of Portuguese; those of another instrument are left out."""
