"""Where clauses begin: blocks are read in order and the first character of every clause is marked.

The hard question is which number is a clause number. 第N条 counts only where N follows the last one and it stands at
the start of a line, after closing punctuation or after a heading; a cross-reference never does (measured on revisions
of Chinese laws: taking every 第N条 at a line start costs more than half of all correct alignments).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from yange.model import ClauseKind as Kind
from yange.numbering import ClauseNumber, NumberStyle, read_numbers
from yange.parse.markdown import Block, unescape_map

__all__ = ["RANKS", "Mark", "scan"]

_OUTLINE = {
    NumberStyle.HAN_COMMA: Kind.OUTLINE_1,
    NumberStyle.HAN_BRACKET: Kind.OUTLINE_2,
    NumberStyle.ARABIC_STOP: Kind.OUTLINE_3,
    NumberStyle.ARABIC_BRACKET: Kind.OUTLINE_4,
    NumberStyle.CIRCLED: Kind.OUTLINE_5,
}
_DIVISIONS = {
    NumberStyle.PART: Kind.PART,
    NumberStyle.EN_PART: Kind.PART,
    NumberStyle.CHAPTER: Kind.CHAPTER,
    NumberStyle.EN_CHAPTER: Kind.CHAPTER,
    NumberStyle.SECTION: Kind.SECTION,
    NumberStyle.EN_SECTION: Kind.SECTION,
}
_ITEMS = (
    NumberStyle.HAN_COMMA,
    NumberStyle.HAN_BRACKET,
    NumberStyle.ARABIC_STOP,
    NumberStyle.ARABIC_BRACKET,
    NumberStyle.CIRCLED,
    NumberStyle.LATIN_BRACKET,
    NumberStyle.ROMAN_BRACKET,
)
RANKS = {
    Kind.DOCUMENT: 0,
    Kind.ANNEX: 1,
    Kind.TITLE: 2,
    Kind.HEADING: 2,
    Kind.COVER: 2,
    Kind.CAPTION: 2,
    Kind.PREAMBLE: 2,
    Kind.CLOSING: 2,
    Kind.PART: 3,
    Kind.CHAPTER: 4,
    Kind.SECTION: 5,
    Kind.ARTICLE: 6,
    Kind.OUTLINE_1: 6,
    Kind.OUTLINE_2: 7,
    Kind.OUTLINE_3: 8,
    Kind.OUTLINE_4: 9,
    Kind.OUTLINE_5: 10,
}
_ITEM_RANK = 11
_LARGEST_GAP = 10
_LONGEST_HEADING = 60

_CROSS_REFERENCE = re.compile(
    r"(?:第|规定|所[列述称规]|的|至|到|和|与|或|及|之[一二三四五六七八九十]|、|，|,|中的?|以?[上下]"
    r"|关于|情形|要求|内容|修改|改为|增加|删去|作为)"
)
_CLOSED = "。；！？!?;”」』…"
_BLANKS = "　 \t\u2003\u00a0"
_TERMINAL = "。；：！？）】〕》”」』…!?;:)"
_CAPTION = re.compile(r"[（(][^。]*?\d{4}年.*?(?:通过|批准|公布|发布|修正|修订|令|印发|施行)", re.S)
_ENGLISH_CAPTION = re.compile(r"\((?:Adopted|Promulgated|As amended|Amended|Made)\b")
_ANNEX = re.compile(
    r"附\s*[件录表]\s*(?P<n>[一二三四五六七八九十\d]{0,3})\s*(?:$|[：:．.、\s　].*$)"
    r"|(?:Annex|Appendix|Schedule)(?:\s+(?P<e>[A-Z0-9]{1,3}))?\s*(?:$|[.:—–-].*$)"
)
_ATTACHED = re.compile(r"附\s*[件表录]\s*[：:]\s*\S|附\s*[件表录]\s*[：:]?\s*[1１一][．.、]|Attachments?\s*:")
_CONTENTS = re.compile(r"目\s*[录次]$|Contents$", re.I)
_HAN_DAY = r"[〇零○一二三四五六七八九十]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
_DATE_LINE = re.compile(rf"[（(]?\s*(?:\d{{4}}\s*年\s*\d{{1,2}}\s*月\s*\d{{1,2}}\s*日|{_HAN_DAY})(?:印发)?\s*[）)]?$")
_ENDING = re.compile(
    r"(?:本(?:办法|规定|措施|政策措施|若干措施|文件|方案|通知|细则|条例|意见|计划|规则|公告|实施意见|行动计划|决定|政策|规程|准则|操作规程|实施细则|实施办法|指引|章程|规划)"
    r"|上述|以上|各项|同一|此前|原|其他有关|This\b|These\b).{0,120}?"
    r"(?:施行|实施|执行|有效期|解释|废止|为准|失效|同时享受|重复享受|不重复|in force|commence|takes? effect|repealed)"
)


@dataclass(slots=True)
class Mark:
    """A clause's beginning. ``start`` and ``words`` are offsets into the text; ``rank`` orders nesting."""

    kind: Kind
    start: int
    words: int
    rank: int
    number: ClauseNumber | None = None
    label: str = ""
    children: list[Mark] = field(default_factory=list)


