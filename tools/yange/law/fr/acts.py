"""What a French text does to other instruments: La loi n° 90-12 du 3 mars 1990 est abrogée."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yange.law.aspects.effects import EffectStatement
from yange.law.fr.days import DAY, DAYS
from yange.law.fr.instruments import find_number
from yange.law.fr.sentences import KINDS, LEAD, UNSURE, named_parts, sentences
from yange.model import EventKind

__all__ = ["acts", "named_instrument"]

_VERBS = {
    EventKind.REPEAL: r"(?:abrogée?s?|rapportée?s?)",
    EventKind.REVIVAL: r"(?:rétablie?s?|remise?s? en vigueur)",
}
_ARE = r"(?:est|sont|a été|ont été|est et demeure|sont et demeurent|sera|seront)"
_DAY = rf"(?:,? (?:à compter du|à partir du|avec effet (?:au|à compter du|à partir du)|le|au) (?P<day>{DAY}))?"
_NAME = rf"(?:l['’]|la |le |les )?(?:{KINDS})\b"
_EXTENT = re.compile(
    r"^(?:l['’]|les |le |la )?(?P<parts>(?:articles?|chapitres?|titres?|sections?|annexes?|alinéas?"
    r"|paragraphes?)[ \u00a0][^«»]{1,80}?)"
    rf" (?:de la |du |de l['’]|des )(?=(?:même )?{KINDS}\b)",
    re.I,
)
_LIST = re.compile(rf"(?:, ainsi que |,? et |, )(?=(?:l['’]|la |le |les )(?:{KINDS})\b)")
_WITHIN = re.compile(r" (?:de l['’]|du |de la |des )")
"""Between parts of which one contains the other: la section II de l'article 15."""
_ARTICLE = re.compile(r"^(?:l['’]|la |le |les )", re.I)
_UNNAMED = re.compile(
    rf"^(?:présente?s?\b|même\b|ladite\b|ledit\b|dite\b|(?:{KINDS})s? (?:précitée?s?|susvisée?s?"
    rf"|mentionnée?s?|visée?s?|suivante?s?|contraires?)\b)"
)


def acts(text: str, kind: EventKind) -> Iterator[EffectStatement]:
    """Yield what a French text repeals or revives: the verb follows its object, or comes first (Est abrogé le …)."""
    verb = _VERBS.get(kind)
    if verb is None or not re.search(verb, text):
        return
    after = re.compile(rf"(?P<title>[^.;\n]{{3,400}}?) {_ARE} {verb}(?![a-zà-ÿ]){_DAY}")
    first = re.compile(
        rf"(?:Est|Sont|est|sont) {verb}(?![a-zà-ÿ]){_DAY}[ \u00a0]?:?\s?(?P<title>[^.;\n]{{3,400}})[.;]?"
    )
    for start, end in sentences(text):
        lead = LEAD.match(text, start, end)
        begins = lead.end() if lead else start
        match = first.match(text, begins, end) or after.match(text, begins, end)
        if match is None or UNSURE.search(text, begins, end):
            continue
        day = DAYS.read(match["day"]) if match["day"] else None
        for words in _LIST.split(match["title"]):
            named = named_instrument(words.strip(" ,;."))
            if named is not None:
                title, number, extent = named
                yield EffectStatement(*match.span(), match[0], kind, title, number, extent, day)


def named_instrument(words: str) -> tuple[str, str | None, tuple[str, ...]] | None:
    """Return title, number and clauses of one instrument of a list, ``None`` where the words name none."""
    part = _EXTENT.match(words)
    extent: tuple[str, ...] = ()
    if part is not None:
        extent, words = named_parts(part["parts"]), words[part.end() :]
        if len(extent) > 1 and _WITHIN.search(part["parts"]):
            extent = (part["parts"],)
        if not extent:
            return None
    title = _ARTICLE.sub("", words)
    if (
        not re.match(rf"(?:{KINDS})\b", title, re.I)
        or _UNNAMED.match(title)
        or not re.search(r"[0-9A-ZÀ-Ý]", title[1:])
    ):
        return None
    return title, find_number(title), extent
