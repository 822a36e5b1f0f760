"""Modality words of Portuguese legal texts, and formulas that every law has.

The future and the present state a duty alike (deverá, deve), and are one.
"""

from __future__ import annotations

import re

from yange.law.aspects.boilerplate import Boilerplate, StandingClause
from yange.law.aspects.style import Style

__all__ = ["BOILERPLATE", "STYLE"]

_TEXT = (
    "(?:lei(?: complementar)?|decreto(?:-lei)?|portaria|regulamento|resolução|medida provisória|diploma|código"
    "|estatuto"
    "|directiva|diretiva|decisão)"
)
_THIS = rf"(?:A presente|O presente|Esta|Este) (?i:{_TEXT})"

STYLE = Style(
    exchanged=(
        ("a presente lei", "esta lei"),
        ("o presente regulamento", "este regulamento"),
        ("respectiv", "respetiv"),
    ),
    joining=frozenset({"e"}),
    modality=(
        (
            "duty",
            re.compile(
                r"\b(?:[Nn]ão )?(?:[Dd]ever(?:á|ão)|[Dd]evem?|[Pp]oder(?:á|ão)|[Pp]odem?|(?:[Ss]ão|[Éé]"
                r"|[Ff]icam?|[Ee]stá|[Ee]stão)"
                r" (?:obrigad|proibid|vedad|interdit|facultad|facultativ|autorizad|permitid|obrigatóri|lícit)[oa]s?"
                r"|t[eê]m (?:o )?(?:direito|o dever|a obrigação)|há[- ]de)\b"
            ),
        ),
        (
            "bound",
            re.compile(
                r"\b(?:não )?(?:mais|menos) de\b|\bno (?:mínimo|máximo)\b|\bpelo menos\b|\baté\b(?= (?:ao|à|\d))"
            ),
        ),
    ),
    alone=frozenset(
        {"não poderá", "não poderão", "não pode", "não podem", "poderá", "poderão", "pode", "podem", "não deve"}
    ),
    same={"deverá": "deve", "deverão": "devem", "poderá": "pode", "poderão": "podem", "não poderá": "não pode"}
    | {"não poderão": "não podem", "não deverá": "não deve", "não deverão": "não devem"},
)
"""The modality words of Portuguese."""

BOILERPLATE = Boilerplate(
    standing=(
        (
            StandingClause.COMMENCEMENT,
            re.compile(rf"{_THIS} (?:entra(?:rá)?|entram) em vigor|^Revogam-se as disposições em contrário"),
        ),
        (
            StandingClause.PURPOSE,
            re.compile(rf"^{_THIS} (?:tem por (?:objeto|objetivo|fim)|estabelece|regula|define|dispõe)\b"),
        ),
    ),
    phrases=(
        r"(?:sem prejuízo d|de acordo com |nos termos d|em conformidade com )[oa] (?:disposto|previsto) n[oa]s?",
        r"(?:constitui contraordenação punível com coima|é punid[oa] com)",
    ),
)
"""What Portuguese laws say in much the same words."""
