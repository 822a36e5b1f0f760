"""A document of Akoma Ntoso with several versions, taken apart into its text on each day on which one begins.

In a document that ``contains`` ``multipleVersions`` an element with a ``period`` is a part of the text on the days of
that ``temporalGroup`` (Akoma Ntoso 1.0, part 1, 5.8); one without is a part of it whenever the element around it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from yange.problems import Problem, error
from yange.readers.xml.facts import day, named
from yange.readers.xml.pieces import Paths
from yange.readers.xml_tree import XmlElement, copy_without, local_name

__all__ = ["MOST_ELEMENTS", "DatedText", "several_versions", "texts_by_day", "too_many"]

MOST_ELEMENTS = 2_000_000
"""Elements of all versions together: the Civil Code of France has 13,000, so that 150 versions of it are read."""
_Spans = Sequence[tuple[date, date | None]]


@dataclass(frozen=True, slots=True)
class DatedText:
    """The text of a document from a day on, and the first day on which it is no longer the text."""

    start: date
    end: date | None
    document: XmlElement


def several_versions(document: XmlElement) -> bool:
    """Return whether a document says that it has several versions, and on which days each part of it is read."""
    return document.get("contains") == "multipleVersions" and bool(_starts(document, _groups(document)))


def too_many(name: str, document: XmlElement) -> Problem | None:
    """Return an error if the versions of a document are more than can be read."""
    starts, elements = len(_starts(document, _groups(document))), sum(1 for _ in document.iter())
    if starts * elements <= MOST_ELEMENTS:
        return None
    message = f"{starts} versions of {elements:,} elements are more than {MOST_ELEMENTS:,} elements together"
    return error("source-xml", name, message, hint="import the versions as files", line=document.sourceline)


def texts_by_day(document: XmlElement, paths: Paths) -> Iterator[DatedText]:
    """Yield the texts of a document with several versions, in order of time.

    A day on which something begins begins a text, unless the same words are only in force again. Paths of elements
    are those in the document.
    """
    groups = _groups(document)
    last: tuple[object, date | None] | None = None
    for start in sorted(_starts(document, groups)):
        copies = copy_without(document, partial(_is_out, groups, start))
        for copied, original in copies.items():
            paths.stands_for(copied, original)
        made = next(iter(copies))
        words, end = _words(made), _end(document, groups, start)
        if last is None or words != last[0] or last[1] == start:
            yield DatedText(start, end, made)
        last = words, end


def _is_out(groups: Mapping[str, _Spans], on: date, one: XmlElement) -> bool:
    """Return whether a day is in none of the intervals of an element; one whose intervals are not known stays."""
    spans = groups.get(one.get("period") or "", ())
    return bool(spans) and not any(start <= on and (end is None or on < end) for start, end in spans)


def _groups(document: XmlElement) -> Mapping[str, _Spans]:
    """Return the intervals of each temporal group by the reference to it; one with an unknown first day has none."""
    days = {f"#{_id(one)}": day(one.get("date")) for one in named(document, "eventRef")}
    found: dict[str, _Spans] = {}
    for group in named(document, "temporalGroup"):
        spans = []
        for one in group:
            start, end = days.get(one.get("start") or ""), one.get("end")
            if local_name(one) == "timeInterval" and start is not None and (end is None or days.get(end) is not None):
                spans.append((start, days.get(end or "")))
        found[f"#{_id(group)}"] = spans
    return found


def _id(one: XmlElement) -> str | None:
    return one.get("eId") or one.get("id")


def _starts(document: XmlElement, groups: Mapping[str, _Spans]) -> set[date]:
    used = {one.get("period") or "" for one in document.iter()}
    return {start for name in used for start, _ in groups.get(name, ())}


def _end(document: XmlElement, groups: Mapping[str, _Spans], start: date) -> date | None:
    """Return the last day on which an interval that contains ``start`` ends; ``None`` if one has no end."""
    used = {one.get("period") or "" for one in document.iter()}
    ends = [end for name in used for first, end in groups.get(name, ()) if first <= start and (not end or start < end)]
    known = [end for end in ends if end is not None]
    return max(known) if len(known) == len(ends) else None


def _words(document: XmlElement) -> object:
    """Return the words and the structure of a document without its metadata."""
    found: list[object] = []
    waiting = [document]
    while waiting:
        one = waiting.pop()
        if local_name(one) != "meta":
            found.append((one.tag, (one.text or "").strip(), (one.tail or "").strip(), len(one)))
            waiting.extend(one)
    return found
