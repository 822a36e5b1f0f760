"""A version's file is changed where people have been at work: their comments, order and spelling stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yange.model import Correction, Source, Version
from yange.parse.frontmatter import read_version, rewrite_version, version_facts
from yange.problems import YangeError

FILE = """---
# taken over by hand in March
title: 望海市渡口管理办法            # 照印，不要改写
number: 望海市人民政府令第34号
issuer:
  - 望海市人民政府
signed: 2003-11-20    # 成文日期
published: null
effective: 2004-01-01
effective_basis: stated
text: held
condition: complete
# where it comes from
sources:
  # the scan is on paper
  - {name: "公报 #12", url: null, page_date: null, retrieved: 2026-03-02, sha256: null, media: text/plain}  # 第3页
checked: null
# the end
---

# 望海市渡口管理办法

第一条　全文。
"""
SECOND = Source(name="镜像", url="https://example.org/a", media="text/html")


def held(text: str = FILE) -> Version:
    version, problems = read_version(text, "policies/a/b/2004-01-01.md", "a/b")
    assert (problems, version is not None) == ((), True)
    assert version is not None
    return version


def test_a_second_source_is_one_line_more() -> None:
    old = held()
    made = rewrite_version(FILE, old, replace(old, sources=(*old.sources, SECOND)))
    facts = "url: 'https://example.org/a', page_date: null, retrieved: null, sha256: null, media: text/html"
    line = f"  - {{name: 镜像, {facts}}}\n"
    assert made == FILE.replace("checked: null\n", f"{line}checked: null\n")


@pytest.mark.parametrize(
    ("change", "was", "now"),
    [
        ({"signed": date(2003, 11, 21)}, "signed: 2003-11-20    # 成文日期", "signed: 2003-11-21  # 成文日期"),
        ({"number": None}, "number: 望海市人民政府令第34号", "number: null"),
        ({"review": ("issuer",)}, "checked: null\n", "checked: null\nreview: [issuer]\n"),
        ({"body": "# 新\n"}, "# 望海市渡口管理办法\n\n第一条　全文。\n", "# 新\n"),
    ],
    ids=["a value", "a value that is gone", "a field that was not there", "the words"],
)
def test_only_what_changed_is_written_anew(change: dict[str, object], was: str, now: str) -> None:
    old = held()
    assert rewrite_version(FILE, old, replace(old, **change)) == FILE.replace(was, now)  # type: ignore[arg-type]


def test_a_record_that_changed_keeps_the_comment_behind_it() -> None:
    old = held()
    made = rewrite_version(FILE, old, replace(old, sources=(replace(old.sources[0], retrieved=None), SECOND)))
    assert "# 第3页" in made
    assert "# where it comes from" in made
    assert "# the scan is on paper" in made


def test_what_cannot_be_kept_is_refused_and_not_lost() -> None:
    text = "---\n{title: 甲, number: null} # a note\n---\n\n# 甲\n"
    old = held(text)
    with pytest.raises(YangeError, match="comments"):
        rewrite_version(text, old, replace(old, number="望府规〔2020〕1号"))


@given(st.data())
def test_what_is_written_reads_as_meant_and_no_comment_is_lost(data: st.DataObject) -> None:
    lines = FILE.split("\n")
    end = lines.index("---", 1)
    marks = data.draw(st.sets(st.integers(1, end - 1)))
    for n in marks:
        lines[n] += f"   # mark {n}."
    text = "\n".join(lines)
    old = held(text)
    new = replace(
        old,
        number=data.draw(st.sampled_from([old.number, None, "甲 # 乙"])),
        issuer=data.draw(st.sampled_from([old.issuer, (), ("甲", "乙")])),
        sources=data.draw(st.sampled_from([old.sources, (*old.sources, SECOND), (SECOND,), ()])),
        corrections=data.draw(st.sampled_from([(), (Correction(date=None, field="text", was="甲", now="乙"),)])),
        note=data.draw(st.sampled_from([None, "一\n二"])),
    )
    made = rewrite_version(text, old, new)
    again = held(made)
    assert (version_facts(again), again.body) == (version_facts(new), old.body)
    assert [n for n in marks if f"# mark {n}." not in made] == []
