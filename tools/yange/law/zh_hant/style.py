"""Style and modality words of Chinese legal texts in traditional characters: what differs from simplified ones.

In Taiwan, 得 alone permits and 應 alone obliges; in Hong Kong and Macau, 可, 須 and 必須 do.
"""

from __future__ import annotations

import re
from types import MappingProxyType

from yange.law.aspects.style import Style

__all__ = ["STYLE"]

STYLE = Style(
    exchanged=(
        ("應當", "應"),
        ("應該", "應"),
        ("與", "及"),
        ("無須", "無需"),
        ("依據", "依"),
        ("根據", "依"),
        ("對於", "對"),
        ("由於", "因"),
        ("以內", "內"),
        ("為了", "為"),
        ("爲", "為"),
        ("帳", "賬"),
        ("台", "臺"),
        ("佈", "布"),
        ("份", "分"),
        ("之", ""),
    ),
    under=(("依據", "依"), ("根據", "依")),
    joining=frozenset({"與"}),
    modality=(
        (
            "duty",
            re.compile(
                "應當|應該|應|必須|須|可以|可|得|不得(?!超過|逾|低於|少於|高於|已)|不准|禁止|嚴禁|鼓勵|免於|無需|無須|不予|有權|無權"
            ),
        ),
        ("bound", re.compile("不得?超過|超過|不得?逾|未逾|逾|不得?低於|低於|不得?少於|少於|不得?高於|高於|未滿")),
    ),
    alone=frozenset({"得", "可", "不得", "免於", "無需", "有權", "無權"}),
    same=MappingProxyType(
        {
            "應當": "應",
            "應該": "應",
            "無須": "無需",
            "不准": "不得",
            "嚴禁": "禁止",
            "必須": "須",
            "可以": "得",
            "可": "得",
        }
    ),
    equal_force=(frozenset({"必須", "應當"}), frozenset({"須", "應"})),
    bounds=(("未逾", "未滿"), ("逾", "超過")),
)
"""The style and modality words of traditional Chinese."""
