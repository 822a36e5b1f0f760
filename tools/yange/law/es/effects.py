"""What a Spanish text says of its own first and last day, and what it does to other instruments.

Spain: Código Civil, art. 2.1 (entry into force on the twentieth day after complete publication where the law says
nothing else) and 2.2 (repeal); Directrices de técnica normativa (2005), nos. 41 (repeals) and 42 (entry into force).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yange.dates import previous_day
from yange.law.aspects.effects import Commencement, EffectStatement, Expiry, LeftWords, ReadStatements
from yange.law.es.days import DAY, DAYS
from yange.law.es.sentences import COUNT, LEAD, OWN, PART, UNSURE, read_count, sentences, subject
from yange.law.es.shifting import NUMBERED, SHIFT_WORDS
from yange.law.shifting import shifts
from yange.model import Basis, EventKind

__all__ = ["EFFECTS", "SpanishEffects"]

_BEGINS = (
    r"(?:(?:entrar[áa]n?|entran?) en (?:vigor|vigencia)|(?:tendr[áa]n?|surtir[áa]n?"
    r"|producir[áa]n?) (?:vigencia|efectos?)"
    r"|(?:comenzar[áa]n?|empezar[áa]n?) a (?:regir|aplicarse)|regir[áa]n?|rigen?"
    r"|ser[áa]n? (?:aplicables?|de aplicaci[óo]n)"
    r"|se aplicar[áa]n?|estar[áa]n? en vigor)"
)
_ON = r"(?: a (?:partir|contar)| desde)?(?: del?| el)?(?: d[íi]a)?"
_START = re.compile(rf"(?i:\b{_BEGINS}{_ON} )(?P<day>{DAY})")
_SINCE = (
    r"(?: (?:contados?|a contar|a partir|desde)(?: del?| desde| a partir del?| a contar del?)?(?: el)?(?: d[íi]a)?"
    r"(?P<next> siguiente)?)?"
)
_WHAT = (
    r"(?:(?:completa |[íi]ntegra )?(?P<what>publicaci[óo]n|publicad[oa]|promulgaci[óo]n"
    r"|sanci[óo]n|suscripci[óo]n|firma|aprobaci[óo]n))"
)
_AFTER = re.compile(
    rf"(?i)\b{_BEGINS}(?:"
    rf"(?: a partir del?| desde| a contar del?)?(?: el| al)?(?: mismo)? d[íi]a(?P<following>(?: inmediato)? siguiente)?"
    rf"(?: al?| de| del)?(?: en que)?(?: la fecha)?(?: de| del)?"
    rf"|,? (?:a los|al|a las|transcurridos?|pasados?|despu[ée]s de)(?: el plazo de)? (?:{COUNT} )?(?P<unit>d[íi]as?"
    rf"|mes(?:es)?|años?)"
    rf"(?: (?:naturales|corridos|calendario))?{_SINCE}(?: de| del| al)?(?: la fecha)?(?: de)?"
    rf"|,? {COUNT.replace('?P<n>', '?P<m>')} (?P<later>d[íi]as?|mes(?:es)?|años?) despu[ée]s(?: de)?(?: la fecha de)?"
    rf"|(?: a partir| desde| en)?(?: de| del)?(?: la)?(?: fecha| momento)?(?: de| del)?"
    rf")(?: su| la| se)? {_WHAT}\b"
)
_END = re.compile(
    rf"(?i:\b(?:(?:estar[áa]n?|permanecer[áa]n?|mantendr[áa]n?|tendr[áa]n?|regir[áa]n?"
    rf"|se aplicar[áa]n?|ser[áa]n? aplicables?"
    rf"|continuar[áa]n?)(?: su)?(?: vigentes?| en vigor| vigencia| en vigencia| efectos"
    rf"| aplic[áa]ndose)? (?P<how>hasta)"
    rf"|(?:perder[áa]n?|cesar[áa]n?|dejar[áa]n?)(?: de estar| de tener| en)?(?: su)? (?:vigencia"
    rf"|vigentes?|efectos?|en vigor|vigor)(?: a partir)?)"
    rf"(?: del?| el)?(?: d[íi]a)? )(?P<day>{DAY})"
)
_TERM = re.compile(
    rf"(?i)\b(?:tendr[áa]n? una (?:vigencia|duraci[óo]n) de|estar[áa]n? (?:vigentes?"
    rf"|en vigor) (?:durante|por)|regir[áa]n? (?:por|durante)"
    rf"|vigencia ser[áa] de)(?: un (?:plazo|per[íi]odo|t[ée]rmino) de)? {COUNT} (?P<unit>años?|mes(?:es)?)\b"
)
_VERBS = {
    EventKind.REPEAL: (
        r"(?:quedan?(?:r[áa]n?)?(?: expresamente)? (?:derogad[oa]s?|abrogad[oa]s?|sin efecto)|se (?:derogan?|abrogan?)"
        r"|der[óo]g[au]e?n?se|abr[óo]g[au]e?n?se|derogar|d[ée]jan?se sin efecto|d[ée]jese sin efecto)"
    ),
}
_NAME = re.compile(
    rf"(?:\b(?:el|la|los|las) )?(?P<title>(?P<number>\b{NUMBERED}(?:,? (?:N[.º°úum]{{1,4}}"
    rf"|n[.º°úum]{{1,4}}|No\.?))? ?[0-9][0-9./-]*[0-9](?:-[A-Z]{{2,6}})*)"
    r"(?:, de [0-9]{1,2} de [a-z]+(?: de [0-9]{4})?)?(?:,? (?:de|del|por (?:el"
    r"|la) que|sobre|que|relativ[oa] a|reguladora?)(?:[^.;\n])*?)?)"
    rf"(?=[.;]|$|,? (?:y|así como) (?:el|la|los|las) {NUMBERED}|, (?:el|la) {NUMBERED})"
)
_PUBLISHED = re.compile(
    r"\s*(?:el|la) (?P<title>(?:Ley|Reglamento|C[óo]digo|Decreto|Estatuto|Acuerdo|Ordenanza)\b[^.;\n]{3,160}?),?"
    rf" publicad[oa] en (?:el|la) (?:Diario|Peri[óo]dico|Gaceta|Bolet[íi]n)\b[^.;\n]{{3,120}}? {DAY}(?=[.;]|$)"
)
"""A law of Mexico, which has no number: la Ley de Barcas publicada en el Diario Oficial de la Federación el …."""
_GENERAL = re.compile(
    r"(?i)\b(?:cuantas|todas las|las) (?:disposiciones|normas)|se opongan|igual o inferior rango"
    r"|que contrav|contrari[oa]s"
)
_LEFT = re.compile(
    r"(?i)\b(?:(?P<effective>(?:fecha|d[íi]a) de (?:la |su )?entrada en (?:vigor|vigencia)\b[^.;]{0,160}?"
    r"(?:fijad|determin|establec|señal|\bfij)\w*"
    r"|(?:podr[áa]n?|puede[n]?|podr[íi]an?|debe[n]?|deber[áa]n?|deber[íi]an?|habr[áa]n? de|prev[ée]\w*(?: que)?)"
    r"[^.;]{0,40}? entr(?:ar|en?) en (?:vigor|vigencia)"
    r"|entr(?:ar[áa]n?|an?|ada) en (?:vigor|vigencia)|surtir[áa]n? efectos?"
    r"|comenzar[áa]n? a regir|regir[áa]n? a partir"
    r"|(?:rige|rigen) (?:a partir|desde)|ser[áa]n? (?:aplicables?|de aplicaci[óo]n) (?:a partir"
    r"|desde)|se aplicar[áa]n? (?:a partir|desde))"
    r"|(?P<expires>perder[áa]n? (?:su )?vigencia|dejar[áa]n? de (?:estar|tener"
    r"|surtir|aplicarse)|vigencia (?:hasta|de)|(?:en vigor|vigentes?) hasta|cesar[áa]n? en su vigencia)"
    r"|(?P<repeals>(?:queda\w*|son|ser[áa]n?)(?: \w+){0,2} (?:derogad[oa]s?|abrogad[oa]s?"
    r"|sin efecto)|se (?:derogan?|abrogan?)|der[óo]g[au]e?n?se|abr[óo]g[au]e?n?se)"
    r"|(?P<suspends>susp[ée]nd[ae]n?se|(?:queda\w*)(?: \w+){0,2} suspendid[oa]s?"
    r"|se suspenden?\b[^.;]{0,60}? (?:vigencia"
    r"|aplicaci[óo]n|eficacia))"
    r"|(?P<extends>se prorrogan?|pr[óo]rr[óo]g[au]e?n?se|queda\w* prorrogad[oa]s?))\b"
)
_AGO = re.compile(
    r"(?i)\b(?:antes|desde|despu[ée]s|tras|anterioridad|posterioridad|fecha|partir"
    r"|momento|siguientes?|hasta|previ[ao]s?|con|la|su) (?:de |del |a |en )?(?:la "
    r"|su )?$"
)
_OTHER_THINGS = re.compile(
    r"(?i)\b(?:contratos?|licencias?|permisos?|autorizaci[óo]n(?:es)?|nombramientos?|plazo|convenio|certificad[oa]s?)\b"
)


def _is_closed(rest: str) -> bool:
    return not UNSURE.search(rest)


def _delay(match: re.Match[str]) -> tuple[int, int]:
    """Return days and months from the day counted on: siguiente is one day, a los veinte días twenty."""
    if match["unit"] or match["later"]:
        count, unit = read_count(match["n"] or match["m"] or "un"), (match["unit"] or match["later"]).lower()
        more = 1 if match["next"] and not unit.startswith("d") else 0
        if unit.startswith("d"):
            return count, 0
        return more, count if unit.startswith("mes") else 12 * count
    return (1, 0) if match["following"] else (0, 0)


def _basis(what: str) -> Basis:
    return Basis.PUBLISHED if what.lower().startswith(("publica", "promulga")) else Basis.SIGNED


def commencements(text: str) -> Iterator[Commencement]:
    """Yield what a Spanish text says of its own first day; conditions and exceptions are left unread."""
    for start, end in sentences(text):
        for match in _START.finditer(text, start, end):
            parts, day = subject(text[start : match.start()]), DAYS.read(match["day"])
            if parts is not None and day is not None and _is_closed(text[match.end() : end]):
                yield Commencement(*match.span(), match[0], Basis.STATED, day, clauses=parts)
        for match in _AFTER.finditer(text, start, end):
            parts = subject(text[start : match.start()])
            if parts is not None and _is_closed(text[match.end() : end]):
                days, months = _delay(match)
                yield Commencement(*match.span(), match[0], _basis(match["what"]), None, days, parts, months)


def expiries(text: str) -> Iterator[Expiry]:
    """Yield what a Spanish text says of its own last day."""
    for start, end in sentences(text):
        for match in _END.finditer(text, start, end):
            day = DAYS.read(match["day"])
            if day is None or not _is_own_end(text[start : match.start()]) or not _is_closed(text[match.end() : end]):
                continue
            leaves = match["how"] is None
            yield Expiry(*match.span(), match[0], None, previous_day(day) if leaves else day, exact=not leaves)
        for match in _TERM.finditer(text, start, end):
            if _is_own_end(text[start : match.start()]) and _is_closed(text[match.end() : end]):
                count = read_count(match["n"]) * (12 if match["unit"].startswith("año") else 1)
                years, months = (None, count) if count % 12 else (count // 12, None)
                yield Expiry(*match.span(), match[0], years, None, months)


def _is_own_end(before: str) -> bool:
    rest = LEAD.sub("", before)
    return not UNSURE.search(rest) and not PART.search(rest) and OWN.search(rest) is not None


def acts(text: str, kind: EventKind) -> Iterator[EffectStatement]:
    """Yield what a Spanish text repeals and names by its number: Queda derogada la Ley 30/1992, ….

    What repeals whatever is contrary to the text names nothing and is no statement.
    """
    verb = re.compile(rf"(?i)\b{_VERBS[kind]}\b") if kind in _VERBS else None
    if verb is None or not verb.search(text):
        return
    for start, end in sentences(text):
        match = verb.search(text, start, end)
        if match is None or UNSURE.search(LEAD.sub("", text[start : match.start()])):
            continue
        day = re.match(
            rf"(?:,? con efectos (?:de|desde)(?: el)?| desde(?: el)?| a partir del?)? ?(?P<day>{DAY}),? ",
            text[match.end() : end],
        )
        published = _PUBLISHED.match(text, match.end(), end)
        if published is not None:
            span = match.start(), published.end()
            yield EffectStatement(*span, text[span[0] : span[1]], kind, published["title"], None)
            continue
        for named in _NAME.finditer(text, match.end(), end):
            before = text[match.end() : named.start()]
            if UNSURE.search(text[named.end() : end]) or _GENERAL.search(text[match.end() : named.start()]):
                break
            extent = tuple(part[1] for part in PART.finditer(before[before.rfind(" y la ") + 1 :]))
            if extent and not re.search(r"(?:de|del|de la)\s*(?:el |la )?$", before):
                continue
            yield EffectStatement(
                match.start(), named.end(), text[match.start() : named.end()], kind, named["title"].rstrip(", "),
                named["number"], extent, DAYS.read(day["day"]) if day else None,
            )  # fmt: skip


def left_words(text: str, used: list[tuple[int, int]]) -> Iterator[LeftWords]:
    """Yield the sentences with a word of beginning, end or effect outside the spans ``used``, and its field."""
    for start, end in sentences(text):
        seen: set[str] = set()
        for match in _LEFT.finditer(text, start, end):
            field = match.lastgroup or ""
            inside = any(left <= match.start() < right for left, right in used)
            ago = match[0].lower().startswith("entrada") and _AGO.search(text[start : match.start()])
            headed = match[0].startswith("Entrada")
            ordinary = _OTHER_THINGS.search(text, start, end) and not OWN.search(text[start:end])
            if (
                inside
                or field in seen
                or ago
                or headed
                or ordinary
                or (field == "repeals" and _GENERAL.search(text, start, end))
            ):
                continue
            seen.add(field)
            yield LeftWords(
                end - len(text[start:end].lstrip()), end, field, own=OWN.search(text[start:end]) is not None
            )


@dataclass(frozen=True)
class SpanishEffects:
    """Statements of effect in Spanish; see :class:`yange.law.aspects.effects.EffectForms`."""

    article: re.Pattern[str] = re.compile(
        r"\s*(?:#+ *)?(?:Art[íi]culo|ART[ÍI]CULO|Art\.|Disposici[óo]n (?:adicional|transitoria|derogatoria|final))\b"
    )
    unit: re.Pattern[str] = re.compile(
        r"\s*(?:#+ *)?(?:Art[íi]culo|ART[ÍI]CULO|Art\.|Disposici[óo]n|[a-zñ]\)|[0-9]{1,3}\.)"
    )
    last_heading: re.Pattern[str] = re.compile(
        r"(?i)\s*(?:#+ *)?disposici(?:[óo]n|ones) (?:transitoria|derogatoria|final|complementaria)"
    )
    names_a_moment: re.Pattern[str] = re.compile(r"(?i)\b(?:cuando|a partir|desde|momento|tras|una vez)\b")
    listed_elsewhere: re.Pattern[str] = re.compile(r"(?i)\b(?:siguientes|anexo|relacionad[oa]s)\b")

    def commencements(self, text: str) -> Iterator[Commencement]:
        """Yield what a text says of its own first day."""
        return commencements(text)

    def expiries(self, text: str) -> Iterator[Expiry]:
        """Yield what a text says of its own last day."""
        return expiries(text)

    def acts(self, text: str, kind: EventKind) -> Iterator[EffectStatement]:
        """Yield what a text does to instruments that it names."""
        yield from acts(text, kind)
        yield from shifts(text, kind, SHIFT_WORDS)

    def left(self, paragraph: str, read: ReadStatements) -> Iterator[LeftWords]:
        """Yield the sentences with words of effect that nobody has read."""
        return left_words(paragraph, read.spans)


EFFECTS = SpanishEffects()
