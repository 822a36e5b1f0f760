"""Made-up documents and the pages they are printed on: the same list of blocks gives the HTML and the truth.

A block is ``(kind, words)``; its kind is that of :class:`~yange.readers.source_text.SourceBlockKind`, with a suffix
that says how it is set: ``paragraph right``. Every text, place and name in here is invented.
"""

from __future__ import annotations

import html
from collections.abc import Iterable
from dataclasses import dataclass

Blocks = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Sample:
    """A document: its blocks in order, how its pages look, and what no text has."""

    name: str
    blocks: Blocks
    css: str
    language: str = "zh"
    head: str = ""
    foot: str = ""
    size: str = "A4"
    margins: tuple[str, str] = ("25mm", "26mm")
    """Above and below, left and right."""
    left_out: tuple[str, ...] = ()
    """Words that are on the pages and in no text, each at least once."""

    @property
    def truth(self) -> list[tuple[str, str]]:
        """The blocks as they are to be read."""
        return [(kind.split()[0], words.replace("·", "")) for kind, words in self.blocks if not kind.startswith("raw")]

    @property
    def html(self) -> str:
        """The page that is printed."""
        body = "\n".join(_element(kind, words) for kind, words in self.blocks)
        return (
            f"<!DOCTYPE html><html lang='{self.language}'><meta charset='utf-8'><style>{_COMMON}{self.css}</style>"
            f"<body>{body}</body></html>"
        )


_COMMON = """
body { margin: 0; font: 12pt/1.6 'Noto Serif CJK SC', serif; } p, h1, h2, h3, table { margin: 0 }
h1 { font-size: 18pt; text-align: center; font-weight: bold; line-height: 1.4 }
h2 { font-size: 14pt; text-align: center; font-weight: bold; line-height: 1.8 }
h3 { font-size: 12pt; text-align: center; font-weight: bold; line-height: 1.8 }
.right { text-align: right; text-indent: 0 !important } .centre { text-align: center; text-indent: 0 !important }
.flush { text-indent: 0 !important } .over { column-span: all } .break { break-before: page }
table { border-collapse: collapse; width: 100% }
td, th { border: 0.75pt solid black; padding: 2pt 4pt; font-size: 10.5pt }
.note { font-size: 9pt; line-height: 1.3; text-indent: 0 !important } sup { font-size: 60%; line-height: 0 }
"""
_TAGS = {"title": "h1", "heading": "h2", "subheading": "h3", "paragraph": "p", "note": "p", "raw": "div"}
_RAISED = str.maketrans({char: f"<sup>{figure}</sup>" for char, figure in zip("¹²³", "123", strict=True)})


def _element(kind: str, words: str) -> str:
    base, *classes = kind.split()
    if base == "raw":
        return words
    if base == "table":
        return _table(words)
    tag = _TAGS[base] if "sub" not in classes else "h3"
    words = words.replace("·", "\u00ad")
    names = " ".join([*classes, *(["note"] if base == "note" else [])])
    return f"<{tag} class='{names}'>{html.escape(words).translate(_RAISED)}</{tag}>"


def _table(words: str) -> str:
    head, _, *rows = [[cell.strip() for cell in line.strip("| ").split("|")] for line in words.split("\n")]
    top = "".join(f"<th>{html.escape(cell)}</th>" for cell in head)
    body = "".join("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def _cycle(texts: Iterable[str], count: int) -> list[str]:
    kept = list(texts)
    return [kept[at % len(kept)] for at in range(count)]


_CN = (
    "港务局应当建立渡口巡查制度，每月至少检查一次渡船、码头和候船设施，检查结果记入渡口台账，保存期限不少于三年。",
    "经营人不得超载、不得在停航信号发出后继续发船。遇大雾、六级以上大风或者水位超过警戒线时，值班人员有权决定停航。",
    "乘客应当服从渡工指挥，有序上下船。",
    "渡船的票价由望海市发展和改革委员会核定，学生凭证半价，身高1.2米以下的儿童免票，每名成年乘客可以免费携带一名。",
    "违反本办法规定，未按期检验渡船的，由港务局责令限期改正；逾期不改正的，处5000元以上2万元以下罚款。",
    "本市鼓励经营人采用电力驱动的渡船，具体补助标准由望海市财政局会同港务局另行制定并向社会公布，每两年评估一次。",
)
_FIGURES = "零一二三四五六七八九"


def cn(number: int) -> str:
    """Return a Chinese numeral below a hundred.

    >>> cn(10), cn(12), cn(30)
    ('十', '十二', '三十')
    """
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else f"{_FIGURES[tens]}十") + (
        _FIGURES[ones] if ones or not tens else ""
    )


