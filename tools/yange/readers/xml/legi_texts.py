"""Put the files of a text of LEGI together: which articles, below which headings, it had from which day on.

``TEXTELR`` lists the first divisions and articles of a text, each ``SECTION_TA`` those of a division, and every link
has the days ``debut`` (the first) and ``fin`` (the day after the last). So a state of the text is what its links say of
a day, in their order; the days of its states are those on which a link begins or ends.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from yange.problems import Problem, error, warning
from yange.readers.source_text import GivenFacts, LeftOut, LeftOutReason, SourceBlockKind
from yange.readers.xml.facts import day, first, named
from yange.readers.xml.legi import REGISTER, LegiWalker, meta_words
from yange.readers.xml.pieces import Paths, Piece, one_line
from yange.readers.xml.texts import PrintedText
from yange.readers.xml_tree import XmlElement, local_name

__all__ = ["KINDS", "LegiPart", "LegiText", "part_of"]

KINDS = ("TEXTELR", "TEXTE_VERSION", "SECTION_TA", "ARTICLE")
"""The root elements of the files that make a text."""

MOST_LINKS = 20_000_000
"""Links that are looked at, for all states together: 1,000 states of a code with 20,000 versions of articles."""
MOST_WORDS = 50_000_000
"""Characters of all states together. A large code in all its states has more: Archéo Lex gives those one by one."""
_DEEPEST = 20
"""Divisions in divisions; codes have up to eight."""
_AFTER = frozenset({"SIGNATAIRES", "TP"})
"""What a ``TEXTE_VERSION`` has behind the articles: signatures, and the parliamentary documents of a law."""
_UNDATED = "2222-02-22"
"""With this day LEGI says that a provision begins on a day that is not known yet."""


@dataclass(frozen=True, slots=True)
class LegiPart:
    """A file of LEGI or JORF: its kind, its own identifier, the one of its text (``cid``), and its root element."""

    kind: str
    identifier: str
    text: str
    root: XmlElement


def part_of(root: XmlElement) -> LegiPart | None:
    """Return the file whose root element this is, ``None`` if it is no file of LEGI that names its text."""
    kind = local_name(root)
    if kind not in KINDS:
        return None
    chronicle = first(root, "META", "META_SPEC", "META_TEXTE_CHRONICLE")
    around = first(root, "CONTEXTE", "TEXTE")
    common = root if kind == "SECTION_TA" else first(root, "META", "META_COMMUN")
    identifier = meta_words(common, "ID")
    text = meta_words(chronicle, "CID") or (around.get("cid") if around is not None else "") or ""
    return LegiPart(kind, identifier, text, root) if identifier and text else None


@dataclass(frozen=True, slots=True)
class _Link:
    """A link to a division or an article: half-open in days, ``None`` for a day that LEGI does not give."""

    target: str
    article: bool
    words: str
    start: date | None
    end: date | None
    undated: bool

    def holds(self, on: date | None) -> bool:
        """Return whether the link is of the text on a day; without a day, whether it is of a text without days."""
        if on is None:
            return not self.undated
        return self.start is not None and self.start <= on and (self.end is None or on < self.end)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A division or an article in a state, and how many divisions are around it."""

    link: _Link
    depth: int


@dataclass(slots=True)
class _Printed:
    """The pieces of an article, or of the words before or after the articles, and what the publisher says of them."""

    pieces: list[Piece] = field(default_factory=list)
    left: list[LeftOut] = field(default_factory=list)


class _TooLarge(Exception):  # noqa: N818 - a bound, which becomes a problem
    """There are more links or words than are put together."""


