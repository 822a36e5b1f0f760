"""What English texts say of their first and last day and of other texts, in the formulas of many places."""

from __future__ import annotations

from datetime import date

import pytest

from yange import statements
from yange.law import law_of
from yange.model import Basis

LAW = law_of("", "en")
STATED, SIGNED, PUBLISHED = Basis.STATED, Basis.SIGNED, Basis.PUBLISHED
MAY = date(2020, 5, 1)


@pytest.mark.parametrize(
    ("text", "clauses", "excepted"),
    [
        ("This Act comes into force on 1 May 2020.", (), ()),
        ("This Act shall come into operation on the 1st day of May, 2020.", (), ()),
        ("These Regulations may be cited as the Boats Regulations 2020 and come into force on 1st May 2020.", (), ()),
        (
            (
                "1.—(1) These Rules may be cited as the Boats Rules 2020, come into force on 1st May 2020 and extend to"
                " Eastport."
            ),
            (),
            (),
        ),
        ("(2) They come into force on 1st May 2020.", (), ()),
        ("This Act is deemed to have come into force on May 1, 2020.", (), ()),
        ("This rule is effective May 1, 2020.", (), ()),
        ("The remaining provisions of this Act come into force on 1 May 2020.", (), ()),
        ("Sections 3 and 4 come into force on 1 May 2020.", ("Sections 3 and 4",), ()),
        ("This Act, except section 5, comes into force on 1 May 2020.", (), ("section 5",)),
        ("This Act (other than sections 5 and 6) comes into force on 1 May 2020.", (), ("sections 5 and 6",)),
    ],
)
def test_a_stated_first_day(text: str, clauses: tuple[str, ...], excepted: tuple[str, ...]) -> None:
    (found,) = statements.commencements(text, LAW)
    assert (found.basis, found.day, found.clauses, found.excepted) == (STATED, MAY, clauses, excepted)


@pytest.mark.parametrize(
    ("text", "basis", "days", "months"),
    [
        ("This Act comes into force on the day on which it is passed.", SIGNED, 0, 0),
        (
            ("This Act comes into force at the end of the period of two months beginning with the day on which it is"
            " passed."),
            SIGNED, 0, 2,
        ),
        ("This Act comes into force at the end of the period of 10 days after the day it is passed.", SIGNED, 11, 0),
        ("This Act commences on the day after the day on which it receives the Royal Assent.", SIGNED, 1, 0),
        ("This Act shall take effect 90 days after the date of the enactment of this Act.", SIGNED, 90, 0),
        ("This Act shall take effect on the date of enactment.", SIGNED, 0, 0),
        (
            "This Regulation shall enter into force on the tenth day following that of its publication in the Journal.",
            PUBLISHED, 10, 0,
        ),
        ("These Rules shall come into force from the date of their publication in the Gazette.", PUBLISHED, 0, 0),
        ("This Order comes into force on the day after its publication.", PUBLISHED, 1, 0),
    ],
)  # fmt: skip
def test_a_first_day_after_an_event(text: str, basis: Basis, days: int, months: int) -> None:
    (found,) = statements.commencements(text, LAW)
    assert (found.basis, found.delay, found.months) == (basis, days, months)


@pytest.mark.parametrize(
    "text",
    [
        "This Act comes into force on such day as the Minister may appoint by order.",
        "It shall come into force on such date as the Government may, by notification, appoint.",
        "Sections 3 and 4 come into force on a day to be fixed by order.",
        "Subject to subsection (3), this Act comes into force on 1 May 2020.",
        "This Act comes into force on 1 May 2020 for the purposes of section 5.",
        "This Act comes into force on 1 May 2020 in Eastport and on 1 June 2020 in Westport.",
        "This Act comes into operation on the day on which section 5 of the Quays Act 2019 comes into operation.",
        "This Act comes into force if the Board so decides.",
        "This Act expires on 31 December 2025 unless the Board extends it.",
        "This Act ceases to have effect at the end of the period of two years beginning with such day as is appointed.",
    ],
)
def test_a_form_that_is_not_read_is_reported(text: str) -> None:
    assert statements.commencements(text, LAW) == ()
    assert statements.expiries(text, LAW) == ()
    assert [one.own for one in statements.unread([text], LAW)][:1] == [True]


def test_an_unread_first_day_is_reported_wherever_it_is() -> None:
    provisions = [f"{n}. The berth of quay {n} is open." for n in range(1, 12)]
    provisions[4] = "5. This Act comes into force on such day as the Minister may appoint."
    assert [one.paragraph for one in statements.unread(provisions, LAW)] == [4]


