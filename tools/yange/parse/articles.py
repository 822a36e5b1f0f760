"""Find the articles (第N条) of a text: the best chain of rising numbers through the whole text.

Counting every 第N条 at a line start as an article loses more than half of all correct alignments between revisions.
Using the first that follows the last number fails if a sentence breaks at a cross-reference to the next number. So
every place has a weight from its surroundings, and the chain with the highest sum is used.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from yange.numbering import ClauseNumber, NumberStyle
from yange.parse.evidence import begins_cleanly, closes_sentence, ends_closed, is_division
from yange.parse.markdown import EDGES
from yange.parse.marks import Line
from yange.parse.placeholders import is_placeholder, may_be_placeholder
from yange.parse.rules import Rules
from yange.parse.signs import announces, signs

Key = TypeVar("Key")

__all__ = ["CLEAR", "Candidate", "best_chain", "candidates", "is_credible", "named_range"]

CLEAR = 4
"""The smallest weight of a place that counts without its neighbours: a paragraph that begins with the number."""

_SPACED = 2
_ALONE = 3
_BROKEN = -2
_DOUBTFUL = -3
_INNER = 1
_AFTER_HEADING = 3
_LOOSE = -1

_MISSING = 3
_SKIPPED = 1
"""5b right behind 5, where a doubtful 5a may be between them."""
_FIRM_GAP = 5
_HUNDRED = 100
"""Another division's numbers begin at 101, 201, 1101."""
_BACK = 7
_ANNOUNCED = 3
_GOES_ON = ",、，(（'’-–—"
_UNCLEAR = 3
_LARGEST_GAP = 30
_PARTED = ("：", ":", "–", "—")
_REPEATED = 5
_FRAGMENT = 3

