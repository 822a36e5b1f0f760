"""Divide the blocks of a file into documents: titles, covering notices with their instruments, annexes.

A file is read once from top to bottom. A document begins at a title, an addressee or a document number that cannot be
part of the current document; every other block is assigned by what the current document contains so far. What the
format says that a block is (a title, a heading, a table) is taken at its word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import reduce

from yange.importers.drafts import BlockRole, Draft, Part, key, same_title
from yange.importers.forms import JoinedForms, forms_of, glued, is_closed, is_closed_sentence, is_images
from yange.importers.one_document import ROLES, as_given, as_one
from yange.importers.page_breaks import LinePiece, blocks, strip_note, strip_page
from yange.importers.places import Gazetteer
from yange.importers.tongue import language_of, law_of_source
from yange.law.han import HAN
from yange.model import ClauseKind
from yange.parse import parse
from yange.readers.source_text import SourceBlockKind, SourceText

_MULTI = 3
_SHORTEST_INNER = 6
"""Characters of a title: a shorter title may be part of any other."""
_LONGEST_CAPTION = 40
"""Lines. The caption of a law that was amended ten times has about twenty."""


class _Reader:
    """Reader of one file's blocks into drafts."""

    def __init__(self, found: Sequence[LinePiece], forms: JoinedForms, *, headings_head: bool = False) -> None:
        self.found = found
        self.forms = forms
        self.headings_head = headings_head  # whether a heading of the format may be the title of a document
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
        """Return the next blocks that are not furniture, at most ``count``."""
        found: list[str] = []
        for block in self.found[at:]:
            if len(found) == count:
                break
            if not self.forms.is_furniture(block.text):
                found.append(block.text)
        return found

    def _announced(self, at: int, title: str) -> bool:
        """Return whether a document follows: table rows, a number, an addressee, a caption, or the title again."""
        if any(self.forms.is_row(block.text) for block in self.found[at + 1 : at + 3]):
            return True
        return any(
            self.forms.number_line(text)
            or self.forms.is_addressee(text)
            or self.forms.is_caption(text)
            or self._key(text) == self._key(title)
            for text in self._words_after(at + 1, 2)
        )

    def _heads_text(self, at: int, title: str) -> bool:
        """Return whether the blocks after a title-like line at ``at`` show that a document begins there."""
        if self._announced(at, title):
            return True
        words = self._words_after(at + 1, 4)
        if words and self.forms.is_issued(title) and not self.annexed:
            return not self.forms.is_title(words[0])
        for text in words:
            if self.forms.is_first_unit(text) or self.forms.is_opening(text):
                return True
            if len(text) > 40 and text.endswith(("。", "：", ":")):
                return not self.forms.label(text)
        return False

    def _joined(self, at: int) -> list[tuple[str, int]]:
        """Return the possible titles on one, two or three lines, as (title, number of blocks)."""
        readings = []
        text = ""
        for count in range(1, _MULTI + 1):
            if at + count > len(self.found):
                break
            block = self.found[at + count - 1]
            if self._said(block) not in ((None, SourceBlockKind.TITLE) if count == 1 else (None,)):
                break
            if self.forms.is_furniture(block.text) or self.forms.label(block.text) or is_closed_sentence(block.text):
                break
            if self.forms.number_line(block.text):
                break
            if count > 1 and any(
                apart(block.text) for apart in (self.forms.is_date, self.forms.is_addressee, self.forms.is_caption)
            ):
                break
            text = glued(text, block.text)
            readings.append((text, count))
        return readings

    # -- decisions ------------------------------------------------------------------------------------------------

    def _instrument_at(self, at: int) -> int:
        """Return the number of blocks from ``at`` that print the title of the notice's instrument, or 0."""
        if self.now is None or self.inside or not self.wanted:
            return 0
        for text, count in self._joined(at):
            if any(self._same(text, wanted) for wanted in self.wanted):
                return self._with_years(at, count)
        if self.signed and self.forms.is_title(self.found[at].text):
            inner = self._key(self.found[at].text)
            wanted = map(self._key, self.wanted)
            if any(len(inner) > _SHORTEST_INNER and (inner in one or one in inner) for one in wanted):
                return 1
        return 0

    def _with_years(self, at: int, count: int) -> int:
        """Return ``count``, and one more if the next line is only a bracket with years or 试行."""
        follows = self.found[at + count].text if at + count < len(self.found) else ""
        own = re.fullmatch(r"[（(][^（）()。]{2,24}[）)]", follows)
        other = self.forms.is_caption(follows) or self.forms.number_line(follows) or self.forms.is_date(follows)
        return count + 1 if own and not other else count

    def _caption_blocks(self, at: int) -> int:
        """Return the number of blocks from ``at`` that are a caption: its bracket may have several lines."""
        if self.now is None or self.opened or not self.forms.may_be_caption(self.found[at].text):
            return 0
        text = ""
        for count, block in enumerate(self.found[at : at + _LONGEST_CAPTION], 1):
            if self.forms.label(block.text):
                return 0
            goes_on = self.forms.caption_goes_on(text) if text else False
            text = glued(text, block.text) if goes_on else text + block.text
            if self.forms.is_caption(text):
                return count
            if not text.startswith(("（", "(")) and not self.forms.caption_goes_on(text):
                return 0
        return 0

    def _begins(self, at: int) -> int:
        """Return the number of blocks in the head of a new document at ``at``, or 0 if none begins there."""
        text = self.found[at].text
        said = self._said(self.found[at])
        if said is SourceBlockKind.TITLE:
            return 0 if self._repeats(text) or self._only_numbered() else self._titles_from(at)
        if said is SourceBlockKind.NUMBER:
            return 1 if self.now is None or self.labelled else 0
        if said is not None or self.forms.is_furniture(text) or self._repeats(text):
            return 0
        if self.now is None:
            return self._begins_first(at)
        if self.found[at].glued and self.opened and (self.forms.is_title(text) or self._numbered(text)):
            return 1
        if self.forms.is_addressee(text):
            return 1 if self.addressed or self.labelled else 0
        if self._numbered(text):
            return 1 if self.labelled else 0
        if not self.opened:
            return 0
        if self._runs_on(at):
            return 0
        if not self._may_end(at):
            return 1 if self.forms.is_title(text) and self.forms.is_issued(text) and self._announced(at, text) else 0
        return self._title_blocks(at)

    def _only_numbered(self) -> bool:
        """Whether the current document is its number alone: a letterhead prints the number above the title."""
        return self.now is not None and self.numbered and not (self.headed or self.opened or self.addressed)

    def _titles_from(self, at: int) -> int:
        """Return the number of blocks from ``at`` that the format calls a title."""
        following = (k for k in range(at, len(self.found)) if self._said(self.found[k]) is not SourceBlockKind.TITLE)
        return next(following, len(self.found)) - at

    def _said(self, block: LinePiece) -> SourceBlockKind | None:
        """Return what the format says that a block is, ``None`` if that is to be found."""
        return None if self.headings_head and block.said is SourceBlockKind.HEADING else block.said

    def _runs_on(self, at: int) -> bool:
        """Return whether the articles of the current document continue after ``at``, so that it is a heading."""
        if not self.article or self._announced(at, self.found[at].text):
            return False
        numbers = (self.forms.article(block.text) for block in self.found[at + 1 :])
        return next((number for number in numbers if number), 0) == self.article + 1

    def _begins_first(self, at: int) -> int:
        text = self.found[at].text
        if self.forms.is_addressee(text) or self._numbered(text):
            return 1
        return self._title_blocks(at) or self._heads_sentence(at)

    def _heads_sentence(self, at: int) -> int:
        """Return the number of blocks of a title that only sentences without numbers follow, or 0."""
        for text, count in self._joined(at):
            following = self._words_after(at + count, 3)
            sentence = next((k for k, words in enumerate(following) if words.endswith("。")), None)
            if (
                self.forms.is_title(text)
                and sentence is not None
                and not any(map(self.forms.is_title, following[:sentence]))
            ):
                return self._with_years(at, count)
        return 0

    def _title_blocks(self, at: int) -> int:
        text = self.found[at].text
        if self.forms.is_title(text) and self._heads_text(at, text):
            return self._with_years(at, 1)
        longest = _LONGEST_HEAD if HAN.search(text) else 2 * _LONGEST_HEAD
        if self.forms.label(text) or not self.forms.may_be_title(text) or len(text) > longest:
            return 0
        for joined, count in self._joined(at)[1:]:
            if self.forms.is_title(joined) and not self.opened and self._heads_text(at + count - 1, joined):
                return count
        return 0

    def _may_end(self, at: int) -> bool:
        """Return whether the current document may end before the block at ``at``."""
        before = self.found[at - 1].text
        if self.forms.is_annex(before):
            return False
        return (
            is_closed(before)
            or self.forms.is_date(before)
            or self.forms.is_signature(before)
            or self.forms.is_imprint(before)
            or self.forms.is_attachment(before)
            or self.forms.is_furniture(before)
            or self.annexed
        )

    def _repeats(self, text: str) -> bool:
        """Return whether a title only repeats the head of the current document."""
        return self.now is not None and not self.opened and bool(self.headed) and self._same(text, self.headed)

    def _repeat_blocks(self, at: int) -> int:
        """Return the number of blocks below the head that repeat its title on one or more lines, or 0."""
        if self.now is None or self.opened or self.addressed or not self.headed:
            return 0
        return next((count for text, count in self._joined(at) if self._key(text) == self._key(self.headed)), 0)

    # -- reading --------------------------------------------------------------------------------------------------

    def read(self) -> None:
        """Read all blocks."""
        at = 0
        while at < len(self.found):
            at += self._step(at)
        self._finish()

    def _step(self, at: int) -> int:
        """Read the document part at ``at`` and return the number of blocks read."""
        if count := self._instrument_at(at):
            self._instrument(at, count)
        elif count := self._repeat_blocks(at):
            self._add_all(at, count, BlockRole.FURNITURE)
        elif count := self._begins(at):
            self._begin(at, count)
        elif self._said(self.found[at]) is None and (count := self._caption_blocks(at)):
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
        titled = self._said(first) is SourceBlockKind.TITLE
        if not titled and (self._said(first) or self.forms.is_addressee(first.text) or self._numbered(first.text)):
            self._continue(first)
            return
        self._head(at, count)

    def _rows_above(self, at: int) -> list[LinePiece]:
        """Return the head table of the document's page (索引号, 名称, 文号) above its title."""
        first = at
        while first > 0 and self.forms.is_row(self.found[first - 1].text):
            first -= 1
        rows = list(self.found[first:at])
        if not any(self.forms.is_head_table(row.text) for row in rows):
            return []
        if self.now is not None:
            self.now.parts = [part for part in self.now.parts if part.block not in rows]
        self.outer = [block for block in self.outer if block not in rows]
        return rows

    def _head(self, at: int, count: int) -> None:
        split = [strip_page(block, self.forms) for block in self.found[at : at + count]]
        self.headed = reduce(glued, (words.text for words, _ in split))
        for words, page in split:
            self._add(words, BlockRole.HEAD)
            if page is not None:
                self._add(page, BlockRole.FURNITURE)
        promised = self.forms.promised(self.headed)
        if promised is not None:
            self.wanted.append(promised)

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
        said = self._said(block)
        if said is not None and said is not SourceBlockKind.TITLE:
            self._take(block, said)
            return
        words, mark = strip_note(block)
        self._place(words)
        if mark is not None:
            self._add(mark, BlockRole.FURNITURE)

    def _take(self, block: LinePiece, said: SourceBlockKind) -> None:
        """Add a block as what the format says that it is."""
        role = ROLES.get(said, BlockRole.WORDS)
        self.numbered = self.numbered or role is BlockRole.NUMBER
        self.annexed = self.annexed or role is BlockRole.ANNEX
        if role is not BlockRole.WORDS:
            self._add(block, role)
        elif said is SourceBlockKind.HEADING:
            self._add_words(block)
        else:
            self.opened = True
            self._add(block, role)

    def _place(self, block: LinePiece) -> None:
        text = block.text
        if self.forms.is_furniture(text) or (self._repeats(text) and not self.addressed):
            self._add(block, BlockRole.FURNITURE)
        elif not self.headed and not self.opened and not self.addressed and self.forms.is_title(text):
            self.headed = text
            self._add(block, BlockRole.HEAD)
            handed_on = self.forms.handed_on(text)
            self.wanted += [] if handed_on is None else [handed_on]
        elif not self.numbered and self._numbered(text) and (not self.opened or self._awaits_instrument()):
            self.numbered = True
            self._add(block, BlockRole.NUMBER)
        elif not self.addressed and not self.labelled and self.forms.is_addressee(text):
            self.addressed = True
            self._add(block, BlockRole.ADDRESS)
        elif self.forms.is_annex(text) and self.opened:
            self.annexed = True
            self._add(block, BlockRole.ANNEX)
        else:
            self._add_words(block)

    def _awaits_instrument(self) -> bool:
        """Return whether the notice's instrument has not begun yet: a number may be above its title."""
        return bool(self.wanted) and not self.inside and not self.labelled

    def _add_words(self, block: LinePiece) -> None:
        text = block.text
        self.labelled = self.labelled or self.forms.label(text) is not None
        self.article = self.forms.article(text) or self.article
        if not self.labelled and not self.inside:
            self.wanted += self.forms.announced(text)
        self.signed = self.signed or self.forms.is_date(text)
        self.opened = True
        self._add(block, BlockRole.WORDS)

    def _add(self, block: LinePiece, role: BlockRole) -> None:
        if self.now is not None:
            self.now.parts.append(Part(block, role, annexed=self.annexed))

    def _close(self, following: LinePiece) -> None:
        """Remove the next page's head, and buttons joined to its title, from the end of the current document."""
        if self.now is None:
            return
        parts = self.now.parts
        tail = len(parts)
        while tail and parts[tail - 1].role is BlockRole.FURNITURE:
            tail -= 1
        heads = [k for k in range(tail, len(parts)) if self.forms.is_page_head(parts[k].block.text)]
        glued = following.glued and tail < len(parts) and not is_images(parts[-1].block.text)
        cut = heads[0] if heads else len(parts) - 1 if glued else len(parts)
        self.outer.extend(part.block for part in parts[cut:])
        del parts[cut:]

    def _finish(self) -> None:
        """Remove the page's footer from the last document: furniture and the short lines between."""
        if self.now is None:
            return
        parts = self.now.parts
        cut, at = len(parts), len(parts)
        while at and _foot(parts[at - 1], self.forms):
            at -= 1
            if parts[at].role is BlockRole.FURNITURE and not is_images(parts[at].block.text):
                cut = at
        self.outer.extend(part.block for part in parts[cut:])
        del parts[cut:]

    def _key(self, title: str) -> str:
        return key(title, self.forms)

    def _same(self, printed: str, wanted: str) -> bool:
        return same_title(printed, wanted, self.forms)

    def _numbered(self, text: str) -> bool:
        return self.forms.number_line(self.forms.without_index_words(text)) is not None


