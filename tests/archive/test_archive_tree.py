"""The promise of the archive: the tree of the last event up to day D is exactly what is in force on D."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from archive_helpers import Held, Reader, library_of, version
from hypothesis import given, settings
from hypothesis import strategies as st

from yange.archive import build
from yange.archive.daily_tree import changes
from yange.archive.tree_paths import tree_paths
from yange.model import ClausePeriod, Effect, Holding, Library, Version
from yange.timeline import Timeline, build_timeline

DAYS = [
    date(1949, 10, 1), date(1969, 12, 31), date(1970, 1, 1), date(1970, 1, 2), date(2003, 6, 1), date(2003, 6, 2),
    date(2020, 2, 29), date(2099, 12, 30), date(2099, 12, 31), date(2100, 1, 1), date(2222, 2, 2), date(2514, 5, 31),
]  # fmt: skip
IDS = ["city/a", "city/b", "town/c"]


@st.composite
def effects(draw: st.DrawFn, own: date) -> Effect:
    extent = draw(st.sampled_from([(), (), ("第一条",), ("第一条", "第二条")]))
    target = draw(st.sampled_from(IDS))
    return Effect(policy=target, number=None, title=None, extent=extent, on=draw(st.sampled_from([None, own, *DAYS])))


@st.composite
def texts(draw: st.DrawFn, policy: str) -> Version:
    day = draw(st.sampled_from([*DAYS, None]))
    if day is None:
        return version(policy, "undated")
    later = st.sampled_from([None, *(d for d in DAYS if d >= day)])
    facts: dict[str, object] = {
        "expires": draw(later),
        "text": draw(st.sampled_from([Holding.HELD, Holding.HELD, Holding.CATALOGUE_ONLY])),
        "signed": draw(st.sampled_from([None, day, day - timedelta(days=40)])),
    }
    for field in ("repeals", "suspends", "revives", "declares_lapsed"):
        if draw(st.integers(0, 3)) == 0:
            facts[field] = (draw(effects(day)),)
    if draw(st.booleans()):
        facts["clause_periods"] = (ClausePeriod(clause="第二条", first=draw(later), until=draw(later)),)
    return version(policy, day.isoformat(), **facts)


@st.composite
def libraries(draw: st.DrawFn) -> Library:
    drawn = [draw(texts(policy)) for policy in IDS for _ in range(draw(st.integers(1, 3)))]
    return library_of(*{(text.policy, text.key): text for text in drawn}.values())


def expected(texts: Library, timeline: Timeline, day: date) -> dict[str, tuple[object, ...]]:
    """What the model says is in force: by path, the policy, its text's first day, clauses out, the words if held."""
    paths = tree_paths(policy.id for policy in texts.policies)
    law: dict[str, tuple[object, ...]] = {}
    for standing in timeline.in_force(day):
        text = standing.version
        assert text is not None
        words = text.body if text.held else None
        law[paths[text.policy]] = (text.policy, text.effective, list(standing.not_in_force), words)
    return law


def found(tree: dict[str, Held]) -> dict[str, tuple[object, ...]]:
    return {
        path: (
            file.facts["policy"],
            file.facts["effective"],
            file.facts.get("not_in_force", []),
            None if file.facts["text"] == "catalogue-only" else file.body,
        )
        for path, file in tree.items()
    }


def assert_law(texts: Library, target: Path, days: Iterable[date]) -> int:
    """Compare tree and model on each day; return on how many days there was any law."""
    timeline = build_timeline(texts)
    build(texts, timeline, target, as_of=date(2026, 1, 1))
    reader = Reader(target)
    days = list(days)
    for day in days:
        assert found(reader.on(day)) == expected(texts, timeline, day), day
    assert reader.days == sorted(reader.days)
    trees = [reader.tree(commit) for commit in reader.commits]
    assert all(old != new for old, new in pairwise([{}, *trees])), "a commit that changes nothing"
    return sum(bool(reader.on(day)) for day in days)


def around(timeline: Timeline, texts: Library) -> list[date]:
    """Every day on which anything happens, the day before and the day after."""
    turns = {event.day for event in timeline.events()}
    turns |= {day for policy in texts.policies for day in timeline.change_days(policy.id)}
    return sorted({day + timedelta(days=n) for day in turns | set(DAYS) for n in (-1, 0, 1)})


