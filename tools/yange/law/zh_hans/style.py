"""The full lists of style and modality words of Chinese legal texts in simplified characters.

Only undisputed pairs are style: not 负责任 → 承担责任, and not 必须 → 应当, although the drafting rules of the national
legislature (立法技术规范（试行）（一）, 2009) treat these two as equal. 可以/应当, 或者/并且 and 以上/超过 are never
style, and neither is any pair with 不得, 免于 or 无需 on one side only.
"""

from __future__ import annotations

import re
from types import MappingProxyType

from yange.law.aspects.style import Style

__all__ = ["STYLE"]

STYLE = Style(
    exchanged=(
        ("应当", "应"),
        ("应该", "应"),
        ("可以", "可"),
        ("或者", "或"),
        ("以及", "及"),
        ("和", "及"),
        ("与", "及"),
        ("但是", "但"),
        ("如果", "如"),
        ("若", "如"),
        ("需要", "需"),
        ("无须", "无需"),
        ("按照", "按"),
        ("依照", "依"),
        ("依据", "依"),
        ("根据", "依"),
        ("对于", "对"),
        ("由于", "因"),
        ("予以", "予"),
        ("其它", "其他"),
        ("以内", "内"),
        ("为了", "为"),
        ("帐", "账"),
        ("作出", "做出"),
        ("的", ""),
    ),
    under=(("按照", "依"), ("依照", "依"), ("依据", "依"), ("根据", "依")),
    joining=frozenset({"和", "与", "及", "以及"}),
    modality=(
        (
            "duty",
            re.compile(
                "应当|应该|必须|可以|不得(?!超过|低于|少于|高于|已)|不准|禁止|严禁|鼓励|免于|无需|无须|不予|有权|无权"
            ),
        ),
        ("bound", re.compile("(?<!级)以上|(?<!级)以下|不得?超过|超过|不得?低于|低于|不得?少于|少于|不得?高于|高于")),
        ("and", re.compile("或者|并且")),
    ),
    alone=frozenset({"可以", "不得", "禁止", "免于", "无需", "不予", "有权", "无权"}),
    same=MappingProxyType({"应该": "应当", "无须": "无需", "不准": "不得", "严禁": "禁止"}),
    bounds=(("不得", "不"),),
    equal_force=(frozenset({"必须", "应当"}),),
)
"""The style and modality words of simplified Chinese."""
