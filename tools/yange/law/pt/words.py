"""Portuguese words that only join others, and where words end."""

from __future__ import annotations

import re

from yange.law.aspects.words import LanguageWords, word_set

__all__ = ["WORDS"]

WORDS = LanguageWords(
    function=word_set(
        "a ao aos após aquela aquele as até com como cuja cujas cujo cujos d' da das de desde do dos e em "
        "entre essa essas esse esses esta estas este estes foi foram há isso isto lhe lhes mas na nas no nos "
        "num numa o onde os ou para pela pelas pelo pelos por quando que quem se ser seu seus sido sob sobre "
        "sua suas são ter toda todas todo todos um uma umas uns à às é"
    ),
    elided=("d",),
    definitions=(
        re.compile(r"[«\"“]([^«»\"“”]{2,40})[»\"”](?:,|:| -) "),
        re.compile(
            r"(?:adiante|doravante),? (?:designad[oa]s?,? (?:por )?|denominad[oa]s?,? )?"
            r"[«\"“]?([A-ZÀ-Ý][\wÀ-ÿ ]{1,30})[»\"”)]"
        ),
    ),
)
"""The words of Portuguese."""
