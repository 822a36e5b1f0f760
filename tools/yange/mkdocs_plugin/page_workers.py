"""Pages made by several processes, a policy at a time: everything of a page but the theme around it.

A worker (:mod:`yange.processes`) is told once what all pages are made from. What it hands back is what this process
would have made: which one makes a page changes no byte of it. A worker writes nothing but comparisons into the cache,
each of them whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from yange.cache.comparisons import MOST, KeptComparisons
from yange.cache.folder import cache_folder
from yange.cache.store import Seal, Store
from yange.mkdocs_plugin.edition_files import published_editions
from yange.model import Library
from yange.processes import Processes, engine, in_turn
from yange.publish import Asset, Heading, Page, SiteContext, pages_of, site_context
from yange.settings import Settings
from yange.shipped import folders
from yange.storage.state import state_of
from yange.timeline import build_timeline

__all__ = ["LEAST", "MadePages", "SharedWork", "made_in_processes", "worth_it"]

LEAST = 1_000
"""Fewer pages are made in this process: to load the program once more takes 2.2 CPU seconds, in which 200 are made."""
_AHEAD = 2
"""How many policies a worker may be ahead of what is written, so that memory stays small."""


@dataclass(frozen=True, slots=True)
class SharedWork:
    """What a worker is told once.

    ``known`` are results of this process that it need not work out again. ``stamp`` names what all pages have in common
    and a worker reads for itself: the program, templates, editions.
    """

    root: Path
    library: Library
    settings: Settings
    on: date
    known: Mapping[str, object]
    stamp: str = ""


@dataclass(frozen=True, slots=True)
class _MadePage:
    """What a page and the files beside it are made of."""

    address: str
    html: str
    head: str
    headings: tuple[Heading, ...]
    beside: tuple[Asset, ...] | None


@dataclass(frozen=True, slots=True)
class MadePages:
    """The pages of one policy. ``compared`` says how many comparisons were worked out for them."""

    policy: str
    pages: tuple[_MadePage, ...]
    compared: int

    def ready(self, page: Page) -> Page:
        """Return a page with what was made of it."""
        (made,) = (one for one in self.pages if one.address == page.address)
        beside = made.beside
        return replace(
            page,
            html=lambda: made.html,
            head=(lambda: made.head) if page.head is not None else None,
            contents=made.headings,
            companions=(lambda: beside) if beside is not None else None,
        )


def worth_it(pages: int, policies: int, jobs: int) -> bool:
    """Return whether several processes make so many pages of so many policies sooner than this one."""
    return policies > 0 if engine() is not None else min(jobs, policies) > 1 and pages >= LEAST


def made_in_processes(
    work: SharedWork, wanted: Mapping[str, Sequence[str]], jobs: int, begun: Callable[[], None]
) -> Iterator[MadePages]:
    """Yield the pages of policies, in their order.

    Args:
        work: what all workers are told.
        wanted: by policy the addresses of its pages that are to be made.
        jobs: how many processes make them.
        begun: is called once the processes are at work: what else is to be made can be made meanwhile.

    Raises:
        YangeError: naming the policy whose pages cannot be made.

    """
    first = next(iter(wanted))
    with Processes(min(jobs, len(wanted)), _begin, work) as processes:

        def begin(policy: str) -> Callable[[], MadePages]:
            made = processes.begin(_make, (policy, frozenset(wanted[policy])), policy)
            return made if policy != first else partial(_once_begun, begun, made)

        yield from in_turn(wanted, begin, jobs * _AHEAD - 1)


def _once_begun(begun: Callable[[], None], made: Callable[[], MadePages]) -> MadePages:
    begun()
    return made()


class _Worker:
    """What a worker keeps from one policy to the next."""

    def __init__(self, work: SharedWork) -> None:
        seal = Seal(state_of(work.root).key())
        self.compared = KeptComparisons(Store(cache_folder(state_of(work.root), "compare"), seal, most=MOST))
        self.context: SiteContext = site_context(
            work.library,
            build_timeline(work.library),
            work.settings,
            work.on,
            folders(work.root, "templates"),
            self.compared,
            published_editions(work.root),
            project=work.root,
        )
        for name, value in work.known.items():
            self.context.once(name, lambda value=value: value)  # type: ignore[misc]


_AT_WORK: list[_Worker] = []


def _begin(work: SharedWork) -> None:
    _AT_WORK[:] = [_Worker(work)]


def _make(unit: tuple[str, frozenset[str]]) -> MadePages:
    """Make the pages of a policy at these addresses, in a worker."""
    policy_id, wanted = unit
    (worker,) = _AT_WORK
    before = worker.compared.made
    context = worker.context
    found = [_made(page) for page in pages_of(context, context.policies[policy_id]) if page.address in wanted]
    return MadePages(policy_id, tuple(found), worker.compared.made - before)


def _made(page: Page) -> _MadePage:
    html, head = page.html(), page.head() if page.head is not None else ""
    beside = tuple(page.companions()) if page.companions is not None else None
    return _MadePage(page.address, html, head, page.headings, beside)
