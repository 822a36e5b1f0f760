"""Korean words: the particles at their ends are words of their own, and no term."""

from __future__ import annotations

from yange.law.aspects.words import LanguageWords, word_set

__all__ = ["WORDS"]

WORDS = LanguageWords(
    function=word_set("은 는 이 가 을 를 에 에서 에게 의 로 으로 와 과 도 만 까지 부터 및 또는 그 이 각 등"),
    endings=("(?:은|는|이|가|을|를|에게|에서|에|의|으로|로|와|과|도|까지|부터)",),
)
"""The words of Korean."""
