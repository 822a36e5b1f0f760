"""Dutch texts: their numbers and layout, references, days, values, statements of effect, and comparison."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yange.compare import compare
from yange.compare.match.renumbering import follow
from yange.compare.text.atoms import find_atoms
from yange.compare.text.keys import make_key
from yange.compare.text.vocabulary import Vocabulary
from yange.law import law_named, law_of
from yange.law.aspects.effects import ReadStatements
from yange.law.aspects.titles import Bearer
from yange.law.conformance import broken_promises
from yange.law.nl import DUTCH
from yange.law.nl.numerals import cardinal
from yange.law.numbers import numbers_of
from yange.model import Basis, ClauseKind, EventKind
from yange.parse import parse

LAW = law_named("nl")
NUMBERS = [
    ("Artikel 1", "nl-artikel", (1,)),
    ("Artikel 3a Begrippen", "nl-artikel", (3, 1)),
    ("Artikel 2.4 Begrippen", "nl-artikel", (2, 4)),
    ("Artikel 7:669", "nl-artikel", (7, 669)),
    ("Artikel 3:40a", "nl-artikel", (3, 40, 1)),
    ("Artikel IV", "nl-artikel", (4,)),
    ("Artikel D 12a", "nl-artikel", (4, 12, 1)),
    ("Artikel A.2", "nl-artikel", (1, 2)),
    ("Artikel Ya 5", "nl-artikel", (25, 105)),
    ("Artikel 39a1", "nl-artikel", (39, 1, 1)),
    ("Artikel 10bis", "nl-artikel", (10, 1)),
    ("Art. 5. De veerpont", "nl-artikel", (5,)),
    ("Hoofdstuk 1 Algemeen", "nl-hoofdstuk", (1,)),
    ("HOOFDSTUK II", "nl-hoofdstuk", (2,)),
    ("Hoofdstuk 1A", "nl-hoofdstuk", (1, 1)),
    ("Afdeling 1.1.2 Veren", "nl-afdeling", (1, 1, 2)),
    ("Titel 2 Veren", "nl-titel", (2,)),
    ("TITEL II", "nl-titel-above", (2,)),
    ("Eerste Boek", "nl-boek", (1,)),
    ("§ 2. Veren", "nl-paragraaf", (2,)),
    ("1. De veerpont", "arabic-stop", (1,)),
    ("2 De veerpont", "arabic-stop", (2,)),
    ("a. de veerpont", "nl-letter", (1,)),
    ("1°. de veerpont", "nl-degree", (1,)),
]


@pytest.mark.parametrize(("text", "style", "value"), NUMBERS, ids=[text for text, _, _ in NUMBERS])
def test_a_number(text: str, style: str, value: tuple[int, ...]) -> None:
    assert (style, value) in [(str(one.style), one.value) for one in numbers_of(LAW).all(text)]


@pytest.mark.parametrize("text", ["artikel 5", "3 maanden", "14 dagen", "Artikelen van de stad", "1.5 km"])
def test_no_number(text: str) -> None:
    assert numbers_of(LAW).all(text) == ()


@pytest.mark.parametrize(
    ("text", "refers"),
    [
        ("Artikel 5 is van toepassing.", True),
        ("Artikel 5, eerste lid, geldt.", True),
        ("Artikel 5 Begrippen", False),
        ("Artikel 5 (vervallen)", False),
        ("Artikel 5", False),
        ("Hoofdstuk 2 van deze wet", True),
        ("Hoofdstuk 2 Veren", False),
    ],
)
def test_what_shows_a_reference(text: str, *, refers: bool) -> None:
    reader = numbers_of(LAW)
    number = reader.one(text)
    assert number is not None
    assert reader.refers(text, number) is refers


@pytest.mark.parametrize(
    ("word", "value"), [("twaalf", 12), ("Eenentwintig", 21), ("tweeëndertig", 32), ("veer", None)]
)
def test_a_cardinal(word: str, value: int | None) -> None:
    assert cardinal(word) == value


def test_the_pack_keeps_its_promises() -> None:
    assert broken_promises(DUTCH, ("Artikel 1", "Artikel 2", "Artikel 2a", "Artikel 3")) == ()


FERRY = """Veerwet

