"""A change as drafters write it: 将第六条中的“甲”修改为“乙”; In Article 6, for “A” substitute “B”.

A sentence names the clause as the old text has it and quotes words that occur once in it. Where the words alone would
not say what changed (many places, whole paragraphs, words that went to another clause), the clause is rewritten.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from yange.compare.result import Change, Edge, Edit, Operation
from yange.compare.text.dictionary import words
from yange.law import Law
from yange.reports.korean_particles import with_particles
from yange.reports.words import ReportWords

__all__ = ["NEW_WORDS", "drafted"]

NEW_WORDS = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in a sentence for all words of the new clauses: who prints the sentence has them at hand."""
_MOST = 3
"""A clause with more changes than this is rewritten."""
_SHARE = 0.5
"""A clause of which less than this is left is rewritten."""
_ARTICLE = "art_"
_DIVISIONS = ("part_", "chp_", "sec_")
_ANCHOR = 2
"""Letters and figures of the words behind which others are inserted, at least."""
_SMALL = frozenset({"es", "fr"})
"""Languages that write “article 6” with a small letter within a sentence."""
_WORDLESS = {Operation.UNCHANGED, Operation.RENUMBERED, Operation.MOVED}


@dataclass(frozen=True, slots=True)
class _Amendment:
    """Words of the old clause and what they become; ``start`` and ``end`` are their place in the old clause.

    ``left`` and ``right`` are how far the words around them stayed as they were.
    """

    start: int
    end: int
    now: str
    left: int
    right: int


def drafted(change: Change, old: Sequence[str], new: Sequence[str], words_of: ReportWords, law: Law) -> str:
    """Return a change as a drafter's sentence, without a stop at its end; empty where there is nothing to draft.

    Args:
        change: of a comparison.
        old: what its old clauses are called in the sentence.
        new: what its new clauses are called.
        words_of: the words of the language to write in.
        law: of both texts, for the boundaries of words.

    """
    sentence = _sentence(change, old, new, words_of, law)
    return with_particles(sentence) if words_of.language == "ko" else sentence


def _sentence(change: Change, old: Sequence[str], new: Sequence[str], say: ReportWords, law: Law) -> str:
    was, now = say.series(old), say.series(new)
    heading = any(map(_is_division, change.old_paths))
    was = say("draft.heading", clause=was) if heading else was
    named = _Named(was, _is_article(change.old_paths) and len(old) == 1 and not heading, say)
    if change.operation is Operation.REPEALED:
        return say("draft.remove", the=named("the"))
    if change.operation is Operation.INSERTED:
        key = "draft.add.article" if _is_article(change.new_paths) else "draft.add"
        return say(key, new=_Named(now, _is_article(change.new_paths), say).within, text=NEW_WORDS)
    if len(change.edges) != 1 or len(old) != 1 or len(new) != 1:
        return say("draft.several", old=was, new=now, text=NEW_WORDS)
    steps = []
    if old[0] != now:
        becomes = _Named(now, _is_article(change.new_paths), say)("becomes")
        own = _Named(old[0], _is_article(change.old_paths), say)
        steps.append(say("draft.renumber", the=own("the"), becomes=becomes))
    steps += _steps(change.edges[0], named, not steps, say, law) if _is_reworded(change) else ()
    return say("draft.then").join(steps)


@dataclass(frozen=True, slots=True)
class _Named:
    """What a clause is called, and how it is called within a sentence: À l’article 6, L’article 6.

    Articles alone have the forms of their language's grammar; of other units the gender is not known.
    """

    name: str
    article: bool
    say: ReportWords

    @property
    def within(self) -> str:
        """The name of an article as it is written within a sentence."""
        small = self.article and self.say.language in _SMALL
        return self.name[:1].lower() + self.name[1:] if small else self.name

    def __call__(self, form: str) -> str:
        article = self.article and self.name[:1].isalpha()
        return self.say(f"draft.{form}.article" if article else f"draft.{form}", clause=self.within)


def _is_article(paths: Sequence[str]) -> bool:
    return bool(paths) and paths[0].rpartition("__")[2].startswith(_ARTICLE)


