"""The archive as a git repository in the format of Legalize: one Markdown file a law, one commit a state.

Fields, trailers, paths and the manifest are those of version 0.4 of its specification (legalize-dev/legalize, SPEC.md).
A file is at ``{directory}/{id_sha1_2}/{identifier}.md``, which a reader computes from the law's ``jurisdiction`` (the
folder of its place) and ``identifier``; the manifest ``.legalize.yml`` says so. The git date of a commit is its
``Source-Date``: the day of publication, else of signing, else the first day; ``effective_from`` and ``last_updated`` in
the file are the first day of the state. Texts without a first day, drafts, letters and texts that are not held are left
out. The end of a law is a commit that changes its ``status``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha1
from pathlib import Path

from yange.archive.commit import one_line
from yange.archive.git_dates import git_times
from yange.archive.repository import Repository
from yange.coding import encoded
from yange.dates import previous_day
from yange.export.akn_meta import country
from yange.export.printer import FolderPrinter
from yange.model import Policy, Status, Version
from yange.problems import YangeError
from yange.publish.addresses import policy_address
from yange.publish.context import SiteContext
from yange.publish.facts.clause_threads import line_texts
from yange.publish.facts.permanent_ids import link

__all__ = ["Legalize"]

_BRANCH = "main"
_MANIFEST = ".legalize.yml"
_LAYOUT = "{directory}/{id_sha1_2}/{identifier}.md"
_ENDS = {Status.REPEALED: "repealed", Status.EXPIRED: "expired", Status.SUPERSEDED: "repealed"}


@dataclass(frozen=True, slots=True)
class _State:
    """The state of a law from a day on: one of its texts, or its end."""

    day: date
    nth: int
    policy: Policy
    version: Version
    kind: str
    status: str
    by: str = ""
    """The number of the instrument that ended it, where that is known."""


class Legalize(FolderPrinter):
    """The format ``legalize``."""

    name = "legalize"
    about = "a bare git repository in the format of Legalize (0.4): a file for each law, a commit for each state"

    def write(self, context: SiteContext, target: Path) -> str:
        """Write the repository and return how many laws and states it has.

        Raises:
            YangeError: where no text can be written.

        """
        states = sorted(_states(context), key=lambda one: (one.day, one.policy.id, one.nth))
        if not states:
            raise YangeError("no text with a first day is held, so there is nothing to write")
        times = git_times(_published(state) for state in states)
        folder = target / "laws.git"
        folder.mkdir()
        repository = Repository.create(folder)
        with repository.fast_import() as stream:
            declared = stream.blob(_manifest(states))
            message = b"[chore] Declare the layout\n"
            stream.commit(_BRANCH, min(times.values()), message, _MANIFEST, declared)
            for state in states:
                blob = stream.blob(_file(context, state))
                stream.commit(_BRANCH, times[_published(state)], _message(state), _path(state.policy), blob)
        repository.check()
        laws = len({state.policy.id for state in states})
        return f"{laws} laws, {len(states)} states in laws.git"


def _manifest(states: Sequence[_State]) -> bytes:
    """Return the manifest. Its country is that of all laws, ``zz`` where they have several."""
    countries = {country(state.policy) for state in states}
    code = countries.pop() if len(countries) == 1 else "zz"
    layout = f'layout:\n  - directories: ["*"]\n    path: "{_LAYOUT}"\n'
    return f'spec_version: "0.4"\ncountry: "{code}"\n{layout}'.encode()


def _directory(policy: Policy) -> str:
    return policy.id.rpartition("/")[0].replace("/", "-")


def _identifier(policy: Policy) -> str:
    return policy.id.replace("/", "-")


def _path(policy: Policy) -> str:
    identifier = _identifier(policy)
    bucket = sha1(identifier.encode(), usedforsecurity=False).hexdigest()[:2]
    return _LAYOUT.format(directory=_directory(policy), identifier=identifier, id_sha1_2=bucket)


def _published(state: _State) -> date:
    """Return the day of publication; where none is known, that of signing, else the first day."""
    version = state.version
    return version.published or version.signed or version.effective or state.day


def _states(context: SiteContext) -> Iterator[_State]:
    for policy in context.library.policies:
        texts = [one for one in _texts(context, policy) if one.effective is not None]
        for nth, version in enumerate(texts):
            assert version.effective is not None  # noqa: S101  for the type checker; chosen so above
            yield _State(version.effective, nth, policy, version, "reform" if nth else "new", "in_force")
        end = context.timeline.standing(policy.id, context.on)
        if texts and end.status in _ENDS and end.since is not None:
            by = end.ended_by.number if end.ended_by is not None else None
            yield _State(end.since, len(texts), policy, texts[-1], "repeal", _ENDS[end.status], by or "")


def _texts(context: SiteContext, policy: Policy) -> list[Version]:
    return [] if context.withholds(policy) else line_texts(policy, context.timeline)


def _file(context: SiteContext, state: _State) -> bytes:
    lines = "".join(f"{name}: {encoded(value).decode()}\n" for name, value in _fields(context, state).items())
    return f"---\n{lines}---\n\n{state.version.body}".encode()


def _fields(context: SiteContext, state: _State) -> Mapping[str, str]:
    policy, version = state.policy, state.version
    period = context.timeline.period(version)
    last = previous_day(period.end) if state.kind == "repeal" and period is not None and period.end else None
    source = next((one.url for one in version.sources if one.url), None)
    fields = {
        "title": version.title,
        "identifier": _identifier(policy),
        "country": country(policy),
        "jurisdiction": _directory(policy),
        "place": policy.place,
        "rank": policy.rank or policy.kind,
        "status": state.status,
        "source": source or link(context.settings, "", policy_address(policy.id)),
        "official_number_full": version.number,
        "issuer": version.issuer[0] if version.issuer else None,
        "adoption_date": _iso(version.signed),
        "publication_date": _iso(version.published),
        "effective_from": _iso(version.effective),
        "effective_until": _iso(last),
        "last_updated": _iso(version.effective),
    }
    return {name: value or "" for name, value in fields.items() if value or name in {"rank", "source"}}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _message(state: _State) -> bytes:
    version = state.version
    # The day on which an end was published is not known from the end itself.
    published = None if state.kind == "repeal" else _published(state)
    named = state.by if state.kind == "repeal" else version.number or f"{version.policy}@{version.key}"
    trailers = {
        "Source-Id": named,
        "Source-Date": _iso(published) or "",
        "Norm-Id": _identifier(state.policy),
    }
    lines = [f"[{state.kind}] {one_line(version.title)} ({state.day.isoformat()})", ""]
    return "\n".join([*lines, *(f"{key}: {one_line(value)}" for key, value in trailers.items() if value), ""]).encode()
