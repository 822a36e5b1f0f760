"""Several processes read the laws of an archive as one does: same files, ids, table and remarks."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gitting import Repo
from importers.peer_archives import law, message
from yange.git import open_peer
from yange.importers.git_archives import HeldLaws, LawFiling, PeerArchive, file_laws, filing
from yange.importers.git_archives.archive import PeerLaw
from yange.problems import YangeError
from yange.processes import Processes
from yange.trees import FolderTree

pytestmark = pytest.mark.xdist_group("processes")


@pytest.fixture(scope="module")
def peer(tmp_path_factory: pytest.TempPathFactory) -> Repo:
    """Three laws with one title, so that their ids depend on their order."""
    repo = Repo.make(tmp_path_factory.mktemp("laws") / "peer", {"README.md": "An invented archive.\n"})
    for nth in (1, 2, 3):
        key, day = f"L-{nth}", f"200{nth}-03-01"
        text = law(f"Der Steg ist {nth} Meter breit.", key=key, day=day)
        repo.commit({f"li/{key}.md": text}, message=message("new", key, day))
    return repo


def filings(peer: Repo, project: Path, jobs: int) -> list[LawFiling]:
    with open_peer(peer.folder) as opened:
        return list(file_laws(PeerArchive.of(opened), HeldLaws(FolderTree(project)), jobs=jobs))


def test_any_number_of_processes_files_the_same(peer: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "policies").mkdir()
    monkeypatch.setattr(filing, "LEAST", 1)
    alone = filings(peer, tmp_path, 1)
    assert [one.policy.id for one in alone if one.policy] == [f"liechtenstein/fahrgesetz{n}" for n in ("", "-2", "-3")]
    for one in alone:
        assert one.policy is not None
        assert (
            {path.rpartition("/")[0] for path in one.files}
            == {f"policies/{one.policy.id}"}
            == {path.rpartition("/")[0] for path in one.fresh}
        )
        assert [(row.path, output.policy) for row, output in zip(one.rows, one.outputs, strict=True)] == [
            (path, one.policy.id) for path in sorted(one.files) if not path.endswith("policy.md")
        ]
    assert filings(peer, tmp_path, 2) == alone


@pytest.mark.parametrize(("least", "begun"), [(3, True), (4, False)])
def test_processes_are_begun_where_there_are_enough_states(
    peer: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, least: int, begun: bool
) -> None:
    (tmp_path / "policies").mkdir()
    asked: list[int] = []
    monkeypatch.setattr(filing, "LEAST", least)
    monkeypatch.setattr(filing, "_in_processes", lambda archive, held, jobs: asked.append(jobs) or ())
    filings(peer, tmp_path, 9)
    assert asked == ([3] if begun else []), "no more processes than laws"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_a_process_that_ends_early_is_reported(peer: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "policies").mkdir()
    monkeypatch.setattr(filing, "LEAST", 1)

    def begun(self: Processes[object], work: Callable[[PeerLaw], LawFiling], law: PeerLaw, name: str) -> Any:
        made = begin(self, work, law, name)

        def killed() -> LawFiling:
            for child in multiprocessing.active_children():
                os.kill(child.pid or 0, signal.SIGTERM)
            return made()

        return killed

    begin = Processes.begin
    monkeypatch.setattr(Processes, "begin", begun)
    with pytest.raises(YangeError, match=r"^L-\d: .* ended .*--jobs 1"):
        filings(peer, tmp_path, 2)
    assert multiprocessing.active_children() == []
