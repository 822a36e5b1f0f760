"""Laws in XML, imported: the body is written down byte for byte beside each file of ``tests/readers/xml/data``."""

from __future__ import annotations

from pathlib import Path

import pytest

from yange.importers import ImportPlan, plan_readings
from yange.model import Condition, Library, Version
from yange.readers.registry import read

DATA = Path(__file__).resolve().parents[1] / "readers" / "xml" / "data"
NAMES = sorted(path.stem for path in DATA.glob("*.xml"))


def planned(name: str, data: bytes) -> ImportPlan:
    return plan_readings([(data, read(name, data))], Library())


def version(made: ImportPlan) -> Version:
    assert [problem.code for problem in made.problems] == []
    (place,) = made.filed
    return place.entry.version


@pytest.mark.parametrize("name", NAMES)
def test_the_body_of_each_vocabulary(name: str) -> None:
    made = version(planned(f"{name}.xml", (DATA / f"{name}.xml").read_bytes()))
    assert made.body == (DATA / f"{name}.md").read_text("utf-8")


def test_a_bill_is_filed_as_a_draft() -> None:
    data = (DATA / "akn.xml").read_bytes()
    assert not version(planned("a.xml", data)).draft
    bill = data.replace(b"<act ", b"<bill ").replace(b"</act>", b"</bill>")
    assert version(planned("a.xml", bill)).draft


def test_a_part_of_a_text_is_a_fragment() -> None:
    data = (DATA / "akn.xml").read_bytes()
    assert version(planned("a.xml", data)).condition is not Condition.FRAGMENT
    part = data.replace(b"<act ", b"<portion ").replace(b"</act>", b"</portion>")
    assert version(planned("a.xml", part)).condition is Condition.FRAGMENT
