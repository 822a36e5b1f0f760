"""German texts: their numbers and layout, references, days, values, statements of effect, and comparison."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yange.citations import citations
from yange.compare import compare
from yange.compare.match.renumbering import follow
from yange.compare.text.atoms import find_atoms
from yange.compare.text.keys import make_key
from yange.compare.text.style import same_but_style
from yange.compare.text.vocabulary import Vocabulary
from yange.law import law_named, law_of
from yange.law.aspects.effects import ReadStatements
from yange.law.aspects.titles import Bearer
from yange.law.conformance import broken_promises
from yange.law.de import GERMAN
from yange.law.de.numerals import cardinal, ordinal
from yange.law.numbers import numbers_of
from yange.model import Basis, EventKind
from yange.parse import parse

LAW = law_named("de")
NUMBERS = [
    ("§ 1 Zweck", "sign", (1,)),
    ("§ 3a", "sign", (3, 1)),
    ("§ 312k Kündigung", "sign", (312, 11)),
    ("§ 1.02 Begriffe", "sign", (1, 2)),
    ("§ 7. (1) Die Fähre", "sign", (7,)),
    ("Art. 5 Zweck", "de-artikel", (5,)),
    ("Art 12a", "de-artikel", (12, 1)),
    ("Artikel 5", "de-artikel", (5,)),
    ("Art. 5bis Fähren", "de-artikel", (5, 1)),
    ("Erster Abschnitt", "de-abschnitt", (1,)),
    ("Einundzwanzigster Abschnitt", "de-abschnitt", (21,)),
    ("1. Abschnitt: Gegenstand", "de-abschnitt", (1,)),
    ("Abschnitt 2a", "de-abschnitt", (2, 1)),
    ("II. Abschnitt", "de-abschnitt", (2,)),
    ("Zweites Buch", "de-buch", (2,)),
    ("Teil A Allgemeines", "de-teil", (1,)),
    ("Teil IV", "de-teil", (4,)),
    ("2. Hauptstück", "de-buch", (2,)),
    ("3. Titel: Verfahren", "de-titel-above", (3,)),
    ("Titel 3 Verfahren", "de-titel", (3,)),
    ("TITEL III", "de-titel-above", (3,)),
    ("(1) Die Fähre", "de-absatz", (1,)),
    ("(1a) Die Fähre", "de-absatz", (1, 1)),
    ("1) Die Fähre", "de-absatz", (1,)),
    ("2a) Die Fähre", "de-absatz", (2, 1)),
    ("3) die Fähre", "arabic-bracket", (3,)),
    ("2 Der Bund", "de-absatz", (2,)),
    ("1. die Fähre", "arabic-stop", (1,)),
    ("1a. die Fähre", "arabic-stop", (1, 1)),
    ("a) die Fähre", "latin-bracket", (1,)),
    ("bb) die Fähre", "double-bracket", (2,)),
    ("ccc) die Fähre", "de-triple", (3,)),
    ("a. die Fähre", "de-letter-stop", (1,)),
    ("IVa. Gemeinsamer Ausschuss", "de-roman", (4, 1)),
    ("L. Meier", "de-roman", (50,)),
]


@pytest.mark.parametrize(("text", "style", "value"), NUMBERS, ids=[text for text, _, _ in NUMBERS])
def test_a_number(text: str, style: str, value: tuple[int, ...]) -> None:
    found = numbers_of(LAW).all(text)
    assert (style, value) in [(str(one.style), one.value) for one in found]


@pytest.mark.parametrize(
    "text", ["§§ 3 und 4", "3 Monate nach", "14 Tage", "z.B. die Fähre", "ab) die", "Teile 3", "1.5 km"]
)
def test_no_number(text: str) -> None:
    assert numbers_of(LAW).all(text) == ()


@pytest.mark.parametrize(
    ("text", "refers"),
    [
        ("§ 5 Absatz 2 gilt entsprechend.", True),
        ("§ 5 des Hafengesetzes", True),
        ("§ 5 gilt entsprechend.", True),
        ("§ 5 BGB", True),
        ("§ 5, soweit", True),
        ("§ 5 Abstand der Boote", False),
        ("§ 5 DNA-Proben", False),
        ("§ 5 (weggefallen)", False),
        ("§ 5", False),
        ("Art. 5 Abs. 2", True),
        ("Abschnitt 2 dieses Gesetzes", True),
        ("Abschnitt 2 Fähren", False),
    ],
)
def test_what_shows_a_reference(text: str, *, refers: bool) -> None:
    reader = numbers_of(LAW)
    number = reader.one(text)
    assert number is not None
    assert reader.refers(text, number) is refers


@pytest.mark.parametrize(
    ("word", "value"), [("zwölf", 12), ("Einundzwanzig", 21), ("eines", 1), ("dreissig", 30), ("Fähre", None)]
)
def test_a_cardinal(word: str, value: int | None) -> None:
    assert cardinal(word) == value


@pytest.mark.parametrize(
    ("word", "value"),
    [("Erster", 1), ("dritten", 3), ("Siebtes", 7), ("vierzehnten", 14), ("Zwanzigste", 20), ("Fähre", None)],
)
def test_an_ordinal(word: str, value: int | None) -> None:
    assert ordinal(word) == value


def test_the_pack_keeps_its_promises() -> None:
    assert broken_promises(GERMAN, ("Art. 1", "Art. 2", "Artikel 2a", "Art. 3")) == ()


FERRY = """Fährgesetz der Stadt Wanghai (FährG)

