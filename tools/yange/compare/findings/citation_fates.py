"""Whether a changed citation only follows what became of the clause it cites.

第七条 → 第六条第二款 follows where article 7 was merged into article 6; 第（三）项 → 第（四）项 follows where the item
cited got that number. The words decide nothing here, only what became of the clauses cited.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from yange.compare.diff.word_diff import diff_keys
from yange.compare.match.pairs import Link
from yange.compare.match.renumbering import is_own
from yange.compare.match.series import SUPPLEMENT, article_number, supplement_before
from yange.compare.text.atoms import AtomKind
from yange.compare.text.tokens import lined
from yange.compare.text.units import Unit
from yange.compare.text.vocabulary import Vocabulary
from yange.law import Law
from yange.law.aspects.cited_numbers import CitedPlace
from yange.model import ClauseKind

__all__ = ["NO_FATES", "Fates", "fates_of", "same_place"]

_OUTLINE = frozenset({ClauseKind.OUTLINE_1, ClauseKind.OUTLINE_2, ClauseKind.OUTLINE_3})

Number = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Fates:
    """What became of the clauses that can be cited.

    ``articles`` gives for each old article number the new articles that have words of it, ``shared`` the old and new
    articles that were split or merged; ``items`` the new number of an item by old article (empty: the outline) and
    old item.
    """

    articles: Mapping[Number, frozenset[Number]] = field(default_factory=dict)
    shared: frozenset[tuple[Number, Number]] = frozenset()
    items: Mapping[tuple[Number, int], int] = field(default_factory=dict)

    def follows(self, was: str, now: str, key: str, start: int, law: Law, within: Number = ()) -> bool:
        """Return whether the citation ``now`` is what ``was`` became.

        ``was`` is at ``start`` of the match key ``key``, in the old article numbered ``within`` (empty: none).
        """
        places = _places(was, now, law)
        if places is None or not is_own(key, start, law):
            return False
        before, after = places
        mark = (SUPPLEMENT,) if supplement_before(key, start, law) is not None else ()
        old, new = (mark + place.article if place.article else () for place in (before, after))
        if bool(old) is not bool(new) and not (new and within):
            return False
        if old and new not in self.articles.get(old, frozenset()):
            return False
        if (old, new) in self.shared:
            return True  # its paragraphs are counted anew in the article that took it in
        if before.paragraph != after.paragraph:
            return False
        return before.item == after.item or self._item_follows(before.item_number, after.item_number, old or within)

    def _item_follows(self, old: int | None, new: int | None, article: Number) -> bool:
        if old is None or new is None:
            return False
        return new == self.items.get((article, old), self.items.get(((), old)))


def same_place(was: str, now: str, law: Law) -> bool:
    """Return whether two citations name one place and print it in two ways: 第（二）项, 第二项."""
    places = _places(was, now, law)
    return places is not None and places[0].printed == places[1].printed


def _places(was: str, now: str, law: Law) -> tuple[CitedPlace, CitedPlace] | None:
    """Return the parts of two citations, where one pack reads both."""
    for grammar in law:
        before, after = grammar.cited_numbers.place(was), grammar.cited_numbers.place(now)
        if before is not None and after is not None:
            return before, after
    return None


NO_FATES = Fates()


def fates_of(
    old: Sequence[Unit], new: Sequence[Unit], links: Sequence[Link], pairs: Iterable[tuple[int, int]],
    law: Law,
) -> Fates:  # fmt: skip
    """Return what became of the citable clauses; ``pairs`` are all edges, links and traces, by index."""
    articles: defaultdict[Number, set[Number]] = defaultdict(set)
    sources: defaultdict[Number, set[Number]] = defaultdict(set)
    for a, b in pairs:
        was, now = old[a], new[b]
        one, other = article_number(was, law), article_number(now, law)
        if one and other and (one[0] == SUPPLEMENT) is (other[0] == SUPPLEMENT):
            articles[one].add(other)
            sources[other].add(one)
    shared = {(a, b) for a, found in articles.items() for b in found if len(found) > 1 or len(sources[b]) > 1}
    items = {**_outline(old, new, links), **_items(old, new, links, Vocabulary(law))}
    return Fates({a: frozenset(found) for a, found in articles.items()}, frozenset(shared), items)


def _outline(old: Sequence[Unit], new: Sequence[Unit], links: Sequence[Link]) -> dict[tuple[Number, int], int]:
    """Return which number of a running outline became which, where each number occurs once on either side."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    for link in links:
        was, now = old[link.old], new[link.new]
        if was.kind is not now.kind or was.kind not in _OUTLINE or was.number is None or now.number is None:
            continue
        if len(was.number.value) == len(now.number.value) == 1:
            found[was.number.value[0]].add(now.number.value[0])
    return {((), number): next(iter(after)) for number, after in found.items() if len(after) == 1}


def _items(
    old: Sequence[Unit], new: Sequence[Unit], links: Sequence[Link], vocabulary: Vocabulary
) -> dict[tuple[Number, int], int]:
    """Return which item of an article became which, for the articles whose items are cited at all."""
    law = vocabulary.law
    if not any(grammar.cited_numbers.cites_items(unit.key.text) for unit in old for grammar in law):
        return {}
    found: dict[tuple[Number, int], int] = {}
    for link in links:
        was, now = old[link.old], new[link.new]
        number = article_number(was, law)
        if not number or not _lists_items(was, law):
            continue
        sides = lined(was.key, law), lined(now.key, law)
        for hunk in diff_keys(*sides, vocabulary) if was.key.text != now.key.text else ():
            for one, other in zip(hunk.old, hunk.new, strict=True) if hunk.equal else ():
                numbers = _label_number(one.text, law), _label_number(other.text, law)
                if one.atom is AtomKind.LABEL and numbers[0] is not None and numbers[1] is not None:
                    found[number, numbers[0]] = numbers[1]
    return found


def _lists_items(unit: Unit, law: Law) -> bool:
    return any(grammar.cited_numbers.lists_items(unit.key.text) for grammar in law)


def _label_number(label: str, law: Law) -> int | None:
    numbers = (grammar.cited_numbers.item_number(label) for grammar in law)
    return next((number for number in numbers if number is not None), None)
