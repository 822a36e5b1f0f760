"""References in German: § 5 Abs. 2 Satz 1 Nr. 3, §§ 6, 7 bis 9, Artikel 3 Absatz 1 Buchstabe a, Anlage 2.

The forms are those of the Handbuch der Rechtsförmlichkeit (Germany, part B, on citing) and of the guidelines of
Austria (Abs., Z, lit.) and Switzerland (Abs., Bst., Ziff.). Whose clause is meant follows the numbers: des Gesetzes
über …, dieses Gesetzes, BGB.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from yange.law.aspects.citations import Level, Owner, Reference
from yange.law.chains import Group, Joints, read_chains
from yange.law.common import branches, roman

__all__ = ["CITATIONS", "GermanCitations"]

_B = r"[ \u00a0\n]{1,2}"
_LEVELS = {
    "article": Level.ARTICLE,
    "absatz": Level.PARAGRAPH,
    "satz": Level.SENTENCE,
    "nummer": Level.ITEM,
    "letter": Level.LETTER,
    "annex": Level.ANNEX,
    "part": Level.PART,
    "chapter": Level.CHAPTER,
    "section": Level.SECTION,
}
_UNPOINTED = r"(?!\.[0-9])"
"""After the number of a part of another kind of text: Abschnitt 8.2.1 is no Abschnitt 8."""
_N = r"[0-9]{1,4}(?:[a-z](?![\w]))?(?: ?(?:bis|ter|quater|quinquies|sexies)\b(?! (?:[0-9]|und mit)))?"
_LETTER = r"[a-z](?![\w.])"
_NO_AMOUNT = (
    r"(?![\w.,]*[0-9])(?![ \u00a0\n](?:Euro|EUR|CHF|Franken|Prozent|Tag|Woche|Monat|Jahr|Stunde|Meter|Personen"
    r"|Millionen|%|€))"
)
_JOIN = rf"(?:,{_B}|{_B}(?i:und|oder|sowie|bis(?:{_B}und{_B}mit)?)(?:{_B}(?:des|der|den|nach))?{_B}|[–-])"
_CITED = re.compile(
    rf"(?:(?<![\w§])(?:§{{1,2}}[ \u00a0\n]{{0,2}}|(?:Artikeln?|Artikels|ARTIKELN?|Art\.){_B})(?P<article>{_N})"
    rf"|\b(?:Absatz|Absatzes|Absätzen?|Abs\.){_B}(?P<absatz>{_N}){_UNPOINTED}"
    rf"|(?:\b(?:Satz|Satzes|Sätzen?|Halbsatz)|(?<=Abs\. [0-9] )S\.){_B}(?P<satz>[0-9]{{1,2}})"
    rf"|(?<![0-9]{{4}} )(?<!-)\b(?:Nummern?|Nrn?\.|Ziffern?|Ziff\.|Z){_B}(?P<nummer>{_N})(?![\w]|/[0-9])"
    rf"|\b(?:Buchstaben?|Buchst\.|Bst\.|lit\.|litera){_B}(?P<letter>{_LETTER})"
    rf"|\b(?:Anlage|Anhang|Anhangs|Anhanges){_B}(?P<annex>[0-9]{{1,3}}|[IVX]{{1,6}}\b)"
    rf"|\b(?:Teil|Teils|Teiles){_B}(?P<part>[0-9]{{1,2}}\b{_UNPOINTED}|[IVX]{{1,6}}\b)"
    rf"|(?<![\w-])(?:Kapitel|Kapitels){_B}(?P<chapter>[0-9]{{1,2}}\b{_UNPOINTED}|[IVX]{{1,6}}\b)"
    rf"|\b(?:Abschnitt|Abschnitts|Abschnittes){_B}(?P<section>[0-9]{{1,2}}\b{_UNPOINTED}|[IVX]{{1,6}}\b))"
)
_FURTHER = re.compile(rf"{_JOIN}(?P<n>{_N}){_NO_AMOUNT}")
_FURTHER_LETTER = re.compile(rf"{_JOIN}(?P<n>{_LETTER})")
_BELOW_ARTICLE = frozenset({"absatz", "satz", "nummer", "letter"})
_ARTICLE_AGAIN = re.compile(rf"{_JOIN}(?P<n>{_N})(?={_B}(?:Absatz|Absätze|Abs\.){_B}[0-9])")
"""A further article whose unit is said once before all of them: Art. 14 Abs. 2 und 31e Abs. 4."""
_COUNTED = re.compile(r"([0-9]+)([a-z])?(?: ?(bis|ter|quater|quinquies|sexies))?")
_ITSELF = re.compile(
    rf"{_B}(?:dieses|dieser|des vorliegenden|der vorliegenden){_B}"
    r"(?:Gesetz|Verordnung|Bundesgesetz|Satzung|Ordnung|Artikel|Abschnitt|Kapitel|Richtlinie|Vorschrift|Paragraph)"
)
_ANOTHER = re.compile(
    rf",?{_B}(?:(?:des|der|zum|zur){_B}(?!(?:vor|nach)stehend)(?:[\w-]+{_B}){{0,3}}?(?=[A-ZÄÖÜ])[\w-]*"
    r"(?:[Gg]esetz(?:es|buch(?:e?s))?|[Gg]esetzbuch(?:e?s)|[Vv]erordnung|[Oo]rdnung|[Rr]ichtlinie|[Vv]ertrage?s"
    r"|[Ss]atzung|[Aa]bkommens|[Üü]bereinkommens|[Kk]onvention|[Pp]rotokolls|[Bb]eschlusses|[Ss]tatuts|[Rr]eglements"
    r"|[Vv]erfassung|[Rr]echts|[Bb]uche?s|[Ss]ystems)\b"
    r"|[A-ZÄÖÜ]{2,6}-(?:Vertrage?s?|Abkommens?)\b|[A-ZÄÖÜ][A-Za-zäöüß]{0,12}(?:[BGORV]|WRA)(?![\w-]))"
)
_NAMED = re.compile(rf"{_B}(?:über|zur|zum|vom|betreffend|zwischen|\(|Nr\.|[0-9])")
"""What follows the kind of an instrument whose title or number is given: des Gesetzes über die Fähren."""
_KINDS = re.compile(
    r"gesetzbuch|gesetz|verordnung|ordnung|richtlinie|vertrag|satzung|übereinkommen|abkommen|konvention|protokoll|beschlu(?:ss|ß)"
    r"|statut|reglement|verfassung"
)
_NUMBERED = re.compile(r"^[ \t]*(?:\(?1\\?\)|1 (?=[A-ZÄÖÜ]))", re.M)
"""The number of a paragraph, as it is or with the backslash that Markdown has before its bracket."""


def _no_owner(text: str, group: Group) -> tuple[Owner, int]:
    return Owner.UNSAID, group.start


_JOINTS = Joints(
    separator=re.compile(_JOIN), to=re.compile("(?i:bis)|[–-]"), owner=_no_owner, within=re.compile(rf",?{_B}")
)


@dataclass(frozen=True)
class GermanCitations:
    """The references of German texts; see :class:`yange.law.aspects.citations.Citations`.

    ``absatz`` is what an Absatz is in the text: numbered, or one of the paragraphs that blank lines part. ``kind`` is
    the kind of instrument that the title names (``abkommen``), so that des Abkommens alone means the text itself.
    """

    absatz: Level = Level.PARAGRAPH
    kind: str = ""

    def references(self, text: str, start: int, stop: int) -> Iterable[Reference]:
        """Return the references of ``text[start:stop]``, each with whose clause it is."""
        found = list(read_chains(text, self._groups(text, start, stop), _JOINTS))
        for at, one in enumerate(found):
            last = next((k for k in range(at, len(found)) if k + 1 == len(found) or not found[k + 1].later), at)
            yield replace(one, owner=_owner(text, found[last].end, self.kind))

    def of_text(self, text: str) -> GermanCitations:
        """Return the reader for a text whose Absätze are numbered, or are not."""
        absatz = Level.SUBSECTION if _NUMBERED.search(text) else Level.PARAGRAPH
        named = _KINDS.search(text.partition("\n")[0].lower())
        return GermanCitations(absatz, named[0] if named else "")

    def link(self, text: str, start: int, stop: int) -> bool:
        """Tell whether nothing but blanks is between a title and a number."""
        return not text[start:stop].strip()

    def short_name(self, text: str, start: int, stop: int) -> str | None:
        """Return nothing: titles of German instruments are not set apart by marks."""
        return None

    def unquoted(self, text: str, start: int, stop: int) -> Iterable[tuple[int, int]]:
        """Return nothing: the instrument's name follows the number, and :meth:`references` reads it."""
        return ()

    def _groups(self, text: str, start: int, stop: int) -> Iterator[Group]:
        for match in _CITED.finditer(text, start, stop):
            unit = match.lastgroup or ""
            level = self.absatz if unit == "absatz" else _LEVELS[unit]
            value = _letter if unit == "letter" else _value
            yield Group(match.start(), match.end(), level, (value(match[unit]),))
            yield from _further(text, match.end(), stop, unit, level)


