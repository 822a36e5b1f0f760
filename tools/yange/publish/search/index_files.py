"""The files of the search: manifest, shards of posting lists, facts of the texts in blocks, and the texts themselves.

A reader looks for policies, so blocks of a fourth kind say of each text which is the first of its policy: the best
text, as the texts are numbered, stands for the whole.

What a search is narrowed by (place, kind, status, year) has a file of lists each, which also tells how many texts a
choice leaves. Single Han characters have shards of their own: their lists are long, and a query of words needs none.

All are scripts that call ``yangeSearch`` with data, so that a browser loads them from anywhere, also from the file
system. ``assets/search_index.js`` is their reader.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from yange.chinese_scripts import simplified
from yange.model import Condition, Policy, Version
from yange.publish.assets import Asset, script_json
from yange.publish.context import SiteContext
from yange.publish.search.folding import BREAK, fold, grams, signs, units
from yange.publish.search.search_documents import (
    OLD,
    SearchDocument,
    SearchStanding,
    documents,
    entries,
    line,
    standings_of,
    year_of,
)
from yange.publish.search.shards import encode, shards

__all__ = ["BLOCK", "FACETS", "FOLDER", "search_files", "search_part"]

FOLDER = "assets/search/"
BLOCK = 32
WORKS = 2048
"""How many texts a block of :func:`_works` tells the policy of."""
FACETS = ("place", "kind", "status", "year")
"""What a search is narrowed by: a file of lists for each."""
_PER_FOLDER = 512
Lists: TypeAlias = "defaultdict[str, array[int]]"


def search_files(context: SiteContext) -> Iterator[Asset]:
    """Yield every file of the search of a library as of a day."""
    found = documents(context)
    lists, single = _lists(), _lists()
    standings = standings_of(context)
    facets = {name: defaultdict[str, list[int]](list) for name in FACETS}
    for number, document in enumerate(found):
        known = context.recall(document.address, "") or search_part(context, document.policy, document.version)
        clauses, pairs, characters, headings = known.decode().split("\n")
        yield _asset(f"text/{number // _PER_FOLDER}/{number}.js", "text", f"{number},{clauses}")
        _enter(lists, single, number, document, pairs.split(), characters)
        for gram in headings.split():
            lists[f"h:{gram}"].append(number)
        for name, value in _facets(document):
            facets[name][value].append(number)
    for name, values in facets.items():
        yield _script(f"facet/{name}.js", "facet", name, {value: encode(numbers) for value, numbers in values.items()})
    for start in range(0, len(found), BLOCK):
        facts = [_facts(document, standings) for document in found[start : start + BLOCK]]
        yield _script(f"facts/{start // BLOCK}.js", "facts", start // BLOCK, facts)
    works = _works(found)
    for start in range(0, len(found), WORKS):
        yield _script(f"work/{start // WORKS}.js", "work", start // WORKS, works[start : start + WORKS])
    counts = {}
    for name, made in (("shard", lists), ("sign", single)):
        counts[name], parts = shards(made)
        for number, part in parts:
            yield _script(f"{name}/{number >> 8:02x}/{number:04x}.js", name, number, part)
    yield _script("manifest.js", "manifest", _manifest(found, counts["shard"], counts["sign"]))


def search_part(context: SiteContext, policy: Policy, version: Version) -> bytes:
    """Return what the search files need of a text, in four lines.

    The first is the JSON of its clauses, safe inside a script; the second the grams by which it is found, with
    blanks between; the third its single Han characters; the fourth the grams of its headings.
    """
    known = list(entries(context, policy, version))
    found = [(entry.anchor, entry.above, entry.label, entry.text) for entry in known]
    words = fold("\n".join(line(*rest) for _, *rest in found))
    headings = fold("\n".join(entry.text for entry in known if entry.heading))
    lines = [script_json(found), " ".join(grams(words)), "".join(signs(words)), " ".join(grams(headings))]
    return "\n".join(lines).encode()


def _script(name: str, call: str, *values: object) -> Asset:
    return _asset(name, call, ",".join(script_json(value) for value in values))


def _asset(name: str, call: str, arguments: str) -> Asset:
    return Asset(f"{FOLDER}{name}", f"yangeSearch.{call}({arguments});\n".encode())


def _lists() -> Lists:
    return defaultdict(lambda: array("I"))


def _enter(
    lists: Lists, single: Lists, number: int, document: SearchDocument, pairs: Iterable[str], characters: Iterable[str]
) -> None:
    heads = fold("\n".join(document.heads))
    titles = grams(heads)
    for gram in {*titles, *pairs}:
        lists[gram].append(number)
    for gram in {*titles, *units(heads)} - {BREAK}:
        lists[f"t:{gram}"].append(number)
    for sign in {*signs(heads), *characters}:
        single[sign].append(number)


def _facets(document: SearchDocument) -> Iterator[tuple[str, str]]:
    policy, year = document.policy, year_of(document.version)
    if policy.place:
        yield "place", policy.place
    yield "status", document.status
    if policy.kind:
        yield "kind", policy.kind
    if year:
        yield "year", str(year)


def _works(found: Iterable[SearchDocument]) -> list[int]:
    """Return for each text the number of the first text of its policy, which may be its own."""
    first: dict[str, int] = {}
    return [first.setdefault(document.policy.id, number) for number, document in enumerate(found)]


def _facts(document: SearchDocument, standings: Mapping[str, SearchStanding]) -> list[object]:
    policy, version = document.policy, document.version
    standing = standings[policy.id]
    return [
        document.address,
        version.title,
        version.number or "",
        policy.place,
        document.status,
        document.days,
        int(policy.sample),
        [version.cover_title or "", *version.issuer],
        int(version.held),
        standing.status,
        version.condition if version.held and version.condition is not Condition.COMPLETE else "",
        document.turns,
        standing.turns,
        int(standing.sure),
    ]


def _manifest(found: list[SearchDocument], count: int, single: int) -> dict[str, object]:
    table = simplified()
    return {
        "texts": len(found),
        "current": sum(document.tier < OLD for document in found),
        "block": BLOCK,
        "works": WORKS,
        "folder": _PER_FOLDER,
        "shards": count,
        "signs": single,
        "old": "".join(table),
        "new": "".join(table.values()),
    }
