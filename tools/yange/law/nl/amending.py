"""Read the amending sentences of Dutch acts and decrees.

The forms are those of the Aanwijzingen voor de regelgeving (Netherlands, chapter 6, on amending). Words that change are
in quotation marks; new text stands below the sentence, without marks::

    In artikel 5, eerste lid, wordt “…” vervangen door “…”.      In artikel 5 wordt na “…” ingevoegd “…”.
    In artikel 5 vervalt “…”.                                    Artikel 5, tweede lid, vervalt.
    Artikel 5 komt te luiden:                                    Na artikel 5 wordt een artikel ingevoegd, luidende:
    Aan artikel 5 wordt een lid toegevoegd, luidende:            Artikel 6 wordt vernummerd tot artikel 7.
    Artikel 5 wordt als volgt gewijzigd:   1. In het eerste lid …   2. Het derde lid vervalt.

Renumbering that one sentence adds to an insertion (*onder vernummering van …*) is not read: the sentence is reported.
"""

from __future__ import annotations

import re

from yange.law.announced_amending import AnnouncedAmending
from yange.law.aspects.amending import (
    AmendedClause,
    AmendingOperation,
    AmendingReading,
    Examples,
    InsertionPlace,
    Instruction,
)
from yange.law.aspects.citations import Level
from yange.law.nested_amending import Said, SentenceForm, insertion, put_beside
from yange.law.nl.numbers import ARTICLE
from yange.law.nl.numerals import ORDINAL, ordinal
from yange.law.numbers import read_number
from yange.law.packs import law_named
from yange.law.quoting import QUOTED, Quotations

__all__ = ["AMENDING"]

_Q = QUOTED
_N = r"[0-9]{1,4}(?:[.:][0-9]{1,3}){0,2}[a-z]{0,2}"
_LID = rf"(?:het )?{ORDINAL} lid"
_PART = r"(?:aanhef en )?onderdeel [a-z]{1,2}"
_WHOLE = rf"[Aa]rtikel {_N}(?:, {_LID})?(?:, {_PART})?,?"
_INNER = rf"(?:[Hh]et {ORDINAL} lid(?:, {_PART})?,?|[Oo]nderdeel [a-z]{{1,2}},?)"
_REF = rf"(?:{_WHOLE}|{_INNER})"
_IN = rf"(?:[Ii]n (?P<ref>{_REF}) )?"
_WORD = "(?:de zinsnede |het woord |de woorden |het bedrag |de aanduiding |het begrip )?"
_EACH = "(?P<every>telkens )?"


def _clause(ref: str | None, within: AmendedClause | None) -> AmendedClause | None:
    """Return the clause that words name: a lid alone is one of the article that the sentence above named."""
    if not ref:
        return within
    name = re.sub(r"^(?:het|Het) ", "", ref.strip().rstrip(","))
    name = re.sub(r"(?<=, )het ", "", name)
    if name[:7].lower() == "artikel":
        return AmendedClause(name[:1].lower() + name[1:])
    if within is None or not within.clause or within.parts:
        return None
    return AmendedClause(f"{within.clause}, {name[:1].lower() + name[1:]}")


def _made(
    operation: AmendingOperation,
    said: Said,
    target: AmendedClause,
    was: str = "",
    now: str = "",
    *,
    every: bool = False,
) -> AmendingReading:
    made = Instruction(operation=operation, line=said.line, clause=target.clause, was=was, now=now, every=every)
    return AmendingReading((made,))


def _replace(match: re.Match[str], said: Said) -> AmendingReading | None:
    target, of = _clause(match["ref"], said.within), said.masked.of
    if target is None:
        return None
    every = bool(match["every"])
    return _made(AmendingOperation.REPLACE, said, target, of(match["was"]), of(match["now"]), every=every)


def _beside(match: re.Match[str], said: Said) -> AmendingReading | None:
    target, was, new = _clause(match["ref"], said.within), said.masked.of(match["was"]), said.masked.of(match["now"])
    if target is None:
        return None
    now = put_beside(was, new) if match["where"] == "na" else put_beside(new, was)
    return _made(AmendingOperation.REPLACE, said, target, was, now, every=bool(match["every"]))


