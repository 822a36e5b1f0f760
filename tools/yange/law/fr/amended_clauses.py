"""Name a clause and its parts in French: le 2° du I de l'article 5, l'article 5, paragraphe 2, la deuxième phrase.

In France the inner part comes first (la première phrase du deuxième alinéa de l'article 3), in the Union, Belgium and
Switzerland the outer one (article 5, § 2, alinéa 1er; art. 5, al. 2, let. a); both are read.
"""

from __future__ import annotations

import re

from yange.law.aspects.amending import AmendedClause, ClausePart, PartKind
from yange.law.common import ARABIC_BRACKET, ARABIC_STOP, LATIN_BRACKET, ROMAN_BRACKET, roman
from yange.law.fr.numbers import ARTICLE_NUMBER, CAPITAL_ITEM, DEGREE, ROMAN_ITEM
from yange.law.fr.numerals import ORDINALS, read_ordinal
from yange.law.latin import LATIN_WORDS, latin_ordinal
from yange.law.nested_amending import compose
from yange.numbering import NumberStyle

__all__ = ["expanded", "instrument", "targets"]

_NUMBER = re.sub(r"\?P<[a-z]+>", "?:", ARTICLE_NUMBER)
_BIS = rf"(?: (?:{LATIN_WORDS}))?"
_TH = rf"(?:{ORDINALS}|dernière?|avant-dernière?|[0-9]{{1,2}}(?:er|re|ère|e|ème))"
_UNIT = re.compile(
    r"(?:(?:le|la|les|au|aux|du|des|à|de la|à la|dans|dans le|dans la) |(?:de |à |dans )?l' ?)?"
    r"(?:(?:ancien|nouveau|actuel)(?:ne|le)? )?(?:"
    rf"(?:articles?|art\.) (?P<article>{_NUMBER})"
    rf"|(?P<nth>{_TH}) (?P<what>alinéa|phrase|tiret|paragraphe|sous-paragraphe)s?"
    rf"|(?:alinéas?|al\.) (?P<alinea>{_TH}|premier|[0-9]{{1,2}})"
    rf"|(?P<heading>intitulé|titre(?= de l'article|$)|rubrique|titre marginal)"
    r"|(?P<intro>phrase (?:liminaire|introductive)|partie introductive|alinéa introductif|membre de phrase introductif)"
    r"|(?P<annex>annexe(?: (?:[IVXLC]+|[0-9]{1,2}|[A-Z])\b)?)"
    r"|(?P<division>(?:chapitre|titre|section|livre) (?:[IVXLC]+(?:er)?|[0-9]{1,2}|1er|premier)\b)"
    rf"|(?:paragraphes?|par\.|§{{1,2}}) (?P<par>[0-9]{{1,2}}(?:er)?{_BIS})"
    rf"|(?P<degree>[0-9]{{1,2}} ?°{_BIS})"
    rf"|(?:points?|lettres?|let\.|litt?\.|lettre|littera|chiffres?|ch\.) (?P<point>[a-z](?:{_BIS})\)?|[0-9]{{1,3}}\)?"
    r"|[ivx]{1,5}\))(?!\w)"
    rf"|(?P<roman>[IVX]{{1,5}}{_BIS})(?!\w)"
    rf"|(?P<capital>[A-H]{_BIS})(?!\w)"
    rf"|(?P<letter>[a-z]{_BIS}(?:\)|(?![\w'’])))"
    r")"
)
_THIS = re.compile(
    r"(?:du |de ce |de cet |au |le |à ce |à cet )?(?:même |présent )(?:article|alinéa)|(?:de cet"
    r"|de ce) article"
)
_SEP = re.compile(
    r"(?P<up> (?:du|de la|des|de) (?!(?:même|présent))| de l'(?=art|alin|ann|intit)| (?=du même"
    r"|du présent|de cet))|, ?(?:à |au )?| (?:à l'|à la |au |aux )"
)
_JOIN = re.compile(r"(?P<to> à (?:l')?(?=[0-9IVXLRDA]))|, (?:et )?|,? (?:et|ou) (?:à |au |aux )?")
_KINDS = (
    r"(?:loi|décret|code|règlement|arrêté|ordonnance|directive|décision|convention|délibération|statut|protocole"
    r"|instruction|circulaire|texte|accord)"
)
_TAIL = re.compile(
    rf",? (?:du|de la|de l'|dudit|de ladite|de cette|de ce|de cet) ?(?P<name>(?:même |présente? |susdite? "
    rf"|dite? )?{_KINDS}\b.*)$"
)
_SAME = re.compile(
    rf"(?:(?:même|présente?|susdite?|dite?) {_KINDS}|{_KINDS} (?:susvisée?|précitée?|susmentionnée?|visée? ci-dessus))"
)
_WHOLE = re.compile(
    rf"(?:(?:dans|à|au|de) )?(?:l'ensemble|la totalité|tout(?:e)?|le texte) ?(?:du|de la|de l'|le|la"
    rf"|l')? ?(?:(?:présente?|même) )?"
    rf"(?:{_KINDS}|dispositif)?|(?:(?:le|la|au|à la|dans le|dans la|l'|à l') ?)(?:même|présente?) {_KINDS}"
)
_RANKS: tuple[frozenset[NumberStyle], ...] = (
    frozenset({ROMAN_ITEM}),
    frozenset({CAPITAL_ITEM}),
    frozenset({ARABIC_STOP, ARABIC_BRACKET}),
    frozenset({DEGREE}),
    frozenset({LATIN_BRACKET}),
    frozenset({ROMAN_BRACKET}),
)
_ROMAN, _CAPITAL, _PARAGRAPH, _DEGREE, _LETTER, _SMALL_ROMAN = _RANKS


