"""All pages of a site, in an order in which work that two languages share is done once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path

from yange.cache.comparisons import Keep, not_kept
from yange.model import Library, Policy
from yange.publish.assets import Bundle, Recall, not_recalled
from yange.publish.companions import (
    fact_files,
    with_comparison,
    with_facts,
    with_history,
    with_home,
    with_policy,
    with_version,
    word_files,
)
from yange.publish.context import SiteContext, public
from yange.publish.facts.editions import NO_EDITIONS, Editions
from yange.publish.facts.originals import Originals
from yange.publish.facts.settled_days import SettledDays
from yange.publish.fingerprints import facts_basis, library_basis, since
from yange.publish.page import Page
from yange.publish.pages.annotated import annotated_page, annotated_text
from yange.publish.pages.between import between_page
from yange.publish.pages.changes import changes_page, year_pages
from yange.publish.pages.choose_two import choosing_page
from yange.publish.pages.clause_histories import history_page
from yange.publish.pages.compare_any import compare_any_pages
from yange.publish.pages.comparison import comparison_page
from yange.publish.pages.day import day_page
from yange.publish.pages.editions import editions_page
from yange.publish.pages.home import home_page
from yange.publish.pages.lists import list_pages
from yange.publish.pages.policy import policy_page
from yange.publish.pages.sources import sources_page
from yange.publish.pages.subscribe import subscribe_page
from yange.publish.pages.version import version_page
from yange.publish.search import search_page
from yange.settings import Settings
from yange.timeline import Timeline

__all__ = ["all_pages", "assets", "pages", "pages_of", "site_context"]


def pages(
    library: Library,
    timeline: Timeline,
    settings: Settings,
    on: date,
    templates: Sequence[Path],
    keep: Keep = not_kept,
    editions: Editions = NO_EDITIONS,
    project: Path | None = None,
) -> Iterator[Page]:
    """Yield every generated page of the site as of the day ``on``.

    Args:
        library: what is published.
        timeline: of that library.
        settings: languages, and how far the home page looks.
        on: the day for which statuses are shown.
        templates: the folders in which to look for templates, the project's own first.
        keep: returns a comparison that was made before.
        editions: what was published before.
        project: the folder that contains the originals of the texts; without it no clause names its page there.

    Raises:
        YangeError: when an id of the library cannot be an address.

    """
    yield from all_pages(site_context(library, timeline, settings, on, templates, keep, editions, project))


def site_context(
    library: Library,
    timeline: Timeline,
    settings: Settings,
    on: date,
    templates: Sequence[Path],
    keep: Keep = not_kept,
    editions: Editions = NO_EDITIONS,
    project: Path | None = None,
) -> SiteContext:
    """Return what all pages of a site are made from; the arguments are those of :func:`pages`."""
    return SiteContext(library, timeline, settings, on, templates, keep, editions=editions, project=project)


def all_pages(context: SiteContext) -> Iterator[Page]:
    """Yield every generated page."""
    library, languages = context.library, context.settings.languages
    for language in languages:
        yield with_home(context, home_page(context, language))
        yield search_page(context, language)
        yield day_page(context, language)
        yield between_page(context, language)
        yield from compare_any_pages(context, language)
        yield editions_page(context, language)
        yield changes_page(context, language)
        yield subscribe_page(context, language)
        yield with_facts(context, sources_page(context, language))
        for as_of, page in chain(year_pages(context, language), list_pages(context, language)):
            yield with_facts(as_of, page)
    for policy in library.policies:
        yield from pages_of(context, policy)


def pages_of(context: SiteContext, policy: Policy) -> Iterator[Page]:
    """Yield the pages of one policy and of its texts."""
    for page in _pages_of(since(context, policy.id), policy):
        yield replace(page, about=policy.id)


def _pages_of(context: SiteContext, policy: Policy) -> Iterator[Page]:
    languages = context.settings.languages
    for language in languages:
        yield with_policy(context, policy_page(context, policy, language), policy)
    for version in policy.versions:
        for language in languages:
            page = version_page(context, policy, version, language)
            yield with_version(context, page, policy, version)
    for part in range(1, context.history_parts(policy) + 1):
        for language in languages:
            yield with_history(context, history_page(context, policy, part, language), policy)
    annotated = annotated_text(context, policy)
    if annotated is not None:
        for language in languages:
            yield with_history(context, annotated_page(context, policy, annotated, language), policy)
    if context.has_choosing(policy):
        for language in languages:
            yield with_history(context, choosing_page(context, policy, language), policy)
    for old, new in context.pairs.of(policy.id):
        both = since(context, old.policy, new.policy)
        for language in languages:
            page = comparison_page(both, policy, old, new, language)
            yield with_comparison(both, page, old, new)


def assets(
    library: Library,
    timeline: Timeline,
    settings: Settings,
    on: date,
    templates: Sequence[Path],
    recall: Recall = not_recalled,
    project: Path | None = None,
    editions: Editions = NO_EDITIONS,
) -> tuple[Bundle, ...]:
    """Return every generated file of the site that is beside no page, in bundles that are made when needed.

    The arguments are those of :func:`pages`; ``recall`` gives back what was made with the pages, so that no text is
    read a second time.
    """
    library, timeline = public(library, timeline, settings)
    originals = Originals(project, library, settings)
    days = SettledDays(timeline, on, fixed=settings.on is not None)
    day = days.first(policy.id for policy in library.policies)

    @cache
    def context() -> SiteContext:
        made = SiteContext(library, timeline, settings, on, templates, recall=recall, editions=editions)
        return made.since(day)

    kept = Bundle("*originals", " ".join(originals.published), originals.files)
    return (
        Bundle("*facts", f"{facts_basis(library)} {day}", lambda: fact_files(context())),
        Bundle("*words", f"{library_basis(library)} {day}", lambda: word_files(context())),
        *((kept,) if originals.published else ()),
    )
