"""Sentences of French texts, what they are about, and how they count."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yange.law.fr.numbers import ARTICLE_NUMBER
from yange.law.spoken import spoken

__all__ = [
    "BEGINS",
    "COUNT",
    "KINDS",
    "LEAD",
    "OWN",
    "PART",
    "UNSURE",
    "named_parts",
    "read_count",
    "sentences",
    "subject",
]

_MAY_SPEAK = re.compile(
    r"vigueur|effet|applicable|s['’]appliqu|expir|abrog|rapporté|suspend|prorog|valable|caduc|rétabli|remise? en"
)
_SENTENCE = re.compile(
    r"(?:[^.;\n]|\.(?=[0-9a-zà-ÿ])|(?<=\b[A-Z])\.|(?<=\b[Aa]rt)\.|(?<=\b[Aa]l)\.|(?<=\blet)\."
    r"|(?<=\bch)\.|(?<=\bp)\.){1,3000}[.;]?"
)
_NUMBERS = ["un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"]
COUNT = (
    rf"(?P<n>[0-9]{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}|une|quinze|vingt|trente"
    rf"|soixante|quatre-vingt-dix)"
)
_TENS = {"une": 1, "quinze": 15, "vingt": 20, "trente": 30, "soixante": 60, "quatre-vingt-dix": 90}
BEGINS = (
    r"(?:entre(?:nt|ra|ront)?(?: (?:également|aussi))? en vigueur|est entrée? en vigueur|(?:prend"
    r"|prennent|prendra|prendront|a|ont) effet"
    r"|(?:est|sont|sera|seront)(?: (?:également|directement))? applicables?|s['’]appliqu(?:e|ent|era|eront))"
)
KINDS = (
    r"(?:loi(?: organique| constitutionnelle| fédérale| du pays)?|ordonnance|décret(?:-loi)?"
    r"|arrêté(?: grand-ducal| royal| fédéral)?"
    r"|règlement(?: grand-ducal| délégué| d['’]exécution| intérieur)?|directive|décision(?:-cadre)?"
    r"|code|convention|accord|traité"
    r"|délibération|circulaire|instruction|recommandation|avis|arrêt|statut)"
)
OWN = re.compile(
    rf"\b(?:[Ll](?:a|e|es) présente?s? |[Cc](?:e|et|ette) )(?:{KINDS}|dispositions|texte)s?\b"
    rf"|\b(?:de la|du|des) présente?s? {KINDS}s?\b"
    r"|^(?:\W*[0-9IVX.()a-z°–—-]{0,8}\W*)?(?:Il|Elle|Ils|Elles) ?(?:est|sont|ne)? ?$"
    r"|^\W*(?:[Dd]ate de l['’])?$"
)
PART = re.compile(
    r"\b[Ll]?['’]?(?P<unit>[Aa]rticles?|[Cc]hapitres?|[Tt]itres?|[Ss]ections?|[Aa]nnexes?|[Aa]linéas?"
    r"|[Pp]aragraphes?|[Ll]ivres?)[ \u00a0]"
    r"(?P<list>(?:[LRDA]O?\.?[ \u00a0]?\*?)?[0-9IVX]+(?:er)?(?:-[0-9]+)*(?: (?:bis|ter|quater))?"
    r"(?:(?:, | et | ou | à )(?:[LRDA]O?\.?[ \u00a0]?\*?)?[0-9IVX]+(?:er)?(?:-[0-9]+)*(?: (?:bis|ter|quater))?)*)"
)
LEAD = re.compile(
    rf"^\s*(?:(?:Article|Art\.)[ \u00a0]{re.sub('[?]P<[a-z]+>', '?:', ARTICLE_NUMBER)}\.?(?:[ "
    rf"\u00a0]?[:–—-])?|[IVX]+\.(?:[ \u00a0]?[–—-])?|[0-9]+[.°)]|\([0-9]+\)|[a-z]\))\s*"
)
UNSURE = re.compile(
    r"\b(?:pas|jamais|plus tard|si|s['’]il|sauf|excepté|exception|sous réserve|à défaut|lorsqu\w*"
    r"|quand|dès|tant que|jusqu\w*|peut|peuvent|pourr\w+"
    r"|fixée?s? par|déterminée?s? par|dans la mesure|à condition|uniquement|seulement|notamment|le "
    r"cas échéant|avant l['’]entrée|était|étaient"
    r"|au plus tôt|à une date)\b",
    re.IGNORECASE,
)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences that may speak of beginning, end or effect."""
    yield from spoken(text, _MAY_SPEAK, _SENTENCE)


def subject(words: str) -> tuple[str, ...] | None:
    """Return the parts that words in front of a statement name, () for the whole text, ``None`` for something else."""
    rest = LEAD.sub("", words)
    if UNSURE.search(rest):
        return None
    parts = named_parts(rest)
    if parts:
        return None if re.search(rf"\b(?:de la|du|de l['’]|des) (?!présente?s? )(?:même )?{KINDS}", rest) else parts
    return () if OWN.search(rest.strip() and rest) else None


def named_parts(words: str) -> tuple[str, ...]:
    """Return the labels of the parts that words name: article 3, articles 5 à 7."""
    return tuple(f"{match['unit'].lower()} {match['list']}" for match in PART.finditer(words))


def read_count(word: str) -> int:
    """Read a number that :data:`COUNT` matches: 5, cinq, une."""
    if word in _TENS:
        return _TENS[word]
    return _NUMBERS.index(word) + 1 if word in _NUMBERS else int(word)
