"""Japanese texts: numbers, layout, references, statements of effect, values, comparison."""

from __future__ import annotations

import re
from datetime import date

import pytest

from yange.api import compare
from yange.citations.find import citations
from yange.law import law_named, law_of
from yange.law.aspects.values import AtomKind
from yange.law.ja import JAPANESE
from yange.law.ja.numerals import japanese_numeral, read_japanese_numeral
from yange.law.numbers import numbers_of
from yange.model import ClauseKind
from yange.parse import format_provisions, is_supplement, own_text, parse
from yange.parse.unread import unread_labels
from yange.statements import commencements, expiries, repeals, unread

LAW = law_named("ja")
ORDINANCE = """波留市渡船場管理条例
（平成十年三月三十一日波留市条例第五号）

目次
　第一章　総則（第一条―第三条）
　第二章　許可
　　第一節　申請（第四条―第六条の二）
　　第二節　監督（第七条―第十条）
　第三章　罰則（第十一条・第十二条）
　附則

　　　第一章　総則

（目的）
第一条　この条例は、渡船場の管理に関し必要な事項を定めることにより、渡船の安全を確保することを目的とする。

（定義）
第二条　この条例において「渡船」とは、人又は車両を対岸へ運ぶ船舶をいう。
２　前項の渡船には、次に掲げる船舶を含まない。
一　総トン数五トン未満の船舶
二　次のいずれかに該当する船舶
イ　漁船
ロ　官公庁の船舶
二の二　試運転を行う船舶
三　第十条に規定する船舶

（市の責務）
第三条　市は、渡船の安全の確保に努めなければならない。

　　　第二章　許可

　　　　第一節　申請

（許可）
第四条　渡船場を営もうとする者は、市長の許可を受けなければならない。
２　前項の許可の有効期間は、三年とする。
３　第一項の許可を受けようとする者は、手数料三万円を納めなければならない。
第五条　市長は、前条第一項の申請があったときは、三十日以内に許可をするかどうかを決定しなければならない。

第六条　削除

（変更の届出）
第六条の二　第四条第一項の許可を受けた者は、その名称を変更したときは、
第二条第二項第三号の船舶を除き、市長に届け出なければならない。

　　　　第二節　監督

第七条及び第八条　削除

（運賃）
第九条　運賃は、一回につき二百円以下とする。

（適用除外）
第十条　港則法（昭和二十三年法律第百七十四号）第三条に規定する船舶については、次条の規定は、適用しない。

　　　第三章　罰則

第十一条　第四条第一項の規定に違反した者は、五十万円以下の罰金に処する。同条第三項の手数料を納めない者も、同様とする。

第十二条　次の各号のいずれかに該当する者は、五万円以下の過料に処する。
一　第六条の二の規定に違反した者
二　第九条の規定に違反した者

　　　附　則

（施行期日）
１　この条例は、平成十年四月一日から施行する。

（波留市渡船場規則の廃止）
２　波留市渡船場規則（昭和五十年波留市規則第三号）は、廃止する。

別表第一（第四条関係）

一　普通渡船　三万円
二　車両渡船　五万円
"""
ARTICLES = [
    "第一条", "第二条", "第三条", "第四条", "第五条", "第六条", "第六条の二", "第七条及び第八条", "第九条", "第十条",
    "第十一条", "第十二条",
]  # fmt: skip


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("一", 1),
        ("十", 10),
        ("百一", 101),
        ("百十", 110),
        ("二百三十四", 234),
        ("千九十九", 1099),
        ("一〇三", 103),
        ("１２", 12),
    ],
)
def test_numerals_have_no_empty_places(numeral: str, value: int) -> None:
    assert read_japanese_numeral(numeral) == value


@pytest.mark.parametrize("numeral", ["", "十十", "百千", "甲", "一二三四五六七八九一二三四"])
def test_what_is_no_numeral(numeral: str) -> None:
    assert read_japanese_numeral(numeral) is None


