"""What every page is made from: the library as of a day, and results that are computed once for all pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any, TypeVar

from yange.cache.comparisons import Keep, not_kept
from yange.compare import Comparison
from yange.compare.answers import NO_ANSWERS, answers_by_text
from yange.compare.compare import compare_units
from yange.compare.history.blame import last_changes
from yange.compare.text.units import Unit, units_of
from yange.compare.text.vocabulary import law_of_both
from yange.model import Clause, Event, Library, Policy, Provisions, Version
from yange.parse import parse, parse_version
from yange.persons import leaves_out, withheld
from yange.publish.addresses import Addresses, compare_address
from yange.publish.assets import Recall, not_recalled
from yange.publish.facts.blocks import ClauseBlock, blocks
from yange.publish.facts.citation_links import CitationLink, References
from yange.publish.facts.clause_names import Called, names_of
from yange.publish.facts.clause_threads import Threads, line_texts, parts_of, thread
from yange.publish.facts.compared_pairs import ComparedPairs, compared_pairs, is_near
from yange.publish.facts.editions import NO_EDITIONS, Editions
from yange.publish.facts.originals import ClausePages, Originals
from yange.publish.facts.settled_days import SettledDays
from yange.publish.facts.status_words import Wording
from yange.publish.facts.succession import Succession
from yange.publish.facts.words import Words
from yange.publish.templates import environment
from yange.publish.view import SiteFrame, View
from yange.settings import Settings
from yange.timeline import Timeline, build_timeline
from yange.withdrawn import Withdrawn

__all__ = ["SiteContext", "SiteView", "public"]

Made = TypeVar("Made")
_KEPT = 64
_KEPT_COMPARISONS = 24
_KEPT_LATELY = 4


def public(library: Library, timeline: Timeline, settings: Settings) -> tuple[Library, Timeline]:
    """Return what may be published of a library, and the timeline of that: without private persons, unless set so."""
    if settings.publish_persons:
        return library, timeline
    bare = withheld(library)
    same = all(one is other for one, other in zip(bare.policies, library.policies, strict=True))
    return bare, timeline if same else build_timeline(bare)


class SiteContext:
    """The library, its timeline and the day, and results that are computed once for all languages.

    Private persons are removed from its library unless the settings publish them, so no page can show them.

    ``on`` is the day of the statuses. ``settled``: the first of the days on which they are what they are on the day of
    the build (:meth:`since`), which pages then say; else the day of the build itself.
    """

    settled = False

    def __init__(
        self,
        library: Library,
        timeline: Timeline,
        settings: Settings,
        on: date,
        templates: Sequence[Path],
        keep: Keep = not_kept,
        recall: Recall = not_recalled,
        editions: Editions = NO_EDITIONS,
        project: Path | None = None,
    ) -> None:
        library, timeline = public(library, timeline, settings)
        self.library = library
        self.originals = Originals(project, library, settings)
        self.recall = recall
        self.editions = editions
        self._keep = keep
        self._answers = answers_by_text(library)
        self.timeline = timeline
        self.settings = settings
        self.on = on
        self.days = SettledDays(timeline, on, fixed=settings.on is not None)
        self._once: dict[str, Any] = {}
        self._lately: dict[str, Any] = {}
        self.policies = {name: policy for policy in library.policies for name in policy.was}
        self.policies |= {policy.id: policy for policy in library.policies}
        self.addresses = Addresses(settings.languages)
        self.addresses.check(library)
        self.wordings = {name: Wording(library, timeline, Words(name), on) for name in settings.languages}
        held = (version for policy in reversed(library.policies) for version in reversed(policy.versions))
        self._by_body = {version.body: version for version in held}
        self.parsed = lru_cache(_KEPT)(self._parsed)
        self.printed = lru_cache(_KEPT)(self._printed)
        self.compared = lru_cache(_KEPT_COMPARISONS)(self._compared)
        self.threads = lru_cache(4)(self._threads)
        self.units = lru_cache(_KEPT)(self._units)
        self._lineages = lru_cache(4)(self._lineages_of)
        self.called = lru_cache(_KEPT)(self._called)
        self._clauses = lru_cache(_KEPT)(self._clauses_of)
        self.withdrawn_of = lru_cache(_KEPT)(self._withdrawn_of)
        self.english = Wording(library, timeline, Words("en"), on)
        self._acts: dict[str, list[Event]] = defaultdict(list)
        for event in timeline.events():
            if event.by_policy is not None and event.by_policy != event.policy:
                self._acts[event.by_policy].append(event)
        self.succession = Succession(timeline)
        pairs = compared_pairs(library, timeline, settings.asked_pairs)
        self.pairs = ComparedPairs(pair for pair in pairs if not self._withheld(*pair))
        self._frame = SiteFrame(settings, on, self.addresses, environment(templates), self.pairs)

    def view(self, language: str, address: str) -> SiteView:
        """Return the view of the page at ``address`` (without language) in ``language``."""
        return SiteView(self._frame, self.wordings[language], address, self)

    def since(self, day: date) -> SiteContext:
        """Return what pages are made from that are as of ``day`` (:class:`SettledDays`); all else is shared."""
        if self.days.fixed:
            return self
        made = copy(self)
        made.on, made.settled, made._frame = day, True, replace(self._frame, on=day)
        return made

    def acts_of(self, policy_id: str) -> Sequence[Event]:
        """Return the events by which a policy acted on others, in order of day."""
        return self._acts.get(policy_id, ())

    @property
    def references(self) -> References:
        """Which texts cite which in the library."""
        return self.once("references", self._references)

    def _references(self) -> References:
        return References(self.library, self.timeline, self.parsed, self.called, self.withholds)

    def is_quoted(self, policy: Policy, version: Version) -> bool:
        """Return whether the page of another policy's text shows clauses of this one: a script has their words."""
        cited = (version.policy, version.key) in self.references.quoted
        return cited and version.held and not self.withholds(policy)

    def once(self, name: str, make: Callable[[], Made]) -> Made:
        """Return what ``make`` made the first time it was asked for under this name."""
        if name not in self._once:
            self._once[name] = make()
        made: Made = self._once[name]
        return made

    def lately(self, name: str, make: Callable[[], Made]) -> Made:
        """Return what ``make`` made when last asked under this name; only the last few are kept.

        The pages of one thing in several languages are made one after the other.
        """
        made: Made = self._lately.get(name) or self._lately.setdefault(name, make())
        if len(self._lately) > _KEPT_LATELY:
            del self._lately[next(iter(self._lately))]
        return made

    def links(self, version: Version) -> tuple[CitationLink, ...]:
        """Return the citations of a text that lead somewhere."""
        return self.references.links(self.policies[version.policy], version)

    def texts(self, policy: Policy) -> list[Version]:
        """Return the held texts of a policy that were law at some time, in order."""
        if self.withholds(policy):
            return []
        return line_texts(policy, self.timeline)

    def has_history(self, policy: Policy) -> bool:
        """Return whether a policy has a page of clause histories: where two texts of it are held."""
        return len(self.texts(policy)) > 1

    def history_parts(self, policy: Policy) -> int:
        """Return how many pages of clause histories a policy has."""
        return parts_of(self.texts(policy)) if self.has_history(policy) else 0

    def has_choosing(self, policy: Policy) -> bool:
        """Return whether two texts of a policy may be compared and have no page for it."""
        if self.withholds(policy):
            return False
        held = [version for version in policy.versions if version.held]
        return any(not self.pairs.has(old, new) for old, new in combinations(held, 2))

    def has_word_file(self, old: Version, new: Version) -> bool:
        """Return whether a comparison page has a Word file: where the setting asks for them and the texts are near."""
        return self.settings.word_files and is_near(self.policies[new.policy], old, new)

    def has_markdown(self, policy: Policy, version: Version) -> bool:
        """Return whether a text is given out as the file has it: not where private persons are left out of it."""
        return version.held and not self.withholds(policy)

    def blocks_of(self, version: Version) -> tuple[ClauseBlock, ...]:
        """Return the clauses of a text as its page prints them; none where the words are not held."""
        return self.printed(version.body) if version.held else ()

    def withholds(self, policy: Policy) -> bool:
        """Return whether private persons are left out of a policy's texts: those of letters, unless set otherwise.

        Such texts are not compared: two that differ in a name alone would be shown as the same.
        """
        return not self.settings.publish_persons and leaves_out(policy)

    def _withheld(self, *versions: Version) -> bool:
        return any(self.withholds(self.policies[version.policy]) for version in versions)

    def _threads(self, policy_id: str) -> Threads:
        return thread(self.texts(self.policies[policy_id]), self.compared, self.units)

    def withdrawn(self, version: Version) -> Withdrawn:
        """Return the clauses of a held text that are ever out of force."""
        return self.withdrawn_of(version.policy, version.key)

    def _withdrawn_of(self, policy_id: str, key: str) -> Withdrawn:
        (version,) = (version for version in self.policies[policy_id].versions if version.key == key)
        return Withdrawn(self.timeline, version, self.parsed(version.body))

    def lineage(self, version: Version) -> Mapping[str, str]:
        """Return by path the key of the text that last changed each clause in substance, up to this text."""
        return self._lineages(version.policy).get(version.key, {})

    def _lineages_of(self, policy_id: str) -> Mapping[str, Mapping[str, str]]:
        texts = self.texts(self.policies[policy_id])
        if len(texts) < 2:
            return {}
        keys = [text.key for text in texts]
        steps = (self.compared(old.body, new.body) for old, new in pairwise(texts))
        return dict(zip(keys, last_changes(keys, self.units(texts[0].body), steps), strict=True))

    def original_pages(self, version: Version, path: str) -> ClausePages | None:
        """Return the pages of the original on which a clause is; ``None`` where they are not known, or it has none."""
        if not version.held or not any(source.extract for source in version.sources):
            return None
        clause = self._clauses(version.body).get(path)
        return self.originals.pages(version, clause) if clause is not None else None

    def _clauses_of(self, body: str) -> Mapping[str, Clause]:
        return {clause.path: clause for clause in self.parsed(body).walk()}

    def _parsed(self, body: str) -> Provisions:
        """Parse a body as the text of the library is that has these words: of several the first says its language."""
        version = self._by_body.get(body)
        return parse(body) if version is None else parse_version(version)

    def _units(self, body: str) -> Sequence[Unit]:
        return units_of(self.parsed(body))

    def _called(self, body: str) -> Mapping[str, Called]:
        return names_of(self.parsed(body))

    def _printed(self, body: str) -> tuple[ClauseBlock, ...]:
        return blocks(self.parsed(body))

    def _compared(self, old: str, new: str) -> Comparison:
        answers = self._answers.get((old, new), NO_ANSWERS)

        def compared() -> Comparison:
            law = law_of_both(self.parsed(old), self.parsed(new))
            return compare_units(self.units(old), self.units(new), law, answers)

        return self._keep(self._read_as(old), self._read_as(new), compared, answers)

    def _read_as(self, body: str) -> str:
        """Return what a comparison is kept by: a body, with what its version states that chooses how it is read."""
        version = self._by_body.get(body)
        return body if version is None else f"{version.language}\0{version.policy.partition('/')[0]}\0{body}"


@dataclass(frozen=True, slots=True)
class SiteView(View):
    """The view of a page that shows facts of the library: ``context`` has them."""

    context: SiteContext

    def as_of(self) -> str:
        """Return the day of the statuses in words: that of the build, or the one since when they are so."""
        return self.words("as-of.since" if self.context.settled else "as-of", day=self.context.on)

    def across(self, version: Version) -> list[tuple[Policy, str]]:
        """Return the other policies with whose texts this one is compared, and the links to these comparisons."""
        found = []
        for old, new in self.context.pairs.across(version):
            other = new if old == version else old
            found.append((self.context.policies[other.policy], self.to(compare_address(old, new))))
        return found
