"""French words that only join others, and where words end."""

from __future__ import annotations

from yange.law.aspects.words import LanguageWords, word_set

__all__ = ["WORDS"]

WORDS = LanguageWords(
    function=word_set(
        "a au auquel aux auxquels avait avec avoir ayant c' ce celle celles celui ces cet cette ceux chez "
        "comme d' dans de des desquels dont du duquel elle elles en entre est et il ils j' l' la laquelle le "
        "lequel les lesquelles lesquels leur leurs lorsqu' lorsque mais ont ou où par pour qu' que qui s' sa "
        "se ses si son sont sous sur tous tout toute toutes un une vers y à étaient était été être"
    ),
    elided=("l|d|n|s|c|j|m|t|qu|jusqu|lorsqu|puisqu|quoiqu",),
)
"""The words of French."""
