"""French sentences of beginning, end or effect in which words are left that no reader used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yange.law.aspects.effects import LeftWords
from yange.law.fr.sentences import OWN, sentences

__all__ = ["left_words"]

_LEFT = re.compile(
    r"\b(?:(?P<effective>(?:pourra|pourront|pourrait|pourraient|peut|peuvent|devrait|devraient|doit|doivent|devra|devront"
    r"|appelée?s? à|destinée?s? à|prévue?s? pour|avant d[e'’]) ?(?:entrer en vigueur|prendre effet)"
    r"|n['’]entre(?:nt|ra|ront)?(?: pas)? en vigueur|entre(?:nt|ra|ront)? en vigueur"
    r"|(?:prend|prennent|prendra|prendront) effet"
    r"|l['’]entrée en vigueur|(?:fixe|fixent|détermine|déterminent|arrête|arrêtent) (?:la |les )?dates? d['’]entrée"
    r" en vigueur|dates? d['’]entrée en vigueur\b[^.;]{0,120}? (?:est|sont|sera|seront) (?:fixée|déterminée|arrêtée)s?"
    r"|(?:est|sont|sera|seront) applicables? (?:à compter|à partir|dès|au)|s['’]appliqu(?:e|ent) (?:à "
    r"compter|à partir|dès))"
    r"|(?P<expires>cesse(?:nt)? (?:d['’]être|de s['’]appliquer|d['’]avoir|de produire)|expire(?:nt)?\b"
    r"|caducs?|caduques?|jusqu['’]au [0-9]"
    r"|(?:reste|restent|demeure|demeurent) (?:en vigueur|applicables?))"
    r"|(?P<repeals>(?:est|sont|a été|ont été|sera|seront)(?: \w+){0,2} (?:abrogée?s?|rapportée?s?)|abroge(?:nt)?\b)"
    r"|(?P<suspends>(?:est|sont)(?: \w+){0,2} suspendue?s?)"
    r"|(?P<revives>(?:est|sont)(?: \w+){0,2} (?:rétablie?s?|remise?s? en vigueur))"
    r"|(?P<extends>(?:est|sont)(?: \w+){0,2} prorogée?s?))",
    re.IGNORECASE,
)
_OTHER_THINGS = re.compile(
    (
        r"\b(?:permis|licences?|autorisations?|agréments?|contrats?|mandats?|délais?|certificats?|peines?"
        r"|procédures?|mesures?|décisions? (?:de|du))\b"
    ),
    re.IGNORECASE,
)
_SAID_AGO = re.compile(
    r"(?:avant|après|depuis|suivant|à compter de|à partir de|lors de|dès|à la date de) $", re.IGNORECASE
)


def left_words(text: str, used: Sequence[tuple[int, int]]) -> Iterator[LeftWords]:
    """Yield the sentences with a word of beginning, end or effect outside the spans ``used``, and its field."""
    for start, end in sentences(text):
        seen: set[str] = set()
        for match in _LEFT.finditer(text, start, end):
            field = match.lastgroup or ""
            inside = any(left <= match.start() < right for left, right in used)
            if inside or field in seen or _is_ordinary(text, start, end) or _is_said_ago(text, start, match):
                continue
            seen.add(field)
            own = OWN.search(text[start : match.start()]) is not None
            yield LeftWords(end - len(text[start:end].lstrip()), end, field, own=own)


def _is_ordinary(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence is about a permit or the like, and not about the text."""
    return _OTHER_THINGS.search(text, start, end) is not None and not OWN.search(text[start:end])


def _is_said_ago(text: str, start: int, match: re.Match[str]) -> bool:
    """Tell whether the commencement is only referred to: avant l'entrée en vigueur de la présente loi."""
    return match[0].startswith("l") and _SAID_AGO.search(text[start : match.start()]) is not None
