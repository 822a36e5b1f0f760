"""How a text and its clauses are cited: in the legal form of their language, GB/T 7714, and two English forms.

The legal form is that of the pack of the text's language, the others are those of our CSL styles. The day on which it
was read and the address are added by a script in the reader's browser.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from yange.bibliography import CLAUSE, ENGLISH, GB_T_7714, OSCOLA, CslStyle, TextReference, citation
from yange.law import law_of
from yange.law.aspects.citing import CitationForms
from yange.law.zh_hans import SIMPLIFIED_CHINESE
from yange.messages import messages, nearest
from yange.model import Condition, Policy, Version
from yange.publish.facts.clause_names import Called
from yange.publish.facts.status_words import Wording
from yange.publish.facts.words import html_language

__all__ = ["CitationForm", "Forms", "facts_of", "forms", "which_text"]


@dataclass(frozen=True, slots=True)
class CitationForm:
    """A citation, cut where a clause is named.

    ``head + tail`` cites the text, ``head + joint + name + tail`` a clause.
    """

    head: str
    joint: str = ""
    tail: str = ""

    @property
    def text(self) -> str:
        """The citation of the whole text."""
        return self.head + self.tail

    def clause(self, name: str) -> str:
        """Return the citation of a clause."""
        return f"{self.head}{self.joint}{name}{self.tail}"

    @property
    def parts(self) -> str:
        """The three parts for scripts, with tabs between them."""
        return "\t".join((self.head, self.joint, self.tail))


@dataclass(frozen=True, slots=True)
class Forms:
    """Four citations of one text.

    ``citing`` is the form of citations in the text's language; ``chinese`` is set where that is Chinese, for scripts in
    the page. ``dated`` are the first two for clauses that other texts of the policy have too (``shared``, by their
    names): they say of which day the text is. The English forms always do.
    """

    legal: CitationForm
    gbt: CitationForm
    english: CitationForm
    oscola: CitationForm
    chinese: bool
    dated: tuple[CitationForm, CitationForm] = (CitationForm(""), CitationForm(""))
    shared: frozenset[str] = frozenset()
    citing: CitationForms = SIMPLIFIED_CHINESE.citing

    def clause(self, called: Called | None, status: str = "") -> str:
        """Return the legal form with a clause, and its status where it is not in force; the whole text without one."""
        said = self.citing.bracketed(status) if status else ""
        if called is None:
            return self.legal.text + said
        return (self.dated[0] if self.is_shared(called) else self.legal).clause(called.own) + said

    def is_shared(self, called: Called | None) -> bool:
        """Return whether another text of the policy has a clause of that name."""
        return called is not None and called.own in self.shared


def forms(version: Version, english: Wording, shared: frozenset[str] = frozenset()) -> Forms:
    """Return how a text is cited; ``english`` says in English when it was in force.

    ``shared`` are the names of the clauses that other texts of the policy have too.
    """
    grammar = law_of(version.body, version.language)[0]
    citing = grammar.citing
    flawed = _condition(version, version.language)
    amended = _amended(version, citing)
    dated = _dated(version, amended, english, citing)
    policy = english.policy(version.policy)
    facts = facts_of(version, policy)
    spoken = replace(facts, which=_english(version, policy, english))
    return Forms(
        _legal(version, amended, flawed, citing),
        _gbt(facts, flawed, citing),
        _cut(ENGLISH, spoken),
        _cut(OSCOLA, spoken),
        grammar.tag.startswith("zh"),
        (_legal(version, dated, flawed, citing), _gbt(facts, _joined(citing, dated, flawed), citing)),
        shared,
        citing,
    )


def facts_of(version: Version, policy: Policy | None) -> TextReference:
    """Return what is cited of a text, without which of its policy it is and without an address."""
    key = "-".join((*version.policy.split("/"), version.key))
    return TextReference(
        key=key,
        title=version.title,
        number=version.number or "",
        authors=tuple(version.issuer),
        place=policy.place if policy is not None else "",
        issued=version.published or version.signed,
        language=html_language(version.language),
    )


def which_text(version: Version, english: Wording) -> str:
    """Return which text of its policy this is, in its own language."""
    citing = law_of(version.body, version.language)[0].citing
    return _dated(version, _amended(version, citing), english, citing)


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


def _legal(version: Version, which: str, flawed: str, citing: CitationForms) -> CitationForm:
    """《…》（文号，某年某月某日修正文本）第五条: the amended text is named, for its number is that of the first."""
    facts = _joined(citing, version.number or "", which)
    named = citing.title(version.title) + (citing.bracketed(facts) if facts else "")
    return CitationForm(named, citing.before_clause, citing.bracketed(flawed) if flawed else "")


def _gbt(facts: TextReference, which: str, citing: CitationForms) -> CitationForm:
    """Return GB/T 7714 with which text it is behind the title, in the brackets of the text's language."""
    title = facts.title + (citing.bracketed(which) if which else "")
    return _cut(GB_T_7714, replace(facts, title=title))


def _cut(style: CslStyle, facts: TextReference) -> CitationForm:
    """Return the citation by a style, cut where the style names a clause."""
    whole = citation(style, facts)
    before, _, tail = citation(style, replace(facts, clause=CLAUSE)).partition(CLAUSE)
    head = whole.removesuffix(tail)
    return CitationForm(head, before.removeprefix(head), tail)


def _english(version: Version, policy: Policy | None, english: Wording) -> str:
    """Return when a text was in force and what is wrong with it, in English."""
    days = english.interval(policy, version) if policy is not None else ""
    return "; ".join(filter(None, (f"text in force: {days}", _condition(version, "en"))))
