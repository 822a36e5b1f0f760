"""Signed editions, and mirrors that lie: real repositories, real keys, real tags."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from gitting import Repo
from yange.archive.ledger import LEDGER, ledger_text, load_ledger, read_ledger
from yange.archive.signatures import SIGNERS, SeenLedger, SignatureResult, check_signatures, read_seen, write_seen
from yange.problems import YangeError

DAY = ("--on", "2026-05-01")
TEXT = "policies/wanghai/dukou/2020-03-01.md"


def key(folder: Path, name: str) -> Path:
    file = folder / name
    line = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(file)]
    subprocess.run(line, check=True, env={"PATH": os.environ["PATH"], "HOME": os.devnull})
    return file


def allowed(file: Path, options: str = 'namespaces="git"') -> str:
    kind, text, _ = file.with_suffix(".pub").read_text("utf-8").split(" ", 2)
    return f"{file.name}@example.org {options} {kind} {text}\n"


def publish(repo: Repo, day: str = "2026-05-01", **files: str) -> None:
    """Enter the next edition and commit its line, with other files if given."""
    done = repo.yange("archive", "--publish", *DAY)
    assert done.exit_code == 0, done.output
    repo.commit({name.replace("__", "/"): text for name, text in files.items()}, message="edition", day=day)


def sign(
    repo: Repo, number: int, with_key: Path, day: str = "2026-05-01", at: str = "HEAD", *, force: bool = False
) -> None:
    options = ("-c", "gpg.format=ssh", "-c", f"user.signingkey={with_key}")
    repo.git(*options, "tag", "-s", *(["-f"] if force else []), f"edition-{number}", "-m", "edition", at, day=day)


def add_text(repo: Repo, year: int, day: str) -> None:
    text = (repo.folder / TEXT).read_text("utf-8").replace("2020-03-01", f"{year}-03-01")
    text = text.replace("2020年3月1日", f"{year}年3月1日").replace("〔2020〕1号", f"〔{year}〕1号")
    repo.commit({f"policies/wanghai/dukou/{year}-03-01.md": text}, day=day)


class World:
    """A publisher with two keys, a stranger, and the repository with three editions; the second changes the key."""

    def __init__(self, folder: Path) -> None:
        self.old, self.new, self.stranger = (key(folder, name) for name in ("old", "new", "stranger"))
        self.first_keys = allowed(self.old, 'namespaces="git",valid-before="20260601"')
        self.keys = self.first_keys + allowed(self.new, 'namespaces="git",valid-after="20260515"')
        self.repo = Repo.make(folder / "publisher")
        self.repo.commit({SIGNERS: self.first_keys, ".gitignore": "/archive/.history-*\n/archive/history.git\n"})
        publish(self.repo)
        sign(self.repo, 1, self.old)
        add_text(self.repo, 2021, "2026-05-20")
        publish(self.repo, "2026-05-20", **{SIGNERS.replace("/", "__"): self.keys})
        sign(self.repo, 2, self.old, "2026-05-20")
        add_text(self.repo, 2022, "2026-06-10")
        publish(self.repo, "2026-06-10")
        sign(self.repo, 3, self.new, "2026-06-10")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return World(tmp_path_factory.mktemp("world"))


@pytest.fixture
def mirror(world: World, tmp_path: Path) -> Repo:
    """A mirror of the publisher's repository, which may be changed."""
    built = shutil.ignore_patterns("history.git", ".history-*")
    shutil.copytree(world.repo.folder, tmp_path / "mirror", ignore=built)
    return Repo(tmp_path / "mirror")


def checked(repo: Repo, seen: SeenLedger | None = None, signers: str | None = None) -> SignatureResult:
    return check_signatures(repo.folder, load_ledger(repo.folder), seen=seen, signers=signers)


def codes(found: SignatureResult) -> list[str]:
    return [problem.code for problem in found.problems]


