"""The engine of statements joins what the packs of a law read, in any language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from yange import statements
from yange.law import Grammar, Law, pack
from yange.law.aspects.effects import Commencement, EffectForms, LeftWords, ReadStatements
from yange.law.en.days import EnglishDays
from yange.law.en.effects import EnglishEffects
from yange.law.en.instruments import EnglishInstruments
from yange.model import Basis

ON_GLACE = re.compile(r"en vigueur le ([0-9]{1,2}) glace ([0-9]{4})")


@dataclass(frozen=True)
class GlaceDays(EnglishDays):
    """Days of a calendar that has one month only: glace is January."""

    day: str = "[0-9]{1,2} glace [0-9]{4}"

    def read(self, phrase: str) -> date | None:
        day, _, year = phrase.split() if " glace " in phrase else ("", "", "")
        return date(int(year), 1, int(day)) if day else None


@dataclass(frozen=True)
class GlaceEffects(EnglishEffects):
    """Statements of effect in an invented language."""

    article: re.Pattern[str] = re.compile("Punkto [0-9]+")
    unit: re.Pattern[str] = re.compile("Punkto [0-9]+")
    last_heading: re.Pattern[str] = re.compile("Fina")
    shift: int = 0

    def commencements(self, text: str) -> Iterable[Commencement]:
        for match in ON_GLACE.finditer(text):
            day = date(int(match[2]), 1, int(match[1]) + self.shift)
            yield Commencement(*match.span(), match[0], Basis.STATED, day)

    def left(self, paragraph: str, read: ReadStatements) -> Iterable[LeftWords]:
        at = paragraph.find("vigueur")
        if at >= 0 and not any(start <= at < end for start, end in read.spans):
            yield LeftWords(0, len(paragraph), "effective")


@dataclass(frozen=True)
class Glace:
    """The pack of an invented language: the forms that these tests ask for, the rest from the English one."""

    english: Grammar
    effects: EffectForms = GlaceEffects()
    days: EnglishDays = GlaceDays()
    instruments: EnglishInstruments = field(default_factory=EnglishInstruments)

    def __getattr__(self, name: str) -> object:
        return getattr(self.english, name)


def law(*shifts: int) -> Law:
    english = pack("en")
    assert english is not None
    return tuple(Glace(english, GlaceEffects(shift=shift)) for shift in shifts)  # type: ignore[misc]


def test_a_pack_alone_adds_its_statements() -> None:
    text = "Lex glaceorum en vigueur le 3 glace 2020."
    (one,) = statements.commencements(text, law(0))
    assert (one.day, text[one.start : one.end]) == (date(2020, 1, 3), "en vigueur le 3 glace 2020")
    assert statements.commencements(text, (pack("zh-Hans"), pack("en"))) == ()  # type: ignore[arg-type]


def test_of_two_packs_that_read_one_place_the_earlier_counts() -> None:
    text = "en vigueur le 3 glace 2020; en vigueur le 5 glace 2020"
    assert [one.day for one in statements.commencements(text, law(0, 1))] == [date(2020, 1, 3), date(2020, 1, 5)]
    assert [one.day for one in statements.commencements(text, law(1, 0))] == [date(2020, 1, 4), date(2020, 1, 6)]


def test_days_of_every_pack_and_in_figures_are_printed_days() -> None:
    text = "le 3 glace 2020, 2021-02-30, 2021-03-01"
    assert [one.day for one in statements.printed_days(text, law(0))] == [date(2020, 1, 3), date(2021, 3, 1)]


def test_what_no_pack_reads_is_left_in_the_last_provisions() -> None:
    paragraphs = [f"Punkto {n}. vigueur" for n in range(1, 10)]
    assert [one.paragraph for one in statements.unread(paragraphs, law(0))] == [6, 7, 8]
    headed = [*paragraphs[:5], "Fina", *paragraphs[5:]]
    assert [one.paragraph for one in statements.unread(headed, law(0))] == [6, 7, 8, 9]


def test_a_sentence_left_by_two_packs_is_reported_once() -> None:
    found = statements.unread(["vigueur semblable"], law(0, 0))
    assert [one.phrase for one in found] == ["vigueur semblable"]
    assert statements.unread(["en vigueur le 3 glace 2020"], law(0, 0)) == ()


def test_numbers_pass_every_pack_of_the_law() -> None:
    chinese = pack("zh-Hans")
    assert chinese is not None
    assert statements.normalise_number("望府[2020] 3号", (chinese,)) == "望府〔2020〕3号"
    assert statements.find_number("望府[2020] 3号", law(0)) is None
    assert [replace(one, start=0, end=0).title for one in statements.quoted("《甲》和《乙》", (chinese, chinese))] == [
        "甲",
        "乙",
    ]
