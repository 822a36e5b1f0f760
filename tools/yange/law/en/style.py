"""Style and modality words of English legal texts: duty, permission and bounds.

*Shall* and *must* are different words here, although drafting offices today write *must* for the duty that *shall*
laid down (Office of the Parliamentary Counsel, Drafting Guidance, 1.2): which duty a *shall* was is for the reader.
"""

from __future__ import annotations

import re

from yange.law.aspects.style import Style

__all__ = ["STYLE"]

STYLE = Style(
    exchanged=(
        ("per centum", "per cent"),
        ("percent", "per cent"),
        ("judgement", "judgment"),
        ("authorisation", "authorization"),
        ("authorise", "authorize"),
        ("recognise", "recognize"),
        ("organisation", "organization"),
        ("prior to", "before"),
        ("upon", "on"),
        ("whilst", "while"),
        ("amongst", "among"),
    ),
    joining=frozenset({"and"}),
    modality=(
        (
            "duty",
            re.compile(
                r"\b(?:(?:shall|must|may|should|can)(?: not)?|cannot|need not|(?:is|are) (?:not )?"
                r"(?:required|obliged|entitled|permitted|authori[sz]ed|empowered|prohibited|forbidden"
                r"|bound)(?= (?:to|from)\b)"
                r"|(?:is|are) (?:not )?to(?= (?!(?:the|an?|any|such|that|this|these|those|its|section|article"
                r"|part)\b)[a-z]{2,} ))\b"
            ),
        ),
        ("bound", re.compile(r"\b(?:not |no )?(?:more|less|fewer|later|earlier) than\b|\bat (?:least|most)\b")),
    ),
    alone=frozenset({"shall not", "must not", "may not", "may", "cannot"}),
    equal_force=(frozenset({"shall", "must"}), frozenset({"shall not", "must not"})),
)
"""The style and modality words of English."""
