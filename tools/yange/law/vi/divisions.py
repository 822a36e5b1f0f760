"""How Vietnamese texts are laid out: head, contents, annexes, signatures, clauses that are gone.

The head and the closing lines are those of the decrees on form (Nghị định 34/2016/NĐ-CP, art. 55 to 60; Nghị định
30/2020/NĐ-CP, annex I): issuer and motto, number, place and day, kind and title, grounds (*Căn cứ*), then the articles,
recipients and signature.
"""

from __future__ import annotations

from yange.law.aspects.divisions import Annexes, ClosingLines, Contents, Divisions, FrontLines, GoneWords, Headings
from yange.law.vi.days import DAY
from yange.law.vi.spelling import UPPER, spelled

__all__ = ["DIVISIONS"]

_GONE = spelled(r"(?:(?:đã|được|bị) ){0,2}(?:bãi bỏ|hủy bỏ|huỷ bỏ|hết hiệu lực)")
_NUMBER = spelled(r"(?:(?:số|SỐ|Số)\s{1,2})?(?P<n>[0-9]{1,3}[A-Za-z]?|[IVXLC]{1,7}[a-z]?|[A-Z])(?!\w)")

DIVISIONS = Divisions(
    front=FrontLines(
        no_title=spelled(
            r"QUỐC HỘI|CHÍNH PHỦ|CHỦ TỊCH NƯỚC|THỦ TƯỚNG|BỘ [A-Z]|(?:ỦY|UỶ) BAN|HỘI ĐỒNG|CỘNG (?:HÒA|HOÀ)|Độc lập"
            r"|(?i:mục lục)|(?:Luật|Bộ luật|Nghị quyết|Pháp lệnh) số\s*:|Số\s*:|[-–—_*]{2,}"
        ),
        days=DAY,
        acts=spelled("ban hành|sửa đổi|bổ sung|thông qua|hiệu lực|hợp nhất"),
        whole_days=DAY,
        captions=spelled(r"\((?:Ban hành|ban hành|Kèm theo|kèm theo|Đã được sửa đổi)"),
    ),
    contents=Contents(names=spelled("(?i:mục lục)")),
    headings=Headings(
        bold_labels=spelled("Điều |ĐIỀU "),
        inner_divisions=spelled("(?:Phần|Chương|CHƯƠNG|Mục|MỤC) (?:thứ |[0-9IVXLC])"),
        unnumbered=spelled("(?i:lời nói đầu|phần mở đầu|điều khoản chuyển tiếp)"),
        announcements=spelled(
            r"(?i:(?:sửa đổi|bổ sung|thay thế|thay)(?!\w)[^.]{0,120}?(?:như sau|sau đây)[^.]{0,20}:$)"
        ),
        abbreviations="(?:TM|KT|TL|TUQ|TP|PGS|TS|ThS|v\\.v|St|Tr|tr)",
        page_numbers=spelled(r"(?i:trang)\s*[0-9]{1,4}(?:\s*/\s*[0-9]{1,4})?"),
    ),
    annexes=Annexes(
        headings=(
            spelled("(?:Phụ lục|PHỤ LỤC)")
            + rf"(?:\s{{1,2}}{_NUMBER})?\s*(?:$|[.:–—-](?:\s.*)?$|[(\[].*$|(?![IVXLC]{{1,7}}\b)(?={UPPER}{{2}}).*$)",
        ),
        own_numbers=spelled(
            r"(?:Phụ lục|PHỤ LỤC)\s{1,2}(?:(?:số|SỐ|Số)\s{1,2})?(?:[0-9]{1,3}[A-Za-z]?|[IVXLC]{1,7})[.:]?\s*"
        ),
    ),
    closing=ClosingLines(
        signatures=(
            spelled(
                r"(?:TM|KT|TL|TUQ|Q)\. ?[A-Z].{0,80}$|(?:CHỦ TỊCH|PHÓ CHỦ TỊCH|THỦ TƯỚNG|BỘ TRƯỞNG|THỨ TRƯỞNG|CHÁNH ÁN"
                r"|VIỆN TRƯỞNG|TỔNG GIÁM ĐỐC|TỔNG KIỂM TOÁN)(?: .{0,60})?$|Nơi nhận\s*:|XÁC THỰC VĂN BẢN HỢP NHẤT"
            )
        ),
        last_words=spelled(
            r"(?:Luật|Bộ luật|Nghị định|Nghị quyết|Pháp lệnh|Thông tư|Quyết định|Hiến pháp) này.{0,120}?"
            r"(?:có hiệu lực|thông qua|bắt đầu có hiệu lực)"
        ),
    ),
    gone=GoneWords(
        words=rf"(?i:{_GONE})",
        sentences=rf"(?i:\(?{_GONE}\)?(?:\s{{1,2}}{spelled('(?:theo|bởi|tại|kể từ|từ)')}[^;:]{{0,120}})?)",
    ),
    note_words=spelled("(?:Ghi chú|Chú thích)"),
)
"""The layout of Vietnamese texts."""