def seen_at(repo: Repo, edition: int, keys: str) -> SeenLedger:
    return SeenLedger(load_ledger(repo.folder)[:edition], keys)


def test_an_honest_mirror(world: World, mirror: Repo) -> None:
    found = checked(mirror, signers=world.first_keys)
    assert codes(found) == []
    assert [one.edition.edition for one in found.signed] == [1, 2, 3]
    assert [one.signer.partition("@")[0] for one in found.signed] == ["old", "old", "new"]
    assert (found.signers, found.first_use) == (world.keys, False)
    assert checked(mirror).first_use
    later = checked(mirror, seen=seen_at(mirror, 2, world.keys))
    assert ([one.edition.edition for one in later.signed], codes(later)) == ([3], [])
    nothing = checked(mirror, seen=seen_at(mirror, 3, world.keys))
    assert (nothing.signed, nothing.ok) == ((), True)


def roll_back(mirror: Repo, _: World) -> None:
    mirror.git("reset", "-q", "--hard", "edition-2")
    mirror.git("tag", "-d", "edition-3")


def roll_back_but_the_tag(mirror: Repo, _: World) -> None:
    mirror.git("reset", "-q", "--hard", "edition-2")


def cut_the_ledger(mirror: Repo, _: World) -> None:
    lines = (mirror.folder / LEDGER).read_text("utf-8").splitlines(keepends=True)
    mirror.commit({LEDGER: "".join(lines[:-1])})


def rewrite(mirror: Repo, world: World) -> None:
    """Go back to edition 1, publish other texts as 2 and 3, and sign with keys of its own, which it enters."""
    mirror.git("reset", "-q", "--hard", "edition-1")
    mirror.commit({SIGNERS: allowed(world.stranger)})
    add_text(mirror, 2023, "2026-05-25")
    publish(mirror)
    sign(mirror, 2, world.stranger, force=True)
    mirror.git("tag", "-d", "edition-3")


def sign_with_a_key_of_its_own(mirror: Repo, world: World) -> None:
    sign(mirror, 3, world.stranger, "2026-06-10", force=True)


def enter_a_key_and_sign_with_it(mirror: Repo, world: World) -> None:
    """Add a key to the committed file behind edition 2 and move the tag of 3 behind it."""
    mirror.commit({SIGNERS: world.keys + allowed(world.stranger)}, day="2026-06-11")
    sign(mirror, 3, world.stranger, "2026-06-11", force=True)


def use_an_expired_key(mirror: Repo, world: World) -> None:
    sign(mirror, 3, world.old, "2026-06-10", force=True)


def use_an_expired_key_and_an_early_day(mirror: Repo, world: World) -> None:
    sign(mirror, 3, world.old, "2026-05-10", force=True)


def use_a_key_too_early(mirror: Repo, world: World) -> None:
    sign(mirror, 1, world.new, "2026-05-01", at="edition-1^{commit}", force=True)


def call_another_tag_so(mirror: Repo, _: World) -> None:
    mirror.git("update-ref", "refs/tags/edition-3", mirror.git("rev-parse", "refs/tags/edition-2"))


def take_the_signature_away(mirror: Repo, _: World) -> None:
    mirror.git("tag", "-f", "-a", "-m", "edition", "edition-3", "edition-3^{commit}", day="2026-06-10")


def take_the_tag_away(mirror: Repo, _: World) -> None:
    mirror.git("tag", "-d", "edition-3")


def make_it_a_light_tag(mirror: Repo, _: World) -> None:
    mirror.git("tag", "-f", "edition-3", "edition-3^{commit}")


def rewrite_the_branch_under_the_tags(mirror: Repo, _: World) -> None:
    tree = mirror.git("rev-parse", "HEAD^{tree}")
    mirror.git("reset", "-q", "--hard", mirror.git("commit-tree", tree, "-m", "all in one"))


