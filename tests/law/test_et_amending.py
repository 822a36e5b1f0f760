"""The amending sentences of Estonian Acts and regulations, applied to a text."""

from __future__ import annotations

import pytest

from yange.amending import amend, read_instructions

TEXT = """# Praamiseadus

§ 1. Reguleerimisala

Seadus kehtib praamide kohta.

§ 2. Tasu

(1) Tasu on viis eurot.

(2) Tasuta sõidavad:

1) lapsed;

2) vanurid.

§ 3. Sõit

Praam sõidab iga päev, välja arvatud tormi ajal.

§ 4. Ohutus

Laevajuht hoiab reisijaid ja hoiab praami puhtana.
"""


def amended(order: str) -> str | None:
    instructions, problems = read_instructions(order, "order.txt")
    body = None if problems else amend(TEXT, instructions, "order.txt", "et").body
    return body and body.replace("\\", "")


ORDERS = [
    ("Paragrahvi 2 lõikes 1 asendatakse sõna „viis“ sõnaga „kuus“.", "viis", "kuus eurot"),
    ("Paragrahvis 4 läbivalt asendatakse sõna „hoiab“ sõnaga „kaitseb“.", "hoiab", "kaitseb praami"),
    ("Paragrahvi 4 täiendatakse pärast sõna „reisijaid“ sõnadega „ja koormat“.", "", "reisijaid ja koormat ja"),
    ("Paragrahvist 3 jäetakse välja sõnad „, välja arvatud tormi ajal“.", "tormi", "iga päev."),
    ("Paragrahv 3 tunnistatakse kehtetuks.", "Sõit", ""),
    ("Paragrahvi 2 lõike 2 punkt 2 ja § 4 tunnistatakse kehtetuks.", "vanurid", ""),
    ("Paragrahvi 2 lõige 1 ja lõige 2 tunnistatakse kehtetuks.", "lapsed", ""),
    ("§-d 1–3 tunnistatakse kehtetuks.", "vanurid", "Ohutus"),
    ("Paragrahvi 2 lõige 1 muudetakse ja sõnastatakse järgmiselt:\n„(1) Tasu kehtestab linn.“;", "viis", "(1) Tasu"),
    ("Paragrahv 3 sõnastatakse järgmiselt:\n„§ 3. Kava\nPraam sõidab kava järgi.“;", "tormi", "§ 3. Kava"),
    ("Paragrahvi 2 täiendatakse lõikega 3 järgmises sõnastuses:\n„(3) Pilet ostetakse.“;", "", "(3) Pilet ostetakse"),
    ("Paragrahvi 2 lõiget 2 täiendatakse punktiga 3 järgmises sõnastuses:\n„3) koerad.“", "", "3) koerad."),
    ("Seadust täiendatakse §-ga 3¹ järgmises sõnastuses:\n„§ 3¹. Torm\nTormi ajal praam ei sõida.“;", "", "§ 3¹. Torm"),
    (
        (
            "Praamiseaduses tehakse järgmised muudatused:\n\n"
            "1) paragrahvi 2 lõikes 1 asendatakse sõna „viis“ sõnaga „kuus“;\n\n2) paragrahv 3 tunnistatakse kehtetuks."
        ),
        "Sõit",
        "kuus eurot",
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
        "Paragrahvi 2 täiendatakse lõikega 4 järgmises sõnastuses: „(3) Pilet ostetakse sillal.“",  # another number
        "Lõige 2 tunnistatakse kehtetuks.",  # of which paragraph?
        "Paragrahvi 2 lõige 1 sõnastatakse järgmiselt.",
        "Seaduse lisa tunnistatakse kehtetuks.",
    ],
)
def test_what_is_not_read_is_reported(order: str) -> None:
    assert "amend-form" in [one.code for one in read_instructions(order, "order.txt")[1]]


def test_an_order_for_two_instruments_is_refused() -> None:
    order = (
        "Praamiseaduses tehakse järgmised muudatused:\n\n1) paragrahv 3 tunnistatakse kehtetuks.\n\n"
        "Sadamaseaduses tehakse järgmised muudatused:\n\n1) paragrahv 4 tunnistatakse kehtetuks.\n"
    )
    assert "amend-other" in [one.code for one in read_instructions(order, "order.txt")[1]]