_LONGEST_HEADING = 40
_LONGEST_HEADED = 100
_FEWEST_WORDS = 2
_LONGEST_RANGE = 200


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where an article may begin: index of the line, column, number, and weight of the evidence."""

    line: int
    column: int
    number: ClauseNumber
    weight: int
    firm: bool = False
    """Whether the place alone proves that an article begins: a gap of any length may be before it."""
    leaps: bool = False
    """Whether numbers of this style go on with 101 or 201 in another division."""
    alone: bool = False
    """Whether it is firm and has its line for itself: even lower numbers than the last may go on from there."""
    sparse: bool = False
    """Whether numbers of this form leave gaps for later ones: 8-1, 8-5, 9-1. A gap between them then costs little."""


def candidates(lines: Sequence[Line], style: NumberStyle) -> list[Candidate]:
    """Return every place at which an article of this style may begin, in order of the text."""
    found: list[Candidate] = []
    doubtful = False
    for at in range(len(lines)):
        found.extend(_at_start(lines, at, style, doubtful))
        doubtful = doubtful or signs(lines[at]) or announces(lines[at])
        if style in lines[at].rules.numbers.within:
            found.extend(_inside(lines, at, style))
    return found


def _at_start(lines: Sequence[Line], at: int, style: NumberStyle, doubtful: bool) -> Iterator[Candidate]:
    line = lines[at]
    if line.is_quoted(0):
        return
    several = named_range(line)
    if several is not None and several.style == style:
        yield Candidate(at, 0, several, CLEAR + _SPACED, firm=True)
        return
    for number in line.numbers():
        if number.style != style or line.refers(number):
            continue
        shown = line.rules.numbers.is_own(line.plain, number)
        alone = _has_line_for_itself(lines, at, number)
        clear = shown or alone or begins_cleanly(lines, at) or _heads_paragraph(lines, at, number)
        weight = (CLEAR if clear else _BROKEN) + (_SPACED if shown else _manner(line, number, 0))
        leaps = style in line.rules.numbers.leaps
        certain = leaps or not doubtful
        firm = alone or (weight >= CLEAR + _SPACED and certain and _begins_sentence(lines, at))
        yield Candidate(at, 0, number, weight + _ALONE * alone, firm, leaps, alone)


def _has_line_for_itself(lines: Sequence[Line], at: int, number: ClauseNumber) -> bool:
    """Tell whether a label in letters is a line of its own that the lines beside it do not make part of a sentence.

    Such a label begins with a capital, and so does what is below it; nothing announces words of another text.
    """
    if not number.raw[:1].isupper() or len(number.raw) < len(lines[at].plain):
        return False
    below = lines[at + 1].plain[:1] if at + 1 < len(lines) else ""
    if below.islower() or (at and not lines[at].block.parted and lines[at - 1].plain[-1] in _GOES_ON):
        return False
    above = lines[max(0, at - _ANNOUNCED) : at]
    return not any(map(announces, above))


def _heads_paragraph(lines: Sequence[Line], at: int, number: ClauseNumber) -> bool:
    """Return whether a line is a label and a heading, below which the first paragraph of an article begins.

    Art. 7 Verfahren and below it 1 Die Fähre … are an article, even if a heading that ends no sentence is above them.
    """
    line, below = lines[at], lines[at + 1 : at + 2]
    words = line.plain[len(number.raw) :].strip()
    if not words or len(line.plain) > _LONGEST_HEADED or not words[0].isupper() or not words[-1].isalnum():
        return False
    opening = line.rules.opening
    return any(one.value == (1,) and (number.style, one.style) in opening for two in below for one in two.numbers())


def named_range(line: Line) -> ClauseNumber | None:
    """Return the label at the start of a line that names several clauses (第十条至第四十五条　（删去）), or ``None``.

    Only a placeholder may follow; with other words it is a reference at the start of a line.
    """
    return line.once("range", lambda: _named_range(line))


def _named_range(line: Line) -> ClauseNumber | None:
    if len(line.plain) > _LONGEST_RANGE or not may_be_placeholder(line.plain, line.rules):
        return None
    several = line.rules.numbers.several(line.plain)
    return several if several is not None and is_placeholder(line.plain[len(several.raw) :], line.rules) else None


def _begins_sentence(lines: Sequence[Line], at: int) -> bool:
    """Return whether the line above ends a sentence or is a heading, so that no broken sentence continues here."""
    if at == 0:
        return True
    above = lines[at - 1]
    if above.block.level or closes_sentence(above) or named_range(above) is not None:
        return True
    return any(is_division(above, number) for number in above.numbers()[:1])


def _manner(line: Line, number: ClauseNumber, column: int) -> int:
    end = column + len(number.raw)
    if line.spaced(end) or line.plain.startswith(_PARTED, end):
        return _SPACED
    if number.raw.endswith(".") and line.plain.startswith("-", end):
        return _SPACED  # Art. 5.-Les bateaux
    return _DOUBTFUL if line.rules.numbers.refers_perhaps(line.plain, number, column) else 0


def _inside(lines: Sequence[Line], at: int, style: NumberStyle) -> Iterator[Candidate]:
    """Yield the places inside a line: after the end of a sentence, after a heading, or with spaces on both sides."""
    line = lines[at]
    for match in line.rules.numbers.within[style].finditer(line.plain):
        column = match.start()
        number = next((n for n in line.numbers(column) if n.style == style), None) if column else None
        if number is None or line.is_quoted(column) or line.refers(number, column):
            continue
        closed = ends_closed(line.plain, column)
        apart = line.plain[column - 1] in EDGES and line.spaced(column + len(number.raw))
        heading = _after_heading(_before(lines, at, column), line.rules)
        if heading:
            yield Candidate(at, column, number, heading + max(0, _manner(line, number, column)))
        elif closed or apart:
            yield Candidate(at, column, number, (_INNER if closed else _LOOSE) + _manner(line, number, column))


def _before(lines: Sequence[Line], at: int, column: int) -> str:
    """Return the words before a column, with those of the line above if the column is near the start."""
    above = lines[at - 1].plain[-_LONGEST_HEADING:] if at and column < _LONGEST_HEADING else ""
    return above + lines[at].plain[max(0, column - _LONGEST_HEADING) : column]


def _after_heading(before: str, rules: Rules) -> int:
    """Return the weight of a chapter's heading at the end of ``before``, or 0 if there is none.

    A chapter that is cited before an article (依照第二章第五条) has no words between the two numbers, or a word
    before it shows the citation (按照第二章收费标准第三条办理).
    """
    for match in reversed(list(rules.inner_divisions.finditer(before))):
        number = rules.numbers.one(before, match.start())
        if number is None or not number.style.divides or rules.numbers.refers(before, number, match.start()):
            continue
        heading = before[match.end() :].strip(EDGES)
        if any(sign in heading for sign in "。；，"):
            return 0
        if rules.citing.search(before[: match.start()].rstrip(EDGES)):
            return 0
        begins = match.start() == 0 or ends_closed(before, match.start()) or before[match.start() - 1] in EDGES
        return _AFTER_HEADING if begins else _INNER * (len(heading) >= _FEWEST_WORDS)
    return 0


def best_chain(found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return the chain of rising numbers with the highest sum of weights; gaps and repetitions lower it.

    Each number follows the one before it (第十二条之一 and 第十三条 both follow 第十二条). Up to thirty numbers may be
    missing, or any number before a firm place, and one may occur twice at a clear place: sources have such mistakes,
    and losing the articles after them would be worse.
    """
    chains = _Chains(found)
    for at in range(len(found)):
        chains.add(at)
    return chains.best()


