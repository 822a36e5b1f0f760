"""Read what a text states about itself: its first and last day, and what it repeals, extends or suspends.

Import fills in facts with it; check compares recorded facts with it. The packs of :mod:`yange.law` read the
sentences; this package joins their results. Spans are half-open, in characters of the given text. A statement that
may be about a single measure or another text is left out.
"""

from yange.law.aspects.captions import Caption
from yange.law.aspects.days import PrintedDay
from yange.law.aspects.effects import Commencement, EffectStatement, Expiry
from yange.law.aspects.instruments import NamedInstrument
from yange.statements.captions import caption
from yange.statements.days import printed_days, read_day
from yange.statements.effects import (
    commencements,
    expiries,
    extensions,
    lapses,
    repeals,
    revivals,
    suspensions,
)
from yange.statements.instruments import find_number, named, normalise_number, quoted
from yange.statements.unread import UnreadSentence, unread

__all__ = [
    "Caption",
    "Commencement",
    "EffectStatement",
    "Expiry",
    "NamedInstrument",
    "PrintedDay",
    "UnreadSentence",
    "caption",
    "commencements",
    "expiries",
    "extensions",
    "find_number",
    "lapses",
    "named",
    "normalise_number",
    "printed_days",
    "quoted",
    "read_day",
    "repeals",
    "revivals",
    "suspensions",
    "unread",
]
