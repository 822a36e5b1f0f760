"""What a French text says of its own first day: La présente loi entre en vigueur le 1er mars 2020.

Without such words an Act of France enters into force on the day after its publication (code civil, article 1er), one of
Luxembourg some days after it (loi du 23 décembre 2016 concernant le Journal officiel): that is the countries'
law and not the text's own words, so nothing is read from silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yange.law.aspects.effects import Commencement
from yange.law.fr.days import DAY, DAYS
from yange.law.fr.numerals import ORDINALS, read_ordinal
from yange.law.fr.sentences import BEGINS, COUNT, UNSURE, read_count, sentences, subject
from yange.model import Basis

__all__ = ["commencements"]

_ON = r"(?: à compter du| à partir du| à dater du| dès le| à la date du| au| le)"
_START = re.compile(rf"\b{BEGINS}{_ON} (?P<day>{DAY})")
_FOOTER = re.compile(rf"^\s*(?:[Dd]ate (?:de l['’])?)?[Ee]ntrée en vigueur[ \u00a0]?: ?(?:le )?(?P<day>{DAY})")
_WHAT = r"(?:de )?(?:sa|leur|la) (?P<what>publication|signature|promulgation)"
_AFTER_ISSUE = re.compile(
    rf"\b{BEGINS} (?:(?P<next>le lendemain|(?:à compter d|d)u lendemain) (?:du jour )?(?:de celui )?"
    rf"|(?P<same>(?:à compter |à partir )?(?:le |du |dès le )?jour |à la date |à compter |dès )"
    rf"|le (?P<nth>{ORDINALS}|[0-9]{{1,2}}e) jour (?:suivant|qui suit|après) (?:celui |le jour |la date )?"
    rf"|(?:à l['’]expiration d['’]un délai de |dans un délai de )?{COUNT} (?P<unit>jours?|semaines?"
    rf"|mois|ans?) (?:après|à compter de|suivant) (?:le jour de |la date de )?)"
    rf"{_WHAT}\b"
)


_THEN_ENDS = re.compile(
    rf"^,? et (?:(?:elle|il) )?(?:(?:(?:a|ont|porte|portent|produit|produisent|déploie) effet|s['’]appliqu(?:e|ent)"
    rf"|(?:est|sont) (?:valables?|applicables?)|(?:reste|restent|demeure|demeurent) en vigueur) )?jusqu['’]au {DAY}"
)


def _goes_on_unsure(rest: str) -> bool:
    """Return whether the words behind a first day may change it; a last day does not."""
    return UNSURE.search(_THEN_ENDS.sub("", rest)) is not None


def commencements(text: str) -> Iterator[Commencement]:
    """Yield what a French text says of its own first day; conditions and exceptions are left unread."""
    for start, end in sentences(text):
        for match in _START.finditer(text, start, end):
            parts, day = subject(text[start : match.start()]), DAYS.read(match["day"])
            if parts is not None and day is not None and not _goes_on_unsure(text[match.end() : end]):
                yield Commencement(*match.span(), match[0], Basis.STATED, day, clauses=parts)
        footer = _FOOTER.match(text[start:end])
        day = DAYS.read(footer["day"]) if footer else None
        if footer and day is not None:
            yield Commencement(start, start + footer.end(), footer[0].strip(), Basis.STATED, day)
        for match in _AFTER_ISSUE.finditer(text, start, end):
            parts = subject(text[start : match.start()])
            if parts is not None and not _goes_on_unsure(text[match.end() : end]):
                days, months = _delay(match)
                basis = Basis.SIGNED if match["what"] == "signature" else Basis.PUBLISHED
                yield Commencement(*match.span(), match[0], basis, None, days, parts, months)


def _delay(match: re.Match[str]) -> tuple[int, int]:
    if match["next"]:
        return 1, 0
    if match["nth"]:
        return read_ordinal(match["nth"].removesuffix("e")) or read_ordinal(match["nth"]) or 0, 0
    if not match["unit"]:
        return 0, 0
    count, unit = read_count(match["n"]), match["unit"].rstrip("s")
    return {"jour": (count, 0), "semaine": (7 * count, 0), "moi": (0, count), "an": (0, 12 * count)}[unit]
