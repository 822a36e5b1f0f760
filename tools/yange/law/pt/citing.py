"""How a text and its clauses are cited in Portuguese: art. 5, n.º 2, al. a)."""

from __future__ import annotations

from yange.law.romance_forms import CommaCitations
from yange.model import ClauseKind

__all__ = ["CITING"]

CITING = CommaCitations(
    words={
        ClauseKind.ARTICLE: "art.",
        ClauseKind.PARAGRAPH: "§",
        ClauseKind.ITEM: "n.º",
        ClauseKind.PART: "título",
        ClauseKind.CHAPTER: "cap.",
        ClauseKind.SECTION: "sec.",
        ClauseKind.ANNEX: "anexo",
    },
    version="redação de {day}",
    since="texto em vigor desde {day}",
    unknown="texto de data desconhecida",
    same_day=", n.º {nth} desse dia",
    paragraph_form="par. {nth}",
)
