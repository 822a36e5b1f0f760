"""A correction that swaps a character for its look-alike is never shown with a green mark."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gitting import Repo, version

PATH = "policies/wanghai/dukou/2020-03-01.md"
WORDS = ("违者罚款300元。", "市渔业局负责渡口的日常管理。", "本办法自{day}起施行。")
ENTRY = "{{date: 2026-05-01, field: text, clause: 第一条, was: {}, now: {}, evidence: 《公报》第3期, by: 张三}}"


def reviewed(tmp_path: Path, before: str, after: str) -> tuple[int, str, dict[str, object], str]:
    repo = Repo.make(tmp_path / "mine")
    repo.commit({PATH: before})
    repo.commit({PATH: after})
    said = [repo.yange("review", "HEAD~1", "HEAD", *how) for how in (("--markdown",), ("--json",), ())]
    return said[0].exit_code, said[0].stdout, json.loads(said[1].stdout), said[2].stdout


@pytest.mark.parametrize(
    ("bad", "name"),
    [
        ("З00元", "U+0417 CYRILLIC CAPITAL LETTER ZE"),
        ("3OO元", "U+004F LATIN CAPITAL LETTER O"),
        ("٣٠٠元", "U+0663 ARABIC-INDIC DIGIT THREE"),
        ("３００元", "U+FF10 FULLWIDTH DIGIT ZERO"),
        ("3\u00ad00元", "U+00AD SOFT HYPHEN"),
        ("300\ufe00元", "U+FE00 VARIATION SELECTOR-1"),
        ("3\u036f00元", "U+036F COMBINING LATIN SMALL LETTER X"),
        ("300\u3164元", "U+3164 HANGUL FILLER"),
        ("300\ue000元", "U+E000 PRIVATE USE"),
        ("300\xa0元", "U+00A0 NO-BREAK SPACE"),
        ("\u202e元003\u202c", "U+202E RIGHT-TO-LEFT OVERRIDE"),
    ],
)
def test_the_mark_is_not_green_and_the_character_is_named(tmp_path: Path, bad: str, name: str) -> None:
    before = version("2020-03-01", *WORDS)
    facts = f"corrections:\n  - {ENTRY.format('300元', json.dumps(bad))}\n"
    after = version("2020-03-01", WORDS[0].replace("300元", bad), *WORDS[1:], facts=facts)
    _, comment, data, said = reviewed(tmp_path, before, after)
    head = comment.splitlines()[1]
    assert "✅" not in comment
    assert head.startswith(("## 沿革 ⚠️ 有看不见的或形似的字符", "## 沿革 ❌"))
    assert name in comment
    assert data["misleading"] is True
    assert "INVISIBLE OR LOOK-ALIKE CHARACTERS WERE ADDED" in said
    assert name in said


def test_taking_such_a_character_out_is_green(tmp_path: Path) -> None:
    before = version("2020-03-01", WORDS[0].replace("300", "З00"), *WORDS[1:])
    entry = ENTRY.format("З00元", "300元")
    after = version("2020-03-01", *WORDS, facts=f"corrections:\n  - {entry}\n")
    code, comment, data, _ = reviewed(tmp_path, before, after)
    assert (code, data["misleading"]) == (0, False)
    assert comment.splitlines()[1].startswith("## 沿革 ✅ 勘误 correction")


def test_what_was_there_before_is_not_held_against_a_change(tmp_path: Path) -> None:
    before = version("2020-03-01", "违者罚款３００元\xa0。", *WORDS[1:])
    after = before.replace("日常管理", "日常的管理")
    _, _, data, _ = reviewed(tmp_path, before, after)
    assert data["misleading"] is False
