"""References in Estonian: § 5 lõike 2 punkt 3, §-des 5–7, käesoleva paragrahvi lõige 1, 2. peatükk, lisa 1.

The forms are those of the Hea õigusloome ja normitehnika eeskiri (on references): the outer step comes first, and the
instrument before it in the genitive (*käesoleva seaduse § 5*, *sadamaseaduse § 5*).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from yange.law.aspects.citations import Citations, Level, Owner, Reference, Relative
from yange.law.aspects.cited_numbers import CitedNumber, CitedPlace
from yange.law.chains import Group, Joints, read_chains
from yange.law.common import roman
from yange.law.et.numbers import SUPERSCRIPT, read_superscript

__all__ = ["CITATIONS", "CITED_NUMBERS", "EstonianCitations", "EstonianCitedNumbers"]

_B = r"[ \u00a0\n]{1,2}"
_N = rf"[0-9]{{1,4}}{SUPERSCRIPT}?(?![\w.%][0-9]|[0-9a-zõäöü%])"
_LETTER = r"[a-z](?![\w])"
_LOIGE = r"lõi(?:ge|ke|get|kes|kest|kele|kega|ked|gete|getes|getest|getele|getega|keni|getena)"
_PUNKT = r"punkt(?:i|is|ist|id|ide|ides|idest|idele|idega|ile|iga|ini)?"
_ARTICLE = r"(?:§{1,2}(?:-[a-zõäöü]{1,5})?[ \u00a0\n]{0,2}|\b[Pp]aragrahv[a-zõäöü]{0,6}" + _B + ")"
_CITED = re.compile(
    rf"(?:{_ARTICLE}(?P<article>{_N})|\b[Aa]rtik(?:kel|li|lit|lis|list|lile|liga|lid|lite|lites|litest"
    rf"|litele){_B}(?P<artikkel>{_N})"
    rf"|\b(?:{_LOIGE}|lg){_B}(?P<subsection>{_N})|\b(?:{_PUNKT}|p){_B}(?P<item>{_N})"
    rf"|\b(?:ala)?{_PUNKT}{_B}(?P<letter>{_LETTER})"
    rf"|\b(?P<sentence>esimes[a-z]{{0,2}}|esimene|teis[a-z]{{0,2}}|teine|kolmas|kolmanda[a-z]?){_B}lause[a-z]{{0,3}}"
    rf"|(?<![\w.,])(?P<chapter>[0-9]{{1,3}}{SUPERSCRIPT}?)\.{_B}peatük(?:k|i|is|ist|ki|ile)(?!\w)"
    rf"|(?<![\w.,])(?P<section>[0-9]{{1,3}}{SUPERSCRIPT}?)\.{_B}ja(?:gu|o|os|ost|gude)(?!\w)"
    rf"|\b[Ll]isa(?:s|st|le|ga|d|de|des)?{_B}(?:nr{_B})?(?P<annex>[0-9]{{1,3}}(?![\w.,][0-9]|\w)|[IVX]{{1,5}}(?!\w))"
    rf"|\bkäesoleva(?:s|st|le)?{_B}(?P<this>paragrahvi|lõike|punkti|peatüki|jao)[a-z]{{0,3}}(?!\w))"
)
_LEVELS = {
    "article": Level.ARTICLE,
    "artikkel": Level.ARTICLE,
    "subsection": Level.SUBSECTION,
    "item": Level.ITEM,
    "letter": Level.LETTER,
    "chapter": Level.CHAPTER,
    "section": Level.SECTION,
    "annex": Level.ANNEX,
}
_THIS = {
    "paragrahvi": Level.ARTICLE,
    "lõike": Level.SUBSECTION,
    "punkti": Level.ITEM,
    "peatüki": Level.CHAPTER,
    "jao": Level.SECTION,
}
_SENTENCES = {"e": 1, "t": 2, "k": 3}
_JOIN = rf"(?:,{_B}|{_B}(?:ja|ning|või|kuni|ega|samuti){_B}|[–-])"
_FURTHER = re.compile(
    rf"{_JOIN}(?P<n>{_N})(?!{_B}(?:päeva|tööpäeva|kuu|aasta|tunni|nädala|eurot?|krooni|protsen|isiku"
    rf"|\d))(?!\.{_B}[a-zõäöü])"
)
_FURTHER_LETTER = re.compile(rf"{_JOIN}(?P<n>{_LETTER})")
_OWN = re.compile(
    rf"(?:[Kk]äesoleva|[Ss]elle){_B}(?:seaduse|seadustiku|määruse|otsuse|korralduse|eeskirja|korra|põhimääruse|lepingu)"
    rf"{_B}$"
)
_OTHER = re.compile(
    r"(?:[\wõäöüšž-]*(?:seaduse?|seadustiku?|määruse|otsuse|põhiseaduse|konventsiooni|lepingu|direktiivi|eeskirja"
    r"|redaktsiooni)|\b[A-ZÕÄÖÜ][A-Za-zõäöüšž]{0,12}S(?:-[a-z]{1,3})?|[”“\"»])"
    rf"(?:{_B}(?:nr{_B}[0-9]{{1,4}}|\([A-ZÕÄÖÜ]{{2,4}}\){_B}(?:nr{_B})?[0-9]{{2,4}}/[0-9]{{1,4}}(?:/[A-ZÕÄÖÜ]{{2,4}})?"
    rf"|[0-9]{{2,4}}/[0-9]{{1,4}}(?:/[A-ZÕÄÖÜ]{{2,4}})?))?{_B}$"
)
_BEFORE = 90


def _owner(text: str, group: Group) -> tuple[Owner, int]:
    before = text[max(0, group.start - _BEFORE) : group.start]
    own = _OWN.search(before)
    if own:
        return Owner.OWN, group.start - len(before) + own.start()
    return (Owner.OTHER if _OTHER.search(before) else Owner.UNSAID), group.start


_JOINTS = Joints(
    separator=re.compile(_JOIN),
    to=re.compile("kuni|[–-]"),
    owner=_owner,
    within=re.compile(_B),
)


def _value(printed: str) -> tuple[int, ...]:
    digits = re.match("[0-9]+", printed)
    if digits:
        return (int(digits[0]), *read_superscript(printed[digits.end() :]))
    return ((roman(printed) or 0) if printed.isupper() else ord(printed[0]) - ord("a") + 1,)


class EstonianCitations:
    """The references of Estonian texts; see :class:`yange.law.aspects.citations.Citations`."""

    def of_text(self, text: str) -> Citations:
        """Return itself: all Estonian texts count alike."""
        return self

    def references(self, text: str, start: int, stop: int) -> Iterable[Reference]:
        """Return the references of ``text[start:stop]``, each with whose clause it is."""
        return read_chains(text, self._groups(text, start, stop), _JOINTS)

    def link(self, text: str, start: int, stop: int) -> bool:
        """Return whether nothing but blanks is between a title and a number."""
        return not text[start:stop].strip()

    def short_name(self, text: str, start: int, stop: int) -> str | None:
        """Return nothing: no short title is read."""
        return None

    def unquoted(self, text: str, start: int, stop: int) -> Iterable[tuple[int, int]]:
        """Return nothing: :meth:`references` reads the instrument before the number."""
        return ()

    def _groups(self, text: str, start: int, stop: int) -> Iterator[Group]:
        for match in _CITED.finditer(text, start, stop):
            unit = match.lastgroup or ""
            if unit == "this":
                yield Group(match.start(), match.end(), _THIS[match["this"]], ((0,),), Relative.THIS)
                continue
            if unit == "sentence":
                yield Group(match.start(), match.end(), Level.SENTENCE, ((_SENTENCES[match["sentence"][0]],),))
                continue
            level = _LEVELS[unit]
            yield Group(match.start(), match.end(), level, (_value(match[unit]),))
            further, at = (_FURTHER_LETTER if unit == "letter" else _FURTHER), match.end()
            while unit not in {"chapter", "section"} and (more := further.match(text, at, stop)) is not None:
                yield Group(more.start("n"), more.end("n"), level, (_value(more["n"]),))
                at = more.end("n")


CITATIONS = EstonianCitations()

_HEAD = re.compile(r"§{1,2}(?:-[a-zõäöü]{1,5} ?)?(?=\d)|\b[Pp]aragrahv[a-zõäöü]{0,6} (?=\d)")
_LISTED = re.compile(
    rf"(?P<number>\d{{1,4}}{SUPERSCRIPT}?)(?!\d|%|\.\d)"
    rf"(?P<inside>(?: ?(?:{_LOIGE}|lg) ?\d+{SUPERSCRIPT}?)?(?: ?(?:{_PUNKT}|p) ?\d+{SUPERSCRIPT}?)?)"
    r"(?P<joint>,(?=\d)| ?(?:ja|ning|või|kuni) ?(?=\d)|[-–](?=\d))?"
)
_KEY_OWN = re.compile(
    r"(?:käesoleva|selle) (?:seaduse|seadustiku|määruse|otsuse|korralduse|eeskirja|korra|põhimääruse) ?$", re.I
)
_KEY_OTHER = re.compile(
    r"(?:seaduse|seadustiku|määruse|otsuse|konventsiooni|lepingu|direktiivi|eeskirja)(?: ?nr ?\d{1,4})? ?$"
)


class EstonianCitedNumbers:
    """The cited numbers of Estonian texts; see :class:`yange.law.aspects.cited_numbers.CitedNumbers`.

    Only paragraphs (§) are read, and those of another instrument are left out.
    """

    def cited(self, key: str) -> Iterator[CitedNumber]:
        """Yield the cited paragraphs of the text itself; a list gives each of them."""
        for head in _HEAD.finditer(key):
            before = key[max(0, head.start() - _BEFORE) : head.start()]
            if _KEY_OTHER.search(before) and not _KEY_OWN.search(before):
                continue
            at = head.end()
            while (match := _LISTED.match(key, at)) is not None:
                printed = match["number"]
                yield CitedNumber(match.start(), match.end("number"), _value(printed), f"§ {printed}")
                at = match.end()
                if not match["joint"] or match["inside"]:
                    break

    def owner(self, key: str, start: int) -> Owner:
        """Return nothing certain: :meth:`cited` leaves out the paragraphs of others."""
        return Owner.UNSAID

    def is_range(self, between: str) -> bool:
        """Return whether *kuni* or a dash is between two numbers."""
        return between.strip() in {"kuni", "-", "–"}

    def written(self, printed: str, value: tuple[int, ...]) -> str:
        """Return 12¹ for ``(12, 1)``, or 12^1 where the other number is written so."""
        number, *raised = value
        if not raised:
            return str(number)
        below = "".join(map(str, raised))
        return f"{number}^{below}" if "^" in printed else f"{number}{below.translate(_TO_RAISED)}"

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


_TO_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

CITED_NUMBERS = EstonianCitedNumbers()
