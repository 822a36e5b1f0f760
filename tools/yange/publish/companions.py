"""The machine-readable side of pages: adds to a finished page its metadata and the files beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from yange.bibliography import STYLES, style_file
from yange.model import Policy, Version
from yange.publish.addresses import CSL, compare_address, policy_address, version_address
from yange.publish.assets import Asset
from yange.publish.context import SiteContext
from yange.publish.files.calendar import calendars, policy_calendar
from yange.publish.files.clause_scripts import clauses_script
from yange.publish.files.data import comparison_data, lines, policy_data, tables, version_data
from yange.publish.files.day_files import day_files
from yange.publish.files.docx_files import word_file
from yange.publish.files.feeds import feeds, policy_feeds
from yange.publish.files.jsonld import comparison_head, policy_head, version_head
from yange.publish.files.llms import llms_files
from yange.publish.files.redirects import redirects
from yange.publish.files.site_jsonld import home_head
from yange.publish.files.text_files import text_files
from yange.publish.files.text_lists import text_lists
from yange.publish.files.timemap import timemap
from yange.publish.fingerprints import facts_basis, fingerprints
from yange.publish.page import Page
from yange.publish.parts.text_records import records, reference
from yange.publish.search import search_files, search_part
from yange.schemas import schema_files

__all__ = [
    "fact_files",
    "with_comparison",
    "with_facts",
    "with_history",
    "with_home",
    "with_policy",
    "with_version",
    "word_files",
]


def with_home(context: SiteContext, page: Page) -> Page:
    """Return the home page with what it says of the site and its data to machines."""
    view = context.view(page.language, "")

    def head() -> str:
        return "\n  ".join(filter(None, (page.head() if page.head is not None else "", home_head(view))))

    return replace(page, head=head)


def with_policy(context: SiteContext, page: Page, policy: Policy) -> Page:
    """Return a policy's page with its head and files."""
    view = context.view(page.language, policy_address(policy.id))

    def head() -> str:
        return policy_head(view, policy)

    def files() -> Iterator[Asset]:
        yield policy_data(context, policy)
        yield from policy_feeds(context, policy)
        yield from policy_calendar(context, policy)
        mapped = timemap(context, policy)
        if mapped is not None:
            yield mapped

    return _with(context, page, head, files, _basis(context, policy))


def with_version(context: SiteContext, page: Page, policy: Policy, version: Version) -> Page:
    """Return a text's page with its head and files."""
    view = context.view(page.language, version_address(version))

    def head() -> str:
        return version_head(view, policy, version)

    def files() -> Iterator[Asset]:
        yield version_data(context, policy, version)
        yield from text_files(context, policy, version)
        for name, words in records(reference(context, policy, version)).items():
            yield Asset(f"{version_address(version)}{name}", words.encode())
        if version.held and not context.withholds(policy):
            yield clauses_script(context, policy, version)
        yield Asset("", search_part(context, policy, version))

    return _with(context, page, head, files, _basis(context, policy))


def with_comparison(context: SiteContext, page: Page, old: Version, new: Version) -> Page:
    """Return a comparison's page with its head and files."""
    address = compare_address(old, new)
    view = context.view(page.language, address)

    def head() -> str:
        return comparison_head(view, address)

    def files() -> Iterator[Asset]:
        yield comparison_data(context, old, new)
        if context.has_word_file(old, new):
            yield word_file(context, old, new)

    return _with(context, page, head, files, f"{_basis(context, old)} {_basis(context, new)}")


def _with(
    context: SiteContext, page: Page, head: Callable[[], str], files: Callable[[], Iterator[Asset]], basis: str
) -> Page:
    """Return the page with its head; the files are beside the page in the first language."""
    first = page.language == context.settings.languages[0]
    return replace(page, head=head, companions=files if first else None, basis=basis)


def with_history(context: SiteContext, page: Page, policy: Policy) -> Page:
    """Return a page of clause histories, or one to choose two texts on, with what it was made from: its policy."""
    return replace(page, basis=_basis(context, policy))


def with_facts(context: SiteContext, page: Page) -> Page:
    """Return a page that shows no words of a text, with what it was made from: the facts of all policies, and the day.

    A page that lists some policies has a basis already: which ones.
    """
    facts = context.once("facts", lambda: facts_basis(context.library))
    return replace(page, basis=f"{facts} {context.on} {page.basis or ''}")


def _basis(context: SiteContext, of: Policy | Version) -> str:
    found = context.once("fingerprints", lambda: fingerprints(context))
    return f"{found[of.policy if isinstance(of, Version) else of.id]} {context.on}"


def fact_files(context: SiteContext) -> Iterator[Asset]:
    """Yield the files beside no page that hold facts and no words of a text, and the schemas of all data."""
    yield from (Asset(f"schemas/{name}", content) for name, content in schema_files())
    yield from (Asset(f"{CSL}{style.name}.csl", style_file(style)) for style in STYLES)
    yield from day_files(context)
    yield from text_lists(context)
    yield from llms_files(context)
    yield from tables(context)
    yield from calendars(context)
    yield from redirects(context)


def word_files(context: SiteContext) -> Iterator[Asset]:
    """Yield the files beside no page that contain the words of all texts, or say how many of them changed."""
    yield from search_files(context)
    yield from feeds(context)
    yield from lines(context)
