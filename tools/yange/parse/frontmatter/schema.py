"""The fields of front matter, in the order in which design §4 gives them."""

from __future__ import annotations

from yange.model import EFFECT_FIELDS

EFFECTS = tuple(EFFECT_FIELDS.values())
VERSION_FIELDS = (
    "title", "cover_title", "number", "issuer", "signed", "published", "effective", "effective_basis", "commenced",
    "amended_by", "expires", "expires_basis", "clause_periods", "repeals", "extends", "suspends", "revives",
    "declares_lapsed", "savings", "prevails_over", "draft", "text", "condition", "units", "sources", "checked",
    "corrections", "review", "settled", "language", "note",
)  # fmt: skip
EFFECT_KEYS = ("policy", "number", "title", "extent", "on", "until")
SOURCE_FIELDS = ("name", "url", "page_date", "retrieved", "sha256", "media", "lines", "variants")
CORRECTION_FIELDS = ("date", "field", "clause", "was", "now", "evidence", "by")
AMENDMENT_FIELDS = ("number", "date", "kind")
CLAUSE_PERIOD_FIELDS = ("clause", "from", "to")
POLICY_FIELDS = ("id", "title", "place", "kind", "rank", "was", "sample", "note")

ALWAYS = {
    "number", "issuer", "signed", "published", "effective", "effective_basis", "expires", "text", "condition", "units",
    "sources", "checked",
}  # fmt: skip
"""Fields of a version that are written even where nothing is known: their absence would be read as an oversight."""
