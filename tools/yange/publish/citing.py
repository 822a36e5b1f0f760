"""How a text and its clauses are cited: Chinese legal form, GB/T 7714, English.

The day on which it was read and the address are added by a script in the reader's browser.
"""

from __future__ import annotations

from dataclasses import dataclass

from yange.model import Version
from yange.publish.clauses import Called
from yange.publish.wording import Wording

__all__ = ["Forms", "forms"]


@dataclass(frozen=True, slots=True)
class Forms:
    """Three citations of one text, each cut in two at the place where a clause is named."""

    legal: tuple[str, str]
    gbt: tuple[str, str]
    english: tuple[str, str]
    chinese: bool

    def clause(self, called: Called | None, status: str = "") -> str:
        """Return the legal form with a clause, and its status where it is not in force; the whole text without one."""
        named = (called.chinese if self.chinese else f", {called.english}") if called is not None else ""
        said = (f"（{status}）" if self.chinese else f" ({status})") if status else ""
        return named.join(self.legal) + said


def forms(version: Version, english: Wording) -> Forms:
    """Return how a text is cited; ``english`` says in English when it was in force."""
    chinese = version.language == "zh"
    number = version.number or ""
    return Forms(_legal(version, chinese), _gbt(version), _english(version, number, english), chinese)


def _legal(version: Version, chinese: bool) -> tuple[str, str]:
    """《…》（文号，某年某月某日修正文本）第五条: the amended text is named, for its number is that of the first."""
    amended = version.amended_by[-1] if version.amended_by else None
    which = [version.number or ""]
    if amended is not None and amended.date is not None:
        day = amended.date
        which.append(f"{day.year}年{day.month}月{day.day}日{amended.kind}文本" if chinese else f"as amended on {day}")
    inside = ("，" if chinese else ", ").join(filter(None, which))
    if chinese:
        return f"《{version.title}》" + (f"（{inside}）" if inside else ""), ""
    return version.title + (f" ({inside})" if inside else ""), ""


def _gbt(version: Version) -> tuple[str, str]:
    """GB/T 7714-2015, 4.6 and 8.2: author. title: number[A/OL]. (day of issue): place cited[day read]. address."""
    issuer = ", ".join(version.issuer)
    head = ". ".join(filter(None, (issuer, version.title)))
    number = f": {version.number}" if version.number else ""
    issued = version.published or version.signed
    return f"{head}{number}[A/OL]." + (f" ({issued})" if issued else ""), ""


def _english(version: Version, number: str, english: Wording) -> tuple[str, str]:
    policy = english.policy(version.policy)
    days = english.interval(policy, version) if policy is not None else ""
    return ", ".join(filter(None, (version.title, number))), f" (text in force: {days})"
