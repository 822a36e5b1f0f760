"""Citations of legislation by CSL styles of our own, formatted with citeproc-py. Only this module imports it.

The styles of the CSL project are under CC BY-SA and made for other works than legislation; ours are small, under the
licence of the package, and can be installed in Zotero. citeproc-py takes 2 to 4 ms for a citation, a site of 100,000
texts would take minutes for it. So a style formats each *shape* of a reference once, with a private character in the
place of each fact, and the facts are filled in: a text takes some microseconds. The month and the day, whose form
depends on their value, are part of the shape.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from yange.bibliography.reference import CLAUSE, TextReference

__all__ = ["CHINESE", "ENGLISH", "GB_T_7714", "OSCOLA", "STYLES", "CslStyle", "citation", "style_file"]


@dataclass(frozen=True, slots=True)
class CslStyle:
    """A style: the name of its file without ``.csl``."""

    name: str


GB_T_7714 = CslStyle("yange-gb-t-7714")
ENGLISH = CslStyle("yange-bluebook-like")
OSCOLA = CslStyle("yange-oscola-like")
CHINESE = CslStyle("yange-chinese-law")
STYLES = (CHINESE, GB_T_7714, ENGLISH, OSCOLA)
"""The legal form of Chinese writing, GB/T 7714-2015, a form after The Bluebook and one after OSCOLA (4th edition)."""

_SLOTS = {"title": "\ue001", "number": "\ue002", "which": "\ue003", "place": "\ue004", "clause": CLAUSE}
_AUTHORS = 0xE010
_MOST_AUTHORS = 32
# A year that no text has; each digit of it is unlike those of a month or a day, which have two.
_YEAR = 8888
# "et al." instead of 等; the other styles have one locale, their own.
_ELSEWHERE = {GB_T_7714: "en-US"}
_LATEST_SHAPES = 4096


def citation(style: CslStyle, reference: TextReference) -> str:
    """Return the citation of a text, or of its clause, by a style; facts that are not known are left out."""
    day = reference.issued
    shape = _shape(
        style,
        tuple(name for name in _SLOTS if getattr(reference, name)),
        min(len(reference.authors), _MOST_AUTHORS),
        (day.month, day.day) if day is not None else None,
        _ELSEWHERE.get(style) if not reference.language.startswith("zh") else None,
    )
    if day is not None:
        shape = shape.replace(str(_YEAR), f"{day.year:04}")
    facts = {ord(slot): getattr(reference, name) for name, slot in _SLOTS.items()}
    return shape.translate(facts | {_AUTHORS + nth: name for nth, name in enumerate(reference.authors)})


@lru_cache(maxsize=_LATEST_SHAPES)
def _shape(
    style: CslStyle, known: tuple[str, ...], authors: int, month_and_day: tuple[int, int] | None, locale: str | None
) -> str:
    """Return a citation with a private character for each fact, and a year that no text has."""
    item: dict[str, object] = {
        "id": "text",
        "type": "legislation",
        "title": _SLOTS["title"],
        "author": [{"literal": chr(_AUTHORS + nth)} for nth in range(authors)],
        **{field: _SLOTS[name] for name, field in _FIELDS.items() if name in known},
    }
    if month_and_day is not None:
        item["issued"] = {"date-parts": [[_YEAR, *month_and_day]]}
    return _formatted(style, locale, item)


_FIELDS = {"number": "number", "which": "references", "place": "publisher-place", "clause": "section"}


def _formatted(style: CslStyle, locale: str | None, item: Mapping[str, object]) -> str:
    bibliography = CitationStylesBibliography(_loaded(style, locale), CiteProcJSON([item]), formatter.plain)
    cited = Citation([CitationItem("text")])
    bibliography.register(cited)
    return str(bibliography.cite(cited, lambda _missing: None))


@cache
def _loaded(style: CslStyle, locale: str | None) -> CitationStylesStyle:
    with (files(__name__) / f"{style.name}.csl").open("rb") as file:
        return CitationStylesStyle(file, locale=locale, validate=False)


def style_file(style: CslStyle) -> bytes:
    """Return the style as a file to install in Zotero."""
    return (files(__name__) / f"{style.name}.csl").read_bytes()
