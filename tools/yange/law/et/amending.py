"""Read the amending sentences of Estonian Acts and regulations, one change in each punkt.

The forms are those of the Hea õigusloome ja normitehnika eeskiri (on acts that amend others). Quotations are between „
and “::

    Praamiseaduses tehakse järgmised muudatused:
    1) paragrahvi 5 lõikes 2 asendatakse sõna „…“ sõnaga „…“;       paragrahvi 5 lõikest 1 jäetakse välja sõnad „…“;
    2) paragrahvi 5 lõiget 1 täiendatakse pärast sõna „…“ sõnadega „…“;
    3) paragrahvi 5 lõige 2 muudetakse ja sõnastatakse järgmiselt: „(2) …“;
    4) paragrahvi 5 täiendatakse lõikega 3 järgmises sõnastuses: „(3) …“;
    5) seadust täiendatakse §-ga 5¹ järgmises sõnastuses: „§ 5¹. …“;
    6) paragrahvi 5 lõige 2 tunnistatakse kehtetuks;
"""

from __future__ import annotations

import re

from yange.law.aspects.amending import (
    AmendedClause,
    AmendingOperation,
    AmendingReading,
    ClausePart,
    Examples,
    InsertionPlace,
    Instruction,
    PartKind,
)
from yange.law.aspects.citations import Level
from yange.law.et.numbers import SIGN, SUPERSCRIPT, read_superscript
from yange.law.nested_amending import Said, SentenceForm, SpacedAmending, insertion, put_beside
from yange.law.numbers import read_number
from yange.law.packs import law_named
from yange.law.quoting import QUOTED, Quotations

__all__ = ["AMENDING"]

_Q = QUOTED
_N = rf"[0-9]{{1,4}}{SUPERSCRIPT}?"
_SIGN = r"(?:§(?:-[a-zõäöü]{1,4})? ?|[Pp]aragrahv[a-zõäöü]{0,5} )"
_LOIGE = "lõi(?:ge|ke|get|kes|kest|kele|kega)"
_PUNKT = "punkt(?:i|is|ist|iga|ile)?"
_REF = rf"(?:(?:käesoleva )?(?:seaduse |määruse )?{_SIGN}{_N}(?: {_LOIGE} {_N})?(?: {_PUNKT} {_N})?)"
_READ_REF = re.compile(
    rf"(?:käesoleva )?(?:seaduse |määruse )?{_SIGN}(?P<article>{_N})(?: {_LOIGE} (?P<loige>{_N}))?(?: {_PUNKT} "
    rf"(?P<punkt>{_N}))?"
)
_ONE_OF_LIST = rf"(?:{_REF}|(?:{_LOIGE}|{_PUNKT}) {_N})"
_REFS = rf"{_REF}(?:(?:, | ja | ning | ja {_SIGN}){_ONE_OF_LIST})*"
_KIND = r"(?:sõna|sõnad|sõnu|tekstiosa|tekstiosad|arv|arvu|arvud|number|lauseosa|tähis|lühend)"
_WITH = r"(?:sõnaga|sõnadega|tekstiosaga|arvuga|arvudega|numbriga|lauseosaga|tähisega|lühendiga)"
_PAIR = rf"(?:{_KIND} )?{_Q} (?:{_WITH} )?{_Q}"
_READ_PAIR = re.compile(rf"(?:{_KIND} )?(?P<was>{_Q}) (?:{_WITH} )?(?P<now>{_Q})")
_EACH = "(?P<every> läbivalt| kõigis käänetes)?"
_READS = r"(?:muudetakse ja sõnastatakse|sõnastatakse) järgmiselt"


def _clause(ref: str) -> AmendedClause | None:
    match = _READ_REF.fullmatch(ref.strip())
    if match is None:
        return None
    steps = [f"§ {match['article']}"]
    steps += [f"lõige {match['loige']}"] if match["loige"] else []
    steps += [f"punkt {match['punkt']}"] if match["punkt"] else []
    return AmendedClause(" ".join(steps))


