"""Legal texts in French: tables as a lawyer of France, Switzerland, Luxembourg or the Union could write them."""

from __future__ import annotations

import textwrap
from datetime import date

import pytest

from yange.compare import compare
from yange.compare.result import Grade, Operation
from yange.law import law_named, law_of
from yange.law.numbers import numbers_of
from yange.model import Basis, ClauseKind, EventKind, Provisions
from yange.parse import parse
from yange.statements.effects import commencements, expiries, repeals

LAW = law_named("fr")
READER = numbers_of(LAW)


@pytest.mark.parametrize(
    ("label", "value", "address"),
    [
        ("Article premier", (1,), "1"),
        ("Article 1er", (1,), "1"),
        ("ARTICLE UNIQUE", (1,), "1"),
        ("Art. 12.", (12,), "12"),
        ("Article 12 bis", (12, 1), "12-1"),
        ("Article 12bis", (12, 1), "12-1"),
        ("Article 2 octodecies A", (2, 17, 101), "2-17-101"),
        ("Art. 5a", (5, 1), "5-1"),
        ("Article 16-1-1", (16, 1, 1), "16-1-1"),
        ("Article L. 121-1", (12_000_121, 1), "l121-1"),
        ("Article L121-1", (12_000_121, 1), "l121-1"),
        ("Article R.* 421-3", (18_000_421, 3), "r421-3"),
        ("Article D. 121-3 bis", (4_000_121, 3, 1), "d121-3-1"),
        ("Article LO 141", (27_000_141,), "lo141"),
        ("Article XII", (12,), "12"),
        ("Chapitre II", (2,), "2"),
        ("LIVRE PREMIER", (1,), "1"),
        ("Titre Ier", (1,), "1"),
        ("Titre II bis", (2, 1), "2-1"),
        ("Sous-section 3", (3,), "3"),
        ("Première partie", (1,), "1"),
        ("IIe PARTIE", (2,), "2"),
        ("2°", (2,), "2"),
        ("IV. –", (4,), "4"),
    ],
)
def test_labels(label: str, value: tuple[int, ...], address: str) -> None:
    number = READER.one(label)
    assert number is not None
    assert (number.value, number.dashed) == (value, address)


@pytest.mark.parametrize(
    "line",
    [
        "Article 5 de la loi du 3 mars 1990.",
        "Article L. 121-1 du code du port, la redevance est due.",
        "Article 7, alinéa 2, de la convention.",
        "Chapitre II du présent titre.",
    ],
)
def test_a_reference_at_the_beginning_of_a_line_is_no_label(line: str) -> None:
    number = READER.one(line)
    assert number is not None
    assert READER.refers(line, number)


def test_l_is_not_fifty() -> None:
    assert not [number for number in READER.all("Article L. ") if number.style.series == ""]


PORT = """Loi relative au port de Merlanoix

TITRE Ier : DISPOSITIONS GÉNÉRALES

Chapitre Ier : Du port et de ses usagers, de la capitainerie et des conditions dans lesquelles elle exerce ses missions

Article 1er

Le port de Merlanoix est ouvert à tous les bateaux.

Article 2

Nul ne peut amarrer un bateau sans autorisation.

L'autorisation est délivrée pour trois ans.

Article 2 bis

Au sens de la présente loi, on entend par :

1° « Bateau » : tout engin flottant ;

2° « Usager » : la personne qui fait usage du port.

Chapitre II : De la redevance

Section 1 : Montant

Article 3

La redevance est de 1 500 euros par an. Elle est réduite de 10 % pour les bateaux mentionnés au 1° de l'article 2 bis.

Article 4

I. – Le paiement intervient dans un délai de trente jours.

II. – Le retard donne lieu à une majoration.

Section 2 : Exonérations

Article 5

(Abrogé)

Article 6

Sont exonérés :

a) les bateaux de sauvetage ;

b) les bateaux de l'État.

TITRE II : DES SANCTIONS

Article 7

Est puni d'une amende de 3 750 euros le fait d'amarrer un bateau en méconnaissance des dispositions prévues à l'article
2 de la présente loi.

Article 8

Le tribunal peut, sur réquisition, ordonner l'enlèvement du bateau.

Article 9

La capitainerie constate les infractions.

TITRE III : DISPOSITIONS FINALES

Article 10

La loi n° 90-12 du 3 mars 1990 relative aux quais est abrogée.

Article 11

Un décret fixe les conditions d'application.

Article 12

La présente loi entre en vigueur le 1er janvier 2021.

Annexe I

Plan du port.
"""
ARTICLES = [
    "Article 1er", "Article 2", "Article 2 bis", "Article 3", "Article 4", "Article 5", "Article 6", "Article 7",
    "Article 8", "Article 9", "Article 10", "Article 11", "Article 12",
]  # fmt: skip


