"""Read the amending sentences of Vietnamese laws and decrees, one change in each khoản or điểm.

The forms are those of the decrees on form (Nghị định 34/2016/NĐ-CP, annex; Nghị định 78/2025/NĐ-CP, on laws that amend
others). Quotations are between “ and ”::

    Sửa đổi, bổ sung khoản 2 Điều 5 như sau: “2. …”          Sửa đổi, bổ sung một số khoản của Điều 5 như sau:
    Bổ sung khoản 4 vào sau khoản 3 Điều 5 như sau: “4. …”   Bổ sung Điều 5a vào sau Điều 5 như sau: “Điều 5a. …”
    Thay thế cụm từ “…” bằng cụm từ “…” tại Điều 5, khoản 1 Điều 6
    Bổ sung cụm từ “…” vào sau cụm từ “…” tại Điều 5         Bỏ cụm từ “…” tại Điều 5
    Bãi bỏ khoản 3 Điều 7, Điều 8 và các điều 10, 11         Sửa đổi, bổ sung tên Điều 5 như sau: “…”
    Sửa đổi, bổ sung các khoản 1 và 2 Điều 5 như sau: “…”    Điều 5 được sửa đổi, bổ sung như sau: “…”

A điểm of a list below *Sửa đổi, bổ sung một số khoản của Điều 5* may leave out the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

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
from yange.law.nested_amending import Said, SentenceForm, SpacedAmending, insertion, put_beside, rewriting
from yange.law.numbers import read_number
from yange.law.packs import law_named
from yange.law.quoting import QUOTED, Quotations
from yange.law.vi.instruments import KIND
from yange.law.vi.numbers import ARTICLE
from yange.law.vi.spelling import composed, spelled

__all__ = ["AMENDING"]

_N = "[0-9]{1,4}[a-zđ]?"
_POINT = "(?:[Đđ]iểm [a-zđ][0-9]{0,2})"
_KHOAN = f"(?:[Kk]hoản {_N})"
_DIEU = f"(?:[Đđ]iều {_N})"
_SEVERAL = re.compile(
    rf"(?:[Cc]ác )?(?P<unit>[Đđ]iểm|[Kk]hoản|[Đđ]iều) (?P<list>(?:{_N}|[a-zđ][0-9]{{0,2}})(?:(?:, | và "
    rf"|, và )(?:{_N}|[a-zđ][0-9]{{0,2}}))+)"
    rf"(?![\w/])(?P<outer>(?: {_KHOAN})?(?: {_DIEU})?)"
)
_REF = (
    f"(?:(?:{_POINT} )?(?:{_KHOAN} )?{_DIEU}|{_POINT} {_KHOAN}|{_POINT}|{_KHOAN}|[Cc]hương [IVXLC0-9]+"
    "|[Pp]hụ lục [IVXLC0-9]+)"
)
_ONE_OF_LIST = re.sub(r"\?P<(?:unit|list|outer)>", "?:", _SEVERAL.pattern)
_ENTRY = rf"(?>{_ONE_OF_LIST}|(?:các )?{_REF})"
_REFS = rf"{_ENTRY}(?:(?:, | và |; |, và ){_ENTRY})*+"
_AND = re.compile(r"; |, và |, | và ")
_Q = QUOTED
_WORD = "(?:các )?(?:cụm từ|từ|từ ngữ|nội dung|số)"
_PAIR = rf"(?:{_WORD} )?{_Q} (?:bằng|thành|bởi) (?:{_WORD} )?{_Q}"
_READ_PAIR = re.compile(rf"(?:{_WORD} )?(?P<was>{_Q}) (?:bằng|thành|bởi) (?:{_WORD} )?(?P<now>{_Q})")
_AT = rf"(?: (?:tại|trong|ở)(?: các)? (?P<refs>{_REFS}))?"
_HAS_ARTICLE = re.compile(r"[Đđ]iều |[Cc]hương |[Pp]hụ lục ")


def _clause(ref: str, within: AmendedClause | None) -> AmendedClause | None:
    """Return the clause that words name; without an article, one of the clause that the sentence above named."""
    if _HAS_ARTICLE.search(ref):
        return AmendedClause(ref)
    if within is None or not within.clause or within.parts:
        return None
    return AmendedClause(f"{ref} {within.clause}")


def _spelled_out(refs: str) -> str:
    """Return a list with the unit before each number: khoản 1, khoản 2 Điều 5 for các khoản 1 và 2 Điều 5."""

    def each(match: re.Match[str]) -> str:
        return ", ".join(f"{match['unit']} {one}{match['outer']}" for one in _AND.split(match["list"]))

    return re.sub(r"(?<!\w)[Cc]ác (?=[đk])", "", _SEVERAL.sub(each, refs))


def _clauses(refs: str, within: AmendedClause | None) -> list[AmendedClause] | None:
    """Return the clauses of a list: those without an article belong to the next that has one."""
    found: list[AmendedClause] = []
    outer = ""
    for ref in reversed(_AND.split(_spelled_out(refs))):
        article = re.search(rf"(?:{_KHOAN} )?{_DIEU}$", ref)
        if article is None and outer and not _HAS_ARTICLE.search(ref):
            steps = re.sub(rf"^{_KHOAN} ", "", outer) if re.match("[Kk]hoản", ref) or " khoản" in ref else outer
            ref = f"{ref} {steps}"
        named = _clause(ref, within)
        if named is None:
            return None
        outer = article[0] if article else outer
        found.append(named)
    return found[::-1]


def _rewrite(match: re.Match[str], said: Said) -> AmendingReading | None:
    target = _clause(match["ref"], said.within)
    if target is None:
        return None
    if match["piece"]:
        kind = PartKind.HEADING if match["piece"].startswith("tên") else PartKind.INTRODUCTION
        target = AmendedClause(target.clause, (ClausePart(kind, match["piece"].split(" của")[0].strip()),))
    rewritten = Instruction(
        operation=AmendingOperation.REWRITE,
        line=said.line,
        clause=target.clause,
        parts=target.parts,
        now=said.masked.of(match["now"]),
    )
    return AmendingReading((rewritten,))


def _rewrite_several(match: re.Match[str], said: Said) -> AmendingReading | None:
    """Read a quotation that prints several clauses anew: it takes the place of all of them."""
    targets = _clauses(match["refs"], said.within)
    if targets is None:
        return None
    return rewriting([(target, False) for target in targets], said.masked.of(match["now"]), said.line)


def _open(match: re.Match[str], said: Said) -> AmendingReading | None:
    target = _clause(match["ref"], said.within)
    return None if target is None else AmendingReading(opened=target)


def _instrument(match: re.Match[str], said: Said) -> AmendingReading:
    return AmendingReading(opened=AmendedClause(), instrument=match["instrument"].strip())


def _insert(match: re.Match[str], said: Said) -> AmendingReading | None:
    """Read a new clause; the number in the quotation must be the one that the sentence names."""
    after = _clause(match["after"], said.within) if match["after"] else None
    now, new = said.masked.of(match["now"]), match["new"]
    law = law_named("vi")
    first, named = read_number(now, law=law), re.sub(r"^\w+ ", "", new)
    if first is None or first.bare.rstrip(".:)").removeprefix("Điều ") != named:
        return None
    if new.lower().startswith("điều"):
        if first.style != ARTICLE or (match["after"] and after is None):
            return None
        target, place = (after, InsertionPlace.AFTER) if after else (AmendedClause(), InsertionPlace.BY_NUMBER)
        return AmendingReading((insertion(target, Level.ARTICLE, place, now, said.line, first.bare.rstrip(".:")),))
    if after is not None:
        made = insertion(after, Level.ITEM, InsertionPlace.AFTER, now, said.line, first.bare)
        return AmendingReading((made,))
    parent = _clause(match["parent"], said.within) if match["parent"] else said.within
    if parent is None or not parent.clause or parent.parts:
        return None
    return AmendingReading((insertion(parent, Level.ITEM, InsertionPlace.END, now, said.line, first.bare),))


def _changes(match: re.Match[str], said: Said, made: list[tuple[str, str]]) -> AmendingReading | None:
    """Return changes of words in each clause of a list; without a list, in the whole text."""
    targets = _clauses(match["refs"], said.within) if match["refs"] else [said.within or AmendedClause()]
    if targets is None:
        return None
    return AmendingReading(
        tuple(
            Instruction(
                operation=AmendingOperation.REPLACE if now else AmendingOperation.REMOVE,
                line=said.line,
                clause=target.clause,
                parts=target.parts,
                was=was,
                now=now,
                every=True,
            )
            for target in targets
            for was, now in made
        )
    )


def _replace(match: re.Match[str], said: Said) -> AmendingReading | None:
    of = said.masked.of
    return _changes(match, said, [(of(pair["was"]), of(pair["now"])) for pair in _READ_PAIR.finditer(match["pairs"])])


def _add_words(match: re.Match[str], said: Said) -> AmendingReading | None:
    beside, new = said.masked.of(match["beside"]), said.masked.of(match["new"])
    now = put_beside(beside, new) if match["where"] == "sau" else f"{new} {beside}"
    return _changes(match, said, [(beside, now)])


def _remove_words(match: re.Match[str], said: Said) -> AmendingReading | None:
    return _changes(match, said, [(said.masked.of(quoted), "") for quoted in re.findall(_Q, match["gone"])])


def _remove(match: re.Match[str], said: Said) -> AmendingReading | None:
    targets = _clauses(match["refs"], said.within)
    return None if targets is None else AmendingReading(tuple(_removals(targets, said.line)))


def _removals(targets: list[AmendedClause], line: int) -> Iterator[Instruction]:
    for target in targets:
        yield Instruction(operation=AmendingOperation.REMOVE, line=line, clause=target.clause)


_OF = rf"(?: của {KIND}(?: [^:⟦]{{0,160}})?)?"
_CHANGE = r"(?:[Ss]ửa đổi, bổ sung|[Ss]ửa đổi|[Bb]ổ sung|[Tt]hay thế)"

AMENDING = SpacedAmending(
    examples=Examples(
        replace="Thay thế cụm từ “…” bằng cụm từ “…” tại Điều 3",
        every="Thay thế cụm từ “…” bằng cụm từ “…”",
        item="điểm a khoản 2 Điều 5",
        relabel="Sửa đổi, bổ sung Điều 6 như sau: “Điều 7. …”",
        renumber="Sửa đổi, bổ sung Điều 6 như sau: “Điều 7. …”",
        behind="Bổ sung Điều 3a vào sau Điều 3 như sau: “Điều 3a. …”",
        place="vào sau Điều 3",
        numbered="Bổ sung Điều 3a vào sau Điều 3 như sau: “Điều 3a. …”",
        number="Điều 3a",
        item_number="Bổ sung khoản 4 vào sau khoản 3 Điều 5 như sau: “4. …”",
        insert_item="Bổ sung khoản 4 vào sau khoản 3 Điều 5 như sau: “4. …”",
        inserted="3a",
    ),
    marks=Quotations({"“": "”"}),
    verbs=re.compile(spelled(r"(?i:sửa đổi|bổ sung|thay thế|bãi bỏ|hủy bỏ|huỷ bỏ|(?<!\w)(?:bỏ|thay) (?:cụm )?từ)")),
    entries=re.compile(
        rf"(?:({spelled('Điều')} [0-9]{{1,3}}[a-z]?\.[ \u00a0]?)|([0-9]{{1,3}}[a-zđ]?\.[ \u00a0]?)"
        rf"|([a-zđ][0-9]?\)[ \u00a0]?))"
    ),
    breaks=re.compile("(?!)"),
    halves=re.compile("(?!)"),
    forms=(
        SentenceForm(
            re.compile(
                rf"{_CHANGE} (?P<piece>(?:tên|đoạn mở đầu) (?:của )?)?(?P<ref>{_REF}){_OF} như sau: ?(?P<now>{_Q})"
            ),
            _rewrite,
        ),
        SentenceForm(
            re.compile(
                rf"(?P<piece>[Tt]ên |[Đđ]oạn mở đầu )?(?P<ref>{_REF}){_OF} được sửa đổi"
                rf"(?:, bổ sung)? như sau: ?(?P<now>{_Q})"
            ),
            _rewrite,
        ),
        SentenceForm(
            re.compile(rf"{_CHANGE}(?: các)? (?P<refs>{_REFS}){_OF} như sau: ?(?P<now>{_Q})"), _rewrite_several
        ),
        SentenceForm(
            re.compile(rf"(?P<refs>{_REFS}){_OF} được sửa đổi(?:, bổ sung)? như sau: ?(?P<now>{_Q})"),
            _rewrite_several,
        ),
        SentenceForm(re.compile(rf"{_CHANGE} (?P<ref>{_REF}){_OF} như sau:?"), _open),
        SentenceForm(
            re.compile(
                rf"[Bb]ổ sung (?P<new>{_POINT}|{_KHOAN}|{_DIEU})(?: vào)? (?:sau|tiếp sau|ngay sau) (?P<after>{_REF})"
                rf"(?P<parent>(?!))?{_OF} như sau: ?(?P<now>{_Q})"
            ),
            _insert,
        ),
        SentenceForm(
            re.compile(
                rf"[Bb]ổ sung (?P<new>{_POINT}|{_KHOAN}|{_DIEU})(?P<after>(?!))?(?:(?: vào| của)? (?P<parent>{_REF}))?"
                rf"{_OF} như sau: ?(?P<now>{_Q})"
            ),
            _insert,
        ),
        SentenceForm(
            re.compile(
                rf"{_CHANGE}(?:, bãi bỏ)? một số (?:khoản|điểm|điểm, khoản|khoản, điểm|nội dung)(?: (?:của|tại))? "
                rf"(?P<ref>{_REF}){_OF}(?: như sau)?:?"
            ),
            _open,
        ),
        SentenceForm(
            re.compile(
                rf"{_CHANGE}(?:, (?:thay thế|bãi bỏ))?(?: cụm từ)?(?:,? bãi bỏ)? một số (?:[Đđ]iều|điều, khoản"
                rf"|điều, khoản, điểm"
                rf"|quy định)(?: (?:của|tại))? (?P<instrument>{KIND}[^:⟦]{{0,300}}?)(?: như sau)?:?"
            ),
            _instrument,
        ),
        SentenceForm(
            re.compile(rf"[Tt]hay(?: thế)? (?P<pairs>{_PAIR}(?:(?:, |; | và |, thay(?: thế)? ){_PAIR})*){_AT}{_OF}"),
            _replace,
        ),
        SentenceForm(
            re.compile(
                rf"[Bb]ổ sung (?:{_WORD} )?(?P<new>{_Q}) vào (?:ngay )?(?P<where>sau"
                rf"|trước) (?:{_WORD} )?(?P<beside>{_Q})"
                rf"{_AT}{_OF}"
            ),
            _add_words,
        ),
        SentenceForm(
            re.compile(rf"(?:[Bb]ỏ|[Bb]ãi bỏ) (?P<gone>(?:{_WORD} )?{_Q}(?:(?:, | và )(?:{_WORD} )?{_Q})*){_AT}{_OF}"),
            _remove_words,
        ),
        SentenceForm(re.compile(rf"(?:[Bb]ãi bỏ|[Hh]ủy bỏ|[Hh]uỷ bỏ)(?: các)? (?P<refs>{_REFS}){_OF}"), _remove),
    ),
    article=re.compile(rf"{spelled('Điều')} {_N}(?![A-Za-z0-9])"),
    article_list=re.compile(rf"{spelled('[Cc]ác điều')} [0-9]"),
    spelling=composed,
)
"""The amending sentences of Vietnamese."""
