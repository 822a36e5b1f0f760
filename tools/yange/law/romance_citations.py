"""Read references as Italian and Portuguese law write them, from the words of each language.

Both name the parts of an article from the larger to the smaller with commas (articolo 5, comma 2, lettera a); art. 5º,
§ 2º, II) or from the smaller to the larger in words (lettera a) del comma 2 dell'articolo 5; alínea a) do n.º 2 do
artigo 5.º). A pack gives a :class:`ReferenceForms`; :class:`RomanceCitations` reads with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from yange.law.aspects.citations import Citations, Level, Owner, Reference, Relative, Step
from yange.law.chains import between

__all__ = ["PartForm", "ReferenceForms", "RomanceCitations"]

_REACH = 160
"""Characters before an article in which the words for its parts may begin."""
_NAME = 48
"""Characters in front of a number in which the name of its instrument is looked for."""
_LINK = re.compile(r"\s*(?:\([^()]{0,60}\))?\s*")

Value = tuple[int, ...]


@dataclass(frozen=True)
class PartForm:
    """One way to name parts of an article: ``commi 2 e 3``.

    ``pattern`` is the source of a pattern without groups for the whole, ``one`` finds each number in it, and ``read``
    returns the value of one.
    """

    pattern: str
    level: Level
    one: re.Pattern[str]
    read: Callable[[str], Value | None]


@dataclass(frozen=True)
class ReferenceForms:
    """The words of references in one language; strings are sources of patterns without groups.

    ``head`` finds the word for articles and ends before the first number, its group ``several`` is set where a list may
    follow. ``number`` is one article's number, ``join`` what is between two of a list (group ``to``: a range).
    ``of`` is between a smaller part and a larger one, ``behind`` between an article and its parts. ``divisions`` are
    patterns with a group ``n``. ``relative`` has the groups ``this`` and ``before``, and ``levels`` the level of each
    word that either contains. ``own``, ``other`` and ``within`` are matched behind a reference: this
    text, another instrument, and the division that contains it.
    """

    head: re.Pattern[str]
    number: str
    read: Callable[[str], Value | None]
    join: re.Pattern[str]
    parts: tuple[PartForm, ...]
    of: str
    behind: str
    divisions: tuple[tuple[re.Pattern[str], Level, Callable[[str], Value | None]], ...]
    relative: re.Pattern[str]
    levels: tuple[tuple[str, Level], ...]
    own: re.Pattern[str]
    other: re.Pattern[str]
    within: re.Pattern[str]
    bare: tuple[PartForm, ...] = ()
    """Parts without a word for them, which are only read behind an article: art. 5º, II."""
    names: re.Pattern[str] = re.compile("(?!)")
    """Words in front of a number that is that of an instrument and no part: Lei n.º 7."""


class RomanceCitations:
    """The references of one language; see :class:`yange.law.aspects.citations.Citations`."""

    def __init__(self, forms: ReferenceForms) -> None:
        """Make a reader from the words of a language."""
        self._forms = forms

    @cached_property
    def _part(self) -> str:
        return rf"(?:{'|'.join(part.pattern for part in self._forms.parts)})"

    @cached_property
    def _one_part(self) -> re.Pattern[str]:
        named = "|".join(f"(?P<p{nth}>{part.pattern})" for nth, part in enumerate(self._every))
        return re.compile(named)

    @cached_property
    def _every(self) -> tuple[PartForm, ...]:
        return (*self._forms.parts, *self._forms.bare)

    @cached_property
    def _chain(self) -> re.Pattern[str]:
        """Parts from the smaller to the larger."""
        return re.compile(rf"(?<!\w){self._part}(?:{self._forms.of}{self._part}){{0,4}}")

    @cached_property
    def _before(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){self._part}(?:{self._forms.of}{self._part}){{0,4}}{self._forms.of}$")

    @cached_property
    def _behind(self) -> re.Pattern[str]:
        part = "|".join(part.pattern for part in self._every)
        return re.compile(rf"(?:{self._forms.behind}(?:{part})){{1,5}}")

    @cached_property
    def _number(self) -> re.Pattern[str]:
        return re.compile(self._forms.number)

    def of_text(self, text: str) -> Citations:
        """Return itself: all texts count alike."""
        return self

    def references(self, text: str, start: int, stop: int) -> Iterable[Reference]:
        """Return the references of ``text[start:stop]``; a list of articles is one reference with several targets."""
        found = [*self._articles(text, start, stop), *self._divisions(text, start, stop)]
        taken = [(one.start, one.end) for one in found]
        found += [one for one in self._relative(text, start, stop) if not _overlaps(one, taken)]
        taken = [(one.start, one.end) for one in found]
        found += [one for one in self._parts(text, start, stop) if not _overlaps(one, taken)]
        return sorted(found, key=lambda one: (one.start, one.end))

    def link(self, text: str, start: int, stop: int) -> bool:
        """Return whether nothing but blanks and brackets is between a title and a number."""
        return _LINK.fullmatch(text, start, stop) is not None

    def short_name(self, text: str, start: int, stop: int) -> str | None:
        """Return nothing: no short title is read."""
        return None

    def unquoted(self, text: str, start: int, stop: int) -> Iterable[tuple[int, int]]:
        """Return nothing: the instrument's name follows the number."""
        return ()

    def _articles(self, text: str, start: int, stop: int) -> Iterator[Reference]:
        forms = self._forms
        for head in forms.head.finditer(text, start, stop):
            targets: list[tuple[Step, ...]] = []
            at, end, ranged = head.end(), head.end(), False
            while (member := self._number.match(text, at, stop)) is not None:
                value = forms.read(member[0])
                if value is None:
                    break
                behind = self._behind.match(text, member.end(), stop)
                inside = self._steps(behind[0], reverse=False) if behind else ((),)
                for steps in inside or ((),):
                    target = (Step(Level.ARTICLE, value), *steps)
                    if ranged and targets:
                        targets.extend(between(targets[-1], target))
                    targets.append(target)
                end = behind.end() if behind and inside else member.end()
                join = forms.join.match(text, end, stop) if head["several"] else None
                if join is None:
                    break
                at, ranged = join.end(), join["to"] is not None
            if targets:
                yield self._article(text, start, head.start(), end, targets)

    def _article(self, text: str, start: int, head: int, end: int, targets: list[tuple[Step, ...]]) -> Reference:
        """Return the reference of a list of articles, with the parts that are named in front of a single one."""
        before = self._before.search(text, max(start, head - _REACH), head)
        above = self._steps(before[0], reverse=True) if before else ()
        begin = before.start() if before and above else head
        if above and len(targets) == 1:
            targets = [(*targets[0], *steps) for steps in above]
        return Reference(begin, end, text[begin:end], tuple(targets), self.owner(text, end), head)

    def _parts(self, text: str, start: int, stop: int) -> Iterator[Reference]:
        """Yield the references to parts that no article's number is said of: comma 2, lettera a) del comma 2."""
        for match in self._chain.finditer(text, start, stop):
            behind = self._behind.match(text, match.end(), stop)
            steps = self._steps(match[0], reverse=True)
            below = self._steps(behind[0], reverse=False) if behind else ((),)
            if not steps or not below or self._forms.names.search(text[max(0, match.start() - _NAME) : match.start()]):
                continue
            end = behind.end() if behind else match.end()
            targets = tuple((*one, *other) for one, other in product(steps, below))
            yield Reference(
                match.start(), end, text[match.start() : end], targets, self.owner(text, end), match.start()
            )

    def _steps(self, words: str, *, reverse: bool) -> tuple[tuple[Step, ...], ...]:
        """Return the steps that words for parts name; empty if one of them has a number that is not read."""
        lists: list[list[Step]] = []
        for match in self._one_part.finditer(words):
            form = self._every[int((match.lastgroup or "p0")[1:])]
            values = [form.read(one[0]) for one in form.one.finditer(match[0])]
            if not values or None in values:
                return ()
            lists.append([Step(form.level, value) for value in values if value is not None])
        return tuple(product(*(reversed(lists) if reverse else lists)))

    def _divisions(self, text: str, start: int, stop: int) -> Iterator[Reference]:
        for pattern, level, read in self._forms.divisions:
            for match in pattern.finditer(text, start, stop):
                value = read(match["n"])
                if value:
                    targets = ((Step(level, value),),)
                    yield Reference(*match.span(), match[0], targets, self.owner(text, match.end()), match.start())

    def _relative(self, text: str, start: int, stop: int) -> Iterator[Reference]:
        for match in self._forms.relative.finditer(text, start, stop):
            word = (match["this"] or match["before"]).lower()
            level = next(level for part, level in self._forms.levels if part in word)
            step = Step(level, (1,), Relative.BEFORE if match["before"] else Relative.THIS)
            yield Reference(*match.span(), match[0], ((step,),), Owner.UNSAID, match.start())

    def owner(self, text: str, end: int) -> Owner:
        """Return whose clause a reference that ends here is, as the words behind it say."""
        while (within := self._forms.within.match(text, end)) is not None:
            end = within.end()
        if self._forms.own.match(text, end):
            return Owner.OWN
        return Owner.OTHER if self._forms.other.match(text, end) else Owner.UNSAID


def _overlaps(one: Reference, taken: Sequence[tuple[int, int]]) -> bool:
    return any(one.start < end and start < one.end for start, end in taken)
