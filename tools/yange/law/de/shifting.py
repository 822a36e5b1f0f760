"""What a German text suspends or extends: Die Geltungsdauer der Fährenverordnung wird um zwei Jahre verlängert."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yange.law.de.days import DAY, DAYS
from yange.law.de.instruments import INSTRUMENTS
from yange.law.de.sentences import COUNT, LEAD, PART, UNSURE, read_count, sentences
from yange.law.shifting import Named, ShiftWords
from yange.model import EventKind

__all__ = ["SHIFT_WORDS"]

_OF = "(?:des|der)"
_WHAT = rf"(?:(?:Die (?:Anwendung|Vollziehung|Durchführung|Wirkung|Wirksamkeit|Geltung)|Der Vollzug) {_OF} )?"
_DURATION = rf"Die (?:Geltungsdauer|Geltung|Gültigkeitsdauer|Gültigkeit|Laufzeit|Befristung) {_OF} "
_UNTIL = rf"(?: (?:bis zum Ablauf des|bis (?:einschließlich |und mit )?(?:zum )?|längstens bis zum) ?(?P<until0>{DAY}))"
_FOR = rf"(?: um (?P<n0>{COUNT}) (?P<unit0>Jahre?|Monate?n?))"
_NAMES = r"(?P<names>[^;\n]{3,300}?)"
_SUSPENDED = re.compile(
    rf"{_WHAT}(?:Die |Das |Der |die |das )?{_NAMES} (?:wird|werden|ist|sind){_UNTIL}? ausgesetzt[.;]?"
)
_EXTENDED = re.compile(rf"{_DURATION}{_NAMES} (?:wird|werden)(?:{_UNTIL}|{_FOR}) verlängert[.;]?")

_HEAD = (
    r"(?:[A-ZÄÖÜ][\w-]*?(?:[Gg]esetzbuch(?:e?s)?|[Gg]esetz(?:es)?|[Oo]rdnung|[Ss]atzung|[Rr]ichtlinie)"
    r"|Bekanntmachung|Anordnung|Erlass(?:es)?|Beschluss(?:es)?|Reglement(?:s)?)(?!\w)"
)
_NAME = re.compile(
    rf"(?:(?P<extent>{PART.pattern}) {_OF} )?(?P<title>{_HEAD}(?: vom {DAY})?"
    rf"(?: (?:über|zur|zum|zu|betreffend) [^();]{{2,160}}?)?)(?: vom {DAY})?(?: \((?P<number>[^()]{{3,120}})\))?"
)
_GENITIVE = re.compile(r"^(\S*?)([Gg]esetz|[Gg]esetzbuch|Erlass|Beschluss|Reglement)(?:e?s)(?!\w)")


def _named(words: str) -> Sequence[Named] | None:
    """Return the one instrument that words name, its title in the nominative."""
    match = _NAME.fullmatch(words)
    if match is None:
        return None
    number = INSTRUMENTS.find_number(match["number"]) if match["number"] else None
    extent = tuple(one[1] for one in PART.finditer(match["extent"] or ""))
    return [(_GENITIVE.sub(r"\1\2", match["title"]), number, extent)]


SHIFT_WORDS = ShiftWords(
    days=DAYS,
    sentences=sentences,
    lead=LEAD,
    unsure=UNSURE,
    forms={EventKind.SUSPENSION: (_SUSPENDED,), EventKind.EXTENSION: (_EXTENDED,)},
    named=_named,
    count=read_count,
    year=re.compile("Jahr"),
)
"""The words by which German texts suspend and extend."""
