"""Words that German drafters exchange without changing a rule, and words of duty, permission and bounds.

The exchanged words are those of the spelling reform of 1996 (daß, dass) and of the change from Abs. 2 to Absatz 2 in
German federal law. Muss and ist zu, darf and kann are rules: the Handbuch der Rechtsförmlichkeit (part B) keeps soll
apart from muss.
"""

from __future__ import annotations

import re

from yange.law.aspects.style import Style

__all__ = ["STYLE"]

STYLE = Style(
    exchanged=(
        ("daß", "dass"),
        ("muß", "muss"),
        ("läßt", "lässt"),
        ("Schluß", "Schluss"),
        ("Beschluß", "Beschluss"),
        ("Erlaß", "Erlass"),
        ("gemäss", "gemäß"),
        ("ausser", "außer"),
        ("aufgrund", "auf Grund"),
        ("zugunsten", "zu Gunsten"),
        ("Absatz ", "Abs."),
        ("Nummer ", "Nr."),
        ("Buchstabe ", "Buchst."),
        ("Artikel ", "Art."),
    ),
    joining=frozenset({"und", "sowie"}),
    modality=(
        (
            "duty",
            re.compile(
                r"\b(?:(?:darf|dürfen|muss|müssen|kann|können|soll|sollen|braucht|brauchen)(?: nicht)?"
                r"|hat zu|haben zu|ist zu|sind zu"
                r"|(?:ist|sind) (?:verpflichtet|berechtigt|befugt|ermächtigt|untersagt|verboten|gestattet))\b"
            ),
        ),
        (
            "bound",
            re.compile(
                r"\b(?:mindestens|höchstens|wenigstens|längstens|frühestens|spätestens|(?:nicht )?(?:mehr"
                r"|weniger) als|bis zu)\b"
            ),
        ),
    ),
    alone=frozenset({"darf nicht", "dürfen nicht", "muss", "müssen", "kann", "können", "soll", "sollen"}),
    same={"dürfen": "darf", "müssen": "muss", "können": "kann", "sollen": "soll", "dürfen nicht": "darf nicht"},
)
"""The style and modality words of German."""
