"""The margin of each clause of a text: when it last changed, how to cite it, who cites it, what it says now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from markupsafe import Markup, escape

from yange.model import Policy, Version
from yange.publish.addresses import fragment
from yange.publish.context import SiteView
from yange.publish.facts.blocks import ClauseBlock
from yange.publish.facts.citation_links import CitationLink
from yange.publish.facts.clause_threads import Thread, Threads
from yange.publish.parts.citation_forms import Forms
from yange.publish.parts.clause_html import ClauseHtml
from yange.publish.parts.correction_links import Correcting
from yange.publish.parts.original_links import OriginalLinks
from yange.publish.templates import printed

__all__ = ["Margin", "stage_anchor"]

_SPOKEN = 12
_HEADED = {"outline-1", "outline-2", "outline-3", "outline-4", "outline-5", "annex"}
"""What may be printed as a heading and is cited like an article."""


def stage_anchor(version: Version, path: str) -> str:
    """Return the anchor of a clause of one text on the page of histories."""
    return f"{version.key}.{path}"


class Margin:
    """Makes the margin notes of one text on one page."""

    def __init__(
        self,
        view: SiteView,
        policy: Policy,
        version: Version,
        forms: Forms,
        current: Version | None,
        correcting: Correcting,
        *,
        long: bool = False,
    ) -> None:
        """Gather what is asked for each clause. ``long``: leave to scripts what they can tell of a clause."""
        self._view = view
        self._long = long
        self._policy = policy
        self._version = version
        self._forms = forms
        self._current = current
        self._correcting = correcting
        self._threads: Threads = view.context.threads(policy.id)
        self._lineage = view.context.lineage(version)
        self._cited = self._citing_clauses(view.context.links(version))
        words = view.words
        self._originals = OriginalLinks(view)
        other = view.tag(version.language) != words.html_language
        self._own = f' lang="{escape(words.html_language)}"' if other else ""
        tag = f' lang="{escape(view.tag(version.language))}"' if other else ""
        self._quote = f'<p class="y-quote"{tag}>'
        self._tools = printed(words("margin.tools" if correcting.whole.file else "margin.cite"))
        self._before, self._after = map(printed, words("margin.now", link="\0").split("\0"))
        self._there = view.to_version(current) if current is not None else ""
        self._said: dict[str, str] = {}
        self._histories: dict[int, str] = {}

    def _citing_clauses(self, own: Iterable[CitationLink]) -> Mapping[str, list[Markup]]:
        """Return by path the clauses, of this text and of others, that cite a clause."""
        view, found = self._view, defaultdict[str, dict[Markup, None]](dict)
        for link in own:
            if link.version == self._version and link.path and link.called is not None:
                shown = view.named(link.called.own, self._version.language)
                found[link.path][Markup('<a href="#{}">{}</a>').format(link.at, shown)] = None
        for link in view.context.references.cited_by(self._policy.id):
            if link.version == self._version and link.path:
                title = view.title(view.context.policies[link.citing.policy])
                clause = link.called.own if link.called is not None else ""
                address = view.to_version(link.citing, link.at)
                found[link.path][Markup('<a href="{}">{}{}</a>').format(address, title, view.native(clause))] = None
        return {path: list(names) for path, names in found.items()}

    def of(self, clause: ClauseHtml) -> Markup:
        """Return the margin of a clause as HTML; empty where there is nothing to say of it."""
        block = clause.block
        path = block.path
        line = self._threads.at.get((self._version.key, path))
        headed = block.level and block.kind not in _HEADED
        if clause.called is None or headed or (block.depth and line is None):
            return Markup("")
        since = f"{self._since(path, line)} " if line is not None else ""
        beside = f"{since}{self._originals.of(self._version, path)}"
        said = self._lines(block, line)
        if self._long and not said and not block.level:
            made = f'<a class="y-tools" href="#cite"{self._told(block, line)}>{self._tools}</a>'
        else:
            lines = f"{self._quote}{clause.quoted}</p>{said}{self._correcting.links(block)}"
            made = (
                f'<details class="y-tools"><summary>{self._tools}</summary><div class="y-tool">{lines}</div></details>'
            )
        # escaped piece by piece: Markup.format does it too, at five times the price
        return Markup(f'<div class="y-margin"{self._own}>{beside}{made}</div>')  # noqa: S704

    def _told(self, block: ClauseBlock, line: Thread | None) -> str:
        """Return what scripts are told of a clause: its line in the file, and where it is now if that is elsewhere."""
        place = self._correcting.place(block)
        told = f' data-line="{place}"' if place is not None else ""
        stage = line.at(self._current.key) if line is not None and self._current is not None else None
        if stage is not None and (stage.path, stage.label) != (block.path, block.name):
            told += f' data-now="{printed(stage.path)}\t{printed(stage.label)}"'
        return told

    def _since(self, path: str, line: Thread) -> str:
        key = self._lineage[path]
        if key not in self._said:
            self._said[key] = self._changed(key)
        if line.part not in self._histories:
            self._histories[line.part] = self._view.to_history(self._policy, part=line.part)
        address = f"{self._histories[line.part]}{fragment(stage_anchor(self._version, path))}"
        return f'<a class="y-since" href="{address}">{self._said[key]}</a>'

    def _changed(self, key: str) -> str:
        version = self._policy.version(key) or self._version
        said = "margin.first" if version == self._threads.texts[0] else "margin.changed"
        return printed(self._view.words(said, day=self._view.wording.version_day(version)))

    def _lines(self, block: ClauseBlock, line: Thread | None) -> str:
        words, path = self._view.words, block.path
        lines = ""
        if self._current is not None and (now := self._now(block, self._current, line)):
            lines += f"<p>{now}</p>"
        cited = self._cited.get(path, ())
        if cited:
            shown = escape(words.series(["", ""])).join(cited[:_SPOKEN])
            more = words.count("margin.more", len(cited) - _SPOKEN) if len(cited) > _SPOKEN else ""
            lines += f"<p>{escape(words('margin.cited-by'))}{escape(words('colon'))}{shown}{escape(more)}</p>"
        return lines

    def _now(self, block: ClauseBlock, current: Version, line: Thread | None) -> str:
        """Return what the clause is now; nothing where :meth:`_told` says it."""
        stage = line.at(current.key) if line is not None else None
        if stage is None:
            known = line is not None and current in self._threads.texts
            return escape(self._view.words("margin.gone" if known else "margin.unknown"))
        if self._long and not block.level:
            return ""
        name = printed(self._view.native(stage.label))
        return f'{self._before}<a class="y-now" href="{self._there}{fragment(stage.path)}">{name}</a>{self._after}'
