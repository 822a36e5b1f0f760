# ruff: noqa: E501 (markup reads best as its sites write it)
"""Pages in the markup of different kinds of sites, each with the truth: the words of its text, and what is not of it.

The texts are invented: a ferry, a harbour, a town that does not exist. The truth is
the list of lines in order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

__all__ = ["KINDS", "WebPage", "pages"]


@dataclass(frozen=True)
class WebPage:
    """A page and its truth: the lines of its text in order, and words that must not be in it."""

    kind: str
    data: bytes
    lines: Sequence[str]
    furniture: Sequence[str]


HAN = (
    "望海市渡口管理办法",
    ("第一章　总则", ("第一条　为了规范渡口管理，保障乘客安全，制定本办法。", "第二条　本办法所称渡口，包括下列场所：", "（一）供人员上下船的码头；", "（二）供车辆上下船的坡道，宽度不小于3.5米。")),
    ("第二章　管理", ("第三条　每艘渡船载客不得超过60人，载货不得超过5吨。", "第四条　违反第三条规定的，处500元以上1000元以下罚款。")),
    ("第三章　附则", ("第五条　本办法自2021年9月1日起施行。",)),
)  # fmt: skip
TRADITIONAL = (
    "望海縣渡船管理自治條例",
    ("", ("第 1 條", "為管理渡船，維護乘客安全，特制定本自治條例。", "第 2 條", "本自治條例所稱渡船，指載運乘客之船舶。", "前項船舶應經登記。", "第 3 條", "本自治條例自公布日施行。")),
)  # fmt: skip
ENGLISH = (
    "The Saltmarsh Ferry Regulations 2021",
    ("Part 1 General", ("1. Citation", "These Regulations may be cited as the Saltmarsh Ferry Regulations 2021.", "2. Interpretation", "In these Regulations, “ferry” means a boat that carries passengers & goods for a fare.")),
    ("Part 2 Duties", ("3. Fares", "The master must not charge more than £5 (or €6) for a crossing.",)),
)  # fmt: skip
GERMAN = (
    "Fährordnung der Stadt Salzhafen",
    (
        "Abschnitt 1 Allgemeines",
        (
            "§ 1 Geltungsbereich",
            "(1) Diese Ordnung gilt für alle Fähren, die Personen über den Hafen befördern.",
            "(2) Sie gilt nicht für Ruderboote bis zu 4 m Länge.",
            "§ 2 Pflichten",
            "Die Fährleute haben",
        ),
    ),
)
FRENCH = (
    "Décret relatif au bac de Port-Salé",
    (
        "Chapitre Ier : Dispositions générales",
        (
            "Article 1",
            "Le bac transporte les passagers d'une rive à l'autre, moyennant un droit fixé par l'autorité portuaire.",
            "Article 2",
            "Le présent décret entre en vigueur le 1er juillet 2021.",
        ),
    ),
)
SPANISH = (
    "Orden sobre la barca de Puerto Salado",
    (
        "CAPÍTULO I",
        (
            "Artículo 1. Objeto.",
            "La presente orden regula el servicio de barca entre las dos orillas del puerto.",
            "Artículo 2. Entrada en vigor.",
            "Esta orden entrará en vigor el día 1 de julio de 2021.",
        ),
    ),
)
JAPANESE = (
    "潮浜市渡船条例",
    (
        "第一章　総則",
        (
            "（目的）",
            "第一条　この条例は、渡船の運航の安全を図ることを目的とする。",
            "２　市長は、前項の目的を達するため、必要な措置を講ずるものとする。",
            "（施行期日）",
            "第二条　この条例は、公布の日から施行する。",
        ),
    ),
)
KOREAN = (
    "솔포시 나룻배 조례",
    (
        "제1장 총칙",
        (
            "제1조(목적) 이 조례는 나룻배의 안전한 운항에 필요한 사항을 정함을 목적으로 한다.",
            "제2조(정의) 이 조례에서 나룻배란 사람을 실어 나르는 배를 말한다.",
            "제3조(시행일) 이 조례는 공포한 날부터 시행한다.",
        ),
    ),
)


def _lines(text: Sequence[object]) -> list[str]:
    title, *parts = text
    found = [str(title)]
    for heading, rows in parts:  # type: ignore[misc]
        found += [*filter(None, [heading]), *rows]
    return found


def _each(text: Sequence[object], title: str, heading: str, row: str) -> str:
    """Return a text in markup: ``{}`` stands for the words."""
    first, *parts = text
    found = [title.format(escape(str(first)))]
    for head, rows in parts:  # type: ignore[misc]
        found += [heading.format(escape(head))] if head else []
        found += [row.format(escape(line)) for line in rows]
    return "\n".join(found)


NAV = "<ul class='nav'><li><a href='/'>首页</a></li><li><a href='/zw'>政务公开</a></li><li><a href='/hd'>互动交流</a></li></ul>"
FOOT = "<div class='footer'><p>主办单位：望海市人民政府办公室</p><p>网站标识码：0000000000</p></div>"
SIDE = "<div class='related'><h3>相关链接</h3><ul><li><a href=1>关于渡口的问答</a></li><li><a href=2>渡口图解</a></li></ul></div>"
NOT_THERE = ("政务公开", "网站标识码", "相关链接", "var secret")
SCRIPT = "<script>var secret = '<p>第九条　脚本。</p>';</script><style>p { color: red }</style>"


def trs_editor() -> WebPage:
    body = _each(HAN, "", "<p align='center'><strong>{}</strong></p>", "<p align='justify'>　　{}</p>")
    page = f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{HAN[0]}_望海市人民政府</title>{SCRIPT}</head><body>{NAV}<div class='crumb'>当前位置：<a href=/>首页</a> &gt; 文件</div><div class='wrap'><h1>{HAN[0]}</h1><div class='xl-info'>字号：<a href=#>大</a></div><div class='TRS_Editor'><style>.TRS_Editor P{{margin:0}}</style>{body}</div></div>{SIDE}{FOOT}</body></html>"
    return WebPage("TRS editor", page.encode(), _lines(HAN), NOT_THERE)


def old_layout_tables() -> WebPage:
    rows = "<BR>".join(f"&nbsp;&nbsp;&nbsp;&nbsp;{line}" for line in _lines(HAN)[1:])
    page = f"<HTML><HEAD><META http-equiv=Content-Type content='text/html; charset=gb2312'><TITLE>文件</TITLE></HEAD><BODY><TABLE width=1000><TR><TD><A href=/>首页</A> <A href=/a>政务公开</A></TD></TR><TR><TD width=200><A href=1>相关链接</A></TD><TD><TABLE><TR><TD align=middle class=title><FONT size=5><B>{HAN[0]}</B></FONT></TD></TR><TR><TD class=b12c id=UCAP-CONTENT><FONT size=3>{rows}</FONT></TD></TR></TABLE></TD></TR><TR><TD>网站标识码</TD></TR></TABLE></BODY></HTML>"
    return WebPage("layout tables in GB 2312", page.encode("gb18030"), _lines(HAN), NOT_THERE)


def pasted_from_word() -> WebPage:
    def spans(line: str) -> str:
        half = len(line) // 2
        return f"<p class=MsoNormal style='text-indent:2em'><span lang=EN-US><o:p></o:p></span><span style='font-family:仿宋'>{line[:half]}</span><span style='font-family:仿宋;mso-bidi-font-size:16pt'><font color=black>{line[half:]}</font></span></p>"

    body = "\n".join(spans(line) for line in _lines(HAN)[1:])
    page = f"<html><head><meta charset=gbk></head><body>{NAV}<div id='article'><div class='article-title'>{HAN[0]}</div><div id='zoom'>{body}</div><div class='share'>分享到：微信</div></div>{FOOT}</body></html>"
    return WebPage("pasted from Word", page.encode("gbk"), _lines(HAN), (*NOT_THERE, "分享到"))


def unknown_site() -> WebPage:
    body = _each(HAN, "<div class='h'>{}</div>", "<div class='z'>{}</div>", "<div class='t'>{}</div>")
    page = f"<!doctype html><meta charset=utf-8><div class=x1>{NAV}</div><div class=x2><div class=x3><p><a href=1>要闻</a> <a href=2>通知公告</a> <a href=3>网上办事</a></p></div><div class=x4>{body}</div></div><div class=x5><p>网站标识码：1</p></div>"
    return WebPage("unknown names", page.encode(), _lines(HAN), (*NOT_THERE, "通知公告"))


def outside_body() -> WebPage:
    body = "".join(f"<p>{line}" for line in _lines(HAN)[1:])
    page = f"<html><head><meta charset=utf-8><title>x</title><div></head><div id=zoom></div><body>{NAV}</body></html><h1>{HAN[0]}</h1><div class=TRS_Editor>{body}"
    return WebPage("markup out of order", page.encode(), _lines(HAN), NOT_THERE)


def gov_uk() -> WebPage:
    title, *parts = ENGLISH
    body = _each((title, *parts), "", "<h2 id='part'>{}</h2>", "<p>{}</p>")
    page = f"<!DOCTYPE html><html lang='en' class='govuk-template'><head><meta charset='utf-8'><title>{title} - Guidance</title></head><body><a href='#content' class='govuk-skip-link'>Skip to main content</a><div id='global-cookie-message' class='cookie-banner'><p>We use some essential cookies to make this website work. Please accept them.</p></div><header role='banner'><a href='/'>Portal</a></header><main id='content' role='main'><div class='gem-c-title'><h1>{title}</h1></div><nav class='contents'><ol><li><a href='#part'>Part 1</a></li></ol></nav><div class='govspeak'>{body}</div></main><footer role='contentinfo'><p>All content is available under a licence.</p></footer></body></html>"
    return WebPage("gov.uk", page.encode(), _lines(ENGLISH), ("essential cookies", "Skip to", "licence"))


def legislation_gov_uk() -> WebPage:
    page = """<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><meta name="DC.title" content="The Saltmarsh Ferry Regulations 2021"><meta charset="utf-8"></head><body><div id="layout1"><ul id="legSubNav"><li><a href="/">Home</a></li><li><a href="/b">Browse</a></li><li><a href="/n">New</a></li></ul><div id="viewLegContents"><div class="LegSnippet"><h1 class="LegTitle">The Saltmarsh Ferry Regulations 2021</h1><h2 class="LegP1GroupTitleFirst">Citation</h2><p class="LegP1ParaText"><span class="LegDS LegP1No LegLHS" id="regulation-1">1</span><span class="LegDS LegRHS LegP1Text">These Regulations may be cited as the <em>Saltmarsh</em> Ferry Regulations.</span></p><p class="LegClearFix LegP2Container"><span class="LegDS LegLHS LegP2No" id="regulation-1-2">(2)</span><span class="LegDS LegRHS LegP2Text">They come into force on 1st July 2021.</span></p><p class="LegClearFix LegP3Container"><span class="LegDS LegLHS LegP3No">(a)</span><span class="LegDS LegRHS LegP3Text">for ferries; and</span></p></div></div></div><div id="footerNav" class="footer">Crown notice</div></body></html>"""
    lines = [
        "The Saltmarsh Ferry Regulations 2021",
        "Citation",
        "1 These Regulations may be cited as the Saltmarsh Ferry Regulations.",
        "(2) They come into force on 1st July 2021.",
        "(a) for ferries; and",
    ]
    return WebPage("legislation.gov.uk", page.encode(), lines, ("Browse", "Crown"))


def eur_lex() -> WebPage:
    page = """<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><meta property="eli:date_document" content="2021-05-03"/><title>L_x</title></head><body><div class="eli-container"><div class="eli-main-title" id="tit_1"><p class="oj-doc-ti">REGULATION ON FERRIES</p></div><div class="eli-subdivision" id="art_1"><p class="oj-ti-art">Article 1</p><div class="eli-title"><p class="oj-sti-art">Subject matter</p></div><p class="oj-normal">This Regulation lays down rules on the following matters:<span class="oj-super oj-note-tag">(<a href="#ntr1">1</a>)</span></p><table width="100%" border="0" cellspacing="0" cellpadding="0"><col width="4%"/><col width="96%"/><tbody><tr><td valign="top"><p class="oj-normal">(a)</p></td><td valign="top"><p class="oj-normal">the carriage of passengers by ferry between ports;</p></td></tr></tbody></table><table width="100%"><tbody><tr><td><p>(b)</p></td><td><p>the fares that may be charged:</p><table><tbody><tr><td><p>(i)</p></td><td><p>for passengers with a bicycle;</p></td></tr></tbody></table></td></tr></tbody></table></div><hr class="oj-note"/><p class="oj-note"><a id="ntr1" href="#ntc1">(1)</a>  An invented note.</p></div></body></html>"""
    lines = [
        "REGULATION ON FERRIES",
        "Article 1",
        "Subject matter",
        "This Regulation lays down rules on the following matters:(1)",
        "(a) the carriage of passengers by ferry between ports;",
        "(b) the fares that may be charged:",
        "(i) for passengers with a bicycle;",
        "(1) An invented note.",
    ]
    return WebPage("EUR-Lex", page.encode(), lines, ())


def legifrance() -> WebPage:
    title, (heading, rows) = FRENCH  # type: ignore[misc]
    body = f"<h3 class='title-chapter'>{heading}</h3>" + "".join(
        f"<article><header><h4 class='name-article'>{rows[k]}</h4><button>Copier</button></header><div class='content'><p>{rows[k + 1]}<br/></p></div></article>"
        for k in (0, 2)
    )
    page = f"<!doctype html><html lang='fr'><head><meta charset='utf-8'></head><body><header class='rf-header' role='banner'>Menu général</header><main id='main'><h1 class='main-title'>{title}</h1><div class='page-content'>{body}</div></main><footer><p>Mentions légales du site.</p></footer></body></html>"
    return WebPage("Légifrance", page.encode(), _lines(FRENCH), ("Menu général", "Copier", "Mentions"))


def gesetze_im_internet() -> WebPage:
    page = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "x"><html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><title>F</title></head><body><div id="level2"><div id="paddingLR12"><h1><span class="jnenbez">Fährordnung</span></h1><div class="jnnorm" id="BJNR1"><div class="jnheader"><h3><span class="jnenbez">§ 1</span>&nbsp;<span class="jnentitel">Pflichten der Fährleute</span></h3></div><div class="jnhtml"><div><div class="jurAbsatz">(1) Die Fährleute haben<dl style="font-weight:normal"><dt>1.</dt><dd style="font-weight:normal"><div>die Fähre sauber zu halten,</div></dd><dt>2.</dt><dd><div>niemanden zu befördern, der<dl><dt>a)</dt><dd><div>betrunken ist oder</div></dd><dt>b)</dt><dd><div>ein offenes Feuer trägt.</div></dd></dl></div></dd></dl></div><div class="jurAbsatz">(2) Für Gäste der Stadt gilt das nicht.</div></div></div></div></div></div><div id="fusszeile" class="footer"><a href=x>Impressum</a></div></body></html>"""
    lines = [
        "Fährordnung",
        "§ 1\xa0Pflichten der Fährleute",
        "(1) Die Fährleute haben",
        "1. die Fähre sauber zu halten,",
        "2. niemanden zu befördern, der",
        "a) betrunken ist oder",
        "b) ein offenes Feuer trägt.",
        "(2) Für Gäste der Stadt gilt das nicht.",
    ]
    return WebPage("gesetze-im-internet", page.encode("iso-8859-1"), lines, ("Impressum",))


