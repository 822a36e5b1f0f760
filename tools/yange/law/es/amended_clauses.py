"""Name a clause and its parts in Spanish: la letra a) del apartado 2 del artículo 5, artículo 5.2.a), inciso segundo.

Spain has apartados, párrafos and letras (Directrices de técnica normativa, nos. 31 and 69). In Latin America an inciso
is a numbered part where it has a number or a letter (Argentina, Mexico, Peru), and a counted paragraph where it has an
ordinal in words (Chile, Uruguay); fracciones (Mexico) have Roman numbers, numerales and literales figures and letters.
"""

from __future__ import annotations

import re

from yange.law.aspects.amending import AmendedClause, ClausePart, PartKind
from yange.law.common import ARABIC_BRACKET, ARABIC_STOP, CAPITAL_BRACKET, LATIN_BRACKET, ROMAN_BRACKET, roman
from yange.law.es.numbers import ORDINAL_FIGURE
from yange.law.es.numerals import ORDINAL, ORDINAL_MARK, numeral
from yange.law.nested_amending import compose
from yange.numbering import NumberStyle

__all__ = ["LATIN", "expanded", "instrument", "rank", "targets"]

_LATIN_WORDS = (
    "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies", "undecies", "duodecies",
)  # fmt: skip
LATIN = "|".join(_LATIN_WORDS)
"""The words that number inserted articles, as the source of a pattern."""
_MORE = rf"(?:[ -](?:{LATIN})\b|-[A-Z]\b)?"
_FIGURE = rf"\d{{1,4}}(?:{ORDINAL_MARK})?(?!\d)"
_ARTICLE = rf"(?:{_FIGURE}{_MORE}|{ORDINAL})"
_LETTER = rf"[a-zñ](?: (?:{LATIN})\b)?(?:\)|(?![\w)]))"
_DOTS = r"(?:\.(?:\d{1,2}(?!\d)|[a-zñ](?:\)|(?!\w)))(?:\.?[ºª])?)*"
_THE = r"(?:(?:el|la|los|las|al|del|en el|en la|de la|a la|de los|de las|en los|en las|a los|a las|su|sus) )?"
_UNIT = re.compile(
    rf"{_THE}(?:(?:actual|vigente|nuevo|nueva|antiguo|antigua|anterior|citado|presente)(?:es|s)? )?(?:"
    rf"(?:art[íi]culos?|arts?\.) (?P<article>{_ARTICLE})(?P<dots>{_DOTS})"
    rf"|(?P<disposition>disposici[óo]n(?:es)? (?:adicional|transitoria|derogatoria|final)(?:es)? {ORDINAL})"
    rf"|(?P<annex>anexo(?: (?:[IVXLC]+|\d{{1,2}}|[A-Z]|[úu]nico)\b)?)"
    rf"|(?P<division>(?:t[íi]tulo|cap[íi]tulo|secci[óo]n|libro) (?:[IVXLC]+|\d{{1,2}}(?:{ORDINAL_MARK})?"
    rf"|{ORDINAL})(?!\w))"
    rf"|(?:p[áa]rrafos?|incisos?|apartes?) (?P<counted>{ORDINAL}|[úu]ltimo|final)(?!\w)"
    rf"|(?P<before>{ORDINAL}|[úu]ltimo|pen[úu]ltimo) (?P<what>p[áa]rrafo|inciso|aparte|frase|oraci[óo]n|enunciado)"
    rf"|(?P<what2>frase|oraci[óo]n|enunciado) (?P<after>{ORDINAL}|[úu]ltim[oa]|final)"
    r"|(?P<heading>r[úu]brica|ep[íi]grafe|t[íi]tulo(?= del art)|denominaci[óo]n|nombre|sumilla)"
    r"|(?P<intro>encabezamiento|encabezado|p[áa]rrafo introductorio|frase introductoria|enunciado inicial)"
    rf"|p[áa]rrafo (?P<numbered_paragraph>\d{{1,2}}{ORDINAL_MARK})(?!\w)"
    rf"|(?:apartados?|numeral(?:es)?|n[úu]meros?|puntos?|incisos?"
    rf"|p[áa]rrafos?) (?P<figure>\d{{1,3}}{_MORE}(?:{ORDINAL_MARK})?\)?)(?!\w)"
    rf"|(?:letras?|literal(?:es)?|incisos?|p[áa]rrafos?|apartados?) (?P<letter>{_LETTER})"
    r"|(?:fracci[óo]n(?:es)?|apartados?|numeral(?:es)?|n[úu]mero) (?P<roman>[IVXLC]{1,8})(?: bis\b)?(?!\w)"
    r"|(?:ordinal(?:es)?|n[úu]mero) (?P<ordinal_figure>\d{1,2}\.?[ºª°])"
    r"|(?:apartados?|letras?|inciso) (?P<capital>[A-Z])\)?(?!\w)"
    r"|(?P<some>gui[óo]n|vi[ñn]eta|par[áa]grafo)(?: (?:[a-záéíóú]+|\d+))?"
    r")",
    re.I,
)
_SEP = re.compile(
    r",? (?P<up>del|de la|de) (?=(?:art|apart|p[áa]r|inc|letr|lit|num|n[úu]m|frac|punto|anex|disp|cap"
    r"|t[íi]t|secc))|, ?(?:en )?(?:el |la |su )?|\.(?=[a-zñ]\))| ",
    re.I,
)
_JOIN = re.compile(r"(?P<to> al? (?:la |el )?(?=\d|[a-zñ]\)|[IVX]))|, (?:y )?|,? [yeo] (?:en )?|,? u ")
_KINDS = (
    r"(?:ley(?: orgánica| foral| general| federal)?|real decreto(?:-ley| legislativo)?|decreto(?:[ -]ley"
    r"| legislativo| supremo)?|reglamento"
    r"|c[óo]digo|orden(?:anza)?|resoluci[óo]n|estatuto|constituci[óo]n|directiva|decisi[óo]n|acuerdo|convenio"
    r"|texto refundido|norma"
    r"|cuerpo legal|texto legal|instrucci[óo]n|circular)"
)
_TAIL = re.compile(
    rf",? (?:del|de la|de|de l[oa]s?|de dich[oa]|de est[ea]|al|a la|en la|en el) (?P<name>(?:(?:presente|citad[oa]"
    rf"|referid[oa]|mencionad[oa]|mism[oa]"
    rf"|indicad[oa]|propi[oa]|expresad[oa]|dich[oa]) )?{_KINDS}\b.*)$",
    re.I,
)
_SAME = re.compile(
    rf"(?:presente|citad[oa]|referid[oa]|mencionad[oa]|mism[oa]|indicad[oa]|propi[oa]|expresad[oa]"
    rf"|dich[oa]) {_KINDS}|{_KINDS} (?:citad[oa]|referid[oa]|mencionad[oa])",
    re.I,
)
_SAME_BARE = re.compile(rf",? de (?:dich[oa]|est[ea]) {_KINDS}$", re.I)
_WHOLE = re.compile(
    rf"(?:(?:en )?todo el texto|(?:en )?tod[oa] (?:el|la) {_KINDS}|(?:en )?(?:el|la) (?:presente "
    rf"|mism[oa] )?(?:{_KINDS}|texto|articulado)|(?:en )?el conjunto del texto)"
    rf"(?: (?:del|de la) {_KINDS})?",
    re.I,
)
_THIS_ARTICLE = re.compile(r",? (?:del|de este|del mismo|del citado|del presente) (?:mismo )?art[íi]culo$", re.I)
_ROMANS: frozenset[NumberStyle] = frozenset({NumberStyle("es-roman", LATIN_BRACKET.unit, depth=0)})
_FIGURES: frozenset[NumberStyle] = frozenset({ARABIC_STOP, ARABIC_BRACKET})
_LETTERS: frozenset[NumberStyle] = frozenset({LATIN_BRACKET})
_CAPITALS: frozenset[NumberStyle] = frozenset({CAPITAL_BRACKET})
_ORDINAL_FIGURES: frozenset[NumberStyle] = frozenset({ORDINAL_FIGURE, ROMAN_BRACKET})
_RANKS = (_ROMANS, _CAPITALS, _FIGURES, _LETTERS, _ORDINAL_FIGURES)


