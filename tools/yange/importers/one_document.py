"""Take a file as one document: its format says so, or it has clauses but no title of a known form."""

from __future__ import annotations

from collections.abc import Sequence

from yange.importers.drafts import BlockRole, Draft, Part
from yange.importers.forms import JoinedForms, is_closed
from yange.importers.page_breaks import LinePiece
from yange.readers.source_text import SourceBlockKind

_LONGEST_TITLE = 120

ROLES = {
    SourceBlockKind.TITLE: BlockRole.HEAD,
    SourceBlockKind.NUMBER: BlockRole.NUMBER,
    SourceBlockKind.CAPTION: BlockRole.CAPTION,
    SourceBlockKind.ANNEX: BlockRole.ANNEX,
}
"""The role of a block that the format names; all others are words of the text."""


def as_given(found: Sequence[LinePiece]) -> tuple[Draft, ...]:
    """Return the one document of a file whose parts the format names; without any words there is none.

    The first title is that of the document. A later one, apart from it, is words of the text.
    """
    draft, annexed = Draft(), False
    for k, block in enumerate(found):
        role = ROLES.get(block.said, BlockRole.WORDS) if block.said else BlockRole.WORDS
        if role is BlockRole.HEAD and draft.texts(role) and draft.parts[k - 1].role is not role:
            role = BlockRole.WORDS
        annexed = annexed or role is BlockRole.ANNEX
        draft.parts.append(Part(block, role, notice=block.said is SourceBlockKind.COVER, annexed=annexed))
    return (draft,) if draft.parts else ()


def as_one(
    found: Sequence[LinePiece], forms: JoinedForms, first: int
) -> tuple[tuple[Draft, ...], tuple[LinePiece, ...]]:
    """Return a file without a title of a known form as one document, and the furniture outside it.

    Its first line is the title if it is short and before the ``first`` clause.
    """
    words = [k for k, block in enumerate(found) if block.said or not forms.is_furniture(block.text)]
    kept = found[words[0] : words[-1] + 1]
    titled = _may_be_title(kept[0]) and kept[0].start < first
    draft = Draft()
    annexed = False
    for k, block in enumerate(kept):
        role = BlockRole.HEAD if titled and k == 0 else _role_of(block, forms)
        annexed = annexed or forms.is_annex(block.text) or role is BlockRole.ANNEX
        draft.parts.append(Part(block, role, annexed=annexed))
    return (draft,), (*found[: words[0]], *found[words[-1] + 1 :])


def _may_be_title(block: LinePiece) -> bool:
    plain = block.said in (None, SourceBlockKind.TITLE, SourceBlockKind.HEADING)
    return plain and len(block.text) <= _LONGEST_TITLE and not is_closed(block.text)


def _role_of(block: LinePiece, forms: JoinedForms) -> BlockRole:
    if block.said is not None:
        return ROLES.get(block.said, BlockRole.WORDS)
    if forms.is_furniture(block.text):
        return BlockRole.FURNITURE
    return BlockRole.ANNEX if forms.is_annex(block.text) else BlockRole.WORDS
