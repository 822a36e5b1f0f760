"""What the home page says of the whole site to machines: schema.org ``WebSite`` and ``Dataset`` as JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from yange.model import Policy
from yange.publish.assets import script_json
from yange.publish.context import SiteView
from yange.publish.facts.permanent_ids import link
from yange.publish.facts.words import html_language

__all__ = ["home_head", "site_facts"]

_FILES = {
    "policies.jsonl": "application/jsonl",
    "versions.csv": "text/csv",
    "events.csv": "text/csv",
    "index.json": "application/json",
}


def home_head(view: SiteView) -> str:
    """Return the further head of the home page."""
    # script_json has escaped what could end the element.
    return "\n  ".join(
        f'<script type="application/ld+json">{script_json(facts)}</script>' for facts in site_facts(view)
    )


def site_facts(view: SiteView) -> Iterator[Mapping[str, object]]:
    """Yield the site with its search, and its data; a library of samples alone is no data."""
    home = link(view.context.settings, view.origin, "")
    search = link(view.context.settings, view.origin, "search/")
    name = view.words("dataset.name")
    yield {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "@id": f"{home}#site",
        "url": home,
        "name": name,
        "description": view.words("site.tagline"),
        "inLanguage": [html_language(language) for language in view.context.settings.languages],
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{search}?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        },
    }
    policies = [policy for policy in view.context.library.policies if not policy.sample]
    if policies:
        yield _dataset(view, policies, home, name)


def _dataset(view: SiteView, policies: list[Policy], home: str, name: str) -> Mapping[str, object]:
    context = view.context
    texts = [version for policy in policies for version in policy.versions]
    days = sorted(version.effective for version in texts if version.effective is not None)
    editions = context.editions.all
    facts = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": f"{home}#data",
        "url": home,
        "name": name,
        "description": view.words("dataset.about", policies=len(policies), versions=len(texts)),
        "isPartOf": {"@id": f"{home}#site"},
        "inLanguage": sorted({html_language(version.language) for version in texts}),
        "isAccessibleForFree": True,
        "sdDatePublished": context.on.isoformat(),
        "spatialCoverage": [
            {"@type": "Place", "name": place} for place in sorted({policy.place for policy in policies if policy.place})
        ],
        "temporalCoverage": _span(days),
        "version": str(editions[-1].number) if editions else None,
        "distribution": [
            {
                "@type": "DataDownload",
                "name": name,
                "encodingFormat": media,
                "contentUrl": link(context.settings, view.origin, "data/") + name,
            }
            for name, media in _FILES.items()
        ],
    }
    return {field: value for field, value in facts.items() if value not in (None, [], "")}


def _span(days: list[date]) -> str | None:
    """Return the first days of the oldest and of the newest text as an ISO 8601 interval."""
    return f"{days[0]}/{days[-1]}" if days else None
