"""The aspect of importing: the lines of a scraped page, the instruments in its notices, the bodies in its head.

Each form judges one line, or a run of lines put together, by its words alone; :mod:`yange.importers` judges by what is
around it. All that is returned is as printed; offsets are columns of the line given. A pack that subclasses these
Protocols writes only what its language has: every form says no, or nothing, by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from yange.law.aspects.captions import CaptionEvent

__all__ = [
    "NO_IMPORTING", "ClauseForms", "HeadForms", "ImportForms", "ImportParts", "LineForms", "NoticeForms",
    "NumberedUnitBegun", "PageForms", "PageRows", "PlaceForms",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class PageRows:
    """The facts of a document in the rows of a page's table."""

    number: str | None = None
    issuer: str | None = None
    title: str | None = None
    signed: date | None = None
    page_date: date | None = None
    commenced: date | None = None


@dataclass(frozen=True, slots=True)
class NumberedUnitBegun:
    """A number inside a paragraph that may begin a unit of its own, where articles were run together.

    ``unit`` names the series, ``restarts`` the series that begin again at one inside it, ``behind_heading`` whether it
    may follow the heading of a division without a full stop.
    """

    at: int
    unit: str
    value: int
    restarts: tuple[str, ...] = ()
    from_one: bool = False
    behind_heading: bool = False


class LineForms(Protocol):
    """The kind of a line by its form alone."""

    def label(self, line: str) -> str | None:
        """Return the number with which a line begins (第三条, 一、, （一）, 1．), or ``None``."""
        return None

    def is_title(self, line: str) -> bool:
        """Return whether a line has the form of a title: short, not a sentence, ending in a kind of instrument."""
        return False

    def number_line(self, line: str) -> str | None:
        """Return the document number of which a line consists, or ``None``."""
        return None

    def is_addressee(self, line: str) -> bool:
        """Return whether a line is the address of a notice: 各区人民政府，市政府直属各单位：."""
        return False

    def is_date(self, line: str) -> bool:
        """Return whether a line is nothing but a day."""
        return False

    def is_imprint(self, line: str) -> bool:
        """Return whether a line is the imprint of a printed document: …办公室 2018年11月25日印发."""
        return False

    def is_signature(self, line: str) -> bool:
        """Return whether a line is the name of a body or of the official who signs."""
        return False

    def signatory(self, line: str) -> str | None:
        """Return the body or office that a line of signature names, ``None`` where it names a person of a place only.

        Asked for lines that :meth:`is_signature` recognises.
        """
        return None

    def signing_day(self, line: str) -> str | None:
        """Return the day of a line that only states the day of signing, ``None`` for any other line."""
        return None

    def is_annex(self, line: str) -> bool:
        """Return whether a line is the heading of an annex: 附件, 附件1, 附录."""
        return False

    def is_attachment(self, line: str) -> bool:
        """Return whether a line names what is attached: 附件：名词解释."""
        return False

    def is_caption(self, line: str) -> bool:
        """Return whether a line is a caption: one bracket of dated events, or one dated event without a bracket."""
        return False

    def may_be_caption(self, line: str) -> bool:
        """Return whether a caption of several lines may begin with this line."""
        return False

    def caption_goes_on(self, line: str) -> bool:
        """Return whether a caption that is in no bracket goes on in the next line."""
        return False

    def is_opening(self, line: str) -> bool:
        """Return whether a line begins the words between a title and the first clause: Be it enacted."""
        return False

    def may_be_title(self, line: str) -> bool:
        """Return whether the first line of a title printed in several may be this one."""
        return False

    def is_first_unit(self, line: str) -> bool:
        """Return whether a line begins with the first number of a series: 第一条, 一、."""
        return False

    def is_clause(self, line: str) -> bool:
        """Return whether a line begins with a number that shows clauses where no title is printed."""
        return False

    def article(self, line: str) -> int:
        """Return the number of the article that a line begins, 0 where it begins none."""
        return 0

    def heading(self, line: str) -> tuple[int, int] | None:
        """Return rank and heading level of the number with which a line begins, ``None`` without such a number.

        Ranks 0 and 1 are divisions (编, 章, 节), which are always headings.
        """
        return None

    def is_article(self, line: str) -> bool:
        """Return whether a line begins with the number of an article in words."""
        return False

    def units_begun(self, paragraph: str) -> Iterable[NumberedUnitBegun]:
        """Return the numbers of divisions and articles in a paragraph, in order."""
        return ()

    def items_begun(self, paragraph: str) -> Iterable[tuple[int, int]]:
        """Return the numbers of items in a paragraph, in order: column and value."""
        return ()

    def is_division_heading(self, words: str) -> bool:
        """Return whether words are the heading of a division and nothing else: 第一章 总则."""
        return False


