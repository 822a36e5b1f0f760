"""Which policy and which version a document is, and the records of instruments known only from a repeal.

Texts are one policy when their titles are the same (place, years, 试行 and the like apart) and one repeals or replaces
the other; otherwise each is a policy of its own (design §4). What is in the library already is found again and kept as
people have left it; a text that was catalogued without its words is completed, not overwritten.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from yange.importers.copies import are_copies, variants
from yange.importers.documents import Document
from yange.importers.naming import same_policy_key
from yange.importers.places import Gazetteer, Place
from yange.importers.slugs import slug
from yange.library import version_order
from yange.model import Basis, Condition, Effect, Holding, Library, Policy, Version
from yange.names import number_key
from yange.problems import warning
from yange.statements import EffectStatement, read_day
from yange.statements.days import HAN_DAY

_NOWHERE = Place("", "unplaced")
_INNER = re.compile(r"(?:印发|转发|公布|发布)[〈《]?(?P<what>.+?)[〉》]?的通知$")
_ISSUED_BY = re.compile(rf"(?P<day>{HAN_DAY})[一-鿿]{{0,24}}?(?P<what>印发|发布|公布|颁布)(?:实施)?的$")


@dataclass(slots=True)
class Entry:
    """A version in the making. ``documents`` are the indices of the documents it was taken from, the first holds."""

    version: Version
    documents: list[int] = field(default_factory=list)
    changed: bool = False


@dataclass(slots=True)
class Shelf:
    """A policy in the making, with its versions. ``key`` is what its titles share."""

    policy: Policy
    key: str
    entries: list[Entry] = field(default_factory=list)
    changed: bool = False


@dataclass(slots=True)
class Filed:
    """Where one document went: its policy, its version, and the document it is a copy of."""

    shelf: Shelf
    entry: Entry
    duplicate_of: int | None = None


class Cabinet:
    """All policies: those of the library, and those the documents make."""

    def __init__(self, library: Library, places: Gazetteer, *, catalogue_only: bool) -> None:
        self.places = places
        self.catalogue_only = catalogue_only
        self.removed: set[str] = set()
        self.shelves = [self._known(policy) for policy in library.policies]

    def _known(self, policy: Policy) -> Shelf:
        entries = [Entry(version) for version in policy.versions]
        return Shelf(policy, same_policy_key(policy.title, self.places), entries)

    # -- documents --------------------------------------------------------------------------------------------------

    def file(self, documents: Sequence[Document]) -> list[Filed]:
        """File all documents, then record what they do to others; return where each went."""
        filed: list[Filed] = []
        linked = _linked_keys(documents, self.places)
        for index, document in enumerate(documents):
            filed.append(self._file_one(index, document, documents, filed, linked))
        for index in sorted(range(len(documents)), key=lambda k: _day_order(documents[k])):
            if filed[index].duplicate_of is None:
                self._effects(documents[index], filed[index])
        for shelf in self.shelves:
            self._name_versions(shelf)
        return filed

    def _file_one(
        self, index: int, document: Document, documents: Sequence[Document], filed: Sequence[Filed], linked: set[str]
    ) -> Filed:
        known = self._witnessed(document)
        if known is not None:
            shelf, entry = known
            entry.documents.append(index)
            self._complete(entry, document)
            return Filed(shelf, entry)
        for earlier, place in enumerate(filed):
            if (
                place.duplicate_of is None
                and _compatible(documents[earlier], document)
                and are_copies(documents[earlier].body, document.body)
            ):
                self._add_copy(place.entry, document, documents[earlier].body)
                place.entry.documents.append(index)
                return Filed(place.shelf, place.entry, earlier)
        held = self._held_copy(document)
        if held is not None:
            shelf, entry = held
            self._add_copy(entry, document, entry.version.body)
            entry.documents.append(index)
            return Filed(shelf, entry)
        return self._new(index, document, linked)

    def _new(self, index: int, document: Document, linked: set[str]) -> Filed:
        catalogued = self._catalogued(document.facts.shown_title, document.facts.number, document)
        if catalogued is not None:
            shelf, entry = catalogued
            self._complete(entry, document)
            entry.documents.append(index)
            return Filed(shelf, entry)
        shelf = self._shelf_for(document, linked)
        entry = Entry(self._version(document), [index], True)
        shelf.entries.append(entry)
        return Filed(shelf, entry)

    def _witnessed(self, document: Document) -> tuple[Shelf, Entry] | None:
        """The version that names this very file and these lines as a source."""
        first, last = document.lines
        for shelf in self.shelves:
            for entry in shelf.entries:
                for source in entry.version.sources:
                    if source.sha256 == document.source.sha256 and source.lines in (None, (first, last)):
                        return shelf, entry
        return None

    def _held_copy(self, document: Document) -> tuple[Shelf, Entry] | None:
        """A held text of the library that this document is a copy of."""
        key = same_policy_key(document.facts.shown_title, self.places)
        for shelf in self.shelves:
            if shelf.key != key:
                continue
            for entry in shelf.entries:
                version = entry.version
                alike = (
                    version.held
                    and _agree(version.effective, document.facts.effective)
                    and _agree(number_key(version.number), number_key(document.facts.number))
                )
                if alike and are_copies(version.body, document.body):
                    return shelf, entry
        return None

    def _catalogued(self, title: str, number: str | None, document: Document) -> tuple[Shelf, Entry] | None:
        """A record without words that this document fills: same number, or same title and first day."""
        key = same_policy_key(title, self.places)
        for shelf in self.shelves:
            for entry in shelf.entries:
                version = entry.version
                if version.held:
                    continue
                if number is not None and number_key(version.number) == number_key(number):
                    return shelf, entry
                dated = version.effective is not None and version.effective == document.facts.effective
                if dated and same_policy_key(version.title, self.places) == key:
                    return shelf, entry
        return None

    def _shelf_for(self, document: Document, linked: set[str]) -> Shelf:
        facts = document.facts
        key, place = same_policy_key(facts.shown_title, self.places), facts.place or _NOWHERE
        for shelf in self.shelves:
            if shelf.key == key and shelf.policy.place == place.name and (key in linked or self._repeals_own(shelf)):
                return shelf
        return self._shelve(facts.shown_title, key, place, facts.kind, facts.rank)

    def _repeals_own(self, shelf: Shelf) -> bool:
        return any(
            effect.policy == shelf.policy.id and effect.whole
            for entry in shelf.entries
            for effect in entry.version.repeals
        )

    def _shelve(self, title: str, key: str, place: Place, kind: str | None, rank: str | None) -> Shelf:
        plain = self.places.without(re.sub(r"[（(][^（）()]*[）)]$", "", title))
        base = slug(re.sub(r"^人民政府(?:办公厅|办公室)?", "", plain) or title)
        taken = {shelf.policy.id for shelf in self.shelves} | {
            was for shelf in self.shelves for was in shelf.policy.was
        }
        name, count = f"{place.slug}/{base}", 1
        while name in taken:
            count += 1
            name = f"{place.slug}/{base[:57]}-{count}"
        policy = Policy(id=name, title=title, place=place.name, kind=kind, rank=rank, path=f"policies/{name}/policy.md")
        shelf = Shelf(policy, key, changed=True)
        self.shelves.append(shelf)
        return shelf

    def _version(self, document: Document) -> Version:
        facts = document.facts
        held = not self.catalogue_only
        return Version(
            policy="",
            key="",
            path="",
            title=facts.shown_title,
            cover_title=facts.cover_title,
            number=facts.number,
            issuer=facts.issuer,
            signed=facts.signed,
            published=facts.published,
            effective=facts.effective,
            effective_basis=facts.basis,
            commenced=facts.commenced,
            amended_by=facts.amended_by,
            expires=facts.expires,
            expires_basis=facts.expires_basis,
            clause_periods=facts.clause_periods,
            savings=document.savings,
            prevails_over=document.prevails,
            text=Holding.HELD if held else Holding.CATALOGUE_ONLY,
            condition=document.condition,
            units=document.units,
            sources=(document.witness(),),
            review=tuple(facts.review),
            body=document.body if held else "",
        )

    def _complete(self, entry: Entry, document: Document) -> None:
        """Give a record its words and what it lacks; what people entered stays as it is."""
        version = entry.version
        if version.held or (self.catalogue_only and any(s.sha256 == document.source.sha256 for s in version.sources)):
            return
        fresh = self._version(document)
        sources = version.sources or fresh.sources
        if not any(source.sha256 == document.source.sha256 for source in version.sources):
            sources = (*version.sources, *fresh.sources)
        keep = {
            name: getattr(version, name) or getattr(fresh, name)
            for name in ("cover_title", "number", "issuer", "signed", "published", "commenced", "amended_by", "expires",
                         "expires_basis", "clause_periods", "savings", "prevails_over", "repeals")
        }  # fmt: skip
        known = version.effective is not None
        review = tuple(name for name in version.review if known or name != "effective")
        entry.version = replace(
            version,
            **keep,
            title=version.title if version.sources else fresh.title,
            effective=version.effective if known else fresh.effective,
            effective_basis=version.effective_basis if known else fresh.effective_basis,
            text=fresh.text,
            condition=fresh.condition,
            units=fresh.units,
            sources=sources,
            review=tuple(dict.fromkeys((*review, *(() if version.sources else fresh.review)))),
            note=version.note if version.sources else None,
            body=fresh.body,
        )
        entry.changed = True

    def _add_copy(self, entry: Entry, document: Document, held: str) -> None:
        """Enter the document as a further source; facts the held copy lacks are taken over."""
        version, facts = entry.version, document.facts
        found = () if self.catalogue_only else variants(held, document.body)
        entry.version = replace(
            version,
            sources=(*version.sources, document.witness(found)),
            number=version.number or facts.number,
            signed=version.signed or facts.signed,
            issuer=version.issuer or facts.issuer,
        )
        entry.changed = True

    # -- effects on other instruments -------------------------------------------------------------------------------

    def _effects(self, document: Document, filed: Filed) -> None:
        facts, entry = document.facts, filed.entry
        if not entry.changed or entry.version.repeals:
            return
        made = {
            name: tuple(self._effect(statement, document, filed) for statement in found)
            for name, found in (
                ("repeals", facts.repeals),
                ("extends", facts.extends),
                ("suspends", facts.suspends),
                ("revives", facts.revives),
                ("declares_lapsed", facts.lapses),
            )
        }
        entry.version = replace(entry.version, **made)

    def _effect(self, statement: EffectStatement, document: Document, filed: Filed) -> Effect:
        target = self._target(statement, document, filed)
        return Effect(
            policy=target.policy.id,
            number=statement.number,
            title=statement.title,
            extent=statement.extent,
            on=statement.day or filed.entry.version.effective,
            until=statement.until,
        )

    def _target(self, statement: EffectStatement, document: Document, filed: Filed) -> Shelf:
        """The policy acted upon: found by number, then by title and place; else recorded as known by name only."""
        number = number_key(statement.number)
        title = _instrument(statement.title) if statement.title else None
        key = same_policy_key(title, self.places) if title else None
        if number is not None:
            for shelf in self.shelves:
                if any(number_key(entry.version.number) == number for entry in shelf.entries):
                    return shelf
        place = filed.shelf.policy.place
        shelf = next((s for s in self.shelves if key and s.key == key and s.policy.place == place), None)
        if shelf is None:
            shelf = self._shelve_named(title or statement.number or "", key or "", document, filed)
        if not self._stands_for(shelf, statement, document, filed):
            shelf.entries.append(Entry(_named_only(statement, title, document, filed), changed=True))
        return shelf

    def _shelve_named(self, title: str, key: str, document: Document, filed: Filed) -> Shelf:
        place = self.places.leading(title) or document.facts.place or _NOWHERE
        kind = next((k for k in (filed.shelf.policy.kind,) if k and title.endswith(k)), None)
        return self._shelve(title, key, place, kind, None)

    def _stands_for(self, shelf: Shelf, statement: EffectStatement, document: Document, filed: Filed) -> bool:
        """Tell whether a version on the shelf can be the instrument meant: an earlier one whose number does not differ."""
        for entry in shelf.entries:
            version = entry.version
            if entry is filed.entry or number_key(version.number) not in (None, number_key(statement.number), None):
                continue
            if statement.number is None and version.number is not None and version.held and shelf is not filed.shelf:
                return True
            mine = filed.entry.version.effective
            earlier = version.effective is None or mine is None or version.effective < mine
            if earlier and (version.effective is not None or not version.held):
                self._candidate(version, statement, document)
                return True
        return False

    @staticmethod
    def _candidate(version: Version, statement: EffectStatement, document: Document) -> None:
        if version.number is None and statement.number is not None and version.held:
            line = document.source.line(document.draft.end - 1)
            message = f"{version.title} (in force from {version.effective}) seems to be {statement.number}, which this text repeals"
            hint = "enter the number there once it is confirmed"
            document.facts.warnings.append(
                warning("number-candidate", document.source.name, message, hint=hint, line=line)
            )

    # -- names of files ---------------------------------------------------------------------------------------------

    def _name_versions(self, shelf: Shelf) -> None:
        """Name changed versions by their effective day; others keep their names."""
        taken = {entry.version.key for entry in shelf.entries if entry.version.key}
        for entry in sorted((e for e in shelf.entries if e.changed), key=lambda e: _signing_order(e.version)):
            version = entry.version
            base = version.effective.isoformat() if version.effective else "undated"
            if version.key.partition(".")[0] != base:
                taken.discard(version.key)
                if version.path:
                    self.removed.add(version.path)
                key = _free(base, taken)
                taken.add(key)
                version = replace(version, key=key, path=f"policies/{shelf.policy.id}/{key}.md")
            entry.version = replace(version, policy=shelf.policy.id)
        shelf.entries.sort(key=lambda entry: version_order(entry.version))


def _free(base: str, taken: Iterable[str]) -> str:
    used = set(taken)
    if base not in used:
        return base
    count = 2
    while f"{base}.{count}" in used:
        count += 1
    return f"{base}.{count}"


def _signing_order(version: Version) -> tuple[str, str, str]:
    return (str(version.effective or "~"), str(version.signed or ""), version.number or "")


def _day_order(document: Document) -> tuple[str, str]:
    return (str(document.facts.effective or document.facts.signed or ""), document.facts.shown_title)


def _agree(left: object, right: object) -> bool:
    return left is None or right is None or left == right


def _compatible(held: Document, copy: Document) -> bool:
    """Tell whether the facts allow two documents to be copies: same title, no day or number that differs."""
    a, b = held.facts, copy.facts
    return (
        re.sub(r"\W", "", a.shown_title) == re.sub(r"\W", "", b.shown_title)
        and a.effective == b.effective
        and _agree(number_key(a.number), number_key(b.number))
        and _agree(a.signed, b.signed)
    )


def _linked_keys(documents: Sequence[Document], places: Gazetteer) -> set[str]:
    """Titles whose texts are one policy because one of them repeals an instrument of the same title."""
    found = set()
    for document in documents:
        own = same_policy_key(document.facts.shown_title, places)
        for statement in document.facts.repeals:
            if (
                statement.title
                and not statement.extent
                and same_policy_key(_instrument(statement.title), places) == own
            ):
                found.add(own)
    return found


def _instrument(title: str) -> str:
    """The instrument that a notice's title names: …印发〈门牌措施〉的通知 → 门牌措施."""
    inner = _INNER.search(title)
    return inner["what"] if inner else title