Vom 3. Mai 2010

Inhaltsübersicht

Abschnitt 1 Allgemeines

§ 1 Zweck

§ 2 Begriffe

Abschnitt 2 Betrieb

§ 3 Erlaubnis

Abschnitt 1
Allgemeines

§ 1 Zweck

Dieses Gesetz regelt den Verkehr der Fähren auf dem Fluss Wang.

§ 2 Begriffe

(1) Fähre im Sinne dieses Gesetzes ist jedes Boot, das Personen von Ufer zu Ufer bringt. Nach Maßgabe von
§ 9 Absatz 2 gilt auch ein Floß als Fähre.

(2) Anlegestelle ist

1. jeder Steg,

2. jede Rampe,

a) die der Stadt gehört,

b) die die Stadt gemietet hat.

§ 2a Vorrang

Fähren haben Vorrang vor anderen Booten.

Abschnitt 2
Betrieb

Unterabschnitt 1
Erlaubnis

§ 3 Erlaubnis

(1) Wer eine Fähre betreibt, bedarf der Erlaubnis der Hafenbehörde.

(2) Die Behörde entscheidet innerhalb von drei Monaten.

§ 4 Gebühren

Die Gebühr beträgt 1.500,50 Euro. Sie ist binnen 14 Tagen zu zahlen.

§§ 5 und 6 (weggefallen)

§ 7 Sicherheit

Der Fährmann muss mindestens zwei Rettungsringe mitführen. Die §§ 3, 4 und 8 bleiben unberührt.

Unterabschnitt 2
Personal

§ 8 Fährmann

Fährmann darf nur sein, wer 21 Jahre alt ist und die Prüfung nach § 9 bestanden hat.

§ 9 Prüfung

(1) Die Prüfung besteht aus zwei Teilen.

(2) Für Flöße gilt § 7 Satz 1 entsprechend. Die Vorschriften des § 5 des Hafengesetzes sind anzuwenden.

§ 10 Aufsicht

Die Hafenbehörde führt die Aufsicht.

Abschnitt 3
Schlussvorschriften

§ 11 Bußgeld

Ordnungswidrig handelt, wer vorsätzlich oder fahrlässig eine Fähre ohne Erlaubnis nach § 3 Abs. 1 betreibt.

