"""Last days that are computed from a term: whole years or months from the first day, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from yange.check import check
from yange.model import ExpiryBasis, Library, Policy, Version
from yange.timeline import build_timeline


def codes(first: str, last: str, basis: ExpiryBasis | None = ExpiryBasis.COMPUTED) -> set[str]:
    """Return the codes of the problems that ``check`` finds in the last day of a text."""
    text = Version(
        policy="linhe/banfa",
        key=f"v{first}",
        path=f"policies/linhe/banfa/{first}.md",
        title="临河市集市管理办法",
        effective=date.fromisoformat(first),
        expires=date.fromisoformat(last),
        expires_basis=basis,
    )
    library = Library(policies=(Policy(id="linhe/banfa", title=text.title, place="临河市", versions=(text,)),))
    found = {problem.code for problem in check(library, build_timeline(library))}
    return {code for code in found if code.startswith("expir")}


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2015-03-01", "2020-02-29"),  # five years: the day before the first of March
        ("2015-03-15", "2020-03-14"),  # five years from the middle of a month
        ("2016-02-29", "2021-02-28"),  # five years from 29 February: no such day, so the month's last
        ("2016-02-29", "2020-02-28"),  # four years: the day before 29 February
        ("2023-01-31", "2023-02-28"),  # one month from 31 January
        ("2023-03-01", "2023-03-31"),  # one month, which ends in the month it began in
        ("2023-03-15", "2024-09-14"),  # eighteen months
    ],
)
def test_a_term_of_whole_months(first: str, last: str) -> None:
    assert codes(first, last) == set()


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2015-03-01", "2020-03-01"),  # the anniversary itself is one day too late
        ("2015-03-15", "2020-03-15"),
        ("2015-03-15", "2020-03-13"),
        ("2016-02-29", "2021-02-27"),
        ("2016-02-29", "2021-03-01"),
        ("2023-01-31", "2023-02-27"),
        ("2023-03-15", "2023-03-15"),  # one day
    ],
)
def test_a_term_of_any_other_length(first: str, last: str) -> None:
    assert codes(first, last) == {"expiry-arithmetic"}


def test_a_last_day_that_is_printed_may_be_any_day() -> None:
    assert codes("2015-03-15", "2020-03-15", ExpiryBasis.STATED) == set()
    assert codes("2015-03-15", "2015-03-15", ExpiryBasis.STATED) == set()
    assert codes("2015-03-15", "2015-03-14", ExpiryBasis.STATED) == {"expires-early"}
    assert codes("2015-03-15", "2020-03-15", None) == {"expires-basis"}
