"""The aspect of layout: title block, contents, headings, annexes, notes and closing lines of a text.

Every string field is the source of a regular expression; the engine joins those of all packs of a law into one. Unless
the field says otherwise, the pattern is matched at the beginning of a line's words. A pack leaves out the fields that
its language does not need.
"""

from __future__ import annotations

from dataclasses import dataclass

from yange.numbering import NumberStyle

__all__ = ["Annexes", "ClosingLines", "Contents", "Divisions", "FrontLines", "GoneWords", "Headings"]


@dataclass(frozen=True, kw_only=True)
class FrontLines:
    """The lines above the first clause."""

    covers: frozenset[str] = frozenset()
    """The heading of a covering notice: 通知."""
    bodies: frozenset[str] = frozenset()
    """The heading of the instrument itself below such a notice: 正文."""
    no_title: str = ""
    """The beginning of a first line that is not a title, such as the name of the contents."""
    days: str = ""
    """A day or a year in a caption, searched in its first sentence."""
    acts: str = ""
    """The event of that day (通过, 修订), searched after the day."""
    whole_days: str = ""
    """A full date: a bracket with one at the end of a title is a caption; （2019年修订） is part of the title."""
    captions: str = ""
    """A caption without a day: ``(As amended``."""


@dataclass(frozen=True, kw_only=True)
class Contents:
    """A table of contents."""

    names: str = ""
    """Its names."""
    first_entries: str = ""
    """The beginning of an entry that is printed directly after the name."""
    next_entries: str = ""
    """The beginning of the next entry in contents that are printed on one line: searched."""
    announced: str = ""
    """The end of a sentence of the text itself that introduces its contents: searched, at the end of the line."""
    never: str = ""
    """Words that contents of divisions never contain: searched."""


@dataclass(frozen=True, kw_only=True)
class Headings:
    """Numbers in headings and inside lines."""

    bold_labels: str = ""
    """The beginning of a label in bold type."""
    inner_divisions: str = ""
    """The beginning of a part, a chapter or a section inside a line: searched."""
    citing: str = ""
    """The end of the words before a chapter inside a line that is cited and is no heading (按照): searched."""
    run_on_articles: str = ""
    """The beginning of an article after a heading on the same line: searched."""
    above: str = ""
    """A line above an article or a numbered paragraph that is its heading: （目的）. The whole line must match."""
    unnumbered: str = ""
    """A line that is a heading without a number: 附则. The whole line must match."""
    inner_items: str = ""
    """An item inside a line, after punctuation, in words of this language: （一）."""
    announcements: str = ""
    """Words that introduce a quoted text, perhaps without quotation marks: searched, at the end of the line."""
    opening: frozenset[tuple[NumberStyle, NumberStyle]] = frozenset()
    """The styles of articles and of paragraphs of which the first begins directly behind the article's number: § 1er in
    Art. 2. § 1er."""
    restarting: frozenset[NumberStyle] = frozenset()
    """The styles of articles that begin another text if they restart without a heading."""
    page_numbers: str = ""
    """A page number with words (第3页), or a note that a collection prints between clauses. The whole line must
    match."""
    printed_pages: str = ""
    """A page number with unmistakable words: 第3页共5页. The whole line must match, apart from spaces around it."""
    abbreviations: str = ""
    """A word whose final full stop does not end a sentence."""


@dataclass(frozen=True, kw_only=True)
class Annexes:
    """Annexes and lists of annexes."""

    headings: tuple[str, ...] = ()
    """The heading of an annex; the group ``n`` is its printed number, or empty. A group ``name`` is the name of an
    annex that is not called annex: 附則."""
    supplements: str = ""
    """Such a name, of provisions of the text itself that are numbered from 1 again: 附則, 부칙."""
    all: str = ""
    """The heading of all annexes, above that of the first: SCHEDULES. The whole line must match."""
    sources: str = ""
    """A line below the heading of an annex that names the clause which introduces it: Section 2. The whole line must
    match."""
    own_numbers: str = ""
    """The number of an annex at the beginning of its heading, with the separator before the words."""
    branches: str = ""
    """The word between the numbers of a label such as 附件1之二; a dash is always accepted."""
    lists: str = ""
    """A line that lists annexes: 附件：1．…"""
    announced: str = ""
    """A line that introduces such a list, which begins on the line below."""


@dataclass(frozen=True, kw_only=True)
class ClosingLines:
    """The lines at the end of a text."""

    signatures: str = ""
    """A line with the day of signing, with or without the signature, or with a person to contact."""
    farewells: str = ""
    """The formula that ends a letter or a notice: 特此函复."""
    last_words: str = ""
    """A sentence on the whole text: commencement, validity, interpretation."""


@dataclass(frozen=True, kw_only=True)
class GoneWords:
    """Placeholders: words that only say that a clause was repealed or never used."""

    words: str = ""
    """Such a word in brackets: 删去, repealed."""
    sentences: str = ""
    """Such words alone after a label, without a final full stop."""
    exceptions: str = ""
    """Words that make a bracket with such a word an exception (…除外): searched up to the closing bracket."""
    last: str = ""
    """Every final character of such words, without Latin letters. Not a pattern."""


@dataclass(frozen=True, kw_only=True)
class Divisions:
    """The layout of texts in one language."""

    front: FrontLines = FrontLines()
    contents: Contents = Contents()
    headings: Headings = Headings()
    annexes: Annexes = Annexes()
    closing: ClosingLines = ClosingLines()
    gone: GoneWords = GoneWords()
    note_words: str = ""
    """Words before the symbol of a footnote: 注."""