def labels(provisions: Provisions, kind: ClauseKind = ClauseKind.ARTICLE) -> list[str]:
    return [clause.label for clause in provisions.walk() if clause.kind is kind]


def test_a_law_is_read_whole() -> None:
    provisions = parse(PORT)
    assert provisions.language == "fr"
    assert labels(provisions) == ARTICLES
    assert labels(provisions, ClauseKind.PART) == ["TITRE Ier", "TITRE II", "TITRE III"]
    assert labels(provisions, ClauseKind.CHAPTER) == ["Chapitre Ier", "Chapitre II"]
    assert labels(provisions, ClauseKind.SECTION) == ["Section 1", "Section 2"]
    assert labels(provisions, ClauseKind.ITEM) == ["1°", "2°", "I.", "II.", "a)", "b)"]
    assert [clause.label for clause in provisions.walk() if clause.placeholder] == ["Article 5"]
    assert labels(provisions, ClauseKind.ANNEX) == ["附件一"]
    path = next(clause.path for clause in provisions.walk() if clause.label == "Article 4")
    assert path == "part_1__chp_2__sec_1__art_4"


@pytest.mark.parametrize("width", [60, 75, 90])
def test_lines_broken_at_a_width_give_the_same_articles(width: int) -> None:
    lines = [line for line in PORT.split("\n") if line]
    wrapped = "\n".join("\n".join(textwrap.wrap(line, width, break_on_hyphens=False)) for line in lines)
    assert labels(parse(wrapped)) == labels(parse("\n".join(lines))) == ARTICLES


def test_series_of_a_code_count_each_by_itself() -> None:
    numbers = ("L. 111-1", "L. 111-2", "R. 111-1", "D. 111-2", "R. 111-3", "L. 121-1", "R. 121-4", "L. 111-9")
    code = "Code du port\n\nLivre Ier : Du port\n\nTitre Ier : Des quais\n\nChapitre Ier : Des usagers\n\n"
    code += "\n\n".join(
        f"Article {number}\n\nLe quai est tenu propre. Il obéit à l'article L. 300-1." for number in numbers
    )
    provisions = parse(code, "fr")
    assert labels(provisions) == [f"Article {number}" for number in numbers]
    assert [clause.path.rpartition("art_")[2] for clause in provisions.primary[:3]] == ["l111-1", "l111-2", "r111-1"]


