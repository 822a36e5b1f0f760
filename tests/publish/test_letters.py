"""How the lines of notices and letters are told apart. The rows are invented; their forms are those of GB/T 9704."""

from __future__ import annotations

import pytest

from yange.publish.facts.letter_lines import roles

NOTICE = [
    ("望府规〔2024〕11号", "number"),
    ("望海市人民政府关于印发《望海市夜间灯光管理办法》的通知", "heading"),
    ("各区人民政府，市政府各部门、各直属单位：", "addressee"),
    ("《望海市夜间灯光管理办法》已经市政府同意，现印发给你们，请遵照执行。", ""),
    ("附件：望海市夜间灯光管理办法", ""),
    ("望海市人民政府办公室", "signature"),
    ("望海市城市管理局", "signature"),
    ("2024年12月20日", "signature"),
]
LETTER = [
    ("望民函〔2024〕58号", "number"),
    ("提案委员：", "addressee"),
    ("您提出的提案收悉。经商市财政局，答复如下：", ""),
]
CLOSING = [
    ("感谢您对养老服务工作的关心。", ""),
    ("望海市民政局", "signature"),
    ("二〇二四年七月十八日", "signature"),
    ("（联系人：某某）", ""),
]
PREAMBLE = [
    ("为保护海岸，根据有关规定，制定本办法。", ""),
    ("现就有关事项通告如下：", ""),
]
ENGLISH = [("To the Harbour Services Centre:", "addressee"), ("The berths were counted in 2024.", "")]
ORDER = [("市长　某某某", "signature"), ("2003年11月20日", "signature")]
NO_DAY = [("望海市民政局", ""), ("本通知自2024年1月1日起施行。", "")]


@pytest.mark.parametrize(
    "lines", [NOTICE, LETTER, CLOSING, PREAMBLE, ENGLISH, ORDER, NO_DAY, []],
    ids=["notice", "letter", "closing", "preamble", "english", "order", "no-day", "nothing"],
)  # fmt: skip
def test_each_line_is_what_it_is(lines: list[tuple[str, str]]) -> None:
    assert list(zip((text for text, _ in lines), roles([text for text, _ in lines]), strict=True)) == lines