def _clauses(refs: str) -> list[AmendedClause] | None:
    """Return the clauses of a list; a lõige or punkt alone belongs to the § before it."""
    found: list[AmendedClause] = []
    for ref in re.split(r", | ja | ning ", refs):
        named = _clause(ref)
        if named is None and found:
            step, number = ref.split(" ", 1)
            word = "lõige" if step.startswith("lõi") else "punkt"
            kept = re.sub(rf" {word} .*$", "", found[-1].clause)
            named = AmendedClause(f"{kept} {word} {number}")
        if named is None:
            return None
        found.append(named)
    return found


def _made(
    operation: AmendingOperation, said: Said, target: AmendedClause, was: str = "", now: str = "", every: bool = False
) -> Instruction:
    return Instruction(
        operation=operation, line=said.line, clause=target.clause, parts=target.parts, was=was, now=now, every=every
    )


def _targets(match: re.Match[str]) -> list[AmendedClause] | None:
    return _clauses(match["refs"]) if match["refs"] else [AmendedClause()]


def _replace(match: re.Match[str], said: Said) -> AmendingReading | None:
    targets, of = _targets(match), said.masked.of
    if targets is None:
        return None
    every = bool(match["every"]) or not match["refs"]
    return AmendingReading(
        tuple(
            _made(AmendingOperation.REPLACE, said, target, of(pair["was"]), of(pair["now"]), every)
            for target in targets
            for pair in _READ_PAIR.finditer(match["pairs"])
        )
    )


def _beside(match: re.Match[str], said: Said) -> AmendingReading | None:
    targets, was, new = _targets(match), said.masked.of(match["was"]), said.masked.of(match["now"])
    if targets is None:
        return None
    now = put_beside(was, new) if match["where"] == "pärast" else put_beside(new, was)
    return AmendingReading(tuple(_made(AmendingOperation.REPLACE, said, target, was, now) for target in targets))


def _gone_words(match: re.Match[str], said: Said) -> AmendingReading | None:
    targets = _targets(match)
    if targets is None:
        return None
    quoted = re.findall(_Q, match["gone"])
    return AmendingReading(
        tuple(
            _made(AmendingOperation.REMOVE, said, target, said.masked.of(one)) for target in targets for one in quoted
        )
    )


def _rewrite(match: re.Match[str], said: Said) -> AmendingReading | None:
    target = _clause(match["ref"])
    if target is None:
        return None
    if match["title"]:
        target = AmendedClause(target.clause, (ClausePart(PartKind.HEADING, "pealkiri"),))
    return AmendingReading((_made(AmendingOperation.REWRITE, said, target, now=said.masked.of(match["now"])),))


def _insert(match: re.Match[str], said: Said) -> AmendingReading | None:
    """Read a new clause; the number in the quotation must be the one that the sentence names."""
    now = said.masked.of(match["now"])
    first = read_number(now, law=law_named("et"))
    named = re.fullmatch(rf"([0-9]+)({SUPERSCRIPT})?", match["n"])
    if first is None or named is None or first.value != (int(named[1]), *read_superscript(named[2])):
        return None
    if match["unit"].startswith("§"):
        if first.style != SIGN:
            return None
        made = insertion(
            AmendedClause(), Level.ARTICLE, InsertionPlace.BY_NUMBER, now, said.line, first.bare.rstrip(".")
        )
        return AmendingReading((made,))
    parent = _clause(match["ref"]) if match["ref"] else None
    if parent is None or first.style == SIGN:
        return None
    return AmendingReading((insertion(parent, Level.ITEM, InsertionPlace.END, now, said.line, first.raw.strip()),))


def _remove(match: re.Match[str], said: Said) -> AmendingReading | None:
    targets = _clauses(match["refs"])
    if targets is None:
        return None
    return AmendingReading(tuple(_made(AmendingOperation.REMOVE, said, target) for target in targets))


def _remove_range(match: re.Match[str], said: Said) -> AmendingReading:
    removal = Instruction(
        operation=AmendingOperation.REMOVE,
        line=said.line,
        clause=f"§ {match['first']}",
        until=AmendedClause(f"§ {match['last']}"),
    )
    return AmendingReading((removal,))


def _instrument(match: re.Match[str], said: Said) -> AmendingReading:
    return AmendingReading(opened=AmendedClause(), instrument=match["instrument"].strip())