def test_numerals_are_written_as_they_are_read() -> None:
    assert [japanese_numeral(value) for value in (10, 11, 101, 110, 1000)] == ["十", "十一", "百一", "百十", "千"]
    assert all(read_japanese_numeral(japanese_numeral(value)) == value for value in range(1, 1200))


@pytest.mark.parametrize(
    ("words", "style", "value"),
    [
        ("第二条の二　許可", "ja-article", (2, 2)), ("第十二条の二の三　許可", "ja-article", (12, 2, 3)),
        ("第１２条の２　許可", "ja-article", (12, 2)), ("第百一条　許可", "ja-article", (101,)),
        ("第三章の二　雑則", "ja-chapter", (3, 2)), ("第一款　通則", "ja-subsection", (1,)),
        ("第一目　通則", "ja-subsubsection", (1,)), ("２　前項", "ja-paragraph", (2,)),
        ("二の二　船舶", "ja-item", (2, 2)),
        ("ロ　漁船", "ja-iroha", (2,)), ("ウ　漁船", "ja-gojuon", (3,)), ("（１）　漁船", "arabic-bracket", (1,)),
    ],
)  # fmt: skip
def test_every_label_is_read(words: str, style: str, value: tuple[int, ...]) -> None:
    assert (style, value) in [(number.style, number.value) for number in numbers_of(LAW).all(words)]


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("第三条から第五条まで　削除", (5,)),
        ("第七条及び第八条　削除", (8,)),
        ("三から五まで　削除", (5,)),
        ("第三条　削除", None),
    ],
)
def test_a_label_may_name_several_clauses(words: str, until: tuple[int, ...] | None) -> None:
    several = numbers_of(LAW).several(words)
    assert (several.until if several else None) == until


@pytest.mark.parametrize(
    "words",
    [
        "第三条第一項の",
        "第三条の規定",
        "第三条及び第四条の",
        "第三条から第五条までの",
        "第三条に規定する",
        "第三条中「甲」を",
    ],
)
def test_a_reference_is_no_label(words: str) -> None:
    numbers = numbers_of(LAW)
    number = numbers.one(words)
    assert number is not None
    assert numbers.refers(words, number)


def test_an_ordinance_is_divided_into_its_units() -> None:
    provisions = parse(ORDINANCE)
    assert provisions.language == "ja"
    assert [clause.label for clause in provisions.primary] == ARTICLES
    assert [c.label for c in provisions.walk() if c.placeholder] == ["第六条", "第七条及び第八条"]
    divisions = (ClauseKind.CHAPTER, ClauseKind.SECTION)
    assert [c.label for c in provisions.walk() if c.kind in divisions] == [
        "第一章",
        "第二章",
        "第一節",
        "第二節",
        "第三章",
    ]
    paths = {clause.path for clause in provisions.walk()}
    article = "chp_1__art_2"
    assert {f"{article}__para_1", f"{article}__para_2__item_2__subitem_1", f"{article}__para_2__item_2-2"} <= paths
    assert not unread_labels(provisions)


def test_a_caption_belongs_to_the_article_below_it() -> None:
    provisions = parse(ORDINANCE)
    first = provisions.primary[0]
    assert own_text(provisions, first).startswith("（目的）\nこの条例は、")
    assert provisions.text[first.start :].startswith("（目的）")


def test_supplementary_provisions_count_anew_and_are_part_of_the_text() -> None:
    provisions = parse(ORDINANCE)
    annexes = [clause for clause in provisions.walk() if clause.kind is ClauseKind.ANNEX]
    assert [(clause.label, is_supplement(provisions, clause)) for clause in annexes] == [
        ("附則", True),
        ("別表第一", False),
    ]
    assert [child.label for child in annexes[0].children] == ["１", "２"]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_blank_lines_do_not_matter(between: str) -> None:
    text = between.join(line for line in ORDINANCE.split("\n") if line)
    provisions = parse(text)
    assert [clause.label for clause in provisions.primary] == ARTICLES
    assert format_provisions(provisions) == text


