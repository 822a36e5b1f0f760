"""Read the effects of an English text on other instruments: The Harbour Dues Act 1990 is repealed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from yange.law.aspects.effects import EffectStatement
from yange.law.en.days import DAY, DAYS
from yange.law.en.sentences import LEAD, PART, UNSURE, sentences
from yange.model import EventKind

__all__ = ["acts"]

_VERBS = {
    EventKind.REPEAL: r"(?:repealed|revoked|rescinded|abrogated|annulled)",
    EventKind.SUSPENSION: r"suspended",
    EventKind.REVIVAL: r"(?:revived|reinstated)",
}
_TITLE = r"[A-Z][^.;\n]{2,160}?"
_REPEAL = (
    r"(?P<title>{title})(?:,)? (?:is|are|shall be)(?: hereby)? {verb}\b"
    r"(?: (?:on|from|as from|as of|with effect from) (?P<day>{day})\b)?"
)
_NUMBER = re.compile(r" \((?P<number>[^()]*\d[^()]*)\)$")
_LIST = re.compile(
    r"(?:, and |, | and )(?:the )?(?=[A-Z][^,]*?\b(?:Act|Regulations?|Order|Ordinance|Rules?|Law|Code"
    r"|Decree|Directive|Decision|By-?laws?)\b)"
)


_UNNAMED = re.compile(
    r"(?:All|Any|Every|Each|Those|These|This|Such|No|Both|Where|It|They|So much|Anything|Other|Former"
    r"|Previous|Earlier)\b"
)


@cache
def _form(kind: EventKind) -> re.Pattern[str]:
    return re.compile(_REPEAL.format(title=_TITLE, verb=_VERBS[kind], day=DAY))


def acts(text: str, kind: EventKind) -> Iterator[EffectStatement]:
    """Yield the effects of an English text on others: The X Act 1990 is repealed, or section 3 of it."""
    verb = _VERBS.get(kind)
    if verb is None or not re.search(verb, text):
        return
    for start, end in sentences(text):
        lead = LEAD.match(text, start, end)
        match = _form(kind).search(text, lead.end() if lead else start, end)
        if match is None or UNSURE.search(text[start:end]) or text[start : match.start()].strip(_BEFORE_A_TITLE):
            continue
        day = DAYS.read(match["day"]) if match["day"] else None
        for words in _LIST.split(match["title"]):
            named = _named(words)
            if named is not None:
                title, number, extent = named
                yield EffectStatement(*match.span(), match[0], kind, title, number, extent, day)


_BEFORE_A_TITLE = " ,0123456789.()abcThe"
"""Characters of a label or of the word The, the only ones that may precede the title."""


def _named(words: str) -> tuple[str, str | None, tuple[str, ...]] | None:
    """Return title, number and clauses of one instrument in a list, or ``None`` if the words name none."""
    title = words.strip("“”\"' ,")
    part = PART.match(title[:1].upper() + title[1:])
    extent: tuple[str, ...] = ()
    if part is not None:
        rest = re.match(r" (?:of|to|in) (?:the )?", title[part.end() :])
        if rest is None:
            return None
        extent, title = (part[1],), title[part.end() + rest.end() :]
    title = re.sub("^(?:The|the) ", "", title)
    number = _NUMBER.search(title)
    name = title[: number.start()] if number else title
    if not re.match("[A-Z]", name) or _UNNAMED.match(name):
        return None
    return name, number["number"] if number else None, extent
