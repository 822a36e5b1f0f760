"""The table of changed values, and the terms replaced throughout: what a reader looks for first.

Values are read phrase by phrase, so that 五百元以上一千元以下 → 一千元以上三千元以下 gives two amounts that rose, and a
value that only moved within its phrase gives none.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from yange.compare.atoms import AtomKind, find_atoms
from yange.compare.keys import Key, make_key
from yange.compare.report import Change, Edge, Edit, Grade, TermChange, ValueChange
from yange.compare.style import same_but_style

__all__ = ["changed_terms", "changed_values"]

_KINDS = (
    AtomKind.AMOUNT,
    AtomKind.DEADLINE,
    AtomKind.PERCENTAGE,
    AtomKind.RATIO,
    AtomKind.COUNT,
    AtomKind.DATE,
    AtomKind.BODY,
    AtomKind.NUMBER,
)
_MODALITY = (
    re.compile("应当|应该|必须|可以|不得|禁止|鼓励|免于|无需|无须|不予|有权"),
    re.compile("以上|以下|不超过|超过|不低于|低于|不少于|少于"),
    re.compile("或者|并且"),
    re.compile(r"\b(?:shall not|must not|may not|shall|must|may|should)\b"),
)
_SAME = {"应该": "应当", "无须": "无需"}
_ONE_SIDED = frozenset(
    {AtomKind.AMOUNT, AtomKind.DEADLINE, AtomKind.PERCENTAGE, AtomKind.RATIO, AtomKind.DATE, AtomKind.NUMBER}
)
_FRAME = frozenset({"title", "cover", "caption"})
_ENDS = frozenset("。;,:!?")
_THROUGHOUT = 3
_TERM = re.compile(r"[\w《》<>\"'()·/-]{2,24}")


def changed_values(changes: Iterable[Change], terms: tuple[str, ...]) -> tuple[ValueChange, ...]:
    """Return every value that differs between two clauses that belong together, in order of the report.

    A value that only one side has stands alone, the other side empty; where clauses were split or merged, and in
    titles, captions and notices, such values are left out, because the other half may stand elsewhere.
    """
    found: dict[ValueChange, None] = {}
    for change in changes:
        alone = len(change.edges) == 1 and change.new_paths[0] not in _FRAME
        for edge in change.edges:
            for phrase in _phrases(edge.edits):
                for kind, was, now in _differences(phrase, terms):
                    if (was and now) or (alone and kind in _ONE_SIDED):
                        found[ValueChange(kind, was, now, edge.old, edge.new)] = None
    return tuple(found)


@dataclass(slots=True)
class _Phrase:
    """A phrase on both sides, and the replacements in it."""

    old: str = ""
    new: str = ""
    changed: bool = False
    replaced: list[tuple[str, str]] = field(default_factory=list)


def _phrases(edits: Sequence[Edit]) -> Iterator[_Phrase]:
    """Yield the phrases in which something changed; words that another clause holds are left out."""
    phrase = _Phrase()
    gone = ""
    for edit in edits:
        if edit.elsewhere:
            continue
        if edit.op == "equal":
            for piece in _pieces(edit.text):
                phrase.old, phrase.new = phrase.old + piece, phrase.new + piece
                if make_key(piece).text[-1:] in _ENDS:
                    if phrase.changed:
                        yield phrase
                    phrase = _Phrase()
        elif edit.op == "delete":
            phrase.old += edit.text
        else:
            phrase.new += edit.text
            if gone:
                phrase.replaced.append((gone, edit.text))
        gone = edit.text if edit.op == "delete" else ""
        phrase.changed = phrase.changed or edit.grade not in {None, Grade.EDITORIAL}
    if phrase.changed:
        yield phrase


def _pieces(text: str) -> list[str]:
    return re.findall(r"[^。；，：！？;:!?]*[。；，：！？;:!?]|[^。；，：！？;:!?]+", text)


def _differences(phrase: _Phrase, terms: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    old, new = make_key(phrase.old), make_key(phrase.new)
    before, after = _values(old, terms), _values(new, terms)
    swapped = [(_values(make_key(was), terms), _values(make_key(now), terms)) for was, now in phrase.replaced]
    for kind in _KINDS:
        same = sorted(key for key, _ in before[kind]) == sorted(key for key, _ in after[kind])
        several = max(len(before[kind]), len(after[kind])) > 1
        if same or (kind is AtomKind.BODY and several):
            # the same values moved, unless one stands in the very place of another; so do bodies among others, since
            # a phrase that names several for other tasks says nothing of which took over from which
            pairs = [pair for was, now in swapped for pair in _paired(was[kind], now[kind]) if all(pair)]
        else:
            pairs = _paired(before[kind], after[kind])
        yield from ((kind.value, was, now) for was, now in pairs)
    if not same_but_style(old.text, new.text):
        for form in _MODALITY:
            before_words = [_SAME.get(word, word) for word in form.findall(old.text)]
            after_words = [_SAME.get(word, word) for word in form.findall(new.text)]
            if len(before_words) == len(after_words):
                words = zip(before_words, after_words, strict=True)
                yield from (("modality", was, now) for was, now in words if was != now)


def _values(key: Key, terms: tuple[str, ...]) -> defaultdict[AtomKind, list[tuple[str, str]]]:
    found: defaultdict[AtomKind, list[tuple[str, str]]] = defaultdict(list)
    for atom in find_atoms(key.text, terms):
        found[atom.kind].append((key.text[atom.start : atom.end], key.raw_of(atom.start, atom.end)))
    return found


def _paired(old: list[tuple[str, str]], new: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Pair values by place where both sides have as many; else what one side has more, in order."""
    if len(old) == len(new):
        return [(was[1], now[1]) for was, now in zip(old, new, strict=True) if was[0] != now[0]]
    gone = Counter(key for key, _ in old) - Counter(key for key, _ in new)
    come = Counter(key for key, _ in new) - Counter(key for key, _ in old)
    left = [raw for key, raw in old if key in gone]
    right = [raw for key, raw in new if key in come]
    return list(zip_longest(left, right, fillvalue=""))


def changed_terms(changes: Iterable[Change]) -> tuple[TermChange, ...]:
    """Return the replacements that stand in three or more clauses, the most frequent first."""
    counts: Counter[tuple[str, str]] = Counter()
    clauses: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for change in changes:
        for edge in change.edges:
            for pair in _replacements(edge):
                counts[pair] += 1
                clauses[pair][edge.new] = None
    often = [pair for pair in counts if len(clauses[pair]) >= _THROUGHOUT]
    often.sort(key=lambda pair: (-counts[pair], pair))
    return tuple(TermChange(*pair, counts[pair], tuple(clauses[pair])) for pair in often)


def _replacements(edge: Edge) -> Iterator[tuple[str, str]]:
    for was, now in zip(edge.edits, edge.edits[1:], strict=False):
        if (was.op, now.op) == ("delete", "insert") and was.grade is now.grade and not was.elsewhere:
            old, new = make_key(was.text).text, make_key(now.text).text
            style = same_but_style(old, new)
            if not style and _TERM.fullmatch(old) and _TERM.fullmatch(new):
                yield was.text, now.text
