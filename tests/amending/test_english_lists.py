"""Amending sentences of Bills and Acts that name a provision once and list its changes below it."""

from __future__ import annotations

import pytest

from yange.amending import amend, read_instructions

ACT = """# Harbour Boats Act 2020

1 Fees

(1) A fee of £5 is due.

(2) A late fee is £2.

(3) School boats pay no fee.

2 Berths

(1) A boat has a berth if—

(a) the craft is registered; and

(b) the craft is insured.

3 Citation

This Act may be cited as the Harbour Boats Act 2020.
"""


def amended(instructions: str) -> str:
    found, problems = read_instructions(instructions, "x.txt")
    assert not problems, [problem.message for problem in problems]
    body = amend(ACT, found, "x.txt").body
    assert body is not None
    return body


@pytest.mark.parametrize(
    "instructions",
    [
        "In section 1—\n(a) in subsection (1), for “£5” substitute “£7”;\n(b) omit subsection (3).",
        "In section 1— (a) in subsection (1), for “£5” substitute “£7”; (b) subsection (3) is repealed.",
        (
            "(1) Section 1 is amended as follows.\n(2) In subsection (1), for “£5” substitute “£7”.\n"
            "(3) Omit subsection (3)."
        ),
        (
            "Section 1 of the Harbour Boats Act 2020 (60 U.S.C. 101) is amended—\n"
            "(1) in subsection (1), by striking “£5” and inserting “£7”; and\n(2) by striking subsection (3)."
        ),
        (
            "The Harbour Boats Act 2020 (c. 7) is amended as follows—\n"
            "1. In section 1(1), for “£5” substitute “£7”.\n2. Omit section 1(3)."
        ),
    ],
)
def test_a_list_below_a_provision(instructions: str) -> None:
    expected = ACT.replace("£5", "£7").replace("(3) School boats pay no fee.\n\n", "")
    assert amended(instructions) == expected


def test_a_list_below_a_subsection() -> None:
    text = amended(
        "(a) Section 2(1) of the Harbour Boats Act is amended—\n"
        "(1) by striking “berth” and inserting “place”; and\n"
        "(2) in paragraph (a), by striking “registered” and inserting “listed”."
    )
    assert text == ACT.replace("has a berth", "has a place").replace("registered", "listed")


@pytest.mark.parametrize(
    "instruction",
    [
        "In section 1, for subsection (2) substitute— “(2) A late fee is £9.”",
        "In section 1 of the Harbour Boats Act 2020 (fees), for subsection (2) substitute—\n“(2) A late fee is £9.”",
        "Section 1(2) is amended to read as follows: “(2) A late fee is £9.”",
    ],
)
def test_a_subsection_is_rewritten(instruction: str) -> None:
    assert amended(instruction) == ACT.replace("£2", "£9")


def test_a_section_is_inserted() -> None:
    text = amended("After section 2 insert—\n“2A Waivers\nThe Board may waive a fee.”")
    assert "(b) the craft is insured.\n\n2A Waivers\n\nThe Board may waive a fee.\n\n3 Citation" in text


@pytest.mark.parametrize(
    "instructions",
    [
        "In section 1—\n(a) in subsection (1), for “£5” substitute “£7” in so far as it applies to boats;",
        "(a) in subsection (1), for “£5” substitute “£7”;",  # of which section?
        "In section 1—\n(a) subsections (1) and (3) are to be read with section 2;",
    ],
)
def test_what_is_not_read_is_reported(instructions: str) -> None:
    _, problems = read_instructions(instructions, "x.txt")
    assert {problem.code for problem in problems} <= {"amend-form", "amend-fit"}
    assert problems or amend(ACT, read_instructions(instructions, "x.txt")[0], "x.txt").body is None
