"""How Vietnamese words are encoded: é as one character, with its tone apart, or with all marks apart.

Unicode has each letter as one character (NFC), as a letter and combining marks (NFD), and, after the code page
Windows-1258, as a letter with its circumflex, breve or horn and a combining tone. Texts that were converted from older
fonts have the Icelandic Ð for Đ. Patterns are made of NFC words by :func:`spelled`, and match all of these.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

__all__ = [
    "LETTERS",
    "LETTER_ORDER",
    "LOWER",
    "UPPER",
    "composed",
    "letter_value",
    "letter_written",
    "placed",
    "spelled",
]

LETTER_ORDER = "abcdđeghiklmnopqrstuvxy"
"""The letters that number điểm, in order: đ follows d, and f, j, w and z are not used."""
LETTERS = f"[{LETTER_ORDER}]"
"""A pattern of one such letter."""
_VOWELS = "aăâeêioôơuưy"
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SMALL = "đ" + "".join(
    unicodedata.normalize("NFC", vowel + tone)
    for vowel in _VOWELS
    for tone in ("", *_TONES)
    if not (vowel + tone).isascii()
)
LOWER = f"[a-z{_SMALL}]"
"""A pattern of the first character of a word in small letters, in any encoding."""
UPPER = f"[A-ZÐ{_SMALL.upper()}\u0300-\u036f]"
"""A pattern of a character of a word in capitals, in any encoding; marks apart count too."""
_CLUSTER = re.compile("[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]", re.S)
_CROSSED = {"đ": "[đð]", "Đ": "[ĐÐ]"}


@cache
def _forms(letter: str) -> str:
    if letter in _CROSSED:
        return _CROSSED[letter]
    apart = unicodedata.normalize("NFD", letter)
    if apart == letter:
        return letter
    tones = "".join(mark for mark in apart[1:] if mark in _TONES)
    shape = unicodedata.normalize("NFC", "".join(mark for mark in apart if mark not in _TONES))
    return f"(?:{'|'.join(dict.fromkeys((letter, shape + tones, apart)))})"


def spelled(source: str) -> str:
    """Return the source of a pattern whose Vietnamese letters match in every encoding.

    ``source`` is in NFC and has no accented letters in character classes.
    """
    return "".join(_forms(char) for char in source)


def composed(text: str) -> str:
    """Return a text in NFC, with the Vietnamese Đ where a converted font left the Icelandic Ð."""
    return re.sub("Ð(?=[^A-Za-z]|i|o|ư|ộ|ạ|ế)", "Đ", unicodedata.normalize("NFC", text)).replace("ð", "đ")


def letter_value(letter: str) -> int | None:
    """Return the place of a letter in the order of điểm, 5 for đ; ``None`` for f, j, w and z."""
    at = LETTER_ORDER.find(letter.lower())
    return at + 1 if at >= 0 else None


def letter_written(value: int) -> str:
    """Return the letter of a place in the order of điểm; empty beyond the last."""
    return LETTER_ORDER[value - 1 : value]


def placed(text: str) -> tuple[str, Sequence[int]]:
    """Return a text in NFC, and for each of its characters, and for its end, the offset in ``text``."""
    if unicodedata.is_normalized("NFC", text):
        return text.replace("Ð", "Đ"), range(len(text) + 1)
    letters: list[str] = []
    places: list[int] = []
    for match in _CLUSTER.finditer(text):
        whole = unicodedata.normalize("NFC", match[0]).replace("Ð", "Đ")
        letters.append(whole)
        places.extend([match.start()] * len(whole))
    return "".join(letters), [*places, len(text)]
