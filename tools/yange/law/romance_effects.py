"""Read statements of effect as Italian and Portuguese laws make them, from the words of each language.

A pack gives :class:`EffectWords`; :class:`RomanceEffects` walks over the sentences. A sentence with a condition or an
exception (``unsure``) is left unread, and a list of repealed laws is read whole or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from yange.dates import previous_day
from yange.law.aspects.days import DayForms
from yange.law.aspects.effects import Commencement, EffectStatement, Expiry, LeftWords, ReadStatements
from yange.model import Basis, EventKind

__all__ = ["EffectWords", "RomanceEffects"]

_AND = re.compile(r"[^.;:]{0,90}?,? (?:e|ed)\s*")
"""Between two statements with one subject: entra in vigore il … e si applica dal …."""


@dataclass(frozen=True, kw_only=True)
class EffectWords:
    """The words of statements of effect in one language.

    ``may_speak`` is found in every sentence on an effect, ``sentence`` matches one. ``lead`` is the label and heading
    in front of its words. ``unsure`` are words of a condition or an exception, ``own`` the names of the text itself,
    ``part`` (group 1) clauses that are named, ``of_other`` the name of another instrument behind such a clause.
    ``whole`` matches all words in front of a statement on the whole text, ``joins`` those around named clauses, each of
    which is printed as §; other words make the subject another thing.

    ``start`` and ``until`` have the group ``day``, ``leaves`` too: the first day without effect. ``after`` counts from
    publication or signing: the groups ``n`` and ``unit``, ``nth`` (the fifth day after), ``next`` (the day after that),
    ``what``. ``term`` has ``n`` and ``unit``.

    ``first`` and ``last`` are, by kind, the verb in front of the named instruments and behind them. ``name`` is one of
    them: the groups ``title`` and ``number``, perhaps ``extent``; ``between`` is between two of a list, ``said`` what
    may follow the last, ``day`` a day of the effect in front of or behind the list (group ``day``), ``stays`` the last
    day of a suspension at the same places; ``validity`` is between a verb and the name: l'efficacia. ``lengthens`` are
    sentences that extend: the groups ``title``, ``number``, ``day``.

    ``left`` has a group for each field; ``ago`` matches words before a commencement that is only mentioned,
    ``quoted`` a sentence that says what another law provides, ``general`` repeals that name nothing, ``other`` permits,
    terms and the like.
    """

    days: DayForms
    count: Callable[[str], int | None]
    months: Mapping[str, int]
    """The beginning of a unit in small letters, and how many months it has; 0 are days, -7 weeks of seven days."""
    may_speak: re.Pattern[str]
    sentence: re.Pattern[str]
    lead: re.Pattern[str]
    unsure: re.Pattern[str]
    own: re.Pattern[str]
    part: re.Pattern[str]
    of_other: re.Pattern[str]
    whole: re.Pattern[str]
    joins: re.Pattern[str]
    start: re.Pattern[str]
    after: re.Pattern[str]
    signed: re.Pattern[str]
    until: re.Pattern[str]
    leaves: re.Pattern[str]
    term: re.Pattern[str]
    first: Mapping[EventKind, re.Pattern[str]]
    last: Mapping[EventKind, re.Pattern[str]]
    name: re.Pattern[str]
    between: re.Pattern[str]
    said: re.Pattern[str]
    day: re.Pattern[str]
    stays: re.Pattern[str]
    validity: re.Pattern[str]
    lengthens: tuple[re.Pattern[str], ...]
    left: re.Pattern[str]
    ago: re.Pattern[str]
    quoted: re.Pattern[str]
    general: re.Pattern[str]
    other: re.Pattern[str]


@dataclass(frozen=True, kw_only=True)
class RomanceEffects:
    """Statements of effect in one language; see :class:`yange.law.aspects.effects.EffectForms`."""

    words: EffectWords
    article: re.Pattern[str]
    unit: re.Pattern[str]
    last_heading: re.Pattern[str]
    names_a_moment: re.Pattern[str]
    listed_elsewhere: re.Pattern[str]

    def commencements(self, text: str) -> Iterator[Commencement]:
        """Yield what a text says of its own first day; conditions and exceptions are left unread."""
        words = self.words
        for start, end in self._sentences(text):
            found = [*words.start.finditer(text, start, end), *words.after.finditer(text, start, end)]
            parts, before = None, start
            for match in sorted(found, key=lambda one: one.start()):
                again = before > start and _AND.fullmatch(text, before, match.start()) is not None
                parts = parts if again else self._subject(text[start : match.start()])
                before = match.end()
                if parts is None or not self._is_closed(text, match.end(), end):
                    continue
                if match.re is words.start:
                    day = words.days.read(match["day"])
                    if day is not None:
                        yield Commencement(*match.span(), match[0], Basis.STATED, day, clauses=parts)
                elif (delay := self._delay(match)) is not None:
                    basis = Basis.SIGNED if words.signed.match(match["what"]) else Basis.PUBLISHED
                    yield Commencement(*match.span(), match[0], basis, None, delay[0], parts, delay[1])

    def expiries(self, text: str) -> Iterator[Expiry]:
        """Yield what a text says of its own last day."""
        words = self.words
        for start, end in self._sentences(text):
            for pattern, leaves in ((words.until, False), (words.leaves, True)):
                for match in pattern.finditer(text, start, end):
                    day = words.days.read(match["day"])
                    if day is not None and self._ends(text, start, match, end):
                        last = previous_day(day) if leaves else day
                        yield Expiry(*match.span(), match[0], None, last, exact=not leaves)
            for match in words.term.finditer(text, start, end):
                size, count = self._size(match["unit"]), words.count(match["n"])
                if count and size > 0 and self._ends(text, start, match, end):
                    years, months = divmod(count * size, 12)
                    whole = not months
                    yield Expiry(
                        *match.span(), match[0], years if whole else None, None, None if whole else count * size
                    )

    def acts(self, text: str, kind: EventKind) -> Iterator[EffectStatement]:
        """Yield what a text does to instruments that it names; a list is read whole or not at all."""
        if kind is EventKind.EXTENSION:
            yield from self._extensions(text)
            return
        first, last = self.words.first.get(kind), self.words.last.get(kind)
        if first is None or last is None:
            return
        for start, end in self._sentences(text):
            lead = self.words.lead.match(text[start:end])
            begin = start + lead.end() if lead else start
            if self.words.unsure.search(text, begin, end) or self.words.general.search(text, begin, end):
                continue
            yield from self._effects(text, begin, end, kind, first, last)

    def left(self, paragraph: str, read: ReadStatements) -> Iterator[LeftWords]:
        """Yield the sentences with words of effect that nobody has read."""
        words = self.words
        for start, end in self._sentences(paragraph):
            seen: set[str] = set()
            own = words.own.search(paragraph[start:end]) is not None
            for match in words.left.finditer(paragraph, start, end):
                field = match.lastgroup or ""
                inside = any(left <= match.start() < right for left, right in read.spans)
                mentioned = field == "effective" and words.ago.search(paragraph[start : match.start()])
                general = field == "repeals" and words.general.search(paragraph, start, end)
                ordinary = not own and words.other.search(paragraph, start, end)
                if inside or field in seen or mentioned or general or ordinary:
                    continue
                seen.add(field)
                yield LeftWords(end - len(paragraph[start:end].lstrip()), end, field, own=own)

    def _sentences(self, text: str) -> Iterator[tuple[int, int]]:
        if self.words.may_speak.search(text):
            for match in self.words.sentence.finditer(text):
                if self.words.may_speak.search(match[0]) and not self.words.quoted.search(match[0]):
                    yield match.span()

    def _is_closed(self, text: str, at: int, end: int) -> bool:
        return self.words.unsure.search(text, at, end) is None

    def _subject(self, before: str) -> tuple[str, ...] | None:
        """Return the parts that words before a statement name, () for the whole text, ``None`` for something else."""
        rest = self.words.lead.sub("", before)
        if self.words.unsure.search(rest):
            return None
        found = list(self.words.part.finditer(rest))
        if found and not self.words.of_other.match(rest, found[-1].end()):
            named = self.words.joins.fullmatch(self.words.part.sub("§", rest)) is not None
            return tuple(one[1] for one in found) if named else None
        return () if not found and (self.words.whole.fullmatch(rest) or not rest.strip()) else None

    def _ends(self, text: str, start: int, match: re.Match[str], end: int) -> bool:
        rest = self.words.lead.sub("", text[start : match.start()])
        own = self.words.whole.fullmatch(rest) is not None
        return own and not self.words.unsure.search(rest) and self._is_closed(text, match.end(), end)

    def _size(self, unit: str) -> int:
        return next(size for begins, size in self.words.months.items() if unit.lower().startswith(begins))

    def _delay(self, match: re.Match[str]) -> tuple[int, int] | None:
        """Return the days and the months of a delay, ``None`` where its number is not read."""
        more = 1 if match["next"] else 0
        if match["nth"]:
            nth = self.words.count(match["nth"])
            return None if nth is None else (nth, 0)
        if not match["unit"]:
            return more, 0
        size, count = self._size(match["unit"]), self.words.count(match["n"])
        if count is None:
            return None
        return (more, count * size) if size > 0 else (count * (-size or 1), 0)

    def _effects(
        self, text: str, begin: int, end: int, kind: EventKind, first: re.Pattern[str], last: re.Pattern[str]
    ) -> Iterator[EffectStatement]:
        words = self.words
        day = words.day.match(text, begin, end)
        at = day.end() if day else begin
        verb = first.match(text, at, end)
        if verb is not None:
            inner = words.day.match(text, verb.end(), end)
            day, at = day or inner, inner.end() if inner else verb.end()
        until, at = self._until(text, at, end, kind)
        if kind is EventKind.SUSPENSION and (validity := words.validity.match(text, at, end)) is not None:
            at = validity.end()
        named: list[re.Match[str]] = []
        while (name := words.name.match(text, at, end)) is not None:
            named.append(name)
            join = words.between.match(text, name.end(), end)
            at = join.end() if join else name.end()
            if join is None:
                break
        if not named:
            return
        if verb is None:
            verb = last.match(text, at, end)
            if verb is None:
                return
            at = verb.end()
        behind = words.day.match(text, at, end)
        day, at = day or behind, behind.end() if behind else at
        last_day, at = self._until(text, at, end, kind)
        until = until or last_day
        if words.said.fullmatch(text, at, end) is None:
            return
        on = words.days.read(day["day"]) if day else None
        phrase = text[begin:at].strip()
        for one in named:
            extent = tuple(part[1] for part in words.part.finditer(one["extent"] or ""))
            if one["extent"] and not extent:
                return
            title = one["title"].strip(" ,")
            yield EffectStatement(begin, at, phrase, kind, title, one["number"], extent, on, until)

    def _until(self, text: str, at: int, end: int, kind: EventKind) -> tuple[date | None, int]:
        """Return the last day of a suspension that words name at ``at``, and where they end."""
        match = self.words.stays.match(text, at, end) if kind is EventKind.SUSPENSION else None
        day = self.words.days.read(match["day"]) if match else None
        return (day, match.end()) if match and day else (None, at)

    def _extensions(self, text: str) -> Iterator[EffectStatement]:
        for start, end in self._sentences(text):
            for pattern in self.words.lengthens:
                match = pattern.search(text, start, end)
                day = self.words.days.read(match["day"]) if match else None
                if match and day and not self.words.unsure.search(text, start, end):
                    yield EffectStatement(
                        *match.span(),
                        match[0],
                        EventKind.EXTENSION,
                        match["title"].strip(" ,"),
                        match["number"],
                        until=day,
                    )
