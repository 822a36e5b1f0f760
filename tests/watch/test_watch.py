"""``yange watch``: lists in every form, what is said of each policy, and the forms in which it is printed."""

from __future__ import annotations

import json
from datetime import date
from email import message_from_bytes, policy
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner

import yange
from small_projects import BERTHS, small_project
from yange.api.archive import Archive
from yange.cli.app import group
from yange.problems import YangeError
from yange.watch import FORMS, WatchOutput, mail, printed, read_list, watched
from yange.watch.result import EntryOutcome

FERRY = "wanghai/dukou-guanli-banfa"
LIFT = "wanghai/jiyou-zhuzhai-jiazhuang-dianti-shishi-banfa"
NIGHT = "wanghai/cujin-yejian-jingji-fanrong-fazhan-ruogan-cuoshi"
ACTORS = (
    "wanghai/huwai-zhaopai-shezhi-guanli-guiding",
    "wanghai/zanting-zhixing-bufen-yejian-jingji-cuoshi-tonggao",
    "wanghai/huifu-zhixing-bufen-yejian-jingji-cuoshi-tonggao",
)
SITE = "https://laws.example.org/"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = small_project(tmp_path_factory.mktemp("watch"), FERRY, LIFT, NIGHT, BERTHS, *ACTORS)
    settings = (made / "mkdocs.yml").read_text("utf-8")
    (made / "mkdocs.yml").write_text(f"site_url: {SITE}\n{settings}", "utf-8")
    return made


@pytest.fixture(scope="module")
def archive(root: Path) -> Archive:
    return yange.open(root)


def report(archive: Archive, words: str, since: str, until: str, ahead: str = "", language: str = "zh") -> WatchOutput:
    days = [date.fromisoformat(day) for day in (since, until, ahead or until)]
    return watched(archive, read_list(words.encode(), "list"), *days, language)


@pytest.mark.parametrize(("line", "outcome", "named"), [
    (FERRY, "watched", [FERRY]),
    ("dukou-guanli-banfa", "watched", [FERRY]),
    ("望海市渡口管理办法", "watched", [FERRY]),
    ("《望海市渡口管理办法》", "watched", [FERRY]),
    ("望府规〔2022〕14号", "watched", [LIFT]),
    ("望海市人民政府令第88号", "watched", [FERRY]),  # the order that amended it
    ("WIHZ Rules No. 4 of 2021", "watched", [BERTHS]),
    ("渡口管理办法", "ambiguous", [FERRY]),  # of which place?
    ("dukou", "not-held", []),  # a part of a name is no name
    ("望海市", "not-held", []),
    ("某省渡口管理办法", "not-held", []),
])  # fmt: skip
def test_what_a_line_names(archive: Archive, line: str, outcome: str, named: list[str]) -> None:
    (entry,) = report(archive, line, "2026-01-01", "2026-01-01").entries
    assert entry.outcome.value == outcome
    assert ([entry.policy] if entry.policy else list(entry.choices)) == named


CSV = (
    '"Key","Item Type","Title","Url","Public Law Number"\r\n'
    '"A","statute","望海市渡口管理办法","",""\r\n'
    f'"B","statute","Some other title","{SITE}en/{LIFT}/v2022-07-01/#art_1",""\r\n'
    '"C","statute","望海市渡口管理办法","","望府规〔2022〕14号"\r\n'
    '"D","statute","","",""\r\n'
)
CSL = json.dumps([
    {"type": "legislation", "title": "望海市渡口管理办法"},
    {"type": "legislation", "title": "x", "URL": f"{SITE}{LIFT}/"},
    {"type": "legislation", "title": "望海市渡口管理办法", "number": "望府规〔2022〕14号"},
])  # fmt: skip


@pytest.mark.parametrize(("words", "lines"), [(CSV, [2, 3, 4]), (CSL, [1, 2, 3]), ("\ufeff" + CSV, [2, 3, 4])])
def test_exports_of_zotero(archive: Archive, words: str, lines: list[int]) -> None:
    found = report(archive, words, "2026-01-01", "2026-01-01").entries
    assert [one.line for one in found] == lines
    assert [one.policy for one in found] == [FERRY, LIFT, None]
    assert found[2].outcome is EntryOutcome.AMBIGUOUS  # title and number are of two policies
    assert set(found[2].choices) == {FERRY, LIFT}


@pytest.mark.parametrize("data", [b"\xff\xfe", b"", b"# only\n\n", b"[1, 2", b'{"items": 3}', b"[" * 100_000])
def test_what_is_no_list_is_refused(data: bytes) -> None:
    with pytest.raises(YangeError, match=r"^list: .*;"):
        read_list(data, "list")


def test_blank_lines_and_comments_are_no_entries_and_a_policy_is_reported_once(archive: Archive) -> None:
    found = report(archive, f"# mine\r\n\r\n{FERRY}\r\n望海市渡口管理办法\n", "2026-01-01", "2026-01-01")
    assert [one.line for one in found.entries] == [3, 4]
    assert [one.id for one in found.policies] == [FERRY]


@pytest.mark.parametrize(("since", "until", "ahead", "past", "coming"), [
    ("2021-03-25", "2021-03-26", "2021-03-26", ["amendment"], []),
    ("2021-03-26", "2021-03-27", "2021-12-31", [], []),  # the day since is known to the reader
    ("2021-03-01", "2021-03-25", "2021-03-26", [], ["amendment"]),
    ("2021-03-01", "2021-03-25", "2021-03-25", [], []),
])  # fmt: skip
def test_days_at_the_edges(
    archive: Archive, since: str, until: str, ahead: str, past: list[str], coming: list[str]
) -> None:
    (one,) = report(archive, FERRY, since, until, ahead).policies
    assert [event.kind.value for event in one.past] == past
    assert [event.kind.value for event in one.coming] == coming
    assert len(one.compared) == len(past) + len(coming)