class PageForms(Protocol):
    """The words that a web page or a gazette prints around a document."""

    def is_furniture(self, line: str) -> bool:
        """Return whether a line is navigation, a button, a site's footer or a letterhead."""
        return False

    def is_row(self, line: str) -> bool:
        """Return whether a line is a row of the page's table (信息来源：…发布日期：…), not a sentence."""
        return False

    def is_head_table(self, line: str) -> bool:
        """Return whether a row is of the table above the title of its document."""
        return False

    def is_running(self, line: str) -> bool:
        """Return whether a line is a page number in words or the running head of a gazette."""
        return False

    def is_page_head(self, line: str) -> bool:
        """Return whether a line is part of the head of a page (menu, path, letterhead), so that a page begins there."""
        return False

    def rows(self, lines: Sequence[str]) -> PageRows:
        """Read the rows of one document, squeezed into one line or not."""
        return PageRows()

    @property
    def replaced_words(self) -> Mapping[str, str]:
        """Words that no policy prints, left by mirror sites that replace words, and the original words."""
        return {}


class NoticeForms(Protocol):
    """Covering notices: the instruments in them, and where pages were joined."""

    def carried(self, title: str) -> str | None:
        """Return the title of the instrument that a notice's title names, without its marks, or ``None``."""
        return None

    def handed_on(self, head: str) -> str | None:
        """Return the instrument that a head issues or forwards (印发…的通知), to recognise the title that follows."""
        return None

    def promised(self, head: str) -> str | None:
        """Return the title that must follow a head: of the instrument that it forwards or puts into force."""
        return None

    def announced(self, sentence: str) -> Iterable[str]:
        """Return the titles that a sentence of a notice issues or forwards: 现将《…》印发给你们."""
        return ()

    def without_index_words(self, line: str) -> str:
        """Return a line without the words 主题词, which scraping joins to a number."""
        return line

    def cuts(self, line: str, places: str) -> Iterator[int]:
        """Yield the columns at which two documents were joined in a line.

        ``places`` is a regular expression without groups for the full name of a place.
        """
        yield from ()

    def may_be_counted(self, title: str) -> bool:
        """Return whether a page count in brackets may follow a title: it ends in a kind of instrument."""
        return False

    def is_whole(self, head: str) -> bool:
        """Return whether the head of a notice on several lines is complete with this one."""
        return False


class HeadForms(Protocol):
    """The bodies and numbers in a head, a notice and a caption."""

    def issuers(self, head: str) -> tuple[tuple[str, ...], int] | None:
        """Return the bodies with which a title begins, and the column after them, or ``None``."""
        return None

    def is_issued(self, title: str) -> bool:
        """Return whether a title begins with a body that issues or forwards something."""
        return False

    def forwarding(self, line: str) -> str | None:
        """Return the body that a line says has forwarded the text, or ``None``."""
        return None

    def order_number(self, head: str) -> str | None:
        """Return the number of an order with which a head begins, as printed, or ``None``."""
        return None

    def is_order(self, line: str) -> bool:
        """Return whether a line is the number of an order and nothing else."""
        return False

    def issuer_of_number(self, number: str) -> str | None:
        """Return the body that an order's number names, or ``None``."""
        return None

    def has_lost_its_beginning(self, number: str) -> bool:
        """Return whether a number begins with a character that no number begins with."""
        return False

    def assembly(self, event: CaptionEvent) -> str | None:
        """Return the assembly that an event of a caption says has passed the text, without its term, or ``None``."""
        return None

    def is_national(self, words: str) -> bool:
        """Return whether a body or a title is of the whole country."""
        return False

    def full_name(self, issuer: str, place: str) -> str:
        """Return a body's name with the place that the text leaves out (市政府办公厅)."""
        return issuer

    def made_up_title(self, issuer: str, words: str) -> str:
        """Return a title for a text that prints none, made from its first words."""
        return issuer

    def explains(self, title: str) -> str | None:
        """Return the kind of a text that only explains a draft, or ``None``."""
        return None

    def is_reply(self, kind: str | None, head: str) -> bool:
        """Return whether a text of this kind answers one asker and does not forward an instrument."""
        return False

    @property
    def filler(self) -> str:
        """A regular expression without groups for words that may differ between the titles of one policy."""
        return r"(?!)"

    @property
    def recurring(self) -> frozenset[str]:
        """Kinds of texts that often have the same title but are not versions of one policy: 通知, 公告."""
        return frozenset()

    def issue_before(self, words: str) -> tuple[str, bool] | None:
        """Return the day of issue in the words before a title, and whether it is the day of signing.

        ``False`` means that it is the day of publication.
        """
        return None

    def cited(self, title: str, number: str | None) -> str:
        """Return title and number of an instrument as a text cites it: 《…》（…）."""
        return f"{title} ({number})" if number else title

    def only_named(self, cited: str) -> str:
        """Return the note of a record whose instrument is known only because another one names it."""
        return cited


