"""What every page is made from: the library as of a day, and one page's view of it in one language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from itertools import pairwise, zip_longest
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from jinja2 import Environment
from markupsafe import Markup, escape

from yange.compare import Comparison
from yange.compare.answer_file import answers_by_text
from yange.compare.answers import NO_ANSWERS
from yange.compare.engine import compare_units
from yange.compare.kept import Keep, not_kept
from yange.compare.lineage import last_changes
from yange.compare.units import Unit, units_of
from yange.model import Event, Library, Policy, Provisions, Version
from yange.parse import parse
from yange.publish.addresses import (
    Addresses,
    compare_address,
    history_address,
    list_address,
    policy_address,
    relative,
    relative_file,
    version_address,
)
from yange.publish.assets import Recall, not_recalled
from yange.publish.clauses import Called, names_of
from yange.publish.pairs import Pair, compared_pairs
from yange.publish.recorded import NO_EDITIONS, Editions
from yange.publish.references import Link, References
from yange.publish.succession import Succession
from yange.publish.templates import Compiled, environment, printed, rendered
from yange.publish.text import Block, blocks
from yange.publish.threads import Threads, line_texts, parts_of, thread
from yange.publish.wording import Wording
from yange.publish.words import Words, html_language
from yange.settings import Settings
from yange.timeline import Timeline
from yange.timeline.line import is_letter

__all__ = ["Context", "View", "web_link"]

Made = TypeVar("Made")
_KEPT = 64
_KEPT_COMPARISONS = 24
_KEPT_LATELY = 4


def web_link(url: str | None) -> str | None:
    """Return ``url`` where it may be a link: http or https and nothing else."""
    if url is None:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None


class Context:
    """The library, its timeline and the day, with what is worked out once for both languages."""

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
        compiled: Compiled | None = None,
    ) -> None:
        self.library = library
        self.recall = recall
        self.editions = editions
        self._keep = keep
        self._answers = answers_by_text(library)
        self.timeline = timeline
        self.settings = settings
        self.on = on
        self._once: dict[str, Any] = {}
        self._lately: dict[str, Any] = {}
        self.policies = {name: policy for policy in library.policies for name in policy.was}
        self.policies |= {policy.id: policy for policy in library.policies}
        self.addresses = Addresses(settings.languages)
        self.addresses.check(library)
        self.environment: Environment = environment(templates, compiled)
        self.wordings = {name: Wording(library, timeline, Words(name), on) for name in settings.languages}
        self.parsed = lru_cache(_KEPT)(_parsed)
        self.printed = lru_cache(_KEPT)(self._printed)
        self.compared = lru_cache(_KEPT_COMPARISONS)(self._compared)
        self.threads = lru_cache(4)(self._threads)
        self.units = lru_cache(_KEPT)(self._units)
        self._lineages = lru_cache(4)(self._lineages_of)
        self.called = lru_cache(_KEPT)(self._called)
        self.english = Wording(library, timeline, Words("en"), on)
        self._acts: dict[str, list[Event]] = defaultdict(list)
        for event in timeline.events():
            if event.by_policy is not None and event.by_policy != event.policy:
                self._acts[event.by_policy].append(event)
        self.succession = Succession(timeline)
        self._pairs: dict[str, list[Pair]] = defaultdict(list)
        self._across: dict[tuple[str, str], list[Pair]] = defaultdict(list)
        self._compared_at: set[str] = set()
        for old, new in self._all_pairs():
            self._compared_at.add(compare_address(old, new))
            self._pairs[new.policy].append((old, new))
            if old.policy != new.policy:
                self._across[old.policy, old.key].append((old, new))
                self._across[new.policy, new.key].append((old, new))

    def view(self, language: str, address: str) -> View:
        """Return the view of the page at ``address`` (without language) in ``language``."""
        return View(self, self.wordings[language], address)

    def acts_of(self, policy_id: str) -> Sequence[Event]:
        """Return what a policy did to others, in order of day."""
        return self._acts.get(policy_id, ())

    @cached_property
    def references(self) -> References:
        """Who cites whom in the library."""
        return References(self.library, self.timeline, self.parsed, self.called, self.withholds)

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

    def links(self, version: Version) -> tuple[Link, ...]:
        """Return the citations of a text that lead somewhere."""
        return self.references.links(self.policies[version.policy], version)

    def texts(self, policy: Policy) -> list[Version]:
        """Return the held texts of a policy that were law at some time, in order."""
        if self.withholds(policy):
            return []
        return line_texts(policy, self.timeline)

    def has_history(self, policy: Policy) -> bool:
        """Tell whether a policy has a page of clause histories: where two texts of it are held."""
        return len(self.texts(policy)) > 1

    def history_parts(self, policy: Policy) -> int:
        """Return how many pages of clause histories a policy has."""
        return parts_of(self.texts(policy)) if self.has_history(policy) else 0

    def pairs_of(self, policy_id: str) -> Sequence[Pair]:
        """Return the pairs (older, newer) of held texts whose comparison stands below this policy's texts."""
        return self._pairs.get(policy_id, ())

    def across(self, version: Version) -> Sequence[Pair]:
        """Return the pairs with a page of this text and one of another policy that it replaced or that replaced it."""
        return self._across.get((version.policy, version.key), ())

    def has_pair(self, old: Version, new: Version) -> bool:
        """Tell whether these two texts have a comparison page."""
        return compare_address(old, new) in self._compared_at

    def _all_pairs(self) -> list[Pair]:
        return [pair for pair in compared_pairs(self.library, self.timeline) if not self._withheld(*pair)]

    def withholds(self, policy: Policy) -> bool:
        """Tell whether private persons are left out of a policy's texts: those of letters, unless set otherwise."""
        return is_letter(policy) and not self.settings.publish_persons

    def _withheld(self, *versions: Version) -> bool:
        return any(self.withholds(self.policies[version.policy]) for version in versions)

    def _threads(self, policy_id: str) -> Threads:
        return thread(self.texts(self.policies[policy_id]), self.compared, self.units)

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

    def _units(self, body: str) -> Sequence[Unit]:
        return units_of(self.parsed(body))

    def _called(self, body: str) -> Mapping[str, Called]:
        return names_of(self.parsed(body))

    def _printed(self, body: str) -> tuple[Block, ...]:
        return blocks(self.parsed(body))

    def _compared(self, old: str, new: str) -> Comparison:
        answers = self._answers.get((old, new), NO_ANSWERS)
        return self._keep(old, new, lambda: compare_units(self.units(old), self.units(new), answers), answers)


