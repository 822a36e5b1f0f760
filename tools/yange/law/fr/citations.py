"""References in French: l'article L. 121-1, les articles 5, 6 et 8 à 10, le 2° de l'article 3, art. 5, al. 2.

The step nearest to the words comes first in France (au premier alinéa de l'article 3) and last in the Union and in
Switzerland (à l'article 3, paragraphe 1, point a)); both are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from yange.law.aspects.citations import Level, Owner, Reference, Relative, Step
from yange.law.chains import between
from yange.law.fr.numbers import ARTICLE_NUMBER, read_article
from yange.law.fr.numerals import ORDINALS, read_ordinal
from yange.law.fr.sentences import KINDS

__all__ = ["CITATIONS", "FrenchCitations"]

_NUMBER = re.sub(r"\?P<[a-z]+>", "?:", ARTICLE_NUMBER)
_JOIN = r"(?:, | et | ou | à |, et |, ou | ET | OU | À )"
_CITED = re.compile(rf"\b(?:[Aa]rticles?|ARTICLES?|[Aa]rts?\.)[ \u00a0](?P<list>{_NUMBER}(?:{_JOIN}{_NUMBER})*)")
_MEMBER = re.compile(rf"(?P<join>{_JOIN})?{ARTICLE_NUMBER}")
_DIVISION = re.compile(
    rf"\b(?P<unit>chapitre|titre|livre|section|partie)[ \u00a0](?P<n>[IVXLC]{{1,8}}(?:er)?"
    rf"|[0-9]{{1,3}}(?:er)?|{ORDINALS})(?![a-zà-ÿ0-9])"
)
_ANNEX = re.compile(r"\bannexe[ \u00a0](?P<n>[IVXLC]{1,6}|[0-9]{1,2}|[A-Z])(?![A-Za-zà-ÿ0-9])", re.I)
_LEVELS = {
    "chapitre": Level.CHAPTER,
    "titre": Level.PART,
    "livre": Level.PART,
    "partie": Level.PART,
    "section": Level.SECTION,
}
_ORDINAL = rf"(?P<ordinal>{ORDINALS})[ \u00a0]alinéa"
_STEP = (
    rf"(?:{_ORDINAL}|alinéa[ \u00a0](?P<al>[0-9]{{1,2}})(?:er)?|paragraphe[ \u00a0](?P<par>[0-9]{{1,2}})"
    rf"|(?P<degree>[0-9]{{1,2}})°|(?P<roman>[IVX]{{1,5}})|(?P<letter>[a-z])\)?)"
)
_BEFORE = re.compile(
    rf"(?<![\w-]){_STEP}[ \u00a0](?:du[ \u00a0]|de[ \u00a0]l['’]|de[ \u00a0]la[ \u00a0]|des[ \u00a0])$"
)
_AFTER = re.compile(
    rf",[ \u00a0](?:{_ORDINAL}|al(?:inéa|\.)[ \u00a0](?P<al>[0-9]{{1,2}})(?:er)?"
    rf"|(?:par(?:agraphes?|\.)|§{{1,2}}|ch(?:iffres?|\.))[ \u00a0](?P<par>[0-9]{{1,2}})(?:er\b)?"
    rf"|(?P<degree>[0-9]{{1,2}})°|(?P<roman>[IVX]{{1,5}})(?![\w])|(?:points?|let(?:tre"
    rf"|\.))[ \u00a0](?P<letter>[a-z])\)?(?![a-zà-ÿ]))"
)
_REACH = 40
_LISTED = re.compile(
    r"(?<!\w)(?:(?P<al>alinéas)|(?P<par>paragraphes|points)|(?P<let>lettres))[ \u00a0]"
    r"(?P<list>(?:[0-9]{1,2}(?:er)?|[a-z]\)?)(?:(?:, | et | ou | à )(?:[0-9]{1,2}(?:er)?|[a-z]\)?))+)"
    r"[ \u00a0](?:du[ \u00a0]|de[ \u00a0]l['’]|de[ \u00a0]la[ \u00a0])$"
)
_LISTED_ONE = re.compile(r"(?P<to> à )?(?:, | et | ou )?(?P<n>[0-9]{1,2}|[a-z](?![a-z]))(?:er)?\)?")
_OTHER = re.compile(
    rf",?[ \u00a0](?:de[ \u00a0]la[ \u00a0]|de[ \u00a0]l['’]|du[ \u00a0]|des[ \u00a0]|de[ "
    rf"\u00a0])(?:même[ \u00a0]|ladite[ \u00a0]|ledit[ \u00a0]|dite[ \u00a0])?(?:{KINDS}s?\b|[A-ZÀ-Ý])"
)
"""Behind a reference: the beginning of another instrument's name; du présent code is none."""
_OWN = re.compile(rf",?[ \u00a0](?:de[ \u00a0]la|du|des|de[ \u00a0]l['’])[ \u00a0]?présente?s?[ \u00a0](?:{KINDS})")
_LETTER_MORE = re.compile(r"(?:,?[ \u00a0](?:et|ou|(?P<to>à))[ \u00a0]|,[ \u00a0])(?P<n>[b-xz])(?:\)|(?![\w'’.]))")
"""A further letter behind let. a; *a* and *y* are words of French too."""
_SIGN_MORE = re.compile(
    r"(?:,?[ \u00a0](?:et|ou|(?P<to>à))[ \u00a0]|,[ \u00a0])(?P<n>[0-9]{1,2})(?![0-9]|[.,][0-9]"
    r"|[ \u00a0]?%)"
)
_SEVERAL = re.compile(r"§§|paragraphes|chiffres")
"""Words with which more numbers may be named: §§ 1er et 2."""
_LINK = re.compile(r"[ \u00a0]*(?:\([^()]{0,60}\))?[ \u00a0]*")
_THIS = re.compile(r"\b(?:du|le|au|présent)[ \u00a0](?:présent[ \u00a0])?(?P<unit>article|alinéa|chapitre|section)\b")
_RELATIVE = re.compile(
    r"\b(?:(?P<this>(?:le|du|au)[ \u00a0]présent[ \u00a0](?:article|chapitre|alinéa))"
    r"|(?P<before>(?:l['’])?alinéa[ \u00a0]précédent|(?:l['’])?article[ \u00a0]précédent))\b"
)
_UNITS = {"article": Level.ARTICLE, "alinéa": Level.PARAGRAPH, "chapitre": Level.CHAPTER}


