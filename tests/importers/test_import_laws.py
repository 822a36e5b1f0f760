"""Laws, regulations, interpretations and orders: their captions, covers, numbers and kinds."""

from __future__ import annotations

from typing import Any

import pytest
from invented_pages import imported, page

from yange.coding import plain

PASSED = "1999年3月1日第九届全国人民代表大会常务委员会第三次会议通过"
LAW = (
    "第一条　为了规范渡口，制定本法。",
    "第二条　渡口由国务院交通主管部门管理。",
    "第三条　本法自1999年7月1日起施行。",
)
ORDER = ("现公布《渡口安全条例》，自2024年8月1日起施行。", "总理　李某", "2024年6月6日", "渡口安全条例")
RULES = ("第一条　为了加强渡口安全管理，制定本条例。", "第二条　本条例自2024年8月1日起施行。")


def only(*lines: str) -> dict[str, Any]:
    made = imported(page(*lines))
    assert made.problems == ()
    (document,) = plain(made.output())["documents"]
    return dict(document)


def codes(document: dict[str, Any]) -> list[str]:
    return [warning["code"] for warning in document["warnings"]]


@pytest.mark.parametrize("title", ["中华人民共和国渡口法", "中华人民共和国渡口条例", "望海市渡口管理办法", "渡口法典"])
def test_an_amended_text_has_the_day_of_its_last_order(title: str) -> None:
    found = only(title, f"（{PASSED}　2018年10月26日全国人民代表大会常务委员会《关于修改〈渡口法〉的决定》修正）", *LAW)
    assert (found["effective"], found["effective_basis"]) == ("2018-10-26", "amendment")
    assert (found["commenced"], found["signed"], found["published"]) == ("1999-07-01", "1999-03-01", None)
    assert found["review"] == ["effective"]
    assert codes(found) == ["effective-amended"]


def test_the_last_provisions_of_a_revised_text_are_its_own() -> None:
    caption = f"（{PASSED}　2023年9月1日第十四届全国人民代表大会常务委员会第五次会议修订）"
    found = only("中华人民共和国渡口法", caption, *LAW[:2], "第三条　本法自2024年1月1日起施行。")
    assert (found["effective"], found["effective_basis"], found["review"]) == ("2024-01-01", "stated", [])


def test_an_amended_text_whose_last_order_has_no_day_is_undated() -> None:
    caption = f"（{PASSED}　2018年13月26日全国人民代表大会常务委员会修正）"
    found = only("中华人民共和国渡口法", caption, *LAW)
    assert found["effective"] is None
    assert "caption-unread" in codes(found)


def test_a_short_caption_is_no_part_of_the_title() -> None:
    found = only("渡口管理条例", "（1985年2月8日国务院发布）", *LAW[:2], "第三条　本条例自1985年3月1日起施行。")
    assert (found["title"], found["published"]) == ("渡口管理条例", "1985-02-08")


def test_a_year_in_a_bracket_below_is_part_of_the_title() -> None:
    assert only("渡口管理条例", "（2019年修订）", *LAW)["title"] == "渡口管理条例（2019年修订）"


def test_a_caption_over_several_lines() -> None:
    found = only("中华人民共和国渡口法", f"（{PASSED}", "2018年10月26日全国人民代表大会常务委员会修正）", *LAW)
    assert (found["effective"], found["clauses"]) == ("2018-10-26", ["第一条", "第二条", "第三条"])


def test_the_day_of_adoption_is_the_day_of_the_text() -> None:
    """GB/T 9704—2012, 7.3.5: 成文日期 is the day on which the meeting passed it."""
    found = only(
        "望海市人民代表大会常务委员会关于发行渡船债券的决议",
        "（2007年6月29日望海市第一届人民代表大会常务委员会第二十八次会议通过）",
        "望海市第一届人民代表大会常务委员会第二十八次会议审议了议案。会议决定：批准发行渡船债券15500万元。",
    )
    assert (found["signed"], found["published"]) == ("2007-06-29", None)


@pytest.mark.parametrize(
    "head",
    [
        ("中华人民共和国国务院令", "第783号"),
        ("中华人民共和国国务院令第783号",),
        ("国务院令", "第783号"),
        ("中华人民共和国国务院令", "（第783号）"),
    ],
)
def test_an_order_is_the_cover_of_what_it_promulgates(head: tuple[str, ...]) -> None:
    found = only(*head, *ORDER, *RULES)
    assert (found["title"], found["number"], found["issuer"]) == ("渡口安全条例", "国务院令第783号", ["国务院"])
    assert (found["cover_title"], found["signed"]) == (head[0], "2024-06-06")
    assert found["clauses"] == ["第一条", "第二条"]


def test_an_order_of_the_president_covers_a_law() -> None:
    passed = "已由第九届全国人民代表大会常务委员会第三次会议于1999年3月1日通过，现予公布"
    words = f"《中华人民共和国渡口法》{passed}，自1999年7月1日起施行。"
    head = ("中华人民共和国主席令", "第五号", words, "中华人民共和国主席　李某", "1999年3月1日", "中华人民共和国渡口法")
    found = only(*head, f"（{PASSED}）", *LAW)
    assert (found["title"], found["number"], found["signed"]) == ("中华人民共和国渡口法", "主席令第五号", "1999-03-01")


