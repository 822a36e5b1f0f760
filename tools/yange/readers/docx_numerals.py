"""Print a number in the formats of Word's lists (ECMA-376, 17.18.59, with the notes of MS-OI29500 on what Word does).

Chinese and Japanese numerals are written by the packs of :mod:`yange.law`. The rest are sequences of characters, for
which no library was found: the counters of CSS that browsers have are in no package of Python, and Babel writes
numerals only in the patterns of a locale.
"""

from __future__ import annotations

from collections.abc import Callable

from yange.law.ja.numerals import japanese_numeral
from yange.law.zh_hans.numerals import chinese_numeral

__all__ = ["HIGHEST", "is_known_format", "numeral"]

HIGHEST = 32_767
"""The highest number that Word counts to in a list."""

_MOST_LETTERS = 780
"""Word repeats a letter 30 times at most."""
_SPELLED = 9_999
"""The highest number that is spelled with 十, 百 and 千."""

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_GANADA, _CHOSUNG = "가나다라마바사아자차카타파하", "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
_AIUEO = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
_HALF_AIUEO = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
_RING, _ZERO = "○一二三四五六七八九", "〇一二三四五六七八九"
_FORMAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_FORMAL_TRADITIONAL = str.maketrans("一二三四五六七八九十百千", "壹貳參肆伍陸柒捌玖拾佰仟")
_SINO_KOREAN = str.maketrans("一二三四五六七八九十百千", "일이삼사오육칠팔구십백천")


def _roman(value: int) -> str:
    out = ""
    for size, letters in _ROMAN:
        count, value = divmod(value, size)
        out += letters * count
    return out


def _letter(value: int) -> str:
    """Return A to Z, then AA, BB: the letter repeated."""
    value = (value - 1) % _MOST_LETTERS + 1
    return chr(ord("A") + (value - 1) % 26) * ((value - 1) // 26 + 1)


def _digits(characters: str) -> Callable[[int], str]:
    return lambda value: "".join(characters[int(digit)] for digit in str(value))


def _from(characters: str) -> Callable[[int], str]:
    """Return the format that begins again with the first character after the last, as Word does."""
    return lambda value: characters[(value - 1) % len(characters)]


def _up_to(characters: str) -> Callable[[int], str]:
    """Return the format that goes on in figures where there are no more characters."""
    return lambda value: characters[value - 1] if value <= len(characters) else str(value)


def _run(first: str, length: int) -> Callable[[int], str]:
    return _up_to("".join(chr(ord(first) + nth) for nth in range(length)))


def _spelled(value: int) -> str:
    return chinese_numeral(value) if value <= _SPELLED else str(value)


def _counted(digits: str) -> Callable[[int], str]:
    """Return 一, 十, 九十九, and from 100 on a figure for each digit: 一○○."""
    return lambda value: chinese_numeral(value) if value < 100 else _digits(digits)(value)


def _japanese(value: int) -> str:
    return japanese_numeral(value) if value <= _SPELLED else str(value)


def _formal(table: dict[int, int]) -> Callable[[int], str]:
    return lambda value: _with_first_unit(_spelled(value)).translate(table)


def _with_first_unit(numeral: str) -> str:
    return "一" + numeral if numeral.startswith("十") else numeral


def _ordinal(value: int) -> str:
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def _cycle(value: int) -> str:
    return _STEMS[(value - 1) % 10] + _BRANCHES[(value - 1) % 12]


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalFullWidth": _digits("０１２３４５６７８９"),
    "decimalFullWidth2": _digits("０１２３４５６７８９"),
    "decimalZero": lambda value: f"{value:02}",
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperLetter": _letter,
    "lowerLetter": lambda value: _letter(value).lower(),
    "ordinal": _ordinal,
    "hex": lambda value: f"{value:X}",
    "numberInDash": lambda value: f"- {value} -",
    "decimalEnclosedCircle": _run("①", 20),
    "decimalEnclosedCircleChinese": _run("①", 20),
    "decimalEnclosedFullstop": _run("⒈", 20),
    "decimalEnclosedParen": _run("⑴", 20),
    "ideographEnclosedCircle": _run("㈠", 10),  # Word prints brackets where the standard has circles
    "ideographTraditional": _up_to(_STEMS),
    "ideographZodiac": _up_to(_BRANCHES),
    "ideographZodiacTraditional": _cycle,
    "chineseCounting": _counted(_RING),
    "taiwaneseCounting": _counted(_RING),
    "chineseCountingThousand": _spelled,
    "taiwaneseCountingThousand": _spelled,
    "chineseLegalSimplified": _formal(_FORMAL),
    "ideographLegalTraditional": _formal(_FORMAL_TRADITIONAL),
    "ideographDigital": _digits(_ZERO),
    "japaneseDigitalTenThousand": _digits(_ZERO),
    "taiwaneseDigital": _digits(_RING),
    "japaneseCounting": _japanese,
    "koreanDigital": _digits("영일이삼사오육칠팔구"),
    "koreanDigital2": _digits("零一二三四五六七八九"),
    "koreanCounting": lambda value: _japanese(value).translate(_SINO_KOREAN),
    "ganada": _from(_GANADA),
    "chosung": _from(_CHOSUNG),
    "aiueo": _from(_HALF_AIUEO),
    "aiueoFullWidth": _from(_AIUEO),
    "irohaFullWidth": _from(_IROHA),
}


def is_known_format(name: str) -> bool:
    """Return whether numbers of a format can be printed; others would depend on the language (``First``)."""
    return name in _FORMATS or name in ("none", "bullet")


def numeral(value: int, name: str) -> str:
    """Return a number of a list in one of Word's formats.

    Figures are what Word falls back to for a format that it does not know, and for zero, which only figures have.
    """
    if name in ("none", "bullet"):
        return ""
    written = _FORMATS.get(name, str)
    return written(value) if value > 0 else str(value) if name != "decimalZero" else f"{value:02}"