class FrenchCitations:
    """The references of French texts; see :class:`yange.law.aspects.citations.Citations`."""

    def of_text(self, text: str) -> FrenchCitations:
        """Return itself: all French texts count alike."""
        return self

    def references(self, text: str, start: int, stop: int) -> Iterable[Reference]:
        """Return the references of ``text[start:stop]``; a list of articles is one reference with several targets."""
        found = [*self._articles(text, start, stop), *_divisions(text, start, stop), *_relatives(text, start, stop)]
        return sorted(found, key=lambda one: (one.start, one.end))

    def link(self, text: str, start: int, stop: int) -> bool:
        """Tell whether nothing but blanks and brackets is between a title and a number."""
        return _LINK.fullmatch(text, start, stop) is not None

    def short_name(self, text: str, start: int, stop: int) -> str | None:
        """Return nothing: no short title of a French instrument is read."""
        return None

    def unquoted(self, text: str, start: int, stop: int) -> Iterable[tuple[int, int]]:
        """Return nothing: in French the instrument's name follows the number, and :meth:`references` reads it."""
        return ()

    def _articles(self, text: str, start: int, stop: int) -> Iterator[Reference]:
        for match in _CITED.finditer(text, start, stop):
            targets: list[tuple[Step, ...]] = []
            for member in _MEMBER.finditer(match["list"]):
                read = read_article(member)
                if read is None or read[1] is None:
                    continue
                steps = (Step(Level.ARTICLE, read[1]),)
                if targets and (member["join"] or "").strip().lower() == "à":
                    targets.extend(between(targets[-1], steps))
                targets.append(steps)
            if not targets:
                continue
            first, before = _steps_before(text, max(start, match.start() - _REACH), match.start())
            end, after = _steps_after(text, match.end(), stop)
            inside = (*before, *after)
            whole = [(*target, *inside) for target in targets] if len(targets) == 1 else targets
            several = _SEVERAL.search(text, match.end(), end) is not None
            end, further = _more_after(text, end, stop, after, several)
            if len(targets) == 1:
                whole += [(*targets[0], *before, *after[:-1], step) for step in further]
            listed, members = _several_before(text, max(start, match.start() - _REACH), match.start())
            if members and len(targets) == 1:
                first, whole = listed, [(*targets[0], step, *after) for step in members]
            yield Reference(first, end, text[first:end], tuple(whole), _owner(text, end), match.start())


