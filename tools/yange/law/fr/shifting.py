"""What a French text suspends or extends: L'application de la loi n° 90-12 est suspendue jusqu'au 31 décembre 2025."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yange.law.fr.acts import named_instrument
from yange.law.fr.days import DAY, DAYS
from yange.law.fr.sentences import COUNT, KINDS, LEAD, UNSURE, read_count, sentences
from yange.law.shifting import Named, ShiftWords
from yange.model import EventKind

__all__ = ["SHIFT_WORDS"]

_OF = r"(?:de la |du |de l['’]|des )"
_WHAT = (
    r"(?:(?:l['’](?:application|exécution|effet|efficacité)|les effets|la (?:durée de )?validité|la durée"
    rf"(?: d['’]application)?|les dispositions) {_OF})?"
)
_UNTIL = rf"(?:,? jusqu['’]au (?P<until0>{DAY})(?: inclus(?:ivement)?)?,?)"
_PERIOD = COUNT.replace("?P<n>", "?P<n0>")
_FOR = rf"(?:,? (?:de|pour (?:une (?:nouvelle )?(?:durée|période) de )?) ?{_PERIOD} (?P<unit0>ans?|années?|mois),?)"
_ARE = r"(?:est|sont|sera|seront)"
_NAMES = r"(?P<names>(?:[^.;\n]|\.(?= ?[0-9])){3,300}?)"


def _forms(verb: str, lasting: str) -> tuple[re.Pattern[str], ...]:
    behind = lasting.replace("0>", "1>")
    return (
        re.compile(rf"(?i:{_WHAT}){_NAMES} {_ARE} (?:à nouveau )?{verb}{lasting}?[.;]?"),
        re.compile(rf"(?i:{_ARE}) (?:à nouveau )?{verb}{lasting}?[ \u00a0]?:?\s?(?i:{_WHAT}){_NAMES}{behind}?[.;]?"),
    )


_LIST = re.compile(rf"(?:, ainsi que |,? et |, )(?:{_OF}|l['’]|la |le |les )(?=(?:{KINDS})\b)")


def _named(words: str) -> Sequence[Named] | None:
    found = [named_instrument(one.strip(" ,")) for one in _LIST.split(words)]
    kept = [one for one in found if one is not None]
    return kept if len(kept) == len(found) else None


SHIFT_WORDS = ShiftWords(
    days=DAYS,
    sentences=sentences,
    lead=LEAD,
    unsure=UNSURE,
    forms={
        EventKind.SUSPENSION: _forms(r"suspendue?s?", f"(?:{_UNTIL}|{_FOR})"),
        EventKind.EXTENSION: _forms(r"prorogée?s?", f"(?:{_UNTIL}|{_FOR})"),
    },
    named=_named,
    count=read_count,
    year=re.compile("an"),
)
"""The words by which French texts suspend and extend."""
