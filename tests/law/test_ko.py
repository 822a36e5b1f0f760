"""Korean texts: numbers, layout, references, statements of effect, values, comparison."""

from __future__ import annotations

import re
from datetime import date

import pytest

from yange.api import compare
from yange.citations.find import citations
from yange.law import law_named, law_of
from yange.law.aspects.values import AtomKind
from yange.law.ko import KOREAN
from yange.law.numbers import numbers_of
from yange.model import ClauseKind
from yange.parse import format_provisions, is_supplement, parse
from yange.parse.unread import unread_labels
from yange.statements import commencements, expiries, repeals, unread

LAW = law_named("ko")
ORDINANCE = """가람시 나루터 관리 조례

목차
제1장 총칙
제2장 허가
 제1절 신청
 제2절 감독
제3장 벌칙
부칙

제1장 총칙

제1조(목적) 이 조례는 나루터의 관리에 필요한 사항을 정함을 목적으로 한다.

제2조(정의) 이 조례에서 사용하는 용어의 뜻은 다음 각 호와 같다.
1. "나룻배"란 사람이나 차량을 건너편으로 운송하는 선박을 말한다. 다만, 다음 각 목의 선박은 제외한다.
가. 어선
나. 관공서의 선박
1의2. "나루터"란 나룻배가 닿는 곳을 말한다.
2. "운영자"란 제4조제1항에 따른 허가를 받은 자

제3조(시의 책무) 시는 나룻배의 안전을 확보하도록 노력하여야 한다.

제2장 허가

제1절 신청

제4조(허가) ① 나루터를 운영하려는 자는 시장의 허가를 받아야 한다.
② 제1항에 따른 허가의 유효기간은 3년으로 한다.
③ 제1항에 따른 허가를 받으려는 자는 수수료 1만원을 내야 한다.
제5조(결정) 시장은 제4조제1항에 따른 신청을 받은 날부터 30일 이내에 허가 여부를 결정하여야 한다. 이 경우
제2조제1호의 선박은 제외한다.

제6조 삭제 <2022. 3. 21.>

제6조의2(변경신고) ① 운영자는 그 명칭을 변경하려면 시장에게 신고하여야 한다.
② 제4조제1항의 허가에 관하여는 같은 조 제3항을 준용한다.

제2절 감독

제7조부터 제8조까지 삭제 <2022. 3. 21.>

제9조(운임) 운임은 1회 200원 이하로 한다.

제10조(적용 제외) 「선박입출항법」(법률 제1234호) 제3조에 따른 선박에는 이 조례를 적용하지 아니한다.

제3장 벌칙

제11조(벌금) 제4조제1항을 위반한 자는 1년 이하의 징역 또는 1천만원 이하의 벌금에 처한다.

제12조(과태료) 다음 각 호의 어느 하나에 해당하는 자에게는 50만원 이하의 과태료를 부과한다.
1. 제6조의2를 위반한 자
2. 제9조를 위반한 자

부칙 <제123호, 2024. 4. 2.>

제1조(시행일) 이 조례는 공포한 날부터 시행한다.

제2조(다른 조례의 폐지) 「가람시 옛 나루터 조례」(가람시조례 제12호)는 폐지한다.

[별표 1] <개정 2024. 4. 2.>

수수료(제4조제3항 관련)
1. 보통 나룻배: 1만원
2. 차량 나룻배: 5만원
"""
ARTICLES = [
    "제1조", "제2조", "제3조", "제4조", "제5조", "제6조", "제6조의2", "제7조부터 제8조까지", "제9조", "제10조",
    "제11조", "제12조",
]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "style", "value"),
    [
        ("제3조의2(수수료) 수수료", "ko-article", (3, 2)), ("제12조의2의3(허가)", "ko-article", (12, 2, 3)),
        ("제 3 조(수수료)", "ko-article", (3,)), ("제2장의2 보칙", "ko-chapter", (2, 2)),
        ("제1관 통칙", "ko-subsection", (1,)),
        ("② 허가", "ko-paragraph", (2,)), ("㉑ 허가", "ko-paragraph", (21,)), ("1의2. 나루터", "ko-item", (1, 2)),
        ("나. 어선", "ko-subitem", (2,)), ("거. 어선", "ko-subitem", (15,)), ("1) 어선", "arabic-bracket", (1,)),
        ("가) 어선", "ko-subitem-bracket", (1,)),
    ],
)  # fmt: skip
def test_every_label_is_read(words: str, style: str, value: tuple[int, ...]) -> None:
    assert (style, value) in [(number.style, number.value) for number in numbers_of(LAW).all(words)]


@pytest.mark.parametrize(
    "words",
    ["제3조제1항에", "제3조에 따른", "제3조 및 제4조", "제3조부터 제5조까지의", "제3조의2를", "제3조(허가)에 따른"],
)
def test_a_reference_is_no_label(words: str) -> None:
    numbers = numbers_of(LAW)
    number = numbers.one(words)
    assert number is not None
    assert numbers.refers(words, number)


