"""What a Spanish text suspends or extends: Se prorroga hasta el 1 de mayo de 2026 la vigencia de la Ley 12/1990."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yange.law.es.days import DAY, DAYS
from yange.law.es.sentences import COUNT, LEAD, PART, UNSURE, read_count, sentences
from yange.law.shifting import Named, ShiftWords
from yange.model import EventKind

__all__ = ["NUMBERED", "SHIFT_WORDS"]

NUMBERED = (
    r"(?:Ley(?: Org[áa]nica| Foral)?|Real Decreto(?:-ley| Legislativo|-Ley)?|Decreto(?:-ley"
    r"|-Ley| Ley| Supremo| Legislativo"
    r"| Foral| Ejecutivo)?|Orden(?: Ministerial| Foral)?(?: [A-Z]{2,4})?|Resoluci[óo]n(?: Ministerial"
    r"| Suprema)?|Acuerdo|Instrucci[óo]n)"
)
"""The kinds of instruments that have a number."""
_OF = "(?:de la |del |de los |de las |de )"
_WHAT = (
    rf"(?:(?:la (?:vigencia|aplicaci[óo]n|eficacia|ejecuci[óo]n|validez)|los efectos"
    rf"|el plazo de vigencia|lo dispuesto en) {_OF}?)?(?:la |el |los |las )?"
)
_UNTIL = rf"(?:,? hasta (?:el )?(?:d[íi]a )?(?P<until0>{DAY})(?:,? inclusive)?,?)"
_PERIOD = COUNT.replace("?P<n>", "?P<n0>")
_FOR = (
    rf"(?:,? (?:por|durante) (?:(?:el|un) )?(?:(?:nuevo )?(?:t[ée]rmino|plazo|per[íi]odo) (?:adicional )?de )?"
    rf"{_PERIOD} (?P<unit0>años?|mes(?:es)?|d[íi]as),?)"
)
_NAMES = r"(?P<names>(?:[^.;\n]|\.(?=[0-9])){3,300}?)"


def _forms(verbs: str, participle: str) -> tuple[re.Pattern[str], ...]:
    lasting = f"(?:{_UNTIL}|{_FOR})"
    behind = lasting.replace("0>", "1>")
    passive = rf"(?:(?:queda|quedan|ser[áa]n?|es|son) {participle}|se {verbs})"
    return (
        re.compile(
            rf"(?:(?i:quedan?|quedar[áa]n?) {participle}|(?i:se) {verbs}|(?i:{verbs}se)){lasting}? "
            rf"(?:{_WHAT}){_NAMES}{behind}?[.;]?"
        ),
        re.compile(rf"(?i:{_WHAT}){_NAMES} {passive}{lasting}?[.;]?"),
    )


_NAME = re.compile(
    rf"(?:(?P<extent>{PART.pattern}) (?:de la|del) )?(?P<title>(?P<number>{NUMBERED}(?:,? (?:N[.º°úum]{{1,4}}"
    r"|n[.º°úum]{1,4}|No\.?))? ?[0-9][0-9./-]*(?:-[A-Z]{2,6})*)"
    r"(?:, de [0-9]{1,2} de [a-z]+(?: de [0-9]{4})?)?"
    r"(?:,? (?:de|del|por (?:el|la) que|sobre|que|relativ[oa] a|reguladora?)[^.;\n]*)?)"
)
_SECOND = re.compile(rf",? (?:y|e|así como) (?:de )?(?:el|la|los|las|del) {NUMBERED}")


def _named(words: str) -> Sequence[Named] | None:
    """Return the one instrument that words name by its number."""
    match = _NAME.fullmatch(words)
    if match is None or _SECOND.search(words):
        return None
    extent = tuple(one[1] for one in PART.finditer(match["extent"] or ""))
    return [(match["title"].rstrip(", "), match["number"], extent)]


SHIFT_WORDS = ShiftWords(
    days=DAYS,
    sentences=sentences,
    lead=LEAD,
    unsure=UNSURE,
    forms={
        EventKind.SUSPENSION: _forms("(?:suspenden?|susp[ée]nd[ae]n?)", "(?:en )?suspendid[oa]s?"),
        EventKind.EXTENSION: _forms("(?:prorrogan?|pr[óo]rr[óo]g[au]e?n?)", "prorrogad[oa]s?"),
    },
    named=_named,
    count=read_count,
    year=re.compile("año"),
)
"""The words by which Spanish texts suspend and extend."""
