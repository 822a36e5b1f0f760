"""Italian law: numbers and layout of Italy, San Marino, Ticino and the European Union."""

from __future__ import annotations

import re
import textwrap

import pytest

from yange.law import law_of
from yange.law.it import ITALIAN
from yange.law.numbers import numbers_of
from yange.model import ClauseKind
from yange.parse import parse

LABELS = [
    ("Art. 1", "it-articolo", (1,)),
    ("Art. 1-bis.", "it-articolo", (1, 1)),
    ("Art. 5 ter", "it-articolo", (5, 2)),
    ("Art. 840-sexiesdecies", "it-articolo", (840, 15)),
    ("Art. 67-vicies-bis", "it-articolo", (67, 21)),
    ("Art. 10.1.", "it-articolo", (10, 0, 1)),
    ("Art. 473-bis.12", "it-articolo", (473, 1, 0, 12)),
    ("Articolo 5a", "it-articolo", (5, 1)),
    ("Art.3", "it-articolo", (3,)),
    ("Articolo unico", "it-articolo", (1,)),
    ("ARTICOLO 1.024", "it-articolo", (1024,)),
    ("LIBRO PRIMO", "it-libro", (1,)),
    ("TITOLO II-bis", "it-titolo", (2, 1)),
    ("Capo I", "it-capo", (1,)),
    ("CAPO III bis", "it-capo", (3, 1)),
    ("Sezione 2", "it-sezione", (2,)),
    ("PARTE QUATTORDICESIMA", "it-parte", (14,)),
    ("§ 1.", "it-paragrafo", (1,)),
    ("1.", "arabic-stop", (1,)),
    ("2-bis.", "arabic-stop", (2, 1)),
    ("a)", "latin-bracket", (1,)),
    ("i)", "latin-bracket", (9,)),
    ("j)", "latin-bracket", (9, 1)),
    ("l)", "latin-bracket", (10,)),
    ("z)", "latin-bracket", (21,)),
    ("aa)", "latin-bracket", (22,)),
    ("b-bis)", "latin-bracket", (2, 1)),
    ("1)", "it-numero", (1,)),
    ("1.2)", "it-punto", (2,)),
]


@pytest.mark.parametrize(("label", "style", "value"), LABELS, ids=[label for label, _, _ in LABELS])
def test_a_label_is_read_whole(label: str, style: str, value: tuple[int, ...]) -> None:
    number = numbers_of((ITALIAN,)).one(label)
    assert number is not None
    assert (number.style, number.value, number.raw) == (style, value, label)


@pytest.mark.parametrize(
    "text",
    ["Art. 5 della legge", "Articolo 5, comma 2", "Titolo III del", "Capo II, sezione I", "Art. 3 comma 1", "Art. 5 e"],
)
def test_a_reference_is_no_label(text: str) -> None:
    numbers = numbers_of((ITALIAN,))
    number = numbers.one(text)
    assert number is None or numbers.refers(text, number)


LAW_2020 = """LEGGE 3 marzo 2020, n. 7

Disciplina del molo di Vistamare

TITOLO I

Disposizioni generali

Capo I

Del molo

Art. 1

(Oggetto)

1. La presente legge disciplina il molo del comune.

2. Ai fini della presente legge sono imbarcazioni:

a) le barche a remi;

b) le barche a vela:

1) da pesca;

2) da diporto;

c) le zattere.

Art. 2

(Proprietà)

1. Il molo appartiene al comune, fermo restando quanto previsto dall'articolo 3 e dall'
articolo 4. Nessuno può venderlo.

1-bis. Il comune tiene il registro delle imbarcazioni.

Art. 3

(Tariffa)

1. La tariffa è di euro 1.200,50 all'anno.

Capo II

Dei permessi

Art. 4

(Permesso)

1. Il permesso è chiesto ai sensi dell'articolo 3, comma 1, della legge 4 gennaio 1999, n. 1.

Art. 4-bis

(Termine)

1. Il comune decide entro trenta giorni. Contro la decisione è ammesso ricorso.

Art. 4-ter

(Abrogato)

TITOLO II

Sanzioni

Art. 5

(Sanzioni)

1. La sanzione non può essere superiore a euro 3.000.

Art. 6

(Entrata in vigore)

1. La presente legge entra in vigore il giorno successivo a quello della sua pubblicazione.

ALLEGATO A

Elenco dei moli

1. Il molo nord.
"""
ARTICLES = ["Art. 1", "Art. 2", "Art. 3", "Art. 4", "Art. 4-bis", "Art. 4-ter", "Art. 5", "Art. 6"]