AMENDING = SpacedAmending(
    examples=Examples(
        replace="Paragrahvi 3 lõikes 1 asendatakse sõna „…“ sõnaga „…“.",
        every="läbivalt",
        item="§ 5 lõige 2 punkt 3",
        relabel="Paragrahv 6 muudetakse ja sõnastatakse järgmiselt: „§ 7. …“",
        renumber="Paragrahv 6 muudetakse ja sõnastatakse järgmiselt: „§ 7. …“",
        behind="Seadust täiendatakse §-ga 3¹ järgmises sõnastuses: „§ 3¹. …“",
        place="§-ga 3¹",
        numbered="Seadust täiendatakse §-ga 3¹ järgmises sõnastuses: „§ 3¹. …“",
        number="§ 3¹",
        item_number="Paragrahvi 5 täiendatakse lõikega 3 järgmises sõnastuses: „(3) …“",
        insert_item="Paragrahvi 5 täiendatakse lõikega 3 järgmises sõnastuses: „(3) …“",
        inserted="3¹",
    ),
    marks=Quotations({"„": "“”", "“": "”"}),
    verbs=re.compile(
        r"asendatakse|täiendatakse|jäetakse välja|sõnastatakse|tunnistatakse kehtetuks|tehakse järgmised muudatused"
        r"|muudetakse järgmiselt"
    ),
    entries=re.compile(
        rf"(?:(§ ?[0-9]{{1,3}}{SUPERSCRIPT}?\. ?(?=[A-ZÕÄÖÜ]))|(\([0-9]{{1,3}}\) ?)|([0-9]{{1,3}}{SUPERSCRIPT}?\) ?))"
    ),
    breaks=re.compile("(?!)"),
    halves=re.compile(r" ja (?=täiendatakse )| ning (?=täiendatakse )"),
    forms=(
        SentenceForm(
            re.compile(
                rf"(?:(?P<refs>{_REFS})|[Ss]eaduses|[Mm]ääruses|[Ss]eaduse tekstis"
                rf"|[Mm]ääruse tekstis){_EACH} asendatakse"
                rf"(?: läbivalt)? (?P<pairs>{_PAIR}(?:(?:, | ja | ning ){_PAIR})*)(?: vastavas käändes)?"
            ),
            _replace,
        ),
        SentenceForm(
            re.compile(
                rf"(?P<refs>{_REFS}) täiendatakse (?P<where>pärast|enne) {_KIND} (?P<was>{_Q}) {_WITH} (?P<now>{_Q})"
            ),
            _beside,
        ),
        SentenceForm(
            re.compile(
                rf"(?P<refs>{_REFS}) jäetakse välja (?P<gone>{_KIND} {_Q}(?:(?:, | ja | ning )(?:{_KIND} )?{_Q})*)"
            ),
            _gone_words,
        ),
        SentenceForm(
            re.compile(rf"(?P<ref>{_REF}) (?P<title>pealkiri )?(?:tekst )?{_READS}: ?(?P<now>{_Q})"), _rewrite
        ),
        SentenceForm(
            re.compile(
                rf"(?:(?P<ref>{_REF})|[Ss]eadust|[Mm]äärust) täiendatakse (?P<unit>lõikega|punktiga|§-ga) (?P<n>{_N})"
                rf"(?: järgmises sõnastuses)?: ?(?P<now>{_Q})"
            ),
            _insert,
        ),
        SentenceForm(re.compile(rf"§-d ?(?P<first>{_N})[–-](?P<last>{_N}) tunnistatakse kehtetuks"), _remove_range),
        SentenceForm(re.compile(rf"(?P<refs>{_REFS}) tunnistatakse kehtetuks"), _remove),
        SentenceForm(
            re.compile(r"(?P<instrument>[A-ZÕÄÖÜ][^⟦:;]{2,200}?)s tehakse järgmised muudatused:?"), _instrument
        ),
    ),
    article=re.compile(rf"§ ?{_N}(?![0-9])"),
    article_list=re.compile("§§|§-d"),
)
"""The amending sentences of Estonian."""
