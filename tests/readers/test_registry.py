"""The reader of a file is the first that recognises it, though only those that might are loaded."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from yange.readers.registry import reader_of, readers

FILES = [
    ("a.txt", "第一条 渡口。".encode()),
    ("a.txt", "第一条 渡口。".encode("gb18030")),
    ("a.md", b"text without any mark"),
    ("a.md", b"1. a list"),
    ("a.txt", "**第一条** 渡口。\n\n**第二条** 船。\n".encode()),
    ("a.txt", "# 渡口条例\n\n## 第一章\n\n第一条 渡口。\n".encode()),
    ("a.txt", "\ufeff---\ntitle: x\nidentifier: y\ncountry: z\n---\nx\n".encode()),
    ("law", b"+++\ntitle = 'x'\n+++\nx\n"),
    ("a.txt", b"<p>" * 30),
    ("a.html", b"\n\n<p>a</p><p>b</p><p>c</p><p>d</p>"),
    ("a.txt", b"<!DOCTYPE html><p>x"),
    ("a.txt", "\ufeff<html><p>x".encode("utf-16-le")),
    ("a.xml", b"<akomaNtoso/>"),
    ("a.txt", '<?xml version="1.0"?><law/>'.encode("utf-16")),
    ("a.txt", b'From: <x>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b'),
    ("a.txt", b'Content-Type: multipart/related; boundary="b"\r\n\r\n--b'),
    ("a.txt", b"%PDF-1.7"),
    ("a.txt", b"\n\n%PDF-1.7"),
    ("a.txt", b"\xef\xbb\xbf {\\rtf1 x}"),
    ("a.txt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
    ("a.docx", b"PK\x03\x04 broken"),
    ("a.ofd", b"PK\x03\x04 broken"),
    ("a.bin", b"\0\1\2"),
    ("a.txt", b""),
]


@pytest.mark.parametrize(("name", "data"), FILES, ids=repr)
def test_no_reader_that_recognises_a_file_is_passed_over(name: str, data: bytes) -> None:
    *others, text = readers()
    first = next((reader for reader in others if reader.recognises(name, data)), text)
    assert reader_of(name, data) is first


def test_the_files_are_of_every_kind() -> None:
    assert {reader_of(name, data).name for name, data in FILES} >= {"text", "markdown", "html", "xml", "pdf", "office"}


COMPARE = """
import json, sys
from click.testing import CliRunner
from yange.cli.app import group
result = CliRunner().invoke(group, ["compare", *sys.argv[1:]])
print(json.dumps([result.exit_code, result.output, sorted(sys.modules)]))
"""


def test_two_plain_files_are_compared_without_the_libraries_of_other_formats(tmp_path: Path) -> None:
    names = []
    for name, hours in (("a.txt", "二十时"), ("b.txt", "二十一时")):
        file = tmp_path / name
        file.write_text(
            f"望海市渡口条例\n第一条 渡口每日六时开放，{hours}关闭。\n第二条 本条例自2021年9月1日起施行。\n"
        )
        names.append(str(file))
    done = subprocess.run([sys.executable, "-c", COMPARE, *names], capture_output=True, check=True)
    code, output, modules = json.loads(done.stdout)
    assert (code, "二十一时" in output) == (0, True)
    ours = ("docx", "office", "ofd", "xml.reader", "pdf_reading", "html", "markdown")
    large = {"lxml", "selectolax", "markdown_it", "pypinyin", "anyascii", "pdfminer", "pypdfium2"}
    assert {*large, *(f"yange.readers.{name}" for name in ours)} & set(modules) == set()
