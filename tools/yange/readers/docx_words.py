"""Read the words of a Word file a second time, with the standard library and without the rules of the first reading.

What the first reading joins, numbers, orders and leaves out plays no part here: these are the words of all elements of
all parts in the order of the files. A word that the first reading lost is missed there and found here.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from xml.etree import ElementTree

__all__ = ["second_reading"]

_DELETED = ("del", "moveFrom")
"""What tracked changes take away. It stands within the words that stay, where no comparison could tell the two apart:
引航费每次300360元."""
_BLANKS = {"tab": " ", "br": " ", "cr": " ", "ptab": " ", "noBreakHyphen": "-"}


def second_reading(data: bytes, parts: Iterable[str], signs: Mapping[tuple[str, str], str]) -> str:
    """Return the words of some parts of a package.

    The parts are those that the first reading parsed: they have no entities and are within its limits. ``signs`` are
    those of the notes by kind and identifier, which no part contains. Private characters of symbol fonts and numbers in
    circles are as the file has them.
    """
    found: list[str] = []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in parts:
            found += _words(ElementTree.fromstring(package.read(name)), signs)  # noqa: S314 - see above
    return "".join(found)


def _words(root: ElementTree.Element, signs: Mapping[tuple[str, str], str]) -> Iterator[str]:
    waiting = [root]
    while waiting:
        element = waiting.pop()
        name = element.tag.rpartition("}")[2]
        if name in _DELETED:
            continue
        if name == "p":
            yield "\n"
        if name in ("t", "title"):
            yield (element.text or "").replace("\u00ad", "")
        elif name == "sym":
            code = next((value for key, value in element.attrib.items() if key.endswith("}char")), "")
            yield chr(int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{1,5}", code) else ""
        elif name in ("footnoteReference", "endnoteReference"):
            yield _sign(element, name.removesuffix("Reference"), signs)
        elif name == "textpath":
            yield element.attrib.get("string", "")
        elif name in _BLANKS:
            yield _BLANKS[name]
        if name == "AlternateContent":
            waiting += list(element)[:1]
        else:
            waiting += reversed(element)


def _sign(element: ElementTree.Element, kind: str, signs: Mapping[tuple[str, str], str]) -> str:
    values = {key.rpartition("}")[2]: value for key, value in element.attrib.items()}
    own = values.get("customMarkFollows") in ("1", "true", "on")
    return "" if own else signs.get((kind, values.get("id", "")), "")
