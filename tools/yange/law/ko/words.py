"""Korean words: the particles at their ends are words of their own, and no term."""

from __future__ import annotations

import re

from yange.law.aspects.words import LanguageWords, word_set

__all__ = ["WORDS"]

WORDS = LanguageWords(
    made_under=(
        re.compile(
            r'((?:"[^"]{1,80}"(?:[^".]{0,40}?(?:및|과|와|,) ?)?){1,5})[^".]{0,40}?'
            r"(?:에서 ?위임(?:된|한)|에 ?따(?:라|른)|에 ?의(?:하여|한)|의 ?시행에)[^.]{0,80}?(?:규정|정)함을 ?목적으로"
        ),
    ),
    implementing=(re.compile("시행(?:령|규칙)$"),),
    function=word_set("은 는 이 가 을 를 에 에서 에게 의 로 으로 와 과 도 만 까지 부터 및 또는 그 이 각 등"),
    endings=("(?:은|는|이|가|을|를|에게|에서|에|의|으로|로|와|과|도|까지|부터)",),
)
"""The words of Korean."""
