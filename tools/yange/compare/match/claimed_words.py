"""Which clause contains which words where clauses were split, merged or reorganised."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from yange.compare.match.alignment import Alignment, UnitGroup
from yange.compare.text.keys import SENTENCE
from yange.compare.text.spans import coarse

__all__ = ["Holdings"]

_LABEL = re.compile(r"(?:^|(?<=[.;:]))((?:\d{1,3}\.|[(](?:\d{1,3}|[a-z]{1,4})[)]))\Z")
_Span = tuple[int, int]
_Runs = defaultdict[int, list[tuple[int, int, int]]]


class Holdings:
    """For one group: which runs of each unit's key match which unit of the other side."""

    def __init__(self, alignment: Alignment, group: UnitGroup) -> None:
        self._alignment = alignment
        self._old: _Runs = defaultdict(list)
        self._new: _Runs = defaultdict(list)
        self._traced: defaultdict[tuple[int, int], list[tuple[_Span, _Span]]] = defaultdict(list)
        inside = set(group.pairs)
        for trace in alignment.traces:
            if (trace.old, trace.new) in inside:
                self._traced[trace.old, trace.new].append((trace.old_span, trace.new_span))
                self._old[trace.old].append((*trace.old_span, trace.new))
                self._new[trace.new].append((*trace.new_span, trace.old))
        for a, b in group.pairs:
            if (a, b) not in self._traced:
                self._explain(a, b)

    def _explain(self, a: int, b: int) -> None:
        spans_old, spans_new = coarse(self._alignment.old[a].key.text, self._alignment.new[b].key.text)
        for span in spans_old:
            _add_free(self._old[a], span, b)
        for span in spans_new:
            _add_free(self._new[b], span, a)

    def of(self, a: int, b: int) -> tuple[list[tuple[int, int, str]], list[tuple[int, int, str]]]:
        """Return the runs of old unit ``a`` and of new unit ``b`` that are not part of this pair, with their clauses.

        A pair found by tracing shares its traced runs only: the other words of either clause are not compared.
        """
        runs_old = [(s, e, self._alignment.new[h].label) for s, e, h in self._old[a] if h != b]
        runs_new = [(s, e, self._alignment.old[h].label) for s, e, h in self._new[b] if h != a]
        if (a, b) in self._traced:
            traced = self._traced[a, b]
            keys = self._alignment.old[a].key.text, self._alignment.new[b].key.text
            runs_old = _filled(runs_old, _labelled([span for span, _ in traced], keys[0]), keys[0])
            runs_new = _filled(runs_new, _labelled([span for _, span in traced], keys[1]), keys[1])
        return runs_old, runs_new


def _labelled(spans: list[_Span], key: str) -> list[_Span]:
    """Return runs with the labels of items before them: 1. is no words of another clause."""
    return [(label.start(1) if (label := _LABEL.search(key, 0, start)) else start, end) for start, end in spans]


def _add_free(runs: list[tuple[int, int, int]], span: _Span, holder: int) -> None:
    """Add what of a run is not taken yet."""
    at = span[0]
    for start, end, _ in sorted(runs):
        if at < start < span[1]:
            runs.append((at, start, holder))
        if start < span[1]:
            at = max(at, end)
    if at < span[1]:
        runs.append((at, span[1], holder))


def _filled(runs: list[tuple[int, int, str]], kept: list[_Span], key: str) -> list[tuple[int, int, str]]:
    """Return runs that cover everything outside ``kept``; what is in no clause gets an empty label.

    What is outside is told sentence by sentence, as words of the clause that has most of it: a phrase that two clauses
    share in the middle of a sentence has not gone from the one to the other.
    """
    label = [""] * len(key)
    for start, end, holder in runs:
        label[start:end] = [holder] * (end - start)
    own = bytearray(len(key))
    for start, end in kept:
        own[start:end] = b"\x01" * (end - start)
    out: list[tuple[int, int, str]] = []
    for start, end in _apart(own, key):
        holder = Counter(label[start:end]).most_common(1)[0][0]
        if out and out[-1][1:] == (start, holder):
            out[-1] = (out[-1][0], end, holder)
        else:
            out.append((start, end, holder))
    return out


def _apart(own: bytearray, key: str) -> Iterator[_Span]:
    """Yield the parts of sentences that are not a clause's own, in order."""
    for sentence in SENTENCE.finditer(key):
        at = sentence.start()
        while at < sentence.end():
            start = own.find(0, at, sentence.end())
            if start < 0:
                break
            end = own.find(1, start, sentence.end())
            at = end if end >= 0 else sentence.end()
            yield start, at
