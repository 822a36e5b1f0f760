"""A whole site of a letter that names persons in every place it can: no file of it has any name or number of them."""

from __future__ import annotations

import html
import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest

from yange.mkdocs_plugin import build_site

pytestmark = pytest.mark.xdist_group("private persons")

TITLE = "望海市交通运输局关于市人大钱小虎代表第123号建议的答复"
LETTER = """---
title: 望海市交通运输局关于市人大钱小虎代表第123号建议的答复
cover_title: 关于转送钱小虎代表建议答复的函（电话13911110001）
number: 望交函〔{year}〕7号
issuer: [望海市交通运输局（联系人：孙大圣）]
signed: {day}
published: null
effective: {day}
effective_basis: signed
commenced: {day}
expires: null
amended_by:
  - {{number: null, date: {day}, kind: 修正（经办人：唐玄奘）}}
repeals:
  - {{policy: null, number: null, title: 关于答复朱悟能代表建议的函（电话13911110002）, extent: whole, on: null}}
text: held
condition: complete
sources:
  - name: 望海市交通运输局网站（联系人：沙悟净，电话13911110003）
    url: null
    page_date: null
    retrieved: null
    sha256: null
    media: text/plain
    variants: ["另一本作 电话13911110004"]
checked: {{date: 2026-01-02, source: 致电望海市交通运输局 0755-88886601}}
corrections:
  - date: 2026-01-02
    field: text
    clause: 一、
    was: 联系人：白龙马，电话：13911110005
    now: 联系人：孙大圣，电话：13911110006
    evidence: 望海市交通运输局网站，致电13911110007核对
    by: 甲
review: [effective]
note: 提案人：牛魔王，邮箱 niumowang@example.org
---

# 望海市交通运输局关于市人大钱小虎代表第123号建议的答复

尊敬的钱小虎、罗　刹代表：

您提出的《关于改善渡口条件的建议》收悉。现答复如下：

## 一、关于渡口照明（联系人：黄风怪）

我局将增加照明。{extra}联系人：孙大圣，电话：1 3 9 1 1 1 1 0 0 0 8。钱小虎代表的建议已办，孙 大 圣负责。

## 二、关于《望海市渡口管理办法》的执行

渡口经营人李四光反映的情况，详询周老二，办公电话0755-88886602。有意见请致电本局8765 4321，或 +86 139-1111-0009，
或１３９１１１１００１０。身份证号440301199001011234，家庭住址：望海市东街3号501房。微信：baigujing_01。

（一）热依木·阿不都拉代表：同上。

| 姓名 | 电话 | 意见 |
|---|---|---|
| 吴承恩 | 13911110011 | 同意，转郑板桥同志 |
| 联系人 | 金角王 | 8765 4322 |

附件：联系表

联系人：王二麻，手机13911110012，邮箱wangerma＠example．org

望海市交通运输局

{year}年3月4日
"""
NAMES = ("钱小虎", "孙大圣", "唐玄奘", "朱悟能", "沙悟净", "白龙马", "牛魔王", "罗刹", "黄风怪", "李四光", "周老二",
         "热依木", "阿不都拉", "吴承恩", "郑板桥", "金角王", "王二麻", "niumowang", "wangerma", "baigujing",
         "望海市东街3号")  # fmt: skip
NUMBERS = (*(f"139111100{n:02}" for n in range(1, 13)), "075588886601", "075588886602", "87654321", "87654322",
           "440301199001011234")  # fmt: skip
OTHER = """---
title: 望海市渡口管理办法
number: 望府规〔{year}〕1号
issuer: [望海市人民政府]
signed: {day}
published: null
effective: {day}
effective_basis: signed
commenced: {day}
expires: null
repeals:
  - {{policy: null, number: null, title: {title}, extent: whole, on: null}}
text: held
condition: complete
sources:
  - {{name: 望海市人民政府公报, url: null, page_date: null, retrieved: null, sha256: null, media: text/plain}}
review: [effective]
---

# 望海市渡口管理办法

第一条　渡口{word}安全，咨询电话0755-81112222。

第二条　《{title}》同时废止，本办法自印发之日起施行。
"""
POLICY = "---\nid: wanghai/{slug}\ntitle: {title}\nplace: 望海市\nkind: {kind}\nrank: null\n{more}---\n{below}"
SETTINGS = """site_name: 某库
site_url: https://example.org/ku/
docs_dir: site/pages
site_dir: build/site
theme: {{name: material, custom_dir: site/overrides, language: zh, font: false}}
plugins:
  - yange: {{publish_persons: {shown}, word_files: true, repository: "https://github.com/o/r"}}
"""


