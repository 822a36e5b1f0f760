"""Texts in English as different places print them: which numbers are sections, and which are not."""

from __future__ import annotations

import pytest

from yange.law import law_of
from yange.law.numbers import numbers_of
from yange.model import ClauseKind
from yange.parse import parse

UK_ACT = """Harbour Boats Act 2020
2020 CHAPTER 7
An Act to make provision about boats in harbours; and for connected purposes.
[17th December 2020]
Be it enacted by the Assembly of Eastport as follows:
Part 1
Introduction
Boats and berths
1 Overview
This Act makes provision about boats.
2 Interpretation
(1) In this Act “boat” means a vessel of no more than
12 metres.
(2) A ship, which is governed by section
4 of the Ships Act 1990, is not a boat.
2A Berths
A boat has a berth.
2AA Berths of school boats
(1) A school boat has a berth without a fee.
Part 2
Fees
3 Fees
(1) A fee of £5 is due—
(a) for a boat of one mast, and
(b) for any other boat.
4 Commencement
This Act comes into force on 1 May 2020.
Schedule 1
Rates
Section 3
1 The rate for a boat of one mast is £5.
2 The rate for any other boat is £9.
"""
UK_ORDER = """The Harbour Boats Order 2020
Made 3rd March 2020
Coming into force 1st May 2020
The Harbour Board makes the following Order.
Citation and commencement
1.—(1) This Order may be cited as the Harbour Boats Order 2020.
(2) It comes into force on 1st May 2020.
Interpretation
2. In this Order “boat” means a vessel.
Fees
3.—(1) A fee of £5 is due.
(2) School boats pay no fee.
"""
INDIA = """THE HARBOUR BOATS ACT, 2020
ARRANGEMENT OF SECTIONS
CHAPTER I
PRELIMINARY
SECTIONS
1. Short title, extent and commencement.
2. Definitions.
CHAPTER II
FEES
3. Fees.
3A. Waiver.
THE SCHEDULE.
THE HARBOUR BOATS ACT, 2020
ACT NO. 12 OF 2020
[3rd March, 2020]
An Act to provide for boats in harbours.
BE it enacted by Parliament as follows:—
CHAPTER I
PRELIMINARY
1. Short title, extent and commencement.—(1) This Act may be called the Harbour Boats Act, 2020.
(2) It extends to the whole of Eastport.
2. Definitions.—In this Act, “boat” means a vessel.
CHAPTER II
FEES
1[3. Fees.—A fee of five rupees is due.
1. Subs. by Act 9 of 2022, s. 2, for section 3 (w.e.f. 1-4-2022).
2 [3A. Waiver.—School boats pay no fee.]
2. Ins. by Act 9 of 2022, s. 3 (w.e.f. 1-4-2022).
THE SCHEDULE
1. Eastport.
2. Westport.
"""
SINGAPORE = """Harbour Boats Act 2020
PART 1
PRELIMINARY
Short title
1. This Act is the Harbour Boats Act 2020.
Interpretation
2.—(1) In this Act, “boat” means a vessel.
(2) A ship is not a boat.
Fees
3. A fee of $5 is due.
"""
IRELAND = """Number 1 of 2020
HARBOUR BOATS ACT 2020
CONTENTS
PART 1
Preliminary
Section
1. Short title
2. Definitions
3. Fees
An Act to provide for boats in harbours.
[3rd March, 2020]
Be it enacted by the Oireachtas as follows:
PART 1
Preliminary
Short title
1. This Act may be cited as the Harbour Boats Act 2020.
Definitions
2. In this Act, “boat” means a vessel.
Fees
3. (1) A fee of €5 is due.
(2) School boats pay no fee.
"""
CANADA = """Harbour Boats Act
S.C. 2020, c. 7
Short Title
Short title
1 This Act may be cited as the Harbour Boats Act.
Interpretation
Definition of boat
2 (1) In this Act, boat means a vessel.
Ships
(2) A ship is not a boat.
2020, c. 7, s. 2; 2022, c. 3, s. 1
School boats
2.01 A school boat is a boat.
2022, c. 3, s. 2
Rafts
2.1 A raft is a boat.
2.11 [Repealed, 2022, c. 3, s. 4]
Logs
2.2 A log is not a boat.
3 to 5 [Repealed, 2022, c. 3, s. 5]
Fees
6 A fee of $5 is due.
"""
AUSTRALIA = """Harbour Boats Act 2020
No. 7, 2020
An Act about boats in harbours
[Assented to 3 March 2020]
The Parliament of Eastport enacts:
Part 1—Preliminary
Division 1—General
1  Short title
This Act is the Harbour Boats Act 2020.
2  Commencement
This Act commences on 1 May 2020.
Part 1A—Fees
Subdivision B—Amounts
3  Fees
(1) A fee of $5 is due.
"""
US_CODE = """TITLE 60—HARBOURS
CHAPTER 1—GENERAL PROVISIONS
§ 101. Definitions
In this title—
(1) “boat” means a vessel; and
(2) “harbour” includes a quay.
(Pub. L. 100–1, § 1, Jan. 3, 1990, 90 Stat. 5.)
§ 102. Fees
(a) A fee of $5 is due.
§ 102a. Waiver
School boats pay no fee.
§ 102a–1. Other waivers
The Board may waive a fee.
CHAPTER 2—BERTHS
§ 201. Berths
A boat has a berth under section 4 of the Berths Act.
"""
US_LAW = """Harbour Boats Act of 2020
SECTION 1. SHORT TITLE; TABLE OF CONTENTS.
(a) SHORT TITLE.—This Act may be cited as the “Harbour Boats Act of 2020”.
(b) TABLE OF CONTENTS.—The table of contents for this Act is as follows:
Sec. 1. Short title; table of contents.
TITLE I—FEES
Sec. 101. Fees.
TITLE II—BERTHS
Sec. 201. Berths.
TITLE I—FEES
SEC. 101. FEES.
(a) IN GENERAL.—A fee of $5 is due.
(b) WAIVER.—School boats pay no fee under section 5 of the Schools Act.
TITLE II—BERTHS
SEC. 201. BERTHS.
A boat has a berth.
"""
US_RULES = """PART 1—BOATS IN HARBOURS
§ 1.101 Definitions.
Boat means a vessel.
§ 1.102 Fees.
(a) A fee of $5 is due.
§ 1.102-1 Waivers.
School boats pay no fee.
§ 1.110 Berths.
A boat has a berth.
"""
COURT = """Harbour Court Rules 2020
PART 3
CASE MANAGEMENT
Scope of this Part
Rule 3.1
(1) This Part sets out the powers of the court.
Sanctions
Rule 3.2
A party may apply under rule 3.1.
Rule 3.10
An error does not invalidate a step.
"""

