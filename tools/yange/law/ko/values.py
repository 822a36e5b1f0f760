"""Values in Korean legal texts: dates, amounts, periods, shares, counts, document numbers, citations.

All patterns read match keys, in which words are parted by one space as printed.
"""

from __future__ import annotations

import re

from yange.law.aspects.values import DECIMAL, AtomKind, Form, Rank, Values, beside, matches
from yange.law.ko.numbers import BRANCHES

__all__ = ["VALUES", "plain"]

_SCALE = "(?:[십백천]?[만억조]|[백천])"
_N = rf"(?<![\d제]){DECIMAL}"
_SUM = rf"{_N}{_SCALE}?(?: ?\d+{_SCALE})?"
_DATE = (
    r"(?<!\d)\d{4}년(?: ?\d{1,2}월(?: ?\d{1,2}일)?)?(?!간)"
    r"|(?<=매년 )\d{1,2}월(?! ?\d)|(?<!\d)\d{4}\. ?\d{1,2}\. ?\d{1,2}\.?|(?<![년\d])\d{1,2}월 ?\d{1,2}일"
)
_NUMBER = r"(?:법률|대통령령|총리령|[가-힣]{2,10}부령|[가-힣]{2,12}(?:조례|규칙|고시|훈령)) ?제\d{1,5}(?:-\d{1,4})?호"
_SYLLABLE = "[가나다라마바사아자차카타파하]"
_CITED = (
    rf"제\d{{1,4}}조{BRANCHES}{{0,3}}(?: ?제\d{{1,2}}항)?(?: ?제\d{{1,3}}호{BRANCHES}{{0,2}})?(?: ?{_SYLLABLE}목)?"
    rf"|별표 ?\d{{1,3}}{BRANCHES}{{0,1}}|제\d{{1,2}}항(?: ?제\d{{1,3}}호{BRANCHES}{{0,2}})?"
    rf"|제\d{{1,3}}호{BRANCHES}{{0,2}}(?: ?{_SYLLABLE}목)?"
    r"|제\d{1,3}(?:편|장|절)"
)
_TIME = (
    r"(?:영업일|년간|년(?!도|월)|개월간|개월|월(?!\d)|주간"
    r"|주(?![가-힣])|일간|일(?![부반정]|까지 \d)|시간|분(?!의|기|야)|초)"
)
_PERIOD = rf"{_N}년 ?\d{{1,2}}개월|{_N} ?{_TIME}"
_PRISON = "(?:유기|무기)?(?:징역|금고|구류)"
_IMPRISONMENT = beside(
    _PERIOD,
    words=_PRISON,
    before=rf"{_PRISON} ?",
    after=rf" ?(?:이상|이하)(?: ?(?:{_PERIOD}) ?이하)?의 ?{_PRISON}",
)
_COUNTED = (
    r"(?:제곱킬로미터|제곱미터|세제곱미터|킬로미터|센티미터|밀리미터|미터|킬로그램|그램|킬로와트|톤|리터|헥타르|명|인|개소|개|건|회"
    r"|배|대|척|호(?!의)|실|세(?!대)|장|통|부(?!터)|필지|가구|세대|층)"
)
_BODY = r"[가-힣]{2,12}(?:부장관|처장|청장|위원회|시장|도지사|군수|구청장|교육감|서장|공단|법원|은행)(?![가-힣]{2,})"
_SCALES = {"십": 10, "백": 100, "천": 1000, "만": 10**4, "억": 10**8, "조": 10**12}
_SCALED = re.compile(
    r"(?P<n>\d+(?:,\d{3})*(?:\.\d+)?)(?P<scale>[십백천]?[만억조]|[백천])(?: ?(?P<m>\d+)(?P<more>[십백천]?[만]|[백천]))?"
)
_SHARE = re.compile(r"(?P<of>100|1000|1,000|1만|10,000|백|천|만)분의 ?(?P<n>\d+(?:\.\d+)?)")
_FRACTION = re.compile(r"(?P<of>\d{1,4})분의 ?(?P<n>\d{1,4})")
_SIGNS = {"100": "%", "1000": "‰", "1,000": "‰", "1만": "‱", "10,000": "‱", "백": "%", "천": "‰", "만": "‱"}


def plain(key: str) -> str:
    """Return a piece of a match key with its numbers in figures: 1천만원 → 10000000원, 100분의 10 → 10%."""
    key = _SHARE.sub(lambda match: f"{match['n']}{_SIGNS[match['of']]}", key)
    key = _FRACTION.sub(lambda match: f"{match['n']}/{match['of']}", key)
    return _SCALED.sub(_scaled, key.replace("퍼센트", "%"))


def _scaled(match: re.Match[str]) -> str:
    total = _times(match["n"], match["scale"]) + (_times(match["m"], match["more"]) if match["m"] else 0)
    return str(int(total)) if total == int(total) else str(total)


def _times(number: str, scale: str) -> float:
    whole, _, part = number.replace(",", "").partition(".")
    size = 1
    for sign in scale:
        size *= _SCALES[sign]
    return int(whole) * size + (int(part) * size / 10 ** len(part) if part else 0)


VALUES = Values(
    forms=(
        Form(Rank.DAY, AtomKind.NUMBER, matches(_NUMBER)),
        Form(Rank.DAY, AtomKind.DATE, matches(_DATE)),
        Form(Rank.BODY, AtomKind.BODY, matches(_BODY)),
        Form(Rank.FIGURE, AtomKind.CITED, matches(_CITED)),
        Form(
            Rank.FIGURE,
            AtomKind.PERCENTAGE,
            matches(rf"{_N}(?:%|퍼센트|할)|(?<!\d)(?:100|1000|1,000|1만|10,000|[백천만])분의 ?{DECIMAL}"),
        ),
        Form(Rank.FIGURE, AtomKind.RATIO, matches(rf"{_N}분의 ?\d+|과반수")),
        Form(Rank.FIGURE, AtomKind.AMOUNT, matches(rf"{_SUM} ?(?:원|달러|유로)")),
        Form(Rank.FIGURE, AtomKind.IMPRISONMENT, _IMPRISONMENT),
        Form(Rank.FIGURE, AtomKind.DEADLINE, matches(_PERIOD)),
        Form(Rank.FIGURE, AtomKind.COUNT, matches(rf"{_SUM} ?{_COUNTED}")),
        Form(Rank.FIGURE, AtomKind.FIGURE, matches(_SUM)),
    ),
    present=re.compile(r"[가-힣\d]"),
    plain=plain,
    joints=(" ?이상 ?", " ?부터 ?", "에서 ?"),
    bounds=(" ?(?:이상|이하|이내|미만)", "[을를] 초과"),
    multiples=("배",),
    fines=(" ?이하의 (?:벌금|과태료|과료)",),
    units=("단위",),
    cites=("조", "항", "별표"),
)
"""How Korean writes values."""