Inhoudsopgave

Hoofdstuk 1 Algemeen

Artikel 1 Begrippen

Artikel 2 Reikwijdte

Hoofdstuk 2 Exploitatie

Hoofdstuk 1 Algemeen

Artikel 1 Begrippen

In deze wet wordt verstaan onder:

a. veerpont: vaartuig dat personen van oever naar oever brengt;

b. aanlegplaats:

1°. elke steiger;

2°. elke helling.

Artikel 2 Reikwijdte

1. Deze wet is van toepassing op alle veerponten op de rivier de Wang. Zij is, overeenkomstig
Artikel 9, tweede lid, ook van toepassing op een vlot.

2. Deze wet is niet van toepassing op roeiboten.

Artikel 2a Voorrang

Een veerpont heeft voorrang op andere vaartuigen.

Hoofdstuk 2 Exploitatie

Paragraaf 1 Vergunning

Artikel 3 Vergunning

1. Voor het exploiteren van een veerpont is een vergunning van de havenmeester vereist.

2. De havenmeester beslist binnen drie maanden.

Artikel 4 Tarief

Het tarief bedraagt ten hoogste € 1.500,50. Het wordt binnen veertien dagen betaald.

Artikelen 5 en 6 (vervallen)

Artikel 7 Veiligheid

De schipper moet ten minste twee reddingsboeien aan boord hebben. De artikelen 3, 4 en 8 zijn van toepassing.

Paragraaf 2 Personeel

Artikel 8 Schipper

De schipper is ten minste 21 jaar oud en heeft het examen, bedoeld in artikel 9, eerste lid, afgelegd.

Artikel 9 Examen

1. Het examen bestaat uit twee delen.

2. Op een vlot is artikel 5 van de Havenwet van toepassing.

Hoofdstuk 3 Slotbepalingen

Artikel 10 Toezicht

De havenmeester houdt toezicht.

Artikel 11 Straf

Overtreding van artikel 3 wordt gestraft met een geldboete.

Artikel 12 Overgangsrecht

Vergunningen volgens het oude recht blijven gelden.

Artikel 13 Inwerkingtreding

Deze wet treedt in werking met ingang van 1 januari 2020.

Bijlage 1 bij artikel 4

