"""Vietnamese spellings that mean the same, words of duty and bounds, words that are no terms, and what every text says.

Two placements of the tone are in use (hoà and hòa, uỷ and ủy), and i and y after some consonants (kĩ thuật and kỹ
thuật, qui định and quy định): neither changes a word.
"""

from __future__ import annotations

import re

from yange.law.aspects.boilerplate import Boilerplate, StandingClause
from yange.law.aspects.style import Style
from yange.law.aspects.words import LanguageWords

__all__ = ["BOILERPLATE", "STYLE", "WORDS"]

_PLACED = (
    *(zip(("oà", "oá", "oả", "oã", "oạ"), ("òa", "óa", "ỏa", "õa", "ọa"), strict=True)),
    *(zip(("oè", "oé", "oẻ", "oẽ", "oẹ"), ("òe", "óe", "ỏe", "õe", "ọe"), strict=True)),
    *(zip(("uỳ", "uý", "uỷ", "uỹ", "uỵ"), ("ùy", "úy", "ủy", "ũy", "ụy"), strict=True)),
    *(zip(("Uỳ", "Uý", "Uỷ", "Uỹ", "Uỵ"), ("Ùy", "Úy", "Ủy", "Ũy", "Ụy"), strict=True)),
)
_FUNCTION = (
    "và|hoặc|của|các|những|là|được|bị|do|tại|theo|trong|trên|dưới|với|về|cho|từ|đến|khi|nếu|thì|mà|này|đó|khác|có|không"
    "|phải|để|bởi|vì|như|sau|trước|cũng|đã|đang|sẽ|một|mỗi|mọi|từng|việc|sự|người|bao gồm|thuộc|đối với|quy định"
)

STYLE = Style(
    exchanged=(
        ("Ð", "Đ"),
        *_PLACED,
        ("qui", "quy"),
        ("Qui", "Quy"),
        ("kĩ ", "kỹ "),
        ("Kĩ ", "Kỹ "),
        ("tỉ lệ", "tỷ lệ"),
        ("tỉ đồng", "tỷ đồng"),
        ("lí ", "lý "),
        ("ngàn đồng", "nghìn đồng"),
    ),
    joining=frozenset({"và"}),
    modality=(
        (
            "duty",
            re.compile(
                r"\b(?:(?i:không được|được phép|nghiêm cấm|có quyền)|phải|có thể|có quyền|có trách nhiệm"
                r"|có nghĩa vụ|nghiêm cấm|cấm"
                r"|bắt buộc|không bắt buộc|không phải|được quyền|không có quyền|được)(?!\w)"
            ),
        ),
        (
            "bound",
            re.compile(
                r"\b(?:tối thiểu|tối đa|ít nhất|nhiều nhất|không quá|không dưới|không ít hơn|không thấp hơn"
                r"|không cao hơn|chậm nhất|sớm nhất|trở lên|trở xuống|trên|dưới)(?!\w)"
            ),
        ),
    ),
    alone=frozenset({"không được", "phải", "có thể", "nghiêm cấm", "có quyền"}),
    same={"được quyền": "có quyền", "có nghĩa vụ": "có trách nhiệm", "cấm": "nghiêm cấm"},
)
"""The style and modality words of Vietnamese."""

WORDS = LanguageWords(
    no_terms=(rf"(?i:{_FUNCTION})(?!\w)$", r"(?i:điều|khoản|điểm|chương|mục)(?!\w)"),
    definitions=(re.compile(r"sau đây gọi (?:tắt |chung )?là ([^,;.()]{2,60})"),),
)
"""The words of Vietnamese."""

_INSTRUMENT = "(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Thông tư|Quy chế|Quy định)"

BOILERPLATE = Boilerplate(
    standing=(
        (StandingClause.COMMENCEMENT, re.compile(rf"{_INSTRUMENT} này có hiệu lực(?: thi hành)? (?:kể )?từ")),
        (StandingClause.PURPOSE, re.compile(rf"{_INSTRUMENT} này quy định (?:về|chi tiết|việc)")),
    ),
    liability=(
        (
            r"[^.]{0,120}bị xử lý kỷ luật[^.]{0,60}(?:xử phạt|xử lý) vi phạm hành chính"
            r"[^.]{0,40}truy cứu trách nhiệm hình sự[^.]{0,120}\.?"
        ),
    ),
    phrases=(
        r"theo quy định của pháp luật(?: có liên quan)?",
        r"các từ ngữ dưới đây được hiểu như sau",
        r"[Cc]hính phủ quy định chi tiết (?:Điều|khoản) này",
        r"cơ quan,tổ chức,cá nhân(?: có liên quan)?",
        r"chịu trách nhiệm thi hành",
    ),
)
"""The boilerplate of Vietnamese."""
