"""The Legalize format: one Markdown file per law with front matter, one commit per state with trailers.

Rules are those of version 0.4 of its specification. Three of them decide days:

- ``Source-Date`` is the day of the official publication of the change, not the first day in force.
- ``last_updated`` is the day from which the text is in force, unless ``text_state`` says that it is another text.
- A country may add fields of its own. ``effective_from`` and ``effective_until`` are those of the state.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from yange.git import PeerChange, PeerCommit
from yange.importers.git_archives.markdown_file import day_in, decoded, front_matter, trailers
from yange.importers.git_archives.states import Doubt, PeerLook, PlacedState, StateRole, StateSaid
from yange.parse.frontmatter import plain_values
from yange.problems import YangeError
from yange.readers.source_text import GivenFacts

__all__ = ["LegalizeFormat"]

NEWEST = (0, 4)
"""The newest version of the specification that is read; a newer one must be refused, says the specification."""

_MANIFEST = ".legalize.yml"
_REQUIRED = frozenset({"title", "identifier", "country", "rank", "status", "source"})
_KIND = re.compile(r"\[([a-z-]+)\]")
_SAME_STATE = frozenset({"correction", "fix-pipeline", "chore"})
_ENDED = frozenset({"repealed", "annulled", "expired"})
_SIGNED = ("adoption_date", "enacted_date", "signature_date", "promulgation_date")
_ISSUER = ("issuer", "department")
_FIRST_OF_LAW = ("entry_in_force",)
_UNKNOWN_DAY = date(1900, 1, 1)
"""What early repositories wrote for a day that is not known."""
_NOTICE = re.compile(r"^> \*\*This (?:is the law as enacted|file always contains)[^\n]*\n(?:>[^\n]*\n)*", re.M)


class LegalizeFormat:
    """Reads repositories of the Legalize format."""

    name = "legalize"
    looked_for = (
        "Legalize: a file .legalize.yml, or laws in folders as Markdown whose front matter has title, identifier,"
        " country, rank, status and source"
    )
    historical = True

    def recognises(self, look: PeerLook) -> bool:
        """Return whether there is a manifest, or most of a sample of files have the fields that every law has."""
        manifest = look.files.get(_MANIFEST)
        if manifest is not None:
            _refuse_newer(look.read(manifest) or b"")
            return True
        sample = look.sample([path for path in look.files if self.is_law(path)])
        laws = [data for data in sample if front_matter(decoded(data) or "")[0].keys() >= _REQUIRED]
        return bool(laws) and 2 * len(laws) >= len(sample)

    def is_law(self, path: str) -> bool:
        """Return whether a file is Markdown in a folder: those above all folders are about the repository."""
        return path.endswith(".md") and "/" in path and not path.startswith(".")

    def key(self, change: PeerChange, commit: PeerCommit, *, alone: bool, read: Callable[[str], bytes | None]) -> str:
        """Return ``Norm-Id`` of the commit if it changes one law, else ``identifier`` of the file."""
        named = trailers(commit.message).get("Norm-Id", "")
        if (alone and named) or change.blob is None:
            return named
        fields, _ = front_matter(decoded(read(change.blob) or b"") or "")
        return fields.get("identifier", "")

    def place(self, look: PeerLook) -> str:
        """Return the code of the country that the first readable law gives."""
        for data in look.sample([path for path in look.files if self.is_law(path)]):
            fields, _ = front_matter(decoded(data) or "")
            if country := fields.get("country"):
                return country
        return ""

    def said(self, data: bytes, state: PlacedState, commit: PeerCommit, *, first: bool) -> StateSaid | None:
        """Return the facts of the front matter and of the trailers."""
        fields, words = front_matter(decoded(data) or "")
        if not fields.get("identifier"):
            return None
        notes = trailers(commit.message)
        day, doubts = _first_day(fields, notes, first=first)
        last = day_in(fields.get("effective_until"))
        if last is not None and day is not None and last < day:
            doubts.append(_wrong_last(day, last))
            last = None
        status = fields.get("status", "")
        return StateSaid(
            markdown=_NOTICE.sub("", words, count=1),
            role=_role(fields, commit, first=first),
            first=day,
            last=last,
            ended=status if status in _ENDED else "",
            entry=notes.get("Source-Id"),
            given=_given(fields),
            doubts=tuple(doubts),
        )

    def ending(self, state: PlacedState, commit: PeerCommit) -> StateSaid:
        """Return the end of a law whose file is removed: a repeal if the commit says so, else not known.

        The commit gives the day on which the repeal was published. The day on which the law ended is not known from it.
        """
        notes = trailers(commit.message)
        repeal = _kind(commit) == "repeal"
        published = notes.get("Source-Date") or str(commit.day or "")
        said = f"says that it was repealed (published {published})" if repeal else "does not say why"
        message = f"the file of the law was removed from the archive; the commit {said}"
        doubt = Doubt(
            "peer-removed", message, "find the day on which it ended and write `expires`, or record the repeal"
        )
        return StateSaid(
            markdown="",
            role=StateRole.ENDED,
            ended="repealed" if repeal else "removed",
            entry=notes.get("Source-Id"),
            doubts=(doubt,),
        )


def _refuse_newer(data: bytes) -> None:
    values, _ = plain_values(decoded(data) or "", _MANIFEST)
    given = str(values.get("spec_version", "")) if isinstance(values, dict) else ""
    found = re.fullmatch(r"(\d{1,4})\.(\d{1,4})(?:\.\d{1,4})?", given)
    if found is not None and (int(found[1]), int(found[2])) > NEWEST:
        newest = ".".join(map(str, NEWEST))
        raise YangeError(
            f"{_MANIFEST}: the format is version {given}; version {newest} and older are read; update yange"
        )


def _kind(commit: PeerCommit) -> str:
    found = _KIND.match(commit.subject)
    return found[1] if found else ""


def _role(fields: Mapping[str, str], commit: PeerCommit, *, first: bool) -> StateRole:
    if _kind(commit) in _SAME_STATE and not first:
        return StateRole.CORRECTED
    if fields.get("text_state") == "as_enacted" and not first:
        return StateRole.AMENDED_UNSEEN
    return StateRole.TEXT


def _first_day(fields: Mapping[str, str], notes: Mapping[str, str], *, first: bool) -> tuple[date | None, list[Doubt]]:
    """Return the first day of the state, and what is doubtful about it."""
    if fields.get("text_state") == "current":
        message = "the archive gives its latest text of the law, not the text of a day (text_state: current)"
        return None, [Doubt("peer-undated", message, "find the first day of this text and write `effective`")]
    published, dated = day_in(fields.get("publication_date")), day_in(notes.get("Source-Date"))
    own = day_in(fields.get("effective_from")) or _of_law(fields, first=first)
    day = own or day_in(fields.get("last_updated")) or dated
    if day is None:
        return None, [Doubt("peer-undated", "the archive gives no day for this state", "find it and write `effective`")]
    if own is None and (day in (published, _UNKNOWN_DAY)):
        what = "a day that stands for an unknown one" if day == _UNKNOWN_DAY else "the day of publication"
        message = f"the archive gives {day}, {what}, as the day of this text"
        return day, [Doubt("peer-day-published", message, "the text may be in force from another day; check it")]
    if dated is not None and dated != day:
        message = f"the text is of {day}, the commit of {dated} (Source-Date, the day of publication)"
        return day, [Doubt("peer-days", message, "the day of the text was used; check it")]
    return day, []


def _of_law(fields: Mapping[str, str], *, first: bool) -> date | None:
    return next(filter(None, (day_in(fields.get(name)) for name in _FIRST_OF_LAW)), None) if first else None


def _wrong_last(day: date, last: date) -> Doubt:
    message = f"the archive gives {last} as the last day of a text in force from {day}"
    return Doubt("peer-days", message, "the last day was left out; check both")


def _given(fields: Mapping[str, str]) -> GivenFacts:
    issuer = next(filter(None, (fields.get(name) for name in _ISSUER)), None)
    published = day_in(fields.get("publication_date"))
    return GivenFacts(
        title=fields.get("title"),
        number=fields.get("official_number_full") or fields.get("identifier"),
        issuer=(issuer,) if issuer and issuer != fields.get("signatories") else (),
        kind=fields.get("rank"),
        signed=next(filter(None, (day_in(fields.get(name)) for name in _SIGNED)), None),
        published=None if published == _UNKNOWN_DAY else published,
        url=fields.get("source"),
    )
