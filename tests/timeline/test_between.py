"""Two days of an archive: one outcome for each policy, and the command that lists them."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from yange.cli.app import group
from yange.model import Basis, Effect, Library, Policy, Version, version_key
from yange.timeline import build_timeline
from yange.timeline.between import OUTCOMES, Law, Outcome, between

FERRY = "wanglan/dukou"


def text(stem: str, policy: str = FERRY, **facts: object) -> Version:
    day = date.fromisoformat(stem[:10]) if stem != "undated" else None
    return Version(
        policy=policy,
        key=version_key(stem),
        path=f"policies/{policy}/{stem}.md",
        title=policy,
        effective=day,
        effective_basis=Basis.STATED if day else Basis.UNKNOWN,
        commenced=day,
        **facts,  # type: ignore[arg-type]
    )


def library(*versions: Version, kind: str = "办法") -> Library:
    ids = sorted({version.policy for version in versions})
    return Library(
        tuple(
            Policy(
                id=name,
                title=name,
                place="望岚市",
                kind=kind,
                versions=tuple(version for version in versions if version.policy == name),
            )
            for name in ids
        )
    )


def outcome(found: Library, first: str, second: str) -> str:
    days = (date.fromisoformat(first), date.fromisoformat(second))
    timeline = build_timeline(found)
    return {one.policy.id: one.outcome.value for one in between(timeline, found.policies, *days)}[FERRY]


FIRST, SECOND = text("2010-05-01", expires=date(2019, 12, 31)), text("2015-07-01")
ENDED = text("2010-05-01", expires=date(2014, 12, 31))
REPEAL = text(
    "2012-01-01", "wanglan/jueding", repeals=(Effect(policy=FERRY, number=None, title=None, on=date(2012, 1, 1)),)
)
UNDATED = text("undated", signed=date(2011, 3, 1))


@pytest.mark.parametrize(
    ("versions", "first", "second", "expected"),
    [
        ((FIRST, SECOND), "2009-01-01", "2009-12-31", "absent"),
        ((FIRST, SECOND), "2010-04-30", "2010-05-01", "began"),
        ((FIRST, SECOND), "2010-05-01", "2015-06-30", "unchanged"),
        ((FIRST, SECOND), "2015-06-30", "2015-07-01", "amended"),
        ((FIRST, SECOND), "2015-07-01", "2020-01-01", "unchanged"),
        ((ENDED,), "2014-12-31", "2015-01-01", "ended"),
        ((ENDED,), "2015-01-01", "2016-01-01", "absent"),
        ((ENDED,), "2009-01-01", "2016-01-01", "passing"),
        ((FIRST, REPEAL), "2011-12-31", "2012-01-01", "ended"),
        ((UNDATED,), "2010-01-01", "2011-02-28", "absent"),
        ((UNDATED,), "2010-01-01", "2011-03-01", "unknown"),
        ((UNDATED,), "2012-01-01", "2013-01-01", "unknown"),
        ((text("2010-05-01", draft=True),), "2009-01-01", "2013-01-01", "absent"),
    ],
)
def test_two_days_say_one_thing(versions: tuple[Version, ...], first: str, second: str, expected: str) -> None:
    assert outcome(library(*versions), first, second) == expected


def test_a_letter_is_never_law() -> None:
    assert outcome(library(UNDATED, kind="函"), "2012-01-01", "2013-01-01") == "absent"


def test_the_second_day_must_be_later() -> None:
    found = library(FIRST)
    with pytest.raises(ValueError, match="not after"):
        list(between(build_timeline(found), found.policies, date(2020, 1, 1), date(2020, 1, 1)))


def test_the_table_of_outcomes_is_whole() -> None:
    assert set(OUTCOMES) == {(one, other) for one in Law for other in Law}


def test_the_command_lists_what_changed_in_a_place(project_root: Path) -> None:
    result = CliRunner().invoke(
        group,
        [
            "--project",
            str(project_root),
            "changes",
            "--since",
            "2022-01-01",
            "--until",
            "2024-12-31",
            "--place",
            "望海市",
        ],
    )
    assert result.exit_code == 0, result.output
    assert "amended  wanghai/rules-on-small-craft-berths" in result.stdout
    assert "v2021-06-01" in result.stdout
    assert "v2024-09-01" in result.stdout
    assert "2 amended" in result.stderr


def test_the_machine_output_counts_every_policy_once(project_root: Path) -> None:
    arguments = ["--project", str(project_root), "changes", "--since", "2020-01-01", "--until", "2024-12-31", "--json"]
    found = json.loads(CliRunner().invoke(group, arguments).stdout)
    counts = Counter(one["outcome"] for one in found["policies"])
    assert {name: counts[name] for name in Outcome if name is not Outcome.ABSENT} == {
        name: count for name, count in found["counts"].items() if name != "absent"
    }
    every = json.loads(CliRunner().invoke(group, ["--project", str(project_root), "list", "--json"]).stdout)["policies"]
    assert sum(found["counts"].values()) == len(every)
    for one in found["policies"]:
        assert all("2020-01-01" < event["day"] <= "2024-12-31" for event in one["events"])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--since", "2024-01-01", "--until", "2024-01-01"], "must be the later one"),
        (["--since", "2024-01-01", "--until", "2025-01-01", "--place", "Wanghai"], "no policy has this place"),
        (["--since", "2024-01-01", "--until", "2025-01-01", "--place", "望海市", "--kind", "x"], "there are"),
    ],
)
def test_a_question_without_an_answer_is_refused(project_root: Path, arguments: list[str], words: str) -> None:
    result = CliRunner().invoke(group, ["--project", str(project_root), "changes", *arguments])
    assert result.exit_code == 2
    assert words in result.output
