"""The catalogue of the words that readers see: ``locale/<language>.po``, one file for each language.

The files are gettext files with keys (``status.in-force``) as ids, so that no language is the source of another and
every translation tool can open them. Babel reads them directly and :mod:`gettext` looks words up: nothing is compiled,
and the next build prints a contributor's changes. Every file in the folder is a catalogue.

Chinese and English are complete. Another catalogue may lack a key: its words are then the English ones. An entry with
gettext's mark ``fuzzy`` is used, and has not been read by a native speaker yet; translation tools show the mark.
"""

from __future__ import annotations

import gettext
import io
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from babel.core import Locale
from babel.dates import format_date
from babel.languages import get_official_languages
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from yange.problems import YangeError

__all__ = ["LANGUAGES", "Messages", "country_name", "messages", "nearest"]

_FOLDER = Path(__file__).parent / "locale"
_FIRST = ("zh", "en")
_FALLBACK = "en"
_TRADITIONAL = frozenset({"zh-hant", "zh-tw", "zh-hk", "zh-mo"})
_DAYS = {"en": "en_GB"}
"""The locale for days of a language where it is not the language itself: 1 July 2017."""

LANGUAGES = (*_FIRST, *sorted({file.stem for file in _FOLDER.glob("*.po")} - {*_FIRST}))
"""The languages that have a catalogue; another language only needs a file in ``locale/``."""


class Messages:
    """The catalogue of one language: words by key; those of keys that it lacks are taken from ``others``."""

    def __init__(self, language: str, catalogue: Catalog, others: Messages | None = None) -> None:
        self.language = language
        entries = [message for message in catalogue if message.id]
        self._own = {_id(message.id): isinstance(message.id, tuple) for message in entries}
        self._plurals: Mapping[str, bool] = {**(others._plurals if others is not None else {}), **self._own}
        self._others = others
        compiled = io.BytesIO()
        write_mo(compiled, catalogue, use_fuzzy=True)
        compiled.seek(0)
        self._translations = gettext.GNUTranslations(compiled)
        self._locale = Locale.parse(_DAYS.get(language, language.replace("-", "_")))
        own = {key: self._translations.gettext(key) for key, many in self._own.items() if not many}
        self.words: Mapping[str, str] = {**others.words, **own} if others is not None else own
        """The words of every key that has no plural."""
        self.read_by_native = not any(message.fuzzy for message in entries)
        """Whether a native speaker has read every entry: none is marked ``fuzzy``."""

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
        if key not in self._own and self._others is not None:
            return self._others.counted(key, count)
        return self._translations.ngettext(key, key, count)

    def day(self, day: date) -> str:
        """Return a day in words, in the long form of the Unicode CLDR: 2017年7月1日, 1 July 2017, 1. Juli 2017."""
        return format_date(day, "long", locale=self._locale)

    def forms(self, key: str) -> tuple[str, ...]:
        """Return all words of a key: one text, or one for each plural form of the language."""
        if not self._plurals[key]:
            return (self.words[key],)
        return tuple(dict.fromkeys(self.counted(key, count) for count in (1, 2)))


def _id(given: object) -> str:
    return str(given[0] if isinstance(given, (tuple, list)) else given)


def nearest(language: str) -> str:
    """Return the catalogue language for a text of any language, a BCP 47 tag.

    It is the tag's own, without its last subtags if need be (RFC 4647, lookup): ``fr-CH`` gives ``fr``. Chinese of
    Taiwan, Hong Kong and Macau is traditional. English, the fallback of every catalogue, serves a language without one.
    """
    subtags = language.casefold().replace("_", "-").split("-")
    for last in range(len(subtags), 0, -1):
        tag = "-".join(subtags[:last])
        found = "zh-hant" if tag in _TRADITIONAL else tag
        if found in LANGUAGES:
            return found
    return _FALLBACK


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
            catalogue = read_po(opened, locale=language.replace("-", "_"), abort_invalid=True)
    except (OSError, PoFileError) as failure:
        raise YangeError(f"{file}: the words cannot be read: {failure}") from failure
    return Messages(language, catalogue, None if language in _FIRST else messages(_FALLBACK))


def country_name(code: str) -> str | None:
    """Return the name of a country in its own first language, ``None`` for a code that is none.

    Args:
        code: two letters of ISO 3166-1, in any case.

    >>> country_name("li"), country_name("EE"), country_name("zz")
    ('Liechtenstein', 'Eesti', None)

    """
    languages = get_official_languages(code.upper())
    if not languages:
        return None
    name = Locale.parse(languages[0]).territories.get(code.upper())
    return str(name) if name else None
