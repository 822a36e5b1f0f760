"""Read amending instructions in English, one in each paragraph, in the forms of two drafting traditions.

The forms are those of the Commonwealth and of the United States::

    In article 5, for "X" substitute "Y", and after "Z" insert "W"
    Throughout, for "X" substitute "Y" wherever occurring
    In article 5, omit "X"                                  In article 5, omit "X" and substitute "Y"
    Article 5 is amended by striking "X" and inserting "Y"  Article 5 is amended by inserting "Y" after "X"
    For article 5 substitute: "…"                           Article 5 is amended to read as follows: "…"
    After article 3 insert: "Article 3A …"                  At the end of article 4 add: "(d) …"
    Article 5 is repealed                                   Omit paragraph (b) of article 4
    Article 6 is renumbered as article 7                    The articles are renumbered accordingly

Quotations are between “ and ” or between straight marks. A clause is named as article 4(b), paragraph (b) of
article 4, or article 4, paragraph (b). The usage is that of the Commonwealth's drafting manuals (*for … substitute*,
*omit*, *insert*) and of the United States House manual (*striking … and inserting*).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from yange.law.aspects.amending import AmendingOperation, Examples, InsertionPlace, Instruction
from yange.law.aspects.citations import Level
from yange.law.common import ARABIC_BRACKET, ARABIC_STOP, LATIN_BRACKET
from yange.law.en.numbers import ARTICLE, SECTION
from yange.law.numbers import read_number
from yange.numbering import ClauseNumber, NumberStyle

__all__ = ["AMENDING", "EnglishAmending"]

_QUOTED = r"(?:“(?:[^“”]*)”|\"(?:[^\"]*)\")"
_BLOCK = r"(?:“.*”|\".*\")"
_PART = r"(?:sub-?)?(?:paragraph|item|point|clause)"
_INSIDE = r"\([A-Za-z0-9]{1,4}\)"
_UNIT = r"(?:articles?|sections?|chapters?|parts?)"
_NUMERAL = r"(?:[0-9]{1,4}[A-Z]?|[IVXLC]{1,8})\b"
_REF = rf"(?:{_PART} {_INSIDE} of )*{_UNIT} {_NUMERAL}(?: ?{_INSIDE})*(?:, {_PART} {_INSIDE})*"
_REFS = rf"{_REF}(?:(?:, and |, | and )(?:{_REF}|{_NUMERAL}))*"
_WHOLE = r"throughout|in the (?:text|rules|regulations|act|ordinance|measures)"
_EVERY = (
    r"(?:,? (?P<every>wherever (?:it occurs|it appears|they occur|they appear|occurring|appearing)"
    r"|(?:in )?(?:each|every) (?:place|time)(?: (?:where |in which )?it (?:occurs|appears))?|in (?:all|both) places))?"
)
_OMIT = r"(?:omit|delete|leave out|strike(?: out)?)"
_OMITTING = r"(?:by )?(?:striking(?: out)?|deleting|omitting)"
_WAS, _NOW, _GONE_WORDS = (rf"(?P<{name}>{_QUOTED})" for name in ("was", "now", "gone"))
_BESIDE = rf"(?:after (?P<after>{_QUOTED})|before (?P<before>{_QUOTED}))"
_CHANGE = tuple(
    re.compile(pattern + _EVERY.replace("every", "last"), re.I)
    for pattern in (
        rf"for {_WAS}{_EVERY},? (?:there (?:is|are) )?substituted? {_NOW}",
        rf"{_OMIT} {_WAS}{_EVERY}(?:,? and|,) (?:substitute|insert) {_NOW}",
        rf"replace {_WAS}{_EVERY} (?:with|by) {_NOW}",
        rf"{_BESIDE}{_EVERY},? insert {_NOW}",
        rf"{_OMIT} {_GONE_WORDS}",
        rf"{_OMITTING} {_WAS}{_EVERY} and (?:inserting|substituting) {_NOW}",
        rf"(?:by )?substituting {_NOW} for {_WAS}",
        rf"(?:by )?replacing {_WAS}{_EVERY} (?:with|by) {_NOW}",
        rf"(?:by )?inserting {_NOW} {_BESIDE}",
        rf"{_OMITTING} {_GONE_WORDS}",
    )
)
"""Forms of changes, longer ones first: *omit … and substitute …* is one change, *omit …* another."""
_JOIN = re.compile(r"(?:;|,)? and |; ?|, ", re.I)


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I | re.S)


_IN = _form(rf"(?:in (?P<ref>{_REF})|(?P<whole>{_WHOLE})),? (?P<changes>.*)")
_AMENDED = _form(rf"(?P<ref>{_REF}) is(?: hereby)? amended (?P<changes>by .*)")
_TEXT = rf"(?: the following)?:? ?(?P<now>{_BLOCK})"
_READS = r"is(?: hereby)? (?:amended to read(?: as follows)?|(?:replaced|substituted) (?:by|with))"
_REWRITE = _form(
    rf"(?:for (?P<ref>{_REF}),? substitute|replace (?P<ref2>{_REF}) (?:with|by)|(?P<ref3>{_REF}) {_READS}){_TEXT}"
)
_ADD = r",?(?: there is)? (?:insert|add)(?:ed)?(?: the following)?(?: a new)?"
_AFTER = _form(rf"after (?P<ref>{_REF}){_ADD}(?: (?:{_UNIT}|{_PART}))?{_TEXT}")
_END = _form(rf"(?:at the end of|to) (?P<ref>{_REF}){_ADD}(?: (?:{_UNIT}|{_PART}))?{_TEXT}")
_GONE = _form(
    rf"(?P<refs>{_REFS}) (?:is|are)(?: hereby)? (?:repealed|omitted|deleted|revoked|struck out)"
    rf"|(?:omit|delete|repeal|revoke|strike(?: out)?) (?P<refs2>{_REFS})"
)
_RELABEL = _form(
    rf"(?P<ref>{_REF}) (?:(?:is(?: hereby)? )?(?:renumbered|redesignated|re-?lettered)(?: as)?|becomes) "
    rf"(?P<label>{_REF}|{_PART} {_INSIDE})"
    rf"|renumber (?P<ref2>{_REF}) as (?P<label2>{_REF}|{_PART} {_INSIDE})"
)
_ALL = r"(?:remaining )?(?:articles|sections|provisions)"
_RENUMBER = _form(
    rf"(?:(?:and )?(?:the )?{_ALL} (?:are|shall be) renumbered|renumber the {_ALL}) (?:accordingly|consecutively)"
)
_ARTICLES = frozenset({ARTICLE, SECTION})
_NUMBER = re.compile(r"(?P<unit>[A-Za-z]+) (?P<n>[0-9]{1,4}[A-Z]?|[IVXLCivxlc]{1,8}\b)")


def _is_english(sentence: str) -> bool:
    """Return whether a sentence is English: it has no Chinese character before its first quotation."""
    head = re.split('[“"]', sentence, maxsplit=1)[0]
    return bool(re.search("[A-Za-z]{2}", head)) and not re.search("[\u3400-\u9fff]", head)


def _read(sentence: str, line: int) -> Iterator[Instruction]:
    if _RENUMBER.fullmatch(sentence):
        yield Instruction(operation=AmendingOperation.RENUMBER, line=line)
    elif match := _REWRITE.fullmatch(sentence):
        clause = _ref(match["ref"] or match["ref2"] or match["ref3"])
        yield Instruction(operation=AmendingOperation.REWRITE, line=line, clause=clause, now=_words(match["now"]))
    elif match := _AFTER.fullmatch(sentence):
        yield _insert(_ref(match["ref"]), InsertionPlace.AFTER, _words(match["now"]), line)
    elif match := _END.fullmatch(sentence):
        yield _insert(_ref(match["ref"]), InsertionPlace.END, _words(match["now"]), line)
    elif match := _GONE.fullmatch(sentence):
        for ref in _list(match["refs"] or match["refs2"]):
            yield Instruction(operation=AmendingOperation.REMOVE, line=line, clause=ref)
    elif match := _RELABEL.fullmatch(sentence):
        clause, label = _ref(match["ref"] or match["ref2"]), match["label"] or match["label2"]
        yield Instruction(operation=AmendingOperation.RELABEL, line=line, clause=clause, label=_label(label))
    elif match := _IN.fullmatch(sentence) or _AMENDED.fullmatch(sentence):
        named = match["ref"]
        yield from _changes(match["changes"], _ref(named) if named else "", line)


def _insert(clause: str, place: InsertionPlace, now: str, line: int) -> Instruction:
    """Return an insertion; the number at the beginning of the quotation shows its unit and its place."""
    number = read_number(now)
    label = ""
    if number is not None and number.style in _ARTICLES:
        unit, label = Level.ARTICLE, number.bare.rstrip(".")
    elif number is not None:
        unit, label = Level.ITEM, number.bare
    elif place is InsertionPlace.AFTER and not clause.endswith(")"):
        unit = Level.ARTICLE  # an article is inserted after an article, and this one has no number
    else:
        unit = Level.PARAGRAPH
    operation = AmendingOperation.INSERT
    return Instruction(operation=operation, line=line, clause=clause, now=now, label=label, unit=unit, place=place)


def _changes(text: str, clause: str, line: int) -> tuple[Instruction, ...]:
    """Return the instructions of a chain of changed words; empty if any part has no known form."""
    found: list[Instruction] = []
    at = 0
    while at < len(text):
        match = next(filter(None, (change.match(text, at) for change in _CHANGE)), None)
        if match is None:
            return ()
        found.append(_change(match.groupdict(), clause, line))
        at = match.end()
        if at < len(text):
            join = _JOIN.match(text, at)
            if join is None:
                return ()
            at = join.end()
    return tuple(found)


def _change(words: dict[str, str | None], clause: str, line: int) -> Instruction:
    every = bool(words.get("every") or words.get("last"))
    gone, now = words.get("gone"), _words(words.get("now") or "")
    if gone:
        return Instruction(operation=AmendingOperation.REMOVE, line=line, clause=clause, was=_words(gone), every=every)
    after, before = _words(words.get("after") or ""), _words(words.get("before") or "")
    was = after or before or _words(words.get("was") or "")
    if after:
        now = f"{after}{'' if now[:1] in ',;.:)' or after[-1:] in '(-' else ' '}{now}"
    elif before:
        now = f"{now}{'' if now[-1:] in '(-' or before[:1] in ',;.:)' else ' '}{before}"
    return Instruction(operation=AmendingOperation.REPLACE, line=line, clause=clause, was=was, now=now, every=every)


def _words(quoted: str) -> str:
    return quoted[1:-1].strip() if quoted else ""


def _ref(text: str) -> str:
    """Return a clause's name as the text prints it: Article 4(b) for paragraph (b) of article 4."""
    found = _NUMBER.search(text)
    if found is None:
        return text
    outer = text.partition(found[0])
    before, after = (re.findall(_INSIDE, piece) for piece in (outer[0], outer[2]))
    return f"{found['unit'].rstrip('sS').capitalize()} {found['n']}{''.join((*reversed(before), *after))}"


