"""The lines below a Portuguese title: Com as alterações introduzidas por: Lei n.º 1/2010; Lei n.º 5/2015."""

from __future__ import annotations

import re

from yange.law.line_captions import LineCaptions, day_in_figures
from yange.law.pt.days import DAY, DAYS
from yange.law.pt.titles import INSTRUMENTS

__all__ = ["CAPTIONS"]

_FIGURES = r"(?:[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2})"

CAPTIONS = LineCaptions(
    said=re.compile(
        rf"(?:Publicação ?: ?)?Diário da República n\.º [0-9]+/[0-9]{{4}}[^\n]{{0,60}}"
        rf"|(?:Este texto não substitui o )?[Pp]ublicad[oa] no D\.?O\.?U\.? de (?:{_FIGURES}|{DAY})"
        r"|(?:Texto compilado|Texto consolidado|Mensagem de veto|Vigência|Regulamento|Conversão da Medida Provisória"
        r" n[º°] [0-9.-]+, de [0-9]{4})",
        re.I,
    ),
    commenced=re.compile(rf"(?:data (?:de|da) )?entrada em vigor ?: ?(?P<day>{_FIGURES}|{DAY})", re.I),
    amended=re.compile(
        r"\(?(?:com as alterações introduzidas (?:por|pel[oa]s?)|alterad[oa] (?:por|pel[oa]s?)|versão (?:dada"
        r" )?pel[oa]s?) ?:?(?:\*\*)?"
        r" ?(?P<list>[^()\n]{6,1200})\)?",
        re.I,
    ),
    name=re.compile(
        r"(?:Lei(?: Constitucional| Complementar| Orgânica)?|Decreto(?:-Lei| Regulamentar)?|Medida Provisória|Emenda"
        r" Constitucional|Declaração de Reti?ficação|Portaria) (?P<number>n\.?[º°o]"
        r" ?[0-9][0-9.]*(?:-[A-Z])?(?:/[0-9]{2,4})?)"
        rf"(?:,? (?:de )?(?P<day>{DAY})|,? de [0-9]{{1,2}}[º°]? de [a-zç]+)?",
        re.I,
    ),
    joins=re.compile(r"(?:[\s,;.*]|\b(?:e|por|pelas?|pelos?|a|o)\b)*+", re.I),
    day=lambda words: day_in_figures(words) or DAYS.read(words.strip()),
    number=INSTRUMENTS.normal,
    kind="alteração",
)
"""The captions of Portuguese texts."""