def _is_division(path: str) -> bool:
    """Return whether the words at a path are the heading of a division, and not the clauses in it."""
    return path.rpartition("__")[2].startswith(_DIVISIONS)


def _is_reworded(change: Change) -> bool:
    return change.operation not in _WORDLESS and any(map(_counts, change.edges[0].edits))


def _counts(edit: Edit) -> bool:
    return edit.op != "equal" and not (edit.grade is not None and edit.grade.is_printing)


def _steps(edge: Edge, named: _Named, first: bool, say: ReportWords, law: Law) -> Iterator[str]:
    text, found, place = _old_text(edge), _amendments(edge), named("in")
    if found is None:
        yield say("draft.whole" if first else "draft.and.whole", the=named("the"), text=NEW_WORDS)
        return
    bounds = sorted({0, *accumulate(map(len, words(text, law)))})
    for one in found:
        kind, was, now = _quoted(text, one, bounds)
        key = f"draft.{kind}" if first else f"draft.and.{kind}"
        agrees = _count(now if kind == "insert" else was)  # the verb, where a language has numbers
        yield say.count(key, agrees, place=place, old=_in_quotes(was, say), new=_in_quotes(now, say))
        first = False


def _old_text(edge: Edge) -> str:
    return "".join(edit.text for edit in edge.edits if edit.op != "insert")


def _amendments(edge: Edge) -> list[_Amendment] | None:
    """Return what changed in a clause; ``None`` where it is better rewritten."""
    found: list[_Amendment] = []
    at = 0
    for edit in edge.edits:
        length = len(edit.text) if edit.op != "insert" else 0
        if _counts(edit):
            if edit.elsewhere or "\n" in edit.text:
                return None
            now = edit.text if edit.op == "insert" else ""
            last = found[-1] if found and found[-1].end == at else None
            if last is not None:
                found[-1] = _Amendment(last.start, at + length, last.now + now, last.left, at + length)
            else:
                found.append(_Amendment(at, at + length, now, found[-1].end if found else 0, at + length))
        at += length
    gone = sum(one.end - one.start for one in found)
    if len(found) > _MOST or gone > at * _SHARE:
        return None
    ends = [one.start for one in found[1:]] + [at]
    return [_Amendment(one.start, one.end, one.now, one.left, end) for one, end in zip(found, ends, strict=True)]


def _quoted(text: str, one: _Amendment, bounds: Sequence[int]) -> tuple[str, str, str]:
    """Return how one amendment is written, and the words to quote: whole words that occur once in the clause."""
    if one.start == one.end:
        for start in (at for at in reversed(bounds) if one.left <= at < one.start):
            anchor = text[start : one.start]
            if text.count(anchor) == 1 and sum(map(str.isalnum, anchor)) >= _ANCHOR:
                return "insert", text[start : one.start], one.now
    if not one.now and text.count(text[one.start : one.end]) == 1:
        return "omit", text[one.start : one.end], ""
    start, end = _widened(text, one, bounds)
    return "replace", text[start:end], text[start : one.start] + one.now + text[one.end : end]


def _widened(text: str, one: _Amendment, bounds: Sequence[int]) -> tuple[int, int]:
    before = [at for at in reversed(bounds) if one.left <= at <= one.start] or [one.start]
    after = [at for at in bounds if one.end <= at <= one.right] or [one.end]
    start, end = before.pop(0), after.pop(0)
    while start == end or text.count(text[start:end]) != 1:
        if before and (len(before) >= len(after) or not after):
            start = before.pop(0)
        elif after:
            end = after.pop(0)
        else:
            return one.left, one.right
    return start, end


def _count(text: str) -> int:
    return max(1, len(text.split()))


def _in_quotes(text: str, say: ReportWords) -> str:
    """Return words as a sentence quotes them: in the language's marks; those in the words become the inner ones."""
    marks = say("draft.quotes")
    said = text.strip().translate(str.maketrans(marks[:2], marks[2:]))
    return say.count("draft.words", _count(said), text=said)
