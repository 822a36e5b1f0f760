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
                r"\b(?:(?:darf|dürfen|muss|müssen|kann|können|soll|sollen|braucht|brauchen)"
                r"(?: nicht| kein(?:e[nmrs]?)?)?"
                r"|hat zu|haben zu|ist zu|sind zu|(?:bedarf|bedürfen) k?einer"
                r"|(?:ist|sind) (?:nicht )?(?:verpflichtet|berechtigt|befugt|ermächtigt|untersagt|verboten|gestattet"
                r"|zulässig|unzulässig|erlaubt)"
                r"|(?:hat|haben|ist|sind)(?= [^.,;:]{1,80}?"
                r"(?: zu [a-zäöüß]{2,}e?n|\b[a-zäöüß]{2,6}zu[a-zäöüß]{2,}e?n)(?:[.,;:]|$| und\b| oder\b| sowie\b)))\b"
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
    same={"hat zu": "hat", "haben zu": "hat", "haben": "hat", "ist zu": "ist", "sind zu": "ist", "sind": "ist"}
    | {"dürfen": "darf", "müssen": "muss", "können": "kann", "sollen": "soll", "dürfen nicht": "darf nicht"},
)
"""The style and modality words of German."""
