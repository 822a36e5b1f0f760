"""Sentences of German texts that speak of beginning, end or effect, and what they are about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yange.law.de.days import MONTHS
from yange.law.de.numerals import CARDINAL, ORDINAL, cardinal, ordinal
from yange.law.spoken import spoken

__all__ = ["COUNT", "LEAD", "NTH", "OWN", "PART", "UNSURE", "read_count", "sentences", "subject"]

_MAY_SPEAK = re.compile(
    r"[Kk]raft|gilt|gelten|wirksam|Geltung|aufgehoben|aufzuheben|ausgesetzt|verlängert|Wirkung|befristet"
)
_SENTENCE = re.compile(
    r"(?:\b(?:Abs|Art|Nrn?|Bst|Buchst|BGBl|RGBl|GVBl|GBl|LGBl|StGBl|ABl|Bek|bzw|ggf|vgl|Ziff|S|v|d|lit)\."
    rf"|\b[0-9]{{1,2}}\.(?=\s*(?:{'|'.join(MONTHS)}|[0-9]|Tag|Kalender))|\.(?=[0-9a-zäöü)])|\n(?!\n)"
    rf"|[^.;\n]){{1,2000}}[.;]?"
)
COUNT = rf"(?:[0-9]{{1,3}}|(?i:{CARDINAL}))"
"""A regular expression without groups for a count."""
NTH = rf"(?:[0-9]{{1,3}}\.|(?i:{ORDINAL}))"
"""A regular expression without groups for the nth of something."""
_NUMERAL = r"[0-9IVX]+[a-z]?(?![\w])"
_INSIDE = (
    r"(?:,? (?:Absatz|Absätze|Abs\.|Satz|Nummer|Nummern|Nr\.|Buchstabe|Buchst\.|Z|Ziff\.|lit\.) [0-9]+[a-z]?"
    r"|,? Buchstabe [a-z]\b)*"
)
PART = re.compile(
    rf"((?:§{{1,2}}|Artikel|Art\.|Abschnitt|Kapitel|Teil|Buch|Anlage|Anhang) ?{_NUMERAL}{_INSIDE}"
    rf"(?:(?:, | und | sowie | bis )(?:§{{1,2}} |Artikel )?{_NUMERAL}{_INSIDE})*)"
)
"""A part of the text: § 5, §§ 5 und 6, Artikel 2 Absatz 1."""
OWN = re.compile(
    r"(?:^|\b)(?:Dies(?:e|er|es)|Das (?:vorliegende )?|Die (?:vorliegende )?|Der (?:vorliegende )?|dies(?:e|er|es))\s?"
    r"(?:[A-ZÄÖÜ][\w-]*(?:gesetz|ordnung|satzung|gesetzbuch|vertrag)|Gesetz|Bundesgesetz|Verordnung"
    r"|Rechtsverordnung|Satzung|Ordnung"
    r"|Richtlinie|Beschluss|Beschluß|Erlass|Anordnung|Verwaltungsvorschrift|Reglement"
    r"|Bekanntmachung|Verfassung|Verfassungsgesetz|Staatsvertrag|Vertrag)\b(?! (?:über|zur|zum|vom|des|der)\b)"
    r"|^(?:Es|Sie|Er)$"
)
"""What names the text itself."""
_INNER = "Absatz|Absätze|Abs|Satz|Nummer|Nr|Buchstabe|Buchst|Ziff|Z|lit"
LEAD = re.compile(
    rf"^\s*(?:(?:§|Art\.?|Artikel) ?[0-9]+[a-z]?\.?(?=\s+(?:\(|[0-9]|(?!(?:{_INNER})\b)[A-ZÄÖÜ]))"
    r"(?:[ \n][A-ZÄÖÜ][^.\n]{0,80}\n)?\s*)?(?:\([0-9]+[a-z]?\)\s+|[0-9]+[a-z]?\.\s+|[0-9]{1,2} (?=[A-Z]))?"
)
"""The number and the heading of a clause before its first sentence."""
UNSURE = re.compile(
    r"\b(?:nicht|nur|wenn|falls|sofern|soweit|vorbehaltlich|Ausnahme|ausgenommen|ausser (?!Kraft)"
    r"|außer (?!Kraft)|frühestens"
    r"|spätestens|sobald|bevor|nachdem|es sei denn|kann|können|könnte|würde|bestimmt|festzusetzen"
    r"|unter der Bedingung|jeweils"
    r"|war|waren|wäre|wurde|wurden|ob)\b"
)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences that may speak of beginning, end or effect."""
    yield from spoken(text, _MAY_SPEAK, _SENTENCE, "\n\n")


def subject(words: str) -> tuple[str, ...] | None:
    """Return the parts that words name, () for the whole text, ``None`` for something else."""
    rest = LEAD.sub("", words.strip())
    if UNSURE.search(rest):
        return None
    parts = tuple(match[1] for match in PART.finditer(rest))
    if parts:
        return parts
    return () if OWN.search(rest.strip()) else None


def read_count(word: str) -> int | None:
    """Read a count or an ordinal: 5, 14., fünf, vierzehnten."""
    bare = word.rstrip(".")
    return int(bare) if bare.isdigit() else (cardinal(bare) or ordinal(bare))
