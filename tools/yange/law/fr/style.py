"""Style and modality words of French legal texts.

The present tense lays down a duty in French law (*Guide de légistique*, sheet 3.3.1), so that *doit* is style in many a
sentence; as it is no style in others no pair of it is exchanged.
"""

from __future__ import annotations

import re

from yange.law.aspects.style import Style

__all__ = ["STYLE"]

STYLE = Style(
    exchanged=(("État", "Etat"), ("œ", "oe"), ("’", "'"), ("quand", "lorsque"), ("lorsqu'", "lorsque")),
    joining=frozenset({"et"}),
    modality=(
        (
            "duty",
            re.compile(
                r"\b(?:ne (?:peut|peuvent|doit|doivent|pourra|pourront|devra|devront)(?: pas| plus)?|doit"
                r"|doivent|peut|peuvent|pourra|pourront|devra|devront"
                r"|(?:est|sont|n'est (?:pas|plus)|ne sont (?:pas|plus)) tenue?s?"
                r"|(?:est|sont|n'est (?:pas|plus)|ne sont (?:pas|plus)) (?:habilitée?s?|obligée?s?|dispensée?s?)"
                r"|(?:a|ont) le droit"
                r"|(?:est|sont|n'est (?:pas|plus)|ne sont (?:pas|plus)) (?:interdite?s?|défendue?s?|prohibée?s?"
                r"|autorisée?s?|permise?s?)|[Ii]l est (?:interdit|défendu|permis)|[Ii]l peut)\b"
            ),
        ),
        (
            "bound",
            re.compile(
                r"\b(?:au moins|au plus|au minimum|au maximum|(?:pas )?(?:inférieure?|supérieure?)s? (?:ou "
                r"égale?s? )?(?:à|aux?)"
                r"|moins d(?:e\b|')|plus d(?:e\b|')|n'excède(?:nt)? pas|excède(?:nt)?|excédant)"
            ),
        ),
    ),
    alone=frozenset(
        {"ne peut", "ne peuvent", "ne doit", "ne doivent", "ne peut pas", "ne peuvent pas", "ne doit pas"}
        | {"ne doivent pas", "peut", "peuvent"}
    ),
    same={"ne peut pas": "ne peut", "ne peuvent pas": "ne peuvent", "devra": "doit", "devront": "doivent"}
    | {"pourra": "peut", "pourront": "peuvent"},
)
"""The style of French."""
