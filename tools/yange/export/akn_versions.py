"""Several texts of a policy as one tree of Akoma Ntoso elements, in which words that stayed are printed once.

Each element has the texts that contain it. What stays of the tree where the elements of other texts are taken away is
that text, word for word and in order. A clause whose words changed is there twice, the older wording first; a division
or an article with clauses in it is one element as long as its number and heading stay. Elements that the schema allows
only once (``num``, ``heading``, ``content``) are parts of what is compared, never doubled.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import groupby
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from yange.export.akn_words import NAMESPACE

__all__ = ["MergedTexts"]

_WORDED = frozenset({"p", "num", "heading", "longTitle", "table"})
"""Elements that are compared as a whole, with their words."""
_NAMED_BY = ("num", "heading")
"""Children that an element must keep to be the same one."""
_ONCE = (
    *("num", "heading", "intro"),
    *("coverPage", "preface", "preamble", "body", "mainBody", "conclusions", "attachments"),
)
"""Children that the schema allows once, in this order and before the others."""


@dataclass(slots=True)
class _Row:
    """An element of the merged tree before it is made: the same one in some of the texts."""

    key: bytes
    path: str
    members: dict[int, Element]


@dataclass(slots=True)
class MergedTexts:
    """One tree for several texts, given by number from 0 in order of time."""

    root: Element
    texts: dict[Element, frozenset[int]] = field(default_factory=dict)
    """The texts that contain an element, for each element that is compared."""

    @classmethod
    def of(cls, documents: Sequence[Element]) -> MergedTexts:
        """Merge documents whose outermost elements have one name; the attributes are those of the first."""
        made = cls(documents[0])
        made.root = made._merged(dict(enumerate(documents)))
        return made

    def paths(self) -> Mapping[str, Sequence[Element]]:
        """Return the elements by the ``eId`` that they have in their own texts, each list in order of time."""
        found: dict[str, list[Element]] = {}
        for one in self.root.iter():
            if (path := one.get("eId")) is not None:
                found.setdefault(path, []).append(one)
        return {path: sorted(several, key=lambda one: min(self.texts[one])) for path, several in found.items()}

    def _merged(self, members: Mapping[int, Element]) -> Element:
        first = next(iter(members.values()))
        if _is_whole(first):
            made = deepcopy(first)
        else:
            made = Element(first.tag, dict(first.attrib))
            for name in _ONCE:
                same = {nth: one for nth, around in members.items() for one in around if _name(one) == name}
                if same:
                    made.append(self._merged(same))
            rows: list[_Row] = []
            for nth, around in members.items():
                rows = _with_text(rows, nth, [one for one in around if _name(one) not in _ONCE])
            made.extend(self._merged(row.members) for row in rows)
        self.texts[made] = frozenset(members)
        return made


def _name(one: Element) -> str:
    return one.tag.removeprefix(f"{{{NAMESPACE}}}")


def _is_whole(one: Element) -> bool:
    """Return whether an element is compared with all that is in it: words, or a clause that only has words."""
    return _name(one) in _WORDED or any(_name(child) == "content" for child in one)


def _key(one: Element) -> bytes:
    """Return what an element must share with that of another text to be the same one."""
    if _is_whole(one):
        return bytes(ElementTree.tostring(one, encoding="utf-8"))
    frame = Element(one.tag, dict(one.attrib))
    frame.extend(child for child in one if _name(child) in _NAMED_BY)
    return b"frame " + bytes(ElementTree.tostring(frame, encoding="utf-8"))


def _with_text(rows: Sequence[_Row], nth: int, children: Sequence[Element]) -> list[_Row]:
    """Return rows with the children of one more text, so that the rows of each text keep its order."""
    fresh = [_Row(_key(one), one.get("eId") or "", {nth: one}) for one in children]
    found: list[_Row] = []
    matcher = SequenceMatcher(None, [row.key for row in rows], [row.key for row in fresh], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            for row, other in zip(rows[a:b], fresh[c:d], strict=True):
                row.members.update(other.members)
                found.append(row)
        else:
            found += _beside(rows[a:b], fresh[c:d])
    return found


def _beside(old: Sequence[_Row], new: Sequence[_Row]) -> list[_Row]:
    """Return old rows and new ones, each clause behind the earlier ones that have its address."""
    found: list[_Row] = []
    before, after = _runs(old), _runs(new)
    matcher = SequenceMatcher(None, [run[0].path for run in before], [run[0].path for run in after], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            found += [row for pair in zip(before[a:b], after[c:d], strict=True) for run in pair for row in run]
        else:
            found += [row for run in (*before[a:b], *after[c:d]) for row in run]
    return found


def _runs(rows: Sequence[_Row]) -> list[list[_Row]]:
    return [list(run) for _, run in groupby(rows, key=lambda row: row.path)]
