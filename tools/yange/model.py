"""The values that all parts of Yange use: policies, versions, clauses and events.

All are immutable, and nothing here reads a file, a clock or a text. :mod:`yange.parse` makes clauses from text,
:mod:`yange.library` makes policies from folders, :mod:`yange.timeline` computes periods and statuses.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from yange.numbering import ClauseNumber


class ClauseKind(StrEnum):
    """The kind of a clause; machine output prints the value."""

    DOCUMENT = "document"
    TITLE = "title"
    HEADING = "heading"  # a line that only structures the file, such as ``## 正文``
    COVER = "cover"
    CAPTION = "caption"
    PREAMBLE = "preamble"
    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    SUBITEM = "subitem"
    OUTLINE_1 = "outline-1"
    OUTLINE_2 = "outline-2"
    OUTLINE_3 = "outline-3"
    OUTLINE_4 = "outline-4"
    OUTLINE_5 = "outline-5"
    CLOSING = "closing"
    NOTE = "note"  # a footnote: ① and its words, below the article or at the end
    ANNEX = "annex"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Clause:
    """A unit of a text. Clauses nest, and they partition the text.

    ``start`` and ``end`` are character offsets into the body, half-open. The clause's own text (its label, heading
    and words outside any child) is ``[start, children[0].start)``; the children abut and the last ends at ``end``.
    ``label`` is the printed number (``第三条``, ``（一）``, ``3．``) or, for unnumbered units, 序言, 尾段一, 附件一.
    ``words`` is the offset at which the words after the printed label begin (``start`` where there is no label).
    ``path`` is the address within the version. ``placeholder`` is set where the number stands
    for a provision that is gone or was never used (（删去）, [Repealed], [Reserved]): such a clause provides nothing.
    """

    kind: ClauseKind
    label: str
    path: str
    start: int
    end: int
    words: int
    number: ClauseNumber | None = None
    children: tuple[Clause, ...] = ()
    placeholder: bool = False

    @property
    def own_end(self) -> int:
        """The offset at which the clause's own text ends and its first child begins."""
        return self.children[0].start if self.children else self.end

    def walk(self) -> Iterator[Clause]:
        """Yield the clause and all clauses in it, in order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Provisions:
    """A parsed text: the text itself and the tree of clauses that partitions it."""

    text: str
    root: Clause
    primary: tuple[Clause, ...] = ()
    """The primary citable units in order: articles; or else the deepest level whose numbering continues under two or
    more parents; or else the leaf headings."""
    language: str = "zh-Hans"
    """The tag of the pack that read the text, given or detected: see :func:`yange.law.law_of`."""

    @property
    def counted(self) -> tuple[Clause, ...]:
        """The primary units without placeholders, which :class:`Units` counts."""
        return tuple(clause for clause in self.primary if not clause.placeholder)

    def walk(self) -> Iterator[Clause]:
        """Yield every clause in order of the text, the document itself first."""
        return self.root.walk()

    def at(self, path: str) -> Clause | None:
        """Return the clause with this path, or ``None``."""
        return next((clause for clause in self.walk() if clause.path == path), None)


class Basis(StrEnum):
    """The basis of a version's first day."""

    STATED = "stated"
    SIGNED = "signed"
    PUBLISHED = "published"
    AMENDMENT = "amendment"
    REGISTER = "register"
    """A register of laws says so, as data; the text does not print the day."""
    UNKNOWN = "unknown"


class ExpiryBasis(StrEnum):
    """The basis of a version's last day."""

    STATED = "stated"
    COMPUTED = "computed"
    REGISTER = "register"


class Holding(StrEnum):
    """Whether the words of a version are held."""

    HELD = "held"
    CATALOGUE_ONLY = "catalogue-only"


