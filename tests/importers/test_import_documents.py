"""One trap of scraped pages after the other, each on an invented page."""

from __future__ import annotations

from typing import Any

import pytest
from invented_pages import (
    ADDRESS,
    ARTICLES,
    BARE,
    BARE_TITLE,
    COVERED,
    HEAD,
    ISSUER,
    NOTICE,
    NUMBER,
    ROW,
    SIGNED,
    TITLE,
    imported,
    page,
)

from yange.coding import plain
from yange.importers import plan
from yange.model import Library


def only(text: str) -> dict[str, Any]:
    made = imported(text)
    assert made.problems == ()
    (document,) = plain(made.output())["documents"]
    return document


def codes(document: dict[str, Any]) -> set[str]:
    return {warning["code"] for warning in document["warnings"]}


def test_a_covered_instrument_is_one_document_with_all_its_facts() -> None:
    found = only(page(*COVERED))
    assert found["title"] == TITLE
    assert found["cover_title"] == HEAD
    assert found["number"] == NUMBER
    assert found["issuer"] == [ISSUER]
    assert (found["place"], found["kind"]) == ("望海市", "办法")
    assert (found["signed"], found["published"], found["page_date"]) == ("2021-03-01", None, "2021-03-05")
    assert (found["effective"], found["effective_basis"]) == ("2021-04-01", "stated")
    assert (found["expires"], found["expires_basis"]) == ("2024-03-31", "computed")
    assert found["repeals"] == [{"title": "望海市楼牌管理规定", "number": "望府〔2009〕12号", "extent": "whole"}]
    assert found["clauses"] == ["第一条", "第二条", "第三条"]
    assert (found["condition"], found["review"], found["warnings"]) == ("complete", [], [])


def test_titles_glued_to_the_last_line_of_the_document_before() -> None:
    made = imported(page(*COVERED) + "\n".join(BARE))
    first, second = plain(made.output())["documents"]
    assert first["end"] == second["start"]
    assert second["title"] == BARE_TITLE
    assert (second["effective"], second["expires"]) == ("2022-02-01", "2024-01-31")


def test_windows_line_ends_make_no_difference() -> None:
    text = page(*COVERED) + "\n".join(BARE)
    unix, windows = (plain(imported(one).output())["documents"] for one in (text, text.replace("\n", "\r\n")))
    assert [one["title"] for one in windows] == [TITLE, BARE_TITLE]
    assert [(one["start"], one["clauses"]) for one in windows] == [(one["start"], one["clauses"]) for one in unix]


def test_joint_issuers_are_not_cut_apart() -> None:
    joint = "中共望海市委望海市人民政府关于加强渡口管理的意见"
    found = only(
        page(
            joint,
            "　　为保障渡口往来平安，结合本市实际，特别是沿海渔村的情况，提出以下意见：",
            "　　一、守时",
            "　　二、守数",
        )
    )
    assert found["title"] == joint


def test_a_title_glued_to_a_text_that_breaks_off() -> None:
    broken = page(*COVERED[:-1], "　　第三条　门牌上的字应当清楚，民政局每年组织核对并且")
    first, second = plain(imported(broken + "\n".join(BARE)).output())["documents"]
    assert first["condition"] == "truncated"
    assert "text-truncated" in codes(first)
    assert second["title"] == BARE_TITLE


def test_a_title_glued_to_a_list_of_annexes() -> None:
    first, second = plain(imported(page(*COVERED, "　　附件：望海市门牌样式表") + "\n".join(BARE)).output())[
        "documents"
    ]
    assert "annex-missing" in codes(first)
    assert second["title"] == BARE_TITLE


def test_an_address_glued_to_the_document_before_begins_a_text_without_title() -> None:
    untitled = page(
        *COVERED[:-1],
        "　　第三条　本办法自2021年4月1日起施行。" + ADDRESS,
        "　　为贯彻落实国务院印发的《关于建设望海大桥的指导意见》，结合我市实际，制定本实施意见。",
        "　　一、桥梁应当坚固，桥面应当平整。",
        "　　二、本实施意见自2022年1月8日起施行，有效期3年。",
        "望海市人民政府",
        "2021年12月27日",
    )
    _, second = plain(imported(untitled).output())["documents"]
    assert second["title"] is None
    assert second["inferred_title"] == "望海市人民政府关于建设望海大桥的实施意见"
    assert "title" in second["review"]
    assert (second["effective"], second["expires"]) == ("2022-01-08", "2025-01-07")


