"""Captions in English: texts have no list of dated events below their title."""

from __future__ import annotations

from dataclasses import dataclass

from yange.law.aspects.captions import Caption

__all__ = ["CAPTIONS", "EnglishCaptions"]


@dataclass(frozen=True)
class EnglishCaptions:
    """No captions; see :class:`yange.law.aspects.captions.CaptionForms`."""

    def read(self, text: str) -> Caption | None:
        """Return nothing."""
        return None


CAPTIONS = EnglishCaptions()
