"""Modality words of English legal texts: duty, permission and bounds. There are no pairs of style words yet."""

from __future__ import annotations

import re

from yange.law.aspects.style import Style

__all__ = ["STYLE"]

STYLE = Style(
    modality=(
        ("duty", re.compile(r"\b(?:shall not|must not|may not|shall|must|may|should)\b")),
        ("bound", re.compile(r"\b(?:not )?(?:more|less|fewer) than\b|\bat (?:least|most)\b")),
    ),
    alone=frozenset({"shall not", "must not", "may not", "may"}),
)
"""The modality words of English."""
