"""Letters without private persons: in every field, and in other texts only in quoted titles of letters."""

from __future__ import annotations

from dataclasses import replace

import pytest

from yange.check import check
from yange.model import Correction, Effect, Library, Policy, Source, Version
from yange.persons import found_in, leaves_out, marked, withheld
from yange.timeline import build_timeline

TEXT = Version(
    policy="a/b", key="2020-03-01", path="policies/a/b/2020-03-01.md", title="关于渡口的复函", body="# 关于渡口的复函\n"
)
LETTER = Policy(
    id="a/b", title="关于渡口的复函", place="望海市", kind="复函", path="policies/a/b/policy.md", versions=(TEXT,)
)


def letter(policy: Policy = LETTER, **facts: object) -> Policy:
    return replace(policy, versions=(replace(policy.versions[0], **facts),))  # type: ignore[arg-type]


def left(policy: Policy) -> str:
    return repr(withheld(Library((policy,))).policies[0])


def test_a_name_found_in_one_place_is_left_out_everywhere() -> None:
    body = "# 关于渡口的复函\n\n尊敬的王小明代表：\n\n收悉。\n"
    said = letter(body=body, note="王小明来过", sources=(Source(name="王小明"),), cover_title="王小明的信")
    assert "王小明" not in left(said)
    assert "王小明" not in left(replace(said, note="王小明", introduction="王　小　明", title="王小明"))
    second = replace(TEXT, key="2021-03-01", body="王小明同意。")
    assert "王小明" not in left(replace(said, versions=(*said.versions, second)))


def test_corrections_say_that_something_was_corrected_and_not_what() -> None:
    made = Correction(
        date=None, field="text", was="电话13912345679", now="电话13912345678", evidence="致电0755-88886666"
    )
    found = withheld(Library((letter(corrections=(made,)),))).policies[0].versions[0].corrections[0]
    assert (found.was, found.now, found.evidence) == ("电话〔电话略〕", "电话〔电话略〕", "致电〔电话略〕")


@pytest.mark.parametrize(("kind", "title", "concerned"), [
    ("函", "某件事", True),
    (None, "关于王小明代表第1号建议的答复", True),
    ("通知", "关于李四来信的回复", True),
    ("回函", "某件事", True),
    ("答复意见", "某件事", True),
    (None, "关于市人大第123号建议的答复", True),
    ("批复", "关于设立望海市渡口的批复", False),
    ("办法", "望海市渡口管理办法", False),
    ("意见", "关于加强人大代表建议办理工作的意见", False),
])  # fmt: skip
def test_only_letters_are_concerned(kind: str | None, title: str, concerned: bool) -> None:
    policy = replace(letter(title=title, body="# 某\n\n咨询电话0755-88886666。\n"), kind=kind, title=title)
    bare = withheld(Library((policy,))).policies[0]
    assert ("88886666" not in repr(bare)) is concerned
    assert leaves_out(bare) is concerned
    assert (bare is policy) is not concerned


def test_other_texts_quote_a_letter_without_its_person() -> None:
    title = "关于王小明代表第1号建议的答复"
    effect = Effect(policy=None, number=None, title=title)
    policy = replace(
        letter(title="某办法", repeals=(effect,), body=f"《{title}》废止，王小明、电话13912345678。\n"), kind="办法"
    )
    version = withheld(Library((policy,))).policies[0].versions[0]
    assert version.repeals[0].title == "关于〔姓名略〕代表第1号建议的答复"
    assert version.body == "《关于〔姓名略〕代表第1号建议的答复》废止，王小明、电话13912345678。\n"


def test_what_names_nobody_is_the_same_and_twice_is_once() -> None:
    policy = letter(body="# 复函\n\n收悉。\n")
    once = withheld(Library((policy,)))
    assert once.policies[0] is policy
    assert withheld(once) is once
    named = withheld(Library((letter(body="尊敬的王小明代表：\n"),)))
    assert withheld(Library(named.policies)).policies[0] is named.policies[0]


def test_ids_paths_and_addresses_are_no_words() -> None:
    source = Source(name="某网", url="https://example.org/13912345678.html", sha256="0" * 64)
    assert withheld(Library((letter(sources=(source,)),))).policies[0].versions[0].sources[0] is source


def test_marks_are_in_the_language_of_the_text() -> None:
    policy = letter(language="en", body="Dear Mr. John Smith,\n\nTel: 020 7946 0958\n")
    body = withheld(Library((policy,))).policies[0].versions[0].body
    assert body == "Dear Mr. 〔name left out〕,\n\nTel: 〔telephone left out〕\n"
    assert marked(body)


def test_every_field_that_names_somebody_is_pointed_out_once() -> None:
    body = "# 复函\n\n尊敬的王小明代表：\n\n收悉。\n"
    policy = replace(letter(body=body, note="王小明、王小明"), title="王小明")
    assert [(field, mention.kind) for _, field, mention in found_in(policy)] == [
        ("title", "name"), ("note", "name"), ("note", "name"), ("body", "name")]  # fmt: skip
    library = Library((policy,))
    found = [one for one in check(library, build_timeline(library)) if one.code == "personal-name"]
    assert [(one.path, "`" in one.message) for one in found] == [
        (TEXT.path, True), (TEXT.path, False), (LETTER.path, True)]  # fmt: skip