def _gone_words(match: re.Match[str], said: Said) -> AmendingReading | None:
    target = _clause(match["ref"], said.within)
    if target is None:
        return None
    return AmendingReading(
        tuple(
            Instruction(
                operation=AmendingOperation.REMOVE,
                line=said.line,
                clause=target.clause,
                was=said.masked.of(quoted),
                every=bool(match["every"]),
            )
            for quoted in re.findall(_Q, match["gone"])
        )
    )


def _remove(match: re.Match[str], said: Said) -> AmendingReading | None:
    target = _clause(match["ref"], said.within)
    return None if target is None else _made(AmendingOperation.REMOVE, said, target)


def _remove_list(match: re.Match[str], said: Said) -> AmendingReading | None:
    if match["last"]:
        removal = Instruction(
            operation=AmendingOperation.REMOVE,
            line=said.line,
            clause=f"artikel {match['first']}",
            until=AmendedClause(f"artikel {match['last']}"),
        )
        return AmendingReading((removal,))
    return AmendingReading(
        tuple(
            Instruction(operation=AmendingOperation.REMOVE, line=said.line, clause=f"artikel {number}")
            for number in re.findall(_N, match["list"])
        )
    )


def _rewrite(match: re.Match[str], said: Said) -> AmendingReading | None:
    target = _clause(match["ref"], said.within)
    if target is None:
        return None
    return _made(AmendingOperation.REWRITE, said, target, now=said.masked.of(match["now"]))


def _insert(match: re.Match[str], said: Said) -> AmendingReading | None:
    """Read a new article, lid or onderdeel; the text below the sentence prints its number."""
    target = _clause(match["ref"], said.within)
    now = said.masked.of(match["now"])
    first = read_number(now, law=law_named("nl"))
    if target is None or not target.clause or first is None:
        return None
    after = match["where"].lower() in ("na", "nadien")
    if match["unit"] in ("artikel", "artikelen"):
        if first.style != ARTICLE or not after:
            return None
        label = first.bare.rstrip(".")
        return AmendingReading((insertion(target, Level.ARTICLE, InsertionPlace.AFTER, now, said.line, label),))
    if first.style == ARTICLE:
        return None
    place = InsertionPlace.AFTER if after else InsertionPlace.END
    return AmendingReading((insertion(target, Level.ITEM, place, now, said.line, first.raw.strip()),))


def _relabel(match: re.Match[str], said: Said) -> AmendingReading | None:
    target = _clause(match["ref"], said.within)
    if target is None:
        return None
    nth = ordinal(match["lid"]) if match["lid"] else None
    label = f"{nth}." if nth else f"Artikel {match['article']}" if match["article"] else ""
    if not label or bool(match["article"]) is ("lid" in target.clause or "onderdeel" in target.clause):
        return None
    relabelled = Instruction(operation=AmendingOperation.RELABEL, line=said.line, clause=target.clause, label=label)
    return AmendingReading((relabelled,))


def _open(match: re.Match[str], said: Said) -> AmendingReading | None:
    target = _clause(match["ref"], said.within)
    return None if target is None else AmendingReading(opened=target)


def _instrument(match: re.Match[str], said: Said) -> AmendingReading:
    return AmendingReading(opened=AmendedClause(), instrument=match["instrument"].strip())


def _letter(match: re.Match[str], said: Said) -> AmendingReading:
    return AmendingReading(opened=AmendedClause())


_NEW = (
    r"(?:een|het volgende|twee|drie|de volgende)(?: nieuwe?)? (?P<unit>artikel|artikelen|lid|leden|onderdeel"
    r"|onderdelen)"
)

