"""The catalogue of the words that readers see: ``locale/<language>.po``, one file for each language.

The files are gettext files with keys (``status.in-force``) as ids, so that no language is the source of another and
every translation tool can open them. Babel reads them directly and :mod:`gettext` looks words up: nothing is compiled,
and the next build prints a contributor's changes. Every file in the folder is a catalogue.
"""

from __future__ import annotations

import gettext
import io
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from yange.problems import YangeError

__all__ = ["LANGUAGES", "Messages", "messages", "nearest"]

_FOLDER = Path(__file__).parent / "locale"
_FIRST = ("zh", "en")

LANGUAGES = (*_FIRST, *sorted({file.stem for file in _FOLDER.glob("*.po")} - {*_FIRST}))
"""The languages that have a catalogue; another language only needs a file in ``locale/``."""


class Messages:
    """The catalogue of one language: words by key."""

    def __init__(self, catalogue: Catalog) -> None:
        self._plurals = {_id(message.id): isinstance(message.id, tuple) for message in catalogue if message.id}
        compiled = io.BytesIO()
        write_mo(compiled, catalogue)
        compiled.seek(0)
        self._translations = gettext.GNUTranslations(compiled)
        self.words: Mapping[str, str] = {
            key: self._translations.gettext(key) for key, many in self._plurals.items() if not many
        }
        """The words of every key that has no plural."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Every key, in the order of the file."""
        return tuple(self._plurals)

    def __contains__(self, key: object) -> bool:
        """Return whether there are words for a key."""
        return key in self._plurals

    def __getitem__(self, key: str) -> str:
        """Return the words of a key that has no plural; raises ``KeyError`` for an unknown key."""
        return self.words[key]

    def counted(self, key: str, count: int) -> str:
        """Return the words of a key in the number that the language takes for ``count``.

        Raises:
            KeyError: for a key that the catalogue lacks or that has no plural.

        """
        if not self._plurals[key]:
            raise KeyError(key)
        return self._translations.ngettext(key, key, count)

    def forms(self, key: str) -> tuple[str, ...]:
        """Return all words of a key: one text, or one for each plural form of the language."""
        if not self._plurals[key]:
            return (self.words[key],)
        return tuple(dict.fromkeys(self.counted(key, count) for count in (1, 2)))


def _id(given: object) -> str:
    return str(given[0] if isinstance(given, (tuple, list)) else given)


def nearest(language: str) -> str:
    """Return the catalogue language for a text of any language: its own, or else the first."""
    return language if language in LANGUAGES else LANGUAGES[0]


@cache
def messages(language: str) -> Messages:
    """Return the catalogue of a language.

    Raises:
        KeyError: for a language without a catalogue.
        YangeError: if the file is missing or is not a gettext file.

    """
    if language not in LANGUAGES:
        raise KeyError(language)
    file = _FOLDER / f"{language}.po"
    try:
        with file.open("rb") as opened:
            return Messages(read_po(opened, locale=language, abort_invalid=True))
    except (OSError, PoFileError) as failure:
        raise YangeError(f"{file}: the words cannot be read: {failure}") from failure