def rank(part: ClausePart) -> int:
    """Return the order of a part from the outermost; a counted paragraph is inside every numbered part."""
    if part.kind is PartKind.PARAGRAPH:
        return len(_RANKS) + 1
    return next((place for place, styles in enumerate(_RANKS, start=1) if part.styles == styles), len(_RANKS))


def _more(printed: str) -> tuple[int, ...]:
    latin = printed.split(" ")[-1]
    return (latin_ordinal(latin),) if re.fullmatch(LATIN_WORDS, latin) else ()


def _item(printed: str, value: int | None, styles: frozenset[NumberStyle]) -> ClausePart | None:
    return ClausePart(PartKind.ITEM, printed, (value, *_more(printed)), styles) if value else None


def _nth(word: str) -> int | None:
    if word.startswith("avant"):
        return None
    if word.startswith("dern"):
        return -1
    return int(re.match("[0-9]+", word)[0]) if word[0].isdigit() else read_ordinal(word)  # type: ignore[index]


def _counted(match: re.Match[str]) -> ClausePart | None:
    nth, what = _nth(match["nth"]), match["what"]
    printed = f"{match['nth']} {what}"
    if what == "tiret" or nth is None:
        return ClausePart(PartKind.SOMEWHERE, printed)
    if what == "phrase":
        return ClausePart(PartKind.SENTENCE, printed, (nth,))
    return ClausePart(PartKind.PARAGRAPH, printed, (nth,))


def _numbered(match: re.Match[str]) -> ClausePart | None:
    if match["par"]:
        printed = match["par"].replace("er", "", 1)
        return _item(printed, int(re.match("[0-9]+", printed)[0]), _PARAGRAPH)  # type: ignore[index]
    if match["degree"]:
        return _item(match["degree"], int(re.match("[0-9]+", match["degree"])[0]), _DEGREE)  # type: ignore[index]
    if match["roman"]:
        return _item(match["roman"], roman(match["roman"].split(" ")[0]), _ROMAN)
    if match["capital"]:
        return _item(match["capital"], ord(match["capital"][0]) - ord("A") + 1, _CAPITAL)
    printed = (match["letter"] or match["point"]).rstrip(")")
    if printed[0].isdigit():
        return _item(printed, int(printed), _PARAGRAPH | _DEGREE)
    if len(printed.split(" ")[0]) > 1:
        return _item(printed, roman(printed), _SMALL_ROMAN)
    return _item(printed, ord(printed[0]) - ord("a") + 1, _LETTER)


def _part(match: re.Match[str]) -> ClausePart | None:
    if match["nth"]:
        return _counted(match)
    if match["alinea"]:
        nth = _nth(match["alinea"])
        return ClausePart(PartKind.PARAGRAPH, f"alinéa {match['alinea']}", (nth,)) if nth else None
    if match["heading"]:
        return ClausePart(PartKind.HEADING, match["heading"])
    if match["intro"]:
        return ClausePart(PartKind.INTRODUCTION, match["intro"])
    return _numbered(match)


def _one(words: str) -> tuple[AmendedClause, str, str] | None:
    """Return the clause that words name, its last unit (article or the pattern's group), and that unit's number."""
    clause, unit, number, at = "", "", "", 0
    chain: list[ClausePart | None] = []
    up = False
    place = 0
    while at < len(words):
        this = _THIS.match(words, at)
        match = this or _UNIT.match(words, at)
        if match is None:
            return None
        if this is None:
            group = next((name for name, text in match.groupdict().items() if text and name != "what"), "")
            if group in ("article", "annex", "division"):
                if clause:
                    return None
                clause = f"article {match['article']}" if match["article"] else match[group]
            else:
                part = _part(match)
                if part is None:
                    return None
                place = 0 if up else len(chain)
                chain.insert(place, part)
            if not unit or not up:
                unit, number = group, match[group]
        at = match.end()
        if at < len(words):
            separator = _SEP.match(words, at)
            if separator is None:
                return None
            at, up = separator.end(), separator["up"] is not None
    return AmendedClause(clause, tuple(part for part in chain if part)), unit, number


