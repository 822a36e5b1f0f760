"""The archived file: facts any YAML reader gets back, and the words byte for byte."""

from __future__ import annotations

from datetime import date

import yaml
from archive_helpers import library_of, version
from hypothesis import given
from hypothesis import strategies as st

from yange.archive.document import archived_file
from yange.model import Checked, Effect, Holding, Version


def archived(text: Version, out: tuple[str, ...] = ()) -> str:
    return archived_file(library_of(text).policies[0], text, out).decode()


def facts(text: Version, out: tuple[str, ...] = ()) -> dict[str, object]:
    loaded = yaml.safe_load(archived(text, out).split("---\n")[1])
    assert isinstance(loaded, dict)
    return loaded


def test_the_file_reads_well() -> None:
    text = version(
        "city/rules",
        "2020-03-01",
        number="望府规〔2020〕3号",
        issuer=("望海市人民政府",),
        expires=date(2025, 2, 28),
        repeals=(
            Effect(policy="city/old", number=None, title="旧办法", extent=("（八）", "（九）"), on=date(2020, 3, 1)),
        ),
        units=None,
        body="# 办法\n\n第一条　全文。\n",
    )
    assert archived(text, ("第三条",)) == (
        "---\n"
        "policy: city/rules\n"
        "place: city\n"
        "kind: null\n"
        "rank: null\n"
        "not_in_force: [第三条]\n"
        'title: "city/rules 办法"\n'
        "number: 望府规〔2020〕3号\n"
        "issuer: [望海市人民政府]\n"
        "signed: 2020-03-01\n"
        "published: null\n"
        "effective: 2020-03-01\n"
        "effective_basis: stated\n"
        "expires: 2025-02-28\n"
        "repeals:\n"
        "  - {policy: city/old, number: null, title: 旧办法, extent: [（八）, （九）], on: 2020-03-01}\n"
        "text: held\n"
        "condition: complete\n"
        "units: null\n"
        "sources: []\n"
        "---\n"
        "\n"
        "# 办法\n\n第一条　全文。\n"
    )


def test_a_text_that_is_not_held_says_so() -> None:
    text = version("city/rules", "2020-03-01", body="should not be given out", text=Holding.CATALOGUE_ONLY)
    written = archived(text)
    assert "本库未收录此文全文" in written
    assert "The text of this policy is not held" in written
    assert "given out" not in written
    assert facts(text)["text"] == "catalogue-only"


def test_holding_a_status_against_the_issuer_changes_no_id() -> None:
    text = version("city/rules", "2020-03-01")
    checked = version("city/rules", "2020-03-01", checked=Checked(date=date(2026, 1, 1), source="gazette"))
    assert archived(text) == archived(checked)


HARD = [
    *("null", "yes", "no", "on", "1e3", "2020-03-01", "- x", "a: b", "# x", "[x]", "---\n", "x\u2028y", "\x85"),
    *("〔2020〕3号", "《办法》: 附件", "第一条 # 注", "！"),
]


@given(st.one_of(st.sampled_from(HARD), st.text(min_size=1)), st.lists(st.text(min_size=1), max_size=3))
def test_any_words_come_back_from_any_yaml_reader(words: str, labels: list[str]) -> None:
    read = facts_of_title(words, tuple(labels))
    assert read["title"] == words
    assert read.get("not_in_force", []) == labels


def facts_of_title(title: str, out: tuple[str, ...]) -> dict[str, object]:
    """Cut at a line of three hyphens, which no quoted value can be."""
    text = version("city/rules", "2020-03-01", title=title)
    loaded = yaml.safe_load(archived(text, out).split("\n---\n")[0].removeprefix("---\n"))
    assert isinstance(loaded, dict)
    return loaded


@given(st.text())
def test_the_words_stand_byte_for_byte_at_the_end(body: str) -> None:
    text = version("city/rules", "2020-03-01", body=body or "x")
    assert archived_file(library_of(text).policies[0], text).endswith(b"\n---\n\n" + text.body.encode())
