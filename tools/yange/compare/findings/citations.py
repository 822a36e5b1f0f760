"""What became of the citations of a text's own articles."""

from __future__ import annotations

from collections.abc import Iterator

from yange.compare.findings.citation_fates import Fates
from yange.compare.match.alignment import Alignment
from yange.compare.match.renumbering import ArticleMap, covered_articles, own_citations
from yange.compare.match.series import annex_of, article_number
from yange.compare.result import CitationChange, CitationFate
from yange.compare.text.units import Unit
from yange.law import Law

__all__ = ["citation_changes"]


def citation_changes(alignment: Alignment, articles: ArticleMap, fates: Fates, law: Law) -> tuple[CitationChange, ...]:
    """Return the citations whose number or target changed, in order of the new text.

    Citations are paired by place, in clauses that cite equally often on both sides; in others only numbers that no
    article of the new text has are reported. ``articles`` says which article number became which.
    """
    known = {number for unit in alignment.new if (number := article_number(unit, law))}
    if not known:
        return ()
    partner = {link.new: alignment.old[link.old] for link in alignment.links}
    found: list[CitationChange] = []
    for unit in alignment.new:
        if not annex_of(unit, law):  # in an annex with articles of its own a number may be theirs
            found += _of_unit(partner.get(unit.index), unit, known, articles, fates, law)
    return tuple(found)


def _of_unit(
    old: Unit | None, new: Unit, known: set[tuple[int, ...]], articles: ArticleMap, fates: Fates, law: Law
) -> Iterator[CitationChange]:
    cited = own_citations(new.key.text, law)
    before = own_citations(old.key.text, law) if old else []
    paired = len(before) == len(cited)
    covered = covered_articles(new.key.text, law)
    for place, (printed, number) in enumerate(cited):
        was = before[place] if paired else ("", ())
        fate = CitationFate.DANGLING if number not in known else _fate(was[1], number, articles, fates)
        if fate is CitationFate.RETARGETED and articles.get(was[1]) in covered:
            continue  # it still cites the same article, within 第…条至第…条 or next to another
        if fate is not None:
            yield CitationChange(fate, was[0], printed, old.label if old else "", new.label)


def _fate(was: tuple[int, ...], now: tuple[int, ...], articles: ArticleMap, fates: Fates) -> CitationFate | None:
    """Return what became of one citation; ``None`` where the target is not known or nothing changed."""
    homes = fates.articles.get(was, frozenset())
    target = articles.get(was) or (now if now in homes else None)
    if target is None:
        return None
    if was == now:
        return None if target == now or now in homes else CitationFate.STALE
    return CitationFate.FOLLOWS if target == now or now in homes else CitationFate.RETARGETED