def _articles(first: int, count: int, texts: Iterable[str] = _CN) -> list[tuple[str, str]]:
    return [("paragraph", f"第{cn(first + at)}条\u3000{words}") for at, words in enumerate(_cycle(texts, count))]


_EN = (
    (
        "The harbour office shall inspect every ferry landing at least once a month and enter the findings in a "
        "register, "
        "which is kept for three years and open to the public during office hours."
    ),
    "No operator may carry more passengers than the certificate allows.",
    (
        "In fog, in a wind of force six or more, or when the river stands above the warning mark, the duty officer may "
        "suspend the service; the suspension is announced at the landing and on the office's own website."
    ),
    (
        "A fare is payable by every passenger over the age of six. Pupils and apprentices pay half of the fare "
        "on showing "
        "a certificate of their school."
    ),
    (
        "Any person who fails to have a ferry inspected in time is liable to a fine of not more than 500 marks, "
        "and to a "
        "further 20 marks for every day on which the failure continues."
    ),
)

NOTICE = Sample(
    "notice",
    (
        ("paragraph letterhead", "望海市港务局文件"),
        ("paragraph centre", "望港发〔2031〕18号"),
        ("raw", "<hr class='red'>"),
        ("title", "望海市港务局关于印发《望海市渡口安全管理实施细则》和做好汛期渡运工作的通知"),
        ("paragraph flush", "各区港务所，各渡口经营单位："),
        ("paragraph", "《望海市渡口安全管理实施细则》已经2031年第5次局务会议审议通过，现印发给你们，请认真贯彻执行。"),
        ("paragraph", ("一、加强组织领导。各单位主要负责人是渡口安全的第一责任人，应当亲自部署、亲自检查，"
         "把责任落实到每一个渡口、每一条渡船、每一名渡工。")),
        ("paragraph", "二、做好汛期值班。汛期实行24小时值班制度，遇有险情应当在30分钟内报告。"),
        *(("paragraph", f"{cn(at)}、{words}") for at, words in enumerate(_cycle(_CN, 11), 3)),
        ("paragraph", "附件：望海市渡口安全管理实施细则"),
        ("paragraph right seal", "望海市港务局"),
        ("paragraph right seal", "2031年6月18日"),
        ("paragraph", "（此件公开发布）"),
    ),
    """body { font: 16pt/28pt 'Noto Serif CJK SC' } h1 { font-size: 22pt; line-height: 32pt; margin: 20pt 0 }
    p { text-indent: 2em; text-align: justify } .letterhead { color: #e00000; font-size: 36pt; line-height: 60pt;
    text-align: center; text-indent: 0; font-weight: bold } .red { border: 0; border-top: 2pt solid #e00000 }
    .seal { padding-right: 4em }""",
    foot="— <span class='pageNumber'></span> —", left_out=("— 1 —", "— 2 —"), margins=("37mm", "27mm"),
)  # fmt: skip

GAZETTE_CN = Sample(
    "gazette-cn",
    (
        ("title over", "望海市渡口管理办法"),
        ("paragraph over centre", "（2031年3月1日望海市人民政府令第7号公布）"),
        ("heading", "第一章\u3000总则"),
        *_articles(1, 14),
        ("heading", "第二章\u3000渡运"),
        *_articles(15, 22),
    ),
    """body { columns: 2; column-gap: 24pt; font: 10.5pt/16pt 'Noto Serif CJK SC' } h2 { font-size: 12pt }
    p { text-indent: 2em; text-align: justify }""",
    head="望海市人民政府公报　2031年第3期", foot="<span class='pageNumber'></span>",
    left_out=("望海市人民政府公报\u30002031年第3期", "1", "2"),
)  # fmt: skip

