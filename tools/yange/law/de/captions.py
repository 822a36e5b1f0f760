"""The lines below a German title: (Stand am 1. März 2020), zuletzt geändert durch Gesetz vom 3. Mai 2011."""

from __future__ import annotations

import re

from yange.law.de.days import DAY, DAYS
from yange.law.de.instruments import INSTRUMENTS
from yange.law.line_captions import LineCaptions, day_in_figures

__all__ = ["CAPTIONS"]

_FIGURES = r"[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}"
_ON = rf"(?:{DAY}|{_FIGURES})"
_SOURCE = r"(?:BGBl|RGBl|GVBl|GBl|LGBl|StGBl|AS|RO|BBl)\.?[^()\n;]{2,40}?"
_ACT = (
    r"(?:(?:[A-ZÄÖÜ][\w-]*?)?(?:[Gg]esetz(?:es)?|[Oo]rdnung|[Ss]atzung|[Bb]eschluss(?:es)?)"
    r"|Bekanntmachung|G|V|VO|Bek\.)"
)

CAPTIONS = LineCaptions(
    said=re.compile(
        rf"\(?(?:Stand(?: am)?:? {_ON}|Fassung vom {_ON}|{_SOURCE}|StF: [^\n]{{4,120}}|Vollzitat:"
        rf"|(?:Neugefasst|neugefasst) durch (?:Bekanntmachung|Bek\.) (?:vom|v\.) {_ON}[^\n]{{0,60}}"
        rf"|Gesamte Rechtsvorschrift[^\n]{{4,120}}, Fassung vom {_ON})\)?\.?"
    ),
    commenced=re.compile(
        r"\(?(?:Inkrafttreten|Datum des Inkrafttretens|In Kraft (?:getreten|seit|ab))(?: am)? ?:? ?"
        rf"(?P<day>{_ON})\)?\.?"
    ),
    adopted=re.compile(
        rf"(?:Ausfertigungsdatum ?:? ?|Datum ?:? ?|[Vv]om )(?P<day>{_ON})"
        rf"(?: \((?:Stand|Fassung)(?: am| vom)?:? {_ON}\))?"
    ),
    amended=re.compile(
        r"(?P<open>\()?(?:Stand: )?(?:[Zz]uletzt )?[Gg]eändert (?:durch|am) ?(?P<list>[^\n]{6,400}?)(?(open)\))[.;]?"
    ),
    name=re.compile(
        rf"(?:(?:Art(?:ikel|\.)|§) ?[0-9]+[a-z]?(?: (?:Abs(?:atz|\.)|Nr\.|Nummer) ?[0-9]+)* )?(?:des |der )?{_ACT}"
        rf" (?:vom|v\.) (?P<day>{_ON})(?: (?:\((?P<number>{_SOURCE})\)|[IV]+ [0-9]+))?"
    ),
    joins=re.compile(r"(?:[\s,;.]|\b(?:und|sowie|durch|worden ist|worden)\b)*+"),
    day=lambda words: DAYS.read(words.strip()) or day_in_figures(words),
    number=INSTRUMENTS.normal,
    kind="Änderung",
)
"""The captions of German texts."""
