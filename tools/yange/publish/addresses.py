"""Addresses: the permanent address of each page, and how one page links to another.

``/<policy id>/`` is the line itself, ``/<policy id>/<key>/`` a version (its clauses are ``#<clause path>``),
``/<policy id>/<key>/compare/<older key>/`` what it changed, and ``…/compare/<older policy id>/<older key>/`` where the
older text belongs to another policy. ``/<policy id>/history/#<key>.<clause path>`` is the history of a clause of the
text with that key. The first language is at the root, the others are below ``/<language>/``.
Links are relative, so that the site works under any host, any folder, and from the file system.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from yange.model import Library, Policy, Version
from yange.names import RESERVED
from yange.problems import YangeError

__all__ = [
    "BETWEEN",
    "CHANGES",
    "CLAUSES",
    "COMPARE",
    "CSL",
    "DAY",
    "DAYS",
    "EDITIONS",
    "FEEDS",
    "FRESHNESS",
    "MARKDOWN",
    "PLAIN",
    "TEXTS",
    "UNPLACED",
    "Addresses",
    "annotated_address",
    "changes_address",
    "choosing_address",
    "compare_address",
    "compared_address",
    "fragment",
    "history_address",
    "list_address",
    "place_entry",
    "policy_address",
    "relative",
    "relative_file",
    "timemap_address",
    "version_address",
    "word_address",
]

UNPLACED = "unplaced"
"""The list of policies whose place is not known."""
DAY = "day/"
DAYS = "data/days/"
CHANGES = "day/changes/"
BETWEEN = "day/between/"
FEEDS = "feeds/"
COMPARE = "compare/"
TEXTS = "data/texts/"
FRESHNESS = "data/sources/"
CSL = "data/csl/"
"""The styles by which citations are made, to install in reference managers."""
EDITIONS = "editions/"
MARKDOWN = "text.md"
PLAIN = "text.txt"
CLAUSES = "clauses.js"
"""The file beside a text from which the browser compares it with any other, and shows its clauses where it is cited."""
_UNFIT = re.compile(r"[^\w〔〕（）()·-]+")
_LONGEST = 60
_PLAIN = re.compile(r"[A-Za-z0-9._~-]*").fullmatch
_PLAIN_WAY = re.compile(r"[A-Za-z0-9._~/-]*").fullmatch
"""What needs no escape in an address: nearly all anchors and ids."""


def policy_address(policy_id: str) -> str:
    """Return the address of a policy's own page, without language."""
    return f"{policy_id}/"


def history_address(policy_id: str, part: int = 1) -> str:
    """Return the address of the clause histories of a policy, without language; long ones fill several pages."""
    return f"{policy_id}/history/" + (f"{part}/" if part > 1 else "")


def annotated_address(policy_id: str) -> str:
    """Return the address of a policy's annotated text, without language: always that of the text in force."""
    return f"{policy_id}/annotated/"


def version_address(version: Version) -> str:
    """Return the address of one text, without language."""
    return f"{version.policy}/{version.key}/"


def timemap_address(policy_id: str) -> str:
    """Return the address of a policy's TimeMap, without language: one file serves the pages of all languages."""
    return f"{policy_id}/timemap.link"


def compare_address(old: Version, new: Version) -> str:
    """Return the address of the comparison of two texts, without language. It is below that of the newer text."""
    return named_comparison(f"{old.policy}@{old.key}", f"{new.policy}@{new.key}")


def named_comparison(old: str, new: str) -> str:
    """Return the address of the comparison of two texts that are given as ``id@key``."""
    (policy, _, key), (newer, _, newer_key) = old.partition("@"), new.partition("@")
    return f"{newer}/{newer_key}/compare/{key if policy == newer else f'{policy}/{key}'}/"


def word_address(old: Version, new: Version) -> str:
    """Return the address of a comparison's Word file, without language: one file serves the pages of all languages."""
    return f"{compare_address(old, new)}table.docx"


def choosing_address(policy_id: str) -> str:
    """Return the address at which any two texts of a policy are compared (``?old=…&new=…``), without language."""
    return f"{policy_id}/compare/"


def compared_address(number: int = 1) -> str:
    """Return the address at which any two texts of the site are compared, without language.

    It lists the pairs that have a page, on several pages where there are many.
    """
    return COMPARE + (f"{number}/" if number > 1 else "")


def place_entry(place: str) -> str:
    """Return the name of a place's list; a policy whose place is not known is in a list of its own."""
    return place or UNPLACED


def list_address(way: str, name: str = "", number: int = 1) -> str:
    """Return the address of a list, or of all lists of one way, without language."""
    entry = f"{_slug(name)}/" if name else ""
    return f"by/{way}/{entry}" + (f"{number}/" if number > 1 else "")


def changes_address(year: int, number: int = 1) -> str:
    """Return the address of the changes of a year, without language; many fill several pages."""
    return f"{CHANGES}{year}/" + (f"{number}/" if number > 1 else "")


@lru_cache(maxsize=512)
def _slug(name: str) -> str:
    """Return a name as one part of an address: letters of any script, digits, and hyphens for the rest."""
    return _UNFIT.sub("-", unicodedata.normalize("NFKC", name)).strip("-")[:_LONGEST].casefold() or "-"


def relative(origin: str, target: str, anchor: str = "") -> str:
    """Return the link from the page at ``origin`` to ``anchor`` on the page at ``target``."""
    if origin == target:
        return fragment(anchor) or "./"
    return _way(origin, target) + fragment(anchor) if anchor else _way(origin, target)


def fragment(anchor: str) -> str:
    """Return the end of a link that leads to an anchor; empty without one."""
    if not anchor:
        return ""
    if _PLAIN(anchor):
        return f"#{anchor}"
    return f"#{quote(anchor, safe='._~-')}"


@lru_cache(maxsize=512)
def _way(origin: str, target: str) -> str:
    here, there = origin.split("/"), target.split("/")
    most = min(len(here), len(there)) - 1
    shared = next((n for n in range(most) if here[n] != there[n]), most)
    left = "/".join(there[shared:])
    path = "../" * (len(here) - 1 - shared) + (left if _PLAIN_WAY(left) else quote(left))
    return path or "./"


def relative_file(origin: str, target: str) -> str:
    """Return the link from the page at ``origin`` to the file at ``target``."""
    folder, _, name = target.rpartition("/")
    way = relative(origin, f"{folder}/" if folder else "")
    return ("" if way == "./" else way) + quote(name)


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of a site in its languages; the first language is the one at the root."""

    languages: tuple[str, ...]

    def of(self, language: str, address: str) -> str:
        """Return ``address`` in ``language``."""
        return address if language == self.languages[0] else f"{language}/{address}"

    def alternates(self, language: str, address: str) -> tuple[tuple[str, str], ...]:
        """Return the other languages with the address of the same page in them."""
        return tuple((other, self.of(other, address)) for other in self.languages if other != language)

    def check(self, library: Library) -> None:
        """Refuse a library whose ids cannot be addresses of this site.

        Raises:
            YangeError: naming the policy whose first folder is taken by the site itself.

        """
        taken = RESERVED | set(self.languages[1:])
        for policy in library.policies:
            if policy.id.split("/")[0] in taken:
                raise YangeError(_taken(policy, taken))


def _taken(policy: Policy, taken: frozenset[str] | set[str]) -> str:
    return (
        f"{policy.path}: the id {policy.id!r} begins with a folder that the site needs for itself"
        f" ({', '.join(sorted(taken))}); give the place another slug"
    )