TEXTS = [
    (UK_ACT, ["1", "2", "2A", "2AA", "3", "4"]),
    (UK_ORDER, ["1.—", "2.", "3.—"]),
    (INDIA, ["1.", "2.", "1[3.", "2 [3A."]),
    (SINGAPORE, ["1.", "2.—", "3."]),
    (IRELAND, ["1.", "2.", "3."]),
    (CANADA, ["1", "2", "2.01", "2.1", "2.11", "2.2", "3 to 5", "6"]),
    (AUSTRALIA, ["1", "2", "3"]),
    (US_CODE, ["§ 101.", "§ 102.", "§ 102a.", "§ 102a–1.", "§ 201."]),
    (US_LAW, ["SECTION 1.", "SEC. 101.", "SEC. 201."]),
    (US_RULES, ["§ 1.101", "§ 1.102", "§ 1.102-1", "§ 1.110"]),
    (COURT, ["Rule 3.1", "Rule 3.2", "Rule 3.10"]),
]
NAMES = ["UK Act", "UK order", "India", "Singapore", "Ireland", "Canada", "Australia", "US Code", "US law", "US rules"]


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["one line break", "blank lines"])
@pytest.mark.parametrize(("text", "expected"), TEXTS, ids=[*NAMES, "rules of court"])
def test_the_sections_of_each_place(text: str, expected: list[str], between: str) -> None:
    found = parse(text.replace("\n", between), "en").primary
    assert [clause.label for clause in found if clause.kind is ClauseKind.ARTICLE] == expected