class Condition(StrEnum):
    """The state of the held text."""

    COMPLETE = "complete"
    FRAGMENT = "fragment"
    TRUNCATED = "truncated"
    CORRUPTED = "corrupted"
    OCR = "ocr"
    """Recognised in pictures of pages: never complete, however it reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """How the words of a source were read from its file.

    ``reader`` is the name of the reader, ``library`` what it reads with and its version (``None``: Python alone), and
    ``sha256`` the hash of the text that it found, as UTF-8.
    """

    reader: str
    library: str | None
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One document that a text was taken from (a witness)."""

    name: str
    url: str | None = None
    page_date: date | None = None
    retrieved: date | None = None
    sha256: str | None = None
    media: str | None = None
    lines: tuple[int, int] | None = None
    """First and last line in that document (from 1, both included), if it contains several texts."""
    variants: tuple[str, ...] = ()
    register: str | None = None
    """The register of laws that the document is an entry of."""
    identifier: str | None = None
    """The key of the text in that register."""
    extract: Extract | None = None
    """How the words were read; ``None`` for a file that is plain text."""
    commit: str | None = None
    """The commit of another archive's git repository in which the file is."""
    blob: str | None = None
    """The id that git gives the file there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """An order that amended a text, as the caption lists it."""

    number: str | None
    date: date | None
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClausePeriod:
    """A clause that begins or ends on another day than its version: ``first`` is the first day, ``until`` exclusive."""

    clause: str
    first: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """An effect of one instrument on another: a repeal, an extension, a suspension, a revival, a declaration of lapse.

    ``extent`` has the labels of the affected clauses, empty for the whole instrument. ``on`` is the day of the effect
    (``None``: the first day of the version that states it). ``until`` is the new last day in force of an extension, or
    the last day of a suspension. ``policy`` is the id of the affected policy, if the library has it.
    """

    policy: str | None
    number: str | None
    title: str | None
    extent: tuple[str, ...] = ()
    on: date | None = None
    until: date | None = None
    line: int | None = None

    @property
    def whole(self) -> bool:
        """Whether the whole instrument is affected."""
        return not self.extent


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A mistake in the record that was corrected, with the evidence."""

    date: date | None
    field: str
    clause: str | None = None
    was: str | None = None
    now: str | None = None
    evidence: str | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """The number of primary citable units of a text, for checking and for texts that are not held.

    Placeholders (（删去）, [Repealed]) are not counted: they provide nothing.
    """

    kind: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """When somebody last compared status and text with the issuer's."""

    date: date
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One text of a policy from one effective day on (the page Formats explains every field).

    ``key`` names the text within its policy, in commands, machine output and addresses: ``v2020-03-01``,
    ``v2020-03-01.2`` or ``undated`` (:func:`version_key`). ``path`` is relative to the project.
    ``expires`` is the last day in force. ``lines`` gives the line of each front matter field in the file and
    ``body_line`` the line on which the body begins, for messages.
    """

    policy: str
    key: str
    path: str
    title: str
    cover_title: str | None = None
    number: str | None = None
    issuer: tuple[str, ...] = ()
    signed: date | None = None
    published: date | None = None
    effective: date | None = None
    effective_basis: Basis = Basis.UNKNOWN
    commenced: date | None = None
    amended_by: tuple[Amendment, ...] = ()
    expires: date | None = None
    expires_basis: ExpiryBasis | None = None
    clause_periods: tuple[ClausePeriod, ...] = ()
    repeals: tuple[Effect, ...] = ()
    extends: tuple[Effect, ...] = ()
    suspends: tuple[Effect, ...] = ()
    revives: tuple[Effect, ...] = ()
    declares_lapsed: tuple[Effect, ...] = ()
    savings: tuple[str, ...] = ()
    prevails_over: tuple[str, ...] = ()
    draft: bool = False
    """A text that was never law: a draft for comments, a bill. It has no period and no effects."""
    text: Holding = Holding.HELD
    condition: Condition = Condition.COMPLETE
    units: Units | None = None
    sources: tuple[Source, ...] = ()
    checked: Checked | None = None
    corrections: tuple[Correction, ...] = ()
    review: tuple[str, ...] = ()
    settled: tuple[str, ...] = ()
    """Sentences that ``check`` could not read and a person has read: nothing more has to be recorded for them."""
    language: str = "zh"
    note: str | None = None
    body: str = ""
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)
    body_line: int = field(default=1, compare=False, repr=False)

    @property
    def acts(self) -> tuple[tuple[EventKind, Effect], ...]:
        """All effects of the text on other instruments, in the order of :data:`EFFECT_FIELDS`."""
        return tuple((kind, effect) for kind, name in EFFECT_FIELDS.items() for effect in getattr(self, name))

    @property
    def held(self) -> bool:
        """Whether the words are held."""
        return self.text is Holding.HELD

    @property
    def stem(self) -> str:
        """The name of the file without ``.md``: ``2020-03-01``, ``2020-03-01.2`` or ``undated``."""
        return stem_of(self.key)

    @property
    def named_day(self) -> str:
        """The day in the file's name, or ``undated``."""
        return self.stem.removeprefix(_DRAFT).partition(".")[0]

    @property
    def kept_as_draft(self) -> bool:
        """Whether the file is in the folder ``drafts`` of its policy."""
        return self.key.startswith(_DRAFT)

    @property
    def nth_on_day(self) -> int:
        """The place of the text among those of the day in the file's name, from 1."""
        nth = self.stem.partition(".")[2]
        return int(nth) if nth.isascii() and nth.isdigit() else 1


_TEXT = "v"
_DRAFT = "draft-"
DRAFTS = "drafts"
"""The folder beside the texts of a policy for those that are no law yet: for comments, bills."""


