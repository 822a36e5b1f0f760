"""Characters that mislead: which are reported, and which are ordinary in a text of their kind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gitting import policy, version
from yange.check import check
from yange.check.lookalikes import UsualScripts, looks_like, suspects
from yange.library import load_tree
from yange.model import Library
from yange.timeline import build_timeline
from yange.trees import FolderTree

HAN = "# 望海市渡口办法\n\n第一条　为了加强渡口管理，制定本办法。违者由市交通局罚款{}。\n"


def named(text: str) -> list[tuple[str, str]]:
    found = suspects(text, UsualScripts(text))
    assert [one.char for one in found] == [text[one.at] for one in found]
    return [(f"{ord(one.char):04X}", one.reason.name) for one in found]


@pytest.mark.parametrize(
    ("words", "codes", "reason"),
    [
        ("З00元", "0417", "SCRIPT"),
        ("3ОО元", "041E 041E", "SCRIPT"),
        ("СОО公司", "0421 041E 041E", "SCRIPT"),
        ("Москва公司", "041C 043E 0441 043A 0432 0430", "WORDS"),
        ("3OO元", "004F 004F", "NUMBER"),
        ("l00元", "006C", "NUMBER"),
        ("3\u2070\u2070元", "2070 2070", "NUMBER"),
        ("3\u2080\u2080元", "2080 2080", "NUMBER"),
        ("\u216200元", "2162", "NUMBER"),
        ("3\u25ef\u25ef元", "25EF 25EF", "NUMBER"),
        ("3\u00b0\u00b0元", "00B0 00B0", "NUMBER"),
        ("3oo元", "006F 006F", "NUMBER"),
        ("1I0元", "0049", "NUMBER"),
        ("3〇0元", "3007", "NUMBER"),
        ("二O一五元", "004F", "NUMBER"),
        ("٣٠٠元", "0663 0660 0660", "SCRIPT"),
        ("3۰0元", "06F0", "SCRIPT"),
        ("๓๐๐元", "0E53 0E50 0E50", "SCRIPT"),
        ("𝟛𝟘𝟘元", "1D7DB 1D7D8 1D7D8", "FORM"),
        ("⼀百元", "2F00", "FORM"),
        ("ニ百元", "30CB", "SCRIPT"),
        ("３00元", "FF13", "WIDTH"),
        ("3００元", "FF10 FF10", "WIDTH"),
        ("3\u00ad00元", "00AD", "INVISIBLE"),
        ("300\ufe00元", "FE00", "INVISIBLE"),
        ("300\U000e0030元", "E0030", "INVISIBLE"),
        ("300\u3164元", "3164", "INVISIBLE"),
        ("3\x1b00元", "001B", "INVISIBLE"),
        ("300\x85元", "0085", "INVISIBLE"),
        ("300\u2028元", "2028", "INVISIBLE"),
        ("300\u2800元", "2800", "INVISIBLE"),
        ("3\u200b00元", "200B", "INVISIBLE"),
        ("\u202e元003\u202c", "202E 202C", "INVISIBLE"),
        ("3\u036f00元", "036F", "MARK"),
        ("300元\u0301", "0301", "MARK"),
        ("300\ue000元", "E000", "UNKNOWN"),
        ("300\ufdd0元", "FDD0", "UNKNOWN"),
        ("300\xa0元", "00A0", "BLANK"),
        ("300\ufffd元", "FFFD", "LOST"),
    ],
)
def test_misleading_characters_are_reported(words: str, codes: str, reason: str) -> None:
    assert named(HAN.format(words)) == [(code, reason) for code in codes.split()]


@pytest.mark.parametrize(
    "text",
    [
        HAN.format("300元"),
        HAN.format("３００元"),
        HAN.format("三百元，H2O、CO2、O3、Al2O3、10km、10L、A股、PM2.5、GB/T 20101、m²、①、㎡、℃、№、Ⅳ类、½"),
        HAN.format("二〇一五年、二○○五年"),
        HAN.format("面积10²平方米，东经30°15′"),
        HAN.format("☎\ufe0f 👨\u200d👩"),
        "Loi «\u00a0n°\u00a05\u00a0», 5\u202f000 €, naïve, e\u0301tat. " * 5,
        "Стаття 5. Пеня 300 грн. " * 5,
        "می\u200cخواهم ماده ۵ قانون ۱۲۳. " * 5,
        "第五条　これはテストです。カードの番号は5です。" * 5,
        "제5조 (목적) 이 법은 甲을 정한다. " * 5,
        "मुंबई की धारा ५ क्\u200dष। " * 5,
        "มาตรา ๑๒๓ กฎหมาย " * 5,
        "άρθρο 5 του νόμου. " * 5,
    ],
)
def test_ordinary_characters_are_not_reported(text: str) -> None:
    assert named(text) == []


def test_a_word_of_two_scripts_is_reported_in_a_text_of_both() -> None:
    text = "Стаття 5. Пеня 300 грн. " * 5 + "Article 5 of the law. " * 5
    assert named(text) == []
    assert named(text + "Cтаття") == [("0043", "SCRIPT")]
    assert named(text + "Стaття") == [("0061", "SCRIPT")]


@pytest.mark.parametrize(
    ("char", "plain"),
    [("З", "3"), ("О", "O"), ("𝟛", "3"), ("⼀", "一"), ("３", "3"), ("I", "1"), ("l", "1"), ("O", "0"), ("中", "")],
)
def test_what_a_character_looks_like(char: str, plain: str) -> None:
    assert looks_like(char) == plain


@pytest.fixture
def read(tmp_path):  # type: ignore[no-untyped-def]
    def problems(text: str, policy_text: str = policy()) -> list[tuple[str, int | None, int | None, str]]:
        folder = tmp_path / "policies/wanghai/dukou"
        folder.mkdir(parents=True)
        (folder / "policy.md").write_text(policy_text, encoding="utf-8")
        (folder / "2020-03-01.md").write_text(text, encoding="utf-8")
        library, _ = load_tree(FolderTree(tmp_path))
        found = check(library, build_timeline(library))
        return [(p.path.rpartition("/")[2], p.line, p.column, p.message) for p in found if p.code == "character"]

    return problems


def test_check_names_line_column_code_and_name(read) -> None:  # type: ignore[no-untyped-def]
    text = version("2020-03-01", "罚款З00元，又罚З元。", "甲。", "本办法自{day}起施行。")
    line = text[: text.index("З")].count("\n") + 1
    name = "U+0417 CYRILLIC CAPITAL LETTER ZE"
    why = "is of a script that this text does not use otherwise and looks like 3, 2 times."
    said = f"{name} in “一条　罚款З00元，又” {why}"
    assert read(text) == [("2020-03-01.md", line, 6, said)]


@pytest.mark.parametrize(
    "field",
    ["title", "number", "issuer", "corrections", "note", "sources", "cover_title"],
)
def test_facts_are_read_too(read, field: str) -> None:  # type: ignore[no-untyped-def]
    entry = "{date: 2026-05-01, field: text, clause: 第一条, was: 甲, now: 乙Х, evidence: 公报, by: 张三}"
    lines = {
        "corrections": f"corrections:\n  - {entry}\n",
        "note": "note: 甲Х\n",
        "cover_title": "cover_title: 通知Х\n",
    }
    text = version("2020-03-01", facts=lines.get(field, ""))
    text = text.replace("title: 望海市渡口办法", "title: 望海市Х渡口办法", field == "title")
    text = text.replace("望府规〔2020〕1号", "望府规〔2020〕1Х号", field == "number")
    text = text.replace("[望海市人民政府]", "[望海市人民政府Х]", field == "issuer")
    text = text.replace("{name: 望海市人民政府公报", "{name: 望海市Х人民政府公报", field == "sources")
    ((path, line, column, message),) = read(text)
    assert (path, column) == ("2020-03-01.md", None)
    assert text.split("\n")[(line or 0) - 1].startswith(field)
    assert message.startswith(f"`{field}`: U+0425 CYRILLIC CAPITAL LETTER HA")


def test_a_policys_facts_are_read_too(read) -> None:  # type: ignore[no-untyped-def]
    ((path, line, _, message),) = read(version(), policy(title="望海市渡口\u200b办法"))
    assert (path, line, message[:32]) == ("policy.md", 3, "`title`: U+200B ZERO WIDTH SPACE")


def test_a_policys_introduction_is_read_too(read) -> None:  # type: ignore[no-untyped-def]
    ((path, _, _, message),) = read(version(), policy() + "\n渡口\u202e的办法。\n")
    assert (path, message.partition(" in ")[0]) == ("policy.md", "`introduction`: U+202E RIGHT-TO-LEFT OVERRIDE")


def test_the_former_words_of_a_correction_are_not_checked(read) -> None:  # type: ignore[no-untyped-def]
    entry = "{date: 2026-05-01, field: text, clause: 第一条, was: З00元, now: 300元, evidence: 公报, by: 张三}"
    assert read(version("2020-03-01", facts=f"corrections:\n  - {entry}\n")) == []


def test_the_sample_has_none(library: Library) -> None:
    whole = replace(library)
    assert [p for p in check(whole, build_timeline(whole)) if p.code == "character"] == []
