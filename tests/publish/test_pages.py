from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from publishing import DAY, ROOT, Read, all_pages, read

from yange.compare import Operation, compare
from yange.model import EventKind, Library
from yange.parse import parse
from yange.problems import YangeError
from yange.publish import Page, assets, pages
from yange.publish.addresses import compare_address
from yange.settings import Settings
from yange.shipped import folders
from yange.timeline import build_timeline

pytestmark = pytest.mark.xdist_group("pages")

FUND = "wanghai/haiyang-chanye-fazhan-zhuanxiang-zijin-guanli-banfa"
NIGHT = "wanghai/cujin-yejian-jingji-fanrong-fazhan-ruogan-cuoshi"
BERTHS = "wanghai/rules-on-small-craft-berths"


@pytest.fixture(scope="module")
def made(library: Library) -> dict[str, tuple[Page, Read]]:
    return {page.address: (page, read(page.html())) for page in all_pages(library)}


def words(made: dict[str, tuple[Page, Read]], address: str) -> str:
    return re.sub(r"\s+", " ", made[address][1].text)


def test_every_policy_version_and_pair_has_a_page_in_both_languages(
    library: Library, made: dict[str, tuple[Page, Read]]
) -> None:
    expected = {""}
    for policy in library.policies:
        expected.add(f"{policy.id}/")
        expected |= {f"{policy.id}/{version.key}/" for version in policy.versions}
    for old, new in build_timeline(library).superseding_pairs():
        if old.held and new.held:
            expected.add(compare_address(old, new))
    assert expected <= made.keys()
    assert {f"en/{address}" for address in expected} <= made.keys()
    assert all(page.language == ("en" if address.startswith("en/") else "zh") for address, (page, _) in made.items())


def files_of(library: Library, made: dict[str, tuple[Page, Read]]) -> set[str]:
    """Return the addresses of all files of a site that are no pages."""
    found = {asset.address for page, _ in made.values() if page.companions for asset in page.companions()}
    alone = assets(library, build_timeline(library), Settings(), DAY, folders(ROOT, "templates"))
    return found | {asset.address for bundle in alone for asset in bundle.files()}


def test_every_link_and_anchor_of_every_page_resolves(library: Library, made: dict[str, tuple[Page, Read]]) -> None:
    broken, files = [], files_of(library, made)
    for address, (_, page) in made.items():
        for link in page.links:
            target = urlsplit(urljoin(f"https://site.test/{address}", link))
            assert target.netloc == "site.test", f"{address} links away: {link}"
            path = unquote(target.path.removeprefix("/"))
            found = made.get(path)
            if found is None and path in files and not target.fragment:
                continue
            if found is None or (target.fragment and unquote(target.fragment) not in found[1].ids):
                broken.append(f"{address} → {link}")
    assert broken == []


def test_every_page_is_reached_from_the_home_page_by_links(made: dict[str, tuple[Page, Read]]) -> None:
    seen, waiting = {""}, [""]
    while waiting:
        address = waiting.pop()
        for link in made[address][1].links:
            path = unquote(urlsplit(urljoin(f"https://site.test/{address}", link)).path.removeprefix("/"))
            if path in made and path not in seen:
                seen.add(path)
                waiting.append(path)
    assert sorted(address for address in made if made[address][0].language == "zh" and address not in seen) == [
        "search/"
    ]


def test_pages_are_well_nested_and_name_each_anchor_once(made: dict[str, tuple[Page, Read]]) -> None:
    for address, (_, page) in made.items():
        assert page.wrong == [], address
        assert [name for name, count in Counter(page.ids).items() if count > 1] == [], address


def test_every_clause_has_its_anchor_and_every_word_stands_on_the_page(
    library: Library, made: dict[str, tuple[Page, Read]]
) -> None:
    for version in library.versions():
        if not version.held:
            continue
        page = made[f"{version.policy}/{version.key}/"][1]
        provisions = parse(version.body)
        paths = {clause.path for clause in provisions.walk() if clause.path}
        assert paths <= set(page.ids), version.path
        shown = re.sub(r"［[^］]*］", "", re.sub(r"\s+", "", page.text))
        for line in version.body.split("\n"):
            for cell in line.lstrip("# ").split("|"):
                bare = re.sub(r"\s+", "", cell.replace("\\", ""))
                if bare.strip("-") and bare != "正文":
                    assert bare in shown.replace("#", ""), (version.path, bare)