@dataclass(slots=True)
class _Line:
    """A block with its words unescaped; ``places`` maps a character of ``plain`` back into the text."""

    block: Block
    plain: str
    places: list[int]

    def numbers(self, at: int = 0) -> tuple[ClauseNumber, ...]:
        return read_numbers(self.plain, at)

    def word_offset(self, at: int) -> int:
        """Where the words begin that follow a label ending at ``at``."""
        while at < len(self.plain) and self.plain[at] in " \t　\u2003\u00a0":
            at += 1
        return self.places[at]


def scan(text: str, found: Sequence[Block]) -> tuple[Mark, ...]:
    """Return a flat list of marks in order of the text; :mod:`yange.parse.tree` nests them by rank."""
    lines = []
    for block in found:
        plain, places = unescape_map(text[block.content : block.close], block.content)
        lines.append(_Line(block, plain, places))
    marks: list[Mark] = []
    first = _front(lines, marks)
    for zone in _zones(lines, first):
        _scan_zone(zone, marks)
    return tuple(marks)


def _mark(kind: Kind, line: _Line, label: str = "") -> Mark:
    return Mark(kind, line.block.start, line.block.content, RANKS[kind], label=label)


def _front(lines: list[_Line], marks: list[Mark]) -> int:
    """Mark title, covering notice and caption; return the index of the first line of the instrument itself."""
    at = 0
    if lines and _is_title(lines[0]):
        marks.append(_mark(Kind.TITLE, lines[0]))
        at = 1
        while at < len(lines) and lines[at].block.level == 0 and _continues_title(lines[at - 1], lines[at]):
            at += 1
    if at < len(lines) and lines[at].block.level == 2 and lines[at].plain == "通知":
        at = _cover(lines, at, marks)
    if at < len(lines) and lines[at].block.level == 2 and lines[at].plain in {"正文", "Text"}:
        marks.append(_mark(Kind.HEADING, lines[at]))
        at += 1
    if at < len(lines) and lines[at].block.level == 1 and marks:
        marks.append(_mark(Kind.HEADING, lines[at]))
        at += 1
    if at < len(lines) and (_CAPTION.match(lines[at].plain) or _ENGLISH_CAPTION.match(lines[at].plain)):
        marks.append(_mark(Kind.CAPTION, lines[at]))
        at += 1
        while at < len(lines) and not marks_closed(lines[at - 1].plain) and not lines[at].numbers():
            at += 1
    return at


def marks_closed(plain: str) -> bool:
    """Tell whether a caption's brackets are closed at the end of its line."""
    return plain.rstrip().endswith(("）", ")"))


