"""Any two documents: a text from a file is what an import of the file would file, whatever its format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import yange
from yange.importers import plan
from yange.library import load
from yange.model import Library
from yange.problems import warning
from yange.readers import registry
from yange.readers.source_text import BlockWriter, DocumentReading, SourceBlockKind, SourceText
from yange.storage.writing import write_files

TITLE = "望海市渡口管理办法"
LINES = (
    ("第一章　总则", ""),
    ("第一条", "为了规范渡口，制定本办法。"),
    ("第二章　罚则", ""),
    ("第二条", "未登记的，处{}元罚款。"),
    ("第三条", "本办法自2020年3月1日起施行。"),
)


def paragraphs(amount: str) -> list[str]:
    return [f"{label}　{words.format(amount)}" if words else label for label, words in LINES]


def text(amount: str) -> bytes:
    return "\n\n".join((TITLE, *paragraphs(amount))).encode() + b"\n"


def html(amount: str) -> bytes:
    body = "".join(f"<p>{words}</p>" for words in paragraphs(amount))
    return f"<!doctype html><meta charset=utf-8><title>{TITLE}</title><body><h1>{TITLE}</h1>{body}".encode()


def markdown(amount: str) -> bytes:
    lines = [f"## {one}" if one.partition("　")[0].endswith("章") else one for one in paragraphs(amount)]
    return "\n\n".join((f"# {TITLE}", *lines)).encode() + b"\n"


def docx(amount: str) -> bytes:
    from io import BytesIO

    from docx import Document

    made, out = Document(), BytesIO()
    for words in (TITLE, *paragraphs(amount)):
        made.add_paragraph(words)
    made.save(out)
    return out.getvalue()


MAKERS: Mapping[str, tuple[str, Callable[[str], bytes]]] = {
    "text": (".txt", text),
    "html": (".html", html),
    "markdown": (".md", markdown),
    "docx": (".docx", docx),
}
FORMATS = [name for name in MAKERS if name in {reader.name for reader in registry.readers()}]


def filed(folder: Path, file: Path) -> yange.Archive:
    (folder / "policies").mkdir(parents=True, exist_ok=True)
    write_files(folder, plan([(file.name, file.read_bytes())], Library()).files())
    assert load(folder)[1] == ()
    return yange.open(folder)


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_and_the_text_that_is_filed_of_it_are_the_same(tmp_path: Path, name: str) -> None:
    suffix, make = MAKERS[name]
    file = tmp_path / f"a{suffix}"
    file.write_bytes(make("五十"))
    archive = filed(tmp_path / "mine", file)
    (policy,) = archive.policies
    held = archive.text(f"{policy.id}@2020-03-01")
    read = yange.Text.read(file)
    assert read.body == held.body
    assert read.reading is not None
    assert (read.reading.source.reader, read.title) == (name, TITLE)
    assert {one.operation.value for one in archive.compare(held, file).all_changes} == {"unchanged"}


def test_a_document_that_ends_with_a_table_does_not_break_off(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(text("五十") + "\n| 船型 | 每日停泊费用 |\n| --- | --- |\n| 小船和渔船 | 二十元 |\n".encode())
    (document,) = plan([("a.txt", file.read_bytes())], Library()).documents
    assert document.condition.value == "complete"
    assert "text-truncated" not in [remark.code for remark in yange.Text.read(file).remarks()]


@pytest.mark.parametrize("name", FORMATS)
def test_two_formats_differ_where_their_words_do(tmp_path: Path, name: str) -> None:
    suffix, make = MAKERS[name]
    (tmp_path / "old.txt").write_bytes(text("五十"))
    (tmp_path / f"new{suffix}").write_bytes(make("八十"))
    comparison = yange.compare(tmp_path / "old.txt", tmp_path / f"new{suffix}")
    (change,) = comparison.changes
    assert (change.new, change.summary) == (("第二条",), "五十元 → 八十元")


WORDS = st.text("渡口船舶应当登记市民可以", min_size=4, max_size=30).map(lambda words: f"{words}。")


@settings(max_examples=25)
@given(st.lists(WORDS, min_size=3, max_size=9))
def test_plain_text_of_any_clauses_is_compared_as_it_is_filed(
    tmp_path_factory: pytest.TempPathFactory, clauses: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    numbered = [f"第{'一二三四五六七八九'[nth]}条　{words}" for nth, words in enumerate(clauses)]
    file = folder / "a.txt"
    file.write_text("\n".join((TITLE, *numbered)), "utf-8")
    (document,) = plan([("a.txt", file.read_bytes())], Library()).documents
    assert yange.Text.read(file).body == document.body
    assert yange.compare(document.body, file).changes == ()


# -- several texts, names, and what is no document ---------------------------------------------------------------------


def test_one_of_several_texts_is_named_by_its_number(tmp_path: Path) -> None:
    file = tmp_path / "two.txt"
    file.write_bytes(text("五十") + b"\n" + text("八十").replace("渡口管理".encode(), "码头收费".encode()))
    with pytest.raises(
        yange.YangeError, match=r"2 texts are in this file; name one: .*two\.txt#1 \(望海市渡口管理办法\)"
    ):
        yange.Text.read(file)
    assert yange.Text.read(f"{file}#2").title == "望海市码头收费办法"
    assert [change.new for change in yange.compare(f"{file}#1", f"{file}#2").changes][-1] == ("第二条",)
    for number in ("#3", "#0"):
        with pytest.raises(yange.YangeError):
            yange.Text.read(f"{file}{number}")
    odd = tmp_path / "two.txt#2"
    odd.write_bytes(text("九十"))
    assert "九十元" in yange.Text.read(odd).words, "a file of that very name"
    assert "九十元" in yange.Text.read(f"{odd}#1").words


def test_a_file_without_a_document_is_compared_as_it_stands_and_said(tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_text("渡口 码头\n", "utf-8")
    read = yange.Text.read(file)
    assert read.words == "渡口 码头"
    assert "compared-as-it-stands" in [remark.code for remark in read.remarks()]


def test_front_matter_of_another_program_is_no_versions_file(tmp_path: Path) -> None:
    ours, other = tmp_path / "ours.md", tmp_path / "other.md"
    body = markdown("五十").decode()
    ours.write_text(f"---\ntitle: {TITLE}\neffective: 2020-03-01\n---\n\n{body}", "utf-8")
    other.write_text(f"---\ntitle: {TITLE}\nlayout: page\n---\n\n{body}", "utf-8")
    assert yange.Text.read(ours).facts["effective"] is not None
    assert yange.Text.read(ours).reading is None
    assert yange.Text.read(other).reading is not None
    assert not yange.Text.read(other).facts


class _Marked:
    """A reader of a format that exists nowhere: what a reader reports goes with the comparison."""

    name = "marked"
    suffixes = (".marked",)

    def recognises(self, name: str, data: bytes) -> bool:
        return data.startswith(b"MARKED")

    def read(self, name: str, data: bytes) -> DocumentReading:
        writer = BlockWriter()
        writer.add(TITLE, SourceBlockKind.TITLE)
        for words in paragraphs("五十"):
            writer.add(words)
        said = warning("hyphen-at-line-end", name, "<b>one</b> tracked change was accepted", hint="look")
        source = SourceText(
            name=name,
            sha256="0" * 64,
            text=writer.text,
            blocks=writer.blocks,
            reader="marked",
            library="pen 2.0",
            whole=True,
        )
        return DocumentReading((source,), (said,))


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(registry, "added_readers", lambda: (_Marked(),))
    file = tmp_path / "new.bin"
    file.write_bytes(b"MARKED")
    (tmp_path / "old.txt").write_bytes(text("八十"))
    return file


def test_what_the_reader_reports_is_in_every_report(marked: Path) -> None:
    comparison = yange.compare(marked.with_name("old.txt"), marked)
    assert [remark.code for remark in comparison.remarks] == ["hyphen-at-line-end"]
    shown = comparison.printed("markdown")
    assert "文件 new.bin 的读取方式：marked（pen 2.0）。" in shown
    assert "行末连字符可能属于该词" in shown
    assert "文件 old.txt" not in shown, "of plain text nothing is to be said"
    assert "&lt;b&gt;one&lt;/b&gt;" in comparison.printed("html")
    assert "The file new.bin was read as marked (pen 2.0)." in comparison.printed("markdown", "en")
    reading = comparison.output().new.reading
    assert (reading.reader, reading.library, reading.remarks[0].code) == ("marked", "pen 2.0", "hyphen-at-line-end")
