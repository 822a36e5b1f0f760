"""Names: ids as addresses have them, and titles and document numbers in the form in which they are compared.

What is compared has blanks, widths and brackets set aside; it is never printed: what a reader sees is always what the
text says.
"""

from __future__ import annotations

import re
import unicodedata

_BLANKS = re.compile(r"\s+")
_YEAR = re.compile(r"[\[(【〔]((?:18|19|20|21|22)\d\d)[\])】〕]")
_STAGES = re.compile(r"[\[(【〔](?:试行|暂行|修订|修订版|修正|修正版|[0-9]{4}年?(?:版|本|修订|修正)?)[\])】〕]")
_STAGE_WORDS = re.compile(r"试行|暂行")
_YEARS = re.compile(r"(?:18|19|20|21|22)\d\d年?")
_MARKS = re.compile(r"[\W_]+")


RESERVED = frozenset({"assets", "by", "data", "day", "editions", "feeds", "search"})
"""Folders at the top of a site that are its own; so are those of its languages."""
_PART = r"[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?"
_ID = re.compile(f"{_PART}/{_PART}")


def is_id(name: str) -> bool:
    """Tell whether a name can be the id of a policy, now or formerly: place and slug, each a part of an address."""
    return _ID.fullmatch(name) is not None


def number_key(number: str | None) -> str | None:
    """Return a 文号 in a form that is equal for all ways of writing it: blanks dropped, widths and brackets unified."""
    if number is None:
        return None
    plain = _BLANKS.sub("", unicodedata.normalize("NFKC", number))
    plain = _YEAR.sub(r"〔\1〕", plain)
    return re.sub(r"[()]", "", plain).casefold() or None


def title_key(title: str, place: str = "") -> str:
    """Return a title in a form that is equal for all texts of one policy (design §4).

    Dropped are blanks, punctuation, the place in front, years, 试行, 暂行 and 修订版.
    """
    plain = _BLANKS.sub("", unicodedata.normalize("NFKC", title))
    plain = _STAGE_WORDS.sub("", _STAGES.sub("", plain))
    plain = _MARKS.sub("", _YEARS.sub("", plain))
    return plain.removeprefix(place).casefold()


_DRAFT_TITLE = re.compile(
    r"(?:[（(〔\[【][^（）()〔〕【】]{0,20}(?:征求意见|意见征集|草案|草稿|送审稿|讨论稿|审议稿|论证稿|建议稿|起草稿|初稿)[^（）()〔〕【】]{0,12}[）)〕\]】]"
    r"|征求意见稿|草案|送审稿|讨论稿)[》〉\s]*$"
)
_ASKS_FOR_VIEWS = re.compile(r"(?:征求|征集|听取)[^，。]{0,80}意见的?(?:通知|公告|通告|函|公示|启事)$")
_ENGLISH_DRAFT = re.compile(
    r"^(?:(?:[Ee]xposure|[Cc]onsultation|[Dd]iscussion|[Pp]reliminary) )?[Dd]raft\b"
    r"|\bBill(?:,? [0-9]{4})?(?: \([^()]*\))?$"
    r"|\([^()]*\b(?:[Dd]raft|[Bb]ill)\b[^()]*\)$"
)


def is_draft_title(title: str) -> bool:
    """Tell whether a title says that the text is a draft: …（征求意见稿）, …（修订草案）, Harbour Bill 2020.

    A title that only cites one (关于《…（草案）》的说明, 关于批准2020年预算草案的决议) is not meant; a notice that asks
    for views on one is.
    """
    return any(form.search(title.strip()) for form in (_DRAFT_TITLE, _ASKS_FOR_VIEWS, _ENGLISH_DRAFT))