def test_a_number_above_the_title_below_the_letterhead() -> None:
    found = only(
        "望海市人民政府办公室文件",
        "望府办规〔2023〕7号",
        "望海市人民政府办公室关于印发《望海市渡口安全管理办法》的通知",
        "各区人民政府，市政府直属各单位：",
        "《望海市渡口安全管理办法》已经市政府同意，现印发给你们，请认真组织实施。",
        "望海市人民政府办公室",
        "2023年5月9日",
        "望海市渡口安全管理办法",
        "第一条　为了加强渡口安全管理，制定本办法。",
        "第二条　本办法自2023年7月1日起施行。",
    )
    assert found["cover_title"] == "望海市人民政府办公室关于印发《望海市渡口安全管理办法》的通知"
    assert (found["title"], found["number"]) == ("望海市渡口安全管理办法", "望府办规〔2023〕7号")


@pytest.mark.parametrize("heading", ["行为规范", "倡导与规范", "应急预案", "监督办法", "信息公告"])
def test_a_heading_between_articles_begins_no_document(heading: str) -> None:
    long = "鼓励乘客在候船、登船、下船时主动让座，鼓励各类单位和个人参与渡口的志愿服务活动，维护渡口秩序和环境卫生。"
    found = only(
        "望海市渡口条例", *LAW[:2], heading, "第三条　乘客应当遵守秩序。", long, "第四条　本条例自2021年9月1日起施行。"
    )
    assert found["clauses"] == ["第一条", "第二条", "第三条", "第四条"]


def test_a_title_behind_which_articles_begin_anew_begins_a_document() -> None:
    made = imported(page("望海市渡口条例", *LAW, "望海市轮渡条例", *LAW))
    assert [one["title"] for one in plain(made.output())["documents"]] == ["望海市渡口条例", "望海市轮渡条例"]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("最高法院关于渡船案件管辖问题的解释", "解释"),
        ("关于渡船案件管辖的安排", "安排"),
        ("中华人民共和国渡口法修正案", "修正案"),
        ("望海市人民代表大会关于渡口的决定", "决定"),
        ("中华人民共和国渡口法", "法"),
    ],
)
def test_a_short_text_without_numbers(title: str, kind: str) -> None:
    found = only(title, "渡船案件由渡口所在地的海事法院管辖。", "本文自2021年9月1日起施行。")
    assert (found["title"], found["kind"]) == (title, kind)


@pytest.mark.parametrize("line", ["加强执法", "名词解释", "时间安排", "工作方法", "依法"])
def test_everyday_words_are_no_kinds(line: str) -> None:
    made = imported(page(line, "渡船案件由渡口所在地的海事法院管辖。"))
    assert made.documents == ()


@pytest.mark.parametrize(
    "line",
    [
        "— 3 —",
        "3/5",
        "第3页",
        "第3页 共5页",
        "- 3 -",
        "Page 3 of 5",
        "望海市人民政府公报　2015年第6期",
        "国务院公报2015年第6号",
    ],
)
def test_page_numbers_and_running_heads_are_set_aside(line: str) -> None:
    head = ("望海市渡口管理办法", "第一条　为加强渡口管理，制定本办法。")
    broken = "第二条　渡口经营人应当取得许可；未取得许可的，不得"
    made = imported(page(*head, broken, line, "从事渡运经营活动。", "第三条　本办法自2015年5月1日起施行。"))
    (document,) = made.documents
    assert "不得从事渡运经营活动。" in document.body
    assert line not in document.body
    (span,) = [span for span in made.furniture if span.inside == 0]
    assert span.source.text[span.start : span.end] == line


def test_a_line_beside_page_numbers_that_is_printed_again_is_a_running_head() -> None:
    head = ("望海市渡口管理办法", "第一条　为加强渡口管理，制定本办法。")
    lines = (
        *head, "第二条　渡口经营人应当取得许可；未取得许可的，不得", "— 2 —", "渡口文件选编", "从事渡运经营活动。",
        "第三条　渡口由交通部门管理，交通部门每年检查不少于", "— 3 —", "渡口文件选编", "两次。",
        "第四条　本办法自2015年5月1日起施行。",
    )  # fmt: skip
    found = imported(page(*lines))
    (document,) = found.documents
    assert document.body.count("渡口文件选编") == 0
    assert "不得从事渡运经营活动。" in document.body
    assert "不少于两次。" in document.body
    assert document.facts.title == "望海市渡口管理办法"


def test_a_hyphen_at_the_end_of_a_line_is_reported() -> None:
    found = only(
        "Larkmouth Ferry Rules",
        "Article 1 (Scope). These rules apply to all fer-\nries on the river Lark.",
        "Article 2 (Lamp). A ferry is lit.",
        "Article 3 (Commencement). These rules come into force on 1 May 2015.",
    )
    assert [warning["line"] for warning in found["warnings"] if warning["code"] == "hyphen-at-line-end"] == [3]


