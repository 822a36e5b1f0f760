"""A text and its clauses, as ``import yange`` returns them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from yange.api.rows import Rows, escaped
from yange.model import Clause, ClauseKind, Policy, Provisions, Status, Version
from yange.outputs.document import document
from yange.outputs.reading import show_output
from yange.parse import full_text, own_text, parse, parse_version, plain_text
from yange.parse.frontmatter import read_version, split, version_facts
from yange.parse.label_remarks import label_remarks
from yange.problems import Problem, YangeError, warning
from yange.project import Asked, Project, clauses_called
from yange.provenance.held import ClausePlaces, VersionPlaces
from yange.readers.source_text import SourceText
from yange.timeline import Standing
from yange.withdrawn import Withdrawn, clause_in_force

__all__ = ["MissingClauseError", "Text", "TextClause", "TextReading", "held_text", "recorded_text", "refuse_unheld"]


class MissingClauseError(YangeError, LookupError):
    """No clause of the text, or more than one, has the given name; the message lists the names."""


@dataclass(frozen=True, slots=True)
class TextReading:
    """How a file that is no text of an archive was read: what the reader handed over, and the remarks on its words."""

    source: SourceText
    remarks: tuple[Problem, ...] = ()


@dataclass(frozen=True, eq=False, repr=False)
class Text:
    """One text: its words, its clauses and its recorded facts.

    ``text["第十四条之一"]`` is the clause with that printed label or path. Iterating gives the citable units in order
    (articles; else the deepest numbered level; else the sections), as ``clauses`` does; ``walk`` gives every
    clause. Texts are equal only to themselves.
    """

    name: str
    """The name by which the text was asked for: ``policy@key`` for a text of an archive, else the file's name as
    given."""
    title: str
    """The title of the text; empty if none is printed."""
    provisions: Provisions = field(compare=False)
    """The parsed text: what the engines work on."""
    version: Version | None = None
    """All recorded facts, if the text has front matter or is in an archive."""
    policy: Policy | None = None
    """The policy of the text, in an archive."""
    day: date | None = None
    """The day that was asked for, which is the day of ``status``; for ``policy@key``, the text's own first day."""
    problems: tuple[Problem, ...] = ()
    """Problems of the front matter of a file; those of an archive are in ``archive.problems``."""
    project: Project | None = None
    """The project from which the text was read, for the succession of texts and people's answers."""
    reading: TextReading | None = None
    """How the file was read, for a text from a document."""

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> Text:
        """Read a document of any format that import reads, or the file of a version with its front matter.

        The words are those that an import would file. Of a file with several texts, ``#2`` behind the name of the file
        is the second one.

        Raises:
            YangeError: when the file cannot be read, holds no text or several, or a text is longer than the text of a
                policy can be.

        """
        from yange.api.files import file_text  # loads slowly, and most texts come from no file

        return file_text(Path(path))

    @classmethod
    def of(cls, words: str, name: str = "text") -> Text:
        """Parse a string of one or more lines as a text; messages and reports call it ``name``."""
        return _parsed(words, name)

    @property
    def body(self) -> str:
        """The text in Markdown, as kept; the offsets of clauses count its characters."""
        return self.provisions.text

    @property
    def words(self) -> str:
        """The words without Markdown: one paragraph a line."""
        return plain_text(self.body)

    @property
    def where(self) -> str:
        """The file of the text: relative to the project in an archive, else as given."""
        return self.version.path if self.version is not None and self.policy is not None else self.name

    @property
    def held(self) -> bool:
        """Whether the words are held; of a text that is known only from citations, only facts are."""
        return self.version is None or self.version.held

    @property
    def facts(self) -> Mapping[str, object]:
        """The recorded facts by field of front matter, in its order; empty where nothing is recorded."""
        return version_facts(self.version) if self.version is not None else {}

    @property
    def number(self) -> str | None:
        """The document number (文号), if known."""
        return self.version.number if self.version is not None else None

    @property
    def effective(self) -> date | None:
        """The first day in force of this text, if known."""
        return self.version.effective if self.version is not None else None

    @property
    def standing(self) -> Standing | None:
        """The status and period on ``day``; ``None`` for a text outside an archive, or if no day is known."""
        if self.project is None or self.policy is None or self.version is None or self.day is None:
            return None
        return self.project.timeline.version_standing(self.version, self.day)

    @property
    def status(self) -> Status | None:
        """The status on ``day``, as recorded; ``None`` as for ``standing``."""
        standing = self.standing
        return standing.status if standing is not None else None

    @property
    def clauses(self) -> Rows[TextClause]:
        """The citable units in order of the text; placeholders (（删去）, [Repealed]) included."""
        return _clause_rows(self, self.provisions.primary)

    def walk(self) -> Rows[TextClause]:
        """Return every clause in order of the text, from title and chapters down to items."""
        return _clause_rows(self, tuple(self.provisions.walk())[1:])

    def find(self, name: str) -> tuple[TextClause, ...]:
        """Return the clauses with a printed label (第三条, （一）) or a path (``chp_1__art_3``), none or several."""
        return tuple(TextClause(self, clause) for clause in clauses_called(self.provisions, name))

    def __getitem__(self, name: str) -> TextClause:
        """Return the one clause with a printed label or a path; punctuation after a number (3．) may be omitted.

        Raises:
            MissingClauseError: where no clause has that name, or several have it.

        """
        found = self.find(name)
        if len(found) == 1:
            return found[0]
        if found:
            paths = " ".join(clause.path for clause in found)
            raise MissingClauseError(f"{self.where} has {len(found)} clauses {name!r}; name one by its path: {paths}")
        if not self.held:
            raise MissingClauseError(f"{self.where}: the text is not held, so no clause can be shown")
        labels = " ".join(clause.label for clause in self.provisions.primary[:40])
        raise MissingClauseError(f"{self.where} has no clause {name!r}; it has {labels or 'no numbered clauses'}")

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and bool(clauses_called(self.provisions, name))

    def __iter__(self) -> Iterator[TextClause]:
        return iter(self.clauses)

    def __len__(self) -> int:
        return len(self.provisions.primary)

    def __bool__(self) -> bool:
        return True

    def remarks(self) -> tuple[Problem, ...]:
        """Return remarks on the reading of a file, and on numbering that was not read.

        The latter are unread lines that begin like a number, or no clause at all.
        """
        unread = (
            warning(
                one.code, self.name, one.message(), hint=one.hint, line=self._line(one.lines[0] if one.lines else 1)
            )
            for one in label_remarks(self.provisions, self.title)
        )
        return (*(self.reading.remarks if self.reading is not None else ()), *unread)

    def _line(self, line: int) -> int | None:
        """Return the line of the file for a line of the body; ``None`` if a format without lines was read."""
        if self.reading is None:
            return line
        source = self.reading.source
        words = plain_text(self.body.split("\n")[line - 1])
        at = source.text.find(words) if source.flat and words else -1
        return source.line(at) if at >= 0 else None

    @cached_property
    def withdrawn(self) -> Withdrawn | None:
        """Which clauses are out of force, when and by which instrument; ``None`` for a text outside an archive."""
        if self.project is None or self.policy is None or self.version is None:
            return None
        return Withdrawn(self.project.timeline, self.version, self.provisions)

    @cached_property
    def places(self) -> VersionPlaces | None:
        """Where the clauses are in the source of the text; ``None`` for a text outside an archive."""
        if self.project is None or self.version is None or self.policy is None:
            return None
        return VersionPlaces(self.project.root, self.version)

    def to_json(self) -> bytes:
        """Return the machine output ``yange.show/1`` as ``yange show --json`` prints it, in UTF-8.

        Raises:
            YangeError: for a text outside an archive, and where no day is known.

        """
        if self.project is None or self.policy is None or self.version is None or self.withdrawn is None:
            raise YangeError(f"{self.name} is not a text of the archive; name one as policy@day")
        if self.day is None:
            raise YangeError(f"{self.name}: on which day? ask for the text with one: archive.text(name, on=day)")
        timeline, recorded = self.project.timeline, self.project.recorded
        places, version = self.places, self.version
        output = show_output(timeline, self.policy, version, self.day, self.withdrawn, (), recorded, places)
        return document(output).encode()

    def __str__(self) -> str:
        return self.words

    def __repr__(self) -> str:
        held = f"{len(self)} clauses" if self.held else "not held"
        return f"<Text {self.name}: {self.title or 'no title'}, {held}>"

    def _repr_html_(self) -> str:
        status = f", {self.status.value} on {self.day}" if self.status is not None else ""
        held = "".join(f"<p>{escaped(line)}</p>\n" for line in self.words.split("\n")) if self.held else "not held"
        return f"<p><code>{escaped(self.name + status)}</code></p>\n{held}"


