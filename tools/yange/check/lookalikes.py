"""Find characters that a reader mistakes for others or cannot see, after Unicode's UTS 39 (scripts, confusables).

The usual scripts of a text are Latin, Han, the script of most of its letters, and every script of a good part of it.
Suspect are characters of other scripts, invisible characters, and letters within numbers. Scripts and confusables
come from Unicode's tables (package confusable_homoglyphs), not from a list in Yange.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property, lru_cache
from itertools import groupby

from yange.characters import prints_nothing

__all__ = ["Reason", "Suspect", "UsualScripts", "looks_like", "suspects", "usual_scripts"]

_FEWEST, _SHARE = 20, 0.02
"""A script is usual if it has at least 20 letters and 2 % of all letters: fewer are a name or a formula."""
_EVERYWHERE = frozenset({"LATIN", "HAN", "COMMON", "INHERITED"})
_CONFUSABLE = frozenset({"LATIN", "GREEK", "CYRILLIC", "ARMENIAN"})
"""Scripts with letters that look the same. A text may use several of them, but a word uses one."""
_WITHOUT_JOINERS = _EVERYWHERE | _CONFUSABLE
_NO_BASE = frozenset({"HAN", "COMMON"})
_LETTERS = re.compile(r"[^\W\d_]+")
_MIXED_WIDTH = re.compile(r"(?<=[0-9])[０-９]+|[０-９]+(?=[0-9])")
_PLAIN_BLANKS = frozenset(" \u3000")


class Reason(StrEnum):
    """Why a character is suspect, in the words of a message."""

    INVISIBLE = "prints nothing"
    LOST = "replaces a character that was lost when the text was decoded"
    UNKNOWN = "has no meaning defined in Unicode"
    BLANK = "is a space that looks like an ordinary one"
    SCRIPT = "is of a script that this text does not use otherwise"
    WORDS = "is part of words in a script that this text does not use otherwise"
    FORM = "is a variant form of a character"
    MARK = "is a combining mark after a character that takes none"
    WIDTH = "is a digit of another width than its neighbours"
    NUMBER = "is inside a number but is not a digit"


class UsualScripts:
    """The usual scripts of a text, worked out where one of its parts has a character that asks for them."""

    def __init__(self, text: str) -> None:
        """Take the whole text."""
        self._text = text

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of the scripts, see :func:`usual_scripts`."""
        return usual_scripts(self._text)


@dataclass(frozen=True, slots=True)
class Suspect:
    """A character at an offset of the text, and why it is suspect."""

    at: int
    char: str
    reason: Reason


def usual_scripts(text: str) -> frozenset[str]:
    """Return the usual scripts of a text by Unicode's names; Latin and Han are always among them."""
    letters: Counter[str] = Counter()
    for char, count in Counter(text).items():
        if char.isalpha():
            letters[_script(char)] += count
    letters.pop("COMMON", None)
    enough = max(_FEWEST, _SHARE * letters.total())
    usual = {name for name, count in letters.items() if count >= enough}
    usual |= {name for name, _ in letters.most_common(1)} | _EVERYWHERE
    return frozenset(usual | {"KATAKANA"} if "HIRAGANA" in usual else usual)


def suspects(text: str, usual: UsualScripts) -> tuple[Suspect, ...]:
    """Return the suspect characters of a text in order, each offset once.

    ``usual`` are the scripts of the whole text if ``text`` is a part of it (a title, a correction).
    """
    found: dict[int, Suspect] = {}
    plain = _ordinary(_EVERYWHERE).issuperset(text) or not _unusual(text, _EVERYWHERE)
    for one in _among_ordinary(text) if plain else _all(text, usual.names):
        found.setdefault(one.at, one)
    return tuple(found[at] for at in sorted(found))


@lru_cache(maxsize=4096)
def looks_like(char: str) -> str:
    """Return the digit, ASCII letter or ideograph that a character looks like, or the empty string."""
    plain = unicodedata.normalize("NFKC", char)
    if plain != char and len(plain) == 1 and (plain.isascii() or _script(plain) == "HAN"):
        return plain
    alike = _homoglyphs(char)
    if char.isascii():  # a letter: I is shown as l there, and l as 1
        return next((one for near in (alike, map(_homoglyphs, alike)) for one in _flat(near) if one.isdigit()), "")
    return next((one for one in alike if len(one) == 1 and one.isascii() and one.isalnum()), "")