def change_a_signed_tag(mirror: Repo, _: World) -> None:
    content = subprocess.run(
        ["git", "-C", str(mirror.folder), "cat-file", "tag", "edition-3"], capture_output=True, check=True
    ).stdout
    made = mirror.git("hash-object", "-t", "tag", "-w", "--stdin", data=content.replace(b"\n\nedition", b"\n\nEdition"))
    mirror.git("update-ref", "refs/tags/edition-3", made)


@pytest.mark.parametrize(("lie", "pinned", "remembered"), [
    # what it does, what a client that has the first keys finds, and one that has seen edition 3 (or 2)
    (roll_back, [], ["ledger-rolled-back"]),
    (roll_back_but_the_tag, ["ledger-rolled-back"], ["ledger-rolled-back"]),
    (cut_the_ledger, ["ledger-rolled-back"], ["ledger-rolled-back"]),
    (rewrite, ["edition-signature"], ["ledger-rewritten"]),
    (sign_with_a_key_of_its_own, ["edition-signature"], None),
    (enter_a_key_and_sign_with_it, ["edition-signature"], None),
    (use_an_expired_key, ["edition-signature"], None),
    (use_an_expired_key_and_an_early_day, ["edition-tag"], None),
    (use_a_key_too_early, ["edition-signature"], None),
    (call_another_tag_so, ["edition-tag"], None),
    (take_the_signature_away, ["edition-signature"], None),
    (take_the_tag_away, ["edition-unsigned"], None),
    (make_it_a_light_tag, ["edition-unsigned"], None),
    (rewrite_the_branch_under_the_tags, ["edition-tag"], None),
    (change_a_signed_tag, ["edition-signature"], None),
])  # fmt: skip
def test_a_hostile_mirror(
    world: World, mirror: Repo, lie: Callable[[Repo, World], None], pinned: list[str], remembered: list[str] | None
) -> None:
    seen = seen_at(mirror, 3, world.keys)
    lie(mirror, world)
    assert codes(checked(mirror, signers=world.first_keys)) == pinned
    if remembered is not None:
        assert codes(checked(mirror, seen)) == remembered


def test_settings_of_the_repository_decide_nothing(world: World, mirror: Repo) -> None:
    """A program named in its settings is not run, and keys named there are not believed."""
    sign(mirror, 3, world.stranger, "2026-06-10", force=True)
    liar = mirror.folder / "liar"
    liar.write_text('#!/bin/sh\ntouch "$(dirname "$0")/was-run"\nexit 0\n', "utf-8")
    liar.chmod(0o755)
    own = mirror.folder / ".git" / "own-signers"
    own.write_text(allowed(world.stranger), "utf-8")
    for name, value in (("gpg.ssh.program", str(liar)), ("gpg.program", str(liar)), ("gpg.format", "openpgp"),
                        ("gpg.ssh.allowedSignersFile", str(own))):  # fmt: skip
        mirror.git("config", name, value)
    assert codes(checked(mirror, signers=world.first_keys)) == ["edition-signature"]
    assert not (mirror.folder / "was-run").exists()


def test_editions_from_before_signing_began_are_named(world: World, mirror: Repo) -> None:
    mirror.git("tag", "-d", "edition-1")
    found = checked(mirror, signers=world.first_keys)
    assert ([one.edition for one in found.unsigned], [one.edition.edition for one in found.signed]) == ([1], [2, 3])
    for number in (2, 3):
        mirror.git("tag", "-d", f"edition-{number}")
    assert codes(checked(mirror, signers=world.first_keys)) == ["edition-unsigned"]


def test_what_was_seen_is_kept_as_plain_copies(world: World, mirror: Repo, tmp_path: Path) -> None:
    folder = tmp_path / "seen"
    assert read_seen(folder) is None
    write_seen(folder, ledger_text(mirror.folder), world.keys)
    assert (folder / "editions.yml").read_bytes() == (mirror.folder / LEDGER).read_bytes()
    seen = read_seen(folder)
    assert seen is not None
    assert (seen.editions, seen.signers) == (load_ledger(mirror.folder), world.keys)
    (folder / "editions.yml").write_text("- {edition: 1}\n", "utf-8")
    with pytest.raises(YangeError, match="Restore it"):
        read_seen(folder)


