"""``yange archive --verify --signatures``: who signed the editions, and what was seen before."""

from __future__ import annotations

from pathlib import Path

from yange.archive.ledger import ledger_text, load_ledger
from yange.archive.signatures import SignatureResult, check_signatures, read_seen, write_seen
from yange.cli.output import print_problems, say
from yange.cli.project import CommandProject
from yange.problems import YangeError

__all__ = ["check_project_signatures", "print_signatures"]


def check_project_signatures(project: CommandProject, seen: Path | None, signers: Path | None) -> SignatureResult:
    """Check the editions of a project; keep what was found in ``seen`` if all is well.

    Raises:
        YangeError: where a file cannot be read or written, or the project has no history.

    """
    try:
        keys = signers.read_text("utf-8") if signers is not None else None
    except (OSError, UnicodeDecodeError) as failure:
        raise YangeError(f"{signers}: cannot be read: {failure}; give a file of allowed signers") from failure
    before = read_seen(seen) if seen is not None else None
    found = check_signatures(project.root, load_ledger(project.root), seen=before, signers=keys)
    if seen is not None and found.ok:
        write_seen(seen, ledger_text(project.root), found.signers)
    return found


def print_signatures(found: SignatureResult) -> None:
    """Print whose signatures were good, and what was wrong."""
    for one in found.signed:
        say(f"edition {one.edition.edition}  signed by {one.signer}, published {one.edition.published}")
    if found.unsigned:
        say(f"editions before the first signed one: {len(found.unsigned)}", err=True)
    if found.first_use:
        say(
            "the keys are those of the repository itself: compare them with a copy from elsewhere (--signers)", err=True
        )
    print_problems(found.problems)
    if found.ok and not found.signed:
        say("no edition since the one that was seen")