def _foot(part: Part, forms: JoinedForms) -> bool:
    text = part.block.text
    if part.block.said is not None:
        return False
    if part.role is BlockRole.FURNITURE:
        return True
    plain = len(text) <= 40 and not is_closed(text) and not forms.label(text)
    return plain and not (
        forms.is_date(text) or forms.is_signature(text) or forms.is_imprint(text) or forms.is_annex(text)
    )


_LEAST_CLAUSES = 3
_LEAST_ARTICLES = 2
"""Articles that a file without a title has at least. They are surer than single lines, of which three are needed."""
_LONGEST_HEAD = 60


def segment(source: SourceText, places: Gazetteer) -> tuple[tuple[Draft, ...], tuple[LinePiece, ...]]:
    """Return the documents of a file in order, and the blocks outside them (outer furniture).

    A file that the format calls one whole document is that document. A file without any title of a known form, but with
    numbered clauses, is one document.
    """
    forms = forms_of(law_of_source(source))
    found = blocks(source, places, forms)
    if source.whole:
        return as_given(found), ()
    words, running = _running_apart(found, forms) if source.flat else (list(found), [])
    drafts, outer = _read(words, forms)
    if not drafts and (first := _first_clause(source, words, forms)) is not None:
        drafts, outer = as_one(words, forms, first)
    outside = [block for block in running if not _put_back(drafts, block)]
    return drafts, tuple(sorted((*outer, *outside), key=lambda block: block.start))