def version_key(stem: str) -> str:
    """Return the key of the text in the file ``stem``.md.

    A file is named by a day, but a key must not be: ``policy@2020-03-01`` is the text in force on that day, which may
    be the second text of the day; ``policy@v2020-03-01`` is the text in ``2020-03-01.md``, in force then or not.
    """
    return f"{_TEXT}{stem}" if stem[:1].isdigit() else stem


def key_at(path: str) -> str:
    """Return the key of the text in the file at ``path``; one in the folder ``drafts`` begins with ``draft-``."""
    folder, _, name = path.rpartition("/")
    stem = name.removesuffix(".md")
    return f"{_DRAFT}{stem}" if folder.rpartition("/")[2] == DRAFTS else version_key(stem)


def stem_of(key: str) -> str:
    """Return the name of a text's file without ``.md``: the inverse of :func:`version_key`."""
    return key.removeprefix(_TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """An instrument across its whole life: one line of succession. Versions are in order of their keys' days.

    ``identifier`` is the key of the law in the register from which its texts were taken, with the register's name
    (``legalize/li/LGBl-1921-015``): a later import finds the law by it. ``introduction`` is the text below the facts in
    ``policy.md``, for people who read the folder. ``alignment`` is the content of ``alignment.yml`` as plain values;
    :mod:`yange.compare.answers` reads them.
    """

    id: str
    title: str
    place: str
    kind: str | None = None
    rank: str | None = None
    identifier: str | None = None
    was: tuple[str, ...] = ()
    sample: bool = False
    note: str | None = None
    introduction: str = ""
    alignment: object = field(default=None, hash=False)
    path: str = ""
    versions: tuple[Version, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)

    def __str__(self) -> str:
        return f"{self.id}  {self.title}"

    def version(self, key: str) -> Version | None:
        """Return the version with this key, or ``None``."""
        return next((version for version in self.versions if version.key == key), None)


class EventKind(StrEnum):
    """The kinds of events of a policy."""

    SIGNED = "signed"
    PUBLISHED = "published"
    COMMENCEMENT = "commencement"
    AMENDMENT = "amendment"
    REPLACEMENT = "replacement"
    REPEAL = "repeal"
    PARTIAL_REPEAL = "partial-repeal"
    EXPIRY = "expiry"
    EXTENSION = "extension"
    SUSPENSION = "suspension"
    REVIVAL = "revival"
    DECLARED_LAPSED = "declared-lapsed"
    CLAUSE_BEGINS = "clause-begins"
    CLAUSE_ENDS = "clause-ends"
    AMENDING_ORDER = "amending-order"
    """An order that amends the instrument was issued; the day on which it took effect is not known here."""


EFFECT_FIELDS: Mapping[EventKind, str] = {
    EventKind.REPEAL: "repeals",
    EventKind.EXTENSION: "extends",
    EventKind.SUSPENSION: "suspends",
    EventKind.REVIVAL: "revives",
    EventKind.DECLARED_LAPSED: "declares_lapsed",
}
"""The front matter field in which each kind of effect on other instruments is recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, or will happen, to a policy on a day.

    ``day`` is its first day (for an expiry, the day after the last day in force). ``version`` is the key of the
    affected text. ``by_policy`` and ``by_version`` name the instrument that has the effect, if the library has it, and
    ``number`` is its document number. ``clauses`` are the labels of the affected clauses; empty means the whole.
    """

    day: date
    kind: EventKind
    policy: str
    version: str
    by_policy: str | None = None
    by_version: str | None = None
    number: str | None = None
    clauses: tuple[str, ...] = ()

    def __str__(self) -> str:
        clauses = f" ({'、'.join(self.clauses)})" if self.clauses else ""
        return f"{self.day}  {self.kind.value}  {self.policy}@{self.version}{clauses}"


class Status(StrEnum):
    """The status of a policy or a version on a day."""

    NOT_YET_IN_FORCE = "not-yet-in-force"
    IN_FORCE = "in-force"
    SUPERSEDED = "superseded"
    REPEALED = "repealed"
    EXPIRED = "expired"
    SUSPENDED = "suspended"
    """暂停执行: the whole text is out of force for a time, but has not ended."""
    DRAFT = "draft"
    """草案: not law on any day."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Library:
    """All policies in ``policies/``, in order of id.

    ``bare`` is set if private persons are already withheld (:func:`yange.persons.withheld`).
    """

    policies: tuple[Policy, ...] = ()
    bare: bool = field(default=False, compare=False)

    def policy(self, policy_id: str) -> Policy | None:
        """Return the policy with this id or former id, or ``None``."""
        for policy in self.policies:
            if policy.id == policy_id or policy_id in policy.was:
                return policy
        return None

    def versions(self) -> Iterator[Version]:
        """Yield every version of every policy in order."""
        for policy in self.policies:
            yield from policy.versions
