"""Write the Markdown body of a text, and prove that it has the words of the source.

The form of a body is described in docs/design/policy-on-disk.md.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

from yange.characters import has_han
from yange.importers.drafts import BlockRole, Draft, Part
from yange.importers.forms import JoinedForms, glued
from yange.importers.given_blocks import GivenLevels
from yange.importers.paragraphs import Paragraph, paragraphs
from yange.parse import escape
from yange.parse.cells import rows_of, written_rows
from yange.provenance.printed import NOTICE, TEXT, body_words
from yange.readers.source_text import SourceBlockKind

_LAST_DIVISION = 1
_NO_HEADING = (-1, 0)
_LONGEST_HEADING = 70
_LONGEST_NAME = 200
_UNSEEN = re.compile(r"[\ufeff\u200b]")
_INNER_STOP = re.compile(r"[。；;：:](?=.)")


def body(draft: Draft, source: str, forms: JoinedForms) -> str:
    """Return a document's words as the body of a version: title, covering notice, text."""
    parts = [part for part in draft.parts if part.role is not BlockRole.FURNITURE]
    notice = [part for part in parts if part.notice]
    title = [part for part in parts if part.role is BlockRole.TITLE]
    main = [part for part in parts if not part.notice and part.role is not BlockRole.TITLE]
    above: list[Part] = []
    if not title:
        above, title, main = _own_head(main)
    lines = [_written(paragraph) for paragraph in paragraphs(above, source, forms)]
    lines += [f"# {escape(_one_line(title))}"] if title else []
    if notice:
        lines += [NOTICE, *(_written(paragraph) for paragraph in _notice(notice, source, forms)), TEXT]
    lines += _main(paragraphs(main, source, forms), forms)
    return "\n\n".join(lines) + "\n"


def _own_head(main: list[Part]) -> tuple[list[Part], list[Part], list[Part]]:
    """Return what is above the title, the title and the rest of a text without a covering notice.

    Above it is the number; more only where the format says which block is the title.
    """
    first = 0
    while first < len(main) and (main[first].role is BlockRole.NUMBER or _before_given_title(main[first])):
        first += 1
    end = first
    while end < len(main) and main[end].role is BlockRole.HEAD:
        end += 1
    return (main[:first], main[first:end], main[end:]) if end > first else ([], [], main)


def _before_given_title(part: Part) -> bool:
    return part.block.given is not None and part.role is not BlockRole.HEAD


def _written(one: Paragraph) -> str:
    """Return a paragraph as Markdown; a table keeps its rows."""
    if one.given is not None and one.given.kind is SourceBlockKind.TABLE:
        return "\n".join(written_rows(one.text))
    return escape(one.text)


def _one_line(title: Sequence[Part]) -> str:
    return reduce(glued, (part.block.text for part in title), "")


def _notice(parts: Sequence[Part], source: str, forms: JoinedForms) -> list[Paragraph]:
    """Return the paragraphs of the covering notice; a head printed on several lines is one paragraph."""
    found: list[Paragraph] = []
    for paragraph in paragraphs(parts, source, forms):
        if found and paragraph.role is BlockRole.HEAD is found[-1].role and not forms.is_whole(found[-1].text):
            last = found.pop()
            found.append(Paragraph(last.text + paragraph.text, last.start, last.role, False))
        else:
            found.append(paragraph)
    return found


def _main(several: list[Paragraph], forms: JoinedForms) -> list[str]:
    found = _named(several, forms)
    articles = any(forms.is_article(one.text) for one in found if not one.annexed)
    chapters = any((forms.heading(one.text) or _NO_HEADING)[0] == 0 for one in found if not one.annexed)
    given = GivenLevels(found, forms)
    lines = []
    for k, one in enumerate(found):
        following = found[k + 1] if k + 1 < len(found) else None
        listed = k > 0 and found[k - 1].text.endswith(("；", ";"))
        level = given.level(one)
        if level is None:
            divided = articles or chapters or given.headed
            level = 0 if listed else _level(one, following, forms, divided=divided)
        lines.append(f"{'#' * level} {escape(one.text)}" if level else _written(one))
    return lines


