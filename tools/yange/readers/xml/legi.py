"""LEGI: the consolidated law of France (DILA), one article a file.

A file of LEGI is not a text: an ``ARTICLE`` has its own words, the name of its text and the divisions around it; a
``TEXTE_VERSION`` has the words before and after the articles; a ``SECTION_TA`` and a ``TEXTELR`` only point to others.
What a file holds is read here as a part of its text, and said to be one. :mod:`.legi_texts` puts files together.
"""

from __future__ import annotations

from datetime import timedelta

from yange.model import ClauseKind
from yange.problems import Problem, error, warning
from yange.readers.source_text import GivenFacts, LeftOutReason, SourceBlockKind
from yange.readers.xml.facts import day, first, named
from yange.readers.xml.pieces import Paths, Piece, one_line
from yange.readers.xml.texts import PrintedText
from yange.readers.xml.walker import Walker
from yange.readers.xml_tree import XmlElement, local_name

__all__ = ["NAME", "REGISTER", "SHOWN", "LegiWalker", "matches", "meta_words", "read"]

NAME = "legi"
SHOWN = "LEGI and JORF of DILA (ARTICLE, TEXTE_VERSION)"
REGISTER = "Légifrance (DILA)"

_ROOTS = frozenset({"ARTICLE", "TEXTE_VERSION", "TEXTELR", "SECTION_TA", "ID", "VERSIONS"})
_HINT = "import the folder with all files of the text: those of texte, section_ta and article are put together"
_ARTICLE = "Article "
_INLINE = "b i u em strong span font a sup sub small abbr cite center ins"
_LEFT = {
    "META": LeftOutReason.METADATA,
    "VERSIONS": LeftOutReason.METADATA,
    "LIENS": LeftOutReason.METADATA,
    "NOTA": LeftOutReason.EDITORIAL,
    "SM": LeftOutReason.EDITORIAL,
    "ABRO": LeftOutReason.EDITORIAL,
    "RECT": LeftOutReason.EDITORIAL,
    "STRUCT": LeftOutReason.METADATA,
}
_GONE = {"ABROGE": "repealed", "ABROGE_DIFF": "repealed later", "ANNULE": "annulled", "PERIME": "lapsed",
         "TRANSFERE": "transferred", "DISJOINT": "separated", "MODIFIE_MORT_NE": "never in force",
         "VIGUEUR_DIFF": "in force later"}  # fmt: skip


def matches(root: XmlElement) -> bool:
    """Return whether a root element is a file of LEGI or JORF."""
    return local_name(root) in _ROOTS and first(root, "META", "META_COMMUN", "ID") is not None


def read(name: str, root: XmlElement) -> tuple[list[PrintedText], list[Problem]]:
    """Read the part of a text that a file holds."""
    kind = local_name(root)
    if kind not in ("ARTICLE", "TEXTE_VERSION"):
        message = f"the file of LEGI holds no words of law ({kind}): it lists parts of a text"
        return [], [error("source-not-law", name, message, hint=_HINT, line=root.sourceline)]
    walker = LegiWalker(name, Paths())
    if kind == "ARTICLE":
        walker.article(root)
        message = "LEGI keeps each article in a file of its own: this is one article and not the whole text"
    else:
        walker.frame(root)
        message = "LEGI keeps each article in a file of its own: this file has the words around them alone"
    walker.print_notes()
    title = next((piece.words for piece in walker.pieces if piece.kind is SourceBlockKind.TITLE), None)
    problems = [warning("parts-left-out", name, message, hint=_HINT)]
    return [PrintedText(walker.pieces, walker.left, walker.problems, _facts(root, title))], problems