def _label(text: str) -> str:
    """Return a new number as it is printed: Article 7; (c) of paragraph (c)."""
    inside = re.findall(_INSIDE, text)
    return str(inside[-1]) if inside else _ref(text)


def _list(text: str) -> Iterator[str]:
    """Yield each clause of a list: articles 5, 6 and 8."""
    unit = ""
    for one in re.split(r", and |, (?!(?:sub-?)?(?:paragraph|item|point|clause))| and ", text):
        named = _NUMBER.search(one)
        unit = named["unit"] if named else unit
        yield _ref(one if named else f"{unit} {one}")


class EnglishAmending:
    """The amending sentences of English decisions; see :class:`yange.law.aspects.amending.Amending`."""

    examples = Examples(
        replace='In article 3, for "X" substitute "Y"',
        every="wherever occurring",
        item="Article 5(b)",
        relabel="Article 6 is renumbered as article 7",
        renumber="The articles are renumbered accordingly",
        behind='After article 3 insert: "Article 3A …"',
        place="After article 3",
        numbered='After article 3 insert: "Article 3A …"',
        number="Article 3A",
        item_number='At the end of article 4 add: "(d) …"',
        insert_item='At the end of article 4 add: "(d) …"',
        inserted="3A",
    )
    list_styles: Set[NumberStyle] = frozenset({ARABIC_STOP, ARABIC_BRACKET, LATIN_BRACKET})
    article = re.compile(r"(?:Article|Section) [0-9]+[A-Z]?(?![A-Za-z0-9])")
    article_list = re.compile(r"(?:Articles|Sections) [0-9]")

    def open_after(self, first: str, line: str, before: int) -> int:
        """Return the number of open quotations after a line: “ and ” nest, straight marks come in pairs."""
        if not _is_english(first):
            return 0
        if "“" not in first:
            return (before + line.count('"')) % 2
        return max(0, before + line.count("“") - line.count("”"))

    def read(self, sentence: str, line: int) -> Iterator[Instruction]:
        """Yield the instructions of a sentence; none if the sentence, or a part of it, has no known form."""
        return _read(sentence, line) if _is_english(sentence) else iter(())

    def printed(self, label: str) -> str | None:
        """Return (d) of Article 5(d)."""
        match = _LAST_PART.search(label)
        return match[1] if match else None

    def paragraph(self, label: str) -> int | None:
        """Return nothing: an English text inserts a paragraph by its place."""
        return None

    def inserted(self, before: ClauseNumber, nth: int) -> str | None:
        """Return nothing: the quotation begins with the number of what is inserted."""
        return None

    def renumbered(self, label: str, nth: int) -> str | None:
        """Return Article 3 for the third article of a text that prints Article 1."""
        match = _LABEL_WORD.match(label)
        return f"{match[0]}{nth}" if match else None


_LAST_PART = re.compile(r"(?<!^)(\([^()]+\))$")
_LABEL_WORD = re.compile(r"[A-Za-z]+\s")

AMENDING = EnglishAmending()
