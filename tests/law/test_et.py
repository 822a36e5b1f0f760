"""Estonian texts: their numbers, with superscripts, their layout, and days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yange.law import law_named
from yange.law.conformance import broken_promises
from yange.law.et import ESTONIAN
from yange.law.et.numerals import cardinal, ordinal
from yange.law.numbers import numbers_of
from yange.parse import parse

LAW = law_named("et")
NUMBERS = [
    ("§ 1. Reguleerimisala", "sign", (1,)),
    ("§ 12¹. Erand", "sign", (12, 1)),
    ("§ 12¹⁰. Erand", "sign", (12, 10)),
    ("§ 12^1. Erand", "sign", (12, 1)),
    ("§ 12^{1}. Erand", "sign", (12, 1)),
    ("§ 12<sup>1</sup>. Erand", "sign", (12, 1)),
    ("§7", "sign", (7,)),
    ("Artikkel 3", "et-artikkel", (3,)),
    ("1. peatükk", "et-peatükk", (1,)),
    ("2¹. peatükk PRAAMID", "et-peatükk", (2, 1)),
    ("I peatükk", "et-peatükk", (1,)),
    ("3. jagu Load", "et-jagu", (3,)),
    ("1. jaotis", "et-jaotis", (1,)),
    ("2. alljaotis", "et-alljaotis", (2,)),
    ("1. osa ÜLDOSA", "et-osa", (1,)),
    ("III OSA", "et-osa", (3,)),
    ("Esimene osa", "et-osa", (1,)),
    ("(1) Praam", "et-lõige", (1,)),
    ("(1¹) Praam", "et-lõige", (1, 1)),
    ("2) praam", "et-punkt", (2,)),
    ("2¹) praam", "et-punkt", (2, 1)),
    ("3. Praam", "arabic-stop", (3,)),
    ("a) praam", "latin-bracket", (1,)),
]


@pytest.mark.parametrize(("text", "style", "value"), NUMBERS, ids=[text for text, _, _ in NUMBERS])
def test_a_number(text: str, style: str, value: tuple[int, ...]) -> None:
    assert (style, value) in [(str(one.style), one.value) for one in numbers_of(LAW).all(text)]


@pytest.mark.parametrize("text", ["peatükk 5", "1. jaanuar", "5 päeva", "2 osapoolt", "1.5 km", "1. osaliselt", "§§"])
def test_no_number_of_a_clause(text: str) -> None:
    assert not any(one.style.divides or one.style == "sign" for one in numbers_of(LAW).all(text))


@pytest.mark.parametrize(
    ("text", "refers"),
    [
        ("§ 5 lõike 2 alusel", True),
        ("§ 5 kohaselt", True),
        ("§ 5, § 6", True),
        ("§ 5. Reguleerimisala", False),
        ("§ 5 Reguleerimisala", False),
        ("§ 5.", False),
        ("2. peatükk ja 3. peatükk", True),
        ("2. peatükk Load", False),
    ],
)
def test_what_shows_a_reference(text: str, *, refers: bool) -> None:
    reader = numbers_of(LAW)
    number = reader.one(text)
    assert number is not None
    assert reader.refers(text, number) is refers


@pytest.mark.parametrize("text", ["§-s 5 nimetatud", "§ 5-s sätestatud"])
def test_a_sign_in_a_case_is_no_label(text: str) -> None:
    assert numbers_of(LAW).one(text) is None


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("kolm", 3),
        ("kolme", 3),
        ("kümne", 10),
        ("kolmkümmend", 30),
        ("kolmekümne", 30),
        ("viisteist", 15),
        ("viieteistkümne", 15),
        ("Ühe", 1),
        ("kakskümmend viis", 25),
        ("praam", None),
    ],
)
def test_a_cardinal(word: str, value: int | None) -> None:
    assert cardinal(word) == value


@pytest.mark.parametrize(("word", "value"), [("esimene", 1), ("Kolmanda", 3), ("kümnes", 10), ("kolm", None)])
def test_an_ordinal(word: str, value: int | None) -> None:
    assert ordinal(word) == value


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1. jaanuar 2024", date(2024, 1, 1)),
        ("1. jaanuaril 2024", date(2024, 1, 1)),
        ("2024. aasta 1. jaanuarist", date(2024, 1, 1)),
        ("2024. aasta 31. märtsil", date(2024, 3, 31)),
        ("15. mail 2024", date(2024, 5, 15)),
        ("3. oktoobril 2024", date(2024, 10, 3)),
        ("2. juuni 2024", date(2024, 6, 2)),
        ("2. juulini 2024", date(2024, 7, 2)),
        ("01.02.2024", date(2024, 2, 1)),
        ("31. aprill 2024", None),
    ],
)
def test_a_day(text: str, day: date | None) -> None:
    assert ESTONIAN.days.read(text) == day


def test_the_pack_keeps_its_promises() -> None:
    assert broken_promises(ESTONIAN, ("§ 1.", "§ 2.", "§ 2¹.", "§ 2².", "§ 3.")) == ()


FERRY = """Praamiseadus

