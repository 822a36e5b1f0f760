"""Read the amending sentences of Korean acts, decrees and ordinances (일부개정).

The forms are those of 법령 입안·심사 기준 (Ministry of Government Legislation, part 5, 개정문): the words that
change are in quotation marks, and new provisions stand below the sentence::

    제5조제2항 중 “갑”을 “을”로, “병”을 “정”으로 한다.        제5조 중 “갑”을 삭제한다.
    제5조제1항을 다음과 같이 한다.                            제3조의2를 다음과 같이 신설한다.
    제5조에 제3항을 다음과 같이 신설한다.                     제7조를 삭제한다.
    제6조를 제7조로 하고, 제5조를 제6조로 한다.               제5조의 제목 “갑”을 “을”로 한다.

같은 조, 같은 항 and 같은 호 are the clause of the change before. Several provisions that are new or move at once
(각각) are not read: the sentence is reported.
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
from yange.law.ko.numbers import BRANCHES, CIRCLES, SYLLABLES
from yange.law.nested_amending import Said, SentenceForm
from yange.law.quoting import QUOTED, Quotations

__all__ = ["AMENDING"]

_ARTICLE = rf"제\d{{1,4}}조(?:{BRANCHES}){{0,2}}"
_PARAGRAPH = r" ?제\d{1,3}항"
_ITEM = rf" ?제\d{{1,3}}호(?:{BRANCHES}){{0,2}}"
_SUBITEM = rf" ?[{SYLLABLES}]목"
_PIECE = r"(?:의 제목| ?각 호 외의 부분| ?각 목 외의 부분)?(?: ?(?:본문|단서|전단|후단))?"
_FIRST = rf"(?:{_ARTICLE}|같은 [조항호])"
_REF = rf"{_FIRST}(?:{_PARAGRAPH})?(?:{_ITEM})?(?:{_SUBITEM})?{_PIECE}"
_READ_REF = re.compile(
    rf"(?P<first>{_FIRST})(?P<paragraph>(?:{_PARAGRAPH})?)(?P<item>(?:{_ITEM})?)(?P<subitem>(?:{_SUBITEM})?)"
    rf"(?P<piece>{_PIECE})"
)
_Q = QUOTED
_PAIR = re.compile(rf"(?P<was>{_Q})[을를] (?P<every>각각 )?(?P<now>{_Q})(?:으로|로)")
_PAIRS = rf"{_Q}[을를] (?:각각 )?{_Q}(?:으로|로)(?:, {_Q}[을를] (?:각각 )?{_Q}(?:으로|로))*"
_END = "(?:한다|하고|하며)"
_DELETE = "삭제(?:한다|하고|하며)"
_NEW = "(?:신설|추가)(?:한다|하고|하며)"
_AND = re.compile(" 및 |, |ㆍ|·")


def _clause(ref: str, within: AmendedClause | None) -> AmendedClause | None:
    """Return the clause that words name, 같은 조 by the clause before; ``None`` if there is none."""
    match = _READ_REF.fullmatch(ref.strip())
    if match is None:
        return None
    first, paragraph, item = match["first"], match["paragraph"].strip(), match["item"].strip()
    if first.startswith("같은"):
        before = _READ_REF.fullmatch(within.clause) if within is not None else None
        if before is None:
            return None
        kept = {"조": 0, "항": 1, "호": 2}[first[-1]]
        steps = (before["paragraph"], before["item"])
        if kept and not steps[kept - 1]:
            return None
        first = before["first"] + "".join(steps[:kept])
    clause = f"{first}{paragraph}{item}{match['subitem'].strip()}"
    piece = match["piece"].strip()
    kind = PartKind.HEADING if piece == "의 제목" else PartKind.SOMEWHERE
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
            Instruction(
                operation=AmendingOperation.REPLACE,
                line=said.line,
                clause=target.clause,
                parts=target.parts,
                was=of(pair["was"]),
                now=of(pair["now"]),
                every=bool(pair["every"]),
            )
            for pair in _PAIR.finditer(match["pairs"])
        )
    )


def _rename(match: re.Match[str], said: Said) -> AmendingReading | None:
    """Read a new heading of an article, which is printed in brackets behind the number."""
    target = _clause(match["ref"], said.within)
    if target is None:
        return None
    was, now = (f"({said.masked.of(match[name])})" for name in ("was", "now"))
    return AmendingReading((_made(AmendingOperation.REPLACE, target, said.line, was, now),))


def _remove_words(match: re.Match[str], said: Said) -> AmendingReading | None:
    target = _clause(match["ref"], said.within)
    if target is None:
        return None
    return AmendingReading((_made(AmendingOperation.REMOVE, target, said.line, said.masked.of(match["gone"])),))


def _rewrite(match: re.Match[str], said: Said) -> AmendingReading | None:
    target = _clause(match["ref"], said.within)
    if target is None:
        return None
    return AmendingReading((_made(AmendingOperation.REWRITE, target, said.line, now=said.masked.of(match["now"])),))


def _insert(match: re.Match[str], said: Said) -> AmendingReading | None:
    """Read a new provision; the number below the sentence must be the one that the sentence names."""
    target = _clause(match["ref"], said.within)
    if target is None or target.parts:
        return None
    if match["inner"]:
        target = AmendedClause(f"{target.clause}{match['inner'].replace(' ', '')}")
    now = said.masked.of(match["now"])
    named = _READ_REF.fullmatch(target.clause)
    label = _label(now, named) if named else None
    if named is None or label is None:
        return None
    whole = target.clause == named["first"]
    parent = "" if whole else target.clause[: target.clause.rindex("제" if not named["subitem"] else named["subitem"])]
    return AmendingReading(
        (
            Instruction(
                operation=AmendingOperation.INSERT,
                line=said.line,
                clause=parent,
                now=now,
                label=label,
                unit=Level.ARTICLE if whole else Level.ITEM,
                place=InsertionPlace.BY_NUMBER if whole else InsertionPlace.END,
            ),
        )
    )


def _label(now: str, named: re.Match[str]) -> str | None:
    """Return the printed number of the first line, if it is the named one: ③ for 제3항, 4. for 제4호, 나. for 나목."""
    first, wanted = now.lstrip(), _printed_label(named)
    if wanted is None:
        return None
    follows = first[len(wanted) : len(wanted) + 1]
    return wanted if first.startswith(wanted) and not follows.isdigit() and follows != "의" else None


def _targets(refs: str, within: AmendedClause | None) -> Iterator[AmendedClause | None]:
    for ref in _AND.split(refs):
        within = _clause(ref, within)
        yield within


def _remove(match: re.Match[str], said: Said) -> AmendingReading | None:
    targets = tuple(_targets(match["refs"], said.within))
    found = [target for target in targets if target is not None and not target.parts]
    if len(found) < len(targets):
        return None
    return AmendingReading(tuple(_made(AmendingOperation.REMOVE, target, said.line) for target in found))


def _remove_range(match: re.Match[str], said: Said) -> AmendingReading | None:
    first = _clause(match["from"], said.within)
    last = _clause(match["to"], first)
    if first is None or last is None or first.parts or last.parts:
        return None
    removal = Instruction(operation=AmendingOperation.REMOVE, line=said.line, clause=first.clause, until=last)
    return AmendingReading((removal,))


def _relabel(match: re.Match[str], said: Said) -> AmendingReading | None:
    target, new = _clause(match["ref"], said.within), _clause(match["label"], said.within)
    old = _READ_REF.fullmatch(target.clause) if target is not None else None
    named = _READ_REF.fullmatch(new.clause) if new is not None else None
    if target is None or old is None or named is None or target.parts or (new is not None and new.parts):
        return None
    if [bool(old[unit]) for unit in _STEPS] != [bool(named[unit]) for unit in _STEPS]:
        return None
    label = _printed_label(named)
    if label is None:
        return None
    relabelled = Instruction(operation=AmendingOperation.RELABEL, line=said.line, clause=target.clause, label=label)
    return AmendingReading((relabelled,))


_STEPS = ("paragraph", "item", "subitem")


def _printed_label(named: re.Match[str]) -> str | None:
    """Return the number of the innermost clause that is named, as a text prints it: ③ of 제5조제3항, 4. of 제4호.

    ``None`` for a 항 that no circled number prints (0, or over 50).
    """
    if named["subitem"]:
        return f"{named['subitem'].strip()[0]}."
    if named["item"]:
        return named["item"].strip().removeprefix("제").replace("호", "") + "."
    if named["paragraph"]:
        value = int(re.sub(r"\D", "", named["paragraph"]))
        return CIRCLES[value - 1] if 0 < value <= len(CIRCLES) else None
    return str(named["first"])


_INNER = rf"(?:{_PARAGRAPH})?(?:{_ITEM})?(?:{_SUBITEM})?"
_OR = rf"(?:(?: 및 |, |ㆍ|·)(?:{_REF}))*"

AMENDING = AnnouncedAmending(
    examples=Examples(
        replace="제3조 중 “갑”을 “을”로 한다.",
        every="각각",
        item="제5조제2항제3호",
        relabel="제6조를 제7조로 한다.",
        renumber="제6조를 제7조로 하고, 제5조를 제6조로 한다.",
        behind="제3조의2를 다음과 같이 신설한다.",
        place="제3조의2",
        numbered="제3조의2를 다음과 같이 신설한다.",
        number="제3조의2",
        item_number="4.",
        insert_item="제5조에 제4호를 다음과 같이 신설한다.",
        inserted="의2",
    ),
    marks=Quotations({"“": "”", "‘": "’", "「": "」"}),
    verbs=re.compile(
        rf"(?:{_REF})(?: 중 |[을를] |에 제|부터 {_REF}까지|의 제목|(?: 및 |, |ㆍ|·){_REF})[^.]*한다"
        rf"|(?:{_REF}) ⟦0⟧[을를] [^.]*한다"
    ),
    entries=re.compile(r"(\d{1,3}\. ?|[①-⑳] ?)|([가-하]\. )"),
    breaks=re.compile("(?!)"),
    halves=re.compile("(?!)"),
    announces=re.compile(r"다음과 같이 (?:한다|개정한다|신설한다|추가한다)$"),
    links=re.compile(r"(?<=하고), ?|(?<=하며), ?"),
    forms=(
        SentenceForm(re.compile(rf"(?P<ref>{_REF}) 중 (?P<pairs>{_PAIRS}) {_END}"), _replace),
        SentenceForm(
            re.compile(rf"(?P<ref>{_FIRST})의 제목 (?P<was>{_Q})[을를] (?P<now>{_Q})(?:으로|로) {_END}"), _rename
        ),
        SentenceForm(re.compile(rf"(?P<ref>{_REF}) 중 (?P<gone>{_Q})[을를] {_DELETE}"), _remove_words),
        SentenceForm(
            re.compile(rf"(?P<ref>{_REF})(?:에 (?P<inner>{_INNER}))?[을를] 다음과 같이 {_NEW}(?P<now>{_Q})"), _insert
        ),
        SentenceForm(re.compile(rf"(?P<ref>{_REF})[을를] 다음과 같이 (?:{_END}|개정{_END})(?P<now>{_Q})"), _rewrite),
        SentenceForm(re.compile(rf"(?P<from>{_REF})부터 (?P<to>{_REF})까지를 (?:각각 )?{_DELETE}"), _remove_range),
        SentenceForm(re.compile(rf"(?P<refs>{_REF}{_OR})[을를] (?:각각 )?{_DELETE}"), _remove),
        SentenceForm(re.compile(rf"(?P<ref>{_REF})[을를] (?P<label>{_REF})(?:으로|로) {_END}"), _relabel),
    ),
    article=re.compile(_ARTICLE),
    article_list=re.compile(rf"제\d{{1,4}}조(?:{BRANCHES})?(?:부터| 및 |, ?|ㆍ|·)제?\d{{1,4}}조"),
)