§ 12 Übergang

Erlaubnisse nach altem Recht gelten fort.

§ 13 Inkrafttreten

Dieses Gesetz tritt am Tag nach der Verkündung in Kraft. Gleichzeitig tritt die Fährordnung
vom 4. April 1987 (GVBl. S. 12) außer Kraft.

Anlage 1 (zu § 4)

1. Gebühr für Personen
"""
LABELS = ["§ 1", "§ 2", "§ 2a", "§ 3", "§ 4", "§§ 5 und 6", "§ 7", "§ 8", "§ 9", "§ 10", "§ 11", "§ 12", "§ 13"]


def labels(text: str) -> list[str]:
    return [clause.label.strip() for clause in parse(text).primary]


def wrapped(text: str, width: int) -> str:
    """Break every paragraph into lines of so many characters, and leave out the blank lines."""
    lines: list[str] = []
    for paragraph in text.split("\n\n"):
        for printed in paragraph.split("\n"):
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
    assert provisions.language == "de"
    assert labels(FERRY) == LABELS
    second = provisions.primary[1]
    assert [child.label for child in second.children] == ["(1)", "(2)"]
    assert [child.label for child in second.children[1].children] == ["1.", "2."]
    assert [child.label for child in second.children[1].children[1].children] == ["a)", "b)"]
    assert [c.kind.value for c in provisions.walk() if c.label.startswith(("Abschnitt", "Unterabschnitt"))] == [
        "section"
    ] * 5
    assert sum(clause.kind.value == "annex" for clause in provisions.walk()) == 1


@settings(max_examples=12, deadline=None)
@given(st.integers(50, 130))
def test_broken_lines_give_the_same_articles(width: int) -> None:
    assert labels(wrapped(FERRY, width)) == LABELS


SWISS = """Verordnung über die Fähren

1. Titel: Allgemeine Bestimmungen
1. Kapitel: Zweck
Art. 1 Zweck
1 Diese Verordnung regelt die Fähren.
2 Sie gilt für:
a. Boote;
b. Flösse:
1. aus Holz,
2. aus Kunststoff.
Art. 1a Geltung
Diese Verordnung gilt für alle Kantone.
2. Kapitel: Betrieb
Art. 2
Aufgehoben
Art. 3 Gebühr
Die Gebühr beträgt 50 Franken. Sie richtet sich nach
Art. 1 Abs. 2 dieser Verordnung.
"""


def test_a_swiss_ordinance() -> None:
    provisions = parse(SWISS, "de")
    assert labels(SWISS) == ["Art. 1", "Art. 1a", "Art. 2", "Art. 3"]
    first = provisions.primary[0]
    assert [child.label.strip() for child in first.children] == ["1", "2"]
    assert [child.label.strip() for child in first.children[1].children] == ["a.", "b."]
    assert [child.label for child in first.children[1].children[1].children] == ["1.", "2."]


AUSTRIAN = """Bundesgesetz über Fähren

1. Hauptstück
Allgemeines

Zweck

§ 1. (1) Dieses Bundesgesetz regelt die Fähren.

(2) Es gilt nicht für Flöße.

Gebühren

§ 2. Die Gebühr beträgt 50 Euro.

§ 3. (Anm.: aufgehoben durch BGBl. Nr. 12/1990)
"""
AMENDING = """Gesetz zur Änderung des Fährgesetzes

Artikel 1 Änderung des Fährgesetzes

Das Fährgesetz wird wie folgt geändert:

1. § 3 wird wie folgt gefasst:

„§ 3 Erlaubnis

Der Betrieb bedarf der Erlaubnis.“

2. Nach § 3 wird folgender § 3a eingefügt:

„§ 3a Dauer

Die Erlaubnis gilt drei Jahre.“

Artikel 2 Inkrafttreten

Dieses Gesetz tritt am 1. Januar 2020 in Kraft.
"""
NESTED = """Gesetzbuch der Fähren