def test_the_command(world: World, mirror: Repo, tmp_path: Path) -> None:
    (tmp_path / "keys").write_text(world.first_keys, "utf-8")
    assert mirror.yange("archive", *DAY).exit_code == 0
    call = (
        "archive",
        "--verify",
        "--signatures",
        "--seen",
        str(tmp_path / "seen"),
        "--signers",
        str(tmp_path / "keys"),
    )
    good = mirror.yange(*call)
    assert good.exit_code == 0, good.output
    assert "edition 3  signed by new@example.org" in good.stdout
    assert read_ledger((tmp_path / "seen/editions.yml").read_text("utf-8"))[0] == load_ledger(mirror.folder)
    again = mirror.yange(*call[:5], "--json")
    assert again.exit_code == 0
    assert json.loads(again.stdout)["signatures"]["ok"] is True
    before = {path.name: path.read_bytes() for path in (tmp_path / "seen").iterdir()}
    roll_back(mirror, world)
    assert mirror.yange("archive", *DAY).exit_code == 0
    bad = mirror.yange(*call[:5])
    assert bad.exit_code == 1
    assert "ledger-rolled-back" in bad.stdout
    assert {path.name: path.read_bytes() for path in (tmp_path / "seen").iterdir()} == before
    assert mirror.yange("archive", "--signatures").exit_code == 2
    assert mirror.yange("archive", "--verify", "--seen", str(tmp_path)).exit_code == 2


PAGES = Path(__file__).resolve().parents[2] / "site" / "pages"


def by_hand(page: str, repo: Repo, keys: Path, seen: Path) -> subprocess.CompletedProcess[str]:
    """Run the commands of the page in a clone."""
    text = (PAGES / page).read_text("utf-8")
    script = "set -eu\n" + "".join(part.partition("```")[0] for part in text.split("```sh\n")[1:])
    environment = {"PATH": os.environ["PATH"], "HOME": os.devnull, "KEYS": str(keys), "SEEN": str(seen), "LC_ALL": "C"}
    environment |= {"GIT_CONFIG_NOSYSTEM": "1"}
    return subprocess.run(
        ["sh", "-c", script], cwd=repo.folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("page", ["how-to-verify.md", "en/how-to-verify.md"])
def test_the_commands_of_the_page(world: World, mirror: Repo, tmp_path: Path, page: str) -> None:
    keys, seen = tmp_path / "keys", tmp_path / "seen"
    keys.write_text(world.keys, "utf-8")
    assert mirror.yange("archive", *DAY).exit_code == 0
    for _ in range(2):
        done = by_hand(page, mirror, keys, seen)
        assert done.returncode == 0, done.stdout + done.stderr
        assert 'Good "git" signature for new@example.org' in done.stdout + done.stderr
    wrong = (mirror.folder / LEDGER).read_text("utf-8").replace("as_of: 2026-05-01", "as_of: 2026-05-02", 1)
    mirror.commit({LEDGER: wrong})
    assert by_hand(page, mirror, keys, seen).returncode != 0


@pytest.mark.parametrize("lie", [roll_back, sign_with_a_key_of_its_own, call_another_tag_so, take_the_signature_away,
                                 rewrite_the_branch_under_the_tags, change_a_signed_tag])  # fmt: skip
def test_the_commands_of_the_page_find_a_hostile_mirror(
    world: World, mirror: Repo, tmp_path: Path, lie: Callable[[Repo, World], None]
) -> None:
    keys, seen = tmp_path / "keys", tmp_path / "seen"
    keys.write_text(world.keys, "utf-8")
    write_seen(seen, ledger_text(mirror.folder), world.keys)
    lie(mirror, world)
    assert by_hand("en/how-to-verify.md", mirror, keys, seen).returncode != 0
