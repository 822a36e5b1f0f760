"""The stories of ``stories.txt``: every event of the design, as a lawyer would tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from yange.dates import Period
from yange.model import Amendment, Basis, ClausePeriod, Effect, Holding, Library, Policy, Version
from yange.timeline import Timeline, build_timeline

STORIES = Path(__file__).with_name("stories.txt")
FIELDS = {
    "repeals": "repeals",
    "extends": "extends",
    "suspends": "suspends",
    "revives": "revives",
    "lapses": "declares_lapsed",
}
EFFECT = re.compile(
    r"(?P<policy>[^\[#@>]+)(?:\[(?P<extent>[^\]]+)\])?(?:#(?P<number>[^@>]+))?(?:@(?P<on>[^>]+))?(?:>(?P<until>.+))?"
)


@dataclass
class Story:
    title: str
    lines: list[list[str]] = field(default_factory=list)


def stories() -> Iterator[Story]:
    story: Story | None = None
    for line in STORIES.read_text("utf-8").splitlines():
        if line.startswith("== "):
            if story:
                yield story
            story = Story(line[3:])
        elif line and not line.startswith("#") and story:
            story.lines.append(line.split())
    if story:
        yield story


def day_or_none(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def effect(text: str) -> Effect:
    match = EFFECT.fullmatch(text)
    assert match, text
    return Effect(
        policy=None if match["policy"] == "?" else match["policy"],
        number=match["number"],
        title=None,
        extent=tuple(match["extent"].split(",")) if match["extent"] else (),
        on=day_or_none(match["on"]),
        until=day_or_none(match["until"]),
    )


def version(policy: str, key: str, facts: list[list[str]]) -> Version:
    given: dict[str, object] = {}
    effects: dict[str, tuple[Effect, ...]] = {}
    periods: list[ClausePeriod] = []
    for name, value in facts:
        if name in FIELDS:
            effects[FIELDS[name]] = (*effects.get(FIELDS[name], ()), effect(value))
        elif name == "clause":
            label, first, until = value.split(":")
            periods.append(ClausePeriod(clause=label, first=day_or_none(first), until=day_or_none(until)))
        elif name == "amended":
            number, _, made = value.partition(":")
            orders = given.get("amended_by", ())
            assert isinstance(orders, tuple)
            given |= {
                "amended_by": (*orders, Amendment(number=number, date=day_or_none(made), kind="修正")),
                "effective_basis": Basis.AMENDMENT,
            }
        elif name == "text":
            given["text"] = Holding.CATALOGUE_ONLY
        elif name == "number":
            given[name] = value
        elif name == "draft":
            given[name] = True
        elif name not in ("kind", "rank", "was"):
            given[name] = date.fromisoformat(value)
    first = None if key.startswith("undated") else date.fromisoformat(key[:10])
    return Version(
        policy=policy,
        key=key,
        path=f"policies/{policy}/{key}.md",
        title=policy,
        effective=first,
        clause_periods=tuple(periods),
        **effects,
        **given,
    )


def library(story: Story) -> Library:
    versions: dict[str, list[Version]] = {}
    kinds: dict[str, dict[str, object]] = {}
    for verb, *words in story.lines:
        if verb != "text":
            continue
        facts = [word.split("=", 1) for word in words[2:]]
        versions.setdefault(words[0], []).append(version(words[0], words[1], facts))
        known = kinds.setdefault(words[0], {})
        known.update({name: value for name, value in facts if name in ("kind", "rank")})
        known.update({name: (value,) for name, value in facts if name == "was"})
    return Library(
        tuple(
            Policy(id=name, title=name, place="", versions=tuple(sorted(texts, key=lambda v: v.key)), **kinds[name])
            for name, texts in sorted(versions.items())
        )
    )


def find(timeline: Timeline, policy: str, key: str) -> Version:
    found = timeline.library.policy(policy)
    assert found
    text = found.version(key)
    assert text, f"the story has no text {policy} {key}"
    return text


def check_ask(timeline: Timeline, policy: str, day: str, status: str, *rest: str) -> None:
    standing = timeline.standing(policy, date.fromisoformat(day))
    words = list(rest)
    by = words[words.index("by") + 1] if "by" in words else None
    out = tuple(words[words.index("out") + 1].split(",")) if "out" in words else ()
    text = words[0] if words and words[0] not in ("by", "out", "since", "until") else None
    assert (standing.policy, standing.status.value) == (policy, status)
    for word, known in (("since", standing.since), ("until", standing.until)):
        if word in words:
            day_said = words[words.index(word) + 1]
            assert str(known or "-") == day_said, word
    assert (standing.version.key if standing.version else None) == text
    assert standing.not_in_force == out
    assert standing.partial == bool(out)
    if by:
        assert standing.ended_by is not None
        assert standing.ended_by.kind.value == by
    in_force = {one.policy for one in timeline.in_force(date.fromisoformat(day))}
    assert (policy in in_force) == (status == "in-force")


def check_period(timeline: Timeline, policy: str, key: str, first: str, end: str) -> None:
    period = timeline.period(find(timeline, policy, key))
    if first == "-":
        assert period is None
    elif end == "empty":
        assert period is not None
        assert period.empty
    else:
        assert period == Period(date.fromisoformat(first), day_or_none(None if end == "-" else end))


def check_in_force(timeline: Timeline, policy: str, key: str, *periods: str) -> None:
    found = timeline.periods(find(timeline, policy, key))
    assert [f"{period.start}/{period.end or '-'}" for period in found] == list(periods)


def check_event(timeline: Timeline, policy: str, day: str, kind: str, key: str, *rest: str) -> None:
    on_day = [event for event in timeline.events(policy) if event.day == date.fromisoformat(day)]
    found = [event for event in on_day if event.kind.value == kind and event.version == key]
    assert len(found) == 1, on_day
    assert found[0].policy == policy
    assert timeline.is_moot(found[0]) == ("moot" in rest)
    words = list(rest)
    if "number" in words:
        assert str(found[0].number or "-") == words[words.index("number") + 1]
    if "of" in words:
        assert found[0].clauses == tuple(words[words.index("of") + 1].split(","))


def check_follows(timeline: Timeline, *pairs: str) -> None:
    found = [f"{old.policy}@{old.key}→{new.policy}@{new.key}" for old, new in timeline.superseding_pairs()]
    assert found == list(pairs)


def check_none(timeline: Timeline, policy: str, kind: str) -> None:
    assert kind not in [event.kind.value for event in timeline.events(policy)]


def check_warns(timeline: Timeline, code: str) -> None:
    assert code in [problem.code for problem in timeline.problems]


CHECKS = {
    "ask": check_ask,
    "period": check_period,
    "in-force": check_in_force,
    "event": check_event,
    "none": check_none,
    "follows": check_follows,
    "warns": check_warns,
}


@pytest.mark.parametrize("story", list(stories()), ids=lambda story: story.title)
def test_story(story: Story) -> None:
    timeline = build_timeline(library(story))
    claims = [line for line in story.lines if line[0] != "text"]
    assert claims
    for verb, *words in claims:
        CHECKS[verb](timeline, *words)
    if not any(line[0] == "warns" for line in claims):
        assert timeline.problems == ()
