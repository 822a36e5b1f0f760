"""The table of small Chinese numerals says what cn2an says."""

from __future__ import annotations

import cn2an

from yange.law.zh_hans.numerals import SMALL_NUMERALS, chinese_numeral, read_chinese_numeral


def test_each_is_what_the_library_reads_and_writes() -> None:
    assert sorted(SMALL_NUMERALS.values()) == list(range(1, 100))
    for numeral, value in SMALL_NUMERALS.items():
        written = cn2an.an2cn(str(value), "low")
        assert read_chinese_numeral(numeral) == value == cn2an.cn2an(numeral, "normal")
        assert chinese_numeral(value) == numeral == (written[1:] if written.startswith("一十") else written)
    assert [chinese_numeral(value) for value in (10, 11, 20, 100, 110)] == ["十", "十一", "二十", "一百", "一百一十"]
