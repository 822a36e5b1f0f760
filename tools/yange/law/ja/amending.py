"""Read the amending sentences of Japanese acts and ordinances (一部改正).

The forms are those of 法制執務 (改め文): the words that change are between 「 and 」, and new provisions stand below
the sentence::

    第五条第二項中「甲」を「乙」に、「丙」を「丁」に改める。         第五条中「甲」を削る。
    第五条中「甲」の下に「乙」を加える。                             第七条及び第八条を削る。
    第五条を次のように改める。                                       第四条の次に次の一条を加える。
    第五条に次の一項を加える。                                       第六条を第七条とし、第五条を第六条とする。

同条 and 同項 are the clause of the change before. 本則, 題名 and 目次 name no clause and are not read, nor are
articles that move by one (一条ずつ繰り下げ): the sentence is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yange.law.announced_amending import AnnouncedAmending
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
from yange.law.ja.numbers import BRANCHES, NUMERAL
from yange.law.ja.numerals import read_japanese_numeral
from yange.law.nested_amending import Said, SentenceForm
from yange.law.quoting import QUOTED, Quotations

__all__ = ["AMENDING"]

_BRANCHES = f"{BRANCHES}{{0,4}}"
_ARTICLE = rf"第{NUMERAL}条{_BRANCHES}"
_PARAGRAPH = rf"第{NUMERAL}項"
_ITEM = rf"第{NUMERAL}号{_BRANCHES}"
_PIECE = "ただし書|本文|[前中後]段|各号列記以外の部分|の?見出し"
_REF = rf"(?:附則)?(?:{_ARTICLE}|同条|同項)(?:{_PARAGRAPH})?(?:{_ITEM})?(?:{_PIECE})?|附則{_PARAGRAPH}"
_READ_REF = re.compile(
    rf"(?P<article>附則(?=第{NUMERAL}[条項])|)(?P<first>{_ARTICLE}|同条|同項|)(?P<rest>(?:{_PARAGRAPH})?(?:{_ITEM})?)"
    rf"(?P<piece>(?:{_PIECE})?)"
)
_Q = QUOTED
_PAIR = re.compile(rf"(?P<was>{_Q})を(?P<now>{_Q})に")
_PAIRS = rf"{_Q}を{_Q}に(?:、{_Q}を{_Q}に)*"
_GONE = rf"{_Q}(?:(?:、|及び|並びに){_Q})*"
_LIST = rf"(?:{_REF})(?:(?:、|及び|並びに)(?:{_REF}))*"
_UNITS = {"条": Level.ARTICLE, "項": Level.ITEM, "号": Level.ITEM}
_SPLIT = re.compile("、|及び|並びに")
_ARTICLE_LINE = re.compile(_ARTICLE)
_FIRST = re.compile(
    rf"(?P<label>{_ARTICLE}|[0-9０-９]{{1,3}}(?:の[0-9０-９]{{1,2}})?|{NUMERAL}{_BRANCHES})(?=[\s\u3000]|$)"
)


def _clause(ref: str, within: AmendedClause | None) -> AmendedClause | None:
    """Return the clause that words name, 同条 and 同項 by the clause before; ``None`` if there is none."""
    match = _READ_REF.fullmatch(ref)
    if match is None:
        return None
    first, rest = match["first"], match["rest"]
    if first.startswith("同"):
        before = _READ_REF.fullmatch(within.clause) if within is not None else None
        if before is None or not before["first"]:
            return None
        paragraph = re.match(_PARAGRAPH, before["rest"])
        if first == "同項" and paragraph is None:
            return None
        kept = paragraph[0] if first == "同項" and paragraph else ""
        clause = f"{before['article']}{before['first']}{kept}{rest}"
    else:
        clause = f"{match['article']}{first}{rest}"
    piece = match["piece"]
    kind = PartKind.HEADING if piece.endswith("見出し") else PartKind.SOMEWHERE
    return AmendedClause(clause, (ClausePart(kind, piece),) if piece else ())


def _made(operation: AmendingOperation, target: AmendedClause, line: int, was: str = "", now: str = "") -> Instruction:
    return Instruction(operation=operation, line=line, clause=target.clause, parts=target.parts, was=was, now=now)


def _replace(match: re.Match[str], said: Said) -> AmendingReading | None:
    target = _clause(match["ref"], said.within)
    if target is None:
        return None
    of = said.masked.of
    return AmendingReading(
        tuple(
            _made(AmendingOperation.REPLACE, target, said.line, of(pair["was"]), of(pair["now"]))
            for pair in _PAIR.finditer(match["pairs"])
        )
    )


def _remove_words(match: re.Match[str], said: Said) -> AmendingReading | None:
    target = _clause(match["ref"], said.within)
    if target is None:
        return None
    gone = re.findall(_Q, match["gone"])
    return AmendingReading(
        tuple(_made(AmendingOperation.REMOVE, target, said.line, said.masked.of(one)) for one in gone)
    )


def _add_words(match: re.Match[str], said: Said) -> AmendingReading | None:
    target = _clause(match["ref"], said.within)
    if target is None:
        return None
    was, new = said.masked.of(match["was"]), said.masked.of(match["now"])
    return AmendingReading((_made(AmendingOperation.REPLACE, target, said.line, was, was + new),))


def _rewrite(match: re.Match[str], said: Said) -> AmendingReading | None:
    target = _clause(match["ref"], said.within)
    if target is None:
        return None
    now = said.masked.of(match["now"])
    return AmendingReading((_made(AmendingOperation.REWRITE, target, said.line, now=now),))


def _label(now: str, unit: str) -> str:
    """Return the number with which new text begins, below the caption of an article if it has one."""
    for line in now.split("\n"):
        match = (_ARTICLE_LINE if unit == "条" else _FIRST).match(line.strip())
        if match is not None:
            return match[0]
        if unit != "条":
            break
    return ""


def _insert(match: re.Match[str], said: Said) -> AmendingReading | None:
    target = _clause(match["ref"], said.within)
    now, unit = said.masked.of(match["now"]), match["unit"]
    label = _label(now, unit)
    several = match["count"] not in ("一", "1", "１")
    if target is None or target.parts or not label or several:
        return None
    place = InsertionPlace.AFTER if "の次に" in match["how"] else InsertionPlace.END
    if place is InsertionPlace.END and unit == "条":
        return None
    return AmendingReading(
        (
            Instruction(
                operation=AmendingOperation.INSERT,
                line=said.line,
                clause=target.clause,
                now=now,
                label=label,
                unit=_UNITS[unit],
                place=place,
            ),
        )
    )


def _remove(match: re.Match[str], said: Said) -> AmendingReading | None:
    return _all_removed(tuple(_targets(match["refs"], said.within)), said.line)


def _targets(refs: str, within: AmendedClause | None) -> Iterator[AmendedClause | None]:
    for ref in _SPLIT.split(refs):
        within = _clause(ref, within)
        yield within


def _all_removed(targets: tuple[AmendedClause | None, ...], line: int) -> AmendingReading | None:
    found = [target for target in targets if target is not None and not target.parts]
    if len(found) < len(targets):
        return None
    return AmendingReading(tuple(_made(AmendingOperation.REMOVE, target, line) for target in found))


def _remove_range(match: re.Match[str], said: Said) -> AmendingReading | None:
    first = _clause(match["first"], said.within)
    last = _clause(match["last"], first)
    if first is None or last is None or first.parts or last.parts:
        return None
    removal = Instruction(operation=AmendingOperation.REMOVE, line=said.line, clause=first.clause, until=last)
    return AmendingReading((removal,))


def _relabel(match: re.Match[str], said: Said) -> AmendingReading | None:
    target = _clause(match["ref"], said.within)
    if target is None or target.parts:
        return None
    label = _last_part(match["label"])
    if label is None or ("条" in label) is not bool(re.fullmatch(f"(?:附則)?{_ARTICLE}", target.clause)):
        return None
    return AmendingReading(
        (Instruction(operation=AmendingOperation.RELABEL, line=said.line, clause=target.clause, label=label),)
    )


def _last_part(ref: str) -> str | None:
    """Return a new number as a text prints it: 第七条, 3 of 同条第三項, 三 of 第三号."""
    match = re.fullmatch(rf"(?:{_ARTICLE}|同条|同項)?(?:{_PARAGRAPH})?第(?P<item>{NUMERAL})号(?P<of>{_BRANCHES})", ref)
    if match is not None:
        return f"{match['item']}{match['of']}"
    match = re.fullmatch(rf"(?:{_ARTICLE}|同条)?第(?P<paragraph>{NUMERAL})項", ref)
    if match is not None:
        value = read_japanese_numeral(match["paragraph"])
        return str(value) if value is not None else None
    return ref if re.fullmatch(_ARTICLE, ref) else None


_REWRITE = rf"(?P<ref>{_REF})を次のように改め(?:る)?(?P<now>{_Q})"
_INSERT = (
    rf"(?P<ref>{_REF})(?P<how>の次に|に)次の(?P<count>[一二三四五六七八九十]{{1,2}}|[0-9０-９]{{1,2}})(?P<unit>[条項号])を加え"
    rf"(?:る)?(?P<now>{_Q})"
)

AMENDING = AnnouncedAmending(
    examples=Examples(
        replace="第三条中「甲」を「乙」に改める。",
        every="an instruction for each place",
        item="第五条第二項第三号",
        relabel="第六条を第七条とする。",
        renumber="第六条を第七条とし、第五条を第六条とする。",
        behind="第三条の次に次の一条を加える。",
        place="第三条の次に",
        numbered="第三条の次に次の一条を加える。 with 第三条の二 below it",
        number="第三条の二",
        item_number="四",
        insert_item="第五条に次の一号を加える。 with 四 below it",
        inserted="の二",
    ),
    marks=Quotations({"「": "」", "『": "』"}),
    verbs=re.compile(
        rf"(?:{_REF}|別表[^。⟦]{{0,40}}?|題名|目次|本則)"
        rf"(?:中|を|に次の|の次に次の|の前に次の|の見出し|から{_REF}までを|(?:、|及び|並びに)(?:{_REF}))"
        "[^。]*(?:改める|削る|加える|とする|繰り下げる|繰り上げる)"
    ),
    entries=re.compile(
        r"([0-9０-９]{1,3}[\s\u3000.．][\s\u3000]*)|([（(][0-9０-９一二三四五六七八九十]{1,3}[）)][\s\u3000]*)"
    ),
    breaks=re.compile("(?!)"),
    halves=re.compile("(?!)"),
    announces=re.compile(r"(?:を次のように改める|次の[一二三四五六七八九十0-9０-９]{1,2}[条項号]を加える)$"),
    links=re.compile(r"(?<=改め)、|(?<=削り)、|(?<=加え)、|(?<=とし)、"),
    forms=(
        SentenceForm(re.compile(rf"(?P<ref>{_REF})中(?P<pairs>{_PAIRS})改め(?:る)?"), _replace),
        SentenceForm(re.compile(rf"(?P<ref>{_REF})中(?P<gone>{_GONE})を削(?:り|る)"), _remove_words),
        SentenceForm(re.compile(rf"(?P<ref>{_REF})中(?P<was>{_Q})の下に(?P<now>{_Q})を加え(?:る)?"), _add_words),
        SentenceForm(re.compile(_REWRITE), _rewrite),
        SentenceForm(re.compile(_INSERT), _insert),
        SentenceForm(re.compile(rf"(?P<first>{_REF})から(?P<last>{_REF})までを削(?:り|る)"), _remove_range),
        SentenceForm(re.compile(rf"(?P<refs>{_LIST})を削(?:り|る)"), _remove),
        SentenceForm(re.compile(rf"(?P<ref>{_REF})を(?P<label>{_REF}|{_PARAGRAPH}|{_ITEM})と(?:し|する)"), _relabel),
    ),
    article=re.compile(_ARTICLE),
    article_list=re.compile(rf"第{NUMERAL}条{_BRANCHES}(?:、|及び|並びに|から)第?{NUMERAL}条"),
)
