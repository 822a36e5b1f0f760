"""Hungarian texts: the sign behind the number, inserted provisions, layout."""

from __future__ import annotations

import pytest

from yange.api import compare
from yange.law import law_of
from yange.parse import parse

DECREE = """A révkikötő rendje

I. FEJEZET

Általános rendelkezések

1. §

(1) A rendelet hatálya a kikötőre terjed ki.

(2) Az (1) bekezdés szerint a komp is kikötő.

2. §

A kikötéshez engedély kell, amely öt évre szól. Az engedélyt az 1. § (2) bekezdése szerint kell kérni.

II. FEJEZET

Díjak

2/A. §

A díj 60 forint, és
a) a gyermek díja 30 forint,
b) a csoport díja 40 forint.

2/B. §

[hatályon kívül helyezve]

3. §

Ez a rendelet 2020. január 1. napján lép hatályba.

1. melléklet

A kikötők jegyzéke
"""


def test_a_decree_is_taken_for_hungarian() -> None:
    assert law_of(DECREE)[0].tag == "hu"


@pytest.mark.parametrize("text", [DECREE, DECREE.replace("\n\n", "\n")], ids=["blank lines", "a line break a line"])
def test_articles_are_found(text: str) -> None:
    provisions = parse(text)
    assert [one.label for one in provisions.primary] == ["1. §", "2. §", "2/A. §", "2/B. §", "3. §"]
    assert [one.label for one in provisions.walk() if one.label.endswith("FEJEZET")] == ["I. FEJEZET", "II. FEJEZET"]
    assert [one.label for one in provisions.walk() if one.placeholder] == ["2/B. §"]


def test_a_change_belongs_to_the_inserted_article() -> None:
    found = compare(DECREE, DECREE.replace("60 forint", "75 forint"))
    assert [(one.old, one.new) for one in found.result.changes if one.operation != "unchanged"] == [
        (("2/A. §",), ("2/A. §",))
    ]


@pytest.mark.parametrize("value", [(2, 1), (2, 26, 19)])
def test_letters_follow_the_number(value: tuple[int, ...]) -> None:
    letters = "".join(chr(64 + one) for one in value[1:])
    provisions = parse(f"A rend\n\n1. §\n\nAz első.\n\n2. §\n\nA második.\n\n2/{letters}. §\n\nAz új.\n", "hu")
    assert [one.number.value for one in provisions.primary if one.number] == [(1,), (2,), value]
