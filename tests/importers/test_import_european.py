"""Import of texts in German, French and Spanish as their gazettes print them: titles, numbers, days, signatures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from yange.cli.app import group

GERMAN = """Bundesgesetzblatt Jahrgang 2020 Teil I Nr. 12
Verordnung über die Fähren im Hafen
Vom 3. März 2020
Auf Grund des § 5 des Hafengesetzes verordnet das Bundesministerium:
§ 1
Zweck
Die Fähre gehört der Stadt und dient den Bürgern.
§ 2
Gebühr
(1) Die Gebühr beträgt fünf Euro für jede Fahrt.
(2) Kinder sind von der Gebühr befreit.
§ 3
Inkrafttreten
Diese Verordnung tritt am 1. Mai 2020 in Kraft.
Berlin, den 3. März 2020
Der Bundesminister für Häfen
Karl Anker
Seite 2 von 2
"""
SWISS = """Bundesgesetz über die Fähren (Fährengesetz, FährG)
vom 3. März 2020 (Stand am 1. Januar 2021)
Die Bundesversammlung der Schweizerischen Eidgenossenschaft,
gestützt auf Artikel 87 der Bundesverfassung,
beschliesst:
Art. 1 Zweck
1 Dieses Gesetz regelt die Fähren.
2 Es gilt für alle Häfen.
Art. 2 Gebühr
Die Gebühr wird vom Bundesrat festgelegt.
Art. 3 Inkrafttreten
Dieses Gesetz tritt am 1. Mai 2020 in Kraft.
"""
FRENCH = """JORF n°0054 du 4 mars 2020
Décret n° 2020-123 du 3 mars 2020 relatif aux bacs
NOR : TRAT2000001D
Le Premier ministre,
Vu le code des transports,
Décrète :
Article 1er
Le bac appartient à la ville et il est ouvert au public.
Article 2
Le tarif est de cinq euros pour les piétons.
Article 3
Le présent décret entre en vigueur le 1er mai 2020.
Fait le 3 mars 2020.
Le Premier ministre,
Jean Quai
"""
SPANISH = """BOLETÍN OFICIAL DEL ESTADO
Ley 12/2020, de 3 de marzo, de barcas.
FELIPE VI
REY DE ESPAÑA
Artículo 1. Objeto.
La barca pertenece al municipio y está abierta al público.
Artículo 2. Tarifa.
La tarifa es de cinco euros para los peatones.
Artículo 3. Entrada en vigor.
Esta ley entra en vigor el 1 de mayo de 2020.
Madrid, 3 de marzo de 2020.
FELIPE R.
El Presidente del Gobierno,
JUAN MUELLE
"""


def imported(folder: Path, text: str) -> Any:
    """Return the only document that import finds in a file."""
    (folder / "text.txt").write_text(text, "utf-8")
    words = ["--project", str(folder), "import", "--dry-run", "--json", str(folder / "text.txt")]
    found = json.loads(CliRunner().invoke(group, words).stdout)
    assert len(found["documents"]) == 1
    return found["documents"][0]


@pytest.mark.parametrize(
    ("text", "read_as", "title", "number", "signed", "clauses"),
    [
        (GERMAN, "de", "Verordnung über die Fähren im Hafen", None, "2020-03-03", ["§ 1", "§ 2", "§ 3"]),
        (
            SWISS,
            "de",
            "Bundesgesetz über die Fähren (Fährengesetz, FährG)",
            None,
            "2020-03-03",
            ["Art. 1", "Art. 2", "Art. 3"],
        ),
        (
            FRENCH,
            "fr",
            "Décret n° 2020-123 du 3 mars 2020 relatif aux bacs",
            "n° 2020-123",
            "2020-03-03",
            ["Article 1er", "Article 2", "Article 3"],
        ),
        (
            SPANISH,
            "es",
            "Ley 12/2020, de 3 de marzo, de barcas.",
            "12/2020",
            "2020-03-03",
            ["Artículo 1", "Artículo 2", "Artículo 3"],
        ),
    ],
)
def test_a_text_as_its_gazette_prints_it(
    text: str, read_as: str, title: str, number: str | None, signed: str | None, clauses: list[str], tmp_path: Path
) -> None:
    found = imported(tmp_path, text)
    assert (found["read_as"], found["title"].rstrip("."), found["signed"]) == (read_as, title.rstrip("."), signed)
    assert (found["number"] or "").endswith(number or "")
    assert found["clauses"] == clauses
    assert (found["effective"], found["condition"]) == ("2020-05-01", "complete")


def test_furniture_and_signatures_are_no_part_of_the_last_article(tmp_path: Path) -> None:
    for text, body in ((GERMAN, "Bundesminister für Häfen"), (FRENCH, "Premier ministre"), (SPANISH, "Gobierno")):
        found = imported(tmp_path, text)
        assert any(body in issuer for issuer in found["issuer"]), found["issuer"]
