"""The page of the search: a form that works by keyboard, filters, and the words its script needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from yange.model import Condition
from yange.publish.addresses import relative
from yange.publish.assets import json_text
from yange.publish.context import SiteContext, SiteView
from yange.publish.page import Page
from yange.publish.search.search_documents import OLD, SearchDocument, documents, standings_of, year_of

__all__ = ["ADDRESS", "search_page"]

ADDRESS = "search/"
_SPOKEN = (
    *(f"search.{name}" for name in ("empty", "working", "none", "count", "most", "loose", "ended", "next")),
    *(
        "search.clauses",
        "search.passage",
        "search.failed",
        "search.choice",
        "search.none.current",
        "search.count.ended",
        "search.loose.current",
        "search.no-clause",
        "search.policy",
        "search.texts",
        "search.enter",
    ),
    *("interval", "interval.open", "interval.none", "catalogue-only.short", "sample.short"),
)


def search_page(context: SiteContext, language: str) -> Page:
    """Return the page of the search in a language."""
    view = context.view(language, ADDRESS)
    words = view.words
    return Page(
        address=view.origin,
        language=language,
        title=words("search.title"),
        description=words("search.hint"),
        html=lambda: _html(view),
        alternates=context.addresses.alternates(language, ADDRESS),
        scripts=("search_words.js", "search_index.js", "search_results.js", "search.js", "saving.js"),
    )


def _html(view: SiteView) -> str:
    found = documents(view.context)
    return view.render(
        "search.html",
        root=relative(view.origin, ""),
        filters=[
            ("place", _choices(document.policy.place for document in found)),
            ("kind", _choices(document.policy.kind for document in found)),
            ("status", _statuses(view, (document for document in found if document.tier < OLD))),
            ("year", list(reversed(_choices(year_of(document.version) for document in found)))),
        ],
        ended=_statuses(view, (document for document in found if document.tier == OLD)),
        spoken=json_text(_spoken(view, found)),
    )


def _choices(values: Iterable[object]) -> list[tuple[str, str]]:
    known = sorted({str(value) for value in values if value})
    return [(value, value) for value in known]


def _statuses(view: SiteView, found: Iterable[SearchDocument]) -> list[tuple[str, str]]:
    known = {document.status: document.tier for document in found}
    return [(key, view.words(f"status.{key}")) for key in sorted(known, key=lambda key: (known[key], key))]


def _spoken(view: SiteView, found: Iterable[SearchDocument]) -> Mapping[str, str]:
    """Return the words that the script needs, by their key; what it fills in stays in braces."""
    known = {document.status for document in found}
    turns = [turn for document in found for turn in document.turns]
    for standing in standings_of(view.context).values():
        known.add(standing.status)
        turns.extend(standing.turns)
    statuses = sorted(f"status.{status}" for status in known.union(status for _, status in turns))
    conditions = sorted({f"condition.{condition}.short" for condition in Condition} - {"condition.complete.short"})
    return {key: view.words(key) for key in (*_SPOKEN, *statuses, *conditions)}