@pytest.mark.parametrize(
    "prose",
    [
        "省、自治区、直辖市人民政府负责本行政区域内的渡口安全工作，直辖市人民政府可以制定细则。",
        "设区的市人民政府和自治州人民政府设立渡口管理机构，设区的市人民政府每年核对一次。",
        "县级以上地方人民政府和所在地的县人民政府负责渡口安全，各市人民政府予以配合。",
        "对城市人民政府管理的渡口，城市人民政府每年检查两次，北京市另有规定的除外。",
    ],
)
def test_no_place_is_made_of_prose(prose: str) -> None:
    for title in ("中华人民共和国渡口法", "渡口管理条例"):
        assert only(title, LAW[0], f"第二条　{prose}", LAW[2])["place"] is None


def test_an_approved_amendment_has_the_day_of_approval() -> None:
    approved = "2018年11月2日望山省人民代表大会常务委员会批准的2018年9月1日望海市人民代表大会常务委员会修正"
    assert only("望海市渡口条例", f"（{PASSED}　{approved}）", *LAW)["effective"] == "2018-11-02"


def test_a_title_printed_again_below_the_caption_begins_no_document() -> None:
    caption = f"（{PASSED}）"
    found = only("最高人民法院关于渡口的规定", caption, "\u200b", "最高人民法院", "关于渡口的规定", *LAW)
    assert (found["title"], found["clauses"]) == ("最高人民法院关于渡口的规定", ["第一条", "第二条", "第三条"])


@pytest.mark.parametrize(
    ("last", "effective"),
    [("第三条　本法自1999年7月1日起施行。", None), ("第三条　本法自2019年1月1日起施行。", "2019-01-01")],
)
def test_an_event_that_was_not_read_leaves_an_earlier_day_unknown(last: str, effective: str | None) -> None:
    caption = f"（{PASSED}　2018年10月26日全国人民代表大会常务委员会第六次会议通过）"
    found = only("中华人民共和国渡口法", caption, *LAW[:2], last)
    assert (found["effective"], found["review"]) == (effective, ["effective"])
    assert "caption-unread" in codes(found)


def test_the_number_of_an_order_in_a_bracket_below_the_title() -> None:
    found = only("望海市渡口管理办法", "（望海市人民政府令第12号）", *LAW)
    assert (found["title"], found["number"], found["place"]) == (
        "望海市渡口管理办法",
        "望海市人民政府令第12号",
        "望海市",
    )


def test_a_number_between_the_announcement_and_the_title() -> None:
    words = "《最高人民法院关于渡船案件的解释》已于2021年7月1日通过，现予公布，自2021年9月1日起施行。"
    head = ("最高人民法院公告", words, "最高人民法院", "2021年8月1日", "法释〔2021〕3号")
    text = ("第一条　渡船案件由海事法院管辖。", "第二条　本解释自2021年9月1日起施行。")
    found = only(*head, "最高人民法院关于渡船案件的解释", *text)
    assert (found["title"], found["number"]) == ("最高人民法院关于渡船案件的解释", "法释〔2021〕3号")


def test_a_number_above_the_title_of_a_text_without_a_notice() -> None:
    made = imported(page("望海市人民政府文件", "望府〔2021〕7号", "望海市渡口管理办法", *LAW))
    (document,) = made.documents
    assert (document.facts.title, document.facts.number) == ("望海市渡口管理办法", "望府〔2021〕7号")
    assert document.body.startswith("望府〔2021〕7号\n\n# 望海市渡口管理办法\n")


def test_a_decision_and_the_text_it_amended_are_two_documents() -> None:
    decision = (
        "全国人民代表大会常务委员会关于修改《中华人民共和国渡口法》的决定",
        "（2021年8月1日第十三届全国人民代表大会常务委员会第三十次会议通过）",
        "第十三届全国人民代表大会常务委员会第三十次会议决定对《中华人民共和国渡口法》作如下修改：",
        "一、将第三条修改为：“渡口由交通部门管理。”",
        "本决定自2021年9月1日起施行。",
        "《中华人民共和国渡口法》根据本决定作相应修改，重新公布。",
    )
    amended = f"（{PASSED}　根据2021年8月1日全国人民代表大会常务委员会《关于修改〈中华人民共和国渡口法〉的决定》修正）"
    made = imported(page(*decision, "中华人民共和国渡口法", amended, *LAW))
    first, second = plain(made.output())["documents"]
    assert (first["kind"], second["kind"]) == ("决定", "法")
    assert (second["effective"], second["effective_basis"]) == ("2021-08-01", "amendment")


def test_a_day_alone_in_a_bracket_is_no_part_of_the_title() -> None:
    found = only("关于军民合用渡口的暂行规定", "（1985年12月30日）", *LAW)
    assert (found["title"], found["signed"]) == ("关于军民合用渡口的暂行规定", "1985-12-30")


def test_a_caption_in_wide_figures() -> None:
    caption = f"（{PASSED}　２０１８年１０月２６日全国人民代表大会常务委员会修正）"
    assert only("中华人民共和国渡口法", caption, *LAW)["effective"] == "2018-10-26"
