"""Style and modality words of Korean legal texts.

The pairs are those of the revision of laws into plain Korean (법제처, 알기 쉬운 법령 정비기준): contracted forms,
words written apart, and
plain words for Sino-Korean ones that keep their meaning.
"""

from __future__ import annotations

import re

from yange.law.aspects.style import Style

__all__ = ["STYLE"]

STYLE = Style(
    exchanged=(
        ("하여야", "해야"),
        ("하여", "해"),
        ("되어", "돼"),
        ("아니하", "않"),
        ("각호", "각 호"),
        ("당해", "해당"),
        ("기타", "그 밖의"),
        ("에 의하여", "에 따라"),
        ("에 의한", "에 따른"),
        ("의 규정에 따라", "에 따라"),
        ("의 규정에 따른", "에 따른"),
        ("때에는", "경우에는"),
        ("를 말한다", "을 말한다"),
    ),
    joining=frozenset({"및", "과", "와"}),
    modality=(
        (
            "duty",
            re.compile(
                "노력(?:하여야|해야) ?한다|(?:하여|되어|[가-힣])야 ?한다|[가-힣] ?수 ?(?:있다|없다)|하지 ?(?:못한다"
                "|아니한다|않는다)|(?:하여|되어|[가-힣])서(?:는|도)? ?(?:아니 ?된다|안 ?된다)"
                "|해(?:는|도)? ?(?:아니 ?된다|안 ?된다)"
            ),
        ),
        ("bound", re.compile("이상|이하|이내|미만|초과")),
        ("and", re.compile("또는|및")),
    ),
    whole_words=False,
    alone=frozenset({"할 수 있다", "할 수 없다", "하여야 한다", "해야 한다"}),
    same={"해야 한다": "하여야 한다", "노력해야 한다": "노력하여야 한다"},
)
"""The style and modality words of Korean."""
