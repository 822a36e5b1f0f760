"""Estonian texts: their numbers, with superscripts, their layout, and days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yange.citations import find_label
from yange.compare import compare
from yange.compare.text.atoms import find_atoms
from yange.compare.text.keys import make_key
from yange.compare.text.vocabulary import Vocabulary
from yange.law import law_named
from yange.law.aspects.effects import ReadStatements
from yange.law.aspects.titles import Bearer
from yange.law.aspects.values import AtomKind
from yange.law.conformance import broken_promises
from yange.law.et import ESTONIAN
from yange.law.et.numerals import cardinal, ordinal
from yange.law.numbers import numbers_of
from yange.model import ClauseKind, EventKind
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


CITED = [
    ("§ 5 lõike 2 punkti 3 alusel", ["article(5,)+subsection(2,)+item(3,)"], ""),
    ("§ 5 lg 2 p 3", ["article(5,)+subsection(2,)+item(3,)"], ""),
    ("§-des 5–7", ["article(5,)", "article(6,) / article(7,)"], ""),
    ("§-s 5", ["article(5,)"], ""),
    ("§-de 3 ja 4 alusel", ["article(3,)", "article(4,)"], ""),
    ("käesoleva paragrahvi lõikes 2", ["article(0,)this+subsection(2,)"], ""),
    ("käesoleva lõike punktis 1", ["subsection(0,)this+item(1,)"], ""),
    ("käesoleva seaduse § 12¹", ["article(12, 1)"], "own"),
    ("sadamaseaduse § 5 lõige 1", ["article(5,)+subsection(1,)"], "other"),
    ("määruse nr 51 § 2", ["article(2,)"], "other"),
    ("paragrahvi 5 lõigetes 1 ja 2", ["article(5,)+subsection(1,)", "article(5,)+subsection(2,)"], ""),
    (
        "§ 5 lõike 2 punktides 1 ja 3 ning § 6",
        ["article(5,)+subsection(2,)+item(1,)", "article(5,)+subsection(2,)+item(3,)", "article(6,)"],
        "",
    ),
    ("§ 5 lõike 1 teise lause", ["article(5,)+subsection(1,)+sentence(2,)"], ""),
    ("artikli 5 lõike 1 punkt a", ["article(5,)+subsection(1,)+letter(1,)"], ""),
    ("2. peatükis sätestatu", ["chapter(2,)"], ""),
    ("lisas 1", ["annex(1,)"], ""),
    ("§ 5 ja 14 päeva", ["article(5,)"], ""),
    ("5. mai 2020", [], ""),
]


CITED += [
    ("(TKindlS § 36", ["article(36,)"], "other"),
    ("„Sadama kord” § 4", ["article(4,)"], "other"),
    ("seaduse 2011. aasta redaktsiooni § 7", ["article(7,)"], "other"),
]


@pytest.mark.parametrize(("text", "targets", "owner"), CITED, ids=[text for text, _, _ in CITED])
def test_a_reference(text: str, targets: list[str], owner: str) -> None:
    found = list(ESTONIAN.citations.references(text, 0, len(text)))
    shown = [
        " / ".join("+".join(f"{s.level}{s.value}{s.relative}" for s in target) for target in one.targets)
        for one in found
    ]
    assert shown == targets
    assert {str(one.owner) for one in found} <= {owner}


def test_references_find_their_clauses() -> None:
    (found,) = find_label(parse(FERRY), "§ 2 punkt 1¹")
    assert FERRY[found.start : found.end].startswith("1¹) parv")


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("vastavalt § 3 lõikele 1", "vastavalt § 5 lõikele 1"),
        ("§-des 3, 4 ja 7", "§-des 5, 5¹ ja 7"),
        ("käesoleva seaduse § 3", "käesoleva seaduse § 5"),
        ("sadamaseaduse § 3", "sadamaseaduse § 3"),
    ],
)
def test_a_moved_citation_is_followed(was: str, now: str) -> None:
    moved = {(3,): (5,), (4,): (5, 1)}
    numbers, key = ESTONIAN.cited_numbers, make_key(was).text
    written = key
    for one in reversed(list(numbers.cited(key))):
        new = moved.get(one.value, one.value)
        written = written[: one.start] + numbers.written(key[one.start : one.end], new) + written[one.end :]
    assert written == make_key(now).text


def effects(text: str) -> tuple[list[str], list[str], list[str], list[str]]:
    starts, ends = tuple(ESTONIAN.effects.commencements(text)), tuple(ESTONIAN.effects.expiries(text))
    acts = tuple(ESTONIAN.effects.acts(text, EventKind.REPEAL))
    left = ESTONIAN.effects.left(text, ReadStatements(starts, ends, acts))
    return (
        [f"{one.basis} {one.day} +{one.delay} {', '.join(one.clauses)}".strip() for one in starts],
        [f"{one.day}" for one in ends],
        [f"{one.title} {one.number}" for one in acts],
        [f"{one.field}{' own' * one.own}" for one in left],
    )


EFFECTS = [
    ("§ 10. Jõustumine\nSeadus jõustub 2020. aasta 1. jaanuaril.", (["stated 2020-01-01 +0"], [], [], [])),
    ("Käesolev seadus jõustub 1. mail 2020.", (["stated 2020-05-01 +0"], [], [], [])),
    ("Määrus jõustub 01.01.2020.", (["stated 2020-01-01 +0"], [], [], [])),
    ("Seadus jõustub üldises korras.", (["published None +10"], [], [], [])),
    (
        "(2) Käesoleva seaduse § 5 lõige 2 ja § 6 jõustuvad 2021. aasta 1. jaanuaril.",
        (["stated 2021-01-01 +0 § 5 lõige 2, § 6"], [], [], []),
    ),
    ("Määrus jõustub kümnendal päeval pärast Riigi Teatajas avaldamist.", (["published None +10"], [], [], [])),
    ("Määrus jõustub järgmisel päeval pärast Riigi Teatajas avaldamist.", (["published None +1"], [], [], [])),
    ("Käesolev määrus kehtib kuni 31. detsembrini 2022.", ([], ["2022-12-31"], [], [])),
    ("Praamiseadus (RT I 1997, 77, 1315) tunnistatakse kehtetuks.", ([], [], ["Praamiseadus RT I 1997, 77, 1315"], [])),
    (
        "Sadamaministri 5. mai 2001. a määrus nr 51 „Praamide kord“ tunnistatakse kehtetuks.",
        ([], [], ["Praamide kord nr 51"], []),
    ),
    (
        "Tunnistatakse kehtetuks sadamaministri 5. mai 2001. a määrus nr 51 „Praamide kord“.",
        ([], [], ["Praamide kord nr 51"], []),
    ),
    ("Käesolev seadus jõustub 2003. aasta 1. juulil, välja arvatud § 5.", ([], [], [], ["effective own"])),
    ("Seadus jõustub samaaegselt sadamaseadusega.", ([], [], [], ["effective own"])),
    ("Määrust rakendatakse tagasiulatuvalt alates 1. jaanuarist 2020.", ([], [], [], ["effective"])),
    ("Seadus kaotab kehtivuse 1. jaanuaril 2025.", ([], [], [], ["expires own"])),
    ("Praamiseaduse § 5 lõige 2 tunnistatakse kehtetuks.", ([], [], ["Praamiseadus None"], [])),
    ("Peatatakse praamiseaduse kehtivus.", ([], [], [], ["suspends"])),
    ("Praamiseaduse kehtivust pikendatakse.", ([], [], [], ["extends"])),
    ("Luba kehtib kuni 31. detsembrini 2022.", ([], [], [], [])),
    ("Loa andja tunnistab loa kehtetuks.", ([], [], [], [])),
    ("Direktiiv, millega tunnistatakse kehtetuks määrus nr 5.", ([], [], [], [])),
]


@pytest.mark.parametrize(("text", "read"), EFFECTS, ids=[text[:40] for text, _ in EFFECTS])
def test_a_statement_of_effect(text: str, read: tuple[list[str], ...]) -> None:
    assert effects(text) == read


@pytest.mark.parametrize(
    ("text", "kind", "shown"),
    [
        ("jõustub 1. jaanuaril 2024", AtomKind.DATE, "1. jaanuaril 2024"),
        ("2024. aasta 1. jaanuarist", AtomKind.DATE, "2024. aasta 1. jaanuarist"),
        ("tasu on 1 500,50 eurot", AtomKind.AMOUNT, "1 500,50 eurot"),
        ("kuni 300 trahviühikut", AtomKind.AMOUNT, "300 trahviühikut"),
        ("kolme kuu jooksul", AtomKind.DEADLINE, "kolme kuu"),
        ("14 tööpäeva jooksul", AtomKind.DEADLINE, "14 tööpäeva"),
        ("vähemalt 18-aastane", AtomKind.COUNT, "18-aastane"),
        ("12,5 protsenti", AtomKind.PERCENTAGE, "12,5 protsenti"),
        ("§ 5 lõike 2 punkt 3", AtomKind.CITED, "§ 5 lõike 2 punkt 3"),
        ("RT I, 30.12.2015, 5", AtomKind.NUMBER, "RT I, 30.12.2015, 5"),
    ],
)
def test_a_value(text: str, kind: AtomKind, shown: str) -> None:
    key = make_key(text)
    found = [(atom.kind, key.raw_of(atom.start, atom.end)) for atom in find_atoms(key.text, Vocabulary(LAW))]
    assert (kind, shown) in found


@pytest.mark.parametrize(
    ("was", "now", "change"),
    [
        ("Praam ja parv kuuluvad linnale.", "Praam ning parv kuuluvad linnale.", "amended style"),
        ("Tasu on 5 eurot.", "Tasu on 6 eurot.", "amended substantive"),
        ("Laevajuht võib keelduda.", "Laevajuht peab keelduma.", "amended substantive"),
    ],
)
def test_a_comparison(was: str, now: str, change: str) -> None:
    old, new = (
        f"Praamiseadus\n\n§ 1. Praam\n\n{words}\n\n§ 2. Pilet\n\nPilet ostetakse sillal.\n" for words in (was, now)
    )
    found = compare(parse(old, "et"), parse(new, "et")).changes
    changed = [
        f"{one.operation.value} {one.grade.value}" for one in found if one.grade and one.operation.value != "unchanged"
    ]
    assert changed == [change]


@pytest.mark.parametrize(
    ("title", "kind", "amends", "draft"),
    [
        ("Praamiseadus", "seadus", False, False),
        ("Karistusseadustik", "seadus", False, False),
        ("Praamide kasutamise kord", "kord", False, False),
        ("Praamiseaduse muutmise seadus", "seadus", True, False),
        ("Praamiseaduse eelnõu", None, False, True),
        ("Eesti Vabariigi põhiseadus", "põhiseadus", False, False),
    ],
)
def test_a_title(title: str, kind: str | None, *, amends: bool, draft: bool) -> None:
    titles = ESTONIAN.titles
    assert (titles.kind(title), titles.amends(title), titles.is_draft(title)) == (kind, amends, draft)


@pytest.mark.parametrize(("kind", "rank"), [("seadus", "statute"), ("põhiseadus", "constitution"), ("kord", None)])
def test_a_rank(kind: str, rank: str | None) -> None:
    assert ESTONIAN.titles.rank(Bearer(kind=kind, number="", issuers=(), local=False)) == rank


def test_a_citation() -> None:
    forms = ESTONIAN.citing
    steps = [
        forms.part(ClauseKind.ARTICLE, "§ 5", "5", in_outline=False),
        forms.part(ClauseKind.ITEM, "(2)", "2", in_outline=False),
        forms.part(ClauseKind.SUBITEM, "3)", "3", in_outline=False),
    ]
    assert forms.joined(steps) == "§ 5 lg 2 p 3"


def test_numbers_of_a_list_of_paragraphs_are_no_values() -> None:
    key = make_key("vastavalt §-dele 38, 39, 40 ja 42")
    found = {atom.kind for atom in find_atoms(key.text, Vocabulary(LAW)) if key.text[atom.end - 1].isdigit()}
    assert found == {AtomKind.CITED}