@dataclass(frozen=True, slots=True, repr=False)
class TextClause:
    """One clause of a text: its label, its path and its words."""

    source: Text
    """The text that contains the clause."""
    clause: Clause
    """The clause as the parser returns it."""

    @property
    def label(self) -> str:
        """The printed number (第三条, （一）), or the name of an unnumbered unit (序言, 附件一)."""
        return self.clause.label

    @property
    def path(self) -> str:
        """The address within the text: ``chp_1__art_3__para_2``."""
        return self.clause.path

    @property
    def kind(self) -> ClauseKind:
        """The kind of the clause, such as article, paragraph or item."""
        return self.clause.kind

    @property
    def text(self) -> str:
        """The words after the label, with all clauses below and their labels; one paragraph a line."""
        return full_text(self.source.provisions, self.clause)

    @property
    def own_text(self) -> str:
        """The words after the label, without those of the clauses below."""
        return own_text(self.source.provisions, self.clause)

    @property
    def start(self) -> int:
        """The offset in ``source.body`` of the first character, label included."""
        return self.clause.start

    @property
    def end(self) -> int:
        """The offset in ``source.body`` of the end, exclusive."""
        return self.clause.end

    @property
    def children(self) -> tuple[TextClause, ...]:
        """The clauses directly below, in order."""
        return tuple(TextClause(self.source, clause) for clause in self.clause.children)

    @property
    def placeholder(self) -> bool:
        """Whether the number is kept for a provision that was repealed or never used (（删去）, [Reserved])."""
        return self.clause.placeholder

    @property
    def places(self) -> ClausePlaces | None:
        """Where in its source the clause is: page and box, or paragraph or element, of each block it was read from.

        ``None`` for a text outside an archive, and for one whose source is plain text.
        """
        places = self.source.places
        return places.of(self.clause) if places is not None else None

    @property
    def in_force(self) -> bool | None:
        """Whether the text and the clause are in force on the day of the text; ``None`` if not known."""
        standing, withdrawn = self.source.standing, self.source.withdrawn
        if standing is None or withdrawn is None or self.source.day is None:
            return None
        return clause_in_force(standing, withdrawn, self.clause, self.source.day)

    def __str__(self) -> str:
        return f"{self.label}　{self.text}" if self.label else self.text

    def __repr__(self) -> str:
        return f"<TextClause {self.label or self.kind.value} ({self.path}) of {self.source.name}>"

    def _repr_html_(self) -> str:
        words = escaped(self.text).replace("\n", "<br>")
        return f"<p><strong>{escaped(self.label)}</strong>　{words}</p>"