def boe() -> WebPage:
    title, (heading, rows) = SPANISH  # type: ignore[misc]
    body = f"<h4 class='capitulo_num'>{heading}</h4>" + "".join(
        f"<div class='bloque' id='a{k}'><h5 class='articulo'>{rows[k]}</h5><p class='parrafo'>{rows[k + 1]}</p></div>"
        for k in (0, 2)
    )
    page = f"<!DOCTYPE html><html lang='es'><head><meta charset='utf-8'></head><body><div id='cabecera' role='banner'><a href=/>Inicio</a></div><div id='contenedor'><ul class='breadcrumbs'><li><a href=/>Está Vd. en</a></li></ul><div id='contenido'><h3 class='documento-tit'>{title}</h3><div id='textoxslt'>{body}</div></div></div><div id='pie' role='contentinfo'>Agencia</div></body></html>"
    return WebPage("BOE", page.encode(), [*_lines(SPANISH)], ("Está Vd.", "Agencia"))


def e_gov() -> WebPage:
    page = """<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"></head><body><header role="banner">法令検索</header><div id="provisionview"><div class="main-content"><div class="LawTitle_text"><h1>潮浜市渡船条例</h1></div><div class="_div_ChapterTitle">第一章　総則</div><section class="Article" id="Mp-At_1"><div class="_div_ArticleCaption">（目的）</div><div class="_div_ArticleTitle"><span style="font-weight: bold;">第一条</span>　この条例は、<ruby>渡船<rp>（</rp><rt>とせん</rt><rp>）</rp></ruby>の運航の安全を
      図ることを目的とする。</div><div class="_div_ParagraphSentence"><span>２</span>　市長は、前項の目的を達するため、必要な措置を講ずるものとする。</div></section><section><div>（施行期日）</div><div><span>第二条</span>　この条例は、公布の日から施行する。</div></section></div></div></body></html>"""
    return WebPage("e-Gov", page.encode(), _lines(JAPANESE), ("法令検索", "とせん"))


