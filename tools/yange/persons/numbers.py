"""Find numbers and addresses that identify a person: telephone, e-mail, identity card, home.

Digits may be full-width or of any script, and may have spaces, dashes, dots, emphasis marks or invisible characters
between them, as a reader still reads them as one number.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

__all__ = ["numbers", "plain_digits"]

_SEP = r"[ \-.·*_\\]{0,3}"
"""Characters between two digits of one number, after :func:`plain_digits`."""
_COUNTRY = rf"\(?\+?(?:00)?86\)?{_SEP}"
_MOBILE = rf"(?<!\d)(?:{_COUNTRY})?\(?1{_SEP}[3-9](?:{_SEP}\d){{9}}(?!\d)"
_LANDLINE = rf"(?<![\d.])(?:{_COUNTRY})?(?:\({_SEP}0\d{{2,3}}{_SEP}\)|0\d{{2,3}}){_SEP}\d(?:{_SEP}\d){{6,7}}(?!\d)"
_SERVICE = rf"(?<!\d)[48]00{_SEP}\d(?:{_SEP}\d){{6}}(?!\d)"
_ABROAD = rf"(?<![\w.])(?:\+{_SEP}[1-9]|00(?:86|85[23]|886))(?:{_SEP}\(?\d\)?){{7,13}}(?!\d)"
_AMERICAN = r"(?<!\d)(?:\([2-9]\d\d\) ?|[2-9]\d\d[-. ])\d{3}[-. ]\d{4}(?!\d)"
_SPELT = rf"[一幺]{_SEP}[三四五六七八九](?:{_SEP}[〇○零一二三四五六七八九幺]){{9}}(?![〇○零一二三四五六七八九幺])"
_TELEPHONE = re.compile("|".join((_MOBILE, _LANDLINE, _SERVICE, _ABROAD, _AMERICAN, _SPELT)))

_MAY_BE_TELEPHONE = re.compile(r"\d(?:\D{0,8}\d){7}|[一幺]")
"""What every telephone number has: eight digits near each other, or its first digit in Chinese."""

_NEAR = re.compile(
    r"电话|联系方式|联系人|手机|座机|传真|热线|致电|来电|回电|拨打|垂询|短信|"
    r"(?i:\b(?:tel|telephone|phone|mobile|cell|fax|call)\b)"
)
_LOCAL = re.compile(r"(?<![\d.〔(第-])[2-9](?:[ -]?\d){6,7}(?![\d.元号万亿年])")
_DAY = re.compile(r"20\d\d[-.年 ]?(?:0?[1-9]|1[0-2])[-.月 ]?(?:0?[1-9]|[12]\d|3[01])")
_REACH = 40
"""Characters after a word such as 电话 within which a number without an area code is a telephone number."""
_LONGEST = 16
"""Characters of a local number, with the one after it, which shows whether the number ends."""
_SENTENCE = re.compile("[。\n]")

_EMAIL = re.compile(
    r"(?<![A-Za-z0-9._+\\-])[A-Za-z0-9][A-Za-z0-9._+\\-]{0,63} ?(?:@|\(at\)|\[at\]) ?"
    r"[A-Za-z0-9-]{1,63}(?: ?(?:\.|\(dot\)) ?[A-Za-z0-9-]{1,63}){1,5}"
)
_IDENTITY = re.compile(rf"(?<![\dA-Za-z])[1-9](?:{_SEP}\d){{16}}{_SEP}[\dXx](?![\dA-Za-z])")
_BORN = re.compile(r"\d{6}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dX]")
_BEHIND = re.compile(
    r"(?:身份证|护照|证件|军官证|社保卡?|学籍|病历|银行卡|卡|账户|账号|帐号|QQ|微信|"
    r"(?i:wechat|passport|id card|id number))"
    r"件?(?:号码|号|码)?(?: ?(?:no\.?|number))? ?[:为是]? ?"
    r"(?P<is>[A-Za-z0-9*][A-Za-z0-9*_\\-]{4,24}(?: [0-9*]{2,8}){0,5})"
)
_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_PLATE = re.compile(rf"[{_PROVINCES}][A-HJ-Z] ?[·•-]? ?(?=[A-Z0-9]{{0,5}}\d)[A-Z0-9]{{5,6}}(?![A-Z0-9])")
_HOME = re.compile(
    r"(?:家庭住址|现住址|住址|家庭地址|户籍地址|户籍所在地|居住地址|居住地|(?i:home address))[ :为是]{1,3}"
    r"(?P<is>[^。，,；;|\n〔]{2,60})"
)
_UNSEEN = frozenset("\u00ad\u034f\u061c\u115f\u1160\u180e\ufeff")


def plain_digits(text: str) -> str:
    """Return ``text`` in plain ASCII forms, of the same length.

    Digits of any script, full-width letters, dashes, spaces and invisible characters are replaced one for one.
    """
    odd = {char for char in set(text) if not char.isascii()}
    return text.translate({ord(char): plain for char in odd if (plain := _plain(char)) is not None})


def _plain(char: str) -> str | None:
    if char.isdigit():
        return str(unicodedata.digit(char))
    category = unicodedata.category(char)
    if category in {"Zs", "Cf", "Mn", "Co"} or char in _UNSEEN:
        return " "
    if category == "Pd" or char in "−—―ー":
        return "-"
    narrow = unicodedata.normalize("NFKC", char)
    return narrow if len(narrow) == 1 and narrow.isascii() else None


def numbers(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield span and kind of each number, home address and e-mail address; ``text`` is from ``plain_digits``."""
    if _MAY_BE_TELEPHONE.search(text):
        yield from ((*match.span(), "telephone") for match in _TELEPHONE.finditer(text))
    yield from ((*match.span(), "telephone") for match in _local(text))
    for match in _EMAIL.finditer(text):
        yield *match.span(), "email"
    for match in _IDENTITY.finditer(text):
        if _BORN.fullmatch(re.sub(r"[^0-9Xx]", "", match[0]).upper()):
            yield *match.span(), "number"
    yield from ((*match.span("is"), "number") for match in _BEHIND.finditer(text))
    yield from ((*match.span(), "number") for match in _PLATE.finditer(text))
    yield from ((*match.span("is"), "address") for match in _HOME.finditer(text))


def _local(text: str) -> Iterator[re.Match[str]]:
    """Yield the numbers without an area code after a word such as 电话 in the same sentence."""
    for word in _NEAR.finditer(text):
        end = word.end() + len(_SENTENCE.split(text[word.end() : word.end() + _REACH], maxsplit=1)[0])
        for match in _LOCAL.finditer(text, word.end(), end + _LONGEST):
            if match.start() < end and not _DAY.fullmatch(match[0]):
                yield match
