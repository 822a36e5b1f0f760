"""Text is data: whatever a contributor writes into a text, a title or a fact, no HTML and no script comes of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from publishing import all_pages, read

from yange.library import load
from yange.publish.view import web_link

EVIL = '"><script>alert(1)</script><img src=x onerror=alert(2)>{{ 7 * 7 }}{% raw %}</title></dl>&lt;b&gt;'
POLICY = """---
id: evil/rules
title: {evil}
place: {evil}
kind: {evil}
rank: {evil}
was: [{evil}]
note: {evil}
---
"""
VERSION = """---
title: {evil}
cover_title: {evil}
number: {number}
issuer: [{evil}]
signed: 2020-01-01
effective: {day}
effective_basis: stated
commenced: {day}
expires: null
amended_by:
  - {{number: {evil}, date: 2020-01-01, kind: {evil}}}
clause_periods:
  - {{clause: 第一条, from: 2020-06-01, to: null}}
repeals:
  - {{policy: null, number: {evil}, title: {evil}, extent: [{evil}], on: 2020-01-01}}
savings:
  - {{clause: {evil}}}
text: held
condition: truncated
units: {{kind: {evil}, count: 2}}
sources:
  - {{name: {evil}, url: "javascript:alert(3)", sha256: {evil}, variants: [{evil}]}}
  - {{name: fine, url: "https://example.org/?a=1&b=<2>"}}
checked: {{date: 2020-02-02, source: {evil}}}
corrections:
  - {{date: null, field: {evil}, clause: {evil}, was: {evil}, now: {evil}, evidence: {evil}, by: {evil}}}
review: [effective]
language: {evil}
note: {evil}
---

# {title}

第一条　{body}

[link](javascript:alert(4)) {{ onclick=alert(5) }}

第二条　<iframe src="https://example.org/"></iframe>{body}

## 附件1　<svg onload=alert(6)>

| <b>a</b> | b |
| --- | --- |
| <script>alert(7)</script> | {cell} |
"""


def hostile_project(root: Path) -> Path:
    """Write a library in which every field attacks."""
    folder = root / "policies" / "evil" / "rules"
    folder.mkdir(parents=True)
    quoted = json.dumps(EVIL)
    (folder / "policy.md").write_text(POLICY.format(evil=quoted), encoding="utf-8")
    for number, (day, body) in enumerate((("2020-01-01", EVIL), ("2021-01-01", EVIL + " <u>new</u>"))):
        text = VERSION.format(
            evil=quoted, number=json.dumps(f"{EVIL}{number}"), day=day, title=EVIL, body=body, cell=EVIL
        )
        (folder / f"{day}.md").write_text(text, encoding="utf-8")
    return root


def test_no_field_of_a_hostile_library_becomes_html(tmp_path: Path) -> None:
    library, problems = load(hostile_project(tmp_path))
    assert [problem for problem in problems if problem.severity == "error"] == []
    made = all_pages(library)
    assert len(made) >= 2 * (1 + 1 + 2 + 1 + 1)
    for page in made:
        html = read(page.html())
        assert {"script", "img", "iframe", "title", "b", "u"} & set(html.tags) <= {"title"}, page.address
        ours = [value for tag, name, value in html.attributes if (tag, name) == ("title", "id")]
        assert len(ours) == html.tags.count("title"), page.address  # a title without an id is none of our drawings'
        assert [name for _, name, _ in html.attributes if name.startswith("on") or name == "style"] == []
        assert [link for link in html.links if ":" in link and not link.startswith("https://example.org/")] == []
        assert html.wrong == []
        assert "49" not in html.text
    texts = [read(page.html()).text for page in made if page.address.endswith(("2020-01-01/", "rules/"))]
    assert all("<script>alert(1)</script>" in text for text in texts), "the words themselves are shown"


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://example.org/a?b=c", True),
        ("http://example.org", True),
        ("HTTPS://example.org", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("https:alert(1)", False),
        ("ftp://example.org", False),
        ("http://[", False),
        ("", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(url: str | None, link: bool) -> None:
    assert (web_link(url) is not None) is link
