"""Which blocks make which document: titles, covering notices and the instruments they carry, annexes, furniture.

A file is read once from top to bottom. A document begins at a title, an address or a document number that the
document being read cannot own any more; everything else is judged by what has been seen of the present document.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from yange.importers import furniture, patterns
from yange.importers.drafts import BlockRole, Draft, Part, key, same_title
from yange.importers.page_breaks import LinePiece, blocks, strip_note, strip_page
from yange.importers.places import Gazetteer
from yange.law.zh_hans.numerals import read_chinese_numeral
from yange.readers.text import SourceText
from yange.statements import find_number

_CARRIES = re.compile(r"(?:印发|转发|批转|公布|发布|颁布|下发|予以印发|贯彻执行)")
_OBJECT = re.compile(r"(?:印发|转发|批转|公布|发布|颁布)(?:关于)?(?P<what>.+?)的通知[^一-鿿]*$")
_GIVEN = re.compile(r"(?:印发|发布|公布|颁布)(?:修[正订改]后的)?《(?P<what>[^》]+)》")
_QUOTED = re.compile(r"《(?P<what>.+?)》(?=[^《》]*(?:印发|公布|发布|转发|同意|通过|请|遵照|执行)|的通知)")
_ORDER_HEAD = re.compile(r"令(?:[（(]?第[^）)]*号[）)]?)?$")
_ISSUED = re.compile(rf"^[一-鿿、 　]{{2,60}}?{patterns.BODY_NAME}(?:关于|印发|转发|批转)")
_ARTICLE = re.compile(r"第[ 　]?([一二三四五六七八九十百零〇0-9]{1,6})[ 　]?条(?!之)")
_MULTI = 3
_LONGEST_CAPTION = 40
"""Lines. A law amended ten times has a caption of some twenty."""


class _Reader:
    """Reads one file's blocks into drafts."""

    def __init__(self, found: Sequence[LinePiece]) -> None:
        self.found = found
        self.drafts: list[Draft] = []
        self.outer: list[LinePiece] = []
        self.now: Draft | None = None
        self._fresh()

    def _fresh(self) -> None:
        self.headed = ""
        self.wanted: list[str] = []
        self.addressed = self.signed = self.numbered = False
        self.opened = False  # words of the text have begun
        self.inside = False  # the instrument behind a covering notice has begun
        self.annexed = False
        self.labelled = False
        self.article = 0  # the number of the last article

    # -- looking around -------------------------------------------------------------------------------------------

    def _words_after(self, at: int, count: int) -> list[str]:
        """The next blocks that are no furniture, at most ``count``."""
        found: list[str] = []
        for block in self.found[at:]:
            if len(found) == count:
                break
            if not furniture.is_furniture(block.text):
                found.append(block.text)
        return found

    def _announced(self, at: int, title: str) -> bool:
        """Tell whether rows, a number, an address, a caption or the title again follow: only a document has these."""
        if any(furniture.is_row(block.text) for block in self.found[at + 1 : at + 3]):
            return True
        return any(
            patterns.number_line(text)
            or patterns.is_addressee(text)
            or patterns.is_caption(text)
            or key(text) == key(title)
            for text in self._words_after(at + 1, 2)
        )

    def _heads_text(self, at: int, title: str) -> bool:
        """Tell whether what follows a title-like line at ``at`` shows that a document begins with it."""
        if self._announced(at, title):
            return True
        words = self._words_after(at + 1, 4)
        if words and _ISSUED.match(title) and not self.annexed:
            return not patterns.is_title(words[0])
        for text in words:
            if re.match(r"第一[章编条节]|[(（]?一[)）、]", text):
                return True
            if len(text) > 40 and text.endswith(("。", "：", ":")):
                return not patterns.label(text)
        return False

    def _joined(self, at: int) -> list[tuple[str, int]]:
        """Readings of a title printed in one, two or three lines: (title, number of blocks)."""
        readings = []
        text = ""
        for count in range(1, _MULTI + 1):
            if at + count > len(self.found):
                break
            block = self.found[at + count - 1]
            if (
                furniture.is_furniture(block.text)
                or patterns.label(block.text)
                or patterns.is_closed_sentence(block.text)
            ):
                break
            if patterns.number_line(block.text):
                break
            if count > 1 and any(
                apart(block.text) for apart in (patterns.is_date, patterns.is_addressee, patterns.is_caption)
            ):
                break
            text += block.text
            readings.append((text, count))
        return readings

    # -- decisions ------------------------------------------------------------------------------------------------

    def _instrument_at(self, at: int) -> int:
        """Number of blocks from ``at`` that print the title of the instrument the notice carries; 0 if none do."""
        if self.now is None or self.inside or not self.wanted:
            return 0
        for text, count in self._joined(at):
            if any(same_title(text, wanted) for wanted in self.wanted):
                return self._with_years(at, count)
        if self.signed and patterns.is_title(self.found[at].text):
            inner = key(self.found[at].text)
            if any(len(inner) > 6 and (inner in key(wanted) or key(wanted) in inner) for wanted in self.wanted):
                return 1
        return 0

    def _with_years(self, at: int, count: int) -> int:
        """A bracket with years or 试行 alone in the next line belongs to the title."""
        follows = self.found[at + count].text if at + count < len(self.found) else ""
        own = re.fullmatch(r"[（(][^（）()。]{2,24}[）)]", follows)
        other = patterns.is_caption(follows) or patterns.number_line(follows) or patterns.is_date(follows)
        return count + 1 if own and not other else count

    def _caption_blocks(self, at: int) -> int:
        """Number of blocks from ``at`` that make a caption: a bracket may go on over several lines."""
        if self.now is None or self.opened or not re.match(r"[（(0-9根二一]", self.found[at].text):
            return 0
        text = ""
        for count, block in enumerate(self.found[at : at + _LONGEST_CAPTION], 1):
            if patterns.label(block.text):
                return 0
            text += block.text
            if patterns.is_caption(text):
                return count
            if not text.startswith(("（", "(")):
                return 0
        return 0

    def _begins(self, at: int) -> int:
        """Number of blocks that make the head of a new document beginning at ``at``; 0 if none begins."""
        text = self.found[at].text
        if furniture.is_furniture(text) or self._repeats(text):
            return 0
        if self.now is None:
            return self._begins_first(at)
        if self.found[at].glued and self.opened and (patterns.is_title(text) or _numbered(text)):
            return 1
        if patterns.is_addressee(text):
            return 1 if self.addressed or self.labelled else 0
        if _numbered(text):
            return 1 if self.labelled else 0
        if not self.opened:
            return 0
        if self._runs_on(at):
            return 0
        if not self._may_end(at):
            return 1 if patterns.is_title(text) and _ISSUED.match(text) and self._announced(at, text) else 0
        return self._title_blocks(at)

    def _runs_on(self, at: int) -> bool:
        """Tell whether the articles of the document being read go on behind the block at ``at``: it is a heading."""
        if not self.article or self._announced(at, self.found[at].text):
            return False
        numbers = (_article(block.text) for block in self.found[at + 1 :])
        return next((number for number in numbers if number), 0) == self.article + 1

    def _begins_first(self, at: int) -> int:
        text = self.found[at].text
        if patterns.is_addressee(text) or _numbered(text):
            return 1
        return self._title_blocks(at) or self._heads_sentence(at)

    def _heads_sentence(self, at: int) -> int:
        """Number of blocks of a title behind which nothing but sentences without numbers stands."""
        for text, count in self._joined(at):
            following = self._words_after(at + count, 3)
            sentence = next((k for k, words in enumerate(following) if words.endswith("。")), None)
            if (
                patterns.is_title(text)
                and sentence is not None
                and not any(map(patterns.is_title, following[:sentence]))
            ):
                return self._with_years(at, count)
        return 0

    def _title_blocks(self, at: int) -> int:
        text = self.found[at].text
        if patterns.is_title(text) and self._heads_text(at, text):
            return self._with_years(at, 1)
        if patterns.label(text) or not re.match(r"[一-鿿“\"《]", text) or len(text) > 60:
            return 0
        for joined, count in self._joined(at)[1:]:
            if patterns.is_title(joined) and not self.opened and self._heads_text(at + count - 1, joined):
                return count
        return 0

    def _may_end(self, at: int) -> bool:
        """Tell whether the document being read may be over before the block at ``at``."""
        before = self.found[at - 1].text
        if patterns.is_annex(before):
            return False
        return (
            patterns.is_closed(before)
            or patterns.is_date(before)
            or patterns.is_signature(before)
            or patterns.is_issued(before)
            or patterns.is_attachment(before)
            or furniture.is_furniture(before)
            or self.annexed
        )

    def _repeats(self, text: str) -> bool:
        """Tell whether a title only repeats the head of the document being read."""
        return self.now is not None and not self.opened and bool(self.headed) and same_title(text, self.headed)

    def _repeat_blocks(self, at: int) -> int:
        """Number of blocks below the head that print its title again, in one line or more; 0 if none do."""
        if self.now is None or self.opened or self.addressed or not self.headed:
            return 0
        return next((count for text, count in self._joined(at) if key(text) == key(self.headed)), 0)

    # -- reading --------------------------------------------------------------------------------------------------

    def read(self) -> None:
        """Read all blocks."""
        at = 0
        while at < len(self.found):
            at += self._step(at)
        self._finish()

    def _step(self, at: int) -> int:
        """Read what begins at ``at``; return the number of blocks read."""
        if count := self._instrument_at(at):
            self._instrument(at, count)
        elif count := self._repeat_blocks(at):
            self._add_all(at, count, BlockRole.FURNITURE)
        elif count := self._begins(at):
            self._begin(at, count)
        elif count := self._caption_blocks(at):
            self._add_all(at, count, BlockRole.CAPTION)
        else:
            self._continue(self.found[at])
        return count or 1

    def _add_all(self, at: int, count: int, role: BlockRole) -> None:
        for block in self.found[at : at + count]:
            self._add(block, role)

    def _begin(self, at: int, count: int) -> None:
        rows = self._rows_above(at)
        self._close(self.found[at])
        self._fresh()
        self.now = Draft([Part(row, BlockRole.FURNITURE) for row in rows])
        self.drafts.append(self.now)
        first = self.found[at]
        if patterns.is_addressee(first.text) or _numbered(first.text):
            self._continue(first)
            return
        self._head(at, count)

    def _rows_above(self, at: int) -> list[LinePiece]:
        """Take back the head table of the document's page (索引号, 名称, 文号), which stands above its title."""
        first = at
        while first > 0 and furniture.is_row(self.found[first - 1].text):
            first -= 1
        rows = list(self.found[first:at])
        if not any(furniture.is_head_table(row.text) for row in rows):
            return []
        if self.now is not None:
            self.now.parts = [part for part in self.now.parts if part.block not in rows]
        self.outer = [block for block in self.outer if block not in rows]
        return rows

    def _head(self, at: int, count: int) -> None:
        split = [strip_page(block) for block in self.found[at : at + count]]
        self.headed = "".join(words.text for words, _ in split)
        for words, page in split:
            self._add(words, BlockRole.HEAD)
            if page is not None:
                self._add(page, BlockRole.FURNITURE)
        carried = _OBJECT.search(self.headed)
        if carried:
            self.wanted.append(carried["what"].strip("《》〈〉"))
        elif _ORDER_HEAD.search(self.headed):
            self.wanted.append(self.headed)
        elif "令" in self.headed and find_number(self.headed):
            self.wanted.append(re.sub(r"^.*?号[）)]?", "", self.headed))

    def _instrument(self, at: int, count: int) -> None:
        assert self.now is not None  # noqa: S101  (an instrument is looked for in a document only)
        self.inside = self.opened = True
        self.now.parts = [Part(part.block, part.role, part.role is not BlockRole.FURNITURE) for part in self.now.parts]
        for block in self.found[at : at + count]:
            self._add(block, BlockRole.TITLE)

    def _continue(self, block: LinePiece) -> None:
        if self.now is None:
            self.outer.append(block)
            return
        words, mark = strip_note(block)
        self._place(words)
        if mark is not None:
            self._add(mark, BlockRole.FURNITURE)

    def _place(self, block: LinePiece) -> None:
        text = block.text
        if furniture.is_furniture(text) or (self._repeats(text) and not self.addressed):
            self._add(block, BlockRole.FURNITURE)
        elif not self.headed and not self.opened and not self.addressed and patterns.is_title(text):
            self.headed = text
            self._add(block, BlockRole.HEAD)
            carried = _OBJECT.search(text)
            self.wanted += [carried["what"].strip("《》〈〉")] if carried else []
        elif not self.numbered and _numbered(text) and (not self.opened or self._awaits_instrument()):
            self.numbered = True
            self._add(block, BlockRole.NUMBER)
        elif not self.addressed and not self.labelled and patterns.is_addressee(text):
            self.addressed = True
            self._add(block, BlockRole.ADDRESS)
        elif patterns.is_annex(text) and self.opened:
            self.annexed = True
            self._add(block, BlockRole.ANNEX)
        else:
            self._add_words(block)

    def _awaits_instrument(self) -> bool:
        """Tell whether the instrument behind the covering notice is still to come: its number may stand above it."""
        return bool(self.wanted) and not self.inside and not self.labelled

    def _add_words(self, block: LinePiece) -> None:
        text = block.text
        self.labelled = self.labelled or patterns.label(text) is not None
        self.article = _article(text) or self.article
        if not self.labelled and not self.inside and _CARRIES.search(text):
            self.wanted += [match["what"] for one in (_QUOTED, _GIVEN) for match in one.finditer(text)]
        self.signed = self.signed or patterns.is_date(text)
        self.opened = True
        self._add(block, BlockRole.WORDS)

    def _add(self, block: LinePiece, role: BlockRole) -> None:
        if self.now is not None:
            self.now.parts.append(Part(block, role, annexed=self.annexed))

    def _close(self, following: LinePiece) -> None:
        """Give back to the page what stands behind a document: the next page's head, and buttons glued to its title."""
        if self.now is None:
            return
        parts = self.now.parts
        tail = len(parts)
        while tail and parts[tail - 1].role is BlockRole.FURNITURE:
            tail -= 1
        heads = [k for k in range(tail, len(parts)) if furniture.is_page_head(parts[k].block.text)]
        glued = following.glued and tail < len(parts) and not furniture.is_images(parts[-1].block.text)
        cut = heads[0] if heads else len(parts) - 1 if glued else len(parts)
        self.outer.extend(part.block for part in parts[cut:])
        del parts[cut:]

    def _finish(self) -> None:
        """Cut the foot of the page off the last document: furniture and the short lines between it."""
        if self.now is None:
            return
        parts = self.now.parts
        cut, at = len(parts), len(parts)
        while at and _foot(parts[at - 1]):
            at -= 1
            if parts[at].role is BlockRole.FURNITURE and not furniture.is_images(parts[at].block.text):
                cut = at
        self.outer.extend(part.block for part in parts[cut:])
        del parts[cut:]