class LegiWalker(Walker):
    """Print an article, or the words around the articles of a text."""

    INLINE = frozenset(_INLINE.split())
    BREAKS = frozenset({"br"})
    LEFT = _LEFT

    def __init__(self, name: str, paths: Paths) -> None:
        """Begin the text of a file."""
        super().__init__(name, paths, "fr")
        self.handlers = {"table": self.table, "TITRE_TXT": self.leave_out, "TM": self.children}

    def article(self, root: XmlElement, *, alone: bool = True) -> None:
        """Print an article; ``alone`` below the title of its text and the headings of the divisions around it."""
        text, data = first(root, "CONTEXTE", "TEXTE"), first(root, "META", "META_SPEC", "META_ARTICLE")
        if alone:
            self._context(first(root, "CONTEXTE"), text, data)
        number = None if data is None else first(data, "NUM")
        self._meta(root, printed={number} if number is not None else set())
        state = meta_words(data, "ETAT")
        words = self.words(number)
        label = f"{_ARTICLE}{words}" if words else ""
        if number is not None and words:
            self.styled(number, words, label)
        if alone and state in _GONE:
            self.not_in_force(root, label, f"the file gives its state as {state} ({_GONE[state]})")
        self.open(root, label, ClauseKind.ARTICLE, computed=True)
        with self.unit():
            self.children(root, without=frozenset({"META", "CONTEXTE"}))

    def frame(self, root: XmlElement, *, without: frozenset[str] = frozenset()) -> None:
        """Print the title of a text and the words before and after its articles, but for elements ``without``."""
        title = next((one for name in ("TITREFULL", "TITRE") for one in named(root, name) if self.words(one)), None)
        self._meta(root, printed={title} if title is not None else set())
        if title is not None:
            self.put(Piece(self.words(title), SourceBlockKind.TITLE, place=self.place(title)))
        self.children(root, without=frozenset({"META"}) | without)

    def _meta(self, root: XmlElement, printed: set[XmlElement]) -> None:
        """Leave the metadata out, but for what is printed."""
        meta = first(root, "META")
        for one in meta.iter() if meta is not None else ():
            if not len(one) and one not in printed:
                self.leave_out(one)

    def _context(self, context: XmlElement | None, text: XmlElement | None, data: XmlElement | None) -> None:
        """Print the title of the text as it was when the article began, and the headings above the article."""
        if context is None or text is None:
            return
        start = day(meta_words(data, "DATE_DEBUT"))
        titles = [one for one in text if local_name(one) == "TITRE_TXT"]
        fitting = [one for one in titles if start and (day(one.get("debut")) or start) <= start]
        title = next(iter(fitting[-1:] or titles[-1:]), None)
        for one in titles:
            if one is title:
                self.put(Piece(self.words(one), SourceBlockKind.TITLE, place=self.place(one)))
            else:
                self.leave_out(one)
        self._headings([one for one in text if local_name(one) == "TM"])
        for one in (*context, *text):
            if local_name(one) not in ("TEXTE", "TITRE_TXT", "TM"):
                self.leave_out(one)

    def _headings(self, levels: list[XmlElement]) -> None:
        while levels:
            level, *others = levels
            names = [one for one in level if local_name(one) == "TITRE_TM"]
            for one in names[:-1]:
                self.leave_out(one)
            for one in names[-1:]:
                self.heading(one, "", self.words(one))
                self.depth += 1
            for one in others:
                self.leave_out(one)
            levels = [one for one in level if local_name(one) == "TM"]


def meta_words(element: XmlElement | None, name: str) -> str:
    """Return the words of a child of an element, empty if there is none."""
    found = None if element is None else first(element, name)
    return "" if found is None else one_line("".join(found.itertext()))


def _facts(root: XmlElement, title: str | None) -> GivenFacts:
    data = next(iter(named(root, "META_ARTICLE", "META_TEXTE_VERSION")), None)
    common = first(root, "META", "META_COMMUN")
    text = next(iter(named(root, "TEXTE")), None)
    chronicle = next(iter(named(root, "META_TEXTE_CHRONICLE")), None)
    ends = day(meta_words(data, "DATE_FIN"))
    return GivenFacts(
        title=title,
        number=(text.get("num") if text is not None else "") or meta_words(chronicle, "NUM") or None,
        place="fr",
        language="fr",
        signed=day(text.get("date_signature") if text is not None else meta_words(chronicle, "DATE_TEXTE")),
        published=day(text.get("date_publi") if text is not None else meta_words(chronicle, "DATE_PUBLI")),
        effective=day(meta_words(data, "DATE_DEBUT")),
        expires=ends - timedelta(days=1) if ends else None,
        identifier=(text.get("cid") if text is not None else "") or meta_words(common, "ID") or None,
        register=REGISTER,
        partial=True,
    )
