"""The references of languages that have no pack of ours, added as a pack alone: German and French drafting."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest

from yange.citations.resolve import resolve
from yange.citations.scan import references
from yange.law.aspects.citations import Level, Owner, Reference
from yange.law.chains import Group, Joints, read_chains
from yange.law.en import ENGLISH
from yange.law.zh_hans import SIMPLIFIED_CHINESE
from yange.parse import parse


class Printed:
    """A language in which each step is a word and a number; blanks or commas are between the steps of one clause."""

    def __init__(self, units: dict[str, Level], within: str, separator: str, to: str) -> None:
        words = "|".join(map(re.escape, sorted(units, key=len, reverse=True)))
        self._units = units
        self._step = re.compile(rf"(?P<unit>{words}) ?(?P<n>\d+(?:-\d+)?)")
        self._joints = Joints(re.compile(separator), re.compile(to), self._owner, re.compile(within))

    def of_text(self, text: str) -> Printed:
        return self

    def references(self, text: str, start: int, stop: int) -> Iterable[Reference]:
        return read_chains(text, self._groups(text, start, stop), self._joints)

    def link(self, text: str, start: int, stop: int) -> bool:
        return False

    def short_name(self, text: str, start: int, stop: int) -> str | None:
        return None

    def unquoted(self, text: str, start: int, stop: int) -> Iterable[tuple[int, int]]:
        return ()

    def _groups(self, text: str, start: int, stop: int) -> Iterator[Group]:
        for match in self._step.finditer(text, start, stop):
            value = tuple(int(part) for part in match["n"].split("-"))
            yield Group(match.start(), match.end(), self._units[match["unit"]], (value,))

    def _owner(self, text: str, first: Group) -> tuple[Owner, int]:
        return Owner.UNSAID, first.start


GERMAN = Printed(
    {"§": Level.ARTICLE, "Abs.": Level.PARAGRAPH, "Satz": Level.SENTENCE, "Nr.": Level.ITEM},
    " ",
    " und | bis |, ",
    "bis",
)
FRENCH = Printed({"article L.": Level.ARTICLE, "article": Level.ARTICLE, "alinéa": Level.PARAGRAPH}, ", ", " et ", "à")


def steps(reference: Reference) -> list[list[tuple[str, tuple[int, ...]]]]:
    return [[(step.level.value, step.value) for step in target] for target in reference.targets]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            GERMAN,
            "nach § 5 Abs. 2 Satz 1 zu zahlen",
            [("§ 5 Abs. 2 Satz 1", [[("article", (5,)), ("paragraph", (2,)), ("sentence", (1,))]])],
        ),
        (
            GERMAN,
            "§ 5 Abs. 2 und Abs. 3",
            [
                ("§ 5 Abs. 2", [[("article", (5,)), ("paragraph", (2,))]]),
                ("Abs. 3", [[("article", (5,)), ("paragraph", (3,))]]),
            ],
        ),
        (
            GERMAN,
            "§ 5 bis § 7",
            [("§ 5", [[("article", (5,))]]), ("§ 7", [[("article", (6,))], [("article", (7,))]])],
        ),
        (GERMAN, "§ 5  Abs. 2", [("§ 5", [[("article", (5,))]]), ("Abs. 2", [[("paragraph", (2,))]])]),
        (
            FRENCH,
            "à l'article L. 121-1, alinéa 2",
            [("article L. 121-1, alinéa 2", [[("article", (121, 1)), ("paragraph", (2,))]])],
        ),
    ],
)
def test_a_pack_alone_adds_the_references_of_a_language(
    language: Printed, text: str, expected: list[tuple[str, list[list[tuple[str, tuple[int, ...]]]]]]
) -> None:
    assert [(one.text, steps(one)) for one in references((language,), text)] == expected


def test_a_cited_sentence_is_the_paragraph_that_contains_it() -> None:
    provisions = parse("# 甲\n\n第一条　甲。乙。\n\n丙。丁。\n\n第二条　戊。\n")
    (found,) = references((GERMAN,), "§ 1 Abs. 2 Satz 1")
    assert [clause and clause.path for clause in resolve(provisions, found, len(provisions.text) - 3)] == [
        "art_1__para_2"
    ]


def test_words_that_two_packs_read_are_one_reference() -> None:
    chinese = (SIMPLIFIED_CHINESE.citations, SIMPLIFIED_CHINESE.citations)
    assert len(references(chinese, "按照第三条第一款办理")) == 1
    mixed = references((SIMPLIFIED_CHINESE.citations, ENGLISH.citations), "第三条 (Article 3)")
    assert [one.text for one in mixed] == ["第三条", "Article 3"]


def test_of_two_readings_of_the_same_words_the_longer_counts() -> None:
    short = Printed({"Abs.": Level.PARAGRAPH}, " ", ", ", "bis")
    for readers in ((short, GERMAN), (GERMAN, short)):
        assert [one.text for one in references(readers, "§ 5 Abs. 2")] == ["§ 5 Abs. 2"]