class _Chains:
    """The best chain that ends at each candidate."""

    def __init__(self, found: Sequence[Candidate]) -> None:
        self._found = found
        self._sums: list[int] = []
        self._before: list[int] = []
        self._tails: dict[int, int] = {}
        """By first number: the best chain that ends at the clause or at one inserted after it."""
        self._exact: dict[tuple[int, ...], int] = {}
        self._within: dict[tuple[int, ...], int] = {}
        """By the first two or more numbers of a value: the best chain that ends there or below (12A, 12AA)."""
        self._firsts = sorted({candidate.number.last[0] for candidate in found})
        self._highest = -1
        """The best chain so far, whatever number it ends at."""
        self._lower = [-1] * (len(self._firsts) + 1)
        """A Fenwick tree: the best chain by the first number at its end."""

    def add(self, at: int) -> None:
        candidate = self._found[at]
        total, previous = _start(candidate), -1
        for cost, other in self._predecessors(candidate):
            if self._sums[other] - cost > total:
                total, previous = self._sums[other] - cost, other
        self._sums.append(total + candidate.weight)
        self._before.append(previous)
        if self._highest < 0 or self._sums[at] >= self._sums[self._highest]:
            self._highest = at
        last = candidate.number.last
        self._keep(self._tails, last[0], at)
        self._keep(self._exact, last, at)
        for depth in range(2, len(last) + 1):
            self._keep(self._within, last[:depth], at)
        self._keep_lower(bisect_left(self._firsts, last[0]) + 1, at)

    def _keep(self, table: dict[Key, int], key: Key, at: int) -> None:
        if key not in table or self._sums[at] >= self._sums[table[key]]:
            table[key] = at

    def _predecessors(self, candidate: Candidate) -> Iterator[tuple[int, int]]:
        """Yield the possible predecessors of a candidate as ``(cost, index)``."""
        value = candidate.number.value
        within, tails = self._within, self._tails
        if len(value) > 1:
            if candidate.number.stem in self._exact:
                yield _SKIPPED * (value[-1] > 1), self._exact[candidate.number.stem]
            for cost, near in ((0, value[-1] - 1), (_MISSING, value[-1] - 2)):
                if (*value[:-1], near) in within:
                    yield cost, within[*value[:-1], near]
            if value[0] - 1 in tails:
                yield _MISSING + 1, tails[value[0] - 1]
            if candidate.firm:
                yield from self._before_firm(candidate)
        else:
            last = value[0] - 1
            least = _start(candidate)
            if last in tails:
                yield 0, tails[last]
                least = max(least, self._sums[tails[last]])
            if candidate.weight >= _INNER and self._reaches(least + _MISSING):
                doubt = _UNCLEAR if candidate.weight < CLEAR else 0
                for gap in range(1, min(_LARGEST_GAP, last) + 1):
                    if last - gap in tails:
                        yield _MISSING + gap + doubt, tails[last - gap]
            leaps = candidate.weight >= CLEAR and value[0] % _HUNDRED == 1 and candidate.leaps
            if (candidate.firm or leaps) and (lower := self._best_lower(value[0])) >= 0:
                yield _SKIPPED if leaps else _FIRM_GAP, lower
        if value in self._exact and candidate.weight >= CLEAR + _SPACED:
            yield _REPEATED, self._exact[value]
        if candidate.alone and self._highest >= 0 and self._found[self._highest].line < candidate.line:
            yield _BACK, self._highest

    def _reaches(self, total: int) -> bool:
        """Return whether the best chain so far has more than this sum, so that one with a gap may be the best."""
        return self._highest >= 0 and self._sums[self._highest] > total

    def _before_firm(self, candidate: Candidate) -> Iterator[tuple[int, int]]:
        """Yield what may stand before 121-7 where 121-6 and 121 do not: 121-3, and any that is lower than 121."""
        value, place = candidate.number.value, (candidate.line, candidate.column)
        gap = _SKIPPED if candidate.sparse else _FIRM_GAP
        near = self._tails.get(value[0], -1)
        if near >= 0 and self._found[near].number.last < value:
            before = self._found[near]
            if (before.line, before.column) != place:
                yield gap, near
        if (lower := self._best_lower(value[0])) >= 0:
            yield gap, lower

    def _keep_lower(self, place: int, at: int) -> None:
        while place < len(self._lower):
            if self._lower[place] < 0 or self._sums[at] >= self._sums[self._lower[place]]:
                self._lower[place] = at
            place += place & -place

    def _best_lower(self, value: int) -> int:
        """Return the index of the best chain so far that ends at a lower first number, or -1."""
        place, best = bisect_left(self._firsts, value), -1
        while place:
            one = self._lower[place]
            if one >= 0 and (best < 0 or self._sums[one] > self._sums[best]):
                best = one
            place -= place & -place
        return best

    def best(self) -> tuple[Candidate, ...]:
        """Return the candidates of the best chain in order; empty if no chain has a positive sum."""
        if not self._found:
            return ()
        at = max(range(len(self._found)), key=lambda index: (self._sums[index], index))
        if self._sums[at] <= 0:
            return ()
        chain = []
        while at >= 0:
            chain.append(self._found[at])
            at = self._before[at]
        return tuple(reversed(chain))


def _start(candidate: Candidate) -> int:
    if candidate.number.value == (1,):
        return 0
    return -_FRAGMENT if candidate.weight >= CLEAR else -2 * _FRAGMENT


def is_credible(chain: Sequence[Candidate]) -> bool:
    """Return whether a chain shows that its text has articles: two in sequence, or a first one that is clear."""
    if len(chain) >= 2:
        return any(candidate.weight >= CLEAR for candidate in chain) or len(chain) >= 3
    return bool(chain) and chain[0].number.value == (1,) and chain[0].weight >= CLEAR