Erster Teil
Erster Abschnitt Boote

§ 1 Zweck

Dieses Gesetz regelt den Verkehr der Fähren auf dem Fluss Wang und auf den Kanälen, die in ihn münden, an allen Tagen.

Zweiter Teil
Erster Abschnitt Boote aus Holz

§ 2 Gebühr

Die Gebühr wird nach der Zahl der Personen berechnet, die eine Fähre an einem Tag von Ufer zu Ufer gebracht hat.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (AUSTRIAN, ["§ 1.", "§ 2.", "§ 3."]),
        (AMENDING, ["Artikel 1", "Artikel 2"]),
        (NESTED, ["§ 1", "§ 2"]),
        ("Titel\n\n§ 1 Zweck\n\nText nach\n§ 2 Satz 1 gilt.\n\n§ 2 Ende\n\nText.\n", ["§ 1", "§ 2"]),
    ],
    ids=["Austria", "amending", "nested divisions", "reference at the start of a line"],
)
def test_articles_as_each_country_prints_them(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


CITED = [
    ("nach § 5 Abs. 2 Satz 1 Nr. 3", ["article(5,)+subsection(2,)+sentence(1,)+item(3,)"], ""),
    ("nach § 5 Absatz 2 Nummer 3 Buchstabe a", ["article(5,)+subsection(2,)+item(3,)+letter(1,)"], ""),
    ("die §§ 6, 7a bis 9", ["article(6,)", "article(7, 1)", "article(9,)"], ""),
    ("die §§ 3 und 4 dieses Gesetzes", ["article(3,)", "article(4,)"], "own"),
    ("§ 5 des Hafengesetzes", ["article(5,)"], "other"),
    ("die §§ 5 und 6 BGB", ["article(5,)", "article(6,)"], "other"),
    ("Artikel 3 Absatz 1", ["article(3,)+subsection(1,)"], ""),
    ("Art. 5bis", ["article(5, 1)"], ""),
    ("Absatz 1 oder 2", ["subsection(1,)", "subsection(2,)"], ""),
    ("nach Anlage 2", ["annex(2,)"], ""),
    ("§ 5 und 14 Tage", ["article(5,)"], ""),
    ("die Artikel der Stadt", [], ""),
    ("Art. 5 des Gesetzes", ["article(5,)"], "other"),
    ("Art. 5 des Gesetzes über die Fähren", ["article(5,)"], "other"),
    ("Anhang II des Hafen-Abkommens", ["annex(2,)"], "other"),
    ("Art. 2 der Richtlinie (EU) 2090/1", ["article(2,)"], "other"),
    ("die UN-Nummern 1268 und 1863", [], ""),
    ("die HS-Kapitel 1 bis 24", [], ""),
    ("Art. 87 und 88 EG-Vertrag", ["article(87,)", "article(88,)"], "other"),
    ("Art. 25 Abs. 4, des Zollvertrages", ["article(25,)+subsection(4,)"], "other"),
    (
        "(Art. 3 Abs. 1 Bst. a, 4 Abs. 1)",
        ["article(3,)+subsection(1,)+letter(1,)", "article(4,)+subsection(1,)"],
        "",
    ),
    (
        "Art. 14 Abs. 2 und 31e Abs. 4 und 6",
        ["article(14,)+subsection(2,)", "article(31, 5)+subsection(4,)", "article(31, 5)+subsection(6,)"],
        "",
    ),
    ("Abschnitt 8.2.1 der Tafel", [], ""),
    ("die §§ 393 bis und mit 395", ["article(393,)", "article(395,)"], ""),
]


@pytest.mark.parametrize(("text", "targets", "owner"), CITED, ids=[text for text, _, _ in CITED])
def test_a_reference(text: str, targets: list[str], owner: str) -> None:
    numbered = f"(1) Text.\n{text}"
    start = len(numbered) - len(text)
    found = list(GERMAN.citations.of_text(numbered).references(numbered, start, len(numbered)))
    written = [" / ".join("+".join(f"{s.level}{s.value}" for s in target) for target in one.targets) for one in found]
    assert written == targets
    assert {str(one.owner) for one in found} <= {owner}


def test_the_kind_of_a_text_alone_names_the_text_itself() -> None:
    def owners(title: str, words: str) -> list[str]:
        text = f"# {title}\n\n{words}"
        return [str(one.owner) for one in GERMAN.citations.of_text(text).references(text, len(title), len(text))]

    assert owners("Abkommen über die Fähren", "Anhang II des Abkommens gilt.") == [""]
    assert owners("Abkommen über die Fähren", "Anhang II des Abkommens über die Häfen gilt.") == ["other"]
    assert owners("Verordnung zum Gesetz über die Fähren", "Art. 2 des Gesetzes gilt.") == ["other"]
    assert owners("Gesetz über die Fähren", "Art. 2 des Hafengesetzes gilt.") == ["other"]


def test_absaetze_of_a_body_are_numbered_behind_a_backslash() -> None:
    provisions = parse(
        "# Fährgesetz\n\nArt. 1\n\n1\\) Boote fahren.\n\n2\\) Abs. 1 gilt auch nachts.\n\nArt. 2\n\nEnde.\n", "de"
    )
    (found,) = citations(provisions)
    assert [clause.label for clause in provisions.walk() if clause.path in found.paths] == ["1)"]


def test_references_resolve_within_the_text() -> None:
    provisions = parse(FERRY)
    found = {one.text: one for one in citations(provisions)}
    by_path = {clause.path: clause.label for clause in provisions.walk()}
    assert [by_path[path] for path in found["§ 3 Abs. 1"].paths] == ["(1)"]
    assert [by_path[path] for path in found["§ 9\xa0Absatz 2".replace("\xa0", " ")].paths] == ["(2)"]
    assert found["§ 5"].kind.value == "foreign"


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("nach § 3 Absatz 1", "nach§5 Absatz 1"),
        ("nach den §§ 3, 4 und 7", "nach den§§5,5a und 7"),
        ("nach Artikel 3", "nach Artikel 5"),
        ("nach § 7 sowie den §§ 3 und 4", "nach§7 sowie den§§5 und 5a"),
        ("nach § 3 des Hafengesetzes", "nach§3 des Hafengesetzes"),
        ("nach § 3 BGB", "nach§3 BGB"),
    ],
)
def test_citations_follow_their_articles(was: str, now: str) -> None:
    assert follow(make_key(was).text, {(3,): (5,), (4,): (5, 1)}, LAW) == now