GAZETTE_EN = Sample(
    "gazette-en",
    (
        ("title over", "The Ferry Landings (Wanghai) Regulations 2031"),
        *((kind, words) for at, text in enumerate(_cycle(_EN, 24), 1)
          for kind, words in ((("heading sub", f"Part {at // 8 + 1} — Landings"),) if at % 8 == 1 else ())
          + (("paragraph", f"{at}. {text}"),)),
    ),
    """body { columns: 2; column-gap: 20pt; font: 10pt/13pt 'DejaVu Serif', serif } h3 { font-size: 10pt }
    p { text-align: justify; margin-bottom: 5pt }""",
    "en", head="Wanghai Government Gazette, No. 14 of 2031", foot="Page <span class='pageNumber'></span> of "
    "<span class='totalPages'></span>", left_out=("Wanghai Government Gazette, No. 14 of 2031", "Page 1 of 2"),
)  # fmt: skip

JOURNAL = Sample(
    "journal",
    (
        ("title over", "DECISION OF THE COUNCIL OF THE RIVER UNION of 4 May 2031 on the safety of ferries"),
        ("paragraph over flush", "THE COUNCIL OF THE RIVER UNION, Having regard to the River Treaty, Whereas:"),
        *(("paragraph hang", f"({at}) {words}") for at, words in enumerate(_cycle(_EN, 18), 1)),
        ("paragraph flush", "HAS ADOPTED THIS DECISION:"),
        *((kind, words) for at, text in enumerate(_cycle(_EN, 14), 1)
          for kind, words in (("heading left centre gap", f"Article {at}"), ("paragraph", text))),
    ),
    """body { columns: 2; column-gap: 18pt; font: 9pt/11.5pt 'DejaVu Serif', serif } h1 { font-size: 12pt;
    margin-bottom: 10pt } p { text-align: justify; margin-bottom: 5pt } .hang { padding-left: 2.2em;
    text-indent: -2.2em } h2 { font: italic 9pt/11.5pt 'DejaVu Serif'; margin-bottom: 5pt }""",
    "en", head="<span style='width:90%;display:flex;justify-content:space-between'><span>L 112/"
    "<span class='pageNumber'></span></span><span>Journal of the River Union</span><span>4.5.2031</span></span>",
    left_out=("Journal of the River Union",),
)  # fmt: skip

LAW_NOTES = Sample(
    "law-notes",
    (
        ("title", "Harbour Dues Act 2031"),
        *(item for page in range(3) for item in (
            *(("paragraph", f"{page * 6 + at}. {words}") for at, words in enumerate(_cycle(_EN, 6), 1)),
            ("paragraph", f"{page * 6 + 7}. Dues fall due on arrival¹ and bear interest from the tenth day² onwards."),
            ("raw", "<div class='foot'>"),
            ("note", ("¹ See the Harbour Order of 2 May 2029, which fixes the hour of arrival for every vessel of more "
             "than ten metres; smaller vessels arrive when they are made fast.")),
            ("note", "² As laid down in the table of the Treasury."),
            ("raw", "</div><div style='break-after: page'></div>"),
        )),
    ),
    """body { font: 11pt/16pt 'DejaVu Serif', serif } p { text-align: justify; text-indent: 1.5em }
    .foot { border-top: 0.5pt solid black; width: 100%; margin-top: 30pt }""",
    "en", head="Harbour Dues Act 2031", foot="<span class='pageNumber'></span>/<span class='totalPages'></span>",
    left_out=("Harbour Dues Act 2031", "1/3"),
)  # fmt: skip

