"""How a text is cited elsewhere: citations by CSL styles, and records for Zotero, EndNote and LaTeX.

A :class:`TextReference` has the facts. :func:`citation` formats it by one of our CSL styles; :func:`csl_json`,
:func:`ris` and :func:`bibtex` are its records, :func:`embedded` what Zotero's connectors read in a page.
"""

from yange.bibliography.embedded import embedded
from yange.bibliography.records import bibtex, csl_json, ris
from yange.bibliography.reference import CLAUSE, PATH, WHERE, TextReference
from yange.bibliography.styles import CHINESE, ENGLISH, GB_T_7714, OSCOLA, STYLES, CslStyle, citation, style_file

__all__ = [
    "CHINESE",
    "CLAUSE",
    "ENGLISH",
    "GB_T_7714",
    "OSCOLA",
    "PATH",
    "STYLES",
    "WHERE",
    "CslStyle",
    "TextReference",
    "bibtex",
    "citation",
    "csl_json",
    "embedded",
    "ris",
    "style_file",
]
