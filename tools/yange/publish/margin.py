"""What stands beside each clause of a text: when it last changed, how to cite it, who cites it, what it says now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup, escape

from yange.model import Policy, Version
from yange.publish.citing import Forms
from yange.publish.clauses import Called
from yange.publish.context import View
from yange.publish.correcting import Correcting
from yange.publish.references import Link
from yange.publish.text import Block
from yange.publish.threads import Threads

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
        view: View,
        policy: Policy,
        version: Version,
        forms: Forms,
        names: Mapping[str, Called],
        current: Version | None,
        correcting: Correcting,
    ) -> None:
        """Gather what is asked for each clause."""
        self._view = view
        self._policy = policy
        self._version = version
        self._forms = forms
        self._names = names
        self._current = current
        self._correcting = correcting
        self._threads: Threads = view.context.threads(policy.id)
        self._cited = self._citing_clauses(view.context.links(version))

    def _citing_clauses(self, own: Iterable[Link]) -> Mapping[str, list[Markup]]:
        """Return by path the clauses, of this text and of others, that cite a clause."""
        view, found = self._view, defaultdict[str, dict[Markup, None]](dict)
        for link in own:
            if link.version == self._version and link.path and link.called is not None:
                shown = view.named(self._name(link.called), self._version.language)
                found[link.path][Markup('<a href="#{}">{}</a>').format(link.at, shown)] = None
        for link in view.context.references.cited_by(self._policy.id):
            if link.version == self._version and link.path:
                title = view.title(view.context.policies[link.citing.policy])
                clause = self._name(link.called) if link.called is not None else ""
                address = view.to_version(link.citing, link.at)
                found[link.path][Markup('<a href="{}">{}{}</a>').format(address, title, view.native(clause))] = None
        return {path: list(names) for path, names in found.items()}

    def _name(self, called: Called) -> str:
        return called.chinese if self._forms.chinese else called.english

    def of(self, block: Block) -> Markup:
        """Return the margin of a block as HTML; empty where there is nothing to say of it."""
        line = self._threads.at.get((self._version.key, block.path))
        called = self._names.get(block.path)
        if called is None or (block.level and block.kind not in _HEADED) or (block.depth and line is None):
            return Markup("")
        words = self._view.words
        parts = [self._since(block.path)] if line is not None else []
        called_so = words("margin.tools" if self._correcting.whole.file else "margin.cite")
        lines = "".join((*self._lines(block.path, called), self._correcting.links(block)))
        parts.append(_tools(called, called_so, lines))
        return _html(f'<div class="y-margin" lang="{escape(words.html_language)}">{" ".join(parts)}</div>')

    def _since(self, path: str) -> Markup:
        words = self._view.words
        key = self._view.context.lineage(self._version)[path]
        version = self._policy.version(key) or self._version
        first = version == self._threads.texts[0]
        said = words("margin.first" if first else "margin.changed", day=self._view.wording.version_day(version))
        part = self._threads.at[self._version.key, path].part
        address = self._view.to_history(self._policy, stage_anchor(self._version, path), part)
        return Markup('<a class="y-since" href="{}">{}</a>').format(address, said)

    def _lines(self, path: str, called: Called) -> Iterator[Markup]:
        words = self._view.words
        language, quoted = escape(self._view.tag(self._version.language)), escape(self._forms.clause(called))
        yield _html(f'<p class="y-quote" lang="{language}">{quoted}</p>')
        if self._current is not None:
            yield Markup("<p>{}</p>").format(self._now(path, self._current))
        cited = self._cited.get(path, ())
        if cited:
            shown = escape(words.series(["", ""])).join(cited[:_SPOKEN])
            more = words.count("margin.more", len(cited) - _SPOKEN) if len(cited) > _SPOKEN else ""
            yield Markup("<p>{}{}{}{}</p>").format(words("margin.cited-by"), words("colon"), shown, more)

    def _now(self, path: str, current: Version) -> Markup:
        words, line = self._view.words, self._threads.at.get((self._version.key, path))
        stage = line.at(current.key) if line is not None else None
        if stage is None:
            known = line is not None and current in self._threads.texts
            return escape(words("margin.gone" if known else "margin.unknown"))
        address = self._view.to_version(current, stage.path)
        link = Markup('<a class="y-now" href="{}">{}</a>').format(address, self._view.native(stage.label))
        return words.html("margin.now", link=link)


def _tools(called: Called, summary: str, lines: str) -> Markup:
    names = f'data-zh="{escape(called.chinese)}" data-en="{escape(called.english)}"'
    summed = f"<summary>{escape(summary)}</summary>"
    return _html(f'<details class="y-tools" {names}>{summed}<div class="y-tool">{lines}</div></details>')


def _html(text: str) -> Markup:
    """Return text whose values were escaped one by one: ``Markup.format`` does it too, at five times the price."""
    return Markup(text)  # noqa: S704 - escaped where it was put together