class LegiText:
    """A text of LEGI, from its files. ``problems`` is complete when all states have been printed."""

    def __init__(self, name: str, parts: Mapping[str, LegiPart]) -> None:
        """Begin.

        Args:
            name: the name of the text, for messages.
            parts: its files, by their names.

        """
        self.name = name
        self.problems: list[Problem] = []
        self._files = {part.identifier: file for file, part in parts.items() if part.kind == "ARTICLE"}
        self._articles = {part.identifier: part.root for part in parts.values() if part.kind == "ARTICLE"}
        self._frames = [(file, part.root) for file, part in parts.items() if part.kind == "TEXTE_VERSION"]
        self._cid = next((part.text for part in parts.values()), "")
        tops = (first(part.root, "STRUCT") for part in parts.values() if part.kind == "TEXTELR")
        self._top = list(dict.fromkeys(link for top in tops for link in _links_in(top)))
        self._below = {
            part.identifier: _links_in(first(part.root, "STRUCTURE_TA"))
            for part in parts.values()
            if part.kind == "SECTION_TA"
        }
        self._printed: dict[str, _Printed] = {}
        self._missing: Counter[str] = Counter()
        self._looked = 0

    def states(self) -> list[PrintedText]:
        """Return the text of each state, first day first. A text without days is one state without a day."""
        try:
            return self._states()
        except _TooLarge:
            message = f"its states have more than {MOST_WORDS:,} characters or {MOST_LINKS:,} links together"
            hint = "import the text from a repository of Archéo Lex, which is read state by state"
            self.problems.append(error("source-too-large", self.name, message, hint=hint))
            return []

    def _states(self) -> list[PrintedText]:
        links = self._reached()
        ended = day(meta_words(self._facts_of(None), "DATE_FIN"))
        days = sorted({one for link in links if link.start for one in (link.start, link.end) if one})
        days = [one for one in days if ended is None or one < ended]
        found = self._dated(days, ended) if days else [self._state(self._entries(None), None, None)]
        if not any(state.pieces for state in found):
            hint = "check whether all its files are there"
            self.problems.append(error("source-empty", self.name, "no article of the text is there", hint=hint))
            return []
        self._remark(links)
        return found

    def _dated(self, days: Sequence[date], ended: date | None) -> list[PrintedText]:
        spans: list[tuple[date, list[_Entry]]] = []
        for one in days:
            entries = self._entries(one)
            if not spans or spans[-1][1] != entries:
                spans.append((one, entries))
        found: list[PrintedText] = []
        size = 0
        for at, (one, entries) in enumerate(spans):
            following = spans[at + 1] if at + 1 < len(spans) else None
            end = ended if following is None else None if following[1] else following[0]
            if entries:
                found.append(self._state(entries, one, end))
                size += sum(len(piece.words) for piece in found[-1].pieces)
            if size > MOST_WORDS:
                raise _TooLarge
        return found

    # the structure

    def _reached(self) -> list[_Link]:
        """Return the links that are reached from the top, each once."""
        found: dict[_Link, None] = {}
        waiting = list(self._top)
        while waiting:
            link = waiting.pop()
            if link not in found:
                found[link] = None
                waiting += () if link.article else self._below.get(link.target, ())
        return list(found)

    def _entries(self, on: date | None) -> list[_Entry]:
        """Return the divisions and articles of a state in their order; divisions without an article are left out."""
        found: list[_Entry] = []
        self._enter(self._top, on, 0, found)
        return found

    def _enter(self, links: Sequence[_Link], on: date | None, depth: int, found: list[_Entry]) -> None:
        self._looked += len(links)
        if self._looked > MOST_LINKS or depth > _DEEPEST:
            raise _TooLarge
        for link in links:
            if not link.holds(on):
                continue
            found.append(_Entry(link, depth))
            if not link.article:
                self._enter(self._below.get(link.target, ()), on, depth + 1, found)
                if found[-1] == _Entry(link, depth):
                    found.pop()

    # what is printed

    def _state(self, entries: Sequence[_Entry], start: date | None, end: date | None) -> PrintedText:
        """Print a state: the title, the words before the articles, headings and articles, the words after them."""
        frame = self._frame_of(start)
        before, after = (self._around(frame, after=late) for late in (False, True))
        articles = [(entry, self._article(entry.link) if entry.link.article else None) for entry in entries]
        if not any(printed for _, printed in articles):
            return PrintedText([])
        state = PrintedText([*_copies(before)], [*before.left, *after.left])
        for entry, printed in articles:
            if not entry.link.article:
                state.pieces.append(_heading(entry))
            elif printed is not None:
                state.pieces += _copies(printed)
                state.left += printed.left
        state.pieces += _copies(after)
        partial = any(printed is None for entry, printed in articles if entry.link.article)
        state.given = self._given(frame, start, end, partial=partial)
        return state

    def _article(self, link: _Link) -> _Printed | None:
        if link.target not in self._articles:
            self._missing[link.words or link.target] += 1
            return None
        if link.target not in self._printed:
            walker = self._walker(self._files[link.target])
            walker.article(self._articles[link.target], alone=False)
            self._printed[link.target] = self._taken(walker)
        return self._printed[link.target]

    def _around(self, frame: tuple[str, XmlElement] | None, *, after: bool) -> _Printed:
        if frame is None:
            return _Printed()
        file, root = frame
        key = f"{file} after" if after else file
        if key not in self._printed:
            walker = self._walker(file)
            if after:
                walker.children(root, without=frozenset(local_name(one) for one in root) - _AFTER)
            else:
                walker.frame(root, without=_AFTER)
            self._printed[key] = self._taken(walker)
        return self._printed[key]

    def _walker(self, file: str) -> LegiWalker:
        return LegiWalker(file, Paths(f"{file.rpartition('/')[2]}:"))

    def _taken(self, walker: LegiWalker) -> _Printed:
        walker.print_notes()
        self.problems += walker.problems
        return _Printed(walker.pieces, [one for one in walker.left if one.reason is LeftOutReason.EDITORIAL])

    # facts

    def _frame_of(self, on: date | None) -> tuple[str, XmlElement] | None:
        """Return the ``TEXTE_VERSION`` of a day: the last one that has begun, or else the first."""
        dated = [
            (day(meta_words(_version_of(root), "DATE_DEBUT")) or date.min, (file, root)) for file, root in self._frames
        ]
        dated.sort(key=lambda one: (one[0], one[1][0]))
        begun = [frame for start, frame in dated if on is None or start <= on]
        return next(iter(begun[-1:] or [frame for _, frame in dated[:1]]), None)

    def _facts_of(self, on: date | None) -> XmlElement | None:
        frame = self._frame_of(on)
        return None if frame is None else _version_of(frame[1])

    def _given(
        self, frame: tuple[str, XmlElement] | None, start: date | None, end: date | None, *, partial: bool
    ) -> GivenFacts:
        chronicle = None if frame is None else next(iter(named(frame[1], "META_TEXTE_CHRONICLE")), None)
        version = None if frame is None else _version_of(frame[1])
        return GivenFacts(
            title=meta_words(version, "TITREFULL") or meta_words(version, "TITRE") or None,
            number=meta_words(chronicle, "NUM") or None,
            place="fr",
            language="fr",
            signed=day(meta_words(chronicle, "DATE_TEXTE")),
            published=day(meta_words(chronicle, "DATE_PUBLI")),
            effective=start,
            expires=end - timedelta(days=1) if end and end > date.min else None,
            identifier=self._cid,
            register=REGISTER,
            partial=partial,
        )

    def _remark(self, links: Sequence[_Link]) -> None:
        """Report articles whose files are missing, and those that begin on a day that is not known."""
        if self._missing:
            names = ", ".join(list(self._missing)[:8])
            message = f"articles whose files are missing ({len(self._missing)}): {names}"
            hint = "import the folder with all files of the text"
            self.problems.append(warning("parts-left-out", self.name, message, hint=hint))
        later = list(dict.fromkeys(link.words or link.target for link in links if link.undated and link.article))
        if later:
            message = f"articles that begin on a day that is not known yet ({len(later)}): {', '.join(later[:8])}"
            hint = "they are in no state; import the text again when LEGI gives the day"
            self.problems.append(warning("provision-not-in-force", self.name, message, hint=hint))


