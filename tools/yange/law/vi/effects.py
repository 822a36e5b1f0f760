"""What a Vietnamese text says of its own first and last day, and what it repeals.

The forms are those of the decrees on form (Nghị định 34/2016/NĐ-CP, annex; Nghị định 78/2025/NĐ-CP) for the article
on effect (*Hiệu lực thi hành*), and of the Law on Promulgation of Legal Documents (Luật số 64/2025/QH15). Words that
except provisions (*trừ …*) or leave the day to others are not read, and reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from yange.dates import previous_day
from yange.law.aspects.effects import Commencement, EffectStatement, Expiry, LeftWords, ReadStatements
from yange.law.spoken import spoken
from yange.law.vi.days import DAYS
from yange.law.vi.instruments import INSTRUMENTS, KIND, NUMBER
from yange.law.vi.numerals import cardinal
from yange.law.vi.spelling import placed, spelled
from yange.model import Basis, EventKind

__all__ = ["EFFECTS", "VietnameseEffects"]

_DAY = r"(?:ngày )?(?:[0-9]{1,2} tháng [0-9]{1,2} năm [0-9]{4}|[0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{4})(?![0-9])"
_OWN = (
    r"(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Thông tư liên tịch|Thông tư|Quy chế|Quy định|Chỉ thị"
    r"|Hiến pháp|Lệnh|Quy chuẩn|Điều lệ) này"
)
_N = "[0-9]{1,4}[a-zđ]?"
_LISTED = rf"{_N}(?:(?:, | và |, và |; | đến ){_N})*"
_POINTS = r"(?:[Cc]ác )?[Đđ]iểm [a-zđ][0-9]?(?:(?:, | và )(?:điểm )?[a-zđ][0-9]?)*"
_PLACE = (
    rf"(?:(?:(?:{_POINTS}(?:,| và)? )?(?:[Cc]ác )?[Kk]hoản {_LISTED} )?(?:[Cc]ác )?[Đđ]iều {_LISTED}"
    rf"|[Cc]hương [IVXLC0-9]+|[Mm]ục [0-9]+ [Cc]hương [IVXLC0-9]+)"
)
_PARTS = (
    rf"(?:(?:Các )?[Qq]uy định tại )?(?P<parts>(?:{_PLACE})(?:(?:, | và |; )(?:{_PLACE}))*)(?: (?:của |)(?:{_OWN}))?"
)
_IN_FORCE = r"(?:bắt đầu )?có hiệu lực(?: thi hành| pháp luật)?"
_WHAT = (
    r"(?P<what>ký ban hành|ký|ban hành|được thông qua|thông qua|công bố|đăng Công báo|đăng công báo|được đăng Công báo)"
)
_START = re.compile(
    rf"(?:(?P<own>{_OWN})|{_PARTS}) {_IN_FORCE}(?:,? (?:kể )?từ (?:(?P<day>{_DAY})|ngày {_WHAT})"
    rf"|,? sau (?P<n>[0-9]{{1,3}}|[a-zạảãáàăâêôơưđ ]{{2,12}}) ?(?:\([^()]{{2,20}}\) )?(?P<unit>ngày|tháng),? "
    rf"(?:kể )?từ ngày {_WHAT.replace('what', 'since')})"
)
_UNTIL = re.compile(rf",? (?:cho )?(?:đến hết|tới hết|đến) (?P<day>{_DAY})")
_END = re.compile(
    rf"(?P<own>{_OWN}) (?:hết hiệu lực(?: thi hành)? (?:kể )?(?P<how>từ|sau) (?P<day>{_DAY})"
    rf"|(?:có hiệu lực(?: thi hành)?|được áp dụng|được thực hiện|thực hiện|áp dụng) (?:đến hết|đến) (?P<last>{_DAY})"
    rf"|có hiệu lực(?: thi hành)? trong (?:thời hạn |)(?P<n>[0-9]{{1,2}}) (?P<unit>năm|tháng))"
)
_AMENDED_BY = re.compile(
    rf",? (?:đã )?được sửa đổi(?:, bổ sung)?(?: một số điều)? (?:theo|bởi|tại) (?:{KIND}[^.;,]{{0,80}}? ?)?(?:số )?"
    rf"(?:{NUMBER})(?:(?:, | và |, và )(?:{KIND}(?: [^.;,]{{0,80}}?)? )?(?:số )?(?:{NUMBER}))*+"
)
_BARE_DAY = _DAY.removeprefix("(?:ngày )?")
_DESCRIBED = (
    rf"(?: ngày {_BARE_DAY})?(?: của [^.;,]{{2,90}})?"
    r"(?:,? (?:quy định|về|hướng dẫn|ban hành|sửa đổi)[^.;]{2,260})?\s*"
)
_BETWEEN = re.compile(rf"{_DESCRIBED}(?:,|;| và|, và)\s+")
_BEHIND = re.compile(_DESCRIBED)
_GONE = re.compile(
    r" (?:hết hiệu lực(?: thi hành)?|bị bãi bỏ|được bãi bỏ)"
    rf"(?: (?:kể )?từ (?:ngày|thời điểm) (?:{_OWN} {_IN_FORCE}|(?P<day>{_BARE_DAY})))?\s*[.;]?\s*$"
)
_REPEALS = re.compile(
    rf"(?:{_OWN} )?(?:[Bb]ãi bỏ|[Hh]ủy bỏ|[Hh]uỷ bỏ|[Tt]hay thế)\s+"
    rf"(?:(?P<extent>{_PLACE}(?:(?:, | và ){_PLACE})*) (?:của )?)?(?={KIND})"
)
_REPLACES = re.compile(rf"(?:,| và) thay thế\s+(?={KIND})")
_UNSURE = re.compile(
    r"(?<!\w)(?:trừ|nếu|trường hợp|riêng|khi|chậm nhất|sớm nhất|ngoại trừ|một phần|toàn bộ các quy định)(?!\w)"
)
_SENTENCE = re.compile(r"(?:[^.;\n]|[.;](?![\s\n]|$)|(?<=\b[0-9])\.(?= )|(?<=\b[0-9]{2})\.(?= ))+[.;]?")
_LEAD = re.compile(
    r"\s*(?:#+ *)?(?:(?:Điều|ĐIỀU) [0-9]{1,4}[a-zđ]?[.:]?(?: [^\n]{0,160})?\n\s*)?"
    r"(?:(?:Điều|ĐIỀU) [0-9]{1,4}[a-zđ]?[.:] ?)?(?:[0-9]{1,3}[a-zđ]?\.\s*|[a-zđ][0-9]?\)\s*|[-–]\s*)*"
)
_MAY_SPEAK = re.compile("(?i)hiệu lực|ngưng|bãi bỏ|hủy bỏ|huỷ bỏ|thay thế|đến hết|gia hạn|kéo dài|đình chỉ|áp dụng")
_NOT_SINCE = "".join(f"(?<!{word} )" for word in ("ngày", "khi", "điểm", "trước", "sau", "của", "theo", "tại"))
_LEFT = (
    (
        "effective",
        re.compile(
            rf"{_NOT_SINCE}(?:{_OWN}[^.;\n]{{0,60}}?(?<!ngày ){_IN_FORCE}|"
            rf"{_PLACE}[^.;\n]{{0,60}}?{_IN_FORCE},? (?:(?:kể )?từ|sau))"
            rf"|(?:{_OWN})[^.;\n]{{0,40}}?(?:được )?áp dụng (?:kể )?từ"
            rf"|(?:quy định|quyết định|ấn định) (?:ngày|thời điểm) (?:bắt đầu )?{_IN_FORCE}"
        ),
    ),
    (
        "expires",
        re.compile(
            rf"{_NOT_SINCE}{_OWN} (?:hết hiệu lực|[^.;\n]{{0,120}}?(?:đến hết|trong thời hạn [0-9]+ (?:năm|tháng)))"
        ),
    ),
    (
        "repeals",
        re.compile(
            rf"{KIND}(?! này)[^.;\n]{{0,300}}?(?:hết hiệu lực|bị bãi bỏ|được bãi bỏ)"
            rf"|(?:[Bb]ãi bỏ|[Hh]ủy bỏ|[Tt]hay thế)(?: {_PLACE}(?:(?:, | và ){_PLACE})*(?: của)?)? {KIND}(?! này)"
        ),
    ),
    (
        "suspends",
        re.compile(rf"(?:[Nn]gưng|[Tt]ạm ngưng|[Đđ]ình chỉ)[^.;\n]{{0,60}}(?:hiệu lực|thi hành)[^.;\n]{{0,40}}{KIND}"),
    ),
    (
        "extends",
        re.compile(rf"(?:[Kk]éo dài|[Gg]ia hạn)[^.;\n]{{0,80}}(?:hiệu lực|thời hạn áp dụng)[^.;\n]{{0,80}}{KIND}"),
    ),
)
_IS_OWN = re.compile(rf"(?<!ngày ){_OWN}")


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    for start, end in spoken(text, _MAY_SPEAK, _SENTENCE):
        lead = _LEAD.match(text, start, end)
        yield (lead.end() if lead else start), end


def _labels(parts: str) -> tuple[str, ...]:
    return tuple(match[0] for match in re.finditer(_PLACE, parts))


@dataclass(frozen=True)
class VietnameseEffects:
    """Statements of effect in Vietnamese; see :class:`yange.law.aspects.effects.EffectForms`."""

    article: re.Pattern[str] = re.compile(spelled(r"\s*(?:Điều|ĐIỀU) [0-9]"))
    unit: re.Pattern[str] = re.compile(spelled(r"\s*(?:(?:Điều|ĐIỀU) [0-9]|[0-9]{1,3}[a-z]?\.\s)"))
    last_heading: re.Pattern[str] = re.compile(
        spelled(
            r"\s*(?:#+ *)?(?:Chương [IVXLC0-9]+\.? ?)?(?i:(?:tổ chức thực hiện|điều khoản thi hành|hiệu lực thi hành))"
        )
    )
    names_a_moment: re.Pattern[str] = re.compile(spelled("kể từ khi|từ khi|khi"))
    listed_elsewhere: re.Pattern[str] = re.compile(spelled("sau đây|Phụ lục|danh mục"))

    def commencements(self, text: str) -> Iterator[Commencement]:
        """Yield what a text says of its own first day; conditions and exceptions are left unread."""
        plain, at = placed(text)
        for start, end in _sentences(plain):
            match = _START.match(plain, start, end)
            if match is None or _UNSURE.search(plain, start, end):
                continue
            rest = plain[match.end() : end].strip(" .;\n")
            if rest and not (
                _UNTIL.match(plain, match.end(), end) or re.match(r"(?:,| và) thay thế ", plain[match.end() : end])
            ):
                continue
            parts = _labels(match["parts"]) if match["parts"] else ()
            first, last = at[match.start()], at[match.end()]
            found = _first_day(match)
            if found is not None:
                basis, day, days, months = found
                yield Commencement(first, last, text[first:last], basis, day, days, parts, months)

    def expiries(self, text: str) -> Iterator[Expiry]:
        """Yield what a text says of its own last day."""
        plain, at = placed(text)
        for start, end in _sentences(plain):
            if _UNSURE.search(plain, start, end):
                continue
            yield from _last_days(text, plain, at, start, end)

    def acts(self, text: str, kind: EventKind) -> Iterator[EffectStatement]:
        """Yield the instruments that a text repeals or replaces; other acts are left to :meth:`left`."""
        if kind is not EventKind.REPEAL:
            return
        plain, at = placed(text)
        for start, end in _sentences(plain):
            if _UNSURE.search(plain, start, end):
                continue
            items, day, extent = _repealed(plain, start, end)
            named = _named(plain, *items) if items else ()
            for span, title, number in named if not extent or len(named) == 1 else ():
                first, last = at[start if extent else span[0]], at[end]
                yield EffectStatement(first, last, text[first:last], kind, title, number, extent, day)

    def left(self, paragraph: str, read: ReadStatements) -> Iterator[LeftWords]:
        """Yield the sentences with words of beginning, end or repeal that nobody has read."""
        plain, at = placed(paragraph)
        for start, end in _sentences(plain):
            for field, pattern in _LEFT:
                match = pattern.search(plain, start, end)
                if match is None or _is_read(at[match.start()], at[match.end()], field, read):
                    continue
                own = field in ("effective", "expires") and _IS_OWN.search(plain, start, end) is not None
                named = field not in ("effective", "expires") and re.search(NUMBER, plain[start:end]) is not None
                yield LeftWords(at[start], at[end], field, own, named)


def _is_read(start: int, end: int, field: str, read: ReadStatements) -> bool:
    spans: Sequence[Commencement | Expiry | EffectStatement] = ()
    if field in ("effective", "expires"):
        spans = (*read.starts, *read.ends) if field == "effective" else read.ends
    elif field == "repeals":
        spans = read.acts
    return any(one.start < end and start < one.end for one in spans)


def _first_day(match: re.Match[str]) -> tuple[Basis, date | None, int, int] | None:
    if match["day"]:
        day = DAYS.read(match["day"])
        return (Basis.STATED, day, 0, 0) if day else None
    what = match["what"] or match["since"]
    basis = Basis.PUBLISHED if "báo" in what or "công bố" in what else Basis.SIGNED
    if match["what"]:
        return basis, None, 0, 0
    printed = match["n"].strip()
    count = int(printed) if printed.isdigit() else cardinal(printed)
    if not count:
        return None
    return basis, None, count if match["unit"] == "ngày" else 0, count if match["unit"] == "tháng" else 0


def _last_days(text: str, plain: str, at: Sequence[int], start: int, end: int) -> Iterator[Expiry]:
    match = _END.match(plain, start, end)
    begun = None if match else _START.match(plain, start, end)
    until = _UNTIL.match(plain, begun.end(), end) if begun and begun["own"] else None
    found = match or until
    if found is None or plain[found.end() : end].strip(" .;\n"):
        return
    first, last = at[found.start()], at[found.end()]
    phrase = text[first:last]
    if match is not None and match["n"]:
        years, months = (int(match["n"]), None) if match["unit"] == "năm" else (None, int(match["n"]))
        yield Expiry(first, last, phrase, years, None, months)
        return
    printed = found["day"] if until is found else found["last"] or found["day"]
    day = DAYS.read(printed)
    if day is not None:
        before = match is not None and bool(match["day"]) and match["how"] == "từ"
        yield Expiry(first, last, phrase, None, previous_day(day) if before else day)


def _repealed(plain: str, start: int, end: int) -> tuple[tuple[int, int] | None, date | None, tuple[str, ...]]:
    """Return the span of the instruments that a sentence repeals or replaces, the day it gives, and their clauses."""
    gone = _GONE.search(plain, start, end)
    if gone is not None and re.match(KIND, plain[start:end]):
        return (start, gone.start()), DAYS.read(gone["day"]) if gone["day"] else None, ()
    verb = _REPEALS.match(plain, start, end) or _REPLACES.search(plain, start, end)
    extent = verb["extent"] if verb and verb.re is _REPEALS else None
    return ((verb.end(), end) if verb and not gone else None), None, _labels(extent) if extent else ()


def _named(plain: str, start: int, end: int) -> Sequence[tuple[tuple[int, int], str | None, str | None]]:
    """Return the instruments of a list, without those that only amended one of them; none if a word is not read."""
    items = plain[start:end].rstrip(" .;\n")
    bare = _AMENDED_BY.sub(lambda match: " " * len(match[0]), items)
    amended = items.find("được sửa đổi")
    found = list(INSTRUMENTS.named(bare))
    if not found or found[0].start or not _BEHIND.fullmatch(bare, found[-1].end):
        return ()
    if any(not _BETWEEN.fullmatch(bare, one.end, other.start) for one, other in pairwise(found)):
        return ()
    if amended >= 0 and any(one.title is None and one.start > amended for one in found):
        return ()  # whether it was repealed, or only amended the one before it, the words do not show
    return [((start + one.start, start + one.end), one.title, one.number) for one in found]


EFFECTS = VietnameseEffects()