def _is_title(line: _Line) -> bool:
    if line.block.level == 1:
        return True
    if line.block.level or line.numbers():
        return False
    return len(line.plain) <= 80 and not line.plain.endswith(tuple("。；：，、;:,")) and not _CONTENTS.match(line.plain)


def _continues_title(before: _Line, line: _Line) -> bool:
    """A bracketed year or version that stands alone under a title belongs to it, as in （2019—2023年）."""
    return (
        before.block.level == 0
        and re.fullmatch(r"[（(][^）)]{1,24}[）)]", line.plain) is not None
        and not _CAPTION.match(line.plain)
    )


def _cover(lines: list[_Line], at: int, marks: list[Mark]) -> int:
    marks.append(_mark(Kind.COVER, lines[at]))
    at += 1
    while at < len(lines) and not (lines[at].block.level in (1, 2) and not lines[at].numbers()):
        marks.append(Mark(Kind.PARAGRAPH, lines[at].block.start, lines[at].block.content, RANKS[Kind.COVER] + 1))
        at += 1
    return at


@dataclass(frozen=True, slots=True)
class _Zone:
    """The lines of the instrument's body, or of one annex, whose numbering is its own."""

    lines: tuple[_Line, ...]
    annex: bool


def _zones(lines: list[_Line], first: int) -> Iterator[_Zone]:
    begins = [at for at in range(first, len(lines)) if _is_annex(lines, at, first)]
    cuts = [first, *begins, len(lines)]
    for start, end in pairwise(cuts):
        if start < end:
            yield _Zone(tuple(lines[start:end]), start in begins)


def _is_annex(lines: list[_Line], at: int, first: int) -> bool:
    line = lines[at]
    match = _ANNEX.match(line.plain)
    if match is None or len(line.plain) > _LONGEST_HEADING:
        return False
    if line.block.level:
        return True
    if at + 1 >= len(lines) or at == first or _ATTACHED.match(line.plain):
        return False
    return line.plain[-1] not in "。；，、"


@dataclass(slots=True)
class _State:
    """What has been seen of a zone while it is read."""

    styles: dict[NumberStyle, Kind]
    last: dict[NumberStyle, ClauseNumber] = field(default_factory=dict)
    open: list[Mark] = field(default_factory=list)
    items: bool = False
    previous: str = ""

    def sibling(self, rank: int) -> Mark | None:
        """The open mark of this rank, if the next number of the rank would stand beside it."""
        return next((mark for mark in self.open if mark.rank == rank), None)

    def push(self, mark: Mark) -> None:
        while self.open and self.open[-1].rank >= mark.rank:
            self.open.pop()
        self.open.append(mark)
        if mark.number is not None:
            self.last[mark.number.style] = mark.number


def _scan_zone(zone: _Zone, marks: list[Mark]) -> None:
    lines = list(zone.lines)
    if zone.annex:
        marks.append(_annex(lines.pop(0)))
    lines = _contents(lines, marks)
    state = _State(_style_kinds(lines))
    begun = False
    attached = False
    for line in lines:
        attached = attached or (begun and _ATTACHED.match(line.plain) is not None)
        starts = [] if attached else _starts(line, state)
        if starts:
            begun = True
            _place(line, starts, state, marks)
        elif not begun and not zone.annex:
            _before_first(line, marks, state)
        elif attached:
            marks.append(_mark(Kind.CLOSING, line))
            state.open = []
        else:
            _unnumbered(line, state, marks, begun)
        state.previous = line.plain
    if begun and not zone.annex:
        _closing(lines, marks, state)


def _annex(line: _Line) -> Mark:
    match = _ANNEX.match(line.plain)
    label = "".join((match["n"] or match["e"] or "").split()) if match else ""
    return _mark(Kind.ANNEX, line, label)


