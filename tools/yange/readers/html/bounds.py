"""Bound the work that a page makes, before a tree is built of it.

An HTML5 tree costs a step for every open element at most tags, and it repeats unclosed formatting elements in every
paragraph: ten megabytes of ``<div>`` would take days, some thousand different ``<font>`` gigabytes. It also compares
the attributes of a tag with one another. All this is found here in one pass over the tags. The count errs upwards: an
end tag closes only the element that was opened last.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from yange.readers.html.names import name_set

__all__ = ["DEEPEST", "MOST_ATTRIBUTES", "MOST_TAGS", "PageScan", "scan"]

DEEPEST = 512
"""Open elements in a page of many tags; browsers of the Blink and WebKit families cut deeper trees off here."""
MOST_TAGS = 500_000
"""Start tags. A page at the limit takes about ten seconds; a law of a thousand articles has some ten thousand."""
_FEW_TAGS = 10_000
"""Start tags of a page whose depth does not matter: at worst it takes about a second."""
_MOST_REPEATED = 2_000_000
MOST_ATTRIBUTES = 200
"""Attributes of a tag, which are compared with one another: 20,000 take 3 s, 40,000 take 17 s. Pages have up to 50."""

_S = "[ \\t\\n\\f\\r]"
_TAG = re.compile(
    # Comments; tags with their attributes as the tokenizer of the standard divides them; comments by mistake.
    r"<!--(?:-?>|.*?(?:--!?>|\Z))"
    r"|<(/?)([a-zA-Z][^ \t\n\f\r/>]*)"
    r"((?:[ \t\n\f\r/]+|[^ \t\n\f\r/>][^ \t\n\f\r/>=]*"
    rf"(?:{_S}*={_S}*(?:\"[^\"]*\"|'[^']*'|[^ \t\n\f\r>\"'][^ \t\n\f\r>]*)?)?)*+)>?"
    r"|<[!?/][^>]*>?",
    re.S,
)
_ATTRIBUTE = re.compile(
    rf"[^ \t\n\f\r/>][^ \t\n\f\r/>=]*(?:{_S}*={_S}*(?:\"[^\"]*\"|'[^']*'|[^ \t\n\f\r>\"'][^ \t\n\f\r>]*)?)?"
)
_CHARACTER_DATA = "<![CDATA["
_VOID = name_set("area base br col embed hr img input link meta param source track wbr keygen basefont bgsound")
_IMPLIED = name_set("p li dt dd td th tr tbody thead tfoot option optgroup colgroup rt rp rb rtc body html head")
"""Elements that the next of their kind closes."""
_FORMATTING = name_set("a b big code em font i nobr s small strike strong tt u")
_RAW = name_set("script style textarea title xmp iframe noembed noframes")
_DRAWN = name_set("path circle rect line polyline polygon ellipse use stop image g defs")
_FOREIGN = ("svg", "math")


@dataclass(frozen=True, slots=True)
class PageScan:
    """Why no tree is built of a page (``None``: it can be), and the offset at which its last unfinished tag begins."""

    reason: str | None
    whole: int


def scan(page: str) -> PageScan:
    """Look at the tags of a page in one pass."""
    seen = _Seen()
    at, whole = 0, len(page)
    while match := _TAG.search(page, at):
        if not match[0].endswith(">"):
            whole = match.start()
        following = _seen(page, match, seen)
        if following is None or seen.tags > MOST_TAGS:
            break
        at = following
    return PageScan(seen.reason, whole)


def _seen(page: str, match: re.Match[str], seen: _Seen) -> int | None:
    """Count a tag; return where the next one may begin, ``None`` if no tag follows."""
    name = (match[2] or "").lower()
    if not name:
        if seen.foreign and match[0].startswith(_CHARACTER_DATA):
            # In a drawing this is text up to its end mark, elsewhere a comment: tags are counted, but close nothing.
            end = page.find("]]>", match.start())
            seen.closing_from = len(page) if end < 0 else end
    elif match[1]:
        if match.start() >= seen.closing_from:
            seen.close(name)
    else:
        seen.open(name, match[3])
        if name == "plaintext":
            return None
        if name in _RAW and not seen.foreign:
            seen.close(name)
            return _after_raw(page, name, match.end())
    return match.end()


def _after_raw(page: str, name: str, at: int) -> int:
    end = re.compile(rf"</{name}(?=[\s/>])[^>]*>?", re.I).search(page, at)
    return end.end() if end else len(page)


class _Seen:
    """The elements that are open, counted so that the real tree is not deeper."""

    def __init__(self) -> None:
        self.tags = self.deepest = self.repeated = self.foreign = self.closing_from = self.attributes = 0
        self._open: list[str] = []
        self._formatting = 0
        self._kinds: set[str] = set()

    def open(self, name: str, rest: str) -> None:
        self.tags += 1
        if len(rest) > 2 * MOST_ATTRIBUTES:  # each takes two characters or more
            self.attributes = max(self.attributes, sum(1 for _ in _ATTRIBUTE.finditer(rest)))
        if name in _FORMATTING:
            self._formatting += 1
            self._kinds.add(f"{name} {rest}")
        else:
            # At most three equal ones are repeated ("Noah's Ark" in the HTML standard).
            self.repeated += min(self._formatting, 3 * len(self._kinds))
        if name in _VOID or name in _IMPLIED or (rest.endswith("/") and self.foreign and name in _DRAWN):
            return
        self.foreign += name in _FOREIGN
        self._open.append(name)
        self.deepest = max(self.deepest, len(self._open))

    def close(self, name: str) -> None:
        if self._open and self._open[-1] == name:
            self._open.pop()
            self._formatting -= name in _FORMATTING
            self.foreign -= name in _FOREIGN

    @property
    def reason(self) -> str | None:
        """Why no tree is built."""
        if self.tags > MOST_TAGS:
            return f"it has more than {MOST_TAGS:,} elements"
        if self.attributes > MOST_ATTRIBUTES:
            return f"one of its tags has more than {MOST_ATTRIBUTES} attributes"
        if self.repeated > _MOST_REPEATED:
            return "it has too many unclosed elements of formatting"
        if self.tags > _FEW_TAGS and self.deepest > DEEPEST:
            return f"its elements are nested more than {DEEPEST} deep"
        return None