def _version_of(root: XmlElement) -> XmlElement | None:
    return next(iter(named(root, "META_TEXTE_VERSION")), None)


def _begins(root: XmlElement) -> date:
    return day(meta_words(_version_of(root), "DATE_DEBUT")) or date.min


def _links_in(structure: XmlElement | None) -> list[_Link]:
    """Return the links of an element in their order, each once."""
    children = () if structure is None else structure
    links = (_link(one) for one in children if local_name(one) in ("LIEN_ART", "LIEN_SECTION_TA"))
    return list(dict.fromkeys(link for link in links if link is not None))


def _link(element: XmlElement) -> _Link | None:
    target, article = element.get("id") or "", local_name(element) == "LIEN_ART"
    words = (element.get("num") or "") if article else "".join(element.itertext())
    start, end = element.get("debut"), element.get("fin")
    if not target:
        return None
    undated = (start or "").strip() == _UNDATED
    return _Link(target, article, one_line(words), day(start), day(end), undated)


def _heading(entry: _Entry) -> Piece:
    return Piece(entry.link.words or entry.link.target, SourceBlockKind.HEADING, entry.depth + 1)


def _copies(printed: _Printed) -> Iterator[Piece]:
    """Yield the pieces as new ones: they are in several states."""
    return (replace(piece) for piece in printed.pieces)
