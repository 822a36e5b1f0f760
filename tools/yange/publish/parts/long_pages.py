"""From how many clauses on a page is long: it then leaves to scripts and links what need not stand on it.

No page may be over 300 kB. Texts of 300 articles were: the page of a text had 389 kB and 4,856 elements, a comparison
433 kB and 6,452 (471 kB in English). Pages of 150 articles have half of that.
"""

from __future__ import annotations

__all__ = ["LONG"]

LONG = 150
