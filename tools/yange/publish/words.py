"""The words readers see, in one place: Chinese and English beside each other."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup, escape

from yange.publish.catalogue import CATALOGUE

__all__ = ["HTML_LANGUAGES", "Words", "html_language"]

HTML_LANGUAGES: Mapping[str, str] = {"zh": "zh-Hans", "en": "en"}


def html_language(language: str) -> str:
    """Return the value of an HTML ``lang`` attribute for a language of a text or of the interface."""
    return HTML_LANGUAGES.get(language, language)


class Words:
    """The catalogue in one language."""

    def __init__(self, language: str) -> None:
        """Take the language's column; raises ``KeyError`` for a language that has none."""
        self.language = language
        self.html_language = HTML_LANGUAGES[language]
        self._column = ("zh", "en").index(language)

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the words for ``key`` as plain text, with ``values`` filled in.

        Raises:
            KeyError: for a key that the catalogue lacks.

        """
        words = CATALOGUE[key][self._column]
        return words.format(**values) if values else words

    def html(self, key: str, /, **values: object) -> Markup:
        """Return the words for ``key`` as HTML: plain values are escaped, ready HTML (``Markup``) stays."""
        return Markup(escape(CATALOGUE[key][self._column])).format(**values)  # noqa: S704 - escaped on this line

    def series(self, items: object) -> str:
        """Join the texts of a list as the language does."""
        return ("、", ", ")[self._column].join(map(str, items if isinstance(items, (list, tuple)) else [items]))

    def sentence(self, parts: list[str]) -> str:
        """Join clauses of a sentence, empty ones left out."""
        return ("，", ", ")[self._column].join(part for part in parts if part)
