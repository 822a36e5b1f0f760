"""Portuguese law: numbers and layout of Portugal and Brazil."""

from __future__ import annotations

import pytest

from yange.law import law_of
from yange.law.numbers import numbers_of
from yange.law.pt import PORTUGUESE
from yange.model import ClauseKind
from yange.parse import parse


@pytest.mark.parametrize(
    ("label", "style", "value"),
    [
        ("Artigo 1.º", "pt-artigo", (1,)),
        ("Artigo 12.º-A", "pt-artigo", (12, 1)),
        ("Art. 5º", "pt-artigo", (5,)),
        ("Art. 103-B.", "pt-artigo", (103, 2)),
        ("Art. 1.024.", "pt-artigo", (1024,)),
        ("Artigo único.", "pt-artigo", (1,)),
        ("§ 2º", "pt-parágrafo", (2,)),
        ("Parágrafo único.", "pt-parágrafo", (1,)),
        ("IV -", "pt-inciso", (4,)),
        ("CAPÍTULO III", "pt-capítulo", (3,)),
        ("Seção II", "pt-secção", (2,)),
        ("SECÇÃO I", "pt-secção", (1,)),
        ("Artigo 2.o", "pt-artigo", (2,)),
        ("Art. 7o-A", "pt-artigo", (7, 1)),
        ("Divisão II", "pt-divisão", (2,)),
        ("SUBTÍTULO I", "pt-subtítulo", (1,)),
        ("CAPÍTULO I-A", "pt-capítulo", (1, 1)),
        ("2 -", "arabic-stop", (2,)),
        ("3 —", "arabic-stop", (3,)),
        ("1)", "pt-item", (1,)),
        ("XII-A -", "pt-inciso", (12, 1)),
    ],
)
def test_a_label_is_read_whole(label: str, style: str, value: tuple[int, ...]) -> None:
    number = numbers_of((PORTUGUESE,)).one(label)
    assert number is not None
    assert (number.style, number.value, number.raw) == (style, value, label)


BRAZIL = """Lei nº 7, de 3 de março de 2020

CAPÍTULO I

DO CAIS

Art. 1º Esta Lei regula o cais do município, nos termos do
art. 2º e do regulamento.

§ 1º O cais é do município.

§ 2º São embarcações:

I - as canoas;

II - os barcos à vela.

Art. 2º A taxa é de R$ 50,00.

Parágrafo único. A taxa é anual.

Art. 2º-A. O prazo é de trinta dias.

Art. 3º (Revogado).
"""


@pytest.mark.parametrize("text", [BRAZIL, BRAZIL.replace("\n\n", "\n")], ids=["paragraphs", "one-line"])
def test_the_articles_of_a_law(text: str) -> None:
    primary = parse(text, "pt").primary
    assert [clause.label for clause in primary] == ["Art. 1º", "Art. 2º", "Art. 2º-A.", "Art. 3º"]
    assert [clause.label for clause in primary if clause.placeholder] == ["Art. 3º"]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Artigo 1.º\nO cais é do município e não pode ser vendido pela câmara.", "pt"),
        (BRAZIL, "pt"),
        ("Artículo 1. El muelle es de la villa y no podrá venderse.", "es"),
    ],
)
def test_the_words_of_a_text_show_its_language(text: str, tag: str) -> None:
    assert law_of(text)[0].tag == tag


PORTUGAL = """Lei n.º 7/2020, de 3 de março

CAPÍTULO I

Disposições gerais

Artigo 1.º

Objeto

1 - A presente lei regula o cais do município, nos termos do
artigo 2.º e do regulamento.

2 - São embarcações:

a) As canoas;

b) Os barcos à vela:

i) De pesca;

ii) De recreio.

Artigo 1.º-A

Propriedade

O cais é do município.

CAPÍTULO II

Taxas

Artigo 2.º

Taxa

1 - A taxa é de 1 200,50 euros por ano.

Artigo 3.º

(Revogado.)

ANEXO

(a que se refere o artigo 1.º)

Lista dos cais

1 - O cais norte.
"""


@pytest.mark.parametrize("text", [PORTUGAL, PORTUGAL.replace("\n\n", "\n")], ids=["paragraphs", "one-line"])
def test_a_law_of_portugal(text: str) -> None:
    provisions = parse(text, "pt")
    assert [clause.label for clause in provisions.primary] == [
        "Artigo 1.º", "Artigo 1.º-A", "Artigo 2.º", "Artigo 3.º",
    ]  # fmt: skip
    assert [clause.label for clause in provisions.primary if clause.placeholder] == ["Artigo 3.º"]
    (inner,) = [clause.path for clause in provisions.walk() if clause.label == "ii)"]
    assert inner == "chp_1__art_1__item_2__subitem_2__subitem_2"
    assert sum(clause.kind is ClauseKind.ANNEX for clause in provisions.walk()) == 1
