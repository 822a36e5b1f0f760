"""Name a clause and its parts in German: § 5 Absatz 2 Satz 1, die Nummern 2 bis 4, die Überschrift des § 3.

Lists and ranges share their last unit; a part without its § belongs to the clause that an earlier sentence named.
"""

from __future__ import annotations

import re

from yange.law.aspects.amending import AmendedClause, ClausePart, PartKind
from yange.law.common import ARABIC_STOP, DOUBLE_BRACKET, LATIN_BRACKET, branches, roman
from yange.law.de.numbers import ABSATZ, LETTER_STOP
from yange.law.nested_amending import compose

__all__ = ["CLAUSE_NUMBER", "UNITS", "expanded", "targets", "value"]

CLAUSE_NUMBER = (
    r"[0-9]{1,4}(?:[ ]?[a-z]{1,2}(?!\w))?(?: ?(?:bis|ter|quater|quinquies|sexies|septies|octies)\b(?! (?:§|[0-9])))?"
)
UNITS = {
    "article": r"§{1,2} ?|Paragra(?:ph|f)(?:en|s)? |(?:Artikels?|Artikeln|Art\.) ",
    "absatz": r"(?:Absatz(?:es)?|Absätzen?|Abs\.) ",
    "satz": r"(?:Satz(?:es)?|Sätzen?) ",
    "half": r"(?:Halbsatz(?:es)?|Halbs\.|Hs\.) ",
    "number": r"(?:Nummern?|Nrn?\.|Ziffern?|Ziff\.|Z\.?) ",
    "letter": r"(?:Buchstaben?|Buchst\.|Bst\.|lit\.|litera|Lit\.) ",
    "double": r"(?:Doppelbuchstaben?|Doppelbuchst\.) ",
    "annex": r"(?:Anlagen?|Anhangs?|Anhanges|Anhänge) ",
}
_VALUES = {
    "article": CLAUSE_NUMBER,
    "absatz": CLAUSE_NUMBER,
    "satz": "[0-9]{1,2}",
    "half": "[0-9]",
    "number": CLAUSE_NUMBER,
    "letter": r"[a-z](?: ?(?:bis|ter|quater)\b)?(?!\w)",
    "double": "[a-z]{2}",
    "annex": r"(?:[0-9]{1,3}[a-z]?|[IVX]{1,6}|[A-Z])\b",
}
_RANKS = ("absatz", "number", "letter", "double")
_ARTICLE_WORD = r"(?:(?i:der|die|das|dem|den|des) )?(?:(?i:bisherige|neue|folgende|jetzige)[nrsm]? )?"
_UNIT = re.compile(
    _ARTICLE_WORD
    + "(?:"
    + "|".join(rf"(?P<{name}>{word})(?P<{name}_n>{_VALUES[name]})" for name, word in UNITS.items())
    + r"|(?P<ordinal>erste|zweite|dritte|vierte|fünfte|letzte)[rnm]? (?P<what>Satz|Halbsatz)(?:es)?"
    + r"|(?P<heading>(?:Überschrift|Sachüberschrift|Paragraphenüberschrift|Artikelüberschrift)"
    + r"|Paragrafenüberschrift|Gliederungstitel|Sachtitel)"
    + r"|(?P<intro>(?:Satzteil|Wortlaut|Teil|Text) vor (?:der |dem )?(?:Nummer|Nr\.|Buchstabe|Buchst\.|lit\.|Z|Ziffer)"
    + r" (?:1|a)|Einleitungssatz(?:es)?|Einleitungssatzes|Eingangssatz(?:es)?|Einleitungsteil)"
    + r"|(?P<some>(?:Satzteil|Teil|Schlussteil|Schlusssatz|Schlussatz)(?: (?:nach|vor) (?:der |dem )?"
    + r"(?:Nummer|Nr\.|Buchstabe|Buchst\.|lit\.|Z|Ziffer) \w{1,3})?))(?![\w-])",
)
_ORDINALS = ("erste", "zweite", "dritte", "vierte", "fünfte")
_SEP = re.compile(r",? (?!(?:und|sowie|oder|bis)\b)|, ")
_LIST = re.compile(r"(?P<to> bis )|, (?=(?:§|[0-9]|[a-z]\b|[A-ZÄÖÜ]))|,? (?:und|sowie|oder) (?:in )?")
_UP = re.compile(r" (?:des|der|zu|zum|zur|im|in) (?=§|Art|Abs|Num|Nr|Buch|Ziff|Anlage|Anhang)")
_OUTER = re.compile(
    r"(?P<list>.*(?: und | bis |, ).*) (?:des|der|zu) (?P<outer>(?:§|Art|Abs|Num|Nr|Buch|Ziff|Anlage).*)"
)
_BARE = re.compile(rf"{_ARTICLE_WORD}(?P<n>{CLAUSE_NUMBER}|[a-z]{{1,2}}(?!\w))")
_WITH_HEADING = re.compile(r" (?:samt|mit|nebst|einschließlich) (?:der |ihren |seiner |ihrer )?Überschrift(?:en)?$")
_WHOLE = re.compile(
    r"(?:(?:der|die|das|dem|den|im) )?(?:gesamten? |ganzen? |vorliegenden? )?(?:Text|Gesetz|Verordnung|Satzung|Erlass"
    r"|Ordnung|Richtlinie|Gesetzestext|Verordnungstext|Normtext)(?:es|s)?(?: (?:der|des) (?:Verordnung|Gesetzes"
    r"|Satzung))?"
)