def _contents(lines: list[_Line], marks: list[Mark]) -> list[_Line]:
    """Set a table of contents aside: its chapter titles stand again at the chapters themselves."""
    at = next((k for k, line in enumerate(lines[:6]) if _CONTENTS.match(line.plain)), None)
    if at is None or at + 1 >= len(lines):
        return lines
    key = "".join(lines[at + 1].plain.split())
    again = next((k for k in range(at + 2, len(lines)) if "".join(lines[k].plain.split()).startswith(key)), None)
    if again is None:
        return lines
    marks.extend(_mark(Kind.PREAMBLE, line) for line in lines[:1] if at)
    marks.append(_mark(Kind.HEADING, lines[at]))
    return lines[again:]


def _style_kinds(lines: Sequence[_Line]) -> dict[NumberStyle, Kind]:
    """Decide what each style of number means in this zone.

    Articles where there are any (第N条, Article N; Section N where no Article is); numbered 一、 under chapters are
    articles too; otherwise an outline by fixed levels 一、 （一） 1． （1）.
    """
    firsts = [number for line in lines for number in line.numbers()[:1] if not _refers(line.plain, number)]
    styles = {number.style for number in firsts}
    kinds: dict[NumberStyle, Kind] = {style: kind for style, kind in _DIVISIONS.items() if style in styles}
    articles: NumberStyle | None = next(
        (style for style in (NumberStyle.ARTICLE, NumberStyle.EN_ARTICLE, NumberStyle.EN_SECTION) if style in styles),
        None,
    )
    if articles is None and NumberStyle.HAN_COMMA in styles and styles & {NumberStyle.CHAPTER, NumberStyle.PART}:
        articles = NumberStyle.HAN_COMMA
    if articles is not None:
        return {**kinds, articles: Kind.ARTICLE}
    return {**kinds, **_OUTLINE}


def _refers(plain: str, number: ClauseNumber, at: int = 0) -> bool:
    """Tell whether what follows shows 第N条 or Article N to be a cross-reference."""
    end = at + len(number.raw)
    if number.style in {
        NumberStyle.EN_ARTICLE,
        NumberStyle.EN_SECTION,
        NumberStyle.EN_CHAPTER,
        NumberStyle.EN_PART,
    }:
        return (
            re.match(
                r"(?:\(|, (?:and|or)|(?:\s+(?:of|and|or|to|shall|applies|does|is|may|through)\b))",
                plain[end:],
            )
            is not None
        )
    if number.style not in {NumberStyle.ARTICLE, NumberStyle.CHAPTER, NumberStyle.SECTION, NumberStyle.PART}:
        return False
    return end < len(plain) and _CROSS_REFERENCE.match(plain, end) is not None


def _starts(line: _Line, state: _State) -> list[tuple[int, Mark]]:
    """Every clause that begins in this line, with its column: at its start, and run together further on."""
    first = _accept(line, 0, state)
    if first is None and not _run_on_candidate(line.plain):
        return []
    found = [] if first is None else [(0, first)]
    trial = _State(state.styles, dict(state.last), list(state.open), state.items, state.previous)
    if first is not None:
        trial.push(first)
    for column in _inner_columns(line.plain):
        mark = _accept_inner(line, column, trial, found)
        if mark is not None:
            trial.push(mark)
            found.append((column, mark))
    return found


def _run_on_candidate(plain: str) -> bool:
    return "条" in plain or "章" in plain or "Article" in plain


def _inner_columns(plain: str) -> Iterator[int]:
    for match in re.finditer(r"第[^第。；]{1,8}[编章节条]|(?:Article|Section) \d+", plain):
        if match.start() > 0:
            yield match.start()


