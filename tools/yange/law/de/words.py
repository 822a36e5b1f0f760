"""German words that are no terms, how a text defines a term, and what every text says."""

from __future__ import annotations

import re

from yange.law.aspects.boilerplate import Boilerplate, StandingClause
from yange.law.aspects.words import LanguageWords

__all__ = ["BOILERPLATE", "WORDS"]

_FUNCTION = (
    "der|die|das|des|dem|den|ein|eine|einer|eines|einem|einen|und|oder|sowie|in|im|an|am|auf|aus|bei|bis|für|mit|nach"
    "|von|vom|vor|zu|zum|zur|durch|über|unter|um|ohne|gegen|als|auch|nicht|nur|so|wenn|dass|daß|soweit|sofern|ist|sind"
    "|wird|werden|wurde|wurden|hat|haben|sein|seine|ihr|ihre|er|sie|es|sich|dieser|diese|dieses|diesem|jeder|jede"
    "|jedes|der jeweils|gemäß|gemäss|sind zu|ist zu"
)

WORDS = LanguageWords(
    no_terms=(rf"(?i:{_FUNCTION})(?![\w-])$", r"(?:§|Art\b|Abs\b|Nr\b)"),
    definitions=(
        re.compile(r"im folgenden [\"']?([A-ZÄÖÜ][\w-]{2,40})[\"']?", re.I),
        re.compile(r"\(([A-ZÄÖÜ][a-zäöüß-]{3,40})\)"),
    ),
)
"""The words of German."""

BOILERPLATE = Boilerplate(
    standing=(
        (
            StandingClause.COMMENCEMENT,
            re.compile(
                r"(?:Dies|Das Gesetz|Die Verordnung|Es|Sie|Inkrafttreten).{0,80}(?:tritt|treten).{0,80} in Kraft"
            ),
        ),
        (
            StandingClause.PURPOSE,
            re.compile(r"(?:Zweck|Ziel) dieses (?:Bundesg|G)esetzes ist|Dieses Gesetz (?:dient|bezweckt)"),
        ),
    ),
    phrases=(
        r"Ordnungswidrig handelt,wer vorsätzlich oder fahrlässig",
        r"Die Ordnungswidrigkeit kann mit einer Geldbuße bis zu [^.]{1,40} geahndet werden",
        r"wird mit Freiheitsstrafe bis zu [^.]{1,30} oder mit Geldstrafe bestraft",
        r"wird ermächtigt,durch Rechtsverordnung",
        r"(?:bleibt|bleiben) unberührt",
        r"(?:gilt|gelten|findet|finden) entsprechend(?: Anwendung)?",
    ),
)
"""The boilerplate of German."""
