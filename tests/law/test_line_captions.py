"""The lines below a title in five languages: the day of the text, its first day and its amendments."""

from __future__ import annotations

from datetime import date

import pytest

from yange.law import law_named
from yange.statements import caption

DAY, FIRST = date(2011, 5, 3), date(2012, 1, 1)

CONSOLIDATED = (
    "Luật số 12/2010/QH12 ngày 03 tháng 5 năm 2010 của Quốc hội, có hiệu lực kể từ ngày 01 tháng 01 năm 2012,"
    " được sửa đổi, bổ sung bởi:\nLuật số 5/2011/QH13 ngày 03 tháng 5 năm 2011 của Quốc hội sửa đổi, bổ sung một số"
    " điều của Luật Đò, có hiệu lực kể từ ngày 01 tháng 7 năm 2011."
)

# language, lines, day of signing, first day, amendments
READ = [
    ("fr", "du 3 mai 2011 (État le 1er janvier 2024)", DAY, None, []),
    ("fr", "JORF n°0123 du 4 mai 2011\nNOR : ABCD1234567L\nEntrée en vigueur : 1er janvier 2012", None, FIRST, []),
    ("fr", "Version consolidée au 1er mars 2020\nmodifiée par la loi du 3 mai 2011, le décret n° 2011-7 du 3 mai 2011",
     None, None, [(None, DAY), ("n° 2011-7", DAY)]),
    ("fr", "(Texte coordonné au 1er mars 2020)\nDate de signature : 03/05/2011", DAY, None, []),
    ("de", "Ausfertigungsdatum: 03.05.2011\nStand: Zuletzt geändert durch Art. 2 G v. 3.5.2011 I 55", DAY, None,
     [(None, DAY)]),
    ("de", "vom 3. Mai 2011 (Stand am 1. März 2020)", DAY, None, []),
    ("de", "(BGBl. I S. 120)\nzuletzt geändert durch Artikel 2 Nummer 3 des Gesetzes vom 3. Mai 2011 (BGBl. I S. 55)",
     None, None, [("BGBl. I S. 55", DAY)]),
    ("de", "StF: BGBl. Nr. 120/1990\nInkrafttreten: 1. Januar 2012", None, FIRST, []),
    ("es", "Fecha de promulgación: 3 de mayo de 2011\nEntrada en vigor: 1 de enero de 2012", None, FIRST, []),
    ("es", "TEXTO VIGENTE\nÚltima reforma publicada DOF 3 de mayo de 2019\nEntrada en vigor: 1-1-2012",
     None, FIRST, []),
    ("es", "Modificada por la Ley 5/2011, de 3 de mayo de 2011, y el Decreto 7/2011", None, None,
     [("Ley 5/2011", DAY), ("Decreto 7/2011", None)]),
    ("nl", "Geldend van 01-01-2024 t/m heden\nlaatstelijk gewijzigd bij wet van 3 mei 2011, Stb. 2011, 55", None, None,
     [("Stb. 2011, 55", DAY)]),
    ("nl", "Datum van inwerkingtreding: 01-01-2012", None, FIRST, []),
    ("vi", CONSOLIDATED, None, FIRST, [("5/2011/QH13", DAY)]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "lines", "adopted", "commenced", "amendments"), READ)
def test_the_lines_below_a_title(
    language: str,
    lines: str,
    adopted: date | None,
    commenced: date | None,
    amendments: list[tuple[str | None, date | None]],
) -> None:
    found = caption(f"{lines}\n\n§ 1\n\nText.\n", law_named(language))
    assert found is not None
    assert (found.adopted, found.commenced, found.unread) == (adopted, commenced, ())
    assert [(one.number, one.date) for one in found.amendments] == amendments
    assert found.end == len(lines)


def test_a_day_of_promulgation() -> None:
    found = caption("Promulgada: 3 de mayo de 2011\n", law_named("es"))
    assert found is not None
    assert (found.issued, found.adopted) == (DAY, None)


UNREAD = [
    ("fr", "modifiée par la loi du 3 mai 2011 et d'autres textes"),
    ("de", "zuletzt geändert durch Artikel 2 des Gesetzes vom 3. Mai 2011 und durch Verfügung"),
    ("es", "Modificada por la Ley 5/2011 y otras normas"),
    ("nl", "laatstelijk gewijzigd bij wet van 3 mei 2011 en andere besluiten"),
]


@pytest.mark.parametrize(("language", "line"), UNREAD)
def test_a_list_of_amendments_that_is_not_read_whole_is_reported(language: str, line: str) -> None:
    found = caption(f"{line}\n\n§ 1\n", law_named(language))
    assert found is not None
    assert (found.amendments, found.unread) == ((), (line,))


NONE = [
    ("fr", "Art. 1 Objet\n\nLa loi est modifiée par la loi du 3 mai 2011."),
    ("de", "Das Gesetz vom 3. Mai 2011 wird wie folgt geändert:"),
    ("es", "La Ley 5/2011 queda modificada como sigue:"),
    ("nl", "De wet van 3 mei 2011 wordt als volgt gewijzigd:"),
    ("vi", "Căn cứ Luật số 12/2010/QH12 ngày 03 tháng 5 năm 2010;"),
]


@pytest.mark.parametrize(("language", "text"), NONE)
def test_a_sentence_is_no_caption(language: str, text: str) -> None:
    assert caption(text, law_named(language)) is None
