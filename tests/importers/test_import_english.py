"""Import of texts in English as their places print them: titles, numbers, captions, signatures, furniture."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from yange.cli.app import group

ORDER = """2020 No. 123
HARBOURS, EASTPORT
The Harbour Boats Regulations 2020
Made - - - - 3rd March 2020
Laid before Parliament 5th March 2020
Coming into force - - 1st May 2020
The Secretary of State makes the following Regulations in exercise of the powers conferred by section 5 of the Act.
Citation and commencement
1.—(1) These Regulations may be cited as the Harbour Boats Regulations 2020.
(2) These Regulations come into force on 1st May 2020.
Interpretation
2. In these Regulations “boat” means a vessel, and a berth is open to every boat under section
5 of the Quays Act 1990.
Revocation
3. The Harbour Boats Regulations 1990 are revoked.
Jane Quay
Parliamentary Under Secretary of State
Department for Harbours
3rd March 2020
EXPLANATORY NOTE
(This note is not part of the Regulations)
These Regulations make provision about boats.
"""
ACT = """Harbour Boats Act 2020
2020 CHAPTER 7
An Act to make provision about boats in harbours;
and for connected purposes.
[17th December 2020]
Be it enacted by the Assembly of Eastport, as follows:—
1 Boats
This Act makes provision about boats.
2 Repeals
The Harbour Act 1990 (c. 12) is repealed.
3 Commencement
This Act comes into force at the end of the period of two months beginning with the day on which it is passed.
"""
PUBLIC_LAW = """PUBLIC LAW 117–58—NOV. 15, 2021
135 STAT. 429
Public Law 117–58
117th Congress
An Act
To authorize funds for boats and their berths, and for other purposes.
Be it enacted by the Senate and House of Representatives of the United States of America in Congress assembled,
SECTION 1. SHORT TITLE.
This Act may be cited as the “Harbour Boats Act of 2021”.
SEC. 2. FEES.
A fee of $5 is due.
SEC. 3. EFFECTIVE DATE.
This Act shall take effect on January 1, 2022.
Approved November 15, 2021.
"""
UNION = """REGULATION (EU) 2020/679 OF THE EUROPEAN PARLIAMENT AND OF THE COUNCIL
of 27 April 2020
on boats in harbours
THE EUROPEAN PARLIAMENT AND THE COUNCIL OF THE EUROPEAN UNION,
Having regard to the Treaty,
HAVE ADOPTED THIS REGULATION:
Article 1
Boats
This Regulation applies to boats.
Article 2
Repeal
Directive 95/46/EC is repealed with effect from 25 May 2021.
Article 3
Entry into force
This Regulation shall enter into force on 25 May 2021.
Done at Brussels, 27 April 2020.
For the European Parliament
The President
"""
IRELAND = """Number 1 of 2020
HARBOUR BOATS ACT 2020
CONTENTS
Section
1. Short title and commencement
2. Fees
An Act to provide for boats in harbours.
[3rd March, 2020]
Be it enacted by the Oireachtas as follows:
Short title and commencement
1. (1) This Act may be cited as the Harbour Boats Act 2020.
(2) This Act comes into operation on such day as the Minister may appoint by order.
Fees
2. A fee of €5 is due.
"""
INDIA = """THE HARBOUR BOATS ACT, 2020
ACT NO. 12 OF 2020
[3rd March, 2020.]
An Act to provide for boats in harbours.
BE it enacted by Parliament as follows:—
1. Short title, extent and commencement.—(1) This Act may be called the Harbour Boats Act, 2020.
(2) It shall come into force on such date as the Government may, by notification, appoint.
2. Definitions.—In this Act, “boat” means a vessel.
"""
SINGAPORE = """REPUBLIC OF SINGAPORE
GOVERNMENT GAZETTE
ACTS SUPPLEMENT
NO. 12 OF 2019
HARBOUR BOATS ACT 2019
I assent.
President.
7 October 2019.
An Act to provide for boats in harbours.
Short title and commencement
1. This Act is the Harbour Boats Act 2019 and comes into operation on 1 May 2020.
Fees
2. A fee of $5 is due.
"""
AUSTRALIA = """Harbour Boats Act 2020
No. 7, 2020
An Act about boats in harbours, and for related purposes.
[Assented to 3 March 2020]
The Parliament of Eastport enacts:
1  Short title
This Act is the Harbour Boats Act 2020.
2  Commencement
This Act commences on the day after the day on which it receives the Royal Assent.
"""


def imported(text: str, folder: Path) -> dict[str, Any]:
    (folder / "policies").mkdir()
    (folder / "text.txt").write_text(text, "utf-8")
    words = ["--project", str(folder), "import", "--dry-run", "--json", str(folder / "text.txt")]
    found = json.loads(CliRunner().invoke(group, words).stdout)
    assert len(found["documents"]) == 1
    return found["documents"][0]


@pytest.mark.parametrize(
    ("text", "title", "number", "issuer"),
    [
        (ORDER, "The Harbour Boats Regulations 2020", "S.I. 2020/123", ["Secretary of State"]),
        (ACT, "Harbour Boats Act 2020", "2020 c. 7", []),
        (PUBLIC_LAW, None, "Public Law 117-58", ["Congress of the United States"]),
        (
            UNION,
            " ".join(UNION.split("\n")[:3]),
            "(EU) 2020/679",
            ["European Parliament", "Council of the European Union"],
        ),
        (IRELAND, "HARBOUR BOATS ACT 2020", "No. 1 of 2020", ["Oireachtas"]),
        (INDIA, "THE HARBOUR BOATS ACT, 2020", "No. 12 of 2020", ["Parliament"]),
        (SINGAPORE, "HARBOUR BOATS ACT 2019", "No. 12 of 2019", []),
        (AUSTRALIA, "Harbour Boats Act 2020", "No. 7 of 2020", []),
    ],
)
def test_title_number_and_issuer(
    text: str, title: str | None, number: str, issuer: list[str], tmp_path: Path
) -> None:  # fmt: skip
    found = imported(text, tmp_path)
    assert (found["title"], found["number"], found["issuer"] or []) == (title, number, issuer)


@pytest.mark.parametrize(
    ("text", "signed", "effective", "basis"),
    [
        (ORDER, "2020-03-03", "2020-05-01", "stated"),
        (ACT, "2020-12-17", "2021-02-17", "signed"),
        (PUBLIC_LAW, "2021-11-15", "2022-01-01", "stated"),
        (UNION, "2020-04-27", "2021-05-25", "stated"),
        (IRELAND, "2020-03-03", None, "unknown"),
        (INDIA, "2020-03-03", None, "unknown"),
        (SINGAPORE, "2019-10-07", "2020-05-01", "stated"),
        (AUSTRALIA, "2020-03-03", "2020-03-04", "signed"),
    ],
)
def test_days(text: str, signed: str, effective: str | None, basis: str, tmp_path: Path) -> None:
    found = imported(text, tmp_path)
    assert (found["signed"], found["effective"], found["effective_basis"]) == (signed, effective, basis)


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (ORDER, ["1", "2", "3"]),
        (ACT, ["1", "2", "3"]),
        (PUBLIC_LAW, ["SECTION 1", "SEC. 2", "SEC. 3"]),
        (UNION, ["Article 1", "Article 2", "Article 3"]),
        (IRELAND, ["1", "2"]),
        (INDIA, ["1", "2"]),
        (SINGAPORE, ["1", "2"]),
        (AUSTRALIA, ["1", "2"]),
    ],
)
def test_clauses(text: str, clauses: list[str], tmp_path: Path) -> None:
    assert imported(text, tmp_path)["clauses"] == clauses


def test_what_is_repealed_and_no_heading_is_reported(tmp_path: Path) -> None:
    found = imported(ORDER, tmp_path)
    assert [one["title"] for one in found["repeals"]] == ["Harbour Boats Regulations 1990"]
    assert found["warnings"] == []


def test_a_first_day_that_a_minister_appoints_is_reported(tmp_path: Path) -> None:
    assert [one["code"] for one in imported(IRELAND, tmp_path)["warnings"]] == ["unread-statement"]
