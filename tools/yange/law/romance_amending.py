"""Read amending sentences as Italian and Portuguese decisions write them, from the words of each language.

A pack gives :class:`AmendingWords`; :func:`romance_forms` makes the forms of its sentences. Clauses are named by
references (:mod:`yange.law.romance_citations`): words that are not one reference, or a list of them, are not understood
and the sentence is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from yange.law.aspects.amending import (
    AmendedClause,
    AmendingOperation,
    AmendingReading,
    ClausePart,
    InsertionPlace,
    Instruction,
    PartKind,
)
from yange.law.aspects.citations import Level, Owner, Step
from yange.law.nested_amending import Said, SentenceForm, about, compose, insertion, put_beside, removals, rewriting
from yange.law.numbers import read_number
from yange.law.packs import law_named
from yange.law.quoting import QUOTED
from yange.law.romance_citations import RomanceCitations
from yange.numbering import NumberedUnit, NumberStyle

__all__ = ["AmendingWords", "romance_forms"]

_REF = "[^⟦⟧;]{1,240}?"


@dataclass(frozen=True, kw_only=True)
class AmendingWords:
    """The words of amending sentences in one language; strings are sources of patterns without groups.

    ``article`` writes the name of an article by its value. ``styles`` are the styles that a step of each level may
    have, the outermost level first. ``lead`` is in front of a reference (all', nel), ``tail`` the instrument behind it
    (group ``name``), ``act`` an instrument alone, ``same`` one that was named before. ``whole`` names the whole text.

    ``words`` are nouns for quoted words, ``be`` the auxiliary verb, ``every`` says that all occurrences are meant.
    ``replaced``, ``gone``, ``added``, ``inserted``, ``rewritten``, ``modified`` and ``becomes`` are verbs with what
    belongs to them; ``after`` and ``before`` name a place, ``end`` what an addition is put at, ``determiner`` begins
    what is inserted. ``elided`` is found in a quotation that leaves out what stays as it is: such a one is no new text.
    """

    tag: str
    citations: RomanceCitations
    article: Callable[[tuple[int, ...]], str]
    styles: Mapping[Level, frozenset[NumberStyle]]
    lead: str
    tail: re.Pattern[str]
    same: re.Pattern[str]
    act: re.Pattern[str]
    whole: re.Pattern[str]
    determiner: str
    elided: re.Pattern[str]
    heading: re.Pattern[str]
    words: str
    every: str
    replaced: str
    by: str
    gone: str
    gone_first: str
    added: str
    inserted: str
    rewritten: tuple[str, ...]
    modified: str
    becomes: str
    after: str
    before: str
    end: str
    new_article: re.Pattern[str]
    new_part: re.Pattern[str]
    new_sentence: re.Pattern[str]


def romance_forms(words: AmendingWords) -> tuple[SentenceForm, ...]:
    """Return the forms of the amending sentences of a language."""
    return _Forms(words).all()


class _Forms:
    def __init__(self, words: AmendingWords) -> None:
        self.words = words
        self._order = {level: place for place, level in enumerate(words.styles)}
        word, quoted = rf"(?:{words.words})", f"(?P<%s>{QUOTED})"
        times = rf"(?:,? (?P<every>{words.every}),?)?"
        was, now = quoted % "was", quoted % "now"
        self._changes = tuple(
            (kind, re.compile(pattern, re.I))
            for kind, pattern in (
                ("replaced", rf"{word}{was}{times} {words.replaced} {words.by}{word}{now}"),
                ("after", rf"(?:{words.after}) {word}{was},? (?:{words.inserted}) {word}{now}"),
                ("before", rf"(?:{words.before}) {word}{was},? (?:{words.inserted}) {word}{now}"),
                ("gone", rf"{word}{was}{times} (?:{words.gone})"),
                ("gone", rf"(?:{words.gone_first}) {word}{was}{times}"),
                ("added", rf"(?:{words.added}) {word}{now}"),
            )
        )
        self._again = re.compile(rf"{word}{was}{times},? {words.by}{word}{now}", re.I)
        self._join = re.compile(r"(?:;|,)?(?: e| ed)? |; |, ", re.I)

    def all(self) -> tuple[SentenceForm, ...]:
        words = self.words
        head, text = f"(?P<ref>{_REF})", f":? ?(?P<now>{QUOTED})"
        new = rf"(?P<new>(?:{words.determiner})[^⟦⟧;]{{2,120}}?)"

        def form(pattern: str) -> re.Pattern[str]:
            return re.compile(pattern, re.I)

        rewritten = "|".join(words.rewritten)
        return (
            SentenceForm(form(rf"{head},? (?:{words.modified})(?: ?:)?"), self._open),
            SentenceForm(form(rf"{head},? (?:{rewritten}){text}"), self._rewrite),
            SentenceForm(form(rf"(?P<ref>{_REF}) (?:{words.gone})"), self._remove),
            SentenceForm(form(rf"(?:{words.gone_first}):? {head}"), self._remove),
            SentenceForm(form(rf"(?P<side>{words.after}|{words.before}) {head},? (?:{words.inserted}) {new}{text}"),
                         self._beside),
            SentenceForm(form(rf"(?:{words.inserted}),? (?P<side>{words.after}|{words.before}) {head},? {new}{text}"),
                         self._beside),
            SentenceForm(form(rf"(?:{words.end}){head},? (?:{words.added}) {new}{text}"), self._append),
            SentenceForm(form(rf"(?:{words.added}) (?:{words.end}){head},? {new}{text}"), self._append),
            SentenceForm(form(rf"(?:{words.added}|{words.inserted}) {new}{text}"), self._append),
            SentenceForm(form(rf"{head} (?:{words.becomes}) (?P<label>[^⟦⟧:;]{{1,80}})"), self._relabel),
            SentenceForm(form(rf"(?:(?P<ref>{_REF}),? ?:? )?(?P<changes>(?:{words.words}){QUOTED}.*)"),
                         self._read_changes),
            SentenceForm(
                form(
                    rf"(?:(?P<ref>{_REF}),? ?:? )?(?P<changes>(?:{words.after}|{words.before}|{words.gone_first}"
                    rf"|{words.added}) .*⟦.*)"
                ),
                self._read_changes,
            ),
        )  # fmt: skip

    def _targets(self, ref: str, within: AmendedClause | None) -> tuple[list[AmendedClause], str] | None:
        """Return the clauses that words name, and the name of another instrument; ``None`` if they are no reference."""
        words = re.sub(rf"^(?:{self.words.lead})", "", ref.strip(" ,:"), flags=re.I)
        if self.words.whole.fullmatch(words):
            return [AmendedClause()], ""
        act = self.words.act.fullmatch(words)
        if act is not None:
            return [AmendedClause()], "" if self.words.same.fullmatch(words) else words
        tail, name = self.words.tail.search(words), ""
        if tail is not None:
            name = "" if self.words.same.fullmatch(tail["name"]) else tail["name"]
            words = words[: tail.start()]
        heading = self.words.heading.match(words)
        rest = words[heading.end() :] if heading else words
        found = self._steps(rest)
        if found is None:
            return None
        targets: list[AmendedClause] = []
        here = within
        for steps in found:
            named = self._clause(steps)
            if named is not None and heading:
                named = AmendedClause(named.clause, (*named.parts, ClausePart(PartKind.HEADING, heading[0].strip())))
            target = compose(here, named, self._rank) if named and not self._is_doubtful(here, named) else None
            if target is None:
                return None
            targets.append(target)
        return targets, name

    def _steps(self, words: str) -> tuple[tuple[Step, ...], ...] | None:
        """Return what a list of references names; ``None`` unless the references and what joins them are all words."""
        found = sorted(self.words.citations.references(words, 0, len(words)), key=lambda one: (one.start, -one.end))
        targets: list[tuple[Step, ...]] = []
        at = 0
        for one in found:
            if one.start < at:
                continue
            between = words[at : one.start]
            if not re.fullmatch(rf"(?:,? ?(?:e|ed|nonché|bem como) |, )?(?:{self.words.lead})?", between, re.I):
                return None
            if any(step.relative for steps in one.targets for step in steps) or one.owner is Owner.OTHER:
                return None
            targets += one.targets
            at = one.end
        return tuple(targets) if targets and not words[at:].strip(" ,:)") else None

    def _clause(self, steps: tuple[Step, ...]) -> AmendedClause | None:
        article = self.words.article(steps[0].value) if steps[0].level is Level.ARTICLE else ""
        parts: list[ClausePart] = []
        for step in steps[1:] if article else steps:
            printed = ".".join(map(str, step.value))
            if step.level is Level.SENTENCE:
                parts.append(ClausePart(PartKind.SENTENCE, printed, step.value))
            elif step.level is Level.PARAGRAPH and not self.words.styles.get(Level.PARAGRAPH):
                parts.append(ClausePart(PartKind.PARAGRAPH, printed, step.value))
            elif step.level in self.words.styles:
                parts.append(ClausePart(PartKind.ITEM, printed, step.value, self.words.styles[step.level]))
            else:
                return None
        return AmendedClause(article, tuple(parts))

    def _rank(self, part: ClausePart) -> int:
        if part.kind is PartKind.PARAGRAPH:
            return 1
        return next((place for place, styles in enumerate(self.words.styles.values()) if styles == part.styles), 0) + 1

    def _is_doubtful(self, within: AmendedClause | None, named: AmendedClause) -> bool:
        """Return whether a letter may be inside an item that was named before, or outside of it."""
        items, letters = (self.words.styles.get(level) for level in (Level.ITEM, Level.LETTER))
        return (
            within is not None
            and not named.clause
            and bool(named.parts)
            and named.parts[0].styles == letters
            and any(part.styles == items for part in within.parts)
        )

    def _one(self, ref: str, said: Said) -> tuple[AmendedClause, str] | None:
        found = self._targets(ref, said.within)
        return (found[0][0], found[1]) if found and len(found[0]) == 1 else None

    def _open(self, match: re.Match[str], said: Said) -> AmendingReading | None:
        found = self._one(match["ref"], said)
        return AmendingReading(opened=found[0], instrument=found[1]) if found else None

    def _rewrite(self, match: re.Match[str], said: Said) -> AmendingReading | None:
        found, now = self._targets(match["ref"], said.within), said.masked.of(match["now"])
        if found is None or self.words.elided.search(now):
            return None
        reading = rewriting([(one, False) for one in found[0]], now, said.line)
        return AmendingReading(reading.instructions, instrument=found[1]) if reading else None

    def _remove(self, match: re.Match[str], said: Said) -> AmendingReading | None:
        found = self._targets(match["ref"], said.within)
        reading = removals([(one, False) for one in found[0]], said.line) if found else None
        return AmendingReading(reading.instructions, instrument=found[1]) if found and reading else None

    def _beside(self, match: re.Match[str], said: Said) -> AmendingReading | None:
        found = self._one(match["ref"], said)
        after = re.fullmatch(self.words.after, match["side"], re.I) is not None
        place = InsertionPlace.AFTER if after else InsertionPlace.BEFORE
        return self._new(match, place, found, said)

    def _append(self, match: re.Match[str], said: Said) -> AmendingReading | None:
        ref = match.groupdict().get("ref")
        found = self._one(ref, said) if ref else (said.within or AmendedClause(), "")
        return self._new(match, InsertionPlace.END, found, said)

    def _new(
        self, match: re.Match[str], place: InsertionPlace, found: tuple[AmendedClause, str] | None, said: Said
    ) -> AmendingReading | None:
        """Return the insertion of a unit that the sentence names and the quotation prints."""
        if found is None:
            return None
        (target, name), now, new = found, said.masked.of(match["now"]), match["new"].strip(" ,:")
        if self.words.elided.search(now):
            return None
        if self.words.new_sentence.fullmatch(new):
            one = insertion(target, Level.SENTENCE, place, now, said.line)
        elif self.words.new_article.fullmatch(new) and not target.parts:
            first = read_number(now, law=law_named(self.words.tag))
            if first is None or first.style.unit is not NumberedUnit.ARTICLE:
                return None
            place = place if target.clause else InsertionPlace.BY_NUMBER
            one = insertion(target, Level.ARTICLE, place, now, said.line, first.bare)
        elif self.words.new_part.fullmatch(new) and target.clause:
            one = insertion(target, Level.PARAGRAPH, place, now, said.line)
        else:
            return None
        return AmendingReading((one,), instrument=name)

    def _relabel(self, match: re.Match[str], said: Said) -> AmendingReading | None:
        old, new = self._one(match["ref"], said), self._one(match["label"], said)
        if old is None or new is None or len(old[0].parts) != len(new[0].parts) or old[0].parts:
            return None
        relabelled = Instruction(
            operation=AmendingOperation.RELABEL, line=said.line, clause=old[0].clause, label=new[0].clause
        )
        return AmendingReading((relabelled,), instrument=old[1])

    def _read_changes(self, match: re.Match[str], said: Said) -> AmendingReading | None:
        name, targets = "", [said.within] if said.within else None
        if match["ref"]:
            found = self._targets(match["ref"], said.within)
            targets, name = ([*found[0]], found[1]) if found else (None, "")
        changes = self._chain(match["changes"], said)
        if targets is None or changes is None:
            return None
        every = tuple(about(change, target, every=False) for target in targets for change in changes)
        return AmendingReading(every, instrument=name)

    def _chain(self, words: str, said: Said) -> list[Instruction] | None:
        found: list[Instruction] = []
        at, last = 0, ""
        while at < len(words):
            kind, match = next(
                ((kind, one) for kind, form in self._changes if (one := form.match(words, at)) is not None), ("", None)
            )
            if match is None and last == "replaced":
                kind, match = "replaced", self._again.match(words, at)
            if match is None:
                return None
            found.append(_change(kind, match, said))
            at, last = match.end(), kind
            if at < len(words):
                join = self._join.match(words, at)
                if join is None:
                    return None
                at = join.end()
        return found


def _change(kind: str, match: re.Match[str], said: Said) -> Instruction:
    groups = match.groupdict()
    now = said.masked.of(groups["now"]) if groups.get("now") else ""
    if kind == "added":
        return Instruction(operation=AmendingOperation.INSERT, line=said.line, now=now, place=InsertionPlace.END)
    was, every = said.masked.of(groups["was"]), bool(groups.get("every"))
    if kind == "gone":
        return Instruction(operation=AmendingOperation.REMOVE, line=said.line, was=was, every=every)
    now = put_beside(was, now) if kind == "after" else put_beside(now, was) if kind == "before" else now
    return Instruction(operation=AmendingOperation.REPLACE, line=said.line, was=was, now=now, every=every)
