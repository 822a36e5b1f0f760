# ruff: noqa: E501 (markup reads best on one line)
"""Encodings, facts, pages without a text, and pages that would take for ever."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yange.problems import Severity
from yange.readers.html import HtmlReader, bounds
from yange.readers.html.bounds import scan
from yange.readers.html.tables import LABEL
from yange.readers.source_text import DocumentReading, SourceText

WORDS = "第一条　渡口由市交通运输部门管理，渡船每日六时开航。"


def _read(data: bytes | str, name: str = "a.html") -> DocumentReading:
    return HtmlReader().read(name, data if isinstance(data, bytes) else data.encode())


def _text(data: bytes | str) -> SourceText:
    (text,) = _read(data).texts
    return text


@pytest.mark.parametrize(
    ("declared", "encoding", "codes"),
    [
        ("utf-8", "utf-8", []),
        ("gb2312", "gb18030", []),
        ("gbk", "gbk", []),
        ("big5", "big5", []),
        ("utf-8", "gb18030", ["html-charset"]),
        ("gb2312", "utf-8", ["html-charset"]),
        ("iso-8859-1", "utf-8", ["html-charset"]),
        ("no-such-thing", "gb18030", ["html-charset"]),
        ("", "utf-8", []),
        ("", "gb18030", []),
        ("", "utf-8-sig", []),
        ("gbk", "utf-16", []),
    ],
)
def test_an_encoding_is_read_right_and_a_wrong_declaration_is_said(
    declared: str, encoding: str, codes: list[str]
) -> None:
    words = "第一條　渡口由縣政府管理，渡船每日六時開航。" if encoding == "big5" else WORDS
    meta = f"<meta http-equiv='Content-Type' content='text/html; charset={declared}'>" if declared else ""
    reading = _read(f"<html><head>{meta}</head><body><p>{words}</p></body></html>".encode(encoding))
    assert [problem.code for problem in reading.problems] == codes
    assert reading.texts[0].text == words


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("shift_jis", "第一条　渡船を運航する。"),
        ("euc-kr", "제1조 나룻배를 운항한다."),
        ("windows-1251", "Статья 1. Паром ходит каждый день."),
        ("iso-8859-2", "§ 1. Loď převáží osoby přes řeku."),
        ("windows-1252", "§ 1 Die Fähre kostet 3 €."),
    ],
)
def test_encodings_of_other_scripts_are_obeyed(encoding: str, words: str) -> None:
    page = f"<meta charset='{encoding}'><p>{words}</p>"
    assert _text(page.encode(encoding)).text == words


def test_a_broken_character_beside_the_text_is_said_and_one_in_it_refused() -> None:
    summary = b'<meta charset=utf-8><meta name=description content="\xe7\xac">'
    page = summary + f"<p>{WORDS * 40}".encode()
    assert [problem.code for problem in _read(page).problems] == ["html-charset"]
    refused = _read(page + b"\xe7\xac<p>x")
    assert refused.texts == ()
    assert [problem.code for problem in refused.problems if problem.severity is Severity.ERROR] == ["source-encoding"]


FACTS = """<html lang="zh-CN"><head><meta charset="utf-8">
<meta name="ArticleTitle" content="望海市渡口管理办法"><meta name="PubDate" content="2021-06-02 09:30">
<link rel="canonical" href="https://www.wanghai.example/zc/1.html"></head><body>
<div class="xxgk"><table><tr><td>文号</td><td>望府〔2021〕3号</td><td>成文日期</td><td>2021年5月30日</td></tr></table></div>
<div id="zoom"><p>望海市渡口管理办法</p><p>第一条　渡口由市交通运输部门管理，渡船每日六时开航。</p><p>第二条　违反本办法的，处罚款。</p></div></body></html>"""


def test_the_facts_of_a_government_page_are_given_and_its_own_day_is_no_publication() -> None:
    text = _text(FACTS)
    given = text.given
    assert (given.title, given.number, given.language) == ("望海市渡口管理办法", "望府〔2021〕3号", "zh-CN")
    assert (given.signed, given.page_date, given.published) == (date(2021, 5, 30), date(2021, 6, 2), None)
    assert given.url == "https://www.wanghai.example/zc/1.html"
    assert text.blocks[0].kind.value == "title"


LINKED = """<html lang="fr"><head><meta charset="utf-8"><script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, {"@type": ["Legislation", "X"], "name": "Décret sur le bac",
"legislationIdentifier": "D-2021-7", "legislationDate": "2021-05-03", "datePublished": "2021-05-09", "inLanguage": "fr",
"legislationPassedBy": {"@type": "Organization", "name": "Port de Port-Salé"}, "legislationJurisdiction": "Port-Salé"}]}
</script><meta property="eli:first_date_entry_in_force" content="2021-07-01"><meta property="og:url" content="https://droit.example/d7">
</head><body><main><h1>Décret sur le bac</h1><p>Article 1</p><p>Le bac passe la rivière.</p></main></body></html>"""


def test_the_facts_of_linked_data_are_given() -> None:
    given = _text(LINKED).given
    assert (given.title, given.identifier, given.place) == ("Décret sur le bac", "D-2021-7", "Port-Salé")
    assert (given.signed, given.effective, given.published) == (date(2021, 5, 3), date(2021, 7, 1), None)
    assert (given.page_date, given.issuer) == (date(2021, 5, 9), ("Port de Port-Salé",))
    assert (given.language, given.register, given.url) == ("fr", "droit.example", "https://droit.example/d7")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "https://a b", "ftp://x/y", ""])
def test_only_an_address_of_the_web_is_an_address(address: str) -> None:
    assert _text(f"<link rel=canonical href='{address}'><p>{WORDS}").given.url is None


def test_a_template_with_the_wrong_language_says_nothing() -> None:
    assert _text(f"<html lang=en><meta charset=utf-8><p>{WORDS}").given.language is None


def test_data_that_is_no_data_is_passed_over() -> None:
    for data in ("{", "[" * 100_000, "null", '[1, {"@type": "Legislation", "name": 7}]'):
        page = f"<meta charset=utf-8><script type='application/ld+json'>{data}</script><p>{WORDS}"
        assert _text(page).given.title is None


def test_the_address_of_a_saved_page_is_given() -> None:
    saved = "<!-- saved from url=(0035)https://www.wanghai.example/zc/9.html -->"
    assert (
        _text(f"<!DOCTYPE html>{saved}<meta charset=utf-8><p>{WORDS}").given.url
        == "https://www.wanghai.example/zc/9.html"
    )


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<html><frameset cols=50%,*><frame src=a.htm><frame src=b.htm></frameset></html>", "in a frame"),
        ("<html><body><iframe src=a.htm></iframe></body></html>", "in a frame"),
        ("<html><body><div id=app></div><script src=app.js></script></body></html>", "scripts"),
        ("<html><body><noscript>Please enable JavaScript.</noscript><script>1</script></body></html>", "scripts"),
        ("<html><body></body></html>", "has no text"),
    ],
)
def test_a_page_without_a_text_says_where_it_is(page: str, said: str) -> None:
    reading = _read(page)
    assert reading.texts == ()
    (problem,) = reading.problems
    assert (problem.code, problem.severity) == ("html-no-text", Severity.ERROR)
    assert said in problem.message


@pytest.mark.parametrize(
    ("name", "data", "is_page"),
    [
        ("a.txt", b"<!DOCTYPE html><p>x", True),
        ("a.txt", b"\xef\xbb\xbf  <!-- saved --><HTML>", True),
        ("a.xml", b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', True),
        ("a.xml", b'<?xml version="1.0"?><akomaNtoso>', False),
        ("a.html", b"<p>a</p><p>b</p>", True),
        ("a.txt", b"<p>a</p><p>b</p>", False),
        ("a.html", "第一条　甲。".encode(), False),
        ("a.htm", b"%PDF-1.7 <p><p>", False),
        ("a.txt", "第一条　<甲>".encode(), False),
        ("a.md", b"# a\n\n<div>x</div>", False),
    ],
)
def test_a_page_is_recognised_by_its_content(name: str, data: bytes, is_page: bool) -> None:
    assert HtmlReader().recognises(name, data) is is_page


def test_an_archive_without_a_page_or_with_parts_in_parts_is_refused() -> None:
    head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
    empty = f"{head}--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n"
    nested = head + "--b\r\nContent-Type: multipart/related; boundary=b\r\n\r\n" * 2_000
    for data in (empty, nested):
        reading = _read(data, "a.mht")
        assert [problem.code for problem in reading.problems] == ["html-no-text"]


ENDLESS = {
    "nested blocks": "<div>" * 60_000,
    "nested lists": "<ul><li>" * 12_000,
    "unclosed formatting": "".join(f"<font a={k}>" for k in range(4_000)) + "<p>x" * 4_000,
    "closed in vain": "<div><object></div>" * 12_000,
    "closed in text": "<div><textarea></div></textarea>" * 12_000,
    "closed in a comment": "<div><!--</div>-->" * 12_000,
    "closed in an attribute": "<div><a title='</div>'></a>" * 12_000,
    "closed in a drawing": "<svg><div/></svg>" * 12_000,
    "closed in characters of a drawing": "<div><svg><![CDATA[></svg></div>]]></svg>" * 12_000,
    "closed in a comment by mistake": "<div></ </div>" * 12_000,
    "opened behind an empty comment": "<!-->" + "<div>" * 12_000,
    "opened behind a stray quote": '<a "><div>"></a>' * 12_000,
    "opened behind a value": '<a b=c="><div>"></a>' * 12_000,
    "titles in drawings": "<svg><title><div></title></svg>" * 12_000,
}


@pytest.mark.parametrize("markup", ENDLESS.values(), ids=ENDLESS)
def test_a_page_that_would_take_for_ever_is_refused_in_a_moment(markup: str) -> None:
    """There is no clock in the test: the tree of any of these would take hours or all memory."""
    reading = _read("<!doctype html>" + markup)
    assert reading.texts == ()
    assert [problem.code for problem in reading.problems] == ["html-too-complex"]


LONG = {
    "unclosed tag": "<p " + "a " * 300_000,
    "unclosed quotes": "<a b='" * 100_000,
    "unclosed comments": "<!--" * 200_000,
    "less-than": "<" * 100_000,
    "entities": "&" * 300_000 + "&lt" * 100_000,
    "raised": "<p>" + "<sup>1</sup>" * 8_000,
    "breaks": "<p>" + "甲<br>" * 20_000,
    "terms": "<dl>" + "<dt>1.<dd>甲" * 5_000,
    "headers": "<header>" * 400 + "甲" * 5_000,
    "spans": "<table border=1><tr><th>甲" + "<tr>" + "<td rowspan=65534 colspan=1000>乙" * 500 + "</table>",
    "shares": "<div class=share>" * 400 + "甲" * 3_000,
    "bad archive": "Content-Type: multipart/related\n\n" + "--\n" * 100_000,
}


@pytest.mark.parametrize("markup", LONG.values(), ids=LONG)
def test_work_grows_with_the_length_of_a_page(markup: str) -> None:
    reading = _read(f"<!doctype html><meta charset=utf-8><p>{WORDS}</p>{markup}")
    assert reading.texts or reading.problems


def test_the_elements_of_a_page_are_counted_before_its_tree_is_built(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as changed:
        changed.setattr(bounds, "MOST_TAGS", 100)
        assert scan("<p>a" * 100).reason is None
        assert scan("<p>a" * 101).reason is not None
    assert scan("<div><p>a</p></div>" * 20_000).reason is None
    assert scan("<div>" * 513 + "<i>x</i>" * 10_000).reason is not None
    assert scan("<div>" * 512 + "<br>" * 10_000).reason is None
    assert scan("<svg>" + "<path d='M0'/>" * 20_000 + "</svg>").reason is None


def test_the_attributes_of_a_tag_are_counted_before_the_tree_is_built() -> None:
    several = " ".join(f"a{nth}='x = y {nth}'" for nth in range(200))
    assert scan(f"<p {several}>").reason is None
    assert scan(f"<p {several} a200>").reason == "one of its tags has more than 200 attributes"
    assert scan(f"<img src='{'a=' * 2_000}'>").reason is None


@pytest.mark.parametrize("mark", ["<![CDAT", "<![ x", "<![if gte mso 9]>", "<![CDATA[x]]>", "<!ELEMENT x>", "<?x?>"])
def test_a_declaration_that_html_does_not_have_is_passed_over(mark: str) -> None:
    """A marked_section of SGML is one: Word writes them."""
    assert _text(f"<!doctype html><meta charset=utf-8><p>{WORDS}</p>{mark}").text == WORDS


@pytest.mark.parametrize("label", ["(a)", "1.", "aa)", "（一）", "一、", "①", "§ 5", "–", "xiv.", "1.2.3", "가."])
def test_numbers_beside_words_are_labels(label: str) -> None:
    assert LABEL.fullmatch(label)


@pytest.mark.parametrize("words", ["词", "Fähre", "2021年", "(siehe)", "1 Fähre", ""])
def test_words_are_no_labels(words: str) -> None:
    assert not LABEL.fullmatch(words)


MARKUP = (
    "<p> </p> <div> </div> <b> </b> <table> </table> <tr> <td> <th> <ul> <ol> <li> </ol> <dl> <dt> <dd> <br> <h1>"
    " </h1> <sup> </sup> <ruby> <rt> <pre> </pre> <a> </a> <span> </span> <p hidden> <nav> </nav> <select> <svg>"
    " <template> <noscript> <form> <frameset> <!-- --> <![CDATA[ ]]> <title> <textarea> </textarea> <script> &lt; &#0;"
    " &#xD800; 甲 第一条 1. (a) a 2 \0 </"
)
PIECES = st.lists(st.sampled_from(MARKUP.split()), max_size=40)


@settings(max_examples=120, deadline=None)
@given(PIECES)
def test_any_markup_is_read_and_blocks_tile_the_text(pieces: list[str]) -> None:
    reading = _read(f"<!doctype html><meta charset=utf-8><p>{WORDS}</p>" + " ".join(pieces))
    assert reading.texts or reading.problems
    for text in reading.texts:
        ends = [0, *(block.end + 2 for block in text.blocks)]
        assert [block.start for block in text.blocks] == ends[:-1]
        assert not text.blocks or text.blocks[-1].end == len(text.text)
        assert all(text.text[block.start : block.end].startswith(block.label) for block in text.blocks)
