"""The legal language of each place: everything that differs between languages.

A pack (:mod:`~yange.law.zh_hans`, :mod:`~yange.law.en`) is one folder that fulfils :class:`~yange.law.grammar.Grammar`.
The engines (parse, statements, citations, amending, compare, importers) contain no legal words of any language; they
ask the packs of the present text.
"""

from yange.law.grammar import Grammar
from yange.law.packs import Law, law_named, law_of, pack, packs

__all__ = ["Grammar", "Law", "law_named", "law_of", "pack", "packs"]