def test_samples_say_so_on_every_page_and_stay_out_of_search_engines(
    library: Library, made: dict[str, tuple[Page, Read]]
) -> None:
    samples = tuple(policy.id for policy in library.policies if policy.sample)
    assert len(samples) >= 15
    for address, (page, _) in made.items():
        if address.removeprefix("en/") == "" or address.removeprefix("en/").startswith("by/"):
            continue
        sample = address.removeprefix("en/").startswith(samples)
        marked = ("All bodies, numbers" if page.language == "en" else "均为虚构，不具法律效力") in words(made, address)
        assert (sample, not sample) == (marked, page.indexed), address


def test_lists_of_nothing_but_samples_stay_out_of_search_engines(made: dict[str, tuple[Page, Read]]) -> None:
    assert not made["by/place/望海市/"][0].indexed
    assert made["by/place/深圳市/"][0].indexed
    assert words(made, "by/place/望海市/").count("示例") >= 15


def test_every_policy_stands_in_each_way_in(library: Library, made: dict[str, tuple[Page, Read]]) -> None:
    for way in ("place", "status", "kind", "year", "issuer"):
        lists = [page for address, (_, page) in made.items() if re.fullmatch(rf"by/{way}/[^/]+/(\d+/)?", address)]
        assert lists, way
        listed = Counter(title for page in lists for title in page.text.split("\n"))
        known = [policy for policy in library.policies if way not in {"kind", "year", "issuer"} or policy.sample]
        assert sum(listed[policy.title] for policy in known) >= len(known) * 0.8, way


def test_long_lists_are_cut_into_pages(library: Library) -> None:
    one = library.policies[0]
    many = Library(tuple(replace(one, id=f"city/p{n:03}", title=f"第{n}号", versions=()) for n in range(250)))
    made = {page.address: page for page in all_pages(many, settings=Settings(languages=("zh",)))}
    pages_of = [f"by/place/{one.place}/", f"by/place/{one.place}/2/", f"by/place/{one.place}/3/"]
    assert [made[address].html().count("y-name") for address in pages_of] == [100, 100, 50]
    assert f"by/place/{one.place}/4/" not in made
    assert "第17号" not in made[""].html()
    assert len(made[""].html()) < 20_000


def test_every_page_tells_since_when_it_is_right_and_what_is_next(made: dict[str, tuple[Page, Read]]) -> None:
    """The home page is made every day; that of a policy stays until something changes."""
    assert f"截至 {DAY}" in words(made, "")
    for address in (f"{FUND}/", f"{FUND}/v2025-03-01/"):
        assert "自 2026-01-01 起未变 · 下一次已知变化：2030-03-01" in words(made, address)
        assert DAY.isoformat() not in words(made, address)
    assert "unchanged since 2026-01-01 · next known change: 2030-03-01" in words(made, f"en/{FUND}/")


def test_a_page_is_as_of_the_day_that_the_publisher_has_set(library: Library) -> None:
    found = {page.address: page for page in all_pages(library, settings=Settings(languages=("zh",), on=DAY))}
    assert f"截至 {DAY}" in found[f"{FUND}/"].html()
    assert "下一次已知变化" not in found[f"{FUND}/"].html()


def test_a_list_has_the_status_and_the_days_of_each_policy(made: dict[str, tuple[Page, Read]]) -> None:
    rows = re.findall(r"<tr>(.*?)</tr>", made["by/place/望海市/"][0].html(), re.S)
    (fund,) = [row for row in rows if FUND in row]
    assert re.findall(r"data-status=\"([\w-]+)\"", fund) == ["in-force", "expired"], "now, and on days to come"
    assert "望府规〔2024〕11号" in fund
    assert re.findall(r'<time datetime="([\d-]+)"', fund) == ["2025-03-01", "2030-02-28"]