def value(printed: str) -> tuple[int, ...]:
    """Return the value of 4, 3a, 5bis, b, aa or IV."""
    counted = re.fullmatch(r"([0-9]+) ?(?:([a-z]{1,2})|(bis|ter|quater|quinquies|sexies|septies|octies))?", printed)
    counted = counted or re.fullmatch(r"([0-9]+) ?([a-z]{1,2}) ?(bis|ter)", printed)
    if counted is not None:
        latin = branches(None, counted[3])[0] if counted[3] else ()
        return (int(counted[1]), *branches(counted[2])[0], *latin)
    if printed.isupper():
        return (roman(printed) or ord(printed[0]) - ord("A") + 1,)
    letter, _, word = printed.partition(" ")
    more = branches(None, word)[0] if word else ()
    return (ord(letter[0]) - ord("a") + 1, *more)


_STYLES = {
    "absatz": frozenset({ABSATZ}),
    "number": frozenset({ARABIC_STOP}),
    "letter": frozenset({LATIN_BRACKET, LETTER_STOP}),
    "double": frozenset({DOUBLE_BRACKET}),
}


def _part(unit: str, number: str) -> ClausePart:
    if unit == "satz":
        return ClausePart(PartKind.SENTENCE, f"Satz {number}", (int(number),))
    if unit == "half":
        return ClausePart(PartKind.SOMEWHERE, f"Halbsatz {number}")
    names = {"absatz": "Absatz", "number": "Nummer", "letter": "Buchstabe", "double": "Doppelbuchstabe"}
    return ClausePart(PartKind.ITEM, f"{names[unit]} {number}", value(number), _STYLES[unit])


def _rank(part: ClausePart) -> int:
    return next((place for place, unit in enumerate(_RANKS, start=1) if part.styles == _STYLES[unit]), 0)


def _one(words: str) -> tuple[AmendedClause, str] | None:
    """Return the clause that words name, § 5 Absatz 2 Satz 1, and its last unit; ``None`` if they name none."""
    ups = _UP.split(words)
    if len(ups) > 1:  # Absatz 2 des § 5
        words = " ".join(reversed(ups))
    clause, unit, at = "", "", 0
    parts: list[ClausePart] = []
    while at < len(words):
        match = _UNIT.match(words, at)
        if match is None:
            return None
        unit = next(name for name in (*UNITS, "ordinal", "heading", "intro", "some") if match[name])
        if unit in ("article", "annex"):
            if clause or parts:
                return None
            number = match[f"{unit}_n"].replace(" ", "")
            word = (
                "§"
                if match[unit].startswith(("§", "Para"))
                else {"article": "Artikel", "annex": match[unit].split()[0][:6]}[unit]
            )
            clause = f"{word} {number}"
        elif unit in UNITS:
            parts.append(_part(unit, match[f"{unit}_n"]))
        else:
            parts.append(_unnumbered(match))
        at = match.end()
        if at < len(words):
            blank = _SEP.match(words, at)
            if blank is None:
                return None
            at = blank.end()
    items = max((place for place, part in enumerate(parts) if part.kind is PartKind.ITEM), default=-1)
    kept = [part for place, part in enumerate(parts) if place >= items or part.kind is not PartKind.SENTENCE]
    return AmendedClause(clause, tuple(kept)), unit


