"""Spanish law: what a lawyer of Spain or Latin America reads in a text is what the pack reads."""

from __future__ import annotations

import re
import textwrap
from datetime import date

import pytest

from yange.citations import citations
from yange.compare import compare
from yange.compare.text.atoms import find_atoms
from yange.compare.text.keys import make_key
from yange.compare.text.vocabulary import Vocabulary
from yange.law import law_named, law_of
from yange.law.es import SPANISH
from yange.law.numbers import numbers_of
from yange.model import Basis, ClauseKind, EventKind
from yange.parse import parse
from yange.statements import commencements, expiries, repeals, unread

LAW = law_named("es")

LABELS = [
    ("Artículo 1.", "es-artículo", (1,)),
    ("Artículo 12 bis.", "es-artículo", (12, 1)),
    ("Artículo 12 quater.", "es-artículo", (12, 3)),
    ("Artículo 12 ter 2.", "es-artículo", (12, 2, 2)),
    ("ARTÍCULO 3º.-", "es-artículo", (3,)),
    ("Art. 4º.", "es-artículo", (4,)),
    ("Artículo 5.º", "es-artículo", (5,)),
    ("Artículo 6-A.", "es-artículo", (6, 1)),
    ("ARTICULO 7° —", "es-artículo", (7,)),
    ("Artículo 1.024.", "es-artículo", (1024,)),
    ("Artículo 2.2.1.", "es-artículo", (2, 2, 1)),
    ("Artículo único.", "es-artículo", (1,)),
    ("Artículo vigésimo primero.", "es-artículo", (21,)),
    ("Artículo decimosexto.", "es-artículo", (16,)),
    ("Artículo treinta y dos.", "es-artículo", (32,)),
    ("Disposición adicional primera.", "es-disposición-adicional", (1,)),
    ("Disposición final decimosexta bis.", "es-disposición-final", (16, 1)),
    ("DISPOSICIÓN DEROGATORIA ÚNICA.", "es-disposición-derogatoria", (1,)),
    ("Disposición transitoria vigésima segunda.", "es-disposición-transitoria", (22,)),
    ("Artículo segundo transitorio.-", "es-disposición-transitoria", (2,)),
    ("LIBRO PRIMERO", "es-libro", (1,)),
    ("TÍTULO IV", "es-título", (4,)),
    ("CAPÍTULO II BIS", "es-capítulo", (2, 1)),
    ("Sección 1.ª", "es-sección", (1,)),
    ("Primero.", "es-ordinal", (1,)),
    ("Veintiuno.", "es-cardinal", (21,)),
    ("1.º", "es-ordinal-figure", (1,)),
    ("ñ)", "latin-bracket", (14, 1)),
]


@pytest.mark.parametrize(("label", "style", "value"), LABELS, ids=[label for label, _, _ in LABELS])
def test_a_label_is_read_whole(label: str, style: str, value: tuple[int, ...]) -> None:
    number = numbers_of((SPANISH,)).one(label)
    assert number is not None
    assert (number.style, number.value, number.raw) == (style, value, label)


@pytest.mark.parametrize("text", ["Artículo 5 de la Ley", "Artículo 5, apartado 2", "Título III de la", "Artículos 5"])
def test_a_reference_is_no_label(text: str) -> None:
    numbers = numbers_of((SPANISH,))
    number = numbers.one(text)
    assert number is None or numbers.refers(text, number)


