"""The lines below a Dutch title: Geldend van 01-01-2024 t/m heden, laatstelijk gewijzigd bij wet van 3 mei 2020."""

from __future__ import annotations

import re

from yange.law.line_captions import LineCaptions, day_in_figures
from yange.law.nl.days import DAY, DAYS
from yange.law.nl.instruments import INSTRUMENTS

__all__ = ["CAPTIONS"]

_FIGURES = r"[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}"
_ON = rf"(?:{DAY}|{_FIGURES})"
_SOURCE = r"(?:Stb|Stcrt)\.? ?[0-9]{4}, ?(?:nr\. ?)?[0-9]{1,6}"

CAPTIONS = LineCaptions(
    said=re.compile(
        rf"[(\[]?(?:geldend (?:van|op|vanaf) {_ON}(?: t/m (?:heden|{_ON}))?|tekst geldend op ?:? ?{_ON}"
        rf"|(?:tekst )?zoals (?:deze |die )?geldt op {_ON}|{_SOURCE}|publicatie ?: ?{_ON}"
        r"|bron ?: ?[^\n]{2,60})[)\]]?\.?",
        re.I,
    ),
    commenced=re.compile(rf"(?:datum (?:van )?)?inwerkingtreding ?:? ?(?P<day>{_ON})\.?", re.I),
    adopted=re.compile(rf"(?:van|datum ondertekening ?:?) (?P<day>{_ON})", re.I),
    amended=re.compile(
        r"(?P<open>[(\[])?(?:tekst )?(?:zoals )?(?:laatstelijk |laatst )?gewijzigd bij(?: de| het)? "
        r"(?P<list>[^\n]{6,400}?)(?(open)[)\]])\.?",
        re.I,
    ),
    name=re.compile(
        rf"(?<![\w-])(?:(?:de|het) )?(?:wet|besluit|koninklijk besluit|decreet|ordonnantie|regeling) van (?P<day>{_ON})"
        rf"(?:,? ?\(?(?P<number>{_SOURCE})\)?)?",
        re.I,
    ),
    joins=re.compile(r"(?:[\s,;.]|\b(?:en|bij|de|het)\b)*+", re.I),
    day=lambda words: DAYS.read(words.strip()) or day_in_figures(words),
    number=INSTRUMENTS.normal,
    kind="wijziging",
)
"""The captions of Dutch texts."""