def _flat(near: Iterable[str | list[str]]) -> Iterator[str]:
    for one in near:
        yield from [one] if isinstance(one, str) else one


def _homoglyphs(char: str) -> list[str]:
    from confusable_homoglyphs.confusables import (
        confusables_data,  # here: the table loads slowly, and few texts need it
    )

    return [one["c"] for one in confusables_data.get(char, ())]


@lru_cache(maxsize=65536)
def _script(char: str) -> str:
    from confusable_homoglyphs.categories import alias

    return str(alias(char))


def _among_ordinary(text: str) -> Iterator[Suspect]:
    """Yield the suspect characters of a text that has only ordinary ones of Latin and Han.

    They are ordinary beside any further scripts, and no word is of two of them.
    """
    yield from _numbers(text)
    yield from _of_other_width(text)


def _of_other_width(text: str) -> Iterator[Suspect]:
    for match in _MIXED_WIDTH.finditer(text):
        yield from (Suspect(match.start() + nth, char, Reason.WIDTH) for nth, char in enumerate(match[0]))


def _all(text: str, usual: frozenset[str]) -> Iterator[Suspect]:
    yield from _numbers(text)
    unusual = _unusual(text, usual)
    odd = {char for char in unusual if _kind(char) is not None or not _expected(char, usual)}
    if odd:
        han = any(_script(char) == "HAN" for char in set(text))
        words = _words(text, usual)
        for at, char in enumerate(text):
            if char in odd and (reason := _reason(text, at, han=han)) is not None:
                yield Suspect(at, char, Reason.WORDS if reason is Reason.SCRIPT and at in words else reason)
    if any(map(_is_mark, unusual)):
        yield from _marks(text)
    yield from _of_other_width(text)
    if len(usual & _CONFUSABLE) > 1:
        yield from _mixed_words(text)


def _unusual(text: str, usual: frozenset[str]) -> set[str]:
    """Return the characters of a text that need a look: all that are no ordinary ones of the usual scripts."""
    ordinary = _ordinary(usual)
    new = set(text) - ordinary
    found = {char for char in new if _kind(char) is not None or not _expected(char, usual) or _is_mark(char)}
    ordinary |= new - found
    return found


@lru_cache(maxsize=64)
def _ordinary(usual: frozenset[str]) -> set[str]:
    """Return the characters that were found ordinary beside these scripts; :func:`_unusual` adds to them."""
    return set()


def _is_mark(char: str) -> bool:
    return unicodedata.combining(char) != 0 or unicodedata.category(char)[0] == "M"


def _reason(text: str, at: int, *, han: bool) -> Reason | None:
    """Return why an odd character is suspect at this offset, or ``None`` if it is in ordinary use there."""
    kind = _kind(text[at]) or Reason.SCRIPT
    if kind is Reason.BLANK:  # in other scripts, such spaces separate numbers and punctuation
        return kind if han else None
    if kind is Reason.INVISIBLE and at and _joins(text[at - 1], text[at]):
        return None
    return kind


def _expected(char: str, usual: frozenset[str]) -> bool:
    """Return whether a character is of the usual scripts; a digit is only of the script that its name gives."""
    if char.isascii():
        return True
    if unicodedata.category(char) == "Nd" and _script(char) == "COMMON":
        wide = unicodedata.decomposition(char).startswith("<wide>")
        return wide or any(name in unicodedata.name(char, "") for name in usual - _EVERYWHERE)
    return _script(char) in usual


@lru_cache(maxsize=65536)
def _kind(char: str) -> Reason | None:
    """Return why a character is suspect in a text of any script, or ``None``."""
    category = unicodedata.category(char)
    if char in "\t\n" or (char.isascii() and char.isprintable()):
        return None
    if char == "\ufffd":
        return Reason.LOST
    if prints_nothing(char) or category in {"Cc", "Zl", "Zp"}:
        return Reason.INVISIBLE
    if category in {"Co", "Cs"} or (category == "Cn" and _script(char) == "Unknown"):
        return Reason.UNKNOWN
    if category == "Zs":
        return None if char in _PLAIN_BLANKS else Reason.BLANK
    form = unicodedata.decomposition(char)
    another = (category[0] in "LN" and form.startswith("<font>")) or (form and _script(char) == "HAN")
    return Reason.FORM if another else None