AMENDING = AnnouncedAmending(
    examples=Examples(
        replace="In artikel 3 wordt “…” vervangen door “…”.",
        every="telkens",
        item="artikel 5, eerste lid, onderdeel a",
        relabel="Artikel 6 wordt vernummerd tot artikel 7.",
        renumber="Artikel 6 wordt vernummerd tot artikel 7.",
        behind="Na artikel 3 wordt een artikel ingevoegd, luidende:",
        place="Na artikel 3",
        numbered="Na artikel 3 wordt een artikel ingevoegd, luidende:",
        number="Artikel 3a",
        item_number="Aan artikel 4 wordt een lid toegevoegd, luidende:",
        insert_item="Aan artikel 4 wordt een lid toegevoegd, luidende:",
        inserted="3a",
    ),
    marks=Quotations({"“": "”", "„": "”“", "‘": "’"}),
    verbs=re.compile(
        rf"(?:In|Aan|Na|Voor) {_REF} (?:wordt|worden|vervalt|vervallen)\b.{{0,400}}"
        rf"|{_REF} (?:vervalt|komt (?:als volgt )?te luiden|wordt als volgt gewijzigd|wordt vernummerd)\b.{{0,200}}"
        r"|De artikelen [0-9].{0,200} vervallen|[A-Z][^.⟦]{2,160}? wordt als volgt gewijzigd:?|[A-Z]{1,2}"
    ),
    entries=re.compile(r"(?:([A-Z]{1,2}\.[ \u00a0])|([0-9]{1,2}[a-z]?\.[ \u00a0])|([a-z]\.[ \u00a0]))"),
    breaks=re.compile("(?!)"),
    halves=re.compile("(?!)"),
    announces=re.compile(r"(?:komt te luiden|komen te luiden|luidende|als volgt)(?: als volgt)?:?$"),
    links=re.compile(r"(?<=⟧),? (?:en )?(?=(?:wordt|worden|vervalt|vervallen) )"),
    forms=(
        SentenceForm(re.compile("[A-Z]{1,2}"), _letter),
        SentenceForm(
            re.compile(rf"{_IN}(?:wordt|worden) {_EACH}{_WORD}(?P<was>{_Q}) vervangen door:? {_WORD}(?P<now>{_Q})"),
            _replace,
        ),
        SentenceForm(
            re.compile(
                rf"{_IN}(?:wordt|worden) {_EACH}(?P<where>na|voor) {_WORD}(?P<was>{_Q}) (?:ingevoegd:?|toegevoegd:?) "
                rf"{_WORD}(?P<now>{_Q})"
            ),
            _beside,
        ),
        SentenceForm(
            re.compile(rf"{_IN}(?:vervalt|vervallen) {_EACH}(?P<gone>{_WORD}{_Q}(?:(?:, | en ){_WORD}{_Q})*)"),
            _gone_words,
        ),
        SentenceForm(re.compile(rf"(?P<ref>{_REF}) vervalt"), _remove),
        SentenceForm(
            re.compile(
                rf"De artikelen (?:(?P<first>{_N}) tot en met (?P<last>{_N})|(?P<list>{_N}(?:(?:, "
                rf"| en ){_N})+)) vervallen"
            ),
            _remove_list,
        ),
        SentenceForm(re.compile(rf"(?P<ref>{_REF}) komt(?: als volgt)? te luiden:? ?(?P<now>{_Q})"), _rewrite),
        SentenceForm(
            re.compile(
                rf"(?P<where>Na|Aan) (?P<ref>{_REF}) (?:wordt|worden) {_NEW} (?:ingevoegd|toegevoegd),? luidende:? ?"
                rf"(?P<now>{_Q})"
            ),
            _insert,
        ),
        SentenceForm(
            re.compile(
                rf"(?P<ref>{_REF}) wordt vernummerd tot (?:artikel (?P<article>{_N})|(?:het )?(?P<lid>{ORDINAL}) lid)"
            ),
            _relabel,
        ),
        SentenceForm(re.compile(rf"(?P<ref>{_REF}) wordt als volgt gewijzigd:?"), _open),
        SentenceForm(
            re.compile(r"(?:De |Het )?(?P<instrument>[A-Z][^.⟦:]{2,160}?) wordt als volgt gewijzigd:?"), _instrument
        ),
    ),
    article=re.compile(r"[Aa]rtikel [0-9]+[a-z]{0,2}(?![A-Za-z0-9])"),
    article_list=re.compile(r"[Aa]rtikelen [0-9]"),
)
"""The amending sentences of Dutch."""
