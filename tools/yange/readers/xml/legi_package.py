"""Keep all files of a text of LEGI as one: a zip container with them, byte for byte, and its reader.

A text is spread over thousands of files, but what is kept as evidence is one original per text. The container is a pure
function of the files: their bytes are stored as they are, in order of their names, without days and rights.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from yange.problems import error
from yange.readers.source_text import DocumentReading, SourceText
from yange.readers.xml import legi
from yange.readers.xml.legi_texts import LegiPart, LegiText, part_of
from yange.readers.xml.pieces import written
from yange.readers.xml.second_reading import words_of
from yange.readers.xml.texts import PrintedText
from yange.readers.xml_tree import LIBRARY, XmlRefused, parse_xml
from yange.readers.zipped import ZipLimits, ZipRefused, open_zip

__all__ = ["LegiFiles", "LegiPackageReader"]

MEDIA = "application/x-legi+zip"
MOST_FILES = 20_000
_LIMITS = ZipLimits(entries=MOST_FILES)
_MIMETYPE = "mimetype"
_NAMES = 30
"""Where the name of the first file in a zip container is, with its bytes behind it."""
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip container can name."""
_HINT = "import the files of one text only"


@dataclass(frozen=True, slots=True)
class _File:
    name: str
    data: bytes
    identifier: str
    kind: str


class LegiFiles:
    """The files of LEGI that an import has come across, by the text that they belong to."""

    def __init__(self) -> None:
        self._texts: dict[str, list[_File]] = {}

    def take(self, name: str, data: bytes) -> bool:
        """Keep a file if it is one of LEGI that names its text; return whether it was kept."""
        try:
            part = part_of(parse_xml(data))
        except XmlRefused:
            return False
        if part is not None:
            self._texts.setdefault(part.text, []).append(_File(name, data, part.identifier, part.kind))
        return part is not None

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield a container for each text whose structure is there, and the files of the others as they are."""
        for text, files in sorted(self._texts.items()):
            if any(one.kind == "TEXTELR" for one in files):
                yield f"{_name(text)}.zip", _container(files)
            else:
                yield from ((one.name, one.data) for one in files)


def _name(text: str) -> str:
    return "".join(character for character in text if character.isascii() and character.isalnum())[:40] or "LEGI"


def _container(files: Iterable[_File]) -> bytes:
    """Return the container of files. Each has the name that its kind and its identifier give it, as in the dumps."""
    named = {f"{one.kind.lower()}/{_name(one.identifier)}.xml": one.data for one in files}
    out = BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as container:
        for name, data in ((_MIMETYPE, MEDIA.encode()), *sorted(named.items())):
            info = ZipInfo(name, _FIRST_DAY)
            info.create_system, info.external_attr = 3, 0o644 << 16
            container.writestr(info, data)
    return out.getvalue()


class LegiPackageReader:
    """Read a container with the files of a text of LEGI: one text for each of its states."""

    name = "legi"
    suffixes = (".legi.zip",)

    def recognises(self, name: str, data: bytes) -> bool:
        """Return whether the container says that it is one of LEGI."""
        return (
            data[:4] == b"PK\x03\x04" and data[30 : 30 + len(_MIMETYPE) + len(MEDIA)] == f"{_MIMETYPE}{MEDIA}".encode()
        )

    def read(self, name: str, data: bytes) -> DocumentReading:
        """Read a container."""
        try:
            files = _files(data)
        except ZipRefused as refused:
            return DocumentReading(problems=(error("source-damaged", name, refused.message, hint=_HINT),))
        except XmlRefused as refused:
            return DocumentReading(problems=(error("source-xml", name, refused.message, hint=_HINT),))
        text = LegiText(name, {file: part for file, (_, part) in files.items()})
        states = text.states()
        sha256 = hashlib.sha256(data).hexdigest()
        texts = [_source(f"{name}#{nth}", sha256, state) for nth, state in enumerate(states, 1)]
        if len(texts) == 1:
            texts = [replace(texts[0], name=name)]
        return DocumentReading(tuple(texts), tuple(text.problems), parts=tuple(_proofs(files)))


def _files(data: bytes) -> dict[str, tuple[bytes, LegiPart]]:
    """Return the files of a container with what they are.

    Raises:
        ZipRefused: if it is broken or beyond the limits.
        XmlRefused: if one of its files is no file of LEGI.

    """
    container = open_zip(data, _LIMITS)
    found: dict[str, tuple[bytes, LegiPart]] = {}
    for entry in container.entries:
        if entry.name == _MIMETYPE:
            continue
        words = container.read(entry.name)
        part = part_of(parse_xml(words))
        if part is None:
            raise XmlRefused(f"{entry.name} is no file of LEGI")
        found[entry.name] = words, part
    return found


def _proofs(files: Mapping[str, tuple[bytes, LegiPart]]) -> Iterator[DocumentReading]:
    """Yield each file with words of law as it is read alone, and its words as a second reader sees them.

    The states of a text are made of the same pieces, each several times.
    """
    for file, (data, part) in files.items():
        if part.kind not in ("ARTICLE", "TEXTE_VERSION"):
            continue
        printed, _ = legi.read(file, part.root)
        sources = tuple(_source(file, hashlib.sha256(data).hexdigest(), one) for one in printed)
        yield DocumentReading(sources, words=words_of(data))


def _source(name: str, sha256: str, printed: PrintedText) -> SourceText:
    writer = written(printed.pieces)
    return SourceText(
        name=name,
        sha256=sha256,
        text=writer.text,
        media=MEDIA,
        reader=f"xml-{legi.NAME}",
        library=LIBRARY,
        blocks=writer.blocks,
        whole=True,
        given=printed.given,
        left_out=tuple(printed.left),
    )
