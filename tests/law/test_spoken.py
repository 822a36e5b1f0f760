"""Sentences are found stretch by stretch: the same ones as in the whole text."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from yange.law.de import sentences as german
from yange.law.et import effects as estonian
from yange.law.spoken import spoken

_GERMAN = (
    "Das Gesetz tritt am 1. ",
    "Januar 2020",
    " in Kraft",
    ".",
    ";",
    "\n",
    "\n\n",
    "Art. 5",
    " aufgehoben",
    "\n\n\n",
    " x",
)
_ESTONIAN = ("Määrus jõustub 1. ", "jaanuaril 2020. ", "a", ".", ";", "\n", "\n\n", "§ 5. ", "kehtetuks", " x")


def _whole(text: str, may_speak: re.Pattern[str], sentence: re.Pattern[str]) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in sentence.finditer(text) if may_speak.search(match[0]))


@given(st.lists(st.sampled_from(_GERMAN), max_size=30).map("".join))
def test_german_sentences_are_those_of_the_whole_text(text: str) -> None:
    assert tuple(german.sentences(text)) == _whole(text, german._MAY_SPEAK, german._SENTENCE)


@given(st.lists(st.sampled_from(_ESTONIAN), max_size=30).map("".join))
def test_estonian_sentences_are_those_of_the_whole_text(text: str) -> None:
    found = spoken(text, estonian._MAY_SPEAK, estonian._SENTENCE, "\n")
    assert found == _whole(text, estonian._MAY_SPEAK, estonian._SENTENCE)