VALUES = [
    ("1.500,50 Euro", [("1.500,50 Euro", "amount")]),
    ("zwei Millionen Euro", [("zwei Millionen Euro", "amount")]),
    ("Fr. 500.–", [("Fr.500.-", "amount")]),
    ("CHF 2'000", [("CHF 2'000", "amount")]),
    ("10 000 Euro", [("10 000 Euro", "amount")]),
    ("binnen drei Monaten", [("drei Monaten", "deadline")]),
    ("14 Werktage", [("14 Werktage", "deadline")]),
    ("fünf vom Hundert", [("fünf vom Hundert", "percentage")]),
    ("2,5 Prozent", [("2,5 Prozent", "percentage")]),
    ("€ 1.500,50. Sie", [("€1.500,50", "amount")]),
    ("am 1. März 2020", [("1.März 2020", "date")]),
    ("zwölf Personen", [("zwölf Personen", "count")]),
    ("§ 5 Abs. 2 Nr. 3", [("§5 Abs.2 Nr.3", "citation")]),
    ("§§ 5, 6 und 7a", [("§§5", "citation"), ("6", "citation"), ("7a", "citation")]),
]


@pytest.mark.parametrize(("text", "expected"), VALUES, ids=[text for text, _ in VALUES])
def test_a_value(text: str, expected: list[tuple[str, str]]) -> None:
    key = make_key(text).text
    found = [(key[atom.start : atom.end], atom.kind.value) for atom in find_atoms(key, Vocabulary(LAW))]
    assert found == expected


