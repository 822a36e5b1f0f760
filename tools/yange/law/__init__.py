"""The law of each language and place: everything that is written in one language and not in another.

A pack (:mod:`~yange.law.zh_hans`, :mod:`~yange.law.en`) is one folder that fulfils :class:`~yange.law.grammar.Grammar`.
The engines (parse, statements, citations, amending, compare, importers) hold no legal word of any language; they ask
the packs of the text at hand.
"""

from yange.law.grammar import Grammar
from yange.law.packs import Law, law_named, law_of, pack, packs

__all__ = ["Grammar", "Law", "law_named", "law_of", "pack", "packs"]