def e_gov_in_shift_jis() -> WebPage:
    page = "<HTML><HEAD><META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=Shift_JIS'></HEAD><BODY><CENTER><B>潮浜市渡船条例</B></CENTER><P>第一章　総則<P>（目的）<P>第一条　この条例は、渡船の運航の安全を図ることを目的とする。<P>２　市長は、前項の目的を達するため、必要な措置を講ずるものとする。<P>（施行期日）<P>第二条　この条例は、公布の日から施行する。</BODY></HTML>"
    return WebPage("old page in Shift JIS", page.encode("cp932"), _lines(JAPANESE), ())


def law_go_kr() -> WebPage:
    title, (heading, rows) = KOREAN  # type: ignore[misc]

    def article(k: int, line: str) -> str:
        label, _, words = line.partition(" ")
        return f"<div class='pgroup'><div class='lawcon'><p class='pty1_p4'><input type='checkbox' id='c{k}'><span class='bl'><label for='c{k}'>{label}</label></span> {words}</p></div></div>"

    body = f"<div class='pgroup'><p class='gtit'>{heading}</p></div>" + "".join(
        article(k, line) for k, line in enumerate(rows)
    )
    page = f"<html lang='ko'><head><meta charset='euc-kr'></head><body><div class='gnb menu'><a href=/>법령</a></div><form id='frm'><div id='conTop'><h2>{title}</h2></div><div id='contentBody'>{body}</div></form></body></html>"
    return WebPage("law.go.kr", page.encode("cp949"), _lines(KOREAN), ("법령</a>",))


