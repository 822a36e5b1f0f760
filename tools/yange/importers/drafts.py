"""A document as it is cut from a file: blocks with roles, before its facts are read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from yange.importers.forms import JoinedForms
from yange.importers.page_breaks import LinePiece


class BlockRole(StrEnum):
    """What a block is in its document."""

    HEAD = "head"  # the title at the top: of the covering notice, or of the text itself
    TITLE = "title"  # the instrument's own title after a covering notice
    CAPTION = "caption"
    NUMBER = "number"
    ADDRESS = "address"
    WORDS = "words"
    ANNEX = "annex"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Part:
    """A block with its role. ``notice``: it is in the covering notice; ``annexed``: it is after the body."""

    block: LinePiece
    role: BlockRole
    notice: bool = False
    annexed: bool = False


@dataclass(slots=True)
class Draft:
    """One document's blocks in order, as found; facts are read from it later."""

    parts: list[Part] = field(default_factory=list)

    def texts(self, role: BlockRole) -> list[str]:
        """Return the words of the blocks with this role."""
        return [part.block.text for part in self.parts if part.role is role]

    @property
    def start(self) -> int:
        """The offset of the document's first character."""
        return self.parts[0].block.start

    @property
    def end(self) -> int:
        """The offset after the document's last character."""
        return self.parts[-1].block.end


def key(title: str, forms: JoinedForms) -> str:
    """Return a title without punctuation, white space and filler (的), for comparing printed titles with cited ones."""
    return re.sub(rf"[\s\W_]|{forms.filler}", "", title)


def same_title(printed: str, wanted: str, forms: JoinedForms) -> bool:
    """Return whether two titles are equal apart from punctuation, filler and a leading place name."""
    left, right = key(printed, forms), key(wanted, forms)
    if not left or not right:
        return False
    return left == right or (
        min(len(left), len(right)) >= 8
        and (left.endswith(right) or right.endswith(left))
        and abs(len(left) - len(right)) <= 8
    )