def rank(part: ClausePart) -> int:
    """Return the order of a part from the outermost; a counted paragraph is inside every numbered part."""
    if part.kind is PartKind.PARAGRAPH:
        return len(_RANKS) + 1
    return next((place for place, styles in enumerate(_RANKS, start=1) if part.styles == styles), len(_RANKS))


def _branch(printed: str) -> tuple[int, ...]:
    latin = re.search(rf"[ -]({LATIN})\b", printed, re.I)
    if latin:
        return (_LATIN_WORDS.index(latin[1].lower()) + 1,)
    letter = re.search(r"-([A-Z])$", printed)
    return (ord(letter[1]) - ord("A") + 1,) if letter else ()


def _figure(printed: str) -> ClausePart:
    digits = re.match(r"\d+", printed)
    value = (int(digits[0]) if digits else 0, *_branch(printed))
    return ClausePart(PartKind.ITEM, printed.rstrip(")"), value, _FIGURES)


def _lettered(printed: str) -> ClausePart:
    letter = printed[0].lower()
    value = (14, 1) if letter == "ñ" else (ord(letter) - ord("a") + 1, *_branch(printed))
    return ClausePart(PartKind.ITEM, f"{printed.rstrip(')')})", value, _LETTERS)


def _nth(word: str) -> int | None:
    small = word.lower()
    if small in ("final", "último", "ultimo", "última", "ultima"):
        return -1
    return None if small.startswith("pen") else numeral(word)