LAW_2020 = """Ley 7/2020, de 3 de marzo, del muelle de Vistamar

TÍTULO I

Disposiciones generales

CAPÍTULO I

Del muelle

Artículo 1. Objeto.

1. Esta ley regula el muelle de la villa.

2. A los efectos de esta ley son embarcaciones:

a) Las barcas de remo.

b) Las barcas de vela.

Artículo 2. Titularidad.

El muelle es de la villa, sin perjuicio de lo dispuesto en el artículo 3 y en el
artículo 4. Nadie puede venderlo.

Artículo 3. Tasas.

La tasa es de 1.200,50 euros al año.

CAPÍTULO II

De los permisos

Artículo 4. Permisos.

El permiso se pide según el artículo 3.2 de la Ley 1/1999, de 4 de enero, de barcas.

Artículo 5. Plazo.

La villa resolverá en el plazo de treinta días. Contra la resolución cabe recurso.

Artículo 5 bis. Silencio.

El silencio es favorable.

Artículo 6. (Derogado).

TÍTULO II

Régimen sancionador

Artículo 7. Infracciones.

Son infracciones leves:

1.º Amarrar sin permiso.

2.º Verter residuos.

Artículo 8. Sanciones.

La multa no podrá ser de más de 3.000 euros.

Disposición adicional primera. Registro.

La villa lleva un registro de embarcaciones.

Disposición adicional segunda. Tarifas.

Las tarifas se revisan cada año.

Disposición transitoria única. Permisos anteriores.

Los permisos anteriores conservan su validez durante dos años.

Disposición derogatoria única. Derogación normativa.

Queda derogada la Ley 3/1987, de 5 de mayo, de muelles.

Disposición final primera. Título competencial.

Esta ley se dicta al amparo del Estatuto.

Disposición final segunda. Entrada en vigor.

La presente ley entrará en vigor el día siguiente al de su publicación en el Boletín.

ANEXO I

Lista de muelles

1. El muelle norte.
"""
ARTICLES = [
    "Artículo 1.", "Artículo 2.", "Artículo 3.", "Artículo 4.", "Artículo 5.", "Artículo 5 bis.", "Artículo 6.",
    "Artículo 7.", "Artículo 8.", "Disposición adicional primera.", "Disposición adicional segunda.",
    "Disposición transitoria única.", "Disposición derogatoria única.", "Disposición final primera.",
    "Disposición final segunda.",
]  # fmt: skip


def one_line_each(text: str) -> str:
    return re.sub(r"\n\n+", "\n", text)


def wrapped(text: str) -> str:
    lines = [line for line in one_line_each(re.sub(r"(?<=[a-z]) ?\n(?=[a-z])", " ", text)).split("\n") if line]
    return "\n".join(piece for line in lines for piece in textwrap.wrap(line, 44))


@pytest.mark.parametrize("form", [str, one_line_each, wrapped], ids=["paragraphs", "one-line", "wrapped"])
def test_the_articles_of_a_law(form: object) -> None:
    assert [clause.label for clause in parse(form(LAW_2020), "es").primary] == ARTICLES  # type: ignore[operator]


def test_divisions_items_and_annexes_of_a_law() -> None:
    provisions = parse(LAW_2020, "es")
    paths = [clause.path for clause in provisions.walk()]
    assert "part_1__chp_1__art_1__para_2__item_2__item_1" in paths or any(
        p.endswith("item_2__subitem_1") for p in paths
    )
    assert [clause.label for clause in provisions.walk() if clause.kind is ClauseKind.CHAPTER] == [
        "CAPÍTULO I",
        "CAPÍTULO II",
    ]
    assert [clause.number.dashed for clause in provisions.primary if clause.number][-3:] == [
        "derogatoria-1",
        "final-1",
        "final-2",
    ]
    assert [clause.label for clause in provisions.primary if clause.placeholder] == ["Artículo 6."]
    assert sum(clause.kind is ClauseKind.ANNEX for clause in provisions.walk()) == 1


def test_a_law_and_its_amended_version() -> None:
    amended = (
        LAW_2020.replace("1.200,50 euros", "1.350 euros")
        .replace("treinta días", "cuarenta y cinco días")
        .replace("Disposición adicional segunda. Tarifas.\n\nLas tarifas se revisan cada año.\n\n", "")
    )
    result = compare(parse(LAW_2020, "es"), parse(amended, "es"))
    changed = {
        (change.old or change.new)[0]: change.operation.value
        for change in result.changes
        if change.operation.value != "unchanged"
    }
    assert changed == {
        "Artículo 3.": "amended",
        "Artículo 5.": "amended",
        "Disposición adicional segunda.": "repealed",
    }


