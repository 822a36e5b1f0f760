"""The changed values of one sentence, as tables that a lawyer of each language can read: ``data/values.txt``."""

from __future__ import annotations

from pathlib import Path

import pytest

from yange.compare import compare
from yange.parse import parse

TABLE = Path(__file__).parent / "data" / "values.txt"
LAYOUT = {
    "en": ("Article {n}\n\n", "The ferry has a bell."),
    "fr": ("Article {n}\n\n", "Le bac a une cloche et un mât."),
    "de": ("§ {n}\n\n", "Die Fähre hat eine Glocke."),
    "es": ("Artículo {n}. ", "El barco tiene una campana de la villa."),
    "pt": ("Artigo {n}.º\n\n", "O barco tem uma campanha da vila."),
    "it": ("Art. {n}\n\n", "La barca ha una campana e un albero di legno."),
    "nl": ("Artikel {n}\n\n", "De veerpont heeft een bel en een mast van hout."),
    "ja": ("第{han}条　", "渡船には、鐘を備える。"),
    "ko": ("제{n}조 ", "배에는 종을 둔다."),
    "vi": ("Điều {n}. ", "Đò có một cái chuông bằng đồng."),
    "et": ("§ {n}. ", "Parvel on kell ja puust mast."),
    "zh-Hans": ("第{han}条　", "渡船设置钟铃。"),
    "zh-Hant": ("第{han}條　", "渡船應設置鐘鈴。"),
}
"""How a language prints the label of an article, and a sentence of it that no row changes."""


def rows() -> list[tuple[str, ...]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [tuple(map(str.strip, line.split("|"))) for line in lines if line.strip() and not line.startswith("#")]


def text(language: str, sentence: str) -> str:
    """Return a text of two articles, the first of them the sentence."""
    label, other = LAYOUT[language]
    return "\n\n".join(label.format(n=nth, han=" 一二"[nth]) + words for nth, words in enumerate((sentence, other), 1))


@pytest.mark.parametrize(("language", "old", "new", "expected"), rows(), ids=lambda cell: str(cell)[:60])
def test_changed_values(language: str, old: str, new: str, expected: str) -> None:
    found = compare(*(parse(text(language, sentence), language) for sentence in (old, new))).values
    assert [f"{value.old}>{value.new} {value.kind}" for value in found] == [
        row.strip() for row in expected.split(";") if row.strip()
    ]
