"""French words that only join others, and where words end."""

from __future__ import annotations

import re

from yange.law.aspects.words import LanguageWords, word_set

__all__ = ["WORDS"]

_TEXT = "(?:loi|décret|code|ordonnance|arrêté|règlement|directive|Constitution|convention)\\b"

WORDS = LanguageWords(
    made_under_titles=(
        re.compile(
            rf"(?:^|[,;\n])Vu (?:le |la |l['’])({_TEXT}[^;\n]*?)"
            r"(?=,? ?notamment|,? ?(?:ensemble|modifiée?)\b|[;,.]?$|[;\n])"
        ),
        re.compile(rf"[Pp]rise?s? (?:en|pour l['’])application[^.;]{{0,120}}? (?:de la |de l['’]|du )({_TEXT}[^.;,]*)"),
    ),
    implementing=(re.compile(r"(?:pris|portant|fixant)\b.{0,60}\bapplication\b"),),
    function=word_set(
        "a au auquel aux auxquels avait avec avoir ayant c' ce celle celles celui ces cet cette ceux chez "
        "comme d' dans de des desquels dont du duquel elle elles en entre est et il ils j' l' la laquelle le "
        "lequel les lesquelles lesquels leur leurs lorsqu' lorsque mais ont ou où par pour qu' que qui s' sa "
        "se ses si son sont sous sur tous tout toute toutes un une vers y à étaient était été être"
    ),
    elided=("l|d|n|s|c|j|m|t|qu|jusqu|lorsqu|puisqu|quoiqu",),
)
"""The words of French."""