def _counted(word: str, what: str) -> ClausePart | None:
    nth = _nth(word)
    if nth is None:
        return ClausePart(PartKind.SOMEWHERE, f"{what} {word}")
    kind = PartKind.SENTENCE if what[:3].lower() in ("fra", "ora", "enu") else PartKind.PARAGRAPH
    return ClausePart(kind, f"{what} {word}", (nth,))


def _part(match: re.Match[str]) -> ClausePart | None:
    if match["counted"]:
        return _counted(match["counted"], "párrafo")
    if match["before"]:
        return _counted(match["before"], match["what"])
    if match["after"]:
        return _counted(match["after"], match["what2"])
    if match["numbered_paragraph"]:
        digits = re.match(r"\d+", match["numbered_paragraph"])
        return ClausePart(PartKind.PARAGRAPH, f"párrafo {digits[0]}", (int(digits[0]),)) if digits else None
    if match["heading"]:
        return ClausePart(PartKind.HEADING, match["heading"])
    if match["intro"]:
        return ClausePart(PartKind.INTRODUCTION, match["intro"])
    if match["some"]:
        return ClausePart(PartKind.SOMEWHERE, match[0])
    if match["figure"]:
        return _figure(match["figure"])
    if match["letter"]:
        return _lettered(match["letter"])
    if match["ordinal_figure"]:
        digits = re.match(r"\d+", match["ordinal_figure"])
        value = (int(digits[0]),) if digits else ()
        return ClausePart(PartKind.ITEM, match["ordinal_figure"], value, _ORDINAL_FIGURES)
    if match["capital"]:
        return ClausePart(PartKind.ITEM, match["capital"], (ord(match["capital"]) - ord("A") + 1,), _CAPITALS)
    counted = roman(match["roman"]) if match["roman"] else None
    return ClausePart(PartKind.ITEM, match["roman"], (counted,), _ROMANS) if counted else None


def _dotted(dots: str) -> list[ClausePart]:
    return [_figure(piece) if piece[0].isdigit() else _lettered(piece) for piece in dots.split(".") if piece]


def _article(printed: str) -> str | None:
    """Return the name of an article as references print it: artículo 5 for artículo quinto."""
    if printed[0].isdigit():
        return f"artículo {re.sub(ORDINAL_MARK, '', printed)}"
    value = numeral(printed)
    return f"artículo {value}" if value else None


def _one(words: str) -> tuple[AmendedClause, str, str] | None:
    """Return the clause that words name, its last unit (a group of the pattern), and that unit's number."""
    clause, unit, number, at = "", "", "", 0
    chain: list[ClausePart] = []
    up = False
    while at < len(words):
        match = _UNIT.match(words, at)
        if match is None:
            return None
        group = next((name for name, text in match.groupdict().items() if text and name not in ("what", "what2")), "")
        if group in ("article", "disposition", "annex", "division"):
            name = _article(match["article"]) if match["article"] else match[group]
            if clause or name is None:
                return None
            clause = name if group != "disposition" else name[:1].upper() + name[1:].lower()
            chain = [*_dotted(match["dots"] or ""), *chain]
        else:
            part = _part(match)
            if part is None:
                return None
            chain.insert(0 if up else len(chain), part)
        if not unit or not up:
            unit, number = group, match[group]
        at = match.end()
        if at < len(words):
            separator = _SEP.match(words, at)
            if separator is None or separator.end() == len(words):
                return None
            at, up = separator.end(), separator["up"] is not None
    return AmendedClause(clause, tuple(chain)), unit, number


