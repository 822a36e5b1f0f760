"""How a text and its clauses are cited: Chinese legal form, GB/T 7714, English.

The day on which it was read and the address are added by a script in the reader's browser.
"""

from __future__ import annotations

from dataclasses import dataclass

from yange.law import law_of
from yange.law.aspects.citing import CitationForms
from yange.law.zh_hans import SIMPLIFIED_CHINESE
from yange.messages import messages, nearest
from yange.model import Condition, Version
from yange.publish.facts.clause_names import Called
from yange.publish.facts.status_words import Wording

__all__ = ["Forms", "forms"]


@dataclass(frozen=True, slots=True)
class Forms:
    """Three citations of one text, each cut in two at the place where a clause is named.

    ``citing`` is the form of citations in the text's language; ``chinese`` is set where that is Chinese, for scripts in
    the page. ``dated`` are the first two for clauses that other texts of the same number have too (``shared``, by their
    names): they say of which day the text is.
    """

    legal: tuple[str, str]
    gbt: tuple[str, str]
    english: tuple[str, str]
    chinese: bool
    dated: tuple[tuple[str, str], tuple[str, str]] = (("", ""), ("", ""))
    shared: frozenset[str] = frozenset()
    citing: CitationForms = SIMPLIFIED_CHINESE.citing

    def clause(self, called: Called | None, status: str = "") -> str:
        """Return the legal form with a clause, and its status where it is not in force; the whole text without one."""
        named = f"{self.citing.before_clause}{called.own}" if called is not None else ""
        said = self.citing.bracketed(status) if status else ""
        return named.join(self.dated[0] if self.is_shared(called) else self.legal) + said

    def is_shared(self, called: Called | None) -> bool:
        """Return whether another text of the same number has a clause of that name."""
        return called is not None and called.own in self.shared


def forms(version: Version, english: Wording, shared: frozenset[str] = frozenset()) -> Forms:
    """Return how a text is cited; ``english`` says in English when it was in force.

    ``shared`` are the names of clauses that other texts of the policy have which its number does not tell apart.
    """
    grammar = law_of(version.body, version.language)[0]
    citing = grammar.citing
    flawed = _condition(version, version.language)
    amended = _amended(version, citing)
    dated = _dated(version, amended, english, citing)
    return Forms(
        _legal(version, amended, flawed, citing),
        _gbt(version, flawed, citing),
        _english(version, version.number or "", english),
        grammar.tag.startswith("zh"),
        (_legal(version, dated, flawed, citing), _gbt(version, _joined(citing, dated, flawed), citing)),
        shared,
        citing,
    )


def _condition(version: Version, language: str) -> str:
    """Return what a citation says of a text that is not complete as issued: its words may be wrong."""
    if version.condition is Condition.COMPLETE or not version.held:
        return ""
    return messages(nearest(language))[f"condition.{version.condition}.short"]


def _joined(citing: CitationForms, *parts: str) -> str:
    return citing.comma.join(filter(None, parts))


def _dated(version: Version, amended: str, english: Wording, citing: CitationForms) -> str:
    """Return which text of its policy this is: by its last amendment, where that is its own; else by its first day."""
    policy = english.policy(version.policy)
    others = [text for text in policy.versions if text != version] if policy is not None else []
    if amended and all(_amended(other, citing) != amended for other in others):
        return amended
    return _joined(citing, amended, citing.in_force_from(version.effective, version.nth_on_day))


def _amended(version: Version, citing: CitationForms) -> str:
    order = version.amended_by[-1] if version.amended_by else None
    return "" if order is None or order.date is None else citing.amended(order.date, order.kind)


def _legal(version: Version, which: str, flawed: str, citing: CitationForms) -> tuple[str, str]:
    """《…》（文号，某年某月某日修正文本）第五条: the amended text is named, for its number is that of the first."""
    facts = _joined(citing, version.number or "", which)
    named = citing.title(version.title) + (citing.bracketed(facts) if facts else "")
    return named, citing.bracketed(flawed) if flawed else ""


def _gbt(version: Version, which: str, citing: CitationForms) -> tuple[str, str]:
    """GB/T 7714-2015, 4.6 and 8.2: author. title: number[A/OL]. (day of issue): place cited[day read]. address."""
    issuer = ", ".join(version.issuer)
    head = ". ".join(filter(None, (issuer, version.title + (citing.bracketed(which) if which else ""))))
    number = f": {version.number}" if version.number else ""
    issued = version.published or version.signed
    return f"{head}{number}[A/OL]." + (f" ({issued})" if issued else ""), ""


def _english(version: Version, number: str, english: Wording) -> tuple[str, str]:
    policy = english.policy(version.policy)
    days = english.interval(policy, version) if policy is not None else ""
    flawed = _condition(version, "en")
    said = f" (text in force: {days}{'; ' if flawed else ''}{flawed})"
    return ", ".join(filter(None, (version.title, number))), said
