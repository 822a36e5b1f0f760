"""The reader of XML: it chooses the vocabulary by the root element, never by the name of the file."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from yange.problems import Problem, error
from yange.readers.source_text import DocumentReading, SourceText
from yange.readers.xml import akn_documents, clml, egov, formex, gii, law_go_kr, legi, riigi_teataja, uslm
from yange.readers.xml.pieces import written
from yange.readers.xml.second_reading import words_of
from yange.readers.xml.texts import PrintedText
from yange.readers.xml_tree import LIBRARY, XmlElement, XmlRefused, parse_xml

__all__ = ["DEEPEST_LAW", "XmlReader"]

DEEPEST_LAW = 150
"""Levels of elements in a text of law. The deepest seen in real ones has 45."""

_ROOT = re.compile(rb"<(?![?!])(?:[\w.-]{1,60}:)?([\w.-]{1,60})")
_KOREAN = f"<{law_go_kr.ROOT}".encode()
_BEGINS = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<(?:\?xml[\s?]|!DOCTYPE\s(?!html\b)|!--|[A-Za-z_])|" + _KOREAN + rb"[\s>])", re.IGNORECASE
)
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_HTML = re.compile(rb"<(?:!DOCTYPE\s+)?html[\s>]", re.IGNORECASE)
_HEAD = 4096


@dataclass(frozen=True, slots=True)
class XmlVocabulary:
    """An XML vocabulary: its name, its name in messages, its root elements, and how its files are read."""

    name: str
    shown: str
    matches: Callable[[XmlElement], bool]
    read: Callable[[str, XmlElement], tuple[list[PrintedText], list[Problem]]]


_VOCABULARIES = tuple(
    XmlVocabulary(module.NAME, module.SHOWN, module.matches, module.read)
    for module in (akn_documents, egov, uslm, clml, formex, legi, gii, riigi_teataja, law_go_kr)
)


class XmlReader:
    """Read the XML vocabularies of law: Akoma Ntoso, Japan's e-Gov and others."""

    name = "xml"
    suffixes = (".xml", ".akn")

    def recognises(self, name: str, data: bytes) -> bool:
        """Return whether the content is XML and no web page."""
        head = data[:_HEAD]
        if head.startswith(_WIDE):
            head = head[2:].replace(b"\0", b"")
        return _BEGINS.match(head) is not None and _HTML.search(head) is None and _is_xml(head)

    def read(self, name: str, data: bytes) -> DocumentReading:
        """Read a file: one text, or several if it holds several."""
        try:
            root = parse_xml(data)
        except XmlRefused as problem:
            hint = "download the file again, or import another format of the text"
            return _refused(error("source-xml", name, problem.message, hint=hint, line=problem.line))
        deep = _too_deep(root)
        if deep is not None:
            message = f"the elements are nested more than {DEEPEST_LAW} levels deep"
            return _refused(error("source-xml", name, message, hint="import another format", line=deep.sourceline))
        vocabulary = next((one for one in _VOCABULARIES if one.matches(root)), None)
        if vocabulary is None:
            return _refused(_unknown(name, root))
        texts, problems = vocabulary.read(name, root)
        # the name of a text tells which of several in a file it is
        names = [f"{name}#{nth}" if len(texts) > 1 else name for nth, _ in enumerate(texts, 1)]
        sources = tuple(_source(said, data, vocabulary, one) for said, one in zip(names, texts, strict=True))
        found = (*problems, *(problem for one in texts for problem in one.problems))
        return DocumentReading(sources, found, _second_words(data, texts))


def _second_words(data: bytes, texts: Sequence[PrintedText]) -> str | None:
    """Return the words of a file as a second reader sees them; of each part, where its texts share parts."""
    parts = [one.part for one in texts if one.part is not None]
    if not parts:
        return words_of(data)
    words = [words_of(part) for part in parts]
    return "\n".join(filter(None, words)) if len(parts) == len(texts) else None


def _is_xml(head: bytes) -> bool:
    """Return whether a file says that it is XML, or its first tag has a form that only XML has."""
    if b"<?xml" in head[:200] or _KOREAN in head[:200]:
        return True
    root = _ROOT.search(head)
    return root is not None and (b"xmlns" in head or root[1] in _BARE_ROOTS)


_BARE_ROOTS = frozenset(
    {b"Law", b"DataRoot", b"law_data_response", b"dokumente", b"oigusakt", b"ACT", b"CONS.ACT"}
    | {b"ARTICLE", b"TEXTE_VERSION"}
)
"""Root elements of files that are seen without a declaration and without a namespace."""


def _unknown(name: str, root: XmlElement) -> Problem:
    known = "; ".join(one.shown for one in _VOCABULARIES)
    message = f"the XML vocabulary with the root element {root.tag[:200]} is not read"
    return error("source-xml-unknown", name, message, hint=f"these are read: {known}", line=root.sourceline)


def _refused(problem: Problem) -> DocumentReading:
    return DocumentReading((), (problem,))


def _too_deep(root: XmlElement) -> XmlElement | None:
    """Return the first element below the deepest level, so that no walk over the file runs out of stack."""
    level = [root]
    for _ in range(DEEPEST_LAW):
        level = [child for element in level for child in element]
        if not level:
            return None
    return level[0]


def _source(name: str, data: bytes, vocabulary: XmlVocabulary, printed: PrintedText) -> SourceText:
    writer = written(printed.pieces)
    return SourceText(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        text=writer.text,
        media="application/xml",
        reader=f"xml-{vocabulary.name}",
        library=LIBRARY,
        blocks=writer.blocks,
        whole=True,
        given=printed.given,
        left_out=tuple(printed.left),
    )