def _accept_inner(line: _Line, column: int, state: _State, found: list[tuple[int, Mark]]) -> Mark | None:
    """A further article or division in the same line: the very next one, after closing punctuation or a heading."""
    before = line.plain[:column].rstrip(_BLANKS)
    after_heading = bool(found) and found[-1][1].rank < RANKS[Kind.ARTICLE]
    for number in line.numbers(column):
        kind = state.styles.get(number.style)
        if kind is None or RANKS[kind] > RANKS[Kind.ARTICLE] or _refers(line.plain, number, column):
            continue
        apart = line.plain[column + len(number.raw) : column + len(number.raw) + 1] in tuple(_BLANKS)
        parted = before.endswith(tuple(_CLOSED)) or (after_heading and (apart or len(before) < column))
        parted = parted or (before.endswith(("）", ")")) and (apart or kind is not Kind.ARTICLE))
        follows = number.follows(state.last.get(number.style)) or (kind is Kind.SECTION and number.value == (1,))
        if before and parted and follows:
            return _numbered(line, column, number, kind, state)
    return None


def _accept(line: _Line, column: int, state: _State) -> Mark | None:
    """Return the mark of the number at the start of a line, if it is a clause number there."""
    for number in line.numbers(column):
        kind = state.styles.get(number.style)
        if kind is None and number.style not in _ITEMS:
            continue
        if kind is not None and RANKS[kind] <= RANKS[Kind.ARTICLE] and _refers(line.plain, number):
            continue
        if kind is not None and RANKS[kind] < RANKS[Kind.ARTICLE] and not _is_division(line, number):
            continue
        mark = _numbered(line, column, number, kind, state)
        if _plausible(number, mark, line, state):
            return mark
    return None


def _is_division(line: _Line, number: ClauseNumber) -> bool:
    """A division's heading is short; where an article runs on in the same line only the heading counts."""
    heading = re.split(r"第[^第]{1,8}条", line.plain[len(number.raw) :], maxsplit=1)[0]
    return len(heading) <= _LONGEST_HEADING and "。" not in heading


def _plausible(number: ClauseNumber, mark: Mark, line: _Line, state: _State) -> bool:
    last = state.last.get(number.style)
    if last is None:
        return number.value[0] <= 2 * _LARGEST_GAP or number.style in {
            NumberStyle.ARTICLE,
            NumberStyle.EN_ARTICLE,
        }
    if mark.kind is Kind.ARTICLE:
        return number.follows(last) or _numbered_apart(number, last, line, state)
    if number.value == (1,):
        return True
    sibling = state.sibling(mark.rank)
    near = [n for n in (last, sibling.number if sibling else None) if n is not None]
    return any(n.value[0] <= number.value[0] <= n.value[0] + _LARGEST_GAP for n in near)


def _numbered_apart(number: ClauseNumber, last: ClauseNumber, line: _Line, state: _State) -> bool:
    """An article number out of turn counts where the line is plainly an article: a blank follows the number."""
    end = len(number.raw)
    blank = line.plain[end : end + 1] in tuple(_BLANKS)
    apart = line.block.parted or state.previous.endswith(tuple(_TERMINAL))
    return blank and apart and last.value < number.value and number.value[0] <= last.value[0] + _LARGEST_GAP


def _numbered(line: _Line, column: int, number: ClauseNumber, kind: Kind | None, state: _State) -> Mark:
    start = line.block.start if column == 0 else line.places[column]
    words = line.word_offset(column + len(number.raw))
    if kind in _OUTLINE.values() and _enumerates(number, kind, state):
        kind = None
    if kind is not None:
        return Mark(kind, start, words, RANKS[kind], number, number.raw)
    rank = _ITEM_RANK + _ITEMS.index(number.style)
    return Mark(Kind.ITEM, start, words, rank, number, number.raw)


def _enumerates(number: ClauseNumber, kind: Kind | None, state: _State) -> bool:
    """In an outline, a list that a sentence ending in a colon opens holds items, not headings."""
    rank = _ITEM_RANK + _ITEMS.index(number.style)
    if not any(mark.number for mark in state.open):
        return False
    if number.value == (1,):
        return state.previous.endswith(("：", ":")) and len(state.previous) > 12
    return any(mark.rank == rank for mark in state.open) and kind is not Kind.OUTLINE_1


