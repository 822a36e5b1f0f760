"""What clauses without a printed number are called in the language of a report: preamble, Annex III.

Their labels are part of the file format and the same in every language (:mod:`yange.law.unit_names`): 序言, 附件三.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from yange.compare.result import Comparison
from yange.law import law_named
from yange.law.common import roman
from yange.law.zh_hans.numerals import HAN_DIGITS, read_chinese_numeral
from yange.messages import Messages

__all__ = ["annex_headings", "printed_annex", "spoken_label"]

_FORM = re.compile(
    rf"尾段(?P<closing>[{HAN_DIGITS}]+)|附件(?P<annex>[{HAN_DIGITS}]+(?:之[{HAN_DIGITS}]+)*|[A-Za-z0-9-]+)"
)
_ROOT = re.compile(r"annex_[^_]+")
_NUMBER = re.compile(r"[^\W\d_]+\s+(?P<n>[0-9]{1,3}(?:[A-Za-z]|-[0-9]+)?|[IVXLC]+|[A-Z])\b")
_HAN = frozenset({"zh", "zh-hant", "ja"})
"""The languages whose annexes keep the numerals of the label."""
_LONGEST_WORD = 12
_CLOSED = re.compile(rf"[\[［【]?\s*([^\[\]［］【】()（）]{{1,{_LONGEST_WORD}}}?)\s*(?:[\]］】(（]|$)")
"""A short heading in brackets or before them: [별표 1], 別表第一（第三条関係）."""


def spoken_label(label: str, words: Messages, headings: Mapping[str, str] | None = None) -> str | None:
    """Return a label with its word in a language: 尾段二 is Closing paragraph 2; ``None`` for a printed number.

    ``headings`` are names that take the place of the word and number of an annex, by its label.
    """
    found = _FORM.match(label)
    if found is None:
        return None
    name = (headings or {}).get(found[0])
    if name is None and found["annex"]:
        name = words["clause.annex"].format(number=_numbered(found["annex"], words))
    elif name is None:
        name = words["clause.closing"].format(number=_numbered(found["closing"], words))
    rest = label[found.end() :].lstrip()
    if not rest:
        return name
    return name + (" " if words.language in _HAN else words["report.comma"]) + rest


def _numbered(numeral: str, words: Messages) -> str:
    """Return the number of a label in figures, where the language has no Han numerals."""
    if words.language in _HAN:
        return numeral
    return "-".join(str(read_chinese_numeral(part) or part) for part in numeral.split("之"))


def annex_headings(comparison: Comparison, words: Messages) -> dict[str, str]:
    """Return what the annexes of two texts are called in a report, by their labels, as their headings are printed.

    The number is the printed one: ANNEXE III is Annex III in English. The word is, too, where the heading is one of the
    language: SCHEDULE 1 is Schedule 1. In Chinese and Japanese the labels stay.
    """
    found: dict[str, str] = {}
    if words.language in _HAN:
        return found
    for change in comparison.changes:
        sides = (change.old, change.old_paths, change.old_texts), (change.new, change.new_paths, change.new_texts)
        for label, path, text in (one for side in sides for one in zip(*side, strict=True)):
            if _ROOT.fullmatch(path) and (name := _heading(label, text.split("\n", 1)[0], words)):
                found[label] = name
    return found


def printed_annex(line: str, language: str) -> str | None:
    """Return what the heading of an annex calls it: Anhang 1, Annexe III, 別表第一.

    ``None`` where the pack of the language does not read the heading, or where it has no short name. ``line`` is the
    first line of the annex.
    """
    if not any(re.match(form, line) for form in law_named(language)[0].divisions.annexes.headings):
        return None
    number, word = _NUMBER.match(line), (line.split() or [""])[0]
    if word.lower() != word.upper():  # in a script with capitals
        if not word.isalpha() or len(word) > _LONGEST_WORD or not (number or word == line.strip()):
            return None
        return f"{word.capitalize()} {number['n']}" if number else word.capitalize()
    closed = _CLOSED.match(line)
    return closed[1] if closed else None


def _heading(label: str, line: str, words: Messages) -> str:
    printed = printed_annex(line, words.language)
    if printed is not None:
        return printed
    number = _NUMBER.match(line)
    value = _FORM.fullmatch(label)
    if number is None or value is None or not value["annex"]:
        return ""
    read = {str(roman(number["n"])), number["n"]}
    same = str(read_chinese_numeral(value["annex"])) in read or number["n"].lower() == value["annex"].lower()
    return words["clause.annex"].format(number=number["n"]) if same else ""
