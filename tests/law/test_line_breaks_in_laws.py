"""Laws with one line break a line, as printed: what shows that an article begins below a line without a stop."""

from __future__ import annotations

import pytest

from yange.numbering import NumberedUnit
from yange.parse import parse


def labels(language: str, text: str) -> list[str]:
    return [
        clause.number.bare.strip('.-"')
        for clause in parse(text, language).walk()
        if clause.number is not None and clause.number.style.unit is NumberedUnit.ARTICLE
    ]


GERMAN = """Fährgesetz
I. Allgemeine Vorschriften
Art. 1 Zweck
1 Dieses Gesetz regelt die Fähren.
2 Es gilt für alle Gewässer.
II. Verfahren
Art. 4 Anwendbares Recht
1 Das Verfahren richtet sich nach
Art. 3 Absatz 2 der Flussverordnung.
2 Das Amt entscheidet.
Art. 5 Kosten
Die Kosten trägt der Betreiber."""
CHILEAN = """LEY DE TRANSBORDADORES
Artículo 1.- Los transbordadores cruzan el río con
las mercancías según lo que dispone el artículo 2
Artículo 2.- El precio es de $500 por persona, conforme al
artículo 3 de la ley.
DISPOSICIONES TRANSITORIAS
Artículo primero.- Esta ley rige desde su publicación
Artículo segundo.- El reglamento se dictará en un año."""
CAPITALS = """LEY DE TRANSBORDADORES
EL CONGRESO HA DADO LA LEY SIGUIENTE
Artículo 1. Objeto
La ley regula los transbordadores.
TÍTULO DE LAS TARIFAS
Artículo 2. Tarifas
El ministerio fija las tarifas.
REGISTRO DE LOS BARCOS
Artículo 3. Registro
El registro es público."""
IRISH = """Ferries (Amendment) Act, 1996
Licences of ferries.
1.—The Ferries Act, 1934, is hereby amended by the insertion of the following section:
“6A.—A licence is for five years.”.
Tolls.
2.—The toll is one pound.
Short title.
3.—This Act may be cited as the Ferries (Amendment) Act, 1996."""


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("de", GERMAN, ["Art. 1", "Art. 4", "Art. 5"]),
        ("es", CHILEAN, ["Artículo 1", "Artículo 2", "Artículo primero", "Artículo segundo"]),
        ("es", CAPITALS, ["Artículo 1", "Artículo 2", "Artículo 3"]),
        ("en", IRISH, ["1", "2", "3"]),
    ],
)
def test_articles(language: str, text: str, wanted: list[str]) -> None:
    assert labels(language, text) == wanted


def test_the_short_title_may_be_the_last_of_many_sections() -> None:
    sections = [f"Ferry {n}.\n{n}.—The ferry {n} runs." for n in range(1, 80)]
    text = "Ferries Act, 1996\n" + "\n".join(sections)
    assert labels("en", text) == []
    named = text + "\nShort title.\n80.—This Act may be cited as the Ferries Act, 1996."
    assert len(labels("en", named)) == 80


@pytest.mark.parametrize(
    ("language", "above", "line", "below"),
    [
        ("de", "Die Verfügung ergeht nach", "Art. 3 Absatz 2 der Verordnung", "2 Das Amt entscheidet."),
        ("es", "La tarifa se fija según el", "Artículo 2. de la ley, que rige", "desde hoy."),
        ("es", "DE LAS TARIFAS DEL", "ARTÍCULO 2 DE LA LEY", "Las tarifas son públicas."),
    ],
)
def test_references_at_the_start_of_a_line(language: str, above: str, line: str, below: str) -> None:
    label, heading = ("Art.", "Zweck") if language == "de" else ("Artículo", "Objeto")
    after = "".join(f"\n\n{label} {n} {heading}\n\nUno." for n in (2, 3))
    text = f"{label} 1 {heading}\n\nUno.\n\n{above}\n{line}\n{below}{after}"
    assert labels(language, text) == [f"{label} {n}" for n in (1, 2, 3)]


@pytest.mark.parametrize("breaks", ["\n", "\n\n"])
def test_the_heading_of_a_section_is_part_of_it(breaks: str) -> None:
    lines = [
        "Ferries Act 1990", "Be it enacted as follows:", "1 Short title", "(1) This is the Ferries Act.",
        "[Act 5 of 2010]", "2 Start", "(1) The Act starts on 1 May 1990.", "Licences of ferries", "3 Grant",
        "(1) The Minister grants licences.", "(2) A licence is for", "five years", "4 Appeal", "(1) An appeal lies.",
    ]  # fmt: skip
    text = breaks.join(lines)
    starts = {c.path: text[c.start :].split("\n")[0] for c in parse(text, "en").walk() if c.path.startswith("art_")}
    assert [starts[f"art_{n}"] for n in (1, 2, 3, 4)] == ["1 Short title", "2 Start", "Licences of ferries", "4 Appeal"]


@pytest.mark.parametrize("division", ["Part 2\nLicences", "Part 2 Licences"])
def test_the_heading_of_a_division_is_not_that_of_its_first_section(division: str) -> None:
    text = (
        f"Ferries Act 1990\nBe it enacted as follows:\n1 Name\n(1) This is the Act.\n{division}\n2 Grant\n(1) It is so."
    )
    starts = {c.path: text[c.start :].split("\n")[0] for c in parse(text, "en").walk()}
    assert "2 Grant" in starts.values()
    assert division.split("\n")[0] in starts.values()
