"""Decode the bytes of a web page: what a browser would read, and strictly, so that no wrong character gets in.

The order is that of the HTML standard (byte order mark, declaration), with two differences. Bytes that are UTF-8 with
many characters beyond ASCII are UTF-8, whatever is declared: text of another encoding is never valid UTF-8 by chance.
And a declaration that does not fit the bytes is reported, not obeyed.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from yange.problems import Problem, error, warning
from yange.readers.html.names import name_set

__all__ = ["REPLACED", "DecodedPage", "decode_page"]

REPLACED = "\ufffd"
"""Where bytes could not be decoded."""

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SCANNED = 4096
"""Bytes in which a declaration is looked for; the standard requires it in the first 1,024."""
_DECLARED = re.compile(rb"""<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{1,40})""", re.I)
_COMMENT = re.compile(rb"<!--.*?-->", re.S)
_LARGER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "johab": "cp949",
    "big5": "big5hkscs",
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
}
"""Encodings that contain another one and that browsers read instead of it (WHATWG Encoding, names and labels)."""
_UNKNOWN_TO_PYTHON = {
    **dict.fromkeys(name_set("x-sjis windows-31j ms_kanji"), "cp932"),
    **dict.fromkeys(name_set("x-gbk chinese gb_2312-80"), "gb18030"),
    **dict.fromkeys(name_set("ks_c_5601-1987 korean"), "cp949"),
}
_SURE = 8
"""Characters beyond ASCII that make valid UTF-8 certain."""
_MOST_BROKEN = 0.001
"""The largest share of broken bytes in a page that is read nevertheless; systems cut summaries inside a character."""


@dataclass(frozen=True, slots=True)
class DecodedPage:
    """The text of a page, the name of its encoding, and what is doubtful about it."""

    text: str
    encoding: str
    problems: tuple[Problem, ...] = ()


def decode_page(name: str, data: bytes) -> DecodedPage | Problem:
    """Return the text of a page, or an error if its encoding is none that can be read without loss."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(name, data[len(mark) :], encoding, "")
    declared = _declared(data)
    for encoding in dict.fromkeys(_candidates(data, declared)):
        text = _strict(data, encoding)
        if text is not None:
            return DecodedPage(text, encoding, _remarks(name, declared, encoding, text))
    return _decoded(name, data, _codec(declared) or "utf-8", declared)


def _declared(data: bytes) -> str:
    match = _DECLARED.search(_COMMENT.sub(b"", data[:_SCANNED]))
    return match[1].decode("ascii", "replace").lower() if match else ""


def _codec(label: str) -> str | None:
    """Return Python's name of a declared encoding of text, ``None`` if it has none."""
    known = _UNKNOWN_TO_PYTHON.get(label, label)
    try:
        found = codecs.lookup(known).name if known else None
        if found is None or not isinstance("".encode(found), bytes):
            return None
    except (LookupError, UnicodeError, TypeError, ValueError):
        return None
    # A declaration that can be read as ASCII is not UTF-16: the standard takes it as UTF-8.
    return "utf-8" if found.startswith("utf-16") else _LARGER.get(found, found)


def _candidates(data: bytes, declared: str) -> list[str]:
    codec = _codec(declared)
    if codec is None:
        return ["utf-8", "gb18030"]
    if sum(1 for byte in data if byte >= 0xC0) >= _SURE:
        return ["utf-8", codec, "gb18030"]
    return [codec, "utf-8", "gb18030"]


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _remarks(name: str, declared: str, encoding: str, text: str) -> tuple[Problem, ...]:
    if not declared or text.isascii() or _codec(declared) == encoding:
        return ()
    message = f"the page declares the encoding {declared}, but its bytes are {encoding}"
    hint = f"it was read as {encoding}: check a few characters beyond ASCII"
    return (warning("html-charset", name, message, hint=hint),)


def _decoded(name: str, data: bytes, encoding: str, declared: str) -> DecodedPage | Problem:
    """Decode with marks for broken bytes if they are few; the reader refuses the page if one is in its text."""
    text = data.decode(encoding, "replace")
    broken = text.count(REPLACED)
    if not broken:
        return DecodedPage(text, encoding)
    if broken > max(1, len(text) * _MOST_BROKEN):
        return _unread(name, declared)
    return DecodedPage(text, encoding, (_broken(name, broken),))


def _unread(name: str, declared: str) -> Problem:
    said = f" or {declared}, as it declares" if declared else ""
    message = f"the page is not UTF-8, GB18030{said}"
    return error("source-encoding", name, message, hint="save it as UTF-8 and import it again")


def _broken(name: str, count: int) -> Problem:
    message = f"broken characters beside the text of the page: {count}"
    return warning("html-charset", name, message, hint="the text has none of them")