def test_every_change_is_on_the_page_of_its_year(library: Library, made: dict[str, tuple[Page, Read]]) -> None:
    timeline = build_timeline(library)
    pages = {address: page.text for address, (_, page) in made.items() if address.startswith("day/changes/")}
    for event in timeline.events():
        if event.kind not in {EventKind.SIGNED, EventKind.PUBLISHED} and not timeline.is_moot(event):
            policy = library.policy(event.policy)
            assert policy is not None
            assert policy.title in pages[f"day/changes/{event.day.year}/"], event


def test_what_changed_is_told_by_week_month_and_year(library: Library) -> None:
    made = {page.address: page for page in all_pages(library, date(2026, 7, 3), Settings(languages=("zh",)))}
    bands = re.findall(r'data-first="(-?\d+)" data-last="(-?\d+)"><summary>(\S+) <small[^>]*>(\d+)<', made[""].html())
    assert [(first, last, name) for first, last, name, _ in bands[:3]] == [
        ("-6", "0", "一周内"),
        ("-29", "-7", "一月内"),
        ("-364", "-30", "一年内"),
    ]
    week = made[""].html().partition("一周内")[2].partition("一月内")[0]
    assert "2026-07-01" in week
    assert "2026-06-15" not in week


def test_the_home_page_tells_what_changed_and_what_comes_next(made: dict[str, tuple[Page, Read]]) -> None:
    home = words(made, "")
    _, rest = home.split("近期变化", 1)
    recent, rest = rest.split("即将施行、失效", 1)
    ahead, rest = rest.split("查找", 1)
    assert "望海市渡口管理办法" not in home, "the whole library is in the lists"
    assert "2026-01-01 望海市居家养老服务补贴实施细则 示例 有效期届满（最后有效日 2025-12-31）" in recent
    assert "2026-12-31" in ahead
    assert "望海市促进夜间经济繁荣发展若干措施" in ahead
    near, far = ahead.split("91 至 180 天")
    assert re.findall(r"(30 天内|31 至 90 天) (\d+)", near) == [("30 天内", "0"), ("31 至 90 天", "4")]
    assert "2027-03-01" not in near
    assert "2027-03-01" in far


def test_the_same_page_on_an_earlier_day_tells_that_day(library: Library) -> None:
    earlier = {page.address: page for page in all_pages(library, date(2019, 6, 1), Settings(languages=("zh",)))}
    assert "现行有效" in earlier[f"{FUND}/v2017-07-01/"].html()
    assert "尚未施行" in earlier[f"{FUND}/v2025-03-01/"].html()
    assert not any(address.startswith("en/") for address in earlier)


STANDINGS = [
    (f"{FUND}/", "现行有效，至 2030-02-28 止"),
    (f"{FUND}/v2017-07-01/", "已被取代，自 2025-03-01 起"),
    (f"{FUND}/v2025-01-01/", "未曾施行，施行前于 2024-12-20 终止"),
    (f"{NIGHT}/", "现行有效，至 2026-12-31 止，其中（八）、（九）未在施行"),
    ("wanghai/dukou-guanli-banfa/", "现行有效，文中未载有效期"),
    ("wanghai/dukou-guanli-banfa/v2004-01-01/", "已被修改，自 2015-09-08 起"),
    ("wanghai/dukou-chuanzhi-anquan-guanli-zanxing-guize/", "已废止，自 2004-01-01 起"),
    ("wanghai/jujia-yanglao-fuwu-butie-shishi-xize/", "已失效，自 2026-01-01 起，最后有效日 2025-12-31"),
    ("wanghai/jiyou-zhuzhai-jiazhuang-dianti-shishi-banfa/v2027-03-01/", "尚未施行，将自 2027-03-01 起施行"),
    ("wanghai/di-112-hao-tian-dafu-han/", "函件，答复特定对象，没有施行期间"),
    ("wanghai/linjie-danwei-menqian-qingsao-zeren-guiding/", "效力不明，施行日期不详，本库不作推断"),
    (f"en/{BERTHS}/", "In force, until 2029-08-31 (last day)"),
]


