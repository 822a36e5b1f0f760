"""Read amending instructions in English, one in each paragraph, in the forms of two drafting traditions.

The forms are those of the Commonwealth and of the United States::

    In article 5, for "X" substitute "Y", and after "Z" insert "W"
    Throughout, for "X" substitute "Y" wherever occurring
    In article 5, omit "X"                                  In article 5, omit "X" and substitute "Y"
    Article 5 is amended by striking "X" and inserting "Y"  Article 5 is amended by inserting "Y" after "X"
    For article 5 substitute: "…"                           Article 5 is amended to read as follows: "…"
    After article 3 insert: "Article 3A …"                  At the end of article 4 add: "(d) …"
    In section 5— (a) in subsection (1), for "X" substitute "Y"; (b) omit subsection (3).
    Section 5 of the X Act is amended— (1) by striking "X" and inserting "Y"; (2) in paragraph (1), by striking "Z".
    Article 5 is repealed                                   Omit paragraph (b) of article 4
    Article 6 is renumbered as article 7                    The articles are renumbered accordingly

Quotations are between “ and ” or between straight marks. A clause is named as article 4(b), paragraph (b) of
article 4, or article 4, paragraph (b). The usage is that of the Commonwealth's drafting manuals (*for … substitute*,
*omit*, *insert*) and of the United States House manual (*striking … and inserting*).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set

from yange.law.aspects.amending import (
    AmendedClause,
    AmendingOperation,
    AmendingReading,
    Examples,
    InsertionPlace,
    Instruction,
)
from yange.law.aspects.citations import Level
from yange.law.common import ARABIC_BRACKET, ARABIC_STOP, LATIN_BRACKET
from yange.law.en.numbers import ARTICLE, BARE, REGULATION, RULE, SECTION, SIGN
from yange.law.numbers import numbers_of, read_number
from yange.law.packs import law_named
from yange.numbering import ClauseNumber, NumberStyle

__all__ = ["AMENDING", "EnglishAmending"]

_QUOTED = r"(?:“(?:[^“”]*)”|\"(?:[^\"]*)\")"
_BLOCK = r"(?:“.*”|\".*\")"
_PART = r"(?:(?:sub-?)?(?:paragraph|item|point|clause)|sub-?section)"
_INSIDE = r"\([A-Za-z0-9]{1,4}\)"
_UNIT = r"(?:articles?|sections?|regulations?|rules?|chapters?|parts?)"
_NUMERAL = r"(?:[0-9]{1,4}[A-Z]{0,3}|[IVXLC]{1,8})\b"
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
_TEXT = rf"(?: the following)?[:—–]?\s*(?P<now>{_BLOCK})"
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
_ARTICLES = frozenset({ARTICLE, SECTION, RULE, REGULATION, SIGN, BARE})
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
    if number is None and place is InsertionPlace.AFTER and not clause.endswith(")"):
        number = next(iter(numbers_of(law_named("en")).sections(now)), None)
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


_CLAIMS = re.compile(
    r"\b(?:substitute[ds]?|substituting|omit(?:s|ted|ting)?|inserts?|inserted|inserting|repeal(?:s|ed)?|revoked?"
    r"|struck out|strik(?:e|ing)"
    r"|amend(?:ed|ing)?|(?:re)?designat(?:ed?|ing)|re-?letter(?:ed)?|renumber(?:ed|ing)?|replac(?:ed?|ing)"
    r"|delet(?:ed?|ing)|add(?:ed|ing)?|becomes"
    r"|leave out)\b|^\s*(?:\([0-9A-Za-z]{1,4}\) ?)?[Ii]n [^“\"]{3,160}[—–:]$",
    re.I,
)
_ENTRY = re.compile(
    r"\s*(?:(?P<stop>[0-9]{1,3}[A-Z]?\.(?=[ —])|[0-9]{1,3}[A-Z]?(?= [A-Z]))|\((?P<in>[0-9A-Za-z]{1,4})\)(?= ))[ ]?"
)
_BREAK = re.compile(r"(?<=[—–:;])(?: and| or)? (?=\([0-9A-Za-z]{1,4}\) )")
_UNITED_STATES = re.compile(r"^\s*(?:by |in [^“\"]{3,80}, by )|\bis (?:further )?amended[—–]|\bis amended by ", re.I)
_INSTRUMENT = re.compile(
    r"(?P<ref>\b(?:section|article|regulation|rule|schedule|chapter"
    r"|part)s? [0-9]+[A-Z]*(?:\([0-9A-Za-z]{1,4}\))*)(?: \([a-z][^()]{2,80}\))?"
    r" (?:of|to) (?:the )?(?P<name>(?:[A-Z][\w’'()/-]*,? |(?:of|and|the|for|on|in|to) ){0,16}?(?:Act|Order"
    r"|Regulations?|Rules|Code|Ordinance|Law)"
    r"(?:,? (?:of )?[0-9]{4})?|title [0-9]+, United States Code)(?: \([^()]{1,60}\))?",
    re.I,
)
_HEADED = re.compile(r"(?<=[0-9A-Z)]) \([a-z][a-z ,-]{2,80}\)(?=[,—–:])")
"""The heading of a provision beside its number: In section 56 (interpretation)."""
_OPENS = _form(
    rf"(?:in )?(?P<ref>{_REF}|{_PART} {_INSIDE}(?:{_INSIDE})*)(?:[—–:]"
    rf"|,? is(?: hereby)?(?: further)? amended(?: as follows)?[—–:.]?)"
)
_OPENS_TEXT = _form(
    r"(?:in )?(?:the )?(?P<name>[A-Z][^“”\"—;:]{3,160}?)(?: \([^()]{1,60}\))?(?:[—–:]| (?:is"
    r"|are)(?: hereby)? amended(?: as follows)?[—–:.]?)"
)
_LONGEST_HEAD = 2_000
"""Characters before the first quotation; the words of no amending sentence are longer."""
_INSTRUMENT_NAME = re.compile(r"(?:Act|Order|Regulations?|Rules|Code|Ordinance|Law)(?:,? (?:of )?[0-9]{4})?$")
_RELATIVE = re.compile(rf"{_PART} (?P<in>(?:{_INSIDE})+)(?! of )", re.I)
_INSIDE_OF = _form(rf"in (?P<ref>{_UNIT} {_NUMERAL}(?:{_INSIDE})*),? (?P<rest>.*)")
_BY = (
    (
        _form(rf"by amending (?P<ref>{_REF}) to read as follows(?P<rest>.*)"),
        "{ref} is amended to read as follows{rest}",
    ),
    (
        _form(r"by (?:adding|inserting) at the end(?: the following)?(?P<rest>.*)"),
        "at the end of {clause} add the following{rest}",
    ),
    (
        _form(rf"by inserting after (?P<ref>{_REF})(?: the following)?(?P<rest>.*)"),
        "after {ref} insert the following{rest}",
    ),
    (_form(rf"by (?:striking(?: out)?|omitting|deleting|repealing) (?P<ref>{_REF})"), "omit {ref}"),
    (
        _form(rf"by (?:redesignating|renumbering|relettering) (?P<ref>{_REF}) as (?P<rest>.*)"),
        "{ref} is redesignated as {rest}",
    ),
    (_form(r"by (?P<rest>.*)"), "{clause} is amended by {rest}"),
    (_form(rf"in (?P<ref>{_REF}), by (?P<rest>.*)"), "{ref} is amended by {rest}"),
    (_form(r"at the end,? (?:insert|add)(?P<rest>.*)"), "at the end of {clause} insert{rest}"),
    (_form(r"(?P<rest>(?:for|omit|leave out|after|before) [“\"].*)"), "in {clause}, {rest}"),
)
"""What an entry of a list says, as a sentence of its own."""


def _level(entry: re.Match[str], sentence: str) -> int:
    """Return the level of an entry: 1. is above (1), which is above (a); in the United States (a) is above (1)."""
    if entry["stop"]:
        return 0
    printed = entry["in"]
    american = _UNITED_STATES.search(sentence) is not None
    if printed[0].isdigit():
        return 4 if american else 2
    if re.fullmatch("[ivx]+", printed) and printed not in ("v", "x"):
        return 8
    if printed.isupper():
        return 6
    return 2 if american else 4


def _as_sentence(words: str, clause: str) -> str:
    """Return an entry of a list as a sentence that names its clause."""
    head, mark, rest = re.match(r"([^“\"]*)(.?)(.*)", words, re.S).groups()  # type: ignore[union-attr]
    relative = list(_RELATIVE.finditer(head)) if clause else []
    for match in relative[:1]:
        head = f"{head[: match.start()]}{clause}{match['in']}{head[match.end() :]}"
    words = f"{head}{mark}{rest}"
    inside = _INSIDE_OF.fullmatch(words)
    if inside is not None and _RELATIVE.search(re.split('[“"]', inside["rest"], maxsplit=1)[0]):
        rest = inside["rest"]
        return _as_sentence(f"in {rest}" if _RELATIVE.match(rest) else rest, _ref(inside["ref"]))
    for form, sentence in _BY:
        match_by = form.fullmatch(words)
        if match_by is not None and ("{clause}" not in sentence or clause):
            return sentence.format(clause=clause, **{"ref": "", "rest": "", **match_by.groupdict()})
    return words


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
        if "“" not in first and "“" not in line:
            return (before + line.count('"')) % 2
        again = before > 0 and line.lstrip().startswith("“")  # every paragraph of a long quotation begins with the mark
        return max(0, before - again + line.count("“") - line.count("”"))

    def claims(self, first: str) -> bool:
        """Return whether a sentence that begins with this line is an English one that amends."""
        outside = re.sub(rf"{_QUOTED}|[“\"].*", " ", first, flags=re.S)
        return _is_english(first) and _CLAIMS.search(outside.strip()) is not None

    def continues(self, before: str, line: str) -> bool:
        """Return whether a line begins the quotation that the sentence before it announced."""
        return line.lstrip()[:1] in ("“", '"') and before.rstrip().endswith((":", "—", "–"))

    def pieces(self, paragraph: str) -> Iterable[tuple[int | None, str]]:
        """Return the sentences of a paragraph, each with the level of its number."""
        quoted = [match.span() for match in re.finditer(_QUOTED, paragraph)]
        cuts = [
            match.end()
            for match in _BREAK.finditer(paragraph)
            if not any(start < match.start() < end for start, end in quoted)
        ]
        for start, end in zip([0, *cuts], [*cuts, len(paragraph)], strict=True):
            piece = paragraph[start:end].strip()
            entry = _ENTRY.match(piece)
            sentence = piece[entry.end() :] if entry else piece
            inner = _ENTRY.match(sentence) if entry and entry["stop"] else None
            if inner is not None and inner["in"]:
                entry, sentence = inner, sentence[inner.end() :]
            level = _level(entry, sentence) if entry else None
            if level and sentence.rstrip(" .—:").endswith("amended as follows"):
                level -= 1  # what follows has numbers of the same kind
            yield level, sentence

    def read_within(self, sentence: str, line: int, within: AmendedClause | None) -> AmendingReading:
        """Return what a sentence says about a part of ``within``, or about the clause that it names itself."""
        words = re.sub(r"[ .;,]*(?:[;,] (?:and|or))?[ .;,]*$", "", sentence.strip())
        head = re.split('[“"]', words, maxsplit=1)[0]
        if len(head) > _LONGEST_HEAD:
            return AmendingReading()
        named = _INSTRUMENT.search(head)
        instrument = ""
        if named is not None:
            instrument, words = named["name"], f"{words[: named.start()]}{named['ref']}{words[named.end() :]}"
        words = _HEADED.sub("", words, count=1)
        clause = within.clause if within is not None else ""
        spoken = _as_sentence(words, clause)
        opened = _OPENS.fullmatch(spoken)
        if opened is not None and (_NUMBER.search(opened["ref"]) or clause):
            return AmendingReading(opened=AmendedClause(_ref(opened["ref"])), instrument=instrument)
        found = tuple(_read(spoken, line))
        if found or (text := _OPENS_TEXT.fullmatch(words)) is None or not _INSTRUMENT_NAME.search(text["name"]):
            return AmendingReading(found, instrument=instrument)
        return AmendingReading(opened=AmendedClause(), instrument=text["name"])

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
