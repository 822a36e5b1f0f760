"""Read the caption (题注) below a title with the packs of the text's law."""

from __future__ import annotations

from yange.law import Law, law_of
from yange.law.aspects.captions import Caption

__all__ = ["caption"]


def caption(text: str, law: Law | None = None) -> Caption | None:
    """Return the caption at the beginning of ``text``, or ``None`` if there is none.

    It is one bracket on one or more lines, or lines of one event each, such as （2014年12月1日…令第273号发布
    2020年3月7日…令第326号修正 自2015年1月1日起施行）.
    """
    forms = (grammar.captions for grammar in law or law_of(text))
    return next((found for one in forms if (found := one.read(text)) is not None), None)
