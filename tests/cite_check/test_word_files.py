"""A Word file comes back with comments, and with nothing else changed."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner
from docx.shared import RGBColor
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from yange.cli.app import group
from yange.problems import YangeError
from yange.reports.docx_comments import WordComment, commented, word_paragraphs

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DAY = date(2026, 12, 1)
ANCHORS = rb'<w:comment(?:RangeStart|RangeEnd) w:id="\d+"/>|<w:r><w:commentReference w:id="\d+"/></w:r>'


def memo() -> bytes:
    made = docx.Document()
    made.add_heading("备忘录", 1)
    first = made.add_paragraph("根据《望海市渡口管理办法》第")
    first.add_run("九十九条").bold = True
    first.add_run(" 和第三条， A & B <x> ")
    second = made.add_paragraph()
    run = second.add_run("依《望海市居家养老服务补贴实施细则》第三条和《某省不存在条例》第三条。 ")
    run.italic, run.font.color.rgb = True, RGBColor(200, 0, 0)
    made.add_table(1, 2).cell(0, 1).text = "《望海市促进夜间经济繁荣发展若干措施》第（八）项"
    made.add_paragraph("依据《望海市渡口管理办法》第四条。")
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def plain_runs(document: bytes) -> bytes:
    """Return a document with neighbouring runs of the same properties joined, as they were before one was parted."""
    root = etree.fromstring(document)
    for paragraph in root.iter(f"{W}p"):
        last = None
        for run in list(paragraph):
            if run.tag != f"{W}r":
                last = None
                continue
            texts = [child for child in run if child.tag != f"{W}rPr"]
            simple = len(texts) == 1 and texts[0].tag == f"{W}t"
            properties = [etree.tostring(child) for child in run if child.tag == f"{W}rPr"]
            if simple and last is not None and last[0] == properties:
                last[1].text = (last[1].text or "") + (texts[0].text or "")
                paragraph.remove(run)
            else:
                last = (properties, texts[0]) if simple else None
    for text in root.iter(f"{W}t"):
        text.attrib.pop("{http://www.w3.org/XML/1998/namespace}space", None)
    return etree.tostring(root)


def is_part_of(old: bytes, new: bytes) -> bool:
    """Return whether every byte of the old document is in the new one in order."""
    rest = iter(new)
    return all(byte in rest for byte in old)


def test_the_document_differs_by_the_anchors_alone() -> None:
    old = memo()
    words = word_paragraphs(old)
    assert words[1] == "根据《望海市渡口管理办法》第九十九条 和第三条， A & B <x> "
    comments = [
        WordComment(1, 13, 18, ("wrong & <bad>", "second")),
        WordComment(1, 20, 23, ("inside a run",)),
        WordComment(2, 0, len(words[2]), ("whole",)),
        WordComment(2, 20, 23, ("nested",)),
        WordComment(2, 23, 24, ("next",)),
        WordComment(3, 0, 0, ()) if not words[3] else WordComment(4, 0, 3, ("cell",)),
    ]
    comments = [one for one in comments if one.lines]
    new = commented(old, comments, 'A "B" <c>', DAY)
    before, after = parts(old), parts(new)
    assert is_part_of(before["word/document.xml"], after["word/document.xml"])
    bare = re.sub(ANCHORS, b"", after["word/document.xml"])
    assert plain_runs(bare) == plain_runs(before["word/document.xml"])
    assert word_paragraphs(new) == words
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {"word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    assert list(after)[: len(before)] == list(before)
    assert commented(old, comments, 'A "B" <c>', DAY) == new


def test_word_reads_the_comments_at_their_words() -> None:
    old = memo()
    new = commented(old, [WordComment(1, 13, 18, ("first", "second"))], "Yange", DAY)
    read = docx.Document(io.BytesIO(new))
    (comment,) = read.comments
    assert (comment.author, comment.text) == ("Yange", "first\nsecond")
    (body,) = [one for one in read.element.body.iter(f"{W}p") if one.find(f"{W}commentRangeStart") is not None]
    inside, said = False, ""
    for child in body:
        inside = (inside or child.tag == f"{W}commentRangeStart") and child.tag != f"{W}commentRangeEnd"
        said += "".join(text.text or "" for text in child.iter(f"{W}t")) if inside else ""
    assert said == "第九十九条"
    again = commented(new, [WordComment(1, 20, 23, ("more",))], "Yange", DAY)
    assert [one.text for one in docx.Document(io.BytesIO(again)).comments] == ["first\nsecond", "more"]


@given(st.data())
def test_any_ranges_leave_the_words_and_the_runs(data: st.DataObject) -> None:
    old = MEMO
    words = word_paragraphs(old)
    comments = []
    for nth in range(data.draw(st.integers(1, 4))):
        paragraph = data.draw(st.sampled_from([at for at, text in enumerate(words) if text]))
        start = data.draw(st.integers(0, len(words[paragraph]) - 1))
        end = data.draw(st.integers(start + 1, len(words[paragraph])))
        comments.append(WordComment(paragraph, start, end, (str(nth),)))
    new = commented(old, comments, "Yange", DAY)
    assert word_paragraphs(new) == words
    bare = re.sub(ANCHORS, b"", parts(new)["word/document.xml"])
    assert is_part_of(parts(old)["word/document.xml"], bare)
    for inner in (b"<w:r></w:r>", b'<w:t xml:space="preserve"></w:t>', b"<w:t></w:t>"):
        assert inner not in bare
    assert len(list(docx.Document(io.BytesIO(new)).comments)) == len(comments)


MEMO = memo()


def changed_document(inner: str) -> bytes:
    old = parts(memo())
    head, _, rest = old["word/document.xml"].partition(b"<w:body>")
    old["word/document.xml"] = head + b"<w:body>" + inner.encode() + rest
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        for name, content in old.items():
            package.writestr(name, content)
    return held.getvalue()


DELETED = (
    "<w:p><w:r><w:t>甲</w:t></w:r><w:del w:id='1'><w:r><w:delText>乙</w:delText></w:r></w:del>"
    "<w:ins w:id='2'><w:r><w:t>丙丁</w:t></w:r></w:ins></w:p>"
)
CHANGED = (
    "<w:p><w:r><w:rPr><w:b/><w:rPrChange w:id='3'><w:rPr><w:i/></w:rPr></w:rPrChange><w:u w:val='single'/></w:rPr>"
    "<w:t>甲乙</w:t><w:br/><w:t>丙</w:t></w:r></w:p>"
)
LINK = "<w:p><w:hyperlink w:anchor='x'><w:r><w:t>甲&amp;乙&#20057;</w:t></w:r></w:hyperlink></w:p>"
RUBY = (
    "<w:p><w:r><w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>甲乙</w:t></w:r></w:rubyBase>"
    "</w:ruby></w:r><w:r><w:t>丙</w:t></w:r></w:p>"
)


@pytest.mark.parametrize(
    ("inner", "words"), [(DELETED, "甲丙丁"), (CHANGED, "甲乙丙"), (LINK, "甲&乙乙"), (RUBY, "甲乙丙")]
)
def test_tracked_changes_links_and_ruby(inner: str, words: str) -> None:
    old = changed_document(inner)
    assert word_paragraphs(old)[0] == words
    new = commented(old, [WordComment(0, 1, len(words), ("x",)), WordComment(0, 0, 1, ("y",))], "Yange", DAY)
    assert word_paragraphs(new)[0] == words
    document = parts(new)["word/document.xml"]
    assert is_part_of(parts(old)["word/document.xml"], document)
    whole = b"<w:rPr><w:b/><w:rPrChange w:id='3'><w:rPr><w:i/></w:rPr></w:rPrChange><w:u w:val='single'/></w:rPr>"
    assert document.count(b"<w:rPrChange") == document.count(whole)
    etree.fromstring(document)


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CITED = "依据《望海市渡口管理办法》第九十九条"


def with_notes(kind: str) -> bytes:
    """Return a memo with a note that cites, behind the notes that every file of Word has."""
    mark = f"<w:p><w:r><w:t>见注</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:{kind}Reference w:id='2'/></w:r></w:p>"
    note = "<w:{0} w:id='{1}'><w:p><w:pPr><w:rPr><w:i/></w:rPr></w:pPr><w:r><w:t>{2}</w:t></w:r></w:p></w:{0}>"
    notes = "".join(note.format(kind, *one) for one in ((-1, "分隔"), (1, "无人引用"), (2, CITED)))
    old = parts(changed_document(mark))
    old[f"word/{kind}s.xml"] = f"<w:{kind}s {_W}>{notes}</w:{kind}s>".encode()
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = f'<Relationship Id="rId99" Type="{kinds}/{kind}s" Target="{kind}s.xml"/></Relationships>'
    rels = "word/_rels/document.xml.rels"
    old[rels] = old[rels].replace(b"</Relationships>", relation.encode())
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        for name, content in old.items():
            package.writestr(name, content)
    return held.getvalue()


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_comment_on_a_note_is_at_its_mark_and_quotes_it(kind: str) -> None:
    old = with_notes(kind)
    words = word_paragraphs(old)
    assert (words[0], words[-1]) == ("见注", CITED)
    assert "无人引用" not in words
    new = commented(old, [WordComment(len(words) - 1, 13, 18, ("wrong",))], "Yange", DAY)
    assert word_paragraphs(new) == words
    before, after = parts(old), parts(new)
    assert after[f"word/{kind}s.xml"] == before[f"word/{kind}s.xml"]
    assert re.sub(ANCHORS, b"", after["word/document.xml"]) == before["word/document.xml"]
    marked = re.search(rb"commentRangeStart[^>]*>(.*?)<w:commentRangeEnd", after["word/document.xml"])
    assert marked is not None
    assert marked[1] == f"<w:r><w:rPr><w:b/></w:rPr><w:{kind}Reference w:id='2'/></w:r>".encode()
    assert [one.text for one in docx.Document(io.BytesIO(new)).comments] == ["“第九十九条”\nwrong"]


BOX = (
    "<w:p><w:r><w:t>前</w:t><w:pict><w:txbxContent><w:p><w:pPr><w:rPr><w:i/></w:rPr></w:pPr><w:r><w:t>"
    f"{CITED}</w:t></w:r></w:p></w:txbxContent></w:pict></w:r><w:r><w:t>后</w:t></w:r></w:p>"
)


def test_a_comment_on_a_text_box_is_at_the_box_and_quotes_it() -> None:
    old = changed_document(BOX)
    assert word_paragraphs(old)[:2] == ("前后", CITED)
    new = commented(old, [WordComment(1, 2, 13, ("wrong",)), WordComment(0, 1, 2, ("plain",))], "Yange", DAY)
    document = parts(new)["word/document.xml"]
    assert re.sub(ANCHORS, b"", document) == parts(old)["word/document.xml"]
    begins = document.index(b"<w:commentRangeStart")
    assert document.index("前".encode()) > begins
    assert {one.text for one in docx.Document(io.BytesIO(new)).comments} == {"“《望海市渡口管理办法》”\nwrong", "plain"}


@pytest.mark.parametrize("data", [b"", b"PK", b"%PDF-1.7", b"text"])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(YangeError, match="Word file"):
        word_paragraphs(data)


def test_the_command_writes_another_file(project_root: Path, tmp_path: Path) -> None:
    old, new = tmp_path / "memo.docx", tmp_path / "checked.docx"
    old.write_bytes(MEMO)
    call = ["--project", str(project_root), "cite", str(old), "--on", "2024-01-01", "--output"]
    assert CliRunner().invoke(group, [*call, str(old)]).exit_code == 2
    assert CliRunner().invoke(group, [*call, str(tmp_path / "x.pdf")]).exit_code == 2
    said = CliRunner().invoke(group, [*call, str(new), "--language", "en"])
    assert said.exit_code == 1
    assert old.read_bytes() == MEMO
    comments = [one.text for one in docx.Document(str(new)).comments]
    assert [text.split("\n")[0] for text in comments] == [
        "Wrong on 2024-01-01.",
        "Right on 2024-01-01.",  # expired since
        "The archive cannot tell whether this was right on 2024-01-01.",
        "Wrong on 2024-01-01.",
    ]