def _place(line: _Line, starts: list[tuple[int, Mark]], state: _State, marks: list[Mark]) -> None:
    if starts[0][0] > 0:
        _unnumbered(line, state, marks, True)
    for _, mark in starts:
        state.push(mark)
        marks.append(mark)


def _before_first(line: _Line, marks: list[Mark], state: _State) -> None:
    """Words before the first numbered clause are the preamble: one clause, a paragraph for each further line."""
    if line.block.level and not line.numbers():
        marks.append(_mark(Kind.HEADING, line))
    elif marks and marks[-1].kind in {Kind.PREAMBLE, Kind.PARAGRAPH} and state.open:
        marks.append(Mark(Kind.PARAGRAPH, line.block.start, line.block.content, RANKS[Kind.PREAMBLE] + 1))
    else:
        preamble = _mark(Kind.PREAMBLE, line)
        state.open = [preamble]
        marks.append(preamble)


def _unnumbered(line: _Line, state: _State, marks: list[Mark], begun: bool) -> None:
    """A line without a number of its own: a table, a heading, the rest of a broken sentence, or one more paragraph."""
    if line.plain.startswith("|"):
        if not (marks and marks[-1].kind is Kind.TABLE and state.previous.startswith("|")):
            marks.append(Mark(Kind.TABLE, line.block.start, line.block.content, _paragraph_rank(state)))
        return
    if line.block.level:
        marks.append(_mark(Kind.HEADING, line))
        state.open = [marks[-1]]
        return
    if _continues(line, state):
        return
    _leave_list(state)
    marks.append(Mark(Kind.PARAGRAPH, line.block.start, line.block.content, _paragraph_rank(state)))


def _paragraph_rank(state: _State) -> int:
    return state.open[-1].rank + 1 if state.open else RANKS[Kind.PREAMBLE] + 1


def _leave_list(state: _State) -> None:
    """After the last entry of a list a new paragraph belongs to what the list belongs to."""
    if state.previous.endswith(("。", ".")) or not state.previous:
        while len(state.open) > 1 and state.open[-1].rank >= _ITEM_RANK:
            state.open.pop()


def _continues(line: _Line, state: _State) -> bool:
    """Tell whether a line is the rest of a sentence broken by a line end."""
    if not state.previous:
        return False
    if not line.block.parted:
        return state.previous[-1] not in _TERMINAL and not state.previous.startswith("|")
    return state.previous[-1] in "，、,"


def _closing(lines: Sequence[_Line], marks: list[Mark], state: _State) -> None:
    """Take the closing paragraphs out of the last clause: those that speak of the whole text, signatures and dates.

    An outline's last section often ends with unnumbered paragraphs on commencement, validity and interpretation; they
    belong to the text, not to the section. In a text of articles only signature, date and list of annexes do.
    """
    outline = not any(kind is Kind.ARTICLE for kind in state.styles.values())
    by_start = {line.block.start: line for line in lines}
    at = len(marks) - 1
    while at >= 0 and marks[at].kind in {Kind.PARAGRAPH, Kind.CLOSING}:
        mark = marks[at]
        line = by_start.get(mark.start)
        if mark.kind is Kind.PARAGRAPH:
            if line is None or not (_signs(line, at, marks) or (outline and _ENDING.match(line.plain))):
                break
            mark.kind, mark.rank = Kind.CLOSING, RANKS[Kind.CLOSING]
        at -= 1


def _signs(line: _Line, at: int, marks: Sequence[Mark]) -> bool:
    if _DATE_LINE.match(line.plain) or _ATTACHED.match(line.plain):
        return True
    followed = at + 1 < len(marks) and marks[at + 1].kind is Kind.CLOSING
    return followed and len(line.plain) <= 40 and line.plain[-1] not in "。；：，"
