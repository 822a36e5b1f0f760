"""The documents of an Akoma Ntoso file: which of them are texts of law, and what is said of the others."""

from __future__ import annotations

from collections.abc import Iterator

from yange.problems import Problem, error, warning
from yange.readers.source_text import LeftOut, LeftOutReason, SourceBlockKind
from yange.readers.xml.akn import HIERARCHY, AknWalker
from yange.readers.xml.akn_facts import AknMeta
from yange.readers.xml.akn_times import several_versions, texts_by_day, too_many
from yange.readers.xml.facts import first
from yange.readers.xml.pieces import Paths, Piece, one_line
from yange.readers.xml.texts import PrintedText
from yange.readers.xml_tree import XmlElement, local_name, written_xml

__all__ = ["NAME", "SHOWN", "matches", "read"]

NAME = "akn"
SHOWN = "Akoma Ntoso (akomaNtoso)"
"""The vocabulary and its root element, for messages."""

_LAWS = frozenset({"act", "bill", "doc", "statement", "portion"})
_OTHERS = frozenset(
    {"amendment", "amendmentList", "debate", "debateReport", "judgment", "judgement", "officialGazette"}
)
_SET = frozenset({"documentCollection", "components", "component", "collectionBody"})
_GONE = frozenset({"removed", "repealed", "ignored"})


def matches(root: XmlElement) -> bool:
    """Return whether a root element is that of Akoma Ntoso; profiles of it have namespaces of their own."""
    return local_name(root) == "akomaNtoso"


def read(name: str, root: XmlElement) -> tuple[list[PrintedText], list[Problem]]:
    """Read every document of a file that is a text of law or a draft of one."""
    paths = Paths()
    documents = list(_documents(root))
    draft = any(local_name(one) == "bill" for one in documents)
    laws = [one for one in documents if local_name(one) in _LAWS]
    several = [one for one in laws if several_versions(one)]
    large = [problem for one in several if (problem := too_many(name, one)) is not None]
    if large:
        return [], large
    texts = [text for one in laws for text in _texts(name, paths, one, draft, several=one in several)]
    if not texts:
        kinds = sorted({local_name(one) for one in documents}) or ["none"]
        message = f"the Akoma Ntoso file holds no text of law ({', '.join(kinds)})"
        hint = "import acts, bills, and documents of type doc; judgments and debates are no law"
        return [], [error("source-not-law", name, message, hint=hint, line=root.sourceline)]
    problems = [
        warning("source-not-law", name, f"a document of type {local_name(one)} is left out", line=one.sourceline)
        for one in documents
        if local_name(one) not in _LAWS
    ]
    texts[0].left.extend(_outside(root, paths))
    return texts, problems


def _documents(element: XmlElement) -> Iterator[XmlElement]:
    for child in element:
        kind = local_name(child)
        if kind in _LAWS or kind in _OTHERS:
            yield child
        elif kind in _SET:
            yield from _documents(child)


def _outside(element: XmlElement, paths: Paths) -> Iterator[LeftOut]:
    """Yield the words of a file outside its texts."""
    if element.text and element.text.strip():
        yield LeftOut(one_line(element.text), LeftOutReason.METADATA)
    for child in element:
        kind = local_name(child)
        if kind in _SET:
            yield from _outside(child, paths)
        elif kind not in _LAWS:
            words = one_line(" ".join(child.itertext()))
            if words:
                yield LeftOut(words, LeftOutReason.METADATA)
        if child.tail and child.tail.strip():
            yield LeftOut(one_line(child.tail), LeftOutReason.METADATA)


def _texts(name: str, paths: Paths, document: XmlElement, draft: bool, *, several: bool) -> Iterator[PrintedText]:
    if not several:
        yield _read(name, paths, document, draft)
        return
    for nth, one in enumerate(texts_by_day(document, paths)):
        made = _read(name, paths, one.document, draft, dated=True)
        made.given = AknMeta.of(document).of_version(made.given, one.start, one.end, first=not nth)
        made.part = written_xml(one.document)
        yield made


def _read(name: str, paths: Paths, document: XmlElement, draft: bool, *, dated: bool = False) -> PrintedText:
    meta = AknMeta.of(document)
    walker = AknWalker(name, paths, meta.language, document)
    walker.print()
    titles = [piece.words for piece in walker.pieces if piece.kind is SourceBlockKind.TITLE]
    if not titles and meta.alias:
        place = walker.place(document)
        walker.pieces.insert(0, Piece(meta.alias, SourceBlockKind.TITLE, computed=True, place=place))
    _say_periods(walker, meta, document, dated=dated)
    kind = local_name(document)
    given = meta.facts(next(iter(titles), None), draft=draft, partial=kind == "portion")
    return PrintedText(walker.pieces, walker.left, walker.problems, given)


def _say_periods(walker: AknWalker, meta: AknMeta, document: XmlElement, *, dated: bool) -> None:
    """Warn of every unit that the file itself says to be gone, or in force for a time of its own.

    The times of units in the text of a day (``dated``) are those of that text.
    """
    for one in document.iter():
        if local_name(one) not in HIERARCHY:
            continue
        label = one_line("".join(num.itertext())) if (num := first(one, "num")) is not None else ""
        status, period = one.get("status") or "", one.get("period") or ""
        if status in _GONE:
            walker.not_in_force(one, label, f"the file marks it as {status}")
        elif period and not dated:
            start, end = meta.period(period)
            begins, ends = f"from {start}" if start else "", f"until {end} (not included)" if end else ""
            said = " ".join(filter(None, (begins, ends)))
            if said:
                walker.not_in_force(one, label, f"the file gives it a period of its own, {said}")
