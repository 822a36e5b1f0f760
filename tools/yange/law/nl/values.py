"""Values, modality and stop words of Dutch legal texts. All patterns read match keys."""

from __future__ import annotations

import re
from collections.abc import Iterable

from yange.law.aspects.boilerplate import Boilerplate, StandingClause
from yange.law.aspects.style import Style
from yange.law.aspects.values import AtomKind, Form, Rank, Span, Values, beside, matches
from yange.law.aspects.words import LanguageWords, word_set
from yange.law.nl.days import MONTHS
from yange.law.nl.numerals import CARDINAL, ORDINAL
from yange.law.number_words import figures_reader

__all__ = ["BOILERPLATE", "STYLE", "VALUES", "WORDS"]

_FIGURE = r"\d{1,3}(?:[. ]\d{3})+(?:,\d+)?(?!\d)|\d+(?:,\d+)?"
_WORDS = (
    rf"(?i:(?:(?:{CARDINAL}|honderd|duizend)(?:en)?){{1,6}})"
    "(?![A-Za-zë])"
)
_COUNTED = rf"(?<![\w.,])(?:(?:{_FIGURE})|{_WORDS})"
_SCALE = r"(?: (?:miljoen|miljard|duizend))?"
_LID = rf"(?:,(?:{ORDINAL})(?: en (?:{ORDINAL}))? (?:lid|leden))?(?:,onderdeel [a-z](?!\w))?"
_PLACE = r"\d+(?:[.:]\d+){0,2}[a-z]?(?![A-Za-z])"
_LIST = re.compile(rf"\b[Aa]rtikelen {_PLACE}{_LID}")
_LISTED = re.compile(
    rf"(?:,| (?:en|of|tot en met) |,(?:en|of) )({_PLACE}{_LID})(?![\d%]| ?(?:dag|maand|jaar|euro|procent|week"
    rf"|weken))"
)
_PERIOD = (
    rf"(?:{_COUNTED} (?:tot|tot en met|à) )?{_COUNTED} (?:werk|kalender)?"
    r"(?:dag(?:en)?|we(?:ek|ken)|maand(?:en)?|jaar|jaren|uur|minuten)\b"
)
_NTH_DAY = rf"(?<![\w.,])(?:{ORDINAL}|\d{{1,3}}[ed]e) (?:werk|kalender)?dag\b"
"""A day counted from an event: de tiende werkdag."""
_PRISON = "(?:gevangenisstraf|hechtenis|jeugddetentie|opsluiting|vrijheidsstraf)"
_IMPRISONMENT = beside(
    _PERIOD,
    words=_PRISON,
    before=rf"{_PRISON}(?:(?!geldboete|\b(?:binnen|na|voor|sinds)\b)[^.;:]){{0,50}}",
    after=rf" {_PRISON}",
)
_AGE = beside(
    rf"{_COUNTED} jaar\b",
    before=r"\b(?:leeftijd van|ouder dan|jonger dan) ",
    after=" (?:of ouder|oud)\\b",
)
_PARTS = "(?:derden?|vierden?|kwart|vijfden?|zesden?|tienden?)"
_RATIO = (
    rf"(?<![\w-])(?i:een|één|twee|drie|vier|vijf|[1-9]) {_PARTS}(?= (?:van|deel|gedeelte|meerderheid|der)\b"
    rf"|[.,;)]|$)"
    r"|\bde helft\b|\b(?:[Gg]ewone|[Vv]olstrekte|[Aa]bsolute|[Gg]ekwalificeerde) meerderheid\b"
    r"|(?<![\d/.,-])\d{1,2}/\d{1,3}(?![\d/.,])"
)
_BODY = (
    r"\b(?:[Oo]nze Minister|[Mm]inister)(?: (?:van|voor)(?: [A-Z][\w-]+)(?:(?:,| en) [A-Z][\w-]+)*)?"
    r"|\b[Bb]evoegde (?:autoriteit(?:en)?|instanties?|gezag)\b|\b(?:[Bb]urgemeester en wethouders"
    r"|[Gg]edeputeerde [Ss]taten"
    r"|[Pp]rovinciale [Ss]taten|[Hh]et college(?: van burgemeester en (?:wethouders|schepenen))?|[Gg]emeenteraad"
    r"|[Cc]ommissaris van de Koning|[Oo]fficier van justitie|[Bb]urgemeester|[Dd]eputatie|Vlaamse Regering"
    r"|[Kk]antonrechter|[Vv]oorzieningenrechter|[Rr]echter-commissaris|(?<=\b[Dd]e )(?:rechter|griffier|notaris)\b"
    r"|Nederlandsche Bank|Algemene Rekenkamer|[Ii]nspecteur(?=\b(?!-)))\b|\b(?:Raad van State|Hoge Raad"
    r"|[Rr]echtbank|[Gg]erechtshof)\b"
    r"|\b(?:Autoriteit|Agentschap|Inspectie|Commissie|Raad)(?: [A-Z][\w-]+| (?:voor|van)(?: de"
    r"| het)? [A-Za-z][\w-]+)+"
)
_UNIT = "meter|kilometer|hectare|ton|kilogram|liter|personen|leden|exemplaren|maal|keer"


def _listed(key: str) -> Iterable[Span]:
    """Yield the places of the numbers in lists of citations, the first one with the word before it."""
    for head in _LIST.finditer(key):
        yield head.span()
        at = head.end()
        while (match := _LISTED.match(key, at)) is not None:
            yield match.span(1)
            at = match.end(1)