TABLE = Sample(
    "table",
    (
        ("title", "望海市渡口收费标准表"),
        ("paragraph", "根据《望海市渡口管理办法》第四条，现将各渡口收费标准公布如下："),
        ("table", "| 序号 | 渡口 | 收费标准 | 备注 |\n| --- | --- | --- | --- |\n" + "\n".join(
            f"| {at} | {name}渡口 | 每人{at % 5 + 1}元，自行车每辆{at % 3 + 1}元 | {note} |"
            for at, (name, note) in enumerate(zip(_cycle(("东山", "西林", "南屏", "北岸", "中洲"), 48), _cycle(
                ("学生凭证半价，身高1.2米以下儿童免票，年满七十周岁的老人免票", "", "节假日不变"), 48), strict=True), 1)
        )),
        ("paragraph", "本标准自2031年7月1日起执行，有效期5年。"),
    ),
    "p { text-indent: 2em; text-align: justify } td, th { line-height: 15pt }",
    foot="第<span class='pageNumber'></span>页 共<span class='totalPages'></span>页", left_out=("第1页 共3页",),
)  # fmt: skip

JAPANESE = Sample(
    "japanese",
    (
        ("title", "渡し船の安全に関する規則"),
        ("paragraph centre", "（令和十三年三月一日望海市規則第七号）"),
        *(("paragraph hang", f"第{cn(at)}条\u3000{words}") for at, words in enumerate(_cycle((
            "市長は、渡し船の安全を確保するため、毎月一回以上、渡船場の設備を検査しなければならない。検査の結果は、台帳に記録し、三年間保存する。",
            "運航者は、定員を超えて旅客を乗船させてはならない。",
            "濃霧、強風その他の理由により航行の安全を確保することができないと認めるときは、運航管理者は、運航を中止しなければならない。",
            "運賃は、市長が別に定める。ただし、六歳未満の者については、これを徴収しない。",
        ), 26), 1)),
    ),
    """body { font: 11pt/18pt 'Noto Serif CJK JP', serif } .hang { padding-left: 1em; text-indent: -1em;
    text-align: justify }""",
    "ja", foot="- <span class='pageNumber'></span> -", left_out=("- 1 -",),
)  # fmt: skip

KOREAN = Sample(
    "korean",
    (
        ("title", "도선 안전 관리 규칙"),
        ("heading", "제1장 총칙"),
        *(("paragraph", f"제{at}조 {words}") for at, words in enumerate(_cycle((
            ("시장은 도선의 안전을 확보하기 위하여 매월 한 번 이상 선착장의 시설을 "
            "점검하여야 하며, 그 결과를 대장에 적고 삼 년 동안 보관하여야 한다."),
            "운항자는 정원을 초과하여 승객을 태워서는 아니 된다.",
            ("안개나 강풍으로 안전한 운항이 어렵다고 인정하면 운항관리자는 "
            "운항을 중지하여야 하고, 그 사실을 선착장에 게시하여야 한다."),
            "운임은 시장이 따로 정한다. 다만, 여섯 살 미만의 어린이에게는 받지 아니한다.",
        ), 20), 1)),
    ),
    "body { font: 11pt/19pt 'Noto Serif CJK KR', serif } p { text-indent: 1em; text-align: justify }",
    "ko", foot="<span class='pageNumber'></span> / <span class='totalPages'></span>", left_out=("1 / 1",),
)  # fmt: skip

GERMAN = Sample(
    "german",
    (
        ("title", "Fährordnung der Stadt Wanghai"),
        *(item for at, text in enumerate(_cycle((
            ("Die Hafen·ver·wal·tung über·prüft die An·lege·stel·len min·des·tens ein·mal im Monat "
            "und trägt das Er·geb·nis der Über·prü·fung in ein Ver·zeich·nis ein, das bei der "
            "Hafen·ver·wal·tung drei Jahre auf·be·wahrt wird."),
            ("Bei Nebel, Sturm und Hoch·was·ser stellt der Fähr·be·trieb die Über·fahrt ein; "
            "die Ein·stel·lung des Fähr·be·triebs wird an den An·lege·stel·len be·kannt ge·macht. "
            "E-Mail-An·schrif·ten der Be·trei·ber sind an·zu·ge·ben."),
            "Der Fahr·preis ist vor der Über·fahrt zu ent·rich·ten. Schü·le·rin·nen und Schü·ler zah·len die Hälf·te.",
        ), 24), 1) for item in (("heading sub", f"§ {at} Überprüfung"), ("paragraph", f"(1) {text}"))),
    ),
    """body { columns: 2; column-gap: 20pt; font: 10pt/13pt 'DejaVu Serif', serif } h1 { column-span: all }
    h3 { font-size: 10pt } p { text-align: justify; hyphens: auto }""",
    "de", foot="Seite <span class='pageNumber'></span> von <span class='totalPages'></span>",
    left_out=("Seite 1 von 2",),
)  # fmt: skip

