r"""Characters that print nothing or reorder others, and escaping that makes any text safe to show.

Contributors choose the characters of a text or a file name. Sent unchanged to a terminal, a log or a page, some hide
words, reverse them or give commands. This module writes them as escapes (``\x1b``, ``\u202e``, ``\U000e0030``: the form
that YAML and Python read back).
"""

from __future__ import annotations

import json
import unicodedata

import regex

__all__ = [
    "BLANK",
    "EDGES",
    "HAN_ZERO",
    "ascii_json",
    "code_and_name",
    "command_free",
    "escaped_json",
    "formula_free",
    "han_and_others",
    "has_han",
    "invisible_places",
    "lines_at_cr",
    "printable",
    "prints_nothing",
    "readable_name",
    "unix_lines",
    "visible",
    "without_invisible",
    "words_and_marks",
]

BLANK = "[ \t\u3000\u00a0\u2002\u2003]"
"""A regular expression for a space inside a line of a scraped text."""

HAN_ZERO = "〇"
"""The zero of Han numerals, which texts of several languages print as one of several circles."""
EDGES = " \t\r\u3000\u00a0\u2002\u2003\ufeff\u200b\u200c\u200d\u2060"
"""Characters that print nothing at either end of a line of a scraped text."""

_SHOWN_AS_ESCAPE = r"\p{Cc}\p{Cf}\p{DI}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}"
"""Controls, formats (bidi controls among them), default ignorables, separators of lines and paragraphs, surrogates,
private use and unassigned: the regex module brings these properties of the current Unicode; Python's own unicodedata
has neither default ignorables nor scripts."""
_PICTURE = r"(?<=\p{So})[\ufe0e\ufe0f](*SKIP)(*FAIL)|"
"""A variation selector after a symbol (⚠️) is part of how it prints."""
_FIELD = regex.compile(rf"{_PICTURE}[{_SHOWN_AS_ESCAPE}]")
_TEXT = regex.compile(rf"{_PICTURE}[[{_SHOWN_AS_ESCAPE}]--[\t\n]]", regex.V1)
_INVISIBLE = regex.compile(r"[[\p{DI}\p{Bidi_Control}\p{Cc}\u2800\ufff9-\ufffb]--[\t-\r\x85]]", regex.V1)
"""Characters that print nothing and separate nothing, with the Braille blank and the marks of annotations."""

_NO_ASCII = regex.compile(r"[^\x00-\x7f]+")
_LONE_CR = regex.compile(r"\r(?!\n)")
_COLOUR = r"\x1b\[[0-9;]*m"
_COMMAND = regex.compile(rf"(?m)^((?:[^\S\n]|{_COLOUR})*+):(?=(?:{_COLOUR})*+:)|#(?=#(?:vso)?\[)")
_FORMULA = regex.compile(r"[\t\r\n]|[\s\p{Cc}\p{DI}]*[=+\-@＝＋－＠]")
_WORDS = regex.compile(r"(?V1ws)\w.*?\b(?:[-/](?=\w).+?\b)*+|.")
"""Words by the default boundaries of Unicode (UAX #29), with hyphens and strokes inside; or one character."""
_STOPPED = regex.compile(r"(?<=\p{L})(?=[.:·]\p{L})|(?<=\p{L}[.:·])(?=\p{L})", regex.V1)
_HAN_RUN = regex.compile(r"(\p{Han}+)")
_HAN_NAME = regex.compile(r"[\x20-\x7e\p{Han}\p{P}\p{S}\p{Nd}\u3000]+")


def _escaped(char: str) -> str:
    """Return a character as an escape; a surrogate escape (a byte of an unknown encoding) becomes that byte."""
    code = ord(char)
    return f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else ascii(char)[1:-1]


def printable(text: str) -> str:
    """Return a name or a field on one line, with invisible characters, line breaks and stray bytes as escapes."""
    return str(_FIELD.sub(lambda match: _escaped(match[0]), text))


def visible(text: str) -> str:
    """Return a text of several lines in the same way, but with its line feeds and tabs unchanged."""
    return str(_TEXT.sub(lambda match: _escaped(match[0]), text))


