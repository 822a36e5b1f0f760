"""References in Dutch: artikel 5, eerste lid, onderdeel a, and the article numbers in match keys."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from yange.law.aspects.citations import Level, Owner, Reference
from yange.law.aspects.cited_numbers import CitedNumber, CitedPlace
from yange.law.chains import Group, Joints, read_chains
from yange.law.nl.numerals import ORDINAL, ordinal

__all__ = ["CITATIONS", "CITED_NUMBERS", "DutchCitations", "DutchCitedNumbers"]

_B = r"[ \u00a0\n]{1,2}"
_N = r"[0-9]{1,4}(?:[.:][0-9]{1,3}){0,2}(?:[a-z](?!\w))?(?![\w])"
_JOIN = rf"(?:,{_B}|{_B}(?i:en|of|alsmede|tot en met){_B}|[–-])"
_CITED = re.compile(
    rf"(?:\b(?:[Aa]rtikel(?:en)?|ARTIKEL(?:EN)?|[Aa]rt\.){_B}(?P<article>{_N})"
    rf"|\b(?P<lid>{ORDINAL})(?=(?:(?:,{_B}|{_B}(?:en|of|tot en met){_B}(?:het{_B})?){ORDINAL})*{_B}(?:lid|leden)\b)"
    rf"(?:{_B}(?:lid|leden)\b)?"
    rf"|\b(?:onderdeel|onderdelen|onder){_B}(?P<letter>[a-z](?![\w]))"
    rf"|§{{1,2}}{_B}?(?P<sign>[0-9]{{1,3}})(?!\w)"
    rf"|\b[Bb]ijlage{_B}(?P<annex>[0-9]{{1,3}})(?!\w)"
    rf"|\b[Hh]oofdstuk{_B}(?P<chapter>[0-9]{{1,3}})(?![\w.]))"
)
_FURTHER = re.compile(rf"{_JOIN}(?P<n>{_N})(?!{_B}(?:dag|maand|jaar|euro|procent|we[ek]))")
_FURTHER_LETTER = re.compile(rf"{_JOIN}(?P<n>[a-z](?!\w))")
_LEVELS = {
    "article": Level.ARTICLE,
    "letter": Level.LETTER,
    "sign": Level.ITEM,
    "annex": Level.ANNEX,
    "chapter": Level.CHAPTER,
}
_ITSELF = re.compile(rf",?{_B}van{_B}(?:deze|dit){_B}(?:wet|besluit|regeling|verordening|artikel|hoofdstuk)\b")
_ANOTHER = re.compile(
    rf",?{_B}van{_B}(?:de|het){_B}(?:[A-Z][\w-]*|wet\b|verordening\b|richtlijn\b|besluit\b|[\w-]+wet\b|Burgerlijk)"
)
_NUMBERED = re.compile(r"^[ \t]*1(?:\.|(?= [A-Z]))", re.M)
_LAST = "abcdefghijklmnopqrstuvwxyz"


def _no_owner(text: str, group: Group) -> tuple[Owner, int]:
    return Owner.UNSAID, group.start


_JOINTS = Joints(
    separator=re.compile(rf"{_JOIN}(?:het{_B})?"),
    to=re.compile("(?i:tot en met)|[–-]"),
    owner=_no_owner,
    within=re.compile(rf",?{_B}(?:aanhef{_B}en{_B})?"),
)


@dataclass(frozen=True)
class DutchCitations:
    """The references of Dutch texts; ``lid`` is what a lid is in the text: numbered, or a paragraph."""

    lid: Level = Level.PARAGRAPH

    def references(self, text: str, start: int, stop: int) -> Iterable[Reference]:
        """Return the references of ``text[start:stop]``, each with whose clause it is."""
        found = list(read_chains(text, self._groups(text, start, stop), _JOINTS))
        for at, one in enumerate(found):
            last = next((k for k in range(at, len(found)) if k + 1 == len(found) or not found[k + 1].later), at)
            yield replace(one, owner=_owner(text, found[last].end))

    def of_text(self, text: str) -> DutchCitations:
        """Return the reader for a text whose leden are numbered, or are not."""
        return DutchCitations(Level.SUBSECTION) if _NUMBERED.search(text) else self

    def link(self, text: str, start: int, stop: int) -> bool:
        """Tell whether nothing but blanks is between a title and a number."""
        return not text[start:stop].strip()

    def short_name(self, text: str, start: int, stop: int) -> str | None:
        """Return nothing: titles of Dutch instruments are not set apart by marks."""
        return None

    def unquoted(self, text: str, start: int, stop: int) -> Iterable[tuple[int, int]]:
        """Return nothing: the instrument's name follows the number, and :meth:`references` reads it."""
        return ()

    def _groups(self, text: str, start: int, stop: int) -> Iterator[Group]:
        for match in _CITED.finditer(text, start, stop):
            unit = match.lastgroup or ""
            level = self.lid if unit == "lid" else _LEVELS[unit]
            yield Group(match.start(), match.end(), level, (_value(match[unit]),))
            further, at = (_FURTHER_LETTER if unit == "letter" else _FURTHER), match.end()
            several = unit in {"article", "letter"} or match[0].startswith("§§")
            while several and (more := further.match(text, at, stop)) is not None:
                yield Group(more.start("n"), more.end("n"), level, (_value(more["n"]),))
                at = more.end("n")


