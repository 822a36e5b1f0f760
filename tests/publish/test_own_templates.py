"""Every part of every page can be written anew in a project's own templates, and the documentation names each."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from publishing import DAY, ROOT

from gitting import policy, version
from yange.library import load
from yange.publish import pages
from yange.settings import Settings
from yange.timeline import build_timeline

SHIPPED = ROOT / "templates" / "site"
BLOCK = re.compile(r"\{% block (\w+) %\}")
MARK = re.compile(r"<!--(\w+) (\w+)-->")
OTHER = {"parts", "drawing", "moved", "version_rows"}
"""Pieces that pages share, and the page of an address that leads on: no page of a reader."""
TOLLS = (
    ("泊位每日收费三元。", "渡口每日六时开放。", "本办法由市港航处解释。"),
    ("泊位每日收费三元。", "船员应当每日点名，渡口除外，不得缺席集合训练。", "本办法由市港航处解释。"),
)


def blocks() -> dict[str, list[str]]:
    return {path.stem: BLOCK.findall(path.read_text("utf-8")) for path in sorted(SHIPPED.glob("*.html"))}


def project(root: Path) -> Path:
    """The sample city, and a policy of nine texts: pairs without a page, and clauses that may belong together."""
    (root / "policies").mkdir(parents=True)
    shutil.copytree(ROOT / "policies" / "wanghai", root / "policies" / "wanghai")
    folder = root / "policies" / "linan" / "bowei"
    folder.mkdir(parents=True)
    (folder / "policy.md").write_text(policy("linan/bowei", "望海市泊位办法"), "utf-8")
    for year in range(2000, 2009):
        text = version(f"{year}-01-01", *TOLLS[year % 2], title="望海市泊位办法")
        (folder / f"{year}-01-01.md").write_text(text, "utf-8")
    (folder / "drafts").mkdir()
    proposed = version("2009-01-01", *TOLLS[0], title="望海市泊位办法（修订草案）").replace(
        "number: 望府规", "draft: true\nnumber: 望府规"
    )
    (folder / "drafts" / "2009-01-01.md").write_text(proposed, "utf-8")
    return root


def test_every_block_of_every_page_can_be_overridden(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "site"
    own.mkdir(parents=True)
    for name, found in blocks().items():
        lines = [f"{{% block {block} %}}<!--{name} {block}-->{{{{ super() }}}}{{% endblock %}}" for block in found]
        if found:
            (own / f"{name}.html").write_text(f'{{% extends "yange/{name}.html" %}}\n' + "\n".join(lines), "utf-8")
    library, _ = load(project(tmp_path / "project"))
    made = pages(library, build_timeline(library), Settings(languages=("zh",)), DAY, (own.parent, SHIPPED.parent))
    seen = {found for page in made for found in MARK.findall(page.html())}
    wanted = {(name, block) for name, found in blocks().items() for block in found}
    assert wanted - seen == set()


def test_every_page_has_blocks() -> None:
    for name, found in blocks().items():
        assert ("page" in found) == (name not in OTHER), name
        assert len(set(found)) == len(found)


def test_a_block_that_is_written_anew_changes_nothing_else(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "site"
    own.mkdir(parents=True)
    (own / "policy.html").write_text(
        '{% extends "yange/policy.html" %}{% block title %}<h1 id="top">X</h1>{% endblock %}', "utf-8"
    )
    library, _ = load(project(tmp_path / "project"))
    found = []
    for folders in ((SHIPPED.parent,), (own.parent, SHIPPED.parent)):
        made = pages(library, build_timeline(library), Settings(languages=("zh",)), DAY, folders)
        found.append({page.address: page.html for page in made})
    before, after = found
    for address in ("linan/bowei/", "linan/bowei/v2000-01-01/"):
        old, new = before[address](), after[address]()
        assert re.sub(r"<h1.*?</h1>\s*", "", old, flags=re.S) == re.sub(r"<h1.*?</h1>\s*", "", new, flags=re.S)
    assert '<h1 id="top">X</h1>' in after["linan/bowei/"]()


def test_the_documentation_lists_every_block() -> None:
    page = (ROOT / "docs" / "how-to" / "override-templates.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| `(\w+)\.html` \| [^|]* \| (.*) \|$", page, re.M))
    assert {name: re.findall(r"`(\w+)`", row) for name, row in rows.items()} == {
        name: sorted(found) for name, found in blocks().items() if found
    }