def _unnumbered(match: re.Match[str]) -> ClausePart:
    if match["ordinal"]:
        nth = -1 if match["ordinal"] == "letzte" else _ORDINALS.index(match["ordinal"]) + 1
        if match["what"] == "Halbsatz":
            return ClausePart(PartKind.SOMEWHERE, match[0])
        return ClausePart(PartKind.SENTENCE, match[0], (nth,))
    if match["heading"]:
        return ClausePart(PartKind.HEADING, match["heading"])
    return ClausePart(PartKind.INTRODUCTION if match["intro"] else PartKind.SOMEWHERE, match["intro"] or match["some"])


def targets(words: str, within: AmendedClause | None) -> list[tuple[AmendedClause, bool]] | None:
    """Return each clause of a list, with whether it is the last of a range; ``None`` if one is not understood."""
    words = _WITH_HEADING.sub("", words.strip())
    if _WHOLE.fullmatch(words):
        return [(AmendedClause(), False)]
    found: list[tuple[AmendedClause, bool]] = []
    outer = _OUTER.fullmatch(words)
    if outer is not None:  # die Absätze 1 und 2 des § 3
        one = _one(outer["outer"])
        named = compose(within, one[0], _rank) if one else None
        return targets(outer["list"], named) if named else None
    unit, at, ranged, here = "", 0, False, within
    pieces = [*_LIST.finditer(words), None]
    for join in pieces:
        piece = words[at : join.start() if join else len(words)]
        bare = _BARE.fullmatch(piece)
        if bare and unit in UNITS and re.fullmatch(_VALUES[unit], bare["n"]):
            named = _with_number(found[-1][0], unit, bare["n"])
        else:
            one = _one(piece)
            if one is None:
                return None
            named, unit = compose(here, one[0], _rank), one[1]
        if named is None or (ranged and not found):
            return None
        found.append((named, ranged))
        here = named
        if join is not None:
            at, ranged = join.end(), join["to"] is not None
    return found


def _with_number(target: AmendedClause, unit: str, number: str) -> AmendedClause:
    """Return the clause of the same unit with another number: Absatz 3 for Absatz 2."""
    if unit in ("article", "annex"):
        return AmendedClause(f"{target.clause.split()[0]} {number.replace(' ', '')}")
    return AmendedClause(target.clause, (*target.parts[:-1], _part(unit, number)))


def expanded(words: str, within: AmendedClause | None) -> list[AmendedClause] | None:
    """Return every clause of a list with ranges of whole numbers or letters."""
    named = targets(words, within)
    if named is None:
        return None
    found: list[AmendedClause] = []
    for target, last in named:
        if last:
            between = _between(found[-1], target)
            if between is None:
                return None
            found.extend(between)
        found.append(target)
    return found


def _between(first: AmendedClause, last: AmendedClause) -> list[AmendedClause] | None:
    unit = next((unit for unit in _RANKS if last.parts and last.parts[-1].styles == _STYLES[unit]), "article")
    low, high = ((one.parts[-1].printed if one.parts else one.clause).split(" ", 1)[1] for one in (first, last))
    if low.isdigit() and high.isdigit():
        return [_with_number(first, unit, str(number)) for number in range(int(low) + 1, int(high))]
    if len(low) == len(high) == 1 and low < high:
        return [_with_number(first, unit, chr(code)) for code in range(ord(low) + 1, ord(high))]
    return None
