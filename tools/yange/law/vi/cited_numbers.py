"""Clause numbers that Vietnamese texts cite, in match keys: Điều 12a, các điều 5, 6 và 8 đến 10."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yange.law.aspects.citations import Owner
from yange.law.aspects.cited_numbers import CitedNumber, CitedPlace
from yange.law.vi.numbers import KINDS, read_branch
from yange.law.vi.spelling import LETTERS, letter_written

__all__ = ["CITED_NUMBERS", "VietnameseCitedNumbers"]

_HEAD = re.compile(r"\b(?:[Đđ]iều|ĐIỀU) ?(?=\d)")
_LISTED = re.compile(
    rf"(?P<number>\d{{1,4}}{LETTERS}?(?!\w))(?!\d|%|\.\d)"
    r"(?P<joint>(?:,| (?:và|hoặc|đến)) ?(?:(?:[Đđ]iều) )?(?=\d)|,(?=\d))?"
)
_NO_AMOUNT = re.compile(r" (?:ngày|tháng|năm|giờ|đồng|triệu|tỷ|người|lần|tuổi)\b")
_OTHERS = re.compile(rf",? ?(?:(?:của|tại|trong) )?{KINDS}(?! này\b)")


class VietnameseCitedNumbers:
    """The cited numbers of Vietnamese texts; see :class:`yange.law.aspects.cited_numbers.CitedNumbers`.

    Only articles are read, and the articles of another instrument are left out.
    """

    def cited(self, key: str) -> Iterator[CitedNumber]:
        """Yield the cited articles of the text itself; a list of articles gives each of them."""
        end = 0
        for head in _HEAD.finditer(key):
            if head.start() < end:
                continue
            found, end = _listed(key, head.end())
            if found and not _OTHERS.match(key, end):
                yield from found

    def owner(self, key: str, start: int) -> Owner:
        """Return nothing certain: the owner follows the number, and :meth:`cited` reads it."""
        return Owner.UNSAID

    def is_range(self, between: str) -> bool:
        """Return whether *đến* or a dash is between two numbers."""
        return re.fullmatch(r"(?:đến(?: [Đđ]iều)?|-)", between.strip()) is not None

    def written(self, printed: str, value: tuple[int, ...]) -> str:
        """Return 12đ for ``(12, 5)``."""
        return f"{value[0]}{''.join(letter_written(part) for part in value[1:])}"

    def place(self, printed: str) -> CitedPlace | None:
        """Return nothing: the parts of citations are not taken apart."""
        return None

    def cites_items(self, key: str) -> bool:
        """Return false: no cited item is followed."""
        return False

    def lists_items(self, key: str) -> bool:
        """Return false: no cited item is followed."""
        return False

    def item_number(self, label: str) -> int | None:
        """Return nothing: no cited item is followed."""
        return None


def _listed(key: str, at: int) -> tuple[list[CitedNumber], int]:
    found: list[CitedNumber] = []
    while (match := _LISTED.match(key, at)) is not None and not (found and _NO_AMOUNT.match(key, match.end("number"))):
        printed = match["number"]
        digits = re.match(r"\d+", printed)
        value = (int(digits[0]), *read_branch(printed[digits.end() :])) if digits else ()
        found.append(CitedNumber(match.start(), match.end("number"), value, f"Điều {printed}"))
        at = match.end()
        if not match["joint"]:
            break
    return found, at


CITED_NUMBERS = VietnameseCitedNumbers()