def _named(found: Sequence[Paragraph], forms: JoinedForms) -> list[Paragraph]:
    """Return the paragraphs with the number of a division and its name in one heading, where a format gives two."""
    named: list[Paragraph] = []
    for one in found:
        if named and _is_number(named[-1], forms) and _is_name(one, named[-1], forms):
            number = named.pop()
            between = "\u3000" if has_han(number.text) else " "
            one = replace(number, text=f"{number.text}{between}{one.text}")
        named.append(one)
    return named


def _is_number(one: Paragraph, forms: JoinedForms) -> bool:
    """Return whether a heading that the format gives is only the number of a division."""
    if not _is_given_heading(one) or (forms.heading(one.text) or (_LAST_DIVISION + 1, 0))[0] > _LAST_DIVISION:
        return False
    return (forms.label(one.text) or "").strip() == one.text


def _is_name(one: Paragraph, number: Paragraph, forms: JoinedForms) -> bool:
    if not _is_given_heading(one) or one.annexed != number.annexed or len(one.text) > _LONGEST_NAME:
        return False
    numbered = forms.heading(one.text) or forms.label(one.text)
    return not numbered and not forms.is_article(one.text) and not forms.is_annex(one.text)


def _is_given_heading(one: Paragraph) -> bool:
    return one.given is not None and one.given.kind is SourceBlockKind.HEADING and one.given.unit is None


def _level(one: Paragraph, following: Paragraph | None, forms: JoinedForms, *, divided: bool) -> int:
    """Return the heading level of a line that is only a heading, 0 for a paragraph."""
    if one.role is BlockRole.ANNEX:
        return 2
    if one.role is not BlockRole.WORDS or len(one.text) > _LONGEST_HEADING or _INNER_STOP.search(one.text):
        return 0
    found = forms.heading(one.text)
    if found is None:
        return 0
    rank, level = found
    if rank <= _LAST_DIVISION:
        return level
    if divided and not one.annexed:
        return 0
    return level if _heads(one, following, rank, forms) else 0


def _heads(one: Paragraph, following: Paragraph | None, rank: int, forms: JoinedForms) -> bool:
    """Return whether a numbered line is a heading: deeper numbers, or long unnumbered text, follow it."""
    if following is None or following.annexed != one.annexed or one.text.endswith(("；", ";", "：", ":", "，")):
        return False
    deeper = forms.heading(following.text)
    if deeper is not None:
        return deeper[0] > rank
    return forms.label(following.text) is None and len(following.text) >= 12 and not forms.is_signature(following.text)


def words(text: str) -> str:
    """Return ``text`` without any white space; texts with equal results have the same words."""
    return "".join(_UNSEEN.sub("", text).split())


def printed_words(markdown: str) -> str:
    """Return the words of a body in the order of the source (notice, title, text), without the added Markdown."""
    return "".join(body_words(markdown))


def source_words(draft: Draft, source: str) -> str:
    """Return the words of a document's span in the file, without page furniture."""
    kept: list[str] = []
    at = draft.start
    for part in draft.parts:
        if part.role is BlockRole.FURNITURE:
            kept.append(source[at : part.block.start])
            at = part.block.end
        elif part.block.said is SourceBlockKind.TABLE:
            kept += [source[at : part.block.start], *(cell for row in rows_of(part.block.text) for cell in row)]
            at = part.block.end
    kept.append(source[at : draft.end])
    return words("".join(kept))


def first_difference(left: str, right: str) -> int | None:
    """Return the first offset at which two strings differ, or ``None`` if they are equal."""
    if left == right:
        return None
    shorter = min(len(left), len(right))
    return next((k for k in range(shorter) if left[k] != right[k]), shorter)