def law_moj_tw() -> WebPage:
    title, (_, rows) = TRADITIONAL  # type: ignore[misc]
    numbers = [k for k, row in enumerate(rows) if row.endswith("條")]
    body = ""
    lines = [title]
    for at, end in zip(numbers, [*numbers[1:], len(rows)], strict=True):
        data = "".join(f"<div class='line-0000'>{row}</div>" for row in rows[at + 1 : end])
        body += f"<div class='row'><div class='col-no'><a name='{at}' href='LawSingle.aspx?flno={at}'>{rows[at]}</a></div><div class='col-data'><div class='law-article'>{data}</div></div></div>"
        lines += [f"{rows[at]} {rows[at + 1]}", *rows[at + 2 : end]]
    page = f"<!DOCTYPE html><html lang='zh-Hant'><head><meta charset='big5'></head><body><form action='LawAll.aspx'><nav>導覽</nav><h2 id='hlLawName' class='law-title'>{title}</h2><div class='law-reg law-content'><div class='law-reg-content'>{body}</div></div></form><footer>本網站</footer></body></html>"
    return WebPage("law.moj.gov.tw", page.encode("big5"), lines, ("導覽", "本網站"))


def fedlex() -> WebPage:
    page = """<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"></head><body><div class="app-header" role="banner">Portal</div><div id="lawcontent"><div id="preface"><h1 class="erlasstitel">Verordnung über die Fähren</h1></div><main id="maintext"><section id="tit_1"><h2 class="heading"><a href="#tit_1">1. Titel: Allgemeines</a></h2><div class="collapseable"><article id="art_1"><a name="a1"></a><h6 class="heading"><a href="#art_1"><b>Art. 1</b><b><sup>bis</sup></b> Zweck</a></h6><div class="collapseable"><p class="absatz"><sup>1</sup> Diese Verordnung regelt den Verkehr der Fähren.<sup><a href="#fn-1" id="fnbck-1">3</a></sup></p><p class="absatz"><sup>2</sup>Sie gilt für:</p><dl><dt>a. </dt><dd>Fähren mit mehr als 10 m<sup>2</sup> Fläche;</dd><dt>b. </dt><dd>Seilfähren.</dd></dl><div class="footnotes"><p id="fn-1"><sup><a href="#fnbck-1">3</a></sup> Erfundene Anmerkung.</p></div></div></article></div></section></main></div></body></html>"""
    lines = [
        "Verordnung über die Fähren",
        "1. Titel: Allgemeines",
        "Art. 1bis Zweck",
        "1 Diese Verordnung regelt den Verkehr der Fähren.³",
        "2 Sie gilt für:",
        "a. Fähren mit mehr als 10 m² Fläche;",
        "b. Seilfähren.",
        "3 Erfundene Anmerkung.",
    ]
    return WebPage("Fedlex", page.encode(), lines, ("Portal",))


