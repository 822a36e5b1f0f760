"""What a person should know about how a Word file was read: changes, hidden words, what was not read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from yange.problems import Problem, warning
from yange.readers.source_text import LeftOut, LeftOutReason

__all__ = ["remarks"]

_QUOTED = 60
"""Characters of a text that a message quotes."""
_FEW_WORDS = 200
"""Characters. A text with fewer and with a large picture is a scan with a typed head."""
_MOST_DOUBTS = 3
"""Numbers that are named; more of them have the same reason."""
_COMPARE = "compare the text with the printed document"
_NOT_READ = {
    "equations": "equations are read without their layout: fractions and exponents are run together",
    "objects": "embedded objects are not read",
    "charts": "charts or diagrams are not read",
    "parts": "parts that are other documents are not read",
    "fields": "fields show words that are not in the file",
    "symbols": "symbols of a font have no known character",
}


def remarks(
    name: str, counts: Counter[str], doubts: Mapping[str, str], left_out: Sequence[LeftOut], text: str
) -> Iterator[Problem]:
    """Yield the warnings about one file: ``counts`` by kind, ``doubts`` about numbers, and what was left out."""
    yield from _changes(name, counts)
    yield from _hidden(name, counts)
    yield from _not_read(name, counts)
    yield from _doubts(name, doubts)
    yield from _running_heads(name, left_out, text)
    yield from _pictures(name, counts["large pictures"], text)


def _changes(name: str, counts: Counter[str]) -> Iterator[Problem]:
    kinds = [kind for kind in ("inserted", "deleted", "moved") if counts[kind]]
    if kinds:
        said = ", ".join(f"{counts[kind]:,} {kind}" for kind in kinds)
        message = f"{sum(counts[kind] for kind in kinds):,} tracked changes are read as accepted ({said})"
        hint = "accept or reject them in the file, if this is not the text as issued"
        yield warning("source-tracked-changes", name, message, hint=hint)


def _hidden(name: str, counts: Counter[str]) -> Iterator[Problem]:
    pieces = counts["hidden"] + counts["codes"]
    if pieces:
        message = f"{pieces:,} pieces of hidden text are left out"
        yield warning("source-hidden-words", name, message, hint="show hidden text in the file, and compare")


def _not_read(name: str, counts: Counter[str]) -> Iterator[Problem]:
    for kind, words in _NOT_READ.items():
        if counts[kind]:
            message = f"{counts[kind]:,} {words}"
            yield warning("source-not-read", name, message, hint=_COMPARE)


def _doubts(name: str, doubts: Mapping[str, str]) -> Iterator[Problem]:
    for label, doubt in list(doubts.items())[:_MOST_DOUBTS]:
        message = f"the number {label} was worked out, and {doubt}"
        yield warning("source-number-doubtful", name, message, hint=_COMPARE)


def _running_heads(name: str, left_out: Sequence[LeftOut], text: str) -> Iterator[Problem]:
    """Report words of heads and feet that are nowhere in the text: in a 红头 the issuer and the number are there."""
    known = "".join(text.split())
    heads = dict.fromkeys(one.text for one in left_out if one.reason is LeftOutReason.RUNNING_HEAD)
    missing = "; ".join(" ".join(head.split()) for head in heads if "".join(head.split()) not in known)
    if missing:
        quoted = missing if len(missing) <= _QUOTED else f"{missing[:_QUOTED]}…"
        message = f"the heads and feet of pages have words that the text has not: {quoted}"
        hint = "if the issuer or the document number is there, fill them in"
        yield warning("source-running-head", name, message, hint=hint)


def _pictures(name: str, large: int, text: str) -> Iterator[Problem]:
    if not large:
        return
    message = f"{large:,} large pictures were not read; words in them are missing"
    if len(text) < _FEW_WORDS:
        message = f"{large:,} large pictures were not read, and the text has {len(text):,} characters: it may be a scan"
    yield warning("source-pictures", name, message, hint="import a copy that has text, or compare with the pictures")
