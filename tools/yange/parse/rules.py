"""The packs' patterns of numbers and layout, joined and compiled once for each law."""

from __future__ import annotations

import re
from functools import cache

from yange.law import Law
from yange.law.joining import joined
from yange.law.numbers import numbers_of
from yange.law.others import OTHER_DIVISIONS
from yange.numbering import BLANKS

__all__ = ["Rules", "rules_of"]

_NEVER = "(?!)"
_LETTERS = "A-Za-zÀ-ɏ\u1e00-\u1eff"
"""Latin letters, for use in a character class; Vietnamese has the last of them."""
_SIGN = r"[①-⑳]|[\[［〔【](?:{})?[0-9０-９]{{1,2}}[\]］〕】]|[¹²³⁴-⁹]{{1,2}}|[*＊†‡]{{1,3}}"
_OPENING, _CLOSING = re.escape("（([【〔［<〈"), re.escape("）)]】〕］>〉")


@cache
def rules_of(law: Law) -> Rules:
    """Return the rules for parsing texts of a law."""
    return Rules(law)


def _any(source: str, after: str = "") -> re.Pattern[str]:
    """Return a compiled pattern; an empty source matches nothing."""
    return re.compile(f"(?:{source}){after}" if source else _NEVER)


class Rules:
    """The patterns of one law, with the known ones of languages without a pack."""

    def __init__(self, law: Law) -> None:
        """Join and compile the patterns of the packs of a law."""
        layout = joined([*(pack.divisions for pack in law), OTHER_DIVISIONS])
        front, contents, headings = layout.front, layout.contents, layout.headings
        self.numbers = numbers_of(law)
        self.covers, self.bodies = front.covers, front.bodies
        self.no_title, self.captions = _any(front.no_title), _any(front.captions)
        self.caption_days, self.caption_acts = _any(front.days), _any(front.acts)
        self.whole_days = _any(front.whole_days)
        first = rf"|[：:]?\s*(?:{contents.first_entries}).*$" if contents.first_entries else ""
        self.contents = _any(contents.names, rf"\s*(?P<rest>$|[：:]\s*${first})")
        self.contents_announced = _any(contents.announced, "$")
        self.next_entries, self.no_contents = _any(contents.next_entries), _any(contents.never)
        self.bold = re.compile(
            rf"(\*\*|__)(?=(?:{'|'.join(filter(None, [headings.bold_labels, '[(（]']))}))(?=[^*_]{{1,60}}\1)"
        )
        self.inner_divisions, self.run_on_articles = _any(headings.inner_divisions), _any(headings.run_on_articles)
        self.above = _any(headings.above)
        self.citing = _any(headings.citing, "$")
        self.unnumbered, self.announcements = _any(headings.unnumbered), _any(headings.announcements)
        inner = "|".join(
            filter(None, [headings.inner_items, r"[（(]?\d{1,2}[）)]|\d{1,2}[．.、](?![\d])|[①-⑳]|\([a-z]{1,4}\)"])
        )
        self.inner_items = re.compile(rf"(?<=[：:；;。，,])[{BLANKS}]{{0,4}}(?P<n>{inner})")
        self.restarting, self.opening = headings.restarting, headings.opening
        pages = rf"[-—–－―\s\u3000]*\d{{1,4}}[-—–－―\s\u3000]*|{headings.page_numbers or _NEVER}"
        self.page_numbers = re.compile(pages)
        self.abbreviations = re.compile(
            rf"(?<![{_LETTERS}\u0300-\u036f])(?:[{_LETTERS}]|{headings.abbreviations or _NEVER})\.$"
        )
        self.annexes = tuple(map(re.compile, layout.annexes.headings))
        self.supplements = _any(layout.annexes.supplements)
        self.all_annexes, self.annex_sources = _any(layout.annexes.all), _any(layout.annexes.sources)
        self.annex_branches = re.compile("|".join(filter(None, [layout.annexes.branches, "[-－—]"])))
        self.annex_lists, self.annexes_announced = _any(layout.annexes.lists), _any(layout.annexes.announced)
        self.signatures, self.farewells = _any(layout.closing.signatures), _any(layout.closing.farewells)
        self.last_words = _any(layout.closing.last_words)
        sign = _SIGN.format(layout.note_words)
        word = rf"(?:(?:{layout.note_words})\s?)?" if layout.note_words else ""
        self.note = re.compile(rf"{word}(?P<sign>{sign})[:：.．{BLANKS}]*(?=\S)")
        self.noted = re.compile(rf"(?<=[^\s：:；;，,、。（(])(?P<sign>{sign})(?![（(])|(?<=[。！？])(?P<last>{sign})$")
        self.note_behind = re.compile(rf"(?:{sign})$")
        gone = layout.gone
        unless = rf"(?![^）)]*(?:{gone.exceptions}))" if gone.exceptions else ""
        self.gone = _any(gone.sentences, "[。.]?")
        self.gone_bracketed = re.compile(
            rf"[{_OPENING}][^{_OPENING}{_CLOSING}。；;]{{0,60}}?(?:{gone.words or _NEVER}){unless}"
            rf"[^{_OPENING}{_CLOSING}。；;]{{0,80}}[{_CLOSING}][。.]?"
        )
        self.gone_last = frozenset(gone.last + "）)]】〕］>〉")
