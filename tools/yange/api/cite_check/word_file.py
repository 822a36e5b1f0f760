"""Give a Word file back with a comment at each citation that is wrong, not known, or has changed since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from yange.api.archive import Archive
from yange.api.cite_check.checking import check_citations
from yange.api.cite_check.result import CitationCheck, Finding, Verdict
from yange.publish.facts.words import Words
from yange.reports.docx_comments import WordComment, commented, word_paragraphs

__all__ = ["CommentedMemo", "commented_memo"]

_AUTHOR = "Yange"
_LONGEST = 300
"""Most characters of a clause in a comment."""


@dataclass(frozen=True, slots=True)
class CommentedMemo:
    """A Word file with comments, how many these are, and the words of all citations that can have one."""

    data: bytes
    comments: int
    words: tuple[str, ...]


def commented_memo(archive: Archive, data: bytes, day: date, today: date, language: str) -> CommentedMemo:
    """Check the citations in the text, the notes and the text boxes of a Word file; return the file with comments.

    A citation that is right, and of which nothing changed since, has none.

    Args:
        archive: against which they are checked.
        data: the file.
        day: the day for which the citations are meant.
        today: to which provisions are followed; the day of the comments.
        language: of the comments.

    Raises:
        YangeError: when it is no Word file that can be read.

    """
    paragraphs = word_paragraphs(data)
    filled = [nth for nth, words in enumerate(paragraphs) if words.strip()]
    found = check_citations(archive, [paragraphs[nth] for nth in filled], day, today)
    words = Words(language)
    comments = [
        WordComment(filled[one.line - 1], one.start, one.end, tuple(_said(one, words, day)))
        for one in found
        if one.verdict is not Verdict.RIGHT or one.since
    ]
    made = commented(data, comments, _AUTHOR, today) if comments else data
    return CommentedMemo(made, len(comments), tuple(one.words for one in found))


def _said(one: CitationCheck, words: Words, day: date) -> Iterator[str]:
    yield words(f"cite.verdict.{one.verdict.value}", day=day)
    yield from (_finding(finding, words) for finding in one.findings)
    if one.since:
        yield words("cite.since") + words("colon")
        yield from (_finding(finding, words) for finding in one.since)
    if one.cited is not None and one.cited.words:
        said = " ".join(one.cited.words.split())
        cut = f"{said[: _LONGEST - 1]}…" if len(said) > _LONGEST else said
        yield words("cite.said", day=day) + words("colon") + cut
    if one.today is not None:
        yield words("cite.today") + words("colon") + one.today


def _finding(finding: Finding, words: Words) -> str:
    return f"{words.of('cite.code', finding.code.value)}{words('open')}{finding.message}{words('close')}"
