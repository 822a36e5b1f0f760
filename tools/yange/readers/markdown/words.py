"""Put the words of a line of Markdown together: what is printed, without marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from markdown_it.token import Token

from yange.readers.html.names import name_set
from yange.readers.html.words import WIDE, raised

__all__ = ["footnotes_apart", "joined", "printed"]

BREAK, SOFT = "\x01", "\n"
"""A line break that is meant, and one of the source alone, in the words of :func:`printed`."""
_STAR = "\x00"
"""A star that is escaped: it opens no bold words. No text has this character: the parser replaces it."""
_LEFT_OVER = re.compile(r"(\*\*|__)(?=\S)([^*_\n\x01]{1,400}?)(?<=\S)\1")
_REFERENCE = re.compile(r"\[\^([0-9]{1,4})\]")
_NOTE = re.compile(rf"(?:^|{SOFT}|{BREAK})\[\^([^\]\s^]{{1,40}})\]:[ \t]*")
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]*)")
_INLINE_TAGS = name_set(
    "a abbr b bdi bdo big br cite code del dfn em font i img ins kbd mark q ruby rb rp rt s samp small span strike"
    " strong sub sup tt u var wbr p div center hr"
)
_SOFT_BREAK = re.compile(rf"(?<=[{WIDE}])[ \t]*\n[ \t]*(?=[{WIDE}])")


def printed(children: Sequence[Token], leave_out: Callable[[str, bool], None]) -> str:
    """Return the words of inline tokens; ``leave_out`` is called with what is none, and whether it is deleted."""
    return _stars("".join(_pieces(children, leave_out)))


def _pieces(children: Sequence[Token], leave_out: Callable[[str, bool], None]) -> Iterator[str]:
    deleted, lifted = False, False
    for token in children:
        if token.type in ("s_open", "s_close"):
            deleted = token.type == "s_open"
        elif token.type == "html_inline":
            tag = _TAG.match(token.content)
            name = tag[1].lower() if tag else ""
            lifted = token.content.startswith("<sup") or (lifted and not token.content.startswith("</sup"))
            yield _of_tag(token.content, name, leave_out)
        elif deleted:
            leave_out(token.content, True)
        else:
            words = _of_token(token)
            yield raised(words) if lifted else words


def _of_tag(content: str, name: str, leave_out: Callable[[str, bool], None]) -> str:
    if name == "br":
        return BREAK
    if content.startswith("<!--"):
        leave_out(content[4:].removesuffix("-->").strip(), False)
        return ""
    # A word in angle brackets is no element: <date of signing>.
    return "" if name in _INLINE_TAGS else content


def _of_token(token: Token) -> str:
    if token.type == "softbreak":
        return SOFT
    if token.type == "hardbreak":
        return BREAK
    if token.type == "text_special":
        return token.content.replace("*", _STAR).replace("[", "\x02")
    if token.type in ("text", "code_inline"):
        return token.content
    return ""


def _stars(text: str) -> str:
    """Return words without the marks of bold type that CommonMark does not read before Chinese: ``**（一）**甲``."""
    return _LEFT_OVER.sub(r"\2", text) if "**" in text or "__" in text else text


def footnotes_apart(text: str) -> Iterator[tuple[str, str]]:
    """Yield the words of a paragraph and of the notes in it, each with the number of the note (empty: no note)."""
    ends = [(match.start(), match.end(), match[1]) for match in _NOTE.finditer(text)]
    starts = [(0, "")] + [(end, number) for _, end, number in ends]
    for (start, number), end in zip(starts, [*(begin for begin, _, _ in ends), len(text)], strict=True):
        if text[start:end].strip() or number:
            yield number, text[start:end]


def joined(text: str, *, notes: bool) -> str:
    """Return words with the line breaks of the source resolved, and with raised numbers for references to ``notes``."""
    if notes:
        text = _REFERENCE.sub(lambda match: raised(match[1]), text)
    text = _SOFT_BREAK.sub("", text).replace(SOFT, " ")
    return text.replace(_STAR, "*").replace("\x02", "[").strip()
