"""What is kept from one day to another is what would be made anew: pages of the same basis are the same to the byte."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from random import Random

import pytest
from publishing import ROOT

from yange.compare import Comparison
from yange.compare.answers import Answers
from yange.model import Library, Policy
from yange.publish import assets, pages
from yange.publish.facts.settled_days import SettledDays
from yange.settings import Settings
from yange.shipped import folders
from yange.timeline import Timeline, build_timeline

FUND = "wanghai/haiyang-chanye-fazhan-zhuanxiang-zijin-guanli-banfa"
BERTHS = "wanghai/rules-on-small-craft-berths"
SLUGS = (FUND, "wanghai/yanchang-haiyang-chanye-zijin-banfa-youxiaoqi-tongzhi", BERTHS)
SETTINGS = Settings(languages=("zh",))
DAY = timedelta(days=1)
TEMPLATES = folders(ROOT, "templates")
COMPARED: dict[tuple[str, str], Comparison] = {}


@pytest.fixture(scope="module")
def some(library: Library) -> Library:
    """Policies of which one extends another, and one apart."""
    return Library(tuple(policy for policy in library.policies if policy.id in SLUGS))


def made(
    library: Library, timeline: Timeline, on: date, settings: Settings = SETTINGS
) -> Iterator[tuple[str, str, str]]:
    """Yield of everything that has a basis its name, the basis and the hash of all its bytes."""
    for page in pages(library, timeline, settings, on, TEMPLATES, compared):
        if page.basis is not None:
            beside = tuple(page.companions()) if page.companions is not None else ()
            head = page.head() if page.head is not None else ""
            whole = (
                page.title,
                page.description,
                page.headings,
                page.html(),
                head,
                *((b.address, b.content) for b in beside),
            )
            yield page.address, page.basis, sha256(repr(whole).encode()).hexdigest()
    for bundle in assets(library, timeline, settings, on, TEMPLATES):
        files = [(one.address, one.content) for one in bundle.files()]
        yield bundle.name, bundle.basis, sha256(repr(files).encode()).hexdigest()


def compared(old: str, new: str, work: Callable[[], Comparison], _answers: Answers) -> Comparison:
    """Compare two texts once for all tests here."""
    return COMPARED[old, new] if (old, new) in COMPARED else COMPARED.setdefault((old, new), work())


def turning_days(library: Library) -> list[date]:
    timeline = build_timeline(library)
    days = {day for policy in library.policies for day in timeline.change_days(policy.id)}
    days |= {event.day for event in timeline.events()} | {date(day.year, 1, 1) for day in days}
    return sorted({near for day in days for near in (day - DAY, day, day + DAY)})


def edited(library: Library) -> Iterator[Library]:
    """Yield the library with one text, one day and one title of it changed, each alone."""
    (fund,) = (policy for policy in library.policies if policy.id == FUND)
    first = fund.versions[0]
    yield _with(library, fund, replace(fund, title=f"{fund.title}（甲）"))
    for version in (
        replace(first, body=first.body.replace("海洋产业", "海洋事业")),
        replace(first, number="望府规〔2017〕99号"),
    ):
        yield _with(library, fund, replace(fund, versions=(version, *fund.versions[1:])))


def _with(library: Library, old: Policy, new: Policy) -> Library:
    return Library(tuple(new if policy is old else policy for policy in library.policies))


def test_the_same_basis_is_the_same_page_on_any_day_and_after_any_edit(some: Library) -> None:
    chance, known, met = Random(17), dict[tuple[str, str], str](), 0
    days = [near for day in chance.sample(turning_days(some), 2) for near in (day, day + 20 * DAY)]
    for library in (some, *edited(some)):
        timeline = build_timeline(library)
        for day in days if library is some else chance.sample(days, 1):
            for name, basis, digest in made(library, timeline, day):
                met += (name, basis) in known
                assert known.setdefault((name, basis), digest) == digest, f"{name} on {day}"
    assert met > len(known) / 8, "much is the same on several days, or nothing was tried"


def test_on_a_day_on_which_nothing_is_due_every_page_of_a_policy_stays(some: Library) -> None:
    timeline = build_timeline(some)
    day = date(2026, 11, 23)
    assert not {day, day + DAY} & set(turning_days(some)), "nothing is due"
    first, second = ({(name, basis) for name, basis, _ in made(some, timeline, on)} for on in (day, day + DAY))
    anew = {name for name, _ in second - first}
    assert anew == {"data/sources/", "day/changes/2029/", "day/changes/2030/"}, "those that count the days until then"


def test_what_is_due_makes_its_pages_and_those_beside_it_anew_and_no_others(some: Library) -> None:
    timeline = build_timeline(some)
    day = date(2029, 9, 1)  # the berths' last text has expired on the day before
    before, after = ({n: b for n, b, _ in made(some, timeline, on)} for on in (day - DAY, day))
    anew = {name for name in after if before.get(name) != after[name] and name.count("/") > 1}
    assert {name for name in anew if name.startswith("wanghai/")} == {name for name in after if name.startswith(BERTHS)}


@pytest.mark.parametrize(
    ("on", "first"),
    [
        ("2026-11-23", "2026-01-01"),
        ("2025-03-01", "2025-03-01"),
        ("2025-02-28", "2025-01-01"),
        ("2025-12-31", "2025-03-01"),
        ("2030-02-28", "2030-01-01"),
        ("2030-03-01", "2030-03-01"),
    ],
)
def test_a_page_is_as_of_the_last_change_or_the_first_of_january(some: Library, on: str, first: str) -> None:
    days = SettledDays(build_timeline(some), date.fromisoformat(on), fixed=False)
    assert days.first((FUND,)) == date.fromisoformat(first)


def test_the_day_that_a_publisher_has_set_is_the_day_of_every_page(some: Library) -> None:
    days = SettledDays(build_timeline(some), date(2026, 11, 23), fixed=True)
    assert days.first((FUND,)) == date(2026, 11, 23)
    assert days.next(FUND) == date(2030, 3, 1)