@pytest.mark.parametrize(
    ("text", "years", "months", "day"),
    [
        ("This Act expires on 31 December 2025.", None, None, date(2025, 12, 31)),
        ("This Act expires at the end of 31 December 2025.", None, None, date(2025, 12, 31)),
        ("This Act ceases to have effect on 1 January 2026.", None, None, date(2025, 12, 31)),
        ("This Act ceases to have effect at the end of 31 December 2025.", None, None, date(2025, 12, 31)),
        ("This Act shall terminate on December 31, 2025.", None, None, date(2025, 12, 31)),
        ("This Act is repealed on 1 January 2026.", None, None, date(2025, 12, 31)),
        (
            (
                "These Regulations cease to have effect at the end of the period of 5 years beginning with the day on"
                " which they come into force."
            ),
            5, None, None,
        ),
    ],
)  # fmt: skip
def test_a_last_day(text: str, years: int | None, months: int | None, day: date | None) -> None:
    (found,) = statements.expiries(text, LAW)
    assert (found.years, found.months, found.day) == (years, months, day)


@pytest.mark.parametrize(
    ("text", "title", "number", "extent", "day"),
    [
        ("The Harbour Act 1990 (c. 12) is repealed.", "Harbour Act 1990", "c. 12", (), None),
        ("The Harbour Act, 1990 (12 of 1990), is hereby repealed.", "Harbour Act, 1990", "12 of 1990", (), None),
        ("The Boats Order 1990 (S.I. 1990/123) is revoked.", "Boats Order 1990", "S.I. 1990/123", (), None),
        ("Section 5 of the Harbour Act 1990 is repealed.", "Harbour Act 1990", None, ("Section 5",), None),
        ("In the Harbour Act 1990, section 5 is repealed.", "Harbour Act 1990", None, ("section 5",), None),
        (
            "Section 12 of the Boats Act of 1990 (42 U.S.C. 1983) is repealed.",
            "Boats Act of 1990", "42 U.S.C. 1983", ("Section 12",), None,
        ),
        ("The Harbour Act 1990 is repealed with effect on and from 1 May 2020.", "Harbour Act 1990", None, (), MAY),
        (
            "Directive 2004/39/EC, as amended by the acts in Annex III, is repealed with effect from 1 May 2020.",
            "Directive 2004/39/EC", None, (), MAY,
        ),
    ],
)  # fmt: skip
def test_a_repeal(text: str, title: str, number: str | None, extent: tuple[str, ...], day: date | None) -> None:
    (found,) = statements.repeals(text, LAW)
    assert (found.title, found.number, found.extent, found.day) == (title, number, extent, day)


@pytest.mark.parametrize(
    "text",
    [
        "The Acts specified in the Schedule are repealed.",
        "The enactments mentioned in Schedule 2 are repealed.",
        "Section 5 is repealed.",
        "The Harbour Act 1990 is repealed so far as it applies to boats.",
        "The Harbour Act 1990 is repealed on such day as the Minister may appoint.",
    ],
)
def test_a_repeal_that_is_not_read_is_reported(text: str) -> None:
    assert statements.repeals(text, LAW) == ()
    assert [one.field for one in statements.unread([text], LAW)] == ["repeals"]


@pytest.mark.parametrize(
    "text",
    [
        "The repeal of the Harbour Act 1990 does not affect any licence.",
        "The Harbour Act 1990, which was repealed by the Boats Act 2000, does not apply.",
        "A licence expires on 31 December 2025.",
    ],
)
def test_citing_is_not_repealing(text: str) -> None:
    assert statements.repeals(text, LAW) == ()
    assert statements.expiries(text, LAW) == ()


def test_suspension_extension_and_revival() -> None:
    text = "The operation of the Boats Order 1990 is suspended from 1 May 2020 to 31 December 2020."
    (suspended,) = statements.suspensions(text, LAW)
    assert (suspended.title, suspended.day, suspended.until) == ("Boats Order 1990", MAY, date(2020, 12, 31))
    (extended,) = statements.extensions("The Boats Act 1990 is continued in force until 1 May 2020.", LAW)
    assert (extended.title, extended.until) == ("Boats Act 1990", MAY)
    (revived,) = statements.revivals("The Boats Order 1990 is revived.", LAW)
    assert revived.title == "Boats Order 1990"
