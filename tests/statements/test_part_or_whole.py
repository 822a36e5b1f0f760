"""A sentence about this article or this part says nothing about the whole text; one about this act does."""

from __future__ import annotations

import pytest

from yange.law import law_named
from yange.statements import commencements, expiries

PARTS = """
zh  本条自2025年1月1日起施行。
zh  本章有效期5年。
zh  本节有效期至2025年12月31日。
zh  本附件有效期5年。
en  This Article shall apply for a period of six years.
en  This section comes into force on 1 January 2025.
en  This Part expires on 31 December 2025.
en  This Schedule is valid until 31 December 2025.
fr  Les dispositions du présent article sont applicables pour une durée de six ans.
fr  Le présent chapitre entre en vigueur le 1er mars 2002.
fr  La présente section cesse d'être applicable le 1er mars 2002.
de  Dieser Paragraph gilt bis zum 31. Dezember 2025.
de  Dieser Abschnitt tritt am 1. Januar 2025 in Kraft.
de  Diese Vorschrift tritt am 31. Dezember 2025 außer Kraft.
es  El presente artículo entrará en vigor el 1 de enero de 2025.
es  Este capítulo tendrá vigencia hasta el 31 de diciembre de 2025.
es  La presente disposición estará vigente durante seis años.
nl  Dit artikel treedt in werking op 1 januari 2025.
nl  Dit hoofdstuk vervalt op 1 januari 2025.
ja  この条は、令和六年四月一日から施行する。
ja  この章の規定は、令和六年四月一日から施行する。
ko  이 조는 2024년 4월 1일부터 시행한다.
ko  이 장은 2024년 12월 31일까지 효력을 가진다.
"""
WHOLES = """
zh  本条例有效期5年。
zh  本目录有效期至2025年12月31日。
en  This Act expires on 31 December 2025.
en  This Regulation is valid until 31 December 2025.
fr  Les dispositions du présent règlement sont applicables pour une durée de six ans.
de  Diese Verordnung tritt am 31. Dezember 2025 außer Kraft.
es  La presente ley estará vigente durante seis años.
"""


def rows(table: str) -> list[tuple[str, str]]:
    return [
        (language, words.strip()) for language, _, words in (line.partition(" ") for line in table.split("\n") if line)
    ]


@pytest.mark.parametrize(("language", "words"), rows(PARTS))
def test_what_is_said_of_a_part_is_not_said_of_the_whole(language: str, words: str) -> None:
    law = law_named(language)
    whole = [one for one in commencements(words, law) if not one.clauses]
    assert (whole, list(expiries(words, law))) == ([], [])


@pytest.mark.parametrize(("language", "words"), rows(WHOLES))
def test_what_is_said_of_the_text_itself_is_read(language: str, words: str) -> None:
    assert len(expiries(words, law_named(language))) == 1