@pytest.mark.parametrize(
    ("words", "paths", "owner"),
    [
        ("el artículo 3", ["art_3"], ""),
        ("los artículos 3 a 5", ["art_3", "art_4", "art_5"], ""),
        ("el artículo 1.2.b) de esta ley", ["item_1"], "own"),
        ("la letra b) del apartado 2 del artículo 1", ["item_1"], ""),
        ("el artículo 5 bis", ["art_5-1"], ""),
        ("el artículo 3.2 de la Ley 1/1999", [], "other"),
        ("el artículo 5 del Código Civil", [], "other"),
        ("el artículo 149.1.13.ª de la Constitución", [], "other"),
        ("el artículo 99", [], ""),
        ("el anexo I", ["annex_1"], ""),
    ],
)
def test_a_citation_finds_its_target(words: str, paths: list[str], owner: str) -> None:
    text = LAW_2020.replace("Nadie puede venderlo", f"Se aplica {words}")
    at = text.index("Se aplica ")
    found = [one for one in citations(parse(text, "es")) if at <= one.start < at + len(words) + 12]
    assert [one.reference.owner.value for one in found if one.reference] == [owner]
    if paths == ["item_1"]:
        assert len(found[0].paths) == 1
        assert found[0].paths[0].endswith("item_2")
    else:
        assert [path.rsplit("__", 1)[-1] for one in found for path in one.paths] == paths


BEGINNINGS = [
    ("La presente ley entrará en vigor el 1 de enero de 2021.", (Basis.STATED, date(2021, 1, 1), 0, 0)),
    ("La presente ley regirá a partir del 1º de enero de 1988.", (Basis.STATED, date(1988, 1, 1), 0, 0)),
    ("Esta ley entrará en vigor el día siguiente al de su publicación en el Boletín.", (Basis.PUBLISHED, None, 1, 0)),
    ("El presente real decreto entrará en vigor el mismo día de su publicación.", (Basis.PUBLISHED, None, 0, 0)),
    ("Esta ley entrará en vigor a los veinte días de su publicación.", (Basis.PUBLISHED, None, 20, 0)),
    ("Esta ley entrará en vigor a los tres meses de su publicación.", (Basis.PUBLISHED, None, 0, 3)),
    ("Esta ley entrará en vigor al año de su publicación.", (Basis.PUBLISHED, None, 0, 12)),
    ("Esta ley entrará en vigor transcurridos seis meses desde su publicación.", (Basis.PUBLISHED, None, 0, 6)),
    ("La presente ley rige desde su promulgación.", (Basis.PUBLISHED, None, 0, 0)),
]


@pytest.mark.parametrize(("sentence", "read"), BEGINNINGS, ids=[sentence for sentence, _ in BEGINNINGS])
def test_a_first_day(sentence: str, read: tuple[Basis, date | None, int, int]) -> None:
    (one,) = commencements(sentence, LAW)
    assert (one.basis, one.day, one.delay, one.months) == read
    assert not unread([sentence], LAW)


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        ("La presente ley entrará en vigor el 1 de enero de 2021, salvo el artículo 5.", "effective"),
        ("La presente ley entrará en vigor cuando lo determine el Gobierno.", "effective"),
        ("Quedan derogadas las normas sobre muelles que figuran en el anexo.", ""),
        ("La presente ley perderá su vigencia con la reforma del puerto.", "expires"),
    ],
)
def test_words_of_effect_that_are_not_read_are_reported(sentence: str, field: str) -> None:
    assert not commencements(sentence, LAW)
    assert [one.field for one in unread([sentence], LAW)] == ([field] if field else [])