def _further(text: str, at: int, stop: int, unit: str, level: Level) -> Iterator[Group]:
    """Yield the further numbers of a unit that is said once, until one is that of another article."""
    further, value = (_FURTHER_LETTER, _letter) if unit == "letter" else (_FURTHER, _value)
    while True:
        article = _ARTICLE_AGAIN.match(text, at, stop) if unit in _BELOW_ARTICLE else None
        if article is not None:
            yield Group(article.start("n"), article.end("n"), Level.ARTICLE, (_value(article["n"]),))
            return
        more = further.match(text, at, stop)
        if more is None:
            return
        yield Group(more.start("n"), more.end("n"), level, (value(more["n"]),))
        at = more.end("n")


def _owner(text: str, end: int, kind: str) -> Owner:
    if _ITSELF.match(text, end):
        return Owner.OWN
    another = _ANOTHER.match(text, end)
    if another is None:
        return Owner.UNSAID
    _, *words = another[0].split()
    alike = len(words) == 1 and bool(kind) and words[0].lower().startswith(kind)
    return Owner.UNSAID if alike and not _NAMED.match(text, another.end()) else Owner.OTHER


def _letter(printed: str) -> tuple[int, ...]:
    return (ord(printed[0]) - ord("a") + 1,)


def _value(printed: str) -> tuple[int, ...]:
    """Return the value of a number or of a Roman numeral."""
    counted = _COUNTED.fullmatch(printed)
    if counted is None:
        return (roman(printed) or ord(printed[0]) - ord("a") + 1,)
    latin = branches(None, counted[3])[0] if counted[3] else ()
    return (int(counted[1]), *branches(counted[2])[0], *latin)


CITATIONS = GermanCitations()