def command_free(text: str) -> str:
    """Return output in which no line is a command to a build server.

    GitHub's runner obeys lines that begin with ``::`` (also after spaces) and ``##[`` anywhere in a line, Azure's obeys
    ``##vso[``. Colour codes of a terminal may be between the characters.
    """
    return str(_COMMAND.sub(lambda match: "\\x23" if match[0] == "#" else f"{match[1]}\\x3a", text))


def escaped_json(document: str) -> str:
    r"""Return JSON with the same values, and with invisible characters as ``\u`` escapes.

    Such characters only occur inside strings. ``##[`` is also escaped, as it is a command to a build server.
    """
    escaped = _TEXT.sub(lambda match: json.dumps(match[0])[1:-1], document)
    return str(regex.sub(r"#(?=#(?:vso)?\[)", r"\\u0023", escaped))


def ascii_json(document: str) -> str:
    r"""Return JSON with the same values in ASCII only, with ``\u`` escapes."""
    return str(_NO_ASCII.sub(lambda match: json.dumps(match[0])[1:-1], document))


def formula_free(cell: str) -> str:
    """Return a cell of a CSV file that no spreadsheet reads as a formula; some ignore spaces before a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def readable_name(name: str) -> str:
    r"""Return a file's name in a form for people and for text files.

    A name whose bytes are not UTF-8 is read as GB 2312 if the result has only characters of names (archives packed on
    Chinese Windows); the larger GBK and GB 18030 accept almost any bytes and would be a guess. Otherwise each stray
    byte is written as ``\xb6``.
    """
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        try:
            guess = name.encode("utf-8", "surrogateescape").decode("gb2312")
        except UnicodeError:
            return printable(name)
        return guess if _HAN_NAME.fullmatch(guess) else printable(name)
    return printable(name)


def prints_nothing(char: str) -> bool:
    """Return whether a character prints and separates nothing: default ignorables, bidi and other controls."""
    return _INVISIBLE.match(char) is not None


def without_invisible(text: str) -> str:
    """Return a text without the characters that print nothing, but with spaces and line breaks."""
    return text if text.isascii() and text.isprintable() else str(_INVISIBLE.sub("", text))


def invisible_places(text: str) -> list[int]:
    """Return the offsets of the characters that print nothing."""
    return [] if text.isascii() and text.isprintable() else [match.start() for match in _INVISIBLE.finditer(text)]


def words_and_marks(text: str) -> list[str]:
    """Return the words of a text by the default word boundaries of Unicode and its other characters, without loss.

    A compound with hyphens or strokes is one word: third-party, and/or. A full stop or a colon between two letters ends
    a word, unlike in Unicode: match keys have no blank behind a stop (paid.The).
    """
    parts = _STOPPED.split(text) if "." in text or ":" in text or "·" in text else (text,)
    return [word for part in parts for word in _WORDS.findall(part)]


def han_and_others(text: str) -> list[str]:
    """Return a text in turns of other characters and of Han; the first turn is of others and may be empty."""
    return list(_HAN_RUN.split(text))


def has_han(text: str) -> bool:
    """Return whether a text has Han characters."""
    return not text.isascii() and _HAN_RUN.search(text) is not None


def lines_at_cr(text: str) -> str:
    """Return a text of the same length with LF for each CR alone; CR LF is unchanged, so that offsets stay valid."""
    return str(_LONE_CR.sub("\n", text)) if "\r" in text else text


def unix_lines(text: str) -> str:
    """Return a text with LF at the end of its lines instead of CR LF or CR."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def code_and_name(char: str) -> str:
    """Return code and name of a character: ``U+200B ZERO WIDTH SPACE``; a control character has only a code."""
    try:
        name = unicodedata.name(char)
    except ValueError:
        name = {"Cc": "CONTROL CHARACTER", "Co": "PRIVATE USE", "Cs": "SURROGATE"}.get(
            unicodedata.category(char), "UNASSIGNED"
        )
    return f"U+{ord(char):04X} {name}"