def test_clauses_are_told_as_on_the_site(archive: Archive) -> None:
    (one,) = report(archive, FERRY, "2021-01-01", "2026-12-01").policies
    (compared,) = one.compared
    assert (compared.old, compared.new) == (f"{FERRY}@v2015-09-08", f"{FERRY}@v2021-03-26")
    assert compared.address == f"{SITE}{FERRY}/v2021-03-26/compare/v2015-09-08/"
    sentences = {change.new or change.old: change.sentence for change in compared.changes}
    assert sentences["第六条",] == "将第六条中的“市港航管理处”修改为“市港航事务中心”，将“二十日”修改为“十五日”"
    assert sentences["第十六条",] == "删去第十六条"
    assert "日均客流在五百人次以上的渡口" in sentences["第十九条",]
    assert "题注" not in str(sentences)
    assert compared.renumbered == 4
    direct = archive.compare(compared.old, compared.new)
    told = sum(1 for change in direct.changes if not change.change.is_apart)
    assert len(compared.changes) + compared.renumbered + compared.editorial == told


def test_a_text_of_the_future_is_compared_with_the_present_one(archive: Archive) -> None:
    (one,) = report(archive, LIFT, "2026-12-01", "2026-12-01", "2027-04-01").policies
    assert [(event.day.isoformat(), event.kind.value) for event in one.coming] == [("2027-03-01", "replacement")]
    assert [compared.day.isoformat() for compared in one.compared] == ["2027-03-01"]
    assert one.past == ()


def test_a_partial_repeal_and_a_suspension_name_their_clauses(archive: Archive) -> None:
    (one,) = report(archive, NIGHT, "2023-01-01", "2024-12-01").policies
    assert [(event.kind.value, event.clauses) for event in one.past] == [
        ("partial-repeal", ("（八）", "（九）")),
        ("suspension", ("（三）", "（七）")),
        ("revival", ("（三）", "（七）")),
    ]


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.found: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.found += attrs


HOSTILE = "<script>alert(1)</script> [x](javascript:1) ::error:: @all \u202e=1+1"


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["zh", "en", "de"])
def test_every_form_says_the_same_and_escapes_the_list(archive: Archive, form: str, language: str) -> None:
    found = report(archive, f"{FERRY}\n{LIFT}\n{HOSTILE}", "2021-01-01", "2026-12-01", "2027-04-01", language)
    said = printed(found, form)
    assert "市港航事务中心" in said
    assert "2027-03-01" in said
    assert "<script" not in said or form == "text"
    assert "\u202e" not in said
    assert not any(line.strip().startswith("::") for line in said.split("\n"))
    if form == "markdown":
        assert "](javascript" not in said
        assert "@all" not in said
    if form == "html":
        page = _Page()
        page.feed(said)
        assert set(page.tags) <= {"html", "head", "meta", "title", "body", "div", "h1", "h2", "h3", "p", "a", "strong"}
        links = [value for name, value in page.found if name in {"href", "src"}]
        assert links
        assert all((link or "").startswith(SITE) for link in links)


def test_without_the_address_of_the_site_nothing_is_linked(project_root: Path) -> None:
    found = report(yange.open(project_root), FERRY, "2021-01-01", "2026-12-01")
    assert "href" not in printed(found, "html")
    assert "](" not in printed(found, "markdown")


def test_the_mail_has_a_plain_part_and_is_the_same_each_time(archive: Archive) -> None:
    found = report(archive, FERRY, "2021-01-01", "2026-12-01")
    made = mail(found, "laws@example.org", ("a@example.org", "b@example.org"))
    assert made == mail(found, "laws@example.org", ("a@example.org", "b@example.org"))
    read = message_from_bytes(made, policy=policy.default)
    assert (read["From"], read["To"]) == ("laws@example.org", "a@example.org, b@example.org")
    assert "2021-01-01" in read["Subject"]
    kinds = [part.get_content_type() for part in read.walk()]
    assert kinds == ["multipart/alternative", "text/plain", "text/html"]
    text, page = read.iter_parts()
    assert text.get_content().replace("\r\n", "\n") == printed(found, "text")
    assert page.get_content().replace("\r\n", "\n") == printed(found, "html")
    for bad in ("x", "a@b\nBcc: c@d", ""):
        with pytest.raises(YangeError, match="no mail address"):
            mail(found, bad, ())


def test_the_command_and_its_exit_codes(root: Path, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(f"{FERRY}\n", "utf-8")
    (tmp_path / "bad.txt").write_text(f"{FERRY}\n某省不存在条例\n", "utf-8")
    call = ["--project", str(root), "watch", "--since", "2021-01-01", "--until", "2026-12-01"]
    run = CliRunner()
    good = run.invoke(group, [*call, str(tmp_path / "good.txt"), "--json"])
    assert good.exit_code == 0
    assert json.loads(good.stdout)["schema"] == "yange.watch/1"
    bad = run.invoke(group, [*call, str(tmp_path / "bad.txt")])
    assert bad.exit_code == 1
    assert "某省不存在条例" in bad.stdout
    assert "市港航事务中心" in bad.stdout
    page = run.invoke(group, [*call, str(tmp_path / "good.txt"), "--output", str(tmp_path / "x.html")])
    assert page.exit_code == 0
    assert (tmp_path / "x.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    early = run.invoke(group, [*call[:4], "2027-01-01", *call[5:], str(tmp_path / "good.txt")])
    assert early.exit_code == 2
