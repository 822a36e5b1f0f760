"""Feeds and calendars read back with feedparser and icalendar, as a reader's program would."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import feedparser
import pytest
from icalendar import Calendar
from publishing import DAY, ROOT

from yange.model import Amendment, Basis, Correction, Effect, Library, Policy, Source, Version
from yange.publish.assets import Asset
from yange.publish.context import SiteContext
from yange.publish.facts.editions import NO_EDITIONS, Editions, PublishedEdition
from yange.publish.facts.permanent_ids import authority
from yange.publish.files.calendar import calendars, policy_calendar
from yange.publish.files.feeds import LATEST, feeds, policy_feeds
from yange.settings import Settings
from yange.shipped import folders
from yange.timeline import build_timeline

FUND = "wanghai/haiyang-chanye-fazhan-zhuanxiang-zijin-guanli-banfa"
SITE = Settings(address="https://example.org/law/")


def context_of(library: Library, settings: Settings = SITE, on: date = DAY) -> SiteContext:
    return SiteContext(library, build_timeline(library), settings, on, folders(ROOT, "templates"))


def by_address(assets: object) -> dict[str, bytes]:
    return {asset.address: asset.content for asset in assets if isinstance(asset, Asset)}  # type: ignore[attr-defined]


def policy(library: Library, name: str) -> Policy:
    found = library.policy(name)
    assert found is not None
    return found


def calendar_of(library: Library, one: Policy, settings: Settings = SITE) -> bytes:
    (asset,) = policy_calendar(context_of(library, settings), one)
    return asset.content


def test_issuers_and_kinds_have_feeds_and_calendars(library: Library) -> None:
    files = by_address([*feeds(context_of(library)), *calendars(context_of(library))])
    issuer = json.loads(files["feeds/by/issuer/望海市人民政府/changes.json"])
    kind = json.loads(files["feeds/by/kind/办法/changes.json"])
    assert issuer["items"]
    assert all("/wanghai/" in item["url"] for item in issuer["items"])
    assert kind["items"]
    assert "feeds/by/kind/办法/calendar.ics" in files
    assert "feeds/by/issuer/望海市人民政府/calendar.ics" in files


def test_an_entry_says_in_a_sentence_what_changed(library: Library) -> None:
    (item,) = [item for item in items(library) if "replacement/2025-03-01" in str(item["id"])]
    told = "2025-03-01，望海市海洋产业发展专项资金管理办法（望府规〔2024〕11号）新文本施行，取代前一文本。"
    assert told in str(item["content_text"])
    (item,) = [item for item in items(library, "en/feeds/changes.json") if "replacement/2025-03-01" in str(item["id"])]
    assert str(item["content_text"]).split("\n")[1].startswith("On 2025-03-01, ")


def test_what_a_comparison_counted_is_told_with_the_change(library: Library) -> None:
    context = context_of(library)
    made = json.dumps({"changes": [{"operation": "amended"}, {"operation": "amended"}, {"operation": "unchanged"}]})
    shown = f"{FUND}/v2025-03-01/compare/v2017-07-01/"  # the text of 2025-01-01 was never law
    context.recall = lambda page, file: made.encode() if (page, file) == (shown, "index.json") else None
    found = json.loads(by_address(policy_feeds(context, policy(library, FUND)))[f"{FUND}/changes.json"])["items"]
    assert found[0]["content_text"].split("\n")[-1] == "与前一文本相比：修改 2 条。"


def test_what_was_added_is_a_feed_apart_from_legal_days() -> None:
    whole = invented()
    known = whole.policies[0].versions[0]
    fetched = replace(known, sources=(Source(name="公报", retrieved=date(2026, 5, 4)),))
    edition = PublishedEdition(
        number=1, published=date(2026, 6, 7), as_of=DAY, commit="", main=None, scheduled=None, manifest="",
        files={known.path: "a"},
    )  # fmt: skip
    for version, editions, day in (
        (known, NO_EDITIONS, None),
        (fetched, NO_EDITIONS, "2026-05-04"),
        (fetched, Editions((edition,)), "2026-06-07"),
    ):
        library = Library((replace(whole.policies[0], versions=(version,)),))
        context = SiteContext(
            library, build_timeline(library), SITE, DAY, folders(ROOT, "templates"), editions=editions
        )
        found = json.loads(by_address(feeds(context))["feeds/added.json"])["items"]
        assert [item["date_published"][:10] for item in found] == ([day] if day else [])


def test_no_calendar_is_without_a_component() -> None:
    version = replace(invented().policies[0].versions[0], effective=None, expires=None)
    library = Library((replace(invented().policies[0], versions=(version,)),))
    assert list(policy_calendar(context_of(library), library.policies[0])) == []
    for asset in calendars(context_of(library)):
        assert [part.name for part in Calendar.from_ical(asset.content).subcomponents] == ["VTIMEZONE"], asset.address


def test_atom_reads_back_with_permanent_names_and_whole_links(library: Library) -> None:
    files = by_address(policy_feeds(context_of(library), policy(library, FUND)))
    read = feedparser.parse(files[f"{FUND}/changes.atom"])
    assert not read.bozo
    assert read.version == "atom10"
    first = read.entries[0]
    assert first.id == f"tag:example.org,2026:event/{FUND}/2025-03-01/replacement/2025-03-01"
    assert first.link == f"https://example.org/law/{FUND}/v2025-03-01/"
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
    assert len(seen) == len(set(seen)) == count_of_news(library) > LATEST


def count_of_news(library: Library) -> int:
    """Count what has changed the law until the day, and the texts made until then that were to take effect later."""
    timeline = build_timeline(library)
    changes = [
        event
        for event in timeline.events()
        if event.day <= DAY and event.kind not in {"signed", "published"} and not timeline.is_moot(event)
    ]
    made = [(version.signed or version.published, version.effective, version) for version in library.versions()]
    ahead = [v for day, first, v in made if day and first and day < first and day <= DAY and not v.amended_by]
    return len(changes) + len(ahead)


def test_the_json_feed_leads_through_the_same_archives(library: Library) -> None:
    files = by_address(feeds(context_of(library)))
    page = json.loads(files["feeds/changes.json"])
    assert len(page["items"]) == LATEST
    seen, addresses = list(page["items"]), [page["feed_url"]]
    while "next_url" in page:
        page = json.loads(files[page["next_url"].removeprefix("https://example.org/law/")])
        assert page["version"] == "https://jsonfeed.org/version/1.1"
        seen += page["items"]
        addresses.append(page["feed_url"])
    assert len({item["id"] for item in seen}) == len(seen) == count_of_news(library)
    assert len(set(addresses)) == len(addresses) > 1, "no page is the same as one before it"
    days = [item["date_published"] for item in seen]
    assert days == sorted(days, reverse=True)


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


LIFTS = "wanghai/jiyou-zhuzhai-jiazhuang-dianti-shishi-banfa"


def items(library: Library, address: str = "feeds/changes.json") -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(by_address(feeds(context_of(library)))[address])["items"]
    return found


def test_a_text_that_is_to_take_effect_is_told_when_it_is_signed(library: Library) -> None:
    name = f"tag:example.org,2026:event/{LIFTS}/2027-03-01/signed/2026-10-30"
    (item,) = [item for item in items(library) if item["id"] == name]
    assert item["title"] == "【示例】望海市既有住宅加装电梯实施办法：成文，自 2027-03-01 起施行"
    assert item["url"] == f"https://example.org/law/{LIFTS}/v2027-03-01/"
    (english,) = [item for item in items(library, "en/feeds/changes.json") if item["id"] == name]
    assert str(english["title"]).endswith(": signed, to take effect on 2027-03-01")
    later = context_of(library, on=date(2027, 3, 2))
    assert name.encode() in b"".join(by_address(feeds(later)).values()), "what was told stays told"


ORDER = Amendment(number="某令〔2020〕9号", date=date(2019, 12, 1), kind="修正")
MAKING: dict[str, tuple[dict[str, object], list[tuple[str, str]]]] = {
    "signed before its first day": ({"signed": date(2019, 12, 1)}, [("2019-12-01", "成文，自 2020-01-01 起施行")]),
    "where no signing is known, its publishing": (
        {"published": date(2019, 12, 5)},
        [("2019-12-05", "公布，自 2020-01-01 起施行")],
    ),
    "one entry for both": (
        {"signed": date(2019, 12, 1), "published": date(2019, 12, 5)},
        [("2019-12-01", "成文，自 2020-01-01 起施行")],
    ),
    "signed on its first day": ({"signed": date(2020, 1, 1)}, []),
    "signed after it": ({"signed": date(2020, 2, 1)}, []),
    "no first day known": ({"effective": None, "key": "undated", "signed": date(2019, 12, 1)}, []),
    "the amended text of an order of that day": (
        {"signed": date(2019, 12, 1), "amended_by": (ORDER,)},
        [("2019-12-01", "成文，自 2020-01-01 起施行")],
    ),
    "a day of the instrument that is amended": ({"published": date(2015, 3, 1), "amended_by": (ORDER,)}, []),
}


@pytest.mark.parametrize("case", MAKING)
def test_what_is_made_ahead_of_its_first_day_is_news(case: str) -> None:
    facts, told = MAKING[case]
    whole = invented()
    version = replace(whole.policies[0].versions[0], corrections=(), title="某办法", **facts)  # type: ignore[arg-type]
    found = items(Library((replace(whole.policies[0], versions=(version,)),)))
    made = [item for item in found if {"signed", "published"} & set(item["tags"])]  # type: ignore[call-overload]
    assert [(str(item["date_published"])[:10], str(item["title"]).removeprefix("某办法：")) for item in made] == told


def test_a_sample_is_marked_wherever_an_entry_is_read() -> None:
    for library, marked in ((invented(sample=True), True), (invented(), False)):
        found = [item for kind in ("changes", "corrections") for item in items(library, f"feeds/{kind}.json")]
        assert len(found) == 3
        for item in found:
            assert str(item["title"]).startswith("【示例】") is marked
            assert str(item["content_text"]).startswith("示例文本") is marked
            assert ("sample" in item["tags"]) is marked  # type: ignore[operator]
        atom = feedparser.parse(by_address(feeds(context_of(library)))["en/feeds/changes.atom"])
        assert [entry.title.startswith("[Sample] ") for entry in atom.entries] == [marked, marked]
        assert [("sample" in [tag.term for tag in entry.tags]) for entry in atom.entries] == [marked, marked]
        calendar = Calendar.from_ical(calendar_of(library, library.policies[0]))
        assert [str(entry["summary"]).startswith("【示例】") for entry in calendar.walk("VEVENT")] == [marked, marked]
        assert [("sample" in entry["categories"].cats) for entry in calendar.walk("VEVENT")] == [marked, marked]


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


def corrected(*corrections: Correction, **facts: object) -> Library:
    whole = invented()
    version = replace(whole.policies[0].versions[0], **{"corrections": corrections, **facts})  # type: ignore[arg-type]
    return Library((replace(whole.policies[0], versions=(version,)),))


def correction(field: str, was: str | None, now: str, day: date = date(2021, 5, 6)) -> Correction:
    return Correction(date=day, field=field, was=was, now=now, evidence="公报")


BEFORE = ["event/a/b/2020-01-01/commencement/2020-01-01", "event/a/b/2020-01-01/expiry/2025-01-01"]
MARCH: dict[str, object] = {"key": "2020-03-01", "effective": date(2020, 3, 1)}
RENAMED: dict[str, tuple[Library, list[str]]] = {
    "nothing corrected": (corrected(), BEFORE),
    "the first day": (corrected(correction("effective", "2020-01-01", "2020-03-01"), **MARCH), BEFORE),
    "the first day, twice": (
        corrected(
            correction("effective", "2020-02-01", "2020-03-01", date(2022, 1, 1)),
            correction("effective", "2020-01-01", "2020-02-01", date(2021, 1, 1)),
            **MARCH,
        ),
        BEFORE,
    ),
    "the last day": (
        corrected(correction("expires", "2024-12-31", "2024-06-30"), expires=date(2024, 6, 30)),
        BEFORE,
    ),
    "a first day that was not known has no event to be renamed": (
        corrected(correction("effective", None, "2020-03-01"), **MARCH),
        ["event/a/b/undated/commencement/2020-03-01", "event/a/b/undated/expiry/2025-01-01"],
    ),
    "a day that nobody can read": (
        corrected(correction("effective", "../x", "2020-03-01"), **MARCH),
        ["event/a/b/2020-03-01/commencement/2020-03-01", "event/a/b/2020-03-01/expiry/2025-01-01"],
    ),
}


@pytest.mark.parametrize("case", RENAMED)
def test_an_event_keeps_its_name_when_its_day_is_corrected(case: str) -> None:
    library, names = RENAMED[case]
    assert sorted(str(item["id"]) for item in items(library)) == [f"tag:example.org,2026:{name}" for name in names]
    calendar = Calendar.from_ical(calendar_of(library, library.policies[0]))
    assert sorted(str(entry["uid"]) for entry in calendar.walk("VEVENT")) == [f"{name}@example.org" for name in names]


def test_a_correction_keeps_its_name_when_the_day_of_its_text_is_corrected() -> None:
    word = Correction(date=date(2020, 5, 6), field="text", clause="第一条", was="甲", now="乙", evidence="公报")
    day = correction("effective", "2020-01-01", "2020-03-01")
    before = [item["id"] for item in items(corrected(word), "feeds/corrections.json")]
    after = [item["id"] for item in items(corrected(word, day, **MARCH), "feeds/corrections.json")]
    assert before[0] in after
    assert len(after) == 2


def test_the_name_of_a_text_that_stands_is_never_given_to_another() -> None:
    first = corrected(correction("effective", "2020-01-01", "2020-03-01"), **MARCH).policies[0]
    other = replace(invented().policies[0].versions[0], corrections=(), path="policies/a/b/other.md")
    found = items(Library((replace(first, versions=(other, *first.versions)),)))
    assert len({item["id"] for item in found}) == len(found)


def test_an_act_keeps_its_name_when_the_day_of_the_acting_text_is_corrected() -> None:
    def acted(*corrections: Correction, **facts: object) -> set[str]:
        ends = (Effect(policy="a/b", number=None, title="某办法"),)
        actor = corrected(*corrections, policy="a/c", repeals=ends, expires=None, **facts).policies[0]
        library = Library((invented().policies[0], replace(actor, id="a/c")))
        return {str(item["id"]) for item in items(library) if "repeal" in item["tags"]}  # type: ignore[operator]

    before = acted(key="2021-01-01", effective=date(2021, 1, 1))
    day = correction("effective", "2021-01-01", "2021-03-01")
    assert len(before) == 1
    assert acted(day, key="2021-03-01", effective=date(2021, 3, 1)) == before


def test_without_an_address_links_are_relative_and_names_are_still_permanent(library: Library) -> None:
    files = by_address(feeds(context_of(library, Settings())))
    items = json.loads(files["feeds/wanghai/changes.json"])["items"]
    assert items[0]["url"].startswith("../../wanghai/")
    assert items[0]["id"].startswith("tag:yange.invalid,2026:event/wanghai/")
    assert authority(Settings(authority="law.example,2030", address="https://x.example/")) == "law.example,2030"


def test_the_calendar_reads_back_by_whole_days(library: Library) -> None:
    content = calendar_of(library, policy(library, FUND))
    entries = Calendar.from_ical(content).walk("VEVENT")
    told = {(entry["categories"].cats[0], entry.decoded("dtstart")) for entry in entries}
    assert ("commencement", date(2013, 5, 1)) in told
    assert ("replacement", date(2025, 3, 1)) in told
    assert ("expiry", date(2030, 2, 28)) in told, "the last day in force, not the first one out"
    assert b"DTSTART;VALUE=DATE:20250301" in content
    assert all(entry["transp"] == "TRANSPARENT" for entry in entries)
    assert len({str(entry["uid"]) for entry in entries}) == len(entries)


def told(library: Library, name: str, settings: Settings = SITE) -> set[tuple[str, date, str]]:
    """Return kind, day and description of all that the calendar of a policy tells."""
    content = calendar_of(library, policy(library, name), settings)
    return {
        (entry["categories"].cats[0], entry.decoded("dtstart"), str(entry["summary"]))
        for entry in Calendar.from_ical(content).walk("VEVENT")
    }


@pytest.mark.parametrize(
    ("name", "day"),
    [(FUND, date(2024, 12, 20)), ("wanghai/cujin-yejian-jingji-fanrong-fazhan-ruogan-cuoshi", date(2021, 12, 24))],
)
def test_a_text_that_was_replaced_before_it_took_effect_begins_in_no_calendar(
    library: Library, name: str, day: date
) -> None:
    early = [e for e in build_timeline(library).events(name) if e.kind == "replacement" and e.day == day]
    assert early, "the sample has this case"
    assert day not in {found for _, found, _ in told(library, name)}


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        (
            "wanghai/huwai-zhaopai-shezhi-guanli-guiding",
            ("clause-begins", date(2024, 2, 1), "【示例】施行：望海市户外招牌设置管理规定 第十条"),
        ),
        (LIFTS, ("clause-begins", date(2027, 9, 1), "【示例】施行：望海市既有住宅加装电梯实施办法 第十八条")),
        (
            "wanghai/jujia-yanglao-fuwu-butie-shishi-xize",
            ("clause-ends", date(2023, 6, 30), "【示例】最后有效日：望海市居家养老服务补贴实施细则 第十六条"),
        ),
    ],
)
def test_clauses_with_days_of_their_own_stand_in_the_calendar(
    library: Library, name: str, entry: tuple[str, date, str]
) -> None:
    assert entry in told(library, name), "the first day in force, or the last one"


def test_a_calendar_names_the_language_it_is_written_in(library: Library) -> None:
    files = by_address(calendars(context_of(library)))
    assert b"PRODID:-//Yange//Yange//ZH" in files["feeds/calendar.ics"]
    assert b"PRODID:-//Yange//Yange//EN" in files["en/feeds/calendar.ics"]


def test_calendar_lines_are_folded_at_75_octets_between_characters(library: Library) -> None:
    for asset in calendars(context_of(library)):
        for line in asset.content.split(b"\r\n"):
            assert len(line) <= 75, asset.address
            line.decode()
        assert asset.content.endswith(b"END:VCALENDAR\r\n")


def test_a_calendar_is_the_same_on_the_next_day_but_for_what_is_past(library: Library) -> None:
    one = list(policy_calendar(context_of(library), policy(library, FUND)))
    other = list(policy_calendar(context_of(library, on=date(2026, 11, 24)), policy(library, FUND)))
    assert one == other != []
