"""A check that keeps what it finds out about each policy reports what a full check does."""

from __future__ import annotations

import multiprocessing
from dataclasses import replace
from pathlib import Path

import pytest

from yange.cache.store import Seal, Store
from yange.check import ALONE, PROMISES, TOGETHER, Subject, check, findings, findings_of
from yange.check.findings import KeptFindings, kept_findings
from yange.model import Library, Policy, Version
from yange.storage.state import state_of
from yange.timeline import build_timeline

_OLD = "# 渡口管理办法\n\n第一条　本办法自2015年1月1日起施行。\n\n第三条　按照第九条办理。\n"
_NEW = (
    "# 渡口管理规定\n\n第一条　本规定自2020年1月1日起施行。\n\n第二条　《渡口管理办法》（望市〔2014〕1号）同时废止。\n"
)


def _policy(slug: str, title: str, number: str, day: str, body: str) -> Policy:
    path = f"policies/wanghai/{slug}"
    text = Version(
        policy=f"wanghai/{slug}", key=day, path=f"{path}/{day}.md", title=title, number=number, body=body, body_line=5
    )
    return Policy(id=f"wanghai/{slug}", title=title, place="望海市", path=f"{path}/policy.md", versions=(text,))


def _library() -> Library:
    old = _policy("dukou", "渡口管理办法", "望市〔2014〕1号", "2015-01-01", _OLD)
    new = _policy("guiding", "渡口管理规定", "望市〔2019〕2号", "2020-01-01", _NEW)
    return Library((old, new))


def _keep(folder: Path) -> KeptFindings:
    return KeptFindings(Store(folder, Seal(b"k" * 32)), write=True)


def test_kept_findings_give_the_problems_of_a_full_check(tmp_path: Path) -> None:
    library = _library()
    subject = Subject(library, timeline := build_timeline(library))
    whole = {problem for promise in PROMISES for problem in promise(subject)}
    assert {"says-repeals", "number-gap", "citation-clause"} <= {problem.code for problem in whole}
    first, second = _keep(tmp_path), _keep(tmp_path)
    assert set(check(library, timeline, first)) == set(check(library, timeline, second)) == whole
    assert (first.made, second.made) == (2, 0)


def test_a_changed_policy_alone_is_checked_again(tmp_path: Path) -> None:
    library = _library()
    check(library, build_timeline(library), _keep(tmp_path))
    old, new = library.policies
    text = replace(old.versions[0], body=_OLD.replace("第九条", "第一条"))
    changed = Library((replace(old, versions=(text,)), new))
    again = _keep(tmp_path)
    found = check(changed, build_timeline(changed), again)
    assert again.made == 1
    assert found == check(changed, build_timeline(changed))
    assert "citation-clause" not in {problem.code for problem in found}


def test_another_program_checks_everything_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = _library()
    check(library, build_timeline(library), _keep(tmp_path))
    monkeypatch.setattr(findings, "program", lambda: "another")
    again = _keep(tmp_path)
    check(library, build_timeline(library), again)
    assert again.made == 2


def test_only_a_writer_keeps_findings(tmp_path: Path) -> None:
    library = _library()
    check(library, build_timeline(library), kept_findings(state_of(tmp_path), write=False))
    assert list(tmp_path.iterdir()) == []
    check(library, build_timeline(library), kept_findings(state_of(tmp_path), write=True))
    assert not (tmp_path / "build").exists(), "only a build makes the folder of caches"
    check(library, build_timeline(library), kept_findings(state_of(tmp_path), write=True, make=True))
    assert len(list((tmp_path / "build" / "cache" / "check").iterdir())) == 2
    reading = kept_findings(state_of(tmp_path), write=False)
    check(library, build_timeline(library), reading)
    assert isinstance(reading, KeptFindings)
    assert reading.made == 0


@pytest.mark.parametrize("first", [0, 1])
def test_processes_find_what_one_finds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: int) -> None:
    monkeypatch.setattr(findings, "FIRST_HERE", first)
    library = _library()
    timeline = build_timeline(library)
    alone = check(library, timeline)
    several = KeptFindings(Store(tmp_path, Seal(b"k" * 32)), write=True, jobs=2)
    found = several(library.policies, findings_of)
    begun = next(found)
    assert multiprocessing.active_children()
    assert [begun, *found] == list(map(findings_of, library.policies))
    assert multiprocessing.active_children() == []
    kept = KeptFindings(Store(tmp_path, Seal(b"k" * 32)), write=True, jobs=2)
    assert check(library, timeline, kept) == alone
    assert (several.made, kept.made) == (2, 0)


def test_no_promise_of_one_policy_can_ask_for_another() -> None:
    assert set(ALONE).isdisjoint(TOGETHER)
    alone = Subject.alone(_library().policies[0])
    with pytest.raises(RuntimeError, match="timeline"):
        _ = alone.timeline
    with pytest.raises(RuntimeError, match="other policies"):
        _ = alone.index
