"""Portuguese law: numbers and layout of Portugal and Brazil."""

from __future__ import annotations

import pytest

from yange.law import law_of
from yange.law.numbers import numbers_of
from yange.law.pt import PORTUGUESE
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
