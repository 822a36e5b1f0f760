"""``yange check``: test what the archive promises. Each promise is one function; each problem says what to do.

An error would make an answer wrong (a status, a day, a clause that cannot be found); a warning is a doubt.
"""

from collections.abc import Callable
from dataclasses import replace

from yange.check.alignment_answers import answers_name_clauses
from yange.check.citing import citations_of_own_clauses_resolve, citations_of_policies_agree, cited_clauses_exist
from yange.check.clauses import (
    clauses_named_exist,
    headings_are_titles,
    numbers_follow,
    texts_are_divided,
    texts_are_held_as_said,
    texts_read_back,
    units_are_counted,
)
from yange.check.days import (
    amending_orders_are_recorded,
    bases_hold,
    clause_days_lie_within,
    commencement_is_first_day,
    expiry_follows_commencement,
    periods_do_not_overlap,
    signing_agrees_with_succession,
    signing_precedes_publication,
)
from yange.check.effects import (
    effects_are_tied,
    effects_have_their_days,
    extents_exist,
    names_agree,
    one_policy_for_one_title,
    timeline_is_sound,
)
from yange.check.file_names import (
    addresses_are_free,
    addresses_are_unique,
    days_are_counted,
    file_names_are_effective_days,
    ids_are_folders,
    numbers_name_one_instrument,
    policies_have_texts,
    samples_are_separate,
    titles_name_one_policy,
)
from yange.check.findings import Keep, PolicyFindings, not_kept
from yange.check.record import (
    corrections_are_made,
    doubts_name_fields,
    facts_are_of_one_line,
    languages_are_tags,
    letters_keep_persons,
    merges_are_resolved,
    sources_are_named,
)
from yange.check.stated_facts import (
    captions_are_recorded,
    recorded_effects_are_said,
    said_commencement_is_recorded,
    said_effects_are_recorded,
    said_expiry_is_recorded,
)
from yange.check.subject import Promise, Subject, itself
from yange.check.text_findings import TextFindings
from yange.check.unread import drafts_are_marked, statements_are_read
from yange.check.unread_numbering import labels_are_read
from yange.check.visible_characters import characters_are_what_they_look_like
from yange.model import Library, Policy
from yange.problems import Problem, Severity, in_order
from yange.timeline import Timeline

__all__ = ["ALONE", "PROMISES", "TOGETHER", "Subject", "check", "findings_of"]

ALONE: tuple[Promise, ...] = (
    ids_are_folders,
    addresses_are_free,
    policies_have_texts,
    file_names_are_effective_days,
    days_are_counted,
    bases_hold,
    commencement_is_first_day,
    amending_orders_are_recorded,
    expiry_follows_commencement,
    signing_precedes_publication,
    clause_days_lie_within,
    texts_are_divided,
    texts_read_back,
    texts_are_held_as_said,
    headings_are_titles,
    units_are_counted,
    numbers_follow,
    labels_are_read,
    clauses_named_exist,
    said_commencement_is_recorded,
    said_expiry_is_recorded,
    captions_are_recorded,
    recorded_effects_are_said,
    statements_are_read,
    drafts_are_marked,
    citations_of_own_clauses_resolve,
    facts_are_of_one_line,
    languages_are_tags,
    sources_are_named,
    doubts_name_fields,
    corrections_are_made,
    letters_keep_persons,
    merges_are_resolved,
    characters_are_what_they_look_like,
)
"""The promises that one policy keeps or breaks by itself, in the order of the modules."""

TOGETHER: tuple[Promise, ...] = (
    addresses_are_unique,
    numbers_name_one_instrument,
    titles_name_one_policy,
    samples_are_separate,
    periods_do_not_overlap,
    signing_agrees_with_succession,
    timeline_is_sound,
    effects_are_tied,
    names_agree,
    effects_have_their_days,
    extents_exist,
    one_policy_for_one_title,
    said_effects_are_recorded,
    citations_of_policies_agree,
    cited_clauses_exist,
    answers_name_clauses,
)
"""The promises that compare policies, or ask for the timeline."""

PROMISES = (*ALONE, *TOGETHER)
"""Every promise."""


def check(
    library: Library, timeline: Timeline, keep: Keep = not_kept, whole: Callable[[Policy], Policy] = itself
) -> tuple[Problem, ...]:
    """Check the library against every promise and return the problems, in order of file and line.

    Front matter that cannot be read is reported by :func:`yange.library.load`, not here. ``keep`` keeps what is found
    out about one policy alone; of a policy that was checked, only that stays in memory. ``whole`` returns a policy with
    its words, if those of the library have a mark in their place.
    """
    subject = Subject(library, timeline, whole)
    theirs = _texts_of_archives(library)
    found: list[Problem] = []
    for policy, findings in zip(library.policies, keep(library.policies, findings_of), strict=True):
        found.extend(findings.problems)
        subject.take(policy, findings.texts)
    found.extend(problem for promise in TOGETHER for problem in promise(subject))
    return in_order(_doubted(problem) if problem.path in theirs else problem for problem in found)


def findings_of(policy: Policy) -> PolicyFindings:
    """Return what a check finds out about one policy alone, with its words."""
    subject = Subject.alone(policy)
    problems = tuple(problem for promise in ALONE for problem in promise(subject))
    held = {version.path for _, version in subject.held()}
    nothing = TextFindings()
    texts = (subject.findings(version) if version.path in held else nothing for version in policy.versions)
    return PolicyFindings(problems, tuple(texts))


_OF_WORDS = frozenset({"citation-clause", "number-gap"})
"""Errors in the words of a text, which are corrected where the words are kept."""


def _texts_of_archives(library: Library) -> frozenset[str]:
    """Return the files of texts that were taken from the git repository of another archive."""
    return frozenset(v.path for v in library.versions() if any(source.blob for source in v.sources))


def _doubted(problem: Problem) -> Problem:
    """Return a mistake in the words of another archive as a remark: nobody here can correct it."""
    return replace(problem, severity=Severity.WARNING) if problem.code in _OF_WORDS else problem
