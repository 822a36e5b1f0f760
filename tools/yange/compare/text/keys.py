"""Match keys: the text without its typography, with a way back to every raw character.

Two texts that differ only in width, blanks, quotes or dashes have the same key, so that such differences never
decide which clauses match. NFKC is not used: it would also fold ① to 1 and ² to 2, which are other words.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from yange.characters import HAN_ZERO, has_han, prints_nothing, without_invisible
from yange.chinese_scripts import in_simplified
from yange.law import Law

__all__ = ["SENTENCE", "Key", "fold", "make_key", "prints"]

_GROUPS = (
    ('"', "“”„‟″＂「」『』"),
    ("'", "‘’‚‛′＇"),
    ("-", "‐‑‒–—―−－─━﹣﹘"),
    ("~", "～〜∼˜"),
    (":", "：∶︰﹕"),
    ("·", "•・‧∙●"),
    ("。", "｡"),
    ("、", "､﹑"),
    ("[", "〔［﹝【"),
    ("]", "〕］﹞】"),
    ("<", "〈＜‹"),
    (">", "〉＞›"),
    ("《", "«"),
    ("》", "»"),
    (HAN_ZERO, "○◯"),
    ("…", "⋯"),
)
_SIGNS = {sign: key for key, signs in _GROUPS for sign in signs}
_WIDE = range(0xFF01, 0xFF5F)
_ANGLES = frozenset("«»")
"""Quotes in texts without Han, «wie» hier; in texts with Han they are the brackets of titles."""
_COMPATIBLE = (range(0x2E80, 0x2FE0), range(0xF900, 0xFB00), range(0x2F800, 0x2FA20))
_RUNS = frozenset("-…")  # —— and —, …… and … are one character printed at two lengths
_MARKS = frozenset(map(chr, range(0x0300, 0x0370)))
"""Combining marks, of which a key has none where one character is the letter with its mark: e and U+0301 are é."""
_NUMBER = r"(?:\d{1,3}[a-z]?[.)]|[(](?:\d{1,3}[a-z]?|[a-z]{1,4})[)])"
"""The label of a paragraph or an item in letters, as it is in a key."""
SENTENCE = re.compile(rf"(?:{_NUMBER})?[^。;!?]+?(?:[。;!?]+|\.(?=(?:{_NUMBER})?[\"'¿¡]?[A-ZÀ-ÖØ-Þ])|$)")
"""A sentence of a match key, with the punctuation that ends it and the label before it: 2. is none by itself."""

_WORD = re.compile(r"[0-9A-Za-z\u00c0-\u024f\u1e00-\u1eff\uac00-\ud7a3⁰¹²³⁴-⁹]")
_LETTERS = r"0-9A-Za-z\u00c0-\u024f\u1e00-\u1eff\uac00-\ud7a3"
_SAME = rf"!-,./:-@\[-`{{-~\u0391-\u03c9\u0410-\u044f\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff{_LETTERS}"
_PIECES = re.compile(rf"(?P<same>[{_SAME}](?:[{_SAME}]|(?<=[{_LETTERS}]) (?=[{_LETTERS}]))*+)|(?P<blank>\s+)|(?s:.)")
"""Text in runs: what is the same in a key, with single blanks between words; other blanks; and any other character."""
_PLAIN = re.compile(r"[\u4e00-\u9fff0-9，。、；：（）《》〔〕“”]*")
"""Text of which every character is one character of the key, unless it is the number of a page (第3页)."""


@cache
def _furniture(law: Law) -> re.Pattern[str]:
    """Return what matches page numbers in a line of their own, as a law prints them, and the marks of bold type."""
    printed = (grammar.divisions.headings.printed_pages for grammar in law)
    pages = "|".join([r"[-—–－―·]+[ \t\u3000]*\d{1,4}[ \t\u3000]*[-—–－―·]+", *filter(None, printed)])
    return re.compile(rf"(?m:^[ \t\u3000\f]*(?:{pages})[ \t\u3000\f]*$)|\*\*|(?<!_)__(?!_)")


@lru_cache(maxsize=65536)
def fold(sign: str) -> str:
    """Return the one character that represents ``sign`` in a key; the empty string for what prints nothing."""
    if sign.isspace() or prints_nothing(sign):
        return ""
    if sign in _SIGNS:
        return _SIGNS[sign]
    code = ord(sign)
    if code in _WIDE:
        return chr(code - 0xFEE0)
    if any(code in block for block in _COMPATIBLE):
        plain = unicodedata.normalize("NFKC", sign)
        return plain if len(plain) == 1 else sign
    return sign


@dataclass(frozen=True, slots=True)
class Key:
    """A text, its key, and for every key character its place in the text.

    ``starts`` and ``ends`` are raw offsets, half-open, one pair for each key character: the blanks between two key
    characters lie between the end of one and the start of the next.
    """

    raw: str
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    one_script: bool = False
    """Whether the key is in simplified characters whatever the script of the text."""

    def __len__(self) -> int:
        return len(self.text)

    def lines(self) -> tuple[int, ...]:
        """Return where in the key lines of the text begin."""
        if "\n" not in self.raw:
            return (0,) if self.text else ()
        # the first key character that ends behind the break; a break between two words is a blank of the key
        places = (bisect_right(self.ends, match.start() + 1) for match in re.finditer("\n[ \t]*(?=[^\\s])", self.raw))
        return tuple(dict.fromkeys((0, *(at + (self.text[at] == " ") for at in places if at < len(self.text)))))

    def in_simplified(self) -> Key:
        """Return the key of the same text in simplified characters: what differs in script alone has one key."""
        return replace(self, text=in_simplified(self.text), one_script=True)

    def raw_of(self, start: int, end: int) -> str:
        """Return the raw text of the key characters ``[start, end)``, blanks inside included."""
        return self.raw[self.starts[start] : self.ends[end - 1]] if start < end else ""


@lru_cache(maxsize=2048)
def make_key(raw: str, law: Law = ()) -> Key:
    """Return the key of a text; ``law`` says how its language prints page numbers.

    A blank between two Latin or Korean words is one blank in the key, whatever its width or length; all other
    blanks go, and so
    do page numbers (- 3 -, and in the words of the law), the marks of bold type and a line end that breaks a number.
    """
    if _PLAIN.fullmatch(raw) and not _furniture(law).search(raw):
        places = tuple(range(len(raw) + 1))
        return Key(raw, "".join(map(fold, raw)), places[:-1], places[1:])
    writer = _KeyWriter(raw)
    at = 0
    for start, end in (*(match.span() for match in _furniture(law).finditer(raw)), (len(raw), len(raw))):
        for piece in _PIECES.finditer(raw, at, start):
            if piece.lastgroup == "same":
                writer.add(piece[0], piece.start(), piece.end())
            elif piece.lastgroup == "blank":
                writer.blank(piece.start())
            else:
                writer.sign(piece[0], piece.start())
        if start < end:
            writer.blank(start)
        at = end
    return Key(raw, "".join(writer.text), tuple(writer.starts), tuple(writer.ends))


def prints(raw: str, law: Law = ()) -> bool:
    """Return whether a text has a key that is not empty, without making it."""
    at = 0
    for start, end in (*(match.span() for match in _furniture(law).finditer(raw)), (len(raw), len(raw))):
        if any(map(fold, raw[at:start])):
            return True
        at = end
    return False


_APOSTROPHES = "'‘’‚‛′＇"
_DASHES = "-‐‑‒–—―−─━﹣﹘－"
_LETTER = r"[^\W\d_]"
_SET_APART = re.compile(
    rf"(?<!\w)[{_APOSTROPHES}](?=\w)(?:[^{_APOSTROPHES}\n]|(?<=\w)[{_APOSTROPHES}](?=\w)){{1,200}}(?P<close>[{_APOSTROPHES}])"
    rf"|(?<={_LETTER})[ \t\u00a0]+(?P<dash>[{_DASHES}])(?=[ \t\u00a0]+{_LETTER})"
)
"""Words in single quotes, and a dash with blanks around it.