@pytest.mark.parametrize(
    ("key", "plain"),
    [
        ("1.500,50 Euro", "1500.50 Euro"),
        ("zwei Jahre", "2 Jahre"),
        ("eines Monats", "1 Monats"),
        ("Die Fähre", "Die Fähre"),
    ],
)
def test_a_number_in_figures(key: str, plain: str) -> None:
    assert GERMAN.values.plain(key) == plain


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [("daß", "dass", True), ("Absatz 2", "Abs.2", True), ("darf", "muss", False), ("gemäss", "gemäß", True)],
)
def test_style(old: str, new: str, *, same: bool) -> None:
    assert same_but_style(old, new, LAW) is same


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("1. März 2020", date(2020, 3, 1)),
        ("31. Jänner 2020", date(2020, 1, 31)),
        ("1.3.2020", date(2020, 3, 1)),
        ("01. 12. 2020", date(2020, 12, 1)),
        ("31. Februar 2020", None),
        ("bald", None),
    ],
)
def test_a_day(phrase: str, day: date | None) -> None:
    assert GERMAN.days.read(phrase) == day


STATED, PUBLISHED, SIGNED = Basis.STATED, Basis.PUBLISHED, Basis.SIGNED
BEGINNINGS = [
    ("Dieses Gesetz tritt am 1. Januar 2020 in Kraft.", (STATED, date(2020, 1, 1), 0, 0, ())),
    ("§ 13 Inkrafttreten\nDieses Gesetz tritt am 1. Januar 2020 in Kraft.", (STATED, date(2020, 1, 1), 0, 0, ())),
    ("Die Verordnung tritt mit Wirkung vom 1. Mai 2020 in Kraft.", (STATED, date(2020, 5, 1), 0, 0, ())),
    ("Dieses Gesetz tritt am Tag nach der Verkündung in Kraft.", (PUBLISHED, None, 1, 0, ())),
    ("Diese Verordnung tritt am Tage nach ihrer Verkündung in Kraft.", (PUBLISHED, None, 1, 0, ())),
    ("Dieses Bundesgesetz tritt mit Ablauf des Tages der Kundmachung in Kraft.", (PUBLISHED, None, 1, 0, ())),
    ("Diese Satzung tritt am Tag ihrer Bekanntmachung in Kraft.", (PUBLISHED, None, 0, 0, ())),
    ("Dieses Gesetz tritt sechs Monate nach der Verkündung in Kraft.", (PUBLISHED, None, 0, 6, ())),
    (
        "Diese Verordnung tritt am 20. Tag nach ihrer Veröffentlichung im Amtsblatt der Europäischen Union in Kraft.",
        (PUBLISHED, None, 20, 0, ()),
    ),
    ("Dieser Vertrag tritt am Tag seiner Unterzeichnung in Kraft.", (SIGNED, None, 0, 0, ())),
    ("Die §§ 5 und 6 treten am 1. Juli 2020 in Kraft.", (STATED, date(2020, 7, 1), 0, 0, ("§§ 5 und 6",))),
    ("Artikel 2 tritt am 1. Juli 2020 in Kraft.", (STATED, date(2020, 7, 1), 0, 0, ("Artikel 2",))),
    ("Im Übrigen tritt dieses Gesetz am 1. Juli 2020 in Kraft.", (STATED, date(2020, 7, 1), 0, 0, ())),
]


