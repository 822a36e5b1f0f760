"""Modality words of Spanish legal texts: duty, permission and bounds; formulas that every law has; ends of words.

The future and the present state a duty alike (serán nulos, son nulos), and are not told apart.
"""

from __future__ import annotations

import re

from yange.law.aspects.boilerplate import Boilerplate, StandingClause
from yange.law.aspects.style import Style
from yange.law.aspects.words import LanguageWords, word_set

__all__ = ["BOILERPLATE", "STYLE", "WORDS"]

STYLE = Style(
    exchanged=(("la presente ley", "esta ley"), ("el presente reglamento", "este reglamento")),
    modality=(
        (
            "duty",
            re.compile(
                r"\b(?:[Nn]o )?(?:[Dd]eber[áa]n?|[Dd]ebe[n]?|[Pp]odr[áa]n?|[Pp]uede[n]?|(?:[Ee]st[áa]n?"
                r"|[Ee]star[áa]n?|[Qq]uedan?"
                r"|[Qq]uedar[áa]n?|[Ss]er[áa]n?|[Ee]s)"
                r" (?:obligad|prohibid|facultad|autorizad|permitid|obligatori)[oa]s?"
                r"(?: a\b)?|[Ss]e (?:proh[íi]be|permite|autoriza|faculta)n?\b|habr[áa]n? de\b|ha[n]? de\b"
                r"|(?:tendr[áa]|tiene)n? (?:derecho|obligaci[óo]n)\b)"
            ),
        ),
        (
            "bound",
            re.compile(
                r"\b(?:no )?(?:m[áa]s|menos) de\b|\b(?:como )?m[íi]nimo\b|\b(?:como )?m[áa]ximo\b"
                r"|\bal menos\b"
            ),
        ),
    ),
    alone=frozenset({"no podrá", "no podrán", "podrá", "podrán", "no deberá", "no deberán"}),
    same={"debe": "deberá", "deben": "deberán", "puede": "podrá", "pueden": "podrán", "no debe": "no deberá"}
    | {"no deben": "no deberán", "no puede": "no podrá", "no pueden": "no podrán"},
)
"""The modality words of Spanish."""

BOILERPLATE = Boilerplate(
    standing=(
        (
            StandingClause.COMMENCEMENT,
            re.compile(
                r"(?:Entrada en vigor\.? ?|Vigencia\.? ?)?(?:La presente|El presente|Esta"
                r"|Este) [\w ]{3,40} (?:entrará"
                r" en vigor|entrará en vigencia|regirá|rige)"
            ),
        ),
        (
            StandingClause.PURPOSE,
            re.compile(
                r"(?:Objeto\.? ?)?(?:La presente|El presente|Esta|Este) [\w ]{3,40} tiene por (?:objeto|finalidad)"
            ),
        ),
    ),
    phrases=(
        r"(?:sin perjuicio de|de conformidad con|de acuerdo con|conforme a) lo (?:dispuesto|establecido|previsto) en",
    ),
)
"""What Spanish laws say in much the same words."""

WORDS = LanguageWords(
    made_under_titles=(
        re.compile(
            r"\b(?:[Dd]e conformidad con|[Ee]n virtud de|[Aa]l amparo de|"
            r"[Ee]n (?:desarrollo|ejercicio|uso) de)"
            r"[^.;]{0,200}?\b(?:[Ll]a|[Ee]l|del) "
            r"((?:Ley|Real Decreto|Decreto|Código|Constitución|Reglamento|Orden)\b[^.;]{0,160}?),? ?"
            r"(?:se (?:dicta|expide|aprueba)|dispongo|decreta|resuelv[eo]|acuerd[ao]|ordena)"
        ),
    ),
    implementing=(re.compile(r"^Reglamento (?:de|para)\b"),),
    function=word_set(
        "a al aquel aquella como con cuando cuya cuyas cuyo cuyos de del desde donde e el en entre es esa esas "
        "ese esos esta estas este estos fue fueron ha haber han hasta la las le les lo los o para pero por que "
        "quien quienes se ser si sido sobre son su sus toda todas todo todos tras u un una unas unos y"
    ),
    definitions=(
        re.compile(r"[«\"]([^«»\"]{2,40})[»\"]: "),
        re.compile(r"en adelante,? (?:el |la )?[«\"]?([A-ZÁÉÍÓÚ][\wÁÉÍÓÚáéíóúñ ]{1,30})[»\")]"),
    ),
)
"""The words of Spanish."""
