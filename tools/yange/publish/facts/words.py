"""The words of the pages in one language: the narrow face of the catalogue (:mod:`yange.messages`)."""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup, escape

from yange.messages import LANGUAGES, messages
from yange.reports.clause_labels import spoken_label

__all__ = ["Words", "html_language"]

_HAN = re.compile(r"[\u3400-\u9fff]").search
_STOPS = "、．."
"""The stop after an outline number (一、) is no part of its name."""
_LABELS = 4096


def html_language(language: str) -> str:
    """Return the value of an HTML ``lang`` attribute for a language of a text or of the interface."""
    return messages(language)["language.tag"] if language in LANGUAGES else language


class Words:
    """The catalogue in one language."""

    def __init__(self, language: str) -> None:
        """Take the language's catalogue; raises ``KeyError`` for a language that has none."""
        self.language = language
        self._messages = messages(language)
        self._plain = self._messages.words
        self.html_language = self._plain["language.tag"]
        self.read_by_native = self._messages.read_by_native
        self.label = lru_cache(_LABELS)(self._label)

    def __contains__(self, key: object) -> bool:
        """Return whether there are words for a key."""
        return key in self._messages

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the words for ``key`` as plain text, with ``values`` filled in.

        Raises:
            KeyError: for a key that the catalogue lacks.

        """
        words = self._plain[key]
        return words.format(**values) if values else words

    def of(self, kind: str, name: str) -> str:
        """Return the words for one of a kind: an operation, a status, a grade."""
        return self._plain[f"{kind}.{name}"]

    def count(self, key: str, count: int, /, **values: object) -> str:
        """Return the words for ``key`` in the number that goes with ``count``, which they may name."""
        return self._messages.counted(key, count).format(count=count, **values)

    def html(self, key: str, /, **values: object) -> Markup:
        """Return the words for ``key`` as HTML: plain values are escaped, ready HTML (``Markup``) stays."""
        shown = {name: escape(value) for name, value in values.items()}
        return Markup(str(escape(self._messages[key])).format(**shown))  # noqa: S704 - escaped on these lines

    def series(self, items: object) -> str:
        """Join the texts of a list as the language does."""
        return self._plain["joint.list"].join(map(str, items if isinstance(items, (list, tuple)) else [items]))

    def sentence(self, parts: list[str]) -> str:
        """Join clauses of a sentence, empty ones left out."""
        return self._plain["joint.sentence"].join(part for part in parts if part)

    def named(self, text: str, language: str) -> str:
        """Return a text in its own language as HTML: marked where that is not this one."""
        tag = html_language(language)
        if tag == self.html_language:
            return text
        return Markup(f'<span lang="{escape(tag)}">{escape(text)}</span>')  # noqa: S704 - escaped on this line

    def native(self, text: str) -> str:
        """Return a name, number or label as HTML: marked as Chinese where it is and this language is not."""
        return self.named(text, "zh") if _HAN(text) else text

    def kind(self, name: str) -> str:
        """Return the kind or rank of an instrument as HTML, and what it means."""
        key, shown = f"kind.{name}", self.native(name)
        meaning = self._plain[key] if key in self else name
        return shown if meaning == name else Markup("{} ({})").format(shown, meaning)

    def _label(self, label: str) -> str:
        """Return what a clause is called as HTML; unnumbered ones in this language."""
        key = f"label.{label}"
        if not label:
            return self("unit.unnamed")
        if key in self:
            return self(key)
        spoken = spoken_label(label, self._messages)
        return self.native((spoken or label).rstrip(_STOPS) or label)
