"""Check references to the text's own clauses, to policies in the library and to clauses of those policies."""

from __future__ import annotations

from collections.abc import Iterator

from yange.check.subject import Subject, in_body, sure_whole, whole
from yange.check.text_findings import NamedElsewhere
from yange.citations import Citation, CitationKind, find_label
from yange.law.aspects.citations import Owner
from yange.model import Policy
from yange.problems import Problem, Severity
from yange.titles import amends_others

__all__ = ["citations_of_own_clauses_resolve", "citations_of_policies_agree", "cited_clauses_exist"]


def citations_of_own_clauses_resolve(subject: Subject) -> Iterator[Problem]:
    """Report each reference of a text to a clause of its own that does not exist.

    In a text that amends others, a number without a title refers to a clause of the amended text.
    """
    for _, version in subject.held():
        amends = amends_others(version.title)
        for citation in subject.citations(version):
            if not citation.missing or not whole(version) or _is_doubtful(citation, amends):
                continue
            own = citation.reference is not None and citation.reference.owner is Owner.OWN
            relative = citation.kind is CitationKind.RELATIVE
            grave = sure_whole(version) and (own or not relative)
            severity = Severity.ERROR if grave else Severity.WARNING
            message = f"{citation.text} is cited, but the text has no such clause."
            hint = (
                "Check for a misread number or a lost clause; if the text was issued this way, say so in `note`,"
                f" quoting {citation.text}."
            )
            if citation.text not in (version.note or ""):
                yield in_body(severity, "citation-clause", version, citation.start, message, hint)


def _is_doubtful(citation: Citation, amends: bool) -> bool:
    """Return whether a missing clause may be one of another text, or of a kind that only articles have (前款).

    A preamble names the clauses of other laws on which a text rests.
    """
    if citation.kind not in (CitationKind.CLAUSE, CitationKind.RELATIVE):
        return True
    if citation.kind is CitationKind.RELATIVE and "art_" not in citation.at:
        return True
    own = citation.reference is not None and citation.reference.owner is Owner.OWN
    return not own and (amends or not citation.sure or citation.at.startswith("preamble"))


def citations_of_policies_agree(subject: Subject) -> Iterator[Problem]:
    """Report each cited instrument whose title and document number name two different policies."""
    for policy, version in subject.held():
        for citation in subject.findings(version).cited:
            if citation.clause:
                continue
            meant = subject.index.find(citation.title, citation.number, policy.place)
            if meant is None or meant.agrees:
                continue
            if meant.version is not None:
                message = f"{citation.number} is the number of 《{meant.version.title}》 ({meant.policy.id})."
            else:
                message = f"No text of {meant.policy.id} held here has the number {citation.number}."
            hint = "Check title and number against the source; if an older text is missing, file it as catalogue-only."
            yield in_body(
                Severity.WARNING, "citation-number", subject.with_words(version), citation.start, message, hint
            )


def cited_clauses_exist(subject: Subject) -> Iterator[Problem]:
    """Report each cited clause of another policy that none of that policy's held texts contains."""
    for policy, version in subject.held():
        for citation in subject.findings(version).cited:
            if not citation.clause:
                continue
            meant = subject.index.find(citation.title, citation.number, policy.place)
            if meant is None or _some_text_has(subject, meant.policy, citation):
                continue
            message = f"{citation.text} of 《{citation.title}》 is cited, but no held text of {meant.policy.id} has it."
            hint = "Check for a misread number; if an older text with it is missing, file that as catalogue-only."
            yield in_body(
                Severity.WARNING, "citation-foreign", subject.with_words(version), citation.start, message, hint
            )


def _some_text_has(subject: Subject, policy: Policy, citation: NamedElsewhere) -> bool:
    texts = [version for version in policy.versions if version.held]
    if not texts or len(texts) < len(policy.versions):
        return True
    return any(not whole(text) or find_label(subject.provisions(text), citation.text) for text in texts)
