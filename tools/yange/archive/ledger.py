"""The ledger of editions: each published state of the archive with what is needed to make it again.

``archive/editions.yml`` is committed with the texts and only grows: one edition to a line, each naming the hash of the
line before it, so that no earlier line can be changed unseen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from yange.dates import parse_day
from yange.parse.frontmatter import plain_values
from yange.parse.frontmatter.yaml_text import flow_text
from yange.problems import Problem, YangeError, error
from yange.shipped import LEDGER
from yange.storage.snapshots import at_one_moment
from yange.trees import Tree, UnreadableError

__all__ = [
    "LEDGER",
    "Edition",
    "ledger_text",
    "load_ledger",
    "next_edition",
    "read_ledger",
    "rewritten",
    "with_edition",
    "write_ledger",
]

_HEAD = (
    "# Published editions of the archive, one to a line: yange archive --publish adds the next, none is ever changed.\n"
)
_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_FIELDS = ("edition", "published", "commit", "format", "as_of", "main", "scheduled", "manifest", "before")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One edition.

    ``commit`` is the commit of the texts and ``format`` the archive's format number: together they give every id.
    ``as_of`` is the last day that ``main`` includes; ``main`` and ``scheduled`` are the ids of the branches (``None``:
    no such branch), ``manifest`` the SHA-256 of the manifest. ``before`` is the SHA-256 of the line before, ``None``
    for the first. ``published`` is the day on which it was entered.
    """

    edition: int
    published: date
    commit: str
    format: int
    as_of: date
    main: str | None
    scheduled: str | None
    manifest: str
    before: str | None

    @property
    def line(self) -> str:
        """The edition as its line in the ledger."""
        return f"- {flow_text({name: getattr(self, name) for name in _FIELDS})}"


def next_edition(
    ledger: Sequence[Edition],
    *,
    published: date,
    commit: str,
    format_number: int,
    as_of: date,
    main: str | None,
    scheduled: str | None,
    manifest: str,
) -> Edition:
    """Return the edition that follows those of the ledger."""
    return Edition(
        edition=len(ledger) + 1,
        published=published,
        commit=commit,
        format=format_number,
        as_of=as_of,
        main=main,
        scheduled=scheduled,
        manifest=manifest,
        before=_hash(ledger[-1].line) if ledger else None,
    )


def _hash(line: str) -> str:
    return sha256(line.encode()).hexdigest()


def write_ledger(editions: Iterable[Edition]) -> str:
    """Write the ledger."""
    return _HEAD + "".join(f"{edition.line}\n" for edition in editions)


def with_edition(text: str, edition: Edition) -> str:
    """Return a ledger's text with one more edition; everything in it, comments too, is kept.

    Raises:
        YangeError: where a line at the end would not be read as the edition that follows.

    """
    made = f"{text.rstrip()}\n{edition.line}\n" if text.strip() else write_ledger([edition])
    found, problems = read_ledger(made)
    if problems or not found or found[-1] != edition:
        raise YangeError(f"{LEDGER}: an edition cannot be entered at its end; write each on a line that begins with -")
    return made


def read_ledger(text: str) -> tuple[tuple[Edition, ...], tuple[Problem, ...]]:
    """Read a ledger; editions out of turn, damaged, or not in a chain with the one before are problems."""
    values, problems = plain_values(text, LEDGER)
    if problems or not isinstance(values, list):
        return (), problems
    editions: list[Edition] = []
    for nth, value in enumerate(values, start=1):
        edition = _edition(value) if isinstance(value, dict) else None
        before = _hash(editions[-1].line) if editions else None
        if edition is None or edition.edition != nth or edition.before != before:
            hint = "The ledger only grows: take the line from the repository's history again."
            message = f"Edition {nth} is damaged, out of turn, or does not follow the one before it."
            return tuple(editions), (error("ledger", LEDGER, message, hint=hint, line=nth + 1),)
        editions.append(edition)
    return tuple(editions), ()


def _edition(value: dict[str, object]) -> Edition | None:
    given = {name: value.get(name) for name in _FIELDS}
    texts = {name: item for name, item in given.items() if isinstance(item, str)}
    ids = [texts[name] for name in ("commit", "main", "scheduled") if name in texts]
    if "commit" not in texts or not all(_COMMIT.fullmatch(one) for one in ids):
        return None
    if not _SHA256.fullmatch(texts.get("manifest", "")):
        return None
    try:
        return Edition(
            edition=int(texts["edition"]),
            published=parse_day(texts["published"]),
            commit=texts["commit"],
            format=int(texts["format"]),
            as_of=parse_day(texts["as_of"]),
            main=texts.get("main"),
            scheduled=texts.get("scheduled"),
            manifest=texts["manifest"],
            before=texts.get("before"),
        )
    except (KeyError, ValueError):
        return None


def _ledger_in(tree: Tree) -> bytes:
    folder, _, name = LEDGER.rpartition("/")
    there = any(entry.name == name for entry in tree.entries(folder) or ())
    return tree.read(LEDGER) if there else b""


def ledger_text(root: Path) -> str:
    """Return the ledger's text, empty where there is none.

    Raises:
        YangeError: where it cannot be read.

    """
    try:
        return at_one_moment(root, _ledger_in).decode("utf-8-sig")
    except (UnreadableError, UnicodeDecodeError) as failure:
        raise YangeError(f"{root / LEDGER}: cannot be read: {failure}; take it from the history again") from failure


def load_ledger(root: Path) -> tuple[Edition, ...]:
    """Read the ledger of the project at ``root``; without one there is no edition.

    Raises:
        YangeError: where it cannot be read or is damaged.

    """
    editions, problems = read_ledger(ledger_text(root))
    if problems:
        raise YangeError(f"{problems[0].where}: {problems[0].message} {problems[0].hint}")
    return editions


def rewritten(old: Sequence[Edition], new: Sequence[Edition]) -> tuple[Problem, ...]:
    """Return a problem for every edition of the older ledger that the newer one does not hold unchanged."""
    return tuple(
        error(
            "edition-changed",
            LEDGER,
            f"Edition {edition.edition} was changed or taken away; ids of it may have been quoted.",
            hint="Put the line back as it was.",
            line=edition.edition + 1,
        )
        for edition in old
        if edition not in new
    )