def _clause_rows(text: Text, clauses: tuple[Clause, ...]) -> Rows[TextClause]:
    return Rows(
        (TextClause(text, clause) for clause in clauses),
        {"label": lambda c: c.label, "kind": lambda c: c.kind, "path": lambda c: c.path, "text": lambda c: c.text},
    )


def _parsed(words: str, name: str) -> Text:
    parts = split(words)
    version, problems = read_version(words, name, "") if parts else (None, ())
    provisions = parse(parts[1].lstrip("\n") if parts else words, version.language if version else None)
    title = provisions.at("title")
    printed = own_text(provisions, title) if title else ""
    return Text(name, printed, provisions, version, problems=tuple(problems))


def recorded_text(project: Project, asked: Asked) -> Text:
    """Return a text of an archive, held or not."""
    policy, version = asked.policy, asked.version
    name = f"{policy.id}@{version.key}"
    return Text(name, version.title, parse_version(version), version, policy, asked.day, project=project)


def held_text(text: Text, why: str) -> Text:
    """Return the text; raise if its words are not held. ``why`` ends the sentence of the message.

    Raises:
        YangeError: when they are not held.

    """
    if text.version is not None:
        refuse_unheld(text.version, text.where, why)
    return text


def refuse_unheld(version: Version, where: str, why: str) -> None:
    """Raise for a text whose words are not held; ``where`` is its file, ``why`` ends the sentence of the message.

    Raises:
        YangeError: when they are not held.

    """
    if not version.held:
        raise YangeError(f"{where}: the text is not held, so {why}")
