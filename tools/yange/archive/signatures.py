"""Whether the editions are signed by those who may, and whether a newer ledger was seen before.

An edition is signed by an annotated tag ``edition-<n>`` on the commit that has its line in the ledger. Who may sign is
in ``archive/allowed_signers``, committed with the texts. The keys for one edition are those that the edition before it
committed: a mirror that adds its own key cannot sign with it (root rotation of The Update Framework). A client keeps
the ledger and the keys that it has checked; a ledger that lacks a line of that one is older or rewritten.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from yange.archive.check_result import CheckResult
from yange.archive.ledger import LEDGER, Edition, read_ledger
from yange.git import ProjectHistory
from yange.git.signed_tags import SignedTag, SignedTags
from yange.problems import Problem, YangeError, error
from yange.storage.writing import replace_file
from yange.trees import Tree, UnreadableError

__all__ = ["SIGNERS", "SeenLedger", "SignatureResult", "SignedEdition", "check_signatures", "read_seen", "write_seen"]

SIGNERS = "archive/allowed_signers"
_PREFIX = "edition-"
_LEDGER_COPY, _SIGNERS_COPY = "editions.yml", "allowed_signers"


@dataclass(frozen=True, slots=True)
class SeenLedger:
    """What a client has checked: the editions, and the keys that may sign the next one."""

    editions: tuple[Edition, ...]
    signers: str


@dataclass(frozen=True, slots=True)
class SignedEdition:
    """An edition with a good signature: whose, by which key."""

    edition: Edition
    signer: str


@dataclass(frozen=True, slots=True)
class SignatureResult(CheckResult):
    """What was found. ``signers`` may sign the next edition; ``first_use`` if the keys were taken from the repository.

    ``unsigned`` are the editions before the first that is signed.
    """

    signed: tuple[SignedEdition, ...]
    unsigned: tuple[Edition, ...]
    signers: str
    first_use: bool
    problems: tuple[Problem, ...]


def check_signatures(
    root: Path, ledger: Sequence[Edition], *, seen: SeenLedger | None = None, signers: str | None = None
) -> SignatureResult:
    """Check the signatures of all editions, or of those after what was seen, and the ledger against that.

    Args:
        root: the project.
        ledger: its editions.
        seen: what was checked before; its editions must be the first ones of the ledger, unchanged.
        signers: keys from elsewhere, which are trusted; else those that were seen, else those of the first signed
            edition itself, which prove only that all later ones follow it.

    Raises:
        YangeError: when git is missing or the project has no history.

    """
    check = _Check(root, tuple(ledger), seen, signers)
    problems = tuple(check.problems())
    first_use = check.first_use and bool(check.signed)
    return SignatureResult(tuple(check.signed), tuple(check.unsigned), check.trusted or "", first_use, problems)


class _Check:
    def __init__(self, root: Path, ledger: tuple[Edition, ...], seen: SeenLedger | None, signers: str | None) -> None:
        self.history = ProjectHistory(root)
        self.head = self.history.resolve("HEAD")
        self.tags = SignedTags(root)
        self.ledger = ledger
        self.seen = seen.editions if seen is not None else ()
        self.trusted = signers if signers is not None else seen.signers if seen is not None else None
        self.first_use = self.trusted is None
        self.signed: list[SignedEdition] = []
        self.unsigned: list[Edition] = []
        self._last: SignedTag | None = None

    def problems(self) -> Iterator[Problem]:
        known = list(self._known())
        yield from known
        if known:
            return
        tags = {one if isinstance(one, str) else one.name: one for one in self.tags.named(_PREFIX)}
        yield from self._too_many(tags)
        for edition in self.ledger[len(self.seen) :]:
            found = list(self._edition(edition, tags.get(f"{_PREFIX}{edition.edition}")))
            yield from found
            if found:
                return  # which keys are good for the next one is not known
        if not self.ledger:
            yield error(
                "edition-unsigned", LEDGER, "no edition has been published", hint="publish one and sign its tag"
            )
        elif not self.signed and not self.seen:
            message = "no edition is signed"
            yield error(
                "edition-unsigned", LEDGER, message, hint=f"sign the last one: git tag -s {_PREFIX}{len(self.ledger)}"
            )

    def _known(self) -> Iterator[Problem]:
        """Compare the ledger with what was seen."""
        for one, other in zip(self.seen, self.ledger, strict=False):
            if one != other:
                message = f"edition {one.edition} is not the one that was seen before: the ledger was rewritten"
                yield error(
                    "ledger-rewritten", LEDGER, message, hint="keep both ledgers and ask the publisher; use neither"
                )
                return
        if len(self.ledger) < len(self.seen):
            message = f"the ledger ends with edition {len(self.ledger)}; edition {len(self.seen)} was seen before"
            yield error(
                "ledger-rolled-back", LEDGER, message, hint="fetch from another place: this one shows an older state"
            )

    def _too_many(self, tags: Mapping[str, SignedTag | str]) -> Iterator[Problem]:
        due = {f"{_PREFIX}{edition.edition}" for edition in self.ledger}
        for name in sorted(tags.keys() - due):
            if name.removeprefix(_PREFIX).isdigit():
                message = f"there is a tag {name}, and the ledger has no such edition: it may show an older state"
                yield error("ledger-rolled-back", LEDGER, message, hint="fetch the branch of the texts again")

    def _edition(self, edition: Edition, tag: SignedTag | str | None) -> Iterator[Problem]:
        name = f"{_PREFIX}{edition.edition}"
        if tag is None and not self.signed and not self.seen:
            self.unsigned.append(edition)
            return
        if tag is None or isinstance(tag, str):
            why = "has no tag" if tag is None else f"has a tag {name} without a signature"
            yield error(
                "edition-unsigned", LEDGER, f"edition {edition.edition} {why}", hint="fetch the tags: git fetch --tags"
            )
            return
        wrong = self._named_wrongly(edition, tag)
        if wrong:
            hint = "fetch the tag again; if it stays so, keep it as evidence and ask the publisher"
            yield error("edition-tag", LEDGER, f"the tag {name} {wrong}", hint=hint)
            return
        committed = self._file(tag.commit, SIGNERS)
        if self.trusted is None:
            self.trusted = committed
        signer = self.tags.signer(tag, self.trusted) if self.trusted else None
        if signer is None:
            message = f"the tag {name} has no good signature of a key that may sign it"
            hint = f"the keys are those of {SIGNERS} in the edition before, or those you gave; ask the publisher"
            yield error("edition-signature", LEDGER, message, hint=hint)
            return
        self.signed.append(SignedEdition(edition, signer))
        self.trusted = committed or self.trusted
        self._last = tag

    def _named_wrongly(self, edition: Edition, tag: SignedTag) -> str:
        """Return why a tag is not that of an edition; empty if it is."""
        if tag.own_name != tag.name:
            return f"is another one, called {tag.own_name}"
        if not self.history.reaches(self.head, tag.commit):
            return f"is on {tag.commit[:12]}, which is not in the history of this branch"
        if self._last is not None and not self.history.reaches(tag.commit, self._last.commit):
            return f"is on {tag.commit[:12]}, which does not follow edition {edition.edition - 1}"
        if self._last is not None and tag.made < self._last.made:
            return f"is dated before the tag of edition {edition.edition - 1}"
        there, problems = read_ledger(self._file(tag.commit, LEDGER) or "")
        if problems or there != self.ledger[: edition.edition]:
            return f"is on {tag.commit[:12]}, whose ledger does not end with this edition"
        if not self.history.reaches(tag.commit, edition.commit):
            return f"is on {tag.commit[:12]}, which does not have the texts of the edition"
        return ""

    def _file(self, commit: str, name: str) -> str | None:
        with self.history.tree(commit) as tree:
            return _read(tree, name)


def _read(tree: Tree, name: str) -> str | None:
    folder, _, last = name.rpartition("/")
    if all(entry.name != last for entry in tree.entries(folder) or ()):
        return None
    try:
        return tree.read(name).decode("utf-8")
    except (UnreadableError, UnicodeDecodeError):
        return None


def read_seen(folder: Path) -> SeenLedger | None:
    """Return what a client keeps in a folder; ``None`` where it has kept nothing yet.

    Raises:
        YangeError: where it cannot be read or is damaged.

    """
    ledger, signers = folder / _LEDGER_COPY, folder / _SIGNERS_COPY
    if not ledger.exists() and not signers.exists():
        return None
    try:
        editions, problems = read_ledger(ledger.read_text("utf-8"))
        keys = signers.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as failure:
        raise YangeError(f"{folder}: what was seen before cannot be read: {failure}; restore it") from failure
    if problems:
        raise YangeError(f"{ledger}: {problems[0].message} Restore it; a damaged memory protects nobody")
    return SeenLedger(editions, keys)


def write_seen(folder: Path, ledger_text: str, signers: str) -> None:
    """Keep a checked ledger and the keys for the next edition in a folder, as plain copies.

    Raises:
        YangeError: where they cannot be written.

    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        replace_file(folder / _SIGNERS_COPY, signers.encode())
        replace_file(folder / _LEDGER_COPY, ledger_text.encode())
    except OSError as failure:
        raise YangeError(f"{folder}: cannot be written: {failure.strerror}; check its rights") from failure
