"""All texts of a policy as one Akoma Ntoso document, whose clauses say on which days they are words of the law.

The shape is the one of the standard for this (Akoma Ntoso 1.0, part 1, 5.8): one ``act`` with ``contains`` =
``multipleVersions``, a ``temporalGroup`` for each set of texts that share words, with an interval between two events
of the ``lifecycle`` for each text, and ``period`` on the clauses. What the standard leaves open is done so:

- The schema wants each ``eId`` once in a document. A path that several wordings have is followed by ``@`` and the first
  day of the wording; ``wId`` is the path in the first text that had the clause, also where it was renumbered.
- The end of an interval is the first day that is not in it.
- Words of a text that was never law for a day (a draft, one that was replaced before it began, one without a first day)
  have no interval, so that they are only in the document of that text.
- References lead to works, not to texts: the same words mean another text on another day.
- Facts of single texts have no place in it but days and numbers of instruments. The documents of the texts have them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from xml.etree.ElementTree import Element

from yange.dates import Period
from yange.export.akn_document import cited, document, flat, serialised, structured
from yange.export.akn_meta import (
    SOURCE,
    TEXTUAL,
    active_modifications,
    corrections,
    day_of,
    identification,
    lifecycle,
    order_address,
    order_of,
    publication,
    references,
    work,
)
from yange.export.akn_versions import MergedTexts
from yange.export.akn_words import NAMESPACE, AknWords, element
from yange.model import EventKind, Policy, Version
from yange.publish.context import SiteContext

__all__ = ["policy_documents"]

_ANNEXES = f"{{{NAMESPACE}}}attachments"


def policy_documents(context: SiteContext, policy: Policy) -> Iterator[tuple[str, bytes]]:
    """Yield the documents of a policy: one, or one for each language that its texts are in.

    Each comes after what its name adds to that of the policy: nothing, or the language. A policy of which no held text
    was ever law has none; one with a single text has the document of that text.
    """
    texts = [version for version in context.texts(policy) if context.timeline.periods(version)]
    languages = list(dict.fromkeys(version.language for version in texts))
    for language in languages:
        several = [version for version in texts if version.language == language]
        name = f".{language}" if len(languages) > 1 else ""
        alone = len(several) == 1
        yield name, document(context, policy, several[0]) if alone else _together(context, policy, several)


def _together(context: SiteContext, policy: Policy, texts: Sequence[Version]) -> bytes:
    lifetime = _Lifetime(context, policy, tuple(texts))
    merged = MergedTexts.of(lifetime.documents())
    groups = lifetime.groups(merged)
    addresses = lifetime.name(merged)
    for one in merged.root.iter(f"{{{NAMESPACE}}}ref"):
        target = one.get("href", "").removeprefix("#")
        if one.get("href", "").startswith("#"):
            single = len({addresses.get((nth, target)) for nth in range(len(texts))} - {None}) == 1
            one.set("href", f"#{target}" if single else f"{work(policy)}~{target}")
    merged.root.set("contains", "multipleVersions")
    merged.root.insert(0, lifetime.meta(groups, addresses))
    for one in merged.root.iter(f"{{{NAMESPACE}}}attachment"):
        annex = one[-1]
        annex.insert(0, lifetime.identified(one.get("wId") or one.get("eId") or ""))
    return serialised(merged.root)


_Addresses = Mapping[tuple[int, str], str]
"""The ``eId`` of a clause by the number of a text and the path in it."""


@dataclass(frozen=True)
class _Lifetime:
    """The texts of a policy in one language, in order of time."""

    context: SiteContext
    policy: Policy
    texts: tuple[Version, ...]

    def documents(self) -> list[Element]:
        """Return the texts as trees without metadata: all with clauses, or all as paragraphs."""
        words = [
            AknWords(self.context.parsed(one.body), cited(self.context, self.policy, one, dated=False))
            for one in self.texts
        ]
        pairs = list(zip(self.texts, words, strict=True))
        made = [structured(version, one, lambda _: ()) for version, one in pairs]
        whole = [one for one in made if one is not None]
        return whole if len(whole) == len(made) else [flat(one, lambda _: ()) for one in words]

    # days

    def periods(self, nth: int) -> Sequence[Period]:
        """Return the days on which a text is in force."""
        return self.context.timeline.periods(self.texts[nth])

    def first(self, nth: int) -> date:
        """Return the first day on which a text is in force."""
        return self.periods(nth)[0].start

    def _events(self) -> Mapping[date, tuple[str, str, str]]:
        """Return type, kind and instrument of what happens on a day; what begins a text before what ends one."""
        found: dict[date, tuple[str, str, str]] = {}
        for nth, version in enumerate(self.texts):
            begins = EventKind.AMENDMENT.value
            for day, kind, name in lifecycle(self.context, self.policy, version):
                if day == self.first(nth) and kind == "generation":
                    begins = name
                found.setdefault(day, (kind, name, SOURCE))
            kind = "amendment" if begins == EventKind.AMENDMENT.value and nth else "generation"
            found[self.first(nth)] = (kind, begins, f"#order_{nth + 1}")
            for one in self.periods(nth):
                for bound in (one.start, one.end):
                    if bound is not None:
                        found.setdefault(bound, ("amendment", "period", SOURCE))
        return dict(sorted(found.items()))

    # marks on the elements

    def groups(self, merged: MergedTexts) -> Mapping[frozenset[int], str]:
        """Put ``period`` on clauses, and on words that are not in all texts of their clause; return the groups."""
        groups: dict[frozenset[int], str] = {}
        waiting = [(merged.root, merged.texts[merged.root])]
        while waiting:
            parent, around = waiting.pop()
            for one in parent:
                texts = merged.texts.get(one, around)
                if one.tag == _ANNEXES:
                    texts = around  # has no period by the schema; each annex has its own
                elif texts != around or (one.get("eId") is not None and one in merged.texts):
                    one.set("period", "#" + groups.setdefault(texts, f"period_{len(groups) + 1}"))
                waiting.append((one, texts))
        return groups

    def name(self, merged: MergedTexts) -> _Addresses:
        """Give each clause its ``eId`` and ``wId``; return the former by text and path."""
        addresses: dict[tuple[int, str], str] = {}
        origins = self.context.threads(self.policy.id).at
        for path, several in merged.paths().items():
            for one in several:
                texts = sorted(merged.texts[one])
                eid = path if len(several) == 1 else f"{path}@{self.first(texts[0]).isoformat()}"
                line = origins.get((self.texts[texts[0]].key, path))
                first = line.stages[0].path if line is not None else path
                one.set("eId", eid)
                if first != eid:
                    one.set("wId", first)
                addresses |= dict.fromkeys(((nth, path) for nth in texts), eid)
        return addresses

    # metadata

    def identified(self, part: str) -> Element:
        """Return the metadata of an annex: its identification."""
        return element("meta", self._identification(part))

    def _identification(self, part: str) -> Element:
        here = f"{work(self.policy)}/{self.texts[0].language}"
        begins = day_of(self.first(0), "inForce")
        return identification(self.context, self.policy, self.texts[0], part, here, begins)

    def meta(self, groups: Mapping[frozenset[int], str], addresses: _Addresses) -> Element:
        """Return the metadata of the document."""
        made = element("meta", self._identification("main"))
        made.extend(publication(self.texts[0]))
        events = self._events()
        ids = {day: f"eventRef_{nth}" for nth, day in enumerate(events, 1)}
        told = [
            element("eventRef", date=day.isoformat(), source=source, type=kind, eId=ids[day], refersTo=f"#{name}")
            for day, (kind, name, source) in events.items()
        ]
        made.append(element("lifecycle", *told, source=SOURCE))
        made.extend(self._analysis(addresses))
        spans = [
            element("temporalGroup", *(self._intervals(sorted(texts), ids)), eId=name) for texts, name in groups.items()
        ]
        made.append(element("temporalData", *spans, source=SOURCE))
        made.append(references(self.texts[0].issuer, self._orders()))
        notes = list(chain.from_iterable(corrections(one) for one in self.texts))
        for nth, note in enumerate(notes, 1):
            note.set("eId", f"correction_{nth}")
        if notes:
            made.append(element("notes", *notes, source=SOURCE))
        return made

    def _intervals(self, texts: Sequence[int], ids: Mapping[date, str]) -> Iterator[Element]:
        for one in sorted((one for nth in texts for one in self.periods(nth)), key=lambda one: one.start):
            end = f"#{ids[one.end]}" if one.end is not None else None
            yield element("timeInterval", start=f"#{ids[one.start]}", end=end, refersTo="#in-force")

    def _orders(self) -> Iterator[Element]:
        for nth, version in enumerate(self.texts):
            name = "passiveRef" if nth else "original"
            address = order_address(self.policy, version)
            yield element(name, href=address, showAs=order_of(version) or version.title, eId=f"order_{nth + 1}")

    def _analysis(self, addresses: _Addresses) -> Iterator[Element]:
        active: list[Element] = []
        passive: list[Element] = []
        for nth, version in enumerate(self.texts):
            primary = self.context.parsed(version.body).primary
            path = addresses.get((nth, primary[0].path if primary else "title"), "title")
            active += active_modifications(self.context, version, f"#{path}", f"active_{nth + 1}")
            if nth:
                passive += self._passive(nth, addresses)
        parts = [element(name, *found) for name, found in _named(active, passive) if found]
        if parts:
            yield element("analysis", *parts, source=SOURCE)

    def _passive(self, nth: int, addresses: _Addresses) -> Iterator[Element]:
        """Yield what a text changed in the one before it, both by the addresses in this document."""
        source = order_address(self.policy, self.texts[nth])
        comparison = self.context.compared(self.texts[nth - 1].body, self.texts[nth].body)
        known = ((TEXTUAL.get(one.operation), one) for one in comparison.changes)
        for at, (kind, one) in enumerate(((kind, one) for kind, one in known if kind is not None), 1):
            before = [addresses[nth - 1, path] for path in one.old_paths if (nth - 1, path) in addresses]
            after = [addresses[nth, path] for path in one.new_paths if (nth, path) in addresses]
            goals = [element("destination", href=f"#{path}") for path in after or before]
            if not goals:
                continue  # a heading of a text that is printed as paragraphs has no element
            made = element("textualMod", element("source", href=source), *goals, type=kind)
            made.set("eId", f"passive_{nth + 1}_{at}")
            if after and before and before[0] not in after:
                made.append(element("previous", href=f"#{before[0]}"))
            yield made


def _named(active: list[Element], passive: list[Element]) -> Iterator[tuple[str, list[Element]]]:
    yield "activeModifications", active
    yield "passiveModifications", passive
