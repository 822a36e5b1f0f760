"""English words that only join others, and where words end."""

from __future__ import annotations

import re

from yange.law.aspects.words import LanguageWords, word_set

__all__ = ["WORDS"]

_ENACTMENT = (
    r"([A-Z][\w'’&()-]*(?: (?:of|and|the|for|on|to|in|[A-Z(][\w'’&()-]*)){0,12}? "
    r"(?:Act|Ordinance|Law|Code|Decree|Regulations?|Rules|Order)(?: (?:of )?\d{4})?)"
)
"""The title of an instrument, as English texts write it: words with capitals, its kind, the year."""

WORDS = LanguageWords(
    made_under_titles=tuple(
        re.compile(form + _ENACTMENT)
        for form in (
            r"\b[Ii]n exercise of (?:the )?powers? (?:conferred|vested)[^;]{0,200}?\b[Tt]he ",
            (
                r"\b[Tt]h(?:e|i)se? (?:Rules|Regulations|Order|By-?laws?|Measures|Ordinance|Decree)[^.;]{0,40}? "
                r"(?:is|are) (?:made|issued|adopted) "
                r"(?:under|pursuant to|in accordance with|by virtue of)[^.;]{0,160}?\b[Tt]he "
            ),
        )
    ),
    implementing=(re.compile(r"\b[Ii]mplement(?:ing|ation)\b"),),
    function=word_set(
        "a about after against all among an and are as at be been before being between both but by did do does "
        "during each either every for from had has have having he her here him his if in into is it its of off "
        "on onto or other out over per she so such than that the their them then there these they this those "
        "through to under up via was were when where whether which who whom whose with within without"
    ),
    meanings=(
        re.compile(r'"([^"]{2,60})" ?(?:means|includes|refers to|has the (?:same )?meaning)\b'),
        re.compile(r'\((?:hereinafter|hereafter|in (?:this|these) [A-Z]\w+)[^"()]{0,40}"([^"]{2,60})"\)'),
    ),
)
"""The words of English."""
