"""Texts of one title: copies, versions of one policy, or a question; never two in force without a remark."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest
from invented_pages import imported, page

from yange.coding import plain
from yange.model import Library, Policy, Version

TITLE = "中华人民共和国渡口法"
PASSED = "1999年3月1日第九届全国人民代表大会常务委员会第三次会议通过"
FIRST = "2009年8月27日全国人民代表大会常务委员会《关于修改部分法律的决定》第一次修正"
SECOND = "2018年10月26日全国人民代表大会常务委员会《关于修改〈渡口法〉的决定》第二次修正"


def law(caption: str, fine: str = "五百元", *, title: str = TITLE, last: str = "本法自1999年7月1日起施行。") -> str:
    return page(
        title,
        *([f"（{caption}）"] if caption else []),
        "第一条　为了规范渡口，维护乘客和渡船经营者的合法权益，促进水上交通发展，制定本法。",
        "第二条　渡口由国务院交通主管部门管理，县级以上地方人民政府负责渡口安全工作。",
        f"第三条　渡船超过核定人数载客的，处{fine}以下罚款。",
        "第四条　乘客应当遵守秩序，服从渡口工作人员的指挥，不得携带易燃、易爆等危险物品乘船。",
        f"第五条　{last}",
    )


def rows(*texts: str, library: Library | None = None) -> list[dict[str, Any]]:
    made = imported(*texts, library=library)
    assert made.problems == ()
    return list(plain(made.output())["documents"])


def codes(found: list[dict[str, Any]]) -> list[str]:
    return sorted(warning["code"] for one in found for warning in one["warnings"] if warning["code"] in QUESTIONS)


QUESTIONS = {"same-title", "copy-differs"}
SERIES = (law(PASSED), law(f"{PASSED}　{FIRST}", "一千元"), law(f"{PASSED}　{FIRST}　{SECOND}", "五千元"))


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_captions_that_go_on_make_versions_of_one_policy(order: tuple[int, ...]) -> None:
    found = rows(*(SERIES[k] for k in order))
    assert len({one["policy"] for one in found}) == 1
    days = ["1999-07-01", "2009-08-27", "2018-10-26"]
    assert [one["effective"] for one in found] == [days[k] for k in order]
    assert [one["duplicate_of"] for one in found] == [None, None, None]
    assert codes(found) == []


def test_an_amended_text_whose_words_differ_in_one_number_is_no_copy() -> None:
    first, amended = rows(SERIES[0], law(f"{PASSED}　{FIRST}", "五千元"))
    assert amended["duplicate_of"] is None
    assert amended["path"] != first["path"]


@pytest.mark.parametrize(
    ("caption", "fine"),
    [
        ("1999年3月2日第九届全国人民代表大会常务委员会第三次会议通过", "五千元"),
        ("", "五千元"),
        (f"{PASSED}　2009年8月28日全国人民代表大会常务委员会修订", "五百元"),
    ],
)
def test_what_captions_do_not_settle_is_asked_and_filed_apart(caption: str, fine: str) -> None:
    held = f"{PASSED}　{FIRST}" if "修订" in caption else PASSED
    found = rows(law(held), law(caption, fine))
    assert codes(found) == ["same-title"]
    assert len({one["policy"] for one in found}) == 2
    assert [one["duplicate_of"] for one in found] == [None, None]


def test_the_same_words_without_the_caption_are_a_question() -> None:
    found = rows(law(f"{PASSED}　{FIRST}", "一千元"), law("", "一千元"))
    assert codes(found) == ["same-title"]


def test_a_copy_with_the_same_caption_names_its_differences() -> None:
    found = rows(law(PASSED), law(PASSED, "五千元"))
    assert [one["duplicate_of"] for one in found] == [None, 0]
    assert codes(found) == ["copy-differs"]


def test_the_same_text_twice_is_a_copy_without_a_remark() -> None:
    found = rows(law(PASSED), law(PASSED) + "\n")
    assert [one["duplicate_of"] for one in found] == [None, 0]
    assert codes(found) == []


def test_texts_without_captions_that_differ_in_a_value_are_a_question() -> None:
    found = rows(law(""), law("", "五千元"))
    assert [one["duplicate_of"] for one in found] == [None, None]
    assert codes(found) == ["same-title"]


def test_texts_without_captions_that_differ_in_a_word_are_copies() -> None:
    found = rows(law(""), law("").replace("秩序", "次序"))
    assert [one["duplicate_of"] for one in found] == [None, 0]
    assert codes(found) == ["copy-differs"]


def test_other_places_have_laws_of_the_same_title() -> None:
    found = rows(law("", title="望海市渡口条例"), law("", "五千元", title="望岚市渡口条例"))
    assert codes(found) == []


def test_a_held_policy_gets_the_version_that_is_imported_later() -> None:
    made = imported(SERIES[1])
    held = [entry.version for shelf in made.cabinet.shelves for entry in shelf.entries]
    (shelf,) = made.cabinet.shelves
    versions = tuple(Version(**{name: getattr(one, name) for name in Version.__dataclass_fields__}) for one in held)
    policy = Policy(id=shelf.policy.id, title=shelf.policy.title, place=shelf.policy.place, versions=versions)
    (later,) = rows(SERIES[2], library=Library((policy,)))
    (earlier,) = rows(SERIES[0], library=Library((policy,)))
    assert (later["policy"], earlier["policy"]) == (shelf.policy.id, shelf.policy.id)
    assert codes([later, earlier]) == []