_CITES = r"\b(?:[Hh]oofdstuk|[Aa]fdeling|[Pp]aragraaf|[Bb]ijlage|[Tt]itel) \d+(?:\.\d+)*[a-z]?\b"
_NUMBER = r"\((?:EU|EG|EEG)\) ?(?:nr\. ?)?\d{1,4}/\d{2,4}|\b(?:Stb|Stcrt|PbEU|PbEG)\.? ?(?:\d{4}, ?)?[LC]? ?\d+"
_FORMS = (
    (AtomKind.DATE, matches(rf"(?<!\d)\d{{1,2}} (?:{'|'.join(MONTHS)})(?: \d{{4}})?")),
    (AtomKind.NUMBER, matches(_NUMBER)),
    (
        AtomKind.AMOUNT,
        matches(
            rf"(?:€|\bEUR) ?(?:{_FIGURE}){_SCALE}(?:,-)?|(?:{_COUNTED} tot (?:ten hoogste )?)?{_COUNTED}{_SCALE} ?"
            rf"(?:€|(?:euro|EUR|gulden|frank)\b)(?: en {_COUNTED} (?:eurocent|cent)\b)?"
            rf"|\b(?:geld)?boete van de (?:{ORDINAL}) categorie"
        ),
    ),
    (AtomKind.COUNT, _AGE),
    (AtomKind.IMPRISONMENT, _IMPRISONMENT),
    (AtomKind.DEADLINE, matches(_PERIOD)),
    (AtomKind.DEADLINE, matches(_NTH_DAY)),
    (
        AtomKind.PERCENTAGE,
        matches(rf"{_COUNTED} ?(?:%|‰|procent\b|percent\b|promille\b|ten honderd\b|procentpunten?\b|basispunten\b)"),
    ),
    (AtomKind.RATIO, matches(_RATIO)),
    (AtomKind.COUNT, matches(rf"{_COUNTED} (?:{_UNIT})\b|\b(?:twee|drie|vier|vijf|tien)maal(?= (?:de|het)\b)")),
    (AtomKind.CITED, matches(rf"\b[Aa]rtikel {_PLACE}{_LID}")),
    (AtomKind.CITED, matches(_CITES)),
    (AtomKind.BODY, matches(_BODY)),
    # a number in words before any noun in the plural: it counts whatever the noun names
    (AtomKind.COUNT, matches(rf"(?<![\w.,])(?!(?i:een|één)\b){_WORDS} [a-zë]{{2,}}(?:en|s)\b")),
)
VALUES = Values(
    forms=(
        Form(Rank.SPELLED, AtomKind.CITED, _listed),
        *(Form(Rank.SPELLED, kind, find) for kind, find in _FORMS),
    ),
    present=re.compile("[A-Za-z€]"),
    plain=figures_reader(
        "nl",
        _WORDS,
        one=("een", "één"),
    ),
    inflected=(
        (r"(?<=\d )(\w*(?:dag|maand))\b", r"\1en"),
        (r"(?<=\d )week\b", "weken"),
        (r"(?<=\d )jaar\b", "jaren"),
        (r"(?<=autoriteit)en\b|(?<=instantie)s\b", ""),
        ("^Onze", "onze"),
    ),
    joints=(" tot en met ", " tot "),
    cites=("rtikel", "oofdstuk", "fdeling", "aragraaf", "ijlage", "itel"),
)
"""How Dutch writes values."""

STYLE = Style(
    exchanged=(("tenminste", "ten minste"), ("tenhoogste", "ten hoogste"), ("terzake", "ter zake")),
    joining=frozenset({"en", "alsmede"}),
    modality=(
        (
            "duty",
            re.compile(
                r"\b(?:(?:mag|mogen|moet|moeten|kan|kunnen|dient|dienen|hoeft|hoeven)(?: niet| geen)?"
                r"|(?:behoeft|behoeven)(?: niet| g?een)?"
                r"|(?:is|zijn) (?:niet )?(?:verplicht|bevoegd|verboden|toegestaan|gehouden|gerechtigd))\b"
            ),
        ),
        ("bound", re.compile(r"\b(?:ten minste|tenminste|ten hoogste|uiterlijk|(?:niet )?(?:meer|minder) dan)\b")),
    ),
    alone=frozenset({"mag niet", "mogen niet", "moet", "moeten", "kan", "kunnen"}),
    same={"mogen": "mag", "moeten": "moet", "kunnen": "kan", "mogen niet": "mag niet"},
)
"""The modality words of Dutch."""

WORDS = LanguageWords(
    function=word_set(
        "aan als alsmede bij dat de deze die dit door een en er het hij in indien is met na of om onder ook op "
        "over te ten ter tot uit van voor worden wordt zij zijn zover"
    ),
    no_terms=(
        r"(?i:niet)$",
        r"[Aa]rtikel",
    ),
)
"""The words of Dutch."""

BOILERPLATE = Boilerplate(
    standing=(
        (
            StandingClause.COMMENCEMENT,
            re.compile(
                r"(?:Deze (?:wet|regeling|verordening)|Dit (?:besluit|decreet)|De artikelen van deze wet)"
                r" (?:treedt|treden) in werking"
            ),
        ),
    ),
    phrases=(
        r"[Bb]ij (?:of krachtens )?algemene maatregel van bestuur(?: kunnen| worden)?(?: nadere)?(?: regels)?",
        r"wordt gestraft met een geldboete van de (?:eerste|tweede|derde|vierde|vijfde|zesde) categorie",
        r"(?:is|zijn) van overeenkomstige toepassing",
        r"wordt aangehaald als:?",
        r"[Ii]n deze wet en de daarop berustende bepalingen wordt verstaan onder",
    ),
)
"""The boilerplate of Dutch."""
