"""DOC, RTF, WPS and ODT through LibreOffice: what is handed to it, its bounds, and what is said where it is missing."""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from word_files import codes, labels, level, lost_and_added, numbering, p, source, tbl, texts, word_file

from outside_things import require
from yange.readers import registry, soffice
from yange.readers.office import OfficeReader

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RTF = b"{\\rtf1\\ansi A fee is due.\\par}"


def ole(stream: str) -> bytes:
    return OLE + b"\0" * 500 + stream.encode("utf-16-le") + b"\0\0" + b"\0" * 500


def odt(kind: str = "application/vnd.oasis.opendocument.text", content: bytes = b"<a/>") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", kind, zipfile.ZIP_STORED)
        package.writestr("content.xml", content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "reader"),
    [
        (ole("WordDocument"), "office"),
        (ole("Workbook"), "office"),
        (RTF, "office"),
        (b"\xef\xbb\xbf\r\n" + RTF, "office"),
        (odt(), "office"),
        (odt("application/vnd.oasis.opendocument.spreadsheet"), "text"),
        (word_file(p("x")), "docx"),
        (b"The words {\\rtf1 in a text.", "text"),
    ],
)
def test_which_files_are_recognised(data: bytes, reader: str) -> None:
    assert registry.reader_of("a.doc", data).name == reader


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (ole("EncryptedPackage"), "source-encrypted", "encrypted"),
        (ole("Workbook"), "source-binary", "a spreadsheet"),
        (ole("PowerPoint Document"), "source-binary", "a presentation"),
        (ole("Other"), "source-binary", "no text document"),
        (odt(content=b" " * 20_000_000), "source-damaged", "grows by more than"),
        (odt()[:-30], "source-damaged", "the zip container is damaged"),
    ],
)
def test_what_is_not_handed_on(data: bytes, code: str, said: str, program: Callable[[str], Path]) -> None:
    ran = program("touch ran")
    found = OfficeReader().read("a.doc", data)
    assert (found.texts, codes(found)) == ((), [code])
    assert said in found.problems[0].message
    assert not (ran.parent / "ran").exists()


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Return what puts a shell script in the place of LibreOffice."""

    def put(script: str) -> Path:
        path = tmp_path / "soffice"
        path.write_text(
            f'#!/bin/sh\ncase "$*" in *--version*) echo LibreOffice 9.8.7 x; exit;; esac\n{script}\n', "utf-8"
        )
        path.chmod(0o755)
        monkeypatch.setattr(soffice.shutil, "which", lambda name: str(path) if name == "soffice" else None)
        soffice.office_version.cache_clear()
        return path

    yield put
    soffice.office_version.cache_clear()


OUT = 'while [ "$1" != --outdir ]; do shift; done\nmkdir "$2"\n'


def test_what_it_makes_is_read_and_recorded(program: Callable[[str], Path], tmp_path: Path) -> None:
    made = tmp_path / "made.docx"
    made.write_bytes(word_file(p("甲。")))
    program(f'{OUT}cp {made} "$2/document.docx"; cp "$3" {tmp_path}/given; env > {tmp_path}/env')
    found = OfficeReader().read("望海.rtf", RTF)
    one = source(found)
    assert texts(found) == ["甲。"]
    assert (one.reader, one.media) == ("office", "application/rtf")
    assert one.library.startswith("LibreOffice 9.8.7, lxml ")
    assert one.sha256 != source(OfficeReader().read("b.rtf", RTF + b" ")).sha256
    assert (tmp_path / "given").read_bytes() == RTF + b" "
    settings = dict(line.partition("=")[::2] for line in (tmp_path / "env").read_text("utf-8").splitlines())
    assert settings["https_proxy"] == "http://127.0.0.1:9"
    assert settings["HOME"] != str(Path.home())
    assert not Path(settings["HOME"]).exists()


def test_the_profile_allows_no_macros_and_no_links(program: Callable[[str], Path], tmp_path: Path) -> None:
    program(f"cp profile/user/registrymodifications.xcu {tmp_path}/profile.xml")
    OfficeReader().read("a.rtf", RTF)
    said = (tmp_path / "profile.xml").read_text("utf-8")
    for name, value in (("DisableMacrosExecution", "true"), ("Link", "0"), ("ooInetProxyType", "2")):
        assert f'oor:name="{name}" oor:op="fuse"><value>{value}</value>' in said


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("exit 1", "made nothing of it"),
        ("sleep 60 & sleep 60", "took more than 1 seconds"),
        (f'{OUT}yes | head -c 30000000 > "$2/document.docx"', "made nothing of it"),
    ],
    ids=["fails", "hangs", "writes too much"],
)
def test_what_goes_wrong_is_said(
    script: str, said: str, program: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(soffice, "SECONDS", 1)
    monkeypatch.setattr(soffice, "LARGEST_MADE", 1_000_000)
    program(f"trap '' XFSZ\n{script} || rm -f \"$2/document.docx\"" if "yes" in script else script)
    found = OfficeReader().read("a.rtf", RTF)
    assert codes(found) == ["source-damaged"]
    assert said in found.problems[0].message


def test_where_it_is_missing_what_to_install_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(soffice.shutil, "which", lambda _name: None)
    found = OfficeReader().read("a.doc", ole("WordDocument"))
    assert (found.texts, codes(found)) == ((), ["source-needs-program"])
    assert "LibreOffice" in found.problems[0].message
    assert "libreoffice-writer-nogui" in found.problems[0].hint


LISTED = b"""{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 \\'cb\\'ce\\'cc\\'e5;}}
{\\*\\listtable{\\list\\listtemplateid1\\listsimple{\\listlevel\\levelnfc37\\levelnfcn37\\levelfollow2\\levelstartat1
{\\leveltext\\'03\\u31532 ?\\'00\\u26465 ?;}{\\levelnumbers\\'02;}\\f0 }{\\listname ;}\\listid77}}
{\\*\\listoverridetable{\\listoverride\\listid77\\listoverridecount0\\ls1}}
\\pard\\plain\\f0 \\u26395?\\u28023?\\u24066?\\u21150?\\u27861?\\par
\\pard\\plain\\ls1\\ilvl0\\f0 \\'bc\\'d7\\'a1\\'a3\\par \\pard\\plain\\ls1\\ilvl0\\f0 \\'d2\\'d2\\'a1\\'a3\\par}"""


def test_rtf_with_numbers_of_its_lists() -> None:
    require("libreoffice")
    found = OfficeReader().read("a.rtf", LISTED)
    assert texts(found) == ["望海市办法", "第一条甲。", "第二条乙。"]
    assert lost_and_added(found) == ({}, {})
    assert source(found).library.startswith("LibreOffice ")


def test_doc_has_the_words_of_the_word_file_that_it_was_made_of(tmp_path: Path) -> None:
    office = require("libreoffice")
    lists = numbering({1: level(0, "chineseCountingThousand", "第%1条", suffix="space")})
    body = (
        p("望海市渡口办法")
        + p("甲。", number=(1, 0))
        + tbl(["项目", "金额"], ["引航", "5元"])
        + p("乙。", number=(1, 0))
    )
    given = tmp_path / "a.docx"
    given.write_bytes(word_file(body, numbering=lists))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "doc:MS Word 97", "--outdir", tmp_path, given]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    found = OfficeReader().read("a.doc", (tmp_path / "a.doc").read_bytes())
    table = "| 项目 | 金额 |\n| --- | --- |\n| 引航 | 5元 |"
    assert texts(found) == ["望海市渡口办法", "第一条 甲。", table, "第二条 乙。"]
    assert labels(found) == ["", "第一条", "", "第二条"]
    assert lost_and_added(found) == ({}, {})