def _foot(part: Part) -> bool:
    text = part.block.text
    if part.role is BlockRole.FURNITURE:
        return True
    plain = len(text) <= 40 and not patterns.is_closed(text) and not patterns.label(text)
    return plain and not (
        patterns.is_date(text) or patterns.is_signature(text) or patterns.is_issued(text) or patterns.is_annex(text)
    )


def _article(text: str) -> int:
    """Return the number of the article that a line begins, 0 where it begins none."""
    match = _ARTICLE.match(text)
    return read_chinese_numeral(match[1]) or 0 if match else 0


def _numbered(text: str) -> bool:
    return patterns.number_line(re.sub(r"主\s*题\s*词\s*[：:]?$", "", text)) is not None


_CLAUSES = re.compile(
    r"^(?:第[一二三四五六七八九十]+条|[一二三四五六七八九十]+、|(?:Article|Section|Chapter|Part) [0-9IVX]+\b|\d+\. )"
)
_LEAST_CLAUSES = 3
_LONGEST_HEAD = 60


def segment(source: SourceText, places: Gazetteer) -> tuple[tuple[Draft, ...], tuple[LinePiece, ...]]:
    """Return the documents of a file in order, and the blocks that belong to none (outer furniture).

    A file without any title of a known form, but with numbered clauses, is one document.
    """
    found, running = _running_apart(blocks(source, places))
    reader = _Reader(found)
    reader.read()
    drafts, outer = tuple(reader.drafts), tuple(reader.outer)
    if not drafts and sum(1 for block in found if _CLAUSES.match(block.text)) >= _LEAST_CLAUSES:
        drafts, outer = _whole(found)
    outside = [block for block in running if not _put_back(drafts, block)]
    return drafts, tuple(sorted((*outer, *outside), key=lambda block: block.start))


