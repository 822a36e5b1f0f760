"""Match keys: the text without its typography, with a way back to every raw character.

Two texts that differ only in width, blanks, quotes or dashes have the same key, so that such differences never
decide what belongs together. NFKC is not used: it would also fold ① to 1 and ² to 2, which are other words.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["Key", "fold", "make_key"]

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
    ("〇", "○◯"),
    ("…", "⋯"),
)
_SIGNS = {sign: key for key, signs in _GROUPS for sign in signs}
_WIDE = range(0xFF01, 0xFF5F)
_COMPATIBLE = (range(0x2E80, 0x2FE0), range(0xF900, 0xFB00), range(0x2F800, 0x2FA20))
_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")
_RUNS = frozenset("-…")  # —— and —, …… and … are one sign printed at two lengths
_WORD = re.compile(r"[0-9A-Za-z\u00c0-\u024f]")


@lru_cache(maxsize=65536)
def fold(sign: str) -> str:
    """Return the one character that stands for ``sign`` in a key; the empty string for a blank."""
    if sign.isspace() or sign in _INVISIBLE:
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
    """A text, its key, and for every key character where it stands in the text.

    ``starts`` and ``ends`` are raw offsets, half-open, one pair for each key character: the blanks between two key
    characters lie between the end of one and the start of the next.
    """

    raw: str
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.text)

    def raw_of(self, start: int, end: int) -> str:
        """Return the raw text of the key characters ``[start, end)``, blanks inside included."""
        return self.raw[self.starts[start] : self.ends[end - 1]] if start < end else ""


def make_key(raw: str) -> Key:
    """Return the key of a text.

    A blank between two Latin words is one blank in the key, whatever its width or length; all other blanks go.
    """
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    blank = -1
    for at, sign in enumerate(raw):
        folded = fold(sign)
        if not folded:
            blank = at if blank < 0 else blank
            continue
        if blank >= 0 and text and _WORD.match(text[-1]) and _WORD.match(folded):
            text.append(" ")
            starts.append(blank)
            ends.append(at)
        blank = -1
        if text and folded in _RUNS and text[-1] == folded and ends[-1] == at:
            ends[-1] = at + 1
            continue
        text.append(folded)
        starts.append(at)
        ends.append(at + 1)
    return Key(raw, "".join(text), tuple(starts), tuple(ends))
