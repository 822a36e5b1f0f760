"""Italian words that only join others, and where words end."""

from __future__ import annotations

import re

from yange.law.aspects.words import LanguageWords, word_set

__all__ = ["WORDS"]

WORDS = LanguageWords(
    function=word_set(
        "a ad agli ai al all' alla alle allo anche che chi ci come con cui d' da dagli dai dal dall' dalla dalle dallo "
        "degli dei del dell' della delle dello di dove e ed essa esse essere essi esso fra fu furono gli ha hanno i il "
        "in l' la le lo loro ma ne negli nei nel nell' nella nelle nello o od ogni ove per presso qual quale quali "
        "quando quanto quella quelle quelli quello questa queste questi questo se si sia siano sono stata state stati "
        "stato su sua sue sugli sui sul sull' sulla sulle sullo suo suoi tra un un' una uno è"
    ),
    elided=("l|un|d|c|all|dall|dell|nell|sull|coll|quell|quest|anch|senz|tutt|cos",),
    definitions=(
        re.compile(r"[«\"“]([^«»\"“”]{2,40})[»\"”]: "),
        re.compile(
            r"di seguito,? (?:denominat[oaie],? |indicat[oaie],? (?:come )?)?[«\"“]([A-Za-zÀ-ù][\wÀ-ù ]{1,30})[»\"”]"
        ),
    ),
)
"""The words of Italian."""