def _named_only(statement: EffectStatement, title: str | None, document: Document, filed: Filed) -> Version:
    """The record of an instrument that is known only because a text acts upon it: facts, no words."""
    acting = filed.entry.version
    before = _ISSUED_BY.search(_text_before(document, statement))
    day = read_day(before["day"]) if before else None
    issued = before["what"] if before else ""
    named = f"《{acting.title}》" + (f"（{acting.number}）" if acting.number else "")
    return Version(
        policy="",
        key="",
        path="",
        title=title or statement.number or "",
        cover_title=statement.title if statement.title != title else None,
        number=statement.number,
        signed=day if issued == "印发" else None,
        published=day if issued and issued != "印发" else None,
        effective_basis=Basis.UNKNOWN,
        text=Holding.CATALOGUE_ONLY,
        condition=Condition.COMPLETE,
        sources=(),
        review=("effective",),
        note=f"仅据{named}的条文著录，未见原文",
    )


def _text_before(document: Document, statement: EffectStatement) -> str:
    """The words in front of a statement, for the day on which the instrument was issued."""
    text = document.source.text
    head = f"《{statement.title}》" if statement.title else statement.number or ""
    at = text.rfind(statement.phrase, document.draft.start, document.draft.end)
    at = at if at >= 0 else text.find(head, document.draft.start, document.draft.end)
    return text[max(document.draft.start, at - 60) : at] if at >= 0 else ""


__all__ = ["Cabinet", "Entry", "Filed", "Shelf"]
