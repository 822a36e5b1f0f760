"""How the changes of a comparison are quoted: a drafter's sentence, and what both texts and their clauses are called.

A script puts them together when a reader copies a change: the words of the new clauses are on the page already.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from yange.compare.result import Change
from yange.compare.text.vocabulary import law_of_both
from yange.messages import nearest
from yange.model import Version
from yange.names import number_key
from yange.publish.context import SiteView
from yange.publish.facts.clause_names import Called
from yange.publish.parts.citation_forms import Forms, forms
from yange.reports.drafting import drafted
from yange.reports.words import ReportWords

__all__ = ["ChangeQuote", "ChangeQuotes"]


@dataclass(frozen=True, slots=True)
class ChangeQuote:
    """A change's sentence, and what its clauses are called behind a citation of the old and of the new text."""

    sentence: str
    was: str
    now: str


class ChangeQuotes:
    """Makes the quotes of one page: in its language for Chinese texts, else in the language of the new text."""

    def __init__(self, view: SiteView, old: Version, new: Version) -> None:
        """Take the page and its texts."""
        context = view.context
        provisions = context.parsed(old.body), context.parsed(new.body)
        chinese = provisions[1].language.startswith("zh")
        self._say = ReportWords(view.words.language if chinese else nearest(new.language))
        self._foreign = chinese and not self._say.language.startswith("zh")
        self._law = law_of_both(*provisions)
        self._names = context.called(old.body), context.called(new.body)
        self._forms = forms(old, context.english), forms(new, context.english)
        self._same = number_key(old.number) == number_key(new.number)
        self.old, self.new = (self._text(found) for found in self._forms)
        self.frames = {
            name: self._say(f"draft.{name}", sentence="{sentence}", old="{old}", new="{new}")
            for name in ("cited", "cited.old", "cited.new")
        }
        self.language = self._say.html_language

    def of(self, change: Change) -> ChangeQuote:
        """Return how a change is quoted; its sentence is empty where nothing was drafted."""
        old = self._called(change.old, change.old_paths, self._names[0])
        new = self._called(change.new, change.new_paths, self._names[1])
        return ChangeQuote(
            drafted(change, old, new, self._say, self._law),
            self._behind(old, self._forms[0]),
            self._behind(new, self._forms[1]),
        )

    def _called(self, labels: Sequence[str], paths: Sequence[str], names: Mapping[str, Called]) -> list[str]:
        found = []
        for label, path in zip(labels, paths, strict=True):
            called = names.get(path)
            own = called.english if called is not None and self._foreign else called.own if called is not None else ""
            found.append(own or self._say.name(label))
        return found

    def _text(self, cited: Forms) -> str:
        if self._foreign:
            return cited.english.text
        return (cited.dated[0] if self._same else cited.legal).text

    def _behind(self, names: Sequence[str], cited: Forms) -> str:
        before = ", " if self._foreign else cited.citing.before_clause
        return before + self._say.series(names) if names else ""
