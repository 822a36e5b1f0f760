"""Make paragraphs of lines: join sentences that a page layout broke, and separate articles that run together.

A block that the format gives is a paragraph as it is. Of flat text only line breaks change. How a line closes shows
whether the break after it is the author's or the layout's; a number starts a new paragraph only if it is the next
one of its series.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yange.importers.drafts import BlockRole, Part
from yange.importers.forms import JoinedForms, glued, is_closed
from yange.readers.source_text import SourceBlock

_OPEN_END = tuple("，、,/（(—")
_CLOSED = frozenset("。；！？”）)：:;")
_LAYOUT_LINE = 20
"""A line shorter than this is a heading or a signature, not the first half of a broken sentence."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its words as printed, its place in the file, its role, and the block that the format gives."""

    text: str
    start: int
    role: BlockRole
    annexed: bool
    given: SourceBlock | None = None


def paragraphs(parts: Sequence[Part], source: str, forms: JoinedForms) -> list[Paragraph]:
    """Return the paragraphs of ``parts`` without furniture, in order."""
    joined: list[Paragraph] = []
    end = 0
    for part in parts:
        block = part.block
        if (
            joined
            and block.given is None
            and part.role is BlockRole.WORDS is joined[-1].role
            and _continues(joined[-1].text, block.text, source[end : block.start], forms)
        ):
            last = joined.pop()
            joined.append(Paragraph(glued(last.text, block.text), last.start, last.role, last.annexed))
        else:
            joined.append(Paragraph(block.text, block.start, part.role, part.annexed, block.given))
        end = block.end
    return list(_parted(joined, forms))


def _continues(before: str, text: str, between: str, forms: JoinedForms) -> bool:
    """Return whether ``text`` continues the sentence of the line before it."""
    if forms.label(text) or forms.is_date(text) or forms.is_annex(text) or forms.is_attachment(text):
        return False
    if before.endswith(_OPEN_END) and len(before) >= _LAYOUT_LINE:
        return True
    turned = any(forms.is_running(line.strip()) for line in between.split("\n"))
    if (between.count("\n") > 1 and not turned) or is_closed(before) or len(before) < _LAYOUT_LINE:
        return False
    heading = forms.label(before) is not None and not re.search(r"[，。；,;]", before)
    return not heading and not forms.is_signature(text) and not forms.is_title(before)


@dataclass(slots=True)
class _Expected:
    """The next number of each series that may begin inside a paragraph."""

    unit: dict[str, int]
    item: int = 0
    run_on: bool = False


def _parted(joined: list[Paragraph], forms: JoinedForms) -> Iterator[Paragraph]:
    expected = _Expected({})
    for paragraph in joined:
        if paragraph.role is not BlockRole.WORDS or paragraph.annexed or paragraph.given is not None:
            yield paragraph
            continue
        cuts = _cuts(paragraph.text, expected, forms)
        for left, right in zip([0, *cuts], [*cuts, len(paragraph.text)], strict=True):
            text = paragraph.text[left:right].strip()
            if text:
                yield Paragraph(text, paragraph.start + left, paragraph.role, paragraph.annexed)


def _cuts(text: str, expected: _Expected, forms: JoinedForms) -> list[int]:
    cuts: list[int] = []
    begun = 0
    for one in forms.units_begun(text):
        before = text[: one.at].rstrip()
        after_heading = one.behind_heading and forms.is_division_heading(before[begun:])
        fits = one.value == expected.unit.get(one.unit, 1) or (one.from_one and one.value == 1)
        if not fits or not (one.at == 0 or (before and before[-1] in _CLOSED) or after_heading):
            continue
        expected.unit.update(dict.fromkeys(one.restarts, 1))
        expected.unit[one.unit] = one.value + 1
        if one.at > 0:
            cuts.append(one.at)
            expected.run_on = True
        begun = one.at
    if expected.run_on:
        cuts.extend(_item_cuts(text, expected, forms))
    return sorted(set(cuts))


def _item_cuts(text: str, expected: _Expected, forms: JoinedForms) -> Iterator[int]:
    """Yield the offsets at which items begin in a text whose articles run together: …：（一）…；（二）…."""
    for at, value in forms.items_begun(text):
        before = text[:at].rstrip()[-1:]
        if (value == 1 and before in ("：", ":")) or (value == expected.item + 1 and before in ("；", ";", "。", "")):
            expected.item = value
            if at > 0:
                yield at