def instrument(words: str) -> tuple[str, str]:
    """Return a reference without the instrument named behind it, and its name if it may be another's than before."""
    if _SAME_BARE.search(words):
        return _SAME_BARE.sub("", words), ""
    tail = _TAIL.search(words)
    if tail is None:
        return words, ""
    return words[: tail.start()], "" if _SAME.fullmatch(tail["name"]) else tail["name"]


_BARE = re.compile(rf"{_THE}(?P<n>{_ARTICLE}|{_LETTER}|[IVXLC]{{1,8}}|\d{{1,3}}\)?)(?!\w)", re.I)
_SHAPES = {
    "article": "artículo {}",
    "figure": "apartado {}",
    "letter": "letra {}",
    "roman": "fracción {}",
    "counted": "párrafo {}",
    "disposition": "{}",
}


def targets(words: str, within: AmendedClause | None) -> list[tuple[AmendedClause, bool]] | None:
    """Return each clause of a list, with whether it is the last of a range; ``None`` if one is not understood."""
    words = re.sub(r"^(?:en|a|de) (?=(?:el|la|los|las|su|art|todo) ?)", "", words.strip(), flags=re.I)
    words = re.sub(r"^al (?=art|apart|p[áa]rr|inc|t[íi]t|cap)|^del (?=art)", "el ", words, flags=re.I)
    if _WHOLE.fullmatch(words):
        return [(AmendedClause(), False)]
    if within is not None:
        words = _THIS_ARTICLE.sub("", words)
    return _listed(words, within)


_OUTER = re.compile(
    r" (?:del|de la|de) (?P<outer>(?:art[íi]culo|anexo|disposici|apartado|p[áa]rrafo|inciso|fracci"
    r"|numeral|n[úu]mero|letra).*)$",
    re.I,
)


def _listed(words: str, within: AmendedClause | None) -> list[tuple[AmendedClause, bool]] | None:
    one = _one(words)
    if one is not None:
        named = compose(within, one[0], rank)
        return None if named is None else [(named, False)]
    outer = _OUTER.search(words)
    while outer is not None:  # las letras a) y b) del apartado 2
        rest = words[: outer.start()]
        above = _listed(outer["outer"], within) if _JOIN.search(rest) else None
        if above is not None and len(above) == 1:
            return _members(rest, above[0][0])
        outer = _OUTER.search(words, outer.start() + 3)
    return _members(words, within)


def _members(words: str, within: AmendedClause | None) -> list[tuple[AmendedClause, bool]] | None:
    found: list[tuple[AmendedClause, bool]] = []
    here, unit, start, ranged = within, "", 0, False
    joins = [*_JOIN.finditer(words)]
    for join in [*joins, None] if joins else []:
        piece = words[start : join.start() if join else len(words)]
        one = _one(piece)
        bare = _BARE.fullmatch(piece)
        if bare is not None and unit in _SHAPES and found:
            one = _one(_SHAPES[unit].format(bare["n"]))
        if one is None:
            if join is None:
                return None
            continue  # the comma is inside a reference: artículo 5, apartado 2
        named = compose(here, one[0], rank)
        if named is None or (ranged and not found):
            return None
        found.append((named, ranged))
        here, unit = named, one[1]
        if join is not None:
            start, ranged = join.end(), join["to"] is not None
    return found or None


def expanded(words: str, within: AmendedClause | None) -> list[tuple[AmendedClause, str]] | None:
    """Return every clause of a list with the number printed for it; ``None`` for a range."""
    named = targets(words, within)
    if named is None or any(last for _, last in named):
        return None
    return [
        (target, target.parts[-1].printed if target.parts else target.clause.partition(" ")[2]) for target, _ in named
    ]
