"""Small projects and documents with one mistake each: what the commands print for them are the examples."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from click.testing import CliRunner

from yange.cli.app import group

PLACE = "policies/wanghai/dukou"
POLICY = "---\nid: wanghai/dukou\ntitle: 渡口管理办法\nplace: 望海市\nkind: 办法\nrank: null\nsample: true\n---\n"
FACTS = """\
title: 渡口管理办法
number: 望府规〔2020〕3号
issuer: [望海市人民政府]
signed: 2020-02-14
published: 2020-02-14
effective: 2020-03-01
effective_basis: stated
expires: null
text: held
condition: complete
units: {kind: article, count: 3}
sources: [{name: dukou.txt}]
checked: null
"""
BODY = """
# 渡口管理办法

第一条　渡船应当登记。

第二条　未登记的，不得载客。

第三条　本办法自2020年3月1日起施行。
"""


def text(facts: str = FACTS, body: str = BODY) -> str:
    return f"---\n{facts}---\n{body}"


def changed(old: str, new: str) -> str:
    whole = text()
    assert old in whole
    return whole.replace(old, new)


FIRST = f"{PLACE}/2020-03-01.md"
PROJECTS: tuple[Mapping[str, str], ...] = (
    {FIRST: text().replace("---\n", "", 1)},
    {FIRST: changed("title: 渡口管理办法", "title: [")},
    {FIRST: changed("signed: 2020-02-14", "signed: 14 February")},
    {FIRST: changed("condition: complete", "condition: perfect")},
    {FIRST: changed("title: 渡口管理办法\n", "")},
    {FIRST: changed("signed: 2020-02-14", "signed: 2020-02-20")},
    {FIRST: changed("effective_basis: stated", "effective_basis: signed")},
    {FIRST: changed("effective_basis: stated", "effective_basis: published")},
    {FIRST: changed("effective: 2020-03-01", "effective: 2020-04-01")},
    {FIRST: changed("count: 3", "count: 4")},
    {FIRST: changed("第二条　", "第三条　")},
    {FIRST: changed("第三条　", "第五条　")},
    {FIRST: changed("第一条　", "第二条　")},
    {FIRST: changed("未登记的，", "违反第九条，未登记的，")},
    {FIRST: changed("渡船应当登记", "渡船应当登\u200b记")},
    {FIRST: changed("# 渡口管理办法\n", "")},
    {FIRST: changed("# 渡口管理办法\n", "# 码头管理办法\n")},
    {FIRST: changed("第二条　未登记的，不得载客。", "<<<<<<< HEAD\n第二条　未登记的，不得载客。\n=======\n>>>>>>> x")},
    {FIRST: changed("sources: [{name: dukou.txt}]", "sources: []")},
    {FIRST: changed("name: dukou.txt", "name: dukou.txt, sha256: abc")},
    {FIRST: changed("expires: null", "expires: 2019-12-31")},
    {FIRST: changed("expires: null", "expires: 2025-02-28")},
    {FIRST: changed("checked: null", "checked: null\nrepeals: [{title: 旧办法, on: 2020-03-01}]")},
    {FIRST: changed("checked: null", "checked: null\nrepeals: [{policy: wanghai/none}]")},
    {FIRST: changed("checked: null", "checked: null\nreview: [colour]")},
    {FIRST: changed("checked: null", "checked: null\nclause_periods: [{clause: 第九条, from: 2020-05-01}]")},
    {FIRST: changed("checked: null", "checked: null\ncorrections: [{field: text, was: 甲, now: 乙}]")},
    {FIRST: changed("checked: null", "checked: null\nlanguage: tlh")},
    {FIRST: changed("text: held", "text: catalogue-only")},
    {FIRST: changed("不得载客。", "不得载客。本办法于公布满三个月后的下月起执行。")},
    {FIRST: changed("第三条　本办法自2020年3月1日起施行。", "第三条　本办法施行日期另行规定。")},
    {FIRST: text(body="\n# 渡口管理办法\n\n渡船应当登记。未登记的，不得载客。\n")},
    {f"{PLACE}/2020-05-01.md": text()},
    {f"{PLACE}/first.md": text()},
    {f"{PLACE}/notes.txt": "x"},
    {f"{PLACE}/alignment.yml": "- {old: v2020-03-01, new: v2021-03-01}\n"},
    {f"{PLACE}/alignment.yml": "old: new\n"},
    {f"{PLACE}/policy.md": POLICY.replace("wanghai/dukou", "wanghai/matou"), FIRST: text()},
    {f"{PLACE}/policy.md": POLICY.replace("title: 渡口管理办法\n", ""), FIRST: text()},
    {f"{PLACE}/policy.md": POLICY.replace("place: 望海市\n", ""), FIRST: text()},
    {"policies/wanghai/Du kou/policy.md": POLICY},
)
DOCUMENTS = (
    "望海市渡口管理办法\n\n第一条　渡船应当登记。\n\n第二条　本办法自公布之日起施行。\n",
    (
        "望海市渡口管理办法\n\n第一条　渡船应当登记。\n\n第三条　不得超载，联系电话13800138000。\n\n"
        "第四条　本办法有效期5年，自2020年3月1日起施行。\n"
    ),
    "望海市渡口管理办法\n\n第三条　渡船应当登记。\n\n第四条　未登记的，由",
    "",
)
_LINE = re.compile(r"^\S.*\[(?P<code>[a-z0-9-]+)\]$", re.M)


def said(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield codes and what the commands print for them: a line, and the way out below it."""
    for n, files in enumerate(PROJECTS):
        root = folder / str(n)
        for path, content in {f"{PLACE}/policy.md": POLICY, **files}.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(content, "utf-8")
        result = CliRunner().invoke(group, ["--project", str(root), "check"])
        yield from _problems(result.stdout)
    for n, document in enumerate(DOCUMENTS):
        file = folder / f"document-{n}.txt"
        file.write_text(document, "utf-8")
        result = CliRunner().invoke(group, ["--project", str(folder), "import", "--dry-run", str(file)])
        yield from _problems(result.stderr.replace(f"{folder}/", ""))


def _problems(output: str) -> Iterator[tuple[str, str]]:
    lines = output.split("\n")
    for at, line in enumerate(lines):
        found = _LINE.match(line)
        if found:
            hint = lines[at + 1] if at + 1 < len(lines) and lines[at + 1].startswith("    ") else ""
            yield found["code"], "\n".join(filter(None, (line, hint)))