class ClauseForms(Protocol):
    """Clauses that decide which rules apply."""

    def prevails(self, words: str) -> bool:
        """Return whether a clause lets its text prevail over others: 不一致的，以本办法为准."""
        return False

    def saves(self, words: str) -> bool:
        """Return whether a clause leaves old rules in force for pending matters: 仍按原规定执行."""
        return False


class PlaceForms(Protocol):
    """The places of a country, and the forms of names that are not in the table."""

    @property
    def names(self) -> Mapping[str, str]:
        """The full name of each place, with its short name."""
        return {}

    @property
    def part(self) -> str:
        """A regular expression without groups for a part of a place, printed after its name."""
        return r"(?!)"

    @property
    def government(self) -> str:
        """The word for a government after the name of its place; may be empty."""
        return ""

    @property
    def zone(self) -> str:
        """A regular expression without groups for words that may follow a short name in a title."""
        return r"(?!)"

    @property
    def kinds(self) -> tuple[str, ...]:
        """The words for the kind of a place that a short name leaves out."""
        return ()

    def is_part(self, words: str) -> bool:
        """Return whether words that :attr:`part` matches are a part of the place before them."""
        return True

    def short(self, name: str) -> str:
        """Return a name without the word for its kind; may be empty."""
        return name

    def is_city(self, name: str) -> bool:
        """Return whether a full name is that of a city, which counts before the place that contains it."""
        return False

    def heading_bodies(self, text: str) -> Iterable[str]:
        """Return the names at the beginning of a body's name anywhere in a text."""
        return ()

    def heading_titles(self, text: str) -> Iterable[str]:
        """Return the names at the beginning of a title anywhere in a text."""
        return ()

    def may_be_name(self, words: str) -> bool:
        """Return whether the beginning of a body's name may be a place that is not in the table."""
        return True


class ImportForms(Protocol):
    """The forms of a language for imports."""

    @property
    def lines(self) -> LineForms:
        """The kinds of lines."""
        ...

    @property
    def pages(self) -> PageForms:
        """The words around documents on a page."""
        ...

    @property
    def notices(self) -> NoticeForms:
        """The covering notices."""
        ...

    @property
    def heads(self) -> HeadForms:
        """The bodies and numbers in heads."""
        ...

    @property
    def clauses(self) -> ClauseForms:
        """The clauses that decide which rules apply."""
        ...

    @property
    def places(self) -> PlaceForms:
        """The places of the country."""
        ...


class _Lines(LineForms):
    pass


class _Pages(PageForms):
    pass


class _Notices(NoticeForms):
    pass


class _Heads(HeadForms):
    pass


class _Clauses(ClauseForms):
    pass


class _Places(PlaceForms):
    pass


@dataclass(frozen=True, eq=False)
class ImportParts:
    """The forms that a pack has; each that it does not give says no, or nothing."""

    lines: LineForms = field(default_factory=_Lines)
    pages: PageForms = field(default_factory=_Pages)
    notices: NoticeForms = field(default_factory=_Notices)
    heads: HeadForms = field(default_factory=_Heads)
    clauses: ClauseForms = field(default_factory=_Clauses)
    places: PlaceForms = field(default_factory=_Places)


NO_IMPORTING = ImportParts()
"""The forms of a pack that says nothing about importing: every line of a page is words."""
