"""File documents: find the policy and version of each, and record their effects on other instruments.

Texts are one policy if their titles are the same (apart from place, year, 试行 and the like) and one repeals or
replaces the other; otherwise each is a policy of its own (docs/design/policy-on-disk.md). A version that the library
has already is left as people edited it; a catalogued text without words is completed, not overwritten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from yange.dates import last_day_of_years, next_day
from yange.importers import records
from yange.importers.answers import NO_ANSWERS, ImportAnswers, SeriesAnswer
from yange.importers.copies import shared_words, variants
from yange.importers.documents import Document
from yange.importers.forms import forms_of
from yange.importers.naming import instrument, same_policy_key, without_issuer
from yange.importers.places import Gazetteer, Place
from yange.importers.reading import remark
from yange.importers.series import Relation, SeriesText, relation, text_of_document, text_of_version
from yange.importers.slugs import LONGEST, slug
from yange.library import free_stem, version_order
from yange.model import DRAFTS, Basis, Effect, EventKind, Library, Policy, Version, key_at, version_key
from yange.names import number_key
from yange.persons import is_answer, mentions
from yange.statements import EffectStatement

_BRACKETS = re.compile(r"\s*[（(][^（()）]*[)）]\s*$")
"""What a title has behind it in brackets: （征求意见稿）, （修订草案）."""
_NOWHERE = Place("", "unplaced")


@dataclass(slots=True)
class DraftVersion:
    """A version being filed. ``documents`` are the indices of its documents; the words are those of the first.

    ``known`` is the version as the library has it.
    """

    version: Version
    documents: list[int] = field(default_factory=list)
    changed: bool = False
    known: Version | None = None


@dataclass(slots=True)
class Shelf:
    """A policy being filed, with its versions. ``keys`` are its normalised titles (:func:`same_policy_key`)."""

    policy: Policy
    keys: set[str]
    entries: list[DraftVersion] = field(default_factory=list)
    changed: bool = False

    @property
    def drafts(self) -> bool:
        """Whether all versions are drafts: no law is filed with them, and no effect is recorded on them."""
        return bool(self.entries) and all(entry.version.draft for entry in self.entries)


@dataclass(slots=True)
class Filed:
    """Where one document was filed: its policy, its version, and the document that it is a copy of."""

    shelf: Shelf
    entry: DraftVersion
    duplicate_of: int | None = None


class Cabinet:
    """All policies: those of the library, and new ones for the documents."""

    def __init__(
        self,
        library: Library,
        places: Gazetteer,
        *,
        catalogue_only: bool,
        answers: ImportAnswers = NO_ANSWERS,
    ) -> None:
        self.places = places
        self.answers = answers
        self.same_titles: list[tuple[Document, str]] = []
        """The texts of which nothing shows what they are to a policy of the same title, each with the policy's id."""
        self.catalogue_only = catalogue_only
        self.removed: set[str] = set()
        self.shelves = [self._known(policy) for policy in library.policies]

    def file(self, documents: Sequence[Document]) -> list[Filed]:
        """File all documents, then record their effects on others; return where each was filed."""
        filed: list[Filed] = []
        linked = self._linked(documents)
        for index, document in enumerate(documents):
            place = self._find(document, documents, filed)
            place = place or self._new(document, documents, linked)
            place.entry.documents.append(index)
            filed.append(place)
        for index in sorted(range(len(documents)), key=lambda k: _day_order(documents[k])):
            if filed[index].duplicate_of is None:
                self._act(documents[index], filed[index])
        for shelf in self.shelves:
            self._name_versions(shelf)
        return filed

    def _known(self, policy: Policy) -> Shelf:
        titles = (policy.title, *(version.title for version in policy.versions))
        entries = [DraftVersion(version, known=version) for version in policy.versions]
        return Shelf(policy, {self._key(title) for title in titles}, entries)

    def _key(self, title: str) -> str:
        return same_policy_key(title, self.places)

    def _everything(self) -> Iterator[tuple[Shelf, DraftVersion]]:
        for shelf in self.shelves:
            for entry in shelf.entries:
                yield shelf, entry

    # -- finding a document again -----------------------------------------------------------------------------------

    def _find(self, document: Document, documents: Sequence[Document], filed: Sequence[Filed]) -> Filed | None:
        """Return the known version of a document: by its file and lines, as a copy, or a record without words."""
        known = self._witnessed(document)
        if known is not None:
            first = next(iter(known.entry.documents), None)
            self._complete(known.entry, document)
            if first is not None and not self.catalogue_only:
                self._put(known.entry, records.with_variants(known.entry.version, document, documents[first].body))
            return Filed(known.shelf, known.entry, first)
        copy = self._answered_copy(document, documents) or self._copied(document, documents)
        if copy is not None:
            return copy
        catalogued = self._catalogued(document)
        if catalogued is not None:
            self._complete(catalogued.entry, document)
        return catalogued

    def _witnessed(self, document: Document) -> Filed | None:
        """Return the version that has this file and these lines as a source."""
        for shelf, entry in self._everything():
            if any(document.is_of(source) for source in entry.version.sources):
                return Filed(shelf, entry)
        return None

    def _copied(self, document: Document, documents: Sequence[Document]) -> Filed | None:
        """Return the text, held or just read, that this document is a copy of."""
        for shelf, entry, text in self._of_one_title(document, documents):
            if relation(text, text_of_document(document)) is Relation.COPY:
                self._add_copy(entry, document, text.body)
                return Filed(shelf, entry, next(iter(entry.documents), None))
        return None

    def _answered_copy(self, document: Document, documents: Sequence[Document]) -> Filed | None:
        """Return the text of which this document is a copy because a person said so: the most similar one."""
        policies = self.answers.policies(document, SeriesAnswer.COPY)
        texts = [
            (shared_words(text.body, document.body), shelf, entry, text.body)
            for shelf, entry, text in self._with_words(documents)
            if shelf.policy.id in policies
        ]
        if not texts:
            return None
        _, shelf, entry, body = max(texts, key=lambda one: one[0])
        self._add_copy(entry, document, body)
        return Filed(shelf, entry, next(iter(entry.documents), None))

    def _answered_version(self, document: Document) -> Shelf | None:
        """Return the policy of which this document is a version because a person said so."""
        policies = self.answers.policies(document, SeriesAnswer.VERSION)
        return next((shelf for shelf in self.shelves if shelf.policy.id in policies), None)

    def _with_words(self, documents: Sequence[Document]) -> Iterator[tuple[Shelf, DraftVersion, SeriesText]]:
        """Yield the texts with words, held or just read."""
        for shelf, entry in self._everything():
            if entry.documents:
                yield shelf, entry, text_of_document(documents[entry.documents[0]])
            elif entry.version.held:
                yield shelf, entry, text_of_version(entry.version)

    def _of_one_title(
        self, document: Document, documents: Sequence[Document]
    ) -> Iterator[tuple[Shelf, DraftVersion, SeriesText]]:
        """Yield the texts with words whose normalised title and place are those of a document.

        Those of a policy of which a person said what the document is to it are left out.
        """
        key, place = self._key(document.facts.shown_title), document.facts.place or _NOWHERE
        for shelf, entry in self._everything():
            if key not in shelf.keys or (shelf.policy.place or "") != place.name:
                continue
            if self.answers.series(document, shelf.policy.id) is not None:
                continue
            if entry.documents:
                yield shelf, entry, text_of_document(documents[entry.documents[0]])
            elif entry.version.held:
                yield shelf, entry, text_of_version(entry.version)

    def _catalogued(self, document: Document) -> Filed | None:
        """Return the record without words of this document: the same number, or the same title and first day."""
        facts = document.facts
        key, number = self._key(facts.shown_title), number_key(facts.number)
        for shelf, entry in self._everything():
            version = entry.version
            if version.held or entry.documents or version.draft != facts.draft:
                continue
            dated = version.effective is not None and version.effective == facts.effective
            if (number is not None and number_key(version.number) == number) or (dated and key in shelf.keys):
                return Filed(shelf, entry)
        return None

    def _complete(self, entry: DraftVersion, document: Document) -> None:
        self._put(entry, records.completed(entry.version, document, catalogue_only=self.catalogue_only))

    def _add_copy(self, entry: DraftVersion, document: Document, held: str) -> None:
        _remark_variants(document, held)
        self._put(entry, records.with_copy(entry.version, document, held, catalogue_only=self.catalogue_only))

    @staticmethod
    def _put(entry: DraftVersion, version: Version) -> None:
        entry.changed = entry.changed or version != entry.version
        entry.version = version

    # -- new documents ----------------------------------------------------------------------------------------------

    def _linked(self, documents: Sequence[Document]) -> set[str]:
        """Return the titles whose texts are one policy because one repeals an instrument of the same title."""
        return {
            self._key(document.facts.shown_title)
            for document in documents
            for statement in document.facts.repeals
            if statement.title
            and not statement.extent
            and self._key(instrument(statement.title)) == self._key(document.facts.shown_title)
        }

    def _new(self, document: Document, documents: Sequence[Document], linked: set[str]) -> Filed:
        facts = document.facts
        place = facts.place or _NOWHERE
        shelf = self._answered_version(document) or self._law_of_draft(document) or self._joined(document, linked)
        shelf = shelf or self._of_register(document) or self._of_series(document, documents)
        if shelf is None:
            shelf = self._shelve(instrument(facts.shown_title), place, facts.kind, facts.rank)
        entry = DraftVersion(records.version_of(document, catalogue_only=self.catalogue_only), changed=True)
        shelf.entries.append(entry)
        return Filed(shelf, entry)

    def _law_of_draft(self, document: Document) -> Shelf | None:
        """Return the only policy of the place that has the title of a draft without the brackets behind it.

        A draft acts on nothing, so that it is filed beside the law changes no answer about the law.
        """
        title = document.facts.shown_title
        bare = _BRACKETS.sub("", title)
        if not document.facts.draft or bare == title:
            return None
        place, key = document.facts.place or _NOWHERE, self._key(bare)
        laws = [one for one in self.shelves if one.entries and not one.drafts and one.policy.place == place.name]
        found = [shelf for shelf in laws if key in shelf.keys]
        return found[0] if len(found) == 1 else None

    def _joined(self, document: Document, linked: set[str]) -> Shelf | None:
        """Return the policy of the same title and place whose texts repeal one another."""
        key, place = self._key(document.facts.shown_title), document.facts.place or _NOWHERE
        same = (shelf for shelf in self.shelves if key in shelf.keys and shelf.policy.place == place.name)
        said = self.answers.series
        same = (shelf for shelf in same if said(document, shelf.policy.id) is not SeriesAnswer.OTHER)
        return next((shelf for shelf in same if key in linked or _repeals_own(shelf)), None)

    def _of_register(self, document: Document) -> Shelf | None:
        """Return the policy that has another state of the same text, by its key in the same register."""
        given, day = document.source.given, document.facts.effective
        if given.partial or not (given.register and given.identifier and day):
            return None
        for shelf, entry in self._everything():
            keys = {(source.register, source.identifier) for source in entry.version.sources}
            if (given.register, given.identifier) in keys and entry.version.effective not in (None, day):
                return shelf
        return None

    def _of_series(self, document: Document, documents: Sequence[Document]) -> Shelf | None:
        """Return the policy of which this is another version by its caption; report a case that is not clear."""
        mine = text_of_document(document)
        related: list[tuple[Shelf, DraftVersion, Relation]] = [
            (shelf, entry, relation(text, mine)) for shelf, entry, text in self._of_one_title(document, documents)
        ]
        for identity in dict.fromkeys(id(shelf) for shelf, _, _ in related):
            found = [one for one in related if id(one[0]) == identity]
            if all(how is Relation.VERSION for _, _, how in found):
                return found[0][0]
        for shelf, entry, how in related:
            if how in (Relation.QUESTION, Relation.VERSION) and document.facts.kind not in document.forms.recurring:
                self.same_titles.append((document, shelf.policy.id))
                _ask(document, entry)
        return None

    def _shelve(self, title: str, place: Place, kind: str | None, rank: str | None, *, ending: str = "") -> Shelf:
        name = self._address(title, place, ending)
        policy = Policy(id=name, title=title, place=place.name, kind=kind, rank=rank, path=f"policies/{name}/policy.md")
        shelf = Shelf(policy, {self._key(title)}, changed=True)
        self.shelves.append(shelf)
        return shelf

    def _address(self, title: str, place: Place, ending: str) -> str:
        """Return a free id: the place, and the pinyin of the title without place, issuer and final bracket.

        The name of the asker in the title of an answer is left out: an id never changes, and is in every address.
        """
        for mention in reversed(mentions(title)) if is_answer(title) else ():
            title = title[: mention.start] + title[mention.end :]
        plain = self.places.without(without_issuer(re.sub(r"[（(][^（）()]*[）)]$", "", title)))
        base = slug(re.sub(forms_of().filler, "", plain) or title)
        base = f"{base[: LONGEST - len(ending)].rstrip('-')}{ending}"
        taken = {name for shelf in self.shelves for name in (shelf.policy.id, *shelf.policy.was)}
        name, count = f"{place.slug}/{base}", 1
        while name in taken:
            count += 1
            nth = f"-{count}"
            name = f"{place.slug}/{base[: LONGEST - len(nth)].rstrip('-')}{nth}"
        return name

    # -- what documents do to other instruments ---------------------------------------------------------------------

    def _act(self, document: Document, filed: Filed) -> None:
        facts, entry = document.facts, filed.entry
        if not entry.changed or entry.version.repeals:
            return
        entry.version = replace(
            entry.version,
            repeals=self._acts(facts.repeals, document, filed),
            extends=self._acts(facts.extends, document, filed),
            suspends=self._acts(facts.suspends, document, filed),
            revives=self._acts(facts.revives, document, filed),
            declares_lapsed=self._acts(facts.lapses, document, filed),
        )

    def _acts(self, found: Sequence[EffectStatement], document: Document, filed: Filed) -> tuple[Effect, ...]:
        version = filed.entry.version
        day = version.commenced if version.effective_basis is Basis.AMENDMENT else version.effective
        effects: list[Effect] = []
        for statement in found:
            target = self._target(statement, document, filed)
            until = statement.until or _longer(target, statement)
            if until is None and statement.kind is EventKind.EXTENSION:
                continue
            effects.append(
                Effect(
                    policy=target.policy.id,
                    number=statement.number,
                    title=statement.title,
                    extent=statement.extent,
                    on=statement.day or day,
                    until=until,
                )
            )
        return tuple(effects)

    def _target(self, statement: EffectStatement, document: Document, filed: Filed) -> Shelf:
        """Return the affected policy, found by number or by title and place; record it by name if there is none."""
        number = number_key(statement.number)
        if number is not None:
            for shelf, entry in self._everything():
                if number_key(entry.version.number) == number and not entry.version.draft:
                    return shelf
        title = instrument(statement.title) if statement.title else statement.number or ""
        place = self.places.leading(title) or document.facts.place or _NOWHERE
        near = (filed.shelf, *self.shelves)
        same = (s for s in near if self._key(title) in s.keys and s.policy.place == place.name and not s.drafts)
        named = next(same, None)
        kind = next((kind for kind in (filed.shelf.policy.kind,) if kind and title.endswith(kind)), None)
        target = named or self._shelve(title, place, kind, None)
        if not _is_among(target, statement, document, filed):
            target.entries.append(
                DraftVersion(records.named_only(statement, document, filed.entry.version), changed=True)
            )
        return target

    # -- names of files ---------------------------------------------------------------------------------------------

    def _name_versions(self, shelf: Shelf) -> None:
        """Name changed versions by their effective day, and remove the old file of a record that got its day."""
        taken = {entry.version.stem for entry in shelf.entries if entry.version.key}
        for entry in sorted((e for e in shelf.entries if e.changed), key=lambda e: _signing_order(e.version)):
            version = entry.version
            if version.draft and not shelf.drafts:
                entry.version = replace(_among_drafts(version, shelf), policy=shelf.policy.id)
                continue
            base = version.effective.isoformat() if version.effective else "undated"
            if version.named_day != base:
                taken.discard(version.stem)
                if version.path:
                    self.removed.add(version.path)
                stem = free_stem(base, taken)
                taken.add(stem)
                path = f"policies/{shelf.policy.id}/{stem}.md"
                version = replace(version, key=version_key(stem), path=path)
            entry.version = replace(version, policy=shelf.policy.id)
        shelf.entries.sort(key=lambda entry: version_order(entry.version))