@pytest.mark.parametrize(("text", "expected"), BEGINNINGS, ids=[text for text, _ in BEGINNINGS])
def test_a_first_day(text: str, expected: tuple[Basis, date | None, int, int, tuple[str, ...]]) -> None:
    (one,) = GERMAN.effects.commencements(text)
    assert (one.basis, one.day, one.delay, one.months, one.clauses) == expected
    assert text[one.start : one.end] == one.phrase


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Dieses Gesetz tritt vorbehaltlich des Absatzes 2 am 1. Januar 2020 in Kraft.", "effective"),
        ("Dieses Gesetz tritt am ersten Tag des auf die Verkündung folgenden Kalendermonats in Kraft.", "effective"),
        ("Der Bundesrat bestimmt das Inkrafttreten.", "effective"),
        ("Das Hafengesetz wird mit Ausnahme des § 3 aufgehoben.", "repeals"),
        ("Die Geltungsdauer dieses Gesetzes wird verlängert.", "expires"),
    ],
)
def test_words_that_are_left(text: str, field: str) -> None:
    starts, ends = tuple(GERMAN.effects.commencements(text)), tuple(GERMAN.effects.expiries(text))
    acts = tuple(GERMAN.effects.acts(text, EventKind.REPEAL))
    assert (starts, ends, acts) == ((), (), ())
    assert [one.field for one in GERMAN.effects.left(text, ReadStatements((), (), ()))][:1] == [field]


ENDINGS = [
    ("Dieses Gesetz tritt mit Ablauf des 31. Dezember 2025 außer Kraft.", date(2025, 12, 31), None, True),
    ("Es tritt am 1. Januar 2026 außer Kraft.", date(2025, 12, 31), None, False),
    ("Diese Verordnung gilt bis zum 31. Dezember 2025.", date(2025, 12, 31), None, True),
    (
        "Dieses Gesetz tritt am 1. Mai 2020 in Kraft und mit Ablauf des 30. April 2022 außer Kraft.",
        date(2022, 4, 30),
        None,
        True,
    ),
    ("Sie tritt am 1. Mai 2020 in Kraft und gilt bis zum 30. April 2022.", date(2022, 4, 30), None, True),
    ("Diese Satzung tritt fünf Jahre nach ihrem Inkrafttreten außer Kraft.", None, 5, True),
]


@pytest.mark.parametrize(("text", "day", "years", "exact"), ENDINGS, ids=[one[0] for one in ENDINGS])
def test_a_last_day(text: str, day: date | None, years: int | None, *, exact: bool) -> None:
    (one,) = GERMAN.effects.expiries(text)
    assert (one.day, one.years, one.exact) == (day, years, exact)


@pytest.mark.parametrize(
    ("text", "title", "number", "day"),
    [
        (
            "Gleichzeitig tritt die Fährordnung vom 4. April 1987 (GVBl. S. 12) außer Kraft.",
            "Fährordnung",
            "GVBl. S. 12",
            None,
        ),
        ("Das Hafengesetz vom 3. Mai 1990 wird aufgehoben.", "Hafengesetz", None, None),
        (
            "(2) Die Verordnung über Fähren vom 3. Mai 1990 (BGBl. I S. 9) wird mit Wirkung vom 1.5.2020 aufgehoben.",
            "Verordnung über Fähren",
            "BGBl. I S. 9",
            date(2020, 5, 1),
        ),
    ],
)
def test_a_repeal(text: str, title: str, number: str | None, day: date | None) -> None:
    (one,) = GERMAN.effects.acts(text, EventKind.REPEAL)
    assert (one.title, one.number, one.day) == (title, number, day)


def test_a_permit_is_no_text() -> None:
    text = "Die Genehmigung tritt mit dem Tod des Inhabers außer Kraft."
    assert list(GERMAN.effects.left(text, ReadStatements((), (), ()))) == []