def _joins(before: str, char: str) -> bool:
    """Return whether a joiner or variation selector is in ordinary use: in a joining script or after an emoji.

    See UTS 46 and UTS 51.
    """
    if char in "\u200c\u200d" and (_script(before) not in _WITHOUT_JOINERS or before == "\ufe0f"):
        return True
    return char in "\u200d\ufe0e\ufe0f" and unicodedata.category(before) in {"So", "Sk"}


def _marks(text: str) -> Iterator[Suspect]:
    for at, char in enumerate(text):
        if unicodedata.category(char)[0] != "M" or prints_nothing(char):
            continue
        before = text[at - 1] if at else " "
        letter = before.isalpha() and _script(before) not in _NO_BASE
        if not letter and unicodedata.category(before)[0] != "M":
            yield Suspect(at, char, Reason.MARK)


def _words(text: str, usual: frozenset[str]) -> frozenset[int]:
    """Return the offsets of words of two or more letters in an unusual script, unless all letters look like ASCII."""
    found: set[int] = set()
    for run in _LETTERS.finditer(text):
        at = run.start()
        for name, group in groupby(run[0], _script):
            word = "".join(group)
            if name not in usual and len(word) > 1 and not all(map(looks_like, word)):
                found.update(range(at, at + len(word)))
            at += len(word)
    return frozenset(found)


def _mixed_words(text: str) -> Iterator[Suspect]:
    """Yield each letter of a word that is of another script than most of the word."""
    for run in _LETTERS.finditer(text):
        at = run.start()
        for alike, group in groupby(run[0], lambda char: _script(char) in _CONFUSABLE):
            word = "".join(group)
            scripts = Counter(map(_script, word))
            if alike and len(scripts) > 1:
                main = scripts.most_common(1)[0][0]
                odd = [nth for nth, char in enumerate(word) if _script(char) != main]
                yield from (Suspect(at + nth, word[nth], Reason.SCRIPT) for nth in odd)
            at += len(word)


@cache
def _number_pattern() -> re.Pattern[str]:
    """Return the pattern of letters that look like digits inside or before a number; H2O, O3 and 10km have none."""
    near = {one for digit in "0123456789" for one in _homoglyphs(digit)}
    near |= {other for one in near for other in _homoglyphs(one)}
    like = "".join(sorted(one for one in near if len(one) == 1 and one.isascii() and one.isalpha()))
    han = "一二三四五六七八九十百零〇○"
    return re.compile(
        rf"(?<![A-Za-z0-9.,])[0-9][0-9.,]*(?P<inside>[{like}〇○][0-9.,{like}〇○]*)(?![A-Za-z])"
        rf"|(?<![A-Za-z0-9])(?P<small>l)(?=[0-9])|(?<![A-Za-z0-9])(?P<first>O)(?=[0O]{{2}})|(?<=[{han}])(?P<han>[{like}]+)(?![A-Za-z])"
    )


_RAISED = "\u2070\u00b9\u00b2\u00b3\u2074-\u2079"
_LOWERED = "\u2080-\u2089"
_BESIDE_DIGITS = re.compile(
    rf"(?<=[0-9])(?<![^0-9]10)(?<!^10)[{_RAISED}]+|(?<=[0-9])[{_LOWERED}]+"
    r"|[\u2160-\u217f]+(?=[0-9])|(?<=[0-9])(?:\u25ef+|\u00b0{2,}|o{2,}(?![A-Za-z]))"
)
"""Characters that print as digits beside digits: raised and lowered ones (but 10²), Roman numerals, rings, small oo."""


def _numbers(text: str) -> Iterator[Suspect]:
    at = 0
    for line in text.split("\n"):
        yield from (Suspect(at + place, line[place], Reason.NUMBER) for place in _in_numbers(line))
        at += len(line) + 1


@lru_cache(maxsize=32768)
def _in_numbers(line: str) -> tuple[int, ...]:
    """Return the places of suspect characters in numbers. Cached: the states of a text share most of their lines."""
    return tuple(_suspect_places(line))


def _suspect_places(text: str) -> Iterator[int]:
    for match in _number_pattern().finditer(text):
        name = match.lastgroup or ""
        for at in range(*match.span(name)):
            if not (text[at].isdigit() or text[at] in ".,"):
                yield at
    for match in _BESIDE_DIGITS.finditer(text):
        yield from range(*match.span())
