"""The file of places beside an original: what was read from it, and where each block is (``yange.places/1``).

It is no evidence: it can be made anew from the original. It contains the text, so that another version of the reader
can be compared with what was read, and a site can name the page of a clause without reading the original again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from yange.coding import Output, encoded, reader
from yange.problems import YangeError
from yange.readers.source_text import LeftOut, LeftOutReason, SourceBlock, SourceBlockKind, SourcePlace, SourceText

__all__ = ["SUFFIX", "PlacedBlock", "PlacedText", "PlacesFile", "Unplaced", "places_file", "places_path", "read_places"]

SUFFIX = ".places.json"
_HASH = re.compile(r"[0-9a-f]{64}")


class PlacedBlock(Output):
    """A block of a text: ``text[start:end]``, half-open, in characters; what its format does not have is ``null``."""

    start: int
    end: int
    kind: SourceBlockKind
    label: str
    """The number with which the block begins, if the format gives it apart from the words."""
    computed: bool
    """Whether the file does not hold the label but a rule of numbering, which was worked out."""
    page: int | None
    """From 1."""
    box: tuple[float, float, float, float] | None
    """Left, top, right and bottom in points from the upper left corner of the page."""
    path: str | None
    """The element or paragraph: ``p[12]``."""
    eid: str | None
    """The identifier that the document gives the element."""
    last_page: int | None = None
    """The page on which the words end, where that is a later one."""

    @property
    def pages(self) -> tuple[int, int] | None:
        """The first page and the last one; ``None`` where the format has no pages."""
        return None if self.page is None else (self.page, max(self.page, self.last_page or self.page))


class Unplaced(Output):
    """Words of the file that are in none of its texts."""

    text: str
    reason: LeftOutReason
    page: int | None
    path: str | None


class PlacedText(Output):
    """A text that was read from the file."""

    name: str
    reader: str
    library: str | None
    """What the reader reads with, and its version; ``null`` for Python alone."""
    sha256: str
    """The hash of the text, as UTF-8: that of ``sources[].extract`` in front matter."""
    text: str
    blocks: tuple[PlacedBlock, ...]
    left_out: tuple[Unplaced, ...]


class PlacesFile(Output, tag_field="schema", tag="yange.places/1"):
    """The texts of an original and the places of their blocks. It can be made anew from the original."""

    sha256: str
    """The hash of the original."""
    texts: tuple[PlacedText, ...]


_READ = reader(PlacesFile)


def places_path(sha256: str) -> str:
    """Return where the places of an original are kept, relative to the project.

    Raises:
        YangeError: if the hash is none: it comes from a file that people write.

    """
    if not _HASH.fullmatch(sha256):
        raise YangeError(f"{sha256[:80]!r} is no hash of a source; it has 64 hexadecimal digits in lower case")
    return f"archive/sources/{sha256}{SUFFIX}"


def places_file(sha256: str, texts: Iterable[SourceText]) -> bytes:
    """Return the file of places of an original with all its texts, in order of name, on one line."""
    placed = sorted((_placed(text) for text in texts), key=lambda one: (one.name, one.sha256))
    return encoded(PlacesFile(sha256=sha256, texts=tuple(placed))) + b"\n"


def read_places(content: bytes, sha256: str) -> PlacesFile | None:
    """Return the places of an original; ``None`` if these are those of another file, or not as import writes them."""
    try:
        found = _READ(content.removesuffix(b"\n"))
    except ValueError:
        return None
    return found if found.sha256 == sha256 else None


def _placed(text: SourceText) -> PlacedText:
    return PlacedText(
        name=text.name,
        reader=text.reader,
        library=text.library or None,
        sha256=text.text_sha256,
        text=text.text,
        blocks=tuple(map(_block, text.blocks)),
        left_out=tuple(map(_left_out, text.left_out)),
    )


def _block(block: SourceBlock) -> PlacedBlock:
    place = block.place
    return PlacedBlock(
        start=block.start,
        end=block.end,
        kind=block.kind,
        label=block.label,
        computed=block.computed,
        page=place.page,
        box=_rounded(place),
        path=place.path,
        eid=place.eid,
        last_page=place.last_page,
    )


def _rounded(place: SourcePlace) -> tuple[float, float, float, float] | None:
    """Return the box of a place in tenths of a point: more would depend on the machine."""
    if place.box is None:
        return None
    left, top, right, bottom = (round(float(edge), 1) for edge in place.box)
    return left, top, right, bottom


def _left_out(words: LeftOut) -> Unplaced:
    text = words.text.encode("utf-8", "replace").decode()
    return Unplaced(text=text, reason=words.reason, page=words.place.page, path=words.place.path)