def one_line_each(text: str) -> str:
    return re.sub(r"\n\n+", "\n", text)


def wrapped(text: str) -> str:
    lines = [line for line in one_line_each(re.sub(r"(?<=[a-z']) ?\n(?=[a-z])", " ", text)).split("\n") if line]
    return "\n".join(piece for line in lines for piece in textwrap.wrap(line, 44))


@pytest.mark.parametrize("form", [str, one_line_each, wrapped], ids=["paragraphs", "one-line", "wrapped"])
def test_the_articles_of_a_law(form: object) -> None:
    assert [clause.label for clause in parse(form(LAW_2020), "it").primary] == ARTICLES  # type: ignore[operator]


def test_divisions_items_and_annexes_of_a_law() -> None:
    provisions = parse(LAW_2020, "it")
    labels = {kind: [c.label for c in provisions.walk() if c.kind is kind] for kind in ClauseKind}
    assert labels[ClauseKind.CHAPTER] == ["Capo I", "Capo II"]
    assert labels[ClauseKind.PART] == ["TITOLO I", "TITOLO II"]
    assert len(labels[ClauseKind.ANNEX]) == 1
    assert [clause.label for clause in provisions.primary if clause.placeholder] == ["Art. 4-ter"]
    (inner,) = [clause.path for clause in provisions.walk() if clause.label == "2)"]
    assert inner == "part_1__chp_1__art_1__item_2__subitem_2__subitem_2"


def test_older_and_foreign_forms() -> None:
    swiss = "Legge sul molo\n\nArt. 1 Scopo\n\n1 La legge regola il molo.\n\n2 Il Cantone vigila.\n\nArt. 1a Tassa\n"
    assert [clause.label for clause in parse(swiss, "it").primary] == ["Art. 1", "Art. 1a"]
    marino = (
        "LEGGE 3 marzo 2020 n.7\n\nArt.1\n(Oggetto)\nLa legge regola il molo.\n\nArt.2\n(Tassa)\nLa tassa è annua.\n"
    )
    assert [clause.label for clause in parse(marino, "it").primary] == ["Art.1", "Art.2"]
    union = "Articolo 1\nOggetto\nIl regolamento disciplina il molo.\n\nArticolo 2\nTassa\nLa tassa è annua.\n"
    assert [clause.label for clause in parse(union, "it").primary] == ["Articolo 1", "Articolo 2"]


def test_contents_are_no_clauses() -> None:
    text = (
        "Legge sul molo\n\nIndice\n\nArt. 1 - Oggetto\nArt. 2 - Tassa\nArt. 3 - Permesso\n\n"
        "Art. 1\n(Oggetto)\nLa legge regola il molo.\n\nArt. 2\n(Tassa)\nLa tassa è annua.\n\nArt. 3\n(Permesso)\nNo.\n"
    )
    assert [clause.label for clause in parse(text, "it").primary] == ["Art. 1", "Art. 2", "Art. 3"]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Art. 1. Il molo appartiene al comune e non può essere venduto.\nArt. 2. La tassa è annua.", "it"),
        ("La presente legge entra in vigore il giorno della sua pubblicazione.", "it"),
        ("La présente loi entre en vigueur le jour de sa publication au Journal officiel.", "fr"),
        ("La presente ley entrará en vigor el día de su publicación en el Boletín.", "es"),
        ("A presente lei entra em vigor no dia da sua publicação e é aplicável às taxas.", "pt"),
        ("O molhe é do município e não pode ser vendido.", "pt"),
        ("El muelle es de la villa y no se puede vender.", "es"),
        ("Il molo è del comune e non si può vendere.", "it"),
        ("Le quai est à la commune et ne peut être vendu.", "fr"),
        ("È vietato l'ormeggio. Chiunque viola il divieto è punito con la sanzione prevista dall'articolo 5.", "it"),
    ],
)
def test_the_words_of_a_text_show_its_language(text: str, tag: str) -> None:
    assert law_of(text)[0].tag == tag
