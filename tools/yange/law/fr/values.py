"""Values in French legal texts: dates, amounts, periods, counts, citations, offices. All patterns read match keys.

Thousands are parted by blanks and decimals by a comma (norm of the *Lexique des règles typographiques* of the
Imprimerie nationale); Switzerland parts thousands by an apostrophe. A term of imprisonment and an age are no deadlines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from yange.law.aspects.values import AtomKind, Form, Rank, Span, Values, beside, matches, number_start
from yange.law.fr.days import DAY, YEARLY_DAY
from yange.law.fr.numbers import ARTICLE_NUMBER
from yange.law.number_words import figures_reader

__all__ = ["VALUES"]

_DECIMAL = r"(?:(?<![\d,.])\d{1,3}(?:[ .']\d{3}){1,9}(?!\d)(?:,\d+)?|\d+(?:,\d+)?)"
_WORD = (
    "(?i:quatre-vingts?|dix-sept|dix-huit|dix-neuf|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze"
    "|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|septante|huitante|nonante|cents?|mille)"
)
_FIRST = (
    "quatr", "dix", "un", "deux", "trois", "cinq", "six", "sept", "huit", "neuf", "onze", "douze", "treize", "quator",
    "quinze", "seize", "vingt", "trente", "quarante", "cinquante", "soixante", "nonante", "cent", "mille",
)  # fmt: skip
_START = number_start(_FIRST)
_WORDS = rf"{_WORD}(?:(?:-et-|-| et | ){_WORD}){{0,8}}"
_COUNTED = rf"(?<![\w,.-])(?:{_DECIMAL}|{_WORDS}(?![\w-]))(?:\(\d{{1,4}}\))?"
_SUM = rf"{_DECIMAL}(?: (?:mille|millions?|milliards?)(?: d(?:e |'))?)?"
_NAME = r"(?:euros?|francs?(?: suisses| CFP)?|dollars?|centimes?)\b"
_CODE = r"(?:(?:EUR|CHF|LUF|USD|FCFA|XPF)(?![A-Za-z])|[Ff]r\.)"
_MONEY = rf"(?<![A-Za-z]){_CODE} ?{_SUM}|(?<![\d.,])(?:{_COUNTED} à )?{_SUM} ?(?:(?:M|Md|k)?€|{_CODE}|F\b|{_NAME})"
_GAP = r"(?: |(?<=\)))"
_TIME = (
    r"(?:jours?(?: (?:ouvrés|ouvrables|francs|calendaires))?|mois|ans?\b|années?|heures?|semaines?"
    r"|trimestres?|minutes?)"
)
_PERIOD = (
    rf"(?:{_COUNTED} à )?(?:{_COUNTED}{_GAP}(?:ans?|années?)\b(?:,| et) {_COUNTED} mois"
    rf"|{_COUNTED}{_GAP}mois et {_COUNTED} jours|{_COUNTED}{_GAP}{_TIME})"
)
_NTH_DAY = (
    r"(?<![\w.,-])(?:\d{1,3}(?:er?|ème|e)|premier|deuxième|troisième|quatrième|cinquième|sixième|septième|huitième"
    r"|neuvième|dixième|quinzième|vingtième|trentième) jours?(?: (?:ouvrés?|ouvrables?|francs?|calendaires?))?\b"
)
"""A day counted from an event: le quinzième jour, le 30e jour ouvrable."""
_PRISON = (
    r"(?:emprisonnement|réclusion(?: criminelle)?|détention criminelle|prison\b|peine privative de liberté"
    r"|peine d'incarcération|travaux forcés)"
)
_IMPRISONMENT = beside(
    _PERIOD,
    start=_START,
    words=_PRISON,
    before=rf"{_PRISON}(?:(?!amende|\b(?:dans|après|avant|depuis)\b)[^.;:]){{0,50}}",
    after=rf"(?: à {_COUNTED} {_TIME})?(?: au (?:plus|moins))?(?: (?:de |d'|à )| (?:au plus|au moins) d')?{_PRISON}",
)
_AGE = beside(
    rf"{_COUNTED} ans\b(?! (?:d'emprisonnement|de ))",
    start=_START,
    before=(
        r"\b(?:[âa]gée?s?|l'âge|mineure?s?(?: âgée?s?)?|majeure?s?(?: âgée?s?)?) (?:d(?:e |'))"
        r"(?:(?:au |a)?(?:moins|plus) (?:de |d')?)?"
    ),
)
_PARTS = "(?:tiers|quarts?|cinquièmes?|sixièmes?|septièmes?|huitièmes?|neuvièmes?|dixièmes?)"
_RATIO = (
    rf"(?<![\w-])(?i:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|[1-9]) {_PARTS}(?![\w-])"
    r"|(?:(?<=\b[Ll]a )moitié|(?<=\bde )moitié|(?<=\b[Ll]e )(?:tiers|quart|cinquième|dixième))(?= (?:de|du|des)\b"
    r"|$|[.,;])"
    r"|\b[Mm]ajorité (?:absolue|simple|relative|qualifiée)\b|(?<=\b[Ll]a )majorité(?= des (?:membres|voix|suffrages))"
    r"|(?<![\d/.,-])\d{1,2}/\d{1,3}(?:es?\b)?(?![\d/.,])"
)
_UNIT = (
    "(?:milles? marins?|mètres?(?: carrés| cubes)?|kilomètres?|centimètres?|tonneaux|tonnes?|litres?|kilogrammes?"
    "|hectares?|ares?|personnes?|membres?|fois|salariés|habitants|exemplaires?|copies?|nœuds?|bateaux|places?|voix"
    "|sièges|passagers|actions|jours-amende)"
)
_MULTIPLE = (
    r"(?:(?<=\b[Aa]u )|(?<=\b[Ll]e )|(?<=\b[Dd]u ))(?:double|triple|quadruple|quintuple|décuple)"
    r"(?= (?:de|du|des|en)\b|$|[.,;])"
)
_SPELLED = rf"(?<![\w,.-])(?!(?i:une?) ){_WORDS}{_GAP}[a-zà-ÿ]{{3,}}[sx]\b"
"""A number in words before any noun in the plural: it counts whatever the noun names."""
_PLACE = re.sub(r"\?P<[a-z]+>", "?:", ARTICLE_NUMBER)
_LIST = matches(rf"\b[Aa]rticles {_PLACE}", "[Aa](?=rticles )")
_LISTED = re.compile(
    rf"(?:, ?(?:et |ou )?| (?:et|ou|à) )({_PLACE})(?![\d%]|,\d| (?:jour|mois|an|euro|heure"
    rf"|semaine))"
)
_JOURNAL = r"\bJO(?:UE|CE|RF)?(?: ?[LC])? ?\d+(?:,| du) ?\d{1,2}\.\d{1,2}\.\d{4}(?:, ?p\. ?\d+)?"
"""A page of the Official Journal: where an act is printed."""
_OF = r"(?:de la |de l'|du |des |de |d')"
_BODY = (
    r"\b(?:Conseil d'[EÉ]tat|Conseil fédéral|Cour de cassation|(?:Agence|Autorité|Commission|Haute Autorité|Caisse"
    r"|Office|Institut|Comité|Direction|Conseil|Chambre|Cour)"
    r" (?:nationale?|fédérale?|européenne?|supérieure?|générale?|régionale?|départementale?|de "
    r"[a-zà-ÿ]+|d'[a-zà-ÿ]+|des [a-zà-ÿ]+)(?: (?:de|des|du|d')[ ]?[a-zà-ÿ]+){0,3})"
    rf"|\b[Mm]inistre (?:chargée? )?{_OF}[a-zà-ÿ]+(?: et {_OF}[a-zà-ÿ]+)?"
    r"|\b[Pp]réfet(?: (?:maritime|de (?:région|police|département)|du département))?\b"
    r"|\b[Tt]ribunal (?:judiciaire|administratif|correctionnel|de (?:commerce|grande instance|police)|d'instance"
    r"|d'arrondissement)|\b[Cc]our d'appel|\b[Pp]rocureur (?:de la République|d'[EÉ]tat|général)"
    r"|\b[Cc]onseil (?:municipal|départemental|régional|communal|d'administration)|\b[Aa]utorités? compétentes?"
    r"|(?<=\b[Ll]e )(?:maire|bourgmestre|gouverneur(?: de (?:la )?province)?|Roi|Gouvernement|juge de paix)\b"
    r"|\b(?:Grand|Petit) Conseil\b|\bConseil des ministres\b|\bPremier ministre\b|(?<=\b[Ll]es )préfets\b"
    r"|(?<=\b[Ll]e )(?:(?:sous-préfet|greffier|juge|procureur|notaire|commissaire|recteur|président|directeur)\b"
    rf"(?: (?:d'instruction|des référés|{_OF}(?:tribunal|cour|chambre|conseil|commune|département|région)"
    r"(?: de commerce| judiciaire| administratif| d'appel| de paix| (?:municip|départemen|région)al)?))?)"
    r"|\b[Cc]hambre (?:de commerce|d'agriculture|de métiers|des notaires|de discipline)|(?<=\b[Ll]e )tribunal\b"
    r"|\b[Cc]ollège (?:communal|échevinal|des bourgmestre et échevins)|\b[Cc]hambre des députés|\bConseil d'[EÉ]tat"
    rf"|\b(?:Département|Secrétariat|Ministère|Service)(?: (?:fédéral|général|cantonal|public))* {_OF}[a-zà-ÿ]+"
    rf"|(?<=\b[Ll]a )Commission\b"
)
_BODY_START = (
    r"[A-Z]|\b[abcdgjmnprst](?=utorit|our d|onseil|inistre|aire|r(?:éfet|ocureur|ésident|effier)|ribunal|hambre|ollège"
    r"|uge|otaire|ommissaire|[ei]recteur|ecteur|ouverneur|ourgmestre|ous-préfet)"
)


def _listed(key: str) -> Iterable[Span]:
    """Yield the places of the numbers in lists of citations, the first one with the word before it."""
    for start, at in _LIST(key):
        yield start, at
        while (match := _LISTED.match(key, at)) is not None:
            yield match.span(1)
            at = match.end(1)


_NUMBER = (
    r"\bn[°ºo]s? ?\d{2,4}-\d{1,5}|\((?:UE|CE|CEE)\) ?(?:n[°o] ?)?\d{1,4}/\d{2,4}|\b\d{2,4}/\d{1,4}/(?:CE|UE|CEE)\b"
)
_FULL_YEARS = matches(rf"{_COUNTED}{_GAP}ans (?:révolus|accomplis|d'âge)", _START)
_LASTS = re.compile(r"\b(?:délais?|durée|pendant|prescri\w+|période|après)\b[^.;]{0,60}$")


def _full_years(key: str) -> Iterable[Span]:
    """Yield the ages in full years: âgé de dix-huit ans accomplis, but no term of ten full years."""
    return (span for span in _FULL_YEARS(key) if not _LASTS.search(key, max(0, span[0] - 90), span[0]))


_COUNT_START = number_start([*_FIRST, "double", "triple", "quadruple", "quintuple", "décuple"])
_FORMS = (
    (AtomKind.CITED, matches(_JOURNAL, "J(?=O)")),
    (AtomKind.DATE, matches(f"{DAY}|{YEARLY_DAY}".replace("[ \u00a0\u202f]", " "), r"[\dp](?:(?<!p)|(?=remier ))")),
    (AtomKind.NUMBER, matches(_NUMBER, r"[\dn(](?:(?<=\d)|(?=[°ºoUC]))")),
    (AtomKind.AMOUNT, matches(_MONEY, number_start([*_FIRST, "fr."], "A-Z"))),
    (
        AtomKind.AMOUNT,
        matches(
            rf"(?:{_COUNTED} à )?{_COUNTED}{_GAP}(?:millions? d(?:e |'))?{_NAME}(?: et {_COUNTED} centimes?\b)?", _START
        ),
    ),
    (AtomKind.COUNT, _full_years),
    (AtomKind.COUNT, _AGE),
    (AtomKind.IMPRISONMENT, _IMPRISONMENT),
    (AtomKind.DEADLINE, matches(_PERIOD, _START)),
    (AtomKind.DEADLINE, matches(_NTH_DAY, r"[\dpdtqcshnv]")),
    (AtomKind.DEADLINE, matches(r"(?<=\b[Dd]ans le )mois(?= (?:de|du|des|qui|suivant)\b| d')", "m(?=ois )")),
    (AtomKind.DEADLINE, matches(r"(?<=\bsous )(?:huitaine|quinzaine)(?: franche)?\b", "huit|quinz")),
    (
        AtomKind.PERCENTAGE,
        matches(
            rf"{_COUNTED} ?(?:%|‰)|{_COUNTED}{_GAP}(?:pour cent|pour mille|p\. ?100|points? (?:de base"
            rf"|de pourcentage))",
            _START,
        ),
    ),
    (AtomKind.RATIO, matches(_RATIO, number_start([*_FIRST, "moitié", "tiers", "quart", "dixième"]))),
    (AtomKind.COUNT, matches(rf"{_COUNTED}{_GAP}(?:{_UNIT})\b|{_MULTIPLE}", _COUNT_START)),
    (AtomKind.CITED, matches(rf"\b(?:[Aa]rticles?|art\.) ?{_PLACE}", "[Aa](?=rt)")),
    (AtomKind.CITED, matches(r"§{1,2} ?\d+(?:er)?(?:(?:, | et | ou | à )\d+(?:er)?(?! ?[%€]))*", "§")),
    (AtomKind.BODY, matches(_BODY, _BODY_START)),
    (AtomKind.COUNT, matches(_SPELLED, _START)),
)

VALUES = Values(
    forms=(
        Form(Rank.SPELLED, AtomKind.CITED, _listed),
        *(Form(Rank.SPELLED, kind, find) for kind, find in _FORMS),
    ),
    present=re.compile("[A-Za-z€%°]"),
    plain=figures_reader("fr", _WORDS, one=("un", "une"), grouped="[ .']"),
    inflected=((r"(?<=\d )(?:années?|an)\b", "ans"), (r"(?<=\d )(jour|heure|semaine)\b", r"\1s")),
    joints=(" à (?:d')?", " (?:et|mais) (?:au plus|n'excédant pas) "),
    cites=("rticle", "art."),
)
"""How French writes values."""
