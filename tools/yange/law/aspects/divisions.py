"""How a text of one language is laid out: its title block, contents, headings, annexes, notes and closing lines.

Every field that is a string is the source of a regular expression; the engine joins those of all packs of a law into
one. Where a field says nothing else the pattern is matched at the beginning of a line's words. A pack leaves out what
its language does not have.
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
    """What a first line begins with that is no title, such as the name of the contents."""
    days: str = ""
    """A day or a year in a caption, searched in its first sentence."""
    acts: str = ""
    """What was done to the text that day (通过, 修订), searched behind the day."""
    whole_days: str = ""
    """A whole day: a bracket at the end of a title that names one is a caption; （2019年修订） is the title's own."""
    captions: str = ""
    """A caption that shows itself without a day: ``(As amended``."""


@dataclass(frozen=True, kw_only=True)
class Contents:
    """A table of contents."""

    names: str = ""
    """What it is called."""
    first_entries: str = ""
    """What an entry begins with that is printed right behind the name."""
    next_entries: str = ""
    """Where the next entry begins in contents that are printed in one line: searched."""
    never: str = ""
    """What no contents of divisions hold: searched."""


@dataclass(frozen=True, kw_only=True)
class Headings:
    """Numbers in headings and within lines."""

    bold_labels: str = ""
    """What a label in bold type begins with."""
    inner_divisions: str = ""
    """Where a part, a chapter or a section may begin within a line: searched."""
    run_on_articles: str = ""
    """Where an article begins behind a heading in the same line: searched."""
    unnumbered: str = ""
    """A line that is a heading without a number: 附则. The whole line must match."""
    inner_items: str = ""
    """An item within a line, behind punctuation, in words of this language: （一）."""
    announcements: str = ""
    """What announces words of another text, perhaps without quotation marks: searched, ends with the line."""
    restarting: frozenset[NumberStyle] = frozenset()
    """The styles whose articles begin another text where they begin anew, without a heading."""
    page_numbers: str = ""
    """A page number with words: 第3页. The whole line must match."""
    printed_pages: str = ""
    """A page number that words show to be one: 第3页共5页. The whole line must match, blanks around it apart."""
    abbreviations: str = ""
    """A word that ends in a point which ends no sentence."""


@dataclass(frozen=True, kw_only=True)
class Annexes:
    """Annexes and what lists them."""

    headings: tuple[str, ...] = ()
    """The heading of an annex; the group ``n`` is its number as printed, empty where it has none."""
    own_numbers: str = ""
    """The number of an annex at the beginning of its heading, with what parts it from the words: no word of it."""
    branches: str = ""
    """What stands between the numbers of a label such as 附件1之二; a dash is known."""
    lists: str = ""
    """A line that lists annexes: 附件：1．…"""
    announced: str = ""
    """A line that announces such a list, which begins in the line below."""


@dataclass(frozen=True, kw_only=True)
class ClosingLines:
    """The lines at the foot of a text."""

    signatures: str = ""
    """A line with the day of signing, with or without the signature, or with whom to ask."""
    farewells: str = ""
    """The formula that ends a letter or a notice: 特此函复."""
    last_words: str = ""
    """A sentence on the whole text: commencement, validity, interpretation."""


@dataclass(frozen=True, kw_only=True)
class GoneWords:
    """Placeholders: words that say only that a clause is gone or was never used."""

    words: str = ""
    """Such a word within brackets: 删去, repealed."""
    sentences: str = ""
    """Such words alone behind a label, a final point apart."""
    exceptions: str = ""
    """What shows a bracket with such a word to be an exception (…除外): searched up to the closing bracket."""
    last: str = ""
    """Every character with which such words end, letters of the Latin alphabet apart. Not a pattern."""


@dataclass(frozen=True, kw_only=True)
class Divisions:
    """How texts of one language are laid out."""

    front: FrontLines = FrontLines()
    contents: Contents = Contents()
    headings: Headings = Headings()
    annexes: Annexes = Annexes()
    closing: ClosingLines = ClosingLines()
    gone: GoneWords = GoneWords()
    note_words: str = ""
    """What may stand before the sign of a footnote: 注."""