Sisukord

1. peatükk Üldsätted

§ 1. Reguleerimisala

§ 2. Terminid

2. peatükk Vedu

1. peatükk Üldsätted

§ 1. Reguleerimisala

(1) Seadus kehtib kõigi praamide kohta jõel. See kehtib vastavalt
§ 9. Lõike 2 kohaselt ka parvede kohta.

(2) Seadus ei kehti paatide kohta.

§ 2. Terminid

Käesolevas seaduses kasutatakse termineid järgmises tähenduses:

1) praam – alus, mis veab inimesi üle jõe;

1¹) parv – lihtne alus;

2) sild – koht, kus praam peatub:

a) ujuv sild;

b) püsiv sild.

§ 2¹. Eesõigus

Praamil on jõel eesõigus.

§ 2². Laevad

Laevadele seadust ei kohaldata.

2. peatükk Vedu

1. jagu Luba

§ 3. Luba

(1) Praami pidamiseks peab olema luba.

(2) Luba antakse kolme kuu jooksul.

§ 4. Tasu

Tasu on kuni 1500 eurot.

§ 5. – § 7. [Kehtetu – RT I, 01.02.2020, 3 – jõust. 01.03.2020]

2. jagu Töötajad

§ 8. Laevajuht

Laevajuht on vähemalt 21-aastane ja vastab § 3 lõikes 1 sätestatule.

2¹. peatükk Järelevalve

§ 9. Järelevalve

Järelevalvet teeb sadamakapten.

3. peatükk Rakendussätted

§ 10. Jõustumine

Seadus jõustub 2020. aasta 1. jaanuaril.

Lisa 1. Praamide nimekiri

1. Põhjapraam.
"""
LABELS = ["§ 1.", "§ 2.", "§ 2¹.", "§ 2².", "§ 3.", "§ 4.", "§ 5. – § 7.", "§ 8.", "§ 9.", "§ 10."]


def labels(text: str) -> list[str]:
    return [clause.label.strip() for clause in parse(text).primary]


def wrapped(text: str, width: int) -> str:
    """Break every paragraph into lines of so many characters, and leave out the blank lines."""
    lines: list[str] = []
    for printed in text.replace("\n\n", "\n").split("\n"):
        line = ""
        for word in printed.split(" "):
            if line and len(line) + len(word) > width:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}".strip()
        lines.append(line)
    return "\n".join(lines)


def test_the_articles_of_a_law() -> None:
    provisions = parse(FERRY)
    assert provisions.language == "et"
    assert labels(FERRY) == LABELS
    first, second = provisions.primary[:2]
    assert [child.label for child in first.children] == ["(1)", "(2)"]
    assert [clause.label for clause in second.walk() if clause.number][1:] == ["1)", "1¹)", "2)", "a)", "b)"]
    assert sum(clause.kind.value == "annex" for clause in provisions.walk()) == 1
    assert sum(clause.kind.value == "chapter" for clause in provisions.walk()) == 4
    assert [clause.placeholder for clause in provisions.primary].count(True) == 1


@settings(max_examples=8, deadline=None)
@given(st.integers(50, 130), st.sampled_from(["¹", "^1", "<sup>1</sup>"]))
def test_broken_lines_and_any_superscript_give_the_same_articles(width: int, raised: str) -> None:
    written = FERRY.replace("¹", raised)
    assert labels(wrapped(written, width)) == [label.replace("¹", raised) for label in LABELS]
