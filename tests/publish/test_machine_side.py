"""JSON beside the pages, JSON-LD and links in their heads, the download, redirects, the sitemap."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as Xml

import pytest
from publishing import DAY, ROOT, all_pages, read

from yange.coding import plain
from yange.model import Amendment, Basis, Correction, Library, Policy, Version
from yange.publish import assets
from yange.publish.assets import Asset, json_text
from yange.publish.context import SiteContext
from yange.publish.files.data import comparison_data, lines, tables
from yange.publish.files.sitemap import sitemap_files
from yange.settings import Settings
from yange.shipped import folders
from yange.timeline import build_timeline

FUND = "wanghai/haiyang-chanye-fazhan-zhuanxiang-zijin-guanli-banfa"
SCHEMA = "https://schema.org/"
DAY_OF, ADDRESS = r"\d{4}-\d\d-\d\d", r"https://example\.org/law/\S+"
HOME = r"https://example\.org/law/(#[a-z]+)?"
COVERAGE = rf"{DAY_OF}/({DAY_OF}|\.\.)"
FORCE = rf"{SCHEMA}(InForce|NotInForce|PartiallyInForce)"
NODES: dict[str, dict[str, object]] = {
    "Legislation": {
        "@context": "https://schema\\.org", "@id": ADDRESS, "url": ADDRESS, "name": r".+", "inLanguage": "zh-Hans|en",
        "datePublished": DAY_OF, "temporalCoverage": COVERAGE,
        "encoding": {"LegislationObject"}, "exampleOfWork": {"Legislation"}, "workExample": {"Legislation"},
        "legislationIdentifier": r".+", "legislationType": r".+", "legislationDate": DAY_OF,
        "legislationDateVersion": DAY_OF, "legislationDateOfApplicability": DAY_OF, "legislationLegalForce": FORCE,
        "legislationJurisdiction": {"AdministrativeArea"}, "legislationPassedBy": {"GovernmentOrganization"},
        "legislationResponsible": {"GovernmentOrganization"}, "legislationConsolidates": {"Legislation"},
        "legislationAmends": {"Legislation"}, "legislationChanges": {"Legislation"},
        "legislationRepeals": {"Legislation"},
    },
    "LegislationObject": {
        "legislationLegalValue": f"{SCHEMA}UnofficialLegalValue", "contentUrl": ADDRESS,
        "encodingFormat": "text/html|application/json",
    },
    "WebSite": {
        "@context": "https://schema\\.org", "@id": HOME, "url": HOME, "name": r".+", "description": r".+",
        "inLanguage": "zh-Hans|en", "potentialAction": {"SearchAction"},
    },
    "SearchAction": {"target": {"EntryPoint"}, "query-input": "required name=search_term_string"},
    "EntryPoint": {"urlTemplate": r"https://example\.org/law/search/\?q=\{search_term_string\}"},
    "Dataset": {
        "@context": "https://schema\\.org", "@id": HOME, "url": HOME, "name": r".+", "description": r".{30,5000}",
        "isPartOf": {"WebSite"}, "inLanguage": "zh-Hans|en", "isAccessibleForFree": "True", "sdDatePublished": DAY_OF,
        "spatialCoverage": {"Place"}, "temporalCoverage": COVERAGE, "version": r"\d+", "distribution": {"DataDownload"},
    },
    "DataDownload": {"name": r".+", "encodingFormat": r"[a-z]+/[a-z]+", "contentUrl": ADDRESS},
    "Place": {"name": r".+"},
    "AdministrativeArea": {"name": r".+"},
    "GovernmentOrganization": {"name": r".+"},
}  # fmt: skip
"""For each type of schema.org that is used: its properties that may be, with the form of their text or the types of
node that schema.org lets stand there (the ranges of Legislation, CreativeWork and Thing)."""


def is_valid(node: object, types: set[str], where: str) -> None:
    """Hold a node of JSON-LD, and all below it, against :data:`NODES`."""
    if not isinstance(node, dict):
        pytest.fail(f"{where}: {node!r} is no node")
    if set(node) == {"@id"}:
        assert re.fullmatch(ADDRESS, node["@id"]), where
        return
    kind = node.get("@type")
    assert kind in types, f"{where}: {kind}"
    for name, value in node.items():
        if name == "@type":
            continue
        assert name in NODES[kind], f"{where}: {kind} has no {name}"
        form = NODES[kind][name]
        for one in value if isinstance(value, list) else [value]:
            if isinstance(form, set):
                is_valid(one, form, f"{where}.{name}")
            else:
                assert re.fullmatch(str(form), str(one)), f"{where}.{name}: {one!r}"


FORCES = {f"{SCHEMA}{name}" for name in ("InForce", "NotInForce", "PartiallyInForce")}


def context_of(library: Library, settings: Settings | None = None) -> SiteContext:
    return SiteContext(library, build_timeline(library), settings or Settings(), DAY, folders(ROOT, "templates"))


def heads(library: Library, settings: Settings | None = None) -> dict[str, str]:
    pages = all_pages(library, settings=settings)
    return {page.address: page.head() for page in pages if page.head is not None}


def legislation(head: str) -> dict[str, object] | None:
    return next((facts for facts in described(head) if facts["@type"] == "Legislation"), None)


def described(head: str) -> list[dict[str, object]]:
    """Return all that a head says in JSON-LD."""
    return [json.loads(one) for one in re.findall(r'<script type="application/ld\+json">(.*?)</script>', head, re.S)]


def test_every_real_policy_and_text_says_what_it_is(library: Library) -> None:
    found = heads(library, Settings(address="https://example.org/law/"))
    count = 0
    for policy in library.policies:
        for address in (f"{policy.id}/", *(f"{policy.id}/{version.key}/" for version in policy.versions)):
            for prefix in ("", "en/"):
                facts = legislation(found[prefix + address])
                assert (facts is None) is policy.sample, address
                if facts is None:
                    continue
                count += 1
                assert facts["@context"] == "https://schema.org"
                is_valid(facts, {"Legislation"}, address)
                assert facts["@id"] == f"https://example.org/law/{address}"
    assert count > 100


def real(library: Library) -> Library:
    """Return the sample city as if it were real."""
    return Library(tuple(replace(policy, sample=False) for policy in library.policies))


def test_what_the_sample_city_would_say_is_valid_too(library: Library) -> None:
    found = heads(real(library), Settings(address="https://example.org/law/"))
    said = {address: legislation(head) for address, head in found.items()}
    nodes = {address: facts for address, facts in said.items() if facts is not None}
    for home in ("", "en/"):
        website, dataset = described(found[home])
        is_valid(website, {"WebSite"}, "home")
        is_valid(dataset, {"Dataset"}, "home")
        assert set(NODES["Dataset"]) - set(dataset) == {"version"}
    for address, facts in nodes.items():
        is_valid(facts, {"Legislation"}, address)
    used = {name for facts in nodes.values() for name in facts}
    assert used >= set(NODES["Legislation"]) - {"legislationAmends"}, "each property is tried"


@pytest.mark.parametrize(
    "wrong",
    [
        {"@type": "Law", "name": "x"},
        {"@type": "Legislation", "legislationNumber": "1"},
        {"@type": "Legislation", "legislationDate": "2020"},
        {"@type": "Legislation", "legislationPassedBy": "x"},
        {"@type": "Legislation", "legislationPassedBy": {"@type": "Person", "name": "x"}},
        {"@type": "Legislation", "legislationLegalForce": f"{SCHEMA}Suspended"},
    ],
)
def test_what_schema_org_does_not_know_is_seen(wrong: dict[str, object]) -> None:
    with pytest.raises((AssertionError, pytest.fail.Exception)):
        is_valid(wrong, {"Legislation"}, "x")


def test_a_text_tells_its_days_and_its_force(library: Library) -> None:
    found = heads(real(library))
    old = legislation(found[f"{FUND}/v2017-07-01/"])
    new = legislation(found[f"{FUND}/v2025-03-01/"])
    assert old is not None
    assert new is not None
    assert old["legislationLegalForce"] == f"{SCHEMA}NotInForce"
    assert new["legislationLegalForce"] == f"{SCHEMA}InForce"
    assert old["temporalCoverage"] == ["2017-07-01/2025-02-28"]
    assert new["exampleOfWork"]["@id"] == "../"  # type: ignore[index]
    forces = {
        legislation(head)["legislationLegalForce"]
        for head in found.values()
        if (legislation(head) or {}).get("legislationLegalForce")
    }  # type: ignore[index]
    assert forces == FORCES
    partly = legislation(found["wanghai/2022-nian-xingzheng-guifanxing-wenjian-qingli-jieguo-jueding/"])
    assert partly is not None
    assert partly["legislationRepeals"]


SIGNS = "wanghai/huwai-zhaopai-shezhi-guanli-guiding"
NIGHT = "wanghai/cujin-yejian-jingji-fanrong-fazhan-ruogan-cuoshi"
FERRIES = "wanghai/dukou-guanli-banfa"


def test_what_repeals_some_clauses_changes_an_instrument_and_does_not_repeal_it(library: Library) -> None:
    facts = legislation(heads(real(library))[f"{SIGNS}/"])
    assert facts is not None
    changed = [other["@id"] for other in facts["legislationChanges"]]  # type: ignore[attr-defined]
    assert changed == [f"../{NIGHT.partition('/')[2]}/"]
    assert "legislationRepeals" not in facts


def test_an_amended_text_gives_the_days_that_belong_to_its_number(library: Library) -> None:
    found = heads(real(library))
    for address in (f"{FERRIES}/", f"{FERRIES}/v2004-01-01/", f"{FERRIES}/v2015-09-08/", f"{FERRIES}/v2021-03-26/"):
        facts = legislation(found[address])
        assert facts is not None
        told = (facts["legislationIdentifier"], facts["legislationDate"], facts["datePublished"])
        assert told == ("望海市人民政府令第34号", "2003-11-20", "2003-11-20"), address


SECOND = Amendment(number="某令第71号", date=date(2015, 9, 8), kind="修正")
DAYS_OF_NUMBER: dict[str, tuple[dict[str, object], date | None]] = {
    "not amended": ({"signed": date(2015, 9, 8)}, date(2015, 9, 8)),
    "the day of the order that amended it": ({"signed": date(2015, 9, 8), "amended_by": (SECOND,)}, None),
    "a day before that order": ({"signed": date(2003, 11, 20), "amended_by": (SECOND,)}, date(2003, 11, 20)),
    "under the number of that order": (
        {"signed": date(2015, 9, 8), "amended_by": (SECOND,), "number": "某令第71号"},
        date(2015, 9, 8),
    ),
    "amended by an order that is not known": (
        {"signed": date(2020, 1, 1), "effective_basis": Basis.AMENDMENT},
        None,
    ),
}


@pytest.mark.parametrize("case", DAYS_OF_NUMBER)
def test_a_day_that_is_not_known_to_be_of_the_number_is_not_given(case: str) -> None:
    facts, day = DAYS_OF_NUMBER[case]
    whole = invented().policies[0]
    version = replace(whole.versions[0], **{"number": "某令第34号", **facts})  # type: ignore[arg-type]
    said = legislation(heads(Library((replace(whole, versions=(version,)),)))["a/b/v2020-01-01/"])
    assert said is not None
    assert said.get("legislationDate") == (day.isoformat() if day else None)


def test_a_text_links_to_its_kin(library: Library) -> None:
    head = heads(library)[f"{FUND}/v2017-07-01/"]
    links = dict(re.findall(r'<link rel="([a-z-]+)"[^>]* href="([^"]*)"', head))
    assert links["latest-version"] == "../v2025-03-01/"
    assert links["predecessor-version"] == "../v2013-05-01/"
    assert links["version-history"] == "../"
    assert 'type="application/json" href="index.json"' in head
    assert 'href="../../../../wanghai' not in heads(library)[f"en/{FUND}/"]


EVIL = "</script><script>alert(1)</script>\u2028&amp;\"'"


def invented(**facts: object) -> Library:
    version = Version(
        policy="a/b",
        key="v2020-01-01",
        path="policies/a/b/2020-01-01.md",
        title=EVIL,
        number="=1+1",
        issuer=(EVIL,),
        effective=date(2020, 1, 1),
        effective_basis=Basis.STATED,
        corrections=(
            Correction(date=date(2021, 5, 6), field="effective", was="2019-12-31", now="2020-01-01"),
            Correction(date=date(2021, 5, 6), field="effective", was="../../x", now="2020-01-01"),
            Correction(date=date(2021, 5, 6), field="effective", was=None, now="2020-01-01"),
        ),
        body="# t\n\n第一条　一。\n",
    )
    return Library((replace(Policy(id="a/b", title=EVIL, place=EVIL, versions=(version,)), **facts),))  # type: ignore[arg-type]


def test_nothing_in_a_text_ends_the_script_of_its_head() -> None:
    for address, head in heads(invented()).items():
        if "a/b" not in address:
            continue
        tags = read(head).tags
        assert tags.count("script") == (0 if "compare" in address else 1), address
        assert "\u2028" not in head
        facts = legislation(head)
        assert facts is not None
        assert facts["name"] == EVIL


def test_every_page_of_the_first_language_has_its_json_beside_it(library: Library) -> None:
    schemas: dict[str, int] = {}
    for page in all_pages(library):
        for asset in page.companions() if page.companions is not None else ():
            assert asset.address.startswith(page.address) or not asset.address, "what is not published has no address"
            if asset.address == f"{page.address}index.json":
                value = json.loads(asset.content)
                schemas[value["schema"]] = schemas.get(value["schema"], 0) + 1
    assert set(schemas) == {"yange.policy/1", "yange.version/1", "yange.compare/1"}
    assert schemas["yange.policy/1"] == len(library.policies)
    assert schemas["yange.version/1"] == sum(len(policy.versions) for policy in library.policies)


def test_the_json_of_a_comparison_is_its_machine_output(library: Library) -> None:
    context = context_of(library)
    pairs = [pair for policy in library.policies for pair in context.pairs.of(policy.id)]
    assert len(pairs) > 10
    for old, new in pairs:
        found = json.loads(comparison_data(context, old, new).content)
        said = plain(context.compared(old.body, new.body).rounded())
        assert list(found) == ["schema", "old", "new", "amended_by", *said]
        assert json_text({name: found[name] for name in said}) == json_text(said), "the same order and the same places"


def downloads(library: Library) -> list[Asset]:
    return [*tables(context_of(library)), *lines(context_of(library))]


def test_private_persons_are_in_no_file() -> None:
    body = "# 复函\n\n尊敬的王小明代表：\n\n收悉。\n\n联系人：李小红，电话：13800138000\n"
    library = invented(kind="函")
    versions = tuple(replace(version, body=body) for version in library.policies[0].versions)
    library = Library((replace(library.policies[0], versions=versions),))
    made = [asset for page in all_pages(library) if page.companions for asset in page.companions()]
    content = b"".join(asset.content for asset in [*made, *downloads(library)])
    assert "收悉".encode() in content
    for secret in ("王小明", "李小红", "13800138000"):
        assert secret.encode() not in content


def test_the_download_holds_every_text_once(library: Library) -> None:
    files = {asset.address: asset.content for asset in downloads(library)}
    index = json.loads(files["data/index.json"])
    texts = [line for place in index["places"] for line in files[f"data/{place['file']}"].decode().splitlines()]
    keys = [(value["policy"]["id"], value["key"]) for value in map(json.loads, texts)]
    assert keys == [(version.policy, version.key) for version in library.versions()]
    rows = list(csv.DictReader(io.StringIO(files["data/versions.csv"].decode("utf-8-sig"))))
    assert [(row["policy"], row["version"]) for row in rows] == keys
    row = next(row for row in rows if row["policy"] == FUND and row["version"] == "v2017-07-01")
    assert (row["first_day"], row["last_day"], row["status"]) == ("2017-07-01", "2025-02-28", "superseded")


def test_a_table_gives_the_days_that_the_data_beside_the_page_gives(library: Library) -> None:
    files = {asset.address: asset.content for asset in downloads(library)}
    rows = list(csv.DictReader(io.StringIO(files["data/versions.csv"].decode("utf-8-sig"))))
    lines = [
        json.loads(line)
        for name, file in files.items()
        if name.endswith("versions.jsonl")
        for line in file.splitlines()
    ]
    periods = {(line["policy"]["id"], line["key"]): line["periods"] for line in lines}
    for row in rows:
        found = periods[row["policy"], row["version"]]
        days = (found[0]["first_day"], found[-1]["last_day"] or "") if found else ("", "")
        assert (row["first_day"], row["last_day"]) == days
    never = next(row for row in rows if row["policy"] == FUND and row["version"] == "v2025-01-01")
    assert (never["effective"], never["first_day"], never["last_day"]) == ("2025-01-01", "", ""), "it never was law"


def nodes(value: object) -> Iterator[dict[str, object]]:
    """Yield all objects within a value of JSON."""
    if isinstance(value, dict):
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(one)


def test_all_data_of_the_sample_city_says_that_it_is_invented(library: Library) -> None:
    marked: Counter[str] = Counter()
    for page in all_pages(library):
        for asset in page.companions() if page.companions is not None else ():
            if asset.address != f"{page.address}index.json":
                continue
            value = json.loads(asset.content)
            sample = page.address.startswith("wanghai/")
            told = [value, value.get("policy"), value.get("old"), value.get("new"), *value.get("comparisons", ())]
            found = {node["sample"] for one in told for node in nodes(one) if "sample" in node}
            assert found == {sample}, asset.address
            if value["schema"] == "yange.compare/1":
                assert value["old"]["sample"] is value["new"]["sample"] is sample
            marked[value["schema"]] += sample
    assert set(marked) == {"yange.policy/1", "yange.version/1", "yange.compare/1"}
    assert all(marked.values())
    files = {asset.address: asset.content for asset in downloads(library)}
    for table in ("versions", "events"):
        for row in csv.DictReader(io.StringIO(files[f"data/{table}.csv"].decode("utf-8-sig"))):
            assert row["sample"] == str(row["policy"].startswith("wanghai/"))
    for place in json.loads(files["data/index.json"])["places"]:
        assert place["samples"] == (place["versions"] if place["place"] == "wanghai" else 0)


def test_no_cell_of_a_table_is_a_formula() -> None:
    files = {asset.address: asset.content for asset in downloads(invented())}
    (row,) = csv.DictReader(io.StringIO(files["data/versions.csv"].decode("utf-8-sig")))
    assert row["number"] == "'=1+1"
    assert row["title"] == EVIL


@pytest.mark.parametrize(
    ("count", "files"),
    [(3, ["sitemap.xml"]), (5, ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"])],
)
def test_a_long_sitemap_becomes_an_index(count: int, files: list[str]) -> None:
    root = "https://example.org/"
    pages = [(f"{root}{n}/?a&b", (("en", f"{root}en/{n}/"),)) for n in range(count)]
    made = list(sitemap_files(pages, root, limit=3 if count == 3 else 2))
    assert [asset.address for asset in made] == files
    parsed = [Xml.fromstring(asset.content) for asset in made]
    addresses = [
        element.text for tree in parsed for element in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    ]
    assert [address for address in addresses if address and "?" in address] == [page[0] for page in pages]
    if count > 3:
        assert addresses[-3:] == [f"{root}sitemap-{n}.xml" for n in (1, 2, 3)]


def test_what_was_made_with_the_pages_is_not_made_again(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = (library, build_timeline(library), Settings(), DAY, folders(ROOT, "templates"))
    made = {
        (page.address, asset.address): asset.content
        for page in all_pages(library)
        for asset in (page.companions() if page.companions is not None else ())
    }
    anew = [asset for bundle in assets(*arguments) for asset in bundle.files()]
    monkeypatch.setattr("yange.publish.context.parse", lambda text: pytest.fail(f"read once more: {text[:20]}"))
    again = assets(*arguments, lambda page, file: made.get((page, file)))
    assert [asset for bundle in again for asset in bundle.files()] == anew


def companions(library: Library, address: str) -> dict[str, str]:
    page = next(page for page in all_pages(library) if page.address == address)
    assert page.companions is not None
    return {asset.address.rpartition("/")[2]: asset.content.decode() for asset in page.companions() if asset.address}


def test_a_text_can_be_taken_along_as_markdown_and_as_plain_text(library: Library) -> None:
    version = next(v for v in library.versions() if v.policy == FUND and v.key == "v2017-07-01")
    files = companions(library, f"{FUND}/v2017-07-01/")
    sample, _, rest = files["text.md"].partition("\n\n")
    assert sample.startswith("> 示例文本：")
    ended, _, rest = rest.partition("\n\n")
    assert ended == "> 已被取代，自 2025-03-01 起"
    assert rest == version.body
    plain = files["text.txt"]
    assert plain.startswith("\ufeff示例文本：")
    assert "\n\n第一条　" in plain
    assert not set("#\\|") & set(plain)
    assert re.sub(r"[\s#\\]", "", version.body) in re.sub(r"\s", "", plain)


def test_of_what_is_not_held_no_words_are_given_out(library: Library) -> None:
    assert set(companions(library, "wanghai/dukou-chuanzhi-anquan-guanli-zanxing-guize/v1964-06-10/")) == {
        "index.json",
        "cite.ris",
        "cite.bib",
        "cite.json",
    }
