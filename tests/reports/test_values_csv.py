"""The table of changed values, as a spreadsheet reads it."""

from __future__ import annotations

import csv
import io

from reporting import report

from yange.reports.values_csv import values_csv


def test_the_table_opens_in_a_spreadsheet() -> None:
    data = values_csv(report())
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in data
    assert b"\n" not in data.replace(b"\r\n", b"")
    table = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert table == [
        ["类别", "原", "现", "原条款", "现条款"],
        ["金额", "5万元", "8万元", "第三条", "第四条"],
        ["期限", "十日", "七日", "第四条", "第六条"],
        ["机构", "", "'=县港航局", "", "第十三条"],
    ]


def test_the_words_follow_the_language() -> None:
    assert values_csv(report("en")).decode("utf-8-sig").split("\r\n")[1] == "amount,5万元,8万元,第三条,第四条"
