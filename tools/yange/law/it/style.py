"""Modality words of Italian legal texts, and formulas that every law has.

The present indicative states a duty (circular on drafting of 20 April 2001, no. 4 d): the verb *dovere* is avoided, so
that *deve* added or struck out is no change by itself, but *può* and *non può* are.
"""

from __future__ import annotations

import re

from yange.law.aspects.boilerplate import Boilerplate, StandingClause
from yange.law.aspects.style import Style

__all__ = ["BOILERPLATE", "STYLE"]

_TEXT = "(?:legge|decreto(?:[- ]legge| legislativo| delegato)?|regolamento|direttiva|decisione|ordinanza|codice)"

STYLE = Style(
    exchanged=(
        ("la presente legge", "questa legge"),
        ("il presente decreto", "questo decreto"),
        ("il presente regolamento", "questo regolamento"),
        ("ed ", "e "),
        ("qualora", "se"),
        ("ove ", "se "),
    ),
    joining=frozenset({"e", "nonché"}),
    modality=(
        (
            "duty",
            re.compile(
                r"\b(?:[Nn]on )?(?:[Dd]eve|[Dd]evono|dovrà|dovranno|[Pp]uò|[Pp]ossono|potrà|potranno|(?:[Èèé]"
                r"|[Ss]ono) (?:vietat"
                r"|obbligat|tenut|autorizzat|consentit|ammess|permess)[oaie](?: a\b)?"
                r"|[Èèé] fatto (?:divieto|obbligo)|(?:ha|hanno) (?:facoltà|diritto|l'obbligo))"
            ),
        ),
        (
            "bound",
            re.compile(
                r"\b(?:almeno|al massimo|al minimo|non (?:più|meno|oltre|superior[ei]|inferior[ei])|(?:superior[ei]"
                r"|inferior[ei]) a|fino a|entro e non oltre)\b"
            ),
        ),
    ),
    alone=frozenset({"può", "possono", "non può", "non possono", "potrà", "potranno", "non potrà", "non potranno"}),
    same={"possono": "può", "non possono": "non può", "devono": "deve", "potranno": "può", "potrà": "può"},
)
"""The modality words of Italian."""

BOILERPLATE = Boilerplate(
    standing=(
        (
            StandingClause.COMMENCEMENT,
            re.compile(rf"(?:Entrata in vigore\.? ?)?(?:La|Il|L')? ?[Pp]resente {_TEXT} entr(?:a|erà) in vigore"),
        ),
        (
            StandingClause.PURPOSE,
            re.compile(
                rf"(?:Oggetto[\w ]{{0,24}}\.? ?)?(?:La|Il) presente {_TEXT} (?:disciplina|stabilisce|detta|reca|ha"
                r" per oggetto"
                r"|si applica)"
            ),
        ),
        (
            StandingClause.INTERPRETATION,
            re.compile(rf"(?:Definizioni\.? ?)?Ai (?:fini|sensi) d(?:ella|el) presente {_TEXT}"),
        ),
    ),
    phrases=(
        (
            r"(?:ferm[oiae] restand[oi]|fatt[oiae] salv[oiae]) (?:quanto (?:previsto|disposto|stabilito) (?:da|dall'"
            r"|dagli|dal)|il"
            r"|la|le|i)"
        ),
        r"ai sensi (?:dell'articolo|degli articoli|del comma)",
        r"di cui (?:all'articolo|agli articoli|al comma|ai commi|alla lettera)",
        r"nel rispetto (?:di quanto|delle disposizioni)",
        r"è punit[oa] con (?:la reclusione|l'arresto|la multa|l'ammenda|la sanzione amministrativa)",
    ),
)
"""What Italian laws say in much the same words."""
