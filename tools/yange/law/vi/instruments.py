"""Instruments as Vietnamese texts name them: Luật Nhà ở số 65/2014/QH13, Nghị định số 34/2016/NĐ-CP.

The form of numbers is that of the decrees on form (Nghị định 34/2016/NĐ-CP, art. 57; Nghị định 30/2020/NĐ-CP): number,
year, and an abbreviation of kind and issuer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yange.law.aspects.instruments import NamedInstrument
from yange.law.vi.spelling import composed, placed

__all__ = ["INSTRUMENTS", "KIND", "NUMBER", "VietnameseInstruments"]

NUMBER = (
    r"(?<![\w/])[0-9]{1,5}(?:/[0-9]{4})?/(?:[A-ZĐ]{2,10}[0-9]{0,2}(?:-[A-ZĐ][A-Za-zĐ]{1,11}){0,4})(?![\w/-])"
    r"|(?<![\w/])[0-9]{1,3}-(?:L|LCT|CP|TTg|HĐBT)(?:/[A-ZĐ]{2,8})?(?![\w/-])"
)
"""A regular expression without groups for the number of an instrument, in NFC."""
KIND = (
    "(?:Hiến pháp|Bộ luật|Luật|Pháp lệnh|Lệnh|Nghị quyết|Nghị định|Quyết định|Chỉ thị|Thông tư liên tịch|Thông tư"
    "|Quy chế|Điều lệ|Công văn)"
)
"""The kinds of instruments that have numbers, in NFC."""
_NAMED = re.compile(rf"\b(?P<title>{KIND}(?: [^.;:\n]{{1,160}}?)??)(?:,? số:? )(?P<number>{NUMBER})")
_NUMBER = re.compile(NUMBER)


@dataclass(frozen=True)
class VietnameseInstruments:
    """The names and numbers of instruments; see :class:`yange.law.aspects.instruments.InstrumentForms`."""

    number: str = f"(?:{NUMBER})"
    order: str = r"(?:Lệnh số [0-9]{1,3}/[0-9]{4}/L-CTN)"
    replies: frozenset[str] = frozenset({"công văn"})

    def normal(self, number: str) -> str:
        """Return a number without *số* before it, in NFC."""
        match = _NUMBER.search(composed(number))
        return match[0] if match else number

    def find_number(self, text: str) -> str | None:
        """Return the first number in a text."""
        match = _NUMBER.search(composed(text))
        return match[0] if match else None

    def quoted(self, text: str) -> Iterator[NamedInstrument]:
        """Yield nothing: Vietnamese sets no marks about titles."""
        return iter(())

    def named(self, text: str) -> Iterator[NamedInstrument]:
        """Yield the instruments that a text names with a number, else the number at its end."""
        plain, at = placed(text)
        found = tuple(_NAMED.finditer(plain))
        for match in found:
            yield NamedInstrument(at[match.start()], at[match.end()], _own_title(match["title"]), match["number"])
        last = None if found else next(iter(_NUMBER.finditer(plain)), None)
        if last is not None:
            yield NamedInstrument(at[last.start()], at[last.end()], None, last[0])


def _own_title(title: str) -> str | None:
    """Return a title, or ``None`` if it is nothing but a kind: *Nghị định* of Nghị định số 34/2016/NĐ-CP."""
    return None if re.fullmatch(KIND, title) else title


INSTRUMENTS = VietnameseInstruments()
