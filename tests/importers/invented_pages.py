"""Invented pages in the form of scraped ones, composed of parts, without any sentence of a real text."""

from __future__ import annotations

from yange.importers import ImportPlan, plan
from yange.model import Library

HEAD = "望海市人民政府办公室关于印发望海市门牌管理办法（试行）的通知"
TITLE = "望海市门牌管理办法（试行）"
ROW = "信息来源：望海市民政局 发布日期：2021-03-05 【字体：大 中 小】"
NUMBER = "望府办规〔2021〕3号"
ADDRESS = "各区人民政府，市政府各部门、各直属单位："
NOTICE = "　　《望海市门牌管理办法（试行）》已经市政府同意，现印发给你们，请遵照执行。"
ISSUER = "望海市人民政府办公室"
SIGNED = "2021年3月1日"
ARTICLES = (
    "　　第一条　为了把门牌编排清楚，制定本办法。",
    "　　第二条　门牌由市民政局统一编号，每年核对一次。",
    "　　第三条　本办法自2021年4月1日起施行，有效期三年。《望海市楼牌管理规定》（望府〔2009〕12号）同时废止。",
)
COVERED = (HEAD, ROW, NUMBER, ADDRESS, NOTICE, ISSUER, SIGNED, TITLE, *ARTICLES)

BARE_TITLE = "望海市人民政府关于加强渡口管理的通告"
BARE = (
    BARE_TITLE,
    "来源：市交通局 时间：2022-01-05",
    "　　为保障渡口往来平安，现通告如下：",
    "　　一、渡口每日六时开放，二十时关闭。",
    "　　二、渡船载客不得超过核定人数。",
    "　　三、本通告自2022年2月1日起施行，至2024年1月31日止。",
    "望海市人民政府",
    "2022年1月3日",
)


def page(*lines: str) -> str:
    """Return lines with a blank line between, as most sites are scraped."""
    return "\n\n".join(lines)


def imported(*texts: str, library: Library | None = None, catalogue_only: bool = False) -> ImportPlan:
    """Return the plan for texts in files a.txt, b.txt and so on."""
    sources = [(f"{chr(ord('a') + k)}.txt", text.encode()) for k, text in enumerate(texts)]
    return plan(sources, library or Library(), catalogue_only=catalogue_only)
