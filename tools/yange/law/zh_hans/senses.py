"""Find the words of a sentence on commencement, expiry or effects, and their fields, without ordinary senses.

The sentence is packed, with read words replaced by :data:`~.sense_words.USED` and titles masked (see :mod:`.left`).
The lists of :mod:`.sense_words` contain the *ordinary* senses, so that an unexpected wording is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yange.law.zh_hans.clause_lists import LABEL
from yange.law.zh_hans.days import LOOSE_DAY
from yange.law.zh_hans.packed import YEAR
from yange.law.zh_hans.sense_words import (
    AFTER_APPROVAL,
    ALL_USED,
    BEGIN,
    BY_RULES,
    BY_THIS_TEXT,
    CERTIFICATE,
    CHANGING,
    CLAUSE_START,
    CREDENTIAL,
    ELSEWHERE,
    ENDING,
    ENDING_CLOSED,
    EXTEND,
    HEADING_ONLY,
    LIMITS,
    NAMED,
    NEAR,
    NEED_A_NAME,
    NO_OBJECT,
    OF_A_PART,
    OF_THE_TEXT,
    OFTEN_ORDINARY,
    ORDINARY_BEFORE,
    OWN,
    OWN_APPROVAL,
    PAST,
    PENDING,
    REVIVE,
    RULES,
    SIGNAL,
    STATES_A_TERM,
    SUSPEND,
    TERM_OF_THE_TEXT,
    TERM_WORDS,
    USED,
    VALIDITY,
)


@dataclass(frozen=True, slots=True)
class SentenceContext:
    """The context of a sentence.

    ``begun``: it states a first day of the whole text; ``text_begun``: this or another sentence of the text does.
    ``excepted``: the labels that it excepts from that day, and ``started`` those whose first day was read anywhere in
    the text. ``ended``: the text states a last day.
    """

    begun: bool
    text_begun: bool
    excepted: frozenset[str]
    started: frozenset[str]
    ended: bool


def is_own(words: str) -> bool:
    """Return whether the sentence is about the whole text itself (本办法…), and not about a part of it."""
    return OF_THE_TEXT.search(words) is not None and OF_A_PART.search(words) is None


def names_instrument(words: str) -> bool:
    """Return whether the sentence names an instrument by title or number."""
    return re.search(NEAR, words) is not None


def fields(words: str, context: SentenceContext) -> Iterator[str]:
    """Yield the front matter field that each unread word of the sentence may concern."""
    if HEADING_ONLY.fullmatch(words):
        return
    limited = context.begun and _is_limited(words, context)
    from_a_day = not context.text_begun and YEAR.search(words) is not None and BY_THIS_TEXT.search(words) is not None
    if limited or from_a_day or any(_may_begin(words, match) for match in BEGIN.finditer(words)):
        yield "effective"
    elif context.begun and _leaves_a_day(words):
        yield "expires"
    for match in ENDING.finditer(words):
        if _may_end(words, match, context):
            yield _ended_field(words, match)
    if any(_may_be_term(words, match, context) for match in TERM_WORDS.finditer(words)):
        yield "expires"
    yield from _acts(words)


def _clause(words: str, at: int) -> str:
    """Return the words between the last comma and ``at``."""
    cut = max((match.end() for match in CLAUSE_START.finditer(words, 0, at)), default=0)
    return words[cut:at]


def _may_begin(words: str, match: re.Match[str]) -> bool:
    if PENDING.match(words, match.start()):
        return not re.search(r"(?:证|许可|合同|计划|项目|方案)的?$", words[: match.start()])
    if not NO_OBJECT.match(words, match.end()):
        return False
    clause = _clause(words, match.start())
    if re.search(rf"(?:{SUSPEND.pattern}|{REVIVE.pattern}|{ENDING.pattern}|继续{match[0]})$", clause + match[0]):
        return False
    if ORDINARY_BEFORE.search(clause) and not re.search(rf"{LOOSE_DAY}|之日|起", clause):
        return False
    if re.search(r"(?:的|发生|已经?|法律效力|《|※)$", clause):
        return False
    if AFTER_APPROVAL.search(clause) and not OWN_APPROVAL.search(words):
        return False
    if match[0] in OFTEN_ORDINARY:
        return bool(SIGNAL.search(clause)) and not CREDENTIAL.search(words)
    if match[0] == "生效":
        return bool(OF_THE_TEXT.search(words)) or (bool(SIGNAL.search(clause)) and not CREDENTIAL.search(words))
    return True


def _may_end(words: str, match: re.Match[str], context: SentenceContext) -> bool:
    before = words[: match.start()]
    if context.ended and re.search(r"(?:届满|期满|到期)[^，,。；]{0,8}$", before):
        return False
    closed = ENDING_CLOSED.match(words, match.end())
    if closed is None or CHANGING.search(before) or CERTIFICATE.search(before):
        return False
    behind = closed.end() if closed[0].startswith("经") else match.end()
    near = NAMED.search(before) is not None or re.match("[^，。；《]{0,12}《", words[behind:]) is not None
    if match[0] in NEED_A_NAME:
        return near
    if CREDENTIAL.search(words) and not near and not OF_THE_TEXT.search(words):
        return False
    return (
        near
        or bool(OF_THE_TEXT.search(words) or RULES.search(BY_RULES.sub("", words)))
        or bool(re.search(rf"{LOOSE_DAY}|起|同时|{USED}", words))
    )


def _ended_field(words: str, match: re.Match[str]) -> str:
    others = re.sub(rf"{OWN}[一-鿿]{{1,8}}", "", words)
    if re.search(NEAR, others) or RULES.search(BY_RULES.sub("", others)) or words.startswith("《", match.end()):
        return "declares_lapsed" if match[0] == "失效" else "repeals"
    return "expires"


def _may_be_term(words: str, match: re.Match[str], context: SentenceContext) -> bool:
    if CREDENTIAL.search(words):
        return False
    if context.ended and match[0] in ("届满", "期满", "到期", "有效期") and not STATES_A_TERM.match(words, match.end()):
        return False
    if re.search(r"已经?$", words[: match.start()]) or words.startswith("的", match.end()):
        return False
    if match[0] == "有效" and re.match(r"[。；，,）)]|$", words[match.end() :]):
        return context.begun or re.search(rf"{OWN}[一-鿿]{{1,12}}$", words[: match.start()]) is not None
    if match[0] in ("届满", "期满", "到期", "截止"):
        return context.begun or bool(TERM_OF_THE_TEXT.search(words))
    before = words[: match.start()]
    if ELSEWHERE.search(words, match.start()):
        return False
    return context.begun or bool(OF_THE_TEXT.search(words)) or bool(re.fullmatch(rf"\W*(?:{LABEL})?\W*", before))


def _acts(words: str) -> Iterator[str]:
    for pattern, field in ((SUSPEND, "suspends"), (REVIVE, "revives")):
        for match in pattern.finditer(words):
            closed = ENDING_CLOSED.match(words, match.end()) or re.compile(OWN).match(words, match.end())
            if closed and not CREDENTIAL.search(words) and not CHANGING.search(words[: match.start()]):
                yield "effective" if is_own(words) and not names_instrument(words) else field
    yield from _extensions(words)


def _extensions(words: str) -> Iterator[str]:
    for match in EXTEND.finditer(words):
        near = words[max(0, match.start() - 16) : match.end() + 16]
        if re.search(rf"{NEAR}[^，。；]{{0,6}}$", words[: match.start()]) and not CERTIFICATE.search(near):
            yield "extends"
            continue
        if (
            CERTIFICATE.search(near)
            or not VALIDITY.search(near)
            or not ENDING_CLOSED.match(
                re.sub(r"^(?:(?:至|到|[0-9一二两三四五六七八九十半]).*)", "", words[match.end() :])
            )
        ):
            continue
        before = words[: match.start()]
        if re.search(rf"{NEAR}[^，。；证照书票]{{0,24}}$", before) or "《" in words[match.end() : match.end() + 16]:
            yield "extends"
        elif not CREDENTIAL.search(words) and re.search(
            rf"{OWN}[一-鿿]{{1,6}}(?:的?有效期限?)?(?:可以?|予以|届满后|期满后)?$|{USED}", near[: near.find(match[0])]
        ):
            yield "expires"


def _is_limited(words: str, context: SentenceContext) -> bool:
    """Return whether the sentence of a first day continues with words that may change it."""
    for match in LIMITS.finditer(words):
        if match[0].startswith("除") and (
            (context.excepted and context.excepted <= context.started) or ALL_USED.match(match[0])
        ):
            continue
        if not ELSEWHERE.search(words[match.start() :]):
            return True
    return False


def _leaves_a_day(words: str) -> bool:
    """Return whether the sentence of a first day has another day that is not the day of issue of a text."""
    return any(not PAST.search(words[match.end() : match.end() + 30]) for match in re.finditer(LOOSE_DAY, words))
