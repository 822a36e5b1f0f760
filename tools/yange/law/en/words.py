"""English words that only join others, and where words end."""

from __future__ import annotations

import re

from yange.law.aspects.words import LanguageWords, word_set

__all__ = ["WORDS"]

WORDS = LanguageWords(
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
