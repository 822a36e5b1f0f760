"""Style and modality words of Japanese legal texts.

The pairs are two ways of writing one word: in kana or kanji, with small or large っ, with other okurigana. The
usage now in force is
that of 法令における漢字使用等について (内閣法制局, 30 November 2010); small っ since 拗音及び促音 (内閣法制局, 20
July 1988). 又は and 若しくは, 及び
and 並びに differ in rank (大括弧 and 小括弧) and are never one.
"""

from __future__ import annotations

import re
from types import MappingProxyType

from yange.law.aspects.style import Style

__all__ = ["STYLE"]

_ENDEAVOUR = "(?:(?:する|される|[うくすつぬむるぐぶ])よう(?:に)?)"
"""What joins a verb and the duty to try: 行う|よう努めなければならない."""

STYLE = Style(
    exchanged=(
        ("または", "又は"),
        ("もしくは", "若しくは"),
        ("および", "及び"),
        ("ならびに", "並びに"),
        ("ただし", "但し"),
        ("かつ", "且つ"),
        ("もつて", "もって"),
        ("あつて", "あって"),
        ("あつた", "あった"),
        ("なつて", "なって"),
        ("なつた", "なった"),
        ("よつて", "よって"),
        ("行つた", "行った"),
        ("行なう", "行う"),
        ("行ない", "行い"),
        ("行なつた", "行った"),
        ("行なわ", "行わ"),
        ("取扱い", "取り扱い"),
        ("すべて", "全て"),
        ("あらかじめ", "予め"),
        ("更に", "さらに"),
        ("従つて", "従って"),
        ("ヶ月", "か月"),
        ("箇月", "か月"),
        ("一に該当する", "いずれかに該当する"),
    ),
    joining=frozenset({"及び", "並びに"}),
    modality=(
        (
            "duty",
            re.compile(
                rf"{_ENDEAVOUR}?努め(?:なければならない|るものとする)|なければならない|ではならない|てはならない|ことができる|ことができない|ものとする"
                "|を要しない|必要はない|を妨げない|この限りでない"
            ),
        ),
        ("bound", re.compile("以上|以下|以内|未満|を超え")),
        ("and", re.compile("又は|若しくは|及び|並びに|かつ")),
    ),
    whole_words=False,
    alone=frozenset({"ことができる", "ことができない", "てはならない", "を要しない", "この限りでない"}),
    same=MappingProxyType(
        {"必要はない": "を要しない"}
        | {
            f"{verb}{joint}{duty}": duty
            for verb in ("する", "される", *"うくすつぬむるぐぶ")
            for joint in ("よう", "ように")
            for duty in ("努めなければならない", "努めるものとする")
        }
    ),
)
"""The style and modality words of Japanese."""