@pytest.mark.parametrize(("address", "sentence"), STANDINGS, ids=[address for address, _ in STANDINGS])
def test_statuses_stand_in_words_with_their_days(
    made: dict[str, tuple[Page, Read]], address: str, sentence: str
) -> None:
    assert sentence in words(made, address)


FACTS = [
    (f"{FUND}/v2025-03-01/", "由有效期 5 年推算：2025-03-01 ＋ 5 年 － 1 日"),
    (f"{FUND}/v2025-03-01/", "核对至 2026-11-02"),
    (f"{FUND}/v2017-07-01/", "2022-05-20 有效期延长至 2025-06-30"),
    (f"{FUND}/v2017-07-01/", "这不是现行文本"),
    ("wanghai/haian-shengtai-xiufu-xingdong-jihua-2026-2028/v2026-01-16/", "推定"),
    ("wanghai/haian-shengtai-xiufu-xingdong-jihua-2026-2028/v2026-01-16/", "文中未载有效期"),
    ("wanghai/dukou-chuanzhi-anquan-guanli-zanxing-guize/v1964-06-10/", "仅有目录信息，本库未收正文"),
    ("wanghai/dukou-guanli-banfa/v2021-03-26/", "望海市人民政府令第88号 修正"),
    ("wanghai/dukou-guanli-banfa/v2015-09-08/", "未核对"),
    ("wanghai/huwai-zhaopai-shezhi-guanli-guiding/", "望府〔2008〕45号"),
    ("wanghai/jujia-yanglao-fuwu-butie-shishi-xize/", "勘误是本库曾经录错，不是法律的修改"),
    (
        f"{NIGHT}/v2022-01-01.2/",
        "自 2023-08-01 起，据《望海市户外招牌设置管理规定》",
    ),
]


@pytest.mark.parametrize(("address", "fact"), FACTS, ids=[f"{a.split('/')[-2]}-{n}" for n, (a, _) in enumerate(FACTS)])
def test_facts_are_told(made: dict[str, tuple[Page, Read]], address: str, fact: str) -> None:
    assert fact in words(made, address)


def test_the_text_in_force_has_no_banner(made: dict[str, tuple[Page, Read]]) -> None:
    assert "这不是现行文本" not in words(made, f"{FUND}/v2025-03-01/")


def test_the_banner_of_a_repealed_text_leads_to_what_repealed_it(made: dict[str, tuple[Page, Read]]) -> None:
    address = "wanghai/zanting-zhixing-bufen-yejian-jingji-cuoshi-tonggao/v2024-09-12/"
    assert "本文件由《望海市人民政府关于恢复执行部分夜间经济措施的通告》废止。" in words(made, address)
    assert "本文件由《" not in words(made, "wanghai/jujia-yanglao-fuwu-butie-shishi-xize/v2023-01-01/"), "it expired"


def test_texts_keep_their_own_language(made: dict[str, tuple[Page, Read]]) -> None:
    languages = {(tag, value) for tag, name, value in made[f"en/{FUND}/v2025-03-01/"][1].attributes if name == "lang"}
    assert ("section", "zh-Hans") in languages
    assert ("h1", "zh-Hans") in languages
    own = {(tag, value) for tag, name, value in made[f"{BERTHS}/v2024-09-01/"][1].attributes if name == "lang"}
    assert ("section", "en") in own


def test_the_drawing_has_its_words(made: dict[str, tuple[Page, Read]]) -> None:
    page = made[f"{FUND}/"][1]
    assert ("svg", "role", "group") in page.attributes
    assert "2017-07-01 至 2025-02-28（已被取代）" in words(made, f"{FUND}/")


