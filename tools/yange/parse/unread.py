"""Lines that begin like a number and open no clause: a form that is not read is said, never taken for absent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yange.law import law_named
from yange.law.numbers import numbers_of
from yange.model import ClauseKind as Kind
from yange.model import Provisions
from yange.numbering import BLANKS
from yange.parse.evidence import begins_cleanly, closes_sentence
from yange.parse.markdown import blocks
from yange.parse.marks import Line, read_lines
from yange.parse.quotes import mark_quotations

__all__ = ["UnreadLine", "lacks_clauses", "unread_labels"]

_B = f"[{BLANKS}]"
_HAN = "〇○零一二三四五六七八九十百千两"
_D = r"[0-9０-９]"
_UNIT = (
    r"§{1,2}|Articles?|Art\.|Artículo|Artikel|Artigo|Articolo|Artykuł|Sections?|Sec\.|Rules?|Regulations?|Clause|Bye?-?law"
    r"|Order|Chapter|Part|Title|Schedule|Annex|Appendix|Paragraph|Kapitel|Abschnitt|Titel|Teil|Anlage|Chapitre|Titre"
    r"|Annexe|Capítulo|Capitolo|Título|Titolo|Sección|Sezione|Anexo|Anexa|Parágrafo|Disposición|Статья|Стаття|Глава|Раздел"
    r"|Розділ|Член|Члан|Пункт|Άρθρο|Madde|Điều|Chương|Pasal|Bab|Rozdział|Hlava|Člen|Článek|Článok|Članak|Straipsnis|Pants"
    r"|มาตรา|ข้อ|المادة|סעיף|अनुच्छेद|धारा"
)
_NUMERAL = (
    r"(?:[A-Z]{1,2}\.?[ \u00a0]?)?(?:[0-9๐-๙٠-٩]{1,5}|[IVXLC]{1,7}\b|premier|première|primero|único|única|unique)"
)
_LABEL = re.compile(
    rf"(?P<unit>(?:{_UNIT})[ \u00a0]{{0,2}}{_NUMERAL}[\w.\-–º°ª¹²³⁴-⁹]*)"
    rf"|(?P<han>第{_B}{{0,2}}(?:[{_HAN}]{{1,10}}|{_D}{{1,5}}){_B}{{0,2}}(?:编|編|章|节|節|条|條|款|项|項|目|号|號|部分)"
    rf"(?:[之の][{_HAN}]{{1,4}}|の{_D}{{1,3}})*)"
    rf"|(?P<korean>제{_B}?{_D}{{1,4}}{_B}?(?:조|장|절|관|편|항|호|목)(?:의{_D}{{1,3}})*)"
    rf"|(?P<listed>[（(〔［\[]?(?:[{_HAN}]{{1,4}}|{_D}{{1,3}}[A-Z]{{0,2}}|[甲乙丙丁戊己庚辛壬癸]|[가나다라마바사아자차카타파하])"
    rf"(?:[）)〕］\]]|[、．](?!{_D})|\.(?=[{BLANKS}]|[^\x00-\x7f]|[A-Z—–(]|$)))"
    rf"|(?P<letter>[（(](?:[A-Za-z]{{1,2}}|[ivxlIVXL]{{1,7}})[)）]|(?:[A-Za-z]|[ivxl]{{2,6}}|[IVXL]{{1,7}})[)）.．、](?={_B}))"
    r"|(?P<sign>[①-⑳⒈-⒛⑴-⒇㈠-㈩❶-❿➀-➓㊀-㊉Ⅰ-Ⅻⅰ-ⅻ㈎-㈛㉮-㉻🄀-🄊⓪])"
    rf"|(?P<dotted>(?:[A-Z][.．]{_D}{{1,3}}(?:[.．]{_D}{{1,3}}){{0,7}}|{_D}{{1,3}}(?:[.．]{_D}{{1,3}}){{1,7}})(?![0-9.．%％])(?=[{BLANKS}]|[^\W\d_]|$))"
    rf"|(?P<bare>{_D}{{1,3}}[A-Z]{{0,2}}(?=[{BLANKS}]))"
)
_GOES_ON = re.compile(
    r"[ \u00a0](?:Abs|Absatz|Satz|Nr)\b|[,;]|\s*[)）]|[ \u00a0]?\(\d{1,2}\)(?![ \u00a0][A-Z])"
    r"|(?:[款项項目]|の規定|의 규정)"
)
"""What goes on behind a reference."""
_LATIN = re.compile(r"[ \u00a0](?:bis|ter|quater|quinquies)\b")
_HAN_GOES_ON = re.compile(
    r"[的之、，,和与或及至到中]|规定|規定|所[列述称规]|第|修改|改为|增加|删去|作为|前款|以[上下内外]|除外|[。；]$|[两二三四五六七八九]款"
)
_SHORT = 30
_SHOWN = 24
_FEWEST = 5
_OF_ARTICLES = re.compile(
    r"(?:法|法典|条例|條例|办法|辦法|规定|規定|细则|規則|规则|章程|规程|準則|准则|规范|标准)(?:[（(][^（）()]*[）)])?$"
    r"|\b(?:Act|Code|Law|Rules|Regulations?|Ordinance|Directive|Charter|Statute|Bye?-?laws?)\b",
    re.I,
)
_APART = frozenset({Kind.TITLE, Kind.CAPTION, Kind.COVER, Kind.CLOSING, Kind.TABLE})
_OPENED = frozenset({Kind.ANNEX, Kind.NOTE})


@dataclass(frozen=True, slots=True)
class UnreadLine:
    """A line that begins like a number and opened no clause: its offset and words, its number and the kind of it.

    ``form`` is ``unit`` (Artículo 5), ``han`` (第二条の二), ``korean``, ``listed`` (1. （一）), ``letter``,
    ``sign`` (①), ``dotted`` (2.1.1) or ``bare`` (2).
    """

    start: int
    words: str
    label: str
    form: str


def unread_labels(provisions: Provisions) -> tuple[UnreadLine, ...]:
    """Return the lines that begin like a number in any script and opened no clause, in order of the text.

    Left out is what is no label beyond doubt: references, amounts, days, tables, quotations, the contents, the title
    block, the list of annexes, and lines in the middle of a sentence.
    """
    text = provisions.text
    lines = read_lines(text, blocks(text), numbers_of(law_named("zh-Hans"))) if provisions.root.children else []
    mark_quotations(lines)
    opened, apart = _places(provisions)
    return tuple(_found(lines, opened, apart))


def lacks_clauses(provisions: Provisions, title: str = "") -> bool:
    """Tell whether no clause was recognised in a text that should have some.

    Its title says that it is an instrument of articles, or its lines begin like numbers; a letter or a short notice has
    none to recognise.
    """
    if provisions.primary or not provisions.root.children:
        return False
    if unread_labels(provisions):
        return True
    own = next((c for c in provisions.root.children if c.kind is Kind.TITLE), None)
    printed = provisions.text[own.start : own.own_end].strip() if own else ""
    named = any(_OF_ARTICLES.search(name.strip()) for name in (title, printed) if name)
    paragraphs = sum(clause.kind in {Kind.PREAMBLE, Kind.PARAGRAPH} for clause in provisions.walk())
    return named and paragraphs >= 2


def _places(provisions: Provisions) -> tuple[frozenset[int], Sequence[tuple[int, int]]]:
    """Return where clauses were opened, and the spans in which nothing is a label; the contents are a long heading."""
    opened, apart = set(), []
    for clause in provisions.walk():
        if clause.number is not None or clause.kind in _OPENED:
            opened.add(clause.start)
        if clause.kind in _APART:
            apart.append((clause.start, clause.end))
        elif clause.kind is Kind.HEADING and "\n" in provisions.text[clause.start : clause.own_end].strip():
            apart.append((clause.start, clause.own_end))
    return frozenset(opened), apart


def _found(lines: Sequence[Line], opened: frozenset[int], apart: Sequence[tuple[int, int]]) -> Iterator[UnreadLine]:
    spans = iter(sorted(apart))
    span = next(spans, None)
    for at, line in enumerate(lines):
        start = line.block.start
        while span is not None and span[1] <= start:
            span = next(spans, None)
        aside = span is not None and span[0] <= start
        if aside or start in opened or line.is_quoted(0) or line.plain.startswith("|"):
            continue
        match = _LABEL.match(line.plain)
        if match and not _is_other(lines, at, match):
            form = match.lastgroup or ""
            yield UnreadLine(line.block.content, line.plain[: match.end() + _SHOWN], match[0].strip(), form)


def _is_other(lines: Sequence[Line], at: int, match: re.Match[str]) -> bool:
    """Tell whether what looks like a label is none: a reference, an amount, or the middle of a sentence."""
    line, form, end = lines[at], match.lastgroup, match.end()
    if not _begins(lines, at) or any(line.refers(number) for number in line.numbers()):
        return True
    if form == "unit":
        small = line.plain[end : end + 2].strip()[:1].islower() and not match[0].endswith(".")
        return _GOES_ON.match(line.plain, end) is not None or (small and not _LATIN.match(line.plain, end))
    if form in {"han", "korean"}:
        return (_HAN_GOES_ON if form == "han" else _GOES_ON).match(line.plain, end) is not None
    if form in {"dotted", "bare"}:
        rest = line.plain[end:].strip()
        worded = bool(rest) and (rest[0].isalpha() or rest[0] in '“"「《（([—')
        return not worded or line.reader.measured(line.plain, end) or (form == "bare" and rest[0].islower())
    return False


def _begins(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line begins a paragraph and the line above ends one, or is short as a heading is."""
    if at == 0 or not begins_cleanly(lines, at):
        return at == 0
    above = lines[at - 1]
    if above.block.level or closes_sentence(above.plain) or above.plain[-1] in "：:":
        return True
    return len(above.plain) <= _SHORT and above.plain[-1] not in "，、,"