def instrument(words: str) -> tuple[str, str]:
    """Return a reference without the instrument named behind it, and its name if it may be another's than before."""
    tail = _TAIL.search(words)
    if tail is None:
        return words, ""
    return words[: tail.start()], "" if _SAME.fullmatch(tail["name"]) else tail["name"]


_BARE = re.compile(
    rf"(?:(?:le|la|les|au|aux) |l' ?)?(?P<n>{_NUMBER}|[0-9]{{1,2}} ?°{_BIS}|[a-z]{_BIS}\)?|{_TH}|[IVX]{{1,5}}{_BIS}"
    rf"|[A-H]{_BIS}|[0-9]{{1,2}}(?:er)?)(?!\w)"
)
_SHAPES = {
    "article": "article {}",
    "nth": "{} {}",
    "alinea": "alinéa {}",
    "par": "paragraphe {}",
    "point": "point {}",
}
_FIRST_OF_LIST = re.compile(
    rf"(?P<lead>(?:les|aux|des) )(?P<n>{_TH})(?P<rest>(?:, | et ).*?) (?P<what>alinéas"
    rf"|phrases)"
)


def targets(words: str, within: AmendedClause | None) -> list[tuple[AmendedClause, bool]] | None:
    """Return each clause of a list, with whether it is the last of a range; ``None`` if one is not understood."""
    words = re.sub(r"^(?:à|a|au|aux|dans) (?=(?:l'|le |la |les |cet? ))", "", words.strip(), flags=re.I)
    words = words[:1].lower() + words[1:] if not re.match(r"[A-HIVX](?: |$)|[IVX]+\b", words) else words
    if _WHOLE.fullmatch(words):
        return [(AmendedClause(), False)]
    ordinals = _FIRST_OF_LIST.match(words)
    if ordinals is not None:  # les premier et deuxième alinéas → le premier alinéa et le deuxième alinéa
        what = ordinals["what"].removesuffix("s")
        every = re.sub(rf"\b({_TH})", rf"\1 {what}", ordinals["n"] + ordinals["rest"])
        words = every + words[ordinals.end() :]
    return _listed(words, within)


def _listed(words: str, within: AmendedClause | None) -> list[tuple[AmendedClause, bool]] | None:
    one = _one(words)
    if one is not None:
        named = compose(within, one[0], rank)
        return None if named is None else [(named, False)]
    outer = re.search(
        r" (?:du|de la|de l') ?(?P<outer>(?:article|annexe|chapitre|[IVX]+\b|[0-9]+°|paragraphe|§"
        r"|même|présent).*)$",
        words,
    )
    while outer is not None:  # les 2° et 3° de l'article 5
        rest = words[: outer.start()]
        above = _listed(outer["outer"], within) if re.search(r", | et | à ", rest) else None
        if above is not None and len(above) == 1:
            return _members(rest, above[0][0])
        outer = re.compile(
            r" (?:du|de la|de l') ?(?P<outer>(?:article|annexe|chapitre|[IVX]+\b|[0-9]+°|paragraphe"
            r"|§).*)$"
        ).search(words, outer.start() + 3)
    return _members(words, within)


def _members(words: str, within: AmendedClause | None) -> list[tuple[AmendedClause, bool]] | None:
    found: list[tuple[AmendedClause, bool]] = []
    here, unit, _at, ranged = within, "", 0, False
    joins = [*_JOIN.finditer(words)]
    if not joins:
        return None
    start = 0
    for join in [*joins, None]:
        piece = words[start : join.start() if join else len(words)]
        one = _one(piece)
        bare = _BARE.fullmatch(piece)
        if bare is not None and unit in _SHAPES and found:
            one = _one(_SHAPES[unit].format(bare["n"], "alinéa"))
        if one is None:
            if join is None:
                return None
            continue  # the comma is inside a reference: article 5, paragraphe 2
        named = compose(here, one[0], rank)
        if named is None:
            return None
        if ranged and not found:
            return None
        found.append((named, ranged))
        here, unit = named, one[1]
        if join is not None:
            start, ranged = join.end(), join["to"] is not None
    return found if start <= len(words) else None


def expanded(words: str, within: AmendedClause | None) -> list[tuple[AmendedClause, str]] | None:
    """Return every clause of a list with the number printed for it; ``None`` for a range."""
    named = targets(words, within)
    if named is None or any(last for _, last in named):
        return None
    return [
        (target, target.parts[-1].printed if target.parts else target.clause.split(" ", 1)[1]) for target, _ in named
    ]
