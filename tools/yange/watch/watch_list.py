"""Read a list of policies: one a line, or an export of Zotero (CSV, CSL-JSON).

What the archive calls a policy decides: its id (or a former one, or the last part), its document number, its title. A
part of a title names nothing: a list is read by no one while it is worked through.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from yange.citations import PolicyIndex
from yange.model import Library, Policy
from yange.problems import YangeError
from yange.project import texts_numbered
from yange.titles import title_key
from yange.watch.result import EntryOutcome, WatchEntry

__all__ = ["ListEntry", "found_entry", "read_list"]

_MOST = 10_000
"""Most entries of a list: a mistake (a wrong file) is said, and not worked through."""
_MOST_CHOICES = 12
_TITLES = ("title", "name of act", "nameofact", "标题")
_NUMBERS = ("number", "public law number", "code number", "document number", "编号", "文号")
_ADDRESSES = ("url", "网址")


@dataclass(frozen=True, slots=True)
class ListEntry:
    """An entry of a list: the line, and what it says. A line of text is a ``name``."""

    line: int
    name: str = ""
    title: str = ""
    numbers: tuple[str, ...] = ()
    address: str = ""

    @property
    def words(self) -> str:
        """What the entry is called in messages."""
        return self.name or self.title or next(iter(self.numbers), "") or self.address


def read_list(data: bytes, where: str) -> tuple[ListEntry, ...]:
    """Return the entries of a list; blank lines and lines that begin with ``#`` are none.

    A file that begins with ``[`` is CSL-JSON, one whose first line names a column ``Title`` is CSV; any other is text.

    Raises:
        YangeError: when the file is not UTF-8, is no list, or has too many entries.

    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        raise YangeError(f"{where}: is not UTF-8 text; save it as UTF-8") from failure
    head = text.split("\n", 1)[0]
    if text.lstrip().startswith(("[", "{")):
        found = tuple(_csl(data, where))
    elif any(name.strip(' "\r').casefold() in _TITLES for name in head.split(",")):
        found = tuple(_csv(text, where))
    else:
        found = tuple(_lines(text))
    if not found:
        raise YangeError(f"{where}: names no policy; write one id, document number or title on each line")
    if len(found) > _MOST:
        raise YangeError(f"{where}: has {len(found):,} entries (at most {_MOST:,}); divide the list")
    return found


def _lines(text: str) -> Iterator[ListEntry]:
    for number, line in enumerate(text.split("\n"), 1):
        words = line.strip()
        if words and not words.startswith("#"):
            yield ListEntry(number, name=words)


def _csv(text: str, where: str) -> Iterator[ListEntry]:
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as failure:
        raise YangeError(f"{where}: is not CSV: {failure}; export the list again") from failure
    head = [name.strip().casefold() for name in rows[0]]
    for number, row in enumerate(rows[1:], 2):
        cells = dict(zip(head, map(str.strip, row), strict=False))
        entry = _entry(number, cells)
        if entry.words:
            yield entry


def _csl(data: bytes, where: str) -> Iterator[ListEntry]:
    try:
        items = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as failure:
        raise YangeError(f"{where}: is not JSON: {failure}; export the list again") from failure
    if isinstance(items, dict):
        items = items.get("items", [items])
    for number, item in enumerate(items if isinstance(items, list) else [], 1):
        if isinstance(item, dict):
            cells = {str(name).casefold(): value.strip() for name, value in item.items() if isinstance(value, str)}
            entry = _entry(number, cells)
            if entry.words:
                yield entry


def _entry(line: int, cells: dict[str, str]) -> ListEntry:
    def first(names: Sequence[str]) -> str:
        return next((cells[name] for name in names if cells.get(name)), "")

    numbers = tuple(dict.fromkeys(cells[name] for name in _NUMBERS if cells.get(name)))
    return ListEntry(line, title=first(_TITLES), numbers=numbers, address=first(_ADDRESSES))


def found_entry(entry: ListEntry, library: Library, index: PolicyIndex, site: str | None) -> WatchEntry:
    """Return the policy that an entry names.

    Args:
        entry: of the list.
        library: of the archive.
        index: of the library.
        site: the address of the archive's site; an entry with an address below it names that page's policy.

    """
    found = _policies(entry, library, index, site)
    near = _near(entry.name or entry.title, library) if not found else []
    single = len(found) == 1
    return WatchEntry(
        line=entry.line,
        words=entry.words,
        outcome=_outcome(len(found), len(near)),
        policy=found[0].id if single else None,
        choices=() if single else tuple(policy.id for policy in (found or near)[:_MOST_CHOICES]),
    )


def _outcome(found: int, near: int) -> EntryOutcome:
    if found == 1:
        return EntryOutcome.WATCHED
    return EntryOutcome.AMBIGUOUS if found or near else EntryOutcome.NOT_HELD


def _policies(entry: ListEntry, library: Library, index: PolicyIndex, site: str | None) -> list[Policy]:
    by_address = _addressed(entry.address, library, site)
    if by_address is not None:
        return [by_address]
    if entry.name:
        return _named(entry.name, library, index)
    numbered = [one for number in entry.numbers for one in _numbered(number, library)]
    titled = _titled(entry.title, library, index) if entry.title else []
    both = [one for one in numbered if one in titled]
    return _once(both or (numbered + titled))


def _named(name: str, library: Library, index: PolicyIndex) -> list[Policy]:
    known = library.policy(name)
    if known is not None:
        return [known]
    last = [policy for policy in library.policies if policy.id.rsplit("/", 1)[-1] == name]
    return last or _numbered(name, library) or _titled(name, library, index)


def _numbered(number: str, library: Library) -> list[Policy]:
    return [policy for policy in library.policies if texts_numbered(policy, number)]


def _titled(title: str, library: Library, index: PolicyIndex) -> list[Policy]:
    bare = title.strip("《》")
    exact = [p for p in library.policies if bare in {p.title, *(version.title for version in p.versions)}]
    if exact:
        return exact
    meant = index.find(bare, None)
    return [meant.policy] if meant is not None else []


def _near(title: str, library: Library) -> list[Policy]:
    """Return the policies that have a title apart from the place, which it does not name: it may be another place's."""
    key = title_key(title.strip("《》"))
    return [p for p in library.policies if key and key in {title_key(one, p.place) for one in (p.title, *_all(p))}]


def _all(policy: Policy) -> Iterator[str]:
    return (version.title for version in policy.versions)


def _addressed(address: str, library: Library, site: str | None) -> Policy | None:
    """Return the policy of a page of the site: the longest id that the address begins with, behind any language."""
    if not site or not address.startswith(site):
        return None
    parts = unquote(address[len(site) :].partition("#")[0].partition("?")[0]).strip("/").split("/")
    for first in (0, 1):
        for last in range(len(parts), first, -1):
            policy = library.policy("/".join(parts[first:last]))
            if policy is not None:
                return policy
    return None


def _once(found: Sequence[Policy]) -> list[Policy]:
    return list({policy.id: policy for policy in found}.values())
