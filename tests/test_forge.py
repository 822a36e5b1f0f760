"""Where a reader is sent to correct a clause."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from yange.forge import forge_at

PATH = "policies/wanghai/dukou/2020-03-01.md"


@pytest.mark.parametrize(
    ("address", "edit"),
    [
        ("https://github.com/o/r", f"https://github.com/o/r/edit/main/{PATH}#L21"),
        ("https://github.com/o/r.git/", f"https://github.com/o/r/edit/main/{PATH}#L21"),
        ("https://gitlab.com/g/sub/r", f"https://gitlab.com/g/sub/r/-/edit/main/{PATH}#L21"),
        ("https://gitlab.example.org/g/r", f"https://gitlab.example.org/g/r/-/edit/main/{PATH}#L21"),
        ("https://codeberg.org/o/r", f"https://codeberg.org/o/r/_edit/main/{PATH}#L21"),
        ("https://forgejo.example.org/o/r", f"https://forgejo.example.org/o/r/_edit/main/{PATH}#L21"),
    ],
)
def test_the_editor_opens_at_the_line(address: str, edit: str) -> None:
    forge = forge_at(address)
    assert forge is not None
    assert forge.edit(PATH, 21) == edit


@pytest.mark.parametrize("address", [None, "", "https://github.com", "javascript:alert(1)", "https://example.org/o/r"])
def test_where_no_forge_is_known(address: str | None) -> None:
    assert forge_at(address) is None


@pytest.mark.parametrize(
    ("address", "fields"),
    [
        (
            "https://github.com/o/r",
            {"template": "correction.yml", "path": PATH, "clause": "第三条", "was": "甲 & “乙”\n丙"},
        ),
        ("https://gitlab.com/o/r", {"issue[title]": f"勘误：{PATH} 第三条"}),
        ("https://codeberg.org/o/r", {"title": f"勘误：{PATH} 第三条"}),
    ],
)
def test_a_report_is_filled_in(address: str, fields: dict[str, str]) -> None:
    forge = forge_at(address)
    assert forge is not None
    query = parse_qs(urlsplit(forge.report(PATH, "第三条", "甲 & “乙”\n丙")).query)
    told = {name: values[0] for name, values in query.items()}
    assert fields.items() <= told.items()
    assert len(forge.report(PATH, "第三条", "长" * 100_000)) < 16_000