def test_an_ordinance_is_divided_into_its_units() -> None:
    provisions = parse(ORDINANCE)
    assert provisions.language == "ko"
    assert [clause.label for clause in provisions.primary] == ARTICLES
    assert [c.label for c in provisions.walk() if c.placeholder] == ["제6조", "제7조부터 제8조까지"]
    divisions = (ClauseKind.CHAPTER, ClauseKind.SECTION)
    assert [c.label for c in provisions.walk() if c.kind in divisions] == ["제1장", "제2장", "제1절", "제2절", "제3장"]
    paths = {clause.path for clause in provisions.walk()}
    assert {"chp_1__art_2__item_1__subitem_2", "chp_1__art_2__item_1-2", "chp_2__sec_1__art_4__para_3"} <= paths
    assert not unread_labels(provisions)


def test_supplementary_provisions_count_anew_and_are_part_of_the_text() -> None:
    provisions = parse(ORDINANCE)
    annexes = [clause for clause in provisions.walk() if clause.kind is ClauseKind.ANNEX]
    assert [(clause.label, is_supplement(provisions, clause)) for clause in annexes] == [
        ("부칙", True),
        ("별표1", False),
    ]
    assert [child.label for child in annexes[0].children] == ["제1조", "제2조"]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_blank_lines_do_not_matter(between: str) -> None:
    text = between.join(line for line in ORDINANCE.split("\n") if line)
    provisions = parse(text)
    assert [clause.label for clause in provisions.primary] == ARTICLES
    assert format_provisions(provisions) == text


@pytest.mark.parametrize("width", [30, 42, 60])
def test_lines_broken_in_mid_sentence_give_the_same_articles(width: int) -> None:
    broken = [re.sub(rf"(.{{{width}}}[^ ]*) ", "\\1\n", line) for line in ORDINANCE.split("\n")]
    assert [clause.label for clause in parse("\n".join(broken)).primary] == ARTICLES


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("제1조(목적) 이 법은 항만의 관리를 정함을 목적으로 한다.\n제2조(정의) 정의.\n제3조(시행) 시행.", "ko"),
        (
            "第一条　この法律は、渡船を定める。\n第三条　この法律は、公布の日から施行する。",
            "ja",
        ),
        ("Article 1. The law of Korea (대한민국).\nArticle 2. Fees.\nArticle 3. The berth and the city.", "en"),
    ],
)
def test_the_characters_show_the_language(text: str, tag: str) -> None:
    assert law_of(text)[0].tag == tag


@pytest.mark.parametrize(
    ("within", "cited", "paths"),
    [
        ("제5조", "제4조제1항", ["chp_2__sec_1__art_4__para_1"]),
        ("제5조", "제2조제1호", ["chp_1__art_2__item_1"]),
        ("제6조의2", "같은 조 제3항", ["chp_2__sec_1__art_4__para_3"]),
        ("제4조", "제1항", ["chp_2__sec_1__art_4__para_1"]),
    ],
)
def test_a_reference_leads_to_its_clause(within: str, cited: str, paths: list[str]) -> None:
    provisions = parse(ORDINANCE)
    place = next(clause for clause in provisions.primary if clause.label == within)
    spans = [one for one in citations(provisions) if place.start <= one.start < place.end and one.text == cited]
    assert {one.paths for one in spans} == {tuple(paths)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("제3조부터 제5조까지", ["제3조", "제5조"]), ("제3조제1항 또는 같은 조 제3항", ["제3조제1항", "같은 조 제3항"]),
        ("제2조제1항제2호가목에 따른", ["제2조제1항제2호가목"]), ("부칙 제3조", []), ("같은 항 제1호", []),
    ],
)  # fmt: skip
def test_references_are_found(text: str, found: list[str]) -> None:
    assert [one.text for one in KOREAN.citations.references(text, 0, len(text))] == found


@pytest.mark.parametrize(
    ("sentence", "basis", "first", "clauses"),
    [
        ("이 법은 공포한 날부터 시행한다.", "published", date(2023, 3, 14), ()),
        ("제1조(시행일) 이 영은 2024년 4월 2일부터 시행한다.", "stated", date(2024, 4, 2), ()),
        ("이 규칙은 2024. 4. 2.부터 시행한다.", "stated", date(2024, 4, 2), ()),
        ("이 법은 공포 후 6개월이 경과한 날부터 시행한다.", "published", date(2023, 9, 15), ()),
        ("이 조례는 공포 후 30일이 경과한 날부터 시행한다.", "published", date(2023, 4, 14), ()),
        ("이 훈령은 발령한 날부터 시행한다.", "signed", date(2023, 3, 10), ()),
        (
            "다만, 제3조 및 제5조의2의 개정규정은 공포 후 1년이 경과한 날부터 시행한다.", "published",
            date(2024, 3, 15), ("제3조", "제5조의2"),
        ),
    ],
)  # fmt: skip
def test_a_first_day_is_read(sentence: str, basis: str, first: date, clauses: tuple[str, ...]) -> None:
    (one,) = commencements(sentence, LAW)
    assert (one.basis.value, one.clauses) == (basis, clauses)
    assert one.first_day(signed=date(2023, 3, 10), published=date(2023, 3, 14)) == first
    assert not unread([sentence], LAW)


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        ("이 법은 대통령령으로 정하는 날부터 시행한다.", "effective"),
        ("다음 각 호의 조례는 폐지한다.", "repeals"),
        ("나루터법은 폐지한다.", "repeals"),
    ],
)
def test_what_is_not_known_is_reported(sentence: str, field: str) -> None:
    assert not commencements(sentence, LAW)
    assert [one.field for one in unread([sentence], LAW)] == [field]


