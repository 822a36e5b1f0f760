"""The words of a Markdown file as a second, independent reader sees them: its own lines without their marks.

Each line is taken alone, by what is written in it: nothing is parsed, and nothing is known of the first reading.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from yange.readers.html.names import name_set

__all__ = ["MARKS", "words_without_marks"]

MARKS = "*_~`|\\#[]^"
"""Characters that are marks or words in Markdown, depending on what is around them. They are not compared."""

_DELETED = re.compile(r"~~(?=\S)((?:(?!~~|\n\n).){1,2000})(?<=\S)~~", re.S)
_FENCE = re.compile(r"^[ \t>]*(?:`{3,}|~{3,})[^\n`]*$", re.M)
_RULED = re.compile(r"^[ \t>]*(?:(?:[-*_][ \t]*){3,}|=+|[|:](?=[^\n]*-)[-:| \t]*|-[-: \t]*\|[-:| \t]*)$", re.M)
_BEGIN = re.compile(r"^[ \t>]*(?:(?:[-*+]|#{1,6})(?:[ \t]+|$))*", re.M)
_CLOSED = re.compile(r"[ \t]#+[ \t]*$", re.M)
_PLACE = r"\(\s{0,9}<?[^\s<>()]*(?:\([^\s()]*\)[^\s<>()]*)*>?(?:\s{1,9}(?:\"[^\"\n]*\"|'[^'\n]*'))?\s{0,9}\)"
_PICTURE = re.compile(r"!\[[^\[\]\n]*\]" + _PLACE)
_LINK = re.compile(r"(?<=\])" + _PLACE)
_NOTE = re.compile(r"(\[\^[^\]\s^]{1,40}\]):")
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^<>\s]+|[^<>\s@]+@[^<>\s]+)>")
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]*)(?:\s[^<>]*)?/?>")
_NAMES = name_set(
    "a abbr address article aside b bdi bdo big blockquote body br caption center cite code col colgroup dd del details"
    " dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 head header hr html i img ins kbd li link main"
    " mark meta nav ol p pre q rb rp rt ruby s samp section small span strike strong sub summary sup table tbody td"
    " tfoot th thead title tr tt u ul var wbr"
)
"""Elements of HTML; another word in angle brackets is a word: <date of signing>."""


def words_without_marks(text: str) -> str:
    """Return the words of a text; those struck out (``~~``) are left out, those of comments are there."""
    text = _DELETED.sub(" ", "".join(_with_comments(text)))
    text = _RULED.sub("", _FENCE.sub("", text))
    text = _BEGIN.sub("", _CLOSED.sub("", text))
    text = _LINK.sub("", _PICTURE.sub("", text))
    text = _NOTE.sub(r"\1", _ADDRESS.sub(r"\1", text))
    text = _TAG.sub(lambda tag: " " if tag[1].lower() in _NAMES else tag[0], text)
    return html.unescape(text)


def _with_comments(text: str) -> Iterator[str]:
    """Yield the text with the words of comments in place of the comments."""
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        yield f"{text[at:start]} {text[start + 4 : end]} "
        at = end + 3
    yield text[at:]
