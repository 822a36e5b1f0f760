"""With the index every command answers what it answers without: after any edits, with times that are equal or not."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

import yange.check
from library_edits import DAYS, NUMBERS, EditedLibrary
from yange.api.comparison import compared
from yange.api.histories import blamed, traced
from yange.api.texts import recorded_text
from yange.check import findings_of
from yange.check.findings import PolicyFindings
from yange.coding import encoded
from yange.index import kept, stamps, upkeep
from yange.model import Policy
from yange.outputs.listing import list_output
from yange.outputs.reading import show_output, timeline_output
from yange.parse import parse_version
from yange.problems import YangeError
from yange.project import Project, find_policy, find_text
from yange.withdrawn import Withdrawn

ASKED = (date(1999, 1, 1), date(2002, 1, 1), date(2005, 5, 5), date(2030, 1, 1))
NAMES = ("p1", "p", "甲办法", "办法", "old/one", "old/two", "nothing", *NUMBERS[:2])


@pytest.fixture(autouse=True)
def trusting(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Trust a file after 50 ms: the clock of the file system ticks every 1 to 10."""
    monkeypatch.setattr(stamps, "GRAIN", 50_000_000)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def told(work: Callable[[], object]) -> object:
    """Return what a question yields: its output as bytes, or the message of the error."""
    try:
        return encoded(work())
    except YangeError as failure:
        return str(failure)


def answers(root: Path) -> Iterator[tuple[str, object]]:
    """Yield the answers to questions about the library, each asked of a project that has read nothing."""
    for day in (*ASKED, DAYS[3], DAYS[8]):
        project = Project(root)
        yield f"list {day}", told(lambda project=project, day=day: list_output(project.standings(day), day))
        yield f"errors {day}", project.errors
    yield "check", told(lambda: Project(root).all_problems())
    yield "counts", Project(root).counts
    ids = sorted(row.policy for row in Project(root).standings(ASKED[0]))
    for name in dict.fromkeys((*NAMES, *ids)):
        yield f"timeline {name}", told(lambda name=name: _timeline(root, name))
        yield f"show {name}", told(lambda name=name: _show(root, name, ASKED[2]))
    for name in ids[:2]:
        yield f"compare {name}", told(lambda name=name: _compare(root, name))
        yield f"blame {name}", told(lambda name=name: _blame(root, name))


def _timeline(root: Path, name: str) -> object:
    project = Project(root).about([name])
    policy = find_policy(project.library, name)
    return timeline_output(project.timeline, project.timeline.events(policy.id), (policy,)), policy.id


def _show(root: Path, name: str, day: date) -> object:
    project = Project(root).about([name])
    asked = find_text(project, name, today=lambda: day)
    provisions = parse_version(asked.version)
    withdrawn = Withdrawn(project.timeline, asked.version, provisions)
    return show_output(project.timeline, asked.policy, asked.version, day, withdrawn)


def _compare(root: Path, name: str) -> object:
    whole = Project(root).about([name], answers=True)
    texts = find_policy(whole.library, name).versions
    if not texts:
        return ()
    old, new = (find_text(whole, f"{name}@{texts[n].key}", today=lambda: ASKED[0]) for n in (0, -1))
    return compared(recorded_text(whole, old), recorded_text(whole, new), home=whole).output()


def _blame(root: Path, name: str) -> object:
    project = Project(root).about([name], answers=True, lines=True)
    text = recorded_text(project, find_text(project, name, today=lambda: ASKED[2]))
    first = next(iter(text.provisions.walk()))
    labels = [clause.label for clause in first.children if clause.label]
    history = told(lambda: traced(project, text, labels[-1]).output()) if labels else ""
    return told(lambda: blamed(project, text).output()), history


def compare_answers(root: Path, monkeypatch: pytest.MonkeyPatch, seen: list[str]) -> None:
    monkeypatch.setattr(kept, "LEAST", 0)
    with_index = dict(answers(root))
    monkeypatch.setattr(kept, "LEAST", 1_000_000)
    without = dict(answers(root))
    assert with_index == without, seen


@pytest.mark.parametrize("seed", range(2))
def test_random_edits_change_answers_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    """Seeds 0 and 1 held for 12 rounds and more questions; this is what the suite has time for."""
    chance = random.Random(seed)
    library, seen = EditedLibrary(tmp_path, chance), list[str]()
    for _ in range(3):
        seen += [library.edit() for _ in range(chance.randint(1, 4))]
        if chance.random() < 0.7:
            time.sleep(0.06)
        compare_answers(tmp_path, monkeypatch, seen)
    assert list(tmp_path.glob("state/yange/projects/*/index.sqlite")), "the index was used"


def test_only_what_changed_is_checked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = EditedLibrary(tmp_path, random.Random(1))
    monkeypatch.setattr(kept, "LEAST", 0)
    checked: list[str] = []

    def noted(policy: Policy) -> PolicyFindings:
        checked.append(policy.path)
        return findings_of(policy)

    monkeypatch.setattr(yange.check, "findings_of", noted)
    first = Project(tmp_path).all_problems()
    assert len(checked) == len(library.folders)
    assert Project(tmp_path).all_problems() == first
    assert len(checked) == len(library.folders)
    text = library.texts[0]
    text.write_bytes(text.read_bytes().replace("照办".encode(), "照第九条办".encode()))
    assert {problem.path for problem in Project(tmp_path).all_problems() if problem.code == "citation-clause"} == {
        text.relative_to(tmp_path).as_posix()
    }
    assert len(checked) == len(library.folders) + 1


def test_only_what_changed_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = EditedLibrary(tmp_path, random.Random(1))
    monkeypatch.setattr(kept, "LEAST", 0)
    counts: list[int] = []
    real = upkeep.bring_up_to_date
    monkeypatch.setattr(upkeep, "bring_up_to_date", lambda *words: counts.append(real(*words)))
    time.sleep(0.06)

    def ask() -> None:
        assert Project(tmp_path).standings(ASKED[1])

    ask()
    ask()
    assert counts == [len(library.folders)]
    library.change_words()
    monkeypatch.setattr(stamps, "GRAIN", 3_600_000_000_000)  # an hour: too shortly before on the slowest machine
    ask()
    assert counts[1:] == [1]
    monkeypatch.setattr(stamps, "GRAIN", 0)
    ask()
    assert counts[2:] == [1], "it was written too shortly before"
    ask()
    assert len(counts) == 3