def test_a_head_without_its_first_character_is_filed_as_printed_with_a_warning() -> None:
    lost = "圳市人民政府办公厅关于给新渡船发牌的通知"
    text = page(
        *BARE[:-1], "2022年1月3日 [1]" + lost, "　　现将发牌事项通知如下：", "　　一、免费发牌。", "　　二、按年发牌。"
    )
    first, second = plain(imported(text).output())["documents"]
    assert first["signed"] == "2022-01-03"
    assert second["title"] == lost
    assert second["issuer"] == ["深圳市人民政府办公厅"]
    assert "title-damaged" in codes(second)


@pytest.mark.parametrize(
    "printed",
    [
        "望府办规〔2021〕3号",
        "望府办规[2021]3号",
        "望府办规（2021）3号",
        "望府办规【2021】第3号",
        "望府办规〔2021〕 3 号",
        "文　号：望府办规〔2021〕3号",
    ],
)
def test_numbers_in_any_style(printed: str) -> None:
    found = only(page(HEAD, printed, ADDRESS, NOTICE, ISSUER, SIGNED, TITLE, *ARTICLES))
    assert found["number"].replace("第3", "3") == NUMBER


def test_a_number_that_lost_its_beginning_stays_empty() -> None:
    found = only(page(HEAD, "函〔2021〕104号", ADDRESS, NOTICE, ISSUER, SIGNED, TITLE, *ARTICLES))
    assert found["number"] is None
    assert "number" in found["review"]
    assert "number-damaged" in codes(found)


def test_table_rows_joined_in_one_line_are_above_their_title() -> None:
    row = (
        "索 引 号：123/2021-00001分 类：民政发布机构：望海市人民政府办公室成文日期：2021-03-01"
        f"名 称：{HEAD}文 号：{NUMBER}发布日期：2021-03-05主 题 词：文件状态：现行有效"
    )
    text = "\n".join(BARE) + "\n\n" + page(row, HEAD, ADDRESS, NOTICE, ISSUER, SIGNED, TITLE, *ARTICLES)
    made = imported(text)
    first, second = plain(made.output())["documents"]
    assert first["title"] == BARE_TITLE
    assert second["start"]["line"] == 10
    assert (second["number"], second["page_date"]) == (NUMBER, "2021-03-05")
    (document,) = made.documents[1:]
    assert "索" not in document.body


def test_a_table_of_metadata_with_tabs() -> None:
    rows = (f"文　号\t{NUMBER}\t发布机关\t{ISSUER}", "签发日期\t2021-03-01\t实施日期\t2021-04-01")
    found = only("\n".join((HEAD, *rows, ADDRESS, NOTICE, ISSUER, SIGNED, TITLE, *ARTICLES)))
    assert (found["number"], found["signed"], found["warnings"]) == (NUMBER, "2021-03-01", [])


def test_days_that_disagree_with_the_page_are_warned_of() -> None:
    rows = ("签发日期\t2021-03-02\t实施日期\t2021-05-01",)
    found = only("\n".join((HEAD, *rows, ADDRESS, NOTICE, ISSUER, SIGNED, TITLE, *ARTICLES)))
    assert (found["signed"], found["effective"]) == ("2021-03-01", "2021-04-01")
    assert codes(found) == {"signed-disagrees", "effective-disagrees"}


def test_a_cover_title_printed_twice_is_furniture_once() -> None:
    made = imported(page(HEAD, ROW, HEAD, NUMBER, ADDRESS, NOTICE, ISSUER, SIGNED, TITLE, *ARTICLES))
    (document,) = made.documents
    assert document.body.count(HEAD) == 1
    assert document.facts.cover_title == HEAD


def test_a_title_in_several_lines() -> None:
    notice = "　　《关于建设门牌新高地打造望海好形象的实施办法》已经市政府同意，现转发给你们，请认真执行。"
    found = only(page(ADDRESS, notice, ISSUER, SIGNED, "关于建设门牌新高地", "打造望海好形象的实施办法", *ARTICLES))
    assert found["title"] == "关于建设门牌新高地打造望海好形象的实施办法"
    assert found["cover_title"] is None


def test_years_on_a_line_of_their_own_are_part_of_the_title() -> None:
    found = only(
        page(
            "望海市门牌行动计划",
            "(2019-2023年)",
            "为了把门牌编排清楚,结合本市实际情况,特别是沿海渔村的情况,制定本行动计划。",
            "一、目标",
            "门牌齐全,字迹清楚。",
            "二、步骤",
            "先城后乡,逐村推进。",
        )
    )
    assert found["title"] == "望海市门牌行动计划(2019-2023年)"
    assert found["clauses"] == ["一", "二"]