@pytest.mark.parametrize(
    ("title", "kind", "rank"),
    [
        ("Gesetz über den Hafen", "Gesetz", "statute"),
        ("Hafengesetz (HafenG)", "Gesetz", "statute"),
        ("Bürgerliches Gesetzbuch", "Gesetz", "statute"),
        ("Verordnung (EU) 2016/679", "Verordnung", None),
        ("Hafenordnung", "Ordnung", None),
        ("Grundgesetz für die Stadt", "Verfassung", "constitution"),
        ("Bericht der Stadt", None, None),
    ],
)
def test_a_title(title: str, kind: str | None, rank: str | None) -> None:
    assert GERMAN.titles.kind(title) == kind
    assert GERMAN.titles.rank(Bearer(kind or "", "", (), local=False)) == rank


def test_drafts_and_amendments() -> None:
    assert GERMAN.titles.is_draft("Entwurf eines Fährgesetzes")
    assert not GERMAN.titles.is_draft("Fährgesetz")
    assert GERMAN.titles.amends("Gesetz zur Änderung des Fährgesetzes")
    assert GERMAN.titles.amends("Kundmachung vom 3. Mai 2001 des Beschlusses Nr. 7/2000 des Fährausschusses")
    assert not GERMAN.titles.amends("Fährgesetz")
    assert not GERMAN.titles.amends("Verordnung über die Kundmachung der Fahrpläne")


def test_an_amended_law() -> None:
    now = FERRY.replace("1.500,50 Euro", "1.800 Euro").replace("drei Monaten", "zwei Monaten")
    now = now.replace("muss mindestens", "soll mindestens")
    now = now.replace("§ 12 Übergang\n\nErlaubnisse nach altem Recht gelten fort.", "§ 12 (weggefallen)")
    report = "§ 10a Berichte\n\nDie Hafenbehörde veröffentlicht jedes Jahr einen Bericht.\n\n§ 11 Bußgeld"
    result = compare(parse(FERRY), parse(now.replace("§ 11 Bußgeld", report)))
    changed = {(one.old, one.new): one.operation.value for one in result.changes if one.operation.value != "unchanged"}
    assert changed == {
        (("§ 3",), ("§ 3",)): "amended",
        (("§ 4",), ("§ 4",)): "amended",
        (("§ 7",), ("§ 7",)): "amended",
        ((), ("§ 10a",)): "inserted",
        (("§ 12",), ("§ 12",)): "repealed",
    }
    assert [(one.kind, one.old, one.new) for one in result.values] == [
        ("deadline", "drei Monaten", "zwei Monaten"),
        ("amount", "1.500,50 Euro", "1.800 Euro"),
        ("modality", "muss", "soll"),
    ]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Die Fähre gehört der Stadt.", "de"),
        ("Das Gesetz regelt den Verkehr.", "de"),
        ("§ 5 Der Betrieb bedarf einer Erlaubnis.", "de"),
        ("The ferry belongs to the town.", "en"),
        ("Section 5 A person shall not moor.", "en"),
        ("§ 5 The ferry and die Fähre of the town.", "en"),
        ("第一条　渡口由市管理。Die Fähre.", "zh-Hans"),
        ("第一条　Das Boot 渡口由市管理，费用由船主承担。", "zh-Hans"),
        ("《Fährgesetz》第三条的规定适用于本市。", "zh-Hans"),
    ],
)
def test_the_choice_of_the_pack(text: str, tag: str) -> None:
    assert law_of(text)[0].tag == tag


@pytest.mark.parametrize(
    "words", ["Verordnung (EU) Nr. 596/2014", "LGBl. 2003 Nr. 186", "unter Nummer 12zc", "Verordnung Nr. 1228/2003"]
)
def test_the_number_of_an_instrument_cites_no_clause(words: str) -> None:
    text = f"# Fährgesetz\n\nArt. 1\n\nEs gilt {words}.\n\nArt. 2\n\nDie Fähre ist nach Art. 1 frei.\n"
    assert [one.text for one in citations(parse(text, "de"))] == ["Art. 1"]
