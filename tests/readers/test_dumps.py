"""Dumps of laws, read with a mapping that a person writes."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from yange.cli.app import group
from yange.importers import plan_readings
from yange.model import Basis, Library
from yange.readers.dumps import DumpMapping, read_dump, read_mapping

MAPPING = """\
records: data.items
title: name
text: content
text_format: html
number: no
published: pub
effective: start
register: Register of Wanghai
days: "%d.%m.%Y"
"""
FERRY = {
    "name": "望海市渡船停靠管理办法",
    "no": "望府规〔2020〕1号",
    "pub": "03.12.2020",
    "start": "1.1.2021 00:00:00",
    "content": "<h1>望海市渡船停靠管理办法</h1><h2>第一章　总则</h2><p>第一条　渡船由市管理。</p><p>第二条　免费。</p>",
}
BODY = "# 望海市渡船停靠管理办法\n\n## 第一章　总则\n\n第一条　渡船由市管理。\n\n第二条　免费。\n"


def mapping(text: str = MAPPING) -> DumpMapping:
    found, problems = read_mapping(text, "fields.yml")
    assert problems == ()
    assert found is not None
    return found


def dumped(*records: object) -> bytes:
    return json.dumps({"data": {"items": records}}).encode()


def test_a_record_is_a_text_with_its_facts() -> None:
    data = dumped(FERRY)
    (document,) = plan_readings([(data, read_dump("laws.json", data, mapping()))], Library()).documents
    assert document.body == BODY
    assert (document.facts.number, document.facts.published) == ("望府规〔2020〕1号", date(2020, 12, 3))
    assert (document.facts.effective, document.facts.basis) == (date(2021, 1, 1), Basis.REGISTER)
    assert document.witness().media == "application/json"


FLAT = "title: name\ntext: content\n"
PLAIN = "第一条　渡船由市管理。\n\n第二条　免费。"


@pytest.mark.parametrize(
    ("name", "data", "fields"),
    [
        ("a.json", json.dumps([{"name": "望海市渡船停靠管理办法", "content": f"第一章　总则\n{PLAIN}"}]), FLAT),
        ("a.jsonl", json.dumps({"name": "望海市渡船停靠管理办法", "content": f"第一章　总则\n{PLAIN}"}) + "\n\n", FLAT),
        ("a.csv", f'name,content\n望海市渡船停靠管理办法,"第一章　总则\n{PLAIN}"\n', FLAT),
        ("a.tsv", f'name\tcontent\n望海市渡船停靠管理办法\t"第一章　总则\n{PLAIN}"\n', FLAT),
        (
            "a.json",
            json.dumps([{"name": "望海市渡船停靠管理办法", "content": f"## 第一章　总则\n\n{PLAIN}"}]),
            f"{FLAT}text_format: markdown\n",
        ),
    ],
)
def test_every_kind_of_dump_gives_the_same_body(name: str, data: str, fields: str) -> None:
    reading = read_dump(name, data.encode(), mapping(fields))
    assert reading.problems == ()
    (document,) = plan_readings([(data.encode(), reading)], Library()).documents
    assert document.body == BODY


@pytest.mark.parametrize(
    ("name", "data", "code", "words"),
    [
        ("a.json", b'{"data": 3}', "dump-broken", "there is no data.items in it"),
        ("a.json", b'{"data": {"items": {}}}', "dump-broken", "it is no list"),
        ("a.json", b'{"data": {"items": [3]}}', "dump-broken", "record 1 is no object"),
        ("a.json", b'{"data"', "dump-broken", "cannot be read as a dump"),
        ("a.jsonl", b"[" * 100_000, "dump-broken", "cannot be read as a dump"),
        (
            "a.jsonl",
            b'{"name": "a", "content": "b", "content": "c"}',
            "dump-broken",
            "the field content is there twice",
        ),
        ("a.json", b'{"data": {"items": []}, "data": 1}', "dump-broken", "the field data is there twice"),
        ("a.json", b'{"data": {"items": [' + b"9" * 5_000 + b"]}}", "dump-broken", "4300 digits"),
        ("a.csv", b"name,content,name\na,b,c\n", "dump-broken", "the field name is there twice"),
        ("a.csv", b"name,content\na,b\na,b, c\n", "dump-broken", "line 3 has more fields than the first line"),
        ("a.json", dumped({"name": "渡船规则", "content": ""}), "dump-record", "nothing in content, its text"),
        ("a.json", dumped({"name": ["渡船规则"], "content": "甲"}), "dump-record", "nothing in name, its title"),
        ("a.json", dumped({**FERRY, "pub": "2020"}), "dump-day", "2020 in pub is no day"),
        ("a.json", dumped({**FERRY, "pub": "31.2.2020"}), "dump-day", "31.2.2020 in pub is no day"),
    ],
)
def test_what_is_wrong_is_said(name: str, data: bytes, code: str, words: str) -> None:
    (problem,) = read_dump(name, data, mapping()).problems
    assert problem.code == code
    assert words in problem.message


@pytest.mark.parametrize("data", [b"name,content,x,x\na,b,1,2\n", b"name,content\na,b, ,\n"])
def test_other_fields_that_are_there_twice_or_empty_lose_no_words(data: bytes) -> None:
    found = read_dump("a.csv", data, mapping())
    assert [text.text for text in found.texts] == ["a\n\nb"]
    assert found.problems == ()


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", None, "the mapping is empty"),
        ("title: name\n", 1, "does not name text"),
        ("title: a\ntext: b\ntext_format: pdf\n", 3, "pdf is no format"),
        ("title: a\ntext: b\nwords: c\n", 3, "words"),
    ],
)
def test_a_mistake_in_the_mapping_has_its_line(text: str, line: int | None, words: str) -> None:
    found, problems = read_mapping(text, "fields.yml")
    assert found is None
    assert words in problems[0].message
    assert problems[0].line == line


def test_the_command_reads_a_dump_with_a_mapping_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("laws").mkdir()
    Path("laws/a.json").write_bytes(dumped(FERRY, {**FERRY, "name": "望海市灯塔开放办法", "no": "望府规〔2020〕2号"}))
    Path("fields.yml").write_text(MAPPING, "utf-8")
    call = ["import", "--dry-run", "--json", "laws"]
    assert CliRunner().invoke(group, call).exit_code == 2
    found = CliRunner().invoke(group, [*call, "--fields", "fields.yml"])
    assert found.exit_code == 0, found.output
    documents = json.loads(found.stdout)["documents"]
    assert [(one["source"], one["published"]) for one in documents] == [
        ("a.json#1", "2020-12-03"),
        ("a.json#2", "2020-12-03"),
    ]