@pytest.mark.parametrize(
    ("sentence", "day", "years"),
    [
        ("La presente ley estará en vigor hasta el 31 de diciembre de 2025.", date(2025, 12, 31), None),
        ("Esta orden tendrá una vigencia de cinco años.", None, 5),
    ],
)
def test_a_last_day(sentence: str, day: date | None, years: int | None) -> None:
    (one,) = expiries(sentence, LAW)
    assert (one.day, one.years) == (day, years)


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Queda derogada la Ley 3/1987, de 5 de mayo, de muelles.", [("Ley 3/1987", ())]),
        ("Quedan derogados los artículos 2 y 3 de la Ley 5/2000, de puertos.", [("Ley 5/2000", ("artículos 2 y 3",))]),
        ("Deróganse la Ley 1234 y el Decreto 55/1999.", [("Ley 1234", ()), ("Decreto 55/1999", ())]),
        ("Quedan derogadas cuantas disposiciones se opongan a esta ley.", []),
    ],
)
def test_a_repeal(sentence: str, named: list[tuple[str, tuple[str, ...]]]) -> None:
    found = repeals(sentence, LAW)
    assert [(one.number, one.extent) for one in found] == named
    assert all(one.kind is EventKind.REPEAL for one in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("multa de 1.000,50 euros", ("1.000,50 euros", "amount")),
        ("multa de $ 5.000.000", ("$5.000.000", "amount")),
        ("quinientos mil pesos", ("quinientos mil pesos", "amount")),
        ("en el plazo de treinta días hábiles", ("treinta días hábiles", "deadline")),
        ("el 5 por ciento", ("5 por ciento", "percentage")),
        ("la Ley 39/2015", ("Ley 39/2015", "document-number")),
        ("el 1 de octubre de 2015", ("1 de octubre de 2015", "date")),
    ],
)
def test_a_value(text: str, expected: tuple[str, str]) -> None:
    key = make_key(text).text
    found = [(key[atom.start : atom.end], atom.kind.value) for atom in find_atoms(key, Vocabulary(LAW))]
    assert [one for one in found if one[1] != "word"] == [expected]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Artículo 1. El muelle es de la villa y no podrá venderse.\nArtículo 2. La tasa se paga al año.", "es"),
        ("La presente ley entrará en vigor el día siguiente al de su publicación.\nQueda derogada la ley.", "es"),
        (
            "Artículo 1. El contrato de «lease of the berth» se rige por esta ley.\n"
            + "Artículo 2. La tasa es de un euro al año y la paga el patrón.\n" * 9,
            "es",
        ),
        ("Article 1. The pier belongs to the town.\nArticle 2. The fee is due on the first day of the year.", "en"),
    ],
)
def test_the_words_of_a_text_show_its_language(text: str, tag: str) -> None:
    assert law_of(text)[0].tag == tag


def test_a_decree_and_the_rules_that_it_approves_are_counted_apart() -> None:
    text = (
        "Real Decreto 1/2021, de 2 de marzo, por el que se aprueba el Reglamento del muelle\n\n"
        "Artículo 1. Aprobación.\n\nSe aprueba el reglamento.\n\nArtículo 2. Publicación.\n\nSe publicará.\n\n"
        "REGLAMENTO DEL MUELLE\n\nArtículo 1. Objeto.\n\nRegula el muelle.\n\nArtículo 2. Tasa.\n\nSe paga.\n"
    )
    provisions = parse(text, "es")
    paths = [clause.path for clause in provisions.walk() if clause.kind is ClauseKind.ARTICLE]
    assert paths == ["art_1", "art_2", "annex_1__art_1", "annex_1__art_2"]


def test_an_order_numbers_its_articles_by_ordinals() -> None:
    text = "Orden del muelle\n\nPrimero. Objeto.\n\nSe abre.\n\nSegundo. Tasa.\n\nUno. Es anual.\n\nDos. Es única.\n"
    assert [clause.label for clause in parse(text, "es").primary] == ["Primero.", "Segundo."]
