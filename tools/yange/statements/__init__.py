"""What a text says of itself: its first and last day, what it repeals, extends or suspends.

Used by the importer to fill in facts and by the checker to hold recorded facts against the words. Chinese first,
the common English phrases too. Spans are half-open, in characters of the text given. Statements about single
measures or other texts are left out rather than guessed at.
"""

from yange.statements.captions import Caption, caption
from yange.statements.days import PrintedDay, printed_days, read_day
from yange.statements.effects import (
    EffectStatement,
    extensions,
    lapses,
    repeals,
    revivals,
    suspensions,
)
from yange.statements.instruments import NamedInstrument, find_number, named, normalise_number, quoted
from yange.statements.periods import Commencement, Expiry, commencements, expiries
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
