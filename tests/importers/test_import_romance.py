"""Import of Italian and Portuguese texts: titles, the day of signing, the heads of printed pages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from yange.cli.app import group
from yange.law.it import ITALIAN
from yange.law.pt import PORTUGUESE
from yange.library import load
from yange.model import Version

ITALY = """GAZZETTA UFFICIALE DELLA REPUBBLICA ITALIANA
Pagina 1 di 2

LEGGE 3 marzo 2020, n. 7

Art. 1
(Oggetto)
1. La presente legge disciplina il molo.

Pagina 2 di 2

Art. 2
(Entrata in vigore)
1. La presente legge entra in vigore il 1° aprile 2020.

Data a Roma, addì 3 marzo 2020
"""
PORTUGAL = """Diário da República, 1.ª série — N.º 45 — 4 de março de 2020

ASSEMBLEIA DA REPÚBLICA

Lei n.º 7/2020, de 4 de março

Artigo 1.º
Objeto
A presente lei regula o cais.

Artigo 2.º
Entrada em vigor
A presente lei entra em vigor em 1 de abril de 2020.
"""
BRAZIL = """Presidência da República
Casa Civil

LEI Nº 7.000, DE 4 DE MARÇO DE 2020

Art. 1º Esta Lei regula o cais.

Art. 2º Esta Lei entra em vigor em 1º de abril de 2020.

Brasília, 4 de março de 2020; 199º da Independência e 132º da República.
"""


def imported(tmp_path: Path, text: str) -> tuple[str, Version]:
    """Return title and version of a text that was imported into an empty project."""
    (tmp_path / "policies").mkdir()
    (tmp_path / "text.txt").write_text(text, "utf-8")
    result = CliRunner().invoke(group, ["--project", str(tmp_path), "import", str(tmp_path / "text.txt")])
    assert result.exit_code == 0, result.output
    library, _ = load(tmp_path)
    ((title, version),) = [(policy.title, one) for policy in library.policies for one in policy.versions if one.held]
    return title, version


@pytest.mark.parametrize(
    ("text", "language", "title", "signed"),
    [
        (ITALY, "it", "LEGGE 3 marzo 2020, n. 7", date(2020, 3, 3)),
        (PORTUGAL, "pt", "Lei n.º 7/2020, de 4 de março", None),
        (BRAZIL, "pt", "LEI Nº 7.000, DE 4 DE MARÇO DE 2020", date(2020, 3, 4)),
    ],
    ids=["Italy", "Portugal", "Brazil"],
)
def test_title_day_and_first_day(tmp_path: Path, text: str, language: str, title: str, signed: date | None) -> None:
    found, version = imported(tmp_path, text)
    assert (found, version.language, version.effective, version.signed) == (title, language, date(2020, 4, 1), signed)
    assert version.units is not None
    assert version.units.count == 2


ITALIAN_LINES = ITALIAN.importing.lines
PORTUGUESE_LINES = PORTUGUESE.importing.lines


def test_lines_by_their_form() -> None:
    assert ITALIAN_LINES.article("Art. 12-bis") == 12
    assert PORTUGUESE_LINES.article("Art. 1.024. O cais") == 1024
    assert ITALIAN_LINES.heading("CAPO II") == (0, 2)
    assert PORTUGUESE_LINES.heading("SECÇÃO I") == (1, 3)
    assert ITALIAN_LINES.is_annex("ALLEGATO A")
    assert PORTUGUESE_LINES.is_annex("ANEXO ÚNICO")
    assert not ITALIAN_LINES.is_title("Legge e regolamento si applicano al molo.")
    assert not PORTUGUESE_LINES.is_clause("artigo 5.º da lei")