def _among_drafts(version: Version, shelf: Shelf) -> Version:
    """Return a draft with its place in the folder of drafts: named by its own day; one that has a place keeps it."""
    if version.key:
        return version
    day = version.signed or version.published
    there = [entry.version for entry in shelf.entries if entry.version.kept_as_draft]
    names = [f"{one.named_day}.{one.nth_on_day}" if one.nth_on_day > 1 else one.named_day for one in there]
    path = f"policies/{shelf.policy.id}/{DRAFTS}/{free_stem(day.isoformat() if day else 'undated', names)}.md"
    return replace(version, key=key_at(path), path=path)


def _longer(shelf: Shelf, statement: EffectStatement) -> date | None:
    """Return the new last day of a text that is extended by years, counted from its last known day."""
    ends = [entry.version.expires for entry in shelf.entries if entry.version.expires is not None]
    if not ends or statement.years is None:
        return None
    return last_day_of_years(next_day(max(ends)), statement.years)


def _repeals_own(shelf: Shelf) -> bool:
    return any(
        effect.policy == shelf.policy.id and effect.whole for entry in shelf.entries for effect in entry.version.repeals
    )


def _is_among(shelf: Shelf, statement: EffectStatement, document: Document, filed: Filed) -> bool:
    """Return whether a version of the policy may be the instrument meant: an earlier one without another number."""
    mine = filed.entry.version.effective
    for entry in shelf.entries:
        version = entry.version
        if entry is filed.entry or not _agree(number_key(version.number), number_key(statement.number)):
            continue
        if version.effective is not None and mine is not None and version.effective >= mine:
            continue
        if version.number is None and statement.number is not None and version.held:
            line = document.source.line(document.draft.end - 1)
            message = f"{version.title} (from {version.effective}) may be {statement.number}, which this text repeals"
            hint = "add the number there once it is confirmed"
            found = remark(document.source, "number-candidate", line, message, hint)
            document.facts.warnings.append(found)
        return True
    return False