def _owner(text: str, end: int) -> Owner:
    if _OWN.match(text, end):
        return Owner.OWN
    return Owner.OTHER if _OTHER.match(text, end) else Owner.UNSAID


def _step(match: re.Match[str]) -> Step:
    if match["ordinal"] or match["al"]:
        return Step(Level.PARAGRAPH, (read_ordinal(match["ordinal"] or match["al"]) or 1,))
    if match["letter"]:
        return Step(Level.LETTER, (ord(match["letter"]) - ord("a") + 1,))
    return Step(Level.ITEM, (read_ordinal(match["par"] or match["degree"] or match["roman"]) or 1,))


def _steps_before(text: str, start: int, end: int) -> tuple[int, tuple[Step, ...]]:
    """Return where *au a du 2° du I de l'article 3* begins, and its steps from the outside to the inside."""
    steps: list[Step] = []
    prefix = re.search(r"(?:de[ \u00a0])?l['’]$|les[ \u00a0]$", text[start:end])
    at = end
    if prefix is not None and not prefix[0].startswith("de"):
        return end, ()
    while (match := _BEFORE.search(text, start, at)) is not None:
        steps.append(_step(match))
        at = match.start()
    return at, tuple(steps)


def _several_before(text: str, start: int, end: int) -> tuple[int, list[Step]]:
    """Return where *aux alinéas 1er et 2 de l'article 4* begins, and the step of each member of its list."""
    match = _LISTED.search(text, start, end)
    if match is None:
        return end, []
    level = Level.PARAGRAPH if match["al"] else Level.LETTER if match["let"] else Level.ITEM
    steps: list[Step] = []
    for one in _LISTED_ONE.finditer(match["list"]):
        printed = one["n"]
        step = Step(level, (int(printed) if printed.isdigit() else ord(printed) - ord("a") + 1,))
        steps += [targets[0] for targets in between((steps[-1],), (step,))] if one["to"] and steps else []
        steps.append(step)
    return match.start(), steps


def _steps_after(text: str, at: int, stop: int) -> tuple[int, tuple[Step, ...]]:
    steps: list[Step] = []
    while (match := _AFTER.match(text, at, stop)) is not None:
        steps.append(_step(match))
        at = match.end()
    return at, tuple(steps)


def _more_after(text: str, at: int, stop: int, steps: tuple[Step, ...], several: bool) -> tuple[int, list[Step]]:
    """Return where *let. a, b et d* or *§§ 1er et 2* ends, and the steps behind the first, in ascending order."""
    found: list[Step] = []
    last = steps[-1] if steps else None
    more = {Level.LETTER: _LETTER_MORE, Level.ITEM: _SIGN_MORE if several else None}.get(last.level) if last else None
    while last is not None and more is not None and (match := more.match(text, at, stop)) is not None:
        number = int(match["n"]) if match["n"].isdigit() else ord(match["n"]) - ord("a") + 1
        step = Step(last.level, (number,))
        if step.value <= last.value:
            break
        found += [targets[0] for targets in between((last,), (step,))] if match["to"] else []
        found.append(step)
        last, at = step, match.end()
    return at, found


def _divisions(text: str, start: int, stop: int) -> Iterator[Reference]:
    for match in _DIVISION.finditer(text, start, stop):
        value = read_ordinal(match["n"].removesuffix("er"))
        if value is not None:
            steps = ((Step(_LEVELS[match["unit"]], (value,)),),)
            yield Reference(*match.span(), match[0], steps, _owner(text, match.end()), match.start())
    for match in _ANNEX.finditer(text, start, stop):
        value = read_ordinal(match["n"]) or ord(match["n"][0]) - ord("A") + 1
        steps = ((Step(Level.ANNEX, (value,)),),)
        yield Reference(*match.span(), match[0], steps, _owner(text, match.end()), match.start())


def _relatives(text: str, start: int, stop: int) -> Iterator[Reference]:
    for match in _RELATIVE.finditer(text, start, stop):
        level = next(level for unit, level in _UNITS.items() if unit in match[0])
        relative = Relative.THIS if match["this"] else Relative.BEFORE
        value = (0,) if match["this"] else (1,)
        yield Reference(*match.span(), match[0], ((Step(level, value, relative),),), Owner.UNSAID, match.start())


CITATIONS = FrenchCitations()
