"""The lines below an Italian title: (GU n. 235 del 8-10-2005), Entrata in vigore del provvedimento: 23/10/2005."""

from __future__ import annotations

import re

from yange.law.it.days import DAY, DAYS
from yange.law.it.titles import INSTRUMENTS
from yange.law.line_captions import LineCaptions, day_in_figures

__all__ = ["CAPTIONS"]

_FIGURES = r"[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}"
_BY = r"(?:dall['’]|(?:dalla|dal|da|con la|con il|con)\b)"

CAPTIONS = LineCaptions(
    said=re.compile(
        r"\(?(?:pubblicat[oa] (?:nella|in|sulla) )?(?:GU|G\.U\.|Gazzetta Ufficiale)(?: Serie Generale)? n\."
        r" ?[0-9]+ del"
        rf" (?:{_FIGURES}|{DAY})[^()\n]{{0,80}}\)?|(?:Testo )?[Vv]igente al ?: ?(?:{_FIGURES}|{DAY})"
        rf"|Ultimo aggiornamento all['’]atto pubblicato il (?:{_FIGURES}|{DAY})",
        re.I,
    ),
    commenced=re.compile(
        rf"\(?(?:data di )?entrata in vigore(?: del provvedimento| dell['’]atto)? ?: ?(?P<day>{_FIGURES}|{DAY})\)?",
        re.I,
    ),
    amended=re.compile(
        rf"\(?(?:testo )?(?:come )?(?:da ultimo )?(?:modificat|aggiornat|integrat)[oa] {_BY} ?:?"
        rf" ?(?P<list>[^()\n]{{6,400}})\)?",
        re.I,
    ),
    name=re.compile(
        r"(?<![\w-])(?:decreto[- ]legge|decreto legislativo|decreto|legge|d\.l\.|d\.lgs\.|l\."
        rf"|regolamento)[a-z ]{{0,24}}?"
        rf",? ?(?:del )?(?P<day>{DAY}),? (?P<number>n\. ?[0-9]{{1,5}})(?![0-9])",
        re.I,
    ),
    joins=re.compile(r"(?:[\s,;.]|\b(?:e|ed|da|dal|dalla|con|la|il|nonché)\b|\b(?:dall|l)['’])*+", re.I),
    day=lambda words: day_in_figures(words) or DAYS.read(words.strip()),
    number=INSTRUMENTS.normal,
    kind="modifica",
)
"""The captions of Italian texts."""
