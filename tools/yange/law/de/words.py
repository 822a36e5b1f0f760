"""German words that are no terms, how a text defines a term, and what every text says."""

from __future__ import annotations

import re

from yange.law.aspects.boilerplate import Boilerplate, StandingClause
from yange.law.aspects.words import LanguageWords, word_set

__all__ = ["BOILERPLATE", "WORDS"]


def _nominative(title: str) -> str:
    """Return the title that is named in the genitive: Hafengesetz, for des Hafengesetzes."""
    return re.sub(r"(?<=[gG]esetz)es$|(?<=buch)e?s$", "", title)


WORDS = LanguageWords(
    made_under_titles=(
        re.compile(
            r"\b[Aa]uf ?[Gg]rund\b[^;:]{0,160}?\b(?:des|der) ((?:[A-ZÄÖÜ][\wäöüß-]* ){0,4}?[A-ZÄÖÜ][\wäöüß-]*"
            r"(?:gesetzes|gesetzbuche?s|ordnung|verfassung|satzung))\b[^;:]{0,300}?"
            r"(?:verordne[nt]|erl(?:assen|ässt|äßt)|beschlie(?:ss|ß)[et]n?|bestimm[et]n?)"
        ),
    ),
    plain_title=_nominative,
    implementing=(re.compile(r"(?:Durch|Aus)führungs(?:verordnung|gesetz|bestimmungen)"),),
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