def test_several_policies_on_a_compiled_page() -> None:
    text = page(
        "渔港 | 望海市惠民政策汇编(四)",
        "2021-11-27 14:50",
        "来源: 望海发布",
        "a1b2.png",
        "望海市门牌实施办法",
        "为了把门牌编排清楚,结合我市实际,现制定本办法。",
        "一、统一编号",
        "门牌由民政局统一编号。",
        "本办法自2019年1月6日起施行,有效期5年。",
        "望海市渡口实施办法",
        "为了让渡口往来平安,结合我市实际,现制定本办法。",
        "一、统一时间",
        "渡口每日六时开放。",
        "本办法自2019年2月6日起施行。",
        "(以上内容以相关政府部门发布的最新政策为准)",
        "[编辑:某某]",
    )
    made = imported(text)
    found = plain(made.output())
    assert [one["title"] for one in found["documents"]] == ["望海市门牌实施办法", "望海市渡口实施办法"]
    outer = [span for span in found["furniture"] if span["inside"] is None]
    assert outer[0]["start"] == {"line": 1, "column": 0}
    assert outer[-1]["end"]["line"] == text.count("\n") + 1


def test_a_layouts_line_ends_are_joined_and_articles_run_together_are_parted() -> None:
    text = "\n".join(
        (
            (
                "望海市门牌管理规定（2020 年 4 月 28 日望海市人民政府令第12 号发布，自2020年 7 月 1 日起施行）"
                "第一章总则第一条 为了把门牌编排清楚，结合本市实际，制定本规定。"
            ),
            "第二条 门牌由市民政局统一编号，编号应当按照街道的走向从东到西、从南到北依次排列，形成全市",
            (
                "统一的门牌体系。第三条 民政局应当每年核对一次。第二章 附则第四条 申请门牌应当：（一）提出申请；"
                "（二）交验证件。"
            ),
            "第五条 本规定自 2020 年7 月1 日起施行。《望海市楼牌规定》（望海市人民政府令第3 号）同时废止。",
        )
    )
    found = only(text)
    assert found["clauses"] == ["第一条", "第二条", "第三条", "第四条", "第五条"]
    assert (found["number"], found["published"], found["effective"]) == (
        "望海市人民政府令第12号",
        "2020-04-28",
        "2020-07-01",
    )
    assert found["repeals"][0]["number"] == "望海市人民政府令第3号"
    lines = imported(text).documents[0].body.split("\n\n")
    assert any("形成全市统一的门牌体系。" in line for line in lines)
    assert [line for line in lines if line.startswith("## ")] == ["## 第一章总则", "## 第二章 附则"]
    assert "（二）交验证件。" in [line.strip() for line in lines]


def test_an_amended_text_begins_with_its_last_amendment() -> None:
    caption = (
        "（2014年12月1日望海市人民政府令第273号发布 2020年3月7日望海市人民政府令第326号修正 自2015年1月1日起施行）"
    )
    found = only(page("望海市门牌管理办法", caption, *ARTICLES[:2], "　　第三条　本办法自2015年1月1日起施行。"))
    assert (found["effective"], found["effective_basis"], found["commenced"]) == (
        "2020-03-07",
        "amendment",
        "2015-01-01",
    )
    assert found["number"] == "望海市人民政府令第273号"
    assert found["issuer"] == ["望海市人民政府"]


@pytest.mark.parametrize(
    ("ending", "day", "basis"),
    [
        ("本办法自印发之日起施行。", "2021-03-01", "signed"),
        ("本办法由市民政局解释。", "2021-03-01", "signed"),
        ("本办法自发布之日起施行。", None, "unknown"),
    ],
)
def test_inferred_days_are_listed_in_review(ending: str, day: str | None, basis: str) -> None:
    found = only(page(HEAD, NUMBER, ADDRESS, NOTICE, ISSUER, SIGNED, TITLE, *ARTICLES[:2], f"　　第三条　{ending}"))
    assert (found["effective"], found["effective_basis"]) == (day, basis)
    assert found["review"] == ["effective"]
    assert codes(found) & {"effective-inferred", "effective-unknown"}


def test_a_page_day_is_never_an_official_publication() -> None:
    found = only(page(HEAD, ROW, ADDRESS, NOTICE, TITLE, *ARTICLES[:2], "　　第三条　本办法自公布之日起施行。"))
    assert (found["published"], found["effective"], found["page_date"]) == (None, None, "2021-03-05")


