"""Work out the labels that a browser prints before the items of an ordered list."""

from __future__ import annotations

import re

from yange.readers.html.tables import LABEL
from yange.readers.html.tree import Element
from yange.readers.html.words import all_words, one_line

__all__ = ["list_labels"]

_NO_NUMBERS = re.compile(r"list-style(?:-type)?\s*:[^;]*\bnone\b", re.I)
_INTEGER = re.compile(r"\s*([+-]?[0-9]{1,9})")
_ROMANS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_ROMAN = 3999
_PRINTED = re.compile(rf"(?:{LABEL.pattern})(?=[\s\u3000]|$)|第[〇零一二三四五六七八九十百千0-9]+[条條款项項]")


def list_labels(element: Element) -> dict[int, str]:
    """Return the printed label of each item of an ``<ol>``, by the identity of the item.

    Counting is that of the HTML standard (section 4.4.5): ``type``, ``start``, ``reversed``, ``value``. A list whose
    items all begin with a number of their own is printed without others: its style sheet must hide them.
    """
    items = [child for child in element.children if isinstance(child, Element) and child.tag == "li"]
    shown = [item for item in items if item.reason is None]
    if not shown or _NO_NUMBERS.search(element.attributes.get("style", "")):
        return {}
    if all(_PRINTED.match(one_line(all_words(item)[:40]).strip()) for item in shown):
        return {}
    step = -1 if "reversed" in element.attributes else 1
    value = _integer(element.attributes.get("start"), 1 if step > 0 else len(items))
    found = {}
    for item in items:
        value = _integer(item.attributes.get("value"), value)
        if not _NO_NUMBERS.search(item.attributes.get("style", "")):
            found[id(item)] = f"{_number(value, item.attributes.get('type') or element.attributes.get('type', '1'))}."
        value += step
    return found


def _integer(given: str | None, otherwise: int) -> int:
    match = _INTEGER.match(given or "")
    return int(match[1]) if match else otherwise


def _number(value: int, kind: str) -> str:
    if kind in ("a", "A") and value > 0:
        return _letters(value) if kind == "a" else _letters(value).upper()
    if kind in ("i", "I") and 0 < value <= _LARGEST_ROMAN:
        return _roman(value) if kind == "i" else _roman(value).upper()
    return str(value)


def _letters(value: int) -> str:
    found = ""
    while value > 0:
        value, rest = divmod(value - 1, 26)
        found = chr(ord("a") + rest) + found
    return found


def _roman(value: int) -> str:
    found = ""
    for worth, letters in _ROMANS:
        count, value = divmod(value, worth)
        found += letters * count
    return found
