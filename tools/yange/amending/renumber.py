"""Renumber the articles of a text in order, and update the references to them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from yange.citations import Citation, CitationKind, citations
from yange.law import Law, law_named
from yange.law.numbers import read_number
from yange.model import Clause, ClauseKind, Provisions
from yange.parse import parse
from yange.problems import Problem, warning

__all__ = ["renumber"]


def renumber(body: str, path: str, language: str | None = None) -> tuple[str, tuple[Problem, ...]]:
    """Return a body with its articles numbered 1, 2, 3, …, and warnings of references to check by hand.

    References to the text's own articles are updated if each number is printed in full (第三条). Lists that share a 条
    (第三、四条), references to removed articles, and those that may be to another text are reported and not changed.
    """
    provisions = parse(body, language)
    law = law_named(provisions.language)
    articles = [clause for clause in provisions.primary if clause.kind is ClauseKind.ARTICLE and clause.number]
    new = {clause.path: _numbered(law, clause.label, nth) for nth, clause in enumerate(articles, start=1)}
    by_value = {clause.number.value: new[clause.path] for clause in articles if clause.number}
    edits = [_label(provisions, clause, new[clause.path]) for clause in articles]
    problems = []
    for citation in citations(provisions):
        pattern = _article_in(law, citation.text) if citation.kind is CitationKind.CLAUSE else None
        if pattern is None:
            continue
        text = _followed(citation, pattern, by_value, law)
        if text is None:
            message = f"{citation.at} refers to {citation.text}, but the articles were renumbered."
            hint = "Compare it with the decision and write the right number by hand."
            problems.append(warning("amend-reference", path, message, hint=hint))
        elif text != citation.text:
            edits.append((citation.start, citation.end, text))
    return _replaced(body, edits), tuple(problems)


def _numbered(law: Law, label: str, nth: int) -> str:
    """Return a number in the form of the label, or the label itself if no pack can write its form."""
    return next(filter(None, (grammar.amending.renumbered(label, nth) for grammar in law)), label)


def _article_in(law: Law, words: str) -> re.Pattern[str] | None:
    """Return the pattern of an article's number if a reference names articles, alone or in a list."""
    patterns = (grammar.amending for grammar in law)
    return next((one.article for one in patterns if one.article.search(words) or one.article_list.search(words)), None)


def _label(provisions: Provisions, clause: Clause, label: str) -> tuple[int, int, str]:
    at = provisions.text.index(clause.label, clause.start)
    return at, at + len(clause.label.rstrip("\u3000 .")), label


def _followed(
    citation: Citation, article: re.Pattern[str], by_value: Mapping[tuple[int, ...], str], law: Law
) -> str | None:
    """Return the words of a reference with the new numbers, or ``None`` if a person must check it."""
    found = article.findall(citation.text)
    numbers = [read_number(label, law=law) for label in found]
    if not citation.sure or citation.missing or not found or any(n is None or n.value not in by_value for n in numbers):
        return None
    labels = iter(by_value[n.value] for n in numbers if n is not None)
    return article.sub(lambda _: next(labels), citation.text)


def _replaced(body: str, edits: list[tuple[int, int, str]]) -> str:
    for start, end, text in sorted(edits, reverse=True):
        body = body[:start] + text + body[end:]
    return body
