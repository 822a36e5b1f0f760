from __future__ import annotations

import pytest

from yange.persons import mentions


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("尊敬的王小明、李小红代表：", ["王小明、李小红"]),
        ("尊敬的王小明等委员:", ["王小明"]),
        ("王小明先生：", ["王小明"]),
        ("提案委员：", []),
        ("各位代表：", []),
        ("联系人：张三丰，电话：0755-12345678。", ["张三丰", "0755-12345678"]),
        ("联系电话：88123456", ["88123456"]),
        ("手机13800138000", ["13800138000"]),
        ("投诉请拨打12345。", []),
        ("每人每月13800元，共1380013800138元", []),
        ("市人大代表提出的建议收悉。", []),
        ("由先生：", []),
    ],
)
def test_private_persons_are_found_and_offices_are_not(text: str, found: list[str]) -> None:
    assert [text[mention.start : mention.end] for mention in mentions(text)] == found