def _remark_variants(document: Document, held: str) -> None:
    found = variants(held, document.body)
    if found:
        message = f"the words of this copy differ: {'; '.join(found[:3])}{'; …' if len(found) > 3 else ''}"
        hint = "caption, number and days agree; if one of the two was amended, file it as a version"
        document.facts.warnings.append(remark(document.source, "copy-differs", document.lines[0], message, hint))


def _signing_order(version: Version) -> tuple[str, str, str]:
    return (str(version.effective or "~"), str(version.signed or ""), version.number or "")


def _day_order(document: Document) -> tuple[str, str]:
    return (str(document.facts.effective or document.facts.signed or ""), document.facts.shown_title)


def _agree(left: object, right: object) -> bool:
    return left is None or right is None or left == right


def _ask(document: Document, entry: DraftVersion) -> None:
    """Report a text that may be another version of a policy of the same title: as filed, both may be in force."""
    version = entry.version
    name = version.path or f"{document.facts.shown_title} ({version.sources[0].name if version.sources else '–'})"
    message = f"{name} has the same title; the text does not show whether this is a version, a copy or another policy"
    hint = "it was filed as a policy of its own; if it is a version, move its file to the other policy and date both"
    found = remark(document.source, "same-title", document.lines[0], message, hint)
    document.facts.warnings.append(found)
