"""Akoma Ntoso documents with several versions: the text of each day on which one begins, and nothing of the others."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from yange.problems import Severity
from yange.provenance.second_reading import remark_second_reading
from yange.readers.registry import read
from yange.readers.source_text import DocumentReading
from yange.readers.xml import akn_times

HEAD = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act" contains="{contains}">
<meta><identification source="#x"><FRBRWork><FRBRthis value="/akn/zz/act/1"/><FRBRuri value="/akn/zz/act/1"/>
<FRBRdate date="2001-02-03" name="signed"/><FRBRauthor href="#x"/><FRBRcountry value="zz"/>
<FRBRnumber value="No. 1 of 2001"/>
</FRBRWork><FRBRExpression><FRBRauthor href="#x"/><FRBRlanguage language="eng"/></FRBRExpression></identification>
<lifecycle source="#x">
<eventRef eId="e1" date="2002-01-01" type="generation" source="#o1"/>
<eventRef eId="e2" date="2005-01-01" type="amendment" source="#o2"/>
<eventRef eId="e3" date="2009-01-01" type="generation" source="#o3"/>
<eventRef eId="e4" date="2012-01-01" type="repeal" source="#o3"/>
</lifecycle><temporalData source="#x">
<temporalGroup eId="all"><timeInterval start="#e1" end="#e2"/><timeInterval start="#e2" end="#e3"/>
<timeInterval start="#e3" end="#e4"/></temporalGroup>
<temporalGroup eId="old"><timeInterval start="#e1" end="#e2"/></temporalGroup>
<temporalGroup eId="new"><timeInterval start="#e2" end="#e3"/><timeInterval start="#e3" end="#e4"/></temporalGroup>
</temporalData><references source="#x"><original eId="o1" href="/1" showAs="No. 1 of 2001"/>
<passiveRef eId="o2" href="/2" showAs="No. 2 of 2004"/><passiveRef eId="o3" href="/3" showAs="No. 3 of 2008"/>
<TLCOrganization eId="x" href="/x" showAs="Register"/></references></meta>
<preface><longTitle period="#all"><p><docTitle>The Ferries Act</docTitle></p></longTitle></preface>
<body>{body}</body></act></akomaNtoso>"""
ARTICLES = """<article eId="a1" period="#all"><num>Article 1</num><content><p>A ferry carries <span
period="#old">horses </span>people.</p></content></article>
<article eId="a2@1" period="#old"><num>Article 2</num><content><p>The fare is one penny.</p></content></article>
<article eId="a2@2" period="#new"><num>Article 2</num><content><p>The fare is two pence.</p></content></article>
<article eId="a3" period="#unknown"><num>Article 3</num><content><p>Ferries have a lamp.</p></content></article>"""


def reading(body: str = ARTICLES, contains: str = "multipleVersions") -> DocumentReading:
    return read("ferries.xml", HEAD.format(contains=contains, body=body).encode())


def test_a_text_has_the_words_of_its_days_and_the_words_behind_those_of_others() -> None:
    found = reading()
    old, middle, new = (one.text for one in found.texts)
    said = ("horses people", "carries people", "one penny", "two pence")
    assert [words in old for words in said] == [True, False, True, False]
    assert [words in middle for words in said] == [False, True, False, True]
    assert middle == new
    assert all("lamp" in one for one in (old, middle, new)), "a period that is not given takes nothing away"
    assert list(remark_second_reading(found)) == []


def test_each_text_has_its_own_days_and_numbers() -> None:
    given = [one.given for one in reading().texts]
    assert [str(one.effective) for one in given] == ["2002-01-01", "2005-01-01", "2009-01-01"]
    assert [str(one.expires) for one in given] == ["None", "None", "2011-12-31"]
    # an amendment leaves the number, a new instrument brings its own
    assert [one.number for one in given] == ["No. 1 of 2001", "No. 1 of 2001", "No. 3 of 2008"]
    assert [str(one.signed) for one in given] == ["2001-02-03", "None", "None"]
    assert {one.place for one in given} == {None}


def test_words_that_are_in_force_again_are_no_new_text() -> None:
    again = ARTICLES.replace("#old", "#all").replace("#new", "#all")
    gap = HEAD.replace('<timeInterval start="#e2" end="#e3"/>\n', "")
    found = read("a.xml", gap.format(contains="multipleVersions", body=again).encode())
    assert [str(one.given.effective) for one in found.texts] == ["2002-01-01"]


def test_places_lead_to_the_elements_of_the_file() -> None:
    text = reading().texts[1]
    block = text.block_at(text.text.index("two pence"))
    assert block is not None
    assert block.place.eid == "a2@2"


def test_a_document_of_one_version_is_one_text() -> None:
    found = reading(contains="singleVersion")
    assert len(found.texts) == 1
    assert {one.code for one in found.problems} == {"provision-not-in-force"}


@pytest.mark.parametrize(("spare", "texts"), [(0, 3), (-1, 0)])
def test_versions_and_elements_together_are_bounded(spare: int, texts: int, monkeypatch: pytest.MonkeyPatch) -> None:
    (act,) = ElementTree.fromstring(HEAD.format(contains="", body=ARTICLES))
    monkeypatch.setattr(akn_times, "MOST_ELEMENTS", 3 * sum(1 for _ in act.iter()) + spare)
    found = reading()
    assert len(found.texts) == texts
    assert [one.severity for one in found.problems] == ([] if texts else [Severity.ERROR])
