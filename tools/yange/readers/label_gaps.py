"""What stands between a number and the words behind it, where a format keeps the two apart."""

from __future__ import annotations

import unicodedata

_CLOSED = frozenset("）、．。，：〕】》」』")


def gap_behind(label: str) -> str:
    """Return what a printed text has between a number and its words.

    A number in characters (第三条) is followed by an ideographic space, and by nothing where a bracket or stop ends it
    (（一）, 三、): GB/T 9704-2012, 7.3.3, and the drafting rules of Japan and Taiwan. Any other number is followed by a
    space.

    >>> [len(gap_behind(label)) for label in ("第三条", "（一）", "Article 3", "")]
    [1, 0, 1, 0]
    """
    if not label:
        return ""
    if label[-1] in _CLOSED:
        return ""
    return "\u3000" if unicodedata.name(label[-1], "").startswith("CJK") else " "