def _read(found: Sequence[LinePiece], forms: JoinedForms) -> tuple[tuple[Draft, ...], tuple[LinePiece, ...]]:
    """Return the documents of a file that have a title; a heading of the format is one only if nothing else is."""
    reader = _Reader(found, forms)
    reader.read()
    if not reader.drafts and any(block.said is SourceBlockKind.HEADING for block in found):
        reader = _Reader(found, forms, headings_head=True)
        reader.read()
    return tuple(reader.drafts), tuple(reader.outer)


def _first_clause(source: SourceText, found: Sequence[LinePiece], forms: JoinedForms) -> int | None:
    """Return the offset of the first clause of a file without a title of a known form, ``None`` if it has too few."""
    lines = [block.start for block in found if forms.is_clause(block.text)]
    if len(lines) >= _LEAST_CLAUSES:
        return lines[0]
    articles = [
        clause.start for clause in parse(source.text, language_of(source)).primary if clause.kind is ClauseKind.ARTICLE
    ]
    return articles[0] if len(articles) >= _LEAST_ARTICLES else None


def _running_apart(found: Sequence[LinePiece], forms: JoinedForms) -> tuple[list[LinePiece], list[LinePiece]]:
    """Separate page numbers and running heads from the words: they may interrupt a sentence.

    A running head is a line next to a page number that occurs more than once in the file.
    """
    sure = {at for at, block in enumerate(found) if forms.is_running(block.text)}
    printed = Counter(block.text for block in found)
    for at in sorted(sure):
        for near in (at - 1, at + 1):
            text = found[near].text if 0 <= near < len(found) else ""
            if printed[text] > 1 and len(text) <= _LONGEST_HEAD and not is_closed(text):
                sure |= {near} if near > 1 and not forms.label(text) and not forms.is_date(text) else set()
    return (
        [block for at, block in enumerate(found) if at not in sure],
        [block for at, block in enumerate(found) if at in sure],
    )


def _put_back(drafts: Sequence[Draft], block: LinePiece) -> bool:
    """Add a running head to the furniture of the document around it; return whether there is one."""
    for draft in drafts:
        if draft.start < block.start < draft.end:
            at = next(k for k, part in enumerate(draft.parts) if part.block.start > block.start)
            before = draft.parts[at - 1]
            draft.parts.insert(at, Part(block, BlockRole.FURNITURE, notice=before.notice, annexed=before.annexed))
            return True
    return False