def test_a_letter_has_no_period_and_its_people_are_warned_of() -> None:
    found = only(
        page(
            "菜单",
            "您当前的位置 > 首页 > 建议提案",
            "望海市民政局关于市七届人大六次会议第112号建议答复的函",
            "信息来源:望海市民政局 发布时间:2025-10-29 A-A+ 视力保护色:",
            "尊敬的某甲、某乙代表:",
            "  《关于给渔村装门牌的建议》收悉,经研究,答复如下:",
            "  一、关于渔村",
            "  (一)今年装完东村。",
            "  (二)明年装完西村。",
            "  特此致函。",
            "望海市民政局",
            "2025年5月23日",
            "  (联系人及电话:某丙,88100000)",
            "分享到:",
        )
    )
    assert (found["kind"], found["signed"], found["effective"], found["expires"]) == ("函", "2025-05-23", None, None)
    assert {"personal-name", "telephone"} <= codes(found)
    assert found["start"]["line"] == 5


def test_a_fragment_from_a_mirror_site_is_called_by_its_name() -> None:
    found = only(
        page(
            "赛事公司 >行业动态 > 交流",
            "望海市人民政府办公室关于印发望海市科技规划的通知 (7)",
            "  3.树立潜心研究的作风。",
            "  加强科研诚信,保护常识产权,让研究人员安心工作。",
            "  4.建设实验码头。",
            "  每年建设两座实验码头,供研究使用。",
            "QQ在线客服",
            "400-000-0000",
        )
    )
    assert found["title"] == "望海市人民政府办公室关于印发望海市科技规划的通知"
    assert found["condition"] == "corrupted"
    assert {"text-fragment", "words-replaced", "title-of-notice"} <= codes(found)
    assert found["clauses"] == ["3", "4"]


def test_images_are_furniture_and_never_clauses() -> None:
    made = imported(page(*COVERED[:-1], "1.png", "6.。.png6-1.。.png", COVERED[-1]))
    (found,) = plain(made.output())["documents"]
    assert found["clauses"] == ["第一条", "第二条", "第三条"]
    assert "image-missing" in codes(found)
    assert "png" not in made.documents[0].body


def test_an_annex_keeps_its_own_numbers() -> None:
    outline = (
        "望海市门牌方案",
        "　　为了把门牌编排清楚，结合本市实际，特别是沿海渔村的情况，制定本方案。",
        "　　一、目标",
        "　　1．门牌齐全。每户一块。",
        "　　二、步骤",
        "　　2．先城后乡。逐村推进。",
        "　　附件",
        "　　名词解释",
        "　　1．门牌是指钉在门上的牌子。",
        "　　2．楼牌是指钉在楼上的牌子。",
    )
    assert only(page(*outline))["clauses"] == ["1", "2"]


def test_a_text_without_a_known_kind_of_title_but_with_clauses_is_one_document() -> None:
    found = only(
        "Rules on Small Craft Berths\n\nArticle 1. These Rules govern berths.\n\n"
        "Article 2. A berth is let for one year.\n\n"
        "Article 3. These Rules come into force on 1 March 2020.\n"
    )
    assert (found["title"], found["effective"]) == ("Rules on Small Craft Berths", "2020-03-01")
    assert found["clauses"] == ["Article 1", "Article 2", "Article 3"]


def test_no_document_is_invented() -> None:
    made = imported("你好，世界。\n这里没有文件，只有几句闲话。\n")
    assert [problem.code for problem in made.problems] == ["no-document"]
    assert not made.ok
    assert made.files() == {}


def test_what_of_the_numbering_was_not_read_is_warned_of_at_its_line() -> None:
    lines = page(*COVERED).split("\n")
    at = next(nth for nth, line in enumerate(lines) if "第二条" in line)
    lines.insert(at, "第一條之一　楼牌应当编号。")
    found = only("\n".join(lines))
    (told,) = [one for one in found["warnings"] if one["code"] == "unread-label"]
    assert told["line"] == at + 1
    assert "第一條之一" in told["message"]


def test_who_signs_a_law_is_no_private_person() -> None:
    text = "Fährgesetz\n\nArt. 1\nDie Fähre verkehrt täglich.\n\ngez. Dr. Anna Muster\nFürstliche Regierungschefin\n"
    (document,) = plan([("law.txt", text.encode())], Library()).documents
    assert "personal-name" not in {problem.code for problem in document.facts.warnings}