@settings(max_examples=15)
@given(libraries())
def test_the_tree_of_any_day_is_the_law_of_that_day(texts: Library) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert_law(texts, Path(folder) / "history.git", around(build_timeline(texts), texts))


def test_the_sample_city_on_every_boundary_and_on_hundreds_of_days(library: Library, tmp_path: Path) -> None:
    sweep = [date(1949, 1, 15) + timedelta(days=n * 151) for n in range(414)]
    days = [*around(build_timeline(library), library), *sweep]
    assert assert_law(library, tmp_path / "history.git", days) > 300


def tree_on(target: Path, day: str) -> dict[str, Held]:
    return Reader(target).on(date.fromisoformat(day))


def test_repeal_and_expiry_take_the_file_away_on_the_first_day_out(tmp_path: Path) -> None:
    whole = Effect(policy="city/old", number=None, title=None, on=date(2021, 1, 1))
    texts = library_of(
        version("city/old", "2000-01-01"),
        version("city/new", "2021-01-01", repeals=(whole,), expires=date(2025, 12, 31)),
    )
    target = tmp_path / "history.git"
    build(texts, build_timeline(texts), target, as_of=date(2026, 6, 1))
    assert list(tree_on(target, "1999-12-31")) == []
    assert list(tree_on(target, "2020-12-31")) == ["city/old.md"]
    assert list(tree_on(target, "2021-01-01")) == ["city/new.md"]
    assert list(tree_on(target, "2025-12-31")) == ["city/new.md"]
    assert list(tree_on(target, "2026-01-01")) == []


def test_a_partly_repealed_text_stays_whole_and_says_what_is_out(tmp_path: Path) -> None:
    part = Effect(policy="city/old", number=None, title=None, extent=("（八）", "（九）"), on=date(2021, 1, 1))
    texts = library_of(version("city/old", "2000-01-01"), version("city/new", "2021-01-01", repeals=(part,)))
    target = tmp_path / "history.git"
    build(texts, build_timeline(texts), target, as_of=date(2026, 6, 1))
    before, after = (tree_on(target, day)["city/old.md"] for day in ("2020-12-31", "2021-01-01"))
    assert "not_in_force" not in before.facts
    assert after.facts["not_in_force"] == ["（八）", "（九）"]
    assert before.body == after.body == texts.policies[1].versions[0].body


def test_unknown_days_stay_out(tmp_path: Path) -> None:
    texts = library_of(version("city/undated", "undated"), version("city/dated", "2000-01-01"))
    target = tmp_path / "history.git"
    result = build(texts, build_timeline(texts), target, as_of=date(2026, 6, 1))
    assert result.commits == 1
    assert list(tree_on(target, "9999-12-31")) == ["city/dated.md"]


def test_what_is_only_catalogued_stands_as_facts(tmp_path: Path) -> None:
    texts = library_of(version("city/cited", "2000-01-01", body="secret", text=Holding.CATALOGUE_ONLY))
    target = tmp_path / "history.git"
    build(texts, build_timeline(texts), target, as_of=date(2026, 6, 1))
    file = tree_on(target, "2000-01-01")["city/cited.md"]
    assert "The text of this policy is not held" in file.body
    assert "secret" not in file.body


@pytest.mark.parametrize("day", ["1949-10-01", "1969-12-31", "2222-02-22", "9999-12-31", "0001-01-01"])
def test_days_far_from_now_are_ordinary(tmp_path: Path, day: str) -> None:
    texts = library_of(version("city/far", day), version("city/near", "2020-01-01"))
    target = tmp_path / "history.git"
    build(texts, build_timeline(texts), target, as_of=date(2026, 6, 1))
    assert "city/far.md" in tree_on(target, day)


@pytest.mark.parametrize("kind", ["函", "复函", "答复", "letter"])
def test_a_letter_is_no_law_so_no_name_in_it_reaches_the_archive(kind: str) -> None:
    """Letters have no period, whatever days are filed: what persons they name is not given out with it."""
    text = version("city/a", "2020-03-01", body="# 函\n\n尊敬的钱某某代表：\n\n联系电话：88123456\n")
    (policy,) = library_of(text).policies
    letters = Library((replace(policy, kind=kind),))
    assert list(changes(letters, build_timeline(letters))) == []
    assert list(changes(library_of(text), build_timeline(library_of(text)))), "anything else is filed"