def test_a_comparison_shows_what_was_done() -> None:
    new = (
        PORT.replace("1 500 euros", "1 800 euros").replace("trente jours", "60 jours").replace("peut, sur", "doit, sur")
    )
    new = new.replace("Article 11\n", "Article 10-1\n\nLe préfet contrôle le port.\n\nArticle 11\n")
    found = compare(parse(PORT, "fr"), parse(new, "fr"))
    changes = [change for change in found.changes if change.operation is not Operation.UNCHANGED]
    done = sorted((change.operation.value, *(change.new or change.old)) for change in changes)
    assert done == [
        ("amended", "Article 3"), ("amended", "Article 4"), ("amended", "Article 8"), ("inserted", "Article 10-1"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "basis", "day", "delay", "months", "clauses"),
    [
        ("La présente loi entre en vigueur le 1er mars 2020.", Basis.STATED, date(2020, 3, 1), 0, 0, ()),
        ("Le présent décret entrera en vigueur le 2 mars 2020.", Basis.STATED, date(2020, 3, 2), 0, 0, ()),
        ("Il est applicable à partir du 25 mai 2018.", Basis.STATED, date(2018, 5, 25), 0, 0, ()),
        ("Les dispositions du présent décret ont effet au 1er mai 2019.", Basis.STATED, date(2019, 5, 1), 0, 0, ()),
        ("L'article 3 entre en vigueur le 1er mars 2020.", Basis.STATED, date(2020, 3, 1), 0, 0, ("article 3",)),
        ("Entrée en vigueur: 1er janvier 2008", Basis.STATED, date(2008, 1, 1), 0, 0, ()),
        (
            "Le présent règlement entre en vigueur le vingtième jour suivant celui de sa publication au JO.",
            Basis.PUBLISHED, None, 20, 0, (),
        ),
        ("Le présent décret entre en vigueur le lendemain de sa publication.", Basis.PUBLISHED, None, 1, 0, ()),
        ("La présente loi entre en vigueur trois mois après sa publication.", Basis.PUBLISHED, None, 0, 3, ()),
    ],
)  # fmt: skip
def test_first_days(
    sentence: str, basis: Basis, day: date | None, delay: int, months: int, clauses: tuple[str, ...]
) -> None:
    (found,) = commencements(sentence, LAW)
    assert (found.basis, found.day, found.delay, found.months, found.clauses) == (basis, day, delay, months, clauses)


@pytest.mark.parametrize(
    "sentence",
    [
        "La présente loi entre en vigueur à une date fixée par décret, et au plus tard le 1er mars 2020.",
        "La présente loi entre en vigueur le 1er mars 2020, sous réserve de l'article 5.",
        "Le permis prend effet le 1er mars 2020.",
        "La loi du 3 mars 1990 n'entre pas en vigueur le 1er mars 2020.",
        "L'article 5 de la loi du 3 mars 1990 entre en vigueur le 1er mars 2020.",
    ],
)
def test_no_first_day_is_guessed(sentence: str) -> None:
    assert commencements(sentence, LAW) == ()


def test_words_of_effect_that_were_not_read_are_reported() -> None:
    from yange.statements.unread import unread

    texts = [
        "Article 5. La présente loi entre en vigueur à une date fixée par décret.",
        "Article 6. Le port est ouvert.",
    ]
    assert [one.paragraph for one in unread(texts, LAW)] == [0]


