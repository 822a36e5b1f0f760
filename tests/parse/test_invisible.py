"""Characters that print nothing break no label and make no change, wherever they are, and the text keeps them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yange.characters import prints_nothing
from yange.compare import Grade, Operation, compare
from yange.parse import format_provisions, parse
from yange.parse.markdown import unescape_map

TEXT = (
    "# 望海市渡口规定\n\n## 第一章　总则\n\n"
    "第一条　违者罚款300元，由Municipal Office处理，见第三条第二款第（二）项。\n\n"
    "第十二条之一　应当在2021年5月1日前“登记”——按12.5%缴纳；\n\n（一）不得payment；\n\n（二）甲\\*乙。\n\n1．甲\n\n"
    "Article 5 (Fees). Pay EUR 500.\n\n附件1\n\n第一条　乙\n"
)
OLD = parse(TEXT)
HIDDEN = "\u00ad\u034f\u061c\u115f\u180e\u200b\u200d\u202e\u2060\u2066\u2800\u3164\ufe0f\ufeff\ufffa\U000e0030"
HIDDEN += "\U000e0101\x1b\x9b"
MARKDOWN = {at + 1 for at, char in enumerate(TEXT) if char in "#\\"}
"""Behind # and the backslash a character ends Markdown's own mark, on every forge as here."""


@pytest.mark.parametrize("place", [at for at in range(len(TEXT) + 1) if at not in MARKDOWN])
def test_what_prints_nothing_changes_nothing(place: int) -> None:
    char = HIDDEN[place % len(HIDDEN)]
    text = TEXT[:place] + char + TEXT[place:]
    new = parse(text)
    assert format_provisions(new) == text
    assert [clause.label for clause in new.walk()] == [clause.label for clause in OLD.walk()]
    found = compare(OLD, new)
    assert {change.operation for change in found.changes} == {Operation.UNCHANGED}
    assert {change.grade for change in found.changes} <= {None, Grade.EDITORIAL}
    assert found.values == ()


@pytest.mark.parametrize("char", HIDDEN)
@pytest.mark.parametrize("line", ["第三条　罚款300元。", "（十二）甲", "第十二条之一　甲", "Article 12 (Fees). Pay."])
def test_between_all_characters_of_a_line(line: str, char: str) -> None:
    """Put one after each character, as in texts from some converters."""
    spread = char.join(line)
    old, new = parse(f"# 甲\n\n{line}\n"), parse(f"# 甲\n\n{spread}\n")
    assert [clause.label for clause in new.walk()] == [clause.label for clause in old.walk()]
    assert {change.operation for change in compare(old, new).changes} == {Operation.UNCHANGED}


@given(st.text("第三条\\*#\u200b\u00ad\x1b a", max_size=30), st.integers(0, 9))
def test_places_lead_back(text: str, offset: int) -> None:
    plain, places = unescape_map(text, offset)
    assert len(places) == len(plain) + 1
    assert not any(map(prints_nothing, plain))
    for at, char in enumerate(plain):
        raw = text[places[at] - offset :]
        assert char in {raw[0], raw[1:2]}
    assert list(places) == sorted(places)
    assert places[len(plain)] <= offset + len(text)
