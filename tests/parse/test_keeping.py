"""A version's file that people have edited is changed: their comments, order and spelling are kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from yange.model import Basis, Source, Units, Version
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
        ({"signed": date(2003, 11, 21)}, "signed: 2003-11-20    # 成文日期", "signed: 2003-11-21    # 成文日期"),
        ({"number": None}, "number: 望海市人民政府令第34号", "number: null"),
        ({"review": ("issuer",)}, "checked: null\n", "checked: null\nreview: [issuer]\n"),
    ],
    ids=["a value", "a value that is gone", "a field that was not there"],
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


@pytest.mark.parametrize(
    ("front", "change", "named"),
    [
        ("title: 甲\nsigned: 2020-13-01\n", {"signed": date(2020, 1, 3)}, ":3: signed"),
        ("title: 甲\neffective_basis: sure\n", {"effective_basis": Basis.SIGNED}, ":3: effective_basis"),
        ("title: 甲\nnumber: [a, b]\n", {"number": "c"}, ":3: number"),
        ("title: 甲\nsources:\n  name: 公报\n  url: null\n", {"sources": (Source(name="公报"), SECOND)}, ":3: sources"),
        ("title: 甲\nsources: [{name: a, by: b}, {name: c}]\n", {"sources": (Source(name="c"),)}, ":3: sources"),
    ],
)
def test_what_cannot_be_read_or_kept_is_refused_and_not_lost(front: str, change: dict[str, Any], named: str) -> None:
    text = f"---\n{front}---\n\n# 甲\n"
    old, _ = read_version(text, "policies/a/b/2004-01-01.md", "a/b")
    assert old is not None
    with pytest.raises(YangeError, match=f"{named} has to change"):
        rewrite_version(text, old, replace(old, **change))


def test_words_give_way_to_no_others() -> None:
    old = held()
    with pytest.raises(YangeError, match=r"\.md:\d+: words stand here"):
        rewrite_version(FILE, old, replace(old, body="# 新\n"))


@pytest.mark.parametrize(
    ("front", "made"),
    [
        ("{title: 甲, by: 乙} # a note\n", "{title: 甲, number: 三, by: 乙} # a note\n"),
        ("title: 甲\nnumber:\nby: 乙\n", "title: 甲\nnumber: 三\nby: 乙\n"),
        ("title: 甲\nnumber:    # none yet\nby: 乙\n", "title: 甲\nnumber: 三    # none yet\nby: 乙\n"),
        ("by: 乙\nnumber: ~ # none\n'title': \"甲\"\n", "by: 乙\nnumber: 三 # none\n'title': \"甲\"\n"),
        (
            "by: 乙\ntitle: >-\n  甲\n\n# x\nnote: |\n  丙\n",
            "by: 乙\ntitle: >-\n  甲\nnumber: 三\n\n# x\nnote: |\n  丙\n",
        ),
        ("title: 甲", "title: 甲\nnumber: 三"),
    ],
    ids=["in one line", "empty", "a comment alone", "another order", "words in lines", "without a line end"],
)
def test_one_value_more_changes_nothing_else(front: str, made: str) -> None:
    text = f"---  \n{front}\n---\n\n\n# 甲\n" if not front.endswith("\n") else f"---  \n{front}---\n\n\n# 甲\n"
    old, _ = read_version(text, "policies/a/b/2004-01-01.md", "a/b")
    assert old is not None
    assert rewrite_version(text, old, replace(old, number="三")) == text.replace(front, made)


def test_a_record_that_goes_leaves_its_comments_and_what_is_not_ours() -> None:
    records = "  # first\n  - {name: 子, by: 乙}  # x\n  - name: 丑  # y\n    url: null\n  - {name: 寅}\n"
    text = f"---\ntitle: 甲\nsources:\n{records}---\n\n# 甲\n"
    old, _ = read_version(text, "policies/a/b/2004-01-01.md", "a/b")
    assert old is not None
    made = rewrite_version(text, old, replace(old, sources=(SECOND,)))
    left = "title: 甲\nsources:\n  # first\n  # - {name: 子, by: 乙}  # x\n  # y\n"
    assert made.startswith(f"---\n{left}  - {{name: 镜像, url: ")


# Ways in which people write what an import may change, and what is theirs alone; ``@`` is a place for a comment.
OURS = {
    "title": ("title: 望海市渡口办法@", "title:   '渡口办法'@", 'title: "望海市渡口办法"@', "title: >-@\n  渡口办法"),
    "number": ("number: null@", "number: ~@", "number:@", "number: 望府规〔2020〕1号@", "number: !!str '1 # 2'@"),
    "issuer": (
        "issuer: [望海市人民政府]@",
        "issuer: 望海市人民政府@",
        "issuer:@\n  - 望海市人民政府@\n@",
        "issuer:\n- 望海市人民政府@\n- 'b'",
        "issuer: [ 甲,@\n  乙 ]@",
        "issuer: []@",
    ),
    "signed": ("signed: 2003-11-20@", "signed: '2003-11-20'@", "signed:    null@"),
    "sources": (
        "sources:@\n  @\n  - {name: 公报, url: null, page: 3}@\n  @",
        "sources:\n- name: 公报@\n  retrieved: 2026-03-02\n  pages: [1, 2]@\n  @\n- {name: b,@\n   sha256: null}@",
        "sources: [{name: 公报, by: '甲 # 乙'}]@",
        "sources:\n    -   name: '公报'\n        note: |\n            # 三\n            四\n        media:@",
        "sources: []@",
        "sources: null@",
        "sources: {name: 公报, by: 丁}@",
    ),
    "note": ("note: 一@", "note: |\n  一\n  # 二\n", 'note: "一\\\n  二"@', "note: null@"),
    "review": ("review: [issuer]@", "review: []@", "review:\n  - issuer@\n  - effective@"),
    "checked": ("checked: null@", "checked: {date: 2020-01-01, source: a, by: 己}@"),
}  # fmt: skip
THEIRS = (
    "translator: 甲乙丙（三年的注释工作）@",
    "history:@\n  - {who: 甲, what: [1, 2]}@\n  - who: '乙'\n    what: |\n      # 丙\n\n      丁",
    'x-note: "《公报》 # 12"@',
    "remarks: >\n  一\n  二\n",
    "tags: [ a ,b,   c]@",
    "empty:@",
    "@",
    "",
)
COMMENTS = ("", "", " # 见纸本", "    #x", "\t# it's", ' # "乙')


@given(st.data())
def test_what_people_wrote_is_still_there_byte_for_byte(data: st.DataObject) -> None:
    def written(shape: str) -> str:
        parts = shape.split("@")
        return parts[0] + "".join(data.draw(st.sampled_from(COMMENTS)) + part for part in parts[1:])

    names = data.draw(st.permutations(sorted(OURS)))
    ours = {name: written(data.draw(st.sampled_from(OURS[name]))) for name in names[: data.draw(st.integers(3, 8))]}
    ours.setdefault("title", "title: 甲")
    theirs = data.draw(st.lists(st.sampled_from(THEIRS), unique=True, max_size=4))
    fields = [*ours.items(), *(("", written(shape)) for shape in theirs)]
    fields = data.draw(st.permutations(fields))
    text = "---\n" + "\n".join(block for _, block in fields) + "\n---\n\n# 甲\n"
    old, problems = read_version(text, "policies/a/b/2004-01-01.md", "a/b")
    assume(old is not None)
    assert old is not None
    more = data.draw(st.lists(st.sampled_from([SECOND, Source(name="丙", lines=(1, 2))]), max_size=2))
    variants = st.sampled_from([(), ("甲 → 乙",)])
    sources = tuple(replace(one, variants=data.draw(variants)) for one in old.sources)
    change: dict[str, Any] = {
        "sources": (*sources, *more),
        "number": old.number or data.draw(st.sampled_from([None, "甲 # 乙"])),
        "issuer": old.issuer or data.draw(st.sampled_from([(), ("甲", "乙")])),
        "signed": old.signed or data.draw(st.sampled_from([None, date(2020, 1, 1)])),
        "units": data.draw(st.sampled_from([None, Units(kind="article", count=3)])),
    }
    if data.draw(st.booleans()):
        change |= {"note": None, "review": data.draw(st.sampled_from([(), ("number",)])), "effective": date(2004, 1, 1)}
    new = replace(old, **change)
    made = rewrite_version(text, old, new)
    again, left = read_version(made, old.path, old.policy)
    assert again is not None
    assert (version_facts(again), again.body) == (version_facts(new), old.body)
    assert [problem.message for problem in left] == [problem.message for problem in problems]
    before, after = version_facts(old), version_facts(new)
    kept = [block for name, block in fields if not name or before.get(name) == after.get(name)]
    assert [block for block in kept if block.rstrip() and block.rstrip() not in made] == []
    for comment in COMMENTS:
        assert not comment or made.count(comment.strip()) >= text.count(comment.strip())
    for words in ("page: 3", "pages: [1, 2]", "by: '甲 # 乙'", "            # 三\n            四", "by: 丁", "by: 己"):
        assert (words in made) == (words in text)