@pytest.mark.parametrize(
    ("number", "value"),
    [
        ("4 Fees", (4,)),
        ("4. Fees", (4,)),
        ("4A. Fees", (4, 1)),
        ("4AA Fees", (4, 1, 1)),
        ("4.—(1) A fee", (4,)),
        ("4—(1) A fee", (4,)),
        ("4. — ( 1 ) A fee", (4,)),
        ("4 (1) A fee", (4,)),
        ("3[4. Fees", (4,)),
        ("3 [ 4A. Fees", (4, 1)),
        ("[4 Fees", (4,)),
        ("4.1 Fees", (4, 1)),
    ],
)
def test_a_number_without_a_word(number: str, value: tuple[int, ...]) -> None:
    assert numbers_of(law_of(number, "en")).sections(number)[0].value == value


@pytest.mark.parametrize(
    "words", ["4 metres of rope", "4, 5 and 6", "4A of that Act", "4% of it", "4-5 boats", "40000"]
)
def test_no_number_of_a_section(words: str) -> None:
    assert numbers_of(law_of(words, "en")).sections(words) == ()


@pytest.mark.parametrize(
    ("division", "style", "value"),
    [
        ("PART IVA", "en-part", (4, 1)),
        ("Part 1A", "en-part", (1, 1)),
        ("PART ONE", "en-part", (1,)),
        ("TITLE I—FEES", "en-title", (1,)),
        ("SUBTITLE B—BERTHS", "en-subtitle", (2,)),
        ("DIVISION A—HARBOURS", "en-division", (1,)),
        ("Division 2—Fees", "en-lower-division", (2,)),
        ("SUBCHAPTER II—BERTHS", "en-subchapter", (2,)),
    ],
)
def test_divisions(division: str, style: str, value: tuple[int, ...]) -> None:
    number = numbers_of(law_of(division, "en")).one(division)
    assert number is not None
    assert (str(number.style), number.value) == (style, value)


@pytest.mark.parametrize(
    ("sign", "value"),
    [
        ("§ 136–1. Fees", (136, 0, 1)),  # before § 136a
        ("§ 136a–1. Fees", (136, 1, 1)),
        ("§ 1–101.01. Fees", (1, 101, 1)),
        ("§ 1.61-1 Fees", (1, 61, 1)),
        ("§ 300aa. Fees", (300, 1, 1)),
    ],
)
def test_signs(sign: str, value: tuple[int, ...]) -> None:
    number = numbers_of(law_of(sign, "en")).one(sign)
    assert number is not None
    assert number.value == value


def test_schedules_are_annexes() -> None:
    text = UK_ACT + "FIRST SCHEDULE\nHarbours\n1. Eastport.\nTHE SECOND SCHEDULE\nQuays\n1. North quay.\n"
    annexes = [clause.path for clause in parse(text, "en").root.children if clause.kind is ClauseKind.ANNEX]
    assert annexes == ["annex_1", "annex_1.2", "annex_2"]


def test_a_list_of_conditions_is_no_act() -> None:
    text = "Terms\n\n1. The berth is open.\n\n2. The quay is closed.\n\n3. The slip is wet.\n"
    assert not [clause for clause in parse(text, "en").walk() if clause.kind is ClauseKind.ARTICLE]


HONG_KONG = """海港船隻條例
第1部
導言
1. 簡稱及生效日期
(1) 本條例可引稱為《海港船隻條例》。
(2) 本條例自局長以憲報公告指定的日期起實施。
2. 釋義
在本條例中，船隻指任何船。
2A. 費用
須繳付費用$5。
3. 豁免
(1) 學校船隻無須繳費。
"""


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["one line break", "blank lines"])
def test_hong_kong_numbers_its_chinese_sections_as_its_english_ones(between: str) -> None:
    provisions = parse(HONG_KONG.replace("\n", between), "zh-Hant")
    found = [clause.label for clause in provisions.primary if clause.kind is ClauseKind.ARTICLE]
    assert found == ["1.", "2.", "2A.", "3."]


def test_an_outline_in_traditional_characters_has_no_articles() -> None:
    text = "渡船計畫\n\n1. 目的\n\n(1) 渡船安全。\n\n2. 範圍\n\n(1) 本市各港。\n\n3. 費用\n\n(1) 免費。\n"
    assert not [clause for clause in parse(text, "zh-Hant").walk() if clause.kind is ClauseKind.ARTICLE]
