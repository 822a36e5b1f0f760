"""German words that are no terms, how a text defines a term, and what every text says."""

from __future__ import annotations

import re

from yange.law.aspects.boilerplate import Boilerplate, StandingClause
from yange.law.aspects.words import LanguageWords, word_set

__all__ = ["BOILERPLATE", "WORDS"]

WORDS = LanguageWords(
    function=word_set(
        "als am an auch auf aufgrund aus bei beim bis das dass daß dem den denen der deren des dessen die "
        "diese diesem diesen dieser dieses durch ein eine einem einen einer eines er es für gegen gemäss gemäß "
        "haben hat ihr ihre ihrem ihren ihrer im in ins ist jede jeder jedes jeweils mit nach oder sein seine "
        "seinem seinen seiner sich sie sind so sofern soweit sowie um und unter vom von vor war waren welche "
        "welcher welches wenn werden wird wurde wurden zu zum zur über"
    ),
    no_terms=(
        r"(?i:nicht|nur|ohne)$",
        r"(?:§|Art\b|Abs\b|Nr\b)",
    ),
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