@pytest.mark.parametrize(
    ("sentence", "last"),
    [
        ("이 법은 2027년 12월 31일까지 효력을 가진다.", date(2027, 12, 31)),
        ("제2조(유효기간) 이 법은 시행일부터 3년간 효력을 가진다.", date(2027, 4, 1)),
    ],
)
def test_a_last_day_is_read(sentence: str, last: date) -> None:
    (one,) = expiries(sentence, LAW)
    assert one.last_day(date(2024, 4, 2)) == last


def test_repealed_instruments_are_named_with_their_numbers() -> None:
    sentence = "「나루터법」(법률 제1234호) 및 「나루터 운영 조례」는 폐지한다."
    assert [(one.title, one.number) for one in repeals(sentence, LAW)] == [
        ("나루터법", "법률 제1234호"), ("나루터 운영 조례", None),
    ]  # fmt: skip
    assert not repeals("「나루터법」 제3조는 폐지한다.", LAW)


@pytest.mark.parametrize(
    ("phrase", "day"),
    [("2024. 4. 2.", date(2024, 4, 2)), ("2024년 4월 2일", date(2024, 4, 2)), ("2024. 2. 30.", None)],
)
def test_days(phrase: str, day: date | None) -> None:
    assert re.fullmatch(KOREAN.days.day, phrase)
    assert KOREAN.days.read(phrase) == day


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("1만원", "10000원"), ("1천만원", "10000000원"), ("1억5천만원", "150000000원"), ("100분의 10", "10%"),
        ("3분의 2", "2/3"),
        ("2.5퍼센트", "2.5%"), ("30일", "30일"),
    ],
)  # fmt: skip
def test_values_in_figures(printed: str, plain: str) -> None:
    assert KOREAN.values.plain(printed) == plain


@pytest.mark.parametrize(
    ("key", "kind", "found"),
    [
        ("수수료 1만원을 낸다", AtomKind.AMOUNT, ["1만원"]), ("30일 이내에", AtomKind.DEADLINE, ["30일"]),
        ("6개월이 경과한", AtomKind.DEADLINE, ["6개월"]), ("2024년 4월 2일부터", AtomKind.DATE, ["2024년 4월 2일"]),
        ("100분의 10을 초과", AtomKind.PERCENTAGE, ["100분의 10"]),
        ("제3조의2제1항제2호의", AtomKind.CITED, ["제3조의2제1항제2호"]),
        ("위원 5명으로", AtomKind.COUNT, ["5명"]), ("법률 제1234호", AtomKind.NUMBER, ["법률 제1234호"]),
    ],
)  # fmt: skip
def test_values_are_found(key: str, kind: AtomKind, found: list[str]) -> None:
    forms = [form for form in KOREAN.values.forms if form.kind is kind]
    assert [key[start:end] for form in forms for start, end in form.find(key)] == found


@pytest.mark.parametrize(
    ("title", "kind", "amends", "draft"),
    [
        ("항만법", "법률", False, False), ("항만법 시행령", "시행령", False, False),
        ("가람시 나루터 관리 조례", "조례", False, False),
        ("항만법 일부개정법률", "법률", True, False), ("항만법 일부개정법률안", None, True, True),
    ],
)  # fmt: skip
def test_titles(title: str, kind: str | None, amends: bool, draft: bool) -> None:
    titles = KOREAN.titles
    assert (titles.kind(title), titles.amends(title), titles.is_draft(title)) == (kind, amends, draft)


def test_an_amended_ordinance_is_compared() -> None:
    new = (
        ORDINANCE.replace("수수료 1만원", "수수료 2만원")
        .replace("30일 이내", "20일 이내")
        .replace("시장의 허가", "시장의 면허")
    )
    new = new.replace(
        "제3장 벌칙\n\n제11조", "제10조의2(보고) 운영자는 시장에게 보고하여야 한다.\n\n제3장 벌칙\n\n제11조"
    )
    report = compare(ORDINANCE, new)
    assert [(change.old, change.new, change.operation.value) for change in report.changes] == [
        (("제4조",), ("제4조",), "amended"),
        (("제5조",), ("제5조",), "amended"),
        ((), ("제10조의2",), "inserted"),
    ]
    assert [(value.old, value.new) for value in report.values] == [("1만원", "2만원"), ("30일", "20일")]
