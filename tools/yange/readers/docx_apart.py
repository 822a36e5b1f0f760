"""What a Word file has apart from its text: heads and feet of pages, comments, the title in its properties."""

from __future__ import annotations

import re
from collections import Counter

from yange.readers.docx_blocks import words_of
from yange.readers.docx_runs import RunReader, all_words
from yange.readers.docx_styles import StyleSheet
from yange.readers.ooxml import WordPackage, short_name
from yange.readers.source_text import LeftOut, LeftOutReason, SourcePlace
from yange.readers.xml_tree import XmlElement

__all__ = ["apart", "words_of_pages"]

_PAGE_NUMBER = re.compile(r"[\s\d\-—–－―·.ivxlcIVXLC第页頁共/]*|[Pp]age\s*\d*(?:\s*(?:of|/)\s*\d*)?")


def apart(package: WordPackage, styles: StyleSheet) -> list[LeftOut]:
    """Return the words of all parts beside the body, with the reason why each is no text."""
    return [*words_of_pages(package, styles), *_comments(package), *_properties(package)]


def words_of_pages(package: WordPackage, styles: StyleSheet) -> list[LeftOut]:
    """Return the heads and feet of pages, a paragraph each."""
    found: list[LeftOut] = []
    for kind in ("header", "footer"):
        for nth, name in enumerate(package.of_kind(kind), 1):
            runs = RunReader(styles, Counter(), lambda _kind, _key: "")
            for paragraph in _paragraphs(package.part(name)):
                words = runs.read(paragraph, f"{kind}[{nth}]")
                text = words_of(words).strip()
                number = words.pages or _PAGE_NUMBER.fullmatch(text) is not None
                reason = LeftOutReason.PAGE_NUMBER if number else LeftOutReason.RUNNING_HEAD
                found += [LeftOut(text, reason, SourcePlace(path=f"{kind}[{nth}]"))] if text else []
            found += runs.left_out
    return found


def _paragraphs(root: XmlElement) -> list[XmlElement]:
    """Return the paragraphs of a part that are in no text box: what is in one is read with its paragraph."""
    found, waiting = [], [root]
    while waiting:
        element = waiting.pop()
        if short_name(element.tag) == "w:p":
            found.append(element)
        else:
            waiting += reversed(list(element))
    return found


def _comments(package: WordPackage) -> list[LeftOut]:
    root = package.first("comments")
    comments = [one for one in (() if root is None else root) if short_name(one.tag) == "w:comment"]
    words = [(nth, all_words(one)) for nth, one in enumerate(comments, 1)]
    return [LeftOut(text, LeftOutReason.COMMENT, SourcePlace(path=f"comment[{nth}]")) for nth, text in words if text]


def _properties(package: WordPackage) -> list[LeftOut]:
    titles = [
        one.text or "" for name in package.core_name for one in package.part(name) if short_name(one.tag) == "dc:title"
    ]
    place = SourcePlace(path="properties/title")
    return [LeftOut(title, LeftOutReason.METADATA, place) for title in titles if title.strip()]
