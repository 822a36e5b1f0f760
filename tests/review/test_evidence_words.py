"""What people write where an entry has no evidence yet."""

from __future__ import annotations

import pytest

from yange.model import Correction
from yange.review.entries import evidence_given


@pytest.mark.parametrize(
    ("words", "given"),
    [
        (None, False),
        ("", False),
        ("TODO", False),
        ("待补。", False),
        ("待补充", False),
        ("Unknown", False),
        ("to be added", False),
        ("《望海市人民政府公报》2020年第3号第5页", True),
        ("无线电管理局来函", True),
    ],
)
def test_whether_an_entry_names_evidence(words: str | None, *, given: bool) -> None:
    assert evidence_given(Correction(date=None, field="text", evidence=words)) is given
