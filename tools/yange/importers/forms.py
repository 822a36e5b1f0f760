"""Recognise the lines of a scraped page with the packs of its law, and by forms that are the same in every language.

A line is recognised if one pack recognises it; if several packs return a value, the first counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property
from typing import TypeVar

from yange.law import Law, packs
from yange.law.aspects.captions import CaptionEvent
from yange.law.aspects.importing import NO_IMPORTING, HeadForms, ImportForms, LineForms, NumberedUnitBegun, PageRows

__all__ = ["JoinedForms", "forms_of", "glued", "is_closed", "is_closed_sentence", "is_images", "note_mark"]

_IMAGE = re.compile(r"(?:[\w\-。.]*?\.(?:png|jpe?g|gif|bmp|webp|svg))", re.I)
_IMAGES = re.compile(rf"^(?:{_IMAGE.pattern}\s*)+$", re.I | re.A)
_PAGE_NUMBER = re.compile(
    r"^(?:[—–－-]+\s*[0-9]{1,4}\s*[—–－-]+|[0-9]{1,4}\s*/\s*[0-9]{1,4}|[·•]\s*[0-9]{1,4}\s*[·•])$"
)
_NUMBERED = re.compile(r"\d+\. ")
_NOTE_MARK = re.compile(r"[ \u3000]*\[\d{1,2}\]$")
_TERMINAL = tuple("。；！？…”』」）)》:：")
_LATIN_TERMINAL = re.compile(r"[^\W_][.!?]$|\)[.!?]$")
_SENTENCE_ENDS = ("。", "；", "！", "？", ";")
_NOTE_MARK_REACH = 40
_BEFORE_SPACE = re.compile(r"[A-Za-z]|[0-9,;:)’”][^\u2e80-\uffef ]*+[ ][^\u2e80-\uffef]*?[A-Za-z]")
"""Matches words that end in letters or figures, read from their end: the time grows with their length only."""
_AFTER_SPACE = re.compile(r"[A-Za-z]|[0-9(“‘](?=.{0,40}[A-Za-z ])")
_Found = TypeVar("_Found")


def is_images(text: str) -> bool:
    """Return whether a line holds nothing but names of image files."""
    return _IMAGES.match(text) is not None


def is_closed(text: str) -> bool:
    """Return whether a line ends as a sentence, a heading in brackets or a list does."""
    return text.endswith(_TERMINAL) or _LATIN_TERMINAL.search(text) is not None


def is_closed_sentence(text: str) -> bool:
    """Return whether a line ends as a sentence does."""
    return text.endswith(_SENTENCE_ENDS)


def note_mark(text: str) -> re.Match[str] | None:
    """Return the footnote mark ([1]) that an encyclopaedia left at the end of a line."""
    return _NOTE_MARK.search(text, max(0, len(text) - _NOTE_MARK_REACH)) if text.endswith("]") else None


def glued(left: str, right: str) -> str:
    """Return two pieces of one sentence or title, with a space between them if they are in letters or figures."""
    return f"{left} {right}" if _BEFORE_SPACE.match(left[::-1]) and _AFTER_SPACE.match(right) else left + right


@cache
def forms_of(law: Law | None = None) -> JoinedForms:
    """Return the forms of a law; without a law, those of all packs, for titles without their file.

    A language whose pack says nothing about importing is read with the forms of all packs, as a text that says no
    language is: its documents are found by what their pages have in common with others.
    """
    unknown = law is None or law[0].importing is NO_IMPORTING
    return JoinedForms([grammar.importing for grammar in (packs() if unknown or law is None else law)])


class JoinedForms:
    """The import forms of several packs, asked in order."""

    def __init__(self, parts: Sequence[ImportForms]) -> None:
        """Keep the forms of each pack."""
        self._parts = tuple(parts)

    @cached_property
    def _lines(self) -> tuple[LineForms, ...]:
        return tuple(part.lines for part in self._parts)

    @cached_property
    def _heads(self) -> tuple[HeadForms, ...]:
        return tuple(part.heads for part in self._parts)

    @cached_property
    def filler(self) -> str:
        """A regular expression for words of a title that texts of one policy need not share."""
        return "|".join(head.filler for head in self._heads)

    @cached_property
    def recurring(self) -> frozenset[str]:
        """Kinds of texts that bear one title many times and are no versions of one policy."""
        return frozenset(kind for head in self._heads for kind in head.recurring)

    @cached_property
    def replaced_words(self) -> dict[str, str]:
        """Words that no policy prints, left by mirror sites, and what was there."""
        pages = (part.pages for part in self._parts)
        return {printed: meant for page in pages for printed, meant in page.replaced_words.items()}

    def _any(self, ask: Callable[[LineForms], bool]) -> bool:
        return any(ask(lines) for lines in self._lines)

    def _first(self, answers: Iterable[_Found | None]) -> _Found | None:
        return next((answer for answer in answers if answer is not None), None)

    # --- lines

    def label(self, line: str) -> str | None:
        """Return the number with which a line begins."""
        return self._first(lines.label(line) for lines in self._lines)

    def number_line(self, line: str) -> str | None:
        """Return the document number of which a line consists."""
        return self._first(lines.number_line(line) for lines in self._lines)

    def article(self, line: str) -> int:
        """Return the number of the article that a line begins, 0 where it begins none."""
        return next((found for lines in self._lines if (found := lines.article(line))), 0)

    def heading(self, line: str) -> tuple[int, int] | None:
        """Return rank and heading level of the number with which a line begins."""
        return self._first(lines.heading(line) for lines in self._lines)

    def units_begun(self, paragraph: str) -> list[NumberedUnitBegun]:
        """Return the numbers of divisions and articles in a paragraph, in order."""
        return [unit for lines in self._lines for unit in lines.units_begun(paragraph)]

    def items_begun(self, paragraph: str) -> list[tuple[int, int]]:
        """Return the numbers of items in a paragraph, in order."""
        return [item for lines in self._lines for item in lines.items_begun(paragraph)]

    def is_clause(self, line: str) -> bool:
        """Return whether a line begins with a number that shows clauses where no title is printed."""
        return _NUMBERED.match(line) is not None or self._any(lambda lines: lines.is_clause(line))

    def is_title(self, line: str) -> bool:
        """Return whether a line has the form of a title."""
        return self._any(lambda lines: lines.is_title(line))

    def is_addressee(self, line: str) -> bool:
        """Return whether a line is the address of a notice."""
        return self._any(lambda lines: lines.is_addressee(line))

    def is_date(self, line: str) -> bool:
        """Return whether a line is nothing but a day."""
        return self._any(lambda lines: lines.is_date(line))

    def is_imprint(self, line: str) -> bool:
        """Return whether a line is the imprint of a printed document."""
        return self._any(lambda lines: lines.is_imprint(line))

    def is_signature(self, line: str) -> bool:
        """Return whether a line is the name of a body or of the official who signs."""
        return self._any(lambda lines: lines.is_signature(line))

    def signatory(self, line: str) -> str | None:
        """Return the body or office that signs in a line, by the first pack that recognises a signature in it."""
        signed = next((lines for lines in self._lines if lines.is_signature(line)), None)
        return None if signed is None else signed.signatory(line)

    def signing_day(self, line: str) -> str | None:
        """Return the day that a line gives as that of signing, and nothing else."""
        return self._first(lines.signing_day(line) for lines in self._lines)

    def is_annex(self, line: str) -> bool:
        """Return whether a line is the heading of an annex."""
        return self._any(lambda lines: lines.is_annex(line))

    def is_attachment(self, line: str) -> bool:
        """Return whether a line names what is attached."""
        return self._any(lambda lines: lines.is_attachment(line))

    def is_caption(self, line: str) -> bool:
        """Return whether a line is a caption."""
        return self._any(lambda lines: lines.is_caption(line))

    def may_be_caption(self, line: str) -> bool:
        """Return whether a caption of several lines may begin with this line."""
        return self._any(lambda lines: lines.may_be_caption(line))

    def caption_goes_on(self, line: str) -> bool:
        """Return whether a caption that is in no bracket goes on in the next line."""
        return self._any(lambda lines: lines.caption_goes_on(line))

    def is_opening(self, line: str) -> bool:
        """Return whether a line begins the words between a title and the first clause."""
        return self._any(lambda lines: lines.is_opening(line))

    def may_be_title(self, line: str) -> bool:
        """Return whether the first line of a title printed in several may be this one."""
        return self._any(lambda lines: lines.may_be_title(line))

    def is_first_unit(self, line: str) -> bool:
        """Return whether a line begins with the first number of a series."""
        return self._any(lambda lines: lines.is_first_unit(line))

    def is_article(self, line: str) -> bool:
        """Return whether a line begins with the number of an article in words."""
        return self._any(lambda lines: lines.is_article(line))

    def is_division_heading(self, words: str) -> bool:
        """Return whether words are the heading of a division and nothing else."""
        return self._any(lambda lines: lines.is_division_heading(words))

    # --- pages

    def is_furniture(self, line: str) -> bool:
        """Return whether a line is page furniture: a row of a table, navigation, buttons, image names, a footer."""
        return is_images(line) or any(part.pages.is_furniture(line) or part.pages.is_row(line) for part in self._parts)

    def is_row(self, line: str) -> bool:
        """Return whether a line is a row of the page's table."""
        return any(part.pages.is_row(line) for part in self._parts)

    def is_head_table(self, line: str) -> bool:
        """Return whether a row is of the table above the title of its document."""
        return any(part.pages.is_head_table(line) for part in self._parts)

    def is_running(self, line: str) -> bool:
        """Return whether a line is a page number (— 3 —, 3/5, 第3页) or the running head of a gazette."""
        return _PAGE_NUMBER.match(line) is not None or any(part.pages.is_running(line) for part in self._parts)

    def is_page_head(self, line: str) -> bool:
        """Return whether a line belongs to the head of a page, so that another begins with it."""
        return any(part.pages.is_page_head(line) for part in self._parts)

    def rows(self, lines: Sequence[str]) -> PageRows:
        """Read the rows of one document as the first pack that reads any of them."""
        read = (part.pages.rows(lines) for part in self._parts)
        return next((rows for rows in read if rows != PageRows()), PageRows())

    # --- notices

    def carried(self, title: str) -> str | None:
        """Return the title of the instrument that a notice's title names."""
        return self._first(part.notices.carried(title) for part in self._parts)

    def handed_on(self, head: str) -> str | None:
        """Return the instrument that a head says is forwarded."""
        return self._first(part.notices.handed_on(head) for part in self._parts)

    def promised(self, head: str) -> str | None:
        """Return the title that must follow a head."""
        return self._first(part.notices.promised(head) for part in self._parts)

    def announced(self, sentence: str) -> list[str]:
        """Return the titles that a sentence of a notice issues or forwards."""
        return [title for part in self._parts for title in part.notices.announced(sentence)]

    def without_index_words(self, line: str) -> str:
        """Return a line without the words of an index that were scraped together with a number."""
        for part in self._parts:
            line = part.notices.without_index_words(line)
        return line

    def cuts(self, line: str, places: str) -> Iterator[int]:
        """Yield the columns at which two documents were run together in a line."""
        for part in self._parts:
            yield from part.notices.cuts(line, places)

    def may_be_counted(self, title: str) -> bool:
        """Return whether a count of pages in brackets may follow a title."""
        return any(part.notices.may_be_counted(title) for part in self._parts)

    def is_whole(self, head: str) -> bool:
        """Return whether the head of a notice, printed in several lines, is whole with this one."""
        return any(part.notices.is_whole(head) for part in self._parts)

    # --- heads

    def issuers(self, head: str) -> tuple[tuple[str, ...], int] | None:
        """Return the bodies with which a title begins, and the column after them."""
        return self._first(heads.issuers(head) for heads in self._heads)

    def is_issued(self, title: str) -> bool:
        """Return whether a title begins with a body that issues or hands on something."""
        return any(heads.is_issued(title) for heads in self._heads)

    def forwarding(self, line: str) -> str | None:
        """Return the body that a line says has forwarded the text."""
        return self._first(heads.forwarding(line) for heads in self._heads)

    def order_number(self, head: str) -> str | None:
        """Return the number of an order with which a head begins, as printed."""
        return self._first(heads.order_number(head) for heads in self._heads)

    def is_order(self, line: str) -> bool:
        """Return whether a line is the number of an order and nothing else."""
        return any(heads.is_order(line) for heads in self._heads)

    def issuer_of_number(self, number: str) -> str | None:
        """Return the body that an order's number names."""
        return self._first(heads.issuer_of_number(number) for heads in self._heads)

    def has_lost_its_beginning(self, number: str) -> bool:
        """Return whether a number begins with what is never the first of its characters."""
        return any(heads.has_lost_its_beginning(number) for heads in self._heads)

    def assembly(self, event: CaptionEvent) -> str | None:
        """Return the assembly that an event of a caption says has passed the text."""
        return self._first(heads.assembly(event) for heads in self._heads)

    def is_national(self, words: str) -> bool:
        """Return whether a body or a title is of the whole country."""
        return any(heads.is_national(words) for heads in self._heads)

    def full_name(self, issuer: str, place: str) -> str:
        """Return a body's name with the place that the text leaves out."""
        for heads in self._heads:
            issuer = heads.full_name(issuer, place)
        return issuer

    def made_up_title(self, issuer: str, words: str) -> str:
        """Return a title for a text that prints none, in the language of the law."""
        return self._heads[0].made_up_title(issuer, words)

    def explains(self, title: str) -> str | None:
        """Return the kind of a text that only explains a draft."""
        return self._first(heads.explains(title) for heads in self._heads)

    def is_reply(self, kind: str | None, head: str) -> bool:
        """Return whether a text of this kind answers one asker and hands nothing on."""
        return any(heads.is_reply(kind, head) for heads in self._heads)

    def issue_before(self, words: str) -> tuple[str, bool] | None:
        """Return the day of issue in the words before a title, and whether it is the day of signing."""
        return self._first(heads.issue_before(words) for heads in self._heads)

    def cited(self, title: str, number: str | None) -> str:
        """Return title and number of an instrument in the form in which texts of this law cite it."""
        return self._heads[0].cited(title, number)

    def only_named(self, cited: str) -> str:
        """Return the note of a record whose instrument is known only because another one names it."""
        return self._heads[0].only_named(cited)

    # --- clauses

    def prevails(self, words: str) -> bool:
        """Return whether a clause lets its text go before others."""
        return any(part.clauses.prevails(words) for part in self._parts)

    def saves(self, words: str) -> bool:
        """Return whether a clause leaves old rules in force for pending matters."""
        return any(part.clauses.saves(words) for part in self._parts)