@pytest.mark.parametrize(
    ("sentence", "day", "years", "months"),
    [
        ("La présente loi est applicable jusqu'au 31 décembre 2025.", date(2025, 12, 31), None, None),
        ("Le présent arrêté cesse d'être en vigueur le 1er janvier 2026.", date(2025, 12, 31), None, None),
        ("La présente ordonnance a effet pour une durée de cinq ans.", None, 5, None),
        ("Le présent décret est applicable pour une durée de 18 mois.", None, None, 18),
    ],
)
def test_last_days(sentence: str, day: date | None, years: int | None, months: int | None) -> None:
    (found,) = expiries(sentence, LAW)
    assert (found.day, found.years, found.months) == (day, years, months)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "La loi n° 90-12 du 3 mars 1990 relative aux quais est abrogée.",
            [("loi n° 90-12 du 3 mars 1990 relative aux quais", "n° 90-12", (), None)],
        ),
        (
            "Sont abrogés : le décret n° 91-1 du 2 mai 1991, l'arrêté du 5 juin 1992 sur les quais.",
            [
                ("décret n° 91-1 du 2 mai 1991", "n° 91-1", (), None),
                ("arrêté du 5 juin 1992 sur les quais", None, (), None),
            ],
        ),
        (
            "Les articles 3 et 4 de la loi du 28 pluviôse an VIII sont abrogés.",
            [("loi du 28 pluviôse an VIII", None, ("articles 3 et 4",), None)],
        ),
        (
            "La directive 95/46/CE est abrogée avec effet au 25 mai 2018.",
            [("directive 95/46/CE", "95/46/CE", (), date(2018, 5, 25))],
        ),
        (
            "La section II de l'article 15 du décret du 4 avril 1964 est abrogée.",
            [("décret du 4 avril 1964", None, ("section II de l'article 15",), None)],
        ),
        ("L'article 5 est abrogé.", []),
        ("La loi précitée est abrogée.", []),
        ("Le décret n° 91-1 du 2 mai 1991 n'est pas abrogé.", []),
    ],
)
def test_repeals(sentence: str, expected: list[tuple[str, str | None, tuple[str, ...], date | None]]) -> None:
    found = repeals(sentence, LAW)
    assert all(one.kind is EventKind.REPEAL for one in found)
    assert [(one.title, one.number, one.extent, one.day) for one in found] == expected


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("1er mars 2020", date(2020, 3, 1)),
        ("15 août 2021", date(2021, 8, 15)),
        ("01/03/2020", date(2020, 3, 1)),
        ("28 pluviôse an VIII", date(1800, 2, 17)),
        ("1er vendémiaire an I", date(1792, 9, 22)),
        ("31 février 2020", None),
    ],
)
def test_days(phrase: str, day: date | None) -> None:
    assert LAW[0].days.read(phrase) == day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l'article L. 121-1", [("article L. 121-1", [[12_000_121, 1]])]),
        ("les articles 5, 6 et 8 à 10", [("articles 5, 6 et 8 à 10", [[5], [6], [8], [9], [10]])]),
        ("à l'article 3 de la loi du 3 mars 1990", [("article 3", [[3]])]),
        ("l'article 12 bis", [("article 12 bis", [[12, 1]])]),
        ("l'annexe II", [("annexe II", [[2]])]),
        ("au chapitre III", [("chapitre III", [[3]])]),
    ],
)
def test_references(text: str, expected: list[tuple[str, list[list[int]]]]) -> None:
    found = LAW[0].citations.references(text, 0, len(text))
    assert [(one.text, [list(target[0].value) for target in one.targets]) for one in found] == expected


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("dans un délai de trente jours", "dans un délai de 30 jours", True),
        ("une amende de 1 500 euros", "une amende de 1500 euros", True),
        ("une amende de 1 500 euros", "une amende de 1 800 euros", False),
        ("pendant vingt et un jours", "pendant 21 jours", True),
        ("les agents de l'État", "les agents de l'Etat", True),
        ("le maire peut fermer le port", "le maire doit fermer le port", False),
    ],
)
def test_values_and_style(old: str, new: str, same: bool) -> None:
    law = "Règlement du port\n\nArticle 1er\n\nLe port est ouvert, {}.\n\nArticle 2\n\nLe quai est au nord du port.\n"
    found = compare(parse(law.format(old), "fr"), parse(law.format(new), "fr"))
    grades = [change.grade for change in found.changes if change.old == ("Article 1er",)]
    assert (grades != [Grade.SUBSTANTIVE]) is same


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Loi n° 90-12 du 3 mars 1990 relative aux quais", "Loi"),
        ("Règlement grand-ducal du 5 mai 2011 fixant les mesures", "Règlement grand-ducal"),
        ("Code de la route", "Code"),
        ("Le port", None),
    ],
)
def test_kinds(title: str, kind: str | None) -> None:
    assert LAW[0].titles.kind(title) == kind


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Article premier. Le port est ouvert à tous les bateaux qui y entrent.", "fr"),
        ("Article 1. The berth is the city's, and Le Havre is one of the ports.", "en"),
        ("第一条　渡口由市管理。", "zh-Hans"),
        ("La pramo en la urbo.", "en"),  # la and en alone make no French text, and English reads what nobody else does
    ],
)
def test_the_language_of_a_text(text: str, tag: str) -> None:
    assert law_of(text)[0].tag == tag


def test_two_articles_of_one_number_are_told_apart_by_their_sections() -> None:
    first = "Loi sur le port\n\nSection 1\n\nArticle 1er\n\nLe port.\n\nArticle 2\n\nLe quai.\n\n"
    law = first + "Section 2\n\nArticle 2\n\n{}.\n"
    found = compare(parse(law.format("La cale est ouverte"), "fr"), parse(law.format("La cale est fermée"), "fr"))
    assert [change.new for change in found.changes if change.operation is Operation.AMENDED] == [
        ("Section 2 Article 2",)
    ]