def _running_apart(found: Sequence[LinePiece]) -> tuple[list[LinePiece], list[LinePiece]]:
    """Part page numbers and running heads from the words: they may stand in the middle of a sentence.

    A line beside a page number that the file also prints elsewhere is a running head.
    """
    sure = {at for at, block in enumerate(found) if furniture.is_running(block.text)}
    printed = Counter(block.text for block in found)
    for at in sorted(sure):
        for near in (at - 1, at + 1):
            text = found[near].text if 0 <= near < len(found) else ""
            if printed[text] > 1 and len(text) <= _LONGEST_HEAD and not patterns.is_closed(text):
                sure |= {near} if near > 1 and not patterns.label(text) and not patterns.is_date(text) else set()
    return (
        [block for at, block in enumerate(found) if at not in sure],
        [block for at, block in enumerate(found) if at in sure],
    )


def _put_back(drafts: Sequence[Draft], block: LinePiece) -> bool:
    """Enter a running head as furniture of the document around it; tell whether there is one."""
    for draft in drafts:
        if draft.start < block.start < draft.end:
            at = next(k for k, part in enumerate(draft.parts) if part.block.start > block.start)
            before = draft.parts[at - 1]
            draft.parts.insert(at, Part(block, BlockRole.FURNITURE, notice=before.notice, annexed=before.annexed))
            return True
    return False


def _whole(found: Sequence[LinePiece]) -> tuple[tuple[Draft, ...], tuple[LinePiece, ...]]:
    """Take a file as one document: its first line is the title if it is short and no clause."""
    words = [k for k, block in enumerate(found) if not furniture.is_furniture(block.text)]
    kept = found[words[0] : words[-1] + 1]
    titled = len(kept[0].text) <= 120 and not patterns.is_closed(kept[0].text) and not _CLAUSES.match(kept[0].text)
    draft = Draft()
    annexed = False
    for k, block in enumerate(kept):
        annexed = annexed or patterns.is_annex(block.text)
        role = (
            BlockRole.HEAD
            if titled and k == 0
            else BlockRole.ANNEX
            if patterns.is_annex(block.text)
            else BlockRole.WORDS
        )
        draft.parts.append(
            Part(block, BlockRole.FURNITURE if furniture.is_furniture(block.text) else role, annexed=annexed)
        )
    return (draft,), (*found[: words[0]], *found[words[-1] + 1 :])
