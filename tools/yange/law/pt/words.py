"""Portuguese words that only join others, and where words end."""

from __future__ import annotations

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
)
"""The words of Portuguese."""
