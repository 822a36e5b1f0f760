"""Values in Vietnamese legal texts: days, amounts, periods, shares, citations, bodies. All patterns read match keys.

A point parts thousands and a comma begins the fraction; numbers of days and months have two digits (05 ngày), often
with the word in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from yange.law.aspects.values import AtomKind, Form, Rank, Span, Values, beside, matches
from yange.law.vi.instruments import NUMBER
from yange.law.vi.numerals import cardinal
from yange.law.vi.spelling import LETTERS

__all__ = ["VALUES"]

_WORDS = (
    r"(?:(?:hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín) mươi(?: (?:mốt|một|hai|ba|bốn|tư|lăm|sáu|bảy|bẩy|tám|chín))?"
    r"|mười(?: (?:một|hai|ba|bốn|lăm|sáu|bảy|bẩy|tám|chín))?|một trăm|một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín)"
)
_FIGURE = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\d)|\d+(?:[,.]\d+)?"
_SAID = rf"(?: ?\({_WORDS}\))?"
_COUNTED = rf"(?<![\w.,/])(?:(?:{_FIGURE}){_SAID}|(?i:{_WORDS})(?: ?\(\d{{1,3}}\))?)"
_SCALE = r"(?: ?(?:nghìn|ngàn|triệu|tỷ|tỉ))*"
_CURRENCY = r"(?:đồng|VNĐ|VND|đô la Mỹ|USD|EUR|euro|mức lương cơ sở|lần mức lương cơ sở|tháng lương cơ sở)(?!\w)"
_PERIOD = r"(?:ngày làm việc|ngày|tuần|tháng|năm|quý|giờ|phút)(?!\w)"
_PRISON = r"(?:phạt tù|tù(?: có thời hạn)?|cải tạo không giam giữ|phạt giam)(?!\w)"
_IMPRISONMENT = beside(
    rf"{_COUNTED} ?(?:năm|tháng|ngày)(?!\w)",
    words=_PRISON,
    before=rf"{_PRISON}(?:(?!phạt tiền|\b(?:trong thời hạn|kể từ|sau)\b)[^.;:]){{0,50}}",
    after=rf" {_PRISON}",
)
_RATIO = (
    r"\b(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín) phần (?:hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)(?!\w)"
    r"|(?<![\d/.,-])\d{1,2}/\d{1,2}(?![\d/.,])"
)
_UNIT = r"(?:người|lần|bản|bộ|thành viên|mét vuông|mét|ki-lô-mét|km|m2|m|tấn|lít|ha|héc ta|tuổi|chỗ|đơn vị|phiếu)(?!\w)"
_N = rf"\d{{1,4}}{LETTERS}?(?![\w/])"
_L = rf"{LETTERS}\d?(?!\w)"
_JOIN = r"(?:,| (?:và|hoặc|đến)) ?"
_POINTS = rf"(?:các )?[Đđ]iểm {_L}(?:{_JOIN}(?:điểm )?{_L})* "
_KHOAN = rf"(?:các )?[Kk]hoản {_N}"
_CITED = rf"\b(?:{_POINTS})?(?:{_KHOAN} )?(?:[Đđ]iều) {_N}"
_WITHIN = (
    rf"\b(?:{_POINTS})?{_KHOAN}|\b[Đđ]iểm {_L}"
    r"|\b(?:[Cc]hương|[Mm]ục|[Pp]hần|[Pp]hụ lục)(?: số)? (?:[IVXLC]{1,7}\b|\d{1,3}(?!\w))"
)
_LIST = re.compile(rf"\b(?:[Đđ]iều|[Kk]hoản) {_N}")
_LISTED = re.compile(rf"{_JOIN}({_N})(?! ?(?:%|ngày|tháng|năm|giờ|đồng|triệu|tỷ|người|lần|tuổi)|\.\d)")
_MINISTRIES = (
    "Công an|Quốc phòng|Ngoại giao|Nội vụ|Tư pháp|Tài chính|Công Thương|Xây dựng|Y tế|Giáo dục và Đào tạo"
    "|Khoa học và Công nghệ|Văn hóa, ?Thể thao và Du lịch|Nông nghiệp và Môi trường|Nông nghiệp và Phát triển nông thôn"
    "|Tài nguyên và Môi trường|Giao thông vận tải|Thông tin và Truyền thông|Kế hoạch và Đầu tư"
    "|Lao động ?- ?Thương binh và Xã hội|Dân tộc và Tôn giáo"
)
_LEVEL = r"(?: (?:cấp (?:tỉnh|huyện|xã)|thành phố|tỉnh|huyện|xã|các cấp))?"
_BODY = (
    rf"(?:(?:Bộ trưởng|Thứ trưởng) )?Bộ (?:{_MINISTRIES})|Thủ tướng Chính phủ|Ủy ban thường vụ Quốc hội|Chính phủ"
    r"|Quốc hội"
    rf"|(?:Chủ tịch )?(?:Ủy|Uỷ) ban nhân dân{_LEVEL}|Hội đồng nhân dân{_LEVEL}|Chủ tịch nước"
    r"|(?:Chánh án )?(?:Tòa|Toà) án nhân dân(?: tối cao| cấp (?:cao|tỉnh|huyện))?|Viện kiểm sát nhân dân(?: tối cao)?"
    r"|Kiểm toán nhà nước|Thanh tra Chính phủ|Ngân hàng Nhà nước Việt Nam"
)
_WORD = re.compile(rf"(?i:{_WORDS})(?!\w)")
_GROUPED = re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))")
_FRACTION = re.compile(r"(?<=\d),(?=\d)")
_BRACKETED = re.compile(rf"(?<=\d) ?\((?i:{_WORDS})\) ?|(?<=[^\W\d]) ?\(\d{{1,3}}\) ?")


def _listed(key: str) -> Iterable[Span]:
    """Yield the places of the numbers in lists of citations, the first one with the word before it."""
    for head in _LIST.finditer(key):
        at, first = head.end(), True
        while (match := _LISTED.match(key, at)) is not None:
            if first:
                yield head.span()
                first = False
            yield match.span(1)
            at = match.end(1)


def _plain(key: str) -> str:
    """Return a piece of a key with its numbers in plain figures: ba tháng and 03 tháng are 3 tháng, 01/07 is 1/7."""
    bare = _BRACKETED.sub(" ", key).rstrip()
    word = _WORD.match(bare)
    value = cardinal(word[0]) if word else None
    if word is not None and value is not None:
        return f"{value}{bare[word.end() :]}"
    return re.sub(r"(?<![\d.])0+(?=\d)", "", _FRACTION.sub(".", _GROUPED.sub("", bare)))


_FORMS = (
    (AtomKind.NUMBER, NUMBER),
    (
        AtomKind.DATE,
        r"(?:(?i:ngày) )?(?<!\d)\d{1,2} tháng \d{1,2}(?: năm \d{4})?|(?<![\d/])\d{1,2}/\d{1,2}/\d{4}(?![\d/])",
    ),
    (AtomKind.AMOUNT, rf"{_COUNTED}{_SCALE} ?{_CURRENCY}"),
    (AtomKind.PERCENTAGE, rf"{_COUNTED} ?(?:%|‰|phần (?:trăm|nghìn)(?!\w))"),
    (AtomKind.CITED, _CITED),
    (AtomKind.CITED, _WITHIN),
    (AtomKind.RATIO, rf"{_RATIO}|(?<!\w)(?:quá nửa|đa số)(?!\w)"),
    (AtomKind.IMPRISONMENT, ""),
    (AtomKind.DEADLINE, rf"{_COUNTED} ?{_PERIOD}"),
    (AtomKind.COUNT, rf"{_COUNTED} ?{_UNIT}"),
    (AtomKind.BODY, _BODY),
)

VALUES = Values(
    forms=(
        Form(Rank.SPELLED, AtomKind.CITED, _listed),
        *(Form(Rank.SPELLED, kind, matches(form) if form else _IMPRISONMENT) for kind, form in _FORMS),
    ),
    present=re.compile("[A-Za-zĐđ%]"),
    plain=_plain,
    joints=(" đến ", " đến dưới ", " đến không quá "),
    bounds=(" trở lên", " trở xuống"),
    multiples=("lần",),
    cites=("iều", "hoản", "iểm", "hương", "ục", "hần", "hụ lục"),
)
"""How Vietnamese writes values."""
