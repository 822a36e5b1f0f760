"""References in Spanish: artículo 5.2.a), apartado 2 del artículo 5, artículos 5, 6 y 8 a 10, anexo II.

The order of the parts is that of the Directrices de técnica normativa (2005), nos. 66 to 69: from the larger to the
smaller with points (artículo 5.2.a)), or from the smaller to the larger in words (la letra a) del apartado 2 del
artículo 5).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from yange.law.aspects.citations import Citations, Level, Owner, Reference, Relative, Step
from yange.law.chains import between
from yange.law.common import roman
from yange.law.es.numerals import ORDINAL, ORDINAL_MARK, numeral

__all__ = ["CITATIONS", "SpanishCitations"]

_UNITS = {"t": Level.PART, "l": Level.PART, "c": Level.CHAPTER, "s": Level.SECTION}
_LATIN = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies")
_MORE = rf"(?:[ -](?P<latin>{'|'.join(_LATIN).replace('quater', 'qu[aá]ter')})\b|-(?P<of>[A-Z])\b)?"
_NUMBER = rf"(?P<n>\d{{1,2}}\.\d{{3}}(?!\d)|\d{{1,4}}|[uú]nico|primero)(?!\d)(?:{ORDINAL_MARK}(?!\w))?{_MORE}"
_INSIDE = (
    r"(?P<inside>(?:\.(?:\d{1,2}(?!\d)(?:\.?[ºª](?!\w))?|[a-zñ]\)|[a-zñ](?![\w])))*)(?P<behind>(?:,? (?:apartado"
    r"|p[áa]rrafo|letra|inciso|numeral|literal|n[úu]mero|fracci[óo]n) (?:\d{1,2}"
    r"|[a-zñ]\)|[IVX]+\b|(?:primer|segund|tercer|cuart|quint)[oa]))*)"
)
_MEMBER = re.compile(rf"{_NUMBER}{_INSIDE}")
_HEAD = re.compile(r"\b(?:[Aa]rt[íi]culos?|ART[ÍI]CULOS?|[Aa]rts?\.) (?=\d|[uú]nico|primero\b)")
_JOIN = re.compile(r"(?i)\.?(?:(?P<to> al? (?:el |la )?|[–-])(?=\d)|(?:, | y | e | o | u |, y )(?:el |los )?(?=\d))")
_PART_WORD = (
    r"(?:(?P<p>apartado|n[úu]mero|numeral|fracci[óo]n|letra|literal|inciso|p[áa]rrafo) (?P<v>\d{1,2}"
    r"|[a-zñ]\)|[IVX]{1,5}\b|(?:primer|segund|tercer|cuart|quint|sext|s[ée]ptim"
    r"|octav)[oa]|[úu]ltimo))"
)
_UNNAMED_PART = _PART_WORD.replace("?P<p>", "?:").replace("?P<v>", "?:")
_BEFORE = re.compile(rf"{_UNNAMED_PART}(?: (?:del|de la) {_UNNAMED_PART})* del? $")
_ONE_PART = re.compile(_PART_WORD)
_LISTED_VALUE = r"(?:\d{1,2}\b|[a-zñ]\)|[IVX]{1,5}\b|(?:primer|segund|tercer|cuart|quint|sext|s[ée]ptim|octav)[oa]\b)"
_LISTED = re.compile(
    r"(?<!\w)(?P<p>apartado|n[úu]mero|numeral|fraccione|letra|literal|inciso|p[áa]rrafo)(?:e?s)"
    rf" (?P<list>{_LISTED_VALUE}(?:(?:, | y | e | o | a | al ){_LISTED_VALUE})+) del? $"
)
_LISTED_ONE = re.compile(rf"(?P<to> al? )?(?P<v>{_LISTED_VALUE})")
_DIVISION = re.compile(
    rf"\b(?P<unit>[Tt][íi]tulo|[Ll]ibro|[Cc]ap[íi]tulo|[Ss]ecci[óo]n) (?P<n>[IVXLC]{{1,7}}(?!\w)"
    rf"|\d{{1,2}}(?:{ORDINAL_MARK})?(?!\w)|{ORDINAL})"
)
_ANNEX = re.compile(r"\b[Aa]nexo (?P<n>\d{1,2}|[IVX]{1,5}|[A-Z])(?!\w)")
_THIS = re.compile(
    r"\b(?P<unit>este|el presente) (?:mismo )?(?P<what>art[íi]culo|apartado|p[áa]rrafo)\b"
    r"|\b(?P<before>art[íi]culo|apartado|p[áa]rrafo) (?:anterior|precedente)\b"
)
_OF = r",?\s+(?:de la|del|de los|de las|de|de dicha|de dicho)\s+"
_OWN = re.compile(
    r",?\s+(?:de|del)\s+(?:(?:la |el )?(?:presente|propi[oa])|est[ae]|este mismo)\s+(?!art[íi]culo)", re.I
)
_OTHER = re.compile(
    rf"{_OF}(?:(?:citad[oa]|referid[oa]|mencionad[oa]|mism[oa]|vigente|indicad[oa])\s+)?"
    r"(?:[A-ZÁÉÍÓÚ][\w-]*|ley|real decreto|decreto|reglamento|c[óo]digo|estatuto"
    r"|constituci[óo]n|tratado|convenio|orden)\b"
)
_DIVIDED = re.compile(r",?\s+(?:de la|del)\s+(?=[Tt][íi]tulo|[Cc]ap[íi]tulo|[Ss]ecci[óo]n|[Ll]ibro)")
_REACH = 90
"""Characters before an article in which the words for its parts may begin."""
_LINK = re.compile(r"[\s]*(?:\([^()]{0,60}\))?[\s]*")


def _value(match: re.Match[str]) -> tuple[int, ...]:
    printed = match["n"].replace(".", "")
    number = int(printed) if printed.isdigit() else 1
    if match["latin"]:
        return (number, _LATIN.index(match["latin"].replace("á", "a")) + 1)
    return (number, ord(match["of"]) - ord("A") + 1) if match["of"] else (number,)


def _step(word: str, printed: str) -> Step | None:
    """Return the step of apartado 2, letra a), párrafo segundo; ``None`` for párrafo último, which has no number."""
    bare = printed.rstrip(")")
    if word.startswith(("pá", "pa")):
        value = int(bare) if bare.isdigit() else numeral(bare)
        return Step(Level.PARAGRAPH, (value,)) if value else None
    if bare.isdigit():
        return Step(Level.ITEM, (int(bare),))
    if printed.isupper():
        value = roman(bare)
        return Step(Level.ITEM, (value,)) if value else None
    if len(bare) == 1:
        return Step(Level.LETTER, (14, 1) if bare == "ñ" else (ord(bare) - ord("a") + 1,))
    value = numeral(bare)
    return Step(Level.ITEM, (value,)) if value else None


def _several_before(text: str, start: int, end: int) -> tuple[int, list[Step]]:
    """Return where *las fracciones I a III y V del artículo 3* begins, and the step of each member of its list."""
    match = _LISTED.search(text, start, end)
    steps: list[Step] = []
    for one in _LISTED_ONE.finditer(match["list"]) if match else ():
        step = _step(match["p"] if match else "", one["v"])
        if step is None:
            return end, []
        steps += [found[0] for found in between((steps[-1],), (step,))] if one["to"] and steps else []
        steps.append(step)
    return (match.start(), steps) if match else (end, [])


def _inside(match: re.Match[str]) -> tuple[Step, ...] | None:
    inside = re.sub("[ºª]", "", match["inside"])
    pairs = [("apartado" if part.isdigit() else "letra", part) for part in inside.split(".") if part]
    pairs += [(one["p"], one["v"]) for one in _ONE_PART.finditer(match["behind"])]
    steps = [_step(word, printed) for word, printed in pairs]
    return None if None in steps else tuple(step for step in steps if step)


class SpanishCitations:
    """The references of Spanish texts; see :class:`yange.law.aspects.citations.Citations`."""

    def of_text(self, text: str) -> Citations:
        """Return itself: all Spanish texts count alike."""
        return self

    def references(self, text: str, start: int, stop: int) -> Iterable[Reference]:
        """Return the references of ``text[start:stop]``; a list of articles is one reference with several targets."""
        found = [
            *self._articles(text, start, stop),
            *self._divisions(text, start, stop),
            *self._relative(text, start, stop),
        ]
        return sorted(found, key=lambda one: (one.start, one.end))

    def link(self, text: str, start: int, stop: int) -> bool:
        """Tell whether nothing but blanks and brackets is between a title and a number."""
        return _LINK.fullmatch(text, start, stop) is not None

    def short_name(self, text: str, start: int, stop: int) -> str | None:
        """Return nothing: no short title is read."""
        return None

    def unquoted(self, text: str, start: int, stop: int) -> Iterable[tuple[int, int]]:
        """Return nothing: in Spanish the instrument's name follows the number."""
        return ()

    def _articles(self, text: str, start: int, stop: int) -> Iterator[Reference]:
        for head in _HEAD.finditer(text, start, stop):
            targets: list[tuple[Step, ...]] = []
            at, ranged = head.end(), False
            end = at
            while (member := _MEMBER.match(text, at, stop)) is not None:
                inside = _inside(member)
                target = (Step(Level.ARTICLE, _value(member)), *(inside or ()))
                if ranged and targets:
                    targets.extend(between(targets[-1], target))
                targets.append(target)
                end = member.end()
                join = _JOIN.match(text, end, stop) if head[0].rstrip(" .").lower().endswith("s") else None
                if join is None:
                    break
                at, ranged = join.end(), join["to"] is not None
            if targets:
                begin, above = self._parts_before(text, start, head.start())
                if above is not None and len(targets) == 1:
                    targets = [(*targets[0], *above)]
                if len(targets) == 1 and not above:
                    begin, several = _several_before(text, max(start, head.start() - _REACH), head.start())
                    targets = [(*targets[0], step) for step in several] or targets
                yield Reference(begin, end, text[begin:end], tuple(targets), _owner(text, end), head.start())

    def _parts_before(self, text: str, start: int, at: int) -> tuple[int, tuple[Step, ...] | None]:
        """Return where the words before an article begin that name a part of it, and the steps they are."""
        before = _BEFORE.search(text, max(start, at - _REACH), at)
        if before is None or before.end() != at:
            return at, ()
        steps = [_step(one["p"], one["v"]) for one in _ONE_PART.finditer(before[0])]
        return (at, ()) if None in steps else (before.start(), tuple(step for step in reversed(steps) if step))

    def _divisions(self, text: str, start: int, stop: int) -> Iterator[Reference]:
        for match in _DIVISION.finditer(text, start, stop):
            printed = re.sub(r"[.º°ª]", "", match["n"])
            value = int(printed) if printed.isdigit() else roman(printed) or numeral(printed)
            if value:
                step = Step(_UNITS[match["unit"][0].lower()], (value,))
                yield Reference(*match.span(), match[0], ((step,),), _owner(text, match.end()), match.start())
        for match in _ANNEX.finditer(text, start, stop):
            number = match["n"]
            value = int(number) if number.isdigit() else roman(number) or ord(number[0]) - ord("A") + 1
            step = Step(Level.ANNEX, (value,))
            yield Reference(*match.span(), match[0], ((step,),), _owner(text, match.end()), match.start())

    def _relative(self, text: str, start: int, stop: int) -> Iterator[Reference]:
        for match in _THIS.finditer(text, start, stop):
            word = (match["what"] or match["before"])[:2].lower()
            level = {"ar": Level.ARTICLE, "ap": Level.ITEM}.get(word, Level.PARAGRAPH)
            step = Step(level, (1,), Relative.BEFORE if match["before"] else Relative.THIS)
            yield Reference(*match.span(), match[0], ((step,),), Owner.UNSAID, match.start())


def _owner(text: str, end: int) -> Owner:
    """Return whose clause a reference that ends here is, as the words behind it say."""
    while (divided := _DIVIDED.match(text, end)) is not None:
        division = _DIVISION.match(text, divided.end())
        if division is None:
            break
        end = division.end()
    if _OWN.match(text, end):
        return Owner.OWN
    return Owner.OTHER if _OTHER.match(text, end) else Owner.UNSAID


CITATIONS = SpanishCitations()
