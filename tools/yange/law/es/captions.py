"""The lines below a Spanish title: Última reforma publicada DOF 3 de mayo de 2020; modificada por la Ley 5/2011."""

from __future__ import annotations

import re

from yange.law.es.days import DAY, DAYS
from yange.law.es.titles import INSTRUMENTS
from yange.law.line_captions import LineCaptions, day_in_figures

__all__ = ["CAPTIONS"]

_FIGURES = r"[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}"
_ON = rf"(?:{DAY}|{_FIGURES})"
_KIND = (
    r"(?:ley(?: org[áa]nica| foral)?|real decreto(?:-ley| legislativo)?|decreto(?:[- ]ley| supremo"
    r"| legislativo| foral)?|orden|resoluci[óo]n)"
)
_GAZETTE = r"(?:(?:el |en el )?(?:[«\"]?(?:BOE|DOF|BOJA|BOCM|DOGC)[»\"]?|Diario Oficial(?: de la Federaci[óo]n)?))"

CAPTIONS = LineCaptions(
    said=re.compile(
        rf"\[?\(?(?:(?:texto (?:consolidado|vigente|refundido)|vigente|versi[óo]n)[^\n]{{0,60}}?{_ON}"
        rf"|[úu]ltima (?:modificaci[óo]n|actualizaci[óo]n|reforma)(?: publicada)?[^\n]{{0,60}}?{_ON}"
        rf"|(?:nueva ley )?publicad[oa] (?:en|por)?[^\n]{{0,80}}?{_ON}[^\n]{{0,20}}|[«\"]?BOE[»\"]? n[úu]m[^\n]{{3,60}}"
        rf"|TEXTO VIGENTE)\)?\]?\.?",
        re.I,
    ),
    commenced=re.compile(
        rf"(?:fecha de )?(?:entrada en (?:vigor|vigencia)|inicio de vigencia) ?:? ?(?P<day>{_ON})\.?", re.I
    ),
    adopted=re.compile(rf"(?:fecha de (?:la )?(?:firma|sanci[óo]n)|sancionad[oa]) ?:? ?(?P<day>{_ON})\.?", re.I),
    issued=re.compile(rf"(?:fecha de (?:la )?promulgaci[óo]n|promulgad[oa]) ?:? ?(?P<day>{_ON})\.?", re.I),
    amended=re.compile(
        r"(?P<open>[(\[])?(?:texto )?(?:modificad|reformad|actualizad)[oa](?: [úu]ltimamente)? por ?:? ?"
        r"(?P<list>[^\n]{6,400}?)(?(open)[)\]])\.?",
        re.I,
    ),
    name=re.compile(
        rf"(?<![\w-])(?:(?:el|la) )?(?P<number>{_KIND}(?: n[.º°úum]{{1,4}})? ?[0-9]{{1,3}}(?:\.[0-9]{{3}})?"
        r"(?:/[0-9]{2,4})?)"
        rf"(?:,? (?:de|del) (?P<day>{_ON}))?(?:,? de [0-9]{{1,2}} de [a-z]+(?! de [0-9]))?",
        re.I,
    ),
    joins=re.compile(r"(?:[\s,;.]|\b(?:y|por|la|el|las|los)\b)*+", re.I),
    day=lambda words: DAYS.read(words.strip()) or day_in_figures(words),
    number=INSTRUMENTS.normal,
    kind="modificación",
)
"""The captions of Spanish texts."""
