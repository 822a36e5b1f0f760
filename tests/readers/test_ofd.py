"""OFD files made here: lines and pages, templates, places, and files that are broken or hostile."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

import pytest
from word_files import codes, lost_and_added, source, texts

from yange.readers import ofd_pages, registry
from yange.readers.ofd import OfdReader
from yange.readers.source_text import DocumentReading, SourceBlockKind

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
SIZE = 5.0
LEFT, WIDTH = 28.0, 150.0


def text(words: str, x: float, y: float, size: float = SIZE, inner: str = "", attributes: str = "") -> str:
    """Return a line whose characters are as wide as the font, set by their steps."""
    steps = f' DeltaX="g {len(words) - 1} {size}"' if len(words) > 1 else ""
    return (
        f'<ofd:TextObject ID="1" Boundary="{x} {y} 200 10" Font="1" Size="{size}" {attributes}>{inner}'
        f'<ofd:TextCode X="0" Y="{size}"{steps}>{words}</ofd:TextCode></ofd:TextObject>'
    )


def paragraph(words: str, y: float) -> list[str]:
    """Return the lines of a paragraph, the first indented by two characters."""
    first, most = words[:28], 30
    rest = [words[at : at + most] for at in range(28, len(words), most)]
    lines = [text(first, LEFT + 2 * SIZE, y)]
    return lines + [text(line, LEFT, y + 9.0 * nth) for nth, line in enumerate(rest, 1)]


def page(*objects: str, template: str = "") -> str:
    used = f'<ofd:Template TemplateID="{template}"/>' if template else ""
    return f"<ofd:Page {SPACE}>{used}<ofd:Content><ofd:Layer>{''.join(objects)}</ofd:Layer></ofd:Content></ofd:Page>"


def ofd(pages: Sequence[str], parts: Mapping[str, str | bytes] | None = None, listed: str = "") -> bytes:
    listed = listed or "".join(
        f'<ofd:Page ID="{nth}" BaseLoc="Pages/Page_{nth}/Content.xml"/>' for nth in range(len(pages))
    )
    made: dict[str, str | bytes] = {
        "OFD.xml": (
            f"<ofd:OFD {SPACE}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
        ),
        "Doc_0/Document.xml": (
            f"<ofd:Document {SPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>"
            '</ofd:PageArea><ofd:TemplatePage ID="9" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData>'
            f"<ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
        ),
        **{f"Doc_0/Pages/Page_{nth}/Content.xml": one for nth, one in enumerate(pages)},
        **(parts or {}),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in made.items():
            package.writestr(name, content)
    return out.getvalue()


def read(*pages: str, parts: Mapping[str, str | bytes] | None = None) -> DocumentReading:
    return OfdReader().read("a.ofd", ofd(pages, parts))


TITLE = "望海市渡口安全管理办法"
ONE = "第一条　为了加强渡口安全管理，保障乘客人身和财产安全，根据有关法律、法规，结合本市实际，制定本办法。"
TWO = "第二条　本市行政区域内渡口的设置、运营和监督管理，适用本办法。"
THREE = "第三条　市交通运输部门是渡口安全的主管部门，每季度组织一次检查，并将结果向社会公布，接受社会各界监督。"
FIRST = page(
    text(TITLE, 67, 40, 7.0), *paragraph(ONE, 60), *paragraph(TWO, 78), text("1", 104, 280)
)  # fmt: skip
SECOND = page(*paragraph(THREE, 40), text("2", 104, 280))


def test_paragraphs_and_pages() -> None:
    found = read(FIRST, SECOND)
    assert texts(found) == [TITLE, ONE, TWO, THREE]
    blocks = source(found).blocks
    assert [block.place.page for block in blocks] == [1, 1, 1, 2]
    assert blocks[0].kind is SourceBlockKind.TITLE
    left, top, right, bottom = blocks[1].place.box or (0, 0, 0, 0)
    assert (round(left), round(right)) == (79, 505)
    assert 170 < top < bottom < 220
    assert [(one.text, one.reason.value) for one in source(found).left_out] == [
        ("1", "page-number"),
        ("2", "page-number"),
    ]
    assert found.problems == ()
    assert lost_and_added(found) == ({}, {})


def test_words_of_a_template_are_on_each_page() -> None:
    head = page(text("望海市人民政府公报", 70, 12, 4.0))
    found = read(*(page(*paragraph(one, 60), template="9") for one in (ONE, TWO, THREE)),
                 parts={"Doc_0/Tpls/Tpl_0/Content.xml": head})  # fmt: skip
    assert texts(found) == [ONE, TWO, THREE]
    assert [one.reason.value for one in source(found).left_out] == ["running-head"] * 3
    assert lost_and_added(found) == ({}, {})


def test_what_is_hidden_or_at_an_angle_is_left_out_and_said() -> None:
    found = read(page(*paragraph(ONE, 60), text("内部资料", 50, 90, attributes='CTM="0.7 0.7 -0.7 0.7 0 0"'),
                      text("隐", 50, 120, attributes='Visible="false"')))  # fmt: skip
    assert texts(found) == [ONE]
    assert [(one.text, one.reason.value) for one in source(found).left_out] == [
        ("内部资料", "watermark"),
        ("隐", "hidden"),
    ]
    assert codes(found) == ["source-hidden-words"]


def test_a_scaled_line_and_steps_one_by_one() -> None:
    words = "第一条　甲。"
    line = (
        '<ofd:TextObject Boundary="28 60 100 10" Size="2.5" CTM="2 0 0 2 0 0"><ofd:TextCode X="0" Y="2.5" '
        f'DeltaX="2.5 2.5 g 3 2.5">{words}</ofd:TextCode></ofd:TextObject>'
    )
    assert texts(read(page(line))) == [words]


def test_the_record() -> None:
    one = source(read(FIRST))
    assert (one.reader, one.media, one.library.partition(" ")[0]) == ("ofd", "application/ofd", "lxml")
    assert registry.reader_of("a.bin", ofd([FIRST])).name == "ofd"


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (ofd([page('<ofd:ImageObject ID="1"/>')]), "source-empty", "no words"),
        (ofd([FIRST], listed='<ofd:Page BaseLoc="../../../etc/passwd"/>'), "source-damaged", "no part etc/passwd"),
        (ofd(["<ofd:Page"]), "source-damaged", "Content.xml"),
        (ofd(['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>']), "source-damaged", "an entity of its own"),
        (ofd([FIRST], listed='<ofd:Page BaseLoc="a"/>' * 5_001), "source-damaged", "5,001 pages"),
        (ofd([page(text("甲", 1, 1) + " " * 5_000_000)]), "source-damaged", "grows by more than"),
    ],
)
def test_what_is_refused(data: bytes, code: str, said: str) -> None:
    found = OfdReader().read("a.ofd", data)
    assert found.texts == ()
    assert codes(found)[-1] == code
    assert said in found.problems[-1].message


def test_a_large_template_on_many_pages_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ofd_pages, "MOST_CHARACTERS", 10_000)
    data = ofd([page(template="9")] * 300, {"Doc_0/Tpls/Tpl_0/Content.xml": page(text("甲" * 100, 20, 20))})
    assert "more than 10,000 characters" in OfdReader().read("a.ofd", data).problems[0].message
    monkeypatch.setattr(ofd_pages, "MOST_DRAWN", 500)
    assert "draw more than 500" in OfdReader().read("a.ofd", data).problems[0].message


@pytest.mark.parametrize("steps", ["g 999999999 5", "g x y", "nan inf 1e400", "g", "5 g 2"])
def test_steps_that_are_no_good(steps: str) -> None:
    line = f'<ofd:TextObject Boundary="20 20 9 9" Size="5"><ofd:TextCode X="1e999" DeltaX="{steps}">甲乙</ofd:TextCode></ofd:TextObject>'  # noqa: E501
    found = read(page(line))
    assert set(found.words or "") >= set("甲乙")
