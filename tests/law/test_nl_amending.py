"""The amending sentences of Dutch acts and decrees, applied to a text."""

from __future__ import annotations

import pytest

from yange.amending import amend, read_instructions

TEXT = """# Veerwet

Artikel 1 Reikwijdte

Deze wet is van toepassing op veerponten.

Artikel 2 Tarief

1. Het tarief bedraagt vijf euro.

2. Vrij zijn:

a. kinderen;

b. schippers.

Artikel 3 Vaart

De veerpont vaart dagelijks, behalve bij storm.

Artikel 4 Veiligheid

De schipper zorgt voor de passagiers en zorgt voor een schone veerpont.
"""


def amended(order: str) -> str | None:
    instructions, problems = read_instructions(order, "order.txt")
    body = None if problems else amend(TEXT, instructions, "order.txt", "nl").body
    return body and body.replace("\\", "")


ORDERS = [
    ("In artikel 2, eerste lid, wordt “vijf” vervangen door “zes”.", "vijf", "zes euro"),
    ("In artikel 4 wordt telkens “zorgt” vervangen door “waakt”.", "zorgt", "waakt voor een"),
    ("In artikel 4 wordt na “passagiers” ingevoegd “en hun lading”.", "", "passagiers en hun lading en"),
    ("In artikel 4 wordt voor “passagiers” ingevoegd “alle”.", "", "de alle passagiers"),
    ("In artikel 3 vervalt “, behalve bij storm”.", "storm", "dagelijks."),
    ("In artikel 3 wordt “dagelijks” vervangen door “soms” en vervalt “, behalve bij storm”.", "storm", "soms."),
    ("Artikel 3 vervalt.", "Vaart", ""),
    ("Artikel 2, eerste lid, vervalt.", "vijf", ""),
    ("Artikel 2, tweede lid, onderdeel b, vervalt.", "schippers", ""),
    ("De artikelen 1 en 3 vervallen.", "Vaart", ""),
    ("De artikelen 1 tot en met 3 vervallen.", "kinderen", ""),
    ("Artikel 3 komt te luiden:\n\nArtikel 3 Plan\n\nDe havenmeester maakt een vaarplan.", "storm", "een vaarplan."),
    ("Artikel 2, eerste lid, komt te luiden:\n\n1. Het tarief is vrij.", "vijf", "1. Het tarief is vrij."),
    (
        "Na artikel 3 wordt een artikel ingevoegd, luidende:\n\nArtikel 3a Storm\n\nBij storm vaart de veerpont niet.",
        "",
        "Artikel 3a Storm",
    ),
    ("Aan artikel 2 wordt een lid toegevoegd, luidende:\n\n3. Het tarief staat vast.", "", "3. Het tarief staat"),
    ("Aan artikel 2, tweede lid, wordt een onderdeel toegevoegd, luidende:\n\nc. honden.", "", "c. honden."),
    ("Artikel 4 wordt vernummerd tot artikel 5.", "Artikel 4", "Artikel 5 Veiligheid"),
    (
        (
            "De Veerwet wordt als volgt gewijzigd:\n\nA\n\nArtikel 2 wordt als volgt gewijzigd:\n\n"
            "1. In het eerste lid wordt “vijf” vervangen door “zes”.\n\n"
            "2. Het tweede lid vervalt.\n\nB\n\nArtikel 3 vervalt."
        ),
        "kinderen",
        "zes euro",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("order", "gone", "new"), ORDERS, ids=[order[:40] for order, _, _ in ORDERS])
def test_an_order_is_applied(order: str, gone: str, new: str) -> None:
    body = amended(order)
    assert body is not None
    assert not gone or gone not in body
    assert new in body


@pytest.mark.parametrize(
    "order",
    [
        "Artikel 3 komt te luiden:",  # nothing below it
        "Artikel 3 vervalt.\nEn nog iets.",  # nothing was announced
        "Na artikel 2, eerste lid, wordt onder vernummering van het tweede lid een lid ingevoegd, luidende:\n2. X.",
        "In het eerste lid wordt “vijf” vervangen door “zes”.",  # of which article?
        "Aan artikel 2 wordt een zin toegevoegd, luidende:\n\nX.",
        "In artikel 3 wordt het getal vervangen.",
    ],
)
def test_what_is_not_read_is_reported(order: str) -> None:
    assert "amend-form" in [one.code for one in read_instructions(order, "order.txt")[1]]


def test_an_order_for_two_instruments_is_refused() -> None:
    order = (
        "De Veerwet wordt als volgt gewijzigd:\n\nArtikel 3 vervalt.\n\n"
        "De Havenwet wordt als volgt gewijzigd:\n\nArtikel 4 vervalt.\n"
    )
    assert "amend-other" in [one.code for one in read_instructions(order, "order.txt")[1]]
