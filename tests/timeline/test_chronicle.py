"""The chronicle of every story: all that the timeline says of it, held against ``chronicle.txt``.

A change of it is a change of answers. To write it anew: ``python tests/timeline/test_chronicle.py``, then read the
difference.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from test_timeline_stories import Story, library, stories

from yange.model import Event
from yange.timeline import Timeline, build_timeline
from yange.timeline.line import first_made

CHRONICLE = Path(__file__).with_name("chronicle.txt")


def until(end: date | None) -> str:
    return str(end or "-")


def of_event(timeline: Timeline, event: Event) -> str:
    parts = [f"{event.day} {event.kind.value} {event.policy}@{event.version}"]
    parts += [",".join(event.clauses)] if event.clauses else []
    parts += [f"by {event.by_policy}@{event.by_version}"] if event.by_policy or event.by_version else []
    parts += [f"({event.number})"] if event.number else []
    return " ".join([*parts, "moot"] if timeline.is_moot(event) else parts)


def of_policy(timeline: Timeline, policy_id: str) -> Iterator[str]:
    policy = timeline.library.policy(policy_id)
    assert policy
    yield f"{policy_id}, first made {until(first_made(policy))}"
    for day in (date(1900, 1, 1), *timeline.change_days(policy_id)):
        standing = timeline.standing(policy_id, day)
        words = [f"  {day} {standing.status.value}", standing.version.key if standing.version else "no text"]
        words += [f"out {','.join(standing.not_in_force)}"] if standing.not_in_force else []
        words += [f"by {standing.ended_by.kind.value}"] if standing.ended_by else []
        yield " ".join([*words, f"from {until(standing.since)} until {until(standing.until)}"])
    for version in policy.versions:
        periods = " ".join(f"{period.start}/{until(period.end)}" for period in timeline.periods(version))
        last = f"last day {until(timeline.last_day(version))}, valid to {until(timeline.expires(version))}"
        yield f"  {version.key}: in force {periods or 'never'}; {last}"
        for day in timeline.change_days(policy_id):
            yield f"    {day} {timeline.version_standing(version, day).status.value}"
        for out in timeline.outs(version):
            by = f" by {out.by.policy}@{out.by.key}" if out.by else ""
            yield f"    {out.label} out {until(out.first)}/{until(out.until)} {out.kind.value}{by}"


def chronicle(story: Story) -> str:
    timeline = build_timeline(library(story))
    lines = [f"== {story.title}"]
    for policy in timeline.library.policies:
        lines += of_policy(timeline, policy.id)
    lines += [of_event(timeline, event) for event in timeline.events()]
    lines += [f"{a.policy}@{a.key} → {b.policy}@{b.key}" for a, b in timeline.superseding_pairs()]
    lines += [f"{problem.severity.value} {problem.code} {problem.path}" for problem in timeline.problems]
    return "\n".join(lines)


def written() -> dict[str, str]:
    blocks = CHRONICLE.read_text("utf-8").rstrip("\n").split("\n\n") if CHRONICLE.exists() else []
    return {block.partition("\n")[0]: block for block in blocks}


@pytest.mark.parametrize("story", list(stories()), ids=lambda story: story.title)
def test_chronicle(story: Story) -> None:
    assert chronicle(story).split("\n") == written().get(f"== {story.title}", "").split("\n")


def test_the_chronicle_has_no_other_story() -> None:
    assert list(written()) == [f"== {story.title}" for story in stories()]


if __name__ == "__main__":
    CHRONICLE.write_text("\n\n".join(map(chronicle, stories())) + "\n", "utf-8")
