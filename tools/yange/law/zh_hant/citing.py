"""Cite a clause in traditional characters: 第五條第二項第三款, in Macau 第五條第二款第（三）項."""

from __future__ import annotations

from functools import lru_cache

from yange.law.zh_hans.citing import ChineseCitationForms
from yange.law.zh_hant.convention import is_taiwan
from yange.law.zh_hant.script import as_written
from yange.model import ClauseKind

__all__ = ["CITING", "TraditionalCitationForms"]


class TraditionalCitationForms(ChineseCitationForms):
    """Citations in traditional characters, in the order in which a text counts."""

    def of_text(self, text: str) -> ChineseCitationForms:
        """Return the forms for a text: 項 and 款 count in two orders."""
        return _forms(is_taiwan(text))


CITING = TraditionalCitationForms(as_written, "项", {ClauseKind.ITEM: "款", ClauseKind.SUBITEM: "目"})


@lru_cache(maxsize=2)
def _forms(taiwan: bool) -> ChineseCitationForms:
    return CITING if taiwan else TraditionalCitationForms(as_written)
