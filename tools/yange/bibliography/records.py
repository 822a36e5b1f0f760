"""Records of a text for reference managers: CSL-JSON, RIS and BibTeX.

The fields are those of Zotero's item type ``statute``: the title is the name of the act, the document number its public
law number, the history says which text of the policy it is. In CSL-JSON these are ``title``, ``number`` and
``references`` of a ``legislation`` (CSL 1.0.2, appendix III and IV); in RIS TI, M1 and OP of the type STAT. BibTeX has
no type for legislation; ``misc`` is the one that every style prints.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yange.bibliography.reference import TextReference
from yange.coding import indented

__all__ = ["bibtex", "csl_json", "ris"]

# Line ends of every kind and control characters: a value of RIS or BibTeX is one line.
_BREAKS = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029]+")
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "%&#$_"},
}
_TEX_SPECIAL = re.compile(r"[\\{}~^%&#$_]")
_NO_URL = re.compile(r"[\\{}%\s]")
_TYPE = "legislation"


def csl_json(reference: TextReference) -> str:
    """Return the record as CSL-JSON: a list of one item, as Zotero, Pandoc and citeproc read it."""
    day = reference.issued
    item: dict[str, object] = {
        "id": reference.key,
        "type": _TYPE,
        "title": reference.title,
        "number": reference.number,
        "author": [{"literal": name} for name in reference.authors],
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day is not None else None,
        "references": reference.which,
        "section": reference.clause,
        "publisher-place": reference.place,
        "language": reference.language,
        "URL": reference.address,
        "note": "\n".join(reference.notes),
    }
    return indented([{name: value for name, value in item.items() if value}])


def ris(reference: TextReference) -> str:
    """Return the record as RIS; its lines end in CR LF, as the format demands."""
    return "".join(f"{tag}  - {one_line(value)}\r\n" for tag, value in _ris(reference))


def _ris(reference: TextReference) -> Iterator[tuple[str, str]]:
    yield "TY", "STAT"
    yield "TI", reference.title
    # TextReference managers split a personal name at its spaces; a comma at the end says that the name is one.
    yield from (("AU", one_name(name)) for name in reference.authors)
    day = reference.issued
    facts = (
        ("DA", f"{day.year:04}/{day.month:02}/{day.day:02}/" if day is not None else ""),
        ("M1", reference.number),
        ("SE", reference.clause),
        ("OP", reference.which),
        ("CY", reference.place),
        ("LA", reference.language),
        ("UR", reference.address),
        *(("N1", note) for note in reference.notes),
    )
    yield from ((tag, value) for tag, value in facts if value)
    yield "ER", ""


def bibtex(reference: TextReference) -> str:
    """Return the record as BibTeX. The number is in ``howpublished``, the clause and which text it is in ``note``."""
    day = reference.issued
    note = "; ".join(filter(None, (reference.clause, reference.which, *reference.notes)))
    fields = {
        "title": f"{{{_tex(reference.title)}}}",
        # The inner braces keep BibTeX from splitting the name of a body into first and last names.
        "author": " and ".join(f"{{{_tex(name)}}}" for name in reference.authors),
        "howpublished": _tex(reference.number),
        "date": day.isoformat() if day is not None else "",
        "year": f"{day.year:04}" if day is not None else "",
        "month": f"{day.month:02}" if day is not None else "",
        "note": _tex(note),
        "address": _tex(reference.place),
        "language": _tex(reference.language),
        "url": _NO_URL.sub("", reference.address),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{reference.key},\n{lines}}}\n"


def one_name(name: str) -> str:
    """Return the name of a body so that readers that expect persons keep it whole."""
    return f"{name}," if " " in name.strip() and "," not in name else name


def one_line(value: str) -> str:
    """Return a value without line ends and control characters."""
    return _BREAKS.sub(" ", value).strip()


def _tex(value: str) -> str:
    return _TEX_SPECIAL.sub(lambda found: _TEX[found[0]], one_line(value))
