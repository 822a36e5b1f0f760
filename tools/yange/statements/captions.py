"""The caption (题注) below a title, as the packs of the law of a text read it."""

from __future__ import annotations

from yange.law import Law, law_of
from yange.law.aspects.captions import Caption

__all__ = ["caption"]


def caption(text: str, law: Law | None = None) -> Caption | None:
    """Read a caption: （2014年12月1日…令第273号发布 2020年3月7日…令第326号修正 自2015年1月1日起施行）.

    It is one bracket, over several lines or not, or lines of one event each. Returns ``None`` where ``text`` does not
    begin with one.
    """
    forms = (grammar.captions for grammar in law or law_of(text))
    return next((found for one in forms if (found := one.read(text)) is not None), None)
