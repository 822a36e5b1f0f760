"""Check the record of a text: sources, corrections, doubts, and personal data that must not be published."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from urllib.parse import urlsplit

from yange.check.subject import Subject, in_body, line_of
from yange.citations import find_label
from yange.dates import parse_day
from yange.model import Correction, Policy, Provisions, Version
from yange.parse import full_text, plain_text
from yange.parse.frontmatter import version_facts
from yange.persons import found_in, names_askers
from yange.problems import Problem, Severity, error, warning

__all__ = [
    "corrections_are_made",
    "doubts_name_fields",
    "facts_are_of_one_line",
    "languages_are_tags",
    "letters_keep_persons",
    "merges_are_resolved",
    "sources_are_named",
]

_SHA256 = re.compile(r"[0-9a-f]{64}")
_FIELDS = {field.name for field in fields(Version)} - {"policy", "key", "path", "body", "lines", "body_line"}
_CORRECTABLE = _FIELDS - {"corrections", "review", "checked", "sources"}
_OUT = "Remove it before publishing; the site leaves it out."
_PERSONS = {
    "telephone": (
        "telephone",
        "A letter contains a telephone number.",
        "Remove it before publishing, unless it is the issuer's own published number; the site leaves it out.",
    ),
    "name": (
        "personal-name",
        "A letter names a private person.",
        "Remove the name before publishing; the site leaves it out.",
    ),
    "email": ("personal-address", "A letter contains an e-mail address.", _OUT),
    "number": ("personal-number", "A letter contains the number of an identity card, account or car.", _OUT),
    "address": ("personal-address", "A letter contains a home address.", _OUT),
}
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_SEVERAL_LINES = frozenset({"note", "was", "now", "evidence", "variants"})
_DAYS = frozenset({"signed", "published", "effective", "commenced", "expires"})
_MERGE = re.compile(r"^(?:<{7}|>{7})(?= |$).*|^={7}$", re.M)


def facts_are_of_one_line(subject: Subject) -> Iterator[Problem]:
    """Report line breaks in titles, names, numbers and labels; notes and corrections may have several lines."""
    for policy in subject.library.policies:
        values = {name: getattr(policy, name) for name in ("title", "place", "kind", "rank")}
        yield from _broken_lines(values, policy)
        for version in policy.versions:
            yield from _broken_lines(version_facts(version), version)


def _broken_lines(facts: Mapping[str, object], holder: Policy | Version) -> Iterator[Problem]:
    for name, value in facts.items():
        if name not in _SEVERAL_LINES and any(len(text.splitlines()) > 1 for text in _texts(value)):
            yield error(
                "fact-lines",
                holder.path,
                f"A value in `{name}` contains a line break.",
                hint="Write the value on one line; in a list, give each value its own entry.",
                line=holder.lines.get(name, 1),
            )


def _texts(value: object) -> Iterator[str]:
    """Yield the strings in a fact, except those that quote a text: notes, corrections, variants of sources."""
    if isinstance(value, str):
        yield f"{value}."
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        for name, item in value.items():
            if name not in _SEVERAL_LINES:
                yield from _texts(item)


def languages_are_tags(subject: Subject) -> Iterator[Problem]:
    """Report each language that is not in the form of a BCP 47 tag."""
    for _, version in subject.pairs():
        if not _LANGUAGE.fullmatch(version.language):
            yield error(
                "language",
                version.path,
                f"{version.language[:40]!r} is not a language tag.",
                hint="Write zh, en, or a tag such as zh-Hant.",
                line=line_of(version, "language"),
            )


def sources_are_named(subject: Subject) -> Iterator[Problem]:
    """Report texts without a source, and sources with a malformed name, hash, address or line range."""
    for _, version in subject.pairs():
        line = line_of(version, "sources")
        if not version.sources and version.held:
            yield warning(
                "no-source",
                version.path,
                "The text names no source.",
                hint="Name the document it was taken from under `sources`, so that others can check the text.",
                line=line,
            )
        for source in version.sources:
            if not source.name.strip():
                yield warning("source-name", version.path, "A source has no name.", hint="Give it a name.", line=line)
            if source.sha256 is not None and not _SHA256.fullmatch(source.sha256):
                yield error(
                    "sha256",
                    version.path,
                    f"The hash of the source {source.name} is not 64 hexadecimal digits in lower case.",
                    hint="Compute it with `sha256sum`, or write `null`.",
                    line=line,
                )
            if source.url is not None and not _is_web_address(source.url):
                yield error(
                    "source-url",
                    version.path,
                    f"The address of the source {source.name} is not an http or https address.",
                    hint="Write the address of the page, or `null`.",
                    line=line,
                )
            if source.lines is not None and not 1 <= source.lines[0] <= source.lines[1]:
                yield error(
                    "source-lines",
                    version.path,
                    f"The range of lines of the source {source.name} is not valid.",
                    hint="Write the first and the last line, counted from 1.",
                    line=line,
                )


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"\s", url)


def doubts_name_fields(subject: Subject) -> Iterator[Problem]:
    """Report each entry of ``review`` that is not a field."""
    for _, version in subject.pairs():
        for name in version.review:
            if name not in _FIELDS:
                yield error(
                    "review-field",
                    version.path,
                    f"`review` lists {name!r}, which is not a field of a version.",
                    hint="List front matter fields that are inferred or doubtful, for example `effective` or `issuer`.",
                    line=line_of(version, "review"),
                )


def corrections_are_made(subject: Subject) -> Iterator[Problem]:
    """Report corrections without day or evidence, and corrections that the text or the record does not show."""
    for _, version in subject.pairs():
        for nth, correction in enumerate(version.corrections):
            yield from _form(version, correction)
            yield from _former_day(version, correction)
            if _corrected_again(correction, version.corrections[nth + 1 :]):
                continue
            if correction.field == "text" and version.held:
                yield from _words(subject.provisions(version), version, correction)
            elif correction.field in _CORRECTABLE and correction.now is not None:
                yield from _value(version, correction)


def _former_day(version: Version, correction: Correction) -> Iterator[Problem]:
    """Report a corrected day whose former value is not a day: the old address of the text is made from it."""
    was = (correction.was or "").strip()
    if correction.field in _DAYS and was not in ("", "null", "undated") and not _is_day(was):
        yield warning(
            "correction-was",
            version.path,
            f"A correction of `{correction.field}` has `was: {was[:40]}`, but days are of the years 1000 to 9998.",
            hint="Write the former day as YYYY-MM-DD, or `null`: the redirect from the old address needs it.",
            line=line_of(version, "corrections"),
        )


def _is_day(text: str) -> bool:
    try:
        parse_day(text)
    except ValueError:
        return False
    return True


def _corrected_again(correction: Correction, later: Sequence[Correction]) -> bool:
    """Return whether a later correction corrects this one: the record keeps both, the text shows the last."""
    now = _squeezed(correction.now or "")
    for other in later:
        was = _squeezed(other.was or "")
        if other.field == correction.field != "text":
            return True
        same = other.clause == correction.clause or None in (other.clause, correction.clause)
        if other.field == correction.field and same and was and now and (was in now or now in was):
            return True
    return False


def _form(version: Version, correction: Correction) -> Iterator[Problem]:
    line = line_of(version, "corrections")
    if correction.field not in _CORRECTABLE:
        yield error(
            "correction-field",
            version.path,
            f"A correction concerns {correction.field!r}, which is not a field of a version.",
            hint="Write `text` for the words, or the name of the front matter field.",
            line=line,
        )
    wanting = [name for name in ("date", "evidence", "by") if getattr(correction, name) is None]
    if wanting:
        yield error(
            "correction-evidence",
            version.path,
            f"A correction lacks {', '.join(wanting)}.",
            hint="Record when and by whom the correction was made, and the evidence for it.",
            line=line,
        )


def _words(provisions: Provisions, version: Version, correction: Correction) -> Iterator[Problem]:
    where = correction.clause or "the text"
    words = _text_of(provisions, correction.clause)
    if words is None:
        return
    line = line_of(version, "corrections")
    if correction.now and _squeezed(correction.now) not in words:
        yield error(
            "correction-not-made",
            version.path,
            f"A correction says that {where} reads “{correction.now}”, but these words are not there.",
            hint="Make the correction in the text, or name the clause in which it was made.",
            line=line,
        )
    rest = words.replace(_squeezed(correction.now), "") if correction.now else words
    if correction.was and _squeezed(correction.was) in rest:
        yield error(
            "correction-left",
            version.path,
            f"A correction says that {where} no longer reads “{correction.was}”, but these words are still there.",
            hint="Correct the words, or quote enough of them that they occur nowhere else in the clause.",
            line=line,
        )


def _text_of(provisions: Provisions, label: str | None) -> str | None:
    if label is None:
        return _squeezed(plain_text(provisions.text))
    found = find_label(provisions, label)
    return _squeezed(full_text(provisions, found[0])) if found else None


def _squeezed(words: str) -> str:
    return "".join(words.split())


def _value(version: Version, correction: Correction) -> Iterator[Problem]:
    value = getattr(version, correction.field)
    if isinstance(value, tuple):
        return
    if correction.now != ("null" if value is None else str(value)):
        yield error(
            "correction-not-made",
            version.path,
            f"A correction sets `{correction.field}` to {correction.now}, but the front matter says {value}.",
            hint="Make the correction in the front matter; a later correction of the same field needs its own entry.",
            line=line_of(version, "corrections"),
        )


def letters_keep_persons(subject: Subject) -> Iterator[Problem]:
    """Report personal data in letters and replies, once for each place in a text and once for each other field."""
    for policy in filter(names_askers, subject.library.policies):
        reported: set[tuple[str, str, str]] = set()
        for version, field, mention in found_in(policy):
            code, message, hint = _PERSONS[mention.kind]
            if version is not None and field == "body":
                yield in_body(Severity.WARNING, code, version, mention.start, message, hint)
                continue
            holder = version or policy
            if (holder.path, field, code) not in reported:
                reported.add((holder.path, field, code))
                said = f"{message} It is in `{field}`."
                yield warning(code, holder.path, said, hint=hint, line=holder.lines.get(field, 1))


def merges_are_resolved(subject: Subject) -> Iterator[Problem]:
    """Report each conflict marker that git left in a text."""
    for _, version in subject.held():
        for match in _MERGE.finditer(version.body):
            message = f"The text contains a conflict marker of git: {match[0]}"
            hint = "Keep the reading that the evidence supports, and remove the markers."
            yield in_body(Severity.ERROR, "merge-marks", version, match.start(), message, hint)