@pytest.mark.parametrize("width", [22, 28, 36])
def test_lines_broken_in_mid_sentence_give_the_same_articles(width: int) -> None:
    lines = (line[at : at + width] for line in ORDINANCE.split("\n") for at in range(0, max(1, len(line)), width))
    assert [clause.label for clause in parse("\n".join(lines)).primary] == ARTICLES


def test_guidelines_without_articles_are_an_outline() -> None:
    lines = (
        "渡船場の運営に関する指針", "", "第１　目的", "この指針は、渡船場の運営について定める。",
        "第２　運営", "１　係員", "(1)　係員を置くこと。",
        "ア　昼間は二人とする。", "イ　夜間は一人とする。", "２　料金",
    )  # fmt: skip
    assert [(c.kind.value, c.label) for c in parse("\n".join(lines)).walk() if c.number] == [
        ("outline-1", "第１"), ("outline-1", "第２"), ("outline-2", "１"), ("outline-4", "(1)"), ("outline-5", "ア"),
        ("outline-5", "イ"), ("outline-2", "２"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        (
            "第一条　この法律は、渡船を定める。\n第三条　この法律は、公布の日から施行する。",
            "ja",
        ),
        ("第一条　本条例适用于渡口。\n第二条　渡口由市管理。\n第三条　品牌の的说明。", "zh-Hans"),
        ("第一條　本條例適用於渡口。\n第二條　渡口由市管理。\n第三條　本條例自公布日施行。", "zh-Hant"),
        ("Article 1. The berth is the city's.\nArticle 2. The law of Japan.\nArticle 3. Fees shall be paid.", "en"),
    ],
)
def test_the_characters_show_the_language(text: str, tag: str) -> None:
    assert law_of(text)[0].tag == tag


def test_a_tenth_of_the_words_in_kana_shows_the_language() -> None:
    assert JAPANESE.share("渡船場管理条例" * 2 + "の") == 0.0
    assert JAPANESE.share("渡船場管理条例" + "の") == 1.0


@pytest.mark.parametrize(
    ("within", "cited", "paths"),
    [
        ("第五条", "前条第一項", ["chp_2__sec_1__art_4__para_1"]),
        ("第六条の二", "第二条第二項第三号", ["chp_1__art_2__para_2__item_3"]),
        ("第十条", "次条", ["chp_3__art_11"]),
        ("第十一条", "同条第三項", ["chp_2__sec_1__art_4__para_3"]),
        ("第四条", "第一項", ["chp_2__sec_1__art_4__para_1"]),
        ("第四条", "前項", ["chp_2__sec_1__art_4__para_1"]),
    ],
)
def test_a_reference_leads_to_its_clause(within: str, cited: str, paths: list[str]) -> None:
    provisions = parse(ORDINANCE)
    place = next(clause for clause in provisions.primary if clause.label == within)
    found = [
        list(one.paths) for one in citations(provisions) if place.start <= one.start < place.end and one.text == cited
    ]
    assert found == [paths]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("第三条から第五条まで", ["第三条", "第五条"]), ("第三条第一項又は同条第三項", ["第三条第一項", "同条第三項"]),
        ("第二条の二第一項第三号イの規定", ["第二条の二第一項第三号イ"]), ("附則第三条第二項", []), ("同項第一号", []),
        ("民法（明治二十九年法律第八十九号）第九十条及び同条第二項", ["第九十条"]),
    ],
)  # fmt: skip
def test_references_are_found(text: str, found: list[str]) -> None:
    assert [one.text for one in JAPANESE.citations.references(text, 0, len(text))] == found