def test_a_comparison_page_shows_every_change(library: Library, made: dict[str, tuple[Page, Read]]) -> None:
    policy = library.policy(FUND)
    assert policy is not None
    old, new = policy.version("v2013-05-01"), policy.version("v2017-07-01")
    assert old is not None
    assert new is not None
    report = compare(parse(old.body), parse(new.body))
    page = made[compare_address(old, new)][1]
    bare = re.sub(r"\s+", "", page.text)
    for change in report.changes:
        if change.operation is not Operation.UNCHANGED:
            assert "、".join(filter(None, change.old)) in bare
            assert "、".join(filter(None, change.new)) in bare
    assert page.tags.count("ins") >= 10
    assert page.tags.count("del") >= 10
    assert "10%" in page.text
    assert "15%" in page.text


LETTER = """# 答复的函

尊敬的王小明、李小红代表：

来信收悉。

联系人：张三丰，电话：0755-12345678。
"""


@pytest.mark.parametrize("shown", [False, True])
def test_private_persons_in_letters_are_left_out_unless_set_otherwise(library: Library, shown: bool) -> None:
    policy = library.policy("wanghai/di-112-hao-tian-dafu-han")
    assert policy is not None
    first = replace(policy.versions[0], body=LETTER)
    second = replace(first, key="undated.2", body=LETTER.replace("收悉", "已收悉"))
    letters = Library((replace(policy, versions=(first, second)),))
    made = all_pages(letters, settings=Settings(publish_persons=shown))
    everything = "".join(page.html() for page in made)
    assert all((word in everything) is shown for word in ("王小明", "李小红", "张三丰", "12345678"))
    assert ("函件中的个人姓名、电话等不予公布" in everything) is not shown
    assert any("wanghai/" in page.address and "/compare/" in page.address for page in made) is shown
    files = [file for page in made if page.companions for file in page.companions()]
    plain = [file.content.decode() for file in files if file.address.endswith("text.txt")]
    assert len(plain) == 2
    assert all(("王小明" in text) is shown and ("不予公布" in text) is not shown for text in plain)
    assert any(file.address.endswith("text.md") for file in files) is shown


def test_pages_do_not_depend_on_order_or_run(library: Library) -> None:
    once = [(page.address, page.html()) for page in all_pages(library)]
    again = [(page.address, page.html()) for page in reversed(all_pages(library))]
    assert once == again[::-1]


def test_an_id_that_the_site_needs_for_itself_is_refused(library: Library) -> None:
    taken = replace(library.policies[0], id="en/rules")
    hostile = Library((taken,))
    with pytest.raises(YangeError, match="'en/rules'"):
        list(pages(hostile, build_timeline(hostile), Settings(), DAY, folders(ROOT, "templates")))


def test_signing_and_publishing_stand_with_the_event_by_which_the_text_begins(
    made: dict[str, tuple[Page, Read]],
) -> None:
    told = words(made, "wanghai/dukou-guanli-banfa/").split(" 事件 ")[-1].split("对其他文件的作用")[0]
    assert re.findall(r"\d{4}-\d\d-\d\d (?:施行|修正施行)", told) == [
        "2004-01-01 施行",
        "2015-09-08 修正施行",
        "2021-03-26 修正施行",
    ]
    assert "成文 2003-11-20，公布 2003-11-20" in told
    assert len(re.findall("成文", told)) == len(re.findall("公布", told)) == 3


def test_a_text_page_says_what_of_the_numbering_was_not_read(library: Library) -> None:
    policy = next(policy for policy in library.policies if policy.id == BERTHS)
    version = policy.versions[-1]
    changed = replace(version, body=version.body.rstrip() + "\n\nArtículo 99 bis. Boats.\n")
    policies = tuple(
        replace(one, versions=(*one.versions[:-1], changed)) if one is policy else one for one in library.policies
    )
    texts = {page.address: read(page.html()).text for page in all_pages(Library(policies)) if BERTHS in page.address}
    english = texts[f"en/{BERTHS}/{version.key}/"]
    assert "seem to begin with a clause number but were not recognised: 1 (Artículo 99)" in english
    assert "1 行行首似为编号" in texts[f"{BERTHS}/{version.key}/"]
