"""Read clause numbers that English texts cite, in match keys: Article 12A, sections 5, 6(1) and 8 to 10, §12a, s. 5."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yange.law.aspects.citations import Owner
from yange.law.aspects.cited_numbers import CitedNumber, CitedPlace

__all__ = ["CITED_NUMBERS", "EnglishCitedNumbers"]

_CITED = re.compile(
    r"(?:\b(?:[Aa]rticle|section|(?<![\w,;] )Section|[Rr]ule|[Rr]egulation)|\b(?:[Aa]rt|[Ss]ec|s)\.|§) ?"
    r"(?P<one>\d{1,4}[A-Z]{0,2})(?![\dA-Za-z]|\.\d)"
    r"|(?:\b(?P<several>[Aa]rticles|sections|(?<![\w,;] )Sections|[Rr]ules|[Rr]egulations)|\b(?:[Aa]rts|[Ss]ecs"
    r"|ss)\.|§§) ?(?=\d)"
)
"""Section 5 with a capital within a sentence is a division of a text with articles; acts are numbered by section 5."""
_MORE = re.compile(
    r"(?: ?\([^()]{1,8}\))+ ?(?:or|and) (?=\d{1,3}[A-Z]{0,2}"
    r"(?:\(|[,;.)]|$| (?!(?:days?|weeks?|months?|years?|hours?|per|euros?|members?|persons?|working|calendar)\b)))"
)
"""The words before a further number after a single one: section 2(1)(a) or 3."""
_NAMES = {"s": "section", "ss": "section", "sec": "section", "secs": "section", "art": "Article", "arts": "Article"}
"""What an article is called in full, by the abbreviation before its number."""
_LISTED = re.compile(
    r"(?P<number>\d{1,4}[A-Z]{0,2})(?![\dA-Za-z%]|\.\d)(?:\([^()]{1,8}\))*"
    r"(?P<joint>,? ?(?:and|or|to|through) (?=\d)|, ?(?=\d)|-(?=\d)|, ?(?:and |or )?§ ?(?=\d)| ?(?:and|or"
    r"|to) § ?(?=\d))?"
)
_OF_ANOTHER = re.compile(
    r"(?:\([^()]{1,8}\))* of (?:the (?!present )[A-Za-z ]{0,12}?[A-Z]|that |those |Regulation|Directive|[A-Z]"
    r"|title \d)"
    r"|(?:\([^()]{1,8}\))* of (?:this )?(?:Chapter|Title|Part|Annex|Schedule)\b"
)
"""The name of another instrument after a citation, or of the division whose section is cited."""
_RANGE = re.compile("to|-")
_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class EnglishCitedNumbers:
    """The cited numbers of English texts; see :class:`yange.law.aspects.cited_numbers.CitedNumbers`.

    Only articles, sections, rules and regulations are read, without those of other instruments.
    """

    def cited(self, key: str) -> Iterator[CitedNumber]:
        """Yield the cited articles of the text itself, also each article of a list."""
        end = 0
        for match in _CITED.finditer(key):
            if match.start() < end:
                continue  # §§ 5 and § 6: the list before it has it
            name = _name(match[0])
            found: tuple[CitedNumber, ...]
            if match["one"]:
                found, end = (_number(match.start("one"), match["one"], name),), match.end()
                if more := _MORE.match(key, end):
                    found = (*found, *_listed(key, more.end(), name))
                    end = found[-1].end
            else:
                found = tuple(_listed(key, match.end(), name))
                end = found[-1].end if found else match.end()
            if found and not _OF_ANOTHER.match(key, end):
                yield from found

    def owner(self, key: str, start: int) -> Owner:
        """Return no certain owner: it follows the number, and :meth:`cited` reads it."""
        return Owner.UNSAID

    def is_range(self, between: str) -> bool:
        """Return whether *to* or a dash is between two numbers."""
        return _RANGE.fullmatch(between) is not None

    def written(self, printed: str, value: tuple[int, ...]) -> str:
        """Return 12A for ``(12, 1)``."""
        number, *inserted = value
        return f"{number}{''.join(map(_letters, inserted))}"

    def place(self, printed: str) -> CitedPlace | None:
        """Return ``None``: paragraphs and items of English articles are not read."""
        return None

    def cites_items(self, key: str) -> bool:
        """Return false: cited items are not read."""
        return False

    def lists_items(self, key: str) -> bool:
        """Return false: cited items are not read."""
        return False

    def item_number(self, label: str) -> int | None:
        """Return ``None``: cited items are not read."""
        return None


def _name(head: str) -> str:
    """Return what an article is called, by the words before its number: Article, section, §."""
    word = re.sub(r"[.\d ].*", "", head)
    if word.startswith("§"):
        return "§"
    single = _NAMES.get(word.lower(), word.removesuffix("s"))
    return "Article" if single.lower() == "article" else single.lower()


def _listed(key: str, at: int, name: str) -> Iterator[CitedNumber]:
    while (match := _LISTED.match(key, at)) is not None:
        yield _number(match.start(), match["number"], name)
        if not match["joint"]:
            return
        at = match.end()


def _letters(part: int) -> str:
    """Return A for 1, AA for 27, and Z for 0: 12ZA is ``(12, 0, 1)``."""
    first, last = divmod(part - 1, len(_CAPITALS))
    return _CAPITALS[last] if part <= len(_CAPITALS) else f"{_CAPITALS[first - 1]}{_CAPITALS[last]}"


def _number(start: int, printed: str, name: str) -> CitedNumber:
    digits = printed.rstrip(_CAPITALS)
    value = (int(digits), *(_CAPITALS.index(letter) + 1 for letter in printed[len(digits) :]))
    return CitedNumber(start, start + len(printed), value, f"{name} {printed}")


CITED_NUMBERS = EnglishCitedNumbers()