Without its blank, a quote or a dash would be an apostrophe or a hyphen: the 'term' is no the'term', and assets - both
no compound. An apostrophe with a blank after it (l' accord) opens nothing.
"""


def _set_apart(raw: str) -> frozenset[int]:
    """Return the places of single quotes and dashes whose blanks separate words."""
    found: set[int] = set()
    for match in _SET_APART.finditer(raw):
        found |= {match.start("dash")} if match["dash"] else {match.start(), match.start("close")}
    return frozenset(found)


class _KeyWriter:
    """Writes the key of a text piece by piece."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.text: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self._last = ""
        self._blank = -1
        self._han = has_han(raw)
        self._apart = frozenset() if self._han else _set_apart(raw)

    def blank(self, at: int) -> None:
        """Note a blank, or what is no text, at a place."""
        if self._blank < 0:
            self._blank = at

    def sign(self, sign: str, at: int) -> None:
        """Add one character as it is in a key; one that prints nothing adds nothing."""
        folded = '"' if sign in _ANGLES and not self._han else fold(sign)
        if not folded:
            return
        alone = self._blank < 0 or not self._parts(folded, at)
        if alone and folded in _RUNS and self._last == folded and self._joins(at):
            self._blank = -1
            self.ends[-1] = at + 1
        elif alone and self._last and folded in _MARKS and len(whole := _composed(self._last + folded)) == 1:
            self._blank = -1
            self.text[-1] = self.text[-1][:-1] + whole
            self.ends[-1], self._last = at + 1, whole
        else:
            self.add(folded, at, at + 1)

    def _joins(self, at: int) -> bool:
        return not without_invisible(self.raw[self.ends[-1] : at])

    def _parts(self, first: str, at: int) -> bool:
        if self._apart and self._last and (at in self._apart or self.ends[-1] - 1 in self._apart):
            other = self._last if at in self._apart else first
            return bool(_WORD.match(other))
        return bool(self._last) and _parted(self.raw[self._blank : at], self._last, first)

    def add(self, piece: str, start: int, end: int) -> None:
        """Add characters that are the same in a key, with one blank before them where blanks separate two words."""
        if self._blank >= 0 and self._parts(piece[0], start):
            self.text.append(" ")
            self.starts.append(self._blank)
            self.ends.append(start)
        self._blank = -1
        self.text.append(piece)
        self.starts.extend(range(start, end))
        self.ends.extend(range(start + 1, end + 1))
        self._last = piece[-1]


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _parted(between: str, before: str, after: str) -> bool:
    """Return whether blanks separate two words; a line end within a number separates nothing."""
    if before.isdigit() and after.isdigit() and "\n" in between:
        return False
    return bool(_WORD.match(before) and _WORD.match(after))
