"""How a text and its clauses are cited: Chinese legal form, GB/T 7714, English.

The day on which it was read and the address are added by a script in the reader's browser.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yange.model import Version
from yange.publish.facts.clause_names import Called
from yange.publish.facts.status_words import Wording

__all__ = ["Forms", "forms"]


@dataclass(frozen=True, slots=True)
class Forms:
    """Three citations of one text, each cut in two at the place where a clause is named.

    ``dated`` are the first two for clauses that other texts of the same number have too (``shared``, by their names):
    they say of which day the text is.
    """

    legal: tuple[str, str]
    gbt: tuple[str, str]
    english: tuple[str, str]
    chinese: bool
    dated: tuple[tuple[str, str], tuple[str, str]] = (("", ""), ("", ""))
    shared: frozenset[str] = frozenset()

    def clause(self, called: Called | None, status: str = "") -> str:
        """Return the legal form with a clause, and its status where it is not in force; the whole text without one."""
        named = (called.chinese if self.chinese else f", {called.english}") if called is not None else ""
        said = (f"（{status}）" if self.chinese else f" ({status})") if status else ""
        return named.join(self.dated[0] if self.is_shared(called) else self.legal) + said

    def is_shared(self, called: Called | None) -> bool:
        """Tell whether another text of the same number has a clause of that name."""
        return called is not None and called.chinese in self.shared


def forms(version: Version, english: Wording, shared: frozenset[str] = frozenset()) -> Forms:
    """Return how a text is cited; ``english`` says in English when it was in force.

    ``shared`` are the names of clauses that other texts of the policy have which its number does not tell apart.
    """
    chinese = version.language == "zh"
    amended = _amended(version, chinese)
    dated = _dated(version, amended, english, chinese)
    return Forms(
        _legal(version, amended, chinese),
        _gbt(version, ""),
        _english(version, version.number or "", english),
        chinese,
        (_legal(version, dated, chinese), _gbt(version, dated)),
        shared,
    )


def _dated(version: Version, amended: str, english: Wording, chinese: bool) -> str:
    """Return which text of its policy this is: by its last amendment, where that is its own; else by its first day."""
    policy = english.policy(version.policy)
    others = [text for text in policy.versions if text != version] if policy is not None else []
    if amended and all(_amended(other, chinese) != amended for other in others):
        return amended
    return ("，" if chinese else ", ").join(filter(None, (amended, _from(version, chinese))))


def _amended(version: Version, chinese: bool) -> str:
    order = version.amended_by[-1] if version.amended_by else None
    if order is None or order.date is None:
        return ""
    return f"{_chinese(order.date)}{order.kind}文本" if chinese else f"as amended on {order.date}"


def _from(version: Version, chinese: bool) -> str:
    first, nth = version.effective, version.nth_on_day
    if first is None:
        return "施行日不明的文本" if chinese else "text of unknown date"
    if chinese:
        return f"{_chinese(first)}起施行的{f'第{nth}个' if nth > 1 else ''}文本"
    return f"text in force from {first}{f', no. {nth} of that day' if nth > 1 else ''}"


def _chinese(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _legal(version: Version, which: str, chinese: bool) -> tuple[str, str]:
    """《…》（文号，某年某月某日修正文本）第五条: the amended text is named, for its number is that of the first."""
    inside = ("，" if chinese else ", ").join(filter(None, (version.number or "", which)))
    if chinese:
        return f"《{version.title}》" + (f"（{inside}）" if inside else ""), ""
    return version.title + (f" ({inside})" if inside else ""), ""


def _gbt(version: Version, which: str) -> tuple[str, str]:
    """GB/T 7714-2015, 4.6 and 8.2: author. title: number[A/OL]. (day of issue): place cited[day read]. address."""
    issuer = ", ".join(version.issuer)
    told = (f"（{which}）" if version.language == "zh" else f" ({which})") if which else ""
    head = ". ".join(filter(None, (issuer, version.title + told)))
    number = f": {version.number}" if version.number else ""
    issued = version.published or version.signed
    return f"{head}{number}[A/OL]." + (f" ({issued})" if issued else ""), ""


def _english(version: Version, number: str, english: Wording) -> tuple[str, str]:
    policy = english.policy(version.policy)
    days = english.interval(policy, version) if policy is not None else ""
    return ", ".join(filter(None, (version.title, number))), f" (text in force: {days})"