def _owner(text: str, end: int) -> Owner:
    if _ITSELF.match(text, end):
        return Owner.OWN
    return Owner.OTHER if _ANOTHER.match(text, end) else Owner.UNSAID


def _value(printed: str) -> tuple[int, ...]:
    """Return the value of a number such as 7:669a, of an ordinal or of a letter."""
    counted = ordinal(printed)
    if counted is not None:
        return (counted,)
    digits = tuple(int(part) for part in re.findall("[0-9]+", printed))
    letter = (ord(printed[-1]) - ord("a") + 1,) if printed[-1] in _LAST else ()
    return (*digits, *letter)


CITATIONS = DutchCitations()

_HEAD = re.compile(r"\b[Aa]rtikel(?:en)? ?(?=\d)")
_LISTED = re.compile(
    r"(?P<number>\d{1,4}(?:[.:]\d{1,3}){0,2}(?:[a-z](?![a-z]))?)(?!\d|%)(?:,(?:eerste|tweede|derde|vierde"
    r"|vijfde|zesde) lid)?"
    r"(?P<joint>,? ?(?:en|of|tot en met) (?=\d)|,(?=\d)|-(?=\d))?"
)
_KEY_OF_ANOTHER = re.compile(r",? ?van (?:de|het) (?:[A-Z]|wet\b|verordening\b|richtlijn\b|besluit\b|[\w-]+wet\b)")


class DutchCitedNumbers:
    """The cited numbers of Dutch texts; see :class:`yange.law.aspects.cited_numbers.CitedNumbers`.

    Only articles are read, and the articles of another instrument are left out.
    """

    def cited(self, key: str) -> Iterator[CitedNumber]:
        """Yield the cited articles of the text itself; a list of articles gives each of them."""
        for head in _HEAD.finditer(key):
            found, at = [], head.end()
            while (match := _LISTED.match(key, at)) is not None:
                printed = match["number"]
                value = _value(printed)
                found.append(CitedNumber(match.start(), match.end("number"), value, f"artikel {printed}"))
                at = match.end()
                if not match["joint"]:
                    break
            if found and not _KEY_OF_ANOTHER.match(key, at):
                yield from found

    def owner(self, key: str, start: int) -> Owner:
        """Return nothing certain: the owner follows the number, and :meth:`cited` reads it."""
        return Owner.UNSAID

    def is_range(self, between: str) -> bool:
        """Tell whether *tot en met* or a dash is between two numbers."""
        return between.strip() in {"tot en met", "-"}

    def written(self, printed: str, value: tuple[int, ...]) -> str:
        """Return 12a for ``(12, 1)``, and 7:12 for ``(7, 12)`` where the other number is written so."""
        parts = re.findall("[0-9]+", printed)
        if len(parts) > 1 and len(value) >= len(parts):
            joint = ":" if ":" in printed else "."
            head, rest = joint.join(map(str, value[: len(parts)])), value[len(parts) :]
        else:
            head, rest = str(value[0]), value[1:]
        return head + "".join(chr(ord("a") + part - 1) for part in rest)

    def place(self, printed: str) -> CitedPlace | None:
        """Return nothing: the parts of citations are not taken apart."""
        return None

    def cites_items(self, key: str) -> bool:
        """Return false: no cited item is followed."""
        return False

    def lists_items(self, key: str) -> bool:
        """Return false: no cited item is followed."""
        return False

    def item_number(self, label: str) -> int | None:
        """Return nothing: no cited item is followed."""
        return None


CITED_NUMBERS = DutchCitedNumbers()
