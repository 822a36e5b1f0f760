"""Suspensions, extensions and first days that depend on something, in French, German and Spanish."""

from __future__ import annotations

from datetime import date

import pytest

from yange.law import law_named
from yange.model import EventKind
from yange.statements import commencements, extensions, suspensions, unread

SUSPENDED, EXTENDED = EventKind.SUSPENSION, EventKind.EXTENSION
END = date(2026, 3, 31)

# language, sentence, kind, title, clauses, last day, years
READ = [
    ("fr", "L'application de la loi n° 90-12 du 3 mai 1990 relative aux bacs est suspendue jusqu'au 31 mars 2026.",
     SUSPENDED, "loi n° 90-12 du 3 mai 1990 relative aux bacs", (), END, None),
    ("fr", "Article 3. Est suspendue, jusqu'au 31 mars 2026, l'application des articles 3 et 4 du décret n° 91-2.",
     SUSPENDED, "décret n° 91-2", ("articles 3 et 4",), END, None),
    ("fr", "L'article 5 du décret n° 2010-4 du 4 mai 2010 est suspendu.",
     SUSPENDED, "décret n° 2010-4 du 4 mai 2010", ("article 5",), None, None),
    ("fr", "La durée de validité de la loi n° 90-12 est prorogée jusqu'au 31 mars 2026 inclus.",
     EXTENDED, "loi n° 90-12", (), END, None),
    ("fr", "Est prorogée de deux ans la loi n° 90-12 relative aux bacs.",
     EXTENDED, "loi n° 90-12 relative aux bacs", (), None, 2),
    ("de", "Die Anwendung des Fährengesetzes vom 3. Mai 1990 wird bis zum 31. März 2026 ausgesetzt.",
     SUSPENDED, "Fährengesetz vom 3. Mai 1990", (), END, None),
    ("de", "§ 5 des Fährengesetzes vom 3. Mai 1990 (BGBl. I S. 120) wird bis zum 31. März 2026 ausgesetzt.",
     SUSPENDED, "Fährengesetz vom 3. Mai 1990", ("§ 5",), END, None),
    ("de", "Die Verordnung vom 3. Mai 2010 über Fähren wird ausgesetzt.",
     SUSPENDED, "Verordnung vom 3. Mai 2010 über Fähren", (), None, None),
    ("de", "Der Vollzug der Fährenverordnung vom 4. Mai 2010 wird bis zum Ablauf des 31. März 2026 ausgesetzt.",
     SUSPENDED, "Fährenverordnung vom 4. Mai 2010", (), END, None),
    ("de", "Die Geltungsdauer des Fährengesetzes wird um zwei Jahre verlängert.",
     EXTENDED, "Fährengesetz", (), None, 2),
    ("de", "Die Geltungsdauer der Fährenverordnung vom 3. Mai 2010 wird bis zum 31. März 2026 verlängert.",
     EXTENDED, "Fährenverordnung vom 3. Mai 2010", (), END, None),
    ("es", "Queda suspendida la aplicación de la Ley 12/1990, de 3 de mayo, hasta el 31 de marzo de 2026.",
     SUSPENDED, "Ley 12/1990, de 3 de mayo", (), END, None),
    ("es", "Se suspende hasta el 31 de marzo de 2026 la vigencia de los artículos 3 y 4 del Decreto 5/1990.",
     SUSPENDED, "Decreto 5/1990", ("artículos 3 y 4",), END, None),
    ("es", "Artículo 2.- Prorrógase hasta el 31 de marzo de 2026 la vigencia de la Ley Nº 12.345.",
     EXTENDED, "Ley Nº 12.345", (), END, None),
    ("es", "Prorrógase por dos años la vigencia del Decreto Nº 123/90.", EXTENDED, "Decreto Nº 123/90", (), None, 2),
    ("es", "La vigencia de la Ley 12/1990 queda prorrogada hasta el 31 de marzo de 2026.",
     EXTENDED, "Ley 12/1990", (), END, None),
    ("it", "L'efficacia della legge 3 maggio 1990, n. 88, è sospesa fino al 31 marzo 2026.",
     SUSPENDED, "legge 3 maggio 1990, n. 88", (), END, None),
    ("it", "È sospesa fino al 31 marzo 2026 l'efficacia della legge 3 maggio 1990, n. 88.",
     SUSPENDED, "legge 3 maggio 1990, n. 88", (), END, None),
    ("it", "È sospesa l'applicazione dell'articolo 5 della legge 3 maggio 1990, n. 88, sino al 31 marzo 2026.",
     SUSPENDED, "legge 3 maggio 1990, n. 88", ("articolo 5",), END, None),
    ("pt", "Fica suspensa até 31 de março de 2026 a vigência do Decreto nº 9.100, de 5 de maio de 2017.",
     SUSPENDED, "Decreto nº 9.100, de 5 de maio de 2017", (), END, None),
    ("pt", "A vigência do Decreto-Lei n.º 45/2003, de 13 de março, é suspensa até 31 de março de 2026.",
     SUSPENDED, "Decreto-Lei n.º 45/2003, de 13 de março", (), END, None),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence", "kind", "title", "extent", "until", "years"), READ)
def test_a_suspension_or_an_extension(
    language: str,
    sentence: str,
    kind: EventKind,
    title: str,
    extent: tuple[str, ...],
    until: date | None,
    years: int | None,
) -> None:
    law = law_named(language)
    (one,) = (*suspensions(sentence, law), *extensions(sentence, law))
    assert (one.kind, one.title, one.extent, one.until, one.years) == (kind, title, extent, until, years)
    assert sentence[one.start : one.end] == one.phrase
    assert unread([sentence], law) == ()


def test_a_list_is_read_whole() -> None:
    law = law_named("fr")
    both = "Les effets de la loi n° 90-12 et du décret n° 91-2 sont suspendus."
    assert [one.title for one in suspensions(both, law)] == ["loi n° 90-12", "décret n° 91-2"]
    assert suspensions("Les effets de la loi n° 90-12 et du décret précité sont suspendus.", law) == ()


# language, sentence, the field that is reported, and whether it is about the text itself
SAID = [
    ("fr", "L'application de la loi n° 90-12 est suspendue pour une durée de six mois.", "suspends", False),
    ("fr", "L'application de la loi n° 90-12 est suspendue si le port est fermé.", "suspends", False),
    ("fr", "La loi n° 90-12 est prorogée pour une durée de six mois.", "extends", False),
    ("fr", "La durée de validité de la présente ordonnance est prorogée jusqu'au 31 mars 2026.", "extends", True),
    ("fr", "La présente loi entre en vigueur à la date fixée par décret.", "effective", True),
    ("fr", "Le Conseil fédéral fixe la date de l'entrée en vigueur.", "effective", False),
    ("fr", "Le Roi fixe la date d'entrée en vigueur de la présente loi.", "effective", False),
    ("fr", "La date d'entrée en vigueur de la présente loi est fixée par arrêté.", "effective", False),
    ("fr", "La présente convention entrera en vigueur trente jours après le dixième dépôt.", "effective", True),
    ("de", "Die Geltungsdauer des Fährengesetzes wird um sechs Monate verlängert.", "expires", False),
    ("de", "Die Geltungsdauer dieser Verordnung wird bis zum 31. März 2026 verlängert.", "expires", True),
    ("de", "Die Anwendung des Fährengesetzes wird ausgesetzt, wenn der Hafen geschlossen ist.", "suspends", False),
    ("de", "Der Bundesrat bestimmt das Inkrafttreten.", "effective", False),
    ("de", "Der Bundesrat bestimmt den Zeitpunkt des Inkrafttretens.", "effective", False),
    ("de", "Der Zeitpunkt des Inkrafttretens wird durch Verordnung bestimmt.", "effective", False),
    ("de", "Der Tag, an dem dieses Gesetz in Kraft tritt, ist bekannt zu geben.", "effective", True),
    ("de", "Dieses Gesetz tritt an dem Tag in Kraft, an dem der Vertrag in Kraft tritt.", "effective", True),
    ("es", "Suspéndese la vigencia de la Ley Nº 12.345 por el término de dos años.", "suspends", False),
    ("es", "Queda suspendida la aplicación de la Ley 12/1990 si el puerto se cierra.", "suspends", False),
    ("es", "Se prorroga la vigencia de la presente ley hasta el 31 de marzo de 2026.", "extends", True),
    ("es", "La presente ley entrará en vigor cuando se publique su reglamento.", "effective", True),
    ("es", "La fecha de entrada en vigor de la presente Ley será fijada por decreto.", "effective", True),
    ("es", "El presente Convenio entrará en vigor el trigésimo día siguiente al depósito.", "effective", True),
    ("es", "Esta ley regirá a partir de la fecha en que el Ejecutivo la reglamente.", "effective", True),
]


@pytest.mark.parametrize(("language", "sentence", "field", "own"), SAID)
def test_what_is_not_read_is_said(language: str, sentence: str, field: str, own: bool) -> None:
    law = law_named(language)
    assert (field, own) in [(one.field, one.own) for one in unread([sentence], law)]
    assert (*commencements(sentence, law), *suspensions(sentence, law), *extensions(sentence, law)) == ()


# language, a sentence on something else, of which nothing is read and nothing reported
SILENT = [
    ("fr", "Le permis est suspendu jusqu'au 31 mars 2026."),
    ("fr", "Après l'entrée en vigueur de la loi, le délai est prorogé."),
    ("de", "Die Erlaubnis wird bis zum 31. März 2026 ausgesetzt."),
    ("de", "Rechte von dem Tag, an dem dieses Gesetz in Kraft tritt, bleiben unberührt."),
    ("es", "La licencia queda suspendida hasta el 31 de marzo de 2026."),
]


@pytest.mark.parametrize(("language", "sentence"), SILENT)
def test_a_permit_is_no_instrument(language: str, sentence: str) -> None:
    law = law_named(language)
    assert (*suspensions(sentence, law), *extensions(sentence, law)) == ()
    assert [one.field for one in unread([sentence], law)] == []
