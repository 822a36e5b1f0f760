"""The mark of a clause that is out of force, on the page of its text: its status, from when, and by what."""

from __future__ import annotations

from markupsafe import Markup, escape

from yange.publish.context import SiteView
from yange.publish.parts.clause_html import ClauseHtml
from yange.timeline import Out
from yange.withdrawn import state, status, when

__all__ = ["OutMarks"]


class OutMarks:
    """Makes the marks of one page, in its language. A script shows the words of another day."""

    def __init__(self, view: SiteView) -> None:
        """Take the page."""
        self._view = view
        self._language = view.words.language

    def of(self, clause: ClauseHtml) -> Markup:
        """Return the marks of a clause as HTML, in brackets as in copied text; empty where it is never out."""
        return Markup("").join((self._mark(label, out) for label, out in clause.outs))

    def _mark(self, label: str, out: Out) -> Markup:
        words, on = self._view.words, self._view.context.on
        turns = {turn: words(f"out.{state(out)}.{turn}") for turn in ("now", "ahead", "past")}
        badge = Markup('<span class="y-badge y-{}">{}</span>').format(state(out), status(out, on, self._language))
        told = escape(words("out.parts")).join([badge, when(out, self._language), *self._by(out)])
        named = words.html("out.of", label=self._view.native(label), mark=told) if label else told
        days = Markup('data-first="{}" data-until="{}"').format(out.first or "", out.until or "")
        told_on = Markup("").join(Markup(' data-{}="{}"').format(*turn) for turn in turns.items())
        now = " y-now" if out.on(on) else ""
        shown = words.html("out.bracketed", mark=named)
        return Markup('<p class="y-out{}" lang="{}" {}{}>{}</p>').format(now, words.html_language, days, told_on, shown)

    def _by(self, out: Out) -> list[Markup]:
        if out.by is None:
            return []
        view, version = self._view, out.by
        title = view.named(version.title, version.language)
        link = Markup('<a href="{}">{}</a>').format(view.to_version(version), title)
        key = "out.instrument" if version.number else "out.instrument.plain"
        number = view.native(version.number or "")
        return [view.words.html("out.by", by=view.words.html(key, title=link, number=number))]
