"""Records of a text for reference managers, and what Zotero reads in its page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from yange.bibliography import CLAUSE, PATH, WHERE, TextReference, bibtex, csl_json, ris
from yange.messages import nearest
from yange.model import Policy, Version
from yange.publish.addresses import version_address
from yange.publish.context import SiteContext
from yange.publish.facts.permanent_ids import link
from yange.publish.facts.status_words import Wording
from yange.publish.facts.words import Words
from yange.publish.parts.citation_forms import facts_of, which_text

__all__ = ["FORMATS", "clause_records", "records", "reference"]

FORMATS: Mapping[str, str] = {"cite.ris": "RIS", "cite.bib": "BibTeX", "cite.json": "CSL-JSON"}
"""The files beside a text with its record, and the names of their formats."""


def reference(context: SiteContext, policy: Policy, version: Version) -> TextReference:
    """Return a text as it is cited: always with which text of its policy it is, and what a reader is warned of."""
    settings = context.settings
    return replace(
        facts_of(version, policy),
        which=which_text(version, context.english),
        address=link(settings, "", version_address(version)) if settings.address is not None else "",
        notes=tuple(_notes(context, policy, version)),
    )


def records(reference: TextReference) -> Mapping[str, str]:
    """Return the record of a text in each of the formats, by file name."""
    made = (ris(reference), bibtex(reference), csl_json(reference) + "\n")
    return dict(zip(FORMATS, made, strict=True))


def clause_records(reference: TextReference) -> Mapping[str, str]:
    """Return the records of a clause, with private characters where a script writes its name and address."""
    return records(replace(reference, key=f"{reference.key}-{PATH}", clause=CLAUSE, address=WHERE))


def _notes(context: SiteContext, policy: Policy, version: Version) -> list[str]:
    wording = context.once(f"wording {version.language}", lambda: _wording(context, version.language))
    words = wording.words
    period = f"{words('fact.period')}{words('colon')}{wording.interval(policy, version)}"
    sample = [f"{words('sample.mark')}{words('colon')}{words('sample.words')}"] if policy.sample else []
    condition = [words(f"condition.{version.condition}")] if version.condition != "complete" else []
    return [*sample, *condition, period]


def _wording(context: SiteContext, language: str) -> Wording:
    return Wording(context.library, context.timeline, Words(nearest(language)), context.on)