def wiki() -> WebPage:
    body = _each(
        ENGLISH,
        "",
        "<h2><span class='mw-headline'>{}</span><span class='mw-editsection'>[<a href='/e'>edit</a>]</span></h2>",
        "<p>{}\n</p>",
    )
    page = f"<!DOCTYPE html><html lang='en'><head><meta charset='UTF-8'></head><body class='mediawiki'><div id='content' class='mw-body' role='main'><h1 id='firstHeading'>{ENGLISH[0]}</h1><div id='mw-content-text'><div class='mw-parser-output'><div id='toc' class='toc'><ul><li><a href='#1'>Contents one</a></li></ul></div>{body}<!-- NewPP --></div></div><div id='catlinks' class='catlinks'>Categories: Ferries</div></div><div id='mw-navigation'><p>Personal tools</p></div></body></html>"
    return WebPage("wiki", page.encode(), _lines(ENGLISH), ("edit", "Contents one", "Categories", "Personal"))


def saved_archive() -> WebPage:
    page = trs_editor()
    quoted = "".join(f"={byte:02X}" if byte > 126 or byte == 61 else chr(byte) for byte in page.data)
    wrapped = "=\r\n".join(_soft(quoted))
    archive = f'From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.wanghai.example/a.html\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----B"\r\n\r\n\r\n------B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://www.wanghai.example/a.html\r\n\r\n{wrapped}\r\n------B\r\nContent-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n\r\nR0lGODlhAQABAAAAACw=\r\n------B--\r\n'
    return WebPage("web archive", archive.encode(), page.lines, page.furniture)


def _soft(quoted: str) -> Iterator[str]:
    at = 0
    while at < len(quoted):
        end = min(at + 72, len(quoted))
        while quoted.rfind("=", end - 2, end) >= 0 and end < len(quoted):
            end -= 1
        yield quoted[at:end]
        at = end


KINDS: Sequence[Callable[[], WebPage]] = (
    trs_editor, old_layout_tables, pasted_from_word, unknown_site, outside_body, gov_uk, legislation_gov_uk, eur_lex,
    legifrance, gesetze_im_internet, boe, e_gov, e_gov_in_shift_jis, law_go_kr, law_moj_tw, fedlex, wiki, saved_archive,
)  # fmt: skip


def pages() -> list[WebPage]:
    """Return one page of each kind."""
    return [make() for make in KINDS]
