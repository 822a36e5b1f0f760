"""The words of the pages in one language: the narrow face of the catalogue (:mod:`yange.messages`)."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup, escape

from yange.messages import LANGUAGES, messages

__all__ = ["HTML_LANGUAGES", "Words", "html_language"]

HTML_LANGUAGES: Mapping[str, str] = {"zh": "zh-Hans", "en": "en"}


def html_language(language: str) -> str:
    """Return the value of an HTML ``lang`` attribute for a language of a text or of the interface."""
    return HTML_LANGUAGES.get(language, language)


class Words:
    """The catalogue in one language."""

    def __init__(self, language: str) -> None:
        """Take the language's catalogue; raises ``KeyError`` for a language that has none."""
        self.language = language
        self.html_language = HTML_LANGUAGES[language]
        self._messages = messages(language)
        self._column = LANGUAGES.index(language)

    def __contains__(self, key: object) -> bool:
        """Tell whether there are words for a key."""
        return key in self._messages

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the words for ``key`` as plain text, with ``values`` filled in.

        Raises:
            KeyError: for a key that the catalogue lacks.

        """
        words = self._messages[key]
        return words.format(**values) if values else words

    def count(self, key: str, count: int, /, **values: object) -> str:
        """Return the words for ``key`` in the number that goes with ``count``, which they may name."""
        return self._messages.counted(key, count).format(count=count, **values)

    def html(self, key: str, /, **values: object) -> Markup:
        """Return the words for ``key`` as HTML: plain values are escaped, ready HTML (``Markup``) stays."""
        return Markup(escape(self._messages[key])).format(**values)  # noqa: S704 - escaped on this line

    def series(self, items: object) -> str:
        """Join the texts of a list as the language does."""
        return ("、", ", ")[self._column].join(map(str, items if isinstance(items, (list, tuple)) else [items]))

    def sentence(self, parts: list[str]) -> str:
        """Join clauses of a sentence, empty ones left out."""
        return ("，", ", ")[self._column].join(part for part in parts if part)