SPACED = Sample(
    "spaced",
    (
        ("title spaced", "通知"),
        ("paragraph flush", "各区港务所："),
        *(("paragraph", words) for words in _cycle(_CN, 4)),
        ("heading wide", "第一章\u3000总则"),
        *(("paragraph", words) for words in _cycle(_CN, 8)),
        ("paragraph right", "望海市港务局办公室"),
        ("paragraph right", "二〇三一年六月十八日"),
    ),
    """p { text-indent: 2em; text-align: justify } .spaced { letter-spacing: 2em; padding-left: 2em; }
    .wide { letter-spacing: 0.3em }""",
)  # fmt: skip

LANDSCAPE = Sample(
    "landscape",
    (
        ("title", "望海市渡口设施管理规定"),
        *_articles(1, 12),
        ("raw", "<div class='wide'>"),
        ("heading", "附件：渡口设施明细"),
        ("table", "| 渡口 | 码头长度（米） | 候船亭 | 救生圈（个） | 照明灯（盏） |\n| --- | --- | --- | --- | --- |\n"
         + "\n".join(f"| {name}渡口 | {at * 7} | 有 | {at + 4} | {at + 2} |"
                     for at, name in enumerate(_cycle(("东山", "西林", "南屏"), 6), 1))),
        ("raw", "</div>"),
        *_articles(13, 2),
    ),
    """@page { size: A4; margin: 25mm } @page wide { size: A4 landscape; margin: 20mm } .wide { page: wide }
    p { text-indent: 2em; text-align: justify }""",
)  # fmt: skip

ENGLISH_ITEMS = Sample(
    "english-items",
    (
        ("title", "Pilotage Rules"),
        *(item for at in range(1, 10) for item in (
            ("heading sub left", f"{at} Duties of a pilot"),
            ("paragraph one", f"({1}) {_EN[at % 5]}"),
            ("paragraph one", ("(2) A pilot must, before the vessel leaves its berth or "
             "its anchorage in the roads, make sure that—")),
            ("paragraph two", ("(a) the master has given the particulars of the vessel, "
             "of its draught and of the cargo on board in writing;")),
            ("paragraph two", "(b) the engine has been tried ahead and astern."),
        )),
    ),
    """body { font: 11pt/15pt 'DejaVu Serif', serif } h3 { text-align: left } .one { padding-left: 2.4em;
    text-indent: -2.4em } .two { padding-left: 4.8em; text-indent: -2.4em }""",
    "en", foot="<span class='pageNumber'></span>",
)  # fmt: skip

TRADITIONAL = Sample(
    "traditional",
    (
        ("title", "望海市渡口管理自治條例"),
        *(item for at, words in enumerate(_cycle((
            "主管機關應每月檢查渡船、碼頭及候船設施至少一次，並將檢查結果登載於渡口登記簿，保存三年，供公眾於辦公時間內閱覽。",
            "經營人不得超載。",
            "遇濃霧、強風或水位超過警戒線時，值班人員得決定停航，並即時於渡口公告；停航期間，經營人不得以任何方式載運旅客渡河。",
        ), 24), 1) for item in (("paragraph gap", f"第\u3000{at}\u3000條"), ("paragraph", words))),
    ),
    "body { font: 12pt/20pt 'Noto Serif CJK TC', serif } p { margin-bottom: 8pt; text-align: justify }",
    "zh-Hant",
)  # fmt: skip

SAMPLES = (
    NOTICE, GAZETTE_CN, GAZETTE_EN, JOURNAL, LAW_NOTES, TABLE, JAPANESE, KOREAN, GERMAN, SPACED, LANDSCAPE,
    ENGLISH_ITEMS, TRADITIONAL,
)  # fmt: skip
