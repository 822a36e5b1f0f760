"""The policy of the pages: the theme's scripts may run, and no other."""

from __future__ import annotations

import pytest

from yange.problems import YangeError
from yange.publish.csp import guarded, header_files, inline_scripts, policy, script_hash

HEAD = '<html><head><meta charset="utf-8"><title>t</title>'


def test_only_scripts_that_run_from_the_page_are_counted() -> None:
    html = (
        '<script>a</script><script src="x.js"></script><SCRIPT TYPE=module>b</SCRIPT >'
        '<script type="application/json">{}</script><script type="application/ld+json">{}</script>'
    )
    assert list(inline_scripts(html)) == ["a", "b"]


def test_the_hash_is_that_of_the_specification() -> None:
    assert script_hash("doSomething();") == "'sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc='"


def test_a_page_carries_the_hashes_of_its_own_scripts_before_them() -> None:
    allowed = frozenset({script_hash("a"), script_hash("b")})
    page = guarded(f"{HEAD}<script>a</script>", allowed, "x/")
    assert page.index("Content-Security-Policy") < page.index("<script>")
    assert script_hash("a") in page
    assert script_hash("b") not in page
    assert "unsafe" not in page


@pytest.mark.parametrize(
    "html",
    [
        f"{HEAD}<script>evil()</script>",
        f"{HEAD}<script type='text/javascript'>evil()</script>",
        f"{HEAD}<ScRiPt\n>evil()</sCrIpT\n>",
        "<html><head><title>no place for it</title>",
    ],
)
def test_a_page_with_a_script_of_somebody_else_is_not_written(html: str) -> None:
    with pytest.raises(YangeError, match="x/"):
        guarded(html, frozenset({script_hash("a")}), "x/")


def test_an_inline_style_is_allowed_by_its_hash_alone() -> None:
    html = f"{HEAD}<style>p {{}}</style><style>evil {{}}</style>"
    page = guarded(html, frozenset(), "x/", frozenset({script_hash("p {}")}))
    assert f"style-src 'self' {script_hash('p {}')};" in page
    assert script_hash("evil {}") not in page
    assert "style-src 'self';" in guarded(html, frozenset(), "x/")


def test_nothing_is_open_by_default() -> None:
    text = policy([])
    assert text.startswith("default-src 'none'; script-src 'self';")
    assert "http" not in text
    assert "*" not in text


def test_servers_are_told_in_their_own_words() -> None:
    files = {asset.address: asset.content.decode() for asset in header_files(frozenset({script_hash("a")}))}
    assert files["_headers"].startswith("/*\n  Content-Security-Policy: default-src 'none';")
    assert script_hash("a") in files["headers.nginx.conf"]
    assert all(
        line.startswith("add_header ") and line.endswith('" always;')
        for line in files["headers.nginx.conf"].splitlines()
    )