1. Tarief voor personen
"""
LABELS = [
    "Artikel 1", "Artikel 2", "Artikel 2a", "Artikel 3", "Artikel 4", "Artikelen 5 en 6", "Artikel 7", "Artikel 8",
    "Artikel 9", "Artikel 10", "Artikel 11", "Artikel 12", "Artikel 13",
]  # fmt: skip


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
    assert provisions.language == "nl"
    assert labels(FERRY) == LABELS
    first, second = provisions.primary[:2]
    assert [clause.label for clause in first.walk() if clause.number][1:] == ["a.", "b.", "1°.", "2°."]
    assert [child.label for child in second.children] == ["1.", "2."]
    assert sum(clause.kind.value == "annex" for clause in provisions.walk()) == 1


@settings(max_examples=8, deadline=None)
@given(st.integers(50, 130))
def test_broken_lines_give_the_same_articles(width: int) -> None:
    assert labels(wrapped(FERRY, width)) == LABELS


CITED = [
    ("artikel 5, eerste lid, onderdeel a", ["article(5,)+subsection(1,)+letter(1,)"], ""),
    ("de artikelen 2 tot en met 4", ["article(2,)", "article(3,) / article(4,)"], ""),
    ("artikel 7:669", ["article(7, 669)"], ""),
    ("het tweede lid", ["subsection(2,)"], ""),
    ("artikel 5 van de Havenwet", ["article(5,)"], "other"),
    ("artikel 5 van deze wet", ["article(5,)"], "own"),
    ("bijlage 2", ["annex(2,)"], ""),
    ("artikel 5 en 14 dagen", ["article(5,)"], ""),
]


@pytest.mark.parametrize(("text", "targets", "owner"), CITED, ids=[text for text, _, _ in CITED])
def test_a_reference(text: str, targets: list[str], owner: str) -> None:
    numbered = f"1. Tekst.\n{text}"
    found = list(DUTCH.citations.of_text(numbered).references(numbered, 9, len(numbered)))
    written = [" / ".join("+".join(f"{s.level}{s.value}" for s in target) for target in one.targets) for one in found]
    assert written == targets
    assert {str(one.owner) for one in found} == {owner}


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("bedoeld in artikel 3, eerste lid", "bedoeld in artikel 5,eerste lid"),
        ("de artikelen 3, 4 en 7", "de artikelen 5,5a en 7"),
        ("artikel 3 van de Havenwet", "artikel 3 van de Havenwet"),
    ],
)
def test_citations_follow_their_articles(was: str, now: str) -> None:
    assert follow(make_key(was).text, {(3,): (5,), (4,): (5, 1)}, LAW) == now


VALUES = [
    ("€ 1.500,50", [("€1.500,50", "amount")]),
    ("vijf miljoen euro", [("vijf miljoen euro", "amount")]),
    ("drie maanden", [("drie maanden", "deadline")]),
    ("14 werkdagen", [("14 werkdagen", "deadline")]),
    ("vijf procent", [("vijf procent", "percentage")]),
    ("1 maart 2020", [("1 maart 2020", "date")]),
    ("artikel 5, eerste lid", [("artikel 5,eerste lid", "citation")]),
]


@pytest.mark.parametrize(("text", "expected"), VALUES, ids=[text for text, _ in VALUES])
def test_a_value(text: str, expected: list[tuple[str, str]]) -> None:
    key = make_key(text).text
    assert [(key[atom.start : atom.end], atom.kind.value) for atom in find_atoms(key, Vocabulary(LAW))] == expected


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("1 maart 2020", date(2020, 3, 1)),
        ("01-03-2020", date(2020, 3, 1)),
        ("31 februari 2020", None),
        ("spoedig", None),
    ],
)
def test_a_day(phrase: str, day: date | None) -> None:
    assert DUTCH.days.read(phrase) == day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deze wet treedt in werking met ingang van 1 januari 2020.", (Basis.STATED, date(2020, 1, 1), 0, ())),
        ("Dit besluit treedt in werking op 1 mei 2020.", (Basis.STATED, date(2020, 5, 1), 0, ())),
        (
            "Zij treedt in werking met ingang van de dag na de uitgifte van het Staatsblad waarin zij is geplaatst.",
            (Basis.PUBLISHED, None, 1, ()),
        ),
        ("Artikel 5 treedt in werking op 1 mei 2020.", (Basis.STATED, date(2020, 5, 1), 0, ("Artikel 5",))),
        (
            "Deze wet treedt in werking op 1 mei 2020 en vervalt met ingang van 1 mei 2025.",
            (Basis.STATED, date(2020, 5, 1), 0, ()),
        ),
    ],
)
def test_a_first_day(text: str, expected: tuple[Basis, date | None, int, tuple[str, ...]]) -> None:
    (one,) = DUTCH.effects.commencements(text)
    assert (one.basis, one.day, one.delay, one.clauses) == expected
    assert text[one.start : one.end] == one.phrase


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Deze wet treedt in werking op een bij koninklijk besluit te bepalen tijdstip.", "effective"),
        ("Deze wet treedt in werking op 1 mei 2020 en werkt terug tot en met 1 januari 2020.", "effective"),
        ("De Havenwet wordt ingetrokken, met uitzondering van artikel 3.", "repeals"),
    ],
)
def test_words_that_are_left(text: str, field: str) -> None:
    starts, ends = tuple(DUTCH.effects.commencements(text)), tuple(DUTCH.effects.expiries(text))
    assert (starts, ends, tuple(DUTCH.effects.acts(text, EventKind.REPEAL))) == ((), (), ())
    assert [one.field for one in DUTCH.effects.left(text, ReadStatements((), (), ()))] == [field]


@pytest.mark.parametrize(
    "text",
    [
        "Deze regeling vervalt met ingang van 1 mei 2025.",
        "Deze wet treedt in werking op 1 mei 2020 en vervalt met ingang van 1 mei 2025.",
    ],
)
def test_a_last_day(text: str) -> None:
    (one,) = DUTCH.effects.expiries(text)
    assert (one.day, one.exact) == (date(2025, 4, 30), True)


def test_a_repeal() -> None:
    (one,) = DUTCH.effects.acts("De Veerwet 1950 wordt ingetrokken.", EventKind.REPEAL)
    assert (one.title, one.day) == ("Veerwet 1950", None)


@pytest.mark.parametrize(
    ("title", "kind", "rank"),
    [
        ("Havenwet", "Wet", "statute"),
        ("Burgerlijk Wetboek Boek 7", "Wet", "statute"),
        ("Besluit havens", "Besluit", None),
        ("Regeling havengelden", "Regeling", None),
        ("Verslag van de stad", None, None),
    ],
)
def test_a_title(title: str, kind: str | None, rank: str | None) -> None:
    assert DUTCH.titles.kind(title) == kind
    assert DUTCH.titles.rank(Bearer(kind or "", "", (), local=False)) == rank


def test_an_amended_law() -> None:
    now = FERRY.replace("€ 1.500,50", "€ 1.800").replace("drie maanden", "twee maanden")
    now = now.replace(
        "Artikel 12 Overgangsrecht\n\nVergunningen volgens het oude recht blijven gelden.", "Artikel 12 (vervallen)"
    )
    report = "Artikel 10a Verslag\n\nDe havenmeester maakt elk jaar een verslag openbaar.\n\nArtikel 11 Straf"
    result = compare(parse(FERRY), parse(now.replace("Artikel 11 Straf", report)))
    changed = {(one.old, one.new): one.operation.value for one in result.changes if one.operation.value != "unchanged"}
    assert changed == {
        (("Artikel 3",), ("Artikel 3",)): "amended",
        (("Artikel 4",), ("Artikel 4",)): "amended",
        ((), ("Artikel 10a",)): "inserted",
        (("Artikel 12",), ("Artikel 12",)): "repealed",
    }
    assert [(one.kind, one.old, one.new) for one in result.values] == [
        ("deadline", "drie maanden", "twee maanden"),
        ("amount", "€ 1.500,50", "€ 1.800"),
    ]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("De veerpont is van de stad en het tarief wordt betaald.", "nl"),
        ("Het tarief wordt bij besluit vastgesteld.", "nl"),
        ("Artikel 5 Deze wet is niet van toepassing.", "nl"),
        ("The ferry belongs to the town or a part of it.", "en"),
        ("Die Fähre gehört der Stadt und wird von ihr betrieben.", "de"),
        ("第一条　渡口由市管理。De veerpont.", "zh-Hans"),
    ],
)
def test_the_choice_of_the_pack(text: str, tag: str) -> None:
    assert law_of(text)[0].tag == tag


def test_a_law_that_names_chapters_by_letters() -> None:
    numbers = ["A 1", "A 2", "B 1", "B 2", "B 2a", "C 1"]
    text = "Kieswet\n\n" + "\n\n".join(f"Artikel {one}\n\nDe veerpont vaart." for one in numbers) + "\n"
    assert [clause.label for clause in parse(text, "nl").primary] == [f"Artikel {one}" for one in numbers]


def test_a_citation() -> None:
    forms = DUTCH.citing
    steps = [
        forms.part(ClauseKind.ARTICLE, "Artikel 5", "5", in_outline=False),
        forms.part(ClauseKind.ITEM, "2.", "2", in_outline=False),
        forms.part(ClauseKind.SUBITEM, "a.", "1", in_outline=False),
    ]
    assert forms.joined(steps) == "artikel 5, tweede lid, onderdeel a"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("de Veerwet (Stb. 2016, 12)", "Stb. 2016, 12"),
        ("Stcrt. 2019, nr. 1234", "Stcrt. 2019, 1234"),
        ("artikel 12", None),
    ],
)
def test_a_place_of_publication(text: str, number: str | None) -> None:
    assert DUTCH.instruments.find_number(text) == number


def test_a_spelling_is_style() -> None:
    old = parse("Veerwet\n\nArtikel 1\n\nDe schipper is tenminste 21 jaar oud.\n\nArtikel 2\n\nHij vaart.\n", "nl")
    new = parse("Veerwet\n\nArtikel 1\n\nDe schipper is ten minste 21 jaar oud.\n\nArtikel 2\n\nHij vaart.\n", "nl")
    assert [one.grade.value for one in compare(old, new).changes if one.grade] == ["style"]
