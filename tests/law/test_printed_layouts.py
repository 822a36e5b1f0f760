"""Layouts that official publishers print: which lines begin articles, and which only look like it."""

from __future__ import annotations

import pytest

from yange.model import Clause, ClauseKind
from yange.parse import parse

BRITISH = """Ferries (Fees) Act 2019
Be it enacted as follows:
Charges
1 Charges for crossings
(1) A ferry operator may charge a fee.
(2) The fee is not to exceed £5.
2 Mayors of river towns
The mayor publishes the fees etc.
3 Interpretation
. . . . . . . . . . . . . . . .
4 Decisions of the harbour master
F12 . . . . . . . . . . . . . .
5 Commencement
This Act comes into force on the day on which it is passed.
SCHEDULE 1
(introduced by section 1)
Ferries
1 The ferry at Nearwater.
2 The ferry at Farwater.
EXPLANATORY NOTE
(This note is not part of the Act)
Section 1 allows operators to charge fees.
Section 2 makes mayors publish them, in accordance with
Section 3 revokes the Ferries Act 1999."""

KOREAN = """나루법
제1조(목적) 이 법은 나루를 정한다.
제2조(요금) 요금은 대통령령으로 정한다.
부칙(나루의 이용 및 배의 안전에 관한 법률 시행령 등 열여덟 개 대통령령의 일부개정에 관한 대통령령) <제135호,2016.12.30>
제1조(시행일) 이 법은 2017년 1월 1일부터 시행한다. <단서 생략>
제2조 부터 제4조까지 생략
제5조(다른 법률의 개정) ① 및 ② 생략
③나루기금법 일부를 다음과 같이 개정한다.
별표 1 제13호를 삭제한다.
④부터 <17>까지 생략
제6조 생략"""

MEXICAN = """LEY DE BARCAS
Artículo 1. Toda barca tiene un patrón.
Artículo 2. El patrón responde del pasaje.
TRANSITORIOS
Primero. El presente Decreto entrará en vigor el día siguiente al de su publicación.
Segundo. Se derogan las disposiciones que se opongan al presente Decreto.
44 de 59
CÁMARA DE DIPUTADOS DEL H. CONGRESO DE LA UNIÓN Última Reforma DOF 08-05-2023
Secretaría General
Secretaría de Servicios Parlamentarios
ARTÍCULOS TRANSITORIOS DE DECRETOS DE REFORMA
DECRETO por el que se reforman diversas disposiciones de la Ley
de Barcas.
Publicado en el Diario Oficial de la Federación el 26 de enero de 2018
Artículo Único. Se reforman los artículos 1 y 2, para quedar como sigue:
……….
Transitorio
Único.- El presente Decreto entrará en vigor el día siguiente al de su publicación.
DECRETO por el que se adiciona un artículo 3 a la Ley de Barcas.
Publicado en el Diario Oficial de la Federación el 11 de enero de 2021
Artículo Primero. Se adiciona un artículo 3 a la Ley de Barcas.
Artículo Segundo. Se reforma la Ley de Puertos.
Transitorios
Primero. El presente Decreto entrará en vigor el día siguiente al de su publicación."""

BELGIAN = """Wet betreffende de veerboten
Art. 1. Deze wet regelt de veerboten.
Art. 1/1. De Koning bepaalt de tarieven.
Art. 2. § 1. De veerman heeft een vergunning nodig om over te zetten.
§ 2. De minister verleent de vergunning binnen de termijn die hij bepaalt en die niet langer is
dan drie maanden.
§ 2bis. De vergunning geldt vijf jaar.
Art. 3bis. De boete bedraagt 50 euro, zoals bepaald in artikel 2, § 1."""

PRINTED = [
    ("nl", BELGIAN, "Art. 1. Art. 1/1. Art. 2. Art. 3bis."),
    ("en", BRITISH, "1 2 3- 4- 5 | 1 2"),
    (
        "ko",
        KOREAN,
        "제1조 제2조 | 제1조 제2조 부터 제4조까지- 제5조 제6조-",
    ),
    (
        "es",
        MEXICAN,
        (
            "Artículo 1. Artículo 2. | Primero. Segundo. | Artículo Único. | Único.-"
            " | Artículo Primero. Artículo Segundo. | Primero."
        ),
    ),
]


def articles(clause: Clause) -> str:
    """Return the labels of articles, with a minus behind those without a provision and a bar before each annex."""
    found = []
    for one in clause.walk():
        if one.kind is ClauseKind.ANNEX and any(below.kind is ClauseKind.ARTICLE for below in one.children):
            found.append("|")
        if one.kind is ClauseKind.ARTICLE:
            found.append(one.label + "-" * one.placeholder)
    return " ".join(found)


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["lines", "paragraphs"])
@pytest.mark.parametrize(("language", "text", "expected"), PRINTED, ids=[one[0] for one in PRINTED])
def test_articles_of_a_printed_law(language: str, text: str, expected: str, between: str) -> None:
    assert articles(parse(between.join(text.split("\n")), language).root) == expected


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("별표 1 과태료의 부과기준(제5조 관련)", True),
        ("별표 1 제13호를 삭제한다.", False),
        ("별표 2 중 나루를 배로 한다.", False),
    ],
)
def test_korean_annexes_have_headings_and_no_sentences(line: str, heading: bool) -> None:
    text = f"나루법\n\n제1조(목적) 이 법은 나루를 정한다.\n\n{line}\n\n1. 나루"
    assert (ClauseKind.ANNEX in {clause.kind for clause in parse(text, "ko").walk()}) is heading


@pytest.mark.parametrize(("length", "annex"), [(150, True), (170, False)])
def test_headings_of_annexes_have_an_end(length: int, annex: bool) -> None:
    heading = "Schedule 1: " + "boats " * ((length - 12) // 6) + "x" * ((length - 12) % 6)
    assert len(heading) == length
    text = f"Ferries Act\n\nArticle 1. Boats.\n\nArticle 2. Fees.\n\n{heading}\n\nThe ferry at Nearwater."
    assert (ClauseKind.ANNEX in {clause.kind for clause in parse(text, "en").walk()}) is annex


def test_a_sign_is_a_paragraph_of_belgium_or_a_dutch_heading() -> None:
    paths = {clause.path for clause in parse(BELGIAN, "nl").walk() if clause.label.startswith("§")}
    assert paths == {"art_2__item_1", "art_2__item_2", "art_2__item_2-1"}
    dutch = "Regeling\n\n§ 1. Begrippen\n\nArtikel 1\n\nTekst.\n\n§ 2. Tarieven\n\nArtikel 2\n\nTekst."
    assert [clause.path for clause in parse(dutch, "nl").primary] == ["sec_1__art_1", "sec_2__art_2"]