def project(root: Path, project_root: Path, shown: str) -> Path:
    shutil.copytree(project_root / "site", root / "site")
    (root / "mkdocs.yml").write_text(SETTINGS.format(shown=shown), encoding="utf-8")
    letter, other = root / "policies/wanghai/dafu-han", root / "policies/wanghai/dukou"
    letter.mkdir(parents=True)
    other.mkdir()
    more, below = "note: 建议人：孙大圣，电话13911110001\n", "\n联系人：孙大圣，电话13911110002\n"
    files = {
        letter / "policy.md": POLICY.format(slug="dafu-han", title=TITLE, kind="函", more=more, below=below),
        letter / "2022-03-04.md": LETTER.format(day="2022-03-04", year=2022, extra=""),
        letter / "2023-03-04.md": LETTER.format(day="2023-03-04", year=2023, extra="另增长椅。"),
        other / "policy.md": POLICY.format(slug="dukou", title="望海市渡口管理办法", kind="办法", more="", below=""),
        other / "2024-01-01.md": OTHER.format(day="2024-01-01", year=2024, word="应当", title=TITLE),
        other / "2025-01-01.md": OTHER.format(day="2025-01-01", year=2025, word="必须", title=TITLE),
    }
    for path, text in files.items():
        path.write_text(text, encoding="utf-8")
    return build_site(root, on=date(2026, 11, 23), target=root / "out")


@pytest.fixture(scope="module")
def closed(project_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project(tmp_path_factory.mktemp("closed"), project_root, "false")


def contents(site: Path) -> Iterator[tuple[str, str]]:
    """Yield every file of a site, and every file within a Word document, as what anybody can read in it."""
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if not path.is_file() or name.startswith("assets/"):
            continue
        data = path.read_bytes()
        if path.suffix == ".docx":
            with zipfile.ZipFile(io.BytesIO(data)) as packed:
                yield from ((f"{name}:{one}", readable(packed.read(one))) for one in packed.namelist())
        yield name, f"{name}\n{readable(data)}"


def readable(data: bytes) -> str:
    """Return the words of a file with every escape undone, and again without what sets characters apart."""
    raw = data.decode("utf-8", "replace")
    unescaped = re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), raw)
    shown = unquote(html.unescape(unescaped))
    plain = shown.translate(str.maketrans("０１２３４５６７８９＠．", "0123456789@."))
    bare = re.sub(r"<[^<>]*>", "", plain)
    return "\n".join((plain, re.sub(r"[ \t　\-.*_\\]", "", plain), re.sub(r"[ \t　\-.*_\\]", "", bare)))


def leaks(site: Path) -> set[tuple[str, str]]:
    return {(secret, name) for name, text in contents(site) for secret in (*NAMES, *NUMBERS) if secret in text}


def test_no_file_of_a_site_has_a_name_or_number_of_a_private_person(closed: Path) -> None:
    assert leaks(closed) == set()
    kinds = {name.rpartition(".")[2] for name, _ in contents(closed)}
    assert {"html", "json", "jsonl", "csv", "atom", "ics", "js", "txt", "md", "xml"} <= kinds
    assert any(".docx:" in name for name, _ in contents(closed)), "a comparison in Word was looked into"


def test_what_is_left_of_the_letter_and_of_other_texts_is_published(closed: Path) -> None:
    page = (closed / "wanghai/dafu-han/v2023-03-04/index.html").read_text("utf-8")
    for words in (
        "另增长椅",
        "〔姓名略〕",
        "〔电话略〕",
        "〔邮箱略〕",
        "〔号码略〕",
        "〔住址略〕",
        "个人姓名、电话等不予公布",
    ):
        assert words in page
    other = (closed / "wanghai/dukou/v2025-01-01/index.html").read_text("utf-8")
    assert "0755-81112222" in other, "the telephone of an office in a policy"
    assert "关于市人大〔姓名略〕代表第123号建议的答复" in other
    assert "../../dafu-han/" in other, "the letter is still found by its title"


def test_publishing_them_is_a_setting(project_root: Path, tmp_path: Path) -> None:
    """Guards the tests above, too: what they look for would be found in every kind of file."""
    site = project(tmp_path, project_root, "true")
    found = leaks(site)
    assert {secret for secret, _ in found} >= {*NAMES, *NUMBERS} - {"13911110004"}
    kinds = {name.rpartition(".")[2] for _, name in found}
    assert {"html", "json", "jsonl", "csv", "atom", "js", "txt", "md", "xml"} <= kinds
