"""The page of one text: what it is, whether it is law on the day, and its words with an anchor for every clause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from yange.model import EventKind, Policy, Version
from yange.parse.label_remarks import label_remarks
from yange.persons import marked
from yange.publish.addresses import EDITIONS, PLAIN, annotated_address, version_address
from yange.publish.assets import json_text
from yange.publish.context import SiteContext, SiteView
from yange.publish.facts.blocks import ClauseBlock, contents
from yange.publish.facts.citation_links import CitationLink, linked
from yange.publish.facts.defined_terms import defined_terms
from yange.publish.page import Heading, Page
from yange.publish.pages.annotated import annotated_text
from yange.publish.parts.asked_day import asked_day
from yange.publish.parts.citation_forms import Forms, forms
from yange.publish.parts.clause_html import Groups, Permalinks, clauses
from yange.publish.parts.clause_margin import Margin
from yange.publish.parts.correction_links import Correcting
from yange.publish.parts.downloads import version_offers
from yange.publish.parts.event_rows import EventRow, acts
from yange.publish.parts.long_pages import LONG
from yange.publish.parts.out_of_force import OutMarks
from yange.publish.parts.status_changes import ahead
from yange.publish.parts.text_records import FORMATS, clause_records, reference
from yange.publish.view import language_of
from yange.timeline import Standing
from yange.timeline.line import is_letter
from yange.withdrawn import lost_marks

__all__ = ["version_page"]


def version_page(context: SiteContext, policy: Policy, version: Version, language: str) -> Page:
    """Return the page of one text."""
    address = version_address(version)
    view = context.view(language, address)
    words = view.words
    return Page(
        address=view.origin,
        language=language,
        title=f"{version.title}（{view.wording.version_day(version)}）",
        description=words.sentence([version.title, version.number or "", view.wording.interval(policy, version)]),
        html=lambda: _html(view, policy, version),
        contents=lambda: (
            Heading(words("version.facts"), "facts"),
            *contents(context.blocks_of(version)),
            Heading(words("cite"), "cite"),
        ),
        alternates=context.addresses.alternates(language, address),
        indexed=not policy.sample,
        scripts=("page.js", "text.js"),
    )


def _html(view: SiteView, policy: Policy, version: Version) -> str:
    context, wording = view.context, view.wording
    standing = context.timeline.version_standing(version, context.on)
    printed = context.blocks_of(version)
    current = _current(view, policy, version)
    cited = forms(version, context.english, _shared(context, policy, version))
    correcting = Correcting(view, version, printed)
    long = version.held and len(context.parsed(version.body).primary) > LONG
    margin = Margin(view, policy, version, cited, None if standing.in_force else current, correcting, long=long)
    return view.render(
        "version.html",
        policy=policy,
        version=version,
        standing=standing,
        status=wording.status_key(policy, standing),
        sentence=wording.sentence(policy, standing),
        current=current,
        ended=_ended_by(view, policy),
        ahead=ahead(view, policy, version),
        asked=asked_day(view, policy, version),
        forms=cited,
        records=json_text(clause_records(reference(context, policy, version))) if version.held else "",
        margin=margin.of,
        permalink=Permalinks(view.words, view.tag(version.language)).of,
        long=long,
        out_marks=OutMarks(view).of,
        lost=lost_marks(context.withdrawn(version), context.on, view.words.language) if version.held else "",
        correcting=correcting,
        edition=context.editions.all[-1] if context.editions.all else None,
        since=context.editions.since(version.path),
        to_editions=view.to(EDITIONS),
        history=context.has_history(policy),
        annotated=view.to(annotated_address(policy.id)) if annotated_text(context, policy) == version else None,
        articles=_articles(printed),
        terms=_terms(context, version),
        groups=_groups(view, policy, version, printed, cited) if version.held else [],
        extensions=_extensions(view, version),
        notes=_notes(view, policy, version, standing),
        unread=label_remarks(context.parsed(version.body), version.title) if version.held else (),
        outline=not any(block.kind == "article" for block in printed),
        letter=is_letter(policy),
        withheld=marked(version.body),
        before=context.succession.before(policy, version),
        replaced=context.succession.replaced_by(version),
        after=context.succession.after(version),
        language=language_of(policy),
        offers=version_offers(view, policy, version),
        plain=view.to_file(f"{version_address(version)}{PLAIN}"),
        records_of=[(view.to_file(f"{version_address(version)}{name}"), kind) for name, kind in FORMATS.items()],
    )


def _articles(printed: Sequence[ClauseBlock]) -> list[ClauseBlock]:
    """Return the articles below headings; without headings they are the contents of the page."""
    headed = any(block.level for block in printed)
    return [block for block in printed if block.kind == "article" and not block.group] if headed else []


def _terms(context: SiteContext, version: Version) -> str:
    """Return the defined terms of a text with the paths of their definitions, as JSON; empty if there are none."""
    found = defined_terms(context.parsed(version.body)) if version.held else ()
    return json_text(found) if found else ""


def _shared(context: SiteContext, policy: Policy, version: Version) -> frozenset[str]:
    """Return the names of the clauses that other texts of the policy have too; one that is not held may have all."""
    others = [text for text in policy.versions if text != version and not text.draft]
    read = (text if text.held else version for text in others)
    return frozenset(called.own for text in read for called in context.called(text.body).values())


def _groups(view: SiteView, policy: Policy, version: Version, printed: Sequence[ClauseBlock], cited: Forms) -> Groups:
    """Return the clauses, citations linked."""
    context = view.context

    def made() -> Groups:
        links = context.links(version)
        shown = linked(printed, links, lambda link: _address(view, version, link), lambda link: _day(context, link))
        return clauses(shown, context.called(version.body), cited, context.withdrawn(version), context.on)

    return context.lately(view.address, made)


def _address(view: SiteView, version: Version, link: CitationLink) -> str:
    if link.version is None:
        return view.to_policy(link.policy)
    return view.to_version(link.version, link.path) if link.version != version else f"#{link.path}"


def _day(context: SiteContext, link: CitationLink) -> str:
    """Return which text of another policy a citation of a clause means, where a script beside it has its words."""
    meant = link.version
    if (
        meant is None
        or not link.path
        or meant.policy == link.citing.policy
        or not context.is_quoted(link.policy, meant)
    ):
        return ""
    return str(meant.effective or meant.key)


def _current(view: SiteView, policy: Policy, version: Version) -> Version | None:
    """Return the text of the policy that is in force on the day, if it is another one."""
    standing = view.context.timeline.standing(policy.id, view.context.on)
    return standing.version if standing.in_force and standing.version != version else None


def _ended_by(view: SiteView, policy: Policy) -> Policy | None:
    """Return the other policy that repealed the whole of this one, where that is how it ended."""
    event = view.context.timeline.standing(policy.id, view.context.on).ended_by
    if event is None or event.kind is not EventKind.REPEAL or event.by_policy in {None, policy.id}:
        return None
    return view.context.policies.get(event.by_policy or "")


def _extensions(view: SiteView, version: Version) -> list[EventRow]:
    events = view.context.timeline.events(version.policy)
    return acts(view, (e for e in events if e.kind is EventKind.EXTENSION and e.version == version.key))


def _notes(view: SiteView, policy: Policy, version: Version, standing: Standing) -> Mapping[str, Sequence[object]]:
    """Return, by the anchor of the clause, what happens to it apart from its text."""
    if not version.held:
        return {}
    labels = _labels(view.context.printed(version.body))
    events = (
        e for e in view.context.timeline.events(policy.id) if e.version == version.key and e.kind is EventKind.REVIVAL
    )
    notes: dict[str, list[object]] = defaultdict(list)
    for event in events:
        for label in event.clauses:
            if label in labels:
                notes[labels[label]].extend(acts(view, [event]))
    for label, key in (
        *((label, "note.saving") for label in version.savings),
        *((label, "note.prevails") for label in version.prevails_over),
        *((correction.clause or "", "note.corrected") for correction in version.corrections),
    ):
        if label in labels:
            notes[labels[label]].append(view.words(key))
    return notes


def _labels(printed: Sequence[ClauseBlock]) -> Mapping[str, str]:
    """Return the anchor of each clause by its label; of the outermost clause if several have the label."""
    anchors: dict[str, str] = {}
    for block in sorted(printed, key=lambda block: block.depth):
        if block.name and not block.group:
            anchors.setdefault(block.name, block.path)
    return anchors
