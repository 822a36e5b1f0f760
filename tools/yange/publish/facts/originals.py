"""The originals of texts: on which page of its original a clause is, and where a reader can open that page.

What a page says of an original depends on files beside ``policies/``: :meth:`Originals.basis` is the hash of these.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path

from yange.model import Clause, Library, Policy, Source, Version
from yange.persons import leaves_out, marked
from yange.problems import YangeError
from yange.provenance import places_path
from yange.provenance.held import VersionPlaces
from yange.publish.assets import Asset
from yange.settings import Settings
from yange.shipped import SOURCES

__all__ = ["ClausePages", "Originals"]

_FOLDER = "data/originals/"
_PDF = "application/pdf"
_BEGINS = b"%PDF-"
_KEPT = 64


@dataclass(frozen=True, slots=True)
class ClausePages:
    """The pages of a clause in its original, from 1, both ends in.

    ``file`` is the address of the original on the site, empty where it is not published there. ``fetched`` is the
    address from which it was fetched, if it is a PDF file.
    """

    source: Source
    first: int
    last: int
    file: str

    @property
    def fetched(self) -> str | None:
        """The address of the same file elsewhere, without a fragment, as the record has it."""
        source = self.source
        known = source.url is not None and source.retrieved is not None and source.media == _PDF
        return source.url.partition("#")[0] if known and source.url else None


class Originals:
    """The originals that the project in ``folder`` keeps of a library; ``None``: nothing is known of any."""

    def __init__(self, folder: Path | None, library: Library, settings: Settings) -> None:
        """Set what is published: ``library`` is without private persons, unless the settings publish them."""
        self._folder, self._library, self._settings = folder, library, settings
        self._places = lru_cache(_KEPT)(self._places_of)

    def pages(self, version: Version, clause: Clause) -> ClausePages | None:
        """Return the pages of a clause; ``None`` where its source has none, or they are not known."""
        places = self._places(version.policy, version.key, version)
        known = places.of(clause) if places is not None else None
        pages = known.found.pages if known is not None else None
        if known is None or pages is None:
            return None
        return ClausePages(known.source, *pages, self._address(known.source))

    def _places_of(self, _policy: str, _key: str, version: Version) -> VersionPlaces | None:
        read = self._folder is not None and version.held and any(source.extract for source in version.sources)
        return VersionPlaces(self._folder, version) if read and self._folder is not None else None

    def basis(self, policy: Policy) -> str:
        """Return the hash of what the pages of a policy say of originals; empty where they say nothing."""
        if self._folder is None:
            return ""
        sources = (source for version in policy.versions if version.held for source in version.sources)
        told = [self._told(self._folder, source) for source in sources if source.extract and source.sha256]
        return sha256("\0".join(told).encode()).hexdigest() if told else ""

    def _told(self, folder: Path, source: Source) -> str:
        file = folder / places_path(source.sha256 or "")
        digest = sha256(file.read_bytes()).hexdigest() if file.is_file() and not file.is_symlink() else ""
        return f"{digest} {self._address(source)}"

    def _address(self, source: Source) -> str:
        return f"{_FOLDER}{source.sha256}.pdf" if source.sha256 in self.published else ""

    @cached_property
    def published(self) -> Mapping[str, Path]:
        """The files that the site contains, by hash: PDF files whose texts may all be read in full."""
        if self._folder is None or not self._settings.publish_originals:
            return {}
        folder = self._folder / SOURCES
        return {digest: file for digest in self._whole() if _is_pdf(file := folder / f"{digest}.pdf")}

    def _whole(self) -> Iterator[str]:
        """Yield the hashes of the PDF files of which no text is withheld, in whole or in part."""
        found: dict[str, list[bool]] = defaultdict(list)
        for policy in self._library.policies:
            bare = not self._settings.publish_persons and leaves_out(policy)
            for version in policy.versions:
                shown = version.held and not bare and (self._settings.publish_persons or not marked(version.body))
                for source in version.sources:
                    if source.sha256 and source.media == _PDF:
                        found[source.sha256].append(shown)
        return (digest for digest, shown in sorted(found.items()) if all(shown))

    def files(self) -> Iterator[Asset]:
        """Yield the originals that are published.

        Raises:
            YangeError: if a file is not the one that was imported.

        """
        for digest, file in self.published.items():
            content = file.read_bytes()
            if sha256(content).hexdigest() != digest:
                raise YangeError(
                    f"{SOURCES}/{file.name}: is not the file that was imported: its hash differs from its name; "
                    "restore it from git, or set publish_originals: false"
                )
            yield Asset(f"{_FOLDER}{digest}.pdf", content)


def _is_pdf(file: Path) -> bool:
    if file.is_symlink() or not file.is_file():
        return False
    with file.open("rb") as content:
        return content.read(len(_BEGINS)) == _BEGINS
