"""The redline: accepting every change gives the new text, rejecting every change the old one, word for word."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from yange.compare import compare
from yange.model import Library
from yange.parse import parse, parse_version, plain_text
from yange.problems import YangeError
from yange.reports import Report, ReportSide
from yange.reports.redline import EditOp, RedlineRun, redline, side_of
from yange.reports.redline_docx import redline_docx
from yange.reports.words import ReportWords

OLD = """# 渡口办法

第一条　渡口由市港航管理处管理。

第二条　渡工应当年满十八周岁。

第三条　渡船每年检验一次，费用五百元。

第四条　本办法自2004年1月1日起施行。
"""
NEW = """# 渡口办法

第一条　渡口由市港航事务中心管理。

第二条　渡船每年检验二次，费用五百元。

第三条　日均客流五百人次以上的渡口，应当安装视频监控设备。

影像资料保存不少于三十日。
"""
CLAUSES = (
    "渡口由市港航管理处管理。",
    "渡工应当年满十八周岁。",
    "渡船\t每年检验 <一次> & 登记。",
    "本办法自公布之日起施行。",
)


def word_file(old: str, new: str) -> bytes:
    one, other = parse(old), parse(new)
    sides = (
        ReportSide("old", "渡口办法", provisions=one),
        ReportSide("new", "渡口办法", "某令第2号", provisions=other),
    )
    return redline_docx(Report(*sides, compare(one, other), ReportWords("zh")))


def settled(file: bytes, keep: str, drop: str) -> str:
    """Return the words of a Word file once all changes are accepted or rejected, by a walk over its XML.

    What ``drop`` marks is gone, with the paragraph marks that it marks; what ``keep`` marks is there.
    """
    body = Document(io.BytesIO(file)).element.body
    words = ""
    for paragraph in body.iterchildren(qn("w:p")):
        for piece in paragraph.iter(qn("w:t"), qn("w:delText"), qn("w:tab")):
            above = {ancestor.tag for ancestor in piece.iterancestors()}
            if qn(f"w:{drop}") not in above:
                words += "\t" if piece.tag == qn("w:tab") else piece.text or ""
        mark = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn(f'w:{drop}')}")
        words += "" if mark is not None else "\n"
    return words.removesuffix("\n")


def accepted(file: bytes) -> str:
    return settled(file, "ins", "del")


def rejected(file: bytes) -> str:
    return settled(file, "del", "ins")


def test_a_redline_marks_words_labels_and_paragraphs() -> None:
    one, other = parse(OLD), parse(NEW)
    shown = [
        "".join(_drawn(paragraph.runs)) + _end(paragraph.mark) for paragraph in redline(one, other, compare(one, other))
    ]
    assert shown == [
        "渡口办法",
        "第一条　渡口由[-市港航管理处-]{+市港航事务中心+}管理。",
        "[-第二条　渡工应当年满十八周岁。-]-",
        "[-第三条　-]{+第二条　+}渡船每年检验[-一次-]{+二次+}，费用五百元。",
        "{+第三条　日均客流五百人次以上的渡口，应当安装视频监控设备。+}+",
        "{+影像资料保存不少于三十日。+}+",
        "[-第四条　本办法自2004年1月1日起施行。-]-",
        "",
    ]


def _drawn(runs: Iterable[RedlineRun]) -> Iterator[str]:
    forms = {EditOp.EQUAL: "{}", EditOp.DELETE: "[-{}-]", EditOp.INSERT: "{{+{}+}}"}
    yield from (forms[run.op].format(run.text) for run in runs)


def _end(mark: EditOp) -> str:
    return {EditOp.EQUAL: "", EditOp.DELETE: "-", EditOp.INSERT: "+"}[mark]


def test_accepted_it_is_the_new_text_and_rejected_the_old_one() -> None:
    file = word_file(OLD, NEW)
    assert accepted(file).rstrip("\n") == plain_text(NEW)
    assert rejected(file).rstrip("\n") == plain_text(OLD)


@settings(max_examples=40)
@given(st.lists(st.sampled_from(CLAUSES), max_size=5), st.lists(st.sampled_from(CLAUSES), max_size=5))
def test_any_two_texts_come_back(old: list[str], new: list[str]) -> None:
    texts = [
        "\n\n".join(["# 渡口办法", *(f"第{'一二三四五'[at]}条　{words}" for at, words in enumerate(side))])
        for side in (old, new)
    ]
    file = word_file(*texts)
    assert rejected(file).rstrip("\n") == plain_text(texts[0])
    assert accepted(file).rstrip("\n") == plain_text(texts[1])


def test_the_texts_of_the_sample_city_come_back(library: Library) -> None:
    """Their words are those of their files, without the line by which a file parts the notice from the text."""
    pairs = [
        (policy, old, new)
        for policy in library.policies
        for old, new in combinations([one for one in policy.versions if one.held], 2)
        if policy.id.startswith("wanghai/")
    ]
    assert len(pairs) > 5
    for policy, old, new in pairs[::3]:
        one, other = parse_version(old), parse_version(new)
        paragraphs = redline(one, other, compare(one, other))
        sides = []
        for dropped in (EditOp.INSERT, EditOp.DELETE):
            words = "".join(
                "".join(run.text for run in paragraph.runs if run.op is not dropped)
                + ("" if paragraph.mark is dropped else "\n")
                for paragraph in paragraphs
            )
            sides.append(words.rstrip("\n"))
        assert sides == [side_of(one), side_of(other)], (policy.id, old.key, new.key)
        assert side_of(other) == plain_text(other.text).replace("\n正文\n", "\n", 1)


def test_changes_have_the_number_and_the_day_of_the_new_text() -> None:
    one, other = parse(OLD), parse(NEW)
    side = ReportSide("new", "渡口办法", '某令〔2021〕"3"号', date(2021, 3, 26), provisions=other)
    report = Report(ReportSide("old", provisions=one), side, compare(one, other), ReportWords("zh"))
    body = Document(io.BytesIO(redline_docx(report))).element.body
    changes = list(body.iter(qn("w:ins"), qn("w:del")))
    assert {(one.get(qn("w:author")), one.get(qn("w:date"))) for one in changes} == {
        ('某令〔2021〕"3"号', "2021-03-26T00:00:00Z")
    }
    assert len({one.get(qn("w:id")) for one in changes}) == len(changes)
    assert redline_docx(report) == redline_docx(report)


def test_without_a_first_day_changes_have_no_day() -> None:
    assert b"w:date" not in zipfile.ZipFile(io.BytesIO(word_file(OLD, NEW))).read("word/document.xml")


def test_control_characters_are_shown_and_the_file_stays_well_formed() -> None:
    file = word_file(OLD, OLD.replace("港航", "港\x07航]]>&"))
    etree.fromstring(zipfile.ZipFile(io.BytesIO(file)).read("word/document.xml"))
    assert "港" in accepted(file)


def test_a_comparison_without_its_texts_has_no_redline() -> None:
    one = parse(OLD)
    with pytest.raises(YangeError, match="both texts"):
        redline_docx(Report(ReportSide("old"), ReportSide("new"), compare(one, one), ReportWords("zh")))
