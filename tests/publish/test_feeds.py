"""Feeds and calendars read back with feedparser and icalendar, as a reader's program would."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import feedparser
from icalendar import Calendar
from publishing import DAY, ROOT

from yange.model import Basis, Correction, Library, Policy, Version
from yange.publish.assets import Asset
from yange.publish.calendar import calendars, policy_calendar
from yange.publish.context import Context
from yange.publish.feeds import LATEST, feeds, policy_feeds
from yange.publish.tags import authority
from yange.settings import Settings
from yange.shipped import folders
from yange.timeline import build_timeline

FUND = "wanghai/haiyang-chanye-fazhan-zhuanxiang-zijin-guanli-banfa"
SITE = Settings(address="https://example.org/law/")


def context_of(library: Library, settings: Settings = SITE, on: date = DAY) -> Context:
    return Context(library, build_timeline(library), settings, on, folders(ROOT, "templates"))


def by_address(assets: object) -> dict[str, bytes]:
    return {asset.address: asset.content for asset in assets if isinstance(asset, Asset)}  # type: ignore[attr-defined]


def policy(library: Library, name: str) -> Policy:
    found = library.policy(name)
    assert found is not None
    return found


def test_atom_reads_back_with_permanent_names_and_whole_links(library: Library) -> None:
    files = by_address(policy_feeds(context_of(library), policy(library, FUND)))
    read = feedparser.parse(files[f"{FUND}/changes.atom"])
    assert not read.bozo
    assert read.version == "atom10"
    first = read.entries[0]
    assert first.id == f"tag:example.org,2026:event/{FUND}/2025-03-01/replacement/2025-03-01"
    assert first.link == f"https://example.org/law/{FUND}/2025-03-01/"
    assert first.updated == "2025-03-01T00:00:00Z"
    assert "望海市海洋产业发展专项资金管理办法" in first.title
    assert len({entry.id for entry in read.entries}) == len(read.entries)


def test_every_feed_is_well_formed_and_no_name_is_given_twice(library: Library) -> None:
    files = by_address(feeds(context_of(library)))
    assert {
        "feeds/changes.atom",
        "feeds/corrections.atom",
        "en/feeds/changes.atom",
        "feeds/wanghai/changes.json",
    } <= set(files)
    for address, content in files.items():
        if address.endswith(".atom"):
            read = feedparser.parse(content)
            assert not read.bozo, address
            assert read.feed.id.startswith("tag:example.org,2026:"), address
        else:
            value = json.loads(content)
            assert value["version"] == "https://jsonfeed.org/version/1.1"
            assert all({"id", "url", "content_text", "date_published"} <= set(item) for item in value["items"])


def test_older_entries_stand_in_archives_that_are_linked_one_to_the_next(library: Library) -> None:
    files = by_address(feeds(context_of(library)))
    main = feedparser.parse(files["feeds/changes.atom"])
    assert len(main.entries) == LATEST
    seen, page = [entry.id for entry in main.entries], main
    while older := [link.href for link in page.feed.links if link.rel == "prev-archive"]:
        address = older[0].removeprefix("https://example.org/law/")
        assert b"<fh:archive" in files[address]
        page = feedparser.parse(files[address])
        seen += [entry.id for entry in page.entries]
    timeline = build_timeline(library)
    told = [
        event
        for event in timeline.events()
        if event.day <= DAY and event.kind not in {"signed", "published"} and not timeline.is_moot(event)
    ]
    assert len(seen) == len(set(seen)) == len(told) > LATEST


def test_nothing_that_has_not_happened_is_told_as_news(library: Library) -> None:
    files = by_address(feeds(context_of(library, on=date(2015, 1, 1))))
    days = [entry.updated for entry in feedparser.parse(files["feeds/changes.atom"]).entries]
    assert days
    assert max(days) <= "2015-01-01T00:00:00Z"
    assert days == sorted(days, reverse=True)


def invented(**facts: object) -> Library:
    version = Version(
        policy="a/b",
        key="2020-01-01",
        path="policies/a/b/2020-01-01.md",
        title="<b>某</b>办法 & \u0007",
        effective=date(2020, 1, 1),
        effective_basis=Basis.STATED,
        expires=date(2024, 12, 31),
        corrections=(
            Correction(date=date(2021, 5, 6), field="text", clause="第一条", was="甲", now="乙", evidence="公报"),
        ),
    )
    return Library((replace(Policy(id="a/b", title="某办法", place="某市", versions=(version,)), **facts),))  # type: ignore[arg-type]


def test_corrections_are_told_apart_from_changes_of_the_law() -> None:
    files = by_address(feeds(context_of(invented())))
    corrections = feedparser.parse(files["feeds/corrections.atom"])
    assert [entry.updated for entry in corrections.entries] == ["2021-05-06T00:00:00Z"]
    assert "甲 → 乙" in corrections.entries[0].summary
    changes = feedparser.parse(files["feeds/changes.atom"])
    assert [entry.category for entry in changes.entries] == ["expiry", "commencement"]


def test_markup_in_a_title_stays_text_in_a_feed() -> None:
    files = by_address(feeds(context_of(invented())))
    assert b"<b>" not in files["feeds/changes.atom"]
    assert not feedparser.parse(files["feeds/changes.atom"]).bozo


def test_a_policy_that_was_renamed_keeps_the_names_of_its_entries() -> None:
    before = feedparser.parse(by_address(feeds(context_of(invented())))["feeds/changes.atom"])
    library = invented(id="a/c", was=("a/b",))
    renamed = replace(library.policies[0], versions=(replace(library.policies[0].versions[0], policy="a/c"),))
    after = feedparser.parse(by_address(feeds(context_of(Library((renamed,)))))["feeds/changes.atom"])
    assert [entry.id for entry in after.entries] == [entry.id for entry in before.entries]
    assert [entry.link for entry in after.entries] != [entry.link for entry in before.entries]


def test_without_an_address_links_are_relative_and_names_are_still_permanent(library: Library) -> None:
    files = by_address(feeds(context_of(library, Settings())))
    items = json.loads(files["feeds/wanghai/changes.json"])["items"]
    assert items[0]["url"].startswith("../../wanghai/")
    assert items[0]["id"].startswith("tag:yange.invalid,2026:event/wanghai/")
    assert authority(Settings(authority="law.example,2030", address="https://x.example/")) == "law.example,2030"


def test_the_calendar_reads_back_by_whole_days(library: Library) -> None:
    content = policy_calendar(context_of(library), policy(library, FUND)).content
    entries = Calendar.from_ical(content).walk("VEVENT")
    told = {(entry["categories"].cats[0], entry.decoded("dtstart")) for entry in entries}
    assert ("commencement", date(2013, 5, 1)) in told
    assert ("replacement", date(2025, 3, 1)) in told
    assert ("expiry", date(2030, 2, 28)) in told, "the last day in force, not the first one out"
    assert b"DTSTART;VALUE=DATE:20250301" in content
    assert all(entry["transp"] == "TRANSPARENT" for entry in entries)
    assert len({str(entry["uid"]) for entry in entries}) == len(entries)


def test_calendar_lines_are_folded_at_75_octets_between_characters(library: Library) -> None:
    for asset in calendars(context_of(library)):
        for line in asset.content.split(b"\r\n"):
            assert len(line) <= 75, asset.address
            line.decode()
        assert asset.content.endswith(b"END:VCALENDAR\r\n")


def test_a_calendar_is_the_same_on_the_next_day_but_for_what_is_past(library: Library) -> None:
    one = policy_calendar(context_of(library), policy(library, FUND)).content
    other = policy_calendar(context_of(library, on=date(2026, 11, 24)), policy(library, FUND)).content
    assert one == other