@pytest.mark.parametrize(
    ("sentence", "basis", "day", "delay", "months", "clauses"),
    [
        ("この法律は、公布の日から施行する。", "published", None, 0, 0, ()),
        ("１　この条例は、令和元年5月1日から施行する。", "stated", date(2019, 5, 1), 0, 0, ()),
        ("この法律は、公布の日から起算して二十日を経過した日から施行する。", "published", None, 20, 0, ()),
        ("この法律は、公布の日から起算して六月を経過した日から施行する。", "published", None, 0, 6, ()),
        ("第一条　この規則は、公布の日の翌日から施行する。", "published", None, 1, 0, ()),
        ("この訓令は、令達の日から施行する。", "signed", None, 0, 0, ()),
        (
            "ただし、第三条及び第五条の二の規定は、平成三十一年四月一日から施行する。", "stated",
            date(2019, 4, 1), 0, 0, ("第三条", "第五条の二"),
        ),
    ],
)  # fmt: skip
def test_a_first_day_is_read(
    sentence: str, basis: str, day: date | None, delay: int, months: int, clauses: tuple[str, ...]
) -> None:
    (one,) = commencements(sentence, LAW)
    assert (one.basis.value, one.day, one.delay, one.months, one.clauses) == (basis, day, delay, months, clauses)
    assert not unread([sentence], LAW)


def test_a_term_from_promulgation_counts_its_first_day() -> None:
    (one,) = commencements("この法律は、公布の日から起算して二十日を経過した日から施行する。", LAW)
    assert one.first_day(signed=None, published=date(2024, 4, 1)) == date(2024, 4, 21)


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        ("この法律は、公布の日から起算して一年を超えない範囲内において政令で定める日から施行する。", "effective"),
        ("この法律は、渡船法（昭和二十五年法律第三十号）の施行の日から施行する。", "effective"),
        ("次に掲げる法律は、廃止する。", "repeals"),
        ("渡船法は、廃止する。", "repeals"),
    ],
)
def test_what_is_not_known_is_reported(sentence: str, field: str) -> None:
    assert not commencements(sentence, LAW)
    assert [one.field for one in unread([sentence], LAW)] == [field]


@pytest.mark.parametrize(
    ("sentence", "last"),
    [
        ("この法律は、令和十年三月三十一日限り、その効力を失う。", date(2028, 3, 31)),
        ("この法律は、施行の日から起算して五年を経過した日に、その効力を失う。", date(2029, 3, 31)),
        ("この条例は、施行の日から起算して六月を経過した日に、その効力を失う。", date(2024, 9, 30)),
    ],
)
def test_a_last_day_is_read(sentence: str, last: date) -> None:
    (one,) = expiries(sentence, LAW)
    assert one.last_day(date(2024, 4, 1)) == last


def test_repealed_instruments_are_named_with_their_numbers() -> None:
    sentence = "渡船法（昭和二十五年法律第三十号）及び旧渡船場規則（平成元年国土交通省令第三号）は、廃止する。"
    assert [(one.title, one.number) for one in repeals(sentence, LAW)] == [
        ("渡船法", "昭和二十五年法律第三十号"), ("旧渡船場規則", "平成元年国土交通省令第三号"),
    ]  # fmt: skip
    assert not repeals("渡船法（昭和二十五年法律第三十号）第三条の規定は、廃止する。", LAW)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("市長は、船舶の安全及び運航に関する法律（昭和八年法律第十一号）により", "船舶の安全及び運航に関する法律"),
        ("前項に規定する者を港湾運送法（昭和八年法律第十一号）第三条", "港湾運送法"),
        ("出入国管理及び難民認定法（昭和二十六年政令第三百十九号）", "出入国管理及び難民認定法"),
        ("その船舶（昭和八年法律第十一号）", None),
    ],
)
def test_a_title_ends_where_its_number_begins(text: str, title: str | None) -> None:
    assert [one.title for one in JAPANESE.instruments.quoted(text)] == ([title] if title else [])


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("令和六年四月一日", date(2024, 4, 1)), ("平成元年1月8日", date(1989, 1, 8)),
        ("平成三十二年三月三十一日", date(2020, 3, 31)),
        ("２０２４年４月１日", date(2024, 4, 1)), ("明治二十九年四月二十七日", date(1896, 4, 27)),
        ("令和六年二月三十日", None),
    ],
)  # fmt: skip
def test_days_of_the_eras(phrase: str, day: date | None) -> None:
    assert re.fullmatch(JAPANESE.days.day, phrase)
    assert JAPANESE.days.read(phrase) == day


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("三万円", "30000円"), ("30,000円", "30000円"), ("1億5千万円", "150000000円"), ("百分の五・五", "5.5%"),
        ("三割", "30%"),
        ("三分の二", "2/3"), ("令和元年5月1日", "2019年5月1日"), ("二十日", "20日"),
    ],
)  # fmt: skip
def test_values_in_figures(printed: str, plain: str) -> None:
    assert JAPANESE.values.plain(printed) == plain