def _parsed(body: str) -> Provisions:
    return parse(body)


@dataclass(frozen=True, slots=True)
class View:
    """One page in the making: its language, its address (without language), and how it links to others."""

    context: Context
    wording: Wording
    address: str

    @property
    def origin(self) -> str:
        """The page's address in its language."""
        return self.context.addresses.of(self.words.language, self.address)

    @property
    def words(self) -> Words:
        """The catalogue in the page's language."""
        return self.wording.words

    @property
    def other_language(self) -> str:
        """The first language of the site where that is not the page's: of what is made in the first one alone."""
        first = self.context.settings.languages[0]
        return "" if self.words.language == first else first

    def render(self, template: str, **values: object) -> str:
        """Render a template; ``w`` are the words, ``v`` is this view.

        Raises:
            YangeError: when the template is missing or at fault.

        """
        return rendered(self.context.environment, template, {"w": self.words, "v": self, **values})

    def clock(self) -> Markup:
        """Return the attributes by which a script tells the reader's day; none where the publisher fixed the day."""
        settings = self.context.settings
        if settings.on is not None:
            return Markup("")
        return Markup(' data-built="{}" data-zone="{}"').format(self.context.on, settings.zone)

    def to(self, address: str, anchor: str = "") -> str:
        """Return the link from this page to an address (without language) in the page's own language.

        It is the same in every language: both addresses stand below the same folder.
        """
        return relative(self.address, address, anchor)

    def to_file(self, address: str) -> str:
        """Return the link to a file. Those beside pages stand beside the page of the first language."""
        return relative_file(self.origin, address)

    def to_feed(self, name: str, place: str = "") -> str:
        """Return the link to a feed or calendar in the page's language: of all policies, or of those in one folder."""
        folder = f"feeds/{place}/" if place else "feeds/"
        return self.to_file(self.context.addresses.of(self.words.language, f"{folder}{name}"))

    def to_place(self, policy: Policy) -> str:
        """Return the link to the list of the policies of a policy's place."""
        return self.to(list_address("place", policy.place))

    def to_policy(self, policy: Policy) -> str:
        """Return the link to a policy's page."""
        return self.to(policy_address(policy.id))

    def to_version(self, version: Version, anchor: str = "") -> str:
        """Return the link to a text, or to one clause of it."""
        return self.to(version_address(version), anchor)

    def to_history(self, policy: Policy, anchor: str = "", part: int = 1) -> str:
        """Return the link to a policy's clause histories."""
        return self.to(history_address(policy.id, part), anchor)

    def to_comparison(self, old: Version, new: Version) -> str | None:
        """Return the link to the comparison of two texts, ``None`` where there is none."""
        return self.to(compare_address(old, new)) if self.context.has_pair(old, new) else None

    def across(self, version: Version) -> list[tuple[Policy, str]]:
        """Return the other policies with whose texts this one is compared, and the links to these comparisons."""
        found = []
        for old, new in self.context.across(version):
            other = new if old == version else old
            found.append((self.context.policies[other.policy], self.to(compare_address(old, new))))
        return found

    def named(self, text: str, language: str) -> str:
        """Return a text in its own language as HTML: marked where that is not the page's."""
        return self.words.named(text, language)

    def compare_any(self, one: Version, other: Version) -> str | None:
        """Return the link to the comparison of two texts, whichever is the older."""
        return self.to_comparison(one, other) or self.to_comparison(other, one)

    def native(self, text: str) -> str:
        """Return a name, number or label as HTML: marked as Chinese where it is and the page is not."""
        return self.words.native(text)

    def label(self, label: str) -> str:
        """Return what a clause is called as HTML; unnumbered ones in the page's language."""
        return self.wording.words.label(label)

    def label_link(self, version: Version, label: str, path: str) -> str:
        """Return what a clause of a text is called as HTML, as a link where it has a path."""
        name = self.wording.words.label(label)
        if not path:
            return name
        link = self.to_version(version, path)
        return Markup(f'<a href="{link}">{printed(name)}</a>')  # noqa: S704 - a link is quoted, a name escaped

    def labels(self, version: Version, labels: Sequence[str], paths: Sequence[str]) -> str:
        """Return what several clauses of a text are called, each as a link where it has a path."""
        if len(labels) == 1:
            return self.label_link(version, labels[0], paths[0] if paths else "")
        linked = zip_longest(labels, paths[: len(labels)], fillvalue="")
        return escape(self.words.series(["", ""])).join(self.label_link(version, *one) for one in linked)

    def title(self, policy: Policy) -> str:
        """Return a policy's title as HTML, marked with its language."""
        return self.named(policy.title, language_of(policy))

    def field(self, name: str) -> str:
        """Return what a field of the front matter is called."""
        key = f"field.{name}"
        return self.words(key) if key in self.words else name

    @staticmethod
    def link(url: str | None) -> str | None:
        """Return ``url`` where it may be a link (:func:`web_link`)."""
        return web_link(url)

    @staticmethod
    def tag(language: str) -> str:
        """Return the ``lang`` attribute for a language."""
        return html_language(language)

    def same_language(self, language: str) -> bool:
        """Tell whether a text's language is the page's own."""
        return html_language(language) == self.words.html_language


def language_of(policy: Policy) -> str:
    """Return the language of a policy's title: that of its last text."""
    return policy.versions[-1].language if policy.versions else "zh"