@pytest.mark.parametrize(
    ("key", "kind", "found"),
    [
        ("手数料三万円を納める", AtomKind.AMOUNT, ["三万円"]), ("三十日以内に", AtomKind.DEADLINE, ["三十日"]),
        ("一年六月以下の拘禁刑", AtomKind.DEADLINE, ["一年六月"]), ("毎年の四月一日に", AtomKind.DATE, ["四月一日"]),
        ("令和六年四月一日から", AtomKind.DATE, ["令和六年四月一日"]),
        ("百分の十を超え", AtomKind.PERCENTAGE, ["百分の十"]),
        ("第三条の二第一項第二号の", AtomKind.CITED, ["第三条の二第一項第二号"]),
        ("五トン未満", AtomKind.COUNT, ["五トン"]),
        ("昭和二十三年法律第百七十四号", AtomKind.NUMBER, ["昭和二十三年法律第百七十四号"]),
        ("国土交通大臣の許可", AtomKind.BODY, ["国土交通大臣"]),
    ],
)  # fmt: skip
def test_values_are_found(key: str, kind: AtomKind, found: list[str]) -> None:
    forms = [form for form in JAPANESE.values.forms if form.kind is kind]
    assert [key[start:end] for form in forms for start, end in form.find(key)][: len(found)] == found


@pytest.mark.parametrize(
    ("title", "kind", "amends"),
    [
        ("港湾法", "法律", False), ("港湾法施行令", "政令", False), ("波留市渡船場管理条例", "条例", False),
        ("港湾法の一部を改正する法律", "法律", True), ("渡船場の運営に関する指針", "指針", False),
    ],
)  # fmt: skip
def test_titles(title: str, kind: str, amends: bool) -> None:
    assert (JAPANESE.titles.kind(title), JAPANESE.titles.amends(title)) == (kind, amends)


@pytest.mark.parametrize(
    ("title", "draft"),
    [
        ("港湾法の一部を改正する法律案", True),
        ("渡船場管理条例（案）", True),
        ("渡口管理工作方案", False),
        ("港湾法", False),
    ],
)
def test_drafts(title: str, draft: bool) -> None:
    assert JAPANESE.titles.is_draft(title) is draft


def test_the_bracket_below_a_title_gives_number_and_day() -> None:
    caption = JAPANESE.captions.read("（平成十年三月三十一日波留市条例第五号）")
    assert caption is not None
    assert (caption.issued, caption.number) == (date(1998, 3, 31), "平成十年三月三十一日波留市条例第五号")
    assert JAPANESE.captions.read("（目的）") is None


def test_an_amended_ordinance_is_compared() -> None:
    new = ORDINANCE.replace("手数料三万円", "手数料四万円").replace("三十日以内", "二十日以内")
    new = new.replace("（運賃）", "（運賃等）")
    inserted = "（報告）\n第十条の二　営業者は、毎年四月一日に、市長に報告しなければならない。\n\n"
    new = new.replace("　　　第三章　罰則\n\n第十一条", f"{inserted}　　　第三章　罰則\n\n第十一条")
    report = compare(ORDINANCE, new)
    assert [(change.old, change.new, change.operation.value) for change in report.changes] == [
        (("第四条",), ("第四条",), "amended"),
        (("第五条",), ("第五条",), "amended"),
        (("第九条",), ("第九条",), "amended"),
        ((), ("第十条の二",), "inserted"),
    ]
    assert [(value.old, value.new) for value in report.values] == [("三万円", "四万円"), ("三十日", "二十日")]
